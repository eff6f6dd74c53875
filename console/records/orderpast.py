"""Orders with their moves for the figures, read by the tens of thousands: only the columns that are needed.

A desk makes a domain value of each row with all its fields, which is right for hundreds of rows; here it would take
twenty times as long as SQLite.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, or_, select
from sqlalchemy.sql.elements import ColumnElement

from console.domain.order_figures import Output
from console.domain.order_traces import Trace, trace
from console.domain.orders import DONE, Ended
from console.domain.trail import moment
from console.records.orders import flow_step, order_confirmation, work_order

ORDER = (
    *("id", "number", "product", "line", "quantity", "good", "made", "due", "released", "ended", "column"),
    *("finished", "split_from", "planned_day", "planned_shift"),
)


def open_traces(db: Connection) -> list[Trace]:
    """The orders that are not done."""
    return _traces(db, "open", {"done": DONE})


def done_traces(db: Connection, since: datetime, until: datetime) -> list[Trace]:
    """The orders that were done in [since, until), without those that are part of another one now."""
    return _traces(db, "done", {"done": DONE, "since": moment(since), "until": moment(until)})


def early_traces(db: Connection, since: datetime) -> list[Trace]:
    """The orders that were done before `since` and promised for then or later: they kept the plan."""
    day = (since - timedelta(days=1)).date().isoformat()  # whatever the clocks of the plant are
    return _traces(db, "early", {"done": DONE, "since": moment(since), "day": day})


def outputs(db: Connection, since: datetime, until: datetime) -> list[Output]:
    """What was confirmed in [since, until) and not taken back."""
    found = db.execute(_confirmed(), {"since": moment(since), "until": moment(until)}).all()
    return [Output(order, line, _seconds(at), good, counted) for order, line, at, good, counted in found]


def _traces(db: Connection, which: str, values: dict[str, Any]) -> list[Trace]:
    orders, steps = _reading(which)
    told: dict[str, list[tuple[str, str, str, str, str]]] = {}
    for card, at, id, source, target, what in db.execute(steps, values).all():
        told.setdefault(card, []).append((at, id, source, target, what))
    return [_trace(row, told.get(row[0], [])) for row in db.execute(orders, values).all()]


def _trace(row: Sequence[Any], steps: list[tuple[str, str, str, str, str]]) -> Trace:
    id, number, product, line, quantity, good, made, due, released, ended, column, finished, parent, day, shift = row
    steps.sort()  # by time, then by id
    events = [(_seconds(at), source, target, what) for at, _, source, target, what in steps]
    known = (id, number, product, line, quantity, good, _seconds(made), _time(due), _time(released))
    place = (parent, date.fromisoformat(day) if day else None, shift)
    return trace(*known, _ENDED.get(ended, Ended.NOT), column, _time(finished), events, *place)


_ENDED = {ended.value: ended for ended in Ended}


@cache
def _reading(which: str) -> tuple[Select[Any], Select[Any]]:
    """The orders, and what happened to them."""
    where: list[ColumnElement[bool]] = [work_order.c.merged_into == ""]
    if which == "open":
        where.append(work_order.c.column != bindparam("done", type_=work_order.c.column.type))
    elif which == "early":
        since = bindparam("since", type_=work_order.c.finished.type)
        planned = work_order.c.planned_day >= bindparam("day", type_=work_order.c.planned_day.type)
        where += [
            work_order.c.column == bindparam("done", type_=work_order.c.column.type),
            work_order.c.finished < since,
            or_(work_order.c.due >= since, planned),
        ]
    else:
        where += [
            work_order.c.column == bindparam("done", type_=work_order.c.column.type),
            work_order.c.finished >= bindparam("since", type_=work_order.c.finished.type),
            work_order.c.finished < bindparam("until", type_=work_order.c.finished.type),
        ]
    wanted: list[Any] = [work_order.c[name] for name in ORDER]
    told: list[Any] = [flow_step.c[name] for name in ("card", "at", "id", "source", "target", "what")]
    joined = flow_step.join(work_order, flow_step.c.card == work_order.c.id)
    return select(*wanted).where(*where), select(*told).select_from(joined).where(*where)


@cache
def _confirmed() -> Select[Any]:
    table = order_confirmation.c
    wanted: list[Any] = [table.order, table.line, table.at, table.good, table.proposed_good]
    return select(*wanted).where(
        table.at >= bindparam("since", type_=table.at.type),
        table.at < bindparam("until", type_=table.at.type),
        table.taken_back.is_(None),
    )


def _seconds(at: str) -> float:
    return datetime.fromisoformat(at).timestamp()  # it ends with its zone, Z


def _time(at: str | None) -> float | None:
    return None if at is None else _seconds(at)
