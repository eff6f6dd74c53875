"""The month at a glance: the cross, days without an accident, and how often each kind was reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, tzinfo
from functools import partial

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.domain.safety import Happened, SafetyEvent, cross, days_since
from widgets.cards import Button, Card, Painted, Text
from widgets.numbers import whole
from widgets.safety.cross import ACROSS, CELL, Cross
from widgets.safety.words import ICONS, TONES, SafetyCounts, kind_word
from widgets.theme import color, font, pixmap

HIGH = 22
NUMBER = 62  # pixels for three digits
WIDE = 640  # pixels from which days and kinds stand beside each other
SMALL = 24  # pixels of a day's cell below that


class CountLine(Painted):
    """How often one kind was reported in the month; pressed to see these reports."""

    def __init__(self, what: Happened) -> None:
        super().__init__()
        self.what, self.count = what, 0
        self.setFixedHeight(HIGH)

    def say(self, count: int, month: str) -> None:
        """Show a number."""
        self.count = count
        self.setAccessibleName(f"{kind_word(self.what)}: {count}, {month}")
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.fontMetrics().horizontalAdvance(kind_word(self.what)) + 90, HIGH)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(110, HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        self.backdrop(painter)
        tone = TONES[self.what] if self.count else "text_faint"
        painter.drawPixmap(QPoint(4, (HIGH - 14) // 2), pixmap(ICONS[self.what], tone, 14, self.devicePixelRatioF()))
        painter.setFont(font(13))
        painter.setPen(color("text" if self.count else "text_muted"))
        words = self.rect().adjusted(26, 0, -44, 0)
        shown = painter.fontMetrics().elidedText(kind_word(self.what), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), shown)
        painter.setFont(font(14, 600))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(0, 0, -8, 0), int(right), whole(self.count))


class Days(QWidget):
    """A large number of days beside what it counts."""

    def __init__(self) -> None:
        super().__init__()
        self.number, self.words, self.since = (
            Text("text", 34, 600),
            Text("text_muted", 13, wrap=True),
            Text("text_faint", 12),
        )
        self.number.setMinimumWidth(NUMBER)
        self.number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.words)
        words.addWidget(self.since)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.number)
        row.addLayout(words, 1)

    def say(self, count: int, words: str, since: str) -> None:
        """Show them."""
        self.number.say(whole(count))
        self.words.say(words)
        self.since.say(since)


class SafetyFigures(Card):
    """`day_chosen` carries the day of the cross, `kind_chosen` the kind of the month; `turned` that another month is
    shown."""

    day_chosen = Signal(object)
    kind_chosen = Signal(object)
    turned = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.month = today.replace(day=1)
        self._told: tuple[list[SafetyEvent], date, date, tzinfo, date | None] | None = None
        self._today = today
        self._wide: bool | None = None
        self.cross = Cross()
        self.lost, self.hurt = Days(), Days()
        self.counts = {what: CountLine(what) for what in Happened}
        self.before = Button("chevron-left", lambda: self.turn(-1))
        self.after = Button("chevron-right", lambda: self.turn(1))
        self._lay_out()
        self.cross.chosen.connect(self.day_chosen)
        self.cross.turned.connect(self.turn)
        for what, line in self.counts.items():
            line.clicked.connect(partial(self.kind_chosen.emit, what))
        self.retranslate()

    @property
    def until(self) -> date:
        """The first day of the next month."""
        return _moved(self.month, 1)

    def turn(self, step: int) -> None:
        """Another month; none that has not begun."""
        month = _moved(self.month, step)
        if month <= self._today:
            self.month = month
            self._say()
            self.turned.emit()

    def show_events(
        self, events: Iterable[SafetyEvent], since: date, today: date, zone: tzinfo, only: date | None
    ) -> None:
        """Show what was reported; days are counted from `since`."""
        if self._today.replace(day=1) == self.month:
            self.month = today.replace(day=1)  # it was the running month, and goes on being it
        self._today = today
        self._told = list(events), since, today, zone, only
        self._say()

    def _say(self) -> None:
        month = QDate(self.month.year, self.month.month, 1)
        self.title.say(QLocale().toString(month, self.tr("MMMM yyyy", "a month as QLocale writes it")))
        self.after.setEnabled(self.until <= self._today)
        if self._told is None:
            return
        events, since, today, zone, only = self._told
        month, counted = self.month, SafetyCounts()
        self.cross.show_days(cross(events, month.year, month.month, since, today, zone), today, only)
        days = [(event, event.at.astimezone(zone).date()) for event in events]
        here = Counter(event.what for event, day in days if month <= day < self.until)
        for what, line in self.counts.items():
            line.say(here[what], self.title.text())
        worst = {Happened.LOST_TIME: self.lost, Happened.FIRST_AID: self.hurt}
        for what, part in worst.items():
            count = days_since(events, what, since, today, zone)
            last = max((day for event, day in days if event.what.rank >= what.rank and day <= today), default=None)
            words = counted.days(count) if what is Happened.LOST_TIME else counted.days_unhurt(count)
            said = self.tr("last on {0}") if last is not None and last >= since else self.tr("counted since {0}")
            part.say(count, words, said.format((max(last, since) if last is not None else since).isoformat()))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.before.name_silently(self.tr("The month before (PgUp)"))
        self.after.name_silently(self.tr("The next month (PgDn)"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self.tools.addWidget(self.before)
        self.tools.addWidget(self.after)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(40)
        self._grid.setVerticalSpacing(4)
        self._days, self._lines = QWidget(), QWidget()
        days, lines = QVBoxLayout(self._days), QVBoxLayout(self._lines)
        for column, parts in ((days, (self.lost, self.hurt)), (lines, tuple(self.counts.values()))):
            column.setContentsMargins(0, 0, 0, 0)
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
        days.setSpacing(6)
        lines.setSpacing(1)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._grid, 1)
        self.body.addLayout(row)
        self._arrange(False)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange(self.width() >= WIDE)

    def _arrange(self, wide: bool) -> None:
        """Beside each other where there is room for it, else below each other beside a smaller cross."""
        if wide == self._wide:
            return
        self._wide = wide
        side = ACROSS * (CELL if wide else SMALL)
        self.cross.setFixedSize(side, side)
        for part in (self._days, self._lines):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._days, 0, 0)
        self._grid.addWidget(self._lines, 0 if wide else 1, 1 if wide else 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if wide else 0)


def _moved(month: date, step: int) -> date:
    """The first day of a month so many months on."""
    at = month.year * 12 + month.month - 1 + step
    return date(at // 12, at % 12 + 1, 1)
