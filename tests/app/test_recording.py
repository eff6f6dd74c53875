"""What the console hears is in its history, with the times it has, and the status page knows how that goes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from console.app.commandline import read_command_line
from console.app.compose import compose
from console.app.console import Console
from console.app.recordinghealth import recording
from console.app.settings import load_settings
from console.domain.events import BrokerChanged, Link
from console.domain.health import Level, Part
from console.telemetry.plantfile import load_plant

PLANT = """
[plant]
name = "Test"
timezone = "UTC"
[[line]]
id = "L1"
name = "Line 1"
station = [{id = "10", name = "Press"}]
[[source]]
topic = "plant/{nr}/force"
place = "L1/{nr}"
time = "ts"
[[source.signal]]
feeds = "tag"
name = "force"
path = "value"
unit = "kN"
"""


@pytest.fixture
def console(tmp_path: Path) -> Iterator[Console]:
    options = read_command_line(["--data", str(tmp_path)])
    made = compose(options, tmp_path, load_settings(tmp_path, None, {}, {})).console
    made.use_plant(load_plant(PLANT))
    yield made
    made.close()


def hear(console: Console, value: float, at: float, retained: bool = False) -> None:
    console.intake.take("plant/10/force", f'{{"ts": {at}, "value": {value}}}'.encode(), 0, retained, 0, at + 0.02)


def until(console: Console, holds: Callable[[], object], seconds: float = 15.0) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        console.tick()
        time.sleep(0.02)


def test_every_reading_of_every_beat_is_recorded_also_from_before_the_records_were_started(console: Console) -> None:
    now = time.time()
    hear(console, 1.5, now - 3)
    console.tick()
    console.start_records()
    hear(console, 2.5, now - 2)
    hear(console, 3.5, now - 1)
    hear(console, 9.5, now - 50, retained=True)
    console.tick()

    history = console.history
    assert history is not None
    assert history.flush()
    heard = list(history.replay(now - 10, now + 10))
    assert [(r.signal.id, r.signal.unit, r.value, r.retained) for r in heard if not r.retained] == [
        ("L1/10/force", "kN", value, False) for value in (1.5, 2.5, 3.5)
    ]
    assert heard[0].source_time == pytest.approx(now - 3)


def test_a_past_that_is_lived_through_quickly_is_recorded_at_its_own_times(console: Console) -> None:
    console.start_records()
    for hour in range(3):
        hear(console, float(hour), 1_700_000_000.0 + 3600 * hour)
        console.live_through(1_700_000_000.0 + 3600 * hour)

    history = console.history
    assert history is not None
    assert history.flush()
    assert [r.heard_at for r in history.replay(0, 4e9)] == pytest.approx(
        [1_700_000_000.02 + 3600 * hour for hour in range(3)]
    )


def test_while_the_broker_is_away_there_is_a_gap(console: Console) -> None:
    console.start_records()
    now = time.time()
    hear(console, 1.0, now)
    console.tick()
    console.bus.publish(BrokerChanged(Link.LOST, now, "cable"))
    time.sleep(2.1)
    console.bus.publish(BrokerChanged(Link.CONNECTED, time.time(), "", "MQTT 5"))
    hear(console, 2.0, time.time())
    console.tick()

    history = console.history
    assert history is not None
    assert history.flush()
    (gap,) = history.window("L1/10/force", now - 0.5, now + 10).gaps.tolist()[-1:]
    assert gap[1] - gap[0] > 2.0


def test_the_status_page_is_told_of_the_recording_and_a_disk_in_trouble_stops_nothing_else(
    tmp_path: Path, expected_log: Callable[..., None]
) -> None:
    expected_log("The history cannot be written")
    (tmp_path / "history.db").mkdir()  # nothing can be opened there
    options = read_command_line(["--data", str(tmp_path)])
    console = compose(options, tmp_path, load_settings(tmp_path, None, {}, {})).console
    console.use_plant(load_plant(PLANT))
    console.start_records()
    assert console.history is not None
    until(console, lambda: console.history is not None and recording(console.history).trouble)
    hear(console, 1.0, time.time())
    console.tick()
    console.health.look()
    item = next(item for item in console.health.items if item.part is Part.HISTORY)
    assert (item.level, item.code) == (Level.ALARM, "trouble")
    until(console, lambda: console.office.ready.code == "")
    console.close()


def test_what_was_heard_is_there_after_the_console_was_closed(tmp_path: Path) -> None:
    now = time.time()
    for turn in range(2):
        options = read_command_line(["--data", str(tmp_path)])
        console = compose(options, tmp_path, load_settings(tmp_path, None, {}, {})).console
        console.use_plant(load_plant(PLANT))
        console.start_records()
        hear(console, float(turn), now + turn)
        if turn:
            console.tick()
            assert console.history is not None
            assert console.history.flush()
            assert [r.value for r in console.history.replay(now - 5, now + 60)] == [0.0, 1.0]
        console.close()  # the first one has not even ticked
