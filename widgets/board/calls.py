"""The open calls at the right of the board: worst first, each with the one thing to do next."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.board.card import paint_panel
from widgets.board.tile import TileCall, elided, metrics
from widgets.calls.moves import ALL, Action, action_word, main_action, next_actions
from widgets.calls.naming import SEVERITY_ICON, SEVERITY_ROLE
from widgets.calls.painting import paint_age, paint_mark
from widgets.calls.shown import CallRow, due_words, overdue, standing, subject, whole_sentence
from widgets.plain import plain
from widgets.theme import color, font, themes
from widgets.words import elapsed

HEAD = 46
ROW = 92
MORE = 30
BUTTON = 30


class CallsPanel(QWidget):
    """A painted list: arrows choose, Enter opens, the letter of an action or its button does it."""

    opened = Signal(str)  # id of a call; "" = all of them
    asked = Signal(str, str)  # id of a call, id of an action

    def __init__(self, now: Callable[[], float], who: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now, self._who = now, who
        self.rows: list[CallRow] = []
        self._chosen, self._second = 0, 0
        self._over: int | None = None  # the row whose button is under the mouse
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setMinimumHeight(HEAD + ROW + MORE)
        self._name()
        themes.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(420, HEAD + 4 * ROW)

    def show_rows(self, rows: Sequence[CallRow]) -> None:
        """Show these calls; the one that was chosen stays so."""
        before = self.rows[self._chosen].call.id if self._chosen < len(self.rows) else ""
        self.rows = list(rows)
        self._chosen = next((i for i, row in enumerate(self.rows) if row.call.id == before), self._chosen)
        self._chosen = min(self._chosen, max(0, len(self.rows) - 1))
        self._over = None
        self.update()

    def beat(self, now: float) -> None:
        """Once a second the ages go on."""
        if self.rows and int(now) != self._second:
            self._second = int(now)
            self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:  # ended also when something fails: else Qt crashes later
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        paint_panel(painter, self.rect(), 1.0)
        now = self._now()
        self._paint_head(painter, now)
        if not self.rows:
            painter.setFont(font(13.5))
            painter.setPen(color("text_muted"))
            painter.drawText(16, HEAD + 24, self._nothing())
            return
        shown = self._shown()
        for i, row in enumerate(self.rows[:shown]):
            self._paint_row(painter, i, row, now)
        more = len(self.rows) - shown
        if more > 0:
            painter.setFont(font(12.5))
            painter.setPen(color("text_muted"))
            words = QCoreApplication.translate("CallsPanel", "and %n more", "", more)  # also for who is a kind of it
            painter.drawText(16, self.height() - 12, words)

    def _nothing(self) -> str:
        return self.tr("No call is open. F2 raises one.")

    def _paint_head(self, painter: QPainter, now: float) -> None:
        title = self.tr("Open calls")
        painter.setFont(font(14.5, 600))
        painter.setPen(color("text"))
        painter.drawText(16, 30, title)
        if self.rows:
            oldest = elapsed(now - min(row.since for row in self.rows))
            painter.setFont(font(13))
            painter.setPen(color("text_muted"))
            said = self.tr("{0} · oldest {1}").format(len(self.rows), oldest)
            painter.drawText(16 + metrics(14.5, 600).horizontalAdvance(title) + 8, 30, said)

    def _paint_row(self, painter: QPainter, i: int, row: CallRow, now: float) -> None:
        rect, button, action = self._row_rect(i), self._button_rect(i), self._action(row)
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), color("border"))
        left, right = paint_mark(painter, rect, row), rect.right()
        age = paint_age(painter, rect, row, now, rect.top() + 29)
        painter.setPen(color("text"))
        painter.setFont(font(14.5, 600))
        painter.drawText(left, rect.top() + 29, elided(row.place, 14.5, 600, age - left - 12))
        painter.setFont(font(13.5))
        painter.drawText(left, rect.top() + 52, elided(subject(row), 13.5, 400, right - left))
        late = overdue(row, now)
        said = [due_words(row, now) if late else "", standing(row)]
        painter.setFont(font(12.5))
        for line, words in enumerate(part for part in said if part):
            painter.setPen(color("bad" if late and line == 0 else "text_muted"))
            base = rect.top() + (69 if late else 76) + 16 * line
            painter.drawText(left, base, elided(words, 12.5, 400, button.left() - left - 10))
        self._paint_button(painter, button, action, self._over == i)
        if i == self._chosen and self.hasFocus():
            painter.setPen(QPen(color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(-6, 3, 6, -2))

    def _paint_button(self, painter: QPainter, rect: QRect, action: Action, over: bool) -> None:
        primary = action.at_once
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen if primary else QPen(color("border"), 1))
        ground = ("accent" if over else "accent_fill") if primary else ("hover" if over else "raised")
        painter.setBrush(color(ground))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(color("accent_text" if primary else "text"))
        painter.setFont(font(13, 500))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), action_word(action))
        painter.restore()

    # Where things are

    def _shown(self) -> int:
        room = (self.height() - HEAD - 8) // ROW
        return room if len(self.rows) <= room else max(1, (self.height() - HEAD - MORE) // ROW)

    def _row_rect(self, i: int) -> QRect:
        return QRect(16, HEAD + i * ROW, self.width() - 32, ROW)

    def _button_rect(self, i: int) -> QRect:
        rect, words = self._row_rect(i), action_word(self._action(self.rows[i]))
        wide = metrics(13, 500).horizontalAdvance(words) + 28
        return QRect(rect.right() - wide, rect.bottom() - BUTTON - 3, wide, BUTTON)

    def _action(self, row: CallRow) -> Action:
        return main_action(row.call, row.category, self._who())

    def _at(self, point: QPoint) -> int | None:
        shown = min(len(self.rows), self._shown())
        return next((i for i in range(shown) if self._row_rect(i).contains(point)), None)

    # Mouse and keyboard

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        point = event.position().toPoint()
        row = self._at(point)
        self.setCursor(Qt.CursorShape.PointingHandCursor if row is not None else Qt.CursorShape.ArrowCursor)
        over = row if row is not None and self._button_rect(row).contains(point) else None
        if over != self._over:
            self._over = over
            self.update()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        self._over = None
        self.update()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        point = event.position().toPoint()
        row = self._at(point)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if row is None:
            if len(self.rows) > self._shown() and point.y() > self.height() - MORE:
                self.opened.emit("")
            return
        self._choose(row)
        chosen = self.rows[row]
        if self._button_rect(row).contains(point):
            self.asked.emit(chosen.call.id, self._action(chosen).id)
        else:
            self.opened.emit(chosen.call.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        last = min(len(self.rows), self._shown()) - 1
        row = self.rows[min(self._chosen, last)] if self.rows else None
        if row is not None and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self._choose(min(max(0, self._chosen + step), last))
        elif row is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(row.call.id)
        elif row is None or not self._letter(row, event.text()):
            super().keyPressEvent(event)

    def _letter(self, row: CallRow, letter: str) -> bool:
        steps = next_actions(row.call, row.category, self._who())
        action = next((one for one in ALL if one in steps and letter and one.key == letter.upper()), None)
        if action is not None:
            self.asked.emit(row.call.id, action.id)
        return action is not None

    def _choose(self, row: int) -> None:
        self._chosen = row
        self.setAccessibleDescription(plain(whole_sentence(self.rows[row], self._now()), 600))
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            self.update()
        super().changeEvent(event)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Open calls"))


def tile_calls(rows: Sequence[CallRow]) -> dict[str, TileCall]:
    """What the tiles show of the calls, by station: of several the first."""
    made: dict[str, TileCall] = {}
    for row in rows:
        if row.call.place not in made:
            severity = row.call.severity
            icon, role = SEVERITY_ICON[severity], SEVERITY_ROLE[severity]
            made[row.call.place] = TileCall(row.category_name, role, icon, row.since, subject(row))
    return made
