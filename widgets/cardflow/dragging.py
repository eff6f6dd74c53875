"""A card in the hand: where it was taken, how it looks, and the place above which it is held."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QPixmap

EDGE_ZONE, FASTEST = 44, 26  # pixels from an edge, and of scrolling a step


@dataclass
class Held:
    """A dragged card. `column` None: it is not above a column; `index`: above which card of its lane there."""

    id: str
    grip: QPoint  # of the pointer within the card
    picture: QPixmap
    targets: tuple[str, ...]
    at: QPoint
    column: str | None = None
    index: int = 0

    @property
    def rect(self) -> QRect:
        """What the picture covers, in the viewport."""
        return QRect(self.at - self.grip, self.picture.deviceIndependentSize().toSize())

    @property
    def takes(self) -> bool:
        """Whether it would be taken where it is."""
        return self.column in self.targets


def speed(at: int, low: int, high: int) -> int:
    """How many pixels to scroll a step when the pointer is near an end of a stretch: negative up, 0 elsewhere."""
    if high - low < 3 * EDGE_ZONE:
        return 0
    near = (low + EDGE_ZONE - at) if at < low + EDGE_ZONE else (high - EDGE_ZONE - at)
    if low + EDGE_ZONE <= at <= high - EDGE_ZONE:
        return 0
    return -max(-FASTEST, min(FASTEST, round(near * FASTEST / EDGE_ZONE)))
