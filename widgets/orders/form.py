"""What is filled in about an order, a new one or anew; what that delays and what it lacks is said while it is typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QWidget

from console.app.orderdelays import what_if
from console.app.queries.orders import CardShown
from console.app.queries.products import changeovers
from console.domain.cardflow import between
from console.domain.commands import orders as ask
from console.domain.desk import Kept
from console.domain.errors import Refusal
from console.domain.events import OrdersChanged, RecordChanged
from console.domain.order_steps import steps_of
from console.domain.orders import NUMBER_MOST, PLANNED, PRODUCT_MOST, OrderStep, WorkOrder, order_id
from console.domain.planning import Changeover, Matrix
from console.domain.text import clean
from widgets.attachments.later import while_there
from widgets.calls.form import Paragraph
from widgets.cards import Button, Choice, Entry, Text, Tick
from widgets.numbers import unit_word
from widgets.orders.dialog import OrderDialog, offer
from widgets.orders.effect import Effect, effect_lines
from widgets.orders.meanwhile import difference_words
from widgets.orders.naming import line_word, zone_of
from widgets.orders.shiftchoice import calendar_of
from widgets.orders.stepsform import StepsForm
from widgets.orders.typed import day_typed, pieces_typed, when_again, when_written
from widgets.people.fields import Field
from widgets.people.signing import why_not
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

WIDE, SOON = 640, 150  # pixels; milliseconds after the last letter until the plan is computed anew
FRESH = "order being made"  # the id of an order that is not kept yet


class OrderForm(OrderDialog):
    """Asks for a new order, or for one anew; what was typed stays when it is refused."""

    def __init__(self, console: Console, parent: QWidget | None = None, shown: CardShown | None = None) -> None:
        super().__init__(console, parent, "check", WIDE)
        self.shown, self.made = shown, ""  # `made`: id of the order that was kept
        self._before = shown  # what was filled in at first
        self._matrix = Matrix(())
        self._of_product = ""  # whose steps are shown
        self._steps_typed = False
        self.number, self.product, self.quantity = Field(Entry()), Field(Entry()), Field(Entry())
        self.line, self.due, self.note = Field(Choice()), Field(Entry()), Field(Paragraph())
        self.day, self.shift, self.steps = Field(Entry()), Field(Choice()), Field(StepsForm())
        self.rush, self.effect = Tick(), Effect()
        self.meanwhile, self.take = Text("warning", 13, wrap=True), Button("rotate-ccw", self._take_theirs)
        self.fields = {  # type: ignore[assignment]
            "number": self.number, "product": self.product, "quantity": self.quantity, "line": self.line,
            "due": self.due, "note": self.note, "steps": self.steps, "day": self.day, "shift": self.shift,
        }  # fmt: skip
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._weigh)
        self._lay_out()
        self.retranslate()
        self._fill(shown.order if shown is not None else None)
        self._connect()
        console.office.ask(changeovers, while_there(self, self._matrix_read), lambda _: None)
        self._weigh()
        (self.quantity if shown is not None else self.number).control.setFocus()
        self.fit()

    # What is filled in

    @property
    def before(self) -> WorkOrder | None:
        """The order that is changed, as it was shown; None for a new one."""
        return self.shown.order if self.shown is not None else None

    def meant(self) -> WorkOrder | None:
        """The order as it is filled in; None while a field cannot be read. Marks nothing."""
        values = self._read(mark=False)
        if values is None:
            return None
        before = self.before
        if before is None:
            now = datetime.fromtimestamp(self._console.now(), UTC)
            base = WorkOrder(FRESH, "", "", 0, now, "", column=PLANNED, rank=self._last_rank(values.line))
        else:
            base = before
        return replace(
            base, number=values.number, product=values.product, quantity=values.quantity, line=values.line,
            due=values.due, rush=values.rush, note=values.note, steps=values.steps,
            planned_day=values.planned_day, planned_shift=values.planned_shift,
        )  # fmt: skip

    def submit(self) -> None:
        """Keep it."""
        self.refuse_nothing()
        given = self._read(mark=True)
        if given is None:
            return
        if self.shown is None:
            try:
                self.made = order_id(clean(given.number))
            except Refusal as refusal:
                self.refused(refusal)
                return
            self.give(given)
            return
        before = self.shown.order
        self.made = before.id
        self.give(
            ask.ChangeOrder(
                before.id, given.product, given.quantity, given.line, given.due, given.rush, given.note, given.steps,
                given.planned_day, given.planned_shift, self.shown.version,
            )
        )  # fmt: skip

    def refused(self, refusal: Refusal) -> None:
        """Say why it was not kept, beside the field; where somebody else changed it meanwhile, say what."""
        if refusal.code == "changed_meanwhile" and self.shown is not None:
            self._meanwhile()
        elif refusal.code == "order_number_taken":
            self.wrong("number", words_of(refusal))
        elif refusal.code == "order_no_line":
            self.wrong("line", words_of(refusal))
        else:
            super().refused(refusal)

    # Another's change

    def _meanwhile(self) -> None:
        """Show what another person changed, and take their version as what this one is given upon."""
        assert self.shown is not None
        orders, id = self._console.orders, self.shown.order.id
        board = orders.board if orders is not None else None
        found = next((card for card in board.cards if card.order.id == id), None) if board is not None else None
        if found is None or found.version == self.shown.version:
            self.said.warn(self.tr("Somebody else has changed it meanwhile. Look again in a moment."))
            return
        zone = zone_of(self._console)
        words = difference_words(self.shown.order, found.order, self._console, zone)
        if words:
            self.meanwhile.say(self.tr("Somebody else has changed it meanwhile:") + "\n" + "\n".join(words))
        self.meanwhile.setVisible(bool(words))
        self.take.setVisible(bool(words))
        if self.said.text or not words:
            self.said.say("")
        self.shown = found
        if words:
            self.go.name(self.tr("Keep mine"), self.tr("Enter: what is filled in here holds"))
        self._weigh()
        self.fit()

    def _take_theirs(self) -> None:
        """Fill in what the other one said."""
        if self.shown is not None:
            self._fill(self.shown.order)
            self._before = self.shown
            self.meanwhile.hide()
            self.take.hide()
            self._name_go()
            self._weigh()

    # Inside

    def _read(self, mark: bool) -> ask.AddOrder | None:
        """Everything as a new order would be told; None where a field cannot be read, which is marked where asked."""
        now, zone = self._console.now(), zone_of(self._console)
        number, product = self.number.control.text().strip(), self.product.control.text().strip()
        quantity, due = pieces_typed(self.quantity.control.text()), self.due.control.text().strip()
        at = when_again(due, self.before.due if self.before is not None else None, now, zone) if due else None
        told, steps = self.day.control.text().strip(), self.steps.control.told(now, zone)
        day = day_typed(told, self._today()) if told else None
        wrong = (
            ("number", not number, self.tr("Type a number: it is what everybody knows the order by.")),
            ("product", not product, self.tr("Type a product.")),
            ("quantity", not quantity, self.tr("Type how many pieces: a whole number.")),
            ("due", bool(due) and at is None, self.tr("Type a time like 2026-11-21 14:00, 14:00, or +2 14:00.")),
            ("day", bool(told) and day is None, self.tr("Type a day like 2026-11-21, or +2 for in two days.")),
            ("steps", isinstance(steps, QWidget), self.tr("Seconds are a number, times like 2026-11-21 14:00.")),
        )
        first = next(((name, why) for name, unfit, why in wrong if unfit), None)
        if first is not None:
            if mark:
                self.wrong(*first)
                if isinstance(steps, QWidget) and first[0] == "steps":
                    steps.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        assert isinstance(steps, tuple)
        where, note = str(self.line.control.currentData() or ""), self.note.control.toPlainText().strip()
        shift = str(self.shift.control.currentData() or "") if day is not None else ""
        return ask.AddOrder(number, product, quantity or 0, where, at, self.rush.isChecked(), note, steps, day, shift)

    def _today(self) -> date:
        return datetime.fromtimestamp(self._console.now(), UTC).astimezone(zone_of(self._console)).date()

    def _last_rank(self, line: str) -> str:
        orders = self._console.orders
        known = orders.by_id.values() if orders is not None else ()
        return between(max((o.rank for o in known if (o.column, o.line) == (PLANNED, line)), default=""), "")

    def _weigh(self) -> None:
        """Say what it does to the others, and what it lacks."""
        self._settle_line()
        meant = self.meant()
        if meant is None or not meant.line:
            self.effect.say([])
            return
        told = what_if(self._console, meant, self.before, self._matrix)
        now, zone = self._console.now(), zone_of(self._console)
        lines = effect_lines(self._console, meant, told, now, zone)
        if lines != self.effect.lines:
            self.effect.say(lines)
            if self.isVisible():
                self.fit()

    def _matrix_read(self, kept: list[Kept[Changeover]]) -> None:
        self._matrix = Matrix([one.value for one in kept])
        self._weigh()

    def _changed(self) -> None:
        self._soon.start()

    def _product_typed(self) -> None:
        """The steps follow the product, until somebody wrote steps."""
        id = self.product.control.text().strip()
        orders = self._console.orders
        product = orders.products.get(id) if orders is not None else None
        parts = (product.name, unit_word(product.unit)) if product is not None else ()
        about = " · ".join(part for part in parts if part)
        known = orders is not None and bool(orders.products)
        unknown = self.tr("Not among the products: it has no steps and no parts list") if known and id else ""
        self.product.name(self.tr("&Product"), plain(about, 80) or ("" if product is not None else unknown))
        if product is not None and id != self._of_product and not self._steps_typed:
            self._of_product = id
            self._show_steps(steps_of(product))
        self._changed()

    def _show_steps(self, steps: tuple[OrderStep, ...]) -> None:
        form = self.steps.control
        form.blockSignals(True)
        self._offer_stations()
        form.show_steps(steps, zone_of(self._console))
        form.blockSignals(False)

    def _settle_line(self) -> None:
        """Say where the product is not made."""
        line, orders = str(self.line.control.currentData() or ""), self._console.orders
        product = orders.products.get(self.product.control.text().strip()) if orders is not None else None
        elsewhere = product is not None and product.lines and line and line not in product.lines
        words = self.tr("{0} is not made there by its list of lines").format(plain(product.id, 40)) if elsewhere else ""
        self.line.name(self.tr("&Line"), words)

    def _line_chosen(self) -> None:
        self._offer_stations()
        self._offer_shifts()
        self._changed()

    def _offer_stations(self) -> None:
        line = str(self.line.control.currentData() or "")
        live = next((one for one in self._console.floor.lines if one.line.id == line), None)
        stations = live.stations if live is not None else []
        self.steps.control.offer([(one.station.id, plain(one.station.name, 40)) for one in stations])

    def _offer_shifts(self) -> None:
        calendar = calendar_of(self._console, str(self.line.control.currentData() or ""))
        names = dict.fromkeys(pattern.name for pattern in calendar.patterns) if calendar is not None else {}
        chosen = str(self.shift.control.currentData() or "")
        entries = [(name, plain(name, 40)) for name in names if name]
        if chosen and chosen not in names:
            entries.append((chosen, plain(chosen, 40)))
        offer(self.shift.control, self.tr("the first one"), entries, chosen)

    def _offer_lines(self) -> None:
        orders = self._console.orders
        product = orders.products.get(self.product.control.text().strip()) if orders is not None else None
        made = product.lines if product is not None else ()
        entries = [("", line_word(self._console, ""))]
        for live in self._console.floor.lines:
            words = plain(live.line.name or live.line.id, 40)
            here = self.tr("{0} (it is made here)").format(words)
            entries.append((live.line.id, here if live.line.id in made else words))
        chosen = str(self.line.control.currentData() or "")
        if chosen not in dict(entries):
            entries.append((chosen, plain(chosen, 40)))
        offer(self.line.control, "", entries, chosen)

    def _fill(self, order: WorkOrder | None) -> None:
        """Show what the order says."""
        zone = zone_of(self._console)
        if order is not None:
            self.number.control.setText(order.number)
            self.product.control.setText(order.product)
            self.quantity.control.setText(str(order.quantity))
            self.note.control.setPlainText(order.note)
            self._of_product = order.product
        self._offer_lines()
        if order is not None:
            self._choose(self.line.control, order.line)
        self.due.control.setText(when_written(order.due if order is not None else None, zone))
        self.rush.setChecked(order is not None and order.rush)
        self.day.control.setText(order.planned_day.isoformat() if order is not None and order.planned_day else "")
        self._offer_shifts()
        if order is not None:
            self._choose(self.shift.control, order.planned_shift)
        self._show_steps(order.steps if order is not None else ())
        self._product_typed()

    @staticmethod
    def _choose(choice: Choice, key: str) -> None:
        if choice.findData(key) < 0 and key:
            choice.addItem(plain(key, 40), key)
        choice.setCurrentIndex(max(0, choice.findData(key)))

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        new = self.shown is None
        number = plain(self.shown.order.number, 60) if self.shown is not None else ""
        self.setWindowTitle(self.tr("New order") if new else self.tr("Change an order"))
        self.heading.say(self.tr("New order") if new else self.tr("Change {0}").format(number))
        told = self.shown is not None and self.shown.order.told
        self.how.say(self.tr("The line knows of this order: it is shown what changed and must take note of it."))
        self.how.setVisible(told)
        self.number.name(self.tr("&Number"))
        self.product.name(self.tr("&Product"))
        self.quantity.name(self.tr("&Quantity"))
        self.due.name(self.tr("&Due"))
        self.due.control.setPlaceholderText(self.tr("2026-11-21 14:00, 14:00 or +2 14:00"))
        self.rush.setText(self.tr("&Rush order: it is made before the others"))
        self.day.name(self.tr("Planned da&y"))
        self.day.control.setPlaceholderText(self.tr("2026-11-21 or +2"))
        self.shift.name(self.tr("S&hift"))
        self.note.name(self.tr("N&ote"))
        self.steps.name(self.tr("S&teps"))
        self.take.name(self.tr("Take theirs"), self.tr("What is filled in here is replaced by what the other one said"))
        self.leave.name(self.tr("Cancel"))
        self._offer_lines()
        self._offer_shifts()
        self._product_typed()
        self._name_go()

    def _name_go(self) -> None:
        kind = ask.AddOrder if self.shown is None else ask.ChangeOrder
        why = why_not(self._console, kind, place=self.shown.order.line if self.shown is not None else "")
        words = self.tr("Plan the order") if self.shown is None else self.tr("Save the change")
        self.go.name(words, why or self.tr("Enter"))

    def _connect(self) -> None:
        for entry in (self.number, self.quantity, self.due, self.day):
            entry.control.textEdited.connect(lambda _: self._changed())
            entry.control.textEdited.connect(lambda _, field=entry: field.refuse(""))
        self.product.control.textChanged.connect(lambda _: self._product_changed())
        self.product.control.textChanged.connect(lambda _: self.product.refuse(""))
        self.line.control.currentIndexChanged.connect(lambda _: self._line_chosen())
        self.shift.control.currentIndexChanged.connect(lambda _: self._changed())
        self.rush.toggled.connect(lambda _: self._changed())
        self.steps.control.changed.connect(self._steps_changed)
        self.note.control.done.connect(self.submit)
        stops = (
            self._console.on(OrdersChanged, lambda _: self._heard()),
            self._console.on(RecordChanged, self._record),
        )
        self.destroyed.connect(lambda _=None: [stop() for stop in stops])

    def _product_changed(self) -> None:
        self._product_typed()
        self._offer_lines()

    def _steps_changed(self) -> None:
        self._steps_typed = True
        self._changed()

    def _heard(self) -> None:
        """The orders are others now: what it delays may be something else; another's change is told at once."""
        orders = self._console.orders
        board = orders.board if orders is not None else None
        if self.shown is not None and board is not None and self.isVisible():
            id, version = self.shown.order.id, self.shown.version
            found = next((card for card in board.cards if card.order.id == id), None)
            if found is not None and found.version > version and not self._one.going:
                self._meanwhile()
        self._changed()

    def _record(self, event: RecordChanged) -> None:
        if event.kind == "changeover":
            self._console.office.ask(changeovers, while_there(self, self._matrix_read), lambda _: None)

    def _lay_out(self) -> None:
        self.number.control.setMaxLength(NUMBER_MOST)
        self.number.control.setReadOnly(self.shown is not None)
        self.product.control.setMaxLength(PRODUCT_MOST)
        orders = self._console.orders
        completer = QCompleter(sorted(orders.products) if orders is not None else [], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.product.control.setCompleter(completer)
        rows = ((self.number, self.product, self.quantity), (self.line, self.due), (self.day, self.shift))
        for parts in rows:
            row = QHBoxLayout()
            row.setSpacing(12)
            for part in parts:
                row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
            self.body.addLayout(row)
            if self.due in parts:
                self.body.addWidget(self.rush)
        for part in (self.note, self.steps):
            self.body.addWidget(part)
        for part in (self.meanwhile, self.take, self.effect):
            self.staying.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft if part is self.take else Qt.AlignmentFlag(0))
        self.meanwhile.hide()
        self.take.hide()
