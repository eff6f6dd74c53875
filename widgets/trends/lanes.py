"""What happened, on the time axis of the plots: states, calls, stops, orders, units, shifts and notes, a lane each."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QSizePolicy, QWidget

from console.app.queries.trends import NoteShown
from widgets.theme import themes
from widgets.trends.lanecontext import look_with
from widgets.trends.lanerows import Item, Kind, bands, items, plan
from widgets.trends.lanesface import LanesFace, Picked
from widgets.trends.model import TrendModel
from widgets.trends.notes import NoteForm, subjects_of

LOW = 720  # height of a window below which there are fewer lanes
PAGES = {Kind.CALL: "calls", Kind.STOP: "stops", Kind.WARNING: "earlywarnings"}  # where the record of an item is
OPENED = frozenset({*PAGES, Kind.NOTE})  # what a click opens


class LanesPart(LanesFace):
    """Draws from `model.start` to `model.end` between the pixels that `set_axis` told."""

    open_requested = Signal(str, str)  # another screen and its subject
    bands_changed = Signal()

    def __init__(self, model: TrendModel) -> None:
        super().__init__(model)
        self._bands: list[tuple[float, float, str]] = []
        self._dirty = True
        self._built: tuple[object, ...] = ()
        self._form: NoteForm | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._refresh)
        for changed in (model.span_changed, model.pens_changed):
            changed.connect(self._touch)
        model.cursors_changed.connect(self.update)
        themes.changed.connect(self.update)
        self._context.when_changed(self._touch)
        self.destroyed.connect(self._context.close)
        self._note_key = QShortcut(QKeySequence("N"), self)
        self._note_key.setContext(Qt.ShortcutContext.WindowShortcut)
        self._note_key.activated.connect(lambda: self.write_note())
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._typed_into)
        self.retranslate()
        self._refresh()

    # What the page calls

    def set_axis(self, left: int, width: int) -> None:
        """Where the time axis begins, and how wide it is; pixels of this widget."""
        if (left, width) != (self._left, self._width):
            self._left, self._width = left, max(width, 1)
            self._touch()

    def beat(self, now: float) -> None:
        """About four times a second while the page is seen."""
        self._context.beat()
        self._touch()

    def bands(self) -> list[tuple[float, float, str]]:
        """When calls were open at these places: from, to (seconds UTC) and the role of their colour."""
        return self._bands

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.setAccessibleName(
            self.tr("What happened on the time axis; arrow keys walk it, Enter opens, N writes a note")
        )
        self._describe()
        self.update()

    def write_note(self, start: float | None = None, end: float | None = None) -> None:
        """Ask for a note: at a time, else at the cursors, else at the end of the axis."""
        subjects = subjects_of(self._model)
        if not subjects:
            return
        if start is None:
            first, second = self._model.cursors
            start = first if first is not None else self._model.end
            end = second if first is not None else None
        if end is not None and end < start:
            start, end = end, start
        self._ask(NoteForm(self._model, subjects, start, end, parent=self))

    def _typed_into(self, before: QWidget | None, now: QWidget | None) -> None:
        """Letters typed into a list look for a row: there they write no note."""
        self._note_key.setEnabled(not isinstance(now, QAbstractItemView))

    # What is shown

    def _touch(self) -> None:
        self._dirty = True
        if not self._later.isActive():
            self._later.start()

    def _refresh(self) -> None:
        """Build the lanes anew, and read what is missing of them."""
        if not self._dirty:
            return
        self._dirty = False
        model, now, kept = self._model, self._model.console.now(), self._item
        self._context = look_with(model, self._width)
        if self.isVisible():
            self._context.beat()
        low, step = self.window().height() < LOW, model.length / self._width
        known = (self._context.mark, self._context.look.places)
        built = (*known, model.start // step, model.length, self._width, low)
        if built == self._built:
            return  # a live axis that has not moved by a pixel
        self._built = built
        self._rows = plan(self._context, low)
        self._items = [items(self._context, row, now) for row in self._rows]
        self._picked = self._found(kept)
        self.setFixedHeight(self._height())
        self.update()
        told = bands(self._context, now)
        if told != self._bands:
            self._bands = told
            self.bands_changed.emit()

    def _found(self, item: Item | None) -> Picked | None:
        """Where the item that was picked is now."""
        if item is None:
            return None
        for row, lane in enumerate(self._items):
            for at, one in enumerate(lane):
                same = one.id == item.id if item.id else one.since == item.since
                if (one.kind, one.place) == (item.kind, item.place) and same:
                    return row, at
        return None

    def _describe(self) -> None:
        self.setAccessibleDescription(self.described(self._item))

    # Keyboard and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = Qt.Key(event.key())
        moves: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Left: lambda: self._walk(-1),
            Qt.Key.Key_Right: lambda: self._walk(1),
            Qt.Key.Key_Up: lambda: self._climb(-1),
            Qt.Key.Key_Down: lambda: self._climb(1),
            Qt.Key.Key_Home: lambda: self._walk(-(10**9)),
            Qt.Key.Key_End: lambda: self._walk(10**9),
            Qt.Key.Key_Return: self._open,
            Qt.Key.Key_Enter: self._open,
            Qt.Key.Key_Space: self._point,
        }
        if key not in moves or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not any(self._items):
            super().keyPressEvent(event)
            return
        moves[key]()

    def pick(self, picked: Picked | None) -> None:
        """Choose an item, or none."""
        self._picked = picked
        self._describe()
        self.update()

    def _walk(self, by: int) -> None:
        """To the neighbour in the lane."""
        row = self._picked[0] if self._picked is not None else next(n for n, lane in enumerate(self._items) if lane)
        last = len(self._items[row]) - 1
        at = self._picked[1] if self._picked is not None else (last + 1 if by < 0 else -1)
        self.pick((row, min(max(at + by, 0), last)))

    def _climb(self, by: int) -> None:
        """To the item of the next lane that is nearest in time."""
        item = self._item
        if self._picked is None or item is None:
            self._walk(-1)
            return
        row = self._picked[0] + by
        while 0 <= row < len(self._items) and not self._items[row]:
            row += by
        if 0 <= row < len(self._items):
            lane = self._items[row]
            self.pick((row, min(range(len(lane)), key=lambda at: abs(lane[at].since - item.since))))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() != Qt.MouseButton.LeftButton or self._row_at(event.position().y()) < 0:
            return
        self.pick(self.item_at(event.position()))
        item = self._item
        if item is not None and item.kind in OPENED:
            self._open()
        elif self._left <= event.position().x() <= self._left + self._width:
            self._model.point(self._axis().at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        picked = self.item_at(event.position())
        kind = self._items[picked[0]][picked[1]].kind if picked is not None else None
        opens = kind in OPENED
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        if mouse:
            self.pick(self.item_at(QPointF(event.pos())))
        at = self._axis().at(event.pos().x()) if mouse else None
        menu = self.menu(at)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def menu(self, at: float | None = None) -> QMenu:
        """What can be done with the item that is picked, and at a time."""
        menu, item = QMenu(self), self._item
        if item is not None and item.kind in OPENED:
            menu.addAction(self.tr("Open"), self._open)
        if item is not None and item.ends(self._model.console.now()) > item.since:
            menu.addAction(self.tr("Show only this time"), self._zoom)
        if subjects_of(self._model):
            menu.addAction(self.tr("Write a note here"), lambda: self.write_note(at))
        first, second = self._model.cursors
        if first is not None and second is not None:
            menu.addAction(self.tr("Write a note about the time between the cursors"), lambda: self.write_note())
        return menu

    def _open(self) -> None:
        item = self._item
        if item is None:
            return
        if item.kind in PAGES:
            self.open_requested.emit(PAGES[item.kind], item.id)
        elif item.kind is Kind.NOTE:
            self._change_note(item)
        else:
            self._point()

    def _point(self) -> None:
        if self._item is not None:
            self._model.point(max(self._item.since, self._model.start))

    def _zoom(self) -> None:
        item, now = self._item, self._model.console.now()
        if item is not None:
            self._model.show(item.since, max(item.ends(now), item.since + 60.0))

    def _change_note(self, item: Item) -> None:
        found: tuple[NoteShown, ...] = self._context.happened.notes if self._context.happened is not None else ()
        shown = next((one for one in found if one.note.id == item.id), None)
        if shown is not None:
            note = shown.note
            end = note.end.timestamp() if note.end is not None else None
            self._ask(NoteForm(self._model, (), note.start.timestamp(), end, shown, self))

    def _ask(self, form: NoteForm) -> None:
        self._form = form
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.finished.connect(lambda _: self._asked())
        form.open()

    def _asked(self) -> None:
        self._form = None
        self._touch()
