"""The action that is chosen: what it is, what can be done with it next, what happened, was said and shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.app.queries.actions import ActionFile, action_file
from console.domain.actions import Priority
from console.domain.commands.actions import MakeAction
from console.domain.commands.comments import AddComment
from console.domain.errors import Refusal
from console.domain.ids import new_id
from widgets.actions.facts import ActionFacts
from widgets.actions.form import ActionForm
from widgets.actions.known import now_of, people_entries, today_at, zone_at
from widgets.actions.moves import ALL, BY_ID, PLAN, PLANNED, Act, act_word, command_of, next_acts, other_acts
from widgets.actions.rows import Row
from widgets.actions.timeline import entries
from widgets.attachments.later import while_there
from widgets.attachments.strip import AttachmentStrip
from widgets.calls.timeline import Timeline
from widgets.cards import Button, Card, Entry, Text, has_keyboard
from widgets.flow import Flow, emptied
from widgets.people.fields import Said, scrolled
from widgets.people.signing import OneByOne, ask_for, why_not
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console
    from console.app.queries.actions import ActionShown

NEW = ("title", "text", "place", "owner", "due", "priority", "effect_days")
STALE = ("action_already_done", "action_ended", "action_past_stage", "missing", "changed_meanwhile")


class ActionCard(Card):
    """Reads its action from the records whenever it is told to; gives the commands itself."""

    moved = Signal(str)  # id of the action that was made or moved here
    left = Signal()  # the keyboard goes back to the list
    source_asked = Signal(str, str)  # kind and id of the record that the action came from

    def __init__(
        self, console: Console, row_of: Callable[[ActionShown], Row], places: Callable[[], list[tuple[str, str]]]
    ) -> None:
        super().__init__(titled=False)
        self._console, self._row_of, self._places = console, row_of, places
        self._one = OneByOne(self, console)
        self.action = ""  # id of the action that is shown
        self._wanted = ""  # act to begin with as soon as it is shown
        self.file: ActionFile | None = None
        self._act: Act | None = None  # what the form is asked for; None: a new action
        self.facts, self.form, self.said = ActionFacts(), ActionForm(), Said()
        self.buttons: dict[str, Button] = {}
        self.source = Button("link", self._open_source)
        self.strip = AttachmentStrip(console) if getattr(console, "attachments", None) is not None else None
        self.happened, self.timeline = Text("text", 14, 600), Timeline()
        self.say, self.send = Entry(), Button("message-square", self.comment)
        self.empty = Text("text_muted", 14, wrap=True)
        self._stack = QStackedWidget()
        self._lay_out()
        self.form.given.connect(self._given)
        self.form.left.connect(self._form_left)
        self.say.returnPressed.connect(self.comment)
        self.retranslate()

    # What is shown

    def show_action(self, action: str) -> None:
        """Show another action, or none ("")."""
        self._wanted = ""
        if action != self.action:
            self.form.close_form()
            self.say.clear()
            self.said.say("")
            self.file = None
        self.action = action
        self.read()

    def ask_act(self, action: str, act: str) -> None:
        """Show an action and ask for what an act of it needs; `left` comes where it cannot be done now."""
        self.show_action(action)
        self._wanted = act

    def read(self) -> None:
        """Ask the records for the action again."""
        if not self.action:
            self._show("", None)
            return
        action = self.action
        answer = while_there(self, lambda file: self._show(action, file))
        self._console.office.ask(action_file(action), answer, while_there(self, self._cannot))

    def _show(self, action: str, file: ActionFile | None) -> None:
        if action != self.action:
            return
        self.file = file
        shown = file is not None
        for part in self._parts:
            part.setVisible(shown)
        making = self.form.isVisibleTo(self) and self._act is None
        self._stack.setCurrentWidget(self._scroll if shown or making else self._nothing)
        if file is None:
            return
        row = self._row_of(file.shown)
        zone, now = zone_at(self._console, file.shown.action.place), self._console.now()
        self.facts.show_action(row, file, zone, now)
        self.timeline.show_entries(entries(file), zone, now)
        if self.strip is not None:
            self.strip.show_record("action", action, file.shown.action.place)
        self.allow()
        wanted, self._wanted = self._wanted, ""
        if wanted and not self.begin(wanted):
            self.left.emit()

    def _cannot(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))

    # What can be done

    def allow(self) -> None:
        """Offer what can be done with the action now, and what whoever is signed in may do."""
        if self.file is None:
            return
        action = self.file.shown.action
        pressed = any(has_keyboard(button) for button in self.buttons.values())
        self.buttons = {}
        steps, others = next_acts(action, now_of(self._console)), other_acts(action)
        self._fill(self._next, steps, action.place, loud=True)
        self._fill(self._others, others, action.place, loud=False)
        if self._act is not None and self.form.asked and self._act.id not in self.buttons:
            self.form.close_form()
        if pressed:  # the button that had the keyboard is gone
            self.take_keyboard()
        self.source.setVisible(bool(action.source))
        self.source.name(self.tr("Open what it came from (S)"))
        why = why_not(self._console, AddComment, place=action.place)
        self.send.setEnabled(not why)
        self.send.name(self.tr("Say it"), why)

    def take_keyboard(self) -> None:
        """Give it to the next step that can be done, else to the card, where the letters work."""
        first = next((button for button in self.buttons.values() if button.isEnabled()), self)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, row: Flow, acts: tuple[Act, ...], place: str, loud: bool) -> None:
        emptied(row)
        for i, act in enumerate(acts):
            button = Button(act.icon, self._press(act.id), primary=loud and i == 0)
            why = why_not(self._console, act.command, place=place)
            words = act_word(act)
            button.name(f"{words} ({act.key})", why or words)
            button.setEnabled(not why)
            self.buttons[act.id] = button
            row.addWidget(button)
            button.show()  # a layout shows it later: nobody could give it the keyboard until then

    def _press(self, act: str) -> Callable[[], bool]:
        return lambda: self.begin(act)

    def begin(self, id: str) -> bool:
        """Do it, or ask first for what it needs; False where it cannot be done now."""
        button = self.buttons.get(id)
        if self.file is None or button is None:
            return False
        act, action = BY_ID[id], self.file.shown.action
        if not button.isEnabled():
            self.said.warn(why_not(self._console, act.command, place=action.place))
            return True
        self.said.say("")
        if act.fields:
            ask_for(self, act.command, lambda: self._ask(act))
        else:
            self._give(act, {})
        return True

    def make(self, place: str = "") -> None:
        """Ask for a new action."""
        ask_for(self, MakeAction, lambda: self._ask_new(place))

    def key(self, letter: str) -> bool:
        """Do what a letter stands for; False where it stands for nothing now."""
        letter = letter.upper()
        if letter == "S" and self.file is not None and self.file.shown.action.source:
            self._open_source()
            return True
        wanted = next((one.id for one in ALL if one.key == letter and one.id in self.buttons), "")
        return bool(wanted) and self.begin(wanted)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        letter = event.text()
        plain_key = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        focused = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, Button):
            focused.click()
        elif not (plain_key and letter and self.key(letter)):
            super().keyPressEvent(event)

    def comment(self) -> None:
        """Say what was typed."""
        text = self.say.text().strip()
        if self.file is not None and text:
            action = self.file.shown.action
            command = AddComment(new_id(), "action", action.id, action.place, text)
            self._one.give(command, while_there(self, self._told), while_there(self, self._refused))

    # Inside

    def _ask(self, act: Act) -> None:
        if self.file is None:
            return
        action = self.file.shown.action
        self._act = act
        values = {name: str(getattr(action, name)) for name in PLANNED} if act is PLAN else {}
        people = people_entries(self._console)
        if action.owner not in dict(people):
            people.append((action.owner, self.file.shown.owner or action.owner))
        self.form.begin(
            act_word(act).rstrip("…"), act.fields, values, {"owner": people}, today_at(self._console, action.place)
        )
        self._scroll.ensureWidgetVisible(self.form)

    def _ask_new(self, place: str) -> None:
        self._act = None
        person = self._console.session.person
        self.action, self.file = "", None
        for part in self._parts:
            part.setVisible(False)
        self._stack.setCurrentWidget(self._scroll)
        values = {"owner": person.id if person else "", "place": place, "due": "+7", "effect_days": "30"}
        values["priority"] = Priority.NORMAL.value
        lists = {"owner": people_entries(self._console), "place": self._places()}
        self.form.begin(self.tr("New action"), NEW, values, lists, today_at(self._console, place))

    def _given(self, values: dict[str, str]) -> None:
        if self._act is not None:
            self._give(self._act, values)
            return
        made = MakeAction(new_id(), values["place"], **self._planned(values))  # type: ignore[arg-type]
        done = while_there(self, lambda _: self._made(made.id))
        self._one.give(made, done, while_there(self, self._refused))

    def _planned(self, values: dict[str, str]) -> dict[str, object]:
        day = self.form.day
        assert day is not None
        numbers = {"due": day, "priority": Priority(values["priority"]), "effect_days": int(values["effect_days"])}
        return {"title": values["title"], "text": values["text"], "owner": values["owner"], **numbers}

    def _give(self, act: Act, values: dict[str, str]) -> None:
        if self.file is None:
            return
        plan = self._planned(values) if act is PLAN else {}
        command = command_of(act, self.file.shown.action, self.file.shown.version, values, plan)
        self._one.give(command, while_there(self, lambda _: self._done(act)), while_there(self, self._refused))

    def _done(self, act: Act) -> None:
        if self._act is act and self.form.asked:
            self.form.close_form()
        self.said.say("")
        self.moved.emit(self.action)
        self.read()

    def _made(self, id: str) -> None:
        self.form.close_form()
        self.show_action(id)
        self.moved.emit(id)

    def _told(self, _: object) -> None:
        self.say.clear()
        self.said.say("")
        self.read()

    def _refused(self, refusal: Refusal) -> None:
        if self.form.asked:
            self.form.refuse(refusal)
        else:
            self.said.say(words_of(refusal))
        if refusal.code in STALE:
            self.read()

    def _form_left(self) -> None:
        if self.file is None:
            self._show(self.action, None)
            self.left.emit()
        else:
            self.setFocus()

    def _open_source(self) -> None:
        if self.file is not None:
            self.source_asked.emit(self.file.shown.action.source, self.file.shown.action.record)

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.happened.say(self.tr("What happened"))
        self.say.setPlaceholderText(self.tr("Say something about this action"))
        self.say.setAccessibleName(self.tr("Say something about this action"))
        self.empty.say(self.tr("Choose an action: what is known of it and what to do next stands here."))
        self._scroll.setAccessibleName(self.tr("The chosen action"))
        self.setAccessibleName(self._scroll.accessibleName())
        self.timeline.setAccessibleName(self.tr("What happened to this action"))
        if self.action:
            self.read()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 2, 10, 4)
        column.setSpacing(12)
        steps, talk = QWidget(), QWidget()
        self._next, self._others, line = Flow(), Flow(), QHBoxLayout(talk)
        rows = QVBoxLayout(steps)
        rows.setContentsMargins(0, 0, 0, 0)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        rows.setSpacing(8)
        rows.addLayout(self._next)
        rows.addLayout(self._others)
        rows.addWidget(self.source, 0, Qt.AlignmentFlag.AlignLeft)
        line.addWidget(self.say, 1)
        line.addWidget(self.send)
        strip = (self.strip,) if self.strip is not None else ()
        self._parts: tuple[QWidget, ...] = (self.facts, steps, *strip, self.happened, self.timeline, talk)
        for part in (self.facts, steps, self.said, self.form, *strip, self.happened, self.timeline, talk):
            column.addWidget(part)
        column.addStretch(1)
        self._scroll = scrolled(inside)
        self._nothing = QWidget()
        words = QVBoxLayout(self._nothing)
        words.addStretch(2)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.addWidget(self.empty)
        words.addStretch(3)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._scroll)
        self.body.addWidget(self._stack, 1)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
