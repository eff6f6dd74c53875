"""Rules of the demo's calls: every one of them could have been given, and there is something to find in them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from console.app.authority import Authority
from console.app.handlers import handler_of
from console.app.pins import hashed
from console.app.places import ways
from console.app.queries.andon import calls_raised, open_calls, responses
from console.demo.calls import BETTER, DAYS, demo_calls
from console.demo.people import people_commands
from console.demo.plant_text import plant_text
from console.domain.andon import Stage
from console.domain.andon_shipped import shipped_categories, shipped_rules
from console.domain.commands import CONSOLE, Command, Given, Stamp
from console.domain.commands.andon import BeginCalls
from console.domain.desk import Desk
from console.domain.ids import new_id
from console.domain.responses import Span, Window, bad_actors, compare
from console.records.local import LocalRecords
from console.telemetry.plantfile import load_plant

NOW = datetime(2026, 5, 6, 15, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> LocalRecords:
    plant = load_plant(plant_text(4, "UTC")).plant
    authority = Authority()
    authority.ways = ways(plant)

    def handle(desk: Desk, stamp: Stamp, command: Command) -> None:
        authority.check(desk, stamp, command)
        handler_of(type(command))(desk, stamp, command)

    local = LocalRecords(Path(tmp_path_factory.mktemp("demo")) / "records.db", handle)
    begin: list[Command] = [*people_commands(plant, NOW.date(), hashed("2580", b"sixteen bytes ok"))]
    begin.append(BeginCalls(shipped_categories(False), shipped_rules(False, 120.0)))
    early = NOW - timedelta(days=60)
    refused = local.give([Given(Stamp(new_id(), early, CONSOLE, "console-1"), command) for command in begin])
    refused += local.give(demo_calls(plant, NOW))
    assert [result for result in refused if isinstance(result, Exception)] == []
    return local


def test_four_weeks_of_calls_are_closed_and_a_few_are_open(records: LocalRecords) -> None:
    calls = records.ask(calls_raised(NOW - timedelta(days=DAYS + 1), NOW))
    assert len([call for call in calls if call.stage is Stage.CLOSED]) > 100
    stages = sorted(shown.call.stage.value for shown in records.ask(open_calls))
    assert stages == ["acknowledged", "on_site", "raised"]


def test_the_last_days_are_answered_faster_and_the_wire_feed_calls_most(records: LocalRecords) -> None:
    since, middle = NOW - timedelta(days=DAYS + 1), NOW - timedelta(days=BETTER)
    told = records.ask(responses(since, NOW))
    found = compare(told, Span.ACKNOWLEDGE, {}, Window(since, middle), Window(middle, NOW), NOW)
    assert found.change is not None
    assert found.change < -0.3
    worst = bad_actors(records.ask(calls_raised(since, NOW)), NOW)[0]
    assert (worst.place, worst.about) == ("L1/40", "E12")


def test_it_is_the_same_every_time() -> None:
    plant = load_plant(plant_text(4, "UTC")).plant
    assert demo_calls(plant, NOW) == demo_calls(plant, NOW)
    assert demo_calls(load_plant(plant_text(1, "UTC")).plant, NOW), "a plant of one line has calls too"
