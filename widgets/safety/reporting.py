"""Reporting a hazard or an accident from anywhere: F4, or from the panel that raises calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from console.domain.errors import Refusal
from widgets.people.notice import Notice
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console
    from widgets.calls.raising import Raising
    from widgets.safety.form import SafetyForm
    from widgets.shell.window import MainWindow

KEYS = "F4"


class Reporting(QObject):
    """One for each main window, its child: screens find it through `reporting_of`."""

    def __init__(self, console: Console, window: MainWindow, raising: Raising) -> None:
        super().__init__(window)
        self._console, self._window, self._raising = console, window, raising
        self.form: SafetyForm | None = None
        self.notice = Notice(window)
        bound = QAction(window)
        bound.setShortcut(QKeySequence(KEYS))
        bound.setShortcutContext(Qt.ShortcutContext.ApplicationShortcut)
        bound.triggered.connect(lambda _: self.open())
        window.addAction(bound)
        raising.panel.offer_report(self._from_call)

    def open(self, place: str = "", text: str = "") -> None:
        """Open the form for a place, else for the one that is open or chosen; nothing before the records are open."""
        if self._console.safety is None or self.form is not None or self._raising.panel.isVisible():
            return
        from widgets.safety.form import SafetyForm  # with what it imports: not before somebody wants it

        where = place or self._raising.chosen()  # a station that stands has nothing to do with it
        form = self.form = SafetyForm(self._console, self._window, None, where, text, self._picture_refused)
        form.finished.connect(self._over)
        form.open()

    def _from_call(self, place: str, text: str) -> None:
        self._raising.panel.hide()
        self.open(place, text)

    def _over(self, result: int) -> None:
        form, self.form = self.form, None
        if form is None:
            return
        form.deleteLater()
        if result:
            shown: Any = form.kinds.control.what
            urgent = form.serious.isChecked() or (shown is not None and shown.value == "lost_time")
            more = self.tr("The safety officer is being called.") if urgent else ""
            self.notice.show_words(self.tr("The report is kept. Thank you."), more, "shield-check", 6.0)

    def _picture_refused(self, refusal: Refusal) -> None:
        self.notice.show_words(self.tr("A picture was not taken"), words_of(refusal), "triangle-alert", 12.0)


def reporting_of(widget: QWidget | None) -> Reporting | None:
    """What takes reports in the window that a widget is in, or in the window that opened its window."""
    while widget is not None:
        found = widget.window().findChild(Reporting)
        if found is not None:
            return found
        widget = widget.window().parentWidget()
    return None
