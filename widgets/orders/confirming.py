"""Confirming output (报工): what was made, beside what the counter says. Enter takes the counter's word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from console.domain.commands import orders as ask
from console.domain.errors import Refusal
from console.domain.events import OrdersChanged
from console.domain.ids import new_id
from console.domain.losses import BigLoss
from console.domain.orders import WorkOrder
from console.domain.reasons import Reason, leaves
from console.domain.shifts import Shift
from widgets.attachments.later import while_there
from widgets.cards import Choice, Entry, Text
from widgets.numbers import whole
from widgets.orders.dialog import OrderDialog, offer
from widgets.orders.naming import line_word, zone_of
from widgets.orders.scrapwhy import WhyRows
from widgets.orders.shiftchoice import is_on, shift_words, shifts_of
from widgets.orders.typed import pieces_typed
from widgets.people.fields import Field
from widgets.people.signing import why_not
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

WIDE = 560
COUNTS = ("good", "scrap", "rework")


class ConfirmOutput(OrderDialog):
    """Asks how much was made of an order in a shift; closes when it is kept."""

    def __init__(self, console: Console, parent: QWidget | None, order: WorkOrder) -> None:
        super().__init__(console, parent, "check", WIDE)
        self.order = order
        self.confirmation = new_id()  # one for the dialog: given twice it is one
        self.shifts: tuple[Shift, ...] = shifts_of(console, order.line)
        self.proposal: tuple[int | None, int | None] = (None, None)  # good and scrap, as the counter's word was shown
        self.shift = Field(Choice())
        self.counts = {name: Field(Entry()) for name in COUNTS}
        self.whys, self.note = WhyRows(reasons_of(console)), Field(Entry())
        self.difference, self.sum = Text("text_muted", 13, wrap=True), Text("text_muted", 13, wrap=True)
        self.fields = {**self.counts, "reasons": Field(self.whys), "note": self.note, "shift": self.shift}  # type: ignore[dict-item]
        self._lay_out()
        self.retranslate()
        self._propose()
        stop = console.on(OrdersChanged, while_there(self, lambda _: self._follow()))
        self.destroyed.connect(lambda _=None: stop())
        self.fit()

    # What the counter says

    @property
    def chosen(self) -> Shift | None:
        """The shift that it is confirmed for; None where the line has none."""
        at = self.shift.control.currentIndex()
        return self.shifts[at] if 0 <= at < len(self.shifts) else None

    def _counted(self) -> tuple[int | None, int | None]:
        """Good and scrapped pieces that are counted in the chosen shift and not confirmed by now; None: not counted."""
        orders = self._console.orders
        truth = orders.truths.get(self.order.id) if orders is not None else None
        if truth is None:
            return None, None
        shift = self.chosen
        if shift is None or is_on(shift, self._console.now()):
            return truth.shift_good, truth.shift_scrap
        known = orders.by_id.get(self.order.id, self.order) if orders is not None else self.order
        return (
            _before(truth.good, truth.shift_good, known.good),
            _before(truth.scrap, truth.shift_scrap, known.scrap),
        )

    def _propose(self) -> None:
        """Fill in what was counted, where nobody typed anything."""
        self.proposal = self._counted()
        for name, counted in zip(("good", "scrap"), self.proposal, strict=True):
            control = self.counts[name].control
            if not control.isModified():
                chosen = bool(control.selectedText())
                control.setText("" if counted is None else str(max(0, counted)))
                if chosen:
                    control.selectAll()
        self._say_from()
        self._say_sum()

    def _follow(self) -> None:
        """The counter goes on: so does the proposal, until somebody begins to type. Then it stays what they saw."""
        typed = any(field.control.isModified() for field in self.counts.values())
        if not typed and not self._one.going and self._counted() != self.proposal:
            self._propose()

    def _say_from(self) -> None:
        good, scrap = self.proposal
        shift = self.chosen
        now = shift is None or is_on(shift, self._console.now())
        line = line_word(self._console, self.order.line)
        words = (
            self.tr("Counted by {0} in this shift: {1}") if now else self.tr("Counted by {0} before this shift: {1}")
        )
        for name, counted in (("good", good), ("scrap", scrap)):
            hint = words.format(line, whole(counted)) if counted is not None else self.tr("Nothing was counted")
            self.counts[name].name(self._names()[name], hint)

    def _say_sum(self) -> None:
        """What differs, and where the order stands then."""
        given = {name: pieces_typed(field.control.text()) for name, field in self.counts.items()}
        good, (counted, _) = given["good"], self.proposal
        differs = good - counted if good is not None and counted is not None else 0
        if differs:
            words = self.tr("{0} more than counted") if differs > 0 else self.tr("{0} fewer than counted")
            self.difference.say(words.format(whole(abs(differs))) + self.tr(": the difference is kept with your name."))
        self.difference.setVisible(bool(differs))
        then = self.order.good + (good or 0)
        self.sum.say(self.tr("Confirmed then: {0} of {1}").format(whole(then), whole(self.order.quantity)))
        self.sum.setVisible(self.order.quantity > 0)
        lost = (given["scrap"] or 0) + (given["rework"] or 0)
        shown = not self.fields["reasons"].isHidden()
        self.fields["reasons"].setVisible(lost > 0)
        self.whys.propose(lost)
        if shown != (lost > 0) and self.isVisible():
            QTimer.singleShot(0, self, self.fit)

    # What is done

    def submit(self) -> None:
        """Confirm it."""
        self.refuse_nothing()
        given: dict[str, int] = {}
        for name, field in self.counts.items():
            pieces = pieces_typed(field.control.text())
            if pieces is None:
                self.wrong(name, self.tr("Type a whole number of pieces."))
                return
            given[name] = pieces
        lost = given["scrap"] + given["rework"] > 0
        half = self.whys.wrong() if lost else None
        if half is not None:
            self.fields["reasons"].refuse(self.tr("Each reason wants a word and a number of pieces."))
            half.reason.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        good, scrap = self.proposal
        shift = self.chosen
        self.give(
            ask.ConfirmOutput(
                self.order.id, self.order.line, self.confirmation, **given, proposed_good=good, proposed_scrap=scrap,
                day=shift.day if shift is not None else None, shift=shift.name if shift is not None else "",
                reasons=self.whys.told if lost else (), note=self.note.control.text().strip(),
            )
        )  # fmt: skip

    def refused(self, refusal: Refusal) -> None:
        """Say why it was not kept, beside the field; what was typed stays."""
        if refusal.code == "already_there":  # given twice
            self.accept()
            return
        field = str(refusal.facts.get("field", ""))
        if refusal.code == "confirmation_unfit" and field == "good" and not self._any():
            self.wrong("good", self.tr("Type how many pieces were made."))
        elif not self.wrong(field, words_of(refusal)):
            self.said.say(words_of(refusal))

    def _any(self) -> bool:
        return any(pieces_typed(field.control.text()) for field in self.counts.values())

    # How it is made

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        good = self.counts["good"].control
        good.setFocus(Qt.FocusReason.OtherFocusReason)
        good.selectAll()

    def _names(self) -> dict[str, str]:
        return {"good": self.tr("&Good"), "scrap": self.tr("&Scrap"), "rework": self.tr("&Rework")}

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        order = self.order
        self.setWindowTitle(self.tr("Confirm output"))
        self.heading.say(self.tr("Confirm output: {0}").format(plain(order.number, 60)))
        about = (plain(order.product, 80), line_word(self._console, order.line))
        self.how.say(" · ".join(part for part in about if part))
        self.shift.name(self.tr("S&hift"))
        self._offer_shifts()
        for name, words in self._names().items():
            self.counts[name].name(words)
        self.note.name(self.tr("&Note (may be left out)"))
        why = why_not(self._console, ask.ConfirmOutput, place=order.line)
        self.go.name(self.tr("Confirm"), why or self.tr("Enter"))
        self.go.setEnabled(not why)
        if why:
            self.said.warn(why)
        self.leave.name(self.tr("Cancel"))
        self._say_from()
        self._say_sum()

    def _offer_shifts(self) -> None:
        zone, now = zone_of(self._console), self._console.now()
        at = max(0, self.shift.control.currentIndex())
        entries = [(str(i), shift_words(shift, now, zone)) for i, shift in enumerate(self.shifts)]
        offer(self.shift.control, "", entries, str(at))
        self.shift.setVisible(len(self.shifts) > 0)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        for at, field in enumerate(self.counts.values()):
            field.control.setMaxLength(12)
            field.control.textEdited.connect(lambda _: self._say_sum())
            grid.addWidget(field, 0, at, Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(at, 1)
        self.body.addLayout(grid)
        for part in (self.difference, self.sum, self.fields["reasons"], self.shift, self.note):
            self.body.addWidget(part)
        self.fields["reasons"].hide()
        self.difference.paint_as("warning")
        self.whys.changed.connect(self._say_sum)
        self.shift.control.currentIndexChanged.connect(lambda _: self._propose())
        self.setTabOrder(self.counts["rework"].control, self.whys.rows[0].reason)


def reasons_of(console: Console) -> dict[str, Reason]:
    """The plant's reasons, those of bad pieces first, by id."""
    stops = console.stops
    found = leaves(stops.reasons) if stops is not None else ()
    return {one.id: one for one in sorted(found, key=lambda one: one.loss != BigLoss.DEFECTS)}


def _before(counted: int | None, in_shift: int | None, confirmed: int) -> int | None:
    """Of what was counted, what neither belongs to the shift of now nor is confirmed."""
    return None if counted is None else max(0, counted - (in_shift or 0) - confirmed)
