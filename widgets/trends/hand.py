"""What mouse and keys do to the time axis and the cursors of the Trends screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from widgets.trends.model import SHORTEST
from widgets.trends.plot import BOTTOM, SIDE, Plot

if TYPE_CHECKING:
    from widgets.trends.model import TrendModel
    from widgets.trends.plots import Plots

NEAR = 5  # pixels within which a hand takes hold of a cursor
STEP, ZOOM = 0.1, 1.25  # of the length: an arrow; of the length: a turn of the wheel


class Hand(QObject):
    """What mouse and keys do to the time axis and the cursors."""

    def __init__(self, model: TrendModel, plots: Plots) -> None:
        super().__init__(plots)
        self._model, self._plots = model, plots
        self._from: QPoint | None = None
        self._does = ""  # "pan", "span", "A", "B", "" = not moved yet
        self._was = (0.0, 0.0)
        self._second = False  # the cursor that the keys move is B

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if not isinstance(watched, Plot) or not isinstance(event, QMouseEvent):
            return False
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.LeftButton:
                self._press(watched, event)
            case QEvent.Type.MouseMove:
                self._move(watched, event)
            case QEvent.Type.MouseButtonRelease if event.button() == Qt.MouseButton.LeftButton:
                self._release(watched, event)
            case _:
                return False
        return True

    # The mouse

    def _press(self, plot: Plot, event: QMouseEvent) -> None:
        self._plots.setFocus(Qt.FocusReason.MouseFocusReason)
        self._from, self._was = event.position().toPoint(), (self._model.start, self._model.end)
        self._does = self._cursor_at(plot, self._from)
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._does = "span"

    def _move(self, plot: Plot, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._from is None:
            near = self._cursor_at(plot, point)
            plot.setCursor(Qt.CursorShape.SplitHCursor if near else Qt.CursorShape.ArrowCursor)
            return
        by = point.x() - self._from.x()
        if not self._does and abs(by) >= QApplication.startDragDistance():
            self._does = "pan"
            plot.setCursor(Qt.CursorShape.ClosedHandCursor)
        match self._does:
            case "pan":
                seconds = -by * self._pixel()
                self._show(self._was[0] + seconds, self._was[1] + seconds)
            case "span":
                self._plots.stack.span(self._from.x(), point.x())
            case "A" | "B":
                self._model.point(self._time(point.x()), self._does == "B")

    def _release(self, plot: Plot, event: QMouseEvent) -> None:
        begun, does, x = self._from, self._does, event.position().toPoint().x()
        self._from, self._does = None, ""
        self._plots.stack.band.hide()
        plot.setCursor(Qt.CursorShape.ArrowCursor)
        if begun is None:
            return
        if does == "span" and abs(x - begun.x()) >= QApplication.startDragDistance():
            a, b = sorted((self._time(begun.x()), self._time(x)))
            self._show(a, max(b, a + SHORTEST))
        elif not does and plot.rect().contains(event.position().toPoint()):
            self._second = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._model.point(self._time(x), self._second)
        elif does in ("A", "B"):
            self._second = does == "B"

    def turned(self, event: QWheelEvent) -> bool:
        """Zoom around the pointer; with Shift the stack is scrolled instead, sideways turns pan."""
        if not self._model.pens or event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            return False
        turns = event.angleDelta()
        if abs(turns.x()) > abs(turns.y()):
            self.pan(-turns.x() / 120 * STEP)
        elif turns.y():
            self.zoom(ZOOM ** (-turns.y() / 120), self._time(round(event.position().x())))
        return True

    # Moving

    def pan(self, by: float) -> None:
        """Go on by a part of the length."""
        model = self._model
        self._show(model.start + by * model.length, model.end + by * model.length)

    def zoom(self, by: float, around: float | None = None) -> None:
        """Make the axis so many times as long; a live one stays live, and what is pointed at stays where it is."""
        model = self._model
        if model.live and (around is None or around > model.end - 0.25 * model.length):
            model.follow(model.length * by)
            return
        middle = (model.start + model.end) / 2 if around is None else around
        length = max(model.length * by, SHORTEST)
        start = middle - (middle - model.start) * length / model.length
        self._show(start, start + length)

    def _show(self, start: float, end: float) -> None:
        """Look there, but not into the future."""
        over = max(0.0, end - self._model.console.now())
        self._model.show(start - over, end - over)

    # The keyboard

    def pressed_key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; whether it asks for anything."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right if shift:
                self._step_cursor((-1 if event.key() == Qt.Key.Key_Left else 1) * (10 if control else 1))
            case Qt.Key.Key_Left:
                self.pan(-1.0 if control else -STEP)
            case Qt.Key.Key_Right:
                self.pan(1.0 if control else STEP)
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.zoom(1 / ZOOM)
            case Qt.Key.Key_Minus | Qt.Key.Key_Underscore:
                self.zoom(ZOOM)
            case Qt.Key.Key_Home:
                self._model.follow()
            case Qt.Key.Key_Space:
                self._model.freeze() if self._model.live else self._model.follow()
            case Qt.Key.Key_A | Qt.Key.Key_B if not control:
                self._place(event.key() == Qt.Key.Key_B)
            case Qt.Key.Key_Escape if self._model.cursors != (None, None):
                self._model.point(None)
                self._model.point(None, second=True)
            case _:
                return False
        return True

    def _place(self, second: bool) -> None:
        """Put a cursor into the middle, unless it can be seen; the keys move it from now on."""
        self._second, model = second, self._model
        at = model.cursors[second]
        if at is None or not model.start <= at <= model.end:
            model.point(model.start + model.length * (0.6 if second else 0.4), second)

    def _step_cursor(self, pixels: int) -> None:
        at = self._model.cursors[self._second]
        if at is None:
            self._place(self._second)
            return
        self._model.point(min(max(at + pixels * self._pixel(), self._model.start), self._model.end), self._second)

    # Pixels and times

    def _pixel(self) -> float:
        return self._model.pixel_of(self._plots.inner().width())

    def _time(self, x: int) -> float:
        model = self._model
        return min(max(model.start + (x - SIDE) * self._pixel(), model.start), model.end)

    def _cursor_at(self, plot: Plot, point: QPoint) -> str:
        if not plot.inner().adjusted(-NEAR, 0, NEAR, BOTTOM).contains(point):
            return ""
        for at, word in zip(self._model.cursors, "AB", strict=True):
            if at is not None and abs(SIDE + (at - self._model.start) / self._pixel() - point.x()) <= NEAR:
                return word
        return ""
