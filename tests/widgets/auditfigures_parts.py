"""A console with half a year of 5S audits, findings, red tags and a plan, for the tests of their figures."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from console.app.console import Console
from console.app.demopeople import seed_demo_people
from console.app.furnishing import furnish
from console.app.settings import load_settings
from console.demo.people import DEMO_PIN
from console.domain.audit_plans import AuditPlan, Rhythm
from console.domain.checklists import Form, Item, Purpose, Section, Words
from console.domain.commands import Command
from console.domain.commands import checklists as fill
from console.domain.commands.actions import DoAction, MakeAction, VerifyAction
from console.domain.commands.audits import AddFinding, DecideTag, SetAuditPlan, TagThing
from console.domain.findings import Fate
from console.domain.people import Role
from console.telemetry.plantfile import load_plant

NOW = datetime(2026, 11, 21, 11, 42, tzinfo=UTC)
PLANT = """
[plant]
name = "Works"
timezone = "UTC"
[[line]]
id = "L1"
name = "Housing"
site = "Suzhou"
area = "Body"
station = [{id = "10", name = "10 Weld A"}]
[[line]]
id = "L2"
name = "Bracket"
site = "Suzhou"
area = "Body"
station = [{id = "10", name = "10 Press"}]
[[line]]
id = "L3"
name = "Box"
site = "Suzhou"
area = "Final"
station = [{id = "10", name = "10 Pack"}]
"""
NAMES = (
    ("sort", "Sort", "整理"),
    ("order", "Set in order", "整顿"),
    ("shine", "Shine", "清扫"),
    ("standard", "Standardize", "清洁"),
    ("sustain", "Sustain", "素养"),
)
ASKED = (("Only what is needed is here", "只放需要的物品"), ("Everything has its marked place", "物品都有定位标识"))
FORM = Form(
    tuple(
        Section(
            id,
            Words(en, zh),
            tuple(Item(f"{id}-{n}", Words(f"{en}: {a}", f"{zh}：{b}")) for n, (a, b) in enumerate(ASKED)),
        )
        for id, en, zh in NAMES
    ),
    0.8,
)
WEAK = "shine-1"  # the item that is weak at L2 each time
FOUND = ("sort-0", "order-0", WEAK, WEAK)  # items of the findings of L2: the last is found again


class Clock:
    """Stands where the test puts it."""

    at = NOW.timestamp()

    def __call__(self) -> float:
        return self.at


def wait(console: Console, true: Callable[[], object], seconds: float = 20.0) -> None:
    """Let everything work until it is so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen"
        console.tick()
        QApplication.processEvents()
        time.sleep(0.001)


def give(console: Console, *commands: Command, who: str | None = None) -> None:
    """Give commands and wait for all; none may be refused."""
    box: list[Any] = []
    for command in commands:
        console.office.do(command, box.append, box.append, who)
    wait(console, lambda: len(box) == len(commands))
    wrong = [(getattr(one, "code", one), getattr(one, "facts", "")) for one in box if isinstance(one, Exception)]
    assert not wrong, wrong


def made_console(folder: Path) -> tuple[Console, Clock]:
    """Three lines in two areas; an administrator is here."""
    (folder / "plant.toml").write_text(PLANT, encoding="utf-8")
    clock = Clock()
    made = Console(folder, load_plant(folder / "plant.toml"), now=clock)
    furnish(made, load_settings(folder, None, {}, {}), shares=False)
    made.start_records()
    seed_demo_people(made.office, made.floor.plant, NOW.date())
    wait(made, lambda: made.session.rights.people)
    people = made.session.rights.people.values()
    made.session.sign_in(next(person.id for person in people if Role.ADMINISTRATOR in person.roles), DEMO_PIN)
    wait(made, lambda: made.session.person is not None)
    give(made, fill.DraftChecklist("t", Words("Weekly 5S", "每周5S"), Purpose.FIVE_S, FORM))
    give(made, fill.PublishChecklist("t", version=1))
    return made, clock


def past(console: Console, clock: Clock) -> list[str]:
    """Audits of L1 (7, getting better), L2 (4, one item weak each time), L3 (2); the ids of all, the first first.

    run-9, of L2, was 50 days ago; its finding is over its day.
    """
    draw, runs = random.Random(7), []
    for number, (place, days, base) in enumerate(
        [("L1", 150 - 22 * n, 2 + (n > 2)) for n in range(7)]
        + [("L2", 120 - 35 * n, 2) for n in range(4)]
        + [("L3", 70 - 40 * n, 4) for n in range(2)]
    ):
        at = (NOW - timedelta(days=days)).timestamp()
        clock.at, run = at, f"run-{number}"
        runs.append((at, run))
        give(console, fill.BeginRun(run, "t", place))
        answers: list[Command] = []
        for item in FORM.items:
            value = 1 if place == "L2" and item.id == WEAK else min(4, base + draw.randint(0, 1))
            text = "looked at again" if value <= 2 else ""
            answers.append(fill.AnswerItem(run, place, item.id, value=float(value), text=text))
        clock.at = at + 600
        give(console, *answers)
        if place == "L2":
            give(
                console, AddFinding(f"found-{number}", place, "Chips under the press", run=run, item=FOUND[number - 7])
            )
            _acted(console, clock, number, at)
        clock.at = at + 1200
        give(console, fill.SignRun(run, place, "All seen"))
    clock.at = (NOW - timedelta(days=20)).timestamp()
    me = console.session.person
    assert me is not None
    day = NOW.date()
    give(
        console,
        TagThing("tag-1", "L1", "Old fixture", me.id, day - timedelta(days=5), number="R-1"),
        TagThing("tag-2", "L2", "Spare table", me.id, day + timedelta(days=9), number="R-2"),
        TagThing("tag-3", "L2", "Broken cart", me.id, day, number="R-3"),
        DecideTag("tag-3", "L2", me.id, Fate.SCRAP),
        SetAuditPlan(_plan(me.id)),
    )
    clock.at = NOW.timestamp()
    return [run for _, run in sorted(runs)]


def _plan(person: str) -> AuditPlan:
    return AuditPlan("plan", "5S weekly", "t", ("L1", "L3"), (person,), date(2026, 11, 2), "UTC", Rhythm.WEEK, grace=24)


def _acted(console: Console, clock: Clock, number: int, at: float) -> None:
    """The first two findings are closed after 4 and 8 days, the third is over its day, the fourth has no owner."""
    me = console.session.person
    assert me is not None
    if number - 7 >= 3:
        return
    due = datetime.fromtimestamp(at, UTC).date() + timedelta(days=10)
    id = f"do-{number}"
    give(
        console,
        MakeAction(id, "L2", "Sweep", me.id, due, source="finding", record=f"found-{number}"),
    )
    if number - 7 < 2:
        clock.at = at + (4 + 4 * (number - 7)) * 86_400
        people = console.session.rights.people.values()
        other = next(one.id for one in people if Role.SUPERVISOR in one.roles and one.id != me.id)
        give(console, DoAction(id, "L2", "swept"))
        give(console, VerifyAction(id, "L2"), who=other)
