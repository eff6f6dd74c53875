"""The items of a run under the headings of their sections, walked through and answered by keyboard."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from console.domain.checklist_runs import next_open
from console.domain.checklist_scores import Scored
from console.domain.checklists import TOP, Answer, Asks, Form, Section
from widgets.attachments.bringing import Brought, brought, can_bring
from widgets.audits.row import ItemRow, Seen
from widgets.audits.words import said
from widgets.cards import Text
from widgets.numbers import measured

YES, NO = frozenset("yY1"), frozenset("nN0")


class Heading(QWidget):
    """The name of a section, and its points."""

    def __init__(self, number: int, section: Section) -> None:
        super().__init__()
        self._number, self._section = number, section
        self.title, self.points = Text("text", 14, 600, wrap=True), Text("text_muted", 14, 500)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 14, 8, 4)
        row.addWidget(self.title, 1)
        row.addWidget(self.points)
        self.retranslate()

    def show_score(self, scored: Scored) -> None:
        """Points of the section; where nothing is scored, how many are answered."""
        one = scored.sections[self._section.id]
        self.points.say(
            f"{measured(one.points)} / {measured(one.most)}" if one.most else f"{one.answered} / {one.asked}"
        )

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(f"{self._number} {said(self._section.words)}")


class ItemSheet(QWidget):
    """Knows which item is worked on; what is answered goes out by signals and comes back by `show_seen`."""

    answered = Signal(str, object, str, bool)  # item, value or None, text, it does not apply
    typed = Signal(str, str, str)  # item, what for, words
    cleared = Signal(str)
    undo_asked = Signal()
    finding_asked = Signal(str)
    picture_asked = Signal(str)
    help_asked = Signal(str)
    brought = Signal(str, list)
    paste_asked = Signal(str)
    moved = Signal(str)  # another item is worked on
    cannot = Signal(str)  # "closed", "must", "unanswered"

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, ItemRow] = {}
        self.headings: list[Heading] = []
        self.current = ""
        self.live = False
        self.onward = True  # whether the answer that goes out was a key: then the next open item is wanted
        self._left = ""  # the item whose answer the keyboard has just gone on from by itself
        self._form = Form()
        self._answers: dict[str, Answer] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self.setAcceptDrops(True)

    # What is shown

    def build(self, form: Form) -> None:
        """Show the items of another form."""
        for part in (*self.headings, *self.rows.values()):
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.headings, self.rows, self._form, self.current, self._left = [], {}, form, "", ""
        self._answers = {}
        for number, section in enumerate(form.sections, start=1):
            self._put(heading := Heading(number, section))
            self.headings.append(heading)
            for item in section.items:
                row = self.rows[item.id] = ItemRow(item)
                self._put(row)
                self._connect(row)

    def show_seen(self, seen: Mapping[str, Seen], scored: Scored, live: bool) -> None:
        """Show how every item stands."""
        self.live = live
        for id, row in self.rows.items():
            row.show_seen(seen[id])
        for heading in self.headings:
            heading.show_score(scored)
        self._answers = {id: one.answer for id, one in seen.items() if one.answer is not None}

    @property
    def row(self) -> ItemRow | None:
        """The item that is worked on."""
        return self.rows.get(self.current)

    # Walking

    def go(self, item: str) -> None:
        """Work on an item: the keyboard goes there, and it is in sight."""
        row = self.rows.get(item)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)
            self._become(item)

    def go_on(self) -> None:
        """Go to the next item without an answer; to the first one when nothing was worked on yet."""
        item = next_open(self._form, self._answers.values(), self.current)
        self.go(item or self.current or next(iter(self.rows), ""))

    def leave(self, item: str) -> None:
        """Go on from an answer; what it still wants (F, T, P) may be given before the next item is answered."""
        self.go_on()
        self._left = item

    def step(self, by: int) -> None:
        """Go up or down."""
        ids = list(self.rows)
        at = ids.index(self.current) + by if self.current in ids else 0
        if 0 <= at < len(ids):
            self.go(ids[at])

    def _become(self, item: str) -> None:
        if item != self.current:
            before = self.row
            if before is not None:
                before.light(False)
            self.current, self._left = item, ""
            self.rows[item].light(True)
            self.moved.emit(item)
        QTimer.singleShot(0, self, self._in_sight)

    def _in_sight(self) -> None:
        area, row = self.parentWidget(), self.row
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and row is not None:
            area.ensureWidgetVisible(row, 0, max(40, area.viewport().height() // 3))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """What a key does to the item that has the keyboard."""
        row = self.row
        if row is None or not row.hasFocus():
            super().keyPressEvent(event)
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_asked.emit(self._meant(row, "P").item.id)
        elif self._walked(event) or event.isAutoRepeat():  # a key that is held down answers one item, not all
            pass
        elif not self._acted(row, event):
            super().keyPressEvent(event)

    def _walked(self, event: QKeyEvent) -> bool:
        key, page = Qt.Key(event.key()), 5
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
        if key in steps:
            self.step(steps[key])
        elif key in ends:
            self.go(list(self.rows)[ends[key]])
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            for _ in range(page):
                self.step(1 if key == Qt.Key.Key_PageDown else -1)
        elif key == Qt.Key.Key_Space:
            self.go_on()
        else:
            return False
        return True

    def _acted(self, row: ItemRow, event: QKeyEvent) -> bool:
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return False
        key, letter = Qt.Key(event.key()), event.text().upper()
        enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if letter == "H" and row.item.picture:
            self.help_asked.emit(row.item.id)
        elif enter and not (self.live and self._opened(row)):
            self.step(1)
        elif enter:
            pass
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._give(lambda: self.cleared.emit(row.item.id))
        elif letter in ("F", "T", "X", "P"):
            self._give(partial(self._letter, self._meant(row, letter), letter))
        elif letter and self._figure(row, letter):
            pass
        else:
            return False
        return True

    def _meant(self, row: ItemRow, letter: str) -> ItemRow:
        """The weak answer just before, where it still wants what the key gives and the item here wants nothing yet."""
        left, here = self.rows.get(self._left), row.seen.answer is None
        own = {"T": Asks.TEXT, "P": Asks.PHOTO}.get(letter)
        if left is None or not here or row.item.asks is own:
            return row
        wanted = left.bare if letter == "P" else left.silent and letter in ("F", "T")
        return left if wanted else row

    def _opened(self, row: ItemRow) -> bool:
        """Enter begins where something is typed or taken; elsewhere it goes on."""
        asks = row.item.asks
        if asks in (Asks.TEXT, Asks.MEASURE):
            row.ask("text" if asks is Asks.TEXT else "value")
            return True
        if asks is Asks.PHOTO and row.seen.answer is None:
            self.picture_asked.emit(row.item.id)
            return True
        return False

    def _letter(self, row: ItemRow, letter: str) -> None:
        item, answer = row.item, row.seen.answer
        if letter == "F":
            self.finding_asked.emit(item.id)
        elif letter == "P":
            self.picture_asked.emit(item.id)
        elif letter == "X" and not item.may_skip:
            self.cannot.emit("must")
        elif letter == "X":
            row.ask("reason")
        elif item.asks is Asks.TEXT:
            row.ask("text")
        elif answer is None:
            self.cannot.emit("unanswered")
        else:
            row.ask("reason" if answer.skipped else "note")

    def _figure(self, row: ItemRow, letter: str) -> bool:
        """An answer by one key; False where the key is none."""
        asks, value = row.item.asks, -1.0
        if asks is Asks.SCORE and letter.isdecimal() and letter.isascii() and int(letter) <= TOP:
            value = float(letter)
        elif asks is Asks.YES_NO and letter in YES | NO:
            value = float(letter in YES)
        elif asks is Asks.MEASURE and (letter.isdecimal() or letter in "-.,"):
            self._give(partial(row.ask, "value", letter))
            return True
        if value < 0:
            return False
        self._give(partial(self._pick, row, value))
        return True

    def _pick(self, row: ItemRow, value: float, onward: bool = True) -> None:
        """An answer, with the words that were there; what did not apply does now, and its reason goes."""
        before = row.seen.answer
        text = before.text if before is not None and not before.skipped else ""
        self.onward = onward
        self.answered.emit(row.item.id, value, text, False)

    def _give(self, act: object) -> None:
        if not self.live:
            self.cannot.emit("closed")
        elif callable(act):
            act()

    # Pictures that are dropped

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        if self.live and can_bring(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        spot = event.position().toPoint()
        item = next((id for id, row in self.rows.items() if row.geometry().contains(spot)), self.current)
        files: list[Brought] = brought(event.mimeData())
        if item and files:
            event.acceptProposedAction()
            self.go(item)
            self.brought.emit(item, files)

    # Inside

    def _put(self, part: QWidget) -> None:
        self._column.insertWidget(self._column.count() - 1, part)

    def _connect(self, row: ItemRow) -> None:
        id = row.item.id
        row.entered.connect(partial(self._become, id))
        row.picked.connect(lambda value, row=row: self._clicked(row, value))
        row.typed.connect(partial(self.typed.emit, id))
        row.picture_asked.connect(partial(self.picture_asked.emit, id))
        row.help_asked.connect(partial(self.help_asked.emit, id))

    def _clicked(self, row: ItemRow, value: float) -> None:
        self.go(row.item.id)
        self._give(partial(self._pick, row, value, False))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            for heading in self.headings:
                heading.retranslate()
        super().changeEvent(event)
