"""Widgets that lie in a cycle are destroyed by the main thread, whoever makes the garbage that trips the collector."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget

from widgets.shell.collector import YOUNG, Collector

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def collector() -> Iterator[Collector]:
    usual = gc.isenabled()
    gc.enable()
    made = Collector()
    yield made
    made.end()
    gc.unfreeze()
    if not usual:
        gc.disable()


class Cyclic(QWidget):
    def __init__(self, gone: list[str]) -> None:
        super().__init__()
        self.me = self
        weakref.finalize(self, lambda: gone.append(threading.current_thread().name))


def litter(count: int) -> None:
    """So many cycles."""
    for _ in range(count):
        ring: list[object] = []
        ring.append(ring)


def elsewhere(count: int) -> None:
    thread = threading.Thread(target=litter, args=(count,), name="elsewhere")
    thread.start()
    thread.join()


def test_a_thread_that_makes_garbage_destroys_no_widget(collector: Collector) -> None:
    collector.begin()
    gone: list[str] = []
    Cyclic(gone)
    elsewhere(3 * YOUNG)
    assert gone == []
    collector.beat()
    assert gone == [threading.main_thread().name]


def test_without_it_another_thread_would(collector: Collector) -> None:
    gone: list[str] = []
    Cyclic(gone)
    usual = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    try:
        elsewhere(100_000)
    finally:
        gc.set_threshold(*usual)
    assert gone == ["elsewhere"]


def test_a_beat_without_garbage_looks_at_nothing(collector: Collector) -> None:
    collector.begin()
    seen: list[int] = []
    gc.callbacks.append(lambda phase, info: seen.append(info["generation"]))
    try:
        for _ in range(1000):
            collector.beat()
        assert seen == []
        litter(YOUNG + 1000)  # some come from the lists that Python keeps, and are not counted
        collector.beat()
        assert seen == [0, 0]  # begun and ended
    finally:
        gc.callbacks.pop()


def test_after_its_end_python_collects_by_itself(collector: Collector) -> None:
    collector.begin()
    assert not gc.isenabled()
    collector.end()
    assert gc.isenabled()
