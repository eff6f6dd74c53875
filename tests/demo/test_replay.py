"""A recording is played in its order and time, the snapshot before everything else, with a clock of its own."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from console.demo import replay as replay_module
from console.demo.broker import RunningBroker, free_port, start_broker
from console.demo.clock import ReplayClock
from console.demo.replay import Replay
from console.domain.errors import FileRefused, WorldAway
from tests.demo.ears import Ear, MQTTProtocolVersion, listening, soon
from tests.paths import ROOT

DATA = ROOT / "tests" / "demo" / "data"
MAZAK = DATA / "Mazak01-excerpt.txt"
LATE_CLOCK = DATA / "Mazak03-excerpt.txt"
SESSION = DATA / "orbis-excerpt.jsonl"


def _log(folder: Path, *seconds: float) -> Path:
    """A log of one item: a snapshot of the day before, then changes at these seconds."""
    rows = ["2019-12-31T00:00:00Z|load|0"]
    rows += [f"2020-01-01T00:00:{second:09.6f}Z|load|{n}" for n, second in enumerate(seconds, start=1)]
    file = folder / "Mill1-day.txt"
    file.write_text("\n".join(rows))
    return file


MIDNIGHT = 1577836800.0


@pytest.mark.parametrize("path", [MAZAK, LATE_CLOCK, SESSION], ids=lambda path: path.stem)
def test_everything_arrives_once_in_the_order_of_the_file_with_its_own_time(
    demo_broker: RunningBroker, path: Path
) -> None:
    player = Replay(path, demo_broker.host, demo_broker.port, speed=0)
    recording = player.recording
    player.prepare()
    with listening(demo_broker) as ear:
        assert soon(lambda: len(ear.heard) == len(recording.snapshot))
        assert {(m.topic, m.payload) for m in ear.heard} == {(m.topic, m.payload) for m in recording.snapshot}
        assert all(message.retained for message in ear.heard)
        del ear.heard[:]
        player.start()
        assert player.wait(20)
        assert player.error == ""
        assert soon(lambda: len(ear.heard) >= len(recording.events))
        heard = [(m.topic, m.payload, m.retained) for m in ear.heard]
        assert heard == [(m.topic, m.payload, False) for m in recording.events]
        assert [float(m.recorded_at) for m in ear.heard] == pytest.approx([m.at for m in recording.events], abs=1e-6)
        assert {m.qos for m in ear.heard} == {1}


def test_old_values_of_the_snapshot_come_with_their_old_times(demo_broker: RunningBroker) -> None:
    player = Replay(MAZAK, demo_broker.host, demo_broker.port, speed=0)
    player.prepare()
    with listening(demo_broker) as ear:
        assert soon(lambda: len(ear.heard) == 86)
        ages = [player.clock.now() - float(message.recorded_at) for message in ear.heard]
    player.stop()
    assert max(ages) > 14 * 86400
    assert min(ages) > 0


def test_speed_sets_the_pace(demo_broker: RunningBroker, tmp_path: Path) -> None:
    player = Replay(_log(tmp_path, 0, 5, 10, 15), demo_broker.host, demo_broker.port, speed=10)
    player.prepare()
    with listening(demo_broker) as ear:
        assert soon(lambda: len(ear.heard) == 1)
        began = time.monotonic()
        player.start()
        arrived = []
        for count in range(2, 6):
            assert soon(lambda count=count: len(ear.heard) >= count)
            arrived.append(time.monotonic() - began)
    assert arrived == pytest.approx([0.0, 0.5, 1.0, 1.5], abs=0.2)


def test_the_clock_goes_on_between_messages_and_never_past_the_next_or_back(
    demo_broker: RunningBroker, tmp_path: Path
) -> None:
    player = Replay(_log(tmp_path, 0, 4, 8, 12), demo_broker.host, demo_broker.port, speed=8)
    player.prepare()
    time.sleep(0.1)
    assert player.clock.now() == MIDNIGHT
    with listening(demo_broker) as ear:
        assert soon(lambda: len(ear.heard) == 1)
        player.start()
        shown: list[tuple[float, int]] = []
        while not player.done:
            shown.append((player.clock.now() - MIDNIGHT, player.published - 1))
            time.sleep(0.01)
    times = [at for at, _ in shown]
    assert times == sorted(times)
    assert len(set(times)) > 50
    assert all(at <= 4 * published + 1e-6 for at, published in shown)
    assert player.clock.now() == MIDNIGHT + 12


def test_a_line_with_an_older_time_is_played_at_its_time_and_does_not_turn_the_clock_back(
    demo_broker: RunningBroker,
) -> None:
    player = Replay(LATE_CLOCK, demo_broker.host, demo_broker.port, speed=0)
    written = [line.split("|")[0] for line in LATE_CLOCK.read_text().splitlines() if line.count("|") >= 2]
    assert written != sorted(written)
    times = [message.at for message in player.recording.events]
    assert times == sorted(times)
    player.prepare()
    player.start()
    shown = []
    while not player.done:
        shown.append(player.clock.now())
    assert shown == sorted(shown)
    assert player.clock.now() == max(times)


def test_a_clock_stands_at_its_limit() -> None:
    clock = ReplayClock(100.0, speed=1000.0)
    assert clock.now() == 100.0
    clock.go(100.0, 105.0)
    assert soon(lambda: clock.now() == 105.0, 1)
    clock.go(101.0, 103.0)
    assert clock.now() == 105.0


def test_progress_is_told_and_ends_at_the_total(demo_broker: RunningBroker) -> None:
    told: list[tuple[int, int]] = []
    player = Replay(
        MAZAK, demo_broker.host, demo_broker.port, 0, lambda published, total: told.append((published, total))
    )
    player.prepare()
    player.start()
    assert player.wait(10)
    assert soon(lambda: told[-1] == (150, 150))
    assert told == sorted(told)


def test_stop_ends_a_slow_replay_at_once(demo_broker: RunningBroker) -> None:
    player = Replay(MAZAK, demo_broker.host, demo_broker.port, speed=0.01)
    player.prepare()
    player.start()
    began = time.monotonic()
    player.stop()
    assert time.monotonic() - began < 2
    assert player.done
    assert player.published < player.total
    assert player.error == ""


def test_a_broker_that_is_not_there_is_said() -> None:
    player = Replay(MAZAK, "127.0.0.1", free_port(), speed=0)
    with pytest.raises(WorldAway, match="does not answer"):
        player.prepare()
    player.start()
    assert player.wait(5)
    assert "does not answer" in player.error


def test_a_broker_that_goes_away_is_said_with_how_far_it_came(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected_log: Callable[..., None]
) -> None:
    monkeypatch.setattr(replay_module, "AWAY_SECONDS", 1.0)
    running = start_broker(tmp_path / "broker")
    player = Replay(_log(tmp_path, 0, 1, 2, 3, 4, 5, 6, 7), running.host, running.port, speed=2)
    player.prepare()
    player.start()
    assert soon(lambda: player.published >= 4)
    running.stop()
    assert player.wait(15)
    assert "is away" in player.error
    assert "of 9 messages" in player.error


def test_on_a_broker_without_mqtt_5_the_recording_is_played_without_its_times(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected_log: Callable[..., None]
) -> None:
    monkeypatch.setattr("console.demo.broker.find_mosquitto", lambda: None)
    running = start_broker(tmp_path)
    try:
        player = Replay(SESSION, running.host, running.port, speed=0)
        player.prepare()
        ear = Ear(running, MQTTProtocolVersion.MQTTv311)
        player.start()
        assert player.wait(20)
        assert player.error == ""
        assert soon(lambda: len(ear.heard) == len(player.recording.events))
        ear.close()
    finally:
        running.stop()


def test_a_bad_file_is_refused_before_anything_is_published(tmp_path: Path) -> None:
    with pytest.raises(FileRefused):
        Replay(tmp_path / "gone.txt", "127.0.0.1", 1, 1.0)
