"""How many calls an hour: small bars over the time of a dry run, those of the saved rules as an outline behind."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from console.app.dryrun import DryResult
from console.domain.drycalls import DryCall
from widgets.theme import color, font, themes
from widgets.times import clock

HOUR = 3600.0
HIGH, LABELS, TOP = 92, 18, 16
MOST = 400  # bars; a longer time has wider ones
LABEL_WIDE = 46


class HourBars(QWidget):
    """Nothing to focus: the table below has every call."""

    def __init__(self) -> None:
        super().__init__()
        self.bars: list[int] = []
        self.before: list[int] = []
        self._first, self._step = 0.0, HOUR
        self._zone: tzinfo | None = None
        self.setFixedHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(300, HIGH)

    def show_result(self, result: DryResult | None, zone: tzinfo | None) -> None:
        """Show a run; None: nothing."""
        self._zone = zone
        self.bars, self.before = [], []
        if result is not None:
            begin = datetime.fromtimestamp(result.start, UTC).astimezone(zone)
            self._first = result.start - begin.minute * 60 - begin.second - begin.microsecond / 1e6
            hours = max(1.0, -(-(result.end - self._first) // HOUR))
            self._step = HOUR * max(1.0, -(-hours // MOST))
            count = int(-(-(hours * HOUR) // self._step))
            self.bars = self._counted(result.calls, count)
            self.before = self._counted(result.before or (), count)
        self.setAccessibleName(self._words())
        self.update()

    def retranslate(self) -> None:
        """Say it again in the language of the moment."""
        self.setAccessibleName(self._words())
        self.update()

    def _counted(self, calls: tuple[DryCall, ...], count: int) -> list[int]:
        bars = [0] * count
        for call in calls:
            for at in call.heard:
                bars[min(count - 1, max(0, int((at - self._first) // self._step)))] += 1
        return bars

    def _words(self) -> str:
        if not self.bars or not max(self.bars):
            return self.tr("Calls an hour: none")
        most = max(self.bars)
        at = self._first + self.bars.index(most) * self._step
        return self.tr("Calls an hour: at most {0}, at {1}").format(most, clock(at, self._zone, seconds=False))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.bars:
            bar = min(len(self.bars) - 1, max(0, int(event.pos().x() / self.width() * len(self.bars))))
            at = clock(self._first + bar * self._step, self._zone, seconds=False)
            words = self.tr("{0}: heard {1} times").format(at, self.bars[bar])
            if any(self.before):
                words += self.tr(", as saved {0} times").format(self.before[bar])
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if not self.bars:
            return
        painter = QPainter(self)
        painter.setFont(font(11))
        ground = self.height() - LABELS
        most = max(1, *self.bars, *(self.before or [0]))
        wide = self.width() / len(self.bars)
        gap = 1.0 if wide < 6 else 3.0
        room = ground - TOP
        painter.setPen(QPen(color("border"), 1))
        painter.drawLine(QPointF(0, ground + 0.5), QPointF(self.width(), ground + 0.5))
        before = self.before or [0] * len(self.bars)
        for number, (count, then) in enumerate(zip(self.bars, before, strict=True)):
            area = QRectF(number * wide + 0.5, 0.0, max(1.0, wide - gap), ground)
            if count:
                painter.fillRect(area.adjusted(0, ground - room * count / most, 0, 0), color("bar"))
            if then:
                painter.setPen(QPen(color("text_faint"), 1))
                painter.drawRect(area.adjusted(0, ground - room * then / most, 0, 0))
            if count and wide > 16:
                area.setTop(ground - room * max(count, then) / most - 15)
                painter.setPen(color("text_muted"))
                painter.drawText(area, int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop), str(count))
        self._labels(painter, wide, ground)

    def _labels(self, painter: QPainter, wide: float, ground: float) -> None:
        every = next((step for step in (1, 2, 3, 6, 12, 24, 48) if step * wide >= LABEL_WIDE), 96)
        painter.setPen(color("text_faint"))
        for number in range(0, len(self.bars), every):
            words = clock(self._first + number * self._step, self._zone, seconds=False)
            area = QRectF(number * wide, ground + 3, LABEL_WIDE, LABELS - 3)
            if area.right() <= self.width():
                painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)
