"""A line that speaks bare scalars in an ISA-95 tree: one topic a value, no time, no quality, a pulse for each piece."""

from __future__ import annotations

from console.demo.message import Message
from console.demo.plant import DemoLine
from console.demo.post import Post
from console.demo.speaker import Speaker, slug
from console.domain.stations import StationState

ROOT = "Plant2/Electronics"
WORDS = {
    StationState.RUNNING: "Running",
    StationState.STARVED: "Waiting for board",
    StationState.BLOCKED: "Conveyor full",
    StationState.STOPPED: "Down",
    StationState.CHANGEOVER: "Product change",
    StationState.PLANNED_STOP: "Break",
    StationState.NOT_PLANNED: "Idle",
}
NOTHING = " "  # the controller pads its texts with blanks; an empty payload would clear a retained topic


class ScalarSpeaker(Speaker):
    """The voice of a line whose gateway mirrors its data points as topics."""

    def __init__(self, line: DemoLine, seed: str, out: list[Message]) -> None:
        super().__init__(line, seed, out)
        self._roots = [f"{ROOT}/{line.id}/{station.id}" for station in line.stations]
        self._tags = [
            [(f"{root}/process/{slug(tag.name)}", f"%.{tag.digits}f") for tag in station.tags]
            for root, station in zip(self._roots, line.stations, strict=True)
        ]

    def announce(self, now: float) -> None:
        """What the broker retains: the order and every state, reason and alarm."""
        self.order(now, "")
        for post in self.flow.posts:
            self.state(post, now)

    def state(self, post: Post, now: float) -> None:
        """State, reason and alarm, each in its topic."""
        if self._silent(post):
            return
        told = (("state/name", WORDS[post.state]), ("state/reason", post.reason), ("state/alarm", post.alarm))
        for item, value in told:
            self._tell(post, item, value or NOTHING, now, retain=True)

    def refresh(self, post: Post, now: float) -> None:
        """Only the state is repeated."""
        if not self._silent(post):
            self._tell(post, "state/name", WORDS[post.state], now, retain=True)

    def took(self, post: Post, now: float) -> None:
        """The board that is now in the station."""
        if not self._silent(post):
            self._tell(post, "unit/id", self._piece(post.piece), now, retain=True)

    def made(self, post: Post, now: float, good: bool) -> None:
        """One pulse on the counter that it belongs to, and the cycle."""
        if self._silent(post):
            return
        self._tell(post, "count/good" if good else "count/scrap", "1", now)
        if good:
            self._tell(post, "cycle/seconds", f"{post.cycle:.2f}", now)

    def reworked(self, post: Post, now: float) -> None:
        """A pulse on the counter of rework."""
        if not self._silent(post):
            self._tell(post, "count/rework", "1", now)

    def checked(self, post: Post, now: float, passed: bool, piece: int) -> None:
        """The check's id and result in one text: `L3-000123/0;PASS`."""
        if not self._silent(post):
            verdict = "PASS" if passed else "FAIL"
            self._tell(post, "check/result", f"{self._piece(piece)}/{post.rework};{verdict}", now)

    def order(self, now: float, closed: str) -> None:
        """Order, product and quantity, each in its topic of the line."""
        root = f"{ROOT}/{self.line.id}/order"
        told = (("id", self.flow.order), ("product", self.flow.product), ("quantity", str(self.line.quantity)))
        for item, value in told:
            self._say(f"{root}/{item}", value.encode(), now, retain=True)

    def tags(self, post: Post, now: float) -> None:
        """Each value in its topic."""
        if self._silent(post):
            return
        for (topic, form), value in zip(self._tags[post.index], self._samples(post, now), strict=True):
            self._say(topic, (form % value).encode(), now, qos=0)

    def _tell(self, post: Post, item: str, value: str, now: float, retain: bool = False) -> None:
        self._say(f"{self._roots[post.index]}/{item}", value.encode(), now, retain=retain)
