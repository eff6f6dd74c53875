"""Writing a picture into a file that a person chose: whole, or not at all."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from console.app.trendexport import refusal_of
from console.domain.errors import Refusal


def save_picture(image: QImage, path: Path, ended: Callable[[Path | Refusal], None]) -> None:
    """Write it; `ended` gets the path, or why not. A picture of a screen takes some hundredths of a second."""
    half = path.with_name(path.name + ".part")
    try:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        with half.open("wb") as file:
            file.write(buffer.data().data())
            file.flush()
            os.fsync(file.fileno())
        os.replace(half, path)
    except OSError as error:
        ended(refusal_of(error, path))
    else:
        ended(path)
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)
