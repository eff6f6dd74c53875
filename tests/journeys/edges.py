"""Edge nodes that are not ours: pysparkplug in its own environment, started and killed by a journey."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.brokers import Broker
from tests.telemetry.test_sparkplug_stranger import CELL, NODE, Edge, stranger_python

__all__ = ["CELL", "NODE", "Edge", "MakeEdge", "edge", "stranger_python"]

MakeEdge = Callable[[], Edge]


@pytest.fixture
def edge(stranger_python: Path, broker: Broker) -> Iterator[MakeEdge]:  # noqa: F811
    """Starts the edge node, as often as asked."""
    edges: list[Edge] = []

    def begin() -> Edge:
        edges.append(Edge(stranger_python, broker.port))
        return edges[-1]

    yield begin
    for one in edges:
        if one.process.poll() is None:
            one.kill()
