"""What happened to a call and what was said about it, in the order of time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.app.queries.andon import CallFile, StepShown
from console.domain.andon import Move, Severity
from widgets.calls.naming import move_word, nobody_words, severity_word, who_word
from widgets.plain import plain, plain_block
from widgets.theme import color, font, pixmap, themes
from widgets.times import moment

MARK = {
    Move.RAISE: ("siren", "text"),
    Move.REPEAT: ("siren", "text_muted"),
    Move.CLEAR: ("minus", "text_muted"),
    Move.WORSEN: ("trending-up", "bad"),
    Move.ACKNOWLEDGE: ("check", "text"),
    Move.TAKE: ("user", "text"),
    Move.ARRIVE: ("map-pin", "text"),
    Move.CONTAIN: ("shield", "text"),
    Move.EXPLAIN: ("pencil", "text_muted"),
    Move.RESOLVE: ("circle-check", "text"),
    Move.VERIFY: ("badge-check", "good"),
    Move.REFUTE: ("rotate-ccw", "bad"),
    Move.CLOSE: ("lock", "good"),
    Move.REJECT: ("x", "text_muted"),
    Move.REOPEN: ("rotate-ccw", "bad"),
    Move.ESCALATE: ("users", "warning"),
    Move.HAND_ON: ("arrow-left-right", "text_muted"),
}
TIME, LEFT, GAP = 62, 96, 9


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened, or was said."""

    at: float
    icon: str
    role: str
    title: str
    who: str
    body: str
    order: int = 99  # among what happened at the same time


def entries(file: CallFile, level: Callable[[int], str]) -> list[Entry]:
    """Steps and comments of a call in the order of time; `level` names a level of its ladder."""
    made = [_step(shown, level) for shown in file.steps]
    for said in file.thread:
        to = ", ".join(plain(name, 60) for name in said.mentions)
        who = f"→ {to}" if to else ""
        at, text = said.comment.at.timestamp(), plain_block(said.comment.text)
        made.append(Entry(at, "message-square", "accent", plain(said.by or "–", 60), who, text))
    return sorted(made, key=lambda entry: (entry.at, entry.order))


def _step(shown: StepShown, level: Callable[[int], str]) -> Entry:
    step = shown.step
    icon, role = MARK[step.move]
    title, body = move_word(step.move), plain_block(step.note)
    people = ", ".join(plain(name, 60) for name in shown.people)
    if step.move is Move.ESCALATE:
        title, body = level(step.level), people or nobody_words()
    elif step.move is Move.HAND_ON:
        body = people or nobody_words()
    elif step.move is Move.WORSEN:
        body = severity_word(Severity(step.note)) if step.note in {*Severity} else ""
    elif step.move is Move.REPEAT and step.times > 1:
        title = f"{title} × {step.times}"
    elif step.move is Move.TAKE and step.to != step.who:
        body = f"→ {people}"
    order = list(Move).index(step.move) + max(0, step.level)
    return Entry(step.at.timestamp(), icon, role, title, who_word(step.who, shown.who), body, order)


class Timeline(QWidget):
    """Paints entries below each other, as high as they need."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: list[Entry] = []
        self._zone: tzinfo | None = None
        self._now = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self.update)

    def show_entries(self, entries: list[Entry], zone: tzinfo | None, now: float) -> None:
        """Show other entries."""
        self.entries, self._zone, self._now = entries, zone, now
        self.setAccessibleDescription("\n".join(self._spoken(entry) for entry in entries))
        self._fit()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(300, sum(self._height(entry) for entry in self.entries) + 2)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(200, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            top = 0
            for i, entry in enumerate(self.entries):
                high = self._height(entry)
                if event.rect().intersects(QRect(0, top, self.width(), high)):
                    self._paint(painter, entry, top, high, i == len(self.entries) - 1)
                top += high

    def _paint(self, painter: QPainter, entry: Entry, top: int, high: int, last: bool) -> None:
        painter.setFont(font(12.5))
        painter.setPen(color("text_faint"))
        clock = moment(entry.at, self._now, self._zone)
        day, _, time = clock.rpartition(" ")
        painter.drawText(0, top + 16, time)
        if day:
            painter.setFont(font(10.5))
            painter.drawText(0, top + 29, day)
        painter.drawPixmap(QPoint(TIME + 8, top + 3), self._mark(entry))
        if not last:
            painter.fillRect(QRect(TIME + 15, top + 23, 1, high - 22), color("border_strong"))
        painter.setFont(font(13.5, 600))
        painter.setPen(color("text"))
        painter.drawText(LEFT, top + 16, entry.title)
        after = LEFT + QFontMetrics(font(13.5, 600)).horizontalAdvance(entry.title) + 8
        painter.setFont(font(12.5))
        painter.setPen(color("text_muted"))
        painter.drawText(after, top + 16, entry.who)
        if entry.body:
            painter.setFont(font(13))
            painter.setPen(color("text"))
            flags = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere)
            painter.drawText(QRect(LEFT, top + 22, self._room(), high), flags, entry.body)

    def _mark(self, entry: Entry) -> QPixmap:
        return pixmap(entry.icon, entry.role, 16, self.devicePixelRatioF())

    def _room(self) -> int:
        return max(80, self.width() - LEFT - 4)

    def _height(self, entry: Entry) -> int:
        if not entry.body:
            return 34
        flags = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere)
        box = QFontMetrics(font(13)).boundingRect(QRect(0, 0, self._room(), 100_000), flags, entry.body)
        return 22 + box.height() + GAP + 3

    def _fit(self) -> None:
        self.setFixedHeight(self.sizeHint().height())

    def _spoken(self, entry: Entry) -> str:
        said = (moment(entry.at, self._now, self._zone), entry.title, entry.who, plain(entry.body, 400))
        return " · ".join(part for part in said if part)
