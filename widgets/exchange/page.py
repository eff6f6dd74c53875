"""The exchange page: orders come in, orders go out, and a folder that is watched."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.app.queries.products import exchange_maps
from console.domain.events import ExchangeChanged, RecordsReady
from widgets.attachments.later import while_there
from widgets.closed import Closed
from widgets.exchange.exporting import ExportTab
from widgets.exchange.importing import ImportTab
from widgets.exchange.watched import WatchedTab
from widgets.numbers import whole
from widgets.people.fields import Tab

if TYPE_CHECKING:
    from console.app.console import Console

KEYS = ("import", "export", "folder")


class ExchangePage(QWidget):
    """Three tabs; their widgets live as long as the page, so that nothing is lost between them."""

    open_requested = Signal(str, str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self.imports, self.exports, self.watched = ImportTab(console), ExportTab(console), WatchedTab(console)
        parts = (self.imports, self.exports, self.watched)
        self.parts: dict[str, QWidget] = dict(zip(KEYS, parts, strict=True))
        self.tabs = {key: Tab() for key in KEYS}
        self.closed = Closed(console, self._again, lambda: self.open_requested.emit("status", ""))
        self._stack = QStackedWidget()
        group, row = QButtonGroup(self), QHBoxLayout()
        row.setSpacing(4)
        for key, tab in self.tabs.items():
            group.addButton(tab)
            row.addWidget(tab)
            tab.clicked.connect(lambda _=False, key=key: self.turn(key))
            self._stack.addWidget(self.parts[key])
        row.addStretch(1)
        self._stack.addWidget(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        self.current = KEYS[0]
        ends: list[Callable[[], None]] = [
            console.on(ExchangeChanged, while_there(self, lambda _: self._name_tabs())),
            console.on(RecordsReady, while_there(self, lambda _: self.turn(self.current))),
        ]
        self.destroyed.connect(lambda *_: [end() for end in ends])
        self.retranslate()
        self.turn(self.current)

    def turn(self, key: str) -> None:
        """Show a tab, or why there is nothing to show."""
        self.current = key
        self.tabs[key].setChecked(True)
        self.closed.refresh()
        shown = self.closed if self.closed.needed else self.parts[key]
        self._stack.setCurrentWidget(shown)
        self.setFocusProxy(shown)

    # What the shell calls

    def show_subject(self, subject: str) -> None:
        """The key of a tab."""
        self.turn(subject if subject in KEYS else self.current)

    def focus_filter(self) -> None:
        """Ctrl+F: the first field of the step that is open."""
        if self.current == KEYS[0]:
            self.imports.focus_filter()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.turn(self.current)
        self._name_tabs()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self._name_tabs()
        for part in (self.imports, self.exports, self.watched):
            part.retranslate()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _again(self) -> None:
        self._console.office.ask(exchange_maps, while_there(self, lambda _: self.turn(self.current)))

    def _name_tabs(self) -> None:
        waiting = len(self.watched.state.open)
        folder = self.tr("Watched folder")
        names = (self.tr("Import"), self.tr("Export"), f"{folder}  {whole(waiting)}" if waiting else folder)
        for tab, name in zip(self.tabs.values(), names, strict=True):
            tab.name(name)
