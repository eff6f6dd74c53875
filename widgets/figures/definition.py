"""The definition behind a number: name, formula, source, unit, owner, version, and the figures of the moment."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from console.domain.metrics import METRICS, Metric
from widgets.cards import Button, Card, Text
from widgets.figures.names import formula_words, metric_name, owner_words, unit_words
from widgets.plain import plain


class Definition(QDialog):
    """Shows one metric of the dictionary; `facts` are words and figures to put under it as they are."""

    def __init__(self, parent: QWidget | None, metric: Metric, facts: Mapping[str, str]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(460)
        self._metric, self._facts = metric, facts
        self.name = Text("text", 18, 600)
        self.formula = Text("text", 14, 500, wrap=True)
        self.formula.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        box = Card(titled=False)
        box.body.addWidget(self.formula)
        self.rows = QGridLayout()
        self.rows.setHorizontalSpacing(18)
        self.rows.setVerticalSpacing(7)
        self.rows.setColumnStretch(1, 1)
        self.close_button = Button("", self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(self.name)
        layout.addWidget(box)
        layout.addLayout(self.rows)
        layout.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment; the facts stay as they were given."""
        metric = self._metric
        self.setWindowTitle(self.tr("What {0} means").format(metric_name(metric.code)))
        self.close_button.name(self.tr("Close"))
        self.name.say(metric_name(metric.code))
        self.formula.say(formula_words(metric.code))
        while (item := self.rows.takeAt(0)) is not None:
            item.widget().deleteLater()
        for words, figure in self._facts.items():
            self._row(plain(words), plain(figure), "text", 600)
        version = self.tr("{0}, version {1}").format(metric.code, metric.version)
        for words, told in (
            (self.tr("Counted in"), unit_words(metric.unit)),
            (self.tr("Source"), metric.source),
            (self.tr("Owner"), owner_words(metric.owner)),
            (self.tr("In the dictionary"), version),
        ):
            self._row(words, told, "text_muted", 400)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _row(self, words: str, told: str, role: str, weight: int) -> None:
        row = self.rows.rowCount()
        self.rows.addWidget(Text("text_faint"), row, 0, Qt.AlignmentFlag.AlignTop)
        self.rows.addWidget(Text(role, 13, weight, wrap=True), row, 1)
        for column, text in ((0, words), (1, told)):
            label = self.rows.itemAtPosition(row, column).widget()
            assert isinstance(label, Text)
            label.say(text)


def show_metric(parent: QWidget | None, code: str, facts: Mapping[str, str]) -> Definition:
    """Open the definition of a metric with the figures of the moment (words -> figure, as shown); return the window.

    KeyError for a code that is not in the dictionary.
    """
    window = Definition(parent, METRICS[code], facts)
    window.show()
    return window
