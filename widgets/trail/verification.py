"""How far the records are verified, and what was altered behind the console's back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from console.app.queries.trail import FindingShown
from console.domain.tampering import GuardState, Tampered, Verification
from widgets.backups.progress import Bar
from widgets.cards import Button, Card, Entry, OneLine, Picture, Text
from widgets.numbers import percent, whole
from widgets.people.fields import Said
from widgets.plain import plain, tip
from widgets.tables import ICON, TONE, Grid, Index
from widgets.times import moment, span
from widgets.trail.words import field_word, finding_sentence, kind_word

ROOT = QModelIndex()
WHEN, WHAT, TABLE, ROW, FIELD, EXPECTED, FOUND, LINE, ANSWER = range(9)
WIDTHS = (172, 300, 110, 220, 110, 170, 170, 60, 230)


class FindingTable(QAbstractTableModel):
    """What the records keep of alterations, open ones first."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Tampered] = []
        self._labels: dict[str, str] = {}  # of records, by id of the finding
        self._now = 0.0
        self._zone: tzinfo | None = None
        self._people: Mapping[str, str] = {}

    def refresh(
        self, found: list[FindingShown], zone: tzinfo | None, people: Mapping[str, str], now: float = 0.0
    ) -> None:
        """Show these."""
        self._now = now or self._now
        self.beginResetModel()
        self.rows, self._zone, self._people = [one.finding for one in found], zone, people
        self._labels = {one.finding.id: one.label for one in found}
        self.endResetModel()

    @property
    def shown(self) -> list[FindingShown]:
        """What is shown."""
        return [FindingShown(one, self._labels.get(one.id, "")) for one in self.rows]

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.refresh(self.shown, self._zone, self._people)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, ANSWER)

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(WIDTHS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            names = (self.tr("Found"), self.tr("What"), self.tr("Table"), self.tr("Record"), self.tr("Field"))
            more = (self.tr("Expected"), self.tr("Is now"), self.tr("Line"), self.tr("Answer"))
            return (*names, *more)[section]
        return None

    def data(self, index: Index, role: int = 0) -> object:
        one, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(one, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self._words(one, column))
        if role == TONE:
            return "text" if one.open and column in (WHAT, ROW, FIELD, FOUND) else "text_muted"
        if role == ICON and column == WHAT:
            return ("triangle-alert", "bad") if one.open else ("circle-check", "text_faint")
        return None

    def _words(self, one: Tampered, column: int) -> str:
        match column:
            case 0:
                return moment(one.at.timestamp(), self._now, self._zone)
            case 1:
                return finding_sentence(one, self._zone)
            case 2:
                return kind_word(one.table) if one.table else "–"
            case 3:
                return plain(self._labels.get(one.id) or one.row, 64) or "–"
            case 4:
                return field_word(one.field) if one.field else "–"
            case 5:
                return plain(one.expected, 200) or "–"
            case 6:
                return plain(one.found, 200) or "–"
            case 7:
                return str(one.seq)
            case _:
                return self._answer(one)

    def _answer(self, one: Tampered) -> str:
        if one.open:
            return self.tr("nobody yet")
        who = plain(self._people.get(one.answered_by, one.answered_by), 40)
        words = self.tr("{0}, put back: {1}") if one.mended else self.tr("{0}: {1}")
        return words.format(who, plain(one.reason, 120))


class VerificationCard(Card):
    """`verify_asked`, `stop_asked`; `answered` (finding, reason, put back) when somebody answers for one."""

    verify_asked = Signal()
    stop_asked = Signal()
    answered = Signal(object, str, bool)

    def __init__(self) -> None:
        super().__init__(titled=False)
        self.mark = Picture("circle-help", "text_faint", 22)
        self.told, self.detail = OneLine("text", 15, 600), OneLine("text_muted", 13)
        self.bar, self.share = Bar(), Text("text_muted", 13)
        self.verify, self.stop = Button("shield-check", self.verify_asked.emit), Button("x", self.stop_asked.emit)
        self.table = FindingTable()
        self.grid = Grid(self.table, WIDTHS, stretch=WHAT, spare=(WHEN, LINE, EXPECTED))
        self.grid.setSelectionMode(Grid.SelectionMode.SingleSelection)
        self.reason, self.said = Entry(), Said()
        self.answer = Button("circle-check", lambda: self._answer(False))
        self.put_back = Button("rotate-ccw", lambda: self._answer(True))
        self.may = ""  # why whoever is signed in may not answer
        self._state, self._now = GuardState(), 0.0
        self._lay_out()
        self.grid.selectionModel().currentRowChanged.connect(lambda *_: self._settle())
        self.reason.textChanged.connect(lambda _: self._settle())
        self.retranslate()

    @property
    def chosen(self) -> Tampered | None:
        """The finding that is lit."""
        row = self.grid.currentIndex().row()
        return self.table.rows[row] if 0 <= row < len(self.table.rows) else None

    def show_state(self, state: GuardState, now: float) -> None:
        """How far it is."""
        self._state, self._now = state, now
        running = [part.running for part in (state.here, state.shared) if part is not None and part.running is not None]
        for part in (self.bar, self.share, self.stop):
            part.setVisible(bool(running))
        self.verify.setEnabled(not running)
        if running:
            self.bar.show_share(min(running))
            self.share.say(percent(min(running), 0))
        self._say(bool(running))

    def show_findings(
        self, found: list[FindingShown], zone: tzinfo | None, people: Mapping[str, str], now: float
    ) -> None:
        """What the records keep of it; the one that was lit stays lit."""
        chosen = self.chosen.id if self.chosen is not None else ""
        self.table.refresh(found, zone, people, now)
        rows = self.table.rows
        row = next((n for n, one in enumerate(rows) if one.id == chosen), 0)
        if rows:
            self.grid.selectRow(row)
        for part in (self.grid, self.reason, self.answer, self.put_back):
            part.setVisible(bool(rows))
        self.grid.setFixedHeight(32 + 28 * min(5, max(1, len(rows))))
        self._settle()
        self.show_state(self._state, self._now)

    def refuse(self, why: str) -> None:
        """Say what was wrong with an answer; "" takes it back."""
        self.said.say(why)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.verify.name(self.tr("Verify now"), self.tr("Hold every line and every record against the trail"))
        self.stop.name(self.tr("Stop"))
        self.answer.name(self.tr("Answer for it"), self.tr("Say that this is known, and why it happened"))
        self.put_back.name(self.tr("Put back"), self.tr("Put the record back to what the trail accounts for"))
        self.reason.setPlaceholderText(self.tr("How did it come about?"))
        self.reason.setAccessibleName(self.tr("How it came about"))
        self.grid.setAccessibleName(self.tr("Alterations that were found"))
        self.bar.setAccessibleName(self.tr("Verification"))
        self.table.retranslate()
        self._settle()
        self.show_state(self._state, self._now)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # Saying

    def _say(self, running: bool) -> None:
        here, open_ones = self._state.here, sum(one.open for one in self.table.rows)
        trouble = here.trouble or (self._state.shared.trouble if self._state.shared else "")
        if open_ones:
            self.mark.show_icon("triangle-alert", "bad")
            self.told.say(self.tr("%n alteration(s) that nobody has answered for", "", open_ones))
        elif running:
            self.mark.show_icon("hourglass", "text_muted")
            self.told.say(self.tr("Verifying…"))
        elif trouble:
            self.mark.show_icon("triangle-alert", "warning")
            self.told.say(self.tr("The verification did not come to its end: {0}").format(plain(trouble, 160)))
        elif here.at is None:
            self.mark.show_icon("circle-help", "text_faint")
            self.told.say(self.tr("Not verified yet since the start"))
        else:
            self.mark.show_icon("circle-check", "good")
            self.told.say(self.tr("The records are what the trail accounts for"))
        self.told.paint_as("bad" if open_ones else "text")
        self.detail.say(self._figures())

    def _figures(self) -> str:
        parts = [self._one(self.tr("this PC"), self._state.here)]
        if self._state.shared is not None:
            parts.append(self._one(self.tr("shared database"), self._state.shared))
        return " · ".join(filter(None, parts)) or self.tr("The console verifies by itself, a little at a time.")

    def _one(self, name: str, part: Verification) -> str:
        if part.at is None:
            return ""
        age = span(max(0.0, self._now - part.at.timestamp()))
        words = self.tr("{0}: {1} lines and {2} records verified {3} ago, in {4}")
        told = words.format(name, whole(part.lines), whole(part.rows), age, span(part.seconds))
        if part.more:
            told += self.tr(", {0} more alterations not told one by one").format(whole(part.more))
        return told

    def _settle(self) -> None:
        one = self.chosen
        ready = one is not None and bool(self.reason.text().strip()) and not self.may
        self.reason.setEnabled(one is not None and (one.open or one.mendable) and not self.may)
        self.answer.setEnabled(ready and one is not None and one.open)
        self.put_back.setEnabled(ready and one is not None and one.mendable)
        self.reason.setToolTip(tip(self.may))

    def _answer(self, put_back: bool) -> None:
        if self.chosen is not None:
            self.said.say("")
            self.answered.emit(self.chosen, self.reason.text().strip(), put_back)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.told)
        words.addWidget(self.detail)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.mark)
        head.addLayout(words, 1)
        for part in (self.bar, self.share, self.stop, self.verify):
            head.addWidget(part)
        self.bar.setMaximumWidth(220)
        self.reason.setMaxLength(300)
        answering = QHBoxLayout()
        answering.setSpacing(8)
        answering.addWidget(self.reason, 1)
        answering.addWidget(self.answer)
        answering.addWidget(self.put_back)
        self.body.addLayout(head)
        self.body.addWidget(self.grid)
        self.body.addLayout(answering)
        self.body.addWidget(self.said)
        for part in (self.grid, self.reason, self.answer, self.put_back, self.bar, self.share, self.stop):
            part.hide()
