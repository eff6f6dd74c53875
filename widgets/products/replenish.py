"""The tab of replenishment: cards that pull material to the lines, from asked for to delivered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QCompleter, QStackedWidget, QVBoxLayout, QWidget

from console.domain.commands import Command
from console.domain.commands.replenishment import AskReplenishment, CancelReplenishment, MoveReplenishment
from console.domain.errors import Refusal
from console.domain.events import MaterialChanged, OrdersChanged, RecordsReady, SessionChanged
from console.domain.ids import new_id
from console.domain.replenishment import ASKED, DONE, REPLENISH, UNDER_WAY, Replenishment
from widgets.attachments.later import while_there
from widgets.cardflow.asking import ReasonForm
from widgets.cardflow.board import CardBoard
from widgets.cards import Button, Card, Choice, Entry, OneLine, Tick
from widgets.closed import Closed
from widgets.flow import Flow
from widgets.orders.naming import line_word
from widgets.people.fields import Said
from widgets.people.signing import ask_for, why_not
from widgets.plain import plain
from widgets.products.pullfaces import face_of
from widgets.products.words import amount, column_hint, column_title
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console


class ReplenishTab(QWidget):
    """Shows console.material's cards; a move is given to the records and comes back from there."""

    open_requested = Signal(str, str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._area: str | None = None
        self._offered: list[str] = []
        self.board = CardBoard(REPLENISH, self._titles(), console.now)
        self.line, self.material = Choice(), Entry()
        self.ask_button, self.lanes = Button("plus", self.ask, primary=True), Tick()
        self.chosen, self.said = OneLine("text_muted", 13), Said()
        self.fetch, self.deliver = Button("play", lambda: self.go(UNDER_WAY)), Button("check", lambda: self.go(DONE))
        self.drop, self.show_stock = Button("x", self.cancel), Button("table-2", self._to_stock)
        self.card = Card()
        self.closed = Closed(console, self.refresh, lambda: self.open_requested.emit("status", ""))
        self._stack = QStackedWidget()
        self._soon = QTimer(self, singleShot=True, interval=60)
        self._lay_out()
        self._connect()
        self.retranslate()

    # What the page calls

    def set_scope(self, area: str | None) -> None:
        """Only lines of an area; None: all."""
        self._area = area
        self.retranslate()

    def show_subject(self, subject: str) -> None:
        """A card by its id, or a line."""
        if self.line.findData(subject) > 0:
            self.line.setCurrentIndex(self.line.findData(subject))
        elif subject in self.board.deck.faces:
            self.board.choose(subject)

    def focus_filter(self) -> None:
        """Ctrl+F: where material is typed or scanned."""
        self.material.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.material.selectAll()

    def beat(self, now: float) -> None:
        """Ages move on."""
        self.board.beat(now)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.refresh()

    # What is shown

    def refresh(self) -> None:
        """Show the cards as they are now."""
        service = self._console.material
        now = self._console.now()
        shown = [card for card in service.cards if self._inside(card.line)] if service is not None else []
        faces = [
            face_of(card, service.of(card.line, card.material), service.late(card, now), service.names, self._console)
            for card in shown
            if service is not None
        ]
        self.board.show_cards(faces)
        lanes = {card.line: line_word(self._console, card.line) for card in sorted(shown, key=lambda one: one.line)}
        self.board.deck.name_lanes(lanes)
        self._stack.setCurrentWidget(self.closed if self.closed.refresh() else self.board)
        waiting = sum(card.open for card in shown)
        self.card.note.say(self.tr("%n open card(s)", "", waiting))
        self._offer()
        self.allow()

    def _offer(self) -> None:
        """What may be typed as empty, while nobody types."""
        service = self._console.material
        known = sorted({one.stock.material for one in service.left}) if service is not None else []
        if known != self._offered and not self.material.hasFocus():
            self._offered = known
            self.material.setCompleter(QCompleter(known, self.material))

    def _inside(self, line: str) -> bool:
        lines = {live.line.id: live.line.area for live in self._console.floor.lines}
        return self._area is None or lines.get(line) == self._area

    def _chosen(self) -> Replenishment | None:
        service = self._console.material
        cards = service.cards if service is not None else ()
        return next((card for card in cards if card.id == self.board.chosen_id), None)

    def allow(self) -> None:
        """Grey out what whoever is signed in may not do, or what the chosen card does not take."""
        card = self._chosen()
        none = self.tr("Choose an open card first.") if card is None or not card.open else ""
        place = card.line if card is not None else ""
        move = none or why_not(self._console, MoveReplenishment, place=place)
        stop = none or why_not(self._console, CancelReplenishment, place=place)
        way = move or (self.tr("It is on the way already.") if card and card.column == UNDER_WAY else "")
        for button, words, why in (
            (self.fetch, self.tr("Fetch it (F)"), way),
            (self.deliver, self.tr("Delivered (D)"), move),
            (self.drop, self.tr("Cancel the card…"), stop),
            (self.show_stock, self.tr("Show the stock"), none if card is None else ""),
        ):
            button.name(words, why)
            button.setEnabled(not why)
        line = str(self.line.currentData() or "")
        why = self.closed.why() or why_not(self._console, AskReplenishment, place=line)
        self.ask_button.name(self.tr("Ask for it"), why)
        self.ask_button.setEnabled(not why)
        words = f"{plain(card.material, 64)} · {amount(card.quantity)}" if card is not None else ""
        self.chosen.say(words or self.tr("No card chosen"))

    # What is done

    def ask(self) -> None:
        """An empty bin: ask for the material that was typed or scanned."""
        line, material = str(self.line.currentData() or ""), self.material.text().strip()
        service = self._console.material
        at = [one.stock.line for one in service.left if one.stock.material == material] if service is not None else []
        line = line or (at[0] if len(at) == 1 else "")
        if not material:
            self.said.say(self.tr("Type or scan the material of the empty bin."))
            self.focus_filter()
        elif not line:
            self.said.say(self.tr("Choose the line whose bin is empty."))
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        elif line not in at:
            self.said.say(self.tr("This material is not counted at that line. Count it on the stock tab first."))
        else:
            self._give(AskReplenishment(line, material, new_id()), self.material.clear)

    def go(self, target: str) -> None:
        """Put the chosen card there."""
        card = self._chosen()
        if card is not None and card.open and card.column != target:
            self.board.ask_move(card.id, target, "")

    def cancel(self) -> None:
        """Ask why nobody waits for the chosen card any more."""
        card = self._chosen()
        if card is None or not self.drop.isEnabled():
            return
        title = self.tr("Cancel the card")
        about = self.tr("{material} is asked for no longer. The console waits until somebody counts or delivers.")

        def given(why: str) -> None:
            self._give(CancelReplenishment(card.id, card.line, why))

        about = about.format(material=plain(card.material, 64))
        ask_for(self, CancelReplenishment, lambda: ReasonForm(title, about, self.tr("Cancel it"), given, self).open())

    def _move(self, id: str, column: str, before: str) -> None:
        service = self._console.material
        card = next((one for one in service.cards if one.id == id), None) if service is not None else None
        if card is None or card.column == column:
            self.board.settle(id)
            return
        why = why_not(self._console, MoveReplenishment, place=card.line)
        if why:
            self.board.refuse(id, why)
            return
        refused = while_there(self, lambda refusal: self._not_moved(id, refusal))
        command = MoveReplenishment(id, card.line, card.column, column)
        done = while_there(self, lambda _: QTimer.singleShot(1500, self.board, lambda: self.board.settle(id)))
        if self._console.session.person is None:
            self.board.settle(id)
        ask_for(self, MoveReplenishment, lambda: self._console.office.do(command, done, refused))

    def _not_moved(self, id: str, refusal: Refusal) -> None:
        self.board.refuse(id, words_of(refusal))

    def _give(self, command: Command, then: object = None) -> None:
        self.said.say("")

        def done(_: object) -> None:
            if callable(then):
                then()

        refused = while_there(self, lambda refusal: self.said.say(words_of(refusal)))
        ask_for(self, type(command), lambda: self._console.office.do(command, while_there(self, done), refused))

    def _to_stock(self) -> None:
        card = self._chosen()
        if card is not None:
            self.open_requested.emit("products", f"stock/{card.line}/{card.material}")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        letter = event.text().upper()
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if self.material.hasFocus() and event.key() == Qt.Key.Key_Escape:
            self.board.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self.material.hasFocus() or held or letter not in ("F", "D"):
            super().keyPressEvent(event)
        else:
            self.go(UNDER_WAY if letter == "F" else DONE)

    # How it is made

    def _titles(self) -> dict[str, str]:
        return {column.id: column_title(column.id) for column in REPLENISH.columns}

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.card.title.say(self.tr("Replenishment"))
        hints = {id: column_hint(id) for id in (ASKED, UNDER_WAY, DONE)}
        self.board.show_flow(REPLENISH, self._titles(), hints)
        self.board.say_begin(
            self.tr("Nothing is asked for"),
            self.tr(
                "A card comes here by itself when the stock of a material at a line falls to its minimum, or when"
                " somebody says that a bin is empty. Count material and set its limits on the stock tab."
            ),
        )
        lines = [live.line.id for live in self._console.floor.lines if self._inside(live.line.id)]
        self.line.offer(self.tr("Any line"), [(line, line_word(self._console, line)) for line in lines], most=190)
        self.line.setAccessibleName(self.tr("Line whose bin is empty"))
        self.material.setPlaceholderText(self.tr("Empty bin: scan or type the material"))
        self.material.setAccessibleName(self.tr("Empty bin: scan or type the material"))
        self.lanes.setText(self.tr("A lane for each line"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.board.move_asked.connect(self._move)
        self.board.chosen.connect(lambda _: self.allow())
        self.board.opened.connect(lambda _: self.allow())
        self.material.returnPressed.connect(self.ask)
        self.line.currentIndexChanged.connect(lambda _: self.allow())
        self.lanes.toggled.connect(self._lanes)
        self._soon.timeout.connect(lambda: self.refresh() if self.isVisible() else None)
        on = self._console.on
        stops = (
            on(MaterialChanged, lambda _: self._soon.start()),
            on(OrdersChanged, lambda _: self._soon.start()),
            on(RecordsReady, lambda _: self._soon.start()),
            on(SessionChanged, lambda _: self.allow()),
        )
        self.destroyed.connect(lambda _=None, stops=stops: [stop() for stop in stops])

    def _lanes(self, on: bool) -> None:
        service = self._console.material
        lines = sorted({card.line for card in service.cards}) if service is not None else []
        self.board.show_lanes({line: line_word(self._console, line) for line in lines} if on else None)

    def _lay_out(self) -> None:
        top, foot = QWidget(), QWidget()
        first, last = Flow(top), Flow(foot)
        self.material.setMinimumWidth(260)
        self.lanes.setMinimumHeight(32)
        self.chosen.setMinimumHeight(32)
        for part in (self.line, self.material, self.ask_button, self.lanes):
            first.addWidget(part)
        for part in (self.fetch, self.deliver, self.drop, self.show_stock, self.chosen):
            last.addWidget(part)
        for widget in (self.board, self.closed):
            self._stack.addWidget(widget)
        self.card.body.addWidget(top)
        self.card.body.addWidget(self.said)
        self.card.body.addWidget(self._stack, 1)
        self.card.body.addWidget(foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card, 1)
        self.setFocusProxy(self.board)
