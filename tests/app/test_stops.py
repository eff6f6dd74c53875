"""Rules of the console's stops: every long stop becomes one record, through restarts, kills and other consoles."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.app.compose import Running
from console.app.queries.stops import stop_file, stops_between, stops_of_call, unexplained
from console.domain.commands import CONSOLE
from console.domain.commands.andon import ExplainCall
from console.domain.commands.people import AddPerson
from console.domain.commands.stops import (
    ChangeReason,
    ClearReason,
    ExplainStop,
    MergeStops,
    SplitStop,
    TakeReasonOver,
)
from console.domain.losses import Source, losses
from console.domain.people import Grant, Role
from console.domain.stations import LossKind
from console.domain.stopfigures import kept_account
from tests.app.calling import PLANT, T0, Clock
from tests.app.stopping import EVER, SILENT_SOON, Line
from tests.journeys.watching import drive, watch
from tests.paths import DATA, ROOT


@pytest.fixture
def line(tmp_path: Path) -> Iterator[Line]:
    made = Line(tmp_path)
    yield made
    made.close()


def stopped(line: Line, seconds: float, station: str = "10", **more: object) -> None:
    """The station stands still for so long, then runs for ten minutes."""
    line.say(station, state="stopped", **more)
    line.after(seconds)
    line.say(station, state="running", **more)
    line.after(600)


# What becomes a stop


def test_a_stop_is_kept_while_it_lasts_and_when_it_ends(line: Line) -> None:
    line.say(state="running")
    line.after(60)
    line.say(state="stopped")
    line.after(110)
    assert line.told() == [], "a micro-stop so far"
    line.after(20)
    assert line.told() == [("L1/10", 60.0, None)]
    assert line.stops.unexplained == 1
    assert line.stops.unexplained_at("L1/10") == 1
    line.after(170)
    line.say(state="running")
    assert line.told() == [("L1/10", 60.0, 360.0)]
    (stop,) = line.seen()
    assert (stop.line, stop.area, stop.reason) == ("L1", "Body", "")


def test_what_is_no_unplanned_stop_wants_no_reason(line: Line) -> None:
    for state in ("running", "starved", "blocked", "changeover", "planned_stop", "running"):
        line.say(state=state)
        line.after(300)
    stopped(line, 100)
    assert line.told() == []


def test_a_stop_outside_planned_time_is_none(tmp_path: Path) -> None:
    clock = Clock()
    clock.at += 15 * 3600.0  # 02:30: nobody works
    line = Line(tmp_path, clock)
    try:
        line.say(state="running")
        line.after(60)
        stopped(line, 600)
        assert line.told() == []
    finally:
        line.close()


def test_the_word_of_a_machine_explains_its_stop(tmp_path: Path) -> None:
    plant = PLANT.replace('{feeds = "scrap"', '{feeds = "reason", path = "why"}, {feeds = "scrap"')
    line = Line(tmp_path, plant=plant)
    try:
        line.say(state="running", why="")
        line.after(60)
        line.say(state="stopped", why="Wire JAM at nozzle")
        line.after(300)
        (stop,) = line.seen()
        assert (stop.machine, stop.reason, stop.by) == ("Wire JAM at nozzle", "machine.jam", CONSOLE)
        assert line.stops.unexplained == 0
    finally:
        line.close()


# Restarts


def test_a_restart_in_the_middle_of_a_stop_neither_loses_nor_doubles_it(line: Line) -> None:
    line.say(state="running")
    line.after(60)
    line.say(state="stopped")
    line.after(300)
    assert line.told() == [("L1/10", 60.0, None)]
    for _ in range(2):
        line.close()
        line.clock.at += 20
        line.begin()
        assert line.told() == [("L1/10", 60.0, None)]
        line.say(state="stopped")
        line.after(100)
    line.say(state="running")
    assert line.told() == [("L1/10", 60.0, 600.0)]


def test_a_console_that_is_killed_in_the_middle_of_a_stop_goes_on_with_it(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.app.stopping", str(tmp_path)]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "stopped at 210\n"
    os.kill(child.pid, signal.SIGKILL)
    child.wait(10)
    child.stdout.close()
    clock = Clock()
    clock.at += 240
    line = Line(tmp_path, clock)
    try:
        line.say(state="stopped")
        line.after(60)
        line.say(state="running")
        assert line.told() == [("L1/10", 10.0, 300.0)]
    finally:
        line.close()


def test_no_data_is_no_stop_and_a_console_that_was_off_does_not_guess(tmp_path: Path) -> None:
    line = Line(tmp_path, plant=SILENT_SOON)
    line.say(state="running")
    line.say(state="stopped")
    for _ in range(5):
        line.after(50)
        line.say(state="stopped")
    assert line.told() == [("L1/10", 0.0, None)]
    line.close()
    line.clock.at += 3600
    line.begin()
    try:
        line.say(state="stopped")
        line.after(50)
        assert line.told() == [("L1/10", 0.0, 250.0)], "it stood still up to there; then nobody knows"
        for _ in range(3):
            line.say(state="stopped")
            line.after(50)
        assert line.told() == [("L1/10", 0.0, 250.0), ("L1/10", 3850.0, None)]
    finally:
        line.close()


def test_a_stop_whose_end_was_lost_with_the_shift_log_ends_when_something_is_known_again(line: Line) -> None:
    line.say(state="running")
    line.say(state="stopped")
    line.after(300)
    assert line.told() == [("L1/10", 0.0, None)]
    line.close()
    for file in line.folder.glob("shift.db*"):
        file.unlink()
    line.clock.at += 1000
    line.begin()
    assert line.told() == [("L1/10", 0.0, None)]
    line.say(state="running")
    line.after(10)
    assert line.told() == [("L1/10", 0.0, 1300.0)]


def test_a_shift_that_is_over_keeps_its_losses_one_by_one(line: Line) -> None:
    line.say(state="running")
    line.after(60)
    stopped(line, 300, scrap=0)
    totals: list[dict[str, object]] = []

    def read() -> bool:
        totals[:] = line.console.past_totals("L1", T0 - 86400, T0 + 86400)
        account = kept_account(totals[-1]) if totals else None
        return account is not None and account.planned > 900

    line.until(read)
    account = kept_account(totals[-1])
    assert account is not None
    assert account.planned == pytest.approx(account.good_time + account.lost)
    assert LossKind.STOP in account.losses or LossKind.NO_DATA in account.losses


# What people do


def test_people_explain_split_and_merge_stops_of_their_place(line: Line) -> None:
    for id, scope in (("olga", ("Suzhou", "Body", "L1")), ("otto", ("Suzhou", "Paint"))):
        line.give(AddPerson(id, id.title(), id, (Grant(Role.OPERATOR, scope),)))
    line.say(state="running")
    line.after(60)
    stopped(line, 600)
    stop = line.seen()[0]
    on = (stop.id, stop.place)
    assert line.ask_for(ExplainStop(*on, "machine.jam"), "otto").code == "not_allowed"
    assert line.ask_for(ExplainStop(stop.id, "L1/20", "machine.jam"), "olga").code == "missing", "not its place"
    line.give(ExplainStop(*on, "machine.jam", "wire"), "olga")
    line.give(SplitStop(*on, datetime.fromtimestamp(T0 + 160, UTC)), "olga")
    assert line.told() == [("L1/10", 60.0, 160.0), ("L1/10", 160.0, 660.0)]
    first, second = line.seen()
    line.give(ExplainStop(second.id, second.place, "material.late"), "olga")
    line.give(MergeStops(first.id, first.place, second.id, 120.0), "olga")
    (whole,) = line.seen()
    assert (whole.seconds(line.now), whole.reason, whole.by, whole.note) == (600.0, "machine.jam", "olga", "wire")
    assert line.stops.unexplained == 0
    line.give(ClearReason(*on), "olga")
    assert line.seen()[0].reason == ""
    assert line.stops.unexplained == 1
    jam = next(reason for reason in line.stops.reasons if reason.id == "machine.jam")
    assert line.ask_for(ChangeReason(jam), "olga").code == "not_allowed"


def test_the_reason_is_taken_over_from_the_call_that_was_open(line: Line) -> None:
    line.say(state="running")
    line.after(60)
    line.say(state="stopped")
    line.after(200)
    (call,) = line.all()  # by the shipped rule for long stops
    line.say(state="running")
    line.after(20)
    (stop,) = line.seen()
    again = TakeReasonOver(stop.id, stop.place, call.id)
    assert line.ask_for(again).code == "stop_cause_unknown", "nobody has told the cause yet"
    line.staff()
    line.give(ExplainCall(call.id, "L1/10", "jam", "The pin was bent"), "lea")
    box: list[object] = []
    line.console.office.ask(stop_file(stop.id), box.append)
    line.console.office.ask(stops_of_call(call.id), box.append)
    line.until(lambda: len(box) == 2)
    assert [(then.call.id, then.cause) for then in box[0].calls] == [(call.id, "Jam")]  # type: ignore[attr-defined]
    assert [one.id for one in box[1]] == [stop.id]  # type: ignore[attr-defined]
    line.give(again)
    (done,) = line.seen()
    assert (done.reason, done.call, done.note) == ("machine.jam", call.id, "The pin was bent")


def test_stops_without_a_reason_never_expire_and_are_listed_by_age(line: Line) -> None:
    line.say(state="running")
    line.say("20", state="running")
    line.after(60)
    stopped(line, 300)
    stopped(line, 300, "20")
    assert len(line.seen()) == 2
    line.clock.at += 400 * 86400.0
    box: list[object] = []
    line.console.office.ask(unexplained(), box.append)
    line.console.office.ask(unexplained(["L1"], newest=True, limit=1), box.append)
    line.console.office.ask(unexplained(["L9"]), box.append)
    line.until(lambda: len(box) == 3)
    oldest, newest, none = box
    assert [one.stop.place for one in oldest.stops] == ["L1/10", "L1/20"]  # type: ignore[attr-defined]
    assert [one.stop.place for one in newest.stops] == ["L1/20"]  # type: ignore[attr-defined]
    assert (newest.total, none.total) == (2, 0)  # type: ignore[attr-defined]


# Real recordings


@pytest.fixture
def played(tmp_path: Path) -> Iterator[Running]:
    running = watch(DATA / "Mazak01-excerpt.txt", tmp_path)
    yield running
    running.close()


def test_stops_of_a_real_machine_are_those_of_the_loss_account(played: Running) -> None:
    console = played.console
    stops = console.stops
    assert stops is not None
    console.start_records()
    box: list[object] = []
    drive(played, lambda: stops.known and not stops._touched, 20)
    console.office.ask(stops_between(*EVER), box.append)
    drive(played, lambda: box, 20)
    told: dict[str, list[float]] = {}
    for one in box[0].stops:  # type: ignore[attr-defined]
        stop, ends = one.stop, datetime.fromtimestamp(console.now(), UTC)
        calendar = stops.calendar(stop.line)
        spans = stop.spans(ends)
        seconds = sum(calendar.planned_seconds(a.timestamp(), b.timestamp()) for a, b in spans)
        told.setdefault(stop.place, []).append(round(seconds, 3))
    wanted: dict[str, list[float]] = {}
    for place, live in console.floor.stations.items():
        line = console.floor.line_of(place).line
        segments = (*live.ribbon.closed, live.ribbon.open._replace(reason="")) if live.ribbon.open else ()
        plain = tuple(segment._replace(reason="") for segment in segments)  # stops by reason would be counted apart
        first, last = plain[0].since, console.now()
        for shift in stops.calendar(line.id).shifts_between(first, last):
            source = Source(line.id, place, plain, shift, line.micro_stop)
            found = [one for one in losses([source], last) if one.kind is LossKind.STOP]
            if found:
                wanted.setdefault(place, []).extend([float(found[0].stops), round(found[0].seconds, 2)])
    figures = {place: [float(len(many)), round(sum(many), 2)] for place, many in told.items()}
    print(f"stops and planned seconds of each station: {figures}")
    assert figures == wanted
    assert sum(len(many) for many in told.values()) > 0
