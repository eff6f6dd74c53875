"""What needs somebody now: stations that stand or say nothing, worst and oldest first. A row opens its station."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.domain.live import LineLive, StationLive
from console.domain.stations import NoData, StationState
from widgets import words
from widgets.board.card import line_label, paint_panel
from widgets.board.tile import elided, metrics
from widgets.plain import plain
from widgets.theme import color, font, themes

HEAD = 46
ROW = 64
MORE = 30  # the words "and n more"
TOGETHER = 3  # stations of one line with the same kind of no data that make one row
ROLE = {StationState.STOPPED: "stopped", StationState.NO_DATA: "no_data"}


@dataclass(frozen=True, slots=True)
class Need:
    """One row: a station, or all those of a line that fell silent together."""

    line: LineLive
    stations: tuple[StationLive, ...]

    @property
    def station(self) -> StationLive:
        """The one that the row opens."""
        return self.stations[0]

    @property
    def since(self) -> float:
        """Since when it needs somebody, seconds UTC."""
        return min(station.since for station in self.stations)


def needing(lines: Iterable[LineLive], called: Container[str] = ()) -> list[Need]:
    """What stands unplanned or gives no data: stops first, then by age. Not yet heard is no fault.

    `called`: stations that have an open call, of which the list of calls tells.

    Three or more stations of a line that give no data for the same reason are one row: it is one edge node or network.
    """
    found: list[Need] = []
    for line in lines:
        silent: dict[NoData | None, list[StationLive]] = {}
        for station in line.stations:
            if station.station.id in called:
                continue
            if station.state is StationState.STOPPED:
                found.append(Need(line, (station,)))
            elif station.state is StationState.NO_DATA and station.no_data not in (NoData.WAITING, NoData.AWAY):
                silent.setdefault(station.no_data, []).append(station)
        for together in silent.values():
            if len(together) >= TOGETHER:
                found.append(Need(line, tuple(together)))
            else:
                found.extend(Need(line, (station,)) for station in together)
    return sorted(found, key=lambda need: (need.station.state is not StationState.STOPPED, need.since))


class AttentionPanel(QWidget):
    """A painted list; mouse or arrow keys choose, Enter opens."""

    opened = Signal(str)

    def __init__(self, lines: Callable[[], list[LineLive]], now: Callable[[], float], parent: QWidget | None = None):
        super().__init__(parent)
        self._lines = lines
        self._now = now
        self.called: Container[str] = ()  # stations with an open call
        self._rows: list[Need] = []
        self._key: tuple[object, ...] = ()
        self._chosen = 0
        self._second = 0
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setMinimumHeight(HEAD + ROW + MORE)
        self._name()
        themes.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(420, HEAD + 6 * ROW)

    @property
    def count(self) -> int:
        """How many stations need somebody."""
        return sum(len(need.stations) for need in self._rows)

    @property
    def rows(self) -> int:
        """How many rows there are to show."""
        return len(self._rows)

    def beat(self, now: float) -> None:
        """Look again; repaint when the list or the second changed."""
        self._rows = needing(self._lines(), self.called)
        key = tuple((s.station.id, s.state, s.no_data, s.reason, s.alarm) for n in self._rows for s in n.stations)
        if key != self._key or (self._rows and int(now) != self._second):
            self._key, self._second = key, int(now)
            self._chosen = min(self._chosen, max(0, len(self._rows) - 1))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:  # ended also when something fails: else Qt crashes later
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        paint_panel(painter, self.rect(), 1.0)
        now = self._now()
        self._paint_head(painter, now)
        if not self._rows:
            painter.setFont(font(13.5))
            painter.setPen(color("text_muted"))
            painter.drawText(16, HEAD + 24, self.tr("Nothing stands still, nothing is silent."))
            return
        shown = self._shown()
        self._chosen = min(self._chosen, max(0, min(len(self._rows), shown) - 1))
        for i, need in enumerate(self._rows[:shown]):
            self._paint_row(painter, self._row_rect(i), need, now, i == self._chosen and self.hasFocus())
        more = len(self._rows) - shown
        if more > 0:
            painter.setFont(font(12.5))
            painter.setPen(color("text_muted"))
            painter.drawText(16, self.height() - 12, self.tr("and %n more", "", more))

    def _shown(self) -> int:
        room = (self.height() - HEAD - 8) // ROW
        return room if len(self._rows) <= room else max(1, (self.height() - HEAD - MORE) // ROW)

    def _row_rect(self, i: int) -> QRect:
        return QRect(16, HEAD + i * ROW, self.width() - 32, ROW)

    def _paint_head(self, painter: QPainter, now: float) -> None:
        title = self.tr("Needs attention")
        painter.setFont(font(14.5, 600))
        painter.setPen(color("text"))
        painter.drawText(16, 30, title)
        if self._rows:
            oldest = min(need.since for need in self._rows)
            painter.setFont(font(13))
            painter.setPen(color("text_muted"))
            said = self.tr("{0} · oldest {1}").format(self.count, words.elapsed(now - oldest))
            painter.drawText(16 + metrics(14.5, 600).horizontalAdvance(title) + 8, 30, said)

    def _paint_row(self, painter: QPainter, rect: QRect, need: Need, now: float, focused: bool) -> None:
        station = need.station
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), color("border"))
        mark = color(ROLE.get(station.state, "running"))  # it may run again since the list was made
        painter.fillRect(QRect(rect.left(), rect.top() + 9, 4, rect.height() - 18), mark)
        left, right = rect.left() + 16, rect.right() - 4
        clock = words.elapsed(now - need.since)
        painter.setFont(font(15.5, 700))
        painter.setPen(color("text"))
        wide = metrics(15.5, 700).horizontalAdvance(clock)
        painter.drawText(right - wide, rect.top() + 27, clock)
        painter.setFont(font(14.5, 600))
        place = self.place(need)
        painter.drawText(left, rect.top() + 27, elided(place, 14.5, 600, right - wide - left - 12))
        painter.setFont(font(13.5))
        painter.setPen(color("text_muted"))
        painter.drawText(left, rect.top() + 49, elided(why(station), 13.5, 400, right - left))
        if focused:
            painter.setPen(QPen(color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(-6, 2, 6, -2))

    def place(self, need: Need) -> str:
        """Line and station of a row, or the line and how many of its stations."""
        if len(need.stations) == 1:
            return f"{line_label(need.line)} · {need.station.station.name}"
        return self.tr("{0} · %n stations", "", len(need.stations)).format(line_label(need.line))

    def _at(self, point: QPoint) -> int | None:
        shown = min(len(self._rows), self._shown())
        return next((i for i in range(shown) if self._row_rect(i).contains(point)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        over = self._at(event.position().toPoint()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        row = self._at(event.position().toPoint())
        if row is not None:
            self._chosen = row
            self.opened.emit(self._rows[row].station.station.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._rows:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            last = min(len(self._rows), self._shown()) - 1
            self._chosen = min(max(0, self._chosen + step), last)
            need = self._rows[self._chosen]
            self.setAccessibleDescription(plain(f"{self.place(need)}: {why(need.station)}"))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._rows:
            self.opened.emit(self._rows[self._chosen].station.station.id)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: N802, ANN001
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: N802, ANN001
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            self.update()
        super().changeEvent(event)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Needs attention"))


def why(station: StationLive) -> str:
    """State and reason in one line."""
    if station.state is StationState.NO_DATA:
        word = words.no_data_word(station.no_data)
        return f"{word} · {words.no_data_sentence(station.no_data)}"
    said = station.reason or station.alarm
    word = words.state_word(station.state)
    return f"{word} · {said}" if said else word
