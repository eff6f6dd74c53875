"""What the columns of work orders are called, what they wait for, and how they are set up."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from console.domain.orders import DONE, HOLD, PLANNED, RELEASED, RUNNING
from widgets.cardflow.columnsetup import ColumnSetup


def column_title(column: str) -> str:
    """What a column of work orders is called."""
    translate = QCoreApplication.translate
    titles = {
        PLANNED: translate("ordercolumns", "Planned"),
        RELEASED: translate("ordercolumns", "Released"),
        RUNNING: translate("ordercolumns", "Running"),
        HOLD: translate("ordercolumns", "Quality hold"),
        DONE: translate("ordercolumns", "Done this shift"),
    }
    return titles[column]


def column_hint(column: str) -> str:
    """What an empty column waits for."""
    translate = QCoreApplication.translate
    hints = {
        PLANNED: translate("ordercolumns", "New orders and imported ones begin here."),
        RELEASED: translate("ordercolumns", "Drag a planned order here when its line may begin it."),
        RUNNING: translate("ordercolumns", "Orders come here by themselves when their line says that they run."),
        HOLD: translate("ordercolumns", "Nothing is held."),
        DONE: translate("ordercolumns", "What is finished in this shift is kept here until the next one begins."),
    }
    return hints[column]


class OrderColumns(ColumnSetup):
    """A full column takes the next order only with a reason."""

    title_of = staticmethod(column_title)

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        super().retranslate()
        self.setWindowTitle(self.tr("Columns of work orders"))
        self.what.say(self.tr("Columns of work orders"))
        self.about.say(
            self.tr(
                "A limit keeps work from piling up: a full column takes the next order only with a reason. The policy"
                " is what has to be true before one may come in."
            )
        )
        self.limit.name(self.tr("At most so many &orders"), self.tr("Empty: as many as there are."))
        self.per_lane.setText(self.tr("So many on &each line"))
        self.per_lane.setAccessibleName(self.tr("So many on each line"))
        self.policy.control.setPlaceholderText(self.tr("The kit is complete"))
