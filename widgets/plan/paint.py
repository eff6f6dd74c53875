"""How the week board is painted: cards, load bars, heads; only what can be seen."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from console.domain.orders import HOLD, RUNNING, WorkOrder
from console.domain.plan_week import ShiftPlan
from console.domain.progress import Pace
from widgets.board.tile import advance, elided, write
from widgets.callsetup.setupwords import shift_word
from widgets.callsetup.weekrows import day_label
from widgets.cardflow.paint import paint_note, paint_place
from widgets.numbers import whole
from widgets.plan.grid import BAND, CARD, DAY, HEAD, NAMES, PAD, SHIFT
from widgets.plan.words import Standing, length, load_word, share_word, standing, takt_word, tray_standing
from widgets.theme import color, font, pixmap, ring, themes

if TYPE_CHECKING:
    from widgets.plan.board import WeekBoard

translate = QCoreApplication.translate
EDGES = {"": "border_strong", "running": "running", "warning": "warning", "bad": "stopped"}


@lru_cache(maxsize=128)
def _ground(theme: str, width: int, height: int, edge: str, chosen: bool, tried: bool, ratio: float) -> QPixmap:
    made = QPixmap(round(width * ratio), round(height * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(QRectF(0.5, 0.5, width - 1, height - 1), 4, 4)
    painter.fillPath(path, color("changeover_fill" if tried else "hover" if chosen else "raised"))
    style = Qt.PenStyle.DashLine if tried else Qt.PenStyle.SolidLine
    painter.setPen(QPen(color("accent" if chosen or tried else "border"), 1, style))
    painter.drawPath(path)
    painter.setClipPath(path)
    painter.fillRect(QRectF(0, 0, 3, height), color(EDGES[edge]))
    painter.end()
    return made


def paint_card(
    painter: QPainter,
    box: QRect,
    order: WorkOrder,
    left_over: int,
    said: Standing,
    chosen: bool,
    tried: bool,
    focused: bool,
) -> None:
    """A card: number and pieces that are left, product, when it is made."""
    ratio = painter.device().devicePixelRatioF()
    running = order.column == RUNNING
    edge = said.role if said.role in ("bad", "warning") else "running" if running else ""
    ground = _ground(themes.current.name, box.width(), box.height(), edge, chosen, tried, ratio)
    painter.drawPixmap(box.topLeft(), ground)
    left, right, base = box.left() + 10, box.right() - 7, box.top() + 16
    ink = "changeover_text" if tried else "text"
    pale = "changeover_text" if tried else "text_muted"
    pieces = whole(left_over)
    wide = advance(pieces, 12, 400)
    write(painter, right - wide, base, pieces, 12, 400, pale)
    x = left
    for name, role in _signs(order):
        painter.drawPixmap(x, base - 11, pixmap(name, role, 12, ratio))
        x += 15
    write(painter, x, base, elided(order.number, 13, 600, max(0, right - wide - 6 - x)), 13, 600, ink)
    write(painter, left, base + 16, elided(order.product, 12, 400, right - left), 12, 400, pale)
    x, base = left, base + 32
    role = pale if tried and said.role in ("text_muted", "text_faint") else said.role
    if said.icon:
        painter.drawPixmap(x, base - 10, pixmap(said.icon, role, 12, ratio))
        x += 15
    write(painter, x, base, elided(said.words, 12, 400, max(0, right - x)), 12, 400, role)
    if focused:
        ring(painter, QRectF(box), 4)


def _signs(order: WorkOrder) -> list[tuple[str, str]]:
    """Icons before the number."""
    found = []
    if order.column == RUNNING:
        found.append(("play-filled", "running"))
    if order.rush:
        found.append(("flag", "warning"))
    if order.blocked or order.column == HOLD:
        found.append(("octagon-pause", "warning"))
    return found


def picture_of(order: WorkOrder, left: int, said: Standing, width: int, ratio: float) -> QPixmap:
    """A card as it hangs at the pointer."""
    made = QPixmap(round(width * ratio), round(CARD * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    with QPainter(made) as painter:
        painter.setOpacity(0.92)
        paint_card(painter, QRect(0, 0, width, CARD), order, left, said, True, False, False)
    return made


class BoardFace:
    """Paints one board."""

    def __init__(self, board: WeekBoard) -> None:
        self.board = board

    def paint(self, painter: QPainter, asked: QRect) -> None:
        """Everything that lies in the asked part."""
        board = self.board
        painter.fillRect(asked, color("window"))
        body = board.body
        painter.save()
        painter.setClipRect(body.intersected(asked))
        for row in board.rows_seen():
            self._row(painter, row)
        painter.restore()
        self._names(painter)
        self._heads(painter)
        if board.tray_width:
            self._tray(painter)
        if not board.grid.tops and not board.planner.orders:
            self._nothing(painter)
        self._hand(painter)
        for box, words in board.notes():
            paint_note(painter, box, words)

    # Shifts

    def _row(self, painter: QPainter, row: int) -> None:
        board = self.board
        line = board.grid.rows[row]
        y = board.y_of(line.top)
        if not line.line:
            painter.fillRect(board.body.left(), y, board.body.width(), BAND, color("hover"))
            return
        for column in board.columns_seen():
            box = board.cell_rect(row, column)
            cell = board.planner.cell(line.line, board.grid.columns[column])
            self._cell(painter, row, column, box, cell)
        painter.fillRect(board.body.left(), y + line.height - 1, board.body.width(), 1, color("border"))

    def _cell(self, painter: QPainter, row: int, column: int, box: QRect, cell: ShiftPlan | None) -> None:
        board = self.board
        now = board.planner.now
        held = board.held
        if cell is not None:
            over = cell.shift.end <= now
            on = cell.shift.start <= now < cell.shift.end
            painter.fillRect(box, color("raised" if on else "not_planned_fill" if over else "surface"))
        if held is not None and (held.row, held.column) == (row, column):
            tint = QColor(color("focus" if held.takes else "stopped"))
            tint.setAlpha(38)
            painter.fillRect(box, tint)
        last = (
            column + 1 == len(board.grid.columns) or board.grid.columns[column + 1][0] != board.grid.columns[column][0]
        )
        painter.fillRect(box.right(), box.top(), 1, box.height(), color("border_strong" if last else "border"))
        if cell is not None:
            self._load(painter, box, cell, cell.shift.end <= now)
            for slot in cell.slots:
                self._slot(painter, slot.order.id, slot.changeover)
        if board.hasFocus() and board.spot == (row, column) and not board.at:
            ring(painter, QRectF(box).adjusted(1, 1, -2, -2), 4)

    def _load(self, painter: QPainter, box: QRect, cell: ShiftPlan, over: bool) -> None:
        """The bar of a shift: what is left over to it, work, changeovers; red words where it is too much."""
        left, wide, base = box.left() + PAD + 2, box.width() - 2 * PAD - 5, box.top() + 17
        if over or (not cell.slots and cell.share <= 0):
            return
        words, loud = load_word(cell), cell.excess > 0
        role = "bad" if loud else "text_muted"
        share = share_word(cell) if cell.capacity > 0 else ""
        at = left
        if loud:
            painter.drawPixmap(at, base - 11, pixmap("triangle-alert", "bad", 12, painter.device().devicePixelRatioF()))
            at += 14
        write(painter, at, base, share, 12, 600 if loud else 400, role)
        if words:
            room = wide - (at - left) - advance(share, 12, 600) - 4
            shown = elided(words, 12, 400, max(0, room))
            write(painter, left + wide - advance(shown, 12, 400), base, shown, 12, 400, "bad")
        bar = QRectF(left, base + 6, wide, 5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(bar, color("track"))
        if cell.capacity <= 0:
            return
        x, scale = bar.left(), bar.width() / max(cell.capacity, cell.load)
        for seconds, ink in ((cell.carried, "text_faint"), (cell.changeover, "changeover"), (cell.work, "bar")):
            long = seconds * scale
            painter.fillRect(QRectF(x, bar.top(), long, 5), color("stopped" if loud and ink == "bar" else ink))
            x += long
        if loud:  # where the shift ends
            painter.fillRect(QRectF(left + cell.capacity * scale - 1, bar.top() - 2, 2, 9), color("text"))

    def _slot(self, painter: QPainter, id: str, changeover: float) -> None:
        board = self.board
        if id not in board.grid.tops:
            return
        box = board.card_rect(id)
        if not box.intersects(board.body):
            return
        if changeover:
            words = translate("plan", "changeover {0}").format(length(changeover))
            y = box.top() - 5
            painter.drawPixmap(box.left() + 2, y - 10, pixmap("refresh-cw", "text_faint", 11, _ratio(painter)))
            shown = elided(words, 11, 400, box.width() - 20)
            write(painter, box.left() + 17, y, shown, 11, 400, "text_muted")
        self._card(painter, id, box)

    def _card(self, painter: QPainter, id: str, box: QRect) -> None:
        board = self.board
        order, slot = board.planner.orders[id], board.slots.get(id)
        in_tray = id not in board.grid.tops
        said = tray_standing(order, slot, board.zone) if in_tray or slot is None else standing(slot, board.zone)
        painter.setOpacity(0.4 if board.held is not None and board.held.id == id else 1.0)
        focused = id == board.at and board.hasFocus()
        left = board.planner.left(order)
        paint_card(painter, box, order, left, said, id == board.chosen_id, id in board.tried, focused)
        painter.setOpacity(1.0)

    # Heads

    def _heads(self, painter: QPainter) -> None:
        board = self.board
        left = board.body.left()
        painter.fillRect(left, 0, board.width() - left, HEAD, color("surface"))
        painter.save()
        painter.setClipRect(left, 0, board.body.width(), HEAD)
        days: dict[date, QRect] = {}
        for column in range(len(board.grid.columns)):
            day, name = board.grid.columns[column]
            box = QRect(board.x_of(column), DAY, board.grid.width, SHIFT)
            days[day] = days[day].united(box) if day in days else box
            if column in board.now_columns:
                painter.fillRect(box.left(), HEAD - 3, box.width(), 3, color("accent"))
            self._shift_head(painter, box, name, column in board.now_columns)
        for day, box in days.items():
            self._day_head(painter, box, day)
        painter.restore()
        painter.fillRect(0, HEAD - 1, board.width(), 1, color("border_strong"))

    def _shift_head(self, painter: QPainter, box: QRect, name: str, now: bool) -> None:
        said = shift_word(name)
        if now:
            said = translate("plan", "{0} · now").format(said)
        shown = elided(said, 12, 600 if now else 400, box.width() - 12)
        write(painter, box.left() + 6, box.top() + 16, shown, 12, 600 if now else 400, "text" if now else "text_muted")

    def _day_head(self, painter: QPainter, box: QRect, day: date) -> None:
        board = self.board
        today = day == board.today
        said, weight = day_label(day), 600 if today else 500
        x = min(max(box.left(), board.body.left()) + 6, box.right() - advance(said, 13, weight) - 6)
        write(painter, x, 18, said, 13, weight, "text" if today else "text_muted")
        painter.fillRect(box.right(), 0, 1, HEAD, color("border_strong"))

    def _names(self, painter: QPainter) -> None:
        board = self.board
        left, area = board.tray_width, board.body
        painter.fillRect(left, 0, NAMES, board.height(), color("surface"))
        painter.save()
        painter.setClipRect(left, area.top(), NAMES, area.height())
        for i in board.rows_seen():
            row = board.grid.rows[i]
            y = board.y_of(row.top)
            if not row.line:
                painter.fillRect(left, y, NAMES, BAND, color("hover"))
                write(painter, left + 10, y + 17, elided(row.area, 12, 600, NAMES - 20), 12, 600, "text_muted")
                continue
            self._name(painter, left, max(y, area.top()), row.line)
            painter.fillRect(left, y + row.height - 1, NAMES, 1, color("border"))
        painter.restore()
        painter.fillRect(left + NAMES - 1, 0, 1, board.height(), color("border_strong"))

    def _name(self, painter: QPainter, left: int, y: int, line: str) -> None:
        board = self.board
        lit = board.line_at_spot == line
        room = NAMES - 20
        write(painter, left + 10, y + 20, elided(board.line_names.get(line, line), 13, 600, room), 13, 600, "text")
        need = board.takts.get(line)
        said = takt_word(need)
        if said:
            slow = need is not None and need.status.pace is Pace.SLOW
            role = "warning" if slow else "text_muted"
            x = left + 10
            if slow:
                painter.drawPixmap(x, y + 28, pixmap("triangle-alert", "warning", 12, _ratio(painter)))
                x += 16
            write(painter, x, y + 38, elided(said, 12, 400, room - (x - left - 10)), 12, 400, role)
        if lit:
            painter.fillRect(left, y + 6, 3, 36, color("focus"))

    # The tray

    def _tray(self, painter: QPainter) -> None:
        board, wide = self.board, self.board.tray_width
        painter.fillRect(0, 0, wide, board.height(), color("window"))
        title = translate("plan", "To be planned")
        count = whole(len(board.grid.tray))
        write(painter, 12, 32, title, 14, 600, "text")
        write(painter, wide - 14 - advance(count, 13, 400), 32, count, 13, 400, "text_muted")
        held = board.held
        if held is not None and held.tray and held.takes:
            tint = QColor(color("focus"))
            tint.setAlpha(38)
            painter.fillRect(0, HEAD, wide - 1, board.height() - HEAD, tint)
        painter.save()
        painter.setClipRect(0, HEAD, wide, board.height() - HEAD)
        for id in board.tray_seen():
            self._card(painter, id, board.tray_rect(id))
        if not board.grid.tray:
            words = translate(
                "plan", "Every order has a line and a shift. New ones, and what is left over, appear here."
            )
            painter.setFont(font(13))
            painter.setPen(color("text_faint"))
            flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
            painter.drawText(QRect(12, HEAD + 12, wide - 26, 200), flags, words)
        painter.restore()
        painter.fillRect(0, HEAD - 1, wide, 1, color("border_strong"))
        painter.fillRect(wide - 1, 0, 1, board.height(), color("border_strong"))

    def _nothing(self, painter: QPainter) -> None:
        board = self.board
        area = board.body
        title, words = board.begin
        wide = min(480, max(60, area.width() - 40))
        box = QRect(area.left() + (area.width() - wide) // 2, HEAD + max(20, board.height() // 2), wide, 130)
        painter.setPen(QPen(color("border"), 1))
        painter.setBrush(color("raised"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(QRectF(box), 6, 6)
        box = box.adjusted(18, 18, -18, -10)
        painter.setPen(color("text"))
        painter.setFont(font(15, 600))
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        painter.drawText(box, flags, title)
        painter.setPen(color("text_muted"))
        painter.setFont(font(13))
        painter.drawText(box.adjusted(0, 30, 0, 0), flags, words)

    def _hand(self, painter: QPainter) -> None:
        board, held = self.board, self.board.held
        if held is None:
            return
        if held.takes and not held.tray:
            box = board.gap_rect(held)
            painter.save()
            painter.setClipRect(board.body)
            paint_place(painter, box.left() + 6, box.center().y(), box.width() - 12)
            painter.restore()
        painter.drawPixmap(held.at - held.grip, held.picture)


def _ratio(painter: QPainter) -> float:
    return painter.device().devicePixelRatioF()
