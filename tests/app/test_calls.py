"""Rules of the running console's calls: what raises one, what does not, who is told when, and what a restart keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from console.app.queries.andon import call_file
from console.app.queries.callsetup import categories
from console.domain.andon import Ask, AskKind, Call, CallStep, Move, Severity, Source, Stage
from console.domain.callrules import CallRule, Kind
from console.domain.commands.andon import AcknowledgeCall, ChangeCategory, RaiseCall, SetCallRule
from console.domain.escalation import Why
from tests.app.calling import T0, Clock, Works
from tests.journeys.disks import may_mount, small_disk

HERE = "L1/10"


@pytest.fixture
def works(tmp_path: Path) -> Iterator[Works]:
    made = Works(tmp_path)
    yield made
    made.close()


@pytest.fixture
def staffed(works: Works) -> Works:
    works.staff()
    return works


def asked(works: Works, query: Callable[..., Any]) -> Any:
    box: list[Any] = []
    works.console.office.ask(query, box.append)
    works.until(lambda: box)
    return box[0]


def steps(works: Works, call: Call) -> list[CallStep]:
    return [one.step for one in asked(works, call_file(call.id)).steps]


def told(works: Works, call: Call) -> list[tuple[Move, int, str, float]]:
    """What the ladder did: move, level, people, seconds after T0 when it was done."""
    ladder = [step for step in steps(works, call) if step.move in (Move.ESCALATE, Move.HAND_ON)]
    return [(step.move, step.level, step.note, step.at.timestamp() - T0) for step in ladder]


# What is shipped


def test_categories_and_rules_are_put_in_once(works: Works) -> None:
    ids = [one.id for one in works.calls.dispatch.setup.categories]
    assert ids == ["safety", "quality", "material", "machine", "process", "help", "records"]
    assert works.rules()["stop"].delay == 120.0, "the line's micro-stop"
    works.close()
    works.begin()
    works.settle()
    assert [(kept.value.id, kept.version) for kept in asked(works, categories)] == [(id, 1) for id in ids]


def test_they_can_be_put_in_in_chinese(tmp_path: Path) -> None:
    works = Works(tmp_path, chinese=True)
    names = [one.name for one in works.calls.dispatch.setup.categories]
    works.close()
    assert names == ["安全", "质量", "物料", "设备", "工艺", "求助", "记录"]


def test_a_call_at_a_place_can_have_the_categories_of_its_area(works: Works) -> None:
    assert [one.id for one in works.calls.dispatch.choices(HERE)][:2] == ["safety", "quality"]


# What raises a call


def test_a_failed_check_raises_one_call_however_often_it_is_told(works: Works) -> None:
    works.say(check="failed", id="c1", retained=True)
    works.say(check="passed", id="c0")
    for _ in range(3):
        works.say(check="failed", id="c1")
        works.clock.at += 5
    works.settle()
    (call,) = works.all()
    assert (call.category, call.place, call.source, call.repeats) == ("quality", HERE, Source.RULE, 0)
    assert works.announced == [call.id]
    works.say(check="failed", id="c2")
    works.settle()
    assert [one.repeats for one in works.all()] == [1]


def test_only_a_stop_longer_than_a_micro_stop_raises_a_call(works: Works) -> None:
    works.say(state="running")
    works.say("20", state="running")
    works.clock.at += 10
    works.say(state="stopped")
    works.say("20", state="stopped")
    works.after(60)
    works.say("20", state="running")
    works.after(59)
    assert works.all() == []
    works.after(11)
    (call,) = works.all()
    assert (call.place, call.category, call.raised.timestamp()) == (HERE, "machine", T0 + 130)
    works.say(state="running")
    works.after(40)
    assert works.all()[0].cleared == datetime.fromtimestamp(T0 + 170, UTC)


def test_several_states_in_one_beat_are_told_apart(works: Works) -> None:
    """A replay, or a broker that comes back, tells a whole hour at once."""
    for seconds, state in ((0, "running"), (10, "stopped"), (60, "running"), (70, "stopped"), (400, "running")):
        message = f'{{"state": "{state}"}}'.encode()
        works.console.intake.take("works/10", message, 0, False, 0, T0 + seconds)
    works.clock.at = T0 + 500
    works.settle()
    assert [(call.raised.timestamp() - T0, call.cleared is not None) for call in works.all()] == [(190, True)]


def test_a_retained_state_raises_nothing_until_the_machine_says_so_itself(works: Works) -> None:
    works.say(state="stopped", retained=True)
    works.after(600)
    assert works.all() == []
    works.say(state="stopped")
    works.after(130)
    assert [call.category for call in works.all()] == ["machine"]


def test_a_fault_is_a_call_with_code_and_text_and_a_warning_is_none(works: Works) -> None:
    works.say(alarm="WIPER WEAR", code=7, level="Warning")
    works.say("20", alarm="BARRIER", code=149, level="Fault", retained=True)
    works.say("20", alarm="TAILSTOCK  BARRIER", code=149, level="FAULT")
    works.settle()
    (call,) = works.all()
    assert (call.place, call.code, call.about, call.text) == ("L1/20", "149", "149", "TAILSTOCK BARRIER")
    works.clock.at += 5
    works.say("20", alarm="", level="Normal")
    works.settle()
    assert works.all()[0].cleared == works.now
    works.clock.at += 60
    works.say("20", alarm="TAILSTOCK BARRIER", code=149, level="Fault")
    works.settle()
    assert [(one.repeats, one.cleared) for one in works.all()] == [(1, None)]


def test_a_rule_that_is_set_holds_at_once_and_one_that_is_switched_off_does_not(works: Works) -> None:
    works.give(SetCallRule(CallRule("w", "Warning", Kind.ALARM, "machine", levels=("warning",), order=9)))
    works.give(SetCallRule(replace(works.rules()["fault"], active=False)))
    works.until(lambda: "w" in works.rules() and not works.rules()["fault"].active)
    works.say(alarm="WIPER WEAR", code=7, level="Warning")
    works.say("20", alarm="BARRIER", code=149, level="Fault")
    works.settle()
    assert [call.code for call in works.all()] == ["7"]


def test_limits_and_counts_raise_calls_where_a_rule_says_so(works: Works) -> None:
    hot = CallRule("hot", "Hot", Kind.LIMIT, "process", signal="temperature", limit=60.0, delay=20.0)
    bad = CallRule("bad", "Scrap", Kind.COUNTER, "quality", Severity.CRITICAL, signal="scrap", count=3, window=60.0)
    for rule in (hot, bad):
        works.give(SetCallRule(rule))
    works.until(lambda: {"hot", "bad"} <= works.rules().keys())
    works.say(temperature=61.5, scrap=5, state="running")
    works.after(30)
    assert [(call.category, call.text) for call in works.all()] == [("process", "Hot: 61.5")]
    works.say(scrap=7)
    works.say(scrap=8)
    works.settle()
    assert [(call.category, call.severity) for call in works.all()][0] == ("quality", Severity.CRITICAL)


# Whom it reaches


def test_the_ladder_is_climbed_while_nobody_answers(staffed: Works) -> None:
    staffed.say(check="failed", id="c1")
    staffed.settle()
    (call,) = staffed.all()
    assert told(staffed, call) == [(Move.ESCALATE, 0, "quinn", 0)]
    shown = staffed.calls.open[0]
    assert (shown.owner, shown.told) == ("", ("Quinn",))
    assert staffed.calls.deadline(shown) == (Stage.ACKNOWLEDGED, call.raised + timedelta(minutes=3))
    assert staffed.calls.next_told(shown) == call.raised + timedelta(minutes=3)
    staffed.after(600)
    assert [(level, people) for _, level, people, _ in told(staffed, call)] == [(0, "quinn"), (1, "lea"), (2, "sue")]
    assert staffed.calls.open[0].told == ("Sue",)


def test_an_answer_ends_it(staffed: Works) -> None:
    staffed.say(check="failed", id="c1")
    staffed.settle()
    (call,) = staffed.all()
    staffed.after(170)
    staffed.give(AcknowledgeCall(call.id, call.place), "quinn")
    staffed.after(400)
    assert [level for _, level, _, _ in told(staffed, call)] == [0]
    assert staffed.calls.open[0].owner == "Quinn"
    staffed.after(100)
    assert [level for _, level, _, _ in told(staffed, call)] == [0, 2], "nobody is on site after ten minutes"


def test_it_goes_to_who_is_on_shift_and_to_who_comes_next(staffed: Works) -> None:
    staffed.clock.at = T0 + 2.49 * 3600  # 13:59:24
    staffed.say(alarm="BARRIER", code=149, level="Fault")
    staffed.settle()
    (call,) = staffed.all()
    staffed.after(60)
    assert [(move, people) for move, _, people, _ in told(staffed, call)] == [
        (Move.ESCALATE, "mo"),
        (Move.HAND_ON, "nils"),
    ]


def test_the_dry_run_and_reality_agree(staffed: Works) -> None:
    begin = staffed.clock.at = T0 + 2.49 * 3600
    end = datetime.fromtimestamp(begin + 1200, UTC)
    dry = staffed.calls.dispatch.rehearse("machine", HERE, staffed.now, end)
    staffed.say(alarm="BARRIER", code=149, level="Fault")
    staffed.settle()
    (call,) = staffed.all()
    while staffed.clock.at < begin + 1200:
        staffed.after(20)
    real = told(staffed, call)
    assert [(one.why is Why.SHIFT_CHANGE, " ".join(one.persons)) for one in dry] == [
        (move is Move.HAND_ON, people) for move, _, people, _ in real
    ]
    late = [at + T0 - one.at.timestamp() for one, (_, _, _, at) in zip(dry, real, strict=True)]
    assert all(0 <= seconds <= 20 for seconds in late)


# A restart


def test_a_step_that_was_due_while_the_console_was_off_is_executed_once_at_the_start(staffed: Works) -> None:
    staffed.say(check="failed", id="c1")
    staffed.settle()
    (call,) = staffed.all()
    staffed.close()
    staffed.clock.at += 200
    for _ in range(2):
        staffed.begin()
        staffed.settle()
        assert [(level, at) for _, level, _, at in told(staffed, call)] == [(0, 0), (1, 200)]
        staffed.close()
    staffed.begin()


def test_what_had_begun_goes_on_after_a_restart_and_is_not_told_twice(works: Works) -> None:
    works.say(state="running")
    works.say("20", alarm="BARRIER", code=149, level="Fault")
    works.clock.at += 10
    works.say(state="stopped")
    works.settle()
    works.close()
    works.clock.at += 60
    works.begin()
    works.say("20", alarm="BARRIER", code=149, level="Fault")
    works.say(state="stopped")
    works.after(70)
    assert sorted((call.place, call.repeats) for call in works.all()) == [("L1/10", 0), ("L1/20", 0)]
    assert works.announced != []


def test_calls_that_were_open_are_not_announced_again(works: Works) -> None:
    works.say(check="failed", id="c1")
    works.settle()
    works.close()
    works.begin()
    works.settle()
    assert (len(works.all()), works.announced) == (1, [])


def test_a_file_that_was_not_written_to_its_end_keeps_nobody_from_starting(works: Works) -> None:
    works.close()
    (works.folder / "callwatch.json").write_text('{"now": 12', encoding="utf-8")
    works.begin()
    works.say(check="failed", id="c1")
    works.settle()
    assert len(works.all()) == 1


def test_what_could_not_be_saved_is_saved_when_there_is_room(tmp_path: Path, expected_log: Callable[..., None]) -> None:
    if not may_mount(tmp_path / "disk"):
        pytest.skip("this user may not make a disk")
    expected_log("cannot")
    with small_disk(tmp_path / "disk", "6m") as disk:
        works = Works(disk.folder)
        try:
            disk.fill()
            for number in range(30):
                works.say(check="failed", id=f"c{number}")
                works.clock.at += 5
            works.until(lambda: not works.calls.saving)
            seen = sum(call.repeats + 1 for call in works.all())
            assert seen < 30, "the disk is not full"
            disk.free()
            works.calls._again_at = works.calls._look_at = 0.0
            works.until(lambda: sum(call.repeats + 1 for call in works.all()) > seen)
            works.settle()
            assert len(works.all()) == 1
        finally:
            works.close()


# Over MQTT


@pytest.fixture
def wired(tmp_path: Path) -> Iterator[Works]:
    made = Works(tmp_path, wire=True)
    made.staff()
    made.said: list[tuple[str, str]] = []  # type: ignore[attr-defined]
    yield made
    made.close()


def spoken(works: Works, word: str, **facts: Any) -> None:
    works.message(f"gemba/Suzhou/{word}", facts)
    works.settle()


def test_a_button_raises_a_call_and_the_same_message_twice_is_one(wired: Works) -> None:
    said = {"station": HERE, "category": "Material", "text": "No screws", "id": 17, "severity": "major"}
    spoken(wired, "raise", **said)
    wired.clock.at += 30
    spoken(wired, "raise", **said)
    (call,) = wired.all()
    assert (call.category, call.text, call.source, call.raised_by) == ("material", "No screws", Source.WIRE, "console")
    assert (call.severity, call.repeats) == (Severity.MAJOR, 0)
    spoken(wired, "raise", **(said | {"id": 18}))
    assert [one.repeats for one in wired.all()] == [1]


def test_a_button_may_tell_what_the_category_asks_for_by_name_or_id(
    wired: Works, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "console.app.callwire")
    category = next(one for one in wired.calls.dispatch.setup.categories if one.id == "quality")
    asks = (Ask("part", "Part number"), Ask("many", "Quantity blocked", AskKind.NUMBER))
    wired.give(ChangeCategory(replace(category, asks=asks)))
    wired.settle()
    said = {"station": HERE, "category": "quality"}
    spoken(wired, "raise", **said, fields={"PART number": "4711", "many": 7.5})
    assert [call.answers for call in wired.all()] == [(("part", "4711"), ("many", "7.5"))]
    for number, fields in enumerate(({"colour": "red"}, {"many": "some"}, {"part": ["4711"]}, "4711")):
        spoken(wired, "raise", **said, fields=fields, id=f"bad-{number}")
    assert len(wired.all()) == 1
    named = ("fields.colour", "fields.Quantity blocked", "fields.part", "fields")
    for record, field in zip(caplog.records, named, strict=True):
        assert f"'field': '{field}'" in record.getMessage()


def test_somebody_with_a_phone_raises_and_acknowledges_with_their_own_rights(wired: Works) -> None:
    spoken(wired, "raise", station="L1", category="help", by="lea-1", id="x")
    (call,) = wired.all()
    assert (call.place, call.raised_by) == ("L1", "lea")
    spoken(wired, "ack", id="x", by="Mo")
    assert (wired.all()[0].owner, wired.all()[0].stage) == ("mo", Stage.ACKNOWLEDGED)


def test_without_an_id_the_worst_open_call_of_the_station_is_meant(wired: Works) -> None:
    wired.give(RaiseCall(HERE, "help", "Come"))
    wired.give(RaiseCall(HERE, "safety", "Oil"))
    wired.settle()
    spoken(wired, "ack", station=HERE, by="sue")
    assert {call.category: call.owner for call in wired.all()} == {"safety": "sue", "help": ""}


@pytest.mark.parametrize(
    ("word", "facts", "field"),
    [
        ("raise", {"station": "L9/10", "category": "help"}, "station"),
        ("raise", {"station": HERE, "category": "coffee"}, "category"),
        ("raise", {"station": HERE, "category": "help", "by": "nobody"}, "by"),
        ("ack", {"station": HERE}, "by"),
        ("ack", {"id": "x", "by": "mo"}, "id"),
    ],
)
def test_what_cannot_be_done_is_refused_and_raises_nothing(
    wired: Works, word: str, facts: dict[str, Any], field: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "console.app.callwire")
    spoken(wired, word, **facts)
    assert wired.all() == []
    assert [f"'field': '{field}'" in record.getMessage() for record in caplog.records] == [True]


def test_what_is_retained_or_is_no_message_at_all_does_no_harm(wired: Works) -> None:
    wired.message("gemba/Suzhou/raise", {"station": HERE, "category": "help"}, retained=True)
    for payload in (b"", b"\xff", b"[]", b"[" * 100_000, b'{"station": {}}', b"x" * 20_000):
        wired.console.intake.take("gemba/Suzhou/raise", payload, 1, False, 5, wired.clock.at)
    wired.settle()
    assert (wired.all(), wired.console.intake.bugs) == ([], 0)


def test_it_is_off_until_it_is_switched_on(works: Works) -> None:
    works.message("gemba/Suzhou/raise", {"station": HERE, "category": "help"})
    works.settle()
    assert (works.all(), works.calls.topics) == ([], frozenset())


# Another plant


def test_a_plant_file_that_was_changed_keeps_the_calls_and_listens_on(works: Works) -> None:
    from console.telemetry.plantfile import load_plant

    works.say(check="failed", id="c1")
    works.settle()
    path = works.folder / "plant.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('{id = "20"}', '{id = "20"}, {id = "30"}'), "utf-8")
    works.console.use_plant(load_plant(path))
    works.say("30", check="failed", id="c2")
    works.say("10", check="failed", id="c1")
    works.settle()
    assert sorted((call.place, call.repeats) for call in works.all()) == [("L1/10", 0), ("L1/30", 0)]


def test_the_clock_of_the_test_begins_where_it_should() -> None:
    assert datetime.fromtimestamp(Clock().at, UTC).strftime("%a %H:%M") == "Sat 11:30"
