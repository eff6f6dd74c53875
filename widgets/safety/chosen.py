"""The chosen report: what is known, its pictures, the actions from it, and what somebody may do with it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.app.queries.safety import KIND, SafetyFile, safety_file
from console.domain.actions import EFFECT_DAYS, Priority
from console.domain.commands.actions import MakeAction
from console.domain.commands.safety import ChangeSafety, CloseSafety
from console.domain.errors import Refusal
from console.domain.ids import new_id
from widgets.actions.followup import LineButton
from widgets.actions.form import ActionForm
from widgets.actions.known import people_entries, today_at
from widgets.actions.words import stage_word
from widgets.attachments.later import while_there
from widgets.attachments.strip import AttachmentStrip
from widgets.calls.naming import stage_word as call_stage_word
from widgets.cards import Button, Card, Picture, Text
from widgets.flow import Flow
from widgets.people.fields import Said, scrolled
from widgets.people.signing import OneByOne, why_not
from widgets.plain import plain, plain_block
from widgets.refusals import words_of
from widgets.safety.words import ICONS, TONES, SafetyCounts, kind_word, place_words, zone_of

if TYPE_CHECKING:
    from console.app.console import Console
    from console.domain.safety import SafetyEvent

ASKED = ("title", "text", "owner", "due", "priority")
LONG = 4000


class SafetyCard(Card):
    """Belongs to one report at a time; `changing` and `closing` ask for their forms."""

    open_requested = Signal(str, str)
    changing = Signal()
    closing = Signal()

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._one = OneByOne(self, console)
        self.file: SafetyFile | None = None
        self._id = ""
        self.mark, self.what = Picture("shield", "text_faint", 22), Text("text", 18, 600, wrap=True)
        self.where, self.serious = Text("text_muted", 13, wrap=True), Text("bad", 13, 600, wrap=True)
        self.text = Text("text", 14, wrap=True)
        self.names, self.values = [Text("text_faint", 12) for _ in range(4)], [Text(wrap=True) for _ in range(4)]
        self.call = LineButton("siren", self._open_call)
        self.change, self.act = Button("pencil", self.changing.emit), Button("list-checks", self.ask_action)
        self.close_button = Button("check", self.closing.emit)
        self.form, self.said = ActionForm(), Said()
        self.strip = AttachmentStrip(console)
        self.actions_title = Text("text", 13, 600)
        self.empty = Text("text_muted", 14, wrap=True)
        self._lay_out()
        self.form.given.connect(self._make)
        self.retranslate()
        self._say()

    @property
    def id(self) -> str:
        """The report that is shown; "" for none."""
        return self._id

    def show_event(self, id: str) -> None:
        """Show another report, or the same one read again; "" for none."""
        if id != self._id:
            self._id, self.file = id, None
            self.said.say("")
            self.form.close_form()
            self._say()
        if id:
            self._console.office.ask(safety_file(id), while_there(self, self._heard), lambda _: None)

    def ask_action(self) -> None:
        """Ask for an action from the report."""
        if self.file is None:
            return
        event, person = self.file.shown.event, self._console.session.person
        values = {"title": "", "text": plain(event.text, 300), "owner": person.id if person else "", "due": "+7"}
        values["priority"] = (Priority.HIGH if event.urgent else Priority.NORMAL).value
        lists = {"owner": people_entries(self._console)}
        self.form.begin(self.tr("Action from this report"), ASKED, values, lists, today_at(self._console, event.place))
        self._scroll.ensureWidgetVisible(self.form)

    def allow(self) -> None:
        """Somebody else is signed in."""
        event = self.file.shown.event if self.file is not None else None
        running = event is not None and event.closed is None
        for button, command in (
            (self.change, ChangeSafety),
            (self.close_button, CloseSafety),
            (self.act, MakeAction),
        ):
            why = why_not(self._console, command, event.place) if event is not None else ""
            button.setEnabled(not why)
            button.setToolTip(why)
        self.change.setVisible(running)
        self.close_button.setVisible(running)

    # Inside

    def _heard(self, file: SafetyFile | None) -> None:
        if file is None or file.shown.event.id == self._id:
            self.file = file
            self._say()

    def _say(self) -> None:
        file = self.file
        self._inside.setVisible(file is not None)
        self.empty.setVisible(file is None)
        if file is None:
            self.strip.show_record("", "")
            return
        event = file.shown.event
        self.mark.show_icon(ICONS[event.what], TONES[event.what])
        self.what.say(kind_word(event.what))
        at = event.at.astimezone(zone_of(self._console)).strftime("%Y-%m-%d %H:%M")
        self.where.say(f"{place_words(self._console, event.place)} · {at}")
        self.serious.say(self.tr("Somebody could have died, or it is not over") if event.serious else "")
        self.serious.setVisible(event.serious)
        self.text.say(plain_block(event.text, LONG))
        self._facts(file)
        call = file.call
        self.call.setVisible(call is not None)
        if call is not None:
            self.call.say(self.tr("Safety officer called · {0}").format(call_stage_word(call.stage)))
        self.strip.show_record(KIND, event.id, event.place)
        self._list(file)
        self.allow()

    def _facts(self, file: SafetyFile) -> None:
        event = file.shown.event
        for (name, words), label, value in zip(self._known(file), self.names, self.values, strict=True):
            label.say(name)
            value.say(words)
            for part in (label, value):
                part.setVisible(bool(words))
        self.close_button.name(
            self.tr("Close…"), self.tr("Its cause is asked for") if not event.cause else self.tr("Nothing more to do")
        )

    def _known(self, file: SafetyFile) -> tuple[tuple[str, str], ...]:
        event, zone, counts = file.shown.event, zone_of(self._console), SafetyCounts()
        who = plain(file.shown.who or event.reporter, 60) or self.tr("somebody who is not named")
        by = f"{who}, {event.reported.astimezone(zone):%Y-%m-%d %H:%M}"
        hurt = " · ".join(
            words
            for words in (
                counts.hurt(event.hurt) if event.hurt else "",
                counts.lost(event.lost_days) if event.lost_days else "",
            )
            if words
        )
        done = plain_block(event.done_at_once, LONG)
        if hurt:
            done = f"{hurt}\n{done}" if done else hurt
        cause = plain_block(event.cause, LONG) or self.tr("not known yet")
        return (
            (self.tr("Reported by"), by),
            (self.tr("Done at once") if not hurt else self.tr("Hurt, done at once"), done),
            (self.tr("Cause"), cause),
            (self.tr("Closed"), self._closed(event, file.shown.closer)),
        )

    def _closed(self, event: SafetyEvent, closer: str) -> str:
        if event.closed is None:
            return ""
        lasted = event.closed - event.reported
        when = f"{event.closed.astimezone(zone_of(self._console)):%Y-%m-%d %H:%M}"
        words = f"{plain(closer or event.closed_by, 60)}, {when}"
        return words if lasted < timedelta(days=1) else f"{words} ({lasted.days} d)"

    def _list(self, file: SafetyFile) -> None:
        while (item := self._links.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
        for one in file.actions:
            line = LineButton("list-checks", lambda id=one.action.id: self.open_requested.emit("actions", id))
            words = (one.action.title, one.owner, stage_word(one.action.stage), one.action.due.isoformat())
            line.say(" · ".join(plain(part, 80) for part in words if part))
            self._links.addWidget(line)
        self.actions_title.say(self.tr("Actions") if file.actions else self.tr("Actions: none yet"))

    def _open_call(self) -> None:
        if self.file is not None and self.file.call is not None:
            self.open_requested.emit("calls", self.file.call.id)

    def _make(self, values: dict[str, str]) -> None:
        if self.file is None or self.form.day is None:
            return
        event = self.file.shown.event
        made = MakeAction(
            new_id(), event.place, values["title"], values["owner"], self.form.day, values["text"],
            Priority(values["priority"]), KIND, event.id, EFFECT_DAYS,
        )  # fmt: skip
        self._one.give(made, while_there(self, self._made), while_there(self, self._refused))

    def _made(self, _: object) -> None:
        self.form.close_form()
        self.said.good(self.tr("The action is made."))
        self.show_event(self._id)

    def _refused(self, refusal: Refusal) -> None:
        if self.form.asked:
            self.form.refuse(refusal)
        else:
            self.said.say(words_of(refusal))

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Report"))
        self.change.name(self.tr("Change…"))
        self.act.name(self.tr("Action…"))
        self.empty.say(self.tr("The report that is chosen in the list is shown here, with its pictures and actions."))
        self._say()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self.what, self.where, self.serious):
            words.addWidget(part)
        head.addLayout(words, 1)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addWidget(self.call)
        facts = QGridLayout()
        facts.setHorizontalSpacing(14)
        facts.setVerticalSpacing(6)
        for row, (label, value) in enumerate(zip(self.names, self.values, strict=True)):
            facts.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            facts.addWidget(value, row, 1)
        facts.setColumnStretch(1, 1)
        column.addLayout(facts)
        buttons = Flow(gap=8)
        for button in (self.change, self.act, self.close_button):
            buttons.addWidget(button)
        column.addLayout(buttons)
        for part in (self.said, self.form, self.strip, self.actions_title):
            column.addWidget(part)
        self._links = QVBoxLayout()
        self._links.setSpacing(6)
        column.addLayout(self._links)
        column.addStretch(1)
        self._scroll = scrolled(inside)
        self._inside = self._scroll
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(self.empty, 1)
