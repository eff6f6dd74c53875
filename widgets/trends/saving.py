"""Writing a picture into a file that a person chose: whole, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from console.app.trendexport import refusal_of
from console.domain.errors import Refusal
from console.records.wholefile import write_whole


def save_picture(image: QImage, path: Path, ended: Callable[[Path | Refusal], None]) -> None:
    """Write it; `ended` gets the path, or why not. A picture of a screen takes some hundredths of a second."""
    try:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        write_whole(path, buffer.data().data())
    except OSError as error:
        ended(refusal_of(error, path))
    else:
        ended(path)
