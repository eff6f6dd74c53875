"""One Sparkplug value between its protobuf field and the console's plain value, for every datatype.

Source of numbers and layouts: Eclipse Sparkplug 3.0, chapter 6.4 (datatypes, two's complement, packed arrays).
"""

from __future__ import annotations

import json
import struct
from enum import IntEnum
from typing import Any, Final

from console.domain.readings import Value

LAST_SECOND: Final = 253_402_300_800  # the year 10000: a clock beyond it tells no time
LONGEST_ARRAY: Final = 4096  # elements; a longer array has no value that a screen could show


class DataType(IntEnum):
    """The datatype numbers of the specification."""

    UNKNOWN = 0
    INT8 = 1
    INT16 = 2
    INT32 = 3
    INT64 = 4
    UINT8 = 5
    UINT16 = 6
    UINT32 = 7
    UINT64 = 8
    FLOAT = 9
    DOUBLE = 10
    BOOLEAN = 11
    STRING = 12
    DATETIME = 13
    TEXT = 14
    UUID = 15
    DATASET = 16
    BYTES = 17
    FILE = 18
    TEMPLATE = 19
    PROPERTY_SET = 20
    PROPERTY_SET_LIST = 21
    INT8_ARRAY = 22
    INT16_ARRAY = 23
    INT32_ARRAY = 24
    INT64_ARRAY = 25
    UINT8_ARRAY = 26
    UINT16_ARRAY = 27
    UINT32_ARRAY = 28
    UINT64_ARRAY = 29
    FLOAT_ARRAY = 30
    DOUBLE_ARRAY = 31
    BOOLEAN_ARRAY = 32
    STRING_ARRAY = 33
    DATETIME_ARRAY = 34


_BITS: Final = {1: 8, 2: 16, 3: 32, 4: 64, 5: 8, 6: 16, 7: 32, 8: 64}  # of the integer datatypes
_PACKED: Final = {22: "b", 23: "h", 24: "i", 25: "q", 26: "B", 27: "H", 28: "I", 29: "Q", 30: "f", 31: "d", 34: "Q"}
_WHOLE: Final = frozenset({"int_value", "long_value"})


def value_of(metric: Any, datatype: int) -> Value:
    """The value a protobuf metric carries, read as `datatype` (0 = not told: as the field says).

    DateTime in seconds since 1970 UTC, arrays as a JSON array in text; bytes, files, data sets and templates have no
    plain value: None. Publishers write an Int8 of -1 as 255 or as 4294967295; both are read.
    """
    field = metric.WhichOneof("value")
    if field is None:
        return None
    value = getattr(metric, field)
    if field in _WHOLE:
        return _whole(value, datatype)
    if field == "bytes_value":
        return _array_text(value, datatype)
    if field in {"dataset_value", "template_value"}:
        return None
    plain: Value = value
    return plain


def _whole(value: int, datatype: int) -> Value:
    if 1 <= datatype <= 4:
        bits = _BITS[datatype]
        value &= (1 << bits) - 1
        return value - (1 << bits) if value >> (bits - 1) else value
    if datatype == DataType.BOOLEAN:
        return value != 0
    if datatype == DataType.DATETIME:
        return value / 1000
    if datatype in {DataType.FLOAT, DataType.DOUBLE}:
        return float(value)
    return value


def _array_text(raw: bytes, datatype: int) -> str | None:
    elements = _elements(raw, datatype)
    return None if elements is None else json.dumps(elements, ensure_ascii=False)


def _elements(raw: bytes, datatype: int) -> list[Any] | None:
    """The elements of a packed array; None when it is none, too long, or its bytes do not fill whole elements."""
    if letter := _PACKED.get(datatype):
        count, rest = divmod(len(raw), struct.calcsize(f"<{letter}"))
        if rest or count > LONGEST_ARRAY:
            return None
        packed = struct.unpack(f"<{count}{letter}", raw)
        return [ms / 1000 for ms in packed] if datatype == DataType.DATETIME_ARRAY else list(packed)
    if datatype == DataType.BOOLEAN_ARRAY:
        return _booleans(raw)
    if datatype == DataType.STRING_ARRAY:
        *texts, tail = raw.decode("utf-8", "replace").split("\0")
        return None if tail or len(texts) > LONGEST_ARRAY else texts
    return None


def _booleans(raw: bytes) -> list[Any] | None:
    count = int.from_bytes(raw[:4], "little")
    if len(raw) < 4 or count > LONGEST_ARRAY or len(raw) - 4 < (count + 7) // 8:
        return None
    return [bool(raw[4 + at // 8] >> (7 - at % 8) & 1) for at in range(count)]


def put_value(metric: Any, value: Value, datatype: int) -> None:
    """Write `value` into the protobuf metric's field for `datatype`; raises ValueError where it does not fit."""
    if datatype in _BITS:
        _put_whole(metric, value, datatype)
    elif datatype == DataType.DATETIME:
        metric.long_value = round(float(_number(value)) * 1000)
    elif datatype == DataType.FLOAT:
        metric.float_value = _number(value)
    elif datatype == DataType.DOUBLE:
        metric.double_value = _number(value)
    elif datatype == DataType.BOOLEAN:
        metric.boolean_value = bool(value)
    elif datatype in {DataType.STRING, DataType.TEXT, DataType.UUID}:
        metric.string_value = str(value)
    elif datatype in _PACKED or datatype in {DataType.BOOLEAN_ARRAY, DataType.STRING_ARRAY}:
        metric.bytes_value = _array_bytes(str(value), datatype)
    else:
        raise ValueError(f"datatype {datatype} has no plain value to send")


def _number(value: Value) -> float | int:
    if isinstance(value, int | float):
        return value
    raise ValueError(f"not a number: {value!r}")


def _put_whole(metric: Any, value: Value, datatype: int) -> None:
    if not isinstance(value, int):
        raise ValueError(f"not a whole number: {value!r}")
    number, bits, signed = int(value), _BITS[datatype], datatype <= DataType.INT64
    low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)
    if not low <= number <= high:
        raise ValueError(f"{number} does not fit {DataType(datatype).name}")
    if bits == 64:
        metric.long_value = number & 0xFFFF_FFFF_FFFF_FFFF
    else:
        metric.int_value = number & 0xFFFF_FFFF


def _array_bytes(text: str, datatype: int) -> bytes:
    elements = json.loads(text)
    if not isinstance(elements, list):
        raise ValueError(f"not an array: {text!r}")
    if datatype == DataType.STRING_ARRAY:
        return b"".join(str(element).encode() + b"\0" for element in elements)
    if datatype == DataType.BOOLEAN_ARRAY:
        bits = bytearray((len(elements) + 7) // 8)
        for at, element in enumerate(elements):
            bits[at // 8] |= bool(element) << (7 - at % 8)
        return len(elements).to_bytes(4, "little") + bytes(bits)
    if datatype == DataType.DATETIME_ARRAY:
        elements = [round(second * 1000) for second in elements]
    try:
        return struct.pack(f"<{len(elements)}{_PACKED[datatype]}", *elements)
    except (struct.error, OverflowError) as wrong:
        raise ValueError(f"array does not fit {DataType(datatype).name}: {wrong}") from wrong


def seconds(milliseconds: int) -> float | None:
    """Seconds since 1970 UTC; None for 0 (not told) and beyond the year 9999."""
    return milliseconds / 1000 if 0 < milliseconds < LAST_SECOND * 1000 else None
