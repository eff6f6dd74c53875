"""Pictures as the screen takes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from console.domain.attachments import Attachment

if TYPE_CHECKING:
    from console.records.pictures import Pixels


def image_of(pixels: Pixels) -> QImage:
    """A decoded picture as an image of its own."""
    raw = QImage(pixels.rgba, pixels.width, pixels.height, pixels.width * 4, QImage.Format.Format_RGBA8888)
    return raw.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def icon_of(attachment: Attachment) -> str:
    """The shipped icon for what cannot be shown as a picture."""
    if attachment.is_picture:
        return "image"
    return "play" if attachment.type.startswith("video/") else "file-text"
