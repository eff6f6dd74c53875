"""The head of the chosen call: severity, place, what is wrong, its age and deadline, and the facts around it."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.app.queries.andon import CallFile
from widgets.calls.answers import AnswerFacts
from widgets.calls.naming import SEVERITY_ICON, SEVERITY_ROLE, severity_word, source_word, stage_word, who_word
from widgets.calls.shown import (
    CallRow,
    due_words,
    level_words,
    overdue,
    owner_words,
    repeats_words,
    standing,
    subject,
)
from widgets.cards import Fact, OneLine, Picture, Text
from widgets.plain import plain
from widgets.times import moment
from widgets.words import elapsed

NAMES = ("stage", "owner", "due", "raised", "by", "told", "tells", "cause", "code")


class CallFacts(QWidget):
    """Shows one call; `beat` lets its clock go on."""

    def __init__(self) -> None:
        super().__init__()
        self.mark, self.severity = Picture("diamond-filled", "warning", 18), Text("text_muted", 13, 500)
        self.place, self.age = OneLine("text", 20, 600), Text("text", 20, 700)
        self.what = Text("text", 15, wrap=True)
        self.facts = {name: Fact() for name in NAMES}
        self.answers = AnswerFacts()
        self.told: dict[str, tuple[Text, Text]] = {
            name: (Text("text_faint", 12), Text("text", 13, wrap=True))
            for name in ("containment", "finding", "countermeasure", "rejected")
        }
        self._lay_out()
        self.retranslate()

    def show_call(self, row: CallRow, file: CallFile, zone: tzinfo | None, now: float) -> None:
        """Show a call as it is now."""
        call = row.call
        self.mark.show_icon(SEVERITY_ICON[call.severity], SEVERITY_ROLE[call.severity])
        self.severity.say(severity_word(call.severity))
        self.place.say(row.place)
        self.what.say(subject(row))
        facts = self.facts
        facts["stage"].say(stage_word(call.stage) if call.open or not call.rejected else standing(row))
        facts["owner"].say(owner_words(row), "text" if row.owner else "warning" if call.open else "text_faint")
        facts["raised"].say(moment(call.raised.timestamp(), now, zone))
        by = who_word(call.raised_by, file.names.get(call.raised_by, ""))
        facts["by"].say(f"{by} · {source_word(call.source)}")
        told = " · ".join(part for part in (level_words(row), row.told) if part)
        facts["told"].say(told)
        facts["tells"].say(moment(row.tells, now, zone) if row.tells is not None else "")
        category = row.category
        cause = next((one.name for one in category.causes if one.id == call.cause), call.cause) if category else ""
        facts["cause"].say(plain(cause, 80))
        facts["code"].say(" · ".join(part for part in (plain(call.code, 60), repeats_words(row)) if part))
        self.answers.show_answers(call, category)
        for name, (label, words) in self.told.items():
            text = str(getattr(call, name))
            words.say(plain(text, 2000))
            for part in (label, words):
                part.setVisible(bool(text))
        self.beat(row, now)

    def beat(self, row: CallRow, now: float) -> None:
        """Let the clock go on: the age of an open call, how long a closed one took."""
        call = row.call
        end = call.closed.timestamp() if call.closed is not None else now
        late = overdue(row, now)
        self.age.say(elapsed(end - row.since))
        self.age.paint_as("bad" if late else "text")
        self.facts["due"].say(due_words(row, now), "bad" if late else "text")

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        names = {
            "stage": self.tr("Stage"),
            "owner": self.tr("Who has it"),
            "due": self.tr("Next deadline"),
            "raised": self.tr("Raised at"),
            "by": self.tr("Raised by"),
            "told": self.tr("Told last"),
            "tells": self.tr("Tells more people"),
            "cause": self.tr("Cause"),
            "code": self.tr("Machine code"),
        }
        for name, fact in self.facts.items():
            fact.name.say(names[name])
        words = {
            "containment": self.tr("Containment"),
            "finding": self.tr("What was found"),
            "countermeasure": self.tr("Countermeasure"),
            "rejected": self.tr("Why it was no call"),
        }
        for name, (label, _) in self.told.items():
            label.say(words[name])
        self.age.setAccessibleName(self.tr("Age of the call"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.mark)
        head.addWidget(self.place, 1)
        head.addWidget(self.severity)
        head.addWidget(self.age)
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(10)
        for i, fact in enumerate(self.facts.values()):
            grid.addWidget(fact, i // 3, i % 3)
        for i in range(3):
            grid.setColumnStretch(i, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.what)
        column.addLayout(grid)
        column.addWidget(self.answers)
        for label, words in self.told.values():
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(label)
            column.addWidget(words)
