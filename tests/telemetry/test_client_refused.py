"""Brokers that do not let the console in, or only in an older version: what it says and does then."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from amqtt.broker import Broker as AmqttBroker

from console.domain.events import Link
from console.telemetry.broker import BrokerSettings
from console.telemetry.pace import Pace
from tests.brokers import HOST, Broker, free_port, listening
from tests.telemetry.ear import QUICK, Ear
from tests.telemetry.scripted_broker import ACCEPT_5, Line, ScriptedBroker, publish_packet

LOCKED = "allow_anonymous false"


def settings(port: int, **more: str) -> BrokerSettings:
    return BrokerSettings(HOST, port, "console", subscriptions=(("plant/#", 1),), **more)  # type: ignore[arg-type]


def refused(port: int, **more: str) -> str:
    """The reason that a console is given."""
    with Ear(settings(port, **more)) as ear:
        ear.until(lambda: ear.client.link.link is Link.REFUSED)
        return ear.client.link.reason


@pytest.mark.parametrize("broker", [LOCKED], indirect=True)
@pytest.mark.parametrize("more", [{}, {"user": "nobody", "password": "wrong"}])
def test_a_wrong_password_is_refused_and_told_what_to_do(broker: Broker, more: dict[str, str]) -> None:
    reason = refused(broker.port, **more)
    assert "does not let this console in" in reason
    assert "Check user name and password" in reason
    assert "wrong" not in reason


@pytest.mark.parametrize("broker", [LOCKED], indirect=True)
def test_the_log_tells_once_what_became_of_the_connection(broker: Broker, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "console.telemetry.client")
    with Ear(settings(broker.port)) as ear:
        ear.until(lambda: ear.client.link.link is Link.REFUSED)
        time.sleep(1.0)  # several tries that end alike
    told = [line for line in caplog.messages if "refused" in line]
    assert len(told) == 1, caplog.messages
    assert "does not let this console in" in told[0]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (134, "does not accept the user name or password"),
        (133, "client id “console”"),
        (138, "banned"),
        (157, "has moved"),
    ],
)
def test_each_refusal_of_mqtt_5_has_its_own_words(code: int, words: str) -> None:
    def script(line: Line) -> None:
        line.read()
        line.send(bytes([0x20, 3, 0, code, 0]))
        line.read()

    with ScriptedBroker(script) as broker:
        assert words in refused(broker.port)


def test_a_session_that_another_console_took_is_refused_and_not_fought_for() -> None:
    """What a broker of MQTT 5 should say."""

    def script(line: Line) -> None:
        line.welcome()
        line.send(b"\xe0\x02\x8e\x00")
        line.read()

    slow = Pace(first=0.01, refused_first=60, refused_longest=60)
    with ScriptedBroker(script) as broker, Ear(settings(broker.port), pace=slow) as ear:
        ear.until(lambda: ear.client.link.link is Link.REFUSED)
        assert "Another program connected" in ear.client.link.reason
        assert "“console”" in ear.client.link.reason
        time.sleep(0.3)
        assert broker.connections == 1


def test_a_busy_broker_is_away_not_refusing_and_its_own_words_are_passed_on() -> None:
    def script(line: Line) -> None:
        line.read()
        said = b"\x1f\x00\x08at lunch"
        line.send(bytes([0x20, 3 + len(said), 0, 137, len(said)]) + said)
        line.read()

    with ScriptedBroker(script) as broker, Ear(settings(broker.port)) as ear:
        ear.until(lambda: ear.client.link.link is Link.LOST)
        assert "too busy" in ear.client.link.reason
        assert "at lunch" in ear.client.link.reason


def old_broker(answer: bytes | None) -> Callable[[Line], None]:
    """A broker of MQTT 3.1.1 that answers MQTT 5 with `answer`, or hangs up."""

    def script(line: Line) -> None:
        _, connect = line.read()
        if connect[6] == 5:
            if answer:
                line.send(answer)
                line.read()
            return
        line.send(b"\x20\x02\x00\x00")
        _, subscribe = line.read()
        line.send(b"\x90\x03" + subscribe[:2] + b"\x01")
        line.send(publish_packet("plant/a", b"old but alive", five=False))
        line.read()

    return script


@pytest.mark.parametrize(
    "answer",
    [b"\x20\x02\x00\x01", b"\x20\x03\x00\x84\x00", b"\x20\x02\x00\x84", None],
    ids=["code of 3.1.1", "code of 5", "code of 5, short", "hangs up"],
)
def test_a_broker_that_refuses_mqtt_5_is_spoken_to_in_3_1_1(answer: bytes | None) -> None:
    with ScriptedBroker(old_broker(answer)) as broker, Ear(settings(broker.port)).connected() as ear:
        ear.until(lambda: ear.heard)
        assert ear.payloads == [b"old but alive"]
        assert ear.client.link.protocol == "MQTT 3.1.1"
        assert Link.REFUSED not in ear.links
        tried = broker.connections
        ear.cut()
        ear.until(lambda: len(ear.heard) == 2)
        assert broker.connections == tried + 1


def test_a_broker_that_hangs_up_on_every_version_is_tried_with_both_again() -> None:
    versions: list[int] = []

    def script(line: Line) -> None:
        versions.append(line.read()[1][6])

    with ScriptedBroker(script) as broker, Ear(settings(broker.port)) as ear:
        ear.until(lambda: len(versions) >= 6)
        assert ear.client.link.link is Link.LOST
        assert "before it accepted this console" in ear.client.link.reason
    assert versions[:6] == [5, 5, 4, 4, 5, 5]


def test_a_restart_of_a_known_broker_is_no_reason_to_change_the_version(broker: Broker) -> None:
    with Ear(settings(broker.port)).connected() as ear:
        for _ in range(3):
            broker.stop()
            broker.start()
            ear.until(lambda: ear.client.link.link is Link.CONNECTED)
        assert ear.client.link.protocol == "MQTT 5"


@pytest.fixture
def amqtt_port() -> Iterator[int]:
    """The embedded broker, which speaks 3.1.1 only, in a thread of its own."""
    port = free_port()
    config = {
        "listeners": {"default": {"type": "tcp", "bind": f"{HOST}:{port}"}},
        "plugins": {"amqtt.plugins.authentication.AnonymousAuthPlugin": {"allow_anonymous": True}},
    }
    loop = asyncio.new_event_loop()
    running: list[AmqttBroker] = []

    async def serve() -> None:
        running.append(AmqttBroker(config))
        await running[0].start()

    def run() -> None:
        loop.run_until_complete(serve())
        loop.run_forever()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 10
    while not listening(port) and time.monotonic() < deadline:
        time.sleep(0.02)
    yield port
    asyncio.run_coroutine_threadsafe(running[0].shutdown(), loop).result(10)
    loop.call_soon_threadsafe(loop.stop)
    thread.join(5)


@pytest.mark.parametrize("five", [True, False], ids=["finds out", "was told"])
def test_the_embedded_broker_is_heard_in_3_1_1(amqtt_port: int, five: bool, expected_log: Callable[..., None]) -> None:
    """It cannot even read CONNECT of MQTT 5: it waits for more bytes and says nothing."""
    expected_log("amqtt|asyncio", maybe=True)
    with Ear(replace(settings(amqtt_port), five=five)).connected(3.0 if five else 0.5) as ear:
        assert ear.client.link.protocol == "MQTT 3.1.1"
        ear.until(lambda: ear.client.publish("plant/a", b"round trip") and ear.heard)
        assert ear.heard[0].payload == b"round trip"


def test_a_refused_subscription_is_named_while_the_rest_is_heard() -> None:
    def script(line: Line) -> None:
        line.welcome(0x87)
        line.send(publish_packet("plant/a", b"still alive"))
        line.read()

    with ScriptedBroker(script) as broker, Ear(settings(broker.port)).connected() as ear:
        ear.until(lambda: ear.heard)
        assert ear.client.link.reason.startswith("The broker does not let this console listen to “plant/#”: not auth")


def test_a_port_where_nobody_speaks_mqtt_is_said() -> None:
    pace = Pace(first=0.05, answer=0.3)
    with ScriptedBroker(lambda line: time.sleep(5)) as broker, Ear(settings(broker.port), pace=pace) as ear:
        ear.until(lambda: ear.client.link.link is Link.LOST)
        assert "does not answer as an MQTT broker" in ear.client.link.reason


def test_a_broker_that_never_confirms_the_subscription_is_said() -> None:
    def script(line: Line) -> None:
        line.read()
        line.send(ACCEPT_5)
        while line.read()[0]:
            pass

    with ScriptedBroker(script) as broker, Ear(settings(broker.port), pace=Pace(answer=0.3)).connected() as ear:
        assert "has not confirmed" in ear.client.link.reason


def test_an_unknown_host_is_said() -> None:
    with Ear(BrokerSettings("no-such-host.invalid", 1883, "console")) as ear:
        ear.until(lambda: ear.client.link.link is Link.LOST, 30)
        assert "no-such-host.invalid" in ear.client.link.reason


def test_refused_and_let_in_later_needs_no_restart() -> None:
    """The person who runs the broker corrects it; the console finds out by itself."""
    codes = [135, 135, 0]

    def script(line: Line) -> None:
        line.read()
        line.send(bytes([0x20, 3, 0, codes.pop(0), 0]))
        _, subscribe = line.read()
        line.send(b"\x90\x04" + subscribe[:2] + b"\x00\x01")
        line.read()

    with ScriptedBroker(script) as broker, Ear(settings(broker.port), pace=QUICK).connected() as ear:
        assert ear.links == [Link.CONNECTING, Link.REFUSED, Link.CONNECTED]


def test_a_message_that_the_broker_refuses_is_logged(broker: Broker, expected_log: Callable[..., None]) -> None:
    expected_log("refused a message of this console: Not authorized")

    def script(line: Line) -> None:
        line.welcome()
        _, body = line.read()
        at = 2 + int.from_bytes(body[:2], "big")
        line.send(b"\x40\x04" + body[at : at + 2] + b"\x87\x00")
        line.read()

    with ScriptedBroker(script) as scripted, Ear(settings(scripted.port)).connected() as ear:
        assert ear.client.publish("gemba/a", b"x")
        time.sleep(0.2)
        assert ear.client.link.link is Link.CONNECTED
