"""Every flow of cards that there is: one engine carries them all, and a plant sets up the columns of each."""

from __future__ import annotations

from collections.abc import Mapping

from console.domain.action_flow import ACTIONS
from console.domain.cardflow import Column, Flow
from console.domain.orders import ORDERS

FLOWS: Mapping[str, Flow] = {flow.id: flow for flow in (ORDERS, ACTIONS)}


def takes_limit(flow: Flow, column: Column) -> bool:
    """Whether a column may have a limit: what has come to its end takes no room."""
    return column.id != flow.columns[-1].id
