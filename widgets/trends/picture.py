"""The plots as a picture that explains itself: what is drawn and of when stands above them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.plain import plain
from widgets.theme import color, font
from widgets.trends.legend import stroke_of
from widgets.trends.naming import known, length_word, pen_word, place_of, place_word, zone_of

if TYPE_CHECKING:
    from widgets.trends.model import TrendModel

HEAD, LINE, PAD = 30, 20, 14  # pixels
PARTS = ("plots", "axis", "lanes")  # of the page, one above the other


class Preview(QWidget):
    """A picture as large as there is room for it."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setMinimumSize(320, 120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_image(self, image: QImage) -> None:
        """Show another one."""
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        painter.drawImage(QRect(QPoint(left, top), size), self._image)


def caption(model: TrendModel) -> str:
    """From when to when, on the plant's clock."""
    zone = zone_of(model.console)
    first, last = (datetime.fromtimestamp(at, UTC).astimezone(zone) for at in (model.start, model.end))
    end = last.strftime("%H:%M:%S" if first.date() == last.date() else "%Y-%m-%d %H:%M:%S")
    return f"{first:%Y-%m-%d %H:%M:%S} – {end} (UTC{last.isoformat()[-6:]}, {length_word(model.length)})"


def pens_told(model: TrendModel) -> list[tuple[int, str]]:
    """The colour of each pen that is drawn, and its place, name and unit."""
    told = []
    for pen in model.pens:
        if pen.shown:
            signal = known(model, pen.id)
            unit = f" [{plain(signal.unit, 20)}]" if signal is not None and signal.unit else ""
            place = place_word(model.console, place_of(pen.id))
            told.append((pen.color, f"{place} · {pen_word(model, pen.id)}{unit}"))
    return told


def told_as_text(model: TrendModel) -> str:
    """The same as words beside a picture."""
    pens = [words for _, words in pens_told(model)]
    return "\n".join([caption(model), *pens, *(plain(one.label, 80) for one in model.compared)])


def pictured(model: TrendModel, page: QWidget) -> QImage:
    """The visible plots, their axis and what lies on it, with the caption above."""
    area = _area(page)
    grabbed = page.grab(area)
    told = pens_told(model)
    ratio = grabbed.devicePixelRatio()
    over = [(stroke_of(model, one.shift), plain(one.label, 80)) for one in model.compared]
    head = HEAD + LINE * (len(told) + len(over)) + PAD // 2
    wide = area.width() + 2 * PAD
    image = QImage(round(wide * ratio), round((area.height() + head + 2 * PAD) * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(color("window"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(color("text"))
    painter.setFont(font(14, 600))
    painter.drawText(QRectF(PAD, PAD / 2, wide - 2 * PAD, HEAD), int(Qt.AlignmentFlag.AlignVCenter), caption(model))
    painter.setFont(font(13))
    for i, (pen, words) in enumerate(told):
        painter.setBrush(color(f"pen_{pen}"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QPointF(PAD + 15, PAD / 2 + HEAD + (i + 0.5) * LINE), 4, 4)
        _line(painter, i, words, wide)
    for i, (stroke, words) in enumerate(over, len(told)):
        painter.setPen(QPen(color("text_muted"), 1, stroke))
        middle = PAD / 2 + HEAD + (i + 0.5) * LINE
        painter.drawLine(QPointF(PAD, middle), QPointF(PAD + 30, middle))
        _line(painter, i, words, wide)
    painter.drawPixmap(QPointF(PAD, head + PAD), grabbed)
    painter.end()
    return image


def _line(painter: QPainter, row: int, words: str, wide: int) -> None:
    painter.setPen(color("text"))
    area = QRectF(PAD + 38, PAD / 2 + HEAD + row * LINE, wide - 2 * PAD - 38, LINE)
    painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), words)


def _area(page: QWidget) -> QRect:
    """Where these parts of the page are, from its corner."""
    area = QRect()
    for name in PARTS:
        part = getattr(page, name, None)
        if isinstance(part, QWidget) and part.isVisible():
            area = area.united(QRect(part.mapTo(page, QPoint(0, 0)), part.size()))
    return area if area.isValid() else page.rect()
