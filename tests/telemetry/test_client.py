"""What the MQTT client hears and says while the broker is there."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import groupby
from typing import Any

import pytest

from console.domain.events import BrokerChanged, Link
from console.telemetry.broker import BrokerSettings
from console.telemetry.client import MqttClient
from tests.brokers import HOST, Broker, Stranger
from tests.telemetry.ear import QUICK, Ear, Heard


def settings(broker: Broker, *filters: str, qos: int = 1, **more: Any) -> BrokerSettings:
    subscriptions = tuple((topic, qos) for topic in filters or ("plant/#",))
    return BrokerSettings(HOST, broker.port, more.pop("client_id", "console"), subscriptions=subscriptions, **more)


def test_a_message_comes_with_its_topic_payload_and_time(broker: Broker) -> None:
    before = time.time()
    with Ear(settings(broker)).connected() as ear, Stranger(broker.port) as machine:
        machine.publish("plant/Größe", "42 °C")
        ear.until(lambda: ear.heard)
    topic, payload, qos, retained, mid, at = ear.heard[0]
    assert (topic, payload, qos, retained) == ("plant/Größe", "42 °C".encode(), 1, False)
    assert mid > 0
    assert before <= at <= time.time()


@pytest.mark.parametrize("qos", [0, 1, 2])
def test_every_quality_of_service_brings_a_message_once(broker: Broker, qos: int) -> None:
    with Ear(settings(broker, qos=2)).connected() as ear, Stranger(broker.port) as machine:
        for number in range(50):
            machine.publish("plant/count", str(number), qos)
        ear.until(lambda: len(ear.heard) >= 50)
        time.sleep(0.1)
    assert ear.payloads == [str(number).encode() for number in range(50)]
    assert {heard.qos for heard in ear.heard} == {qos}


def test_a_retained_message_is_told_from_a_live_one(broker: Broker) -> None:
    with Stranger(broker.port) as machine:
        machine.publish("plant/state", "old", retain=True)
        with Ear(settings(broker)) as ear:
            ear.until(lambda: ear.heard)
            machine.publish("plant/state", "new", retain=True)
            ear.until(lambda: len(ear.heard) == 2)
    assert [(heard.payload, heard.retained) for heard in ear.heard] == [(b"old", True), (b"new", False)]


def test_a_large_message_comes_whole(broker: Broker) -> None:
    picture = bytes(range(256)) * 8192
    with Ear(settings(broker)).connected() as ear, Stranger(broker.port) as machine:
        machine.publish("plant/picture", picture)
        machine.publish("plant/after", "small")
        ear.until(lambda: len(ear.heard) == 2)
    assert ear.payloads == [picture, b"small"]


def test_properties_of_a_message_do_not_reach_its_payload(broker: Broker) -> None:
    with Ear(settings(broker)).connected() as ear, Stranger(broker.port) as machine:
        machine.publish("plant/a", "value", unit="°C", note="x" * 300)
        ear.until(lambda: ear.heard)
    assert ear.payloads == [b"value"]


@pytest.mark.parametrize(
    ("recorded_time", "told", "expected"),
    [(True, "1600000000.25", 1600000000.25), (False, "1600000000.25", None), (True, "soon", None), (True, "nan", None)],
)
def test_a_replay_believes_the_recorded_time_and_nobody_else_does(
    broker: Broker, recorded_time: bool, told: str, expected: float | None
) -> None:
    with Ear(settings(broker), recorded_time=recorded_time).connected() as ear, Stranger(broker.port) as machine:
        machine.publish("plant/a", "value", other="first", gemba_recorded_at=told)
        ear.until(lambda: ear.heard)
    at = ear.heard[0].at
    assert at == expected if expected else abs(at - time.time()) < 5


def test_what_the_console_publishes_reaches_others(broker: Broker) -> None:
    with Ear(settings(broker)).connected() as ear, Stranger(broker.port) as machine:
        machine.listen("gemba/#")
        assert ear.client.publish("gemba/hello", b"world")
        ear.until(lambda: machine.heard)
    assert machine.heard == [("gemba/hello", b"world", False)]


def test_publishing_to_a_wildcard_is_an_error_of_the_caller(broker: Broker) -> None:
    with Ear(settings(broker)).connected() as ear, pytest.raises(ValueError, match="wildcard"):
        ear.client.publish("gemba/#", b"")


def test_nothing_is_published_before_the_start_or_after_the_stop(broker: Broker) -> None:
    ear = Ear(settings(broker))
    assert not ear.client.publish("gemba/early", b"")
    with ear:
        ear.connected()
    assert not ear.client.publish("gemba/late", b"")


def test_new_subscriptions_replace_the_old_ones_at_once(broker: Broker) -> None:
    with Ear(settings(broker, "a/#", "b/#")).connected() as ear, Stranger(broker.port) as machine:
        machine.publish("c/kept", "retained", retain=True)
        ear.client.subscribe([("b/#", 1), ("c/#", 1)])
        ear.until(lambda: b"retained" in ear.payloads)
        for topic in ("a/1", "b/1", "c/1"):
            machine.publish(topic, topic)
        ear.until(lambda: b"c/1" in ear.payloads)
    assert ear.payloads == [b"retained", b"b/1", b"c/1"]


def test_more_subscriptions_than_fit_one_request_are_all_made(broker: Broker) -> None:
    topics = [f"plant/{number}" for number in range(50)]
    with Ear(settings(broker, *topics)).connected() as ear, Stranger(broker.port) as machine:
        for topic in topics:
            machine.publish(topic, topic)
        ear.until(lambda: len(ear.heard) == 50)
    assert {heard.topic for heard in ear.heard} == set(topics)


def test_a_malformed_filter_is_named_and_the_others_work(broker: Broker) -> None:
    with Ear(settings(broker, "plant/#", "plant/#/broken")).connected() as ear, Stranger(broker.port) as machine:
        machine.publish("plant/a", "heard")
        ear.until(lambda: ear.heard)
        assert "plant/#/broken" in ear.client.link.reason
        assert ear.client.link.link is Link.CONNECTED


def test_birth_is_said_on_connect_and_the_will_when_the_console_goes(broker: Broker) -> None:
    offline, online = ("spBv1.0/STATE/gemba", b"offline"), ("spBv1.0/STATE/gemba", b"online")

    def told() -> list[bytes]:
        """What was said in turn; QoS 1 may say a thing twice when the line was cut before its acknowledgement."""
        return [payload for payload, _ in groupby(payload for _, payload, _ in other.heard)]

    with Stranger(broker.port) as other:
        other.listen("spBv1.0/STATE/#")
        with Ear(settings(broker, will=offline, birth=lambda: online)).connected() as ear:
            ear.until(lambda: other.heard)
            ear.cut()
            ear.until(lambda: len(told()) == 3)
        ear.until(lambda: len(told()) == 4)
    assert told() == [b"online", b"offline", b"online", b"offline"]


def test_a_birth_that_fails_does_not_keep_the_console_from_hearing(
    broker: Broker, expected_log: Callable[..., None]
) -> None:
    def birth() -> tuple[str, bytes]:
        raise RuntimeError("no birth today")

    expected_log("no birth today")
    with Ear(settings(broker, birth=birth)).connected() as ear, Stranger(broker.port) as machine:
        machine.publish("plant/a", "heard")
        ear.until(lambda: ear.heard)


def test_a_message_that_take_fails_on_is_counted_and_the_next_ones_come(
    broker: Broker, expected_log: Callable[..., None]
) -> None:
    def answer(heard: Heard) -> bool:
        if heard.payload.startswith(b"bad"):
            raise ZeroDivisionError(heard.payload)
        return True

    expected_log("ZeroDivisionError")
    with Ear(settings(broker), answer).connected() as ear, Stranger(broker.port) as machine:
        for number in range(100):
            machine.publish("plant/a", f"bad {number}", qos=0)
        machine.publish("plant/a", "good")
        ear.until(lambda: b"good" in ear.payloads)
        assert ear.client.failures == 100
        assert ear.client.received == 101
        assert ear.links == [Link.CONNECTING, Link.CONNECTED]


def test_a_failing_message_is_not_sent_again(broker: Broker, expected_log: Callable[..., None]) -> None:
    def answer(heard: Heard) -> bool:
        raise ZeroDivisionError

    expected_log("ZeroDivisionError")
    with Ear(settings(broker), answer).connected() as ear, Stranger(broker.port) as machine:
        machine.publish("plant/a", "poison")
        ear.until(lambda: ear.heard)
        time.sleep(0.2)
    with Ear(settings(broker)).connected() as again:
        time.sleep(0.2)
    assert again.heard == []


def test_a_report_that_fails_stops_nothing(broker: Broker, expected_log: Callable[..., None]) -> None:
    def report(change: BrokerChanged) -> None:
        raise RuntimeError("nobody listens")

    expected_log("could not be reported")
    heard: list[str] = []
    client = MqttClient(settings(broker), lambda topic, *rest: bool(heard.append(topic)), report, pace=QUICK)
    client.start()
    try:
        deadline = time.monotonic() + 10
        with Stranger(broker.port) as machine:
            while not heard and time.monotonic() < deadline:
                machine.publish("plant/a", "x")
    finally:
        client.stop()
    assert heard


def test_the_link_tells_since_when_and_which_version(broker: Broker) -> None:
    before = time.time()
    with Ear(settings(broker)).connected() as ear:
        link = ear.client.link
        assert (link.reason, link.protocol) == ("", "MQTT 5")
        assert before <= link.since <= time.time()
        assert ear.client.last_packet >= before
    assert ear.client.link.link is Link.OFF


def test_without_a_host_the_client_stays_off() -> None:
    with Ear(BrokerSettings("")) as ear:
        assert ear.client.link.link is Link.OFF
    assert ear.reports == []


def test_starting_twice_makes_one_connection(broker: Broker) -> None:
    with Ear(settings(broker)).connected() as ear, Stranger(broker.port) as machine:
        ear.client.start()
        machine.publish("plant/a", "once")
        ear.until(lambda: ear.heard)
        time.sleep(0.1)
    assert ear.payloads == [b"once"]


def test_a_stopped_client_can_be_started_again(broker: Broker) -> None:
    with Ear(settings(broker)).connected() as ear:
        ear.client.stop()
        ear.client.start()
        ear.connected()
        with Stranger(broker.port) as machine:
            machine.publish("plant/a", "again")
            ear.until(lambda: ear.heard)
        assert ear.client.received == 1
