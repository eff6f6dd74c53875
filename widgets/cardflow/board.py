"""The card board: one widget that paints every column, for mouse and keyboard alike.

It knows no records. A screen shows it a flow and faces, hears what somebody asks for, and answers: the card shown
with its new place (`show_cards`, `change_card`), or `refuse` with words. Until then it lies, pale, where it was put.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from console.domain.cardflow import Flow
from console.domain.people import Role
from widgets.cardflow.boardface import BoardFace, place_y
from widgets.cardflow.deck import Deck
from widgets.cardflow.dragging import Held
from widgets.cardflow.faces import CardFace
from widgets.cardflow.hand import Hand
from widgets.cardflow.layout import BAND, HEAD, Layout, lay_out
from widgets.cardflow.scroll import SLIM, SlimBar
from widgets.cardflow.walking import Walk
from widgets.cardflow.words import card_lines, card_sentence, column_words
from widgets.plain import plain, tip
from widgets.refusals import words_of
from widgets.theme import font, themes

NOTE_MS, NOTE_WIDE = 9000, 320


class CardBoard(QWidget):
    """Shows a flow's cards; `before` in `move_asked` is the card of its lane in front of which it goes, "" = last."""

    opened = Signal(str)
    chosen = Signal(str)
    move_asked = Signal(str, str, str)  # card, column, before
    block_asked = Signal(str)  # or that it is lifted, where it is blocked
    undo_asked = Signal()
    collapsed_changed = Signal()

    def __init__(self, flow: Flow, titles: Mapping[str, str], now: Callable[[], float], parent: QWidget | None = None):
        super().__init__(parent)
        self.now = now  # seconds UTC
        self.deck, self.plan = Deck(flow), Layout()
        self.titles, self.hints = dict(titles), dict[str, str]()
        self._begin = ("", "")
        self.at = self.chosen_id = ""
        self.collapsed: set[str] = set()
        self.painted = 0  # frames, for the measurements
        self.dropped: dict[str, QPoint] = {}
        self._note: tuple[QRect, str, str] | None = None
        self._typed: tuple[str, bool] = ("", True)
        self._policy_of, self._second = -1, 0
        self._face, self._walk, self._hand = BoardFace(self), Walk(self), Hand(self)
        self._bars = [SlimBar(self) for _ in flow.columns]
        self.across = SlimBar(self, Qt.Orientation.Horizontal)
        for bar in (*self._bars, self.across):
            bar.valueChanged.connect(self._scrolled)
        self._gone = QTimer(self, interval=NOTE_MS, singleShot=True, timeout=self.forget_note)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumHeight(HEAD + 120)
        themes.changed.connect(self.update)
        self.retranslate()
        self._arrange()

    # What is shown

    def show_cards(self, faces: Iterable[CardFace]) -> None:
        """These cards from now on; scrolling, choice and what is in the hand stay as far as the cards do."""
        self.deck.show(faces)
        held = self.held
        if held is not None and (held.id not in self.deck.faces or self.deck.targets(held.id) != held.targets):
            self.cancel()  # somebody else moved it, or took it away
        self.chosen_id = self.chosen_id if self.chosen_id in self.deck.faces else ""
        self._arrange()

    def change_card(self, face: CardFace) -> None:
        """One card is new or looks different."""
        self.show_cards({**self.deck.faces, face.id: face}.values())

    def change_faces(self, faces: Sequence[CardFace]) -> None:
        """These cards look different; cheap where none of them has another place or height."""
        known = self.deck.faces
        if any(face.id not in known or _moved(known[face.id], face) for face in faces):
            self.show_cards({**known, **{face.id: face for face in faces}}.values())
            return
        for face in faces:
            known[face.id] = face
            if face.id in self.plan.places:
                self.update(self.rect_of(face.id).intersected(self.body))

    def show_flow(self, flow: Flow, titles: Mapping[str, str], hints: Mapping[str, str] | None = None) -> None:
        """The same columns with other limits, policies, titles, and what an empty column says to begin with."""
        assert [column.id for column in flow.columns] == [column.id for column in self.deck.flow.columns]
        self.deck.flow, self.titles, self.hints = flow, dict(titles), dict(hints or {})
        self._arrange()

    def show_roles(self, roles: Sequence[Role]) -> None:
        """Of who is signed in: they decide where cards may go."""
        self.deck.roles = tuple(roles)

    def show_lanes(self, names: Mapping[str, str] | None) -> None:
        """A lane for each of these (and for each other that has a card), in this order; None: no lanes."""
        self.deck.laned = names is not None
        self.deck.name_lanes(names or {})
        self.deck.stale()
        for bar in self._bars:
            bar.setValue(0)
        self._arrange()

    def say_begin(self, title: str, words: str) -> None:
        """What an empty board says: what will appear here, and how to begin."""
        self._begin = (title, words)
        self.update()

    @property
    def begin(self) -> tuple[str, str]:
        """Title and words of an empty board."""
        usual = self.tr("What is to be done appears here as cards that go from column to column, from left to right.")
        return (self._begin[0] or self.tr("No cards yet"), self._begin[1] or usual)

    @property
    def held(self) -> Held | None:
        """What is in the hand."""
        return self._hand.held

    def settle(self, id: str) -> None:
        """A move that was asked for is no longer waited for."""
        self.deck.settle(id)
        self._arrange()

    def refuse(self, id: str, words: str) -> None:
        """The card goes back to where it was; the words are shown where it was dropped."""
        self.deck.settle(id)
        self._arrange()
        shown = self.rect_of(id) if id in self.plan.places else self.body
        self._say(self.dropped.pop(id, shown.topLeft() + QPoint(10, 12)), words)

    def beat(self, now: float) -> None:
        """Let the ages that can be seen move on, once a second."""
        if int(now) == self._second:
            return
        self._second = int(now)
        for id in self.seen():
            if self.deck.faces[id].lives:
                self.update(self.rect_of(id).intersected(self.body))

    def choose(self, id: str) -> None:
        """Mark a card as the chosen one, and say so."""
        self.chosen_id = id
        self.go(id)
        self.chosen.emit(id)

    def go(self, id: str) -> None:
        """Put the keyboard on a card and scroll to it."""
        if id not in self.plan.places:
            lane = self.deck.lane_of(self.deck.faces[id]) if id in self.deck.faces else ""
            if lane not in self.collapsed:
                return
            self.toggle(lane)
        self._policy_of = -1
        self.at = id
        cell, i = self.plan.places[id]
        self.bar(cell.column).bring(cell.tops[i] - (BAND + 8 if self.deck.laned else 10), cell.bottoms[i] + 10)
        box = self.plan.columns[cell.column]
        self.across.bring(box.left, box.left + box.width)
        self.setAccessibleDescription(card_sentence(self.deck, self.titles, id, self.now()))
        self.update()

    def toggle(self, lane: str) -> None:
        """Collapse or open a lane."""
        self.collapsed.symmetric_difference_update({lane})
        self._arrange()
        self.collapsed_changed.emit()

    def collapse_here(self, collapsed: bool) -> None:
        """Collapse the lane that the keyboard is on; open all of them."""
        if not self.deck.laned:
            return
        if collapsed and self.at in self.plan.places:
            band = self.plan.places[self.at][0].lane
            self.toggle(band)
            rest = [lane for lane in self.deck.lanes() if lane not in self.collapsed]
            ids = [id for id in self.plan.places if self.deck.faces[id].lane in rest]
            self.at = ids[0] if ids else ""
        elif not collapsed:
            self.collapsed.clear()
            self._arrange()
            self.collapsed_changed.emit()

    # Moves

    def ask_move(self, id: str, column: str, before: str) -> None:
        """Put a card somewhere and ask for it; where it cannot go it says why."""
        if id in self.deck.asked:
            return  # one thing after the other
        refusal = self.deck.refusal(id, column)
        if refusal is not None:
            self.refuse(id, words_of(refusal))
            return
        self.forget_note()
        self.deck.ask(id, column, before)
        self._arrange()
        self.go(id)
        self.move_asked.emit(id, column, before)

    def refuse_beside(self, id: str, step: int) -> None:
        """Say why the keyboard cannot move a card to this side; at the last column nothing."""
        columns = [column.id for column in self.deck.flow.columns]
        at = columns.index(self.deck.column_of(id)) + step
        if 0 <= at < len(columns) and (refusal := self.deck.refusal(id, columns[at])) is not None:
            self.dropped.pop(id, None)
            self.refuse(id, words_of(refusal))

    def cancel(self) -> bool:
        """What is in the hand goes back, words go away; whether there was either."""
        had = self.held is not None or bool(self.notes())
        self._hand.let_go()
        self._typed = ("", True)
        self.forget_note()
        return had

    # Words

    def show_policy(self) -> None:
        """Show the policy of the column that the keyboard is on; asked again, of the next one."""
        here = self.plan.places[self.at][0].column if self.at in self.plan.places else 0
        self._policy_of = here if self._policy_of < 0 else (self._policy_of + 1) % len(self.plan.columns)
        shown = self._policy_of
        box = self.column_rect(shown)
        self._say(QPoint(box.left() + 4, HEAD - 4), self._column_said(shown), "accent")

    def say_typed(self, typed: str, found: bool = True) -> None:
        """Show what is being typed to find a title."""
        self._note, self._typed = None, (typed, found)
        self._gone.start()
        self.update()

    def notes(self) -> list[tuple[QRect, str, str]]:
        """What is said above the cards now: where, words, colour role."""
        shown = [self._note] if self._note is not None else []
        typed, found = self._typed
        if typed:
            words = self.tr("Find: {text}") if found else self.tr("No title has: {text}")
            said = words.format(text=plain(typed, 60))
            wide = min(self.width(), QFontMetrics(font(13)).horizontalAdvance(said) + 24)
            shown.append((QRect(8, self.height() - 44, wide, 32), said, "accent" if found else "warning"))
        return shown

    def forget_note(self) -> None:
        """Words go away."""
        self._note, self._typed = None, ("", True)
        self._gone.stop()
        self.update()

    def _say(self, at: QPoint, words: str, role: str = "warning") -> None:
        wide = min(NOTE_WIDE, self.width() - 8)
        room = QRect(0, 0, wide - 20, 2000)
        tall = QFontMetrics(font(13)).boundingRect(room, int(Qt.TextFlag.TextWordWrap), words).height() + 18
        left = max(4, min(at.x(), self.width() - wide - 4))
        top = max(4, min(at.y(), self.height() - tall - 4))
        self._note = (QRect(left, top, wide, tall), words, role)
        self.setAccessibleDescription(words)
        self._gone.start()
        self.update()

    def hint(self, column: str) -> str:
        """What an empty column says."""
        return self.hints.get(column) or self.tr("No card here. Drag one here, or press Ctrl with → or ← on a card.")

    def lane_name(self, lane: str) -> str:
        """What a lane is called."""
        return self.deck.lane_names.get(lane) or lane or self.tr("No lane")

    def _column_said(self, index: int) -> str:
        column = self.deck.flow.columns[index]
        count, full = self.deck.count(column.id), self.deck.full(column)
        return column_words(column, self.titles[column.id], count, full)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.setAccessibleName(self.tr("Cards in columns"))
        self.update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # Places

    @property
    def body(self) -> QRect:
        """Below the heads of the columns."""
        across = SLIM + 3 if self.across.isVisibleTo(self) else 0
        return QRect(0, HEAD, self.width(), self.height() - HEAD - 2 - across)

    def offset(self, column: int) -> int:
        """How far a column is scrolled."""
        return self.bar(column).value()

    def column_rect(self, index: int) -> QRect:
        """A column with its head."""
        box = self.plan.columns[index]
        return QRect(box.left - self.across.value(), 0, box.width, self.body.bottom() + 1)

    def rect_of(self, id: str) -> QRect:
        """Where a card is painted now; KeyError of one in a collapsed lane."""
        cell, i = self.plan.places[id]
        box = self.column_rect(cell.column)
        top = HEAD + cell.tops[i] - self.offset(cell.column)
        return QRect(box.left() + self.plan.pad, top, box.width() - 2 * self.plan.pad, cell.bottoms[i] - cell.tops[i])

    def place_rect(self, held: Held) -> QRect:
        """Where a held card would lie: a line between two cards."""
        index = next(i for i, box in enumerate(self.plan.columns) if box.id == held.column)
        box, lane = self.column_rect(index), self.deck.lane_of(self.deck.faces[held.id])
        cell = self.plan.cells.get((held.column or "", lane))
        band = next((band for band in self.plan.bands if band.lane == lane), None)
        height = place_y(cell, held.index, held.id) if cell else band.top + BAND if band else 0
        return QRect(
            box.left() + self.plan.pad, HEAD + height - self.offset(index) - 6, box.width() - 2 * self.plan.pad, 12
        )

    def seen(self) -> Iterator[str]:
        """Cards of which something can be seen."""
        for cell in self.plan.cells.values():
            top = self.offset(cell.column)
            for i in cell.between(top, top + self.body.height()):
                yield cell.ids[i]

    def card_at(self, point: QPoint) -> str:
        """The card at a place, "" = none."""
        column = self.plan.column_at(point.x() + self.across.value())
        if column is None or not self.body.contains(point):
            return ""
        y = point.y() - HEAD + self.offset(column)
        cells = (cell for cell in self.plan.cells_of(column))
        ids = (cell.ids[i] for cell in cells for i in cell.between(y, y))
        return next((id for id in ids if self.rect_of(id).contains(point)), "")

    def bar(self, column: int) -> SlimBar:
        """What scrolls a column; with lanes one for all."""
        return self._bars[0 if self.deck.laned else column]

    def _arrange(self) -> None:
        self.plan = lay_out(self.deck, self.width(), self.collapsed)
        self.across.reach(self.plan.width, self.width())
        self.across.setGeometry(0, self.height() - SLIM - 1, self.width(), SLIM)
        if self.at not in self.plan.places:
            self.at = ""
        for i, bar in enumerate(self._bars):
            bar.reach(0 if self.deck.laned and i else self.plan.height(i) + 4, self.body.height())
        self._lay_bars()
        self._hand.aim()
        self.update()

    def _lay_bars(self) -> None:
        for i, bar in enumerate(self._bars):
            right = self.width() - 1 if self.deck.laned else self.column_rect(i).right()
            bar.setGeometry(right - SLIM, HEAD, SLIM, self.body.height())

    def _scrolled(self) -> None:
        self._lay_bars()
        if self.held is not None:
            self._hand.aim()
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:  # ended also when something fails: else Qt crashes later
            self._face.paint(painter, event)
        self.painted += 1

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.forget_note()
        if event.button() == Qt.MouseButton.LeftButton:
            self._hand.press(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton and (id := self.card_at(event.position().toPoint())):
            self._hand.let_go()
            self.opened.emit(id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._hand.move(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton:
            self._hand.release(event.position().toPoint())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        column = self.plan.column_at(event.position().toPoint().x() + self.across.value())
        sideways = abs(event.angleDelta().x()) > abs(event.angleDelta().y())
        sideways = sideways or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        bar = self.across if sideways else self.bar(column or 0)
        bar.event(event)
        event.accept()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), tip(self.said_at(event.pos())), self)
            return True
        return super().event(event)

    def said_at(self, point: QPoint) -> str:
        """What a tooltip says at a place: all of a card, or what a column is for."""
        if id := self.card_at(point):
            return "\n".join(card_lines(self.deck.faces[id], self.now()))
        column = self.plan.column_at(point.x() + self.across.value())
        return self._column_said(column) if column is not None and point.y() < HEAD else ""

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if not self._walk.press(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        tabbed = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if tabbed and not self.at:
            self._walk.begin()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.update()


def _moved(before: CardFace, now: CardFace) -> bool:
    """Whether a card lies elsewhere, or became taller or shorter, and the others with it."""
    then = (before.column, before.lane, before.rank, before.rows)
    return then != (now.column, now.lane, now.rank, now.rows)
