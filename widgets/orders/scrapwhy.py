"""Why pieces were scrapped or reworked: one row a reason, from the plant's list or in own words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from console.domain.orders import Why
from console.domain.reasons import Reason
from widgets.cards import Button, Entry, Text
from widgets.orders.typed import pieces_typed
from widgets.plain import plain

MOST = 12


class WhyRow(QWidget):
    """One reason with its pieces."""

    left = Signal(object)
    changed = Signal()

    def __init__(self, names: list[str]) -> None:
        super().__init__()
        self.reason, self.pieces = Entry(), Entry()
        self.pieces.setFixedWidth(84)
        self.pieces.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.away = Button("x", lambda: self.left.emit(self))
        completer = QCompleter(names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.reason.setCompleter(completer)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.reason, 1)
        row.addWidget(self.pieces)
        row.addWidget(self.away)
        for entry in (self.reason, self.pieces):
            entry.textChanged.connect(lambda _: self.changed.emit())

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.reason.setPlaceholderText(self.tr("Reason: two letters are enough"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.pieces.setAccessibleName(self.tr("Pieces for this reason"))
        self.away.name_silently(self.tr("Leave this reason out"))


class WhyRows(QWidget):
    """Rows of reasons; an empty one is nothing."""

    changed = Signal()

    def __init__(self, reasons: Mapping[str, Reason]) -> None:
        super().__init__()
        self._names = {plain(reason.name, 60): id for id, reason in reasons.items()}
        self.rows: list[WhyRow] = []
        self.title, self.more = Text("text_muted", 12, 500), Button("plus", lambda: self.add())
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addWidget(self.title)
        whole.addLayout(self._column)
        whole.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.add()
        self.retranslate()

    @property
    def told(self) -> tuple[Why, ...]:
        """Every reason with pieces; a name of the list stands for its id."""
        found: dict[str, int] = {}
        for row in self.rows:
            words, pieces = row.reason.text().strip(), pieces_typed(row.pieces.text())
            if words and pieces:
                key = self._id(words)
                found[key] = found.get(key, 0) + pieces
        return tuple(Why(reason, pieces) for reason, pieces in found.items())

    def wrong(self) -> WhyRow | None:
        """The first row that says only half of what it should."""
        for row in self.rows:
            words, pieces = row.reason.text().strip(), pieces_typed(row.pieces.text())
            if pieces is None or bool(words) != bool(pieces):
                return row
        return None

    def propose(self, pieces: int) -> None:
        """The pieces of a single row that nobody typed into."""
        if len(self.rows) == 1 and not self.rows[0].pieces.isModified():
            self.rows[0].pieces.setText(str(pieces) if pieces and self.rows[0].reason.text().strip() else "")

    def add(self) -> WhyRow:
        """One row more."""
        row = WhyRow(list(self._names))
        row.left.connect(self._take)
        row.changed.connect(self.changed.emit)
        row.retranslate()
        self.rows.append(row)
        self._column.addWidget(row)
        self._settle()
        row.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        return row

    def _take(self, row: WhyRow) -> None:
        if len(self.rows) == 1:
            row.reason.clear()
            row.pieces.clear()
            return
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        self._settle()
        self.changed.emit()

    def _settle(self) -> None:
        self.more.setVisible(len(self.rows) < MOST)

    def _id(self, words: str) -> str:
        folded = {name.casefold(): id for name, id in self._names.items()}
        return folded.get(words.casefold(), words)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Scrap and rework by reason (may be left out)"))
        self.more.name(self.tr("Another reason"))
        for row in self.rows:
            row.retranslate()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
