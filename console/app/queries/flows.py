"""What screens ask about the columns of any flow of cards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from console.domain.cardflow import Flow, FlowColumn, as_set_up, column_id
from console.domain.desk import ReadDesk


@dataclass(frozen=True, slots=True)
class FlowSetUp:
    """A flow as the plant set it up, and versions of the columns that it did set up, by column."""

    flow: Flow
    versions: dict[str, int] = field(default_factory=dict)


def set_up(flow: Flow) -> Callable[[ReadDesk], FlowSetUp]:
    """A flow with the plant's limits and policies."""

    def ask(desk: ReadDesk) -> FlowSetUp:
        kept = desk.kept(FlowColumn, ("id", "in", [column_id(flow.id, column.id) for column in flow.columns]))
        versions = {one.value.id.partition("/")[2]: one.version for one in kept}
        return FlowSetUp(as_set_up(flow, [one.value for one in kept]), versions)

    return ask
