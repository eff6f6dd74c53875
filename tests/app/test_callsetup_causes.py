"""A cause that calls name stays on its category's list, so that what was told of them can always be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from console.domain.andon import Category, Cause
from console.domain.andon_refusals import CauseNamed
from console.domain.commands.andon import ChangeCategory, ResolveCall
from tests.app.calls import MACHINE, STATION, Floor


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    made = Floor(tmp_path)
    call = made.raise_call()
    made.must(ResolveCall(call.id, STATION, "jam"), who="lea")
    yield made
    made.close()


def kept(floor: Floor) -> Category:
    found = floor.ask(lambda desk: desk.get(Category, MACHINE.id))
    assert isinstance(found, Category)
    return found


def test_a_cause_that_a_call_names_cannot_be_taken_away(floor: Floor) -> None:
    refusal = floor.do(ChangeCategory(replace(MACHINE, causes=(Cause("wear", "Wear"),))))
    assert isinstance(refusal, CauseNamed)
    assert (refusal.facts["field"], refusal.facts["cause"], refusal.facts["name"]) == ("causes", "jam", "Jam")
    assert kept(floor).causes == MACHINE.causes


def test_it_can_be_named_otherwise_and_put_elsewhere(floor: Floor) -> None:
    other = (Cause("wear", "Wear"), Cause("jam", "Part jammed"))
    floor.must(ChangeCategory(replace(MACHINE, causes=other)))
    assert kept(floor).causes == other


def test_one_that_no_call_names_can_be_taken_away(floor: Floor) -> None:
    floor.must(ChangeCategory(replace(MACHINE, causes=(Cause("jam", "Jam"),))))
    assert kept(floor).causes == (Cause("jam", "Jam"),)
