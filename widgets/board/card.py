"""Painting a line's card: its name, order and OEE, progress against plan, and the ribbon of the shift."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QLocale, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from console.domain.floor import LineLive
from console.domain.stations import StationState
from widgets.board.layout import CardLayout
from widgets.board.tile import EDGE, elided, metrics
from widgets.theme import color, font, pixmap

GOOD_OEE = 0.75  # from here on the ring is green
FAIR_OEE = 0.60  # from here on amber, below red
LATE_SECONDS = 1800.0  # a forecast finish this late is red instead of amber


translate = QCoreApplication.translate


def clock(time: float, zone: ZoneInfo) -> str:
    """hh:mm on the plant's clock."""
    return datetime.fromtimestamp(time, zone).strftime("%H:%M")


def signed(number: int) -> str:
    """A whole number with its sign, minus as a minus."""
    return f"{number:+d}".replace("-", "\u2212")


def oee_role(oee: float | None) -> str:
    """The colour role of an OEE."""
    if oee is None:
        return "border_strong"
    return "running" if oee >= GOOD_OEE else "warning" if oee >= FAIR_OEE else "stopped"


def paint_frame(painter: QPainter, card: CardLayout, u: float) -> None:
    """The card itself, and the rule between its left part and the rest."""
    painter.fillRect(card.rect, color("window"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
    painter.setPen(QPen(color("border"), 1))
    painter.setBrush(color("surface"))
    painter.drawRoundedRect(QRectF(card.rect).adjusted(0.5, 0.5, -0.5, -0.5), 6 * u, 6 * u)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    if not card.collapsed:
        x = card.side.right()
        painter.fillRect(QRect(x, card.rect.top() + 1, 1, card.rect.height() - 2), color("border"))


def paint_side(painter: QPainter, card: CardLayout, live: LineLive, u: float, focused: bool) -> None:
    """Name, order, product, ring and the three ratios."""
    side = card.side
    left, width = side.left() + round(15 * u), side.width() - round(50 * u)
    painter.drawPixmap(
        card.chevron.left() + round(4 * u),
        card.chevron.top() + round(4 * u),
        pixmap("chevron-right" if card.collapsed else "chevron-down", "text_faint", round(16 * u), _ratio(painter)),
    )
    painter.setPen(color("text"))
    painter.setFont(font(16 * u, 600))
    title = f"{live.line.id} {live.line.name}" if not live.line.name.startswith(live.line.id) else live.line.name
    if card.collapsed:
        painter.drawText(left, side.top() + round(25 * u), elided(title, 16 * u, 600, width))
        painter.setFont(font(12.5 * u))
        painter.setPen(color("text_muted"))
        painter.drawText(left, side.top() + round(44 * u), elided(live.order or "–", 12.5 * u, 400, width))
    else:
        painter.drawText(left, side.top() + round(29 * u), elided(title, 16 * u, 600, width))
        painter.setFont(font(13 * u))
        painter.setPen(color("text_muted"))
        painter.drawText(left, side.top() + round(49 * u), elided(live.order, 13 * u, 400, width + round(26 * u)))
        painter.setPen(color("text_faint"))
        painter.drawText(left, side.top() + round(67 * u), elided(live.product, 13 * u, 400, width + round(26 * u)))
        _ring(painter, side, live, u)
    if focused:
        painter.setPen(QPen(color("accent"), max(2, round(2 * u))))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(side.adjusted(3, 3, -3, -3))


def ring_rect(side: QRect, u: float) -> QRect:
    """Where the OEE ring lies."""
    size = min(round(86 * u), side.height() - round(84 * u))
    return QRect(side.left() + round(15 * u), side.top() + round(78 * u), size, size)


def _ring(painter: QPainter, side: QRect, live: LineLive, u: float) -> None:
    ring = ring_rect(side, u)
    oee = live.account.oee if live.account else None
    if ring.height() > 44 * u:
        thick = max(4.0, 9 * u * ring.height() / (86 * u))
        inner = QRectF(ring).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)
        painter.setPen(QPen(color("track"), thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawArc(inner, 0, 360 * 16)
        if oee is not None:
            painter.setPen(QPen(color(oee_role(oee)), thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawArc(inner, 90 * 16, -round(360 * 16 * max(0.0, min(1.0, oee))))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(color("text"))
    painter.setFont(font(22 * u, 700))
    text = "–" if oee is None else f"{oee * 100:.0f}"
    wide = metrics(22 * u, 700).horizontalAdvance(text)
    sign = 0 if oee is None else metrics(11 * u, 400).horizontalAdvance("%")
    x, base = ring.center().x() - (wide + sign) // 2, ring.center().y() + round(8 * u)
    painter.drawText(x, base, text)
    if oee is not None:
        painter.setFont(font(11 * u))
        painter.setPen(color("text_muted"))
        painter.drawText(x + wide + 1, base, "%")
    _ratios(painter, ring, live, u)


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
        painter.setFont(font(12.5 * u))
        painter.setPen(color("text_faint"))
        painter.drawText(ring.right() + round(14 * u), top + i * step, letter)
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
    if live.finish:
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
    x += metrics(17 * u, 700).horizontalAdvance(number) + round(6 * u)
    painter.setFont(font(14 * u))
    painter.setPen(color("text_muted"))
    of = (
        translate("board", "/ {0} pcs").format(QLocale().toString(live.target))
        if live.target
        else translate("board", "pcs")
    )
    painter.drawText(x, base, of)
    x += metrics(14 * u, 400).horizontalAdvance(of) + round(16 * u)
    right = _right_words(painter, area, base, live, zone, u)
    bar = QRect(x, area.center().y() - round(3 * u), right - round(14 * u) - x, round(7 * u))
    if live.target and bar.width() > 40 * u:
        _bar(painter, bar, live, u)


def _right_words(painter: QPainter, area: QRect, base: int, live: LineLive, zone: ZoneInfo, u: float) -> int:
    """Write plan and finish right-aligned; return where they begin."""
    plan, role, finish = plan_words(live, zone)
    right = area.right()
    if finish:
        right -= metrics(13 * u, 400).horizontalAdvance(finish)
        painter.setFont(font(13 * u))
        painter.setPen(color("text_faint"))
        painter.drawText(right, base, finish)
        right -= round(14 * u)
    if plan:
        right -= metrics(14 * u, 500).horizontalAdvance(plan)
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
    """Times below the ribbon: both ends, and as many full hours between as have room."""
    painter.setFont(font(11.5 * u))
    painter.setPen(color("text_faint"))
    base = area.bottom() - round(3 * u)
    wide = metrics(11.5 * u, 400).horizontalAdvance("00:00")
    room = wide + round(14 * u)
    painter.drawText(strip.left(), base, clock(start, zone))
    painter.drawText(strip.right() - wide, base, clock(end, zone))
    hour = 1
    while hour * 3600 / (end - start) * strip.width() < room:
        hour += 1
    free_from, free_until = strip.left() + room, strip.right() - wide - round(14 * u) - wide
    tick = (start // 3600 + 1) * 3600
    while tick < end:
        x = strip.left() + round((tick - start) / (end - start) * strip.width()) - wide // 2
        if free_from <= x <= free_until:
            painter.drawText(x, base, clock(tick, zone))
            free_from = x + room
            tick += (hour - 1) * 3600
        tick += 3600


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
