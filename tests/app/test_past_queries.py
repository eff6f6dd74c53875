"""What was true at some time is answered as it was: calls with their stage, stops with their reason, any record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from console.app.queries.past import at
from console.domain.andon import Call, Category, Severity, Stage
from console.domain.commands import CONSOLE
from console.domain.commands.andon import (
    AcknowledgeCall,
    ArriveAtCall,
    ChangeCategory,
    CloseCall,
    ReopenCall,
    ResolveCall,
    VerifyCall,
)
from console.domain.commands.stops import BeginReasons, ExplainStop, TellStops
from console.domain.people import Credential
from console.domain.reasons import Reason
from console.domain.stops import Stop, ToldStop, stop_id
from tests.app.calls import L1, MACHINE, STATION, Floor


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    made = Floor(tmp_path)
    yield made
    made.close()


def run(floor: Floor, job: Callable[..., Any]) -> Any:
    box: list[Any] = []
    floor.office.run(job, box.append, box.append)
    answer = floor.wait(box)
    assert not isinstance(answer, Exception), answer
    return answer


def test_the_calls_of_a_time_are_those_that_were_open_then_with_their_stage_then(floor: Floor) -> None:
    """What every minute showed live is written down, and asked for once everything is over."""
    shown: dict[datetime, set[tuple[str, Stage, str, Severity]]] = {}

    def minute(after: Callable[[], object] = lambda: None) -> None:
        floor.pass_time(30)
        after()
        floor.pass_time(30)
        open_ones = floor.open()
        shown[floor.at] = {(one.call.id, one.call.stage, one.owner, one.call.severity) for one in open_ones}

    minute()
    floor.pass_time(1)
    one = floor.raise_call(severity=Severity.MAJOR)
    minute()
    minute(lambda: floor.must(AcknowledgeCall(one.id, STATION), "mo"))
    floor.pass_time(1)
    other = floor.raise_call(category="help")
    minute()
    minute(lambda: floor.must(ArriveAtCall(one.id, STATION), "mo"))
    minute(lambda: floor.must(CloseCall(other.id, STATION), "lea"))
    minute(lambda: floor.must(ResolveCall(one.id, STATION, "jam", "A pin was bent", "New pin"), "mo"))
    minute(lambda: floor.must(VerifyCall(one.id, STATION), "quinn"))
    minute(lambda: floor.must(CloseCall(one.id, STATION), "lea"))
    minute(lambda: floor.must(ReopenCall(other.id, STATION, "It came back"), "lea"))
    minute()

    assert len({frozenset(calls) for calls in shown.values()}) > 5
    for time, calls in shown.items():
        then = run(floor, at(time).open_calls)
        assert {(c.call.id, c.call.stage, c.owner, c.call.severity) for c in then} == calls, time
    assert [c.name for c in run(floor, at(min(shown) + timedelta(minutes=2)).open_calls)] == ["Machine"]


def test_before_anything_was_there_nothing_was_there(floor: Floor) -> None:
    call = floor.raise_call()
    before = call.raised - timedelta(days=1)
    assert run(floor, at(before).open_calls) == ()
    assert run(floor, at(before).value(Call, call.id)) is None
    assert run(floor, at(before).values(Category)) == {}


def test_a_record_of_a_time_has_the_values_of_that_time(floor: Floor) -> None:
    first = floor.at
    floor.pass_time(60)

    floor.must(ChangeCategory(replace(MACHINE, name="Machines"), floor.ask(_version)), "ada")
    assert run(floor, at(first).value(Category, "machine")).name == "Machine"
    assert run(floor, at(floor.at).value(Category, "machine")).name == "Machines"
    assert run(floor, at(first).values(Category, ["machine", "none"])).keys() == {"machine"}


def _version(desk: Any) -> int:
    return int(desk.kept(Category, id="machine")[0].version)


def test_the_stops_of_a_time_are_those_that_lasted_and_nobody_had_explained_them_yet(floor: Floor) -> None:
    begin = floor.at
    told = ToldStop(STATION, begin, None, "", L1[2], L1[1])
    floor.must(BeginReasons((Reason("jam", "Jam"),)), CONSOLE)
    floor.must(TellStops((told,)), CONSOLE)
    floor.pass_time(300)
    floor.must(TellStops((ToldStop(STATION, begin, floor.at, "", L1[2], L1[1]),)), CONSOLE)
    floor.pass_time(300)
    id = stop_id(STATION, begin)
    floor.must(ExplainStop(id, STATION, "jam"), "lea")

    lasting = run(floor, at(begin + timedelta(seconds=60)).stops)
    assert [(one.id, one.until, one.reason) for one in lasting] == [(id, None, "")]
    assert run(floor, at(begin + timedelta(seconds=301)).stops) == ()
    assert run(floor, at(floor.at).value(Stop, id)).reason == "jam"


def test_what_is_secret_has_no_past(floor: Floor, expected_log: Callable[..., None]) -> None:
    expected_log("A question to the records failed")
    box: list[Any] = []
    floor.office.run(at(datetime(2026, 11, 21, tzinfo=UTC)).values(Credential), box.append, box.append)
    assert isinstance(floor.wait(box), Exception)
