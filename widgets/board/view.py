"""The board itself: one widget that paints every line and repaints only what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from console.domain.floor import LineLive, StationLive
from widgets.board.card import (
    paint_frame,
    paint_header,
    paint_ribbon,
    paint_side,
    paint_summary,
    ring_rect,
)
from widgets.board.layout import TILE_MIN, BoardLayout, CardLayout, lay_out
from widgets.board.notes import LineNote, button_rect, note_sentence, paint_note
from widgets.board.sayings import line_sentence, station_sentence, warned_sentence
from widgets.board.tile import TileCall, elapsed_rect, paint_chip, paint_tile
from widgets.dragging import drag, far
from widgets.plain import tip
from widgets.theme import color, font, themes

LARGER = (1.6, 1.5, 1.4, 1.3)  # sizes that few lines may take
WALL_FROM = 1.7  # from this scale on tiles may be narrower for their size
WALL_TILE_MIN = 88
COLLAPSE_FROM = 7  # this many lines or more begin collapsed


class BoardView(QAbstractScrollArea):
    """Paints lines; the keyboard walks over tiles; emits what the person wants to open."""

    station_opened = Signal(str)
    line_opened = Signal(str)  # the OEE ring or the ratios: where did the time go
    note_opened = Signal(str)  # the order that a note is about
    note_seen = Signal(object)  # LineNote: somebody has seen the change that it tells of
    collapsed_changed = Signal()

    def __init__(
        self, lines: Iterable[LineLive], now: Callable[[], float], zone: ZoneInfo, parent: QWidget | None = None
    ):
        super().__init__(parent)
        self._now = now
        self.zone = zone
        self.scale = 1.0
        self._asked_scale: float | None = None  # None: as the screen has room
        self._pressed: tuple[QPoint, StationLive] | None = None
        self.collapsed: set[str] = set()
        self._lines: list[LineLive] = []
        self._by_id: dict[str, LineLive] = {}
        self._met: set[str] = set()  # lines that were ever shown here
        self._place: dict[str, tuple[str, int]] = {}
        self._calls: Mapping[str, TileCall] = {}  # by station
        self._warned: frozenset[str] = frozenset()  # stations of which something is warned of early
        self._notes: Mapping[str, tuple[LineNote, ...]] = {}  # by line
        self._layout = BoardLayout()
        self._focus: tuple[str, int | None] | None = None
        self._second = 0
        self.painted = 0  # frames painted, for the measurements
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Live board"))
        themes.changed.connect(self.viewport().update)
        self.show_lines(lines)

    # What is shown

    def show_lines(self, lines: Iterable[LineLive]) -> None:
        """Show these lines, in this order."""
        self._lines = list(lines)
        self._by_id = {live.line.id: live for live in self._lines}
        self._place = {s.station.id: (live.line.id, i) for live in self._lines for i, s in enumerate(live.stations)}
        if len(self._lines) >= COLLAPSE_FROM:
            self.collapsed |= self._by_id.keys() - self._met
        self._met |= self._by_id.keys()
        self._keep_focus()
        self._arrange()

    def _keep_focus(self) -> None:
        """The focus stays where it was as far as that is still there."""
        if self._focus is None:
            return
        line, tile = self._focus
        if line not in self._by_id:
            self._focus = None
        elif tile is not None and tile >= self._parts(line):
            self._focus = (line, None)

    def _parts(self, line: str) -> int:
        """How many tiles and notes of a line the keyboard walks over: the notes behind the tiles."""
        return len(self._by_id[line].stations) + len(self._notes.get(line, ()))

    def _note(self, line: str, part: int | None) -> LineNote | None:
        """The note that a part of a card is."""
        first, notes = len(self._by_id[line].stations), self._notes.get(line, ())
        return notes[part - first] if part is not None and first <= part < first + len(notes) else None

    def set_scale(self, scale: float | None) -> None:
        """Draw everything `scale` times as large (wall mode); None: as the screen has room."""
        self._asked_scale = scale
        self._arrange()

    @property
    def _narrowest(self) -> float:
        """Enlarged text still fits into a tile that is a little narrower for its size."""
        return TILE_MIN if self.scale < WALL_FROM else WALL_TILE_MIN

    def toggle(self, line: str) -> None:
        """Collapse or expand a line."""
        self.collapsed.symmetric_difference_update({line})
        self._arrange()
        self.collapsed_changed.emit()

    def collapse_all(self, collapsed: bool) -> None:
        """Collapse or expand every line."""
        self.collapsed = set(self._by_id) if collapsed else set()
        self._arrange()
        self.collapsed_changed.emit()

    def collapsed_words(self) -> str:
        """Which lines are collapsed and which are not, as one text to be remembered."""
        return ";".join(f"{line}={int(line in self.collapsed)}" for line in self._by_id)

    def remember_collapsed(self, words: str) -> None:
        """Collapse and expand as remembered; lines that are not mentioned stay as they are."""
        for line, _, collapsed in (word.rpartition("=") for word in words.split(";") if word):
            if line in self._by_id:
                (self.collapsed.add if collapsed == "1" else self.collapsed.discard)(line)
        self._arrange()

    def reveal(self, station: str) -> None:
        """Expand the station's line, scroll to it and put the focus there."""
        place = self._place.get(station)
        if place is None:
            return
        if place[0] in self.collapsed:
            self.toggle(place[0])
        self._move_focus(place)

    # What changed

    def show_calls(self, calls: Mapping[str, TileCall]) -> None:
        """These stations have open calls from now on."""
        before, self._calls = self._calls, calls
        for station in before.keys() | calls.keys():
            if before.get(station) != calls.get(station):
                self.mark_station(station)

    def show_notes(self, notes: Mapping[str, tuple[LineNote, ...]]) -> None:
        """These lines have notes from now on."""
        before, self._notes = self._notes, notes
        if {line: len(many) for line, many in before.items()} != {line: len(many) for line, many in notes.items()}:
            self._keep_focus()
            self._arrange()
            return
        for line, many in notes.items():
            card = self._card(line) if many != before.get(line) else None
            for rect in card.notes if card is not None else ():
                self._dirty(rect)

    def show_warned(self, stations: frozenset[str]) -> None:
        """Of these stations something is warned of early from now on."""
        changed, self._warned = self._warned ^ stations, stations
        for station in changed:
            self.mark_station(station)

    def mark_station(self, station: str) -> None:
        """Repaint one tile at the next frame."""
        place = self._place.get(station)
        card = self._card(place[0]) if place else None
        if place is not None and card is not None and place[1] < len(card.tiles):
            self._dirty(card.tiles[place[1]])

    def mark_line(self, line: str) -> None:
        """Repaint a line's figures and ribbon at the next frame."""
        card = self._card(line)
        if card is None:
            return
        self._dirty(card.header)
        self._dirty(card.side)
        if not card.ribbon.isEmpty():
            self._dirty(card.ribbon)

    def beat(self, now: float) -> None:
        """Once a second: let the elapsed times that can be seen move on."""
        if int(now) == self._second:
            return
        self._second = int(now)
        for card in self._visible():
            if not card.collapsed:
                for tile in card.tiles:
                    self._dirty(elapsed_rect(tile, self.scale))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self.viewport()) as painter:  # ended also when something fails: else Qt crashes later
            self._paint(painter, event)
        self.painted += 1

    def _paint(self, painter: QPainter, event: QPaintEvent) -> None:
        region = event.region()
        offset = self.verticalScrollBar().value()
        now = self._now()
        bounds = event.rect()
        painter.translate(0, -offset)
        region.translate(0, offset)
        shown = QRect(bounds.left(), bounds.top() + offset, bounds.width(), bounds.height())
        cards = self._layout.between(shown.top(), shown.bottom())
        self._fill(painter, region, cards)
        for card in cards:
            self._paint_card(painter, card, region, now)
        if not self._lines:
            painter.setPen(color("text_muted"))
            painter.setFont(font(14))
            painter.drawText(shown, Qt.AlignmentFlag.AlignCenter, self.tr("No line fits this filter."))

    def _fill(self, painter: QPainter, region: QRegion, cards: Iterable[CardLayout]) -> None:
        """The window between the cards, where it is asked for; inside the cards each part fills its own."""
        outside = region
        for card in cards:
            outside = outside.subtracted(QRegion(card.rect))
        for rect in outside:
            painter.fillRect(rect, color("window"))

    def _paint_card(self, painter: QPainter, card: CardLayout, region: QRegion, now: float) -> None:
        live, u = self._by_id[card.line], self.scale
        tiles = [tile for tile in card.tiles if region.intersects(tile)]
        whole = region.intersects(card.rect) and not self._only(region, card, tiles)
        focus = self._focus[1] if self._focus and self._focus[0] == card.line and self.hasFocus() else -1
        if whole:
            paint_frame(painter, card, u)
            paint_side(painter, card, live, u, focus is None)
            if card.collapsed:
                paint_summary(painter, card, live, self.zone, u)
            else:
                paint_header(painter, card, live, self.zone, u)
                paint_ribbon(painter, card, live, now, self.zone, u)
            tiles = card.tiles
            for i, strip in enumerate(card.notes[: len(self._notes.get(card.line, ()))]):
                on = focus == len(card.tiles) + i
                paint_note(painter, strip, self._notes[card.line][i], u, on, self.devicePixelRatioF())
        target = live.line.takt
        for i, rect in enumerate(card.tiles):
            if rect not in tiles:
                continue
            station = live.stations[i]
            call = self._calls.get(station.station.id)
            if card.collapsed:
                paint_chip(painter, rect, station, u, focus == i, call)
            else:
                cycle, warned = target or station.station.ideal_cycle, station.station.id in self._warned
                paint_tile(painter, rect, station, now, cycle, u, focus == i, call, warned)

    def _only(self, region: QRegion, card: CardLayout, tiles: list[QRect]) -> bool:
        """Whether all that must be painted of this card lies in its tiles."""
        rest = region.intersected(card.rect)
        for tile in tiles:
            rest = rest.subtracted(QRegion(tile))
        return rest.isEmpty()

    def _dirty(self, rect: QRect) -> None:
        self.viewport().update(rect.translated(0, -self.verticalScrollBar().value()))

    # Layout

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        size = self.viewport().size()
        plan = [(live.line.id, len(live.stations), live.line.id in self.collapsed) for live in self._lines]
        notes = {line: len(many) for line, many in self._notes.items()}
        self.scale = self._asked_scale or self._roomy_scale(plan, size, notes)
        self._layout = lay_out(plan, size.width(), size.height(), self.scale, narrowest=self._narrowest, notes=notes)
        bar = self.verticalScrollBar()
        bar.setPageStep(size.height())
        bar.setSingleStep(round(40 * self.scale))
        bar.setRange(0, max(0, self._layout.height - size.height()))
        self.viewport().update()

    @staticmethod
    def _roomy_scale(plan: list[tuple[str, int, bool]], size: QSize, notes: Mapping[str, int]) -> float:
        """Few lines are drawn larger instead of leaving half the screen empty, while no tile needs another row."""
        usual = lay_out(plan, size.width(), 0, 1.0, fill=False)
        rows = [{tile.top() for tile in card.tiles} for card in usual.cards]
        for scale in LARGER:
            larger = lay_out(plan, size.width(), 0, scale, fill=False, notes=notes)
            same = [len({tile.top() for tile in card.tiles}) for card in larger.cards] == [len(row) for row in rows]
            if plan and same and larger.height <= size.height():
                return scale
        return 1.0

    def lines_per_page(self) -> int:
        """How many expanded lines fit without scrolling, at least one."""
        if not self._lines:
            return 1
        most = max(len(live.stations) for live in self._lines)
        notes = {"x": max((len(self._notes.get(line, ())) for line in self._by_id), default=0)}
        width = self.viewport().width()
        one = lay_out([("x", most, False)], width, 0, self.scale, False, self._narrowest, notes).height
        return max(1, (self.viewport().height() + round(12 * self.scale)) // (one + round(12 * self.scale)))

    def _card(self, line: str) -> CardLayout | None:
        return next((card for card in self._layout.cards if card.line == line), None)

    def _visible(self) -> Iterable[CardLayout]:
        top = self.verticalScrollBar().value()
        return self._layout.between(top, top + self.viewport().height())

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        point = self._content(event.position().toPoint())
        hit = self._layout.at(point)
        if hit is None or event.button() != Qt.MouseButton.LeftButton:
            return
        card, tile = hit
        self._focus = (card.line, tile)
        self.viewport().update()
        note = self._note(card.line, tile)
        if note is not None and tile is not None:
            strip = card.notes[tile - len(card.tiles)]
            self._answer(note, note.seen and button_rect(strip, self.scale).contains(point))
        elif tile is not None:
            self._pressed = (point, self._by_id[card.line].stations[tile])
        elif card.chevron.contains(point) or card.collapsed:
            self.toggle(card.line)
        elif card.side.contains(point):
            self.line_opened.emit(card.line)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        pressed, self._pressed = self._pressed, None
        if pressed is not None and event.button() == Qt.MouseButton.LeftButton:
            self.station_opened.emit(pressed[1].station.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        point = self._content(event.position().toPoint())
        if self._pressed is not None and far(self._pressed[0], point):
            station, self._pressed = self._pressed[1], None
            if station.tags:  # to the trends: what the station measures
                drag(self, [tag.signal.id for tag in station.tags.values()], station.station.name)
            return
        hit = self._layout.at(point)
        hand = hit is not None and (hit[1] is not None or hit[0].side.contains(point) or hit[0].collapsed)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        self.verticalScrollBar().event(event)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = self._hint(self._content(event.pos()))
            if text:
                QToolTip.showText(event.globalPos(), tip(text), self.viewport())
            else:
                QToolTip.hideText()
            return True
        return super().viewportEvent(event)

    def _hint(self, point: QPoint) -> str:
        hit = self._layout.at(point)
        if hit is None:
            return ""
        live = self._by_id[hit[0].line]
        note = self._note(hit[0].line, hit[1])
        if note is not None:
            return note.words
        if hit[1] is not None:
            return self._said(live.stations[hit[1]], live)
        near_ring = hit[0].side.contains(point) or ring_rect(hit[0].side, self.scale).contains(point)
        return line_sentence(live, self.zone) if near_ring or hit[0].header.contains(point) else ""

    def _said(self, station: StationLive, live: LineLive) -> str:
        call = self._calls.get(station.station.id)
        said = station_sentence(station, live, self._now(), call.said if call else "")
        return f"{said}\n{warned_sentence()}" if station.station.id in self._warned else said

    def _content(self, point: QPoint) -> QPoint:
        return QPoint(point.x(), point.y() + self.verticalScrollBar().value())

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = event.key()
        moves = {
            Qt.Key.Key_Left: (0, -1),
            Qt.Key.Key_Right: (0, 1),
            Qt.Key.Key_Up: (-1, 0),
            Qt.Key.Key_Down: (1, 0),
        }
        if key in moves:
            self._step(*moves[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._focus:
            self._open_focus()
        elif key == Qt.Key.Key_Space and self._focus:
            self.toggle(self._focus[0])
            self._move_focus(self._focus)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Plus):
            self.collapse_all(key == Qt.Key.Key_Minus)
            if self._focus:
                self._move_focus(self._focus)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._lines:
            last = self._lines[-1 if key == Qt.Key.Key_End else 0]
            self._move_focus((last.line.id, None))
        else:
            super().keyPressEvent(event)

    def _open_focus(self) -> None:
        line, tile = self._focus or ("", None)
        note = self._note(line, tile) if line else None
        if note is not None:
            self._answer(note, note.seen)
        elif tile is None:
            self.line_opened.emit(line)
        else:
            self.station_opened.emit(self._by_id[line].stations[tile].station.id)

    def _answer(self, note: LineNote, seen: bool) -> None:
        if seen:
            self.note_seen.emit(note)
        else:
            self.note_opened.emit(note.order)

    def _step(self, down: int, right: int) -> None:
        if not self._lines:
            return
        if self._focus is None:
            self._move_focus((self._lines[0].line.id, None))
            return
        line, tile = self._focus
        row = next(i for i, live in enumerate(self._lines) if live.line.id == line)
        if down:
            row = min(max(0, row + down), len(self._lines) - 1)
            stations = self._lines[row].stations
            tile = None if tile is None or not stations else min(tile, len(stations) - 1)
        else:
            position = (-1 if tile is None else tile) + right
            position = min(max(-1, position), self._parts(line) - 1)
            tile = None if position < 0 else position
        self._move_focus((self._lines[row].line.id, tile))

    def _move_focus(self, focus: tuple[str, int | None]) -> None:
        self._focus = focus
        card = self._card(focus[0])
        if card is not None:
            self._bring(card.rect)
            if focus[1] is not None:
                self._bring((*card.tiles, *card.notes)[focus[1]])
        live, note = self._by_id[focus[0]], self._note(*focus)
        said = line_sentence(live, self.zone) if focus[1] is None else ""
        if note is not None:
            said = note_sentence(note)
        elif focus[1] is not None:
            said = self._said(live.stations[focus[1]], live)
        self.setAccessibleDescription(said)
        self.viewport().update()

    def _bring(self, rect: QRect) -> None:
        """Scroll until a rectangle can be seen; of one that is taller than the window, its top."""
        bar, tall = self.verticalScrollBar(), self.viewport().height()
        if rect.top() < bar.value() or rect.height() > tall:
            bar.setValue(rect.top())
        elif rect.bottom() >= bar.value() + tall:
            bar.setValue(rect.bottom() + 1 - tall)

    @property
    def focused_station(self) -> StationLive | None:
        """The station under the keyboard's focus."""
        if self._focus is None or self._focus[1] is None or self._note(*self._focus) is not None:
            return None
        return self._by_id[self._focus[0]].stations[self._focus[1]]

    def focusInEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: N802, ANN001
        if (
            self._focus is None
            and self._lines
            and event.reason()
            in (
                Qt.FocusReason.TabFocusReason,
                Qt.FocusReason.BacktabFocusReason,
            )
        ):
            self._focus = (self._lines[0].line.id, None)
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: N802, ANN001
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Live board"))
            self.viewport().update()
        super().changeEvent(event)
