"""What the page knows of one handover: read from the records, filled from the live record while it is a draft."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from console.app.handovers import ShiftEnd
from console.app.queries.handovers import HandoverFile, handover_file
from console.domain.commands.handovers import PrepareHandover
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RecordsReady
from console.domain.handover_moves import EARLY, MISSED_AFTER, fill, is_missed
from console.domain.handovers import Handover, Stage, handover_id
from widgets.attachments.later import while_there

if TYPE_CHECKING:
    from collections.abc import Callable

    from console.app.console import Console

RENEW = 60.0  # seconds between two fillings of a draft


class Reading(QWidget):
    """Never shown. `changed`: there is something else to show; `refused`: it could not be filled or read."""

    changed = Signal()
    refused = Signal(object)

    def __init__(self, console: Console, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._console = console
        self.shift: ShiftEnd | None = None
        self.file: HandoverFile | None = None
        self.content: PrepareHandover | None = None  # as the record is now
        self.held = False  # while somebody signs, nothing is filled
        self._renew_at = 0.0
        self._filling = False
        self._stops = [console.on(RecordChanged, self._heard_of), console.on(RecordsReady, lambda _: self.read())]
        self.destroyed.connect(lambda _=None, stops=self._stops: [stop() for stop in stops])

    # What is shown

    def show_shift(self, shift: ShiftEnd | None) -> None:
        """Be about the end of this shift from now on."""
        if shift == self.shift:
            return
        if shift is None or self.shift is None or shift.id != self.shift.id:
            self.file, self.content, self._renew_at, self._filling = None, None, 0.0, False
        self.shift = shift
        self.changed.emit()
        self.read()

    @property
    def kept(self) -> Handover | None:
        """As the records hold it."""
        return self.file.handover if self.file is not None else None

    @property
    def shown(self) -> Handover | None:
        """As the records hold it, else as it would be if it were begun now; None before anything is known."""
        if self.kept is not None:
            return self.kept
        told = self.content
        if self.shift is None or told is None:
            return None
        return Handover(
            self.shift.id, told.where, told.day, told.shift, told.begins, told.ends, told.next_shift,
            facts=told.facts, items=told.items, unexplained=told.unexplained,
        )  # fmt: skip

    @property
    def draft(self) -> bool:
        """Whether something in it can still be changed."""
        return self.file is not None and (self.kept is None or self.kept.stage is Stage.DRAFT)

    @property
    def missed(self) -> bool:
        """Whether the shift ended long ago and nobody handed over what was begun, or was to be begun."""
        shift, service = self.shift, self._console.handovers
        if shift is None or self.file is None or not is_missed(self.kept, shift.ends, self._now()):
            return False
        missed = service.watch.missed if service is not None else ()
        return self.kept is not None or any(handover_id(one.place, one.ends) == shift.id for one in missed)

    @property
    def early(self) -> bool:
        """Whether it is too early to sign."""
        return self.shift is not None and self._now() < self.shift.ends - EARLY

    # Reading and filling

    def read(self) -> None:
        """Ask the records again."""
        shift = self.shift
        if shift is None or self._console.office.ready.code:
            return

        def answered(file: HandoverFile) -> None:
            if self.shift is not None and shift.id == self.shift.id:
                first, self.file = self.file is None, file
                self.changed.emit()
                if first:
                    self._renew_at = 0.0

        self._console.office.ask(
            handover_file(shift.id, shift.place, shift.ends), while_there(self, answered), self._no
        )

    def beat(self, now: float) -> None:
        """Fill it again when it is time; `now` is the console's."""
        due = self._renew_at
        if self.file is not None and self.draft and not self.held and not due - RENEW <= now < due:
            self.renew()

    def renew(self, asked: bool = False, then: Callable[[], object] | None = None) -> None:
        """Take facts and items from the record; kept where who is here may. `asked`: somebody wants it kept."""
        shift, service = self.shift, self._console.handovers
        if shift is None or service is None or (self._filling and then is None) or not self.draft:
            return
        self._filling, self._renew_at = True, self._console.now() + RENEW

        def gathered(content: PrepareHandover) -> None:
            self._filling = False
            if self.shift is None or self.shift.id != shift.id:
                return
            before, self.content = self.content, content
            if self.may and (asked or then is not None or self._keeps(content)):
                self._keep(content, then)
            elif before != content:
                self.changed.emit()

        service.content(shift, while_there(self, gathered), while_there(self, self._unfilled))

    @property
    def may(self) -> bool:
        """Whether whoever is signed in may fill it."""
        return self.shift is not None and self._console.session.may(PrepareHandover, place=self.shift.place)

    def _keeps(self, content: PrepareHandover) -> bool:
        """Whether it is kept unasked: it is begun or the shift ends soon, and it is other than what is kept."""
        kept = self.kept
        if self.held:
            return False
        if kept is None:
            return content.ends - EARLY <= self._now() <= content.ends + MISSED_AFTER
        if kept.stage is not Stage.DRAFT or self._now() > content.ends + MISSED_AFTER:
            return False
        new = fill(kept, content.facts, content.items, content.unexplained, self._now())
        return kept.filled is None or replace(new, filled=kept.filled) != kept

    def _keep(self, content: PrepareHandover, then: Callable[[], object] | None) -> None:
        def kept(_: object) -> None:
            self.read()
            if then is not None:
                then()

        self._console.office.do(content, while_there(self, kept), while_there(self, self.refused.emit))

    def _unfilled(self, refusal: Refusal) -> None:
        self._filling = False
        self.refused.emit(refusal)

    def _no(self, refusal: Refusal) -> None:
        while_there(self, self.refused.emit)(refusal)

    def _heard_of(self, event: RecordChanged) -> None:
        if self.shift is not None and (event.id == self.shift.id or event.kind == "handover_correction"):
            self.read()

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._console.now(), UTC)


def soon(shift: ShiftEnd, now: datetime) -> bool:
    """Whether a shift can be handed over by now."""
    return now >= shift.ends - EARLY
