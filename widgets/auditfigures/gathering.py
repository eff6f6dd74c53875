"""Gets the figures: the office reads the records, a thread of its own computes, a newer question forgets the older."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from console.app.briskness import brisk
from console.app.queries.audit_figures import Past, Wanted, audit_past, audit_sheet
from console.app.worker import Worker
from console.domain.errors import Refusal
from widgets.attachments.later import while_there

if TYPE_CHECKING:
    from console.app.console import Console

log = logging.getLogger(__name__)


class Gathering(QObject):
    """One question at a time."""

    done = Signal(object)  # a Sheet
    failed = Signal(object)  # a Refusal

    def __init__(self, console: Console, parent: QWidget) -> None:
        super().__init__(parent)
        self.busy = False
        self._console, self._widget, self._round = console, parent, 0

    def begin(self, wanted: Wanted) -> None:
        """Ask for the figures of what is wanted."""
        self._round += 1
        self.busy, this = True, self._round
        read = while_there(self._widget, lambda past: self._compute(this, past, wanted))
        self._console.office.ask(
            audit_past(wanted), read, while_there(self._widget, lambda why: self._cannot(this, why))
        )

    def _compute(self, this: int, past: Past, wanted: Wanted) -> None:
        if this != self._round:
            return
        call = self._console.mailbox.call
        well = while_there(self._widget, lambda sheet: self._came(this, sheet))
        badly = while_there(self._widget, lambda why: self._cannot(this, why))

        def work() -> None:
            try:
                with brisk():
                    sheet = audit_sheet(past, wanted)
            except Exception as error:
                log.exception("The figures of audits could not be computed")
                why = error if isinstance(error, Refusal) else Refusal(str(error))
                call(lambda: badly(why))
            else:
                call(lambda: well(sheet))

        worker = Worker("audit figures")
        worker.hand(work)
        worker.close(0.0)  # it ends when this is computed; nobody waits for it

    def _came(self, this: int, sheet: object) -> None:
        if this == self._round:
            self.busy = False
            self.done.emit(sheet)

    def _cannot(self, this: int, why: Refusal) -> None:
        if this == self._round:
            self.busy = False
            self.failed.emit(why)
