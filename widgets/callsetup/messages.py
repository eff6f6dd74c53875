"""The messages tab: ways out, how people are reached, and what came of the last messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from widgets.callsetup.channels import ChannelsPart
from widgets.callsetup.contacts import ContactsPart
from widgets.callsetup.listpart import ListPart
from widgets.callsetup.sent import SentPart
from widgets.people.fields import Tab

if TYPE_CHECKING:
    from console.app.console import Console


class MessagesTab(QWidget):
    """Three parts, one shown: "ways", "contacts", "sent"."""

    open_requested = Signal(str, str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self.ways, self.contacts, self.sent = ChannelsPart(console), ContactsPart(console), SentPart(console)
        self.parts: dict[str, ListPart] = {"ways": self.ways, "contacts": self.contacts, "sent": self.sent}
        self.tabs = {key: Tab() for key in self.parts}
        self._stack, self.shown = QStackedWidget(), ""
        group, row = QButtonGroup(self), QHBoxLayout()
        row.setSpacing(4)
        for key, part in self.parts.items():
            tab = self.tabs[key]
            group.addButton(tab)
            row.addWidget(tab)
            tab.clicked.connect(lambda _=False, key=key: self.turn(key))
            self._stack.addWidget(part)
            part.open_requested.connect(self.open_requested)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        self.turn("ways")
        self.retranslate()

    def turn(self, key: str) -> ListPart:
        """Show a part; the first one where there is none of this name."""
        key = key if key in self.parts else "ways"
        self.shown = key
        self.tabs[key].setChecked(True)
        self._stack.setCurrentWidget(self.parts[key])
        self.setFocusProxy(self.parts[key])
        return self.parts[key]

    def show_subject(self, subject: str) -> None:
        """The key of a part; "lost": the messages that did not arrive."""
        self.turn("sent" if subject == "lost" else subject)
        if subject == "lost":
            self.sent.show_lost()

    def focus_filter(self) -> None:
        """Ctrl+F: the list."""
        self.parts[self.shown].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the parts."""
        self.tabs["ways"].name(self.tr("Channels"))
        self.tabs["contacts"].name(self.tr("Contacts"))
        self.tabs["sent"].name(self.tr("Last messages"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
