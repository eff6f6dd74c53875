"""Pages of paper: HTML as an A4 PDF, written whole or not at all. Nothing here touches a widget, so any thread may."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from widgets.theme import CJK_FALLBACK

MARGIN = 15.0  # millimetres of A4
DPI = 96


def pdf(text: str, titled: str) -> bytes:
    """A4 pages of this HTML."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setTitle(titled)
    writer.setCreator("Gemba Console")
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins))
    document = QTextDocument()
    font = QFont("Inter")
    font.setFamilies(["Inter", *CJK_FALLBACK])
    font.setPixelSize(12)
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    document.setHtml(text)
    document.setPageSize(writer.pageLayout().paintRectPixels(DPI).size().toSizeF())
    document.print_(writer)
    del writer
    buffer.close()
    return bytes(buffer.data().data())


def write_whole(path: Path, data: bytes) -> None:
    """Write a file, whole or not at all; OSError where that cannot be done."""
    half = path.with_name(path.name + ".part")
    try:
        half.write_bytes(data)
        os.replace(half, path)
    finally:
        half.unlink(missing_ok=True)
