"""Draws the program's icon in every size that Windows asks for: `python icon.py resources/app.svg app.ico`."""

from __future__ import annotations

import struct
import sys
from collections.abc import Sequence
from pathlib import Path

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)  # pixels: lists and title bars, task bar, tiles, each at its scalings
HEAD, ENTRY = struct.Struct("<HHH"), struct.Struct("<BBBBHHII")
BITMAP = struct.Struct("<IiiHHIIiiII")
LARGEST_BITMAP = 256


def write_icon(drawing: Path, icon: Path) -> None:
    """Write `drawing` (SVG) as an .ico. Raises ValueError for a drawing that cannot be read."""
    pictures = [_picture(drawing, size) for size in SIZES]
    place = HEAD.size + ENTRY.size * len(SIZES)
    head = [HEAD.pack(0, 1, len(SIZES))]
    for size, picture in zip(SIZES, pictures, strict=True):
        head.append(ENTRY.pack(size % 256, size % 256, 0, 0, 1, 32, len(picture), place))  # 0 stands for 256
        place += len(picture)
    icon.parent.mkdir(parents=True, exist_ok=True)
    icon.write_bytes(b"".join((*head, *pictures)))


def _picture(drawing: Path, size: int) -> bytes:
    """One picture with transparent corners: the largest as PNG, the others as the bitmaps that every reader knows."""
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(str(drawing))
    if not renderer.isValid():
        raise ValueError(f"{drawing} is no drawing")
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    if size < LARGEST_BITMAP:
        return _bitmap(bytes(image.constBits()), size)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"PNG").write(image)
    return bytes(buffer.data().data())


def _bitmap(pixels: bytes, size: int) -> bytes:
    """`pixels` (blue, green, red, alpha; first row on top) as a bitmap with the last row first and an empty mask."""
    row = 4 * size
    rows = b"".join(pixels[start : start + row] for start in range(row * (size - 1), -1, -row))
    mask = bytes((size + 31) // 32 * 4 * size)
    return BITMAP.pack(BITMAP.size, size, 2 * size, 1, 32, 0, len(rows) + len(mask), 0, 0, 0, 0) + rows + mask


def main(words: Sequence[str]) -> int:
    """Draw what the two words name: the drawing, then the icon."""
    drawing, icon = words
    write_icon(Path(drawing), Path(icon))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
