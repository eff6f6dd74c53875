"""A checklist that is edited and published at one console is used at another while the first is away."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from console.app.queries.rounds import RunFile, run_file, templates, versions_of
from console.domain.checklists import Asks, Form, Going, Item, Purpose, Version, Words, round_run_id
from console.domain.checklists_shipped import shipped_templates
from console.domain.commands.checklists import (
    AnswerItem,
    BeginChecklists,
    BeginRun,
    DraftChecklist,
    PublishChecklist,
    RetireChecklist,
    SignRun,
)
from console.domain.events import CommandRefused
from console.domain.sharing import Address, Link
from tests.app.seats import Seat
from tests.databases import PostgreSQL

NEW = Item("new-item", Words("The eye wash is reachable", "洗眼器可及"), Asks.YES_NO, red_line=True)


@pytest.fixture
def address(postgresql: PostgreSQL) -> Address:
    """A new shared database."""
    return postgresql.fresh()


@pytest.fixture
def seats(tmp_path: Path, address: Address) -> Any:
    """Consoles A and B at one shared database."""
    made = [Seat(tmp_path, name) for name in "ab"]
    for seat in made:
        seat.join(address)
    a, b = made
    a.until(lambda: a.link is b.link is Link.SHARED, beside=(b,))
    yield made
    for seat in made:
        seat.close()


def asked(seat: Seat, query: Any) -> Any:
    """What the records of a console answer."""
    return seat.now(lambda local: local.ask(query))


def patrol(seat: Seat) -> Any:
    """The shipped patrol as a console has it, with the record's revision."""
    return next((one for one in asked(seat, templates) if one.template.purpose is Purpose.PATROL), None)


def edited(form: Form) -> Form:
    """The form as somebody at A edits it: an item more, the first section said otherwise."""
    first = form.sections[0]
    changed = replace(first, words=Words("Doors and ways", "门与通道"), items=(*first.items, NEW))
    return replace(form, sections=(changed, *form.sections[1:]))


def newest(seat: Seat, template: str) -> Version | None:
    """The version that holds at a console."""
    return next(iter(asked(seat, versions_of(template))), None)


def walk(seat: Seat, version: Version, place: str) -> None:
    """Answer everything well and sign."""
    seat.give(BeginRun("run-1", version.template, place, number=version.number))
    for item in version.form.items:
        value = None if item.asks in (Asks.TEXT, Asks.PHOTO) else 4.0 if item.asks is Asks.SCORE else 1.0
        if item.asks is Asks.MEASURE:
            value = item.low if item.low is not None else item.high or 0.0
        skipped = item.asks is Asks.PHOTO
        text = "nothing of note" if item.asks is Asks.TEXT else "no camera here" if skipped else ""
        seat.give(AnswerItem("run-1", place, item.id, value, text, skipped))
    seat.give(SignRun("run-1", place, "all well"))


def test_a_template_published_at_one_console_is_walked_at_another_while_the_first_is_away(
    seats: list[Seat], address: Address
) -> None:
    a, b = seats
    for seat in seats:
        seat.give(BeginChecklists())
    a.until(lambda: a.shared and b.shared and a.rows() == b.rows(), beside=(b,))
    before = patrol(a)
    old = newest(a, before.template.id)
    assert old is not None
    assert len(asked(b, templates)) == len(shipped_templates())

    template, form = before.template.id, edited(old.form)
    a.give(DraftChecklist(template, before.template.name, Purpose.PATROL, form, before.revision))
    a.give(PublishChecklist(template, "The eye wash is looked at too", before.revision + 1))
    a.until(lambda: newest(b, template).number == 2, beside=(b,))  # type: ignore[union-attr]
    a.until(lambda: a.shared, beside=(b,))
    a.close()  # offline: it hears nothing of what follows

    at_b = newest(b, template)
    assert at_b is not None
    assert at_b.form == form
    assert at_b.note == "The eye wash is looked at too"
    walk(b, at_b, "L1")
    b.until(lambda: b.shared)
    assert b.refused_here == []

    a.restart()
    a.join(address)
    a.until(lambda: asked(a, run_file("run-1")) is not None and a.link is Link.SHARED, beside=(b,))
    a.until(lambda: a.shared and a.rows() == b.rows(), beside=(b,))
    seen = asked(a, run_file("run-1"))
    assert isinstance(seen, RunFile)
    assert seen.run.going is Going.SIGNED
    assert seen.run.version == seen.version.number == 2
    assert seen.by_item[NEW.id].value == 1.0
    assert len(seen.answers) == len(form.items)
    assert seen.run.note == "all well"
    a.verified(), b.verified()


def test_two_who_are_apart_on_one_planned_round_come_to_one_run_in_which_the_last_word_holds(
    seats: list[Seat], address: Address
) -> None:
    a, b = seats
    for seat in seats:
        seat.give(BeginChecklists())
    a.until(lambda: a.shared and b.shared and a.rows() == b.rows(), beside=(b,))
    version = newest(a, patrol(a).template.id)
    assert version is not None
    one, two, three = [item.id for item in version.form.items if item.asks is Asks.YES_NO][:3]
    run = round_run_id("round", "L1", 0)
    b.sharing.pause()

    b.give(BeginRun(run, version.template, "L1", plan="round"))
    b.give(AnswerItem(run, "L1", one, 0.0))
    b.give(AnswerItem(run, "L1", two, 0.0))
    assert asked(b, run_file(run)) is not None
    a.give(BeginRun(run, version.template, "L1", plan="round"))
    a.give(AnswerItem(run, "L1", one, 1.0))
    a.give(AnswerItem(run, "L1", three, 1.0))
    a.until(lambda: a.shared)
    b.give(AnswerItem(run, "L1", three, 0.0))
    walk(b, version, "L1")  # whole and signed, of the version that held when it was begun
    template = patrol(a)
    a.give(DraftChecklist(template.template.id, Words("Other"), Purpose.PATROL, edited(version.form), 1))
    a.give(PublishChecklist(template.template.id, "", 2))
    a.give(RetireChecklist(template.template.id, True, 3))
    a.until(lambda: a.shared)
    b.sharing.pause(False)
    a.until(lambda: a.shared and b.shared and a.rows() == b.rows(), beside=(b,))

    seen = asked(b, run_file(run))
    assert {item: answer.value for item, answer in seen.by_item.items()} == {one: 1.0, two: 0.0, three: 0.0}
    walked = asked(a, run_file("run-1")).run
    assert (walked.going, walked.version) == (Going.SIGNED, 1)
    assert a.told(CommandRefused) == b.told(CommandRefused) == []
    a.verified(), b.verified()
