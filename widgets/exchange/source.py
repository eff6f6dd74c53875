"""The first step of an import: a file, rows that were copied, or a view of another system."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.app.declared import has_password
from console.app.exchangesource import Kind, Source
from console.domain.errors import Refusal
from widgets.cards import Button, Card, Entry, Picture, Text, Tick
from widgets.people.fields import Field, Said, scrolled
from widgets.plain import tip
from widgets.refusals import words_of
from widgets.settings.pinned import pinned_words
from widgets.theme import color, themes

if TYPE_CHECKING:
    from console.app.console import Console

HIGH = 440
BESIDE = 1000  # pixels from which both cards stand beside each other


class DropArea(QWidget):
    """A place for a file; lit while one is held over it."""

    def __init__(self) -> None:
        super().__init__()
        self.mark, self.words = Picture("upload", "text_faint", 28), Text("text_muted", 14, wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lit = False
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 18)
        column.setSpacing(10)
        column.addStretch(1)
        column.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.words)
        column.addStretch(1)
        themes.changed.connect(self.update)

    def light(self, lit: bool) -> None:
        """Show that a file may be let go here."""
        self._lit = lit
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(360, 300)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(color("focus" if self._lit else "border_strong"), 1.5, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(color("hover" if self._lit else "window"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)


class SourceStep(QWidget):
    """Says what shall be read."""

    chosen = Signal(object)  # a Source

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self.drop, self.said = DropArea(), Said()
        self.file_card, self.view_card = Card(), Card()
        self.choose, self.paste = Button("folder-open", self._choose, primary=True), Button("copy", self.paste_rows)
        self.url, self.view, self.password = Field(Entry()), Field(Entry()), Field(Entry())
        self.password.control.setEchoMode(QLineEdit.EchoMode.Password)
        self.keep, self.read = Tick(), Button("database", self.read_view)
        self.view_note = Text("text_faint", 12, wrap=True)
        self.ask_file = self._ask_file
        self.setAcceptDrops(True)
        self._filled = False
        self._lay_out()
        self.setFocusProxy(self.choose)

    def begin(self) -> None:
        """Fill in what was kept."""
        exchange = self._console.exchange
        if exchange is not None and not self._filled:
            self._filled = True
            kept = exchange.options.view
            self.url.control.setText(kept.url)
            self.view.control.setText(kept.view)
            self.password.control.setText(kept.password)
            for name, field in (("url", self.url), ("view", self.view), ("password", self.password)):
                pinned = pinned_words(self._console, f"exchange.{name}")
                field.control.setEnabled(not pinned)
                field.control.setToolTip(tip(pinned))

    def offer(self, path: str) -> None:
        """Read a file."""
        if path:
            self.said.say("")
            self.chosen.emit(Source(Kind.FILE, Path(path)))

    def paste_rows(self) -> None:
        """Read what was copied from a spreadsheet."""
        data = QGuiApplication.clipboard().mimeData()
        files = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if files:
            self.offer(files[0])
        elif data.text().strip():
            self.said.say("")
            self.chosen.emit(Source(Kind.PASTED, text=data.text(), view=self.tr("pasted rows")))
        else:
            self.said.warn(self.tr("Nothing was copied. Copy rows with their headings in the spreadsheet first."))

    def read_view(self) -> None:
        """Read the view; keep it where that was ticked."""
        url, view = self.url.control.text().strip(), self.view.control.text().strip()
        self.url.refuse("" if url else self.tr("Say where the database is."))
        if has_password(url):
            self.url.refuse(self.tr("Leave the password out of the address: type it below, where it is kept apart."))
            return
        self.view.refuse("" if view else self.tr("Name the view or table."))
        exchange = self._console.exchange
        if not url or not view or exchange is None:
            return
        source = replace(exchange.options.view, url=url, view=view, password=self.password.control.text())
        self.said.say("")
        if self.keep.isChecked():
            try:
                exchange.keep_view(source)
            except Refusal as refusal:
                self.said.say(words_of(refusal))
                return
        self.chosen.emit(source)

    # Dragging, pasting

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self.drop.light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: N802
        self.drop.light(False)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        self.drop.light(False)
        event.acceptProposedAction()
        self.offer(next(url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_rows()
        else:
            super().keyPressEvent(event)

    # How it is made

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        across = self.width() >= BESIDE
        kind = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        self._cards.setDirection(kind)
        for card in (self.file_card, self.view_card):
            card.setMaximumHeight(HIGH)

    def _choose(self) -> None:
        self.offer(self.ask_file())

    def _ask_file(self) -> str:
        kinds = self.tr("Tables (*.csv *.txt *.tsv *.xlsx)")
        return QFileDialog.getOpenFileName(self, self.tr("Choose a file of orders"), "", kinds)[0]

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.paste)
        buttons.addStretch(1)
        self.file_card.body.addWidget(self.drop, 1)
        self.file_card.body.addLayout(buttons)
        self.file_card.body.addWidget(self.said)
        for part in (self.url, self.view, self.password, self.keep, self.view_note):
            self.view_card.body.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.read)
        row.addStretch(1)
        self.view_card.body.addLayout(row)
        self.view_card.body.addStretch(1)
        inside = QWidget()
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(12)
        self._cards.addWidget(self.file_card, 1)
        self._cards.addWidget(self.view_card, 1)
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._cards)
        whole.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(inside))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.file_card.title.say(self.tr("A file, or rows of a spreadsheet"))
        self.drop.words.say(
            self.tr(
                "Drop a CSV or Excel file here, choose one, or copy rows with their headings in a spreadsheet and"
                " paste them. Nothing is changed before you say so in the last step."
            )
        )
        self.choose.name(self.tr("Choose a file…"))
        self.paste.name(self.tr("Paste rows"))
        self.view_card.title.say(self.tr("A view of the ERP's database"))
        self.url.name(self.tr("Address"), "postgresql://user@host:5432/database")
        self.view.name(self.tr("View or table"))
        self.password.name(self.tr("Password"))
        self.keep.setText(self.tr("Keep on this PC, the password in the keyring"))
        self.view_note.say(self.tr("The console only reads there: PostgreSQL, MariaDB, MySQL or SQL Server."))
        self.read.name(self.tr("Read it"))
