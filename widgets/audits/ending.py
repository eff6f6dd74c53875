"""The two ends of a run: it is signed, or dropped for a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from console.domain.checklist_scores import Scored
from console.domain.checklists import Run
from console.domain.commands.checklists import DropRun, SignRun
from widgets.calls.form import Paragraph
from widgets.numbers import percent
from widgets.orders.dialog import OrderDialog
from widgets.people.fields import Field

if TYPE_CHECKING:
    from console.app.console import Console

WIDE = 460


class SignDialog(OrderDialog):
    """Says what it came to; Ctrl+Enter in the note, or Enter elsewhere, signs."""

    def __init__(self, console: Console, parent: QWidget | None, run: Run, scored: Scored, title: str) -> None:
        super().__init__(console, parent, "badge-check", WIDE)
        self._run, self._scored, self._title = run, scored, title
        self.note: Field[QWidget] = Field(Paragraph())
        self.fields["note"] = self.note
        self.body.addWidget(self.note)
        _hear(self.note, self.submit)
        self.retranslate()
        self.go.setFocus()

    def submit(self) -> None:
        """Sign it."""
        points = self._scored.whole.points
        self.give(SignRun(run=self._run.id, where=self._run.place, note=_text(self.note), points=points))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.setWindowTitle(self.tr("Sign the round"))
        self.heading.say(self.tr("Sign: {0}").format(self._title))
        self.how.say(" ".join(self._outcome()))
        self.note.name(self.tr("&Note (may be left out)"))
        self.go.name(self.tr("Sign"), self.tr("Enter"))
        self.leave.name(self.tr("Cancel"))

    def _outcome(self) -> list[str]:
        found, scored = [], self._scored
        if scored.whole.share is not None:
            found.append(self.tr("The score is {0}.").format(percent(scored.whole.share, 0)))
        if scored.broken:
            found.append(self.tr("%n red line(s) are broken: it does not pass.", "", len(scored.broken)))
        elif scored.passed is not None:
            found.append(self.tr("It passes.") if scored.passed else self.tr("It does not pass."))
        found.append(self.tr("After that nothing in it is changed any more."))
        return found


class DropDialog(OrderDialog):
    """Asks why a run is not finished."""

    def __init__(self, console: Console, parent: QWidget | None, run: Run, title: str) -> None:
        super().__init__(console, parent, "x", WIDE)
        self._run, self._title = run, title
        self.why: Field[QWidget] = Field(Paragraph())
        self.fields["why"] = self.fields["reason"] = self.why
        self.body.addWidget(self.why)
        _hear(self.why, self.submit)
        self.retranslate()
        self.why.control.setFocus()

    def submit(self) -> None:
        """Drop it."""
        if not _text(self.why):
            self.wrong("why", self.tr("Say why it is not finished."))
            return
        self.give(DropRun(run=self._run.id, where=self._run.place, why=_text(self.why)))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.setWindowTitle(self.tr("Drop the round"))
        self.heading.say(self.tr("Drop: {0}").format(self._title))
        self.how.say(self.tr("What was answered stays in the record; it counts in no figure."))
        self.why.name(self.tr("&Why"))
        self.go.name(self.tr("Drop the round"), self.tr("Ctrl+Enter"))
        self.leave.name(self.tr("Cancel"))


def _text(field: Field[QWidget]) -> str:
    control = field.control
    return control.toPlainText().strip() if isinstance(control, Paragraph) else ""


def _hear(field: Field[QWidget], submit: object) -> None:
    control = field.control
    if isinstance(control, Paragraph):
        control.done.connect(submit)
