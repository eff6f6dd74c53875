"""Comparing on a real console: its cells, stops and calls are put where they belong, and reports write themselves."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from console.app.compare import Comparing, Gathered, Stretch
from console.app.console import Console
from console.app.furnishing import furnish
from console.app.reports import Reports, file_name
from console.app.settings import load_settings
from console.domain.commands import CONSOLE
from console.domain.commands.stops import TellStops
from console.domain.compare import Answer, By, Measure, Question, QuestionUnfit
from console.domain.errors import Refusal
from console.domain.orders import Ended, WorkOrder
from console.domain.questions import Every
from console.domain.reports import Period, Report
from console.domain.stops import ToldStop
from tests.app.orderflows import keep
from tests.app.talking import T0, Clock, console_on, plant_text, say

HOUR = 3600.0


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def console(tmp_path: Path, clock: Clock) -> Iterator[Console]:
    made, _ = console_on(tmp_path, plant_text(2), clock)
    furnish(made, load_settings(tmp_path, None, {}, {}), shares=False)
    made.start_records()
    yield made
    made.close()


def until(console: Console, true: Callable[[], object], seconds: float = 15.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen"
        console.tick()
        time.sleep(0.005)


def live(console: Console, clock: Clock, minutes: int, good: int, line: str = "L1", state: str = "running") -> None:
    """The line's stations say so once a minute; `good` pieces come out of the last one in all."""
    made = int(console.floor.stations[f"{line}/30"].good)
    for minute in range(minutes):
        clock.at += 60
        told = made + good * (minute + 1) // minutes
        for station in ("10", "20", "30"):
            say(console, f"{line}/{station}", state=state, good=told, scrap=0)
        console.tick()
        console.floor.refresh(clock.at)
        console._keeping.keep_cells(console.floor, clock.at)


def settle(console: Console) -> None:
    """What was kept is on the disk."""
    done: list[bool] = []
    console._keeping.when_durable(lambda: done.append(True))
    until(console, lambda: done)


def asked(console: Console, question: Question, start: float, end: float) -> Answer:
    told: list[Answer] = []
    refused: list[Refusal] = []
    Comparing(console).ask(question, Stretch(start, end), lambda answer, _: told.append(answer), refused.append)
    until(console, lambda: told or refused)
    assert not refused, refused
    return told[0]


def test_pieces_stand_at_the_line_and_the_hour_in_which_they_were_made(console: Console, clock: Clock) -> None:
    say(console, "L1/30", state="running", good=0, scrap=0)
    say(console, "L2/30", state="running", good=0, scrap=0)
    console.tick()
    live(console, clock, 60, 120)
    live(console, clock, 30, 30, "L2")
    settle(console)
    told = asked(console, Question(Measure.GOOD, By.LINE, By.HOUR), T0 - HOUR, clock.at + 1)
    assert told.by_row["L1"].value == 120
    assert told.by_row["L2"].value == 30
    hours = {row_hour: figure.value for row_hour, figure in told.figures.items() if figure.value}
    assert hours[("L1", "07")] == pytest.approx(120, abs=3)
    assert hours[("L2", "08")] == pytest.approx(30, abs=2)
    assert told.whole.value == 150
    by_shift = asked(console, Question(Measure.GOOD, By.SHIFT), T0 - HOUR, clock.at + 1)
    assert by_shift.by_row["Early"].value == 150


def test_a_stop_belongs_to_its_line_hour_and_shift_and_those_that_were_merged_are_none(
    console: Console, clock: Clock
) -> None:
    since = datetime.fromtimestamp(T0 + 1800, UTC)
    told = ToldStop("L1/10", since, since + timedelta(minutes=5), "jam", "L1", "A0")
    done: list[object] = []
    console.office.do(TellStops((told,)), done.append, done.append, who=CONSOLE)
    until(console, lambda: done)
    clock.at += HOUR
    found = asked(console, Question(Measure.STOP_TIME, By.LINE, By.HOUR), T0, clock.at)
    assert {key: figure.value for key, figure in found.figures.items()} == {("L1", "07"): 300.0}
    assert asked(console, Question(Measure.STOPS, By.SHIFT), T0, clock.at).rows == ("Early",)
    assert asked(console, Question(Measure.STOPS, By.REASON), T0, clock.at).rows == ("",)
    assert asked(console, Question(Measure.STOPS), T0 + HOUR, clock.at).rows == (), "it began earlier"


def test_completed_orders_stand_where_and_when_they_were_finished_dropped_ones_nowhere(
    console: Console, clock: Clock
) -> None:
    made, due = datetime.fromtimestamp(T0 - 2 * HOUR, UTC), datetime.fromtimestamp(T0 + 60, UTC)
    done = datetime.fromtimestamp(T0 + 1800, UTC)
    told = {"finished": done, "column": "done", "due": due}
    orders = [
        WorkOrder("1", "WO-1", "A", 5, made, "x", "L1", ended=Ended.FULL, **told),
        WorkOrder("2", "WO-2", "B", 5, made, "x", "L1", ended=Ended.SHORT, good=2, **told),
        WorkOrder("3", "WO-3", "B", 5, made, "x", "L1", ended=Ended.SHORT, **told),
        WorkOrder("4", "WO-4", "B", 5, made, "x", "L1", ended=Ended.MERGED, merged_into="1", **told),
    ]
    kept: list[object] = []
    console.office.run(lambda local: keep(local, orders), kept.append, kept.append)
    until(console, lambda: kept)
    clock.at += HOUR
    found = asked(console, Question(Measure.ORDERS, By.LINE, By.PRODUCT), T0, clock.at)
    assert {key: figure.value for key, figure in found.figures.items()} == {("L1", "A"): 1, ("L1", "B"): 1}
    assert asked(console, Question(Measure.LATE_ORDERS, By.SHIFT), T0, clock.at).by_row["Early"].value == 2
    assert asked(console, Question(Measure.LEAD, By.ORDER), T0, clock.at).by_row["WO-1"].value == 2.5 * HOUR


def test_a_question_that_contradicts_itself_is_refused_before_anything_is_read(console: Console) -> None:
    with pytest.raises(QuestionUnfit):
        Comparing(console).ask(Question(Measure.OEE, By.REASON), Stretch(0, 1), lambda *_: None, lambda _: None)


def test_a_question_that_was_stopped_is_not_answered(console: Console, clock: Clock) -> None:
    told: list[object] = []
    comparing = Comparing(console)
    stretch = Stretch(T0 - 40 * 86400, T0)
    asking = comparing.ask(Question(Measure.GOOD), stretch, lambda *_: told.append("old"), told.append)
    asking.stop()
    comparing.ask(Question(Measure.GOOD), stretch, lambda *_: told.append("new"), told.append)
    until(console, lambda: told)
    for _ in range(40):
        console.tick()
        time.sleep(0.005)
    assert told == ["new"]


def test_a_report_is_written_once_when_its_shift_is_over_and_again_by_nobody(
    console: Console, clock: Clock, tmp_path: Path
) -> None:
    say(console, "L1/30", state="running", good=0, scrap=0)
    console.tick()
    live(console, clock, 30, 60)
    settle(console)
    pages: list[tuple[Report, Path]] = []

    def write(report: Report, found: Gathered, path: Path) -> None:
        pages.append((report, path))
        path.write_bytes(b"%PDF")

    folder = tmp_path / "reports"
    reports = Reports(console, folder, [Every.SHIFT])
    reports.write = write
    reports.start()
    clock.at = T0 + 7 * HOUR + 60  # the shift ended a minute ago: too early
    beat(console, reports)
    before = {path.name for _, path in pages}
    assert "shift 2025-03-04 Early.pdf" not in before
    clock.at += 120
    beat(console, reports, 4)
    names = [path.name for _, path in pages]
    assert names.count("shift 2025-03-04 Early.pdf") == 1
    assert sorted(set(names)) == sorted(names), "no period twice"
    report = next(report for report, path in pages if path.name == "shift 2025-03-04 Early.pdf")
    good = next(section for section in report.figures if section.now.question.measure is Measure.GOOD)
    assert good.now.whole.value == 60
    again = Reports(console, folder, [Every.SHIFT])
    again.write = write
    again.start()
    beat(console, again, 3)
    assert len(pages) == len(names), "the folder knows"


def test_a_folder_that_cannot_be_written_is_said_and_tried_again(
    console: Console, tmp_path: Path, expected_log: Callable[..., None]
) -> None:
    expected_log("A report could not be written")
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    reports = Reports(console, blocked, [Every.DAY])
    reports.write = lambda report, found, path: path.write_bytes(b"%PDF") and None
    reports.start()
    beat(console, reports)
    assert reports.trouble
    blocked.unlink()
    beat(console, reports, 6)
    assert reports.trouble == ""
    assert len(list(blocked.glob("day *.pdf"))) >= 2


def test_a_folder_that_does_not_answer_keeps_nobody_from_reading_the_past(console: Console, tmp_path: Path) -> None:
    answers, told = threading.Event(), list[object]()
    reports = Reports(console, tmp_path, [Every.DAY])
    reports.write = lambda report, found, path: answers.wait(20.0) and None
    reports.start()
    reports.beat()
    for _ in range(200):
        console.tick()
        time.sleep(0.002)
    assert reports._busy
    assert console.trends is not None
    console.trends.ask(lambda past: "read", told.append)
    until(console, lambda: told)
    answers.set()
    until(console, lambda: not reports._busy)
    reports.close()


def beat(console: Console, reports: Reports, times: int = 1) -> None:
    """Look, and wait until what follows is done."""
    for _ in range(times):
        reports._look_at = 0.0
        reports.beat()
        until(console, lambda: not reports._busy)


def test_the_name_of_a_file_has_nothing_that_a_file_may_not_be_called() -> None:

    name = file_name(Period(Every.SHIFT, 0, 1, date(2026, 3, 4), 'Early/"1"', ""))
    assert name == "shift 2026-03-04 Early--1-.pdf"
