"""Reading crews, the roster and skills for the page: when it is shown, and again when a record of them changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from console.app.dispatch import Dispatch
from console.app.queries import callsetup
from console.app.queries.callsetup import CallSetup
from console.app.queries.handovers import crews
from console.app.rosterlook import RosterLook
from console.domain.crews import Crew
from console.domain.desk import Kept, ReadDesk
from console.domain.events import RecordChanged, RecordsReady, SessionChanged
from console.domain.people import Operation, Person, Skill
from console.domain.roster import Absence
from widgets.attachments.later import while_there

if TYPE_CHECKING:
    from console.app.console import Console

KINDS = frozenset({"crew", "duty", "absence", "person", "operation", "skill", "andon_category"})


@dataclass(frozen=True, slots=True)
class CrewsRead:
    """All of it at one moment."""

    setup: CallSetup
    crews: tuple[Kept[Crew], ...]
    absences: tuple[Kept[Absence], ...]
    operations: tuple[Operation, ...]
    skills: tuple[Skill, ...]
    dispatch: Dispatch
    look: RosterLook

    @property
    def people(self) -> dict[str, Person]:
        """Everybody by id, those too who are not active any more."""
        return {person.id: person for person in self.setup.people}

    def crew(self, id: str) -> Kept[Crew] | None:
        """One of the crews."""
        return next((kept for kept in self.crews if kept.value.id == id), None)


class CrewReader(QObject):
    """`arrived` carries CrewsRead, `refused` a Refusal; `allowed` when somebody else is signed in."""

    arrived = Signal(object)
    refused = Signal(object)
    allowed = Signal()

    def __init__(self, page: QWidget, console: Console) -> None:
        super().__init__(page)
        self._page, self._console = page, console
        self._stale, self._reading = True, False
        on = console.on
        self._stops: list[Callable[[], None]] = [
            on(RecordChanged, self._changed),
            on(RecordsReady, lambda _: self.soon()),
            on(SessionChanged, lambda _: self.allowed.emit()),
        ]
        self.destroyed.connect(lambda _=None, stops=self._stops: [stop() for stop in stops])

    def shown(self) -> None:
        """The page came to the front."""
        if self._stale:
            self.read()

    def soon(self) -> None:
        """Something has changed."""
        self._stale = True
        if self._page.isVisible():
            self.read()

    def read(self) -> None:
        """Ask the records; while an answer is on its way, once more after it."""
        if self._reading:
            self._stale = True
            return
        self._stale, self._reading = False, True
        self._console.office.ask(_query, while_there(self._page, self._heard), while_there(self._page, self._cannot))

    def _heard(self, found: tuple[Any, ...]) -> None:
        self._reading = False
        plant = self._console.floor.plant
        dispatch = Dispatch(found[0], plant, self._console.office.authority.ways)
        self.arrived.emit(CrewsRead(*found, dispatch, RosterLook(found[0], plant, dispatch)))
        if self._stale:
            self.soon()

    def _cannot(self, refusal: Exception) -> None:
        self._reading, self._stale = False, True
        self.refused.emit(refusal)

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in KINDS:
            self.soon()


def _query(
    desk: ReadDesk,
) -> tuple[CallSetup, tuple[Kept[Crew], ...], tuple[Kept[Absence], ...], tuple[Operation, ...], tuple[Skill, ...]]:
    return (
        callsetup.call_setup(desk),
        tuple(crews(desk)),
        callsetup.absences(desk),
        tuple(desk.find(Operation, order="order", active=True)),
        tuple(desk.find(Skill)),
    )
