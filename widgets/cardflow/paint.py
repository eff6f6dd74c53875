"""How a card is painted: a shared ground per size and mark, then its texts, then what counts up."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from widgets import words
from widgets.board.tile import advance, digits, elided, write
from widgets.cardflow.faces import CardFace, CardLine, Mark
from widgets.cardflow.layout import EDGE, ROW
from widgets.plain import plain
from widgets.theme import color, font, pixmap, ring, themes

EDGE_ROLE = {Mark.NONE: "border_strong", Mark.GOOD: "running", Mark.WARNING: "warning", Mark.BAD: "stopped"}
SMALL = 12
LEFT, RIGHT = 14, 12  # within a card


@lru_cache(maxsize=128)
def _ground(theme: str, width: int, height: int, mark: Mark, chosen: bool, ratio: float) -> QPixmap:
    made = QPixmap(round(width * ratio), round(height * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addRoundedRect(QRectF(0.5, 0.5, width - 1, height - 1), 5, 5)
    painter.fillPath(path, color("hover" if chosen else "raised"))
    painter.setPen(QPen(color("accent" if chosen else "border"), 1))
    painter.drawPath(path)
    painter.setClipPath(path)
    painter.fillRect(QRectF(0, 0, 4, height), color(EDGE_ROLE[mark]))
    painter.end()
    return made


def aged(text: str, since: datetime | None, now: float) -> str:
    """A text with the age behind it that counts up."""
    return text if since is None else f"{text} {age_of(since, now)}".strip()


def age_of(since: datetime | None, now: float) -> str:
    """How long ago: mm:ss below an hour, then hh:mm:ss, with days in front; "" = nothing."""
    if since is None:
        return ""
    seconds = max(0, int(now - since.timestamp()))
    return words.elapsed(seconds) if seconds >= 3600 else f"{seconds // 60:02d}:{seconds % 60:02d}"


def is_loud(line: CardLine, now: float) -> bool:
    """Whether its deadline has passed."""
    return line.loud is not None and now >= line.loud.timestamp()


def paint_card(painter: QPainter, rect: QRect, face: CardFace, now: float, chosen: bool, focused: bool) -> None:
    """Paint a card into its rectangle; `now` seconds UTC."""
    ratio = painter.device().devicePixelRatioF()
    ground = _ground(themes.current.name, rect.width(), rect.height(), _mark(face), chosen, ratio)
    painter.drawPixmap(rect.topLeft(), ground)
    left, right = rect.left() + LEFT, rect.right() - RIGHT
    base = rect.top() + EDGE + 15
    _title(painter, face, left, right, base)
    rows = [*face.lines]
    for i in range(len(rows) + (face.progress is not None)):
        base += ROW
        if face.progress is not None and i == min(1, len(rows)):
            _bar(painter, face, left, right, base)
        else:
            at = i - (face.progress is not None and i > min(1, len(rows)))
            _line(painter, rows[at], left, right, base, now)
    if face.blocked:
        _blocked(painter, face, left, right, base + ROW, now)
    if focused:
        ring(painter, QRectF(rect), 5)


def _mark(face: CardFace) -> Mark:
    """A blocked card waits for somebody: never quiet."""
    return Mark.WARNING if face.blocked and face.mark is not Mark.BAD else face.mark


def _title(painter: QPainter, face: CardFace, left: int, right: int, base: int) -> None:
    room = right - left
    if face.tag:
        tag = elided(face.tag, SMALL, 400, room // 2)
        wide = advance(tag, SMALL, 400) + 14
        chip = QRectF(right - wide, base - 14, wide, 19)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("border"), 1))
        painter.setBrush(color("track"))
        painter.drawRoundedRect(chip.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        write(painter, right - wide + 7, base, tag, SMALL, 400, "text")
        room -= wide + 8
    write(painter, left, base, elided(face.title, 14, 600, room), 14, 600, "text")


def _bar(painter: QPainter, face: CardFace, left: int, right: int, base: int) -> None:
    counted = elided(face.counted, 13, 400, (right - left) * 2 // 3)
    wide = advance(counted, 13, 400)
    write(painter, right - wide, base, counted, 13, 400, "text")
    long = right - left - wide - (10 if counted else 0)
    if long < 12:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("track"))
    painter.drawRoundedRect(QRectF(left, base - 8, long, 7), 3, 3)
    share = min(1.0, max(0.0, face.progress or 0.0))
    if share > 0:
        painter.setBrush(color("bar"))
        painter.drawRoundedRect(QRectF(left, base - 8, max(6.0, long * share), 7), 3, 3)


def _line(painter: QPainter, line: CardLine, left: int, right: int, base: int, now: float) -> None:
    """The right half has at most half the room where both want more; ages are never cut."""
    role = "bad" if is_loud(line, now) else line.role
    text, want = line.text, _wanted(line.text, age_of(line.since, now), line.icon)
    age = age_of(line.right_since, now)
    beside = _wanted(line.right, age, line.right_icon)
    if beside:
        room = right - left
        for shorter in line.short:
            if want + beside + 10 <= room:
                break
            text, want = shorter, _wanted(shorter, age_of(line.since, now), line.icon)
        beside = min(beside, max(room // 2, room - want - 10))
        _half(painter, right - beside, base, beside, (line.right, age, line.right_icon, line.right_role), True)
        right -= beside + 10
    _half(painter, left, base, right - left, (text, age_of(line.since, now), line.icon, role))


def _wanted(text: str, age: str, icon: str) -> int:
    """How wide half a line would be."""
    gap = 4 if text and age else 0
    words_wide = advance(plain(text), 13, 400) + 2 if text else 0  # widths are rounded: exactly so much is cut
    return (18 if icon else 0) + words_wide + gap + _clock(age)


def _clock(age: str) -> int:
    return digits(8, 13, 400) if len(age) == 8 else advance(age, 13, 400) if len(age) > 8 else _short(age)


def _short(age: str) -> int:
    return advance("00:00", 13, 400) if age else 0


def _half(
    painter: QPainter, x: int, base: int, room: int, said: tuple[str, str, str, str], to_right: bool = False
) -> None:
    """Text, age, icon and colour role within some room; the text gives way to the age."""
    text, age, icon, role = said
    shift = 18 if icon else 0
    wide = _clock(age)
    shown = elided(text, 13, 400, max(0, room - shift - wide - (4 if age else 0)))
    used = advance(shown, 13, 400)
    if to_right:
        x += max(0, room - shift - used - wide - (4 if shown and age else 0))
    _icon(painter, icon, x, base, role)
    _text(painter, x + shift, base, shown, role, False)
    _text(painter, x + shift + used + (4 if shown and age else 0), base, age, role, True)


def _blocked(painter: QPainter, face: CardFace, left: int, right: int, base: int, now: float) -> None:
    age = age_of(face.blocked_at, now)
    wide = _clock(age)
    _icon(painter, "octagon-pause", left, base, "warning")
    _text(painter, right - wide, base, age, "warning", True)
    room = right - left - 18 - (wide + 8 if age else 0)
    _text(painter, left + 18, base, elided(face.blocked, 13, 600, max(0, room)), "warning", False, 600)


def _text(painter: QPainter, x: int, base: int, text: str, role: str, lives: bool, weight: int = 400) -> None:
    """What counts up is written each time, the rest kept as a picture."""
    if not lives:
        write(painter, x, base, text, 13, weight, role)
        return
    painter.setFont(font(13, weight))
    painter.setPen(color(role))
    painter.drawText(x, base, text)


def _icon(painter: QPainter, name: str, x: int, base: int, role: str) -> None:
    if name:
        painter.drawPixmap(x, base - 12, pixmap(name, role, 14, painter.device().devicePixelRatioF()))


def picture_of(face: CardFace, width: int, height: int, now: float, ratio: float) -> QPixmap:
    """A card as it hangs at the pointer."""
    made = QPixmap(round((width + 8) * ratio), round((height + 8) * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    with QPainter(made) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 70))
        painter.drawRoundedRect(QRectF(5, 6, width, height), 6, 6)
        painter.setOpacity(0.94)
        paint_card(painter, QRect(0, 0, width, height), face, now, True, False)
    return made


def paint_note(painter: QPainter, box: QRect, text: str, role: str = "warning") -> None:
    """Words on a filled ground, in lines as wide as the box."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color(role), 1))
    painter.setBrush(color(f"{role}_fill"))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    painter.setPen(color(f"{role}_text"))
    painter.setFont(font(13))
    flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
    painter.drawText(box.adjusted(10, 4, -10, -4), flags, text)


def paint_place(painter: QPainter, left: int, y: int, width: int) -> None:
    """Where a dragged card would lie: a line with a knob."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color("focus"))
    painter.drawRoundedRect(QRectF(left, y - 1.5, width, 3), 1.5, 1.5)
    painter.drawEllipse(QPointF(left + 1, y), 4.5, 4.5)
