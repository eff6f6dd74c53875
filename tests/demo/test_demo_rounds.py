"""Rules of the demo's rounds: every one could have been made, scores and seals fit, and there is something to find."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from console.app.console import Console
from console.app.democalls import seed_demo_calls
from console.app.demopeople import seed_demo_people
from console.app.demorounds import seed_demo_rounds
from console.app.furnishing import furnish
from console.app.settings import load_settings
from console.demo.plant_text import plant_text
from console.demo.rounds import OPEN_ANSWERED, demo_rounds
from console.demo.safety import demo_safety
from console.domain.audit_plans import Stand
from console.domain.checklist_scores import score
from console.domain.checklists import Answer, Going, Run, Version, version_id
from console.domain.crews import Briefing, Crew
from console.domain.desk import ReadDesk
from console.domain.findings import Closing, Finding, RedTag, overdue
from console.domain.handover_moves import is_missed, is_whole
from console.domain.handovers import Handover, Reply, Stage, Subject
from console.domain.patrols import CheckIn, Route, missed
from console.domain.safety import Happened, SafetyEvent
from console.telemetry.plantfile import load_plant

NOW = datetime(2026, 11, 21, 11, 42, tzinfo=UTC)


def ask(console: Console, query: Callable[[ReadDesk], Any]) -> Any:
    box: list[Any] = []
    console.office.ask(query, box.append)
    wait(console, lambda: box)
    return box[0]


def wait(console: Console, true: Callable[[], object]) -> None:
    end = time.monotonic() + 30
    while not true():
        assert time.monotonic() < end
        console.tick()
        time.sleep(0.002)


@pytest.fixture(scope="module")
def console(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    """A demo as it is some seconds after its start; a refusal of a command would be a warning, which fails the test."""
    folder = tmp_path_factory.mktemp("demo")
    made = Console(folder, load_plant(plant_text(4, "UTC")), now=NOW.timestamp)
    furnish(made, load_settings(folder, None, {}, {}), shares=False)
    made.start_records()
    people: list[bool] = []
    seed_demo_people(made.office, made.floor.plant, NOW.date(), done=lambda: people.append(True))
    wait(made, lambda: people)
    over: list[bool] = []
    seed_demo_calls(made, done=lambda: seed_demo_rounds(made, done=lambda: over.append(True)))
    wait(made, lambda: over)
    yield made
    made.close()


def test_every_score_is_what_its_answers_come_to_and_the_lines_rise_but_for_one(console: Console) -> None:
    def read(desk: ReadDesk) -> list[tuple[Run, Version, list[Answer]]]:
        runs = desk.find(Run, order="ended", going=Going.SIGNED)
        versions = {run.version: None for run in runs}
        assert list(versions) == [1]
        return [(run, desk.need(Version, version_id(run.template, 1)), desk.find(Answer, run=run.id)) for run in runs]

    told = ask(console, read)
    for run, version, answers in told:
        came_to = score(version.form, answers)
        assert (run.points, run.most, run.passed) == (came_to.whole.points, came_to.whole.most, came_to.passed)
        assert run.ended <= NOW
    audits = [run for run, version, _ in told if version.name.en == "5S production"]
    shares: dict[str, list[float]] = {}
    for run in audits:
        shares.setdefault(run.place, []).append(run.points / run.most)
    assert {line: len(found) >= 8 for line, found in shares.items()} == dict.fromkeys(("L1", "L2", "L3", "L4"), True)
    assert all(found[-1] > found[0] for found in shares.values())
    assert [line for line, found in shares.items() if found[-1] < 0.8] == ["L2"]


def test_an_audit_is_half_filled_and_a_round_wants_a_decision(console: Console) -> None:
    wait(console, lambda: console.rounds is not None and console.rounds.told.open_runs and console.rounds.standings)
    (run,) = console.rounds.told.open_runs
    assert len(ask(console, lambda desk: desk.find(Answer, run=run.id))) == OPEN_ANSWERED
    stands = {one.stand for one in console.rounds.standings}
    assert {Stand.DONE, Stand.MISSED, Stand.OVERDUE, Stand.AHEAD, Stand.APPROVED} <= stands
    assert sum(one.stand is Stand.MISSED for one in console.rounds.standings) == 1


def test_findings_are_in_every_state_and_some_come_again(console: Console) -> None:
    wait(console, lambda: console.rounds.told.findings)
    found = console.rounds.told.findings
    assert {one.closing for one in found} == {Closing.BARE, Closing.OPEN, Closing.DONE}
    every = ask(console, lambda desk: desk.find(Finding))
    assert 0.15 < sum(bool(one.repeats) for one in every) / len(every) < 0.6
    tags = ask(console, lambda desk: desk.find(RedTag))
    assert len(overdue(tags, NOW.date())) == 1
    assert any(tag.fate is not None for tag in tags)


def test_one_point_of_a_patrol_was_missed_and_calls_nobody_any_more(console: Console) -> None:
    def read(desk: ReadDesk) -> list[int]:
        routes = desk.find(Route)
        runs = [run for route in routes for run in desk.find(Run, template=route.id)]
        return [len(missed(routes[0], run, desk.find(CheckIn, run=run.id), NOW)) for run in runs]

    assert sorted(ask(console, read)) == [0, 1]
    assert [one.call.text for one in console.calls.open if one.call.code == "missed_point"] == []


def test_nobody_lost_time_and_what_is_open_is_not_urgent(console: Console) -> None:
    events = ask(console, lambda desk: desk.find(SafetyEvent))
    assert len(events) == 10
    assert Happened.LOST_TIME not in {event.what for event in events}
    running = [event for event in events if event.closed is None]
    assert len(running) == 2
    assert not any(event.urgent for event in running)
    assert "" in {event.reporter for event in events}
    assert all(event.cause for event in events if event.closed is not None)


def test_crews_are_briefed_and_nobody_is_in_two(console: Console) -> None:
    crews = ask(console, lambda desk: desk.find(Crew))
    everybody = [person for crew in crews for person in crew.people]
    assert len(crews) == 3
    assert len(everybody) == len(set(everybody))
    held = ask(console, lambda desk: desk.find(Briefing))
    assert len(held) >= 12
    assert all(one.held is not None and one.there and one.held <= NOW for one in held)


def test_every_seal_is_whole_and_what_was_disputed_rolls_on(console: Console) -> None:
    told = ask(console, lambda desk: desk.find(Handover, order="ends"))
    sealed = [one for one in told if one.stage is Stage.SEALED]
    assert len(sealed) >= 20
    assert all(is_whole(one) and one.outgoing.who != one.incoming.who for one in sealed)
    assert all(one.outgoing.at < one.incoming.at <= one.ends for one in sealed)
    assert any(item.carried == 2 for one in sealed for item in one.items)
    assert any(reply.reply is Reply.DISPUTED and reply.words for one in sealed for reply in one.replies)
    assert all(one.reply_to(item.id) for one in sealed for item in one.items)

    (draft,) = [one for one in told if one.stage is Stage.DRAFT]
    assert draft.begins <= NOW < draft.ends
    assert Subject.NOTE in {item.subject for item in draft.items}
    assert draft.note
    last = [one for one in sealed if one.place == draft.place][-1]
    assert last.ends == draft.begins
    assert not is_missed(last, last.ends, NOW)


@pytest.mark.parametrize("lines", [1, 4])
@pytest.mark.parametrize("chinese", [False, True])
def test_it_is_the_same_every_time_and_nothing_is_said_of_the_future(lines: int, chinese: bool) -> None:
    plant = load_plant(plant_text(lines, "Asia/Shanghai")).plant
    for at in (NOW, NOW + timedelta(hours=5, minutes=20), NOW + timedelta(hours=13)):
        given = [*demo_rounds(plant, at, chinese), *demo_safety(plant, at, chinese)]
        assert given == [*demo_rounds(plant, at, chinese), *demo_safety(plant, at, chinese)]
        assert len({one.stamp.id for one in given}) == len(given)
        assert max(one.stamp.at for one in given) <= at
