"""Rules of the dry run: it finds what the live console raises of the same readings, and disturbs nobody meanwhile."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from console.app.compose import examples_folder
from console.app.dryrun import DryResult, DryRun, DryRunner, GoOn
from console.app.mailbox import Mailbox
from console.app.places import ways
from console.app.queries.andon import Wanted, history
from console.app.recorded import FileRecorded, HistoryRecorded, Span
from console.demo.recording import read_recording
from console.domain.andon_shipped import shipped_categories, shipped_rules
from console.domain.backups import Cancelled
from console.domain.callrules import CallRule, Kind
from console.domain.drycalls import DryCall
from console.domain.errors import FileRefused, Refusal
from console.domain.readings import Reading
from console.history.history import History
from console.telemetry.intake import Intake
from console.telemetry.plantfile import load_plant
from tests.app.calling import PLANT, T0, Clock, Works
from tests.paths import DATA, SHARED

EXCERPTS = [DATA / "Mazak01-excerpt.txt", DATA / "orbis-nok-excerpt.jsonl"]
NIST = sorted((SHARED / "nist").glob("Mazak01*.txt.gz"))
WARNINGS = CallRule("warnings", "Warning", Kind.ALARM, "machine", levels=("warning",), order=9)
HOT = CallRule("hot", "Hot", Kind.LIMIT, "process", signal="temperature", limit=60.0, delay=20.0, order=5)
SCRAP = CallRule("scrap", "Scrap", Kind.COUNTER, "quality", signal="scrap", count=3, window=60.0, order=6)
BEAT = 0.2  # seconds
CATEGORIES = shipped_categories(False)
SHIPPED = shipped_rules(False, 120.0)


def dry(recorded: FileRecorded, *rules: CallRule) -> DryResult:
    (span,) = recorded.spans()
    run = DryRun(recorded.plant, rules, ways(recorded.plant), CATEGORIES)
    return run.run(recorded.readings(span.start, span.end + 0.001), span.start, span.end + 0.001)


class Hearing(Works):
    """A live console with records, whose time is that of what it hears."""

    def __init__(self, folder: Path, plant: str, begin: float, **more: Any) -> None:
        (folder / "plant.toml").write_text(plant, encoding="utf-8")
        clock = Clock()
        clock.at = begin
        super().__init__(folder, clock, **more)

    def play(self, messages: Iterable[Any], retained: bool) -> None:
        """Hear messages as they come, a beat where the clock goes on by more than a beat."""
        beaten = self.clock.at
        for message in messages:
            if not retained and message.at >= beaten + BEAT:
                self.console.tick()
                beaten = message.at
            self.console.intake.take(message.topic, message.payload, 0, retained, 0, message.at)
            if not retained:
                self.clock.at = max(self.clock.at, message.at)
        self.console.tick()

    def every_call(self) -> list[tuple[object, ...]]:
        """All calls there ever were, as facts."""
        self.settle()
        box: list[Any] = []
        self.console.office.ask(history(Wanted(), limit=1000), box.append)
        self.until(lambda: box)
        return sorted(facts(shown.call) for shown in box[0].calls)


def facts(call: Any) -> tuple[object, ...]:
    """What a call is, live or dry."""

    def seconds(at: Any) -> float | None:
        return None if at is None else round(at if isinstance(at, float) else at.timestamp(), 3)

    what = (call.place, call.category, call.severity.value, call.text, call.code, call.about)
    return (*what, seconds(call.raised), call.repeats, seconds(call.cleared))


def live(recording: Path, folder: Path) -> list[tuple[object, ...]]:
    """What a live console with real records raises of a recording."""
    found = read_recording(recording)
    plant = (examples_folder() / found.kind / "plant.toml").read_text(encoding="utf-8")
    works = Hearing(folder, plant, found.events[0].at)
    try:
        works.play(found.snapshot, retained=True)
        works.play(found.events, retained=False)
        return works.every_call()
    finally:
        works.close()


# The same calls as the live console's


@pytest.mark.parametrize("recording", EXCERPTS, ids=lambda path: path.name[:7])
def test_the_same_recording_gives_the_same_calls_live_and_dry(recording: Path, tmp_path: Path) -> None:
    found = dry(FileRecorded(recording), *SHIPPED)
    assert found.calls
    assert sorted(facts(call) for call in found.calls) == live(recording, tmp_path)


@pytest.mark.soak
@pytest.mark.parametrize("recording", NIST, ids=lambda path: path.name[:7])
def test_a_whole_day_of_the_machine_tool_gives_the_same_calls_live_and_dry(recording: Path, tmp_path: Path) -> None:
    found = dry(FileRecorded(recording), *SHIPPED)
    assert sorted(facts(call) for call in found.calls) == live(recording, tmp_path)


@pytest.mark.parametrize("recording", NIST or [EXCERPTS[0]], ids=lambda path: path.name[:7])
def test_the_day_of_the_machine_tool_has_one_fault_and_one_warning_that_comes_five_times(recording: Path) -> None:
    found = dry(FileRecorded(recording), *SHIPPED, WARNINGS)
    fault = [call for call in found.calls if call.rule == "fault"]
    assert [(call.code, call.text, call.place, call.repeats) for call in fault] == [
        ("149", "TAILSTOCK BARRIER", "Mazak01/cnc", 0)
    ]
    again = [call for call in found.calls if call.code == "1101"]
    assert [(call.text, call.repeats, len(call.heard)) for call in again] == [("INTERFERE", 4, 5)]


def said(plant: Any, *messages: tuple[float, str, str], retained: bool = False) -> list[Reading]:
    """Readings of what stations say: seconds after T0, station, document."""
    heard: list[Reading] = []
    intake = Intake(plant, heard.extend, None)
    for seconds, station, document in messages:
        intake.take(f"works/{station}", document.encode(), 0, retained, 0, T0 + seconds)
    return heard


def works_run(rules: Iterable[CallRule], readings: Iterable[Reading], plant: Any, seconds: float, **more: Any) -> Any:
    run = DryRun(plant, tuple(rules), ways(plant), CATEGORIES, **more)
    return run.run(readings, T0, T0 + seconds)


DAY = (
    (1.0, "10", '{"state": "running", "scrap": 0, "temperature": 20}'),
    (1.0, "20", '{"state": "running"}'),
    (20.0, "10", '{"state": "stopped", "temperature": 70}'),
    (21.0, "20", '{"alarm": "BARRIER", "code": 149, "level": "Fault"}'),
    (30.0, "20", '{"check": "failed", "id": "c1"}'),
    (31.0, "20", '{"check": "failed", "id": "c1"}'),
    (50.0, "20", '{"check": "failed", "id": "c2"}'),
    (60.0, "20", '{"alarm": "", "code": 0, "level": ""}'),
    (100.0, "10", '{"scrap": 2, "temperature": 50}'),
    (130.0, "10", '{"scrap": 5}'),
    (400.0, "10", '{"state": "running"}'),
    (500.0, "20", '{"alarm": "BARRIER", "code": 149, "level": "Fault"}'),
)


def test_every_kind_of_rule_raises_what_it_raises_live(tmp_path: Path) -> None:
    rules = (*SHIPPED, HOT, SCRAP)
    plant_file = load_plant(PLANT)
    found = works_run(rules, said(plant_file, *DAY), plant_file.plant, 700.0)
    works = Hearing(tmp_path, PLANT, T0)
    try:
        from console.domain.commands.andon import SetCallRule

        for rule in (HOT, SCRAP):
            works.give(SetCallRule(rule))
        works.until(lambda: {"hot", "scrap"} <= works.rules().keys())
        for seconds, station, document in DAY:
            while works.clock.at + 2 < T0 + seconds:
                works.clock.at += 2
                works.console.tick()
            works.clock.at = T0 + seconds
            works.console.intake.take(f"works/{station}", document.encode(), 0, False, 0, works.clock.at)
            works.console.tick()
        works.after(200)
        real = works.every_call()
    finally:
        works.close()
    assert {call.rule for call in found.calls} == {"fault", "quality", "stop", "hot", "scrap"}
    assert sorted(facts(call) for call in found.calls) == real


# What it is asked


def test_two_sets_of_rules_are_compared_over_the_same_readings() -> None:
    plant_file = load_plant(PLANT)
    patient = [replace(rule, delay=600.0) if rule.id == "stop" else rule for rule in SHIPPED]
    found = works_run(patient, said(plant_file, *DAY), plant_file.plant, 700.0, before=SHIPPED)
    assert {call.rule for call in found.before} - {call.rule for call in found.calls} == {"stop"}


def test_a_rule_that_is_switched_off_raises_nothing_and_an_unknown_category_neither() -> None:
    plant_file = load_plant(PLANT)
    rules = [replace(SHIPPED[0], active=False), replace(SHIPPED[1], category="coffee")]
    assert works_run(rules, said(plant_file, *DAY), plant_file.plant, 700.0).calls == ()


def test_the_calendars_of_the_live_floor_are_left_alone() -> None:
    plant_file = load_plant(PLANT)
    calendar: Any = plant_file.plant.calendars["two"]
    calendar.shift_at(T0)
    before = list(calendar._now)
    run = DryRun(plant_file.plant, SHIPPED, ways(plant_file.plant), CATEGORIES)
    run.run((), T0 + 86_400, T0 + 2 * 86_400)
    assert calendar._now == before


def test_what_was_retained_before_raises_nothing() -> None:
    plant_file = load_plant(PLANT)
    readings = said(plant_file, (1.0, "20", '{"alarm": "BARRIER", "code": 149, "level": "Fault"}'), retained=True)
    assert works_run(SHIPPED, readings, plant_file.plant, 60.0).calls == ()


def test_silence_until_the_end_of_the_day_is_heard() -> None:
    plant_file = load_plant(PLANT.replace("expected_interval = 100000", "expected_interval = 60"))
    found = works_run(SHIPPED, said(plant_file, (1.0, "10", '{"state": "running"}')), plant_file.plant, 900.0)
    calls = [(call.place, call.rule, round(call.raised - T0)) for call in found.calls]
    assert calls == [("L1/20", "no_data", 660), ("L1/10", "no_data", 661)]


# Where the readings come from


class Kept:
    """A history that holds these readings; it tells them with signals of its own, as one that was read from disk."""

    def __init__(self, readings: list[Reading]) -> None:
        own = {reading.signal: replace(reading.signal, index=-1) for reading in readings}
        self.readings = [reading._replace(signal=own[reading.signal]) for reading in readings]

    def first(self) -> float | None:
        return self.readings[0].heard_at if self.readings else None

    def replay(self, start: float, end: float, signals: Iterable[str] | None) -> Iterator[Reading]:
        return (reading for reading in self.readings if start <= reading.heard_at < end)

    def pauses(self, start: float, end: float) -> list[tuple[float, float]]:
        return []


def test_the_history_of_the_console_says_what_it_has_and_gives_it() -> None:
    plant_file = load_plant(PLANT)
    readings = said(plant_file, *DAY)
    recorded = HistoryRecorded(Kept(readings), plant_file.plant, lambda: T0 + 700)
    assert recorded.spans() == (Span(T0 + 1, T0 + 700),)
    found = works_run(SHIPPED, recorded.readings(T0, T0 + 700), recorded.plant, 700.0)
    assert found.readings == len(readings)
    assert {call.rule for call in found.calls} == {"fault", "quality", "stop"}


def test_what_was_kept_on_the_disk_raises_what_was_raised_when_it_was_heard(tmp_path: Path) -> None:
    plant_file = load_plant(PLANT)
    readings = said(plant_file, *DAY)
    live = works_run(SHIPPED, readings, plant_file.plant, 700.0)
    history = History(tmp_path)
    history.start()
    try:
        history.append(readings)
        assert history.flush()
        recorded = HistoryRecorded(history, plant_file.plant, lambda: T0 + 700)
        found = works_run(SHIPPED, recorded.readings(T0, T0 + 700), recorded.plant, 700.0)
        assert recorded.spans() == (Span(T0 + 1, T0 + 700),)
    finally:
        history.close()
    assert found.calls == live.calls
    assert recorded.spans() == (), "it is closed"


def test_what_the_console_did_not_listen_to_is_no_silence_of_the_stations(tmp_path: Path) -> None:
    plant_file = load_plant(PLANT.replace("expected_interval = 100000", "expected_interval = 60"))
    beats = [(float(at), station, '{"state": "running"}') for at in range(0, 600, 30) for station in ("10", "20")]
    beats += [(at + 40_000, station, document) for at, station, document in beats]
    history = History(tmp_path)
    history.start()
    try:
        for begin in (0, 40_000):
            history.listening(True, T0 + begin)
            history.append(said(plant_file, *(beat for beat in beats if begin <= beat[0] < begin + 1000)))
            history.listening(False, T0 + begin + 600)
        assert history.flush()
        recorded = HistoryRecorded(history, plant_file.plant, lambda: T0 + 41_000)
        start, end = T0 - 20_000, T0 + 40_600
        run = DryRun(recorded.plant, SHIPPED, ways(recorded.plant), CATEGORIES)
        found = run.run(recorded.readings(start, end), start, end, gaps=recorded.gaps(start, end))
    finally:
        history.close()
    assert (found.readings, found.calls, round(found.unheard)) == (80, (), 59_400)


@pytest.mark.parametrize("history", [None, Kept([])])
def test_without_a_history_there_is_nothing_to_run_over(history: Kept | None) -> None:
    recorded = HistoryRecorded(history, load_plant(PLANT).plant, lambda: T0)
    assert recorded.spans() == ()
    assert list(recorded.readings(T0, T0 + 10)) == []


def test_a_file_that_is_no_recording_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("nothing\n", encoding="utf-8")
    with pytest.raises(FileRefused):
        FileRecorded(path)


# Its thread


class Told:
    """What came back on the main thread."""

    def __init__(self) -> None:
        self.mailbox = Mailbox()
        self.runner = DryRunner(self.mailbox)
        self.shares: list[float] = []
        self.results: list[DryResult] = []
        self.refusals: list[Refusal] = []

    def begin(self, job: Callable[[GoOn], DryResult]) -> None:
        self.runner.begin(job, self.shares.append, self.results.append, self.refusals.append)

    def wait(self, true: Callable[[], object]) -> None:
        end = time.monotonic() + 10
        while not true():
            assert time.monotonic() < end
            self.mailbox.run_errands()
            time.sleep(0.002)


def long_run(go_on: GoOn) -> DryResult:
    """Three days of silence, looked at closely."""
    plant = load_plant(PLANT).plant
    return DryRun(plant, SHIPPED, ways(plant), CATEGORIES).run((), T0, T0 + 259_200, go_on)


def test_a_run_tells_how_far_it_is_and_ends_with_its_result() -> None:
    told = Told()
    told.begin(long_run)
    assert told.runner.running
    told.wait(lambda: told.results)
    assert not told.runner.running
    assert told.shares == sorted(told.shares)
    assert told.shares
    assert told.results[0].end == T0 + 259_200


def test_a_run_that_is_stopped_ends_soon_and_answers_nothing_any_more() -> None:
    told, ended = Told(), threading.Event()

    def job(go_on: GoOn) -> DryResult:
        try:
            while True:
                long_run(go_on)
        except Cancelled:
            ended.set()
            raise

    told.begin(job)
    told.wait(lambda: told.shares)
    told.runner.cancel()
    shares = len(told.shares)
    assert not told.runner.running
    assert ended.wait(5)
    told.mailbox.run_errands()
    assert (len(told.shares), told.results, told.refusals) == (shares, [], [])


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    told = Told()

    def job(go_on: GoOn) -> DryResult:
        return dry(FileRecorded(tmp_path / "nowhere.jsonl"), *SHIPPED)

    told.begin(job)
    told.wait(lambda: told.refusals)
    assert told.refusals[0].code == "file_refused"
    assert not told.runner.running


def test_the_main_thread_has_its_turn_while_a_run_is_on_its_way() -> None:
    told = Told()
    told.begin(long_run)
    late: list[float] = []
    while not told.results:
        began = time.monotonic()
        time.sleep(0.005)
        late.append(time.monotonic() - began - 0.005)
        told.mailbox.run_errands()
    late.sort()
    middle = late[len(late) // 2]
    print(f"main thread late by {middle * 1000:.1f} ms at the median, {late[-1] * 1000:.1f} ms at worst ({len(late)})")
    assert len(late) > 5, "it was over before anybody could be late"
    assert middle < 0.05


def test_calls_of_a_run_are_in_the_order_in_which_they_are_raised() -> None:
    plant_file = load_plant(PLANT)
    calls: tuple[DryCall, ...] = works_run(SHIPPED, said(plant_file, *DAY), plant_file.plant, 700.0).calls
    assert [call.raised for call in calls] == sorted(call.raised for call in calls)
