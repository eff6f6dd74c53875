"""The order that is chosen: what it is and how it stands, what can be done with it next, and all that belongs to it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.app.queries.order_links import KIND, OrderLinks, links_of
from console.app.queries.orders import OrderFile, order_file
from console.domain.actions import Priority
from console.domain.commands import Command
from console.domain.commands import orders as ask
from console.domain.commands.actions import MakeAction
from console.domain.commands.comments import AddComment
from console.domain.desk import ReadDesk
from console.domain.errors import Refusal
from console.domain.events import OrdersChanged, RecordChanged, RecordsReady, SessionChanged
from console.domain.ids import new_id
from console.domain.orders import Confirmation, WorkOrder
from widgets.actions.form import ActionForm
from widgets.actions.known import now_of, people_entries, today_at
from widgets.attachments.later import while_there
from widgets.attachments.strip import AttachmentStrip
from widgets.calls.timeline import Timeline
from widgets.cards import Button, Card, Entry, Text
from widgets.orders.acts import OrderActs
from widgets.orders.confirming import ConfirmOutput
from widgets.orders.dispatch import AssignStep
from widgets.orders.form import OrderForm
from widgets.orders.giving import Giving
from widgets.orders.hanging import Hanging
from widgets.orders.lines import Line, MarkedLines
from widgets.orders.materials import Materials
from widgets.orders.meanwhile import change_words
from widgets.orders.naming import zone_of
from widgets.orders.orderfacts import OrderFacts
from widgets.orders.orderhistory import entries, waits_words
from widgets.orders.outputs import Outputs
from widgets.orders.splitting import MergeOrders, SplitOrderDialog
from widgets.orders.stepslist import StepsList
from widgets.people.fields import Said, scrolled
from widgets.people.signing import OneByOne, ask_for, why_not
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

WIDE, SOON = 440, 120  # pixels; milliseconds after a change until it is read again
KINDS = frozenset(
    {"work_order", "order_confirmation", "flow_step", "comment", "action", "andon_call", "product", "line_stock"}
)
NEW = ("title", "text", "owner", "due", "priority")  # of an action from this order
STALE = ("missing", "changed_meanwhile", "nothing_changed", "order_step_passed", "confirmation_gone")
Told = tuple[OrderFile | None, OrderLinks]


class ChosenOrder(Card):
    """Reads its order from the records whenever something of it changes; gives the commands itself."""

    closed = Signal()
    open_requested = Signal(str, str)  # key of a page, and what to show there
    order_shown = Signal(str)  # another order, by a link here

    def __init__(self, console: Console, parent: QWidget | None = None) -> None:
        super().__init__(titled=False)
        self.setParent(parent)
        self._console = console
        self._one = OneByOne(self, console)
        self.order = ""  # id of what is shown
        self._behind = False  # it was changed while nobody saw it
        self.file: OrderFile | None = None
        self.links = OrderLinks()
        self.dialog: QDialog | None = None  # what asks for something now
        self.giving = Giving(console, self)
        self.facts, self.said, self.changes = OrderFacts(console), Said(), MarkedLines()
        self.seen = Button("eye", self.see)
        self.acts = OrderActs(console, self.giving)
        self.steps, self.materials, self.outputs = StepsList(console), Materials(console), Outputs(console)
        self.hanging, self.form = Hanging(console), ActionForm()
        self.strip = AttachmentStrip(console) if console.attachments is not None else None
        self.happened, self.waits, self.timeline = Text("text", 14, 600), Text("text_muted", 12, wrap=True), Timeline()
        self.say, self.send = Entry(), Button("message-square", self.comment)
        self.away, self.empty = Button("x", self.closed.emit), Text("text_muted", 14, wrap=True)
        self._stack = QStackedWidget()
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.read)
        self._lay_out()
        self._connect()
        self.retranslate()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(WIDE, 600)

    # What is shown

    def show_order(self, order: str) -> None:
        """Show another order, or none ("")."""
        if order != self.order:
            self.form.close_form()
            self.say.clear()
            self.said.say("")
            self.file, self.links = None, OrderLinks()
            self._scroll.verticalScrollBar().setValue(0)
        self.order = order
        self.read()

    def read(self) -> None:
        """Ask the records for the order again."""
        self._soon.stop()
        self._behind = False
        id = self.order
        if not id:
            self._show("", (None, OrderLinks()))
            return

        def look(desk: ReadDesk) -> Told:
            file = order_file(id)(desk)
            return file, links_of(id)(desk) if file is not None else OrderLinks()

        self._console.office.ask(look, while_there(self, partial(self._show, id)), while_there(self, self._refused))

    def beat(self, now: float) -> None:
        """Let what lasts go on."""
        if self.file is not None:
            self.facts.beat(now)
            self._show_steps()

    def _show(self, id: str, told: Told) -> None:
        if id != self.order:
            return
        self.file, self.links = told
        self._stack.setCurrentWidget(self._whole if self.file is not None else self._nothing)
        self.facts.bar.setVisible(self.file is not None)
        if self.file is None:
            return
        file, order, zone = self.file, self.file.card.order, zone_of(self._console)
        now = self._console.now()
        self.facts.show_order(file, zone)
        self._show_changes(order)
        self._show_steps()
        self.materials.show_order(file)
        self.outputs.show_outputs(file.outputs, zone)
        self.hanging.show_order(file, self.links, self._numbers())
        self.timeline.show_entries(entries(file, self.links.thread), zone, now)
        self.waits.say(waits_words(file, now_of(self._console)))
        if self.strip is not None:
            self.strip.show_record(KIND, id, order.line)
        self.allow()

    def _show_steps(self) -> None:
        if self.file is not None:
            self.steps.show_order(self.file.card.order, self.file.names, zone_of(self._console))

    def _show_changes(self, order: WorkOrder) -> None:
        """What the line has not taken note of (D12)."""
        zone = zone_of(self._console)
        lines: list[Line] = [("pencil", "warning", change_words(one, self._console, zone)) for one in order.changes]
        self.changes.say(lines)
        self._changed_box.setVisible(bool(lines) and order.told)
        why = why_not(self._console, ask.SeeOrderChange, place=order.line)
        self.seen.name(self.tr("Seen"), why or self.tr("The line has taken note of the change"))
        self.seen.setEnabled(not why)

    def _numbers(self) -> dict[str, str]:
        orders = self._console.orders
        return {id: order.number for id, order in orders.by_id.items()} if orders is not None else {}

    # What can be done

    def allow(self) -> None:
        """Offer what can be done with the order now, and what whoever is signed in may do."""
        if self.file is None:
            return
        order = self.file.card.order
        self.acts.show_order(order)
        why = why_not(self._console, AddComment, place=order.line)
        self.send.setEnabled(not why)
        self.send.name(self.tr("Say it"), why)
        self.hanging.allow()

    @property
    def buttons(self) -> dict[str, Button]:
        """By column, or by what they do."""
        return self.acts.buttons

    def take_keyboard(self) -> None:
        """Give it to the first thing that can be done."""
        if not self.acts.take_keyboard():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def do(self, key: str) -> None:
        """Do what a button stands for, where it is offered: a column, or confirm, change, split, merge, block."""
        button = self.buttons.get(key)
        if self.file is None or button is None or not button.isEnabled():
            return
        self.said.say("")
        order = self.file.card.order
        dialogs: dict[str, tuple[type[Command], Callable[[], QDialog]]] = {
            "confirm": (ask.ConfirmOutput, lambda: ConfirmOutput(self._console, self.window(), self._now(order))),
            "change": (ask.ChangeOrder, self._form),
            "split": (ask.SplitOrder, lambda: SplitOrderDialog(self._console, self.window(), self._now(order))),
            "merge": (ask.MergeOrders, lambda: MergeOrders(self._console, self.window(), self._now(order))),
        }
        if key == "block":
            self.giving.block(order)
        elif key in dialogs:
            kind, make = dialogs[key]
            self._ask(kind, make)
        else:
            self.giving.move(order, key)

    def see(self) -> None:
        """The line has taken note of what is shown."""
        order = self.file.card.order if self.file is not None else None
        if order is not None and order.changed is not None:
            self._give(ask.SeeOrderChange(order.id, order.line, order.changed))

    def comment(self) -> None:
        """Say what was typed."""
        text = self.say.text().strip()
        if self.file is not None and text:
            order = self.file.card.order
            command = AddComment(new_id(), KIND, order.id, order.line, text)
            self._one.give(command, while_there(self, self._commented), while_there(self, self._refused))

    def confirm(self, order: WorkOrder) -> None:
        """Ask for the output of an order."""
        self._ask(ask.ConfirmOutput, lambda: ConfirmOutput(self._console, self.window(), self._now(order)))

    # Inside

    def _now(self, order: WorkOrder) -> WorkOrder:
        return self.file.card.order if self.file is not None and self.file.card.order.id == order.id else order

    def _form(self) -> QDialog:
        return OrderForm(self._console, self.window(), self.file.card if self.file is not None else None)

    def _ask(self, kind: type[Command], make: Callable[[], QDialog]) -> None:
        ask_for(self, kind, while_there(self, lambda: self._open(make())))

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog
        dialog.finished.connect(while_there(self, lambda _: self._dialog_closed(dialog)))
        dialog.open()

    def _dialog_closed(self, dialog: QDialog) -> None:
        if self.dialog is dialog:
            self.dialog = None
        self.read()

    def _assign(self, name: str) -> None:
        order = self.file.card.order if self.file is not None else None
        step = next((one for one in order.steps if one.name == name), None) if order is not None else None
        if order is not None and step is not None:
            self._ask(ask.AssignOrderStep, lambda: AssignStep(self._console, self.window(), order, step))

    def _pass(self, name: str) -> None:
        if self.file is not None:
            order = self.file.card.order
            self._give(ask.PassOrderStep(order.id, order.line, name))

    def _take_back(self, given: Confirmation) -> None:
        if self.file is not None:
            order = self.file.card.order
            self._give(ask.TakeBackOutput(order.id, order.line, given.id, given.who))

    def _ask_action(self) -> None:
        if self.file is None:
            return
        order, person = self.file.card.order, self._console.session.person
        values = {"owner": person.id if person else "", "due": "+7", "priority": Priority.NORMAL.value}
        lists = {"owner": people_entries(self._console)}
        today = today_at(self._console, order.line)
        ask_for(self, MakeAction, lambda: self._begin_action(values, lists, today))

    def _begin_action(self, values: dict[str, str], lists: dict[str, list[tuple[str, str]]], today: object) -> None:
        self.form.begin(self.tr("New action"), NEW, values, lists, today)  # type: ignore[arg-type]
        self._scroll.ensureWidgetVisible(self.form)

    def _make_action(self, values: dict[str, str]) -> None:
        if self.file is None or self.form.day is None:
            return
        order = self.file.card.order
        made = MakeAction(
            new_id(), order.line, values["title"], values["owner"], self.form.day, values["text"],
            Priority(values["priority"]), KIND, order.id,
        )  # fmt: skip
        done = while_there(self, lambda _: self._action_made())
        self._one.give(made, done, while_there(self, self.form.refuse))

    def _action_made(self) -> None:
        self.form.close_form()
        self.read()

    def _give(self, command: Command) -> None:
        self.said.say("")
        self._one.give(command, while_there(self, lambda _: self.read()), while_there(self, self._refused))

    def _commented(self, _: object) -> None:
        self.say.clear()
        self.read()

    def _refused(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))
        if refusal.code in STALE:
            self.read()

    def _go_to(self, order: str) -> None:
        self.show_order(order)
        self.order_shown.emit(order)

    # Events

    def _connect(self) -> None:
        self.acts.asked.connect(self.do)
        self.giving.confirm = self.confirm
        self.giving.said.connect(self.said.say)
        self.giving.done.connect(lambda _: self.read())
        self.steps.pass_asked.connect(self._pass)
        self.steps.assign_asked.connect(self._assign)
        self.outputs.back_asked.connect(self._take_back)
        self.hanging.open_requested.connect(self.open_requested.emit)
        self.hanging.order_asked.connect(self._go_to)
        self.hanging.action_asked.connect(self._ask_action)
        self.form.given.connect(self._make_action)
        self.form.left.connect(self.take_keyboard)
        self.say.returnPressed.connect(self.comment)
        on = self._console.on
        stops = (
            on(RecordChanged, self._changed),
            on(RecordsReady, lambda _: self.read()),
            on(SessionChanged, lambda _: self._person_changed()),
            on(OrdersChanged, lambda _: self.beat(self._console.now())),
        )
        self.destroyed.connect(lambda _=None: [stop() for stop in stops])

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in KINDS and self.order:
            self._behind = not self.isVisible()
            if not self._behind:
                self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._behind:
            self.read()

    def _person_changed(self) -> None:
        if self.file is not None:
            self._show(self.order, (self.file, self.links))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.happened.say(self.tr("What happened"))
        self._changes_title.say(self.tr("Changed after the line was told"))
        self.say.setPlaceholderText(self.tr("Say something about this order"))
        self.say.setAccessibleName(self.tr("Say something about this order"))
        self.away.name_silently(self.tr("Close (Esc)"))
        self.empty.say(self.tr("Choose an order: how it stands and what to do next stands here."))
        self._scroll.setAccessibleName(self.tr("The chosen order"))
        self.setAccessibleName(self._scroll.accessibleName())
        self.timeline.setAccessibleName(self.tr("What happened to this order"))
        if self.file is not None:
            self._show(self.order, (self.file, self.links))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        inside, self._nothing = QWidget(), QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2, 2, 8, 4)
        column.setSpacing(14)
        self._changed_box, self._changes_title = QWidget(), Text("warning", 13, 600)
        box = QVBoxLayout(self._changed_box)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self._changes_title)
        box.addWidget(self.changes)
        box.addWidget(self.seen, 0, Qt.AlignmentFlag.AlignLeft)
        talk = QWidget()
        line = QHBoxLayout(talk)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.say, 1)
        line.addWidget(self.send)
        strip = (self.strip,) if self.strip is not None else ()
        parts = (
            self.facts,
            self._changed_box,
            self.acts,
            self.said,
            self.steps,
            self.materials,
            self.outputs,
            self.hanging,
        )
        for part in (*parts, self.form, *strip, self.happened, self.waits, self.timeline, talk):
            column.addWidget(part)
        column.addStretch(1)
        self._scroll = scrolled(inside)
        self._whole = QWidget()
        whole = QVBoxLayout(self._whole)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll, 1)
        words = QVBoxLayout(self._nothing)
        words.addStretch(2)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.addWidget(self.empty)
        words.addStretch(3)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._whole)
        top = QHBoxLayout()
        top.addWidget(self.facts.bar, 1)
        top.addStretch(0)
        top.addWidget(self.away, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(top)
        self.body.addWidget(self._stack, 1)
        self.setMinimumWidth(360)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
