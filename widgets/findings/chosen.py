"""The chosen finding: what it is, where from, its actions, pictures before and after, re-check, withdrawing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from console.app.queries.findings import FindingFile, finding_file
from console.domain.actions import Action, Priority, Stage
from console.domain.attachments import Attachment
from console.domain.commands import Command
from console.domain.commands.actions import MakeAction, RefuteAction, VerifyAction
from console.domain.commands.audits import WithdrawFinding
from console.domain.errors import Refusal
from console.domain.findings import SOURCE, Closing
from console.domain.ids import new_id
from widgets.actions.followup import LineButton
from widgets.actions.form import ActionForm
from widgets.actions.known import people_entries, today_at
from widgets.actions.words import stage_word
from widgets.attachments.images import image_of
from widgets.attachments.later import while_there
from widgets.attachments.strip import AttachmentStrip
from widgets.audits.places import Places
from widgets.audits.words import day_words
from widgets.audits.words import said as in_language
from widgets.cards import Button, Card, Fact, Picture, Text
from widgets.findings.comparison import Comparison
from widgets.findings.owners import owner_at
from widgets.findings.words import CLOSING_ICON, FindingCounts, closing_word, waiting_action
from widgets.flow import Flow, emptied
from widgets.people.fields import Said, scrolled
from widgets.people.signing import OneByOne, ask_for, why_not
from widgets.plain import plain, plain_block
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console
    from console.records.pictures import Pixels

FACTS = ("owner", "due", "made", "source")
OPEN = (Closing.BARE, Closing.OPEN, Closing.DONE)
SIDE = 1200  # pixels of the long side of a picture that is compared


class FindingCard(Card):
    """`changed`: something was done with it. `chosen` carries another finding, `tag_asked` a red tag."""

    changed = Signal()
    chosen = Signal(str)
    tag_asked = Signal(str)
    open_requested = Signal(str, str)

    def __init__(self, console: Console) -> None:
        super().__init__(titled=False)
        self._console, self._places = console, Places(console)
        self._one = OneByOne(self, console)
        self.finding, self.file = "", None  # type: str, FindingFile | None
        self._asking = ""
        self._compared: tuple[str, str] = ("", "")
        self.mark, self.state = Picture("square", "text", 18), Text("text_muted", 13, 500)
        self.text, self.about = Text("text", 16, 600, wrap=True), Text("text_muted", 13, wrap=True)
        self.facts = {name: Fact() for name in FACTS}
        self.withdrawn = Text("text", 13, wrap=True)
        self.acting, self.looking = Text("text", 14, 600), Text("text", 14, 600)
        self.verify, self.refute = Button("badge-check", self._verify, primary=True), Button("rotate-ccw", self._refute)
        self.make, self.withdraw = Button("list-checks", self._make), Button("x", self._withdraw)
        self.round = Button("clipboard-check", self._open_round)
        self.form, self.said = ActionForm(), Said()
        self.comparison, self.over = Comparison(), Button("arrow-left-right", self._turn)
        self.over.setCheckable(True)
        there = console.attachments is not None
        self.before, self.after = (AttachmentStrip(console) if there else None for _ in range(2))
        self.repeats = Text("text", 14, 600)
        self.empty = Text("text_muted", 14, wrap=True)
        self._lay_out()
        self.form.given.connect(self._given)
        self.form.left.connect(self.take_keyboard)
        self.retranslate()
        self._show("", None)

    # What is shown

    def show_finding(self, finding: str) -> None:
        """Show another finding, or none ("")."""
        if finding != self.finding:
            self.form.close_form()
            self.said.say("")
            self.file = None
        self.finding = finding
        self.read()

    def read(self) -> None:
        """Ask the records for it again."""
        if not self.finding:
            self._show("", None)
            return
        finding = self.finding
        answer = while_there(self, lambda file: self._show(finding, file))
        refused = while_there(self, lambda why: self.said.say(words_of(why)))
        self._console.office.ask(finding_file(finding), answer, refused)

    def _show(self, finding: str, file: FindingFile | None) -> None:
        if finding != self.finding:
            return
        self.file = file
        self._scroll.setVisible(file is not None)
        self.empty.setVisible(file is None)
        if file is None:
            return
        self._say(file)
        self._list_all(file)
        if self.before is not None and self.after is not None:
            shown = file.shown
            self.before.show_record(SOURCE, finding, shown.finding.place)
            action = shown.actions[-1] if shown.actions else None
            self.after.show_record("action", action.id if action else "", shown.finding.place)
            self.after.setVisible(action is not None)
        self._compare(file)
        self.allow()

    def _say(self, file: FindingFile) -> None:
        shown, zone, now = file.shown, self._places.zone(), self._places.now()
        finding, action = shown.finding, waiting_action(shown)
        loud = finding.serious and shown.closing in OPEN
        self.mark.show_icon(CLOSING_ICON[shown.closing], "warning" if shown.closing is Closing.BARE else "text")
        parts = [closing_word(shown.closing), self.tr("Serious") if finding.serious else ""]
        self.state.say(" · ".join(part for part in parts if part))
        self.state.paint_as("bad" if loud else "text_muted")
        self.text.say(plain_block(finding.text, 2000))
        parts = [self._places.words(finding.place), in_language(file.checklist, 80), in_language(file.item, 200)]
        self.about.say(" · ".join(part for part in parts if part))
        self.facts["owner"].say(plain(shown.owner, 60))
        self._say_due(action)
        self.facts["made"].say(f"{day_words(finding.made, now, zone)} · {plain(shown.who, 60)}".strip(" ·"))
        self.facts["source"].say(in_language(file.checklist, 80) or self.tr("Without a round"))
        gone = finding.withdrawn is not None
        self.withdrawn.setVisible(gone)
        if finding.withdrawn is not None:
            who = plain(file.names.get(finding.withdrawn_by, ""), 60)
            when = day_words(finding.withdrawn, now, zone)
            self.withdrawn.say(self.tr("Withdrawn by {0}, {1}: {2}").format(who, when, plain_block(finding.why, 500)))

    def _say_due(self, action: Action | None) -> None:
        if action is None:
            self.facts["due"].say("")
            return
        late = (today_at(self._console, action.place) - action.due).days if action.to_do else 0
        words = [action.due.isoformat(), FindingCounts().late(late) if late > 0 else ""]
        self.facts["due"].say(" · ".join(part for part in words if part), "bad" if late > 0 else "text")

    def _list_all(self, file: FindingFile) -> None:
        emptied(self._actions)
        for action in file.shown.actions:
            line = LineButton("list-checks", self._opens("actions", action.id))
            owner = file.names.get(action.owner, "")
            parts = (action.title, owner, stage_word(action.stage), action.due.isoformat())
            line.say(" · ".join(plain(part, 80) for part in parts if part))
            self._actions.addWidget(line)
        emptied(self._repeats)
        for one in file.earlier:
            when = day_words(one.finding.made, self._places.now(), self._places.zone())
            line = LineButton("history", self._chooses(one.finding.id))
            parts = (when, one.finding.text.partition("\n")[0], closing_word(one.closing))
            line.say(" · ".join(plain(part, 100) for part in parts if part))
            self._repeats.addWidget(line)
        self.repeats.setVisible(bool(file.earlier))
        emptied(self._tags)
        for tag in file.tags:
            line = LineButton("flag", self._asks(tag.id))
            line.say(" · ".join(plain(part, 80) for part in (self.tr("Red tag"), tag.number, tag.thing) if part))
            self._tags.addWidget(line)

    def _opens(self, key: str, subject: str) -> Callable[[], object]:
        return lambda: self.open_requested.emit(key, subject)

    def _chooses(self, finding: str) -> Callable[[], object]:
        return lambda: self.chosen.emit(finding)

    def _asks(self, tag: str) -> Callable[[], object]:
        return lambda: self.tag_asked.emit(tag)

    # Before and after

    def _compare(self, file: FindingFile) -> None:
        """The first picture of the finding beside the last one of what was done."""
        before, after = file.before[:1], file.after[-1:]
        ids = (before[0].id if before else "", after[0].id if after else "")
        self.looking.setVisible(any(ids))
        self.comparison.setVisible(any(ids))
        self.over.setVisible(all(ids))
        if ids == self._compared:
            return
        self._compared = ids
        self.comparison.show_images(QImage(), QImage())
        for side, found in enumerate((before, after)):
            if found and self._console.attachments is not None:
                self._fetch(found[0], side, ids)

    def _fetch(self, picture: Attachment, side: int, ids: tuple[str, str]) -> None:
        def came(pixels: Pixels) -> None:
            if ids == self._compared:
                images = list(self.comparison.images)
                images[side] = image_of(pixels)
                self.comparison.show_images(*images)

        assert self._console.attachments is not None
        self._console.attachments.picture(picture, SIDE, while_there(self, came), lambda _: None)

    def _turn(self) -> None:
        self.comparison.lay_over(self.over.isChecked())

    # What can be done

    def allow(self) -> None:
        """Offer what can be done with it now to who may do it."""
        if self.file is None:
            return
        shown = self.file.shown
        finding, waits = shown.finding, self._to_verify()
        self.verify.setVisible(waits is not None)
        self.refute.setVisible(waits is not None)
        if waits is not None:
            why = why_not(self._console, VerifyAction, place=finding.place)
            person = self._console.session.person
            if not why and person is not None and person.id == waits.done_by:
                why = self.tr("You did it yourself: somebody else looks whether it is right.")
            self.verify.name(self.tr("Re-check: it is right (V)"), why)
            self.verify.setEnabled(not why)
            self.refute.name(self.tr("Not right… (R)"), why)
            self.refute.setEnabled(not why)
        why = why_not(self._console, MakeAction, place=finding.place)
        self.make.setVisible(shown.closing in OPEN)
        self.make.name(self.tr("Make an action (M)") if not shown.actions else self.tr("One more action (M)"), why)
        self.make.setEnabled(not why)
        why = why_not(self._console, WithdrawFinding, place=finding.place, about=finding.made_by)
        self.withdraw.setVisible(shown.closing in OPEN)
        self.withdraw.name(self.tr("Withdraw… (X)"), why or self.tr("It was no finding; the reason is kept."))
        self.withdraw.setEnabled(not why)
        self.round.setVisible(bool(finding.run))

    def key(self, letter: str) -> bool:
        """Do what a letter stands for; False where it stands for nothing now."""
        buttons = {"V": self.verify, "R": self.refute, "M": self.make, "X": self.withdraw, "S": self.round}
        button = buttons.get(letter.upper())
        if self.file is None or button is None or not button.isVisibleTo(self) or not button.isEnabled():
            return False
        button.click()
        return True

    def take_keyboard(self) -> None:
        """Give it to the first thing that can be done."""
        buttons = (self.verify, self.make, self.round, self.withdraw)
        first = next((one for one in buttons if one.isVisibleTo(self) and one.isEnabled()), self)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_verify(self) -> Action | None:
        actions = self.file.shown.actions if self.file is not None else ()
        return next((action for action in actions if action.stage is Stage.DONE), None)

    def _verify(self) -> None:
        waits = self._to_verify()
        if waits is not None:
            self._give(VerifyAction(waits.id, waits.place))

    def _refute(self) -> None:
        ask_for(self, RefuteAction, lambda: self._ask("refute", self.tr("Not right"), ("why",), {}))

    def _withdraw(self) -> None:
        ask_for(self, WithdrawFinding, lambda: self._ask("withdraw", self.tr("Withdraw the finding"), ("why",), {}))

    def _make(self) -> None:
        if self.file is None:
            return
        finding = self.file.shown.finding
        first = plain(finding.text.partition("\n")[0], 200)
        priority = Priority.URGENT if finding.serious else Priority.NORMAL
        due = "+1" if finding.serious else "+7"
        values = {"title": first, "owner": owner_at(self._console, finding.place), "due": due, "priority": priority}
        fields = ("title", "owner", "due", "priority")
        ask_for(self, MakeAction, lambda: self._ask("make", self.tr("New action"), fields, values))

    def _ask(self, what: str, words: str, fields: tuple[str, ...], values: dict[str, str]) -> None:
        if self.file is not None:
            self._asking = what
            today = today_at(self._console, self.file.shown.finding.place)
            self.form.begin(words, fields, values, {"owner": people_entries(self._console)}, today)
            self._scroll.ensureWidgetVisible(self.form)

    def _given(self, values: dict[str, str]) -> None:
        if self.file is None:
            return
        finding, waits = self.file.shown.finding, self._to_verify()
        match self._asking:
            case "withdraw":
                self._give(WithdrawFinding(finding.id, finding.place, finding.made_by, values["why"]))
            case "refute" if waits is not None:
                self._give(RefuteAction(waits.id, waits.place, values["why"]))
            case "make" if self.form.day is not None:
                self._give(
                    MakeAction(
                        new_id(),
                        finding.place,
                        values["title"],
                        values["owner"],
                        self.form.day,
                        "",
                        Priority(values["priority"]),
                        SOURCE,
                        finding.id,
                    )  # fmt: skip
                )

    def _give(self, command: Command) -> None:
        self._one.give(command, while_there(self, self._done), while_there(self, self._refused))

    def _done(self, _: object) -> None:
        self.form.close_form()
        self.said.say("")
        self.read()
        self.changed.emit()

    def _refused(self, refusal: Refusal) -> None:
        if self.form.asked:
            if refusal.facts.get("field") == "reason":  # as the form calls it
                refusal.facts["field"] = "why"
            self.form.refuse(refusal)
        else:
            self.said.say(words_of(refusal))
        self.read()

    def _open_round(self) -> None:
        if self.file is not None and self.file.run is not None:
            self.open_requested.emit("audits", self.file.run.id)

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        names = (self.tr("Owner"), self.tr("Due"), self.tr("Found"), self.tr("From"))
        for name, words in zip(FACTS, names, strict=True):
            self.facts[name].name.say(words)
        self.acting.say(self.tr("What is done about it"))
        self.looking.say(self.tr("Before and after"))
        self.repeats.say(self.tr("Found before"))
        self.round.name(self.tr("Open the round (S)"))
        self.over.name(self.tr("One over the other"), self.tr("Move the edge with the arrows or the mouse"))
        no_before, no_after = self.tr("No picture of it yet"), self.tr("No picture of what was done yet")
        self.comparison.say(self.tr("Before"), self.tr("After"), no_before, no_after)
        self.comparison.setAccessibleName(self.tr("Before and after"))
        if self.before is not None and self.after is not None:
            self.before.entitle(self.tr("Pictures before"))
            self.after.entitle(self.tr("Pictures after"))
        self.empty.say(self.tr("Choose a finding: what it is and what is done about it stands here."))
        self._scroll.setAccessibleName(self.tr("The chosen finding"))
        self.setAccessibleName(self._scroll.accessibleName())
        self._show(self.finding, self.file)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._inside = QWidget()
        column, head, facts, buttons = QVBoxLayout(self._inside), Flow(), QGridLayout(), Flow()
        column.setContentsMargins(4, 2, 10, 4)
        column.setSpacing(10)
        self._actions, self._repeats, self._tags = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        head.addWidget(self.mark)
        head.addWidget(self.state)
        for at, fact in enumerate(self.facts.values()):
            facts.addWidget(fact, at // 2, at % 2)
        for button in (self.verify, self.refute, self.make, self.round, self.withdraw):
            buttons.addWidget(button)
        column.addLayout(head)
        for part in (self.text, self.about, self.withdrawn):
            column.addWidget(part)
        column.addLayout(facts)
        column.addWidget(self.acting)
        column.addLayout(self._actions)
        column.addLayout(buttons)
        column.addWidget(self.said)
        column.addWidget(self.form)
        column.addLayout(self._tags)
        column.addWidget(self.looking)
        column.addWidget(self.comparison)
        column.addWidget(self.over, 0, Qt.AlignmentFlag.AlignLeft)
        for strip in (self.before, self.after):
            if strip is not None:
                column.addWidget(strip)
        column.addWidget(self.repeats)
        column.addLayout(self._repeats)
        column.addStretch(1)
        self._scroll = scrolled(self._inside)
        self.body.addWidget(self._scroll, 1)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self.empty, 1)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
