"""However the bytes are cut, every packet is taken once and whole: by the fast reader and by paho's own."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from paho.mqtt.client import CallbackAPIVersion
from paho.mqtt.enums import MQTTErrorCode, MQTTProtocolVersion
from paho.mqtt.exception import MalformedPacket

from console.domain.events import Link
from console.telemetry import wire
from console.telemetry.broker import BrokerSettings
from console.telemetry.buffered import READ_SIZE, BufferedClient
from console.telemetry.receiver import RECORDED_AT, Receiver
from tests.brokers import HOST
from tests.telemetry.ear import QUICK, Ear
from tests.telemetry.scripted_broker import Line, ScriptedBroker, length_bytes, publish_packet, user_property


@pytest.fixture(params=["fast", "plain"])
def _reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, expected_log) -> None:  # type: ignore[no-untyped-def]
    """Both readers go through these tests; the plain one as if paho's inside were another."""
    if request.param == "plain":
        monkeypatch.setattr(wire, "fits", lambda client: False)
        expected_log("slower, plain way")


def heard_of(*segments: bytes, five: bool = True, recorded_time: bool = False, count: int = 1) -> Ear:
    """What a console takes when a broker sends these segments."""

    def script(line: Line) -> None:
        line.welcome()
        for segment in segments:
            line.send(segment)
            time.sleep(0.01)
        line.read()

    told = BrokerSettings(HOST, 0, "console", subscriptions=(("plant/#", 2),), five=five)
    with ScriptedBroker(script) as broker:
        told = BrokerSettings(HOST, broker.port, "console", subscriptions=told.subscriptions, five=five)
        with Ear(told, recorded_time=recorded_time).connected() as ear:
            ear.until(lambda: len(ear.heard) >= count)
            return ear


@pytest.mark.usefixtures("_reader")
@pytest.mark.parametrize("five", [True, False])
def test_many_packets_in_one_segment(five: bool) -> None:
    packets = b"".join(publish_packet(f"plant/{n}", str(n).encode(), five=five) for n in range(300))
    ear = heard_of(packets, five=five, count=300)
    assert [(heard.topic, heard.payload) for heard in ear.heard] == [(f"plant/{n}", b"%d" % n) for n in range(300)]


@pytest.mark.usefixtures("_reader")
@pytest.mark.parametrize("five", [True, False])
def test_a_packet_cut_after_every_byte(five: bool) -> None:
    packet = publish_packet("plant/a", b"x" * 130, five=five)
    ear = heard_of(*(packet[at : at + 1] for at in range(len(packet))), five=five)
    assert ear.payloads == [b"x" * 130]


@pytest.mark.usefixtures("_reader")
def test_an_empty_payload_and_flags(wait_until: object) -> None:
    ear = heard_of(publish_packet("plant/a", b"", retain=True), publish_packet("plant/b", b"1", 1, 9), count=2)
    assert [(heard.payload, heard.retained, heard.qos) for heard in ear.heard] == [(b"", True, 0), (b"1", False, 1)]
    assert ear.heard[0].mid == 0
    assert ear.heard[1].mid & 0xFFFF == 9


@pytest.mark.usefixtures("_reader")
def test_properties_long_and_short_are_passed_over() -> None:
    long = b"".join(user_property(f"key {n}", "text " * 20) for n in range(10))
    packets = publish_packet("plant/a", b"1", properties=long) + publish_packet("plant/b", b"2", properties=b"\x01\x01")
    assert heard_of(packets, count=2).payloads == [b"1", b"2"]


@pytest.mark.usefixtures("_reader")
def test_the_recorded_time_is_found_among_other_properties() -> None:
    mixed = b"\x01\x01" + user_property("a", "b") + user_property(RECORDED_AT, "12.5") + user_property("c", "d")
    ear = heard_of(publish_packet("plant/a", b"1", properties=mixed), recorded_time=True)
    assert ear.heard[0].at == 12.5


@pytest.mark.usefixtures("_reader")
def test_a_topic_that_is_not_utf_8_reaches_the_intake_marked() -> None:
    packet = bytearray(publish_packet("plant/XX", b"1"))
    packet[packet.index(b"XX") : packet.index(b"XX") + 2] = b"\xff\xfe"
    assert heard_of(bytes(packet)).heard[0].topic == "plant/��"


@pytest.mark.usefixtures("_reader")
def test_a_packet_larger_than_any_read(wait_until: object) -> None:
    packet = publish_packet("plant/a", bytes(range(256)) * 4096)
    parts = [packet[at : at + 300_000] for at in range(0, len(packet), 300_000)]
    assert heard_of(*parts).payloads == [bytes(range(256)) * 4096]


@pytest.mark.usefixtures("_reader")
@pytest.mark.parametrize(
    "broken",
    [
        b"\x30\x05\x00\x09abc",
        b"\x30\xff\xff\xff\xff\x01",
        b"\x30\x00",
        b"\x36\x08\x00\x03a/b\x00\x01\x00",
        b"\x30\x07\x00\x03a/b\xff\x7f",
        b"\xf0\x00",
        b"\x00\x00",
    ],
)
def test_a_broken_packet_ends_the_connection_and_a_new_one_is_made(broken: bytes) -> None:
    turns = itertools.count()

    def script(line: Line) -> None:
        line.welcome()
        if next(turns) == 0:
            line.send(broken + b"\x00" * 10)
        else:
            line.send(publish_packet("plant/a", b"whole"))
        line.read()

    with ScriptedBroker(script) as broker, Ear(BrokerSettings(HOST, broker.port, "console")) as ear:
        ear.until(lambda: ear.heard)
        assert ear.payloads == [b"whole"]
        assert Link.LOST in ear.links


def test_qos_2_is_taken_once_though_the_broker_repeats_it() -> None:
    """Fast reader: PUBREC says durable; a repeat of PUBLISH is answered but not taken again."""
    answers: list[tuple[int, bytes]] = []
    packet = publish_packet("plant/a", b"1", 2, 7)

    def script(line: Line) -> None:
        line.welcome()
        line.send(packet)
        answers.append(line.read())
        line.send(bytes([packet[0] | 8]) + packet[1:])
        answers.append(line.read())
        line.send(b"\x62\x02\x00\x07")
        answers.append(line.read())
        line.send(packet)
        answers.append(line.read())
        line.read()

    with ScriptedBroker(script) as broker, Ear(BrokerSettings(HOST, broker.port, "console")).connected() as ear:
        ear.until(lambda: len(answers) == 4)
    assert answers == [(0x50, b"\0\7"), (0x50, b"\0\7"), (0x70, b"\0\7"), (0x50, b"\0\7")]
    assert len(ear.heard) == 2


def test_a_held_message_is_not_answered_until_told() -> None:
    answers: list[int] = []

    def script(line: Line) -> None:
        line.welcome()
        for mid in range(1, 4):
            line.send(publish_packet("plant/a", b"1", 1, mid))
        for _ in range(3):
            answers.append(int.from_bytes(line.read()[1], "big"))
        line.read()

    told = BrokerSettings("", 1)
    with ScriptedBroker(script) as broker:
        told = BrokerSettings(HOST, broker.port, "console")
        with Ear(told, lambda heard: heard.mid & 0xFFFF != 2).connected() as ear:
            ear.until(lambda: len(ear.heard) == 3 and len(answers) == 2)
            assert answers == [1, 3]
            ear.client.acknowledge(ear.heard[1].mid, 1)
            ear.until(lambda: len(answers) == 3)
    assert answers == [1, 3, 2]


def fast(taken: list[tuple[str, bytes]]) -> BufferedClient:
    """The fast reader without a socket."""

    def take(topic: str, payload: bytes, qos: int, retained: bool, mid: int, heard_at: float) -> bool:
        taken.append((topic, payload))
        return True

    return BufferedClient(
        Receiver(take, time.time),
        callback_api_version=CallbackAPIVersion.VERSION2,
        client_id="console",
        protocol=MQTTProtocolVersion.MQTTv5,
        manual_ack=True,
    )


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    messages=st.lists(st.tuples(st.text("abc/ä", min_size=1, max_size=40), st.binary(max_size=400)), max_size=20),
    cuts=st.lists(st.integers(1, 500), min_size=1, max_size=50),
)
def test_any_cut_gives_the_same_messages(messages: list[tuple[str, bytes]], cuts: list[int]) -> None:
    stream = b"".join(publish_packet(topic, payload) for topic, payload in messages)
    taken: list[tuple[str, bytes]] = []
    client, at = fast(taken), 0
    for size in itertools.cycle(cuts):
        if at >= len(stream):
            break
        assert client._split(stream[at : at + size], 0.0) == MQTTErrorCode.MQTT_ERR_SUCCESS
        at += size
    assert taken == messages


@settings(deadline=None)
@given(noise=st.binary(max_size=200))
def test_noise_is_taken_or_refused_but_never_another_error(noise: bytes) -> None:
    client = fast([])
    try:
        client._split(noise, 0.0)
    except (MalformedPacket, IndexError):
        return
    assert client._missing >= 0


@pytest.mark.parametrize("length", [0, 1, 127, 128, 16_383, 16_384, 2_097_151, 2_097_152])
def test_lengths_are_read_at_every_boundary(length: int) -> None:
    taken: list[tuple[str, bytes]] = []
    payload = b"x" * length
    fast(taken)._split(publish_packet("a", payload), 0.0)
    assert taken == [("a", payload)]
    assert len(length_bytes(length)) in (1, 2, 3, 4)


def test_a_read_holds_a_tls_record() -> None:
    assert READ_SIZE >= 16 * 1024
    assert QUICK.first < 1
