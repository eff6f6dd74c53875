"""A line that speaks JSON: one document a message with times in milliseconds, counts of the order, its own OEE."""

from __future__ import annotations

import msgspec

from console.demo.message import Message
from console.demo.plant import DemoLine
from console.demo.post import Post
from console.demo.speaker import Speaker, slug
from console.domain.stations import StationState

ROOT = "plant2/press"
WORDS = {
    StationState.RUNNING: "PRODUCTION",
    StationState.STARVED: "WAIT_IN",
    StationState.BLOCKED: "WAIT_OUT",
    StationState.STOPPED: "FAULT",
    StationState.CHANGEOVER: "SETUP",
    StationState.PLANNED_STOP: "PAUSE",
    StationState.NOT_PLANNED: "OFF",
}
_write = msgspec.json.Encoder().encode


class DocumentSpeaker(Speaker):
    """The voice of a press line's controller: status, check, telemetry, job and connection documents."""

    def __init__(self, line: DemoLine, seed: str, out: list[Message]) -> None:
        super().__init__(line, seed, out)
        self._root = f"{ROOT}/{line.id}"
        self._frames = [
            '{"ts":%d,"values":{' + ",".join(f'"{value_name(tag.name)}":%.{tag.digits}f' for tag in station.tags) + "}}"
            for station in line.stations
        ]

    def will(self, now: float) -> Message:
        """The connection document that says the line is off line."""
        payload = _write({"online": False})
        return Message(f"{self._root}/connection", payload, True, 1, now, self.line.id, True)

    def announce(self, now: float) -> None:
        """Connection, job and every status, retained."""
        self._say(f"{self._root}/connection", _write({"online": True, "ts": _ms(now)}), now, retain=True)
        self.order(now, "")
        for post in self.flow.posts:
            self.state(post, now)

    def state(self, post: Post, now: float) -> None:
        """The whole status document."""
        if self._silent(post):
            return
        status = {
            "ts": _ms(now),
            "mode": WORDS[post.state],
            "reason": post.reason,
            "alarm": {"text": post.alarm},
            "counts": {"ok": post.order_good, "nok": post.order_scrap},
            "cycle_s": round(post.cycle, 2),
            "part": self._piece(post.piece),
            "job": self.flow.order,
        }
        self._say(f"{self._root}/{post.spec.id}/status", _write(status), now, retain=True)

    def refresh(self, post: Post, now: float) -> None:
        """The status; the first station repeats the line's job and OEE too."""
        self.state(post, now)
        if post.index == 0 and not self._silent(post):
            self._job(now)

    def made(self, post: Post, now: float, good: bool) -> None:
        """Counts are part of the status."""
        self.state(post, now)

    def checked(self, post: Post, now: float, passed: bool, piece: int) -> None:
        """The result, told twice: this controller repeats what matters."""
        if self._silent(post):
            return
        result = "OK" if passed else "NOK"
        check = {"ts": _ms(now), "id": f"{self._piece(piece)}/{post.rework}", "result": result}
        for _ in range(2):
            self._say(f"{self._root}/{post.spec.id}/check", _write(check), now)

    def order(self, now: float, closed: str) -> None:
        """The job, the one before closed, the one after it released."""
        self._job(now)
        following = self.line.order(self.flow.order_nth + 1)
        for job, state in ((closed, "DONE"), (self.flow.order, "RUNNING"), (following, "RELEASED")):
            if job:
                self._say(f"{self._root}/jobs/{job}", _write({"ts": _ms(now), "state": state}), now, retain=True)

    def tags(self, post: Post, now: float) -> None:
        """All values of the station in one document."""
        if not self._silent(post):
            payload = (self._frames[post.index] % (_ms(now), *self._samples(post, now))).encode()
            self._say(f"{self._root}/{post.spec.id}/telemetry", payload, now, qos=0)

    def _job(self, now: float) -> None:
        job = {
            "ts": _ms(now),
            "job": self.flow.order,
            "article": self.flow.product,
            "ordered": self.line.quantity,
            "oee": round(100 * self.flow.oee(now), 1),
        }
        self._say(f"{self._root}/job", _write(job), now, retain=True)


def value_name(tag: str) -> str:
    """A tag's name as a key of the telemetry document: "Press force" -> press_force."""
    return slug(tag).replace("-", "_")


def _ms(now: float) -> int:
    return round(now * 1000)
