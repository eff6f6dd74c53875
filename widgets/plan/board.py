"""The week board: one widget that paints lines by shifts, with the tray of what is to be planned at its left.

It reads a planner and changes nothing: it says what somebody asks for (`move_asked`, `off_asked`), and the page tries
that in the draft and shows the board anew, or lets it say why not (`refuse`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, tzinfo

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

from console.app.planned import Planner
from console.domain.plan_week import TaktNeed, columns_of
from console.domain.planning import Slot
from widgets.cardflow.scroll import SLIM
from widgets.plain import plain, tip
from widgets.plan.grid import CARD, GAP, HEAD, NAMES, TRAY, CellPlan, Key, arrange
from widgets.plan.hand import Hand, Held
from widgets.plan.paint import BoardFace
from widgets.plan.places import Places
from widgets.plan.walking import Walk
from widgets.plan.words import load_lines, order_lines, place_word, takt_sentence
from widgets.theme import font, themes

NOTE_MS, NOTE_WIDE = 9000, 320
IN_TRAY = -1  # the column of the cursor


class WeekBoard(Places):
    """`before` in `move_asked` is the card of the cell in front of which it goes, "" = last."""

    opened = Signal(str)
    chosen = Signal(str)  # card, "" = none
    went = Signal()  # the cursor is elsewhere
    move_asked = Signal(str, str, object, str)  # card, line, (day, shift), before
    off_asked = Signal(str)  # card that shall have no shift
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, planner: Planner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.planner = planner
        self.slots: dict[str, Slot] = {}
        self.tried: frozenset[str] = frozenset()
        self.takts: dict[str, TaktNeed | None] = {}
        self.line_names: Mapping[str, str] = {}
        self.zone: tzinfo | None = None
        self.now_columns: frozenset[int] = frozenset()
        self.spot, self.at, self.chosen_id = (0, IN_TRAY), "", ""
        self.may_plan = False
        self.painted = 0  # frames, for the measurements
        self._note: tuple[QRect, str] | None = None
        self._areas: tuple[tuple[str, tuple[str, ...]], ...] = ()
        self._begin = ("", "")
        self._face, self._walk, self._hand = BoardFace(self), Walk(self), Hand(self)
        for bar in (self.down, self.across, self.tray_bar):
            bar.valueChanged.connect(self._scrolled)
        self._gone = QTimer(self, interval=NOTE_MS, singleShot=True, timeout=self.forget_note)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumHeight(HEAD + 120)
        themes.changed.connect(self.update)
        self.retranslate()

    # What is shown

    def show_plan(
        self, areas: Iterable[tuple[str, Iterable[str]]], names: Mapping[str, str], zone: tzinfo | None
    ) -> None:
        """Show what the planner has of these areas (name, lines); scrolling, cursor and choice stay."""
        planner = self.planner
        self._areas = tuple((name, tuple(lines)) for name, lines in areas)
        self.line_names, self.zone = names, zone
        shown = {line for _, lines in self._areas for line in lines}
        weeks = [week for line, week in planner.weeks.items() if line in shown]
        self.slots = {slot.order.id: slot for week in weeks for slot in week.slots}
        self.tried = frozenset(planner.draft.placed)
        self.takts = {line: planner.takt(line) for line in shown if line in planner.weeks}
        self._arrange()
        self._settle()

    def _arrange(self) -> None:
        planner, areas = self.planner, self._areas
        lines = [line for _, ids in areas for line in ids if line in planner.lines]
        columns = columns_of([planner.lines[line] for line in lines], planner.monday)
        cells: dict[tuple[str, Key], CellPlan] = {}
        for line in lines:
            for key, cell in planner.weeks[line].shifts.items():
                ids = tuple(slot.order.id for slot in cell.slots)
                cells[line, key] = CellPlan(ids, frozenset(s.order.id for s in cell.slots if s.changeover))
        tray = [o.id for o in planner.tray if not o.line or o.line in lines or o.line not in planner.lines]
        self.grid = arrange(areas, columns, cells, tray, self.width() - self.tray_width - NAMES - SLIM)
        now = planner.now
        on = {
            key
            for line in lines
            for key, cell in planner.weeks[line].shifts.items()
            if cell.shift.start <= now < cell.shift.end
        }
        self.now_columns = frozenset(i for i, key in enumerate(columns) if key in on)
        self._lay_bars()
        self.update()

    def _settle(self) -> None:
        """What is gone is neither chosen nor held nor under the cursor."""
        known = {*self.grid.tops, *self.grid.tray}
        if self.chosen_id and self.chosen_id not in known:
            self.choose("")
        if self.held is not None and self.held.id not in known:
            self._hand.let_go()
        self._hand.aim()  # the rows below what is held may be others now
        if self.at in known:
            self._stand_on(self.at)
        else:
            row = min(max(0, self.spot[0]), max(0, len(self.grid.rows) - 1))
            column = min(self.spot[1], len(self.grid.columns) - 1)
            self.spot, self.at = (row, column), ""

    def say_begin(self, title: str, words: str) -> None:
        """What a board without anything says."""
        self._begin = (title, words)
        self.update()

    @property
    def begin(self) -> tuple[str, str]:
        """Title and words of an empty board."""
        return self._begin

    @property
    def today(self) -> date:
        """The day at the plant."""
        return datetime.fromtimestamp(self.planner.now, UTC).astimezone(self.zone).date()

    @property
    def held(self) -> Held | None:
        """What is in the hand."""
        return self._hand.held

    @property
    def line_at_spot(self) -> str:
        """The line of the row that the cursor is in, "" in the tray."""
        row, column = self.spot
        return self.grid.rows[row].line if column != IN_TRAY and 0 <= row < len(self.grid.rows) else ""

    @property
    def key_at_spot(self) -> Key | None:
        """The shift that the cursor is in."""
        column = self.spot[1]
        return self.grid.columns[column] if 0 <= column < len(self.grid.columns) else None

    def show_tray(self, shown: bool) -> None:
        """Show or hide the tray."""
        self.tray_width = TRAY if shown else 0
        if not shown and self.spot[1] == IN_TRAY:
            self.spot, self.at = (self.spot[0], 0), ""
        self._arrange()

    def choose(self, id: str) -> None:
        """Mark a card as the chosen one, and say so."""
        if id != self.chosen_id:
            self.chosen_id = id
            self.chosen.emit(id)
            self.update()

    def go(self, id: str) -> None:
        """Put the cursor on a card and scroll to it."""
        self._stand_on(id)
        if id in self.grid.tops:
            _, column, top = self.grid.tops[id]
            self.down.bring(top - 24, top + CARD + 8)
            self.across.bring(column * self.grid.width, (column + 1) * self.grid.width)
        elif id in self.grid.tray:
            top = self.grid.tray.index(id) * (CARD + GAP)
            self.tray_bar.bring(top, top + CARD + GAP)
        self._said()

    def go_cell(self, row: int, column: int) -> None:
        """Put the cursor on a cell without a card."""
        self.spot, self.at = (row, column), ""
        box = self.grid.rows[row]
        self.down.bring(box.top, box.top + box.height)
        self.across.bring(column * self.grid.width, (column + 1) * self.grid.width)
        self._said()

    def go_now(self) -> None:
        """Scroll to the shift of now."""
        column = min(self.now_columns, default=-1)
        if column >= 0:
            self.across.setValue(max(0, column * self.grid.width - self.grid.width // 2))

    def _stand_on(self, id: str) -> None:
        self.at = id
        if id in self.grid.tops:
            row, column, _ = self.grid.tops[id]
            self.spot = (row, column)
        elif id in self.grid.tray:
            self.spot = (self.spot[0], IN_TRAY)

    def _said(self) -> None:
        self.setAccessibleDescription(". ".join(self._lines_of_spot()))
        self.went.emit()
        self.update()

    def _lines_of_spot(self) -> list[str]:
        if self.at:
            return self.order_words(self.at)
        return self.cell_words(self.line_at_spot, self.key_at_spot)

    def order_words(self, id: str) -> list[str]:
        """Everything about an order, a line each."""
        order = self.planner.orders.get(id)
        if order is None:
            return []
        line, left = self.line_names.get(order.line, order.line), self.planner.left(order)
        return order_lines(order, left, self.slots.get(id), line, self.zone)

    def cell_words(self, line: str, key: Key | None) -> list[str]:
        """Everything about a shift, a line each."""
        if not line or key is None:
            return []
        place = place_word(self.line_names.get(line, line), *key)
        cell = self.planner.cell(line, key)
        if cell is None:
            return [place, self.tr("The line does not work in this shift.")]
        if cell.shift.end <= self.planner.now:
            return [place, self.tr("This shift is over.")]
        return [place, *load_lines(cell)]

    # Asking

    def ask_move(self, id: str, line: str, key: Key, before: str) -> None:
        """Ask for another place of a card."""
        if self.may_plan:
            self.forget_note()
            self.move_asked.emit(id, line, key, before)
        else:
            self.refuse(self.tr("Only planners and supervisors of this line change its plan."))

    def ask_off(self, id: str) -> None:
        """Ask that a card has no shift any more."""
        if self.may_plan:
            self.forget_note()
            self.off_asked.emit(id)
        else:
            self.refuse(self.tr("Only planners and supervisors of this line change its plan."))

    def refuse(self, words: str) -> None:
        """Say why something cannot be, where somebody looks."""
        at = self.dropped or self.rect_of(self.at).bottomLeft()
        wide = min(NOTE_WIDE, self.width() - 8)
        room = QRect(0, 0, wide - 20, 2000)
        tall = QFontMetrics(font(13)).boundingRect(room, int(Qt.TextFlag.TextWordWrap), words).height() + 18
        left, top = max(4, min(at.x(), self.width() - wide - 4)), max(4, min(at.y(), self.height() - tall - 4))
        self._note = (QRect(left, top, wide, tall), words)
        self.setAccessibleDescription(words)
        self._gone.start()
        self.update()

    @property
    def dropped(self) -> QPoint | None:
        """Where something was let go last."""
        return self._hand.dropped

    def forget_drop(self) -> None:
        """Words belong to the card again."""
        self._hand.dropped = None

    def notes(self) -> list[tuple[QRect, str]]:
        """What is said above the cards now."""
        return [self._note] if self._note is not None else []

    def forget_note(self) -> None:
        """Words go away."""
        self._note = None
        self._gone.stop()
        self.update()

    def cancel(self) -> bool:
        """What is in the hand goes back, words go away; whether there was either."""
        had = self.held is not None or self._note is not None
        self._hand.let_go()
        self.forget_note()
        return had

    # Bars

    def _lay_bars(self) -> None:
        self.across.reach(self.grid.wide, self.width() - self.tray_width - NAMES)
        body = self.body
        self.down.reach(self.grid.height, body.height())
        self.tray_bar.reach(len(self.grid.tray) * (CARD + GAP) + 12, self.height() - HEAD)
        self.tray_bar.setVisible(self.tray_bar.isVisibleTo(self) and bool(self.tray_width))
        self.across.setGeometry(body.left(), self.height() - SLIM - 1, body.width(), SLIM)
        self.down.setGeometry(self.width() - SLIM, HEAD, SLIM, body.height())
        self.tray_bar.setGeometry(self.tray_width - SLIM - 3, HEAD, SLIM, self.height() - HEAD)

    def _scrolled(self) -> None:
        if self.held is not None:
            self._hand.aim()
        self.update()

    # Words

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.setAccessibleName(self.tr("Week board: lines by shifts"))
        self.update()

    def said_at(self, point: QPoint) -> str:
        """What a tooltip says at a place."""
        if id := self.card_at(point):
            return "\n".join(self.order_words(id))
        row, column = self.cell_at(point)
        if row >= 0:
            return "\n".join(self.cell_words(self.grid.rows[row].line, self.grid.columns[column]))
        row = self.grid.row_at(point.y() - HEAD + self.down.value()) if point.y() > HEAD else -1
        line = self.grid.rows[row].line if row >= 0 and point.x() >= self.tray_width else ""
        return f"{plain(self.line_names.get(line, line))}\n{takt_sentence(self.takts.get(line))}" if line else ""

    # Events

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), tip(self.said_at(event.pos())), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            self._face.paint(painter, event.rect())
        self.painted += 1

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()

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
        sideways = abs(event.angleDelta().x()) > abs(event.angleDelta().y())
        sideways = sideways or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        tray = event.position().x() < self.tray_width
        (self.across if sideways else self.tray_bar if tray else self.down).event(event)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if not self._walk.press(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        if not self.at:
            self._walk.begin()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.update()
