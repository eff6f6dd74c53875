"""Dragging signals from one part of the window to another: what is carried, and reading it where it is dropped."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QFontMetrics, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from widgets.plain import plain
from widgets.theme import color, font

SIGNALS = "application/x-gemba-signals"


def carried(ids: Iterable[str]) -> QMimeData:
    """Signals ("L1/30/temperature") to be dragged; as text too."""
    data = QMimeData()
    text = "\n".join(ids)
    data.setData(SIGNALS, text.encode())
    data.setText(text)
    return data


def signals_in(data: QMimeData) -> list[str]:
    """The signals that are dragged, [] where something else is."""
    raw = bytes(data.data(SIGNALS).data()) if data.hasFormat(SIGNALS) else b""
    return [id for id in raw.decode("utf-8", "replace").split("\n") if id]


def far(begun: QPoint, now: QPoint) -> bool:
    """Whether a pressed mouse has moved so far that something is dragged."""
    return (now - begun).manhattanLength() >= QApplication.startDragDistance()


def drag(source: QWidget, ids: Iterable[str], words: str) -> None:
    """Drag signals out of a part that paints itself, with words beside the pointer; back when they were dropped."""
    dragged = QDrag(source)
    dragged.setMimeData(carried(ids))
    dragged.setPixmap(_label(plain(words, 60), source.devicePixelRatioF()))
    dragged.setHotSpot(QPoint(-12, 8))
    dragged.exec(Qt.DropAction.CopyAction)


def _label(words: str, ratio: float) -> QPixmap:
    wide = QFontMetrics(font(12, 500)).horizontalAdvance(words) + 20
    made = QPixmap(round(wide * ratio), round(26 * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(color("accent_fill"))
    painter = QPainter(made)
    painter.setFont(font(12, 500))
    painter.setPen(color("accent_text"))
    painter.drawText(10, 17, words)
    painter.end()
    return made
