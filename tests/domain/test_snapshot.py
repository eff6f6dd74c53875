"""A restart in mid-shift goes on where it stopped."""

from __future__ import annotations

import json
from datetime import time

from console.domain.floor import Floor
from console.domain.readings import Role
from console.domain.ribbon import Segment
from console.domain.shifts import Calendar, Pattern
from console.domain.snapshot import all_snapshots, restore
from console.domain.stations import NoData, StationState
from tests.domain.floors import T0, Talk, plant

A, C = "L1/10", "L1/30"


def restarted(talk: Talk, away: float) -> Talk:
    """The same plant on a fresh floor, `away` seconds later, from what was kept through JSON."""
    at = talk.now
    places = {place: (at, json.loads(json.dumps(state))) for place, state in all_snapshots(talk.floor)}
    segments: dict[str, list[Segment]] = {}
    for place, segment in talk.segments:
        segments.setdefault(place, []).append(segment)
    again = Talk.__new__(Talk)
    again.plant, again.now, again.segments = talk.plant, at + away, []
    again.floor = Floor(talk.plant, again.now, lambda place, segment: again.segments.append((place, segment)))
    assert restore(again.floor, segments, places, again.now) == len(places)
    again.floor.age(again.now)
    return again


def working() -> Talk:
    talk = Talk(plant())
    talk.say(A, Role.STATE, "running", after=10)
    talk.say(A, Role.GOOD, 100)
    talk.say(A, Role.GOOD, 103, after=60)
    talk.say(A, Role.QUALITY, "failed", key="k1")
    talk.say(C, Role.ORDER, "WO-1")
    talk.say(C, Role.GOOD, 7)
    talk.say(C, Role.GOOD, 9, after=40)
    talk.floor.refresh(talk.now)
    return talk


def test_counts_order_and_checks_go_on() -> None:
    again = restarted(working(), 20)
    live = again.floor.stations[A]
    assert (live.good, live.failed) == (3, 1)
    again.say(A, Role.QUALITY, "failed", key="k1")
    assert live.failed == 1
    again.floor.refresh(again.now)
    assert (again.floor.line("L1").order, again.floor.line("L1").good) == ("WO-1", 2)


def test_pieces_made_while_the_console_was_away_count() -> None:
    again = restarted(working(), 20)
    again.say(A, Role.GOOD, 104)
    assert again.floor.stations[A].good == 4


def test_a_short_restart_leaves_no_trace_in_the_ribbon() -> None:
    talk = working()
    again = restarted(talk, 20)
    assert again.floor.stations[A].no_data is NoData.AWAY
    again.say(A, Role.STATE, "running", after=1)
    live = again.floor.stations[A]
    assert (live.state, live.since) == (StationState.RUNNING, T0 + 10)
    whole = list(live.ribbon.within(T0 + 10, again.now, again.now))
    assert [s.state for s in whole] == [StationState.RUNNING]


def test_a_long_absence_is_drawn_as_the_consoles_own() -> None:
    talk = working()
    stopped = talk.now
    again = restarted(talk, 600)
    again.say(A, Role.STATE, "running", after=1)
    pieces = list(again.floor.stations[A].ribbon.within(T0 + 10, again.now + 5, again.now + 5))
    assert [(s.state, s.no_data) for s in pieces] == [
        (StationState.RUNNING, None),
        (StationState.NO_DATA, NoData.AWAY),
        (StationState.RUNNING, None),
    ]
    assert (pieces[1].since, pieces[1].until) == (stopped, stopped + 601)


def test_a_state_change_that_the_broker_kept_is_drawn_at_its_own_time() -> None:
    talk = Talk(plant())
    for i in range(30):
        talk.say(A, Role.STATE, "running", after=2, source=T0 + 2 * (i + 1))
    stopped = talk.now
    again = restarted(talk, 30)
    again.say(A, Role.STATE, "stopped", source=stopped + 4, after=0)
    live = again.floor.stations[A]
    assert live.state is StationState.STOPPED
    assert stopped <= live.since <= again.now


def test_counts_of_a_shift_that_ended_meanwhile_do_not_go_on() -> None:
    again = restarted(working(), 26 * 3600)
    assert again.floor.stations[A].good == 0


EARLY = Calendar("c", "UTC", (Pattern("Early", time(6), time(14), frozenset(range(7))),))
NOON = 1_700_056_800.0  # 2023-11-15 14:00 UTC, when the only shift ends


def test_pieces_that_are_made_between_two_shifts_go_on_until_the_next_begins() -> None:
    talk = Talk(plant(calendar_value=EARLY), NOON + 600)
    talk.say(A, Role.GOOD, 100)
    talk.say(A, Role.GOOD, 103, after=60)
    assert talk.floor.stations[A].good == 3
    assert restarted(talk, 3600).floor.stations[A].good == 3
    assert restarted(talk, 17 * 3600).floor.stations[A].good == 0, "the early shift has begun"
    assert restarted(talk, 24 * 3600).floor.stations[A].good == 0, "a whole shift was missed"


def test_pieces_of_a_shift_do_not_go_on_in_the_time_after_it() -> None:
    talk = Talk(plant(calendar_value=EARLY), NOON - 600)
    talk.say(A, Role.GOOD, 100)
    talk.say(A, Role.GOOD, 103, after=60)
    assert restarted(talk, 60).floor.stations[A].good == 3
    assert restarted(talk, 3600).floor.stations[A].good == 0


def test_a_snapshot_of_another_version_is_left_out() -> None:
    talk = working()
    floor = Floor(talk.plant, talk.now)
    assert restore(floor, {}, {A: (talk.now, {"strange": 1}), C: (talk.now, {})}, talk.now) == 0
