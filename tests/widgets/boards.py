"""Lines for the board's tests, and eyes that see which pixels are painted and how."""

from __future__ import annotations

from collections.abc import Callable
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console.domain.live import LineLive, StationLive
from console.domain.stations import NoData, StationState
from tests.widgets.floors import NOW, line_of, station
from widgets.board.view import BoardView

S = StationState
NASTY = (
    "<img src='file:///etc/hostname'>",
    "W" * 500,
    "محطة اللحام ١٢",
    "\u202eabc\u202c Weld\u0000\u0007\n\tB\u2066x",
    "&&&amp;<b>bold</b>",
    "焊接" * 60,
    "",
)


class Clock:
    """The time that the board shows."""

    def __init__(self) -> None:
        self.at = NOW

    def now(self) -> float:
        return self.at


def line(number: int, stations: int = 5, state: StationState = S.RUNNING, minutes: float = 12) -> LineLive:
    """A line whose stations are all in one state."""
    ident = f"L{number}"
    kind = NoData.SILENT if state is S.NO_DATA else None
    made = [station(ident, 10 * (i + 1), f"Station {i}", state, minutes, kind) for i in range(stations)]
    if made:
        return line_of(ident, f"Line {number}", made)
    one = line_of(ident, f"Line {number}", [station(ident, 10, "gone", S.RUNNING, 1)])
    one.stations, one.bottleneck = [], None
    return one


def lines(count: int, stations: int = 5) -> list[LineLive]:
    """So many lines that run."""
    return [line(n + 1, stations) for n in range(count)]


def shown(lines: list[LineLive], clock: Clock | None = None, width: int = 1400, height: int = 900) -> BoardView:
    """A board on the screen that has the keyboard."""
    view = BoardView(lines, (clock or Clock()).now, ZoneInfo("UTC"))
    view.resize(width, height)
    view.show()
    view.activateWindow()
    settle()
    return view


def settle() -> None:
    """Let Qt paint what is to be painted."""
    for _ in range(3):
        QApplication.processEvents()


class Brush(QObject):
    """Watches a widget and remembers every region that it was asked to paint."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        settle()
        self.painted = QRegion()
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint and isinstance(event, QPaintEvent):
            self.painted += event.region()
            self.times += 1
        return False

    def after(self, act: Callable[[], object]) -> QRegion:
        """What an act repaints."""
        self.painted, self.times = QRegion(), 0
        act()
        settle()
        return self.painted


def on_view(view: BoardView, rect: QRect) -> QRect:
    """A rectangle of the content where it lies in the window."""
    return rect.translated(0, -view.verticalScrollBar().value())


def tile(view: BoardView, place: str) -> QRect:
    """Where a station's tile lies in the window."""
    line, index = view._place[place]
    card = view._card(line)
    assert card is not None
    return on_view(view, card.tiles[index])


def picture(view: QWidget, rect: QRect | None = None) -> QImage:
    """What is seen, or a part of it."""
    whole = view.viewport().grab().toImage() if isinstance(view, BoardView) else view.grab().toImage()
    return whole.copy(rect) if rect is not None else whole


def grey(image: QImage) -> list[int]:
    """The picture as a list of 0..255, as somebody sees it who sees no colours."""
    plain = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return [byte for y in range(plain.height()) for byte in bytes(plain.constScanLine(y))[: plain.width()]]


def differing(one: QImage, other: QImage, by: int = 16) -> int:
    """How many pixels differ by more than `by` of 255 in grey."""
    return sum(abs(a - b) > by for a, b in zip(grey(one), grey(other), strict=True))


def painted(paint: Callable[[QPainter], None], width: int, height: int) -> QImage:
    """A picture that a function paints."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("magenta"))
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def press(view: QWidget, *keys: Qt.Key) -> None:
    """Press keys, one after the other."""
    for key in keys:
        QTest.keyClick(view, key)
    settle()


def click(view: BoardView, point: QPoint) -> None:
    """Press and release at a point of the window."""
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    settle()


def focused(view: BoardView) -> StationLive | None:
    """The station under the keyboard's focus."""
    return view.focused_station
