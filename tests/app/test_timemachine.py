"""The board of the past is the board that was: what was shown live at any time is shown of that time afterwards."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from console.app import timemachine
from console.app.timemachine import Missing, Moment
from console.demo.plant_text import plant_text
from console.domain.stations import NoData, StationState
from console.telemetry.plantfile import load_plant
from tests.app.pasts import LINES, Lived, cards, tiles

START = datetime(2025, 3, 4, 13, 26, tzinfo=UTC).timestamp()  # the day shift ends at 14:00
OFF = START + 3000  # the console is off from here
BACK = OFF + 600


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("past")


@pytest.fixture(scope="module")
def before(folder: Path) -> dict[float, Any]:
    """What was shown until the console was ended."""
    lived = Lived(folder, START)
    lived.live(1500)
    lived.close()
    return lived.shown


@pytest.fixture(scope="module")
def lived(folder: Path, before: dict[float, Any]) -> Iterator[Lived]:
    """The console that was started anew ten minutes later."""
    made = Lived(folder, BACK)
    made.live(600)
    made.console.show(made.clock.now())
    yield made
    made.close()


def differing(moment: Moment, told: Any) -> list[tuple[str, Any, Any]]:
    """Places that do not show what they showed."""
    now = {**tiles(moment.floor), **cards(moment.floor)}
    then = {**told[0], **told[1]}
    return [(place, now[place], then[place]) for place in then if now[place] != then[place]]


def test_what_was_shown_at_any_time_is_shown_of_that_time(lived: Lived, before: dict[float, Any]) -> None:
    """Through the end of a shift; forward minute by minute, as somebody does who plays it."""
    before = {at: told for at, told in before.items() if at < OFF}  # the very end was heard a little before it
    assert len(before) == 24
    assert {card.shift for _, lines in before.values() for card in lines.values()} == {"Day shift", "Late shift"}
    wrong = {at - START: found for at, told in before.items() if (found := differing(lived.at(at), told))}
    assert wrong == {}


def test_jumps_lead_to_the_same_board_as_walking(lived: Lived, before: dict[float, Any]) -> None:
    for at in (START + 2640, START + 360, START + 2400, START + 2280, START + 120):
        assert differing(lived.at(at), before[at]) == []


def test_after_the_console_was_off_the_counts_go_on_as_they_did(lived: Lived) -> None:
    """What was shown after the start, with the seconds in which the console was ended and started taken as they are."""
    for at, (then, lines) in list(lived.shown.items())[2:]:
        moment = lived.at(at)
        now = tiles(moment.floor)
        for place, tile in then.items():
            assert now[place]._replace(since=0, cycle=0) == tile._replace(since=0, cycle=0), (place, at - BACK)
            assert abs(now[place].since - tile.since) < 3
        for line, card in lines.items():
            shown = cards(moment.floor)[line]
            assert shown._replace(oee=None) == card._replace(oee=None)
            assert shown.oee == pytest.approx(card.oee, abs=0.01)


def test_where_nobody_listened_there_is_no_data_and_never_a_state(lived: Lived) -> None:
    for at in (OFF + 60, OFF + 300, BACK - 60):
        moment = lived.at(at)
        assert moment.gap is not None
        assert moment.gap.start == pytest.approx(OFF, abs=5)
        assert moment.gap.end == pytest.approx(BACK, abs=5)
        for live in moment.floor.stations.values():
            assert (live.state, live.no_data) == (StationState.NO_DATA, NoData.AWAY)
            assert live.ribbon.open is not None
            assert live.ribbon.open.since == pytest.approx(OFF, abs=5)
    after = lived.at(BACK + 600)
    assert after.gap is None
    ribbon = next(iter(after.floor.stations.values())).ribbon
    (away,) = [one for one in ribbon.closed if one.no_data is NoData.AWAY]
    assert (away.since, away.until) == (pytest.approx(OFF, abs=5), pytest.approx(BACK, abs=30))


def test_a_broken_connection_shows_no_data_and_then_goes_on_as_it_did(tmp_path: Path) -> None:
    lived = Lived(tmp_path, START)
    try:
        lived.live(300)
        lost = lived.clock.now()
        lived.cut_off(150)
        back = lived.clock.now()
        lived.shown.clear()
        lived.live(240)
        in_it = lived.at(lost + 120)
        assert in_it.gap is not None
        assert {live.no_data for live in in_it.floor.stations.values()} == {NoData.AWAY}
        assert {at - back: wrong for at, told in lived.shown.items() if (wrong := differing(lived.at(at), told))} == {}
        ribbons = [floor.stations["L1/10"].ribbon for floor in (lived.at(back + 240).floor, lived.console.floor)]
        past, live = ([one for one in ribbon.closed if one.no_data is NoData.SILENT] for ribbon in ribbons)
        assert len(live) == 1
        assert [one.since for one in past] == pytest.approx([one.since for one in live], abs=0.01)
        assert [one.until for one in past] == pytest.approx([one.until for one in live], abs=0.01)
    finally:
        lived.close()


def test_the_board_of_the_past_is_nobody_elses(lived: Lived, before: dict[float, Any]) -> None:
    """What somebody does to the floor that was given away changes neither the next answer nor the live floor."""
    at = START + 1200
    moment = lived.at(at)
    assert moment.floor is not lived.console.floor
    for live in moment.floor.stations.values():
        live.good = 99_999
        live.ribbon.closed.clear()
    assert differing(lived.at(at), before[at]) == []
    assert all(live.good < 9000 for live in lived.console.floor.stations.values())


def test_before_the_first_reading_there_is_nothing_and_it_says_since_when(lived: Lived) -> None:
    missing = lived.ask(START - 3600)
    assert isinstance(missing, Missing)
    assert missing.why == ""
    assert missing.first == pytest.approx(START, abs=10)


def test_places_that_the_plant_file_had_not_yet_are_named(lived: Lived, before: dict[float, Any]) -> None:
    """A station was put into the file after that time: it has no data, and the answer says that it is new."""
    console = lived.console
    assert console.plant_file is not None
    old, text = console.plant_file, plant_text(LINES, "UTC")
    station = 'id = "99"'
    try:
        console.use_plant(load_plant(text.replace("station = [", f"station = [{{{station}}}, ", 1)))
        moment = lived.at(START + 1200)
        assert moment.new == ("L1/99",)
        assert moment.floor.stations["L1/99"].state is StationState.NO_DATA
        wrong = differing(moment, (before[START + 1200][0], {}))
        assert wrong == []
    finally:
        console.use_plant(old)
    assert lived.at(START + 1200).new == ()


def test_the_future_is_the_present(lived: Lived) -> None:
    assert lived.at(lived.clock.now() + 9e6).at == lived.clock.now()


def test_only_the_last_time_that_was_asked_for_is_answered(lived: Lived) -> None:
    answers: list[float] = []
    for minute in range(20, 1, -1):
        lived.machine.show(START + 60 * minute, lambda moment: answers.append(moment.at))
    lived.until(lambda: not lived.machine.busy)
    assert answers == [START + 120]


def test_the_main_thread_goes_on_while_the_past_is_read(lived: Lived) -> None:
    """A far jump is told about, and no beat of the main thread waits for it."""
    lived.machine.rest()
    shares: list[float] = []
    box: list[Moment] = []
    longest, last = 0.0, time.perf_counter()
    lived.machine.show(START + 2940, box.append, shares.append)
    while not box:
        lived.console.mailbox.run_errands()
        time.sleep(0.001)
        now = time.perf_counter()
        longest, last = max(longest, now - last), now
    assert shares
    assert all(0 <= share <= 1 for share in shares)
    assert longest < 0.5, f"the main thread waited {longest:.3f} s"
    assert "time machine" in {thread.name for thread in threading.enumerate()}


def test_the_memory_of_the_past_is_bounded_and_given_back(lived: Lived, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timemachine, "COPY_EVERY", 60.0)
    monkeypatch.setattr(timemachine, "MOST", 7)
    lived.machine.rest()
    lived.at(START + 2900)
    assert len(lived.machine._copies) == 7
    lived.machine.rest()
    lived.until(lambda: not lived.machine._copies)
    assert lived.machine._board is None


def test_the_time_machine_gives_no_command_and_writes_nothing(lived: Lived, before: dict[float, Any]) -> None:
    """All files of the console are the same afterwards, but for those of SQLite's own bookkeeping."""
    console = lived.console
    assert console.history is not None
    assert console.history.flush()
    lived.until(lambda: not lived.machine.busy)
    recorded = console.history.statistics.recorded
    live = tiles(console.floor), cards(console.floor)
    for at in (START + 60, OFF + 30, BACK + 300):
        lived.at(at)
    assert console.history.statistics.recorded == recorded
    assert (tiles(console.floor), cards(console.floor)) == live


def test_without_a_history_it_says_so(tmp_path: Path, expected_log: Callable[..., None]) -> None:
    expected_log("The history cannot be written")
    expected_log("The past of the board could not be read")
    (tmp_path / "history.db").mkdir()  # nothing can be opened there
    lived = Lived(tmp_path, START)
    try:
        found = lived.ask(START)
        assert isinstance(found, Missing)
        assert found.why == "away"
    finally:
        lived.close()
