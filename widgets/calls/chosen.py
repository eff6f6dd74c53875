"""The call that is chosen: what it is, what can be done with it next, what happened and what was said."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from console.app.queries.andon import CallFile, call_file
from console.domain.andon import Answers, Call, Category, Severity, Source
from console.domain.commands.comments import AddComment
from console.domain.comments import mentioned
from console.domain.errors import Refusal
from console.domain.ids import new_id
from console.domain.people import Person, by_name
from widgets.actions.followup import FollowUp
from widgets.attachments.later import while_there
from widgets.attachments.strip import AttachmentStrip
from widgets.callfigures.shelveform import Thing, shelve, why_not_shelve
from widgets.callfigures.shelves import shelf_words
from widgets.calls.facts import CallFacts
from widgets.calls.form import MoveForm
from widgets.calls.known import KnownCalls
from widgets.calls.mentions import Saying
from widgets.calls.moves import (
    ALL,
    BY_ID,
    EXPLAIN,
    Action,
    Values,
    action_word,
    command_of,
    next_actions,
    other_actions,
)
from widgets.calls.shown import CallRow
from widgets.calls.timeline import Timeline, entries
from widgets.calls.undelivered import Undelivered
from widgets.cards import Button, Card, Text, has_keyboard
from widgets.flow import Flow
from widgets.people.fields import Said
from widgets.people.signing import OneByOne, ask_for, why_not
from widgets.people.words import role_word
from widgets.refusals import words_of
from widgets.stops.ofcall import StopsOfCall
from widgets.theme import color, themes
from widgets.times import zone_named

if TYPE_CHECKING:
    from console.app.console import Console

MINUTE = 60.0  # seconds
NEEDED = ("call_cause_needed", "call_countermeasure_needed", "call_answer_needed")  # what Explain can tell


class CallCard(Card):
    """Reads its call from the records whenever it is told to; gives the commands itself."""

    moved = Signal(str)  # id of the call that was moved here
    left = Signal()  # the keyboard goes back to the list
    past_asked = Signal(str)  # a time, seconds UTC as text: the board then
    stop_asked = Signal(str)  # id of a stop that was caused by what was called for

    def __init__(self, console: Console, known: KnownCalls) -> None:
        super().__init__(titled=False)
        self._console, self._known = console, known
        self._one = OneByOne(self, console)
        self.call = ""  # id of the call that is shown
        self.file: CallFile | None = None
        self._row: CallRow | None = None
        self._then = ""  # action that shall be begun once the call was read
        self.facts, self.form, self.said = CallFacts(), MoveForm(), Said()
        self.buttons: dict[str, Button] = {}
        self.undelivered = Undelivered(console)
        self.stops = StopsOfCall(console)
        self.stops.asked.connect(self.stop_asked.emit)
        self.follow = FollowUp(console)  # action, review and knowledge
        self.happened, self.timeline = Text("text", 14, 600), Timeline()
        self.say, self.send = Saying(), Button("message-square", self.comment)
        self.pictures = AttachmentStrip(console)
        self.empty = Text("text_muted", 14, wrap=True)
        self._stack = QStackedWidget()
        self._lay_out()
        self.form.given.connect(self._given)
        self.form.left.connect(self.setFocus)
        self.say.returnPressed.connect(self.comment)
        themes.changed.connect(self._dress)
        self.retranslate()

    # What is shown

    def show_call(self, call: str, then: str = "") -> None:
        """Show another call, or none (""); `then` the action that shall be begun with it."""
        if call != self.call:
            self.form.close_form()
            self.say.clear()
            self.said.say("")
            self.file, self._row = None, None
        self.call, self._then = call, then or (self._then if call == self.call else "")
        self.read()

    def read(self) -> None:
        """Ask the records for the call again."""
        if not self.call:
            self._stack.setCurrentWidget(self._nothing)
            return
        call = self.call
        answer = while_there(self, lambda file: self._show(call, file))
        self._console.office.ask(call_file(call), answer, while_there(self, self._cannot))

    def beat(self, now: float) -> None:
        """Let its age and its deadline go on."""
        if self._row is not None:
            self.facts.beat(self._row, now)

    def _show(self, call: str, file: CallFile | None) -> None:
        if call != self.call:
            return
        self.file = file
        self._row = self._known.row(file.shown) if file is not None else None
        if file is None or self._row is None:
            self._stack.setCurrentWidget(self._nothing)
            return
        self._stack.setCurrentWidget(self._scroll)
        plant = self._console.plant_file
        zone, now = zone_named(plant.plant.timezone if plant else ""), self._console.now()
        self.facts.show_call(self._row, file, zone, now)
        self.timeline.show_entries(entries(file, self._level), zone, now)
        self.undelivered.show_call(call)
        self.pictures.show_record("andon_call", call, file.shown.call.place)
        self.say.offer(self._known.names_for(file.shown.call.place))
        self.stops.show_call(file.shown.call, file.shown.category)
        self.allow()
        then, self._then = self._then, ""
        if then in self.buttons:
            self.begin(then)

    def _cannot(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))

    def _level(self, level: int) -> str:
        """What a level of the ladder is called."""
        category = self._row.category if self._row else None
        if category is None or level < 0:
            return self.tr("Escalated to level {0}").format(level)
        role = category.owner if level == 0 else category.ladder[min(level, len(category.ladder)) - 1].role
        if level == 0:
            return self.tr("Told: {0}").format(role_word(role))
        return self.tr("Escalated to level {0}: {1}").format(level, role_word(role))

    # What can be done

    def allow(self) -> None:
        """Offer what can be done with the call now, and what whoever is signed in may do."""
        if self.file is None:
            return
        call, category = self.file.shown.call, self.file.shown.category
        pressed = any(has_keyboard(button) for button in self.buttons.values())
        steps = next_actions(call, category, self._who())
        self._fill(self._next, steps, call.place, loud=True)
        self._fill(self._others, other_actions(call, self._who()), call.place, loud=False)
        self._offer_shelving(call, category)
        self._offer_past(call)
        kept = {action.id for action in (*steps, *other_actions(call, self._who()))}
        if self.form.action is not None and self.form.action.id not in kept:
            self.form.close_form()
        self.follow.show_call(self.file)
        if pressed:  # the button that had the keyboard is gone
            self.take_keyboard()
        why = why_not(self._console, AddComment, place=call.place)
        self.send.setEnabled(not why)
        self.send.name(self.tr("Say it"), why)

    def take_keyboard(self) -> None:
        """Give it to the next step that can be done, else to the card, where the letters work."""
        first = next((button for button in self.buttons.values() if button.isEnabled()), self)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, row: Flow, actions: tuple[Action, ...], place: str, loud: bool) -> None:
        while row.count():
            item = row.takeAt(0)
            if item is not None and item.widget() is not None:
                old = item.widget()
                self.buttons = {id: button for id, button in self.buttons.items() if button is not old}
                old.hide()
                old.deleteLater()
        for i, action in enumerate(actions):
            button = Button(action.icon, self._press(action.id), primary=loud and i == 0)
            why = why_not(self._console, action.command, place=place)
            words = action_word(action)
            button.name(f"{words} ({action.key})", why or words)
            button.setEnabled(not why)
            self.buttons[action.id] = button
            row.addWidget(button)
            button.show()  # a layout shows it later: nobody could give it the keyboard until then

    def _offer_shelving(self, call: Call, category: Category | None) -> None:
        """What the console raised by itself can be set aside for some time."""
        if call.source is not Source.RULE or not call.about or not call.open:
            return
        button = Button("bell-off", lambda: self._shelve(call))
        critical = Severity.CRITICAL in (call.severity, category.severity if category is not None else None)
        why = why_not_shelve(self._console, call.place, critical)
        button.name(self.tr("Shelve…"), why or self.tr("Set this alarm aside for some hours"))
        button.setEnabled(not why)
        self._others.addWidget(button)

    def _offer_past(self, call: Call) -> None:
        """What the board showed a minute after it was raised."""
        at = call.raised.timestamp() + MINUTE
        button = Button("history", lambda: self.past_asked.emit(f"{at:.0f}"))
        button.name(self.tr("Show the board then"), self.tr("Opens the time machine a minute after it was raised"))
        self._others.addWidget(button)

    def _shelve(self, call: Call) -> None:
        words = shelf_words(self._console, "", call.category, call.about)
        thing = Thing(call.place, call.category, call.about, f"{self._known.place(call.place)}: {words}")
        shelve(self, self._console, thing)

    def _press(self, action: str) -> Callable[[], bool]:
        return lambda: self.begin(action)

    def begin(self, action: str) -> bool:
        """Do it, or ask first for what it needs; False where it cannot be done now."""
        button = self.buttons.get(action)
        if self.file is None or button is None:
            return False
        if not button.isEnabled():
            self.said.warn(why_not(self._console, BY_ID[action].command, place=self.file.shown.call.place))
            return True
        self.said.say("")
        chosen = BY_ID[action]
        if chosen.at_once:
            self._give(chosen, {})
        else:
            call, category = self.file.shown.call, self.file.shown.category
            ask_for(self, chosen.command, lambda: self._ask(chosen, call, category))
        return True

    def key(self, letter: str) -> bool:
        """Do what a letter stands for; False where it stands for nothing now."""
        wanted = next((one.id for one in ALL if one.key == letter.upper() and one.id in self.buttons), "")
        return self.begin(wanted) if wanted else self.follow.key(letter)

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
            call = self.file.shown.call
            named = mentioned(text, self.say.names)
            command = AddComment(new_id(), "andon_call", call.id, call.place, text, named)
            self._one.give(command, while_there(self, self._told), while_there(self, self._refused))

    # Inside

    def _ask(self, action: Action, call: Call, category: Category | None) -> None:
        self.form.begin(action, call, category, self._people())
        self._scroll.ensureWidgetVisible(self.form)

    def _people(self) -> list[Person]:
        rights = self._console.session.rights
        return sorted((one for one in rights.people.values() if one.active), key=by_name)

    def _who(self) -> str:
        person = self._console.session.person
        return person.id if person else ""

    def _given(self, action: Action, values: Values, answers: Answers) -> None:
        self._give(action, values, answers)

    def _give(self, action: Action, values: Values, answers: Answers = ()) -> None:
        if self.file is None:
            return
        command = command_of(action, self.file.shown.call, values, answers)
        done = while_there(self, lambda _: self._done(action))
        self._one.give(command, done, while_there(self, self._refused))

    def _done(self, action: Action) -> None:
        if self.form.action is action:
            self.form.close_form()
        self.said.say("")
        self.moved.emit(self.call)
        self.read()

    def _told(self, _: object) -> None:
        self.say.clear()
        self.said.say("")
        self.read()

    def _refused(self, refusal: Refusal) -> None:
        if self.form.action is not None:
            self.form.refuse(refusal)
        else:
            self.said.say(words_of(refusal))
            if refusal.code in NEEDED and EXPLAIN.id in self.buttons and self.file is not None:
                self._ask(EXPLAIN, self.file.shown.call, self.file.shown.category)
                self.form.refuse(refusal)
        if refusal.code in ("call_already_done", "call_closed", "call_past_stage", "missing"):
            self.read()

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.happened.say(self.tr("What happened"))
        self.say.setPlaceholderText(self.tr("Say something about this call; @ names somebody"))
        self.say.setAccessibleName(self.tr("Say something about this call"))
        self.empty.say(self.tr("Choose a call: what is known of it and what to do next stands here."))
        self._scroll.setAccessibleName(self.tr("The chosen call"))
        self.setAccessibleName(self._scroll.accessibleName())
        self.timeline.setAccessibleName(self.tr("What happened to this call"))
        if self.call:
            self.read()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _dress(self) -> None:
        palette = self._scroll.palette()
        palette.setColor(palette.ColorRole.Window, color("surface"))
        self._scroll.setPalette(palette)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(4, 2, 10, 4)
        column.setSpacing(12)
        self._next, self._others = Flow(), Flow()  # no button is cut where the card is narrow
        column.addWidget(self.facts)
        column.addWidget(self.undelivered)
        column.addWidget(self.stops)
        column.addLayout(self._next)
        column.addLayout(self._others)
        column.addWidget(self.said)
        column.addWidget(self.form)
        column.addWidget(self.follow)
        column.addWidget(self.happened)
        column.addWidget(self.timeline)
        talk = QHBoxLayout()
        talk.setSpacing(8)
        talk.addWidget(self.say, 1)
        talk.addWidget(self.send)
        column.addLayout(talk)
        column.addWidget(self.pictures)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
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
        self._dress()
