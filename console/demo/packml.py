"""A line that speaks a PackML tree: state numbers, rolling counters, ISO times; numbers as this builder counts them."""

from __future__ import annotations

import msgspec

from console.demo.message import Message
from console.demo.plant import DemoLine
from console.demo.post import Post
from console.demo.speaker import Speaker, iso, slug
from console.domain.stations import StationState

ROOT = "Plant2/Filling"
COUNT_MODULUS = 1000  # the counters show three digits
COUNT_BEGAN = 870
NUMBERS = {
    StationState.RUNNING: 6,  # Execute
    StationState.STARVED: 5,  # Suspended
    StationState.BLOCKED: 105,  # this builder's own: suspended by the outfeed
    StationState.STOPPED: 9,  # Aborted
    StationState.CHANGEOVER: 15,  # Resetting
    StationState.PLANNED_STOP: 2,  # Stopped
    StationState.NOT_PLANNED: 4,  # Idle
}
_write = msgspec.json.Encoder().encode


class PackmlSpeaker(Speaker):
    """The voice of a line of machines that each have a PackML tree of their own."""

    def __init__(self, line: DemoLine, seed: str, out: list[Message]) -> None:
        super().__init__(line, seed, out)
        self._roots = [f"{ROOT}/{line.id}/{station.id}" for station in line.stations]
        self._tags = [
            [
                (f"{root}/Status/Parameter/{slug(tag.name)}", f'{{"Value":%.{tag.digits}f,"Timestamp":"%s"}}')
                for tag in station.tags
            ]
            for root, station in zip(self._roots, line.stations, strict=True)
        ]

    def announce(self, now: float) -> None:
        """What the broker retains: the order, and of every machine state, stop and counters."""
        self.order(now, "")
        for post in self.flow.posts:
            self.state(post, now)
            if not self._silent(post):
                self._count(post, now)

    def state(self, post: Post, now: float) -> None:
        """State number, reason and alarm."""
        if self._silent(post):
            return
        self._tell(post, "Status/StateCurrent", NUMBERS[post.state], now, retain=True)
        self._tell(post, "Admin/StopReason", post.reason, now, retain=True)
        self._tell(post, "Admin/Alarm", post.alarm, now, retain=True)

    def refresh(self, post: Post, now: float) -> None:
        """Only the state number is repeated."""
        if not self._silent(post):
            self._tell(post, "Status/StateCurrent", NUMBERS[post.state], now, retain=True)

    def took(self, post: Post, now: float) -> None:
        """The piece that is now in the machine."""
        if not self._silent(post):
            self._tell(post, "Status/Product", self._piece(post.piece), now, retain=True)

    def made(self, post: Post, now: float, good: bool) -> None:
        """Both counters as they roll, and the cycle."""
        if self._silent(post):
            return
        self._count(post, now)
        if good:
            self._tell(post, "Status/CycleTime", round(post.cycle, 2), now)

    def checked(self, post: Post, now: float, passed: bool, piece: int) -> None:
        """The result with its id."""
        if not self._silent(post):
            check = {"Id": f"{self._piece(piece)}/{post.rework}", "Value": "Good" if passed else "Bad"}
            self._say(f"{self._roots[post.index]}/Admin/Check", _write(check | {"Timestamp": iso(now)}), now)

    def order(self, now: float, closed: str) -> None:
        """Order, product and quantity, in the tree of the line."""
        root = f"{ROOT}/{self.line.id}/Order"
        told = (("Id", self.flow.order), ("Product", self.flow.product), ("Quantity", self.line.quantity))
        for item, value in told:
            payload = _write({"Value": value, "Timestamp": iso(now)})
            self._say(f"{root}/{item}", payload, now, retain=True)

    def tags(self, post: Post, now: float) -> None:
        """Each value in its topic, with the time beside it."""
        if self._silent(post):
            return
        for (topic, form), value in zip(self._tags[post.index], self._samples(post, now), strict=True):
            self._say(topic, (form % (value, iso(now))).encode(), now, qos=0)

    def _count(self, post: Post, now: float) -> None:
        for item, made in (("ProdProcessedCount", post.good), ("ProdDefectiveCount", post.scrap)):
            self._tell(post, f"Admin/{item}", (COUNT_BEGAN + made) % COUNT_MODULUS, now, retain=True)

    def _tell(self, post: Post, item: str, value: object, now: float, retain: bool = False) -> None:
        payload = _write({"Value": value, "Timestamp": iso(now)})
        self._say(f"{self._roots[post.index]}/{item}", payload, now, retain=retain)
