"""Sheets of station labels: what stands on a label, where it lies on A4, and how a page is painted, in millimetres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import segno
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from widgets.theme import font

PAGE = (210.0, 297.0)  # A4, mm
PAD = 3.0
QUIET = 2  # modules of white around a code; 4 are asked for by ISO/IEC 18004, the label's own white adds the rest
POINT = 0.3528  # mm
INK, FAINT, LINE = QColor(0, 0, 0), QColor(80, 80, 80), QColor(205, 205, 205)


@dataclass(frozen=True, slots=True)
class Format:
    """Labels across and down an A4 sheet, their size and the distance from one to the next, in mm."""

    across: int
    down: int
    width: float
    height: float
    left: float
    top: float
    step: float  # from one label to the next at its right; downwards they touch

    @property
    def each(self) -> int:
        """Labels on a page."""
        return self.across * self.down


FORMATS = {  # the sizes in which label sheets are sold everywhere
    "large": Format(2, 4, 99.1, 67.7, 4.65, 13.1, 101.6),
    "medium": Format(2, 7, 99.1, 38.1, 4.65, 15.15, 101.6),
    "small": Format(3, 7, 63.5, 38.1, 7.25, 15.15, 66.0),
}


@dataclass(frozen=True, slots=True)
class Label:
    """What stands on one: the code, and in words what it is for."""

    code: str
    station: str
    line: str
    category: str = ""  # "" = for any call there


def pages_of(labels: Sequence[Label], form: Format) -> int:
    """How many sheets they need."""
    return -(-len(labels) // form.each)


def place_of(index: int, form: Format) -> QRectF:
    """Where the label of this number on a page lies, in mm."""
    row, column = divmod(index % form.each, form.across)
    return QRectF(form.left + column * form.step, form.top + row * form.height, form.width, form.height)


def paint_page(painter: QPainter, labels: Sequence[Label], form: Format, page: int, outlined: bool) -> None:
    """Paint a sheet; the painter counts in mm. `outlined` for plain paper, where somebody cuts along the lines."""
    for index, label in enumerate(labels[page * form.each : (page + 1) * form.each]):
        area = place_of(index, form)
        if outlined:
            painter.setPen(QPen(LINE, 0.15))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area)
        _paint_label(painter, label, area.adjusted(PAD, PAD, -PAD, -PAD))


def _paint_label(painter: QPainter, label: Label, area: QRectF) -> None:
    side = min(area.height(), area.width() * 0.46)
    _paint_code(painter, label.code, QRectF(area.left(), area.center().y() - side / 2, side, side))
    left = area.left() + side + PAD
    room = QRectF(left, area.top(), area.right() - left, area.height())
    big, small = (15.0, 10.5) if area.height() > 50 else (10.5, 8.0)
    parts = [(label.station, big, 700, INK), (label.line, small, 400, FAINT)]
    if label.category:
        parts.append((label.category, small + 1.5, 600, INK))
    y = room.top() + 0.5
    for words, points, weight, ink in parts:
        y += _paint_words(painter, words, points, weight, ink, QRectF(room.left(), y, room.width(), room.bottom() - y))
    code = " ".join((label.code[:5], label.code[5:10], label.code[10:]))
    foot = QRectF(room.left(), room.bottom() - 3.4, room.width(), 3.4)
    _paint_words(painter, code, 6.0, 400, FAINT, foot)


def _paint_words(painter: QPainter, words: str, points: float, weight: int, ink: QColor, room: QRectF) -> float:
    """Words of at most two lines; the height they took, in mm. Painted a hundred times larger: fonts know no mm."""
    if room.height() <= 0:
        return 0.0
    scale = 100.0
    face = QFont(font(10, weight))
    face.setPixelSize(max(1, round(points * POINT * scale)))
    measure = QFontMetricsF(face)
    flags = int(Qt.TextFlag.TextWrapAnywhere | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    if measure.boundingRect(QRectF(0, 0, room.width() * scale, 1e6), int(Qt.TextFlag.TextWordWrap), words).width() <= (
        room.width() * scale
    ):
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    height = min(2 * measure.lineSpacing(), room.height() * scale)
    box = QRectF(0, 0, room.width() * scale, height)
    needed = measure.boundingRect(QRectF(0, 0, box.width(), 1e6), flags, words)
    while needed.height() > height + 1 and len(words) > 2:
        words = words.rstrip("…")[:-1] + "…"
        needed = measure.boundingRect(QRectF(0, 0, box.width(), 1e6), flags, words)
    painter.save()
    painter.translate(room.topLeft())
    painter.scale(1 / scale, 1 / scale)
    painter.setFont(face)
    painter.setPen(ink)
    painter.drawText(box, flags, words)
    painter.restore()
    return (min(needed.height(), height) / scale) + 0.6


def _paint_code(painter: QPainter, code: str, area: QRectF) -> None:
    """The code as black rectangles, a row's neighbours in one, so that no printer leaves hair lines between them."""
    matrix = segno.make_qr(code, error="m", boost_error=True).matrix
    step = area.width() / (len(matrix) + 2 * QUIET)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(INK)
    for row, bits in enumerate(matrix):
        column = 0
        while column < len(bits):
            end = column
            while end < len(bits) and bits[end]:
                end += 1
            if end > column:
                y = area.top() + (row + QUIET) * step
                painter.drawRect(QRectF(area.left() + (column + QUIET) * step, y, (end - column) * step, step))
            column = max(end, column + 1)
