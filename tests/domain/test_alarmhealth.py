"""The health of the alarms: rates, floods, chattering, standing, stale, and settings that would have helped."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from console.domain.alarmhealth import (
    INTERVAL,
    Alarm,
    alarms_of,
    chattering,
    propose_dead_band,
    propose_delay,
    propose_off_delay,
    rate,
    stale,
    standing,
)
from console.domain.andon import Source
from console.domain.andon_hearing import clear, raise_call, repeat
from console.domain.andon_moves import acknowledge
from console.domain.callrules import CallRule, Kind
from console.domain.happenings import AlarmSeen, ValueSeen
from console.domain.raising import Wanted, dry_run
from console.domain.responses import Window
from tests.domain.calls import MACHINE, RAISED, call, later

HOUR = Window(RAISED, later(3600))


def alarm(at: float, lasted: float | None = None, about: str = "149") -> Alarm:
    return Alarm("L1/30", about, later(at), None if lasted is None else later(at + lasted))


def alarms(*at: float, lasted: float = 1.0) -> list[Alarm]:
    return [alarm(each, lasted) for each in at]


def test_the_rate_is_told_per_ten_minutes() -> None:
    told = rate(alarms(0, 599, 600, 3599, 3600, -1), HOUR)
    assert (told.total, told.counts, told.most) == (4, (2, 1, 0, 0, 0, 1), 2)
    assert told.mean == 4 / 6


def test_a_window_shorter_than_an_interval_has_no_rate() -> None:
    assert rate(alarms(0), Window(RAISED, later(599))).mean is None


def test_a_flood_begins_with_more_than_ten_and_ends_with_fewer_than_five() -> None:
    counts = [10, 11, 6, 5, 4, 3]
    some = [alarm(INTERVAL * place + n) for place, count in enumerate(counts) for n in range(count)]
    told = rate(some, HOUR)
    assert told.floods == (Window(later(600), later(2400)),)
    assert told.flooded == 0.5


def test_a_flood_that_lasts_is_told_to_the_end_of_the_window() -> None:
    told = rate([alarm(3000 + n) for n in range(11)], HOUR)
    assert told.floods == (Window(later(3000), later(3600)),)


def test_three_within_a_minute_chatter_and_two_do_not() -> None:
    assert chattering(alarms(0, 30, 61, 92)) == []
    (told,) = chattering(alarms(0, 30, 60, 500, 520, 540, 560, 2000))
    assert (told.place, told.about, told.times, told.bursts, told.most) == ("L1/30", "149", 7, 2, 4)


def test_two_things_that_alternate_do_not_chatter_together() -> None:
    assert chattering([alarm(n * 10, 1, about=str(n % 2)) for n in range(4)]) == []


@given(st.lists(st.integers(0, 600), max_size=30))
def test_what_chatters_is_what_is_one_of_three_within_a_minute(at: list[int]) -> None:
    at.sort()
    inside = {
        index
        for index, _ in enumerate(at)
        for first in range(max(0, index - 2), index + 1)
        if first + 2 < len(at) and at[first + 2] - at[first] <= 60
    }
    assert sum(one.times for one in chattering(alarms(*at))) == len(inside)


def test_what_lasts_for_over_a_day_is_standing() -> None:
    now = later(90_000)
    old, ended, fresh = alarm(0), alarm(0, 50, "ended"), alarm(5000, None, "fresh")
    assert standing([old, ended, fresh], now) == [old]
    assert standing([alarm(0), alarm(80_000, 10)], now) == []  # it came again and ended since


def test_a_call_on_which_nothing_happens_for_a_day_is_stale() -> None:
    made = call()
    assert stale([made], later(86_400)) == []
    assert stale([made], later(86_401)) == [made]
    seen, _ = acknowledge(made, MACHINE, later(50_000), "ann")
    again, _ = repeat(made, MACHINE, later(50_000), "console")
    assert stale([seen, again], later(90_000)) == []


def test_alarms_are_what_was_raised_and_heard_again_until_it_ended() -> None:
    made, first = raise_call(MACHINE, "L1/30", RAISED, "console", Source.RULE, about="149")
    ended, over = clear(made, MACHINE, later(5), "console")
    made, more = repeat(ended, MACHINE, later(60), "console", 2)
    other = replace(first, call="unknown")
    assert alarms_of([made], [more, over, first, other]) == [alarm(0, 5), alarm(60), alarm(60)]


def test_a_delay_is_proposed_where_most_alarms_are_short() -> None:
    short = [alarm(100 * n, lasted) for n, lasted in enumerate((2, 3, 4, 5, 50))]
    told = propose_delay([*short, alarm(900, 4000)])
    assert told is not None
    assert (told.value, told.before, told.after) == (6, 6, 2)
    assert propose_delay(short[:4]) is None
    assert propose_delay([*short, *(alarm(1000 + n, 4000) for n in range(5))]) is None


def test_a_proposed_delay_spares_in_the_dry_run_what_it_promises() -> None:
    lasted = (2, 3, 4, 5, 50, 4000)
    heard, at = [], 1e9
    for each in lasted:
        heard += [AlarmSeen("P", "A", at, at), AlarmSeen("P", "", at + each, at + each)]
        at += each + 1000
    told = propose_delay([alarm(n * 5000, each) for n, each in enumerate(lasted)])
    assert told is not None
    rule = CallRule("r", "A", Kind.ALARM, "machine", delay=told.value)
    outcomes = dry_run([rule], {}, heard, at)
    assert sum(isinstance(one, Wanted) for one in outcomes) == told.after


def test_an_off_delay_is_proposed_where_one_thing_returns_quickly() -> None:
    quick = [alarm(at, 1) for at in (0, 5, 10, 16, 22, 29, 2000)]  # gaps of 4, 4, 5, 5, 6 seconds, and a long one
    told = propose_off_delay(quick)
    assert told is not None
    assert (told.value, told.before, told.after) == (6, 7, 3)
    heard = [
        seen
        for one in quick
        for seen in (_seen("A", one.at.timestamp()), _seen("", one.ended.timestamp() if one.ended else 0))
    ]
    rule = CallRule("r", "A", Kind.ALARM, "machine", off_delay=told.value)
    outcomes = dry_run([rule], {}, heard, 4e9)
    assert sum(isinstance(one, Wanted) for one in outcomes) == told.after
    assert propose_off_delay(quick[:5]) is None


def test_a_dead_band_is_proposed_where_a_value_dances_about_its_limit() -> None:
    values = [61, 59.5, 61, 59.4, 62, 59.3, 61, 59.2, 61, 55, 61]
    samples = [(1e9 + n, value) for n, value in enumerate(values)]
    told = propose_dead_band(samples, 60)
    assert told is not None
    assert 0.8 < told.value < 0.85
    assert (told.before, told.after) == (6, 2)
    rule = CallRule("r", "Hot", Kind.LIMIT, "machine", signal="t", limit=60, hysteresis=told.value)
    outcomes = dry_run([rule], {}, [ValueSeen("P", "t", value, at, at) for at, value in samples], 2e9)
    assert sum(isinstance(one, Wanted) for one in outcomes) == told.after
    mirrored = propose_dead_band([(at, -value) for at, value in samples], -60, below=True)
    assert mirrored == told
    assert propose_dead_band(samples[:8], 60) is None


def _seen(text: str, at: float) -> AlarmSeen:
    return AlarmSeen("P", text, at, at)


def test_a_day_is_a_day_across_a_change_of_clocks() -> None:
    assert standing([alarm(0)], RAISED + timedelta(hours=24)) == []
    assert standing([alarm(0)], RAISED + timedelta(hours=24, seconds=1)) == [alarm(0)]
