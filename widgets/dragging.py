"""Dragging signals from one part of the window to another: what is carried, and reading it where it is dropped."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QMimeData

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
