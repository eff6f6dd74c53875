"""Reading how calls are set up, for the tabs: once when one is shown, and again when a record of it changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from console.app.dispatch import Dispatch
from console.app.queries import callsetup as asked
from console.app.queries.callsetup import CallSetup
from console.domain.andon import Category
from console.domain.commands import Command
from console.domain.desk import Kept, ReadDesk
from console.domain.events import RecordChanged, RecordsReady, SessionChanged
from console.domain.plant import Plant
from console.domain.roster import Absence, Duty
from widgets.attachments.later import while_there
from widgets.people.signing import why_not

if TYPE_CHECKING:
    from console.app.console import Console

NOWHERE_ELSE = "*"  # a place that lies inside no other: who may do it there may do it everywhere
KINDS = frozenset({"andon_category", "duty", "absence", "person"})


@dataclass(frozen=True, slots=True)
class SetUp:
    """What the records say, and whom calls reach by it."""

    setup: CallSetup
    categories: tuple[Kept[Category], ...]
    duties: tuple[Kept[Duty], ...]
    absences: tuple[Kept[Absence], ...]
    dispatch: Dispatch


class SetupReader(QObject):
    """For one tab. `arrived` carries a SetUp, `refused` a Refusal; `allowed` when somebody else is signed in."""

    arrived = Signal(object)
    refused = Signal(object)
    allowed = Signal()

    def __init__(self, tab: QWidget, console: Console) -> None:
        super().__init__(tab)
        self._tab, self._console = tab, console
        self._stale, self._reading = True, False
        self._read_for: Plant | None = None
        on = console.on
        self._stops: list[Callable[[], None]] = [
            on(RecordChanged, self._changed),
            on(RecordsReady, lambda _: self.soon()),
            on(SessionChanged, lambda _: self.allowed.emit()),
        ]
        self.destroyed.connect(lambda _=None, stops=self._stops: [stop() for stop in stops])

    @property
    def plant(self) -> Plant:
        """The plant that is shown."""
        return self._console.floor.plant

    def shown(self) -> None:
        """The tab came to the front."""
        if self._stale or self._read_for is not self.plant:
            self.read()

    def soon(self) -> None:
        """Something has changed."""
        self._stale = True
        if self._tab.isVisible():
            self.read()

    def read(self) -> None:
        """Ask the records; while an answer is on its way, once more after it."""
        if self._reading:
            self._stale = True
            return
        self._stale, self._reading, self._read_for = False, True, self.plant
        self._console.office.ask(_query, while_there(self._tab, self._heard), while_there(self._tab, self._cannot))

    def _heard(
        self, found: tuple[CallSetup, tuple[Kept[Category], ...], tuple[Kept[Duty], ...], tuple[Kept[Absence], ...]]
    ) -> None:
        self._reading = False
        dispatch = Dispatch(found[0], self.plant, self._console.office.authority.ways)
        self.arrived.emit(SetUp(*found, dispatch))
        if self._stale:
            self.soon()

    def _cannot(self, refusal: Exception) -> None:
        self._reading, self._stale = False, True
        self.refused.emit(refusal)

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in KINDS:
            self.soon()


def why_not_at(console: Console, command: type[Command], *places: str) -> str:
    """Why whoever is signed in may not do this at one of these places; "" = the whole plant."""
    found = (why_not(console, command, place=place or NOWHERE_ELSE) for place in places)
    return next((why for why in found if why), "")


def _query(
    desk: ReadDesk,
) -> tuple[CallSetup, tuple[Kept[Category], ...], tuple[Kept[Duty], ...], tuple[Kept[Absence], ...]]:
    return asked.call_setup(desk), asked.categories(desk), asked.duties(desk), asked.absences(desk)
