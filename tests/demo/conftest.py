"""A real broker for each test that wants one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.demo.broker import RunningBroker, start_broker


@pytest.fixture
def demo_broker(tmp_path: Path) -> Iterator[RunningBroker]:
    """mosquitto, started by the product's own means."""
    running = start_broker(tmp_path / "broker")
    yield running
    running.stop()
