"""Notes on a line's card: an order that was changed and must be seen, and what the line and the plan disagree about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from widgets.board.tile import advance, elided, metrics, write
from widgets.plain import plain
from widgets.theme import color, font, pixmap, themes

if TYPE_CHECKING:
    from console.app.console import Console
    from console.domain.orders import WorkOrder

MOST = 2  # notes on a card; the orders page has the others
SAID = ("two_places", "another_runs", "unplanned")  # findings that stand on the board
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class LineNote:
    """One strip on a card."""

    order: str  # id
    words: str
    icon: str
    line: str = ""  # of a change: its order's line, and when it was made; somebody there must have seen it
    changed: datetime | None = None

    @property
    def seen(self) -> bool:
        """Whether it has the button that says that it was seen."""
        return self.changed is not None


def notes_of(console: Console, zone: ZoneInfo) -> dict[str, tuple[LineNote, ...]]:
    """The notes of each line that has any: changes first."""
    orders = getattr(console, "orders", None)
    if orders is None or not orders.known:
        return {}
    from console.domain.orders import RUNNING  # with the first order that is known
    from console.domain.told_orders import LINE

    found: dict[str, list[LineNote]] = {}
    for live in console.floor.lines:
        changed = orders.changed_at(live.line.id)
        if changed:
            found[live.line.id] = [_changed(order, console, zone) for order in changed]
    plans = any(order.source != LINE for order in orders.by_id.values())  # else nobody wants to be told
    for order in orders.by_id.values():
        if order.column == RUNNING:
            for line, note in _found(console, order, plans):
                found.setdefault(line, []).append(note)
    return {line: tuple(notes[:MOST]) for line, notes in found.items()}


def _changed(order: WorkOrder, console: Console, zone: ZoneInfo) -> LineNote:
    from widgets.orders.meanwhile import change_words  # nothing that the first board waits for

    told = translate("roles", ", ").join(change_words(one, console, zone) for one in order.changes)
    words = translate("board", "Order {0} changed: {1}").format(plain(order.number, 60), told)
    return LineNote(order.id, words, "pencil", order.line, order.changed)


def _found(console: Console, order: WorkOrder, plans: bool) -> Iterator[tuple[str, LineNote]]:
    assert console.orders is not None
    truth = console.orders.truths.get(order.id)
    one = next((found for what in SAID for found in (truth.found if truth else ()) if found.what == what), None)
    if one is None or (one.what == "unplanned" and not plans):
        return
    from widgets.orders.findings import finding_words

    words = finding_words(one, console.now(), _Names(console))
    said = translate("board", "Order {0}: {1}").format(plain(order.number, 60), words)
    note = LineNote(order.id, said, "triangle-alert")
    lines = one.facts.get("lines")
    for line in lines if isinstance(lines, tuple) else (order.line,):
        yield str(line), note


class _Names:
    """What people call a line."""

    def __init__(self, console: Console) -> None:
        self._lines = console.floor.line_hearings

    def __call__(self, line: str) -> str:
        known = self._lines.get(line)
        return known.live.line.name if known is not None else line


def seen_word() -> str:
    """The button of a change."""
    return translate("board", "Seen")


def note_sentence(note: LineNote) -> str:
    """What the note says and what Enter does there."""
    does = translate("board", "Enter: seen") if note.seen else translate("board", "Enter opens the order")
    return f"{note.words}\n{does}"


def button_rect(rect: QRect, u: float) -> QRect:
    """Where the button of a change lies in its strip."""
    wide = advance(seen_word(), 12.5 * u, 500) + round(24 * u)
    return QRect(rect.right() - wide - round(4 * u), rect.top() + round(3 * u), wide, rect.height() - round(6 * u))


def paint_note(painter: QPainter, rect: QRect, note: LineNote, u: float, focused: bool, ratio: float) -> None:
    """A calm strip with a bar, an icon and words; a change has its button at the right."""
    role = "accent" if note.seen else "warning"
    painter.fillRect(rect, color("raised"))
    painter.fillRect(QRect(rect.left(), rect.top(), max(2, round(3 * u)), rect.height()), color(role))
    size = round(15 * u)
    left, right = rect.left() + round(12 * u), rect.right() - round(8 * u)
    picture = pixmap(note.icon, role, size, ratio)
    painter.drawPixmap(left, rect.center().y() - size // 2, picture)
    left += size + round(8 * u)
    if note.seen:
        button = button_rect(rect, u)
        drawn = _button(themes.current.name, seen_word(), button.size(), u, ratio)
        painter.drawPixmap(button.topLeft(), drawn)
        right = button.left() - round(8 * u)
    high = metrics(12.5 * u, 500)
    base = rect.center().y() + (high.ascent() - high.descent()) // 2 + 1
    write(painter, left, base, elided(note.words, 12.5 * u, 500, right - left), 12.5 * u, 500, "text")
    if focused:
        painter.setPen(QPen(color("accent"), max(2, round(2 * u))))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -1, -1))


@lru_cache(maxsize=16)
def _button(theme: str, word: str, size: QSize, u: float, ratio: float) -> QPixmap:
    """The button, painted once."""
    made = QPixmap(size * ratio)
    made.setDevicePixelRatio(ratio)
    made.fill(color("raised"))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("accent_fill"))
    rect = QRect(QPoint(), size)
    painter.drawRoundedRect(QRectF(rect), 4 * u, 4 * u)
    painter.setPen(color("accent_text"))
    painter.setFont(font(12.5 * u, 500))
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), word)
    painter.end()
    return made
