"""What the running console promises its screens: events, order, a plant that changes while it is watched."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from console.app import console as console_module
from console.app.console import Console, PlantOpened
from console.app.mailbox import Mailbox
from console.domain.errors import FileRefused
from console.domain.events import LineChanged, ShiftChanged, StationChanged
from console.domain.stations import NoData, StationState
from console.telemetry.plantfile import load_plant
from tests.app.talking import T0, Clock, console_on, heard, plant_text, say, tell

HOUR = 3600.0


@pytest.fixture
def told(tmp_path: Path) -> Iterator[tuple[Console, Clock]]:
    console, clock = console_on(tmp_path)
    yield console, clock
    console.close()


def test_a_message_changes_its_station_at_the_next_beat_and_is_told_once(told: tuple[Console, Clock]) -> None:
    console, clock = told
    events = heard(console, StationChanged)
    say(console, "L1/20", state="running", good=5)
    assert console.floor.stations["L1/20"].state is StationState.NO_DATA
    console.tick()
    assert console.floor.stations["L1/20"].state is StationState.RUNNING
    assert events.count(StationChanged("L1/20")) == 1
    events.clear()
    clock.at += 0.1
    console.tick()
    assert events == []


def test_a_handler_that_fails_is_logged_and_the_others_still_hear(
    told: tuple[Console, Clock], expected_log: Callable[..., None]
) -> None:
    console, _ = told
    expected_log("handler of StationChanged failed")

    def fails(event: StationChanged) -> None:
        raise RuntimeError("a screen is broken")

    console.on(StationChanged, fails)
    events = heard(console, StationChanged)
    say(console, "L1/10", state="running")
    console.tick()
    assert StationChanged("L1/10") in events


def test_who_stops_listening_hears_nothing_more_even_in_the_midst_of_an_event(told: tuple[Console, Clock]) -> None:
    console, clock = told
    seen: list[object] = []

    def once(event: object) -> None:
        seen.append(event)
        stop()

    stop = console.on(StationChanged, once)
    stop_other = console.on(StationChanged, seen.append)
    stop_other()
    stop_other()
    tell(console, clock, "L1/10", state="running")
    tell(console, clock, "L1/10", state="stopped")
    assert seen == [StationChanged("L1/10")]


def test_what_is_over_the_drain_limit_waits_and_keeps_its_order(
    told: tuple[Console, Clock], monkeypatch: pytest.MonkeyPatch
) -> None:
    console, _ = told
    monkeypatch.setattr(console_module, "DRAIN", 4)
    for good, state in ((0, "running"), (1, "stopped"), (2, "running"), (3, "stopped")):
        say(console, "L1/10", state=state, good=good)
    console.tick()
    live = console.floor.stations["L1/10"]
    assert (live.state, live.good) == (StationState.STOPPED, 1)
    console.tick()
    assert (live.state, live.good) == (StationState.STOPPED, 3)
    assert len(console.mailbox) == 0


def test_a_mailbox_gives_back_what_was_put_in_the_order_it_was_put() -> None:
    mailbox = Mailbox()
    mailbox.put([1, 2, 3])  # type: ignore[list-item]
    mailbox.put([4])  # type: ignore[list-item]
    assert (mailbox.drain(3), len(mailbox), mailbox.drain(3)) == ([1, 2, 3], 1, [4])


def test_lines_are_brought_up_to_date_every_two_seconds_or_so_all_of_them(tmp_path: Path) -> None:
    console, clock = console_on(tmp_path, plant_text(7))
    events = heard(console, LineChanged)
    for _ in range(65):
        clock.at += 0.04
        console.tick()
    console.close()
    assert {event.line for event in events} == {f"L{n}" for n in range(1, 8)}


def test_a_shift_that_ends_starts_the_counts_again_and_is_kept(told: tuple[Console, Clock]) -> None:
    console, clock = told
    events = heard(console, ShiftChanged)
    for station in ("10", "20", "30"):
        tell(console, clock, f"L1/{station}", state="running", good=0)
        tell(console, clock, f"L1/{station}", good=9)
    clock.at = T0 + 7 * HOUR + 1
    console.tick()
    assert events == [ShiftChanged("L1", "")]
    assert console.floor.stations["L1/30"].good == 0
    console._keeping._log.close()
    [total] = console.past_totals("L1", T0 - 2 * HOUR, T0 + HOUR)
    assert (total["good"], total["shift"]) == (9, "Early")


def test_raw_messages_are_recorded_from_the_first_question_on_newest_first(told: tuple[Console, Clock]) -> None:
    console, clock = told
    tell(console, clock, "L1/10", state="running")
    assert console.raw_messages("L1/10") == []
    tell(console, clock, "L1/10", good=1)
    tell(console, clock, "L1/20", good=5)
    tell(console, clock, "L1/10", good=2, scrap=0)
    found = console.raw_messages("L1/10")
    assert [(m.topic, m.payload, m.at) for m in found] == [
        ("f/L1/10", b'{"good": 2, "scrap": 0}', clock.at),
        ("f/L1/10", b'{"good": 1}', clock.at - 2),
    ]
    assert console.raw_messages("L1/20") == [], "another station begins anew"


def test_a_raw_message_never_shows_the_payload_of_a_later_one(told: tuple[Console, Clock]) -> None:
    console, clock = told
    console.raw_messages("L1/10")
    say(console, "L1/10", good=1)
    clock.at += 0.01
    say(console, "L1/10", good=2)
    console.tick()
    assert [(m.at, m.payload) for m in console.raw_messages("L1/10")] == [(clock.at, b'{"good": 2}')]


def test_at_most_a_hundred_raw_messages_are_kept(told: tuple[Console, Clock]) -> None:
    console, clock = told
    console.raw_messages("L1/10")
    for n in range(130):
        tell(console, clock, "L1/10", after=0.01, good=n)
    found = console.raw_messages("L1/10")
    assert (len(found), found[0].payload) == (100, b'{"good": 129}')


# A plant that changes


def test_a_plant_replaced_live_keeps_counts_states_and_ribbon_of_places_that_stay(told: tuple[Console, Clock]) -> None:
    console, clock = told
    opened = heard(console, PlantOpened)
    tell(console, clock, "L1/10", state="running", good=100)
    tell(console, clock, "L1/10", after=30, good=103)
    tell(console, clock, "L1/20", after=30, state="stopped", good=50, scrap=2)
    clock.at += 5
    before = {place: (live.state, live.since, live.good) for place, live in console.floor.stations.items()}
    console.use_plant(load_plant(plant_text(stations=("10", "20", "40"))))
    assert len(opened) == 1
    assert list(console.floor.stations) == ["L1/10", "L1/20", "L1/40"]
    for place in ("L1/10", "L1/20"):
        live = console.floor.stations[place]
        assert (live.state, live.since, live.good) == before[place]
    ribbon = console.floor.stations["L1/10"].ribbon
    assert [s.state for s in (*ribbon.closed, ribbon.open)] == [StationState.NO_DATA, StationState.RUNNING]
    assert tell(console, clock, "L1/10", good=104).good == 4, "the counter goes on from where it stood"
    assert console.floor.stations["L1/40"].no_data is NoData.WAITING


def test_a_plant_replaced_live_loses_nothing_that_was_heard_before(told: tuple[Console, Clock]) -> None:
    console, clock = told
    tell(console, clock, "L1/10", state="running", good=1)
    say(console, "L1/10", good=7)
    console.use_plant(load_plant(plant_text()))
    assert console.floor.stations["L1/10"].good == 6


def test_a_tag_keeps_its_value_and_its_past_when_the_plant_file_changes(told: tuple[Console, Clock]) -> None:
    console, clock = told
    for value in (b"20.5", b"21"):
        clock.at += 1
        console.intake.take("f/L1/10/heat", value, 0, False, 0, clock.at)
    console.tick()
    warmer = plant_text(stations=("10",)).replace('name = "heat"', 'name = "heat"\nhigh = 60')
    console.use_plant(load_plant(warmer))
    clock.at += 1
    console.intake.take("f/L1/10/heat", b"22", 0, False, 0, clock.at)
    console.tick()
    tag = console.floor.stations["L1/10"].tags["heat"]
    assert [value for _, value in tag.recent] == [20.5, 21, 22]
    assert tag.signal.high == 60


def test_from_the_first_plant_to_a_plant_and_back_to_none_nothing_breaks(tmp_path: Path) -> None:
    clock = Clock()
    console = Console(tmp_path, None, now=clock.now)
    console.tick()
    assert (console.floor.lines, console.problems, console.figures.of([], clock.at)[0].today) == ([], (), None)
    console.use_plant(load_plant(plant_text()))
    tell(console, clock, "L1/10", state="running")
    console.use_plant(load_plant('[plant]\nname = "empty"\n'))
    clock.at += 1
    console.tick()
    assert console.floor.lines == []
    console.close()


def test_a_plant_file_that_cannot_be_read_is_refused_and_the_plant_before_stays(
    told: tuple[Console, Clock], tmp_path: Path
) -> None:
    console, _ = told
    before = console.plant_file
    with pytest.raises(FileRefused, match="nothing-here.toml"):
        console.open_plant(tmp_path / "nothing-here.toml")
    assert console.plant_file is before
    assert console.plant_path is None


def test_mistakes_in_a_plant_file_are_told_and_the_rest_runs(told: tuple[Console, Clock], tmp_path: Path) -> None:
    console, clock = told
    file = tmp_path / "plant.toml"
    file.write_text(plant_text() + '\n[[source]]\ntopic = "x"\nfeds = "state"\n')
    problems = console.open_plant(file)
    assert any("feds" in problem.message for problem in problems)
    assert console.problems == problems
    assert tell(console, clock, "L1/10", state="running").state is StationState.RUNNING


# Keeping


def test_close_keeps_everything_and_the_next_start_goes_on(tmp_path: Path) -> None:
    console, clock = console_on(tmp_path)
    tell(console, clock, "L1/10", state="running", good=100)
    tell(console, clock, "L1/10", after=60, state="stopped", good=103)
    clock.at += 10
    say(console, "L1/10", good=105)  # nobody beats any more
    console.close()
    again, clock = console_on(tmp_path, clock=Clock(clock.at + 30))
    live = again.floor.stations["L1/10"]
    again.close()
    assert live.good == 5
    assert [s.state for s in live.ribbon.closed] == [
        StationState.NO_DATA,
        StationState.RUNNING,
        StationState.STOPPED,
    ]
    assert live.no_data is NoData.AWAY


def test_a_console_that_is_closed_twice_does_not_mind(tmp_path: Path) -> None:
    console, _ = console_on(tmp_path)
    console.close()
    console.close()


def test_the_first_connection_is_remembered_for_the_next_start(tmp_path: Path) -> None:
    from console.app.commandline import Options
    from console.app.compose import broker_settings, settings_for
    from console.telemetry.broker import BrokerSettings

    console, _ = console_on(tmp_path)
    typed = BrokerSettings("10.1.2.3", 1884, user="board", password="s3cret", tls=False)
    console.remember_connection(typed, tmp_path / "plant.toml")
    console.close()
    settings = settings_for(Options(), tmp_path)
    found = broker_settings(settings, tmp_path)
    assert found is not None
    assert (found.host, found.port, found.user, found.password, found.tls) == (
        "10.1.2.3",
        1884,
        "board",
        "s3cret",
        False,
    )
    assert settings["plant.file"] == str(tmp_path / "plant.toml")
    assert "s3cret" not in (tmp_path / "settings.toml").read_text()


def test_a_connection_that_cannot_be_remembered_raises_what_the_setup_page_expects(tmp_path: Path) -> None:
    from console.telemetry.broker import BrokerSettings

    console, _ = console_on(tmp_path)
    (tmp_path / "settings.toml").mkdir()
    with pytest.raises(OSError, match="cannot be written"):
        console.remember_connection(BrokerSettings("h"), None)
    console.close()
