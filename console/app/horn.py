"""The horn of a running console: hears which calls are open, says what sounds now. Main thread, never waits."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from math import inf
from typing import TYPE_CHECKING, Any

from console.app.remembering import book_for
from console.domain import horn
from console.domain.andon import Stage
from console.domain.events import CallsChanged
from console.domain.horn import HornChanged, HornSounds, OpenCall, Standing, Tone

if TYPE_CHECKING:
    from console.app.console import Console
    from console.app.queries.andon import CallShown
    from console.app.settings import Settings

log = logging.getLogger(__name__)
LOOK_EVERY = 1.0  # seconds; a call that sounded once lingers and then only waits


@dataclass(frozen=True, slots=True)
class HornSettings:
    """What people chose for this PC."""

    sound: bool = True
    volume: int = 80  # 0..100
    voice: bool = False
    silence_minutes: int = 10  # 0: a silence lasts until something is new

    @classmethod
    def of(cls, settings: Settings) -> HornSettings:
        """As the settings in force say."""
        return cls(**{name: settings[f"calls.{name}"] for name in (field.name for field in fields(cls))})


class Horn:
    """One for each console. Its own clock is the computer's monotonic one: silence is not shorter in a replay."""

    def __init__(
        self, console: Console, chosen: HornSettings | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.chosen = chosen or HornSettings()
        self._console, self._clock = console, clock
        self._state = horn.Horn()
        self._stood = Standing()
        self._due = self._look_at = inf
        console.on(CallsChanged, lambda _: self._heard())

    @property
    def standing(self) -> Standing:
        """How it stands now."""
        return self._state.standing(self._clock())

    @property
    def remaining(self) -> float | None:
        """Seconds until the silence ends by itself; None where there is none, or it does not."""
        until = self.standing.until
        return None if until is None else max(0.0, until - self._clock())

    def beat(self) -> None:
        """Sound what is due; next to nothing when nothing is."""
        at = self._clock()
        if at < self._due and at < self._look_at:
            return
        self._state, said = self._state.step(at)
        self._due = self._state.due
        standing = self._state.standing(at)
        self._look_at = inf if standing.tone is Tone.QUIET else at + LOOK_EVERY
        if standing != self._stood:
            self._stood = standing
            self._console.bus.publish(HornChanged())
        if said is not None:  # last: who hears of the change may stop what sounds
            self._console.bus.publish(HornSounds(said))

    def silence(self) -> None:
        """Stop what sounds, for as long as people chose. No call changes by it: nobody has answered yet."""
        before = self.standing
        if before.tone is Tone.QUIET:
            return
        minutes, session = self.chosen.silence_minutes, self._console.session
        self._state = self._state.silence(self._clock(), minutes)
        who = session.person.id if session.person is not None else "nobody signed in"
        length = f"for {minutes} min" if minutes else "until something is new"
        log.info("The horn was silenced %s (%s); %d calls wait for an answer", length, who, before.calls)
        self._look()

    def choose(self, chosen: HornSettings) -> None:
        """Take other settings and keep them for the next start. FileRefused where the disk refuses; until then they
        hold all the same."""
        book = book_for(self._console)
        fixed = {f.name: getattr(self.chosen, f.name) for f in fields(chosen) if book.holder(f"calls.{f.name}")}
        chosen = replace(chosen, **fixed)  # what is set for all consoles stays
        names = [f.name for f in fields(chosen) if getattr(chosen, f.name) != getattr(self.chosen, f.name)]
        self.chosen = chosen
        self._console.bus.publish(HornChanged())
        if names:
            log.info("The horn: %s", ", ".join(f"{name} = {getattr(chosen, name)}" for name in names))
            book.keep({f"calls.{name}": getattr(chosen, name) for name in names})

    def follow(self, name: str, value: Any) -> None:
        """Take what was chosen on the settings page."""
        self.chosen = replace(self.chosen, **{name: value})
        self._console.bus.publish(HornChanged())

    def _heard(self) -> None:
        calls = self._console.calls
        if calls is not None:
            self._state = self._state.hear(self._open(shown) for shown in calls.open)
            self._look()

    def _look(self) -> None:
        self._due = -inf
        self.beat()

    def _open(self, shown: CallShown) -> OpenCall:
        call = shown.call
        live = self._console.floor.stations.get(call.place)
        return OpenCall(
            call.id,
            call.severity,
            call.stage is not Stage.RAISED,
            call.reopened,
            shown.category.sound if shown.category else "",
            call.place,
            live.station.line if live else call.place,
            shown.name,
            call.text,
        )
