"""What screens and the console itself ask about work orders, their moves and their output."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from console.domain.cardflow import Flow, FlowColumn, FlowStep, as_set_up, column_id, waits
from console.domain.desk import Kept, ReadDesk, Test
from console.domain.orders import DONE, HOLD, ORDERS, Confirmation, WorkOrder, order_id
from console.domain.people import Person
from console.domain.products import LineStock, Product

AT_ONCE = 400  # ids in one question
OPEN = tuple(column.id for column in ORDERS.columns if column.id != DONE)


@dataclass(frozen=True, slots=True)
class CardShown:
    """An order as the board shows it."""

    order: WorkOrder
    version: int
    waiting: bool = False  # saved here, not yet shared
    blocked_by: str = ""  # what whoever blocked it is called
    why: str = ""  # it is held, in the words of who moved it there
    last: str = ""  # the command that wrote it last: two with the same one are the same

    def age(self, now: datetime) -> timedelta:
        """How long it has lain in its column."""
        return max(timedelta(), now - (self.order.since or self.order.made))

    def blocked_for(self, now: datetime) -> timedelta | None:
        """How long it has been blocked; None: it is not."""
        return max(timedelta(), now - self.order.blocked_at) if self.order.blocked_at is not None else None


@dataclass(frozen=True, slots=True)
class Board:
    """The columns as the plant set them up, the cards by their place in column and line, what is done last first."""

    flow: Flow
    cards: tuple[CardShown, ...]
    versions: dict[str, int]  # of the columns that the plant set up, by column

    def column(self, id: str) -> tuple[CardShown, ...]:
        """The cards of a column."""
        return tuple(card for card in self.cards if card.order.column == id)


@dataclass(frozen=True, slots=True)
class StepShown:
    """Something that happened to a card."""

    step: FlowStep
    who: str = ""  # what they are called, "" = the console


@dataclass(frozen=True, slots=True)
class OutputShown:
    """Output that was confirmed."""

    output: Confirmation
    who: str = ""
    taken_back_by: str = ""


@dataclass(frozen=True, slots=True)
class OrderFile:
    """Everything about one order."""

    card: CardShown
    steps: tuple[StepShown, ...]  # what happened, the first first
    outputs: tuple[OutputShown, ...]  # the last first
    product: Product | None
    stock: tuple[LineStock, ...]  # at its line
    parts: tuple[WorkOrder, ...]  # split off from it, and merged into it
    names: dict[str, str]  # of everybody who has to do with it
    numbers: dict[str, str] = field(default_factory=dict)  # of the orders that it was split from or merged into, by id

    def waits(self, now: datetime) -> dict[str, timedelta]:
        """How long it lay in each column."""
        order = self.card.order
        return waits([shown.step for shown in self.steps], order.made, order.column, order.finished or now)


@dataclass(frozen=True, slots=True)
class FlowCard:
    """An order with its moves, for the figures of the flow."""

    order: WorkOrder
    steps: tuple[FlowStep, ...]

    @property
    def told(self) -> tuple[datetime, str, tuple[FlowStep, ...]]:
        """When it was made, in which column, and its moves: as cardflow.cumulative takes it."""
        return self.order.made, self.steps[0].source if self.steps else self.order.column, self.steps


def board(lines: Iterable[str] | None, since: datetime) -> Callable[[ReadDesk], Board]:
    """Every open order of these lines (None: all; "" = without a line), and those that were finished since then."""

    def ask(desk: ReadDesk) -> Board:
        on = _on_lines(lines)
        kept = desk.kept(WorkOrder, ("column", "in", OPEN), *on)
        done = desk.kept(WorkOrder, ("finished", ">=", since), *on, column=DONE, merged_into="")
        kept.sort(key=lambda one: (one.value.line, one.value.rank, one.value.id))
        done.sort(key=lambda one: (one.value.finished or since, one.value.id), reverse=True)
        names = _names(desk, (one.value.blocked_by for one in kept))
        whys = _whys(desk, [one.value for one in kept if one.value.column == HOLD])
        cards = tuple(_card(one, names, whys.get(one.value.id, "")) for one in (*kept, *done))
        return Board(flow(desk), cards, _versions(desk))

    return ask


def flow(desk: ReadDesk) -> Flow:
    """The columns as the plant set them up."""
    return as_set_up(ORDERS, [kept.value for kept in _columns(desk)])


def order_file(id: str) -> Callable[[ReadDesk], OrderFile | None]:
    """One order with all that happened; None where there is none."""

    def ask(desk: ReadDesk) -> OrderFile | None:
        kept = desk.kept(WorkOrder, id=id)
        if not kept:
            return None
        order = kept[0].value
        steps = sorted(desk.find(FlowStep, card=id), key=lambda step: (step.at, step.id))
        outputs = _outputs(desk, id)
        handed = (id for step in order.steps for id in (step.passed_by, step.assigned_by, *step.people))
        names = _names(
            desk,
            (
                order.made_by, order.blocked_by, order.seen_by, *handed, *(step.who for step in steps),
                *(one.who for one in outputs), *(one.taken_back_by for one in outputs),
            ),
        )  # fmt: skip
        parts = (*desk.find(WorkOrder, split_from=id), *desk.find(WorkOrder, merged_into=id))
        kin = [id for id in (order.split_from, order.merged_into) if id]
        return OrderFile(
            _card(kept[0], names),
            tuple(StepShown(step, names.get(step.who, "")) for step in steps),
            tuple(OutputShown(one, names.get(one.who, ""), names.get(one.taken_back_by, "")) for one in outputs),
            desk.get(Product, order.product),
            tuple(desk.find(LineStock, line=order.line)) if order.line else (),
            parts,
            names,
            {one.id: one.number for one in _with_ids(desk, kin)},
        )

    return ask


def orders_by_number(numbers: Iterable[str]) -> Callable[[ReadDesk], dict[str, WorkOrder]]:
    """The orders that have these numbers, by number without case; merged ones lead nowhere."""
    ids = sorted({order_id(number) for number in numbers})

    def ask(desk: ReadDesk) -> dict[str, WorkOrder]:
        found = _with_ids(desk, ids)
        return {order.number.casefold(): order for order in found if not order.merged_into}

    return ask


def orders_to_compare(source: str, numbers: Iterable[str]) -> Callable[[ReadDesk], tuple[WorkOrder, ...]]:
    """What a source is held against: the orders that it names, and the open ones that came from it before."""

    def ask(desk: ReadDesk) -> tuple[WorkOrder, ...]:
        ids = sorted({order_id(number) for number in numbers})  # not where it is asked: there may be 200 000
        known = {order.id: order for order in _with_ids(desk, ids)}
        known |= {order.id: order for order in desk.find(WorkOrder, ("column", "in", OPEN), source=source)}
        return tuple(known.values())

    return ask


def open_orders(lines: Iterable[str] | None = None) -> Callable[[ReadDesk], tuple[WorkOrder, ...]]:
    """Every order that is not done, as the plan and the live figures take them."""
    return lambda desk: tuple(desk.find(WorkOrder, ("column", "in", OPEN), *_on_lines(lines)))


def outputs_between(
    since: datetime, until: datetime, lines: Iterable[str] | None = None
) -> Callable[[ReadDesk], tuple[Confirmation, ...]]:
    """Output that was confirmed in [since, until) and not taken back, the first first."""

    def ask(desk: ReadDesk) -> tuple[Confirmation, ...]:
        tests: list[Test] = [("at", ">=", since), ("at", "<", until), *_on_lines(lines)]
        return tuple(one for one in desk.find(Confirmation, *tests) if one.taken_back is None)

    return ask


def flow_cards(since: datetime, lines: Iterable[str] | None = None) -> Callable[[ReadDesk], tuple[FlowCard, ...]]:
    """Every order that was open at some time since then, with all its moves in order."""

    def ask(desk: ReadDesk) -> tuple[FlowCard, ...]:
        on = _on_lines(lines)
        orders = desk.find(WorkOrder, ("column", "in", OPEN), *on)
        orders += desk.find(WorkOrder, ("finished", ">=", since), *on, column=DONE)
        steps: dict[str, list[FlowStep]] = {order.id: [] for order in orders}
        for ids in _parts(sorted(steps)):
            for step in desk.find(FlowStep, ("card", "in", ids), what="move"):
                steps[step.card].append(step)
        return tuple(
            FlowCard(order, tuple(sorted(steps[order.id], key=lambda step: (step.at, step.id)))) for order in orders
        )

    return ask


# Inside


def _outputs(desk: ReadDesk, id: str) -> list[Confirmation]:
    found = desk.find(Confirmation, ("order", "in", [id]))  # "order" by name would be how they are ordered
    return sorted(found, key=lambda one: (one.at, one.id), reverse=True)


def _columns(desk: ReadDesk) -> list[Kept[FlowColumn]]:
    return desk.kept(FlowColumn, ("id", "in", [column_id(ORDERS.id, column.id) for column in ORDERS.columns]))


def _versions(desk: ReadDesk) -> dict[str, int]:
    return {kept.value.id.partition("/")[2]: kept.version for kept in _columns(desk)}


def _card(kept: Kept[WorkOrder], names: dict[str, str], why: str = "") -> CardShown:
    return CardShown(kept.value, kept.version, kept.waiting, names.get(kept.value.blocked_by, ""), why, kept.last)


def _whys(desk: ReadDesk, held: Iterable[WorkOrder]) -> dict[str, str]:
    """Why each of these orders was held, by id: the words of its last move there."""
    ids = sorted(order.id for order in held)
    steps = [
        step for part in _parts(ids) for step in desk.find(FlowStep, ("card", "in", part), target=HOLD, what="move")
    ]
    return {step.card: step.reason for step in sorted(steps, key=lambda step: (step.at, step.id)) if step.reason}


def _on_lines(lines: Iterable[str] | None) -> list[Test]:
    return [] if lines is None else [("line", "in", sorted(lines))]


def _with_ids(desk: ReadDesk, ids: Sequence[str]) -> list[WorkOrder]:
    return [order for part in _parts(ids) for order in desk.find(WorkOrder, ("id", "in", part))]


def _parts(ids: Sequence[str]) -> list[Sequence[str]]:
    return [ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE)]


def _names(desk: ReadDesk, ids: Iterable[str]) -> dict[str, str]:
    wanted = sorted({id for id in ids if id})
    return {person.id: person.name for part in _parts(wanted) for person in desk.find(Person, ("id", "in", part))}
