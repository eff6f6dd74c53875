"""How the columns of any flow of cards are set up."""

from __future__ import annotations

from dataclasses import replace

from console.app.handlers import handles
from console.domain import cardflow
from console.domain.cardflow import ColumnUnfit, Flow, FlowColumn, column_id
from console.domain.commands import Stamp
from console.domain.commands.orders import SetFlowColumn
from console.domain.desk import Desk, Missing
from console.domain.flows import FLOWS, takes_limit


@handles(SetFlowColumn)
def set_flow_column(desk: Desk, stamp: Stamp, command: SetFlowColumn) -> None:
    """Keep how the column is set up; what is done takes no room."""
    id = column_id(command.flow, command.column)
    flow = FLOWS.get(command.flow)
    if flow is None or command.column not in {column.id for column in flow.columns}:
        raise Missing(kind="flow_column", id=id)
    desk.expect(FlowColumn, id, command.version)
    before = flow.column(command.column)
    if command.limit and not takes_limit(flow, before):
        raise ColumnUnfit(column=command.column, field="limit")
    column = cardflow.checked_column(
        replace(before, limit=command.limit, per_lane=command.per_lane, policy=command.policy)
    )
    desk.put(FlowColumn(id, column.limit, column.per_lane, column.policy))


def set_up(desk: Desk, flow: Flow) -> Flow:
    """The flow with the plant's limits and policies."""
    ids = [column_id(flow.id, column.id) for column in flow.columns]
    return cardflow.as_set_up(flow, desk.find(FlowColumn, ("id", "in", ids)))
