"""What a handover says by itself: facts and open items from what the records hold of a shift. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo

from console.domain.actions import Action, days_left
from console.domain.andon import Call, Category, Severity
from console.domain.audit_plans import Stand as RoundStand
from console.domain.audit_plans import Standing
from console.domain.checklists import Run
from console.domain.findings import RedTag
from console.domain.handovers import Fact, OpenItem, Part, Risk, Subject, item_id
from console.domain.orders import HOLD, WorkOrder
from console.domain.reasons import Reason
from console.domain.safety import Happened, SafetyEvent
from console.domain.shelving import Shelf
from console.domain.stops import Stop
from console.domain.warning_rules import EarlyWarning

TOP = 5  # losses that are named
RISKS = {Severity.CRITICAL: Risk.HIGH, Severity.MAJOR: Risk.RAISED}


@dataclass(frozen=True, slots=True)
class ShiftRecord:
    """What the records hold of a shift at a place; `now` until it has ended."""

    begins: datetime
    ends: datetime
    now: datetime
    zone: tzinfo
    calls: tuple[Call, ...] = ()  # open, or raised in the shift
    stops: tuple[Stop, ...] = ()  # of the shift
    carried: tuple[Stop, ...] = ()  # of earlier shifts, handed over and not accepted, that nobody has explained since
    orders: tuple[WorkOrder, ...] = ()  # open
    actions: tuple[Action, ...] = ()  # open
    rounds: tuple[Standing, ...] = ()  # over time
    shelves: tuple[Shelf, ...] = ()  # that hold
    warnings: tuple[EarlyWarning, ...] = ()  # open
    events: tuple[SafetyEvent, ...] = ()  # of the shift, or not closed
    audits: tuple[Run, ...] = ()  # of 5S and 6S that were signed, the last first
    tags: tuple[RedTag, ...] = ()  # that nobody decided about
    categories: Mapping[str, Category] = field(default_factory=dict)
    reasons: Mapping[str, Reason] = field(default_factory=dict)

    @property
    def until(self) -> datetime:
        """The end of what can be known."""
        return min(self.ends, self.now)

    @property
    def unexplained(self) -> tuple[Stop, ...]:
        """Stops of the shift that have no reason."""
        return tuple(stop for stop in self.stops if not stop.reason and not stop.merged_into)


def items(shift: ShiftRecord) -> tuple[OpenItem, ...]:
    """Everything that the next shift takes over, what matters most first, then the longest open."""
    found = (
        *_calls(shift), *_stops(shift), *_orders(shift), *_safety(shift), *_warnings(shift), *_actions(shift),
        *_rounds(shift), *_shelves(shift),
    )  # fmt: skip
    rank = list(Risk)
    found = tuple(item for item in found if item.since < shift.ends)  # what came later is the next shift's
    return tuple(sorted(found, key=lambda item: (-rank.index(item.risk), item.since, item.id)))


def facts(shift: ShiftRecord) -> tuple[Fact, ...]:
    """The numbers that follow from the records: calls, standing still by reason, safety, audits, what to watch."""
    return (
        *_call_facts(shift), *_loss_facts(shift), *_safety_facts(shift), *_audit_facts(shift), *_watch_facts(shift),
    )  # fmt: skip


def _calls(shift: ShiftRecord) -> Iterable[OpenItem]:
    for call in shift.calls:
        if call.closed is not None:
            continue
        category = shift.categories.get(call.category)
        name = category.name if category is not None else call.category
        title = f"{name} — {call.text or call.code}" if call.text or call.code else name
        owner = call.owner or (category.owner.value if category is not None else "")
        yield OpenItem(
            item_id(Subject.CALL, call.id), Subject.CALL, call.id, call.place, title, call.raised,
            call.containment or call.countermeasure, owner, RISKS.get(call.severity, Risk.PLAIN), code=call.stage.value,
        )  # fmt: skip


def _stops(shift: ShiftRecord) -> Iterable[OpenItem]:
    """One item a station, so that twenty short stops are one thing to talk about."""
    by_place: dict[str, list[Stop]] = {}
    for stop in (*shift.carried, *shift.unexplained):
        by_place.setdefault(stop.place, []).append(stop)
    earlier = {stop.id for stop in shift.carried}
    for place, stops in by_place.items():
        seconds = sum(stop.seconds(shift.until) if stop.id in earlier else _inside(stop, shift) for stop in stops)
        first = min(stop.since for stop in stops)
        words = next((stop.machine for stop in stops if stop.machine), "")
        yield OpenItem(
            item_id(Subject.STOP, place), Subject.STOP, place, place, words, first, risk=Risk.RAISED,
            code="unexplained", figures=(("stops", float(len(stops))), ("minutes", _minutes(seconds))),
        )  # fmt: skip


def _orders(shift: ShiftRecord) -> Iterable[OpenItem]:
    for order in shift.orders:
        late = order.due is not None and order.due < shift.until
        if not (order.column == HOLD or order.blocked or late):
            continue
        code = "held" if order.column == HOLD else "blocked" if order.blocked else "late"
        since = order.blocked_at if order.blocked and order.blocked_at is not None else order.since or order.made
        yield OpenItem(
            item_id(Subject.ORDER, order.id), Subject.ORDER, order.id, order.line, order.number, since, order.blocked,
            order.blocked_by, Risk.RAISED, code=code,
            figures=(("good", float(order.good)), ("quantity", float(order.quantity))),
        )  # fmt: skip


def _safety(shift: ShiftRecord) -> Iterable[OpenItem]:
    for event in shift.events:
        if event.closed is None:
            risk = Risk.HIGH if event.urgent or event.what is Happened.FIRST_AID else Risk.RAISED
            yield OpenItem(
                item_id(Subject.SAFETY, event.id), Subject.SAFETY, event.id, event.place, _line(event.text), event.at,
                event.done_at_once, "", risk, code=event.what.value,
            )  # fmt: skip


def _warnings(shift: ShiftRecord) -> Iterable[OpenItem]:
    for warning in shift.warnings:
        yield OpenItem(
            item_id(Subject.WARNING, warning.id), Subject.WARNING, warning.id, warning.place, warning.signal,
            warning.began, code=warning.sign.value,
        )  # fmt: skip


def _actions(shift: ShiftRecord) -> Iterable[OpenItem]:
    for action in shift.actions:
        left = days_left(action, shift.now, shift.zone)
        if left is not None and left < 0:
            yield OpenItem(
                item_id(Subject.ACTION, action.id), Subject.ACTION, action.id, action.place, action.title, action.made,
                action.text, action.owner, code="overdue", figures=(("days", float(-left)),),
            )  # fmt: skip


def _rounds(shift: ShiftRecord) -> Iterable[OpenItem]:
    for standing in shift.rounds:
        if standing.stand in (RoundStand.OVERDUE, RoundStand.MISSED):
            asked = standing.round
            yield OpenItem(
                item_id(Subject.AUDIT, asked.id), Subject.AUDIT, asked.id, asked.place, asked.template, standing.due,
                "", asked.person, code=standing.stand.value,
            )  # fmt: skip


def _shelves(shift: ShiftRecord) -> Iterable[OpenItem]:
    for shelf in shift.shelves:
        if shelf.since is not None and shelf.expires is not None:
            left = max(timedelta(), shelf.expires - shift.now)
            category = shift.categories.get(shelf.category)
            yield OpenItem(
                item_id(Subject.ALARM, shelf.id), Subject.ALARM, shelf.id, shelf.place,
                shelf.about or (category.name if category is not None else shelf.category), shelf.since, shelf.reason,
                shelf.who, code="shelved", figures=(("minutes", _minutes(left.total_seconds())),),
            )  # fmt: skip


def _call_facts(shift: ShiftRecord) -> Iterable[Fact]:
    raised = [c for c in shift.calls if shift.begins <= c.raised < shift.until and not c.rejected]
    resolved = [c for c in shift.calls if c.resolved is not None and shift.begins <= c.resolved <= shift.until]
    yield Fact(Part.CALLS, "calls", (("raised", float(len(raised))), ("resolved", float(len(resolved)))))
    answers = [(c.acknowledged - c.raised).total_seconds() for c in raised if c.acknowledged is not None]
    repairs = [(c.resolved - c.raised).total_seconds() for c in resolved if c.resolved is not None]
    for code, spans in (("mean_acknowledge", answers), ("mean_resolve", repairs)):
        if spans:
            mean = max(0.0, sum(spans) / len(spans))
            yield Fact(Part.CALLS, code, (("seconds", round(mean, 1)), ("calls", float(len(spans)))))


def _loss_facts(shift: ShiftRecord) -> Iterable[Fact]:
    seconds: dict[str, float] = {}
    for stop in shift.stops:
        if not stop.merged_into:
            seconds[stop.reason] = seconds.get(stop.reason, 0.0) + _inside(stop, shift)
    count = sum(not stop.merged_into for stop in shift.stops)
    whole = _minutes(sum(seconds.values()))
    yield Fact(Part.LOSSES, "stopped", (("minutes", whole), ("stops", float(count))))
    for reason, lost in sorted(seconds.items(), key=lambda pair: -pair[1])[:TOP]:
        known = shift.reasons.get(reason)
        named = (("reason", known.name if known is not None else reason),) if reason else ()
        yield Fact(Part.LOSSES, "reason" if reason else "no_reason", (("minutes", _minutes(lost)),), named)


def _safety_facts(shift: ShiftRecord) -> Iterable[Fact]:
    inside = [event for event in shift.events if shift.begins <= event.at <= shift.until]
    hurt = sum(event.what in (Happened.FIRST_AID, Happened.LOST_TIME) for event in inside)
    near = sum(event.what is Happened.NEAR_MISS for event in inside)
    other = len(inside) - hurt - near
    counted = (("incidents", float(hurt)), ("near_misses", float(near)), ("others", float(other)))
    yield Fact(Part.SAFETY, "events", counted)


def _audit_facts(shift: ShiftRecord) -> Iterable[Fact]:
    """The latest 5S score beside the one before at the same place, and red tags that are open."""
    judged = [run for run in shift.audits if run.points is not None and run.most]
    if judged:
        last = judged[0]
        before = next((one for one in judged[1:] if (one.template, one.place) == (last.template, last.place)), None)
        figures = [("share", _share(last))]
        if before is not None:
            figures.append(("change", round(_share(last) - _share(before), 4)))
        yield Fact(Part.AUDITS, "score", tuple(figures), (("place", last.place),))
    if shift.tags:
        late = sum(tag.decide_by < shift.now.astimezone(shift.zone).date() for tag in shift.tags)
        yield Fact(Part.AUDITS, "red_tags", (("open", float(len(shift.tags))), ("late", float(late))))


def _watch_facts(shift: ShiftRecord) -> Iterable[Fact]:
    if shift.shelves:
        yield Fact(Part.WATCH, "shelved", (("alarms", float(len(shift.shelves))),))


def _share(run: Run) -> float:
    return round((run.points or 0.0) / (run.most or 1.0), 4)


def _inside(stop: Stop, shift: ShiftRecord) -> float:
    """Seconds of a stop within the shift."""
    return sum(
        max(0.0, (min(b, shift.until) - max(a, shift.begins)).total_seconds()) for a, b in stop.spans(shift.until)
    )


def _minutes(seconds: float) -> float:
    return round(seconds / 60.0, 1)


def _line(text: str) -> str:
    return text.partition("\n")[0][:200]
