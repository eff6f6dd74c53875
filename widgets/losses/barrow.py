"""One row of a painted list: words, a bar, a figure; a button by itself."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from widgets.cards import Painted
from widgets.plain import tip
from widgets.theme import color, font

HIGH = 30
BAR = 10


class BarRow(Painted):
    """Words at the left, a bar from `begin` to `end` (shares of the width between), a figure at the right."""

    def __init__(self, words_wide: int = 170, figure_wide: int = 74) -> None:
        super().__init__()
        self._wide = (words_wide, figure_wide)
        self._words, self._figure, self._role, self._strong = "", "", "bar", False
        self._span = (0.0, 0.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HIGH)

    def say(
        self,
        words: str,
        figure: str,
        span: tuple[float, float],
        role: str = "bar",
        more: str = "",
        strong: bool = False,
    ) -> None:
        """Show the row; `more` is the tooltip's second line, a `strong` row is the sum of others."""
        shown = (words, figure, span, role, strong)
        if shown != (self._words, self._figure, self._span, self._role, self._strong):
            self._words, self._figure, self._span, self._role, self._strong = shown
            self.update()
        name = f"{words} {figure}"
        if name != self.accessibleName():
            self.setAccessibleName(name)
        self.setToolTip(tip("\n".join(filter(None, (name, more)))))

    def words(self) -> str:
        """The words shown."""
        return self._words

    def figure(self) -> str:
        """The figure shown."""
        return self._figure

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(sum(self._wide) + 120, HIGH)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(sum(self._wide) + 40, HIGH)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        self.backdrop(painter)
        words_wide, figure_wide = self._wide
        inside = self.rect().adjusted(6, 0, -6, 0)
        painter.setFont(font(13, 600 if self._strong else 400))
        painter.setPen(color("text" if self._strong else "text_muted"))
        middle = Qt.AlignmentFlag.AlignVCenter
        shown = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, words_wide - 10)
        painter.drawText(inside, int(middle), shown)
        left, right = inside.left() + words_wide, inside.right() - figure_wide
        begin, end = (left + share * (right - left) for share in self._span)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(self._role))
        if end - begin > 0:
            bar = QRectF(begin, (HIGH - BAR) / 2, max(end - begin, 1.5), BAR)
            painter.drawRoundedRect(bar, 2, 2)
        painter.setPen(color("text"))
        painter.setFont(font(13, 600 if self._strong else 500))
        painter.drawText(inside, int(middle | Qt.AlignmentFlag.AlignRight), self._figure)
