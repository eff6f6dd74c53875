"""A rounded field of the top bar that says one live thing; painted, so that a change costs one small repaint."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from widgets import theme

HEIGHT = 28
PAD = 12.0
GAP = 7.0
DOT = 8.0
ICON = 16


@dataclass(frozen=True, slots=True)
class Face:
    """What a pill shows: a dot or an icon, quiet words, one strong word; `loud` fills it because someone must act."""

    text: str = ""
    strong: str = ""
    dot: str = ""  # colour role of the dot, "" = none
    icon: str = ""  # shipped icon, "" = none
    loud: bool = False


class Pill(QAbstractButton):
    """One field of the top bar. Give it a name for screen readers; without `clicks` it is only read, never focused."""

    def __init__(self, clicks: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = Face()
        self._clicks = clicks
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if clicks else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if clicks else Qt.CursorShape.ArrowCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.themes.changed.connect(self.update)

    @property
    def face(self) -> Face:
        """What it shows now."""
        return self._face

    def show_face(self, face: Face) -> None:
        """Show something else; nothing happens when it is the same."""
        if face == self._face:
            return
        before = self.sizeHint()
        self._face = face
        self.setText(" ".join(part for part in (face.text, face.strong) if part))
        if self.sizeHint() != before:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as its words."""
        width = 2 * PAD + self._mark_width() + _width(self._face.text, 400) + _width(self._face.strong, 600)
        if self._face.text and self._face.strong:
            width += GAP
        return QSize(max(HEIGHT, round(width + 0.5)), HEIGHT)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same: words are never cut."""
        return self.sizeHint()

    def _mark_width(self) -> float:
        mark = ICON if self._face.icon else DOT if self._face.dot else 0.0
        return mark + GAP if mark and self.text() else mark

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        loud, hot = self._face.loud, self._clicks and self.underMouse()
        fill = "stopped_fill" if loud else "hover" if hot else "raised"
        painter.setPen(QPen(theme.color("stopped" if loud else "border"), 1))
        painter.setBrush(theme.color(fill))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, HEIGHT / 2, HEIGHT / 2)
        self._paint_words(painter, self._paint_mark(painter), loud)
        if self.hasFocus():
            theme.ring(painter, QRectF(self.rect()), HEIGHT / 2)

    def _paint_mark(self, painter: QPainter) -> float:
        middle = self.height() / 2
        if self._face.icon:
            role = "stopped_text" if self._face.loud else "text_muted"
            image = theme.pixmap(self._face.icon, role, ICON, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(PAD, middle - ICON / 2), image)
        elif self._face.dot:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(self._face.dot))
            painter.drawEllipse(QPointF(PAD + DOT / 2, middle), DOT / 2, DOT / 2)
        return PAD + self._mark_width()

    def _paint_words(self, painter: QPainter, x: float, loud: bool) -> None:
        parts = (
            (self._face.text, 400, "stopped_text" if loud else "text_muted"),
            (self._face.strong, 600, "stopped_text" if loud else "text"),
        )
        for words, weight, role in parts:
            if not words:
                continue
            painter.setFont(theme.font(13, weight))
            painter.setPen(theme.color(role))
            width = _width(words, weight)
            painter.drawText(QRectF(x, 0, width + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, words)
            x += width + GAP


def _width(words: str, weight: int) -> float:
    return QFontMetricsF(theme.font(13, weight)).horizontalAdvance(words) if words else 0.0
