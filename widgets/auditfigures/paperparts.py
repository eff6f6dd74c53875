"""The parts that reports of audits are laid out from, as HTML that QTextDocument takes. Any thread may use them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from widgets.auditfigures.radar import Axis, paint_radar, paper_inks
from widgets.auditfigures.scoreline import Point, paint_line
from widgets.plain import plain_block
from widgets.theme import font

FAINT, LINE, GOOD, BAD = "#5a636d", "#c9d0d6", "#1c7a3f", "#b3261e"  # on paper
FINE = 3  # pixels of a picture for each pixel of paper


def safe(text: str, limit: int = 2000) -> str:
    """Text from outside as HTML; its lines stay."""
    return escape(plain_block(text, limit)).replace("\n", "<br>")


def heading(text: str) -> str:
    """The title of the paper."""
    return f'<p style="font-size:20px; font-weight:600; margin-bottom:0">{safe(text, 300)}</p>'


def section(text: str, more: str = "") -> str:
    """A title within the paper, with faint words behind it."""
    faint = f'&nbsp;&nbsp;<span style="color:{FAINT}; font-weight:400; font-size:11px">{safe(more)}</span>'
    words = safe(text, 300) + (faint if more else "")
    return f'<p style="font-size:14px; font-weight:600; margin-top:14px; margin-bottom:3px">{words}</p>'


def new_page(titled: str) -> str:
    """A title of `section` that begins a page, so that it does not stay behind alone."""
    return titled.replace("margin-top:14px", "page-break-before:always; margin-top:0")


def faint(text: str, size: int = 11) -> str:
    """A line of little weight."""
    return f'<p style="color:{FAINT}; font-size:{size}px; margin-top:2px">{safe(text)}</p>'


def inked(text: str, ink: str) -> str:
    """Words in a colour."""
    return f'<span style="color:{ink}">{safe(text)}</span>'


def table(heads: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[str], right: Sequence[int] = ()) -> str:
    """A table; the cells of the rows are HTML already. `right`: columns of numbers."""

    def line(cells: Sequence[str], style: str) -> str:
        made = (
            f'<td width="{wide}" align="{"right" if i in right else "left"}" style="{style}">{text or "&nbsp;"}</td>'
            for i, (text, wide) in enumerate(zip(cells, widths, strict=True))
        )
        return f"<tr>{''.join(made)}</tr>"

    named = line([safe(head) for head in heads], f"color:{FAINT}; font-size:10px; padding:3px") if any(heads) else ""
    body = "".join(line(row, f"border-bottom:1px solid {LINE}; padding:3px; font-size:11px") for row in rows)
    return f'<table width="100%" cellspacing="0">{named}{body}</table>'


def beside(left: str, picture: str, wide: int, picture_wide: int) -> str:
    """Words, `wide` pixels, with a picture at their right."""
    image = f'<img src="{picture}" width="{picture_wide}">'
    cells = f'<td width="{wide}">{left}</td><td align="right">{image}</td>'
    return f'<table width="100%" cellspacing="0"><tr>{cells}</tr></table>'


def radar_picture(axes: Sequence[Axis], wide: int, high: int) -> QImage:
    """The radar for paper."""
    image, painter = _sheet(wide, high)
    with painter:
        paint_radar(painter, QRectF(0, 0, wide, high), axes, paper_inks(), font(10.5))
    return image


def line_picture(points: Sequence[Point], target: float | None, wide: int, high: int) -> QImage:
    """Scores over time for paper."""
    image, painter = _sheet(wide, high)
    with painter:
        inks = (QColor(LINE), QColor("#2f6fb0"), QColor(GOOD), QColor(FAINT))
        paint_line(painter, QRectF(0, 0, wide, high), points, target, inks, font(10))
    return image


def _sheet(wide: int, high: int) -> tuple[QImage, QPainter]:
    image = QImage(wide * FINE, high * FINE, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(FINE, FINE)
    return image, painter
