"""Sparkplug payloads: read from bytes that our encoder did not make, written and read again, and garbage refused."""

from __future__ import annotations

import json
import math
import struct
from contextlib import suppress

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from console.domain.readings import Quality
from console.telemetry import sparkplug_codec
from console.telemetry.sparkplug_codec import Metric, Payload, SparkplugUnreadable, decode, encode
from console.telemetry.sparkplug_values import DataType
from tests.telemetry import sparkplug_wire as wire

INT, LONG, FLOAT, DOUBLE, BOOL, TEXT, BYTES, DATASET, TEMPLATE = range(10, 19)  # field numbers of a metric's value


def only(raw: bytes) -> Metric:
    (metric,) = decode(raw).metrics
    return metric


def test_bytes_written_by_hand_are_read() -> None:
    raw = bytes.fromhex(
        "08 80 e0 95 ff bc 31"  # field 1, varint: 1 700 000 002 048 ms
        "12 1a"  # field 2, 26 bytes: a metric
        "0a 04 54 65 6d 70"  # 1 name "Temp"
        "10 07"  # 2 alias 7
        "18 80 e0 95 ff bc 31"  # 3 timestamp
        "20 0a"  # 4 datatype 10, Double
        "69 00 00 00 00 00 80 35 40"  # 13 double 21.5
        "18 05"  # field 3: sequence 5
    )
    (metric,) = decode(raw).metrics
    assert decode(raw)[:2] == (1_700_000_002.048, 5)
    assert metric == Metric("Temp", 7, 21.5, 10, 1_700_000_002.048)


@pytest.mark.parametrize(
    ("datatype", "value", "expected"),
    [
        (DataType.INT8, wire.whole(INT, 0xFFFF_FFFF), -1),  # two's complement in 32 bits
        (DataType.INT8, wire.whole(INT, 0xFF), -1),  # and in 8, as other publishers do
        (DataType.INT8, wire.whole(INT, 127), 127),
        (DataType.INT16, wire.whole(INT, 0xFFFF_8000), -32768),
        (DataType.INT16, wire.whole(INT, 0x8000), -32768),
        (DataType.INT32, wire.whole(INT, 0xFFFF_FFFE), -2),
        (DataType.INT64, wire.whole(LONG, 0xFFFF_FFFF_FFFF_FFFD), -3),
        (DataType.UINT8, wire.whole(INT, 255), 255),
        (DataType.UINT32, wire.whole(INT, 0xFFFF_FFFF), 4_294_967_295),
        (DataType.UINT32, wire.whole(LONG, 0xFFFF_FFFF), 4_294_967_295),  # older Tahu uses the long field
        (DataType.UINT64, wire.whole(LONG, 2**64 - 1), 2**64 - 1),
        (DataType.FLOAT, wire.single(FLOAT, 0.5), 0.5),
        (DataType.DOUBLE, wire.double(DOUBLE, 1e300), 1e300),
        (DataType.DOUBLE, wire.whole(INT, 3), 3.0),
        (DataType.BOOLEAN, wire.whole(BOOL, 1), True),
        (DataType.BOOLEAN, wire.whole(INT, 1), True),
        (DataType.STRING, wire.sized(TEXT, "焊接"), "焊接"),
        (DataType.TEXT, wire.sized(TEXT, ""), ""),
        (DataType.UUID, wire.sized(TEXT, "0190-…"), "0190-…"),
        (DataType.DATETIME, wire.whole(LONG, 1_700_000_000_500), 1_700_000_000.5),
        (DataType.BYTES, wire.sized(BYTES, b"\xff\x00"), None),
        (DataType.FILE, wire.sized(BYTES, b"\xff"), None),
        (DataType.DATASET, wire.sized(DATASET, wire.whole(1, 0)), None),
        (DataType.INT8_ARRAY, wire.sized(BYTES, bytes([0xEF, 0x7B])), "[-17, 123]"),
        (DataType.INT16_ARRAY, wire.sized(BYTES, bytes([0xD0, 0x8A, 0x30, 0x75])), "[-30000, 30000]"),
        (DataType.BOOLEAN_ARRAY, wire.sized(BYTES, bytes([4, 0, 0, 0, 0x50])), "[false, true, false, true]"),
        (DataType.STRING_ARRAY, wire.sized(BYTES, b"ABC\0hello\0"), '["ABC", "hello"]'),
        (DataType.INT32_ARRAY, wire.sized(BYTES, b"\0\0\0"), None),  # not whole elements
        (DataType.BOOLEAN_ARRAY, wire.sized(BYTES, b"\xff\xff\xff\xff"), None),  # claims what is not there
        (99, wire.whole(INT, 4), 4),  # a datatype of tomorrow
    ],
)
def test_each_datatype_becomes_a_plain_value(datatype: int, value: bytes, expected: object) -> None:
    got = only(wire.payload(wire.named("m", datatype, value))).value
    assert got == expected
    assert type(got) is type(expected)


def test_null_is_told_apart_from_a_value_that_cannot_be_shown() -> None:
    null = only(wire.payload(wire.named("m", DataType.INT32, wire.whole(7, 1))))
    opaque = only(wire.payload(wire.named("m", DataType.BYTES, wire.sized(BYTES, b"x"))))
    assert (null.value, null.is_null) == (None, True)
    assert (opaque.value, opaque.is_null) == (None, False)


def test_alias_zero_is_an_alias() -> None:
    assert only(wire.payload(wire.metric(wire.whole(2, 0), wire.double(DOUBLE, 1.0)))).alias == 0
    assert only(wire.payload(wire.metric(wire.double(DOUBLE, 1.0)))).alias is None


def test_historical_and_transient_are_kept() -> None:
    metric = only(wire.payload(wire.named("m", 10, wire.double(DOUBLE, 1.0), wire.whole(5, 1), wire.whole(6, 1))))
    assert (metric.historical, metric.transient) == (True, True)


def a_property(key: str, value: bytes) -> bytes:
    return wire.sized(9, wire.sized(1, key) + wire.sized(2, value))


@pytest.mark.parametrize(
    ("code", "quality"),
    [
        (192, Quality.GOOD),
        (0, Quality.BAD),
        (500, Quality.UNCERTAIN),
        (216, Quality.GOOD),  # OPC: good, local override
        (64, Quality.UNCERTAIN),  # OPC: uncertain
        (0x8000_01F4, Quality.BAD),  # Ignition's Bad_Stale
        (0x4000_0100, Quality.UNCERTAIN),
    ],
)
def test_quality_comes_from_its_property(code: int, quality: Quality) -> None:
    raw = wire.payload(
        wire.named("m", 10, wire.double(DOUBLE, 1.0), a_property("Quality", wire.whole(1, 3) + wire.whole(3, code)))
    )
    assert only(raw).quality is quality


def test_a_quality_that_is_no_number_is_unknown_and_without_one_a_value_is_good() -> None:
    text = a_property("Quality", wire.sized(8, "fine"))
    assert only(wire.payload(wire.named("m", 10, wire.double(DOUBLE, 1.0), text))).quality is Quality.UNKNOWN
    assert only(wire.payload(wire.named("m", 10, wire.double(DOUBLE, 1.0)))).quality is Quality.GOOD


def test_the_unit_comes_from_its_property() -> None:
    unit = a_property("engUnit", wire.whole(1, 12) + wire.sized(8, "°C"))
    assert only(wire.payload(wire.named("m", 10, wire.double(DOUBLE, 1.0), unit))).unit == "°C"


def test_a_template_is_flattened_and_its_members_inherit_time_and_history() -> None:
    inner = wire.sized(2, wire.sized(1, "speed") + wire.whole(4, 10) + wire.double(DOUBLE, 7.5))
    motor = wire.named("motor", 19, wire.sized(TEMPLATE, inner), wire.whole(3, 4_000), wire.whole(5, 1))
    outer, member = decode(wire.payload(motor)).metrics
    assert (outer.name, outer.value) == ("motor", None)
    assert (member.name, member.value, member.timestamp, member.historical) == ("motor/speed", 7.5, 4.0, True)


def test_a_template_definition_holds_no_live_values() -> None:
    member = wire.sized(2, wire.sized(1, "speed") + wire.whole(4, 10) + wire.double(DOUBLE, 7.5))
    assert [
        m.name for m in decode(wire.payload(wire.named("t", 19, wire.sized(18, member + wire.whole(5, 1))))).metrics
    ] == ["t"]


def test_templates_in_templates_end_somewhere() -> None:
    fields = wire.sized(1, "t") + wire.whole(4, 19)
    for _ in range(sparkplug_codec.DEEPEST_TEMPLATE + 2):
        fields = wire.sized(1, "t") + wire.whole(4, 19) + wire.sized(TEMPLATE, wire.sized(2, fields))
    with pytest.raises(SparkplugUnreadable):
        decode(wire.payload(wire.metric(fields)))


@pytest.mark.parametrize(
    "raw",
    [
        b'{"temperature": 21.5}',
        b"\x12\xff\xff\xff\xff\x0f",  # a metric of 4 GiB
        wire.payload(wire.named("m", 12, wire.sized(TEXT, b"\xff\xfe"))),  # text that is not UTF-8
        wire.payload(wire.metric(wire.sized(1, b"\xc3"))),
        b"\x08" + b"\xff" * 11,  # a number without end
        bytes(sparkplug_codec.LONGEST_PAYLOAD + 1),
        b"\x12\x00" * (sparkplug_codec.MOST_METRICS + 1),
    ],
    ids=["json", "length", "text", "name", "varint", "size", "count"],
)
def test_what_is_no_payload_is_refused(raw: bytes) -> None:
    with pytest.raises(SparkplugUnreadable):
        decode(raw)


def test_a_clock_beyond_the_calendar_tells_no_time() -> None:
    metric = wire.named("m", 10, wire.double(DOUBLE, 1.0), wire.whole(3, 2**63))
    assert decode(wire.payload(metric, timestamp=2**64 - 1)) == Payload(None, None, [Metric("m", None, 1.0, 10, None)])


@given(st.binary(max_size=300))
@example(b"\x12\x02\x0a\x00")
def test_random_bytes_raise_the_codecs_error_or_nothing(raw: bytes) -> None:
    with suppress(SparkplugUnreadable):
        assert isinstance(decode(raw), Payload)


VALID = encode(
    [
        Metric("a", 1, "text", DataType.STRING, 1.0, quality=Quality.BAD, unit="mm"),
        Metric("b", 2, '["x"]', DataType.STRING_ARRAY, 1.0),
        Metric("c", 3, -5, DataType.INT8, None, historical=True),
    ],
    2.0,
    3,
)


@given(st.lists(st.tuples(st.integers(0, len(VALID) - 1), st.integers(0, 255)), max_size=6), st.integers(0, len(VALID)))
def test_a_damaged_payload_raises_the_codecs_error_or_nothing(wounds: list[tuple[int, int]], length: int) -> None:
    raw = bytearray(VALID)
    for at, byte in wounds:
        raw[at] = byte
    with suppress(SparkplugUnreadable):
        assert isinstance(decode(bytes(raw[:length])), Payload)


def whole_numbers(bits: int, signed: bool) -> st.SearchStrategy[int]:
    return st.integers(-(1 << bits - 1), (1 << bits - 1) - 1) if signed else st.integers(0, (1 << bits) - 1)


def arrays(of: st.SearchStrategy[object]) -> st.SearchStrategy[str]:
    return st.lists(of, max_size=12).map(lambda elements: json.dumps(elements, ensure_ascii=False))


millis = st.integers(1, 4_102_444_800_000).map(lambda ms: ms / 1000)
texts = st.text(st.characters(codec="utf-8"), max_size=20)
no_nul = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8)
singles = st.floats(width=32, allow_nan=False)
VALUES: dict[DataType, st.SearchStrategy[object]] = {
    DataType.FLOAT: singles,
    DataType.DOUBLE: st.floats(allow_nan=False),
    DataType.BOOLEAN: st.booleans(),
    DataType.STRING: texts,
    DataType.TEXT: texts,
    DataType.UUID: st.uuids().map(str),
    DataType.DATETIME: millis,
    DataType.DATASET: st.none(),
    DataType.BYTES: st.none(),
    DataType.FILE: st.none(),
    DataType.TEMPLATE: st.none(),
    DataType.FLOAT_ARRAY: arrays(st.floats(width=32, allow_nan=False, allow_infinity=False)),
    DataType.DOUBLE_ARRAY: arrays(st.floats(allow_nan=False)),
    DataType.BOOLEAN_ARRAY: arrays(st.booleans()),
    DataType.STRING_ARRAY: arrays(no_nul),
    DataType.DATETIME_ARRAY: arrays(millis),
}
for offset, bits in enumerate((8, 16, 32, 64)):
    for first, signed in ((DataType.INT8, True), (DataType.UINT8, False)):
        VALUES[DataType(first + offset)] = whole_numbers(bits, signed)
    for first, signed in ((DataType.INT8_ARRAY, True), (DataType.UINT8_ARRAY, False)):
        VALUES[DataType(first + offset)] = arrays(whole_numbers(bits, signed))

metrics = st.sampled_from(sorted(VALUES)).flatmap(
    lambda datatype: st.builds(
        Metric,
        name=st.none() | texts.filter(bool),
        alias=st.none() | st.integers(0, 2**64 - 1),
        value=VALUES[datatype],
        datatype=st.just(int(datatype)),
        timestamp=st.none() | millis,
        historical=st.booleans(),
        transient=st.booleans(),
        is_null=st.just(False),
        quality=st.sampled_from([Quality.GOOD, Quality.BAD, Quality.UNCERTAIN]),
        unit=st.sampled_from(["", "mm", "°C"]),
    )
)


def test_every_datatype_that_a_metric_may_have_is_in_the_round_trip() -> None:
    properties_only = {DataType.UNKNOWN, DataType.PROPERTY_SET, DataType.PROPERTY_SET_LIST}
    assert set(VALUES) == set(DataType) - properties_only


@given(st.lists(metrics, max_size=4), st.none() | millis, st.none() | st.integers(0, 255))
def test_what_was_encoded_is_decoded_the_same(sent: list[Metric], timestamp: float | None, seq: int | None) -> None:
    assert decode(encode(sent, timestamp, seq)) == Payload(timestamp, seq, sent)


def test_not_a_number_and_null_travel() -> None:
    nan, null = decode(
        encode([Metric("a", 1, math.nan, 9, None), Metric("b", 2, None, 3, None, is_null=True)], None, None)
    ).metrics
    assert isinstance(nan.value, float)
    assert math.isnan(nan.value)
    assert null == Metric("b", 2, None, 3, None, is_null=True)


@pytest.mark.parametrize(
    ("value", "datatype"),
    [
        (128, DataType.INT8),
        (-1, DataType.UINT16),
        (2**64, DataType.UINT64),
        (1.5, DataType.INT32),
        ("x", DataType.DOUBLE),
        ("[300]", DataType.UINT8_ARRAY),
        ("[1e300]", DataType.FLOAT_ARRAY),
        ("7", DataType.INT8_ARRAY),
        ("x", DataType.DATASET),
        (1, DataType.UNKNOWN),
    ],
)
def test_a_value_that_does_not_fit_its_datatype_is_not_sent(value: object, datatype: int) -> None:
    with pytest.raises(ValueError, match=r"."):
        encode([Metric("m", None, value, datatype, None)], None, None)  # type: ignore[arg-type]


def test_our_bytes_are_those_of_the_wire_layout() -> None:
    sent = encode([Metric("n", 300, -2, DataType.INT16, 1.5)], 2.25, 7)
    by_hand = wire.payload(
        wire.metric(
            wire.sized(1, "n"), wire.whole(2, 300), wire.whole(3, 1500), wire.whole(4, 2), wire.whole(INT, 2**32 - 2)
        ),
        timestamp=2250,
        seq=7,
    )
    assert sent == by_hand
    assert struct.unpack("<f", encode([Metric("f", None, 0.1, 9, None)], None, None)[-4:])[0] == pytest.approx(0.1)
