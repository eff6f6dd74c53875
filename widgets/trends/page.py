"""Trends: what signals said, on one time axis with everything that happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from widgets.trends.axis import TimeAxis
from widgets.trends.controlcard import ControlCard
from widgets.trends.cursorfacts import CursorFacts
from widgets.trends.header import Header
from widgets.trends.lanes import LanesPart
from widgets.trends.model import MOST_PENS, TrendModel
from widgets.trends.pens import PensCard
from widgets.trends.plots import Plots
from widgets.trends.statistics import StatisticsCard
from widgets.trends.tagtree import TagPanel
from widgets.trends.toolrow import TrendTools
from widgets.trends.values import CursorCard

if TYPE_CHECKING:
    from console.app.console import Console

RIGHT = (290, 470)  # pixels: least and most of the column at the right
SHARE = 0.3  # of the page, between those


class TrendsPage(QWidget):
    """Tags at the left, plots over one time axis, what is known of them at the right. The parts share `model`."""

    open_requested = Signal(str, str)  # another screen and its subject

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self.model = TrendModel(console)
        self.tags = TagPanel(self.model)
        self.header = Header(self.model)
        self.plots, self.axis, self.lanes = Plots(self.model), TimeAxis(self.model), LanesPart(self.model)
        self.pens, self.control = PensCard(self.model), ControlCard(self.model)
        self.at_cursor, self.facts = CursorCard(self.model), CursorFacts(self.model)
        self.statistics = StatisticsCard(self.model)
        self.tools = TrendTools(self.model, self)
        self.legend = self.tools.legend
        self._parts: tuple[QWidget, ...] = (self.header, self.tags, self.plots, self.axis, self.lanes, self.pens)
        self._parts += (self.control, self.at_cursor, self.facts, self.statistics, self.tools)
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.plots)
        self.retranslate()

    # What the shell calls

    def beat(self, now: float) -> None:
        """About four times a second while the page is seen."""
        self.model.beat(now)
        for part in self._parts:
            beat = getattr(part, "beat", None)
            if beat is not None:
                beat(now)

    def show_subject(self, subject: str) -> None:
        """Draw signals: their ids, a line each; a last line "@start,end" is the time. "+" before them adds them."""
        adds = subject.startswith("+")
        lines = [line for line in subject.removeprefix("+").split("\n") if line]
        span = lines.pop() if lines and lines[-1].startswith("@") else ""
        if lines and not adds:
            self.model.use([])
        for id in lines[:MOST_PENS]:
            self.model.add(id)
        start, comma, end = span.removeprefix("@").partition(",")
        if comma:
            self.model.show(float(start), float(end))
        self.show_tags(not self.model.pens)

    def focus_filter(self) -> None:
        """Ctrl+F: a word of a tag."""
        self.show_tags(True)
        self.tags.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tags.filter.selectAll()

    def show_tags(self, shown: bool) -> None:
        """Open the panel with the tags of the plant, or close it."""
        self.tags.setVisible(shown)
        self.header.tags.setChecked(shown)
        if shown:
            self.tags.offer()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        for part in self._parts:
            retranslate = getattr(part, "retranslate", None)
            if retranslate is not None:
                retranslate()

    # Inside

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if not self.model.pens:
            self.show_tags(True)
        self.tags.offer()
        self._settling.start()
        self.beat(self._console.now())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._right.setFixedWidth(min(max(round(self.width() * SHARE), RIGHT[0]), RIGHT[1]))
        self._settling.start()

    def _align(self) -> None:
        """Everything under the plots has their time axis."""
        inner = self.plots.inner()
        for part in (self.axis, self.lanes):
            corner = part.mapFrom(self, self.plots.mapTo(self, QPoint(inner.left(), 0)))
            part.set_axis(corner.x(), inner.width())
        if inner.width() > 0 and inner.width() != self.model.points:
            self.model.points = inner.width()
            self.model.fetch()

    def _connect(self) -> None:
        self._settling.timeout.connect(self._align)
        self.plots.resized.connect(self._settling.start)
        self.header.tags_asked.connect(self.show_tags)
        self.header.open_requested.connect(self.open_requested)
        self.lanes.open_requested.connect(self.open_requested)
        self.lanes.bands_changed.connect(lambda: self.plots.show_bands(self.lanes.bands()))
        self.pens.tags_asked.connect(self.focus_filter)
        self.plots.tags_asked.connect(self.focus_filter)

    def _lay_out(self) -> None:
        middle = QVBoxLayout()
        middle.setSpacing(6)
        for part in (self.legend, self.plots, self.axis, self.lanes):
            middle.addWidget(part, int(part is self.plots))
        self.at_cursor.body.addWidget(self.facts)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for card in (self.pens, self.control, self.at_cursor, self.tools.differences, self.statistics):
            column.addWidget(card)
        column.addStretch(1)
        self._right = QScrollArea()
        self._right.setWidgetResizable(True)
        self._right.setFrameShape(QFrame.Shape.NoFrame)
        self._right.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._right.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._right.setWidget(inside)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self.tags)
        body.addLayout(middle, 1)
        body.addWidget(self._right)
        self.header.tool_row.addWidget(self.tools)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(18, 12, 18, 12)
        whole.setSpacing(10)
        whole.addWidget(self.header)
        whole.addLayout(body, 1)
