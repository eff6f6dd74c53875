"""A network thread that died or hangs is noticed, said and replaced: the board never only looks alive."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from console.domain.events import Link
from console.telemetry.broker import BrokerSettings
from tests.brokers import HOST, Broker, Stranger
from tests.telemetry.ear import Ear, Heard
from tests.telemetry.scripted_broker import Line, ScriptedBroker


def settings(broker: Broker, keepalive: int = 15) -> BrokerSettings:
    return BrokerSettings(HOST, broker.port, "console", keepalive=keepalive, subscriptions=(("plant/#", 1),))


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_thread_that_died_is_replaced(broker: Broker, expected_log: Callable[..., None]) -> None:
    def answer(heard: Heard) -> bool:
        if heard.payload == b"deadly":
            raise SystemExit
        return True

    expected_log("ended unexpectedly")
    with Ear(settings(broker), answer).connected() as ear, Stranger(broker.port) as machine:
        machine.publish("plant/a", "deadly", qos=0)
        ear.until(lambda: Link.LOST in ear.links).connected()
        machine.publish("plant/a", "healed")
        ear.until(lambda: b"healed" in ear.payloads)
        assert ear.client.received == 2


def test_a_thread_that_hangs_is_replaced_and_hears_no_more(broker: Broker, expected_log: Callable[..., None]) -> None:
    release = threading.Event()

    def answer(heard: Heard) -> bool:
        if heard.payload == b"hang":
            release.wait(20)
        return True

    expected_log("Nothing came from the broker for too long")
    with Ear(settings(broker, keepalive=1), answer).connected() as ear, Stranger(broker.port) as machine:
        for payload in ("hang", "after"):
            machine.publish("plant/a", payload, qos=0)
        ear.until(lambda: Link.LOST in ear.links).connected()
        release.set()
        machine.publish("plant/a", "healed")
        ear.until(lambda: b"healed" in ear.payloads)
        time.sleep(0.3)
        assert ear.payloads == [b"hang", b"healed"]


def test_threads_that_keep_hanging_are_not_replaced_for_ever(broker: Broker, expected_log: Callable[..., None]) -> None:
    release = threading.Event()

    def answer(heard: Heard) -> bool:
        return release.wait(60)

    expected_log("Nothing came from the broker for too long")
    with Stranger(broker.port) as machine:
        machine.publish("plant/a", "hang", retain=True)
        with Ear(settings(broker, keepalive=1), answer) as ear:
            ear.until(lambda: "Restart the console" in ear.client.link.reason, 30)
            before = threading.active_count()
            time.sleep(3)
            assert threading.active_count() <= before
            release.set()
            ear.connected()


def test_a_broker_that_falls_silent_is_noticed_within_two_keepalives() -> None:
    def script(line: Line) -> None:
        line.welcome()
        time.sleep(30)

    with ScriptedBroker(script) as broker:
        quiet = BrokerSettings(HOST, broker.port, "console", keepalive=1)
        with Ear(quiet).connected() as ear:
            began = time.monotonic()
            ear.until(lambda: ear.client.link.link is Link.LOST, 5)
            assert time.monotonic() - began < 3.5
            assert "silent" in ear.client.link.reason


def test_an_idle_link_stays_up(broker: Broker) -> None:
    with Ear(settings(broker, keepalive=1)).connected() as ear:
        time.sleep(4)
        assert ear.links == [Link.CONNECTING, Link.CONNECTED]
