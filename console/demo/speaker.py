"""What all dialects of the demo plant have in common: a line's happenings become messages."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random

from console.demo.flow import Flow
from console.demo.message import Message
from console.demo.plant import DemoLine
from console.demo.post import Post
from console.demo.process import Sensor


class Speaker:
    """One line's voice. A dialect says how a state, a piece, an order look; it keeps no counts of its own.

    While `quiet` nothing is said at all; while `lost` the whole line is cut off, and stations in `mute` are.
    """

    def __init__(self, line: DemoLine, seed: str, out: list[Message]) -> None:
        self.line, self._out = line, out
        self.quiet = False
        self.lost = False
        self.mute: set[int] = set()
        self._sensors = [
            [Sensor(tag, Random(f"{seed}/{station.id}/{tag.name}")) for tag in station.tags]
            for station in line.stations
        ]
        self.flow: Flow  # set by the simulator before anything happens

    def announce(self, now: float) -> None:
        """Say everything that somebody who just came needs: births, or what a broker retains."""
        raise NotImplementedError

    def will(self, now: float) -> Message | None:
        """What the broker is to say when this line's connection drops; None where the dialect leaves none."""
        return None

    def lose(self, now: float) -> None:
        """The line's connection drops."""
        will = self.will(now)
        if will is not None and not self.quiet:
            self._out.append(will)
        self.lost = True

    def regain(self, now: float) -> None:
        """The line's connection is back."""
        self.lost = False
        self.announce(now)

    def refresh(self, post: Post, now: float) -> None:
        """Repeat what a station is doing, as machines do every few seconds."""
        self.state(post, now)

    def tags(self, post: Post, now: float) -> None:
        """Say what the station's sensors measure."""
        raise NotImplementedError

    # Listener

    def state(self, post: Post, now: float) -> None:
        """See Listener."""
        raise NotImplementedError

    def took(self, post: Post, now: float) -> None:
        """See Listener; most dialects tell the piece together with its result."""

    def made(self, post: Post, now: float, good: bool) -> None:
        """See Listener."""
        raise NotImplementedError

    def reworked(self, post: Post, now: float) -> None:
        """See Listener."""

    def checked(self, post: Post, now: float, passed: bool, piece: int) -> None:
        """See Listener."""
        raise NotImplementedError

    def order(self, now: float, closed: str) -> None:
        """See Listener."""
        raise NotImplementedError

    # for the dialects

    def _silent(self, post: Post) -> bool:
        return self.quiet or self.lost or post.index in self.mute

    def _say(self, topic: str, payload: bytes, now: float, qos: int = 1, retain: bool = False) -> None:
        if not (self.quiet or self.lost):
            self._out.append(Message(topic, payload, retain, qos, now, self.line.id))

    def _piece(self, number: int | None) -> str:
        return f"{self.line.id}-{number:06d}" if number is not None else ""

    def _samples(self, post: Post, now: float) -> list[float]:
        return [sensor.sample(post, now) for sensor in self._sensors[post.index]]


def iso(now: float) -> str:
    """A time as ISO 8601 in UTC with milliseconds."""
    return datetime.fromtimestamp(now, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def slug(name: str) -> str:
    """A tag's name as a topic level: "Lamp level" -> "lamp-level"."""
    return name.lower().replace(" ", "-")
