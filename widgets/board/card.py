"""Painting a line's card: its name, order and OEE, progress against plan, and the ribbon of the shift."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QLocale, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from console.domain.floor import LineLive
from console.domain.stations import StationState
from widgets.board.layout import CardLayout
from widgets.board.tile import EDGE, advance, elided, write
from widgets.theme import color, font, pixmap, themes

GOOD_OEE = 0.75  # from here on the ring is green
FAIR_OEE = 0.60  # from here on amber, below red
SHORT_ID = 4  # letters; longer ids are for the plant file, not for people
LATE_SECONDS = 1800.0  # a forecast finish this late is red instead of amber


translate = QCoreApplication.translate


def clock(time: float, zone: ZoneInfo) -> str:
    """hh:mm on the plant's clock."""
    return datetime.fromtimestamp(time, zone).strftime("%H:%M")


def line_title(live: LineLive) -> str:
    """What people call a line: its name, with its short id in front where the name does not have it."""
    ident, name = live.line.id, live.line.name
    return name if len(ident) > SHORT_ID or name.startswith(ident) else f"{ident} {name}"


def line_label(live: LineLive) -> str:
    """The shortest that tells a line: its id when that is short, else its name."""
    return live.line.id if len(live.line.id) <= SHORT_ID else live.line.name


def signed(number: int) -> str:
    """A whole number with its sign, minus as a minus."""
    return f"{number:+d}".replace("-", "\u2212")


def oee_role(oee: float | None) -> str:
    """The colour role of an OEE."""
    if oee is None:
        return "border_strong"
    return "running" if oee >= GOOD_OEE else "warning" if oee >= FAIR_OEE else "stopped"


@lru_cache(maxsize=64)
def _corners(theme: str, radius: int, ratio: float) -> QPixmap:
    """A rounded frame of twice the radius: its quarters are the corners of every card."""
    size = 2 * radius
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(color("window"))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(color("border"), 1))
    painter.setBrush(color("surface"))
    painter.drawRoundedRect(QRectF(0.5, 0.5, size - 1, size - 1), radius, radius)
    painter.end()
    return made


def paint_panel(painter: QPainter, rect: QRect, u: float) -> None:
    """A rounded card with a border, put together from rectangles and four corners so that nothing large is blended."""
    radius = max(2, round(6 * u))
    painter.fillRect(rect, color("surface"))
    border = color("border")
    painter.fillRect(rect.left(), rect.top(), rect.width(), 1, border)
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, border)
    painter.fillRect(rect.left(), rect.top(), 1, rect.height(), border)
    painter.fillRect(rect.right(), rect.top(), 1, rect.height(), border)
    ratio = _ratio(painter)
    corners = _corners(themes.current.name, radius, ratio)
    real = radius * ratio
    for x, left in ((0.0, rect.left()), (real, rect.right() - radius + 1)):
        for y, top in ((0.0, rect.top()), (real, rect.bottom() - radius + 1)):
            painter.drawPixmap(QRectF(left, top, radius, radius), corners, QRectF(x, y, real, real))


def paint_frame(painter: QPainter, card: CardLayout, u: float) -> None:
    """The card itself, and the rule between its left part and the rest."""
    paint_panel(painter, card.rect, u)
    if not card.collapsed:
        painter.fillRect(QRect(card.side.right(), card.rect.top() + 1, 1, card.rect.height() - 2), color("border"))


def paint_side(painter: QPainter, card: CardLayout, live: LineLive, u: float, focused: bool) -> None:
    """Name, order, product, ring and the three ratios."""
    side = card.side
    left, width = side.left() + round(15 * u), side.width() - round(50 * u)
    painter.drawPixmap(
        card.chevron.left() + round(4 * u),
        card.chevron.top() + round(4 * u),
        pixmap("chevron-right" if card.collapsed else "chevron-down", "text_faint", round(16 * u), _ratio(painter)),
    )
    title = line_title(live)
    top = side.top() + round((25 if card.collapsed else 29) * u)
    write(painter, left, top, elided(title, 16 * u, 600, width), 16 * u, 600, "text")
    order = f"{live.order} → {live.next_order}" if live.next_order else live.order
    if card.collapsed:
        write(
            painter, left, top + round(19 * u), elided(order or "–", 12.5 * u, 400, width), 12.5 * u, 400, "text_muted"
        )
    else:
        wide = width + round(26 * u)
        write(painter, left, top + round(20 * u), elided(order, 13 * u, 400, wide), 13 * u, 400, "text_muted")
        write(painter, left, top + round(38 * u), elided(live.product, 13 * u, 400, wide), 13 * u, 400, "text_faint")
        _ring(painter, side, live, u)
    if focused:
        painter.setPen(QPen(color("accent"), max(2, round(2 * u))))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(side.adjusted(3, 3, -3, -3))


def ring_rect(side: QRect, u: float) -> QRect:
    """Where the OEE ring lies."""
    size = min(round(86 * u), side.height() - round(84 * u))
    return QRect(side.left() + round(15 * u), side.top() + round(78 * u), size, size)


@lru_cache(maxsize=512)
def _drawn_ring(theme: str, size: int, share: int, role: str, ratio: float) -> QPixmap:
    """The ring with `share` half per cents of it filled; -1: nothing known."""
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(color("surface"))
    thick = max(4.0, 9 * size / 86)
    inner = QRectF(thick / 2, thick / 2, size - thick, size - thick)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(color("track"), thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawArc(inner, 0, 360 * 16)
    if share > 0:
        painter.setPen(QPen(color(role), thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawArc(inner, 90 * 16, -round(360 * 16 * share / 200))
    painter.end()
    return made


def _ring(painter: QPainter, side: QRect, live: LineLive, u: float) -> None:
    ring = ring_rect(side, u)
    oee = live.account.oee if live.account else None
    if ring.height() > 44 * u:
        share = -1 if oee is None else round(200 * max(0.0, min(1.0, oee)))
        drawn = _drawn_ring(themes.current.name, ring.width(), share, oee_role(oee), _ratio(painter))
        painter.drawPixmap(ring.topLeft(), drawn)
    painter.setPen(color("text"))
    painter.setFont(font(22 * u, 700))
    text = "–" if oee is None else f"{oee * 100:.0f}"
    wide = advance(text, 22 * u, 700)
    sign = 0 if oee is None else advance("%", 11 * u, 400)
    x, base = ring.center().x() - (wide + sign) // 2, ring.center().y() + round(8 * u)
    painter.drawText(x, base, text)
    if oee is not None:
        painter.setFont(font(11 * u))
        painter.setPen(color("text_muted"))
        painter.drawText(x + wide + 1, base, "%")
    _ratios(painter, ring, live, u)
    base = ring.bottom() + round(19 * u)
    if live.claimed_oee is not None and base < side.bottom() - round(4 * u):
        said = translate("board", "line reports {0} %").format(round(live.claimed_oee * 100))
        width = side.width() - round(26 * u)
        write(painter, ring.left(), base, elided(said, 12 * u, 400, width), 12 * u, 400, "text_faint")


def _ratios(painter: QPainter, ring: QRect, live: LineLive, u: float) -> None:
    account = live.account
    values = (
        ("A", account.availability if account else None),
        ("P", account.performance if account else None),
        ("Q", account.quality if account else None),
    )
    step = min(round(22 * u), max(round(15 * u), ring.height() // 4))
    top = ring.center().y() - step + round(5 * u)
    for i, (letter, value) in enumerate(values):
        write(painter, ring.right() + round(14 * u), top + i * step, letter, 12.5 * u, 400, "text_faint")
        painter.setPen(color("text"))
        painter.setFont(font(12.5 * u, 500))
        painter.drawText(ring.right() + round(32 * u), top + i * step, "–" if value is None else f"{value * 100:.1f}")


def plan_words(live: LineLive, zone: ZoneInfo) -> tuple[str, str, str]:
    """(ahead or behind in words, its colour role, forecast finish in words)."""
    late = live.finish - live.finish_planned if live.finish and live.finish_planned else None
    plan, role = "", "text_muted"
    if live.planned is not None:
        ahead = round(live.good - live.planned)
        plan = translate("board", "{0} vs plan").format(signed(ahead))
        role = "good" if ahead >= 0 else "bad" if late is not None and late > LATE_SECONDS else "warning"
    finish = ""
    if live.target and live.order and live.good >= live.target:
        finish = translate("board", "complete")
    elif live.finish:
        finish = translate("board", "finish {0}").format(clock(live.finish, zone))
        if late is not None and abs(late) >= 60:
            finish = translate("board", "finish {0} ({1} min)").format(
                clock(live.finish, zone), signed(round(late / 60))
            )
    return plan, role, finish


def paint_header(painter: QPainter, card: CardLayout, live: LineLive, zone: ZoneInfo, u: float) -> None:
    """Pieces, progress bar with the mark of the plan, ahead or behind, forecast finish."""
    area = card.header
    base = area.center().y() + round(6 * u)
    x = area.left()
    number = QLocale().toString(live.good)
    painter.setPen(color("text"))
    painter.setFont(font(17 * u, 700))
    painter.drawText(x, base, number)
    x += advance(number, 17 * u, 700) + round(6 * u)
    painter.setFont(font(14 * u))
    painter.setPen(color("text_muted"))
    of = (
        translate("board", "/ {0} pcs").format(QLocale().toString(live.target))
        if live.target
        else translate("board", "pcs")
    )
    painter.drawText(x, base, of)
    x += advance(of, 14 * u, 400) + round(16 * u)
    right = _right_words(painter, area, base, live, zone, u)
    bar = QRect(x, area.center().y() - round(3 * u), right - round(14 * u) - x, round(7 * u))
    if live.target and bar.width() > 40 * u:
        _bar(painter, bar, live, u)


def _right_words(painter: QPainter, area: QRect, base: int, live: LineLive, zone: ZoneInfo, u: float) -> int:
    """Write plan and finish right-aligned; return where they begin."""
    plan, role, finish = plan_words(live, zone)
    right = area.right()
    if finish:
        right -= advance(finish, 13 * u, 400)
        painter.setFont(font(13 * u))
        painter.setPen(color("text_faint"))
        painter.drawText(right, base, finish)
        right -= round(14 * u)
    if plan:
        right -= advance(plan, 14 * u, 500)
        painter.setFont(font(14 * u, 500))
        painter.setPen(color(role))
        painter.drawText(right, base, plan)
    return right


def _bar(painter: QPainter, bar: QRect, live: LineLive, u: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("track"))
    painter.drawRoundedRect(bar, 3 * u, 3 * u)
    target = live.target or 1
    done = QRectF(bar)
    done.setWidth(bar.width() * max(0.0, min(1.0, live.good / target)))
    painter.setBrush(color("bar"))
    painter.drawRoundedRect(done, 3 * u, 3 * u)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if live.planned is not None:
        mark = bar.left() + round(bar.width() * max(0.0, min(1.0, live.planned / target)))
        tall = bar.height() + round(8 * u)
        painter.fillRect(QRect(mark, bar.top() - round(4 * u), max(2, round(2 * u)), tall), color("text"))


def paint_ribbon(painter: QPainter, card: CardLayout, live: LineLive, now: float, zone: ZoneInfo, u: float) -> None:
    """The pace station's states over the shift, with the hours below; what lies ahead stays empty."""
    shift = live.shift
    area = card.ribbon
    strip = QRect(area.left(), area.top(), area.width(), round(10 * u))
    if shift is None:
        painter.setFont(font(12 * u))
        painter.setPen(color("text_faint"))
        painter.drawText(strip.left(), strip.bottom() + 2, translate("board", "No shift is planned now."))
        return
    span = shift.end - shift.start
    painter.fillRect(strip, color("track"))
    pace = live.line.pace_station
    station = next((s for s in live.stations if pace is not None and s.station.id == pace.id), None)
    if station is not None:
        for segment in station.ribbon.within(shift.start, shift.end, now):
            left = strip.left() + round((segment.since - shift.start) / span * strip.width())
            right = strip.left() + round(((segment.until or now) - shift.start) / span * strip.width())
            piece = QRect(left, strip.top(), max(1, right - left), strip.height())
            painter.fillRect(piece, color(EDGE[segment.state]))
            if segment.state is StationState.NO_DATA and piece.width() > 3:
                painter.fillRect(piece, Qt.BrushStyle.BDiagPattern)
    _hours(painter, area, strip, shift.start, shift.end, zone, u)


def _hours(painter: QPainter, area: QRect, strip: QRect, start: float, end: float, zone: ZoneInfo, u: float) -> None:
    """Times below the ribbon. Lines of one shift share the drawing."""
    top = strip.bottom() + round(4 * u)
    axis = _axis(themes.current.name, strip.width(), area.bottom() - top + 1, start, end, zone, u, _ratio(painter))
    painter.drawPixmap(strip.left(), top, axis)


@lru_cache(maxsize=32)
def _axis(
    theme: str, width: int, height: int, start: float, end: float, zone: ZoneInfo, u: float, ratio: float
) -> QPixmap:
    """Both ends of a shift, and as many full hours between as have room."""
    made = QPixmap(round(width * ratio), round(max(1, height) * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(color("surface"))
    painter = QPainter(made)
    painter.setFont(font(11.5 * u))
    painter.setPen(color("text_faint"))
    base = height - round(4 * u)
    wide = advance("00:00", 11.5 * u, 400)
    room = wide + round(14 * u)
    painter.drawText(0, base, clock(start, zone))
    painter.drawText(width - wide, base, clock(end, zone))
    every = 1
    while every * 3600 / (end - start) * width < room:
        every += 1
    free_from, free_until = room, width - wide - round(14 * u) - wide
    tick = (start // 3600 + 1) * 3600
    while tick < end:
        x = round((tick - start) / (end - start) * width) - wide // 2
        if free_from <= x <= free_until:
            painter.drawText(x, base, clock(tick, zone))
            free_from = x + room
            tick += (every - 1) * 3600
        tick += 3600
    painter.end()
    return made


def paint_summary(painter: QPainter, card: CardLayout, live: LineLive, zone: ZoneInfo, u: float) -> None:
    """The right end of a collapsed card: OEE, pieces, ahead or behind, finish."""
    area = card.header
    base = area.center().y() + round(5 * u)
    oee = live.account.oee if live.account else None
    painter.setFont(font(16 * u, 700))
    painter.setPen(color(oee_role(oee) if oee is not None else "text_faint"))
    painter.drawText(area.left(), base, "–" if oee is None else f"{oee * 100:.0f} %")
    painter.setFont(font(14 * u, 600))
    painter.setPen(color("text"))
    number = QLocale().toString(live.good) + (f" / {QLocale().toString(live.target)}" if live.target else "")
    painter.drawText(area.left() + round(64 * u), base, number)
    plan, role, finish = plan_words(live, zone)
    painter.setFont(font(13 * u, 500))
    painter.setPen(color(role))
    painter.drawText(area.left() + round(178 * u), base, plan)
    painter.setFont(font(12.5 * u))
    painter.setPen(color("text_faint"))
    painter.drawText(area.left() + round(282 * u), base, elided(finish, 12.5 * u, 400, area.width() - round(290 * u)))


def _ratio(painter: QPainter) -> float:
    return painter.device().devicePixelRatioF()
