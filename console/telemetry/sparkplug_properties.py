"""The two properties of a Sparkplug metric that a console needs: how good the value is, and its unit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from console.domain.readings import Quality
from console.telemetry.sparkplug_values import DataType

_STALE: Final = 500  # Sparkplug's own codes: 0 bad, 192 good, 500 stale
_CODES: Final[Mapping[Quality, int]] = {Quality.BAD: 0, Quality.UNCERTAIN: _STALE, Quality.UNKNOWN: _STALE}


def read_properties(found: Any) -> tuple[Quality, str]:
    """Quality and unit told by a protobuf property set; GOOD and "" where it tells none (Sparkplug 3.0, 6.4.9)."""
    quality, unit = Quality.GOOD, ""
    for key, value in zip(found.keys, found.values, strict=False):
        if key == "Quality":
            quality = _quality(value)
        elif key == "engUnit":
            unit = value.string_value
    return quality, unit


def _quality(found: Any) -> Quality:
    """Sparkplug's codes; else OPC's byte (level in the top two of 8 bits) or Ignition's code (top two of 32 bits)."""
    field = found.WhichOneof("value")
    if field not in {"int_value", "long_value"}:
        return Quality.UNKNOWN
    code = int(getattr(found, field)) & 0xFFFF_FFFF
    if code == _STALE:
        return Quality.UNCERTAIN
    if code > 0xFF:
        return (Quality.GOOD, Quality.UNCERTAIN, Quality.BAD, Quality.BAD)[code >> 30]
    return (Quality.BAD, Quality.UNCERTAIN, Quality.UNKNOWN, Quality.GOOD)[code >> 6]


def write_properties(quality: Quality, unit: str, into: Any) -> None:
    """Add both to a protobuf property set; what is GOOD or "" is left out, as the specification lets senders do."""
    if quality is not Quality.GOOD:
        _add(into, "Quality", DataType.INT32).int_value = _CODES[quality]
    if unit:
        _add(into, "engUnit", DataType.STRING).string_value = unit


def _add(into: Any, key: str, datatype: int) -> Any:
    into.keys.append(key)
    value = into.values.add()
    value.type = datatype
    return value
