"""The horn: what sounds for which call, how often again, and what silence leaves waiting. It changes no call."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from math import inf

from console.domain.andon import Severity

SOUNDS = ("chime", "knock", "pulse", "siren", "bell")  # what is shipped, and what a category may choose
GATHER = 0.8  # seconds after a sound in which what is not worse waits: a burst is one sound
LINGERS = 10.0  # seconds for which a call that sounds only once counts as sounding


@dataclass(frozen=True, slots=True)
class Manner:
    """How calls of a severity are announced."""

    sound: str
    times: int  # how often the sound is played in a row
    again: float | None = None  # seconds until it is announced again, while nobody answers; None = once


MANNERS: Mapping[Severity, Manner] = {
    Severity.NOTICE: Manner("chime", 1),
    Severity.MINOR: Manner("knock", 1),
    Severity.MAJOR: Manner("pulse", 2, 60.0),
    Severity.CRITICAL: Manner("siren", 3, 20.0),
}


@dataclass(frozen=True, slots=True)
class OpenCall:
    """An open call as the horn knows it."""

    call: str
    severity: Severity
    answered: bool = False  # somebody has acknowledged it
    reopened: int = 0
    sound: str = ""  # what its category wants; "" = by severity
    place: str = ""  # station, else line id
    line: str = ""
    category: str = ""  # its name
    text: str = ""

    @property
    def manner(self) -> Manner:
        """How it is announced."""
        return MANNERS[self.severity]


@dataclass(frozen=True, slots=True)
class Announcement:
    """What is to be heard now; several calls are one announcement."""

    calls: tuple[OpenCall, ...]  # the worst first
    again: bool = False  # nothing in it is new

    @property
    def severity(self) -> Severity:
        """That of the worst."""
        return self.calls[0].severity

    @property
    def sound(self) -> str:
        """The name of a shipped sound: that of the worst call."""
        worst = self.calls[0]
        return worst.sound if worst.sound in SOUNDS else worst.manner.sound

    @property
    def times(self) -> int:
        """How often it is played in a row."""
        return self.calls[0].manner.times


@dataclass(frozen=True, slots=True)
class HornSounds:
    """Calls are announced (event)."""

    announcement: Announcement


@dataclass(frozen=True, slots=True)
class HornChanged:
    """The horn stands otherwise than before, or its settings are others (event)."""


class Tone(StrEnum):
    """How the horn stands, the loudest first."""

    SOUNDING = "sounding"
    SILENCED = "silenced"
    WAITING = "waiting"  # everything was announced as often as it is, and nobody has answered yet
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a screen says of the horn; `calls` that sound, or wait for an answer."""

    tone: Tone = Tone.QUIET
    calls: int = 0
    until: float | None = None  # of a silence that ends by itself; by the horn's own clock


@dataclass(frozen=True, slots=True)
class Ring:
    """One call at the horn."""

    call: OpenCall
    fresh: bool  # it is still to be announced: new, worse or open again
    sounded: float = -inf
    silenced: bool = False

    @property
    def repeats(self) -> bool:
        """Whether it is announced again and again."""
        return self.call.manner.again is not None and not self.call.answered and not self.silenced

    @property
    def due(self) -> float:
        """When it is to be heard next; by the horn's own clock."""
        if self.fresh:
            return -inf
        return self.sounded + (self.call.manner.again or 0.0) if self.repeats else inf


@dataclass(frozen=True, slots=True)
class Horn:
    """The state; each move returns another. Times are seconds of any clock that only goes forward."""

    rings: tuple[Ring, ...] = ()
    sounded: float = -inf  # when it was heard last
    severity: Severity = Severity.NOTICE  # of what was heard then
    until: float = inf  # the silence ends

    def hear(self, calls: Iterable[OpenCall]) -> Horn:
        """These are the open calls now."""
        known = {ring.call.call: ring for ring in self.rings}
        return replace(self, rings=tuple(_ring(call, known.get(call.call)) for call in calls))

    def silence(self, at: float, minutes: float = 0.0) -> Horn:
        """Be quiet about what is announced up to now: for so long, or with 0 until something is new."""
        rings = tuple(replace(ring, fresh=False, silenced=not ring.call.answered) for ring in self.rings)
        return replace(self, rings=rings, until=at + 60.0 * minutes if minutes > 0 else inf)

    def step(self, at: float) -> tuple[Horn, Announcement | None]:
        """What is to be heard at this time, if anything."""
        horn = self._awake(at)
        due = [ring for ring in horn.rings if ring.due <= at]
        worst = max((ring.call.severity for ring in due), key=_rank, default=None)
        if worst is None or (at < horn.sounded + GATHER and worst.rank <= horn.severity.rank):
            return horn, None
        again = any(not ring.fresh for ring in due)
        heard = {ring.call.call for ring in due} | {ring.call.call for ring in horn.rings if again and ring.repeats}
        told = sorted((ring.call for ring in horn.rings if ring.call.call in heard), key=lambda c: -c.severity.rank)
        said = Announcement(tuple(told), all(not ring.fresh for ring in due))
        rings = tuple(
            replace(ring, fresh=False, sounded=at) if ring.call.call in heard else ring for ring in horn.rings
        )
        return replace(horn, rings=rings, sounded=at, severity=said.severity), said

    @property
    def due(self) -> float:
        """When a step is wanted next; inf = not before something is heard."""
        wanted = min((ring.due for ring in self.rings), default=inf)
        ends = self.until if any(ring.silenced for ring in self.rings) else inf
        return min(wanted, ends)

    def standing(self, at: float) -> Standing:
        """What a screen says."""
        waiting = [ring for ring in self.rings if not ring.call.answered]
        loud = [ring for ring in waiting if ring.fresh or ring.repeats or self._lingers(ring, at)]
        if loud:
            return Standing(Tone.SOUNDING, len(loud))
        if any(ring.silenced for ring in waiting):
            return Standing(Tone.SILENCED, len(waiting), self.until if self.until < inf else None)
        return Standing(Tone.WAITING, len(waiting)) if waiting else Standing()

    @staticmethod
    def _lingers(ring: Ring, at: float) -> bool:
        return not ring.silenced and at - ring.sounded < LINGERS

    def _awake(self, at: float) -> Horn:
        """Without its silence, where that is over."""
        if at < self.until:
            return self
        return replace(self, rings=tuple(replace(ring, silenced=False) for ring in self.rings), until=inf)


def _ring(call: OpenCall, was: Ring | None) -> Ring:
    if was is None:
        return Ring(call, fresh=not call.answered)
    if call.severity.rank > was.call.severity.rank or call.reopened > was.call.reopened:
        return Ring(call, fresh=True, sounded=was.sounded)
    answered = call.answered and not was.call.answered
    return replace(was, call=call, fresh=was.fresh and not answered, silenced=was.silenced and not call.answered)


def _rank(severity: Severity) -> int:
    return severity.rank
