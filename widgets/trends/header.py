"""The head of the Trends screen: what is shown, how long a stretch, live or frozen, the ways to its sister screens."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QDateTime, QTimer, QTimeZone, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDateTimeEdit, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from widgets.cards import Button, Choice, OneLine, Picture, Text
from widgets.flow import Flow
from widgets.numbers import whole
from widgets.theme import color, font, themes
from widgets.times import moment
from widgets.trends.model import SHORTEST
from widgets.trends.naming import length_word, place_of, places_word, zone_of

if TYPE_CHECKING:
    from widgets.trends.model import TrendModel

HOUR, DAY = 3600.0, 86_400.0
BUTTONS = (HOUR, 8 * HOUR, 24 * HOUR, 7 * DAY, 30 * DAY)
OTHERS = (60.0, 300.0, 900.0, 4 * HOUR, 3 * DAY, 90 * DAY, 365 * DAY)
SISTERS = (("control", "chart-spline"), ("earlywarnings", "radar"), ("compare", "table-2"))
COUNT_MS = 500  # how often the points are counted again at most
UTC_ZONE = QTimeZone(QTimeZone.Initialization.UTC)


class Header(QWidget):
    """Two rows: what is seen, and what can be done with it."""

    tags_asked = Signal(bool)
    open_requested = Signal(str, str)

    def __init__(self, model: TrendModel) -> None:
        super().__init__()
        self._model = model
        self.title, self.note = Text("text", 18, 600), OneLine("text_faint", 13)
        self.tags = Button("list-tree")
        self.tags.setCheckable(True)
        self.ranges = {length: RangeButton() for length in BUTTONS}
        self.more = Choice()
        self.freeze = Button("pause", self._turn)
        self.sisters = {key: Button(icon, partial(self._open, key)) for key, icon in SISTERS}
        self.frozen = FrozenSign(model)
        self.ask_span = ask_span
        self._counting = QTimer(self, singleShot=True, interval=COUNT_MS)
        self._lay_out()
        self._connect()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.tags.name(self.tr("Signals"), self.tr("Choose what is drawn (Ctrl+F)"))
        for length, ranged in self.ranges.items():
            ranged.name(length_word(length))
        names = {
            "control": self.tr("Control charts"),
            "earlywarnings": self.tr("Early warnings"),
            "compare": self.tr("Compare figures"),
        }
        for key, button in self.sisters.items():
            button.name(names[key])
        self._offer()
        self._say()
        self.frozen.retranslate()

    def _connect(self) -> None:
        model = self._model
        self.tags.clicked.connect(self.tags_asked)
        for length, ranged in self.ranges.items():
            ranged.clicked.connect(lambda _=False, length=length: self._range(length))
        self.more.activated.connect(lambda _: self._chose())
        for changed in (model.span_changed, model.pens_changed):
            changed.connect(self._say)
        model.data_changed.connect(lambda _: self._count_soon())
        self._counting.timeout.connect(self._say_note)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self.title)
        first.addWidget(self.note, 1)
        for button in self.sisters.values():
            first.addWidget(button)
        self._flow_host = QWidget()
        row = Flow(self._flow_host, 6)
        row.addWidget(self.tags)
        for button in self.ranges.values():
            row.addWidget(button)
        row.addWidget(self.more)
        row.addWidget(self.freeze)
        row.addWidget(self.frozen)
        self.tool_row = row
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(first)
        column.addWidget(self._flow_host)

    # What it says

    def _say(self) -> None:
        model = self._model
        places = list(dict.fromkeys(place_of(pen.id) for pen in model.pens))
        where = places_word(model.console, places)
        self.title.say(self.tr("Trends · {0}").format(where) if where else self.tr("Trends"))
        for length, button in self.ranges.items():
            button.setChecked(abs(model.length - length) < 1.0)
        live = model.live
        self.freeze.wear("pause" if live else "play")
        self.freeze.name(
            self.tr("Freeze") if live else self.tr("Live"),
            self.tr("Stand still (Space)") if live else self.tr("Follow the line again (Home)"),
        )
        self.frozen.show_state()
        self._offer_length()
        self._say_note()

    def _count_soon(self) -> None:
        if not self._counting.isActive():
            self._counting.start()

    def _say_note(self) -> None:
        model, now = self._model, self._model.console.now()
        pens = len(model.pens)
        live = (
            self.tr("live")
            if model.live
            else self.tr("until {0}").format(moment(model.end, now, zone_of(model.console)))
        )
        parts = [live, length_word(model.length)]
        if pens:
            parts += [self.tr("%n pen(s)", "", pens)]
            points = counted(model)
            if points:
                parts.append(self.tr("{0} points, every spike kept").format(whole(points)))
        self.note.say(" · ".join(parts))

    # What it does

    def _open(self, key: str) -> None:
        self.open_requested.emit(key, "")

    def _turn(self) -> None:
        if self._model.live:
            self._model.freeze()
        else:
            self._model.follow()

    def _range(self, length: float) -> None:
        """So long, around the middle of what is seen; live stays live."""
        model = self._model
        if model.live:
            model.follow(length)
        else:
            end = min((model.start + model.end + length) / 2, model.console.now())
            model.show(end - length, end)
        self._say()

    def _chose(self) -> None:
        length = self.more.currentData()
        if length is None:
            span = self.ask_span(self, self._model)
            if span is not None:
                self._model.show(*span)
            self._offer_length()
        elif length > 0:
            self._range(float(length))

    def _offer(self) -> None:
        self.more.blockSignals(True)
        self.more.clear()
        self.more.addItem(self.tr("Other…"), -1.0)
        for length in OTHERS:
            self.more.addItem(self.tr("1 year") if length == 365 * DAY else length_word(length), length)
        self.more.addItem(self.tr("From … to …"), None)
        self.more.setAccessibleName(self.tr("Length of the time axis"))
        self.more.blockSignals(False)
        metrics = self.more.fontMetrics()
        self.more.setMinimumWidth(
            max(metrics.horizontalAdvance(self.more.itemText(i)) for i in range(self.more.count())) + 46
        )
        self._offer_length()

    def _offer_length(self) -> None:
        length = self._model.length
        at = next((i for i, one in enumerate(OTHERS) if abs(one - length) < 1.0), -1)
        words = (
            self.tr("Other…") if any(abs(one - length) < 1.0 for one in (*BUTTONS, *OTHERS)) else length_word(length)
        )
        self.more.setItemText(0, words)
        self.more.setCurrentIndex(at + 1)


def counted(model: TrendModel) -> int:
    """How many samples are in what is seen of all pens that are drawn."""
    total = 0
    for pen in model.pens:
        window = model.window(pen.id) if pen.shown else None
        if window is None:
            continue
        a, b = np.searchsorted(window.times, (model.start, model.end))
        total += int(window.counts[a:b].sum()) if window.counts is not None else int(b - a)
    return total


class RangeButton(Button):
    """A length of the axis; lit while it is that long."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        self._primary = self.isChecked()
        super().paintEvent(event)


class FrozenSign(QWidget):
    """Says that what is seen stands still: there only while it does."""

    def __init__(self, model: TrendModel) -> None:
        super().__init__()
        self._model = model
        self.words = Text("warning_text", 13, 600)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 12, 4)
        row.setSpacing(6)
        row.addWidget(Picture("pause", "warning_text", 14))
        row.addWidget(self.words)
        self.setFixedHeight(32)
        themes.changed.connect(self.update)
        self.show_state()

    def show_state(self) -> None:
        """Come or go."""
        self.setVisible(not self._model.live)
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language of the moment."""
        model = self._model
        at = moment(model.end, model.console.now(), zone_of(model.console))
        self.words.say(self.tr("Frozen at {0}").format(at))
        self.setAccessibleName(self.words.text())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(color("warning"))
        painter.setBrush(color("warning_fill"))
        painter.drawRoundedRect(self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


def ask_span(parent: QWidget, model: TrendModel) -> tuple[float, float] | None:
    """From when to when, as a person types it on the plant's own clock; None: nothing was chosen."""
    form = SpanForm(parent, model)
    return form.span() if form.exec() == QDialog.DialogCode.Accepted else None


class SpanForm(QDialog):
    """Two times."""

    def __init__(self, parent: QWidget, model: TrendModel) -> None:
        super().__init__(parent)
        self._zone = zone_of(model.console)
        self.setWindowTitle(self.tr("From … to …"))
        self.first, self.last = QDateTimeEdit(), QDateTimeEdit()
        column = QVBoxLayout(self)
        for words, edit, at in (
            (self.tr("From"), self.first, model.start),
            (self.tr("To"), self.last, model.end),
        ):
            label = Text("text_muted", 12, 500)
            label.say(words)
            label.setBuddy(edit)
            edit.setAccessibleName(words)
            edit.setDisplayFormat("yyyy-MM-dd HH:mm:ss")
            edit.setCalendarPopup(True)
            edit.setFont(font(13))
            edit.setMinimumSize(220, 32)
            edit.setTimeZone(UTC_ZONE)
            edit.setDateTime(self._wall(at))
            column.addWidget(label)
            column.addWidget(edit)
        self.go, self.cancel = Button("check", self.accept, primary=True), Button("", self.reject)
        self.go.name(self.tr("Show"))
        self.go.setDefault(True)
        self.cancel.name(self.tr("Cancel"))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.go)
        column.addSpacing(8)
        column.addLayout(row)

    def span(self) -> tuple[float, float]:
        """Seconds UTC, in order and not shorter than the shortest axis."""
        a, b = sorted((self._seconds(self.first), self._seconds(self.last)))
        return a, max(b, a + SHORTEST)

    def _wall(self, at: float) -> QDateTime:
        """A time as the plant's clock shows it, which Qt takes for one without a zone."""
        local = datetime.fromtimestamp(at, UTC).astimezone(self._zone).replace(tzinfo=UTC)
        return QDateTime.fromSecsSinceEpoch(round(local.timestamp()), UTC_ZONE)

    def _seconds(self, edit: QDateTimeEdit) -> float:
        wall = datetime.fromtimestamp(edit.dateTime().toSecsSinceEpoch(), UTC).replace(tzinfo=self._zone)
        return wall.timestamp() if self._zone is not None else wall.replace(tzinfo=None).astimezone().timestamp()
