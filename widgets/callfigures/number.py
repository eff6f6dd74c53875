"""A figure that opens the calls behind it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from widgets.cards import Painted
from widgets.plain import tip
from widgets.theme import color, font


class Number(Painted):
    """Its name, the figure, a note below; `wanted` carries the ids of the calls when it is pressed."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._label, self._value, self._note, self._tone = "", "–", "", "text"
        self._calls: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.wanted.emit(self._calls))

    def say(
        self, label: str, value: str, note: str = "", calls: Sequence[str] = (), tone: str = "text", more: str = ""
    ) -> None:
        """Show a figure; `calls` are behind it, `more` explains it in the tooltip."""
        self._label, self._value, self._note, self._tone = label, value, note, tone
        self._calls = tuple(calls)
        self.setEnabled(bool(calls))
        hint = self.tr("Press for the calls behind it") if calls else ""
        self.setAccessibleName(" ".join(filter(None, (label, value, note))))
        self.setToolTip(tip("\n".join(filter(None, (f"{label}: {value}", note, more, hint)))))
        cursor = Qt.CursorShape.PointingHandCursor if calls else Qt.CursorShape.ArrowCursor
        self.setCursor(cursor)
        self.update()

    @property
    def value(self) -> str:
        """The figure that is shown."""
        return self._value

    @property
    def note(self) -> str:
        """What stands below it."""
        return self._note

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(128, 78)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(80, 78)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            self.backdrop(painter)
            inside = self.rect().adjusted(8, 7, -6, -7)
            rows = (
                (self._label, font(12), "text_muted", 0, 16),
                (self._value, font(20, 600), self._tone, 18, 27),
                (self._note, font(11.5), "text_faint", 47, 16),
            )
            for text, type_, role, top, high in rows:
                painter.setFont(type_)
                painter.setPen(color(role))
                area = QRect(inside.left(), inside.top() + top, inside.width(), high)
                shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
                painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
