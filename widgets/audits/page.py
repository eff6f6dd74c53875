"""The Audits page: what is going on, and the form of the run that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from widgets.audits.overview import Overview
from widgets.audits.run import RunView

if TYPE_CHECKING:
    from console.app.console import Console


class AuditsPage(QWidget):
    """Begin, continue, fill in and sign rounds. A subject is the id of a run."""

    open_requested = Signal(str, str)  # another screen and its subject

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._minute = 0
        self.overview, self.form = Overview(console), RunView(console)
        self._stack = QStackedWidget()
        for part in (self.overview, self.form):
            self._stack.addWidget(part)
            part.opened.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.overview.run_asked.connect(self.show_subject)
        self.form.left.connect(self.show_all)

    @property
    def run(self) -> str:
        """The run whose form is seen; "" = none."""
        return self.form.run if self._stack.currentWidget() is self.form else ""

    def show_subject(self, subject: str) -> None:
        """Open the form of a run; "" shows what is going on."""
        if not subject:
            self.show_all()
            return
        self._stack.setCurrentWidget(self.form)
        self.form.show_run(subject)

    def show_all(self) -> None:
        """Leave the form: everything in it is kept, and goes on when it is opened again."""
        self._stack.setCurrentWidget(self.overview)
        self.overview.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def set_scope(self, area: str | None) -> None:
        """Only what is in an area."""
        self.overview.set_scope(area)

    def beat(self, now: float) -> None:
        """Another minute begins: what is due is said anew."""
        if int(now // 60) != self._minute:
            self._minute = int(now // 60)
            if not self.run:
                self.overview.refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """The keyboard goes to the item, or to where a round is begun."""
        if self.run:
            self.form.sheet.go(self.form.sheet.current)
        else:
            self.overview.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self, key: str, subject: str) -> None:
        if key == "audits":
            self.show_subject(subject)
        else:
            self.open_requested.emit(key, subject)
