"""A handover of a running console: which shifts want one, and what the live floor adds to what the records hold."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from console.app.console import Console
from console.app.furnishing import furnish
from console.app.handovers import Handovers, ShiftEnd
from console.app.morning import Morning, MorningClock
from console.app.settings import load_settings
from console.demo.plant_text import plant_text
from console.domain.commands import CONSOLE
from console.domain.commands.handovers import PrepareHandover
from console.domain.handovers import Handover, Part, Stage, Subject
from console.telemetry.plantfile import load_plant

START = datetime(2025, 3, 4, 6, 0, tzinfo=UTC).timestamp()
STEPS = 900  # half an hour of the demo's morning


@pytest.fixture(scope="module")
def console(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    """A console that has lived through half an hour of the demo plant's early shift."""
    folder = tmp_path_factory.mktemp("console")
    clock = MorningClock(START)
    made = Console(folder, load_plant(plant_text(4, "UTC")), now=clock.now)
    furnish(made, load_settings(folder, None, {}, {}), shares=False)
    morning = Morning(made, clock, 1, START, 4, "UTC")
    for _ in range(STEPS):
        next(morning._steps)  # noqa: SLF001 - so many steps, and no more
    made.start_records()
    yield made
    made.close()


def until(console: Console, true: Callable[[], object]) -> None:
    end = time.monotonic() + 20
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        console.mailbox.run_errands()
        time.sleep(0.002)


def gathered(console: Console, shift: ShiftEnd) -> PrepareHandover:
    box: list[PrepareHandover] = []
    Handovers(console).content(shift, box.append, lambda refusal: pytest.fail(str(refusal)))
    until(console, lambda: box)
    return box[0]


def running(console: Console, place: str) -> ShiftEnd:
    """The shift that is on, as if it were to be handed over."""
    shift = console.floor.line("L1").shift
    assert shift is not None
    begins, ends = (datetime.fromtimestamp(at, UTC) for at in (shift.start, shift.end))
    return ShiftEnd(place, shift.day, shift.name, begins, ends, "")


def test_shifts_that_ended_within_a_day_want_a_handover_and_the_one_that_is_on_not_yet(console: Console) -> None:
    found = Handovers(console).wanted("L1")
    now = datetime.fromtimestamp(console.now(), UTC)

    assert found
    assert all(now - timedelta(days=1) < shift.ends <= now for shift in found)
    assert all(shift.next_shift for shift in found)
    assert len({shift.id for shift in found}) == len(found)
    assert Handovers(console).wanted("no such place") == ()


def test_the_floor_tells_pieces_of_this_shift_for_each_line_of_the_place(console: Console) -> None:
    told = gathered(console, running(console, "L1"))
    lines = [fact for fact in told.facts if (fact.part, fact.code) == (Part.PRODUCTION, "line")]
    totals = console.floor.line_hearings["L1"].totals(console.now())

    assert [dict(fact.texts)["line"] for fact in lines] == ["L1"]
    assert dict(lines[0].figures)["good"] == totals["good"] > 0
    area = console.office.authority.ways["L1"][-2]
    of_area = [fact for fact in gathered(console, running(console, area)).facts if fact.code == "line"]
    assert {dict(fact.texts)["line"] for fact in of_area} == {
        line.line.id for line in console.floor.lines if area in console.office.authority.ways[line.line.id]
    }


def test_an_old_shift_has_no_pieces_of_the_one_that_is_on(console: Console) -> None:
    told = gathered(console, Handovers(console).wanted("L1")[0])
    assert [fact for fact in told.facts if fact.part in (Part.PRODUCTION, Part.PEOPLE)] == []
    assert [item for item in told.items if item.subject is Subject.STATION] == []


def test_what_was_gathered_is_kept_as_a_draft(console: Console) -> None:
    told = gathered(console, running(console, "L1"))
    box: list[object] = []
    console.office.do(told, box.append, box.append, who=CONSOLE)
    until(console, lambda: box)
    kept: list[Handover] = []
    console.office.ask(lambda desk: desk.find(Handover), kept.extend, lambda refusal: pytest.fail(str(refusal)))
    until(console, lambda: kept)

    assert [one.stage for one in kept] == [Stage.DRAFT]
    assert kept[0].facts == told.facts
