"""Sources: what the engine of actions has to know of a kind of record that actions come from. One entry a kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from console.domain.andon import Call, Category
from console.domain.andon_parts import wants_verifying
from console.domain.desk import Missing, ReadDesk, Test
from console.domain.reviews import Review, alike

if TYPE_CHECKING:
    from console.domain.findings import Finding
    from console.domain.orders import WorkOrder
    from console.domain.safety import SafetyEvent


@dataclass(frozen=True, slots=True)
class Source:
    """`place` raises Missing where the record is not there; `strict`: whether somebody else than the doer verifies;
    `repeats`: ids of the records that show that it happened again after a time."""

    place: Callable[[ReadDesk, str], str]
    strict: Callable[[ReadDesk, str], bool]
    repeats: Callable[[ReadDesk, str, datetime], tuple[str, ...]]
    title: Callable[[ReadDesk, str], str]


def place_of(desk: ReadDesk, kind: str, record: str) -> str:
    """Where a record belongs; Missing."""
    if kind not in SOURCES:
        raise Missing(kind=kind, id=record)
    return SOURCES[kind].place(desk, record)


def strict(desk: ReadDesk, kind: str, record: str) -> bool:
    """Whether an action from this record is verified by somebody else than its doer."""
    return kind in SOURCES and SOURCES[kind].strict(desk, record)


def repeats(desk: ReadDesk, kind: str, record: str, since: datetime) -> tuple[str, ...]:
    """What shows that it happened again after `since`, the first first; () for what cannot."""
    return SOURCES[kind].repeats(desk, record, since) if kind in SOURCES else ()


def title_of(desk: ReadDesk, kind: str, record: str) -> str:
    """What people call a record; "" for one that is not there."""
    return SOURCES[kind].title(desk, record) if kind in SOURCES else ""


def _call_place(desk: ReadDesk, record: str) -> str:
    return desk.need(Call, record).place


def _call_strict(desk: ReadDesk, record: str) -> bool:
    call = desk.need(Call, record)
    category = desk.get(Category, call.category)
    return category is not None and wants_verifying(call, category)


def _call_repeats(desk: ReadDesk, record: str, since: datetime) -> tuple[str, ...]:
    call = desk.get(Call, record)
    if call is None:
        return ()
    later: Test = ("raised", ">", since)
    found = desk.find(Call, later, order="raised", place=call.place, category=call.category, about=call.about)
    again = [call.id] if call.begun is not None and call.begun > since else []
    return (*again, *(one.id for one in found if one.id != call.id and alike(call, one)))


def _call_title(desk: ReadDesk, record: str) -> str:
    call = desk.get(Call, record)
    if call is None:
        return ""
    category = desk.get(Category, call.category)
    name = category.name if category else call.category
    return f"{name} — {call.text or call.code}" if call.text or call.code else name


def _review_place(desk: ReadDesk, record: str) -> str:
    return desk.need(Review, record).place


def _review_strict(desk: ReadDesk, record: str) -> bool:
    review = desk.need(Review, record)
    return strict(desk, review.kind, review.record)


def _review_repeats(desk: ReadDesk, record: str, since: datetime) -> tuple[str, ...]:
    review = desk.get(Review, record)
    return repeats(desk, review.kind, review.record, since) if review else ()


def _review_title(desk: ReadDesk, record: str) -> str:
    review = desk.get(Review, record)
    return review.title if review else ""


def _order_place(desk: ReadDesk, record: str) -> str:
    return desk.need(_work_order(), record).line


def _order_title(desk: ReadDesk, record: str) -> str:
    order = desk.get(_work_order(), record)
    return " · ".join(part for part in (order.number, order.product) if part) if order else ""


def _finding_place(desk: ReadDesk, record: str) -> str:
    return desk.need(_finding(), record).place


def _finding_repeats(desk: ReadDesk, record: str, since: datetime) -> tuple[str, ...]:
    finding = desk.get(_finding(), record)
    if finding is None or not finding.item:
        return ()
    later: Test = ("made", ">", since)
    found = desk.find(_finding(), later, order="made", place=finding.place, item=finding.item, withdrawn=None)
    return tuple(one.id for one in found if one.template == finding.template and one.id != finding.id)


def _finding_title(desk: ReadDesk, record: str) -> str:
    finding = desk.get(_finding(), record)
    return finding.text.partition("\n")[0] if finding else ""


def _event_place(desk: ReadDesk, record: str) -> str:
    return desk.need(_event(), record).place


def _event_title(desk: ReadDesk, record: str) -> str:
    event = desk.get(_event(), record)
    return event.text.partition("\n")[0] if event else ""


# What the first board does not wait for is imported when it is first asked about.


def _work_order() -> type[WorkOrder]:
    from console.domain.orders import WorkOrder

    return WorkOrder


def _finding() -> type[Finding]:
    from console.domain.findings import Finding

    return Finding


def _event() -> type[SafetyEvent]:
    from console.domain.safety import SafetyEvent

    return SafetyEvent


SOURCES: dict[str, Source] = {
    "finding": Source(_finding_place, lambda desk, record: True, _finding_repeats, _finding_title),
    "safety_event": Source(_event_place, lambda desk, record: True, lambda desk, record, since: (), _event_title),
    "andon_call": Source(_call_place, _call_strict, _call_repeats, _call_title),
    "review": Source(_review_place, _review_strict, _review_repeats, _review_title),
    "work_order": Source(_order_place, lambda desk, record: False, lambda desk, record, since: (), _order_title),
}
