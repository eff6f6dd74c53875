"""What the make-believe plant did in the weeks before: hour by hour, so that there is something to compare with."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from console.domain.cells import Cell
from console.domain.plant import Line
from console.domain.shifts import Calendar, Shift

WEEKS = 5
HOUR = 3600.0
SHARES = {  # of planned time, and by how much they differ from hour to hour
    "loss_stop": (0.07, 0.06),
    "loss_micro_stop": (0.03, 0.02),
    "loss_starved": (0.03, 0.03),
    "loss_blocked": (0.02, 0.02),
    "loss_changeover": (0.02, 0.03),
    "loss_speed": (0.04, 0.02),
}


def demo_cells(
    lines: Iterable[tuple[Line, Calendar]], until: float, products: Mapping[str, Sequence[str]]
) -> Iterator[Cell]:
    """Cells of every line in the shifts that ended by `until`, seconds UTC, the oldest first; the same each time.

    `products`: what a line makes, by its id.
    """
    for line, calendar in lines:
        yield from _of_line(line, calendar, until, products.get(line.id) or ("",))


def _of_line(line: Line, calendar: Calendar, until: float, products: Sequence[str]) -> Iterator[Cell]:
    at = until - WEEKS * 7 * 86400.0
    worse = 1.0 + (sum(map(ord, line.id)) % 5) * 0.12
    while at < until:
        shift = calendar.shift_at(at)
        if shift is None:
            at += HOUR
            continue
        if shift.end <= until:
            yield from _of_shift(line, shift, worse, datetime.fromtimestamp(shift.start, calendar.zone), products)
        at = shift.end


def _of_shift(line: Line, shift: Shift, worse: float, local: datetime, products: Sequence[str]) -> Iterator[Cell]:
    chance = random.Random(f"{line.id} {shift.start}")
    pace = line.pace_station
    cycle = (pace.ideal_cycle if pace is not None else None) or 30.0
    night = 1.25 if local.hour >= 22 else 1.0
    monday = 1.5 if local.weekday() == 0 and local.hour < 12 else 1.0
    number = chance.randrange(len(products))
    start = shift.start
    while start < shift.end:
        end = min(start + HOUR, shift.end)
        off = sum(max(0.0, min(end, b) - max(start, a)) for a, b, _ in shift.breaks)
        sums = _sums(
            end - start - off, cycle, worse * night * (monday if start < shift.start + 2 * HOUR else 1), chance
        )
        day = shift.day.isoformat()
        order = f"{day[5:7]}{day[8:]}{number}"
        yield Cell(line.id, start, end, day, shift.name, shift.start, products[number], order, True, sums=sums)
        if chance.random() < 0.2:
            number = chance.randrange(len(products))
        start = end


def _sums(planned: float, cycle: float, worse: float, chance: random.Random) -> dict[str, float]:
    lost = {
        name: planned * min(0.3, max(0.0, chance.gauss(share * worse, spread)))
        for name, (share, spread) in SHARES.items()
    }
    net = max(0.0, planned - sum(lost.values()))
    total = int(net / cycle)
    scrap = sum(chance.random() < 0.015 * worse for _ in range(total))
    lost["loss_quality"] = scrap * cycle
    lost["loss_speed"] += net - total * cycle
    run = planned - sum(lost[name] for name in lost if name not in ("loss_speed", "loss_quality"))
    sums = {"planned": planned, "run": run, "good": float(total - scrap), "scrap": float(scrap), **lost}
    return {name: value for name, value in sums.items() if value}
