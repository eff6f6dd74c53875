"""One point of a patrol: what it is called, until when somebody must be there, and who was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from enum import Enum

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from console.domain.checklists import Run
from console.domain.patrols import CheckIn, Point
from widgets.cards import Painted
from widgets.plain import plain, tip
from widgets.theme import color, font, pixmap, ring

translate = QCoreApplication.translate
WIDE, HIGH = 248, 46


class Was(Enum):
    """How it stands with a point: icon, and colour role of what stands beside it."""

    FREE = ("map-pin", "text_muted")  # at any time
    AHEAD = ("clock", "text_muted")
    THERE = ("circle-check", "good")
    LATE = ("history", "warning")  # somebody was there, after its time
    MISSED = ("triangle-alert", "bad")

    @property
    def icon(self) -> str:
        """The shipped icon."""
        return self.value[0]

    @property
    def role(self) -> str:
        """The colour role."""
        return self.value[1]


@dataclass(frozen=True, slots=True)
class PointShown:
    """A point as it stands; `until`: when somebody must be there, None = at any time."""

    point: Point
    name: str
    place: str
    until: datetime | None
    been: CheckIn | None
    who: str
    run: Run

    def was(self, now: datetime) -> Was:
        """How it stands at a time; a run that has ended goes by its end."""
        if self.been is not None:
            return Was.LATE if self.until is not None and self.been.at > self.until else Was.THERE
        if self.until is None:
            return Was.FREE
        return Was.MISSED if (self.run.ended or now) > self.until else Was.AHEAD

    def words(self, now: datetime, zone: tzinfo | None) -> str:
        """Until when somebody must be there and how long that is, or who was there when."""
        was = self.was(now)
        if self.been is not None:
            there = f"{self.been.at.astimezone(zone):%H:%M}"
            how = "" if self.been.scanned else translate("patrols", "by hand")
            late = translate("patrols", "late") if was is Was.LATE else ""
            return " · ".join(part for part in (there, late, how, self.who) if part)
        if self.until is None:
            return translate("patrols", "at any time")
        clock = f"{self.until.astimezone(zone):%H:%M}"
        if was is Was.MISSED:
            return translate("patrols", "missed, until {0}").format(clock)
        if self.run.ended is not None:
            return translate("patrols", "until {0}").format(clock)
        left = max(0, int((self.until - now).total_seconds()))
        hours, rest = divmod(left, 3600)
        count = f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"
        return translate("patrols", "until {0} · {1} left").format(clock, count)


def until(run: Run, point: Point) -> datetime | None:
    """When somebody must be there; None = at any time."""
    return run.begun + timedelta(minutes=point.within) if point.within else None


class PointChip(Painted):
    """A point to be pressed; the chosen one is lit."""

    def __init__(self) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setFixedSize(WIDE, HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.shown: PointShown | None = None
        self._was, self._words = Was.FREE, ""

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(WIDE, HIGH)

    def show_point(self, shown: PointShown, now: datetime, zone: tzinfo | None) -> None:
        """Show it as it stands now; costs nothing where nothing changed."""
        was, words = shown.was(now), shown.words(now, zone)
        if (shown, was, words) == (self.shown, self._was, self._words):
            return
        self.shown, self._was, self._words = shown, was, words
        code = f" ({plain(shown.point.code, 80)})" if shown.point.code else ""
        whole = f"{shown.name}, {shown.place}{code}: {words}"
        self.setAccessibleName(whole)
        self.setToolTip(tip(whole))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self.shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(color("focus" if self.isChecked() else "border"), 1))
        painter.setBrush(color("hover" if self.underMouse() or self.isChecked() else "raised"))
        painter.drawRoundedRect(area, 6, 6)
        mark = pixmap(self._was.icon, self._was.role, 16, self.devicePixelRatioF())
        painter.drawPixmap(10, (HIGH - 16) // 2, mark)
        loud = self._was in (Was.MISSED, Was.LATE)
        name = f"{self.shown.name} · {self.shown.place}"
        code = self.shown.point.code if self.shown.been is None else ""
        below = f"{self._words} · {plain(code, 80)}" if code else self._words
        lines = ((name, 500, "text", 5), (below, 400, self._was.role if loud else "text_muted", 23))
        for words, weight, role, top in lines:
            painter.setFont(font(13 if weight == 500 else 12, weight))
            painter.setPen(color(role))
            room = self.rect().adjusted(34, top, -8, top + 18 - HIGH)
            cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), cut)
        if self.hasFocus():
            ring(painter, QRectF(self.rect()), 6)
