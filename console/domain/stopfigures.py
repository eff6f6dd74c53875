"""What stops add up to: planned seconds by reason, big loss, waste or station, the largest first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from console.domain.oee import Account
from console.domain.reasons import Reason
from console.domain.shifts import Calendar
from console.domain.stations import LossKind
from console.domain.stops import Stop


class By(StrEnum):
    """What one row of the Pareto stands for."""

    REASON = "reason"
    BIG = "big"
    WASTE = "waste"
    STATION = "station"


@dataclass(frozen=True, slots=True)
class Share:
    """One row: `key` is a reason's id, a BigLoss, a waste or a station's id; "" = nobody has said."""

    key: str
    seconds: float  # planned seconds
    stops: int


Planned = Callable[[Stop], float]


def planned_in(
    calendars: Callable[[str], Calendar], since: float, until: float, now: float, watched: Callable[[str], bool]
) -> Planned:
    """How many planned seconds of [since, until) a stop took, by the calendar of its line. One that lasts at a station
    that is not watched here any more took none that anybody knows."""

    def seconds(stop: Stop) -> float:
        if stop.until is None and not watched(stop.place):
            return 0.0
        calendar = calendars(stop.line)
        spans = ((a.timestamp(), b.timestamp()) for a, b in stop.spans(datetime.fromtimestamp(now, UTC)))
        return sum(calendar.planned_seconds(max(a, since), min(b, until)) for a, b in spans if b > since and a < until)

    return seconds


def pareto(stops: Iterable[Stop], planned: Planned, by: By, reasons: Mapping[str, Reason]) -> list[Share]:
    """Rows, the largest first; stops without planned time are left out, those merged into others too."""
    sums: dict[str, tuple[float, int]] = {}
    for stop in stops:
        seconds = 0.0 if stop.merged_into else planned(stop)
        if seconds > 0:
            key = key_of(stop, by, reasons)
            before, count = sums.get(key, (0.0, 0))
            sums[key] = (before + seconds, count + 1)
    shares = [Share(key, seconds, count) for key, (seconds, count) in sums.items()]
    return sorted(shares, key=lambda share: (-share.seconds, share.key))


def key_of(stop: Stop, by: By, reasons: Mapping[str, Reason]) -> str:
    """Which row a stop belongs to; "" where nobody has said, or the reason is none of those."""
    if by is By.STATION:
        return stop.place
    if by is By.REASON:
        return stop.reason
    reason = reasons.get(stop.reason)
    if by is By.WASTE:
        return reason.waste if reason else ""
    return reason.loss if reason else ""


def kept_account(total: Mapping[str, Any]) -> Account | None:
    """A past shift's account as it was kept; None where its losses were not kept one by one."""
    if not total.get("planned") or "losses" not in total:
        return None
    losses = {LossKind(kind): float(seconds) for kind, seconds in total["losses"].items() if kind in set(LossKind)}
    return Account(
        planned=total["planned"],
        run=total["run"] or 0.0,
        losses=losses,
        good_time=total["planned"] - sum(losses.values()),
        oee=total["oee"],
    )


__all__ = ["By", "Share", "kept_account", "key_of", "pareto", "planned_in"]
