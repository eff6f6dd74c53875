"""The console on a real broker: lost and found again, and nothing acknowledged before it is on disk."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from console.app import console as console_module
from console.app.console import Console
from console.domain.events import BrokerChanged, Link
from console.domain.stations import StationState
from console.telemetry.broker import BrokerSettings
from console.telemetry.plantfile import load_plant
from tests.app.talking import heard, plant_text
from tests.brokers import Broker, Stranger

PULSES = plant_text(pulse=True)


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Callable[..., Console]]:
    """`make(broker)`: a console on the same data folder that listens; all are closed after the test."""
    made: list[Console] = []

    def start(broker: Broker, text: str = PULSES) -> Console:
        console = Console(tmp_path / "data", load_plant(text))
        made.append(console)
        console.listen(BrokerSettings(broker.host, broker.port, client_id="under-test"))
        beat_until(console, lambda: console.broker.link is Link.CONNECTED)
        return console

    (tmp_path / "data").mkdir()
    yield start
    for console in made:
        console.close()


def beat_until(console: Console, holds: Callable[[], object], seconds: float = 15.0) -> None:
    """Beat until something holds."""
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not happen in time"
        console.tick()
        time.sleep(0.005)


def subscribed(broker: Broker, console: Console) -> None:
    """Wait until the broker has the console's subscription."""
    with Stranger(broker.port) as probe:
        while not console.floor.stations["L1/30"].tags.get("heat"):
            probe.publish("f/L1/30/heat", "1")
            for _ in range(10):
                console.tick()
                time.sleep(0.005)


def test_a_broker_that_goes_and_comes_back_is_told_and_heard_again(
    broker: Broker, make: Callable[..., Console], expected_log: Callable[..., None]
) -> None:
    expected_log("", maybe=True)
    console = make(broker)
    subscribed(broker, console)
    events = heard(console, BrokerChanged)
    broker.stop()
    beat_until(console, lambda: console.broker.link is Link.LOST)
    assert console.broker.reason
    broker.start()
    beat_until(console, lambda: console.broker.link is Link.CONNECTED)
    links = [event.link for event in events if isinstance(event, BrokerChanged)]
    assert (links[0], links[-1]) == (Link.LOST, Link.CONNECTED)
    with Stranger(broker.port) as machine:
        live = console.floor.stations["L1/10"]
        while live.state is not StationState.RUNNING:
            machine.publish("f/L1/10", '{"state": "running"}')
            for _ in range(10):
                console.tick()
                time.sleep(0.005)


def test_another_broker_takes_the_place_of_the_one_before(
    make_broker: Callable[..., Broker], make: Callable[..., Console]
) -> None:
    first, second = make_broker(), make_broker()
    console = make(first)
    events = heard(console, BrokerChanged)
    console.listen(BrokerSettings(second.host, second.port, client_id="under-test"))
    beat_until(console, lambda: events and events[-1].link is Link.CONNECTED)  # type: ignore[attr-defined]
    assert [event.link for event in events] == [Link.OFF, Link.CONNECTING, Link.CONNECTED]  # type: ignore[attr-defined]
    assert console.settings_used is not None
    assert console.settings_used.port == second.port


def test_a_message_that_counts_is_acknowledged_only_after_its_count_is_on_disk(
    broker: Broker, make: Callable[..., Console]
) -> None:
    console = make(broker)
    subscribed(broker, console)
    client = console._client
    assert client is not None
    order: list[object] = []
    acknowledge, keep = client.acknowledge, console._keeping.keep_all

    def acknowledged(mid: int, qos: int) -> None:
        places = console._keeping._log.load(0)[1]
        order.append(("acknowledged", places["L1/10"][1]["counts"]["good"]))
        acknowledge(mid, qos)

    def kept(*what: object) -> None:
        order.append(("kept", console.floor.stations["L1/10"].good))
        keep(*what)  # type: ignore[arg-type]

    client.acknowledge, console._keeping.keep_all = acknowledged, kept  # type: ignore[method-assign, assignment]
    with Stranger(broker.port) as machine:
        machine.publish("f/L1/10", '{"good": 1}')
    beat_until(console, lambda: ("acknowledged", 1) in order)
    assert ("acknowledged", 0) not in order
    assert order.index(("kept", 1)) < order.index(("acknowledged", 1))


def test_what_was_heard_over_several_beats_is_all_on_disk_before_any_of_it_is_acknowledged(
    broker: Broker, make: Callable[..., Console], monkeypatch: pytest.MonkeyPatch
) -> None:
    console = make(broker)
    subscribed(broker, console)
    client = console._client
    assert client is not None
    on_disk: list[int] = []
    acknowledge = client.acknowledge

    def acknowledged(mid: int, qos: int) -> None:
        places = console._keeping._log.load(0)[1]
        on_disk.append(sum(places[f"L1/{n}"][1]["counts"]["good"] for n in (10, 20)))
        acknowledge(mid, qos)

    client.acknowledge = acknowledged  # type: ignore[method-assign]
    for other in ("keep_some", "keep_changed"):  # keep the same places now and then, which must not help here
        monkeypatch.setattr(console._keeping, other, lambda *what: None)
    with Stranger(broker.port) as machine:
        for _ in range(3):
            machine.publish("f/L1/10", '{"good": 1}')
        for _ in range(3):
            machine.publish("f/L1/20", '{"good": 1}')
    end = time.monotonic() + 5
    while len(console.mailbox) < 6:
        assert time.monotonic() < end
        time.sleep(0.01)
    monkeypatch.setattr(console_module, "DRAIN", 4)
    console.tick()
    assert console.floor.stations["L1/20"].good == 1
    monkeypatch.setattr(console_module, "DRAIN", 4000)
    beat_until(console, lambda: len(on_disk) == 6)
    assert on_disk == [6] * 6


def test_a_stream_that_never_pauses_is_acknowledged_all_the_same(broker: Broker, make: Callable[..., Console]) -> None:
    console = make(broker)
    subscribed(broker, console)
    drain = console.mailbox.drain

    def always_more(limit: int) -> list[object]:
        taken = drain(limit)
        console.intake.take("f/L1/30/heat", b"1", 0, False, 0, time.time())  # the next one comes at once
        return taken  # type: ignore[return-value]

    console.mailbox.drain = always_more  # type: ignore[method-assign, assignment]
    with Stranger(broker.port) as machine:
        machine.publish("f/L1/10", '{"good": 1}')
    beat_until(console, lambda: console.floor.stations["L1/10"].good == 1)
    beat_until(console, lambda: not console.intake.held)


def test_pieces_counted_one_by_one_survive_a_restart_and_none_counts_twice(
    broker: Broker, make: Callable[..., Console]
) -> None:
    console = make(broker)
    subscribed(broker, console)
    with Stranger(broker.port) as machine:
        for _ in range(40):
            machine.publish("f/L1/10", '{"good": 1}')
        end = time.monotonic() + 5
        while len(console.intake.held) < 40:
            assert time.monotonic() < end
            time.sleep(0.01)
        console.close()  # heard, but no beat came any more
        for _ in range(5):
            machine.publish("f/L1/10", '{"good": 1}')
        again = make(broker)
        beat_until(again, lambda: again.floor.stations["L1/10"].good >= 45)
        machine.publish("f/L1/10", '{"good": 1}')
        beat_until(again, lambda: again.floor.stations["L1/10"].good >= 46)
    assert again.floor.stations["L1/10"].good == 46


def test_the_rate_is_messages_a_second_and_falls_to_nothing_when_it_is_quiet(
    broker: Broker, make: Callable[..., Console]
) -> None:
    console = make(broker)
    subscribed(broker, console)
    time.sleep(0.3)
    with Stranger(broker.port) as machine:
        begin = time.monotonic()
        sent = 0
        while time.monotonic() - begin < 4.0:
            machine.publish("f/L1/10/heat", json.dumps(sent))
            sent += 1
            console.tick()
            time.sleep(0.02)
        rate = sent / (time.monotonic() - begin)
    assert console.rate == pytest.approx(rate, rel=0.25)
    beat_until(console, lambda: console.rate == 0.0)


def test_what_is_not_mapped_is_heard_only_while_somebody_looks_for_it(
    broker: Broker, make: Callable[..., Console]
) -> None:
    console = make(broker)
    subscribed(broker, console)
    with Stranger(broker.port) as machine:
        machine.publish("else/where", "1")
        assert console.book.get("else/where") is None
        console.hear_everything(True)
        while console.book.get("else/where") is None:
            machine.publish("else/where", "1")
            console.tick()
            time.sleep(0.05)
        console.hear_everything(False)
        deadline = time.monotonic() + 5
        before = -1
        while (entry := console.book.get("else/where")) is not None and entry.count != before:
            assert time.monotonic() < deadline
            before = entry.count
            time.sleep(0.6)
            machine.publish("else/where", "1")
            time.sleep(0.1)


def test_without_a_plant_file_everything_is_heard(broker: Broker, tmp_path: Path) -> None:
    console = Console(tmp_path)
    console.listen(BrokerSettings(broker.host, broker.port, client_id="first-start"))
    beat_until(console, lambda: console.broker.link is Link.CONNECTED)
    with Stranger(broker.port) as machine:
        while console.book.get("any/topic") is None:
            machine.publish("any/topic", "1")
            console.tick()
            time.sleep(0.02)
    console.close()
    assert console.received == 0, "nothing is heard after the end"
