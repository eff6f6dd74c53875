"""Gets the figures: reads the past in slices on the worker, then has them computed there, and says how far it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from console.app.queries.callfigures import calls_before, calls_in, slices
from console.domain.callfigures import Chosen, Known, Sheet, Told, sheet
from console.domain.desk import ReadDesk
from console.domain.errors import Refusal
from console.domain.people import Person, Role
from console.domain.responses import Window
from widgets.attachments.later import while_there

if TYPE_CHECKING:
    from console.app.calls import Calls
    from console.app.console import Console
    from console.domain.shifts import Calendar


class Gathering(QObject):
    """One question at a time: a new one forgets the one before, and what was read for it is kept where it fits."""

    done = Signal(object)  # a Sheet
    progress = Signal(float)  # share of the past that was read
    failed = Signal(object)  # a Refusal

    def __init__(self, console: Console, parent: QWidget) -> None:
        super().__init__(parent)
        self._console, self._widget = console, parent
        self._round = 0
        self._kept: dict[Window, Told] = {}
        self.busy = False

    def forget(self) -> None:
        """What was read is not what the records say any more."""
        self._kept.clear()

    def stop(self) -> None:
        """The answer is of no interest any more."""
        self._round += 1
        self.busy = False

    def begin(self, window: Window, before: Window | None, chosen: Chosen, now: datetime) -> None:
        """Ask for the figures of a window, compared with the one before."""
        self._round += 1
        self.busy = True
        wanted = [one for one in (window, before) if one is not None]
        self._kept = {one: told for one, told in self._kept.items() if one in wanted}
        parts = [(one, part) for one in wanted if one not in self._kept for part in (None, *slices(one))]
        self._read(self._round, parts, len(parts), {}, window, before, chosen, now)

    def _read(
        self,
        this: int,
        parts: list[tuple[Window, Window | None]],
        all_: int,
        read: dict[Window, Told],
        window: Window,
        before: Window | None,
        chosen: Chosen,
        now: datetime,
    ) -> None:
        if this != self._round:
            return
        self.progress.emit(1.0 - len(parts) / all_ if all_ else 1.0)
        if not parts:
            self._kept |= read
            self._compute(this, window, before, chosen, now)
            return
        (whole, part), rest = parts[0], parts[1:]
        query = calls_before(whole.start) if part is None else calls_in(part)

        def go_on(told: Told) -> None:
            read[whole] = read[whole].joined(told) if whole in read else told
            self._read(this, rest, all_, read, window, before, chosen, now)

        self._console.office.ask(query, self._later(go_on), self._later(lambda why: self._cannot(this, why)))

    def _compute(self, this: int, window: Window, before: Window | None, chosen: Chosen, now: datetime) -> None:
        calls = self._console.calls
        if calls is None:
            return
        told, earlier = self._kept[window], self._kept[before] if before is not None else Told()
        known = _Knowing(self._console, calls)

        def ask(desk: ReadDesk) -> Sheet:
            return sheet(told, chosen, known.with_people(desk.find(Person)), window, before, earlier, now)

        def answer(made: Sheet) -> None:
            if this == self._round:
                self.busy = False
                self.done.emit(made)

        self._console.office.ask(ask, self._later(answer), self._later(lambda why: self._cannot(this, why)))

    def _cannot(self, this: int, why: Refusal) -> None:
        if this == self._round:
            self.busy = False
            self.failed.emit(why)

    def _later(self, then: Callable[[Any], None]) -> Callable[..., None]:
        return while_there(self._widget, then)


class _Knowing:
    """What figures are held against, as it is now; calendars of its own, because it goes to another thread."""

    def __init__(self, console: Console, calls: Calls) -> None:
        plant, dispatch = console.floor.plant, calls.dispatch
        self._dispatch = dispatch
        self._calendars: dict[str, Calendar | None] = {}
        self._known = Known(
            dispatch.categories,
            ZoneInfo(plant.timezone or "UTC"),
            lambda person: None,
            self._shift,
            dispatch.setup.rules,
            console.office.authority.ways,
        )

    def with_people(self, people: list[Person]) -> Known:
        """With the first role of each."""
        roles: dict[str, Role] = {one.id: one.grants[0].role for one in people if one.grants}
        return replace(self._known, role_of=roles.get)

    def _shift(self, place: str, at: datetime) -> str:
        if place not in self._calendars:
            calendar = self._dispatch.calendar(place)
            self._calendars[place] = replace(calendar) if calendar is not None else None
        own = self._calendars[place]
        shift = own.shift_at(at.timestamp()) if own is not None else None
        return shift.name if shift is not None else ""
