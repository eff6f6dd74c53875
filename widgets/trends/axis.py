"""The time axis that all plots share: round times of the plant's own clock."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.domain.moments import time_of
from widgets.theme import color, font, themes
from widgets.times import moment
from widgets.trends.naming import zone_of

if TYPE_CHECKING:
    from widgets.trends.model import TrendModel

HIGH = 34
ROOM = 92  # pixels between two marks at least
DAY = 86_400
STEPS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 14_400, 21_600, 43_200)
DAYS = (1, 2, 7, 14)
MONTHS = (1, 2, 3, 6, 12)
Mark = tuple[float, str]


def marks(model: TrendModel, wide: int) -> list[Mark]:
    """Round times on the axis of a model and their words."""
    quantum = model.pixel_of(wide)
    return list(
        _marks(round(model.start, 3), round(model.end, 3), max(wide // ROOM, 1), zone_of(model.console), quantum)
    )


@lru_cache(maxsize=8)
def _marks(start: float, end: float, room: int, zone: tzinfo | None, pixel: float) -> tuple[Mark, ...]:
    least = (end - start) / room
    step = next((one for one in STEPS if one >= least), 0)
    if step:
        return tuple((at, _clock(at, zone, step)) for at in _times(start, end, step, zone))
    days = next((one for one in DAYS if one * DAY >= least), 0)
    if days:
        return tuple((at, _date(at, zone)) for at in _midnights(start, end, days, zone))
    months = next((one for one in MONTHS if one * 30 * DAY >= least), MONTHS[-1])
    return tuple((at, _date(at, zone, month=True)) for at in _firsts(start, end, months, zone))


def _local(at: float, zone: tzinfo | None) -> datetime:
    return time_of(at).astimezone(zone)


def _times(start: float, end: float, step: int, zone: tzinfo | None) -> list[float]:
    """Whole steps of the wall's clock; where it is put forward or back, of the clock before."""
    offset = _local(start, zone).utcoffset() or timedelta()
    shift = offset.total_seconds()
    first = ((start + shift) // step + 1) * step - shift
    return [first + n * step for n in range(max(int((end - first) // step) + 1, 0))]


def _midnights(start: float, end: float, days: int, zone: tzinfo | None) -> list[float]:
    day = _local(start, zone).date() + timedelta(days=1)
    found: list[float] = []
    while True:
        at = datetime(day.year, day.month, day.day, tzinfo=zone).timestamp()
        if at >= end:
            return found
        if at >= start and day.toordinal() % days == 0:
            found.append(at)
        day += timedelta(days=1)


def _firsts(start: float, end: float, months: int, zone: tzinfo | None) -> list[float]:
    first = _local(start, zone)
    number = first.year * 12 + first.month
    found: list[float] = []
    while True:
        at = datetime(number // 12, number % 12 + 1, 1, tzinfo=zone).timestamp()
        if at >= end:
            return found
        if at >= start and number % months == 0:
            found.append(at)
        number += 1


def _clock(at: float, zone: tzinfo | None, step: int) -> str:
    local = _local(at, zone)
    if local.hour == local.minute == local.second == 0:
        return _date(at, zone)
    return local.strftime("%H:%M:%S" if step < 60 else "%H:%M")


def _date(at: float, zone: tzinfo | None, month: bool = False) -> str:
    local, locale = _local(at, zone), QLocale()
    chinese = locale.language() == QLocale.Language.Chinese
    if month:
        return f"{local.year}年{local.month}月" if chinese else f"{locale.monthName(local.month, _SHORT)} {local.year}"
    return f"{local.month}月{local.day}日" if chinese else f"{local.day} {locale.monthName(local.month, _SHORT)}"


_SHORT = QLocale.FormatType.ShortFormat


class TimeAxis(QWidget):
    """The marks under the plots, and the times of the cursors."""

    def __init__(self, model: TrendModel) -> None:
        super().__init__()
        self._model = model
        self._left, self._width = 0, 1
        self.setFixedHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for changed in (model.span_changed, model.cursors_changed, themes.changed):
            changed.connect(self.update)

    def set_axis(self, left: int, width: int) -> None:
        """Where the axis begins and how wide it is; pixels of this widget."""
        if (left, width) != (self._left, self._width):
            self._left, self._width = left, max(width, 1)
            self.update()

    def retranslate(self) -> None:
        """The names of months are those of the language."""
        _marks.cache_clear()
        self.setAccessibleName(self.tr("Time axis"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setFont(font(11))
        model, metrics, right = self._model, painter.fontMetrics(), self._left + self._width
        pixel, last = model.pixel_of(self._width), -99
        if not model.live:  # the axis stands still: nobody shall take it for what is now
            painter.fillRect(self._left, 0, self._width, 2, color("warning"))
        for at, words in marks(model, self._width):
            x, wide = self._left + round((at - model.start) / pixel), metrics.horizontalAdvance(words)
            painter.fillRect(x, 0, 1, 4, color("border_strong"))
            from_ = min(max(x - wide // 2, self._left), right - wide)
            if from_ > last + 8:
                painter.setPen(color("text_muted"))
                painter.drawText(from_, 16, words)
                last = from_ + wide
        self._ends(painter, right)

    def _ends(self, painter: QPainter, right: int) -> None:
        model = self._model
        now, zone = model.console.now(), zone_of(model.console)
        painter.setPen(color("text_faint"))
        painter.drawText(self._left, 30, moment(model.start, now, zone))
        words = moment(model.end, now, zone)
        painter.drawText(right - painter.fontMetrics().horizontalAdvance(words), 30, words)
