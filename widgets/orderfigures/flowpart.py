"""How the work flows: the cumulative flow diagram, what is read off it at the cursor, and Little's law beside it."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.app.queries.order_figures import Sheets
from console.domain.order_cumulative import COLUMNS, Little
from widgets.cards import Card, Text
from widgets.numbers import decimal, percent, whole
from widgets.orderfigures.flowchart import FlowChart, band_color
from widgets.orderfigures.words import cases, time_words
from widgets.orders.naming import column_word
from widgets.theme import color, font, themes
from widgets.times import span

WIDE = 1000
ROW = 22


class Legend(QWidget):
    """The columns from the top of the diagram down, each with its colour and its count at the cursor."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: dict[str, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self.update)

    def show_counts(self, counts: dict[str, int]) -> None:
        """Show other counts."""
        self._counts = counts
        told = ", ".join(f"{column_word(column)} {whole(counts.get(column, 0))}" for column in COLUMNS)
        self.setAccessibleName(told)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(220, ROW * len(COLUMNS))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(150, ROW * len(COLUMNS))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setFont(font(13))
            for row, column in enumerate(COLUMNS):
                y = row * ROW
                painter.fillRect(QRectF(0, y + 5, 14, 12), band_color(column))
                painter.setPen(color("text"))
                words = QRectF(22, y, max(40, self.width() - 90), ROW)
                painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), column_word(column))
                number = QRectF(0, y, self.width() - 2, ROW)
                side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
                painter.drawText(number, int(side), whole(self._counts.get(column, 0)))


class FlowPart(QWidget):
    """Mouse or arrow keys move the cursor of the diagram."""

    def __init__(self) -> None:
        super().__init__()
        self._sheets: Sheets | None = None
        self._zone: tzinfo | None = None
        self.card, self.side = Card(), Card()
        self.chart, self.legend = FlowChart(), Legend()
        self.when = Text("text", 14, 600)
        self.wip, self.lead = Text("text", 13, wrap=True), Text("text", 13, wrap=True)
        self.law, self.law_more = Text("text", 13, 600, wrap=True), Text("text_muted", 12, wrap=True)
        self.card.body.addWidget(self.chart, 1)
        for part in (self.when, self.legend, self.wip, self.lead, self.law, self.law_more):
            self.side.body.addWidget(part)
        self.side.body.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(10)
        self._row.addWidget(self.card, 1)
        self._row.addWidget(self.side)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._row)
        self.chart.cursor_moved.connect(lambda _: self._say())
        self.retranslate()

    def show_sheets(self, sheets: Sheets, zone: tzinfo) -> None:
        """Show other figures."""
        self._sheets, self._zone = sheets, zone
        self.chart.show_diagram(sheets.now.diagram, zone)
        self._say()

    def _say(self) -> None:
        sheets, zone, place = self._sheets, self._zone, self.chart.place
        if sheets is None or zone is None or place < 0:
            return
        diagram = sheets.now.diagram
        self.when.say(time_words(diagram.times[place], zone))
        self.legend.show_counts(diagram.at(place))
        self.wip.say(self.tr("In progress: {0}").format(whole(diagram.wip(place))))
        lead = diagram.lead(place)
        self.lead.say(
            self.tr("About {0} from released to finished (dotted line)").format(span(lead))
            if lead is not None
            else self.tr(
                "What is finished here was released before this time began: the diagram cannot tell how long ago."
            )
        )
        self._say_law(sheets.now.little)

    def _say_law(self, law: Little) -> None:
        if law.time is None or law.expected is None:
            self.law.say(self.tr("Little's law: too few completed orders ({0})").format(cases(law.n)))
            self.law_more.say("")
            return
        apart = percent(abs(law.apart), 0) if law.apart is not None else "–"
        self.law.say(
            self.tr("Little's law: {0} a day × {1} = {2}; there were {3}, {4} apart").format(
                decimal(law.rate * 86_400.0), span(law.time), decimal(law.expected), decimal(law.wip), apart
            )
        )
        self.law_more.say(
            self.tr(
                "Throughput times mean time in progress is the mean work in progress where as much goes out as comes"
                " in. Here {0} came in and {1} went out, {2} were in progress at the start and {3} at the end ({4}"
                " completed). The further apart these are, the less the two sides need to agree."
            ).format(whole(law.came), whole(law.went), whole(law.before), whole(law.after), whole(law.n))
        )

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.card.title.say(self.tr("Cumulative flow"))
        self.card.note.say(self.tr("Orders by column; what is done counts from the start of this time"))
        self.side.title.say(self.tr("At the cursor"))
        self.legend.update()
        self._say()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        across = self.width() >= WIDE
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom)
        self.side.setFixedWidth(330) if across else self.side.setMaximumWidth(16_777_215)
        if not across:
            self.side.setMinimumWidth(0)
