"""The simulator: all lines of the demo plant in one time, as a stream of messages."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from console.demo.agenda import Agenda
from console.demo.documents import DocumentSpeaker
from console.demo.flow import Flow
from console.demo.message import Message
from console.demo.packml import PackmlSpeaker
from console.demo.plant import DemoLine, DemoPlant, LongStop, Outage
from console.demo.post import Post
from console.demo.scalars import ScalarSpeaker
from console.demo.sparkplug import SparkplugSpeaker
from console.demo.speaker import Speaker

DIALECTS: dict[str, type[Speaker]] = {
    "sparkplug": SparkplugSpeaker,
    "json": DocumentSpeaker,
    "scalar": ScalarSpeaker,
    "packml": PackmlSpeaker,
}
TAG_PERIOD = 1.0  # seconds between two samples of a tag
REFRESH = (10.0, 20.0)  # seconds between two repeats of a state
RETRY = 20.0  # seconds until a scripted stop is tried again when its station was not running


class Simulator:
    """A plant in motion from `start` (seconds since 1970 UTC). Same seed, start, plant and calls: same messages.

    `tag_rate` asks for so many messages of process values a second from the whole plant; None: each tag once a second.
    States, counts and everything else on the lines do not depend on it.
    """

    def __init__(self, seed: int, start: float, plant: DemoPlant, tag_rate: float | None = None) -> None:
        self.plant, self.now = plant, start
        self._out: list[Message] = []
        self._agenda = Agenda()
        self.flows: dict[str, Flow] = {}
        self._speakers: dict[str, Speaker] = {}
        for line in plant.lines:
            self._add(line, f"{seed}/{line.id}", start)
        self.tag_period = TAG_PERIOD if tag_rate is None else self._tags_a_round() / max(tag_rate, 1e-6)

    def run(self, until: float) -> Iterator[Message]:
        """Every message up to `until`, in time order; the next call goes on from there."""
        yield from self._taken()
        while self._agenda.step(until):
            if self._out:
                yield from self._taken()
        self.now = max(self.now, until)

    def skip(self, until: float) -> None:
        """Go on to `until` and say nothing on the way; `announce` then says how things stand."""
        for speaker in self._speakers.values():
            speaker.quiet = True
        while self._agenda.step(until):
            pass
        for speaker in self._speakers.values():
            speaker.quiet = False
        self.now = max(self.now, until)

    def announce(self, line: str) -> list[Message]:
        """What one line says to somebody who just came: its births, or what a broker is to retain. Empty while lost."""
        self._speakers[line].announce(self.now)
        return list(self._taken())

    def will(self, line: str) -> Message | None:
        """What the broker must be told to say when this line's connection drops; None: no will."""
        return self._speakers[line].will(self.now)

    def reborn(self, line: str) -> None:
        """The line's connection was lost for real: its next birth has another number."""
        speaker = self._speakers[line]
        if isinstance(speaker, SparkplugSpeaker):
            speaker.birth_number += 1

    def lost(self, line: str) -> bool:
        """Whether the script has cut this line off now."""
        return self._speakers[line].lost

    def _add(self, line: DemoLine, seed: str, start: float) -> None:
        script = Random(f"{seed}/script")
        speaker = DIALECTS[line.dialect](line, f"{seed}/tags", self._out)
        flow = Flow(line, f"{seed}/flow", self.plant.calendar, start, self._agenda, speaker)
        speaker.flow = flow
        self._speakers[line.id], self.flows[line.id] = speaker, flow
        self._agenda.at(start, self._begin, (flow, speaker))
        for post in flow.posts:
            self._agenda.at(start + script.uniform(*REFRESH), self._refresh, (post, speaker, script))
            self._agenda.at(start + script.random() * TAG_PERIOD, self._tags, (post, speaker))
        if line.long_stop:
            self._plan_stop(start, flow, line.long_stop, script)
        if line.outage:
            self._plan_outage(start, speaker, line.outage, script)

    def _begin(self, now: float, what: tuple[Flow, Speaker]) -> None:
        flow, speaker = what
        quiet, speaker.quiet = speaker.quiet, True
        flow.begin(now)
        speaker.quiet = quiet
        speaker.announce(now)

    def _refresh(self, now: float, what: tuple[Post, Speaker, Random]) -> None:
        post, speaker, script = what
        speaker.refresh(post, now)
        self._agenda.at(now + script.uniform(*REFRESH), self._refresh, what)

    def _tags(self, now: float, what: tuple[Post, Speaker]) -> None:
        post, speaker = what
        if speaker.quiet:
            self._agenda.at(now + max(TAG_PERIOD, self.tag_period), self._tags, what)
            return
        speaker.tags(post, now)
        self._agenda.at(now + self.tag_period, self._tags, what)

    def _plan_stop(self, now: float, flow: Flow, wanted: LongStop, script: Random) -> None:
        due = now + wanted.every * script.uniform(0.7, 1.3)
        self._agenda.at(due, self._long_stop, (flow, wanted, script))

    def _long_stop(self, now: float, what: tuple[Flow, LongStop, Random]) -> None:
        flow, wanted, script = what
        if flow.stop_long(wanted.station, wanted.stop, now):
            self._plan_stop(now, flow, wanted, script)
        else:
            self._agenda.at(now + RETRY, self._long_stop, what)

    def _plan_outage(self, now: float, speaker: Speaker, wanted: Outage, script: Random) -> None:
        begins = now + wanted.every * script.uniform(0.7, 1.3)
        ends = begins + script.uniform(wanted.shortest, wanted.longest)
        self._agenda.at(begins, self._cut, (speaker, wanted))
        self._agenda.at(ends, self._mend, (speaker, wanted, script))

    def _cut(self, now: float, what: tuple[Speaker, Outage]) -> None:
        speaker, wanted = what
        if wanted.station is None:
            speaker.lose(now)
        else:
            speaker.mute.add(wanted.station)

    def _mend(self, now: float, what: tuple[Speaker, Outage, Random]) -> None:
        speaker, wanted, script = what
        if wanted.station is None:
            speaker.regain(now)
        else:
            speaker.mute.discard(wanted.station)
            speaker.announce(now)
        self._plan_outage(now, speaker, wanted, script)

    def _taken(self) -> Iterator[Message]:
        taken, self._out[:] = list(self._out), []
        yield from taken

    def _tags_a_round(self) -> int:
        """Messages that one sample of every tag makes."""
        return sum(
            len(station.tags) if line.dialect in {"scalar", "packml"} else 1
            for line in self.plant.lines
            for station in line.stations
        )
