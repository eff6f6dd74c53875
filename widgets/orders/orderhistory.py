"""What happened to an order and what was said about it, as entries of the timeline; and how long it waited where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from console.app.queries.andon import CommentShown
from console.app.queries.orders import OrderFile, StepShown
from console.domain.orders import ORDERS, WorkOrder
from widgets.calls.naming import who_word
from widgets.calls.timeline import Entry
from widgets.orders.naming import COLUMN_ICON, column_word
from widgets.plain import plain, plain_block
from widgets.times import span


def entries(file: OrderFile, said: Iterable[CommentShown]) -> list[Entry]:
    """Moves, blocks and words in the order of time, the making of it first."""
    translate, order = QCoreApplication.translate, file.card.order
    made_by = who_word(order.made_by, file.names.get(order.made_by, ""))
    source = translate("orders", "from {0}").format(plain(order.source, 60)) if order.source else ""
    found = [Entry(order.made.timestamp(), "plus", "text", translate("orders", "Planned"), made_by, source)]
    found += [_step(shown, order) for shown in file.steps if _counts(shown)]
    for step in order.steps:
        if step.passed is not None:
            who = who_word(step.passed_by, file.names.get(step.passed_by, ""))
            words = translate("orders", "Handed on: {0}").format(plain(step.name, 60))
            found.append(Entry(step.passed.timestamp(), "check", "text_muted", words, who, ""))
        if step.assigned is not None:
            who = who_word(step.assigned_by, file.names.get(step.assigned_by, ""))
            words = translate("orders", "Assigned: {0}").format(plain(step.name, 60))
            people = ", ".join(plain(file.names.get(id, id), 60) for id in step.people)
            body = " · ".join(part for part in (people, plain_block(step.over)) if part)
            found.append(Entry(step.assigned.timestamp(), "user-plus", "text_muted", words, who, body))
    if order.seen is not None:
        who = who_word(order.seen_by, file.names.get(order.seen_by, ""))
        found.append(Entry(order.seen.timestamp(), "eye", "text_muted", translate("orders", "Change seen"), who, ""))
    for one in said:
        at, text = one.comment.at.timestamp(), plain_block(one.comment.text)
        found.append(Entry(at, "message-square", "accent", plain(one.by or "–", 60), "", text))
    return sorted(found, key=lambda entry: entry.at)


def waits_words(file: OrderFile, now: datetime) -> str:
    """ "Planned 2 h 5 min · Released 40 min 2 s": how long it lay in each column until now, or until it was done."""
    waits: Mapping[str, timedelta] = file.waits(now)
    shown = [(column.id, waits[column.id]) for column in ORDERS.columns if column.counts or column.id == "planned"
             if column.id in waits]  # fmt: skip
    return " · ".join(f"{column_word(id)} {span(time.total_seconds())}" for id, time in shown)


def _counts(shown: StepShown) -> bool:
    """Whether it says something: another place within a column does not."""
    step = shown.step
    return step.what != "move" or step.source != step.target


def _step(shown: StepShown, order: WorkOrder) -> Entry:
    translate, step = QCoreApplication.translate, shown.step
    who = who_word(step.who, shown.who)
    if step.what == "block":
        words = translate("orders", "Blocked")
        return Entry(step.at.timestamp(), "octagon-pause", "warning", words, who, plain_block(step.reason))
    if step.what == "lift":
        return Entry(step.at.timestamp(), "play", "text", translate("orders", "Can go on"), who, "")
    title = column_word(step.target)
    over = translate("orders", "over the limit") if step.over else ""
    body = " · ".join(part for part in (over, plain_block(step.reason)) if part)
    role = "warning" if step.target == "hold" else "good" if step.target == "done" else "text"
    return Entry(step.at.timestamp(), COLUMN_ICON.get(step.target, "square"), role, title, who, body)
