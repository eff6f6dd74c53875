"""Rules of stops in the records: every value comes back as it was, and two consoles that share have one row a stop."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from console.domain.commands import CONSOLE
from console.domain.commands.stops import (
    AddReason,
    BeginReasons,
    ChangeReason,
    ExplainStop,
    MergeStops,
    SplitStop,
    TellStops,
)
from console.domain.desk import ChangedMeanwhile
from console.domain.ids import new_id
from console.domain.reasons import Reason
from console.domain.reasons_shipped import shipped_reasons
from console.domain.stops import Ran, Stop, ToldStop, piece_id, stop_id
from tests.databases import PostgreSQL, Server
from tests.records.plants import Site, assert_one_truth, explained

T = datetime(2026, 11, 20, 14, 0, 0, 250_000, tzinfo=UTC)
PLACE = "L1/30"
ID = stop_id(PLACE, T)
ON = (ID, PLACE)
OWN = Reason("own", "夹具 🏭 <b>", "machine", "Body", "breakdown", "waiting", ("*E7*", "夹具"), ("machine/x",), 7)


def at(seconds: float) -> datetime:
    return T + timedelta(seconds=seconds)


def told(since: float = 0, until: float | None = 600, machine: str = "") -> TellStops:
    ends = None if until is None else at(until)
    return TellStops((ToldStop(PLACE, at(since), ends, machine, "L1", "Body"),))


def stops(site: Site) -> list[Stop]:
    found = site.local.ask(lambda desk: desk.find(Stop, merged_into="", order="since"))
    assert isinstance(found, list)
    return found


@pytest.fixture(params=["postgresql", "mariadb"])
def server(request: pytest.FixtureRequest) -> Server:
    found: Server = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def two(tmp_path: Path, postgresql: PostgreSQL) -> Iterator[tuple[Site, Site, Any]]:
    """Two consoles that have the same reasons and share one PostgreSQL when told to."""
    address = postgresql.fresh()
    a, b = Site(tmp_path, "a"), Site(tmp_path, "b")
    for site in (a, b):
        site.join(address)
    a.do(BeginReasons(shipped_reasons(chinese=False)), CONSOLE)
    a.share(), b.share()
    yield a, b, address
    a.close(), b.close()


def test_every_value_comes_back_as_it_was_from_here_and_from_a_shared_database(tmp_path: Path, server: Server) -> None:
    address = server.fresh()
    a, b = Site(tmp_path, "a"), Site(tmp_path, "b")
    try:
        a.do(BeginReasons(shipped_reasons(chinese=True)), CONSOLE)
        a.do(AddReason(OWN))
        a.do(told(machine="产线 🏭 <b>"), CONSOLE)
        a.do(told(630, None), CONSOLE)
        second = stops(a)[1].id
        a.do(ExplainStop(*ON, "own", "=1+1\n产线"), "anna")
        a.do(MergeStops(*ON, second, 120.0), "anna")
        for site in (a, b):
            site.join(address)
            site.share()
        for site in (a, b):
            assert site.get(Reason, "own") == OWN
            stop, part = site.get(Stop, ID), site.get(Stop, second)
            assert stop is not None
            assert part is not None
            assert (stop.since, stop.until, stop.machine, stop.note) == (T, None, "产线 🏭 <b>", "=1+1\n产线")
            assert (stop.ran, part.merged_into) == ((Ran(at(600), at(630)),), ID)
            site.verified()
    finally:
        a.close(), b.close()


def test_what_two_consoles_heard_is_one_row(two: tuple[Site, Site, Any]) -> None:
    a, b, address = two
    a.do(told(0, None), CONSOLE)
    b.do(told(0.4, None), CONSOLE)
    a.do(told(0, 600), CONSOLE)
    b.do(told(0.4, 600.3, "jam"), CONSOLE)
    a.share(), b.share(), a.share()

    assert_one_truth(address, a, b)
    (stop,) = stops(a)
    assert (stop.since, stop.until, stop.reason) == (T, at(600), "machine.jam")
    assert explained(a) == explained(b) == {}


def test_one_that_a_console_heard_longer_lasts_as_long_and_a_split_one_is_not_heard_anew(
    two: tuple[Site, Site, Any],
) -> None:
    a, b, address = two
    a.do(told(0, 300), CONSOLE)
    a.do(SplitStop(*ON, at(100)), "anna")
    a.do(ExplainStop(piece_id(ID, at(100)), PLACE, "machine.jam"), "anna")
    b.do(told(0.4, 600), CONSOLE)
    a.share(), b.share(), a.share()

    assert_one_truth(address, a, b)
    assert [(one.since, one.until, one.reason) for one in stops(b)] == [
        (T, at(100), ""),
        (at(100), at(600), "machine.jam"),
    ]


def test_a_reason_that_was_given_while_the_end_was_told_elsewhere_stays(two: tuple[Site, Site, Any]) -> None:
    a, b, address = two
    a.do(told(0, None), CONSOLE)
    a.share(), b.share()
    a.do(told(0, 600), CONSOLE)
    b.do(ExplainStop(*ON, "machine.wear"), "bert")
    a.share(), b.share(), a.share()

    assert_one_truth(address, a, b)
    (stop,) = stops(a)
    assert (stop.until, stop.reason, stop.by) == (at(600), "machine.wear", "bert")
    assert explained(b) == {}


def test_of_two_reasons_the_first_holds_and_the_second_is_told_so(two: tuple[Site, Site, Any]) -> None:
    a, b, address = two
    a.do(told(), CONSOLE)
    a.share(), b.share()
    a.do(ExplainStop(*ON, "machine.wear"), "anna")
    b.do(ExplainStop(*ON, "machine.jam"), "bert")
    a.share()
    ((command, refusal),) = b.share().refused
    a.share()

    assert (command, refusal.code) == ("ExplainStop", ChangedMeanwhile.code)
    assert_one_truth(address, a, b)
    assert stops(b)[0].reason == "machine.wear"


def test_the_tree_is_put_in_once_and_changed_by_its_version(tmp_path: Path) -> None:
    site = Site(tmp_path, "a")
    try:
        site.do(BeginReasons(shipped_reasons(chinese=False)), CONSOLE)
        site.do(BeginReasons((Reason("x", "X"),)), CONSOLE)
        assert site.get(Reason, "x") is None
        site.do(
            AddReason(
                Reason(new_id(), "Robot", "machine", machine=(" R1 ", "r1", "")),
            ),
            "anna",
        )
        jam = site.get(Reason, "machine.jam")
        assert jam is not None
        with pytest.raises(ChangedMeanwhile):
            site.do(ChangeReason(jam, 7), "anna")
    finally:
        site.close()
