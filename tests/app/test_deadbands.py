"""A dead band from what was recorded of a signal, and what an alarm pulse tells."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from console.app.callpulse import CallPulse
from console.app.deadbands import find_dead_bands
from console.domain.callfigures import Advice, Crossing, Cure
from console.domain.callrules import CallRule, Kind
from console.domain.commands.andon import AcknowledgeCall, SetCallRule
from console.domain.responses import Span, Window
from console.history.history import History
from tests.app.calling import T0, Works

HOT = CallRule("hot", "Too hot", Kind.LIMIT, "machine", signal="temperature", limit=60.0)


@pytest.fixture
def works(tmp_path: Path) -> Iterator[Works]:
    made = Works(tmp_path)
    made.staff()
    yield made
    made.close()


def advice_of(works: Works, *crossings: Crossing) -> tuple[Advice, ...]:
    """What history says of the last hour."""
    box: list[Any] = []
    find_dead_bands(works.console, crossings, Window(works.now - timedelta(hours=1), works.now), box.append)
    works.until(lambda: box)
    return tuple(box[0])


def test_a_dead_band_is_proposed_from_the_history_of_the_signal(works: Works) -> None:
    (works.folder / "history").mkdir()
    works.console.history = History(works.folder / "history")
    works.console.history.start()
    for depth in (0.5, 0.4, 0.6, 0.5, 0.3, 0.5, 0.4, 5.0):  # how far it comes back inside between two crossings
        works.say(temperature=61.0)
        works.after(10)
        works.say(temperature=60.0 - depth)
        works.after(10)
    works.say(temperature=61.0)
    works.after(1)
    assert works.console.history.flush()
    (advice,) = advice_of(works, Crossing("L1/10", HOT, 9))
    assert (advice.cure, advice.rule) == (Cure.DEAD_BAND, HOT)
    assert advice.proposal.value == pytest.approx(0.606)
    assert (advice.proposal.before, advice.proposal.after) == (9, 2)
    works.console.history.close()
    assert advice_of(works, Crossing("L1/10", HOT, 9)) == ()  # and nobody is disturbed by one that is closed


def test_without_a_history_nothing_is_proposed(works: Works) -> None:
    assert advice_of(works, Crossing("L1/10", HOT, 9)) == ()


def test_the_pulse_tells_the_rate_a_flood_and_its_end(works: Works) -> None:
    works.console.pulse = CallPulse(works.console)
    pulse = works.console.pulse
    works.give(SetCallRule(HOT))
    works.until(lambda: "hot" in works.rules())
    pulse.start()
    works.until(lambda: pulse.known)
    assert (pulse.now().rate, pulse.now().flood) == (0, False)
    for number in range(12):
        works.say(alarm=f"Fault {number}", code=f"E{number}", level="fault")
        works.after(20)
    works.until(lambda: pulse.now().rate == 12)
    assert pulse.now().flood
    works.clock.at += 700.0
    assert (pulse.now().rate, pulse.now().flood) == (0, False)


def test_the_pulse_tells_the_answers_of_the_shift_that_is_on(works: Works) -> None:
    works.console.pulse = CallPulse(works.console)
    pulse = works.console.pulse
    pulse.start()
    for number in range(5):
        works.say(alarm="Fault", code=f"E{number}", level="fault")
        works.settle()
        works.after(60.0)
        call = next(call for call in works.all() if call.about == f"E{number}")
        works.give(AcknowledgeCall(call.id, call.place), who="mo")
    works.until(lambda: pulse.known and pulse.answers(["L1"], (Span.ACKNOWLEDGE,))[0].figures.n == 5)
    (answer,) = pulse.answers(["L1"], (Span.ACKNOWLEDGE,))
    assert answer.figures.median == pytest.approx(60.0, abs=11.0)
    assert answer.targets == (180.0,)
    assert pulse.answers(["L2"], (Span.ACKNOWLEDGE,))[0].figures.n == 0
    works.clock.at = T0 + 3 * 3600.0  # the late shift has begun
    assert datetime.fromtimestamp(works.clock.at, UTC).hour >= 14
    assert pulse.answers(["L1"], (Span.ACKNOWLEDGE,))[0].figures.n == 0
