"""The honest window: what went wrong, that the board goes on, and what to do with the details."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from widgets import theme
from widgets.cards import Button, Picture, Text
from widgets.plain import plain
from widgets.shell.crash import Catcher, Report

if TYPE_CHECKING:
    from console.app.support import Support


class CrashWindow(QWidget):
    """At most one, never in the way: it does not take the keyboard and stops nothing."""

    def __init__(
        self,
        catcher: Catcher,
        logs: Path,
        open_folder: Callable[[QUrl], object] = QDesktopServices.openUrl,
        parent: QWidget | None = None,
        support: Support | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._support = support
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._catcher, self._logs, self._open_folder = catcher, logs, open_folder
        self._report: Report | None = None
        self._closed_on = 0  # errors seen when the person closed the window
        self.title, self.sentence = Text("text", 16, 600), Text("text_muted", 13, wrap=True)
        self.summary, self.counter = Text("text", 13, 500, wrap=True), Text("text_faint", 12)
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.copy = Button("copy", self._copy)
        self.folder = Button("folder-open", self._show_logs)
        self.bundle = Button("heart-pulse", self._show_bundle)
        if support is None:
            self.bundle.hide()
        self.close_button = Button("", self.close, primary=True)
        self._lay_out()
        self.retranslate()
        catcher.caught.connect(self.show_report)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Picture("bug", "bad", 24))
        head.addWidget(self.title, 1)
        head.addWidget(self.counter)
        foot = QHBoxLayout()
        for button in (self.copy, self.folder, self.bundle):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(head)
        for widget in (self.sentence, self.summary):
            column.addWidget(widget)
        column.addWidget(self.details, 1)
        column.addLayout(foot)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for a traceback."""
        return QSize(760, 480)

    def show_report(self, report: Report) -> None:
        """Show the first report and count the others; the same bug does not come back after it was closed."""
        if self.isVisible() or report.times == 1:
            fresh = not self.isVisible()
            if fresh or self._report is None:
                self._report = report
                self.details.setPlainText(report.text)
            self._say()
            if fresh:
                self.show()

    def open_again(self) -> None:
        """Bring the window back, asked for by a person."""
        if self._report:
            self._say()
            self.show()
            self.raise_()
            self.activateWindow()

    def _say(self) -> None:
        seen = self._catcher.count - self._closed_on
        self.counter.say(self.tr("%n error(s) since the window opened", "", max(1, seen)))
        if self._report:
            self.summary.say(plain(self._report.summary, 400))

    def _copy(self) -> None:
        texts = [f"{r.text}\nseen {r.times} time(s)\n" for r in list(self._catcher.reports.values())]
        QGuiApplication.clipboard().setText("\n\n".join(texts))
        self.copy.name(self.tr("Copied"))

    def _show_logs(self) -> None:
        self._open_folder(QUrl.fromLocalFile(str(self._logs)))

    def _show_bundle(self) -> None:
        from widgets.support.dialog import show_support  # only for who wants it

        if self._support is not None:
            show_support(self._support, self)

    def retranslate(self) -> None:
        """Take the words of the language in use."""
        self.setWindowTitle(self.tr("Program error — Gemba Console"))
        self.title.say(self.tr("Something in the program went wrong"))
        self.sentence.say(
            self.tr(
                "This is a mistake in Gemba Console, not in your plant and not yours. The board keeps running and "
                "keeps listening; what you did last may not have worked. The details are in the log: please send them "
                "to whoever looks after the console."
            )
        )
        self.copy.name(self.tr("Copy details"))
        self.folder.name(self.tr("Open log folder"))
        self.bundle.name(self.tr("For support…"))
        self.close_button.name(self.tr("Close"))
        self.details.setAccessibleName(self.tr("Details"))
        self.details.setFont(theme.font(12))
        self._say()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take the words of the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Start counting anew."""
        self._closed_on = self._catcher.count
        self.copy.name(self.tr("Copy details"))
        super().closeEvent(event)
