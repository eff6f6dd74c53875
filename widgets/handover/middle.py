"""The open items, what is done with the chosen one, the notes and the pictures; or the exchange of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from console.domain.commands import Command
from console.domain.commands.handovers import AddHandoverItem, MarkHandoverItem, RemoveHandoverItem, WriteHandover
from console.domain.errors import Refusal
from console.domain.handovers import Handover, OpenItem, Reply, Risk, Stage, Subject
from widgets.attachments.bringing import Brought
from widgets.attachments.later import while_there
from widgets.attachments.strip import AttachmentStrip
from widgets.cards import Button, Card, Text, has_keyboard
from widgets.flow import Flow
from widgets.handover.exchange import Exchange
from widgets.handover.forms import ItemForm
from widgets.handover.items import HIGH, ItemLine, ItemList
from widgets.handover.notes import Notes
from widgets.handover.words import HandoverCounts, Naming, risk_word, tag_words, where_to
from widgets.people.fields import Said, scrolled
from widgets.people.signing import OneByOne, ask_for, why_not
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from datetime import tzinfo

    from console.app.console import Console

KIND = "handover"
REPLY_ICON = {Reply.ACCEPTED: ("circle-check", "good"), Reply.DISPUTED: ("circle-x", "bad")}


class Pictures(AttachmentStrip):
    """The pictures of a handover: nothing comes to it once somebody signed."""

    frozen = False

    def freeze(self, frozen: bool) -> None:
        """Take no more, or again."""
        self.frozen = frozen
        self.setAcceptDrops(not frozen)
        for button in (self.add_button, self.paste_button):
            button.setVisible(not frozen)
        self.setVisible(not frozen or bool(self.shown))

    def add(self, files: list[Brought]) -> None:
        """Attach these, while it is a draft."""
        if self.frozen:
            self.said.say(self.tr("The outgoing shift has signed: nothing is added any more."))
        else:
            super().add(files)


class Middle(Card):
    """`begin_wanted`: the handover must be kept before something is written into it; `opened`: another screen."""

    begin_wanted = Signal(object)
    opened = Signal(str, str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._one = OneByOne(self, console)
        self._handover: Handover | None = None
        self._naming, self._zone, self._kept = Naming(console, {}), None, False
        self.form: ItemForm | None = None
        self.list, self.notes, self.pictures = ItemList(), Notes(console), Pictures(console)
        self.exchange, self.said = Exchange(console), Said()
        self.empty = Text("text_muted", 13, wrap=True)
        self.add_button = Button("plus", self.add)
        self.open_button, self.raise_button = Button("external-link", self.open), Button("chevron-up", self.raise_risk)
        self.lower_button, self.change_button = Button("chevron-down", self.lower_risk), Button("pencil", self.change)
        self.remove_button = Button("x", self.remove)
        self._lay_out()
        self.list.opened.connect(lambda _: self.open())
        self.list.chosen.connect(lambda _: self._chosen())
        self.exchange.opened.connect(self.opened)
        self.exchange.left.connect(self.leave_exchange)
        self.retranslate()

    # Showing

    @property
    def exchanging(self) -> bool:
        """Whether the items are gone through one by one now."""
        return self.stack.currentIndex() == 1

    @property
    def item(self) -> OpenItem | None:
        """The item that is chosen."""
        id, handover = self.list.current_id, self._handover
        return next((one for one in handover.items if one.id == id), None) if handover is not None else None

    def show_handover(self, handover: Handover | None, kept: bool, naming: Naming, zone: tzinfo | None) -> None:
        """Show it; `kept`: whether it is begun."""
        other = (handover.id if handover else "") != (self._handover.id if self._handover else "")
        self._handover, self._kept, self._naming, self._zone = handover, kept, naming, zone
        if self.exchanging and (other or handover is None or handover.stage is not Stage.HANDED):
            self.leave_exchange()
        self.refresh()

    def refresh(self) -> None:
        """Say everything as it is now."""
        handover = self._handover
        items: Sequence[OpenItem] = handover.items if handover is not None else ()
        self.list.show_lines([self._line(item) for item in items])
        self.list.setVisible(bool(items))
        self.empty.setVisible(not items)
        self.note.say(HandoverCounts().items(len(items)) if items else "")
        if handover is not None:
            self.pictures.show_record(KIND, handover.id if self._kept else "", handover.place)
        self.pictures.freeze(handover is None or not self._kept or handover.stage is not Stage.DRAFT)
        self.notes.show_handover(handover, self._kept, self._why_not_write())
        self.exchange.show_handover(handover, self._naming, self._zone)
        self._chosen(scroll=False)

    def begin_exchange(self) -> None:
        """Go through the items one by one."""
        self.stack.setCurrentIndex(1)
        self.exchange.begin()

    def leave_exchange(self) -> None:
        """Back to the list."""
        self.stack.setCurrentIndex(0)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Open items carried over"))
        self.list.setAccessibleName(self.tr("Open items"))
        self.empty.say(self.tr("Nothing is open. What the record leaves open stands here; add what no record holds."))
        self.open_button.name(self.tr("Open the record"), self.tr("Enter"))
        self.raise_button.name(self.tr("Raise the risk"), "+")
        self.lower_button.name(self.tr("Lower the risk"), "-")
        self.change_button.name(self.tr("Change…"))
        self.remove_button.name(self.tr("Remove"), self.tr("Delete"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # Doing

    def open(self) -> None:
        """Show the record behind the chosen item; a note is changed instead."""
        item = self.item
        if item is None:
            return
        if where_to(item)[0]:
            self.opened.emit(*where_to(item))
        elif self.change_button.isEnabled() and self.change_button.isVisibleTo(self):
            self.change()

    def add(self) -> None:
        """Write an item that no record holds."""
        ask_for(self, AddHandoverItem, lambda: self.begin_wanted.emit(lambda: self._form(None)))

    def change(self) -> None:
        """Say a note anew."""
        item = self.item
        if item is not None and item.subject is Subject.NOTE:
            ask_for(self, AddHandoverItem, lambda: self._form(item))

    def remove(self) -> None:
        """Take a note away."""
        item, handover = self.item, self._handover
        if (
            item is not None
            and handover is not None
            and item.subject is Subject.NOTE
            and self.remove_button.isEnabled()
        ):
            self._give(RemoveHandoverItem(handover.id, handover.place, item.id))

    def raise_risk(self) -> None:
        """The chosen item matters more."""
        self._mark(1)

    def lower_risk(self) -> None:
        """The chosen note matters less; what the record says does not."""
        if self.item is not None and self.item.subject is Subject.NOTE:
            self._mark(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        table = {
            Qt.Key.Key_Plus: self.raise_risk,
            Qt.Key.Key_Minus: self.lower_risk,
            Qt.Key.Key_Delete: self.remove,
            Qt.Key.Key_N: self.add,
        }
        act = table.get(Qt.Key(event.key()))
        if act is not None and has_keyboard(self.list) and self._draft:
            act()
        else:
            super().keyPressEvent(event)

    # Inside

    @property
    def _draft(self) -> bool:
        return self._handover is not None and self._handover.stage is Stage.DRAFT

    def _why_not_write(self) -> str:
        handover = self._handover
        if handover is None or handover.stage is not Stage.DRAFT:
            return self.tr("No words were written.")
        if self._console.session.person is None:
            return self.tr("Sign in (F8) to write.")
        return why_not(self._console, WriteHandover, handover.place)

    def _mark(self, step: int) -> None:
        item, handover = self.item, self._handover
        if item is None or handover is None or not self._draft:
            return
        risks = list(Risk)
        place = risks.index(item.risk) + step
        if 0 <= place < len(risks):
            given, id = risks[place], item.id
            self.begin_wanted.emit(lambda: self._give(MarkHandoverItem(handover.id, handover.place, id, given)))

    def _give(self, command: Command) -> None:
        self.said.say("")
        self._one.give(command, while_there(self, lambda _: None), while_there(self, self._refused))

    def _refused(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))

    def _form(self, item: OpenItem | None) -> None:
        handover = self._handover
        if handover is None:
            return
        people = self._console.session.rights.people.values()
        named = sorted(((one.id, plain(one.name, 60)) for one in people if one.active), key=lambda one: one[1])
        self.form = ItemForm(self._console, handover, self._places(handover.place), named, item, self.window())
        self.form.open()

    def _places(self, place: str) -> list[tuple[str, str]]:
        """The place itself, its lines, their stations."""
        ways = self._console.office.authority.ways
        inside = [one for one, way in ways.items() if place in way]
        return [(one, self._naming.place(one)) for one in sorted(inside, key=lambda one: (len(ways[one]), one))]

    def _line(self, item: OpenItem) -> ItemLine:
        reply = self._handover.reply_to(item.id) if self._handover is not None else None
        said, icon, role = "", "", "text_muted"
        if reply is not None:
            said = self.tr("accepted") if reply.reply is Reply.ACCEPTED else self.tr("disputed")
            icon, role = REPLY_ICON[reply.reply]
        words = " · ".join(
            filter(None, (plain(reply.words, 300) if reply is not None else "", self._naming.words(item, self._zone)))
        )
        owner = self._naming.person(item.owner) if item.owner else ""
        return ItemLine(
            item.id, self._naming.title(item), words, owner, tag_words(item), item.risk, risk_word(item.risk), said,
            icon, role,
        )  # fmt: skip

    def _chosen(self, scroll: bool = True) -> None:
        item, handover, person = self.item, self._handover, self._console.session.person
        draft = self._draft and item is not None
        place = handover.place if handover is not None else ""
        note = item is not None and item.subject is Subject.NOTE
        self.open_button.setVisible(item is not None and bool(where_to(item)[0]))
        self.raise_button.setVisible(draft and item is not None and item.risk is not Risk.HIGH)
        self.lower_button.setVisible(draft and note and item is not None and item.risk is not Risk.PLAIN)
        self.change_button.setVisible(draft and note)
        self.remove_button.setVisible(draft and note)
        table: list[tuple[Button, type[Command]]] = [
            (self.raise_button, MarkHandoverItem), (self.lower_button, MarkHandoverItem),
            (self.change_button, AddHandoverItem), (self.remove_button, RemoveHandoverItem),
        ]  # fmt: skip
        for button, kind in table:
            button.setEnabled(not why_not(self._console, kind, place))
        why = why_not(self._console, AddHandoverItem, place)
        self.add_button.setVisible(self._draft)
        self.add_button.setEnabled(self._draft and not why)
        self.add_button.name(self.tr("Add…"), why or self.tr("Add an item that no record holds (N in the list)"))
        if scroll and item is not None:
            row = self.list.currentIndex().row()
            middle = self.list.mapTo(self._inside, self.list.rect().topLeft()).y() + row * HIGH + HIGH // 2
            self._area.ensureVisible(0, middle, 0, HIGH)
        if person is None and draft:
            self.add_button.setEnabled(True)  # signing in comes first, then it goes on

    def _lay_out(self) -> None:
        self.tools.addWidget(self.add_button)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(8)
        tools = QWidget()
        flow = Flow(tools)
        for button in (
            self.open_button, self.raise_button, self.lower_button, self.change_button, self.remove_button,
        ):  # fmt: skip
            flow.addWidget(button)
        for part in (self.empty, self.list, tools, self.said, self.notes, self.pictures):
            column.addWidget(part)
        column.addStretch(1)
        self._area: QScrollArea = scrolled(self._inside)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._area)
        self.stack.addWidget(scrolled(self.exchange))
        self.body.addWidget(self.stack, 1)
