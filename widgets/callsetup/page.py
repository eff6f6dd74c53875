"""Call setup: one tab each for rules, categories, roster, the ladder, messages and labels, made when first opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from widgets.cards import Choice
from widgets.people.fields import Tab

if TYPE_CHECKING:
    from console.app.console import Console

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Section:
    """One tab; its widget may have what a page may have (widgets.shell.pages.Page)."""

    key: str
    title: Callable[[], str]
    make: Callable[[Console], QWidget]


def _rules(console: Console) -> QWidget:
    from widgets.callsetup.rules import RulesTab

    return RulesTab(console)


def _categories(console: Console) -> QWidget:
    from widgets.callsetup.categories import CategoriesTab

    return CategoriesTab(console)


def _roster(console: Console) -> QWidget:
    from widgets.callsetup.roster import RosterTab

    return RosterTab(console)


def _ladder(console: Console) -> QWidget:
    from widgets.callsetup.ladder import LadderTab

    return LadderTab(console)


def _messages(console: Console) -> QWidget:
    from widgets.callsetup.messages import MessagesTab

    return MessagesTab(console)


def _labels(console: Console) -> QWidget:
    from widgets.callsetup.labels import LabelsTab

    return LabelsTab(console)


SECTIONS = (
    Section("rules", lambda: translate("CallSetupPage", "Rules"), _rules),
    Section("categories", lambda: translate("CallSetupPage", "Categories"), _categories),
    Section("roster", lambda: translate("CallSetupPage", "Roster"), _roster),
    Section("ladder", lambda: translate("CallSetupPage", "If nobody answers"), _ladder),
    Section("messages", lambda: translate("CallSetupPage", "Messages"), _messages),
    Section("labels", lambda: translate("CallSetupPage", "Labels"), _labels),
)


class CallSetupPage(QWidget):
    """The tabs in a row, the open one below."""

    open_requested = Signal(str, str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._made: dict[str, QWidget] = {}
        self._scope: str | None = None
        self.tabs: dict[str, Tab] = {}
        self._stack = QStackedWidget()
        group, row = QButtonGroup(self), QHBoxLayout()
        row.setSpacing(4)
        for section in SECTIONS:
            tab = self.tabs[section.key] = Tab()
            group.addButton(tab)
            row.addWidget(tab)
            tab.clicked.connect(lambda _=False, key=section.key: self.turn(key))
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        self.current = ""
        self.retranslate()

    def turn(self, key: str) -> QWidget:
        """Show a tab; its widget."""
        section = next((section for section in SECTIONS if section.key == key), SECTIONS[0])
        if section.key not in self._made:
            made = self._made[section.key] = section.make(self._console)
            self._stack.addWidget(made)
            if hasattr(made, "open_requested"):
                made.open_requested.connect(self.open_requested)
            self._say_scope(made)
        self.current = section.key
        self.tabs[section.key].setChecked(True)
        self._stack.setCurrentWidget(self._made[section.key])
        self.setFocusProxy(self._made[section.key])  # else the shell gives the keyboard to the page, where no key works
        return self._made[section.key]

    # What the shell calls

    def beat(self, now: float) -> None:
        """Once a second, for the open tab where it wants it."""
        beat = getattr(self._made.get(self.current), "beat", None)
        if beat is not None:
            beat(now)

    def set_scope(self, area: str | None) -> None:
        """The filter by area, for the tabs that know of places."""
        self._scope = area
        for made in self._made.values():
            self._say_scope(made)

    def show_subject(self, subject: str) -> None:
        """The key of a tab, with "/" and what it shall show behind it."""
        key, _, rest = subject.partition("/")
        shown = self.turn(key or self.current)
        if rest and hasattr(shown, "show_subject"):
            shown.show_subject(rest)

    def kept_choices(self) -> dict[str, Choice]:
        """What stays chosen until the next start, of the tabs that were opened."""
        found = {key: getattr(made, "kept_choices", dict)() for key, made in self._made.items()}
        return {f"{key}/{name}": one for key, named in found.items() for name, one in named.items()}

    def focus_filter(self) -> None:
        """Ctrl+F, where the open tab has something to look for."""
        focus = getattr(self._made.get(self.current), "focus_filter", None)
        if focus is not None:
            focus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if not self.current:
            self.turn(SECTIONS[0].key)

    def retranslate(self) -> None:
        """Name the tabs."""
        for section in SECTIONS:
            self.tabs[section.key].name(section.title())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _say_scope(self, made: QWidget) -> None:
        if hasattr(made, "set_scope"):
            made.set_scope(self._scope)
