"""Stickers for the points of a patrol: their codes, and the sheet with a sticker for each point as a PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from console.domain.checklists import Form
from console.domain.labels import DIGEST, LETTERS
from console.domain.patrols import Point
from widgets.callsetup.sheet import FORMATS, PAGE, Label, pages_of, paint_page
from widgets.checklists.words import said
from widgets.paper import write_whole

PREFIX = "GP"  # point; station labels of calls begin otherwise, so that no scan is taken for the other
DPI = 600


def point_code(template: str, section: str) -> str:
    """The code of a point: letters that lie in the same place on every keyboard, the same whenever it is asked."""
    digest = sha256(f"{template}\x1f{section}".encode()).hexdigest()
    return PREFIX + "".join(LETTERS[int(digit, 16)] for digit in digest[: DIGEST + 1])


def sticker_labels(points: Sequence[Point], form: Form, place: Callable[[str], str], name: str) -> list[Label]:
    """A sticker for each point that has a code, in the order of the route."""
    words = {section.id: said(section.words, 60) for section in form.sections}
    return [Label(p.code, words.get(p.section, ""), place(p.place), name) for p in points if p.code]


def write_stickers(path: Path, labels: Sequence[Label], size: str) -> None:
    """Write the sheets as PDF, with lines to cut along; OSError where that cannot be done."""
    half = path.with_name(path.name + ".sheet")
    try:
        half.write_bytes(b"")  # the writer itself says nothing where it cannot write
        _paint(half, labels, size)
        write_whole(path, half.read_bytes())
    finally:
        half.unlink(missing_ok=True)


def _paint(path: Path, labels: Sequence[Label], size: str) -> None:
    form = FORMATS[size]
    writer = QPdfWriter(str(path))
    writer.setResolution(DPI)
    writer.setTitle(QCoreApplication.translate("stickers", "Stickers of a patrol"))
    writer.setCreator("Gemba Console")
    edge = QMarginsF(0, 0, 0, 0)
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, edge))
    with QPainter(writer) as painter:
        painter.scale(writer.width() / PAGE[0], writer.height() / PAGE[1])
        for page in range(pages_of(labels, form)):
            if page:
                writer.newPage()
            paint_page(painter, labels, form, page, True)
