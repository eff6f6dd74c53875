"""What is not lost: outages, absences, held messages, and who owns the session."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from console.domain.events import Link
from console.telemetry.broker import BrokerSettings
from console.telemetry.pace import Pace
from tests.brokers import HOST, Broker, Stranger, free_port
from tests.telemetry.ear import Ear, Heard


def settings(broker: Broker, qos: int = 1, **more: Any) -> BrokerSettings:
    return BrokerSettings(
        HOST, broker.port, more.pop("client_id", "console"), subscriptions=(("plant/#", qos),), **more
    )


def hold(heard: Heard) -> bool:
    return False


def test_after_a_restart_of_the_broker_the_console_hears_again(broker: Broker) -> None:
    with Ear(settings(broker)).connected() as ear:
        broker.stop()
        ear.until(lambda: ear.client.link.link is Link.LOST)
        assert not ear.client.publish("gemba/away", b"")
        broker.start()
        ear.connected()
        with Stranger(broker.port) as machine:
            machine.publish("plant/a", "back")
            ear.until(lambda: ear.heard)
    assert ear.links == [Link.CONNECTING, Link.CONNECTED, Link.LOST, Link.CONNECTED, Link.OFF]


def test_a_broker_that_comes_later_is_found(broker: Broker) -> None:
    broker.stop()
    with Ear(settings(broker)) as ear:
        ear.until(lambda: ear.client.link.link is Link.LOST)
        assert "Nothing answers" in ear.client.link.reason
        since = ear.client.link.since
        time.sleep(0.3)
        assert ear.client.link.since == since
        broker.start()
        ear.connected()
    assert ear.links == [Link.CONNECTING, Link.LOST, Link.CONNECTED, Link.OFF]


def test_messages_sent_while_the_console_was_away_come_when_it_is_back(broker: Broker) -> None:
    with Ear(settings(broker)).connected():
        pass
    with Stranger(broker.port) as machine:
        for number in range(20):
            machine.publish("plant/count", str(number))
    with Ear(settings(broker)) as ear:
        ear.until(lambda: len(ear.heard) >= 20)
    assert ear.payloads == [str(number).encode() for number in range(20)]


def test_messages_sent_during_a_broken_connection_come_afterwards(broker: Broker) -> None:
    with Ear(settings(broker), pace=Pace(first=1.0)).connected() as ear, Stranger(broker.port) as machine:
        ear.cut()
        ear.until(lambda: ear.client.link.link is Link.LOST)
        machine.publish("plant/a", "meanwhile")
        ear.until(lambda: ear.heard)
    assert ear.payloads == [b"meanwhile"]


def test_a_retained_value_that_changed_meanwhile_comes_although_the_session_lasted(broker: Broker) -> None:
    with Ear(settings(broker), pace=Pace(first=1.0)).connected() as ear, Stranger(broker.port) as machine:
        ear.cut()
        ear.until(lambda: ear.client.link.link is Link.LOST)
        machine.publish("plant/state", "stopped", qos=0, retain=True)
        ear.until(lambda: ear.heard)
    assert (ear.heard[0].payload, ear.heard[0].retained) == (b"stopped", True)


@pytest.mark.parametrize("qos", [1, 2])
def test_a_held_message_that_comes_again_after_a_reconnect_is_taken_once_and_answered(broker: Broker, qos: int) -> None:
    with Ear(settings(broker, qos), hold).connected() as ear, Stranger(broker.port) as machine:
        machine.publish("plant/call", "raise", qos)
        ear.until(lambda: len(ear.heard) == 1)
        ear.cut()
        ear.until(lambda: ear.client.received == 2)
        ear.client.acknowledge(ear.heard[0].mid, qos)
        time.sleep(0.2)
    assert ear.payloads == [b"raise"]
    with Ear(settings(broker, qos)).connected() as after:
        time.sleep(0.2)
    assert after.heard == []


@pytest.mark.parametrize("qos", [1, 2])
def test_a_held_message_comes_again_after_a_restart_of_the_console(broker: Broker, qos: int) -> None:
    with Ear(settings(broker, qos), hold).connected() as first, Stranger(broker.port) as machine:
        machine.publish("plant/call", "raise", qos)
        first.until(lambda: first.heard)
    with Ear(settings(broker, qos)) as second:
        second.until(lambda: second.heard)
    assert second.payloads == [b"raise"]


@pytest.mark.parametrize("qos", [1, 2])
def test_an_acknowledged_message_does_not_come_again(broker: Broker, qos: int) -> None:
    with Ear(settings(broker, qos), hold).connected() as ear, Stranger(broker.port) as machine:
        machine.publish("plant/call", "raise", qos)
        ear.until(lambda: ear.heard)
        ear.client.acknowledge(ear.heard[0].mid, qos)
        time.sleep(0.2)
        ear.cut()
        ear.until(lambda: Link.LOST in [report.link for report in ear.reports])  # it may be back at once
        ear.until(lambda: ear.client.link.link is Link.CONNECTED)
        machine.publish("plant/call", "next", qos)
        ear.until(lambda: len(ear.heard) >= 2)
    assert ear.payloads == [b"raise", b"next"]


def test_a_late_acknowledgement_does_not_fall_on_another_message(broker: Broker) -> None:
    """The broker forgot its session, so its mids begin again: the old mid now belongs to another message."""
    with Ear(settings(broker), hold).connected() as ear:
        with Stranger(broker.port) as machine:
            machine.publish("plant/call", "old")
            ear.until(lambda: len(ear.heard) == 1)
        broker.stop()
        broker.start()
        ear.until(lambda: Link.LOST in ear.links).connected()
        with Stranger(broker.port) as machine:
            machine.publish("plant/call", "new")
            ear.until(lambda: len(ear.heard) == 2)
        assert ear.heard[0].mid & 0xFFFF == ear.heard[1].mid & 0xFFFF
        ear.client.acknowledge(ear.heard[0].mid, 1)
        time.sleep(0.1)
    with Ear(settings(broker)) as after:
        after.until(lambda: after.heard)
    assert after.payloads == [b"new"]


def test_held_messages_do_not_keep_back_the_others(broker: Broker) -> None:
    def answer(heard: Heard) -> bool:
        return heard.payload != b"call"

    with Ear(settings(broker), answer).connected() as ear, Stranger(broker.port) as machine:
        machine.publish("plant/a", "call")
        for number in range(200):
            machine.publish("plant/a", str(number))
        ear.until(lambda: len(ear.heard) == 201)
        ear.client.acknowledge(ear.heard[0].mid, 1)
        time.sleep(0.1)
    with Ear(settings(broker)).connected() as after:
        time.sleep(0.1)
    assert after.heard == []


def test_two_consoles_with_one_client_id_come_to_rest_and_one_is_told_why(broker: Broker) -> None:
    """This mosquitto (2.0.11) puts the first one out without a word."""
    pace = Pace(first=0.05, longest=0.2, refused_first=60, refused_longest=60)
    with Ear(settings(broker), pace=pace).connected() as first, Ear(settings(broker), pace=pace).connected() as second:
        first.until(lambda: Link.REFUSED in (first.client.link.link, second.client.link.link))
        refused, winner = (first, second) if first.client.link.link is Link.REFUSED else (second, first)
        assert "client id “console”" in refused.client.link.reason
        winner.connected()
        time.sleep(0.5)
        assert winner.client.link.link is Link.CONNECTED
        with Stranger(broker.port) as machine:
            machine.publish("plant/a", "one of us hears")
            winner.until(lambda: winner.heard)


def test_stopping_keeps_the_session_and_is_no_accident_to_others(broker: Broker) -> None:
    with Ear(settings(broker)).connected():
        pass
    assert broker.says("Client console disconnected.")
    with Stranger(broker.port) as machine:
        machine.publish("plant/a", "kept")
    with Ear(settings(broker)) as ear:
        ear.until(lambda: ear.payloads == [b"kept"])


@pytest.mark.parametrize("host", [HOST, "192.0.2.1", "no-such-host.invalid"])
def test_starting_and_stopping_are_quick_with_no_broker_there(host: str) -> None:
    ear = Ear(BrokerSettings(host, free_port()))
    began = time.monotonic()
    ear.client.start()
    started = time.monotonic()
    time.sleep(0.3)
    assert ear.client.link.link in (Link.CONNECTING, Link.LOST)
    stopping = time.monotonic()
    ear.client.stop()
    assert started - began < 0.2
    assert time.monotonic() - stopping < 0.5


def test_nothing_queues_without_limit_while_the_broker_is_away(broker: Broker) -> None:
    with Ear(settings(broker)).connected() as ear:
        broker.stop()
        ear.until(lambda: ear.client.link.link is Link.LOST)
        assert not any(ear.client.publish("gemba/a", b"x" * 1000, qos) for qos in (0, 1) for _ in range(1000))


def test_counts_are_whole_after_the_broker_was_stopped_under_load(
    make_broker: Callable[..., Broker], tmp_path: Path
) -> None:
    """Sent with QoS 1 through a broker that keeps its sessions: each number at least once, none lost."""
    store = tmp_path / "store"
    store.mkdir()
    broker = make_broker(
        f"persistence true\npersistence_location {store}/\nautosave_on_changes true\nautosave_interval 1"
    )
    sent: list[bytes] = []
    with Ear(settings(broker)).connected() as ear:
        for part in range(3):
            with Stranger(broker.port) as machine:
                for number in range(200):
                    sent.append(f"{part}-{number}".encode())
                    machine.publish("plant/count", sent[-1])
            broker.stop()
            broker.start()
        ear.until(lambda: set(ear.payloads) >= set(sent))
    assert set(ear.payloads) == set(sent)
