"""Painting one station's tile: a shared background per state, then only the texts that live."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPainterPath, QPen, QPixmap

from console.domain.floor import StationLive
from console.domain.progress import Pace, takt_status
from console.domain.stations import StationState
from widgets import words
from widgets.plain import plain
from widgets.theme import color, font, pixmap, themes

LOUD = {
    StationState.STOPPED: "stopped",
    StationState.CHANGEOVER: "changeover",
    StationState.NO_DATA: "no_data",
}
EDGE = {
    StationState.RUNNING: "running",
    StationState.STARVED: "starved",
    StationState.BLOCKED: "blocked",
    StationState.STOPPED: "stopped",
    StationState.CHANGEOVER: "changeover",
    StationState.PLANNED_STOP: "planned_stop",
    StationState.NOT_PLANNED: "not_planned",
    StationState.NO_DATA: "no_data",
}
SCALE_TOP = 1.3  # the cycle bar ends at 1.3 × the target cycle


@dataclass(frozen=True, slots=True)
class TileCall:
    """The open call of a station, as its tile shows it."""

    category: str
    role: str  # colour role that has a fill and a text
    icon: str
    since: float  # seconds UTC
    said: str  # in one line


def filled(state: StationState, call: TileCall | None) -> str:
    """The colour role that fills a tile, "" = none: a stop and no data keep their own, else a call fills it."""
    own = LOUD.get(state, "")
    return call.role if call is not None and state not in (StationState.STOPPED, StationState.NO_DATA) else own


def ink(state: StationState, strong: bool, fill: str = "") -> str:
    """The text role on a tile of that state; `fill`: the colour role of the call that fills it."""
    if fill or state in LOUD:
        return f"{fill or LOUD[state]}_text"
    if state is StationState.NOT_PLANNED:
        return "text_faint"
    return "text" if strong else "text_muted"


@lru_cache(maxsize=256)
def _background(
    theme: str, state: StationState, width: int, height: int, ratio: float, u: float, fill: str = ""
) -> QPixmap:
    """Everything of a tile that depends on nothing but its state, fill and size, on the card's surface."""
    made = QPixmap(round(width * ratio), round(height * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(color("surface"))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(QRectF(0.5, 0.5, width - 1, height - 1), 4 * u, 4 * u)
    loud = fill or LOUD.get(state)
    quiet = "not_planned_fill" if state is StationState.NOT_PLANNED else "raised"
    painter.fillPath(path, color(f"{loud}_fill") if loud else color(quiet))
    if state is StationState.NO_DATA:
        _stripes(painter, path, width, height, u)
    painter.setPen(QPen(color(loud or "border"), 1))
    painter.drawPath(path)
    painter.setClipPath(path)
    painter.fillRect(QRectF(0, 0, width, max(2.0, 2 * u)), color(fill or EDGE[state]))
    painter.end()
    return made


def _stripes(painter: QPainter, path: QPainterPath, width: int, height: int, u: float) -> None:
    painter.save()
    painter.setClipPath(path)
    painter.setPen(QPen(color("no_data_stripe"), 5 * u))
    step = round(14 * u)
    for x in range(-height, width + height, step):
        painter.drawLine(QPointF(x, height), QPointF(x + height, 0))
    painter.restore()


@lru_cache(maxsize=64)
def metrics(pixels: float, weight: int) -> QFontMetrics:
    """Font metrics, made once."""
    return QFontMetrics(font(pixels, weight))


@lru_cache(maxsize=8192)
def advance(text: str, pixels: float, weight: int) -> int:
    """Width of a text in pixels."""
    return metrics(pixels, weight).horizontalAdvance(text)


@lru_cache(maxsize=64)
def digits(length: int, pixels: float, weight: int) -> int:
    """Width of any clock or count of so many characters: figures are tabular, so the digits do not matter."""
    return advance("00:00:00" if length == 8 else "0" * length, pixels, weight)


@lru_cache(maxsize=4096)
def elided(text: str, pixels: float, weight: int, width: int) -> str:
    """Text from outside on one line, acting characters spelled out, cut with an ellipsis to a width in pixels."""
    return metrics(pixels, weight).elidedText(plain(text), Qt.TextElideMode.ElideRight, width)


@lru_cache(maxsize=4096)
def _written(text: str, pixels: float, weight: int, rgb: int, ratio: float) -> QPixmap:
    """A text as a picture: names and words come again in every frame, and a picture costs a fifth of writing."""
    measure = metrics(pixels, weight)
    width, height = max(1, measure.horizontalAdvance(text) + 2), measure.height()
    made = QPixmap(round(width * ratio), round(height * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setFont(font(pixels, weight))
    painter.setPen(QColor.fromRgba(rgb))
    painter.drawText(0, measure.ascent(), text)
    painter.end()
    return made


def write(painter: QPainter, x: int, base: int, text: str, pixels: float, weight: int, role: str) -> None:
    """Write a text that seldom changes with its baseline at `base`."""
    if text:
        made = _written(text, pixels, weight, color(role).rgba(), _ratio(painter))
        painter.drawPixmap(x, base - metrics(pixels, weight).ascent(), made)


def word(station: StationLive) -> str:
    """State word of a tile; for no data the kind of it."""
    if station.state is StationState.NO_DATA:
        return words.no_data_word(station.no_data)
    return words.state_word(station.state)


def elapsed_rect(rect: QRect, u: float) -> QRect:
    """The part of a tile that changes every second."""
    return QRect(rect.left() + 2, rect.top() + rect.height() // 2 - round(14 * u), rect.width() - 4, round(34 * u))


def paint_tile(
    painter: QPainter,
    rect: QRect,
    live: StationLive,
    now: float,
    target_cycle: float | None,
    u: float,
    focused: bool,
    call: TileCall | None = None,
    warned: bool = False,
) -> None:
    """Paint a station's tile. `target_cycle`: seconds a piece that it should take (takt, else ideal), None unknown;
    `warned`: something there is warned of early."""
    if rect.isEmpty():
        return
    state, ratio = live.state, painter.device().devicePixelRatioF()
    fill = filled(state, call) if call is not None else ""
    ground = _background(themes.current.name, state, rect.width(), rect.height(), ratio, u, fill)
    painter.drawPixmap(rect.topLeft(), ground)
    pad = round(10 * u)
    left, right, top = rect.left() + pad, rect.right() - pad, rect.top()
    inner = right - left
    if warned and call is None:
        right, inner = _warning(painter, right, inner, top, u, ink(state, False, fill))
    _head(painter, live, left, right, top, inner, u, call, fill)
    right, inner = rect.right() - pad, rect.right() - pad - left
    _middle(painter, live, now, left, right, rect, inner, u, call, fill)
    _foot(painter, live, target_cycle, left, right, rect, u, fill)
    if focused:
        painter.setPen(QPen(color("accent"), max(2, round(2 * u))))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -1, -1))


def _warning(painter: QPainter, right: int, inner: int, top: int, u: float, role: str) -> tuple[int, int]:
    """The quiet mark of an early warning at the upper right; what is left for the rest. On a loud tile in its ink."""
    size = round(14 * u)
    mark = pixmap("radar", "warning" if role == "text_muted" else role, size, _ratio(painter))
    painter.drawPixmap(right - size, top + round(12 * u), mark)
    return right - size - round(5 * u), inner - size - round(5 * u)


def _has_room(live: StationLive, inner: int, u: float) -> bool:
    """Whether the number waiting fits beside the name, which comes first."""
    return advance(live.station.name, 14 * u, 600) + digits(len(str(live.wip)), 12 * u, 400) + 24 * u <= inner


def _head(
    painter: QPainter,
    live: StationLive,
    left: int,
    right: int,
    top: int,
    inner: int,
    u: float,
    call: TileCall | None,
    fill: str,
) -> None:
    base = top + round(24 * u)
    strong = ink(live.state, True, fill)
    if call is not None:
        inner = _category(painter, call, left, right, base, inner, u, strong)
        right = left + inner
    badge = 0
    if live.bottleneck:
        badge = round(18 * u)
        size = round(14 * u)
        painter.drawPixmap(right - size, base - round(12 * u), pixmap("flag", "warning", size, _ratio(painter)))
    elif live.wip and call is None and _has_room(live, inner, u):
        text = str(live.wip)
        size = round(13 * u)
        wide = digits(len(text), 12 * u, 400)
        write(painter, right - wide, base, text, 12 * u, 400, ink(live.state, False))
        drawn = pixmap("layers", ink(live.state, False), size, _ratio(painter))
        painter.drawPixmap(right - wide - size - 3, base - round(11 * u), drawn)
        badge = wide + size + round(8 * u)
    write(painter, left, base, elided(live.station.name, 14 * u, 600, inner - badge), 14 * u, 600, strong)


def _category(
    painter: QPainter, call: TileCall, left: int, right: int, base: int, inner: int, u: float, role: str
) -> int:
    """What the call is about, at the upper right; the room that is left for the name."""
    said = elided(call.category, 12 * u, 600, inner // 2)
    wide = advance(said, 12 * u, 600)
    write(painter, right - wide, base, said, 12 * u, 600, role)
    return inner - wide - round(8 * u)


def _middle(
    painter: QPainter,
    live: StationLive,
    now: float,
    left: int,
    right: int,
    rect: QRect,
    inner: int,
    u: float,
    call: TileCall | None,
    fill: str,
) -> None:
    """Icon, state word and how long; the time goes below the word where both do not fit beside each other."""
    base = rect.top() + rect.height() // 2 + round(5 * u)
    size, pixels = round(14 * u), 13 * u
    x = left + size + round(5 * u)
    role = ink(live.state, False, fill)
    calling = call if live.state is StationState.RUNNING else None
    since = calling.since if calling else live.since
    clock = words.elapsed(now - since) if since else ""
    wide = (digits(8, pixels, 400) if len(clock) == 8 else advance(clock, pixels, 400)) if clock else 0
    text = words.call_word() if calling else word(live)
    room = right - x
    beside = advance(text, pixels, 400) + wide + round(4 * u) <= room
    two = not beside and rect.height() >= 90 * u
    line = base - round(9 * u) if two else base
    mark = calling.icon if calling else words.STATE_ICON[live.state]
    painter.drawPixmap(left, line - round(11 * u), pixmap(mark, role, size, _ratio(painter)))
    painter.setFont(font(pixels))
    painter.setPen(color(role))
    fits = room if two or beside else max(0, room - wide - round(4 * u))
    write(painter, x, line, elided(text, pixels, 400, fits), pixels, 400, role)
    painter.drawText(right - wide, base + round(9 * u) if two else base, clock)


def _foot(
    painter: QPainter, live: StationLive, target: float | None, left: int, right: int, rect: QRect, u: float, fill: str
) -> None:
    base = rect.bottom() - round(12 * u)
    role = ink(live.state, False, fill)
    count = str(live.good)
    painter.setFont(font(13 * u, 700))
    painter.setPen(color(ink(live.state, True, fill)))
    wide = digits(len(count), 13 * u, 700)
    painter.drawText(right - wide, base, count)
    cycle = live.cycle_mean if live.cycle_mean is not None else live.cycle
    text_left = right - wide - round(8 * u)
    if cycle is not None:
        text = f"{cycle:.1f}s" if cycle < 100 else f"{cycle:.0f}s"
        painter.setFont(font(13 * u))
        painter.setPen(color(role))
        text_left -= advance(text, 13 * u, 400)
        painter.drawText(text_left, base, text)
    if target and cycle is not None and text_left - left > 24 * u:
        bar = QRect(left, base - round(6 * u), text_left - left - round(8 * u), round(3 * u))
        paint_cycle_bar(painter, bar, cycle, target, role, u)


def paint_cycle_bar(painter: QPainter, bar: QRect, cycle: float, target: float, role: str, u: float) -> None:
    """A thin bar of the actual cycle with a mark at the target; amber when the cycle is over it."""
    painter.fillRect(bar, color("track") if role == "text_muted" else _thin(color(role)))
    late = takt_status(cycle, target).pace is Pace.SLOW
    filled = QRect(bar.left(), bar.top(), round(bar.width() * min(1.0, cycle / (target * SCALE_TOP))), bar.height())
    painter.fillRect(filled, color("warning") if late else color(role))
    mark = bar.left() + round(bar.width() / SCALE_TOP)
    painter.fillRect(
        QRect(mark, bar.top() - round(4 * u), max(1, round(1.5 * u)), bar.height() + round(8 * u)), color(role)
    )


def _thin(base: QColor) -> QColor:
    faint = QColor(base)
    faint.setAlpha(60)
    return faint


def _ratio(painter: QPainter) -> float:
    return painter.device().devicePixelRatioF()


def paint_chip(
    painter: QPainter, rect: QRect, live: StationLive, u: float, focused: bool, call: TileCall | None = None
) -> None:
    """Paint a station in a collapsed line: icon and name on the state's colour, or on that of its call."""
    if rect.isEmpty():
        return
    fill = filled(live.state, call) if call is not None else ""
    painter.drawPixmap(
        rect.topLeft(),
        _background(themes.current.name, live.state, rect.width(), rect.height(), _ratio(painter), u * 0.8, fill),
    )
    size = round(14 * u)
    role = ink(live.state, False, fill)
    mark = call.icon if call and live.state is StationState.RUNNING else words.STATE_ICON[live.state]
    painter.drawPixmap(
        rect.left() + round(7 * u),
        rect.center().y() - size // 2 + 1,
        pixmap(mark, role, size, _ratio(painter)),
    )
    room = rect.width() - size - round(16 * u)
    if room > 20 * u:
        name = elided(live.station.name, 12 * u, 400, room)
        write(painter, rect.left() + size + round(12 * u), rect.center().y() + round(5 * u), name, 12 * u, 400, role)
    if focused:
        painter.setPen(QPen(color("accent"), max(2, round(2 * u))))
        painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
        painter.drawRect(rect.adjusted(1, 1, -1, -1))
