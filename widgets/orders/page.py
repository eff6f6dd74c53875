"""The orders page: work orders as cards that go from column to column, and the chosen one at the right."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.app.queries.orders import CardShown
from console.domain.commands.orders import AddOrder
from console.domain.errors import Refusal
from console.domain.events import BrokerChanged, Link, OrdersChanged, RecordsReady, SessionChanged
from console.domain.order_truth import Truth
from console.domain.orders import DONE, ORDERS, RELEASED, WorkOrder, order_id
from console.domain.people import Role
from console.domain.sharing import SharingChanged
from widgets.cardflow.faces import CardFace
from widgets.cards import has_keyboard
from widgets.closed import Closed
from widgets.halves import share
from widgets.numbers import whole
from widgets.orders.around import Surroundings
from widgets.orders.cardmenu import OrderBoard, card_menu
from widgets.orders.chosen import ChosenOrder
from widgets.orders.columns import column_hint, column_title
from widgets.orders.dialogs import OrderDialogs
from widgets.orders.faces import face_of, lasts
from widgets.orders.filters import Due, View, kept_words, passes, view_of
from widgets.orders.header import OrdersHead
from widgets.orders.moving import Mover
from widgets.orders.shown import Faces
from widgets.people.fields import Said
from widgets.people.signing import why_not
from widgets.times import clock

if TYPE_CHECKING:
    from console.app.console import Console

LOOK_EVERY = 20.0  # seconds between two looks at what "this shift" and "today" mean
TURN_MS = 15  # between two turns of making cards anew
PANEL = 460  # pixels of the chosen order


class OrdersPage(QWidget):
    """Shows what `console.orders` knows; the records are never asked from here."""

    open_requested = Signal(str, str)  # another screen and its subject
    view_changed = Signal(str)  # how somebody looks at the board, as a text to be remembered

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._area: str | None = None
        self._allowed: frozenset[str] | None = None  # lines of that area
        self._behind, self._second, self._looked = True, 0, 0.0
        self._wanted = ""  # a new order whose card is shown as soon as it is there
        self.around = Surroundings(console)
        self.times = self.around.times()
        self.faces = Faces(self._face, lambda order, now: lasts(order, now, self.around.zone))
        self.header, self.banner = OrdersHead(), Said()
        titles = {column.id: column_title(column.id) for column in ORDERS.columns}
        self.board = OrderBoard(ORDERS, titles, console.now)
        self.mover, self.dialogs = Mover(console, self.board), OrderDialogs(console, self)
        self.chosen = ChosenOrder(console, self)
        self.closed = Closed(console, lambda: console.office.start(), lambda: self.open_requested.emit("status", ""))
        self.stack, self.splitter = QStackedWidget(), QSplitter(Qt.Orientation.Horizontal)
        self._turn = QTimer(self, singleShot=True, interval=TURN_MS, timeout=self._work)
        self.setFocusProxy(self.board)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def view(self) -> View:
        """How somebody looks at the board."""
        return self.header.view

    # What the shell calls

    def beat(self, now: float) -> None:
        """Ages go on; what is not right any more by itself is said anew."""
        self.board.beat(now)
        if self.chosen.isVisible():
            self.chosen.beat(now)
        if int(now) == self._second:
            return
        self._second = int(now)
        lines = self.around.look()
        if lines:
            self.faces.stale(id for id, face in self.board.deck.faces.items() if face.lane in lines)
        self.faces.age(now)
        if now - self._looked >= LOOK_EVERY or now < self._looked:
            self._look(now)
        self._go_on()

    def set_scope(self, area: str | None) -> None:
        """Show only the orders of an area's lines, and those without a line; None: all."""
        self._area = area
        self.header.show_lines(self.around.lines(area))
        self._allowed = frozenset(line.id for line in self.header.lines) if area is not None else None
        self._show_flow()
        self.deal()

    def show_subject(self, subject: str) -> None:
        """Open an order by its id or its number."""
        service = self._console.orders
        known = service.by_id if service is not None else {}
        if subject not in known:
            try:
                subject = next((id for id in (order_id(subject),) if id in known), subject)
            except Refusal:
                return
        if subject in known and not passes(known[subject], self.view, self.times, self._allowed):
            self._show_view(View(lanes=self.view.lanes, collapsed=self.view.collapsed))
        self.refresh()
        self.open_order(subject)

    def focus_filter(self) -> None:
        """Ctrl+F: the search by number or product."""
        self.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.header.search.selectAll()

    def remember(self, words: str) -> None:
        """Look at the board as it was looked at before."""
        view = view_of(words)
        self.board.collapsed = set(view.collapsed)
        self._show_view(view)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._look(self._console.now())
        self.refresh()

    # What is shown

    def refresh(self) -> None:
        """Show what the service knows by now: what changed, and nothing else."""
        service = self._console.orders
        self._behind = False
        closed = self.closed.refresh() and (service is None or not service.known)
        self.stack.setCurrentWidget(self.closed if closed else self.board)
        if service is None or service.board is None:
            self._say()
            return
        if self.around.read():
            self.faces.stale()
        if service.board.flow is not self.board.deck.flow and service.board.flow != self.board.deck.flow:
            self._show_flow()
        if self.faces.take(service.board.cards, service.truths, self._console.now()):
            self.deal()
        else:
            self._say()
        self._go_on()
        self._show_wanted()
        self.dialogs.show_board(service.board)

    def deal(self) -> None:
        """Lay the cards that the filters let through."""
        service = self._console.orders
        if service is None or service.board is None:
            self._say()
            return
        made, view, times, allowed = self.faces.made, self.view, self.times, self._allowed
        shown: list[CardFace] = []
        hidden: dict[tuple[str, str], int] = {}
        for card in service.board.cards:
            order = card.order
            if order.id not in made:
                continue
            if passes(order, view, times, allowed):
                shown.append(made[order.id])
            elif order.column != DONE:
                place = (order.column, order.line)
                hidden[place] = hidden.get(place, 0) + 1
        self.board.deck.unseen = hidden
        self.board.show_cards(shown)
        if view.lanes:
            self._name_lanes()
        self._say()

    def _go_on(self) -> None:
        if self.faces.waiting and not self._turn.isActive():
            self._turn.start()

    def _work(self) -> None:
        """Make some cards anew, those that can be seen first."""
        made = self.faces.work(self._console.now(), list(self.board.seen()))
        if made and self.view.filters:
            self.deal()  # another product or day may let it through, or not any more
        elif made:
            there = self.board.deck.faces
            self.board.change_faces([face for face in made if face.id in there])
        self._show_wanted()
        self._go_on()

    def _want(self, id: str) -> None:
        """Somebody planned this order: its card is shown, whatever the filters say."""
        self._wanted = id
        self._show_wanted()

    def _show_wanted(self) -> None:
        order = self._order(self._wanted) if self._wanted else None
        if order is None:
            return
        if not passes(order, self.view, self.times, self._allowed):
            self._show_view(View(lanes=self.view.lanes, collapsed=self.view.collapsed))
        if order.id in self.board.deck.faces:
            self._wanted = ""
            self.board.choose(order.id)

    def _face(self, shown: CardShown, truth: Truth | None, now: float) -> CardFace:
        return face_of(shown, truth, now, self.around.of(shown.order))

    def _look(self, now: float) -> None:
        """What this shift, today and this week mean by now."""
        self._looked = now
        before, self.times = self.times, self.around.times()
        then = replace(before, now=now)
        moved = then != replace(self.times, now=now)
        if moved or self.view.due is Due.OVERDUE:
            self.deal()

    # Words

    def _say(self) -> None:
        """The counts behind the title, and what an empty board says."""
        service = self._console.orders
        orders = service.by_id if service is not None else {}
        there = self.board.deck.faces
        count = sum(face.column != DONE for face in there.values())
        truths = service.truths if service is not None else {}
        risk = sum(truth.serious and id in there and there[id].column != DONE for id, truth in truths.items())
        said = [self.header.lines_words(), self.tr("{0} open").format(whole(count))]
        if risk:
            said.append(self.tr("{0} at risk").format(whole(risk)))
        self.header.say("· " + " · ".join(said))
        self._say_empty(bool(orders))

    def _say_empty(self, some: bool) -> None:
        service = self._console.orders
        if service is None or not service.known:
            self.board.say_begin(self.tr("Reading the orders…"), " ")
        elif some and (self.view.filters or self._area is not None):
            words = self.tr("The filters let none of them through. Press Show all, or choose other lines and times.")
            if self.view.text.strip():
                words = self.tr("Press Enter to look for this number among all orders, long finished ones too.")
            self.board.say_begin(self.tr("No order fits"), words)
        else:
            words = self.tr(
                "Plan one with Ctrl+N, import a file, or begin on a line: orders that lines name come by themselves."
            )
            self.board.say_begin(self.tr("No work orders yet"), words)

    def _say_broker(self) -> None:
        broker = self._console.broker
        away = broker.link in (Link.LOST, Link.REFUSED)
        words = self.tr("The broker is away: counts stand still since {time}. Moves are kept all the same.")
        self.banner.warn(words.format(time=clock(broker.since, self.around.zone, False)) if away else "")

    def _show_flow(self) -> None:
        service = self._console.orders
        flow = service.board.flow if service is not None and service.board is not None else ORDERS
        titles = {column.id: column_title(column.id) for column in ORDERS.columns}
        hints = {column.id: column_hint(column.id) for column in ORDERS.columns}
        if self.view.text.strip():
            titles[DONE] = self.tr("Done, last 24 h")
        if self.view.filters or self._area is not None:
            hints = dict.fromkeys(hints, self.tr("No card here passes the filters."))
        self.board.show_flow(flow, titles, hints)

    def _name_lanes(self) -> None:
        """Lanes in the order of the plant: those that are looked at, and those that have cards."""
        chosen = set(self.view.lines)
        lines = [line.id for line in self.header.lines if not chosen or line.id in chosen]
        names = {line: self.around.name(line) for line in lines}
        if any(not face.lane for face in self.board.deck.faces.values()):
            names[""] = self.tr("Without a line")
        if not self.board.deck.laned or self.board.deck.lane_names != names:
            self.board.show_lanes(names)

    # Looking

    def _turned(self, view: View) -> None:
        """Somebody looks at the board in another way."""
        if not view.lanes and self.board.deck.laned:
            self.board.show_lanes(None)
        self._show_flow()
        self.deal()
        self.view_changed.emit(kept_words(view))

    def _show_view(self, view: View) -> None:
        self.header.show_view(view)
        self._turned(view)

    def _collapsed(self) -> None:
        view = replace(self.view, collapsed=tuple(sorted(self.board.collapsed)))
        self.header.show_view(view)
        self.view_changed.emit(kept_words(view))

    # The chosen order

    def open_order(self, id: str) -> None:
        """Show everything about an order at the right, and give it the keyboard."""
        if id in self.board.deck.faces:
            self.board.chosen_id = id
            self.board.go(id)
        self.chosen.show_order(id)
        if not self.chosen.isVisibleTo(self):
            self.chosen.show()
            wide = min(PANEL, max(self.chosen.minimumSizeHint().width(), self.width() * 2 // 5))
            share(self.splitter, [max(1, self.width() - wide), wide], "open")
            QTimer.singleShot(0, self, lambda: self.board.go(id))  # once the board has its new width
        _take_keyboard(self.chosen)

    def find_card(self) -> None:
        """Enter in the search: the keyboard on the first card found; where there is none, all records are asked."""
        there, typed = self.board.plan.places, self.view.text.strip()
        self.board.setFocus(Qt.FocusReason.OtherFocusReason)
        if there:
            self.board.go(self.board.at if self.board.at in there else next(iter(there)))
        elif typed:
            with suppress(Refusal):
                self.open_order(order_id(typed))

    def close_order(self) -> None:
        """Put the chosen order away; the keyboard goes back to the board."""
        had = has_keyboard(self.chosen)
        self.chosen.hide()
        self.chosen.show_order("")
        if had or not self.board.hasFocus():
            self.board.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chose(self, id: str) -> None:
        if self.chosen.isVisible():
            self.chosen.show_order(id)

    # What may be done

    def _menu(self, id: str) -> QMenu | None:
        order, dialogs = self._order(id), self.dialogs
        if order is None:
            return None
        acts = {
            "open": lambda order: self.open_order(order.id),
            "block": lambda order: self.mover.block(order.id),
            "change": dialogs.change,
            "confirm": dialogs.confirm,
            "split": dialogs.split,
            "merge": dialogs.merge,
        }
        return card_menu(self._console, self.board, order, acts)

    def set_up_columns(self) -> None:
        """Ask for limits and policies."""
        service = self._console.orders
        if service is not None and service.board is not None:
            here = self.board.deck.column_of(self.board.at) if self.board.at in self.board.plan.places else ""
            self.dialogs.set_up(service.board, here or RELEASED)

    def _order(self, id: str) -> WorkOrder | None:
        service = self._console.orders
        return service.by_id.get(id) if service is not None else None

    def _person(self) -> None:
        """What whoever is signed in may do; nobody may try, and is asked to sign in then."""
        session = self._console.session
        roles = session.person.roles if session.person is not None else frozenset(Role)
        if session.as_role is not None:
            roles = frozenset({session.as_role})
        self.board.show_roles(tuple(Role) if Role.ADMINISTRATOR in roles else tuple(roles))
        why = self.closed.why() or why_not(self._console, AddOrder)
        self.header.new.name(self.tr("New order"), why or "Ctrl+N")
        self.header.new.setEnabled(not why)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc closes the chosen order, Ctrl+N plans one, Ctrl+Z takes a move back."""
        ctrl = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape and self.chosen.isVisible():
            self.close_order()
        elif event.key() == Qt.Key.Key_Escape and self.header.search.hasFocus():
            self.header.search.clear()
            self.board.setFocus(Qt.FocusReason.OtherFocusReason)
        elif ctrl and event.key() == Qt.Key.Key_N and self.header.new.isEnabled():
            self.dialogs.new()
        elif ctrl and event.key() == Qt.Key.Key_Z:
            self.mover.undo()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.splitter.setAccessibleName(self.tr("Orders"))
        self._show_flow()
        self.faces.stale()
        self._say_broker()
        self._person()
        self._say()
        self._go_on()

    def _changed(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._behind = True

    def _sharing_changed(self) -> None:
        if self.around.read():
            self.faces.stale()
            self._go_on()

    def _connect(self) -> None:
        self.header.view_changed.connect(self._turned)
        self.header.open_requested.connect(self.open_requested)
        self.header.new_asked.connect(self.dialogs.new)
        self.header.columns_asked.connect(self.set_up_columns)
        self.header.search.returnPressed.connect(self.find_card)
        self.board.collapsed_changed.connect(self._collapsed)
        self.board.opened.connect(self.open_order)
        self.board.chosen.connect(self._chose)
        self.board.menu_of = self._menu
        self.mover.confirm = self.dialogs.confirm
        self.dialogs.planned.connect(self._want)
        self.chosen.closed.connect(self.close_order)
        self.chosen.open_requested.connect(self.open_requested)
        on = self._console.on
        stops = [
            on(OrdersChanged, lambda _: self._changed()),
            on(RecordsReady, lambda _: self._changed()),
            on(SessionChanged, lambda _: self._person()),
            on(BrokerChanged, lambda _: self._say_broker()),
            on(SharingChanged, lambda _: self._sharing_changed()),
        ]
        self.destroyed.connect(lambda _=None: [stop() for stop in stops])

    def _lay_out(self) -> None:
        self.stack.addWidget(self.board)
        self.stack.addWidget(self.closed)
        self.splitter.setHandleWidth(10)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.stack)
        self.splitter.addWidget(self.chosen)
        self.splitter.setStretchFactor(0, 1)
        self.chosen.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 6)
        column.setSpacing(10)
        column.addWidget(self.header)
        column.addWidget(self.banner)
        column.addWidget(self.splitter, 1)


def _take_keyboard(panel: QWidget) -> None:
    """Put the keyboard into a panel: on itself, else on its first part that takes it."""
    panel.setFocus(Qt.FocusReason.OtherFocusReason)
    part: QWidget | None = panel.nextInFocusChain()
    while part is not None and not has_keyboard(panel) and part is not panel and panel.isAncestorOf(part):
        if part.isVisibleTo(panel) and part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isEnabled():
            part.setFocus(Qt.FocusReason.OtherFocusReason)
        part = part.nextInFocusChain()
