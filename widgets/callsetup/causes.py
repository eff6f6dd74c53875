"""The list of causes of a category, each with the big loss and the waste behind it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout

from console.domain.andon import Cause
from console.domain.andon_categories import CAUSES_MOST, WASTES
from console.domain.ids import new_id
from console.domain.people import NAME_MOST
from console.domain.stations import LossKind
from widgets.callsetup.rowlist import ListRow, RowList
from widgets.callsetup.setupwords import waste_word
from widgets.cards import Choice, Entry
from widgets.words import loss_word

LOSSES = tuple(kind for kind in LossKind if kind is not LossKind.NO_DATA)


class CauseRow(ListRow):
    """One cause."""

    def __init__(self, cause: Cause) -> None:
        super().__init__()
        self._cause = cause
        self.called, self.loss, self.waste = Entry(cause.name), Choice(), Choice()
        self.called.setMaxLength(NAME_MOST)
        losses = ["", *(kind.value for kind in LOSSES)]
        for choice, keys, chosen in ((self.loss, losses, cause.loss), (self.waste, ["", *WASTES], cause.waste)):
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(6)
            for key in [*keys, *([chosen] if chosen not in keys else [])]:
                choice.addItem("", key)
            choice.setCurrentIndex(choice.findData(chosen))
        behind = QHBoxLayout()
        behind.setSpacing(6)
        behind.addWidget(self.loss, 1)
        behind.addWidget(self.waste, 1)
        self.grid.addWidget(self.called, 0, 0)
        self.grid.addLayout(self.buttons, 0, 1)
        self.grid.addLayout(behind, 1, 0, 1, 2)

    def first(self) -> Entry:
        """Where typing begins."""
        return self.called

    @property
    def cause(self) -> Cause:
        """What is chosen."""
        loss, waste = self.loss.currentData(), self.waste.currentData()
        return Cause(self._cause.id, self.called.text().strip(), str(loss or ""), str(waste or ""))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        super().retranslate()
        self.called.setAccessibleName(self.tr("Cause"))
        self.called.setPlaceholderText(self.tr("Cause"))
        self.loss.setAccessibleName(self.tr("Big loss"))
        self.waste.setAccessibleName(self.tr("Waste"))
        self.loss.setItemText(0, self.tr("No loss"))
        self.waste.setItemText(0, self.tr("No waste"))
        for row in range(1, self.loss.count()):
            self.loss.setItemText(row, loss_word(LossKind(self.loss.itemData(row))))
        for row in range(1, self.waste.count()):
            self.waste.setItemText(row, waste_word(str(self.waste.itemData(row))))


class Causes(RowList[CauseRow]):
    """The causes of a category."""

    def __init__(self) -> None:
        super().__init__(lambda: CauseRow(Cause(new_id(), "")))
        self.retranslate()

    @property
    def causes(self) -> tuple[Cause, ...]:
        """What is chosen; rows without a name are none."""
        return tuple(row.cause for row in self.rows if row.cause.name)

    def show_causes(self, causes: tuple[Cause, ...]) -> None:
        """Show them."""
        self.clear()
        for cause in causes:
            self.append(CauseRow(cause))

    def bring_back(self, before: tuple[Cause, ...], id: str) -> None:
        """Show a cause again that cannot be taken away, with the keyboard in it."""
        if not any(row.cause.id == id and row.cause.name for row in self.rows):
            for row in [row for row in self.rows if row.cause.id == id]:
                self._drop(row)  # it was there without a name
            for cause in before:
                if cause.id == id:
                    self.append(CauseRow(cause))
        for row in self.rows:
            if row.cause.id == id:
                row.called.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        super().retranslate()
        self.add.name(QCoreApplication.translate("Causes", "Add a cause"))

    def _settle(self) -> None:
        super()._settle()
        self.add.setEnabled(len(self.rows) < CAUSES_MOST)
