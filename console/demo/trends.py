"""What the make-believe plant keeps of trends: two control charts and a view of a station that measures enough."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from console.domain.commands import Command
from console.domain.commands.control import AddControlChart
from console.domain.commands.trends import SaveTrendView, ShareTrendView
from console.domain.control_charts import ChartKind, ControlChart, Grouping, Phase
from console.domain.ids import derived_id
from console.domain.plant import Plant
from console.domain.readings import Role, Signal
from console.domain.trend_views import TrendView, ViewPen

PENS = 3
HOURS = 8 * 3600.0


def trend_commands(plant: Plant, owner: str, since: datetime, chinese: bool = False) -> Iterator[Command]:
    """Commands in the name of a person, charts that begin at `since`; nothing where no station measures enough."""
    station, tags = _station(plant)
    if not tags:
        return
    name = next(one.name for one in plant.stations() if one.id == station)
    for number, tag in enumerate([tag for tag in tags if tag.low is not None and tag.high is not None][:2]):
        title = f"{tag.name} · {name}"
        means = ("control", station, tag.name)
        kind, group = (ChartKind.XBAR_S, Grouping.TIME) if number == 0 else (ChartKind.I_MR, Grouping.EACH)
        yield AddControlChart(
            ControlChart(
                derived_id(*means), title, kind, tag.id, station, group, 60.0 if group is Grouping.TIME else 0.0,
                lower=tag.low, upper=tag.high, phases=(Phase(since),), order=number,
            )
        )  # fmt: skip
    pens = tuple(ViewPen(tag.id, color) for color, tag in enumerate(tags[:PENS]))
    title = f"{name}：班次" if chinese else f"{name}: the shift"
    view = TrendView(derived_id("view", station), title, owner, station, pens, HOURS)
    yield SaveTrendView(view)
    yield ShareTrendView(view.id, station, True)


def _station(plant: Plant) -> tuple[str, list[Signal]]:
    for station in plant.stations():
        tags = [s for s in plant.signals if s.place == station.id and s.role is Role.TAG]
        limited = [s for s in tags if s.low is not None or s.high is not None]
        if len(limited) >= PENS:
            return station.id, limited
    return "", []
