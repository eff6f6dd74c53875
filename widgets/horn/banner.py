"""The banner on the wall: the call that came last of those that nobody has acknowledged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.domain.andon import Severity, Stage
from console.domain.horn import Tone
from widgets import theme
from widgets.calls.naming import SEVERITY_ICON, SEVERITY_ROLE, severity_word
from widgets.horn.control import KEYS
from widgets.horn.words import ICON
from widgets.plain import plain
from widgets.words import elapsed

if TYPE_CHECKING:
    from console.app.console import Console
    from console.app.queries.andon import CallShown

Says = tuple[Severity, str, str, str, str, str]  # severity, place, what, age, how many more, how the horn stands


class CallBanner(QWidget):
    """As tall as the wall's header; gone while every call is acknowledged."""

    def __init__(self, console: Console, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._says: Says | None = None
        self._area: str | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()
        theme.themes.changed.connect(self.update)

    def refresh(self, area: str | None = None) -> None:
        """Show the newest call of an area, None for the whole plant; repaints only what changed."""
        self._area = area
        waiting = self._waiting(area)
        newest = max(waiting, key=lambda shown: (shown.call.waiting_since, shown.call.id), default=None)
        says = self._words(newest, len(waiting) - 1) if newest is not None else None
        if says != self._says:
            self._says = says
            self.setVisible(says is not None)
            self.setAccessibleName(" · ".join(str(part) for part in says[1:] if part) if says else "")
            self.update()

    def _waiting(self, area: str | None) -> list[CallShown]:
        calls = getattr(self._console, "calls", None)
        if calls is None:
            return []
        lines = {live.line.id for live in self._console.floor.lines if area in (None, live.line.area)}
        return [
            shown
            for shown in calls.open
            if shown.call.stage is Stage.RAISED and (area is None or self._line(shown.call.place) in lines)
        ]

    def _line(self, place: str) -> str:
        live = self._console.floor.stations.get(place)
        return live.station.line if live is not None else place

    def _words(self, shown: CallShown, more: int) -> Says:
        call, stations = shown.call, self._console.floor.stations
        live = stations.get(call.place)
        place = plain(f"{live.station.line} · {live.station.name}" if live is not None else call.place, 60)
        text = plain(call.text or call.code, 120)
        what = f"{plain(shown.name, 60)} — {text}" if text else plain(shown.name, 60)
        age = elapsed(self._console.now() - call.waiting_since.timestamp())
        return (call.severity, place, what, age, self.tr("and %n more", "", more) if more else "", self._horn_words())

    def _horn_words(self) -> str:
        horn = getattr(self._console, "horn", None)
        tone = horn.standing.tone if horn is not None else Tone.QUIET
        if tone is Tone.SOUNDING:
            return self.tr("{0} silences").format(KEYS)
        return self.tr("Silenced") if tone is Tone.SILENCED else ""

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take the words of the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh(self._area)
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw it."""
        if self._says is None:
            return
        severity, place, what, age, more, horn = self._says
        role, tall = SEVERITY_ROLE[severity], float(self.height())
        ink, pad = f"{role}_text", tall * 0.35
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color(f"{role}_fill"))
        painter.fillRect(QRectF(0, 0, tall * 0.12, tall), theme.color(role))
        left = self._icon(painter, SEVERITY_ICON[severity], pad, ink, 0.55) + pad * 0.6
        right = self._right(painter, age, self.width() - pad, 0.5, 700, ink) - pad
        if more:
            right = self._right(painter, more, right, 0.36, 400, ink) - pad
        if horn:
            right = self._right(painter, horn, right, 0.36, 400, ink) - pad * 0.4
            icon = ICON[Tone.SOUNDING if horn != self.tr("Silenced") else Tone.SILENCED]
            right -= tall * 0.4
            self._icon(painter, icon, right, ink, 0.4)
            right -= pad
        for words, weight in ((f"{severity_word(severity)} · {place}", 700), (what, 400)):
            left = self._left(painter, words, left, right, weight, ink) + pad

    def _icon(self, painter: QPainter, name: str, x: float, ink: str, share: float) -> float:
        size = round(self.height() * share)
        image = theme.pixmap(name, ink, size, self.devicePixelRatioF())
        painter.drawPixmap(round(x), round((self.height() - size) / 2), image)
        return x + size

    def _right(self, painter: QPainter, words: str, right: float, share: float, weight: int, ink: str) -> float:
        font = theme.font(self.height() * share, weight)
        wide = QFontMetricsF(font).horizontalAdvance(words)
        painter.setFont(font)
        painter.setPen(theme.color(ink))
        painter.drawText(QRectF(right - wide - 1, 0, wide + 2, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
        return right - wide

    def _left(self, painter: QPainter, words: str, left: float, right: float, weight: int, ink: str) -> float:
        font = theme.font(self.height() * 0.46, weight)
        room = max(0.0, right - left)
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(theme.color(ink))
        painter.drawText(QRectF(left, 0, room, self.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        return left + QFontMetricsF(font).horizontalAdvance(shown)
