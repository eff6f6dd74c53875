"""Orders with moves and confirmations of weeks, put straight into the records: for figures, not for handlers."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from console.domain.cardflow import FlowStep
from console.domain.orders import Confirmation, Ended, WorkOrder, order_id

HELD = ("released", "running", "hold", "running", "done")
PLAIN = ("released", "running", "done")


def flow(
    many: int, now: datetime, days: float, lines: Sequence[str], seed: int = 1
) -> tuple[list[WorkOrder], list[FlowStep], list[Confirmation]]:
    """So many orders that were made in the last `days`; every second goes onto hold once, every tenth is blocked."""
    chance = random.Random(seed)
    orders, steps, outputs = [], [], []
    for i in range(many):
        made = at = now - timedelta(days=days * chance.random())
        id, source = order_id(f"WO-{i:05}"), "planned"
        told: dict[str, Any] = {}
        for number, target in enumerate(HELD if i % 2 else PLAIN):
            at += timedelta(hours=chance.expovariate(1 / 12))
            if at > now:
                break
            if i % 10 == 0 and target == "running":
                mid = at - (at - (told.get("since") or made)) / 2
                steps.append(FlowStep(f"{id[:22]}.b{number}", "orders", id, mid, "x", source, source, "block", "tool"))
                steps.append(FlowStep(f"{id[:22]}.l{number}", "orders", id, at, "x", source, source, "lift"))
            steps.append(FlowStep(f"{id[:22]}.m{number}", "orders", id, at, "x", source, target))
            source = target
            told |= {"column": target, "since": at}
            told |= {"released": told.get("released", at)}
            told |= {"started": told.get("started", at)} if target == "running" else {}
        quantity = chance.randint(10, 500)
        if source == "done":
            told |= {"finished": at, "ended": Ended.FULL, "good": quantity}
            counted = quantity + chance.randint(-2, 2)
            outputs.append(Confirmation(f"c{i}", id, "", at, "x", quantity, 0, 0, counted))
        due = made + timedelta(hours=chance.uniform(24, 120))
        line = lines[i % len(lines)]
        orders.append(WorkOrder(id, f"WO-{i:05}", f"P{i % 7}", quantity, made, "x", line, due, **told))
    return orders, steps, outputs


def keep(local: Any, *values: Sequence[object]) -> None:
    """Write them into the records, on the worker."""
    from console.records.shelves import SHELVES
    from console.records.statements import inserting

    with local.writing() as db:
        for group in values:
            if group:
                shelf = SHELVES[type(group[0])]
                rows = [{**shelf.row(value), "version": 1, "last": "0" * 36} for value in group]
                inserting(shelf.table).run(db, rows)
