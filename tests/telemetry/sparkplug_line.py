"""A host with a clock that the test turns, and an edge node that says what the test wants on its topics."""

from __future__ import annotations

from console.domain.readings import Value
from console.telemetry.sparkplug import Heard, SparkplugHost
from console.telemetry.sparkplug_codec import Metric, encode
from console.telemetry.sparkplug_values import DataType

NODE = "Plant 2/Edge #1 焊"
DEVICE = f"{NODE}/Cell.3 (左)"
GROUP, EDGE = NODE.split("/")
CELL = DEVICE.rpartition("/")[2]


class Clock:
    """Monotonic seconds that pass when told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


class Listening:
    """A host, whom it asked for births, and shortcuts to the messages of one node with one device."""

    def __init__(self, ask: bool = True, host_id: str = "") -> None:
        self.clock = Clock()
        self.asked: list[str] = []
        self.host = SparkplugHost(self._ask if ask else None, self.clock, host_id)
        self.seq = -1

    def _ask(self, group: str, node: str) -> None:
        self.asked.append(f"{group}/{node}")

    def wait(self, seconds: float) -> None:
        """Let time pass and the host look at its clock."""
        self.clock.now += seconds
        self.host.watch()

    def say(
        self,
        message: str,
        *metrics: Metric,
        seq: int | None = -1,
        device: str = "",
        at: float = 50.0,
        retained: bool = False,
    ) -> Heard:
        """Send one message; `seq` -1: the next number, as a node that keeps the rules."""
        if seq == -1:
            self.seq = 0 if message == "NBIRTH" else (self.seq + 1) % 256
            seq = self.seq
        topic = "/".join(["spBv1.0", GROUP, message, EDGE, *([device] if device else [])])
        return self.host.hear(topic, encode(metrics, at, seq), retained, 60.0)

    def birth(self, *metrics: Metric, bd_seq: int | None = 0, **how: object) -> Heard:
        """NBIRTH with a temperature as alias 1 unless told otherwise."""
        bd = [] if bd_seq is None else [Metric("bdSeq", None, bd_seq, DataType.INT64, None)]
        return self.say("NBIRTH", *(metrics or (TEMPERATURE,)), *bd, **how)  # type: ignore[arg-type]

    def device_birth(self, *metrics: Metric, **how: object) -> Heard:
        """DBIRTH with a count as alias 10 unless told otherwise."""
        return self.say("DBIRTH", *(metrics or (COUNT,)), device=CELL, **how)  # type: ignore[arg-type]

    def data(self, alias: int, value: Value, **how: object) -> Heard:
        """NDATA of one metric by alias, datatype left out as the specification allows."""
        return self.say("NDATA", _by_alias(alias, value), **how)  # type: ignore[arg-type]

    def device_data(self, alias: int, value: Value, **how: object) -> Heard:
        """DDATA of one metric by alias."""
        return self.say("DDATA", _by_alias(alias, value), device=CELL, **how)  # type: ignore[arg-type]

    def death(self, bd_seq: int | None = 0, **how: object) -> Heard:
        """NDEATH, which has no sequence number."""
        bd = [] if bd_seq is None else [Metric("bdSeq", None, bd_seq, DataType.INT64, None)]
        return self.say("NDEATH", *bd, seq=None, **how)  # type: ignore[arg-type]

    def online(self) -> Listening:
        """With node and device born."""
        self.birth()
        self.device_birth()
        return self


TEMPERATURE = Metric("Temperature", 1, 20.0, DataType.DOUBLE, None, unit="°C")
COUNT = Metric("Count/Good", 10, 100, DataType.INT16, None)


def _by_alias(alias: int, value: Value) -> Metric:
    datatype = DataType.DOUBLE if isinstance(value, float) else DataType.INT32
    return Metric(None, alias, value, datatype, None)
