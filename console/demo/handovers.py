"""The handovers of the demo plant's last days: filled from the record, with notes and replies, signed by both sides.

What is signed is computed by the same moves that a console makes, so every seal fits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from console.domain import handover_content, handover_moves
from console.domain.actions import Action
from console.domain.andon import Call, Stage
from console.domain.commands import Command, Given, Stamp
from console.domain.commands import handovers as ask
from console.domain.handover_content import ShiftRecord
from console.domain.handovers import Fact, Handover, OpenItem, Part, Reply, Risk, Subject, handover_id, item_id
from console.domain.ids import derived_id
from console.domain.orders import Confirmation, WorkOrder
from console.domain.safety import SafetyEvent
from console.domain.shifts import Shift

Words = tuple[str, str]  # English, Chinese
NOTES: tuple[tuple[Words, ...], ...] = (  # by place: what those who leave say to those who come
    (
        (
            "New operator on Leak test, second day alone. Keep somebody near.",
            "检漏工位新员工，独立上岗第二天，请安排人在旁。",
        ),
        (
            "Gas flow at Weld A was set again at the end of the shift: look at the first parts.",
            "下班前重调焊接 A 保护气流量，请关注首件。",
        ),
        ("Quiet shift. Nothing that is not listed here.", "本班平稳，除清单外无其他事项。"),
    ),
    (
        ("Coil of the new supplier: look at the strip edge more often.", "新供应商料卷，请加密检查料带边缘。"),
        ("Quiet shift. Nothing that is not listed here.", "本班平稳，除清单外无其他事项。"),
        ("Forklift 2 is in the workshop, borrow the one of the store.", "2 号叉车送修，请借用仓库叉车。"),
    ),
)
ADDED: tuple[tuple[tuple[Words, Words, Risk], ...], ...] = (  # by place: title, more, how much it matters
    (
        (
            ("Guard door switch at Assemble feels loose", "装配工位防护门开关松动"),
            ("Not confirmed; please look at the next round.", "未确认，请在下次巡检时查看。"),
            Risk.RAISED,
        ),
        (
            ("Sample for the customer leaves at noon", "客户样件中午发出"),
            ("Lies on the table of quality.", "放在质量台上。"),
            Risk.PLAIN,
        ),
    ),
    (
        (
            ("Ladder at the rear wall is not tied", "后墙梯子未固定"),
            ("Nobody climbs it until it is tied.", "固定前禁止攀爬。"),
            Risk.HIGH,
        ),
        (
            ("Die 3 is being ground, back on Friday", "3 号模具在修磨，周五返回"),
            ("Use die 4 until then.", "此前使用 4 号模具。"),
            Risk.PLAIN,
        ),
    ),
)
SAID: dict[Reply, Words] = {
    Reply.ACCEPTED: ("Gone through it together at the place.", "已到现场一起确认。"),
    Reply.DISPUTED: ("Could not be seen at the place; who knows more?", "现场未看到，请补充说明。"),
}
DAYS = 4  # so far back


@dataclass(frozen=True, slots=True)
class Turn:
    """One shift at one place, who hands it over and who takes it: (id, name)."""

    place: str
    shift: Shift
    next_shift: str
    outgoing: tuple[str, str]
    incoming: tuple[str, str]
    number: int
    side: int = 0  # of NOTES and ADDED


def as_of(record: ShiftRecord, actions: Iterable[Action]) -> ShiftRecord:
    """What was known at the end of the shift, of records as they are now; `actions` of any age."""
    at = record.ends
    calls = tuple(_call_at(call, at) for call in record.calls if call.raised < at)
    events = tuple(_event_at(event, at) for event in record.events if event.reported < at)
    running = tuple(one for one in actions if one.made < at and (one.done is None or one.done > at))
    audits = tuple(run for run in record.audits if run.ended is not None and run.ended < at)
    tags = tuple(tag for tag in record.tags if tag.made < at)
    orders = tuple(order for order in record.orders if order.made < at)
    then = replace(record, now=at, calls=calls, events=events, actions=running, audits=audits, tags=tags, orders=orders)
    return replace(then, rounds=(), shelves=(), warnings=())


def made_facts(
    lines: Iterable[str], orders: Iterable[WorkOrder], said: Iterable[Confirmation], shift: Shift
) -> list[Fact]:
    """What people confirmed in the shift, by line, beside what was ordered."""
    by_id = {order.id: order for order in orders}
    made: dict[str, tuple[float, float]] = {}
    for one in said:
        if one.day == shift.day and one.shift == shift.name and one.order in by_id:
            good, scrap = made.get(one.order, (0.0, 0.0))
            made[one.order] = good + one.good, scrap + one.scrap
    found, whole, lost = [], 0.0, 0.0
    for id, (good, scrap) in sorted(made.items(), key=lambda pair: by_id[pair[0]].line):
        order = by_id[id]
        if order.line in set(lines):
            figures = (("good", good), ("plan", float(order.quantity)))
            found.append(Fact(Part.PRODUCTION, "line", figures, (("line", order.line), ("order", order.number))))
            whole, lost = whole + good, lost + scrap
    if whole + lost > 0:
        share = round(lost / (whole + lost), 4)
        found.append(Fact(Part.PRODUCTION, "scrap", (("scrap", lost), ("share", share))))
    return found


def handover_givens(
    turn: Turn, record: ShiftRecord, made: Sequence[Fact], before: Handover | None, word: int
) -> tuple[Handover, list[Given]]:
    """The sealed handover of a shift, and the commands by which it became so, in the order of time."""
    sealed, told = _told(turn, record, made, before, word)
    givens = [
        Given(Stamp(derived_id("demo", "handover", sealed.id, n), at, who, "demo"), command)
        for n, (at, who, command) in enumerate(told)
    ]
    return sealed, givens


Told = list[tuple[datetime, str, Command]]


def _told(
    turn: Turn, record: ShiftRecord, made: Sequence[Fact], before: Handover | None, word: int
) -> tuple[Handover, Told]:
    begins, ends = (datetime.fromtimestamp(at, UTC) for at in (turn.shift.start, turn.shift.end))
    id, who = handover_id(turn.place, ends), turn.outgoing[0]
    on, at = (id, turn.place), ends - timedelta(minutes=24)
    items = [handover_moves.rolled_on(item, before) for item in handover_content.items(record)]
    items += handover_moves.carried_notes(before)
    recorded = handover_content.facts(record)  # nothing recorded stops before the demo began: it says nothing of them
    facts = [*made, *(fact for fact in recorded if record.stops or fact.part is not Part.LOSSES)]
    prepare = ask.PrepareHandover(
        turn.place, turn.shift.day, turn.shift.name, begins, ends, turn.next_shift, tuple(facts), tuple(items), 0
    )
    handover = Handover(id, turn.place, turn.shift.day, turn.shift.name, begins, ends, turn.next_shift)
    handover = handover_moves.fill(handover, prepare.facts, prepare.items, 0, at)
    told: Told = [(at, who, prepare)]
    for extra in _added(turn, word):
        made_at = at + timedelta(minutes=3)
        item = OpenItem(extra.item, Subject.NOTE, "", turn.place, extra.title, made_at, extra.text, "", extra.risk)
        handover = handover_moves.add_item(handover, item)
        told.append((made_at, who, extra))
    notes = NOTES[turn.side % len(NOTES)]
    note = notes[turn.number % len(notes)][word]
    handover = handover_moves.write(handover, note)
    told.append((at + timedelta(minutes=6), who, ask.WriteHandover(*on, note, "")))
    signed = ends - timedelta(minutes=12)
    told.append((signed, who, ask.HandOver(*on, handover_moves.content_hash(handover))))
    handover = handover_moves.hand_over(handover, signed, *turn.outgoing)
    return _answered(turn, handover, told, signed, word)


def _answered(turn: Turn, handover: Handover, told: Told, signed: datetime, word: int) -> tuple[Handover, Told]:
    who, on = turn.incoming[0], (handover.id, handover.place)
    for number, item in enumerate(handover.items):
        at = signed + timedelta(seconds=50 + 20 * min(number, 25))
        reply = Reply.DISPUTED if _disputed(turn, item) else Reply.ACCEPTED
        words = SAID[reply][word] if reply is Reply.DISPUTED or item.risk is Risk.HIGH else ""
        told.append((at, who, ask.AnswerHandoverItem(*on, item.id, reply, words)))
        handover = handover_moves.answer(handover, item.id, reply, at, who, words)
    at = handover.ends - timedelta(minutes=2)
    told.append((at, who, ask.TakeOver(*on, handover_moves.content_hash(handover))))
    return handover_moves.take_over(handover, at, *turn.incoming), told


def _disputed(turn: Turn, item: OpenItem) -> bool:
    """A note is disputed by the shift that hears it first, and accepted two shifts later."""
    return item.subject is Subject.NOTE and item.carried < 2 and turn.number % 4 != 3


def _added(turn: Turn, word: int) -> Iterator[ask.AddHandoverItem]:
    if turn.number % 3 == 0:
        added = ADDED[turn.side % len(ADDED)]
        title, text, risk = added[turn.number // 3 % len(added)]
        ends = datetime.fromtimestamp(turn.shift.end, UTC)
        id = item_id(Subject.NOTE, derived_id("demo", "note", turn.place, ends))
        yield ask.AddHandoverItem(
            handover_id(turn.place, ends), turn.place, id, turn.place, title[word], text[word], "", risk
        )


def _call_at(call: Call, at: datetime) -> Call:
    """A call as it was then, as far as a handover tells it."""
    if call.closed is not None and call.closed > at:
        times = ((call.resolved, Stage.RESOLVED), (call.acknowledged, Stage.ACKNOWLEDGED))
        stage = next((stage for then, stage in times if then is not None and then <= at), Stage.RAISED)
        call = replace(call, closed=None, stage=stage, containment="", countermeasure="")
    if call.resolved is not None and call.resolved > at:
        call = replace(call, resolved=None)
    return replace(call, acknowledged=None) if call.acknowledged is not None and call.acknowledged > at else call


def _event_at(event: SafetyEvent, at: datetime) -> SafetyEvent:
    """A report as it was then."""
    return replace(event, closed=None, closed_by="", cause="") if event.closed and event.closed > at else event
