"""How fast this shift's calls are answered, beside the targets: opens the response figures."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.app.callpulse import Answer
from console.domain.responses import ENOUGH, Span
from widgets.board.card import paint_panel
from widgets.board.tile import elided
from widgets.calls.shown import short
from widgets.cards import Painted
from widgets.numbers import percent, whole
from widgets.plain import tip
from widgets.theme import color, font, ring

SPANS = (Span.ACKNOWLEDGE, Span.RESOLVE)
HIGH = 106
EVERY = 2.0  # seconds between two looks


class AnswersPanel(Painted):
    """Three figures of the shift; pressed, it `opened`s the response figures."""

    opened = Signal()

    def __init__(
        self, answers: Callable[[], tuple[Answer, ...]], open_: Callable[[], int], parent: QWidget | None = None
    ) -> None:
        super().__init__()
        self._ask, self._open = answers, open_
        self._answers: tuple[Answer, ...] = ()
        self._count = 0
        self._looked = -1e18
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.opened)
        self._name()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(420, HIGH)

    def beat(self, now: float) -> None:
        """Count anew every two seconds."""
        if abs(now - self._looked) < EVERY:
            return
        self._looked = now
        found, count = self._ask(), self._open()
        if (found, count) != (self._answers, self._count):
            self._answers, self._count = found, count
            self._name()
            self.update()

    def look_again(self) -> None:
        """Other lines are shown: count at the next beat."""
        self._looked = -1e18

    def columns(self) -> list[tuple[str, str, str, str]]:
        """What is shown: the figure, what it is, a second line, the colour of the figure."""
        made = []
        for answer in self._answers:
            median = answer.figures.median
            late = median is not None and bool(answer.targets) and median > answer.targets[-1]
            figure = "–" if median is None else short(median)
            made.append((figure, self._what(answer.span), self._target(answer), "warning" if late else "text"))
        first = self._answers[0].figures if self._answers else None
        if first is not None:
            words = self.tr("%n open", "", self._count)
            made.append((percent(first.inside, 0), self.tr("answered inside target"), words, "text"))
        return made

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            paint_panel(painter, self.rect(), 1.0)
            columns = self.columns()
            if not columns:
                painter.setFont(font(13.5))
                painter.setPen(color("text_muted"))
                painter.drawText(16, 34, elided(self._nothing(), 13.5, 400, self.width() - 32))
                return
            wide = (self.width() - 32) // len(columns)
            for place, (figure, what, second, role) in enumerate(columns):
                left = 16 + place * wide
                painter.setFont(font(23, 600))
                painter.setPen(color(role))
                painter.drawText(left, 40, figure)
                painter.setFont(font(12))
                painter.setPen(color("text_muted"))
                wrap = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
                painter.drawText(QRect(left, 48, wide - 10, 34), wrap, what)
                painter.setPen(color("text_faint"))
                painter.drawText(left, HIGH - 12, elided(second, 12, 400, wide - 10))
            if self.hasFocus():
                ring(painter, self.rect().toRectF())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            self.update()
        super().changeEvent(event)

    def _what(self, span: Span) -> str:
        return self.tr("median time to acknowledge") if span is Span.ACKNOWLEDGE else self.tr("median time to resolve")

    def _target(self, answer: Answer) -> str:
        if answer.figures.n < ENOUGH:
            return self.tr("{0} of {1} needed").format(whole(answer.figures.n), ENOUGH)
        if not answer.targets:
            return ""
        least, most = short(answer.targets[0]), short(answer.targets[-1])
        return self.tr("target {0}").format(least if least == most else f"{least}–{most}")

    def _nothing(self) -> str:
        return self.tr("How fast this shift's calls are answered stands here.")

    def _name(self) -> None:
        said = "; ".join(f"{what} {figure}, {second}" for figure, what, second, _ in self.columns())
        self.setAccessibleName(self.tr("Answers in this shift"))
        self.setAccessibleDescription(said or self._nothing())
        self.setToolTip(tip(self.tr("Opens the response figures")))
