"""Pages of paper: HTML as an A4 PDF, written whole or not at all. Nothing here touches a widget, so any thread may."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QThreadPool, QUrl
from PySide6.QtGui import QFont, QImage, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from console.app.trendexport import refusal_of
from console.domain.errors import Refusal
from console.records.wholefile import write_whole
from widgets.theme import CJK_FALLBACK

if TYPE_CHECKING:
    from console.app.console import Console

log = logging.getLogger(__name__)
Ended = Callable[[Path | Refusal], None]
MARGIN = 15.0  # millimetres of A4
DPI = 96


def pdf(text: str, titled: str, pictures: Mapping[str, QImage] | None = None) -> bytes:
    """A4 pages of this HTML; `<img src="name" width="…">` shows the picture of that name."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setTitle(titled)
    writer.setCreator("Gemba Console")
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    size, upright = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(size, upright, margins, QPageLayout.Unit.Millimeter))
    document = QTextDocument()
    font = QFont("Inter")
    font.setFamilies(["Inter", *CJK_FALLBACK])
    font.setPixelSize(12)
    font.setFeature(QFont.Tag("calt"), 0)  # else a date or a time is not found by who searches the pages
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    for name, picture in (pictures or {}).items():
        document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), picture)
    document.setHtml(text)
    document.setPageSize(writer.pageLayout().paintRectPixels(DPI).size().toSizeF())
    document.print_(writer)
    del writer
    buffer.close()
    return bytes(buffer.data().data())


def write_aside(console: Console, path: Path, make: Callable[[], bytes], ended: Ended) -> None:
    """Make the bytes of a file and write it whole, or not at all; `ended` gets the path, or why not."""

    def work() -> None:
        outcome: Path | Refusal = path
        try:
            write_whole(path, make())
        except OSError as error:
            outcome = refusal_of(error, path)
        except Exception as error:
            log.exception("A report could not be made")
            outcome = Refusal(str(error))
        console.mailbox.call(lambda: ended(outcome))

    QThreadPool.globalInstance().start(work)  # one of Qt's own threads: a long page wants a timer while it is laid out
