"""The list of what a category asks of its own: a name each, how it is answered, and whether an answer is needed."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from console.domain.andon import Ask, AskKind
from console.domain.andon_asks import ASKS_MOST
from console.domain.ids import new_id
from console.domain.people import NAME_MOST
from widgets.callsetup.rowlist import ListRow, RowList
from widgets.callsetup.setupwords import ask_kind_word
from widgets.cards import Choice, Entry, Tick

_BETWEEN = re.compile("[,，]")


class AskRow(ListRow):
    """One ask."""

    def __init__(self, ask: Ask) -> None:
        super().__init__()
        self._ask = ask
        self.called, self.kind, self.needed = Entry(ask.name), Choice(), Tick()
        self.choices = Entry(_joined(ask.choices))
        self.called.setMaxLength(NAME_MOST)
        for kind in AskKind:
            self.kind.addItem("", kind.value)
        self.kind.setCurrentIndex(self.kind.findData(ask.kind.value))
        self.needed.setChecked(ask.needed)
        behind = QHBoxLayout()
        behind.setSpacing(10)
        behind.addWidget(self.kind, 1)
        behind.addWidget(self.needed)
        self.grid.addWidget(self.called, 0, 0)
        self.grid.addLayout(self.buttons, 0, 1)
        self.grid.addLayout(behind, 1, 0, 1, 2)
        self.grid.addWidget(self.choices, 2, 0, 1, 2)
        self.kind.currentIndexChanged.connect(lambda _: self._offer_choices())
        self._offer_choices()

    def first(self) -> Entry:
        """Where typing begins."""
        return self.called

    @property
    def ask(self) -> Ask:
        """What is typed and chosen; what can be chosen stands between commas."""
        kind, typed = AskKind(str(self.kind.currentData())), self.choices.text()
        choices = self._ask.choices
        if typed != _joined(choices):
            choices = tuple(dict.fromkeys(part.strip() for part in _BETWEEN.split(typed) if part.strip()))
        listed = choices if kind is AskKind.CHOICE else ()
        return Ask(self._ask.id, self.called.text().strip(), kind, listed, self.needed.isChecked())

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        super().retranslate()
        self.called.setAccessibleName(self.tr("Field"))
        self.called.setPlaceholderText(self.tr("Field, like part number"))
        self.kind.setAccessibleName(self.tr("Kind of answer"))
        self.needed.setText(self.tr("Required"))
        self.needed.setToolTip(self.tr("No close without an answer"))
        self.needed.setAccessibleName(self.needed.text())
        self.choices.setAccessibleName(self.tr("Choices"))
        self.choices.setPlaceholderText(self.tr("Choices, divided by commas"))
        for row in range(self.kind.count()):
            self.kind.setItemText(row, ask_kind_word(AskKind(self.kind.itemData(row))))

    def _offer_choices(self) -> None:
        self.choices.setVisible(self.kind.currentData() == AskKind.CHOICE.value)


class Asks(RowList[AskRow]):
    """What a category asks."""

    def __init__(self) -> None:
        super().__init__(lambda: AskRow(Ask(new_id(), "")))
        self.retranslate()

    @property
    def asks(self) -> tuple[Ask, ...]:
        """What is typed and chosen; rows without a name are none."""
        return tuple(row.ask for row in self.rows if row.ask.name)

    def show_asks(self, asks: tuple[Ask, ...]) -> None:
        """Show them."""
        self.clear()
        for ask in asks:
            self.append(AskRow(ask))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        super().retranslate()
        self.add.name(QCoreApplication.translate("Asks", "Add a field"))

    def _settle(self) -> None:
        super()._settle()
        self.add.setEnabled(len(self.rows) < ASKS_MOST)


def _joined(choices: tuple[str, ...]) -> str:
    return ", ".join(choices)
