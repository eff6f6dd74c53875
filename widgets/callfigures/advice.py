"""One setting that history speaks for: what it would have spared, and one press to use it, or to look at the rule."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.domain.callfigures import Advice
from console.domain.callrules import CallRule
from console.domain.commands.andon import SetCallRule
from console.domain.desk import ReadDesk
from console.domain.errors import Refusal
from widgets.attachments.later import while_there
from widgets.callfigures.shelveform import Thing, shelve
from widgets.callfigures.words import cure_words, setting_words
from widgets.calls.known import KnownCalls
from widgets.cards import Button, Text
from widgets.numbers import whole
from widgets.people.fields import Said
from widgets.people.signing import OneByOne, why_not
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console


class AdviceRow(QWidget):
    """`Use it` asks once more before the rule is changed."""

    rule_wanted = Signal(str)

    def __init__(self, console: Console, known: KnownCalls, advice: Advice) -> None:
        super().__init__()
        self._console, self._known, self.given = console, known, advice
        self._one, self._asked = OneByOne(self, console), False
        self.what, self.why, self.said = Text("text", 13, 600, wrap=True), Text("text_muted", 13, wrap=True), Said()
        self.use = Button("check", self.press, primary=True)
        self.rule = Button("sliders-horizontal", lambda: self.rule_wanted.emit(advice.rule.id))
        self.shelve, self.leave = Button("bell-off", self._shelve), Button("", self._take_back)
        self._lay_out()
        self._say()

    def press(self) -> None:
        """Ask, and then do it."""
        if not self._asked:
            self._asked = True
            self._say()
            return
        rule, proposal, cure = self.given.rule, self.given.proposal, self.given.cure

        def with_version(desk: ReadDesk) -> int:
            return next((kept.version for kept in desk.kept(CallRule, id=rule.id)), 0)

        def give(version: int) -> None:
            changed = replace(rule, **{cure.value: proposal.value})  # type: ignore[arg-type]
            command = SetCallRule(changed, version)
            self._one.give(command, while_there(self, lambda _: self._done()), while_there(self, self._refused))

        self._console.office.ask(with_version, while_there(self, give), while_there(self, self._refused))

    def _take_back(self) -> None:
        self._asked = False
        self._say()

    def _done(self) -> None:
        self._take_back()
        self.use.setEnabled(False)
        self.said.good(self.tr("The rule is changed. It holds from now on, on every console."))

    def _refused(self, refusal: Refusal) -> None:
        self._take_back()
        self.said.say(words_of(refusal))

    def _shelve(self) -> None:
        advice = self.given
        words = f"{self._known.place(advice.place)}: {plain(advice.rule.name, 60)} · {plain(advice.about, 60)}"
        shelve(self, self._console, Thing(advice.place, advice.rule.category, advice.about, words))

    def _say(self) -> None:
        advice, proposal = self.given, self.given.proposal
        name = plain(advice.rule.name, 60)
        about = "" if advice.about == advice.rule.id else f" · {plain(advice.about, 60)}"
        self.what.say(f"{self._known.place(advice.place)}: {name}{about}")
        evidence = self.tr("{0}: would have left {1} of {2}.").format(
            cure_words(advice.cure, proposal.value), whole(proposal.after), whole(proposal.before)
        )
        if self._asked:
            everywhere = self.tr("It then holds wherever this rule holds. Do it?")
            evidence = f"{setting_words(advice.cure, proposal.value)}. {everywhere}"
        self.why.say(evidence)
        place = SetCallRule(advice.rule).place
        why = why_not(self._console, SetCallRule, place=place)
        self.use.name(self.tr("Change the rule") if self._asked else self.tr("Use it"), why)
        self.use.setEnabled(not why)
        self.rule.name(self.tr("Open the rule"))
        self.shelve.name(self.tr("Shelve…"))
        self.leave.name(self.tr("Cancel"))
        self.leave.setVisible(self._asked)
        for button in (self.rule, self.shelve):
            button.setVisible(not self._asked)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        for button in (self.use, self.leave, self.rule, self.shelve):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(5)
        for part in (self.what, self.why):
            column.addWidget(part)
        column.addLayout(row)
        column.addWidget(self.said)
