"""A number that can be clicked to what it means."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from widgets.cards import Painted
from widgets.figures.definition import show_metric
from widgets.figures.names import metric_name
from widgets.plain import tip
from widgets.theme import color, font

LABEL, VALUE, NOTE = 12, 22, 12  # pixels of type


class KeyNumber(Painted):
    """Name above, value, a note below; a click opens the metric's definition with the facts of the moment."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self.code = code
        self._value, self._note, self._tone, self._label = "", "", "text", ""
        self._facts: Mapping[str, str] = {}
        self.setFixedHeight(76)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)

    def say(self, value: str, note: str = "", tone: str = "text", facts: Mapping[str, str] | None = None) -> None:
        """Show a value; `facts` are what the definition shows below the formula."""
        self._facts = facts or {}
        if (value, note, tone) != (self._value, self._note, self._tone):
            self._value, self._note, self._tone = value, note, tone
            self._name()

    def call_it(self, label: str) -> None:
        """Give it another name than the metric's own."""
        self._label = label
        self._name()

    def value(self) -> str:
        """The text shown."""
        return self._value

    def retranslate(self) -> None:
        self._name()

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(84, 76)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(150, 76)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        self.backdrop(painter)
        inside = self.rect().adjusted(10, 8, -8, -8)
        rows = (
            (self._label or metric_name(self.code), font(LABEL), "text_muted", 0, 16),
            (self._value, font(VALUE, 600), self._tone, 17, 27),
            (self._note, font(NOTE), "text_faint", 45, 16),
        )
        for text, type_, role, top, height in rows:
            painter.setFont(type_)
            painter.setPen(color(role))
            area = QRect(inside.left(), inside.top() + top, inside.width(), height)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)

    def _name(self) -> None:
        words = " ".join(filter(None, (self._label or metric_name(self.code), self._value, self._note)))
        self.setAccessibleName(words)
        hint = self.tr("Click for what it means")
        self.setToolTip(tip(f"{words}\n{hint}"))
        self.update()

    def _open(self) -> None:
        show_metric(self.window(), self.code, self._facts)
