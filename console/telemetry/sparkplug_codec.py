"""Sparkplug B payloads: bytes to metrics with plain values, and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from google.protobuf.message import DecodeError

from console.domain.readings import Quality
from console.telemetry.sparkplug_metric import NO_DEFINITIONS, Definitions, Metric, Payload, SparkplugUnreadable
from console.telemetry.sparkplug_properties import read_properties, write_properties
from console.telemetry.sparkplug_schema import PayloadMessage
from console.telemetry.sparkplug_values import DataType, put_value, seconds, value_of

__all__ = ["Metric", "Payload", "SparkplugUnreadable", "decode", "encode", "metrics_of", "parse", "seq_of"]

LONGEST_PAYLOAD: Final = 4 << 20  # bytes; a birth of 50 000 metrics is about 3 MiB
MOST_METRICS: Final = 100_000  # in one payload, templates flattened
DEEPEST_TEMPLATE: Final = 16


def decode(payload: bytes) -> Payload:
    """The payload as it stands: aliases unresolved, times only where told. Raises SparkplugUnreadable, nothing else."""
    message = parse(payload)
    return Payload(seconds(message.timestamp), seq_of(message), metrics_of(message))


def parse(payload: bytes) -> Any:
    """The protobuf message of these bytes (attributes: `sparkplug_schema`). Raises SparkplugUnreadable."""
    if len(payload) > LONGEST_PAYLOAD:
        raise SparkplugUnreadable(f"{len(payload)} bytes are more than {LONGEST_PAYLOAD}")
    try:
        return PayloadMessage.FromString(payload)
    except (DecodeError, RecursionError, UnicodeDecodeError) as wrong:
        raise SparkplugUnreadable(f"no Sparkplug B payload: {wrong}") from wrong


def seq_of(message: Any) -> int | None:
    """The message's sequence number, None where it has none (a node's death)."""
    return message.seq if message.HasField("seq") else None


def metrics_of(message: Any, definitions: Definitions = NO_DEFINITIONS, told_at: float | None = None) -> list[Metric]:
    """Every metric of a parsed message, templates flattened to `template/member`.

    Names, datatypes and units left out are filled from `definitions`, times left out with `told_at` (seconds UTC).
    A metric whose alias is not defined keeps the name None. Raises SparkplugUnreadable beyond this file's limits.
    """
    metrics: list[Metric] = []
    _read(message.metrics, definitions, _Above("", told_at, False, False), 0, metrics)
    return metrics


class _Above(NamedTuple):
    """What a metric inherits from the template or message that holds it."""

    prefix: str
    timestamp: float | None
    historical: bool
    transient: bool


def _read(found: Any, definitions: Definitions, above: _Above, depth: int, into: list[Metric]) -> None:
    if len(into) + len(found) > MOST_METRICS or depth > DEEPEST_TEMPLATE:
        raise SparkplugUnreadable("more metrics or deeper templates than a plant has")
    by_name, by_alias = definitions.by_name, definitions.by_alias
    prefix, told_at, old, passing = above
    for metric in found:
        name: str | None = metric.name or None
        alias: int | None = metric.alias if metric.HasField("alias") else None
        known = None
        if name is not None:
            name = prefix + name
            known = by_name.get(name)
        elif alias is not None:
            known = by_alias.get(alias)
            name = known.name if known is not None else None
        unit = known.unit if known is not None else ""
        datatype = metric.datatype or (known.datatype if known is not None else 0)
        is_null = metric.is_null
        quality = Quality.GOOD
        if metric.HasField("properties"):
            quality, told_unit = read_properties(metric.properties)
            unit = told_unit or unit
        mine = Metric(
            name,
            alias,
            None if is_null else value_of(metric, datatype),
            datatype,
            seconds(metric.timestamp) or told_at,
            old or metric.is_historical,
            passing or metric.is_transient,
            is_null,
            quality,
            unit,
        )
        into.append(mine)
        if datatype == DataType.TEMPLATE and not is_null:
            _read_template(metric, mine, definitions, depth, into)


def _read_template(metric: Any, mine: Metric, definitions: Definitions, depth: int, into: list[Metric]) -> None:
    """Flatten the members of an instance; a definition holds defaults, not live values, and is passed over."""
    template = metric.template_value
    if mine.name is not None and not template.is_definition:
        above = _Above(f"{mine.name}/", mine.timestamp, mine.historical, mine.transient)
        _read(template.metrics, definitions, above, depth + 1, into)


def encode(metrics: Sequence[Metric], timestamp: float | None, seq: int | None) -> bytes:
    """The payload's bytes; times in seconds UTC. Raises ValueError for a value that does not fit its datatype."""
    message = PayloadMessage()
    if timestamp is not None:
        message.timestamp = round(timestamp * 1000)
    if seq is not None:
        message.seq = seq
    for metric in metrics:
        _write(metric, message.metrics.add())
    raw: bytes = message.SerializeToString()
    return raw


def _write(metric: Metric, into: Any) -> None:
    if metric.name is not None:
        into.name = metric.name
    if metric.alias is not None:
        into.alias = metric.alias
    if metric.timestamp is not None:
        into.timestamp = round(metric.timestamp * 1000)
    if metric.datatype:
        into.datatype = metric.datatype
    if metric.historical:
        into.is_historical = True
    if metric.transient:
        into.is_transient = True
    if metric.is_null:
        into.is_null = True
    if metric.value is not None and not metric.is_null:
        put_value(into, metric.value, metric.datatype)
    if metric.quality is not Quality.GOOD or metric.unit:
        write_properties(metric.quality, metric.unit, into.properties)
