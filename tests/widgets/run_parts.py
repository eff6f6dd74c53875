"""A console with a small plant, its people and its checklists, and a keyboard that counts its keys."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console.app.console import Console
from console.app.demopeople import seed_demo_people
from console.app.furnishing import furnish
from console.app.settings import load_settings
from console.demo.people import DEMO_PIN
from console.domain.checklists import Answer, Run
from console.domain.checklists_shipped import shipped_templates
from console.domain.commands.checklists import BeginRun
from console.domain.errors import Refusal
from console.domain.ids import new_id
from console.domain.people import Role
from console.telemetry.plantfile import load_plant
from widgets.audits.page import AuditsPage

NOW = datetime(2026, 11, 21, 11, 42, tzinfo=UTC).timestamp()
PLANT = """
[plant]
name = "Works"
timezone = "UTC"
[[line]]
id = "L1"
name = "Housing"
site = "Suzhou"
area = "Body"
expected_interval = 100000
station = [{id = "10", name = "10 Feed"}, {id = "20", name = "20 Weld"}]
[[line]]
id = "L2"
name = "Bracket"
site = "Suzhou"
area = "Body"
station = [{id = "10", name = "10 Press"}]
[[source]]
topic = "w/10"
place = "L1/10"
signal = [{feeds = "good", path = "g"}]
"""
STATION = "L1/20"
SHIPPED = {template.name.en: template for template in shipped_templates()}
FIVE_S = SHIPPED["5S production"]


class Clock:
    at = NOW

    def __call__(self) -> float:
        return self.at


def started(folder: Path) -> Console:
    """A console on this folder whose records are being opened."""
    folder.mkdir(exist_ok=True)
    (folder / "plant.toml").write_text(PLANT, encoding="utf-8")
    made = Console(folder, load_plant(folder / "plant.toml"), now=Clock())
    furnish(made, load_settings(folder, None, {}, {}), shares=False)
    made.start_records()
    return made


def make_console(folder: Path, role: Role = Role.QUALITY, people: bool = True) -> Console:
    """A console on this folder; somebody of the role is signed in."""
    made = started(folder)
    if people:
        seed_demo_people(made.office, made.floor.plant, date(2026, 11, 21))
    wait(made, lambda: made.session.rights.people)
    sign_in(made, role)
    wait(made, lambda: made.rounds is not None and made.rounds.told.templates)
    return made


def sign_in(console: Console, role: Role) -> str:
    """Let somebody of a role in; their id."""
    people = console.session.rights.people.values()
    who = next(person.id for person in people if {role} == set(person.roles))
    box: list[object] = []
    console.session.sign_in(who, DEMO_PIN, box.append, box.append)
    wait(console, lambda: box)
    assert not isinstance(box[0], Refusal), box
    return who


def wait(console: Console, true: Callable[[], object], seconds: float = 15.0) -> None:
    """Let everything work until it is so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen"
        console.tick()
        QApplication.processEvents()
        time.sleep(0.001)


def do(console: Console, command: Any, who: str | None = None) -> Any:
    """Give a command and wait; what came of it."""
    box: list[Any] = []
    console.office.do(command, box.append, box.append, who)
    wait(console, lambda: box)
    assert not isinstance(box[0], Refusal), f"{box[0].code} {box[0].facts}"
    return box[0]


def ask(console: Console, query: Callable[[Any], Any]) -> Any:
    """What a query says now."""
    box: list[Any] = []
    console.office.ask(query, box.append, box.append)
    wait(console, lambda: box)
    return box[0]


def answers(console: Console, run: str) -> dict[str, Answer]:
    """The answers of a run by item, as the records have them."""
    return {one.item: one for one in ask(console, lambda desk: desk.find(Answer, run=run))}


def run_of(console: Console, run: str) -> Run:
    """A run as the records have it."""
    return ask(console, lambda desk: desk.need(Run, run))


def begin(console: Console, template: str = FIVE_S.id, where: str = STATION) -> str:
    """A run of a checklist; its id."""
    run = new_id()
    do(console, BeginRun(run, template, where))
    return run


def open_run(console: Console, page: AuditsPage, run: str) -> None:
    """Its form, ready for the keyboard."""
    page.show_subject(run)
    form = page.form
    wait(console, lambda: form.shown is not None and form.shown.file.run.id == run and form.sheet.current)
    focus(page)


def focus(part: QWidget) -> None:
    """The window is the one that has the keyboard."""
    part.window().activateWindow()
    QApplication.processEvents()


class Keys:
    """A keyboard: every key goes to what has the keyboard, and is counted."""

    def __init__(self) -> None:
        self.count = 0

    def press(self, *keys: Qt.Key, ctrl: bool = False) -> None:
        """Press keys, one after the other."""
        held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        for key in keys:
            self.count += 1
            QTest.keyClick(self._where(), key, held)
            QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type letters and figures."""
        for letter in text:
            self.count += 1
            QTest.keyClicks(self._where(), letter)
            QApplication.processEvents()

    @staticmethod
    def _where() -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None, "nothing has the keyboard"
        return found
