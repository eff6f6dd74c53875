"""One cell of the matrix in the side panel: level, until when it counts, a note."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from console.app.queries.people import Cell
from console.domain.commands import Command
from console.domain.commands.people import RemoveSkill, SetSkill
from console.domain.errors import Refusal
from console.domain.people import NOTE_MOST, Operation, Person, skill_id
from console.domain.skills import HIGHEST
from widgets.cards import Button, Card, Entry, OneLine, Painted, Text
from widgets.people.fields import Field, Said, scrolled
from widgets.people.signing import ask_for, why_not
from widgets.people.words import level_word
from widgets.plain import plain, tip
from widgets.refusals import words_of
from widgets.skills.cells import paint_level
from widgets.theme import color, font

if TYPE_CHECKING:
    from console.app.console import Console
    from widgets.attachments.strip import AttachmentStrip

YEARS = (1, 2)  # the usual lengths for which a skill counts


class LevelKey(Painted):
    """One level to choose: its circle, its number, its word."""

    def __init__(self, level: int) -> None:
        super().__init__()
        self.level = level
        self.setCheckable(True)
        self.setFixedHeight(32)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(180, 32)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        self.backdrop(painter)
        lit = self.isChecked()
        ink = color("text" if lit else "text_muted" if self.isEnabled() else "border_strong")
        paint_level(painter, QRectF(10, 7, 18, 18), self.level, ink)
        painter.setPen(ink)
        painter.setFont(font(13, 600 if lit else 400))
        painter.drawText(self.rect().adjusted(38, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), str(self.level))
        painter.drawText(self.rect().adjusted(60, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), self.text())
        if lit:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("focus"))
            painter.drawEllipse(QPointF(self.width() - 14, 16), 3, 3)


Key = tuple[str, str]  # person, operation
Wish = Callable[[Cell | None], Command | None]  # what is asked of a cell, given how it is by then


@dataclass(slots=True)
class Way:
    """A command for a cell that is on its way, until the matrix was read anew; `wish` was asked after it, by `who`."""

    arrived: bool = False
    wish: Wish | None = None
    who: str = ""


class SkillCard(Card):
    """`asked` carries (person, operation, level) of what is on its way; `settled` when it arrived or was refused."""

    asked = Signal(str, str, int)
    settled = Signal(str, str)
    stale = Signal()

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._person: Person | None = None
        self._operation: Operation | None = None
        self._cell: Cell | None = None
        self._today = date.min
        self._ways: dict[Key, Way] = {}
        self.who = OneLine("text_muted", 13)
        self.levels = [LevelKey(level) for level in range(HIGHEST + 1)]
        self.until, self.note = Field(Entry(), self._quick()), Field(Entry())
        self.until.control.setMaxLength(10)
        self.note.control.setMaxLength(NOTE_MOST)
        self.assessed, self.said, self.why = Text("text_faint", 12), Said(), Text("text_faint", 12, wrap=True)
        self.save, self.clear = Button("", self.submit, primary=True), Button("x", self.empty)
        self.certificate, self.papers = Text("text_muted", 12, 500), _papers(console)
        self._lay_out()
        for entry in (self.until.control, self.note.control):
            entry.returnPressed.connect(self.submit)
            entry.textEdited.connect(lambda _: self._forgive())
        self.retranslate()

    # Showing

    def show_cell(self, person: Person, operation: Operation, cell: Cell | None, today: date) -> None:
        """Show what the records hold for a person and an operation."""
        here = self._cell.version if self._cell else 0
        same = self._key == (person.id, operation.id) and here == (cell.version if cell else 0)
        self._person, self._operation, self._cell, self._today = person, operation, cell, today
        if not same:
            skill = cell.skill if cell else None
            self._group.setExclusive(False)
            for key in self.levels:
                key.setChecked(skill is not None and key.level == skill.level)
            self._group.setExclusive(True)
            self.until.control.setText(skill.expires.isoformat() if skill and skill.expires else "")
            self.note.control.setText(skill.note if skill else "")
            self._forgive()
        self._show_papers()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        for key in self.levels:
            key.setText(level_word(key.level))
            key.setAccessibleName(f"{key.level} {level_word(key.level)}")
        self.until.name(self.tr("Counts until (&date)"), self.tr("Year-month-day, or empty when it does not expire."))
        self.until.control.setPlaceholderText(self.tr("does not expire"))
        self.note.name(self.tr("N&ote"))
        for years, button in zip(YEARS, self._years, strict=True):
            button.name(self.tr("%n year(s)", "", years))
        self._never.name(self.tr("Never"), self.tr("It does not expire"))
        self.save.name(self.tr("Save"))
        self.clear.name(self.tr("Clear"), self.tr("Empty the cell: it was set by mistake"))
        if self._person is not None and self._operation is not None:
            self.title.say(plain(self._operation.name, 60))
            self.who.say(" · ".join(plain(part, 60) for part in (self._person.name, self._person.number) if part))
        self.certificate.say(self.tr("Certificate"))
        skill = self._cell.skill if self._cell else None
        told = self.tr("Assessed on {0}").format(skill.assessed.isoformat()) if skill and skill.assessed else ""
        self.assessed.say(told)
        self.allow()

    def _show_papers(self) -> None:
        """The certificate belongs to a skill that is saved: only then there is something to attach it to."""
        saved, key = self._cell is not None, self._key
        self.certificate.setVisible(saved and self.papers is not None)
        if self.papers is None or key is None or self._person is None or self._operation is None:
            return
        self.papers.setVisible(saved)
        scopes = [grant.scope for grant in self._person.grants if grant.scope]
        place = scopes[0][-1] if scopes else self._operation.place
        self.papers.show_record(*(("skill", skill_id(*key), place) if saved else ("", "")))

    def allow(self) -> None:
        """Grey out what whoever is signed in may not do, and say why."""
        about = self._person.id if self._person else ""
        why = why_not(self._console, SetSkill, about=about)
        for part in (*self.levels, self.save):
            part.setEnabled(not why)
            part.setToolTip(tip(why))
        self.clear.setEnabled(self._cell is not None and not why_not(self._console, RemoveSkill, about=about))
        self.why.say(why)
        self.why.setVisible(bool(why))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # Doing

    def submit(self) -> None:
        """Keep level, date and note."""
        chosen = self._group.checkedButton()
        if not isinstance(chosen, LevelKey):
            self.said.warn(self.tr("Choose a level first."))
            return
        typed = self.until.control.text().strip()
        try:
            until = date.fromisoformat(typed) if typed else None
        except ValueError:
            self.until.refuse(self.tr("Type the date as year-month-day, like {0}.").format(self._today.isoformat()))
            self.until.control.setFocus()
            return
        key, level, note = self._key, chosen.level, self.note.control.text()
        if key and key not in self._ways:  # else it was pressed twice
            self._ask(key, lambda cell: self._command(key, cell, level, until, note), level)

    def set_level(self, level: int) -> None:
        """Keep only another level, as a digit on the matrix asks."""
        key = self._key
        if key:
            self._ask(key, lambda cell: self._other_level(key, cell, level), level)

    def empty(self) -> None:
        """Take back what was said about this cell."""
        key = self._key
        if key:
            self._ask(key, lambda cell: RemoveSkill(*key, cell.version) if cell else None)

    def edit(self) -> None:
        """Put the keyboard to the date."""
        self.until.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.until.control.selectAll()

    def go_on(self, cell_of: Callable[[Key], Cell | None] | None) -> None:
        """The records were read anew (None: they could not be): do what was asked of cells in the meantime."""
        session = self._console.session
        arrived = [key for key, way in self._ways.items() if way.arrived or cell_of is None]
        for key in arrived:
            way = self._ways.pop(key)
            command = way.wish(cell_of(key)) if way.wish and cell_of else None
            if command is not None and session.person is not None and session.person.id == way.who:
                self._do(key, command)
            else:
                self.settled.emit(*key)

    @property
    def _key(self) -> Key | None:
        return (self._person.id, self._operation.id) if self._person and self._operation else None

    def _ask(self, key: Key, wish: Wish, level: int | None = None) -> None:
        """One command for a cell at a time; the last thing asked meanwhile follows, knowing what the first one did."""
        way, person = self._ways.get(key), self._console.session.person
        command = wish(self._cell) if way is None else None
        if way is None and command is None:
            return
        if level is not None and person is not None:
            self.asked.emit(*key, level)
        if command is not None:
            ask_for(self, type(command), lambda: self._do(key, command))
        elif way is not None and person is not None:
            way.wish, way.who = wish, person.id

    def _do(self, key: Key, command: Command) -> None:
        if key not in self._ways:
            self._ways[key] = Way()
            refused = partial(self._refused, person=key[0], operation=key[1])
            self._console.office.do(command, lambda _: self._arrived(*key), refused)

    def _other_level(self, key: Key, cell: Cell | None, level: int) -> SetSkill:
        skill = cell.skill if cell else None
        return self._command(key, cell, level, skill.expires if skill else None, skill.note if skill else "")

    def _command(self, key: Key, cell: Cell | None, level: int, until: date | None, note: str) -> SetSkill:
        # A new assessment, except where only the words or the date of an old one change.
        before = cell.skill if cell else None
        same = before is not None and before.level == level and before.assessed is not None
        assessed = before.assessed if before is not None and same else self._today
        return SetSkill(*key, level, until, assessed, note, cell.version if cell else 0)

    def _arrived(self, person: str, operation: str) -> None:
        way = self._ways[person, operation]
        way.arrived = True
        if way.wish is None:
            self.settled.emit(person, operation)
        self.stale.emit()

    def _refused(self, refusal: Refusal, person: str, operation: str) -> None:
        self._ways.pop((person, operation), None)
        self.settled.emit(person, operation)
        words = words_of(refusal)
        if refusal.code == "expires_before_assessed":
            self.until.refuse(words)
        elif refusal.facts.get("field") == "note":
            self.note.refuse(words)
        else:
            self.said.say(words)
        if refusal.code in ("changed_meanwhile", "missing"):
            self.stale.emit()

    def _forgive(self) -> None:
        self.until.refuse("")
        self.note.refuse("")
        self.said.say("")

    # How it is made

    def _quick(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._years = [Button("", lambda years=years: self._in_years(years)) for years in YEARS]
        self._never = Button("", lambda: self.until.control.setText(""))
        for button in (*self._years, self._never):
            row.addWidget(button)
        return box

    def _in_years(self, years: int) -> None:
        day = min(self._today.day, 28) if self._today.month == 2 else self._today.day
        self.until.control.setText(self._today.replace(year=self._today.year + years, day=day).isoformat())
        self._forgive()

    def _lay_out(self) -> None:
        self._group = QButtonGroup(self)
        keys = QVBoxLayout()
        keys.setSpacing(2)
        for key in self.levels:
            self._group.addButton(key)
            keys.addWidget(key)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addLayout(keys)
        for part in (self.until, self.note, self.assessed, self.said, self.why):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.clear)
        row.addStretch(1)
        row.addWidget(self.save)
        column.addLayout(row)
        column.addWidget(self.certificate)
        if self.papers is not None:
            column.addWidget(self.papers)
        column.addStretch(1)
        self.body.addWidget(self.who)
        self.body.addWidget(scrolled(inside), 1)


def _papers(console: Console) -> AttachmentStrip | None:
    """Pictures and files of the skill; None where the console keeps none."""
    if getattr(console, "attachments", None) is None:
        return None
    from widgets.attachments.strip import AttachmentStrip

    return AttachmentStrip(console)
