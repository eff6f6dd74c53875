"""The head of the chosen action: what, where, who, until when, and the facts around it."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.app.queries.actions import ActionFile
from console.domain.actions import Effect
from widgets.actions.rows import Row
from widgets.actions.words import STAGE_ICON, ActionCounts, priority_word, source_word, stage_word
from widgets.calls.naming import who_word
from widgets.cards import Fact, OneLine, Picture, Text
from widgets.plain import plain, plain_block
from widgets.times import moment

NAMES = ("owner", "due", "priority", "source", "made", "effect")
TOLD = ("text", "blocked", "again", "outcome", "dropped")


class ActionFacts(QWidget):
    """Shows one action."""

    def __init__(self) -> None:
        super().__init__()
        self.mark, self.stage = Picture("square", "text", 18), Text("text_muted", 13, 500)
        self.title, self.place = Text("text", 18, 600, wrap=True), OneLine("text_muted", 14)
        self.facts = {name: Fact() for name in NAMES}
        self.told = {name: (Text("text_faint", 12), Text("text", 13, wrap=True)) for name in TOLD}
        self._lay_out()
        self.retranslate()

    def show_action(self, row: Row, file: ActionFile, zone: tzinfo | None, now: float) -> None:
        """Show an action as it is now."""
        action, shown = row.shown.action, row.shown
        self.mark.show_icon(STAGE_ICON[action.stage], "bad" if row.late else "text")
        self.stage.say(stage_word(action.stage))
        self.title.say(plain(action.title, 200))
        self.place.say(row.place)
        facts = self.facts
        facts["owner"].say(plain(shown.owner or action.owner, 60))
        left = ActionCounts().left(row.left) if row.left is not None else ""
        day = action.due.isoformat() if row.day is None else row.day.isoformat()
        facts["due"].say(" · ".join(part for part in (day, left) if part), "bad" if row.late else "text")
        facts["priority"].say(priority_word(action.priority))
        facts["source"].say(" · ".join(part for part in (source_word(action.source), plain(shown.source, 120)) if part))
        by = who_word(action.made_by, file.names.get(action.made_by, ""))
        facts["made"].say(f"{moment(action.made.timestamp(), now, zone)} · {by}")
        facts["effect"].say(self._effect(row, zone))
        words = {
            "text": action.text,
            "blocked": action.blocked,
            "again": "\n".join(plain(title, 200) for _, title in file.again),
            "outcome": action.outcome,
            "dropped": action.dropped,
        }
        for name, (label, text) in self.told.items():
            text.say(plain_block(words[name]))
            for part in (label, text):
                part.setVisible(bool(words[name]))

    def _effect(self, row: Row, zone: tzinfo | None) -> str:
        action = row.shown.action
        if action.effect is Effect.HELD:
            return self.tr("It held")
        if action.effect_due is not None:
            return action.effect_due.astimezone(zone).date().isoformat()
        days = self.tr("%n day(s) after it is verified", "", action.effect_days)
        failed = self.tr("It did not hold")
        return f"{failed} · {days}" if action.effect is Effect.FAILED else days

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        names = {
            "owner": self.tr("Who answers for it"),
            "due": self.tr("Due"),
            "priority": self.tr("Priority"),
            "source": self.tr("From"),
            "made": self.tr("Made"),
            "effect": self.tr("Effect check"),
        }
        for name, fact in self.facts.items():
            fact.name.say(names[name])
        told = {
            "text": self.tr("More about it"),
            "blocked": self.tr("Blocked"),
            "again": self.tr("Happened again since it was done"),
            "outcome": self.tr("What was done"),
            "dropped": self.tr("Why it was dropped"),
        }
        for name, (label, _) in self.told.items():
            label.say(told[name])

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.mark)
        head.addWidget(self.stage)
        head.addStretch(1)
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(10)
        for i, fact in enumerate(self.facts.values()):
            grid.addWidget(fact, i // 3, i % 3)
        for i in range(3):
            grid.setColumnStretch(i, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.title)
        column.addWidget(self.place)
        column.addLayout(grid)
        for label, words in self.told.values():
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
            column.addWidget(words)
