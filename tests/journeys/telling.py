"""What a running console shows, as plain values that two consoles can be compared by."""

from __future__ import annotations

from typing import Any

from console.app.compose import Running
from console.domain.floor import LineLive, StationLive


def told(running: Running) -> dict[str, Any]:
    """Everything a screen could show, in JSON's types."""
    console = running.console
    floor, now = console.floor, console.now()
    floor.refresh(now)
    return {
        "now": now,
        "link": console.broker.link.value,
        "reason": console.broker.reason,
        "received": console.received,
        "waiting": len(console.mailbox),
        "held": len(console.intake.held),
        "trouble": console.store_trouble,
        "stations": {name: station(live) for name, live in floor.stations.items()},
        "calls": open_calls(running),
        "orders": orders(running),
        "lines": {live.line.id: line(live) for live in floor.lines},
    }


def open_calls(running: Running) -> list[list[Any]]:
    """Open calls: place, category, how often heard again; empty until the records have told of them."""
    calls = running.console.calls
    if calls is None or not calls.known or calls.saving:
        return []
    return sorted([shown.call.place, shown.call.category, shown.call.repeats] for shown in calls.open)


def orders(running: Running) -> dict[str, list[Any]]:
    """Work orders as the records have them, with the pieces that were counted; empty until the records have told."""
    known = running.console.orders
    if known is None or not known.known:
        return {}
    truths = known.truths
    return {
        order.number: [order.column, *((truths[id].good, truths[id].scrap) if id in truths else (None, None))]
        for id, order in known.by_id.items()
    }


def station(live: StationLive) -> dict[str, Any]:
    """One tile and its ribbon."""
    segments = [*live.ribbon.closed, *([live.ribbon.open] if live.ribbon.open else [])]
    return {
        "counts": [live.good, live.scrap],
        "checks": [live.passed, live.failed],
        "state": live.state.value,
        "no_data": live.no_data.value if live.no_data else "",
        "since": live.since,
        "notes": dict(live.notes),
        "ribbon": [[s.state.value, s.no_data.value if s.no_data else "", s.since, s.until, s.reason] for s in segments],
    }


def line(live: LineLive) -> dict[str, Any]:
    """One card."""
    account = live.account
    return {
        "order": live.order,
        "good": live.good,
        "scrap": live.scrap,
        "target": live.target,
        "planned": live.planned,
        "shift": [live.shift.name, live.shift.start] if live.shift else None,
        "oee": account.oee if account else None,
        "planned_time": account.planned if account else None,
        "run": account.run if account else None,
        "orders": dict(live.orders),
    }
