"""How control charts are kept: load, let the domain decide, put."""

from __future__ import annotations

from console.app.handlers import handles
from console.app.handlers.people import AlreadyThere
from console.domain.commands import Stamp
from console.domain.commands import control as ask
from console.domain.control_charts import ControlChart
from console.domain.control_moves import begin_phase, checked_chart, relearnt, settle_phase
from console.domain.desk import Desk, Missing


@handles(ask.AddControlChart)
def add_chart(desk: Desk, stamp: Stamp, command: ask.AddControlChart) -> None:
    """Keep a new chart."""
    if desk.get(ControlChart, command.chart.id) is not None:
        raise AlreadyThere(kind="control_chart", id=command.chart.id)
    desk.put(checked_chart(command.chart, stamp.at))


@handles(ask.ChangeControlChart)
def change_chart(desk: Desk, stamp: Stamp, command: ask.ChangeControlChart) -> None:
    """Keep everything said about it."""
    desk.expect(ControlChart, command.chart.id, command.version)
    before = _there(desk, command.chart.id, command.chart.place)
    desk.put(checked_chart(relearnt(before, command.chart), stamp.at))


@handles(ask.RemoveControlChart)
def remove_chart(desk: Desk, stamp: Stamp, command: ask.RemoveControlChart) -> None:
    """Take it away."""
    desk.expect(ControlChart, command.chart, command.version)
    _there(desk, command.chart, command.where)
    desk.remove(ControlChart, command.chart)


@handles(ask.BeginPhase)
def begin(desk: Desk, stamp: Stamp, command: ask.BeginPhase) -> None:
    """Keep the new phase."""
    desk.expect(ControlChart, command.chart, command.version)
    desk.put(begin_phase(_there(desk, command.chart, command.where), command.phase, stamp.at))


@handles(ask.SettlePhase)
def settle(desk: Desk, stamp: Stamp, command: ask.SettlePhase) -> None:
    """Keep what limits were learnt, unless they are known already."""
    chart = desk.get(ControlChart, command.chart)
    if chart is not None:
        desk.put(settle_phase(chart, command.since, command.center, command.sigma, command.points))


def _there(desk: Desk, id: str, where: str) -> ControlChart:
    """The chart; Missing where it is not at the place that the right to act was checked for."""
    chart = desk.need(ControlChart, id)
    if chart.place != where:
        raise Missing(kind="control_chart", id=id)
    return chart
