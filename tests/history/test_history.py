"""The history gives back what was heard."""

from __future__ import annotations

import random
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from console.domain.readings import AlarmText, Quality, Reading, Role, Signal
from console.history import writer as writing
from console.history.history import History, NotOpen
from console.history.inbox import Inbox
from console.history.writer import Limits, Writer
from tests.history.readings import (
    ALARM,
    COUNT,
    DAY,
    QUALITIES,
    START,
    STATE,
    TAG,
    each_second,
    filled,
    give,
    open_history,
    reading,
    same,
    until,
)
from tests.history.test_chunks import VALUES

SIGNALS = (TAG, STATE, ALARM, COUNT)
READINGS = st.lists(
    st.builds(
        Reading,
        st.sampled_from(SIGNALS),
        VALUES,
        st.none() | st.floats(START - 3 * DAY, START + 3 * DAY),
        st.floats(START, START + 2 * DAY),
        st.sampled_from(QUALITIES),
        st.booleans(),
        st.just(""),
        st.sampled_from(["", "", "check-7"]),
    ),
    min_size=1,
    max_size=40,
)


@pytest.mark.parametrize("chunks", [False, True])
def test_any_readings_come_back_as_they_were(tmp_path_factory: pytest.TempPathFactory, chunks: bool) -> None:
    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
    @given(READINGS)
    def holds(readings: list[Reading]) -> None:
        folder = tmp_path_factory.mktemp("history")
        filled(folder, readings, chunks)
        with open_history(folder) as history:
            back = list(history.replay(START - 1, START + 3 * DAY))
            kept = {signal.id: signal for signal in history.signals()}
        left = sorted(readings, key=lambda r: r.heard_at)
        assert len(back) == len(left)
        for reading_ in left:
            found = next((r for r in back if same(r, reading_)), None)
            assert found is not None, reading_
            back.remove(found)
        for signal in {r.signal for r in readings}:
            assert (kept[signal.id].unit, kept[signal.id].stuck_after) == (signal.unit, signal.stuck_after)

    holds()


def test_replay_is_in_the_order_heard_and_of_the_signals_asked_for(tmp_path: Path) -> None:
    readings = [
        reading("running", START + 1, STATE),
        reading(20.5, START + 0.5, TAG, late=0.7),
        reading("stopped", START + 2, STATE),
        reading(21.5, START + 1.8, TAG, late=3.0),
        reading("running", START + 4, STATE),
    ]
    filled(tmp_path, readings)

    with open_history(tmp_path) as history:
        everything = [r.value for r in history.replay(START, START + 60)]
        states = [r.value for r in history.replay(START, START + 3, ["L1/30/state"])]
        since = history.first()

    assert everything == ["running", 20.5, "stopped", "running", 21.5]
    assert states == ["running", "stopped"]
    assert since == START + 1


def test_a_signal_is_restored_whole_also_after_its_plant_file_changed(tmp_path: Path) -> None:
    warmer = Signal("L1/30", Role.TAG, "temperature", "K", 283.0, 363.0, index=9)
    filled(tmp_path, [reading(20.0, START), reading(300.0, START + 1, warmer)])

    with open_history(tmp_path) as history:
        one, other = (r.signal for r in history.replay(START, START + 9))
        (known,) = history.signals()
        window = history.window("L1/30/temperature", START, START + 9)

    assert (one.unit, one.low, one.stuck_after, one.role) == ("°C", 10.0, 60.0, Role.TAG)
    assert (other.unit, other.high) == ("K", 363.0)
    assert known.unit == "K"
    assert window.values.tolist() == [20.0, 300.0]


def test_what_an_alarm_says_beside_its_text_is_kept(tmp_path: Path) -> None:
    filled(tmp_path, [reading(AlarmText("Door open", "E12", "warning"), START, ALARM)])

    with open_history(tmp_path) as history:
        alarm = history.last(ALARM)

    assert alarm is not None
    assert isinstance(alarm.value, AlarmText)
    assert (alarm.value, alarm.value.code, alarm.value.level) == ("Door open", "E12", "warning")


def test_the_last_reading_is_the_newest_that_happened(tmp_path: Path) -> None:
    readings = [reading(1.0, START), reading(3.0, START + 100), reading(2.0, START + 50, late=60.0)]
    with open_history(tmp_path) as history:
        give(history, readings)
        last, before, nothing = history.last(TAG), history.last(TAG, START + 99), history.last(TAG, START)

    assert last is not None
    assert before is not None
    assert (last.value, before.value, nothing) == (3.0, 2.0, None)


def test_late_readings_find_their_hour_although_it_is_over(tmp_path: Path) -> None:
    hour = each_second(3600)
    late = [reading(-5.0, START + 1800.5, late=7200.0)]
    filled(tmp_path, [*hour, *each_second(60, START + 7200), *late, *each_second(60, START + 11_000)])

    with open_history(tmp_path) as history:
        window = history.window(TAG, START, START + 3600)
        hours = history.window(TAG, START, START + 3600, points=1)
        checked = history.check()

    assert len(window) == 3601
    assert window.values.tolist()[1801] == -5.0
    assert hours.mins is not None
    assert hours.mins.min() == -5.0
    assert checked.faults == ()


def test_readings_of_one_time_are_all_kept_and_the_one_heard_last_is_last(tmp_path: Path) -> None:
    filled(tmp_path, [reading(1.0, START), reading(3.0, START, late=0.4), reading(2.0, START, late=0.2)])

    with open_history(tmp_path) as history:
        window = history.window(TAG, START - 1, START + 1)

    assert window.values.tolist() == [1.0, 2.0, 3.0]


def test_a_sender_whose_clock_is_wrong_is_shown_when_it_happened_and_keeps_its_own_time(tmp_path: Path) -> None:
    behind = 40 * 3600.0
    heard = [Reading(TAG, float(i), START + i * 2 - behind, START + i * 2 + 0.01) for i in range(30)]
    filled(tmp_path, heard)

    with open_history(tmp_path) as history:
        window = history.window(TAG, START - 1, START + 100)
        back = list(history.replay(START, START + 100))

    assert len(window) == 30
    assert [r.source_time for r in back] == [r.source_time for r in heard]


def test_a_clock_that_jumps_back_and_forth_loses_nothing(tmp_path: Path) -> None:
    times = [START, START + 1, START + 900_000, START + 900_001, START - 90_000, START + 2]
    filled(tmp_path, [reading(float(i), at) for i, at in enumerate(times)])

    with open_history(tmp_path) as history:
        window = history.window(TAG, START - DAY * 5, START + DAY * 20)

    assert window.values.tolist() == [4.0, 0.0, 1.0, 5.0, 2.0, 3.0]


def test_a_retained_value_is_kept_with_its_flag_and_counts_for_nothing(tmp_path: Path) -> None:
    filled(tmp_path, [reading(99.0, START, retained=True), *each_second(10, START + 1)])

    with open_history(tmp_path) as history:
        window = history.window(TAG, START, START + 60)
        steps = history.window(TAG, START, START + 60, points=1)
        first = next(history.replay(START, START + 60))

    assert window.qualities is not None
    assert window.qualities.tolist() == [4, *[0] * 10]
    assert steps.maxs is not None
    assert steps.maxs.tolist() == [9.0]
    assert first.retained


def test_inside_the_dead_band_nothing_is_kept_but_one_a_minute_and_every_spike(tmp_path: Path) -> None:
    readings = each_second(600, value=lambda i: 80.0 if i == 333 else 20.0 + 0.1 * (i % 2))
    with open_history(tmp_path, deadband=lambda signal: 0.5 if signal.role is Role.TAG else 0.0) as history:
        give(history, readings)
        window = history.window(TAG, START, START + 600)

    assert window.values.max() == 80.0
    assert len(window) == 12
    assert window.values.tolist().count(80.0) == 1


def test_a_plant_file_that_is_read_again_changes_the_dead_band_of_a_signal(tmp_path: Path) -> None:
    def heard(deadband: float, start: float) -> list[Reading]:
        signal = replace(TAG, deadband=deadband)  # made anew, as a reload does
        return each_second(120, start, signal, value=lambda i: 20.0 + 0.1 * (i % 2))

    with open_history(tmp_path, deadband=lambda signal: signal.deadband) as history:
        for turn, band in enumerate((0.0, 0.5, 0.0)):
            give(history, heard(band, START + 1000 * turn))
        kept = [len(history.window(TAG, START + 1000 * turn, START + 1000 * turn + 500)) for turn in range(3)]
        signals = history.signals()

    assert kept == [120, 2, 120]
    assert len(signals) == 1


def test_pauses_are_told_when_nobody_listened(tmp_path: Path) -> None:
    with open_history(tmp_path) as history:
        history.listening(True, START)
        history.listening(False, START + 100)
        history.listening(True, START + 160)
        assert history.flush()
        pauses = history.pauses(START - 50, START + 300)

    assert pauses == [(START - 50, START), (START + 100, START + 160)]


def test_states_are_told_with_how_long_each_was_held_and_the_one_at_the_beginning(tmp_path: Path) -> None:
    said = [("running", 0), ("running", 5), ("stopped", 10), ("running", 30)]
    filled(tmp_path, [reading(value, START + at, STATE) for value, at in said])

    with open_history(tmp_path) as history:
        history.append([reading(1.0, START + 100)])
        assert history.flush()
        states = history.states(STATE, START + 7, START + 25)

    assert [(s.value, s.since - START, s.until - START) for s in states] == [("running", 7, 10), ("stopped", 10, 25)]


def test_reading_while_writing_sees_each_reading_once_and_holds_nobody_up(tmp_path: Path) -> None:
    with open_history(tmp_path, most_waiting=10**9) as history:
        seen: list[list[float]] = []
        stop = threading.Event()

        def look() -> None:
            while not stop.is_set():
                seen.append(history.window(TAG, START, START + 10 * DAY).values.tolist())

        threads = [threading.Thread(target=look) for _ in range(2)]
        for thread in threads:
            thread.start()
        for i in range(40):
            history.append(each_second(500, START + 500 * i, value=lambda k, i=i: float(500 * i + k)))
            if i % 5 == 4:
                assert history.seal(merge=True)
        stop.set()
        for thread in threads:
            thread.join()
        final = history.window(TAG, START, START + 10 * DAY).values.tolist()

    assert final == [float(i) for i in range(20_000)]
    assert seen
    assert all(values == final[: len(values)] for values in seen)


def test_append_never_waits_and_says_what_it_had_to_let_go(tmp_path: Path) -> None:
    history = History(tmp_path, spare=0, most_waiting=1000)  # not started: nobody takes anything
    began = time.perf_counter()
    for i in range(100):
        history.append(each_second(100, START + 100 * i))
    took = time.perf_counter() - began

    assert history.statistics.dropped == 9000
    assert took < 1.0
    history.start()
    assert history.flush()
    give(history, each_second(10, START + 20_000))
    window = history.window(TAG, START, START + DAY)
    history.close()
    assert len(window) == 1010
    assert any(since <= START + 2000 and until_ >= START + 19_000 for since, until_ in window.gaps.tolist())


def test_who_reads_while_the_history_is_closed_reads_to_the_end(tmp_path: Path) -> None:
    filled(tmp_path, each_second(3000))
    found: list[int | Exception] = []
    inside, closed = threading.Event(), threading.Event()
    with open_history(tmp_path) as history:
        reader = history._opened()

        def read() -> None:
            try:
                with reader.view() as view:
                    inside.set()
                    closed.wait(10)
                    found.append(len(view.samples(reader.numbers(view, [TAG.id]), 0, 2**61)))
            except Exception as error:
                found.append(error)

        thread = threading.Thread(target=read)
        thread.start()
        assert inside.wait(10)
        history.close()
        closed.set()
        thread.join(10)

    assert found == [3000]


def test_before_the_start_and_after_the_end_asking_is_refused(tmp_path: Path) -> None:
    history = History(tmp_path)
    with pytest.raises(NotOpen):
        history.first()
    history.start()
    assert history.first() is None
    history.close()
    with pytest.raises(NotOpen):
        history.signals()


def test_readings_are_on_the_disk_within_a_second_without_being_asked_for(tmp_path: Path) -> None:
    with open_history(tmp_path) as history:
        history.append(each_second(10))
        assert until(lambda: history.statistics.recorded == 10, 3.0)
        assert history.statistics.waiting == 0


def test_the_oldest_days_go_one_at_a_time_and_size_is_kept(tmp_path: Path) -> None:
    chance = random.Random(1)
    days = [each_second(2000, START + day * DAY, value=lambda i: chance.random()) for day in range(5)]
    filled(tmp_path, [r for day in days for r in day], days=2.5)
    with open_history(tmp_path, days=2.5) as history:
        assert until(lambda: (history.first() or 0) > START + DAY / 2)
        kept = len(history.window(TAG, START, START + 9 * DAY))
        assert kept == 8000  # one day at once, also when the clock says that all are too old
    with open_history(tmp_path, days=900, most=90_000) as history:
        assert until(lambda: len(history.window(TAG, START, START + 9 * DAY)) < kept)
        assert history.last(TAG) is not None


def test_how_much_room_will_be_needed_is_told_once_it_was_measured(tmp_path: Path) -> None:
    chance = random.Random(1)
    filled(tmp_path, each_second(7200, value=lambda i: chance.random()))  # nothing that could be packed
    with open_history(tmp_path, days=100) as history:
        told = until(lambda: history.forecast() if history.forecast().per_day else None)

    assert told is not None
    assert told.per_day == pytest.approx(86_400 * 8, rel=0.2)
    assert told.needed == pytest.approx(100 * told.per_day)
    assert told.days_that_fit == 100


def test_qualities_are_kept_with_each_sample(tmp_path: Path) -> None:
    readings = [reading(float(i), START + i, quality=quality) for i, quality in enumerate(Quality)]
    filled(tmp_path, readings)
    with open_history(tmp_path) as history:
        window = history.window(TAG, START, START + 10)
    assert window.qualities is not None
    assert window.qualities.tolist() == [0, 1, 2, 3]


def test_many_signals_that_say_little_share_chunks_and_are_read_like_any_other(tmp_path: Path) -> None:
    """Hours become days, and who says more than before gets chunks of its own."""
    few = [Signal(f"L1/{i}", Role.TAG, "torque", index=i) for i in range(300)]
    hours = [
        reading(float(1000 * i + hour), START + 3600 * hour + i, signal)
        for hour in range(30)
        for i, signal in enumerate(few)
    ]
    busy = each_second(200, START + 5 * 3600 + 1000, few[7])
    late = [reading(-1.0, START + 3600 * 2 + 99.5, few[9], late=4 * 3600.0)]
    readings = sorted([*hours, *busy, *late], key=lambda r: r.heard_at)
    with open_history(tmp_path, most_waiting=10**9) as history:
        for at in range(0, len(readings), 900):  # in chunks again and again, so that every hour is merged from several
            give(history, readings[at : at + 900])
            assert history.seal(merge=at % 1800 == 0)
        assert history.seal(merge=True)
        everything = list(history.replay(START, START + 2 * DAY))
        plain_one = history.window(few[3], START, START + 2 * DAY)
        by_hours = history.window(few[3], START, START + 2 * DAY, 48)
        busy_one = history.window(few[7], START, START + 2 * DAY)
        late_one = history.window(few[9], START, START + 2 * DAY, 20)
        last = history.last(few[299])
        only = list(history.replay(START, START + 2 * DAY, [few[4].id]))
        checked = history.check()

    assert [r.value for r in everything] == [r.value for r in readings]
    assert [r.signal.id for r in everything] == [r.signal.id for r in readings]
    assert plain_one.values.tolist() == [3000.0 + hour for hour in range(30)]
    assert by_hours.mins is not None
    assert by_hours.mins.tolist() == [3000.0 + hour for hour in range(30)]
    assert len(busy_one) == 230
    assert late_one.mins is not None
    assert late_one.mins.min() == -1.0
    assert last is not None
    assert last.value == 299_029.0
    assert [r.value for r in only] == [4000.0 + hour for hour in range(30)]
    assert (checked.readings, checked.faults) == (len(readings), ())
    assert checked.chunks < 40  # not 9 000


def test_chunks_that_are_wanted_while_others_are_made_do_not_hold_the_same_readings_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy of the history asks for chunks, and the end of an hour does: both at once is one after the other."""
    monkeypatch.setattr(writing, "BEAT", -1.0)  # what waits is written between any two pieces
    signals = [Signal(f"L1/{i}", Role.TAG, "torque", index=i) for i in range(5)]
    said = [one for signal in signals for one in each_second(60, signal=signal)]
    inbox = Inbox()
    writer = Writer(tmp_path, inbox, Limits(365.0, 10**12, 0), None)
    assert writer.flush()
    inbox.append(said)
    assert writer.flush()
    done: list[str] = []

    def another() -> None:
        writer.seal()
        done.append("another")

    inbox.errand(another)
    writer.seal()
    assert done == [], "it waits until these are made"
    assert writer.flush()
    assert done == ["another"]
    stop = threading.Event()
    stop.set()
    writer.run(threading.Event(), stop)
    with open_history(tmp_path) as history:
        heard = [(r.signal.id, r.value) for r in history.replay(START, START + DAY)]
    assert len(heard) == len(said)
    assert sorted(heard) == sorted((r.signal.id, r.value) for r in said)
