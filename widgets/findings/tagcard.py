"""The chosen red tag: what it is, who decides until when, and deciding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.domain.commands.audits import DecideTag
from console.domain.errors import Refusal
from console.domain.findings import Fate
from widgets.attachments.later import while_there
from widgets.attachments.strip import AttachmentStrip
from widgets.audits.places import Places
from widgets.audits.words import day_words
from widgets.calls.form import Paragraph
from widgets.cards import Button, Card, Choice, Entry, Fact, Text
from widgets.findings.rows import TagRow
from widgets.findings.words import FindingCounts, decided_word, fate_word
from widgets.numbers import whole
from widgets.people.fields import Field, Said, scrolled
from widgets.people.signing import OneByOne, why_not
from widgets.plain import plain, plain_block
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

FACTS = ("number", "quantity", "owner", "by", "made", "decided")


class TagCard(Card):
    """`changed` tells that something was decided; `finding_asked` carries the id of the finding it came from."""

    changed = Signal()
    finding_asked = Signal(str)

    def __init__(self, console: Console) -> None:
        super().__init__(titled=False)
        self._console, self._places = console, Places(console)
        self._one = OneByOne(self, console)
        self.row: TagRow | None = None
        self._names: dict[str, str] = {}
        self.thing, self.where = Text("text", 18, 600, wrap=True), Text("text_muted", 13, wrap=True)
        self.facts = {name: Fact() for name in FACTS}
        self.why, self.note = Text("text", 13, wrap=True), Text("text", 13, wrap=True)
        self.source = Button("link", self._open_finding)
        self.fate, self.to, self.words = Choice(), Entry(), Paragraph()
        self.fields: dict[str, Field[QWidget]] = {"fate": Field(self.fate), "where": Field(self.to)}
        self.fields["note"] = Field(self.words)
        self.go, self.said = Button("check", self.decide, primary=True), Said()
        self.strip = AttachmentStrip(console) if console.attachments is not None else None
        self.empty = Text("text_muted", 14, wrap=True)
        self._lay_out()
        self.fate.currentIndexChanged.connect(lambda _: self._ask_where())
        self.words.done.connect(self.decide)
        self.to.returnPressed.connect(self.decide)
        self.retranslate()
        self.show_tag(None, {})

    def show_tag(self, row: TagRow | None, names: dict[str, str]) -> None:
        """Show a tag as it is now; None: none."""
        before, self.row, self._names = self.row, row, names
        self._scroll.setVisible(row is not None)
        self.empty.setVisible(row is None)
        if row is None:
            return
        if before is None or before.id != row.id:
            self.said.say("")
            self.to.clear()
            self.words.clear()
            self.fate.setCurrentIndex(0)
        tag, zone, now = row.tag, self._places.zone(), self._places.now()
        self.thing.say(plain(tag.thing, 200))
        self.where.say(row.place)
        self.facts["number"].say(plain(tag.number, 40))
        self.facts["quantity"].say(whole(tag.quantity))
        self.facts["owner"].say(row.owner)
        left = FindingCounts().late(-row.left) if row.late else ""
        self.facts["by"].say(" · ".join(filter(None, (tag.decide_by.isoformat(), left))), "bad" if row.late else "text")
        self.facts["made"].say(f"{day_words(tag.made, now, zone)} · {names.get(tag.made_by, '')}".strip(" ·"))
        parts = [decided_word(tag.fate), tag.where, names.get(tag.decided_by, "")] if tag.fate is not None else []
        if tag.decided is not None:
            parts.append(day_words(tag.decided, now, zone))
        self.facts["decided"].say(" · ".join(plain(part, 80) for part in parts if part))
        for text, words in ((self.why, tag.why), (self.note, tag.note)):
            text.say(plain_block(words))
            text.setVisible(bool(words))
        self.source.setVisible(bool(tag.finding))
        if self.strip is not None:
            self.strip.show_record("red_tag", tag.id, tag.place)
        self.allow()

    def allow(self) -> None:
        """Offer deciding to who may."""
        if self.row is None:
            return
        tag = self.row.tag
        why = why_not(self._console, DecideTag, place=tag.place, about=tag.owner)
        self._deciding.setVisible(tag.fate is None)
        self.go.setEnabled(not why)
        self.go.name(self.tr("Decide"), why or self.tr("Ctrl+Enter"))

    def take_keyboard(self) -> None:
        """Give it to where one decides."""
        (self.fate if self._deciding.isVisibleTo(self) else self.source).setFocus(Qt.FocusReason.OtherFocusReason)

    def decide(self) -> None:
        """Keep what becomes of it."""
        if self.row is None or not self.go.isEnabled():
            return
        tag = self.row.tag
        for field in self.fields.values():
            field.refuse("")
        if not self.fate.currentData():
            self.fields["fate"].refuse(self.tr("Choose what becomes of it."))
            self.fate.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        fate = Fate(str(self.fate.currentData()))
        command = DecideTag(
            tag.id, tag.place, tag.owner, fate, self.to.text() if fate is Fate.MOVE else "", self.words.toPlainText()
        )
        self._one.give(command, while_there(self, self._done), while_there(self, self._refused))

    # Inside

    def _done(self, _: object) -> None:
        self.said.say("")
        self.changed.emit()

    def _refused(self, refusal: Refusal) -> None:
        field = self.fields.get(str(refusal.facts.get("field", "")))
        words = words_of(refusal)
        if field is not None and refusal.facts.get("field") == "where":
            words = self.tr("Say where it goes.")
        if field is not None:
            field.refuse(words)
            field.control.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.said.say(words)
        if refusal.code in ("tag_decided", "missing"):
            self.changed.emit()

    def _ask_where(self) -> None:
        self.fields["where"].setVisible(self.fate.currentData() == Fate.MOVE.value)

    def _open_finding(self) -> None:
        if self.row is not None:
            self.finding_asked.emit(self.row.tag.finding)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        names = (self.tr("Number"), self.tr("Quantity"), self.tr("Who decides"), self.tr("Decide by"))
        for name, words in zip(FACTS, (*names, self.tr("Put on"), self.tr("What became of it")), strict=True):
            self.facts[name].name.say(words)
        self.source.name(self.tr("Open the finding"))
        chosen = self.fate.currentData()
        self.fate.blockSignals(True)
        self.fate.clear()
        self.fate.addItem(self.tr("Choose…"), "")
        for fate in Fate:
            self.fate.addItem(fate_word(fate), fate.value)
        self.fate.setCurrentIndex(max(0, self.fate.findData(chosen)))
        self.fate.blockSignals(False)
        self.fields["fate"].name(self.tr("What becomes of it"))
        self.fields["where"].name(self.tr("Where it goes"))
        self.fields["note"].name(self.tr("Anything else (may be left out)"))
        self.empty.say(self.tr("Choose a red tag: what it is on stands here, and you decide what becomes of it."))
        self._ask_where()
        self.show_tag(self.row, self._names)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._inside, self._deciding = QWidget(), QWidget()
        column, grid, asks = QVBoxLayout(self._inside), QGridLayout(), QVBoxLayout(self._deciding)
        column.setContentsMargins(4, 2, 10, 4)
        column.setSpacing(12)
        for at, fact in enumerate(self.facts.values()):
            grid.addWidget(fact, at // 2, at % 2)
        asks.setContentsMargins(0, 0, 0, 0)
        for field in self.fields.values():
            asks.addWidget(field)
        row = QHBoxLayout()
        row.addWidget(self.go)
        row.addStretch(1)
        asks.addLayout(row)
        for part in (self.thing, self.where):
            column.addWidget(part)
        column.addLayout(grid)
        for part in (self.why, self.note):
            column.addWidget(part)
        column.addWidget(self.source, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._deciding)
        column.addWidget(self.said)
        if self.strip is not None:
            column.addWidget(self.strip)
        column.addStretch(1)
        self._scroll = scrolled(self._inside)
        self.body.addWidget(self._scroll, 1)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self.empty, 1)
