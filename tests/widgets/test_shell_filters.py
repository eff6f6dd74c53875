"""Rules of remembered filters on real screens, beside records that are read while they open."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from console.app.console import Console
from console.app.furnishing import furnish
from console.app.settings import load_settings
from console.demo.plant_text import plant_text
from console.telemetry.plantfile import load_plant
from tests.widgets.shell_parts import dressed
from widgets.screens import pages
from widgets.shell.memory import Memory
from widgets.shell.window import MainWindow

pytestmark = pytest.mark.usefixtures("qapp")
SOME = ("calls", "safety", "trail", "products", "compare")  # whether all name theirs is seen in test_shell_screens
TABS = {"products": ("stock", "changeovers")}


@pytest.fixture(scope="module")
def console(qapp, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    folder = tmp_path_factory.mktemp("console")
    made = Console(folder, load_plant(plant_text(2, "UTC")))
    furnish(made, load_settings(folder, None, {}, {}), shares=False)
    made.start_records()
    wait(made, lambda: not made.office.ready.code)
    yield made
    made.close()


def wait(console: Console, true: Callable[[], object]) -> None:
    end = time.monotonic() + 20
    while not true() and time.monotonic() < end:
        console.mailbox.run_errands()
        QApplication.processEvents()
        time.sleep(0.002)
    assert true()


def shell(console: Console, memory: Memory) -> MainWindow:
    dressed()
    made = MainWindow(console, pages(console, memory), None, memory)
    made.show()
    return made


def filters(shown: QWidget, key: str) -> dict[str, QComboBox]:
    for tab in TABS.get(key, ()):
        shown.turn(tab)
    named = getattr(shown, "kept_choices", None)
    return named() if named else {}


def test_filters_that_somebody_took_back_stay_so(console: Console, tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    first = shell(console, memory)
    for key, clear in (("calls", "past"), ("trail", "filters")):
        page = first.open(key)
        for choice in filters(page, key).values():
            choice.setCurrentIndex(choice.count() - 1)
            choice.activated.emit(choice.count() - 1)
        getattr(page, clear).clear.click()
    first.close()
    kept = {key: memory.text(key) for key in memory._store.allKeys() if key.startswith("filter/")}
    assert len(kept) == 10
    assert set(kept.values()) == {"="}, "that is: anything"


def test_filters_of_real_screens_are_as_they_were_left(console: Console, tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    first, chosen = shell(console, memory), {}
    for key in SOME:
        there = filters(first.open(key), key)
        for choice in there.values():
            place = choice.count() - 1
            choice.setCurrentIndex(place)
            choice.activated.emit(place)
        chosen[key] = {name: choice.currentText() for name, choice in there.items()}
    assert len({words for some in chosen.values() for words in some.values()}) > 8
    first.close()
    again = shell(console, memory)
    for key in SOME:
        there = filters(again.open(key), key)
        wait(console, lambda there=there, key=key: {n: one.currentText() for n, one in there.items()} == chosen[key])
    again.close()
