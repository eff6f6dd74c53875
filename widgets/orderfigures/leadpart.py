"""How long orders take: every one as a point, how they are spread, the quantiles."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.app.queries.order_figures import Sheets
from console.domain.order_figures import Spread
from widgets.callfigures.bars import Bar, Bars
from widgets.cards import Button, Card, Choice
from widgets.numbers import whole
from widgets.orderfigures.behind import Listing
from widgets.orderfigures.scatter import Scatter
from widgets.orderfigures.words import axis_step, cases, long_words, meaning
from widgets.plain import tip
from widgets.times import span

LEAD, RUN = "lead", "run"
BARS = 24


class LeadPart(QWidget):
    """`opened` carries the id of an order, `listed` a Listing."""

    opened = Signal(str)
    listed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._sheets: Sheets | None = None
        self._zone: tzinfo | None = None
        self.card, self.which, self.list = Card(), Choice(), Button("list-checks", self._list)
        self.scatter, self.bars = Scatter(), Bars(240)
        self.card.tools.addWidget(self.which)
        self.card.tools.addWidget(self.list)
        self.card.body.addWidget(self.scatter, 3)
        self.card.body.addWidget(self.bars, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        self.scatter.picked.connect(self.opened)
        self.which.currentIndexChanged.connect(lambda _: self._show())
        self.retranslate()

    @property
    def spread(self) -> Spread:
        """What is shown."""
        now = self._sheets.now if self._sheets is not None else None
        if now is None:
            return Spread()
        return now.run if self.which.currentData() == RUN else now.lead

    def show_sheets(self, sheets: Sheets, zone: tzinfo) -> None:
        """Show other figures."""
        self._sheets, self._zone = sheets, zone
        self._show()

    def _show(self) -> None:
        if self._sheets is None or self._zone is None:
            return
        found = self.spread
        self.scatter.show_spread(found, self._sheets.now.stretch, self._sheets.orders, self._zone)
        bars = bars_of(found)
        most = max((bar.value for bar in bars), default=0.0)
        lines = [(most, whole(most))] if most else []
        self.bars.show_bars(self.tr("How the times are spread"), bars, lines, self.tr("Nothing was completed."))
        words = self.tr("median {0}, 85 % within {1}, 95 % within {2}").format(
            long_words(found.median), long_words(found.sure), long_words(found.surer)
        )
        self.card.note.say(f"{cases(found.n)} · {words}")
        self.list.setEnabled(bool(found.cases))

    def _list(self) -> None:
        title = self.which.currentText()
        self.listed.emit(Listing(title, self.spread.cases, self.tr("Took"), span))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.card.title.say(self.tr("Lead time"))
        self.which.setAccessibleName(self.tr("Lead time from"))
        self.which.offer("", [(LEAD, self.tr("Made to finished")), (RUN, self.tr("Released to finished"))])
        self.which.setToolTip(tip(f"{meaning(LEAD)}\n{meaning(RUN)}"))
        self.list.name(self.tr("Orders"), self.tr("The orders behind the picture, the longest first"))
        self._show()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def bars_of(found: Spread) -> list[Bar]:
    """How many took how long, in steps that can be read."""
    if not found.cases:
        return []
    top = max(found.cases.values[0], 60.0)
    step = axis_step(top) / 4
    step = step if top / step <= BARS else top / BARS
    counts = [0] * (int(top / step) + 1)
    for value in found.cases.values:
        counts[int(value / step)] += 1
    return [
        Bar(
            count,
            span((i + 1) * step) if i % 4 == 3 else "",
            f"{span(i * step)} … {span((i + 1) * step)}: {whole(count)}",
        )
        for i, count in enumerate(counts)
    ]
