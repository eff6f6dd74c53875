"""A line that speaks Sparkplug B: one edge node, one device a station, names in births only, a death by will."""

from __future__ import annotations

from console.demo.message import Message
from console.demo.plant import DemoLine
from console.demo.post import Post
from console.demo.speaker import Speaker
from console.domain.readings import Value
from console.domain.stations import StationState
from console.telemetry.sparkplug_codec import Metric, encode
from console.telemetry.sparkplug_values import DataType

GROUP = "Plant2"
COUNT_MODULUS = 65536  # the controller counts in an unsigned 16-bit word
COUNT_BEGAN = 65300  # and was not reset when the line was last rebuilt
DEVICE_ALIASES = 100  # aliases of the n-th device start at n times this
WORDS = {
    StationState.RUNNING: "Running",
    StationState.STARVED: "No parts",
    StationState.BLOCKED: "Outfeed full",
    StationState.STOPPED: "Fault",
    StationState.CHANGEOVER: "Setup",
    StationState.PLANNED_STOP: "Break",
    StationState.NOT_PLANNED: "Off",
}
FIXED = (  # metrics that every device has
    ("State", DataType.STRING),
    ("Stop/Reason", DataType.STRING),
    ("Stop/Alarm", DataType.STRING),
    ("Count/Good", DataType.UINT16),
    ("Count/Scrap", DataType.UINT16),
    ("Count/Rework", DataType.UINT16),
    ("Cycle/Last", DataType.FLOAT),
    ("Piece/Id", DataType.STRING),
    ("Check/Passed", DataType.BOOLEAN),
)
STATE, REASON, ALARM, GOOD, SCRAP, REWORK, CYCLE, PIECE, PASSED = range(len(FIXED))


def metric_name(tag: str) -> str:
    """The metric of a process tag: "Process/Weld current"."""
    return f"Process/{tag}"


class SparkplugSpeaker(Speaker):
    """The voice of an edge node. It answers a rebirth with `announce`."""

    def __init__(self, line: DemoLine, seed: str, out: list[Message]) -> None:
        super().__init__(line, seed, out)
        self._sequence = 0
        self.birth_number = 0  # bdSeq: the same in a death and in the birth that it ends

    def will(self, now: float) -> Message:
        """The node's death, to be left with the broker before the birth of the same number."""
        metric = Metric("bdSeq", None, self.birth_number % 256, DataType.INT64, now, False, False, False)
        return Message(self._topic("NDEATH"), encode([metric], now, None), False, 1, now, self.line.id, True)

    def lose(self, now: float) -> None:
        """The node dies; its next birth has another number."""
        super().lose(now)
        self.birth_number += 1

    def announce(self, now: float) -> None:
        """NBIRTH and a DBIRTH for each station."""
        if self.quiet or self.lost:
            return
        self._sequence = -1
        node = [
            ("bdSeq", None, self.birth_number % 256, DataType.INT64),
            ("Node Control/Rebirth", None, False, DataType.BOOLEAN),
            *((name, alias, value, kind) for alias, (name, value, kind) in enumerate(self._order(), start=1)),
        ]
        self._send("NBIRTH", "", [_metric(name, alias, value, kind, now) for name, alias, value, kind in node], now)
        for post in self.flow.posts:
            self._birth(post, now)

    def state(self, post: Post, now: float) -> None:
        """State, reason and alarm; on a refresh the counts too are repeated as they stand."""
        if not self._silent(post):
            self._data(post, {STATE: WORDS[post.state], REASON: post.reason, ALARM: post.alarm}, now)

    def made(self, post: Post, now: float, good: bool) -> None:
        """Counts and the cycle; the piece itself where it was good."""
        if self._silent(post):
            return
        counts: dict[int, Value] = {GOOD: _count(post.good), SCRAP: _count(post.scrap)}
        if good:
            counts[CYCLE] = round(post.cycle, 2)
        self._data(post, counts, now)

    def took(self, post: Post, now: float) -> None:
        """The piece that is now in the station."""
        if not self._silent(post):
            self._data(post, {PIECE: self._piece(post.piece)}, now)

    def reworked(self, post: Post, now: float) -> None:
        """One more piece goes through again."""
        if not self._silent(post):
            self._data(post, {REWORK: _count(post.rework)}, now)

    def checked(self, post: Post, now: float, passed: bool, piece: int) -> None:
        """The result of a test."""
        if not self._silent(post):
            self._data(post, {PASSED: passed}, now)

    def order(self, now: float, closed: str) -> None:
        """Order, product and quantity are metrics of the node itself."""
        if self.quiet or self.lost:
            return
        metrics = [_metric(None, a, value, kind, now) for a, (_, value, kind) in enumerate(self._order(), start=1)]
        self._send("NDATA", "", metrics, now)

    def tags(self, post: Post, now: float) -> None:
        """All process tags of the station in one message."""
        if self._silent(post):
            return
        base = self._alias(post, len(FIXED))
        samples = enumerate(self._samples(post, now), start=base)
        self._send("DDATA", post.spec.id, [_metric(None, a, v, DataType.DOUBLE, now) for a, v in samples], now)

    def _birth(self, post: Post, now: float) -> None:
        values = (
            WORDS[post.state],
            post.reason,
            post.alarm,
            _count(post.good),
            _count(post.scrap),
            _count(post.rework),
            round(post.cycle, 2),
            self._piece(post.piece),
            None,
        )
        metrics = [
            _metric(name, self._alias(post, n), value, kind, now)
            for n, ((name, kind), value) in enumerate(zip(FIXED, values, strict=True))
            if name != "Check/Passed" or post.spec.checks
        ]
        samples = zip(post.spec.tags, self._samples(post, now), strict=True)
        for n, (tag, value) in enumerate(samples, start=len(FIXED)):
            name = metric_name(tag.name)
            metrics.append(_metric(name, self._alias(post, n), value, DataType.DOUBLE, now)._replace(unit=tag.unit))
        self._send("DBIRTH", post.spec.id, metrics, now)

    def _data(self, post: Post, values: dict[int, Value], now: float) -> None:
        metrics = [_metric(None, self._alias(post, n), value, FIXED[n][1], now) for n, value in values.items()]
        self._send("DDATA", post.spec.id, metrics, now)

    def _order(self) -> tuple[tuple[str, Value, DataType], ...]:
        return (
            ("Order/Id", self.flow.order, DataType.STRING),
            ("Order/Product", self.flow.product, DataType.STRING),
            ("Order/Quantity", self.line.quantity, DataType.UINT32),
        )

    def _alias(self, post: Post, number: int) -> int:
        return (post.index + 1) * DEVICE_ALIASES + number

    def _topic(self, kind: str, device: str = "") -> str:
        return f"spBv1.0/{GROUP}/{kind}/{self.line.id}" + (f"/{device}" if device else "")

    def _send(self, kind: str, device: str, metrics: list[Metric], now: float) -> None:
        self._sequence = (self._sequence + 1) % 256
        self._say(self._topic(kind, device), encode(metrics, now, self._sequence), now, qos=0)


def _metric(name: str | None, alias: int | None, value: Value, kind: DataType, now: float) -> Metric:
    return Metric(name, alias, value, kind, now, False, False, value is None)


def _count(made: int) -> int:
    return (COUNT_BEGAN + made) % COUNT_MODULUS
