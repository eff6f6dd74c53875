"""The STATE of a host application: how a host says that it is there, and how nodes and other hosts read it."""

from __future__ import annotations

import json

from console.telemetry.sparkplug_metric import SparkplugUnreadable
from console.telemetry.sparkplug_topic import NAMESPACE
from console.telemetry.sparkplug_values import seconds


def state_messages(host_id: str, timestamp: float) -> tuple[str, bytes, bytes]:
    """Topic, online payload and offline payload of this host's STATE; both retained at QoS 1 (Sparkplug 3.0, 5.14).

    `timestamp` is seconds UTC of the connection attempt: the will and the birth of one connection carry the same one.
    """

    def payload(online: bool) -> bytes:
        return json.dumps({"online": online, "timestamp": round(timestamp * 1000)}, separators=(",", ":")).encode()

    return f"{NAMESPACE}/STATE/{host_id}", payload(True), payload(False)


def read_state(payload: bytes) -> tuple[bool, float | None]:
    """Online, and since when in seconds UTC: JSON since Sparkplug 3, a word before. Raises SparkplugUnreadable."""
    if payload in {b"ONLINE", b"OFFLINE"}:
        return payload == b"ONLINE", None
    try:
        told = json.loads(payload)
        online, timestamp = told["online"], told.get("timestamp")
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as wrong:
        raise SparkplugUnreadable(f"no STATE of a host: {wrong!r}") from wrong
    return online is True, seconds(timestamp) if isinstance(timestamp, int) else None
