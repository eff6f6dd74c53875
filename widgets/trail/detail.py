"""One line of the trail: who, when and where, what was asked, and each field before and after."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import tzinfo

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.app.queries.trail import ChangeShown, Found, LineShown
from widgets.cards import Button, Fact, OneLine, Text
from widgets.numbers import whole
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.tables import ROW, Grid
from widgets.trail.rows import Rows
from widgets.trail.words import (
    clock_of,
    field_word,
    kind_word,
    records_words,
    refusal_told,
    value_words,
    verdict_word,
    what_words,
    who_words,
)


class LinePanel(QWidget):
    """`record_asked` carries a Found when the history of a touched record is wanted."""

    record_asked = Signal(object)

    def __init__(self, named: Callable[[str], str] = str) -> None:
        super().__init__()
        self._named = named  # what people call a console
        self.what, self.records = OneLine("text", 17, 600), OneLine("text_muted")
        self.facts = {
            name: Fact() for name in ("who", "when", "console", "outcome", "line", "written", "hash", "about")
        }
        self.asked, self.changes = Rows(2), Rows(4, loud=(1, 3))
        self.asked_title, self.changes_title = Text("text", 13, 600), Text("text", 13, 600)
        self.asked_grid = Grid(self.asked, (150, 260), stretch=1)
        self.changes_grid = Grid(self.changes, (170, 110, 150, 150), stretch=3)
        self.note = Text("warning", wrap=True)
        self.history = Button("history", self._history)
        self._shown: LineShown | None = None
        self._zone: tzinfo | None = None
        self._people: Mapping[str, str] = {}
        self._lay_out()
        self.retranslate()

    def show_line(self, shown: LineShown | None, zone: tzinfo | None, people: Mapping[str, str]) -> None:
        """Show another line; None: nothing."""
        self._shown, self._zone, self._people = shown, zone, people
        self._refresh()

    @property
    def record(self) -> Found | None:
        """The first record that the line touched."""
        changes = self._shown.changes if self._shown is not None else ()
        return Found(changes[0].kind, changes[0].id, changes[0].label) if changes else None

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        names = {
            "who": self.tr("Who"),
            "when": self.tr("When it was given"),
            "console": self.tr("Console"),
            "outcome": self.tr("Outcome"),
            "line": self.tr("Line"),
            "written": self.tr("Written here"),
            "hash": self.tr("Hash"),
            "about": self.tr("Because of command"),
        }
        for key, fact in self.facts.items():
            fact.name.say(names[key])
        self.asked_title.say(self.tr("What was asked"))
        self.changes_title.say(self.tr("What it changed"))
        self.asked.name(self.tr("Field"), self.tr("Value"))
        self.changes.name(self.tr("Record"), self.tr("Field"), self.tr("Before"), self.tr("After"))
        self.asked_grid.setAccessibleName(self.tr("What was asked, field by field"))
        self.changes_grid.setAccessibleName(self.tr("Each changed field before and after"))
        self.history.name(self.tr("History of this record"))
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # Showing

    def _refresh(self) -> None:
        shown = self._shown
        self.what.say(what_words(shown) if shown else self.tr("Choose a line"))
        self.records.say(records_words(shown) if shown else self.tr("Who did it, what was asked and what it changed."))
        self.history.setVisible(self.record is not None)
        for part in (self.asked_title, self.asked_grid, self.changes_title, self.changes_grid):
            part.setVisible(shown is not None and shown.line is not None)
        for fact in self.facts.values():
            fact.setVisible(shown is not None)
        self.note.say(self._note())
        self.note.setVisible(bool(self.note.text()))
        if shown is not None:
            self._say(shown)

    def _say(self, shown: LineShown) -> None:
        line = shown.line
        self.facts["line"].say(whole(shown.seq))
        self.facts["who"].say(who_words(shown))
        self.facts["when"].say(clock_of(line.at, self._zone) if line else "")
        self.facts["written"].say(clock_of(line.written, self._zone) if line else "")
        self.facts["console"].say(self._console(line.console) if line else "")
        self.facts["outcome"].say(verdict_word(line.verdict) if line else "")
        self.facts["hash"].say(line.hash if line else "")
        self.facts["about"].setVisible(bool(line and line.about))
        self.facts["about"].say(line.about if line else "")
        asked = [(field_word(name), self._value(name, value)) for name, value in shown.payload.items()]
        self.asked.show_rows(asked)
        self.asked_title.setVisible(bool(asked))
        self.asked_grid.setVisible(bool(asked))
        self.asked_grid.setMaximumHeight(32 + ROW * len(asked))
        rows = [row for change in shown.changes for row in self._rows(change)]
        self.changes.show_rows(rows or [("–", self.tr("no record"), "–", "–")])
        self.changes_grid.setMaximumHeight(32 + ROW * max(1, len(rows)))

    def _console(self, id: str) -> str:
        name = self._named(id)
        return name if name == id else f"{name} ({id})"

    def _rows(self, change: ChangeShown) -> list[tuple[str, ...]]:
        name = f"{kind_word(change.kind)} {plain(change.label or change.id[:8], 40)}"
        if change.held:
            name = self.tr("{0} (not taken over here)").format(name)
        shown = [one for one in change.fields if not (change.new and one.after in (None, "", []))]
        return [
            (name, field_word(one.name), self._value(one.name, one.before), self._value(one.name, one.after))
            for one in shown
        ]

    def _value(self, name: str, value: object) -> str:
        return value_words(name, value, self._zone, self._people)

    def _note(self) -> str:
        if self._shown is None:
            return ""
        if self._shown.line is None:
            return self.tr("Another program wrote into this line. A verification tells more.")
        note = self._shown.line.note
        return words_of(refusal_told(note)) if note.get("code") else ""

    def _history(self) -> None:
        if self.record is not None:
            self.record_asked.emit(self.record)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.what)
        names.addWidget(self.records)
        head.addLayout(names, 1)
        head.addWidget(self.history, 0, Qt.AlignmentFlag.AlignTop)
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(8)
        wide = ("hash", "about")
        for place, fact in enumerate(fact for name, fact in self.facts.items() if name not in wide):
            grid.addWidget(fact, place // 3, place % 3)
        for row, name in enumerate(wide, 2):
            grid.addWidget(self.facts[name], row, 0, 1, 3)
        for column in range(3):
            grid.setColumnStretch(column, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.note)
        column.addLayout(grid)
        column.addWidget(self.changes_title)
        column.addWidget(self.changes_grid, 3)
        column.addWidget(self.asked_title)
        column.addWidget(self.asked_grid, 2)
        column.addStretch(0)
