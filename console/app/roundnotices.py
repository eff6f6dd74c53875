"""Whose planned round is due is told once: to the person, or to whoever is signed in where nobody is named, or where
whoever is named has left."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from console.domain.audit_plans import Stand, Standing
from console.domain.commands.checklists import BeginRun
from console.domain.errors import Refusal
from console.domain.events import RoundsDue
from console.records.wholefile import keep, read_kept

if TYPE_CHECKING:
    from console.app.console import Console
    from console.app.rounds import Rounds
    from console.records.local import LocalRecords

log = logging.getLogger(__name__)
FILE = "roundnotices.json"  # what this console told, kept over a restart
SOON = timedelta(hours=1)  # before it is due
KEPT = timedelta(days=40).total_seconds()
TOLD = frozenset({Stand.AHEAD, Stand.OVERDUE})  # not begun, and not missed: that wants a decision


class RoundNotices:
    """Publishes RoundsDue; each round is told once at this console, and once more where it was moved."""

    def __init__(self, console: Console, rounds: Rounds) -> None:
        self._console, self._rounds = console, rounds
        self._told: dict[str, float] | None = None  # when each was due; None = what was told is not read yet

    def start(self) -> None:
        """Read what was told before."""
        self._console.office.run(self._remembered, self._remember, self._nothing)

    def look(self, now: datetime) -> None:
        """Tell whoever is signed in what is due for them and was not told."""
        session = self._console.session
        if self._told is None or session.person is None or session.as_role is not None:
            return
        due = tuple(one for one in self._rounds.standings if self._wanted(one, session.person.id, now))
        if due:
            self._told |= {_key(one): one.due.timestamp() for one in due}
            self._keep(now)
            self._console.bus.publish(RoundsDue(session.person.id, tuple(one.round.id for one in due)))

    def _wanted(self, one: Standing, person: str, now: datetime) -> bool:
        if one.stand not in TOLD or now < one.due - SOON or _key(one) in (self._told or {}):
            return False
        session = self._console.session
        named = session.rights.people.get(one.round.person)
        if one.round.person and (named is None or named.active):
            return one.round.person == person
        return session.may(BeginRun, place=one.round.place)

    @property
    def _path(self) -> Path:
        return self._console.store / FILE

    def _remembered(self, local: LocalRecords) -> Mapping[str, Any]:
        """On the worker. What cannot be read was not written to its end: it is told again."""
        return read_kept(self._path)

    def _remember(self, told: Mapping[str, Any]) -> None:
        self._told = {key: at for key, at in told.items() if isinstance(at, int | float)}

    def _nothing(self, refusal: Refusal) -> None:
        log.debug("What was told of rounds cannot be read: %s", refusal)
        self._told = {}

    def _keep(self, now: datetime) -> None:
        self._told = {key: at for key, at in (self._told or {}).items() if at > now.timestamp() - KEPT}
        self._console.office.hand(partial(keep, self._path, dict(self._told)))


def _key(one: Standing) -> str:
    return f"{one.round.id} {one.due:%Y%m%dT%H%M%S}"
