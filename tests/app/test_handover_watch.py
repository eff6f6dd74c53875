"""What the console looks after: handovers that wait or were missed, drafts that fill themselves, what rolls on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from console.app.console import Console
from console.app.furnishing import furnish
from console.app.handovers import Handovers, ShiftEnd
from console.app.settings import load_settings
from console.domain.commands import CONSOLE
from console.domain.commands import handovers as ask
from console.domain.commands.handovers import PrepareHandover
from console.domain.commands.people import AddPerson
from console.domain.commands.safety import ReportSafety
from console.domain.handover_moves import content_hash
from console.domain.handovers import Handover, Part, Reply, Stage, Subject
from console.domain.people import Grant, Role
from console.domain.safety import Happened
from console.telemetry.plantfile import load_plant

DAY = datetime(2026, 11, 20, tzinfo=UTC)
PLANT = """
[plant]
name = "Works"
timezone = "UTC"
calendar = "three"
[[calendars.three.shift]]
name = "Day"
start = "06:00"
end = "14:00"
[[calendars.three.shift]]
name = "Evening"
start = "14:00"
end = "22:00"
[[calendars.three.shift]]
name = "Night"
start = "22:00"
end = "06:00"
[[line]]
id = "L1"
name = "Housing"
site = "Suzhou"
area = "Body"
expected_interval = 1000000
station = [{id = "10", name = "10 Weld A"}]
[[source]]
topic = "w/10"
place = "L1/10"
signal = [{feeds = "good", path = "g"}]
"""


class Clock:
    at = DAY.timestamp()

    def __call__(self) -> float:
        return self.at

    def set(self, hours: float) -> None:
        self.at = (DAY + timedelta(hours=hours)).timestamp()


CLOCK = Clock()


@pytest.fixture(scope="module")
def console(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    folder: Path = tmp_path_factory.mktemp("console")
    (folder / "plant.toml").write_text(PLANT, encoding="utf-8")
    CLOCK.set(10)
    made = Console(folder, load_plant(folder / "plant.toml"), now=CLOCK)
    furnish(made, load_settings(folder, None, {}, {}), shares=False)
    made.start_records()
    until(made, lambda: made.handovers is not None and not made.office.ready.code)
    do(made, AddPerson("bob", "Bob", "1", (Grant(Role.SUPERVISOR),)))
    yield made
    made.close()


def until(console: Console, true: Callable[[], object]) -> None:
    end = time.monotonic() + 20
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        console.tick()
        time.sleep(0.002)


def service(console: Console) -> Handovers:
    assert console.handovers is not None
    return console.handovers


def do(console: Console, command: Any, who: str = CONSOLE) -> None:
    box: list[Any] = []
    console.office.do(command, box.append, box.append, who)
    until(console, lambda: box)
    assert not isinstance(box[0], Exception), getattr(box[0], "code", box[0])


def gathered(console: Console, shift: ShiftEnd) -> PrepareHandover:
    box: list[PrepareHandover] = []
    service(console).content(shift, box.append, lambda refusal: pytest.fail(str(refusal)))
    until(console, lambda: box)
    return box[0]


def kept(console: Console, id: str) -> Handover | None:
    box: list[Handover | None] = []
    console.office.ask(lambda desk: desk.get(Handover, id), box.append)
    until(console, lambda: box)
    return box[0]


def running(console: Console) -> ShiftEnd:
    shift = service(console).running("L1")
    assert shift is not None
    return shift


def looked(console: Console) -> None:
    watch = service(console).watch
    watch._stale, watch._ask_at, watch._look_at = True, 0.0, 0.0
    until(console, lambda: not watch._stale and not watch._asking)


def test_nothing_waits_where_nobody_ever_handed_over(console: Console) -> None:
    CLOCK.set(13.99)
    looked(console)
    assert service(console).waiting == 0
    assert kept(console, running(console).id) is None  # and the console fills nothing unasked there


def test_what_was_signed_waits_until_somebody_takes_it_over(console: Console) -> None:
    CLOCK.set(13)
    told_at = DAY + timedelta(hours=9)
    for event in ("a", "b"):
        do(console, ReportSafety(event, Happened.HAZARD, "L1", f"hazard {event}", told_at))
    shift = running(console)
    do(console, gathered(console, shift))
    do(console, ask.AddHandoverItem(shift.id, "L1", "n", "", "guard door is loose"))
    draft = kept(console, shift.id)
    assert draft is not None
    assert [item.subject for item in draft.items] == [Subject.SAFETY, Subject.SAFETY, Subject.NOTE]
    do(console, ask.HandOver(shift.id, "L1", content_hash(draft)))
    looked(console)
    assert service(console).waiting == 1
    assert [one.id for one in service(console).watch.handed] == [shift.id]


def test_before_a_shift_ends_the_console_keeps_what_the_floor_knows(console: Console) -> None:
    CLOCK.set(21.98)
    shift = running(console)
    assert shift.shift == "Evening"
    looked(console)
    until(console, lambda: kept(console, shift.id))
    draft = kept(console, shift.id)
    assert draft is not None
    assert draft.stage is Stage.DRAFT
    assert [fact.code for fact in draft.facts if fact.part is Part.PRODUCTION] == ["line"]


def test_what_nobody_accepted_rolls_on_with_its_age_and_notes_too(console: Console) -> None:
    draft = kept(console, running(console).id)
    assert draft is not None
    ages = {item.record or item.id: (item.carried, item.first) for item in draft.items}
    assert ages == {"a": (1, DAY.date()), "b": (1, DAY.date()), "n": (1, DAY.date())}
    assert [item.subject for item in draft.items].count(Subject.NOTE) == 1


def test_a_missed_handover_waits_is_named_and_stands_in_the_next_one(console: Console) -> None:
    CLOCK.set(23.5)
    looked(console)
    watch = service(console).watch
    assert [(one.shift, one.missed) for one in watch.missed] == [("Evening", True)]
    assert service(console).waiting == 2  # and the one that was signed and never taken over
    told = gathered(console, running(console))
    missed = next(fact for fact in told.facts if fact.code == "missed_handover")
    assert dict(missed.texts)["shift"] == "Evening"
    CLOCK.set(31)  # Night ends without a draft of its own
    told = gathered(console, running(console))
    missed = next(fact for fact in told.facts if fact.code == "missed_handover")
    assert dict(missed.figures)["handovers"] == 2.0


def test_what_was_accepted_is_new_again_when_it_is_still_open(console: Console) -> None:
    CLOCK.set(14.5)
    day = next(one for one in service(console).watch.handed)
    do(console, ask.AnswerHandoverItem(day.id, "L1", day.items[0].id, Reply.ACCEPTED, "seen"), "bob")
    CLOCK.set(21)
    ages = {item.id: item.carried for item in gathered(console, running(console)).items}
    assert ages[day.items[0].id] == 0
    assert ages[day.items[1].id] == 1
