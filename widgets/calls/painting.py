"""Painting one open call: severity, place, text, who has it, its age and the next deadline."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from widgets.board.tile import elided, metrics, write
from widgets.calls.naming import SEVERITY_ICON, SEVERITY_ROLE, severity_word
from widgets.calls.shown import CallRow, due_words, overdue, owner_words, repeats_words, standing, subject
from widgets.theme import color, font, pixmap
from widgets.words import elapsed

ROW = 92
PAD = 12


def paint_mark(painter: QPainter, rect: QRect, shown: CallRow) -> int:
    """The bar of the severity at the left of a row, and its icon; where the words begin."""
    role = SEVERITY_ROLE[shown.call.severity]
    painter.fillRect(QRect(rect.left(), rect.top() + 9, 4, rect.height() - 18), color(role))
    mark = pixmap(SEVERITY_ICON[shown.call.severity], role, 16, painter.device().devicePixelRatioF())
    painter.drawPixmap(rect.left() + 15, rect.top() + 16, mark)
    return rect.left() + 40


def paint_age(painter: QPainter, rect: QRect, shown: CallRow, now: float, base: int) -> int:
    """How long it waits, right-aligned, loud from the deadline on; where it begins."""
    clock = elapsed(now - shown.since)
    painter.setFont(font(15.5, 700))
    painter.setPen(color("bad" if overdue(shown, now) else "text"))
    left = rect.right() - metrics(15.5, 700).horizontalAdvance(clock)
    painter.drawText(left, base, clock)
    return left


def paint_call(painter: QPainter, rect: QRect, shown: CallRow, now: float, inks: tuple[str, str]) -> None:
    """A row of the page's list. `inks`: colour roles of what is loud and of what is quiet on this ground."""
    loud, quiet = inks
    left, right = paint_mark(painter, rect, shown), rect.right() - PAD
    age = paint_age(painter, rect.adjusted(0, 0, -PAD, 0), shown, now, rect.top() + 30)
    write(painter, left, rect.top() + 30, elided(shown.place, 14.5, 600, age - left - 12), 14.5, 600, loud)
    write(painter, left, rect.top() + 53, elided(subject(shown), 13.5, 400, right - left), 13.5, 400, loud)
    due = due_words(shown, now)
    wide = metrics(12.5, 500).horizontalAdvance(due)
    painter.setFont(font(12.5, 500))
    painter.setPen(color("bad" if overdue(shown, now) else quiet))
    painter.drawText(right - wide, rect.top() + 76, due)
    parts = [severity_word(shown.call.severity), standing(shown)]
    if not shown.owner:
        parts.append(owner_words(shown))
    said = " · ".join(part for part in (*parts, repeats_words(shown)) if part)
    write(painter, left, rect.top() + 76, elided(said, 12.5, 400, right - wide - left - 12), 12.5, 400, quiet)
