"""What was dropped or pasted, as files that can be attached."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMimeData
from PySide6.QtGui import QImage

Brought = tuple[Path | bytes | Callable[[], bytes], str]  # what it is, and what to call it
RAW = ("image/png", "image/jpeg", "image/webp")
FAST = 90  # of PNG's 100: what is written is unpacked again at once


def can_bring(mime: QMimeData) -> bool:
    """Whether there is a file or a picture in it."""
    return mime.hasUrls() or mime.hasImage() or any(mime.hasFormat(kind) for kind in RAW)


def brought(mime: QMimeData) -> list[Brought]:
    """The files in it, or else its picture. A link that is no file becomes a path that cannot be read."""
    if mime.hasUrls():
        return [(Path(url.toLocalFile() or url.toString()), "") for url in mime.urls()]
    name = QCoreApplication.translate("attachments", "Pasted picture")
    for kind in RAW:
        if mime.hasFormat(kind):
            return [(mime.data(kind).data(), name)]
    image = mime.imageData()
    return [(packer(image), name)] if isinstance(image, QImage) and not image.isNull() else []


def packer(image: QImage) -> Callable[[], bytes]:
    """What makes a file of an image, on whichever thread; the image is not changed any more."""
    still = QImage(image)

    def pack() -> bytes:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        still.save(buffer, "PNG", FAST)  # type: ignore[call-overload]
        return bytes(buffer.data().data())

    return pack
