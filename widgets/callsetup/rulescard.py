"""The card with the list of rules: what is looked for above it, what can be done with a rule below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from widgets.callsetup.rulelist import RuleGrid, RuleRows
from widgets.cards import Button, Card, Entry, Text
from widgets.closed import Closed


class RulesCard(Card):
    """Only shows; the tab that it lies on does what is pressed."""

    def __init__(self, closed: Closed) -> None:
        super().__init__()
        self.closed, self.rows = closed, RuleRows()
        self.list, self.filter = RuleGrid(self.rows), Entry()
        self.add, self.copy, self.switch = Button("plus", primary=True), Button("copy"), Button("power-off")
        self.up, self.down = Button("chevron-up"), Button("chevron-down")
        self.empty, self.keys = Text("text_muted", 14, wrap=True), Text("text_faint", 12, wrap=True)
        self._count, self._off = -1, True
        self._stack = QStackedWidget()
        self._lay_out()
        self.retranslate()

    def settle(self, known: bool, count: int) -> None:
        """Show the list, or why there is none; `count` of all rules, looked for or not."""
        self._count = count if known else -1
        self._stack.setCurrentWidget(self.list if self.rows.rows else self._nothing)
        if (self.closed.refresh() or not known) and not self.rows.rows:
            self._stack.setCurrentWidget(self.closed)
        self._say()

    def allow(self, chosen: bool, saved: bool, on: bool, why: str) -> None:
        """What can be done with the chosen rule; `why` it may not be changed."""
        self._off = not on
        self.copy.setEnabled(chosen)
        self.switch.setEnabled(chosen and not why)
        for part in (self.up, self.down):
            part.setEnabled(saved and not why)
        self.switch.name(self.tr("Switch off") if on else self.tr("Switch on"), why)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Rules"))
        self.filter.setPlaceholderText(self.tr("Find a rule"))
        self.filter.setAccessibleName(self.tr("Find a rule"))
        self.list.setAccessibleName(self.tr("Rules that raise calls, in their order"))
        self.add.name(self.tr("New"), self.tr("Begin a new rule"))
        self.copy.name_silently(self.tr("Copy: begin a new rule that says the same"))
        self.up.name_silently(self.tr("Further up in the list"))
        self.down.name_silently(self.tr("Further down in the list"))
        self.switch.name(self.tr("Switch on") if self._off else self.tr("Switch off"))
        self.keys.say(
            self.tr(
                "Enter edits · Space switches on or off · Delete removes · Alt+Up and Alt+Down move · Esc comes back"
            )
        )
        self.rows.retranslate()
        self._say()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _say(self) -> None:
        self.note.say(self.tr("%Ln rule(s)", "", self._count) if self._count >= 0 else "")
        self.empty.say(
            self.tr("No rule fits what is looked for.")
            if self._count > 0
            else self.tr("A rule says what the console raises a call for by itself. Begin with New.")
        )

    def _lay_out(self) -> None:
        self._nothing = QWidget()
        words = QVBoxLayout(self._nothing)
        words.addStretch(2)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.addWidget(self.empty)
        words.addStretch(3)
        for part in (self._nothing, self.list, self.closed):
            self._stack.addWidget(part)
        find, doing = QHBoxLayout(), QHBoxLayout()
        for row in (find, doing):
            row.setSpacing(6)
        find.addWidget(self.filter, 1)
        find.addWidget(self.add)
        for button in (self.up, self.down, self.copy, self.switch):
            doing.addWidget(button)
        doing.addStretch(1)
        self.body.addLayout(find)
        self.body.addWidget(self._stack, 1)
        self.body.addLayout(doing)
        self.body.addWidget(self.keys)
