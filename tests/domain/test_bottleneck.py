"""Bottleneck: small lines whose bottleneck is plain to see, and lines that have none to name."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain.bottleneck import Rule, StationFacts, bottleneck, momentary
from console.domain.ribbon import Segment
from console.domain.stations import StationState

R, S, ST, BL = StationState.RUNNING, StationState.STOPPED, StationState.STARVED, StationState.BLOCKED
NO = StationState.NO_DATA
MINUTE = 60.0


def station(name: str, *parts: tuple[StationState, float]) -> StationFacts:
    """A ribbon of (state, minutes) from time 1000 on."""
    segments, at = [], 1000.0
    for state, minutes in parts:
        segments.append(Segment(state, None, at, at + minutes * MINUTE))
        at += minutes * MINUTE
    return StationFacts(name, tuple(segments))


def cycles(name: str, active: float, waiting: StationState, wait: float, total: float = 60.0) -> StationFacts:
    """Work and wait in turns, minutes, for an hour."""
    return station(name, *[(R, active), (waiting, wait)] * int(total / (active + wait)))


LINE = (cycles("10", 2, BL, 1), cycles("20", 2, BL, 1), station("30", (R, 60)), cycles("40", 1, ST, 2))


def test_the_station_that_never_waits_is_the_bottleneck_and_its_neighbours_confirm_it() -> None:
    found = bottleneck(LINE)
    assert found is not None
    assert (found.station, found.rule) == ("30", Rule.CONFIRMED)
    assert found.facts == {
        "active_minutes": 60,
        "uninterrupted_minutes": 60,
        "share": 1,
        "momentary": 1,
        "upstream_blocked_minutes": 20,
        "downstream_starved_minutes": 40,
    }


def test_repair_and_changeover_are_active_and_unbroken_by_running() -> None:
    down = station("20", (R, 20), (S, 20), (StationState.CHANGEOVER, 10), (R, 10))
    found = bottleneck((cycles("10", 2, BL, 1), down, cycles("30", 1, ST, 2)))
    assert found is not None
    assert (found.station, found.facts["uninterrupted_minutes"]) == ("20", 60)


def test_over_a_shift_the_larger_share_wins_and_the_moment_may_differ() -> None:
    first = station("10", (R, 40), (BL, 1), (R, 1), (BL, 1), (R, 1), (BL, 16))
    second = station("20", *[(R, 1), (ST, 1)] * 20, (R, 20))
    found = bottleneck((first, second))
    assert found is not None
    assert (found.station, found.runner_up) == ("10", "20")
    assert found.facts["share"] == pytest.approx(40 / 60)
    assert found.facts["momentary"] == 0
    assert momentary((first, second)) == "20"


def test_a_shorter_period_keeps_the_time_that_the_longer_one_leaves() -> None:
    """Roser's example in small: 10 is active 0-30, 20 from 20 to 60 (longer): 10 keeps 0-20, 20 has 20-60."""
    found = bottleneck((station("10", (R, 30), (BL, 30)), station("20", (ST, 20), (R, 40))))
    assert found is not None
    assert (found.station, found.facts["share"]) == ("20", pytest.approx(40 / 60))


def test_the_arrows_may_dispute_it() -> None:
    """20 is active longest, yet 20 is blocked and 40 starved: the arrows meet at 30."""
    line = (
        station("10", (BL, 10), (R, 25), (BL, 25)),
        station("20", (R, 40), (BL, 20)),
        station("30", (R, 19), (ST, 1), (R, 19), (ST, 1), (R, 20)),
        station("40", *[(R, 1), (ST, 1)] * 30),
    )
    found = bottleneck(line)
    assert found is not None
    assert (found.station, found.rule) == ("20", Rule.DISPUTED)


def test_two_that_are_equal_are_told_apart_by_the_arrows() -> None:
    line = (cycles("10", 2, BL, 1), station("20", (R, 60)), station("30", (R, 60)), cycles("40", 1, ST, 2))
    assert bottleneck(line) is None  # both never wait: blocked above 20, starved below 30, nothing between them
    waits = (cycles("10", 2, BL, 1), cycles("20", 2, BL, 1), cycles("30", 2, ST, 1), cycles("40", 1, ST, 2))
    assert bottleneck(waits) is None  # arrows: 20 and 30 wait for each other equally long
    decided = (
        station("10", (R, 50), (BL, 10)),
        station("20", (R, 50), (ST, 2), (BL, 2), (ST, 2), (BL, 4)),
        station("30", (R, 40), (ST, 20)),
    )
    found = bottleneck(decided)
    assert found is not None
    assert (found.station, found.rule, found.runner_up) == ("20", Rule.ARROWS, "10")


def test_a_line_in_which_nothing_ever_waits_tells_nothing() -> None:
    assert bottleneck((station("10", (R, 60)), station("20", (R, 30), (S, 30)))) is None


def test_too_little_time_one_station_or_none_tell_nothing() -> None:
    assert bottleneck(()) is None
    assert bottleneck((cycles("10", 2, BL, 1),)) is None
    assert bottleneck((station("10", (R, 9)), station("20", (R, 4), (ST, 5)))) is None


def test_a_station_that_is_hardly_heard_takes_no_part() -> None:
    silent = station("25", (R, 25), (NO, 35))
    found = bottleneck((LINE[0], silent, LINE[2], LINE[3]))
    assert found is not None
    assert found.station == "30"
    assert bottleneck((LINE[0], silent)) is None


def test_no_data_ends_an_active_period() -> None:
    gap = station("30", (R, 29), (NO, 2), (R, 29))
    found = bottleneck((LINE[0], gap, LINE[3]))
    assert found is not None
    assert (found.facts["uninterrupted_minutes"], found.facts["active_minutes"]) == (29, 58)


def test_the_ends_of_a_line_have_no_neighbour_there() -> None:
    found = bottleneck((station("10", (R, 60)), cycles("20", 1, ST, 2)))
    assert found is not None
    assert found.rule is Rule.CONFIRMED
    assert set(found.facts) & {"upstream_blocked_minutes", "downstream_starved_minutes"} == {
        "downstream_starved_minutes"
    }


def test_nobody_is_the_momentary_bottleneck_when_none_is_active_or_two_are_equal() -> None:
    assert momentary(()) is None
    assert momentary((station("10", (R, 10), (BL, 1)), station("20", (R, 10), (ST, 1)))) is None
    assert momentary((station("10", (R, 10)), station("20", (R, 10)))) is None


@settings(max_examples=40, deadline=None)
@given(slow=st.integers(0, 4), seed=st.integers(0, 1000))
def test_in_a_simulated_line_without_buffers_the_slow_station_is_found(slow: int, seed: int) -> None:
    """Five stations, each hands over only when the next one is free; one takes 1.5 times as long as the others."""
    found = bottleneck(_simulate([90.0 if i == slow else 60.0 for i in range(5)], 400, Random(seed)))
    assert found is not None
    assert found.station == str(slow)


def _simulate(times: list[float], pieces: int, random: Random) -> list[StationFacts]:
    """Times of starting, finishing and leaving, by the recursion of a line without buffers."""
    segments: list[list[Segment]] = [[] for _ in times]
    left = [1000.0] * (len(times) + 1)  # when each station last became free
    for _ in range(pieces):
        ready = left[0]
        for i, seconds in enumerate(times):
            start = max(ready, left[i])
            done = start + seconds * random.uniform(0.9, 1.1)
            gone = max(done, left[i + 1]) if i + 1 < len(times) else done
            for state, a, b in ((ST, left[i], start), (R, start, done), (BL, done, gone)):
                if b > a:
                    segments[i].append(Segment(state, None, a, b))
            left[i] = ready = gone
    return [StationFacts(str(i), tuple(row)) for i, row in enumerate(segments)]
