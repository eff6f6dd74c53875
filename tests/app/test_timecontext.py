"""Rules of what a time axis shows beside values, with a real history and real records."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from console.app.queries.trends import Happened
from console.app.timecontext import Facts, TimeContext
from console.app.trends import Trends
from console.domain.commands import CONSOLE
from console.domain.commands.andon import RaiseCall
from console.domain.commands.stops import AddReason, ExplainStop, TellStops
from console.domain.commands.trends import AddTrendNote
from console.domain.reasons import Reason
from console.domain.ribbon import Segment
from console.domain.stations import NoData, StationState
from console.domain.stops import ToldStop, stop_id
from console.domain.timeline import NO_DATA, Held
from tests.app.axes import DAY, HOUR, LONG_AGO, YESTERDAY, Axis
from tests.app.calling import T0, Works


@pytest.fixture(scope="module")
def axis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Axis]:
    made = Axis(tmp_path_factory.mktemp("axis"))
    yield made
    made.works.close()


def utc(at: float) -> datetime:
    return datetime.fromtimestamp(at, UTC)


def values(held: list[Held], start: float) -> list[tuple[float, float, str]]:
    return [(round(one.since - start, 1), round(one.until - start, 1), one.value) for one in held]


def test_states_come_from_the_history_and_are_not_known_where_nothing_was_heard(axis: Axis) -> None:
    held = axis.look(YESTERDAY - 600, YESTERDAY + HOUR).states("L1/10")
    assert values(held, YESTERDAY) == [
        (-600.0, 0.0, NO_DATA),
        (0.0, 900.0, "running"),
        (900.0, 1200.0, "starved"),
        (1200.0, 1860.0, "running"),  # 60 s after what was heard last
        (1860.0, 3600.0, NO_DATA),
    ]


def test_what_the_board_showed_is_believed_before_the_history(axis: Axis) -> None:
    since, kept = T0 - 10 * DAY, threading.Event()
    for segment in (
        Segment(StationState.STOPPED, None, since, since + 600, "E7"),
        Segment(StationState.NO_DATA, NoData.STALE, since + 600, since + 900),
    ):
        axis.console._keeping.keep_segment("L1/20", segment)
    axis.console._keeping.when_durable(kept.set)
    assert kept.wait(10)
    held = axis.look(since - 100, since + 1000, places=("L1/20",)).states("L1/20")
    assert values(held, since) == [(-100.0, 0.0, NO_DATA), (0.0, 600.0, "stopped"), (600.0, 1000.0, NO_DATA)]
    facts: Facts = axis.answer(lambda answer: axis.context.ask_facts(since + 300, answer))
    assert facts.states == (("L1/20", "stopped"),)


def test_the_newest_states_are_those_of_the_board_and_nothing_is_told_of_the_future(axis: Axis) -> None:
    held = axis.look(T0 - HOUR, T0 + HOUR).states("L1/10")
    assert held[-1].until == axis.console.now()
    assert [one.value for one in held][:1] == [NO_DATA]


def test_a_stop_of_seconds_leaves_its_mark_in_a_year_of_few_pixels(axis: Axis) -> None:
    held = axis.look(T0 - 366 * DAY, T0, 600).states("L1/10")
    assert len(held) <= 2 * 600
    stopped = [one for one in held if one.value == "stopped" or any(value == "stopped" for value, _ in one.parts)]
    assert len(stopped) == 1
    assert stopped[0].since <= LONG_AGO + 10 * HOUR < stopped[0].until
    running = sum(one.until - one.since for one in held if one.value == "running")
    assert running < 4 * DAY, "what was not heard for months did not run"


def test_a_year_is_read_in_short_jobs_so_that_pens_do_not_wait(axis: Axis) -> None:
    context = TimeContext(axis.console)
    context.show(("L1/10",), T0 - 366 * DAY, T0, 600)
    took: list[float] = []
    begun = time.monotonic()
    while not context.complete and time.monotonic() - begun < 20:
        context.beat()
        asked = time.monotonic()
        axis.answer(lambda answer: axis.console.trends.ask(lambda past: past.last("L1/10/temperature"), answer))
        took.append(time.monotonic() - asked)
    assert context.complete
    assert sorted(took)[len(took) // 2] < 0.5
    context.close()


def test_orders_and_units_are_told_with_their_times(axis: Axis) -> None:
    context = axis.look(YESTERDAY, YESTERDAY + HOUR, 4000)
    assert [one.value for one in context.orders("L1")] == ["WO-1"]
    assert [one.value for one in context.units("L1/10")] == [f"U-{i}" for i in range(6)]
    assert context.orders("L1")[0].since == YESTERDAY + 60
    assert axis.look(YESTERDAY, YESTERDAY + HOUR, 400).units("L1/10") == [], "too narrow to be told apart"


def test_shifts_are_those_of_the_calendar_and_too_narrow_ones_are_left_out(axis: Axis) -> None:
    shifts = axis.look(YESTERDAY, YESTERDAY + DAY).shifts("L1")
    assert [shift.name for shift in shifts][:3] == ["Early", "Late", "Early"]
    assert axis.look(T0 - 366 * DAY, T0, 600).shifts("L1") == ()
    shift = axis.context.shift_at("L1", T0)
    assert shift is not None
    assert shift.name == "Early"


def test_calls_stops_and_notes_are_there_as_soon_as_the_records_have_them(axis: Axis) -> None:
    context = axis.look(T0 - HOUR, T0 + HOUR)
    told: list[int] = []
    context.when_changed(lambda: told.append(1))
    axis.works.give(RaiseCall("L1/10", "machine", "It jams", call="c1"))
    axis.works.give(RaiseCall("L1/20", "machine", "Elsewhere", call="c2"))
    axis.works.give(AddReason(Reason("jam", "Jam", loss="breakdown")))
    axis.works.give(TellStops((ToldStop("L1/10", utc(T0 - 600), utc(T0 - 300), "E7", "L1", "Body"),)))
    axis.works.give(ExplainStop(stop_id("L1/10", utc(T0 - 600)), "L1/10", "jam"))
    for id, where in (("n1", "L1/10"), ("n2", "L1"), ("n3", "L1/20")):
        axis.works.give(AddTrendNote(id, where, utc(T0 - 500), None, id))

    def seen() -> Happened:
        context.beat()
        axis.console.mailbox.run_errands()
        return context.happened or Happened()

    axis.works.until(lambda: len(seen().notes) == 2 and seen().stops and seen().stops[0].reason)
    found = seen()
    assert [one.call.id for one in found.calls] == ["c1"], "the neighbour's is not of this place"
    assert [(one.stop.place, one.reason) for one in found.stops] == [("L1/10", "Jam")]
    assert {one.note.id for one in found.notes} == {"n1", "n2"}, "a note of the line is of its stations too"
    assert told
    whole = axis.look(T0 - HOUR, T0 + HOUR, places=("L1",))
    axis.works.until(lambda: (whole.beat(), len((whole.happened or Happened()).calls) == 2)[1])


def test_what_was_so_at_a_time_is_told_exactly_whatever_the_axis(axis: Axis) -> None:
    axis.look(T0 - 366 * DAY, T0, 600)
    facts: Facts = axis.answer(lambda answer: axis.context.ask_facts(YESTERDAY + 1000, answer))
    assert facts.states == (("L1/10", "starved"),)
    assert (facts.order, facts.unit) == ("WO-1", "U-3")
    silent: Facts = axis.answer(lambda answer: axis.context.ask_facts(YESTERDAY + 2400, answer))
    assert silent.states == (("L1/10", NO_DATA),)
    then: Happened = axis.answer(lambda answer: axis.context.ask_happened(T0 - 500, answer))
    assert [one.note.id for one in then.notes][:1] == ["n1"]
    assert [one.reason for one in then.stops] == ["Jam"]
    before: Happened = axis.answer(lambda answer: axis.context.ask_happened(T0 - 900 * DAY, answer))
    assert before == Happened()


def test_without_a_history_the_live_states_and_the_records_are_still_there(
    tmp_path: Path, expected_log: Callable[..., None]
) -> None:
    expected_log("this console keeps no history", maybe=True)
    works = Works(tmp_path)
    try:
        works.console.trends = Trends(works.console.mailbox, None)
        works.console.serve(works.console.trends)
        works.say("10", state="running")
        works.clock.at += 60
        works.console.tick()
        context = TimeContext(works.console)
        context.show(("L1/10",), T0 - HOUR, T0 + 60, 600)
        works.until(lambda: (context.beat(), context.happened is not None and context.trouble)[1])
        assert [one.value for one in context.states("L1/10")][-1] == "running"
        box: list[Facts] = []
        context.ask_facts(T0 + 30, box.append)
        works.until(lambda: box)
        assert box[0].states == (("L1/10", "running"),)
        context.show(("nowhere",), T0 - HOUR, T0, 600)
        assert (context.stations, context.lines, context.states("nowhere")) == ((), (), [])
        context.close()
    finally:
        works.close()


def test_nobody_gives_a_command_by_looking(axis: Axis) -> None:
    assert CONSOLE
    before = axis.answer(lambda answer: axis.console.office.run(_lines, answer))
    axis.look(T0 - HOUR, T0)
    assert axis.answer(lambda answer: axis.console.office.run(_lines, answer)) == before


def _lines(local: Any) -> int:
    from console.records.trail import lines_after

    with local.reading() as db:
        return len(list(lines_after(db, 0, 10_000)))
