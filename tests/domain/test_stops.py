"""Rules of stops: what is one, what is heard of it, and that splitting and merging lose no second."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.andon import Call, Severity, Source
from console.domain.commands import CONSOLE
from console.domain.errors import Refusal
from console.domain.losses import BigLoss
from console.domain.people import NotActive
from console.domain.reasons import (
    Reason,
    ReasonUnfit,
    checked_reason,
    leaves,
    reason_of_cause,
    reason_of_machine,
    tree,
    way_of,
)
from console.domain.reasons_shipped import shipped_reasons
from console.domain.ribbon import Segment
from console.domain.shifts import Calendar
from console.domain.stations import LossKind, NoData, StationState
from console.domain.stop_moves import clear, explain, hear, merge, split, take_over
from console.domain.stopfigures import By, kept_account, pareto, planned_in
from console.domain.stops import Stop, Stretch, ToldStop, stop_id, stretches

T = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
NOW = T + timedelta(hours=8)
REASONS = shipped_reasons(chinese=False)
BY_ID = {reason.id: reason for reason in REASONS}
JAM = BY_ID["machine.jam"]


def at(seconds: float) -> datetime:
    return T + timedelta(seconds=seconds)


def told(since: float = 0, until: float | None = 600, machine: str = "", place: str = "L1/30") -> ToldStop:
    return ToldStop(place, at(since), None if until is None else at(until), machine, "L1", "Body")


def stop(since: float = 0, until: float | None = 600, **more: object) -> Stop:
    made = hear((), told(since, until), REASONS, NOW)
    assert made is not None
    return replace(made, **more)  # type: ignore[arg-type]


def code(refused: pytest.ExceptionInfo[Refusal]) -> str:
    return refused.value.code


# What is heard


def test_stops_that_follow_each_other_without_a_pause_are_one_and_no_data_ends_it() -> None:
    S, R, N = StationState.STOPPED, StationState.RUNNING, StationState.NO_DATA
    ribbon = [
        Segment(S, None, 0, 100),
        Segment(S, None, 100, 150, "E7"),
        Segment(R, None, 150, 160),
        Segment(S, None, 160, 200),
        Segment(N, NoData.AWAY, 200, 300),
        Segment(S, None, 300, None, "E8"),
    ]
    assert list(stretches(ribbon)) == [Stretch(0, 150, "E7"), Stretch(160, 200, ""), Stretch(300, None, "E8")]


@pytest.mark.parametrize("state", [one for one in StationState if one is not StationState.STOPPED])
def test_waiting_changeover_planned_stops_and_no_data_are_no_stops(state: StationState) -> None:
    assert list(stretches([Segment(state, None, 0, 100), Segment(state, None, 100, None)])) == []


def test_what_is_heard_twice_is_one_stop_and_its_end_is_heard_once() -> None:
    first = hear((), told(0, None), REASONS, NOW)
    assert first is not None
    assert first.id == stop_id("L1/30", T)
    assert hear([first], told(0.2, None), REASONS, NOW) is None, "another console, a moment later"
    ended = hear([first], told(0.2, 600), REASONS, NOW)
    assert ended == replace(first, until=at(600))
    assert ended is not None
    assert hear([ended], told(0, 601), REASONS, NOW) is None, "a moment apart"
    assert hear([ended], told(0, 900), REASONS, NOW) == replace(ended, until=at(900)), "another console saw more"
    assert hear([ended], told(601, 900), REASONS, NOW) != ended, "another stop"
    assert hear([ended], told(0, 500), REASONS, NOW) is None


def test_a_stop_that_was_merged_or_split_is_not_heard_anew() -> None:
    whole, part = merge(stop(0, 600), stop(660, None), (), 120)
    assert hear([whole, part], told(0, 600), REASONS, NOW) is None
    assert hear([whole, part], told(660, 900), REASONS, NOW) == replace(whole, until=at(900))
    a, b = split(stop(0, None), at(100), NOW)
    assert hear([a, b], told(0, None), REASONS, NOW) is None
    assert hear([a, b], told(0, 700), REASONS, NOW) == replace(b, until=at(700))


def test_a_known_word_of_the_machine_explains_the_stop_and_nothing_else_does() -> None:
    heard = hear((), told(machine=" Part  JAM at gate "), REASONS, NOW)
    assert heard is not None
    assert (heard.reason, heard.by, heard.explained) == ("machine.jam", CONSOLE, NOW)
    unknown = hear((), told(machine="E4711"), REASONS, NOW)
    assert unknown is not None
    assert unknown.reason == ""
    late = hear([stop()], told(machine="air pressure low, coolant"), REASONS, NOW)
    assert late is not None
    assert late.reason == "machine.supply"
    person = explain(stop(), JAM, (), NOW, "anna")
    named = hear([person], told(machine="coolant"), REASONS, NOW)
    assert named is not None
    assert (named.machine, named.reason, named.by) == ("coolant", "machine.jam", "anna")


# What people do


def test_a_stop_is_explained_changed_and_cleared() -> None:
    done = explain(stop(), JAM, (), NOW, "anna", " wire ")
    assert (done.reason, done.note, done.by, done.explained) == (JAM.id, "wire", "anna", NOW)
    assert clear(done) == stop()
    for wrong, wanted in (
        (lambda: clear(stop()), "stop_not_explained"),
        (lambda: explain(stop(), BY_ID["machine"], REASONS, NOW, "anna"), "stop_reason_is_group"),
        (lambda: explain(stop(merged_into="x"), JAM, (), NOW, "anna"), "stop_merged"),
        (lambda: explain(stop(), JAM, (), NOW, "anna", "x" * 1001), "too_long"),
    ):
        with pytest.raises(Refusal) as refused:
            wrong()
        assert code(refused) == wanted
    with pytest.raises(NotActive):
        explain(stop(), replace(JAM, active=False), (), NOW, "anna")


def test_the_cause_of_the_call_that_was_open_is_taken_over() -> None:
    call = Call("c", "machine", "L1/30", Severity.MINOR, "Jam", Source.RULE, at(60), "console", cause="jam")
    reason = reason_of_cause(REASONS, "machine", "jam", "Jam", "Body")
    assert reason == JAM
    done = take_over(stop(), replace(call, finding="pin bent"), reason, NOW, "anna")
    assert (done.reason, done.call, done.by, done.note) == (JAM.id, "c", "anna", "pin bent")
    assert take_over(stop(), replace(call, place="L1"), reason, NOW, "anna").call == "c", "a call of the whole line"
    for other in (replace(call, place="L1/40"), replace(call, raised=at(700)), replace(call, rejected="no")):
        with pytest.raises(Refusal) as refused:
            take_over(stop(), other, reason, NOW, "anna")
        assert code(refused) == "stop_call_elsewhere"
    with pytest.raises(Refusal) as refused:
        take_over(stop(), call, reason_of_cause(REASONS, "machine", "", "", "Body"), NOW, "anna")
    assert code(refused) == "stop_cause_unknown"
    named = reason_of_cause(REASONS, "own", "x", "meeting or training", "")
    assert named is not None
    assert named.id == "process.meeting", "one that is called alike"


def test_merging_is_only_for_neighbours_with_at_most_a_micro_stop_between() -> None:
    first, second = stop(0, 600), stop(660, 900)
    for one, other, between, most, wanted in (
        (first, second, [], 59, "stop_gap_too_long"),
        (first, second, [stop(620, 640)], 120, "stop_not_neighbours"),
        (second, first, [], 120, "stop_not_neighbours"),
        (first, replace(second, place="L1/40"), [], 120, "stop_not_neighbours"),
        (stop(0, None), second, [], 120, "stop_not_neighbours"),
        (first, replace(second, merged_into="x"), [], 120, "stop_merged"),
    ):
        with pytest.raises(Refusal) as refused:
            merge(one, other, between, most)
        assert code(refused) == wanted
    whole, part = merge(first, explain(second, JAM, (), NOW, "anna"), (), 60)
    assert (whole.reason, whole.by, part.merged_into) == (JAM.id, "anna", first.id), "the reason that there is"
    assert whole.seconds(NOW) == 840, "the minute in which it ran is none of it"
    again, rest = split(whole, at(630), NOW)
    assert (again.until, rest.since, again.ran, rest.ran) == (at(600), at(660), (), ())


def test_a_stop_is_split_only_inside() -> None:
    for when in (-1, 0, 600, 700):
        with pytest.raises(Refusal) as refused:
            split(stop(), at(when), NOW)
        assert code(refused) == "stop_split_outside"
    a, b = split(stop(0, None), at(100), at(200))
    assert (a.until, b.since, b.until, b.split_from) == (at(100), at(100), None, a.id)


@given(
    st.integers(200, 50_000),
    st.lists(st.tuples(st.booleans(), st.integers(0, 9), st.integers(1, 49_999)), max_size=25),
)
def test_splits_and_merges_keep_every_second_and_never_overlap(lasted: int, moves: list[tuple[bool, int, int]]) -> None:
    stops = [stop(0, lasted), stop(lasted + 60, lasted + 500), stop(lasted + 5_000, lasted + 6_000)]
    total = sum(one.seconds(NOW) for one in stops)
    for splits, which, when in moves:
        stops.sort(key=lambda one: one.since)
        chosen = stops[which % len(stops)]
        try:
            if splits:
                pieces = split(chosen, at(when), NOW)
            else:
                pieces = merge(chosen, stops[(which + 1) % len(stops)], stops, 120)
        except Refusal:
            continue
        gone = {one.id for one in (chosen, *pieces)}
        stops = [one for one in stops if one.id not in gone]
        stops += [one for one in pieces if not one.merged_into]
        assert len({one.id for one in stops}) == len(stops)
    spans = sorted(span for one in stops for span in one.spans(NOW))
    assert sum(one.seconds(NOW) for one in stops) == total
    assert all(a[1] <= b[0] for a, b in zip(spans, spans[1:], strict=False))
    assert all(a.ended(NOW) <= b.since for a, b in zip(sorted_stops(stops), sorted_stops(stops)[1:], strict=False))


def sorted_stops(stops: list[Stop]) -> list[Stop]:
    return sorted(stops, key=lambda one: one.since)


# The tree


@pytest.mark.parametrize("chinese", [False, True])
def test_what_is_shipped_is_fit_and_every_reason_has_a_place_in_the_tree(chinese: bool) -> None:
    shipped = shipped_reasons(chinese)
    assert len(leaves(shipped)) >= 25
    assert len({reason.id for reason in shipped}) == len(shipped)
    for reason in shipped:
        assert checked_reason(reason, shipped) == reason
    assert {reason.loss for reason in shipped} == {"", *BigLoss}
    assert [depth for _, depth in tree(shipped)].count(0) == 6


def test_the_areas_own_reason_and_the_most_exact_word_come_first() -> None:
    own = Reason("own", "Own", area="Body", machine=("*jam*",))
    exact = Reason("exact", "Exact", machine=("wire jam",))
    assert reason_of_machine((*REASONS, own), "wire jam", "Body") == own
    assert reason_of_machine((*REASONS, own, exact), "Wire jam", "Paint") == exact
    assert reason_of_machine((*REASONS, replace(exact, active=False)), "wire jam", "Paint") == JAM
    assert reason_of_machine(REASONS, " ", "Paint") is None


def test_a_tree_without_loops_and_not_too_deep() -> None:
    chain = [Reason(f"r{n}", f"R{n}", f"r{n - 1}" if n else "") for n in range(4)]
    wrong = (
        (replace(chain[0], parent="r3"), "parent"),
        (replace(chain[0], parent="r0"), "parent"),
        (Reason("r4", "R4", "r3"), "parent"),
        (Reason("x", "X", "nobody"), "parent"),
        (Reason("x", " "), "name"),
        (Reason("x", "X", loss="bad luck"), "loss"),
        (Reason("x", "X", waste="time"), "waste"),
        (Reason("x", "X", machine=("**",)), "machine"),
    )
    for reason, field in wrong:
        with pytest.raises(ReasonUnfit) as refused:
            checked_reason(reason, chain)
        assert refused.value.facts["field"] == field, reason
    assert [one.id for one in way_of({one.id: one for one in chain}, "r3")] == ["r0", "r1", "r2", "r3"]
    assert [one.id for one in leaves(chain)] == ["r3"]


# What it adds up to


def test_the_pareto_counts_planned_seconds_once() -> None:
    explained = explain(stop(0, 600), JAM, (), NOW, "anna")
    whole, part = merge(explained, stop(660, 1260), (), 120)
    stops = [whole, part, stop(3000, 3300), stop(9000, None)]
    calendar = Calendar("", "UTC")
    begin, end = T.timestamp(), at(9100).timestamp()
    planned = planned_in(lambda line: calendar, begin, end, end, lambda place: True)
    shares = pareto(stops, planned, By.REASON, BY_ID)
    assert [(one.key, one.seconds, one.stops) for one in shares] == [(JAM.id, 1200, 1), ("", 400, 2)]
    assert [one.key for one in pareto(stops, planned, By.BIG, BY_ID)] == ["breakdown", ""]
    assert [one.key for one in pareto(stops, planned, By.WASTE, BY_ID)] == ["waiting", ""]
    assert [one.seconds for one in pareto(stops, planned, By.STATION, BY_ID)] == [1600]
    unseen = planned_in(lambda line: calendar, begin, end, end, lambda place: False)
    assert sum(one.seconds for one in pareto(stops, unseen, By.REASON, BY_ID)) == 1500, "nobody knows of the last"


def test_a_kept_account_adds_up_and_an_older_one_is_not_guessed() -> None:
    total = {"planned": 1000.0, "run": 800.0, "oee": 0.7, "losses": {"stop": 200.0, "speed": 100.0}}
    account = kept_account(total)
    assert account is not None
    assert (account.good_time, account.losses[LossKind.STOP], account.oee) == (700.0, 200.0, 0.7)
    assert kept_account({"planned": 1000.0, "run": 800.0, "oee": 0.7}) is None
