"""The floor: what readings and silence do to stations and lines."""

from __future__ import annotations

from datetime import time

from console.domain.counters import Note
from console.domain.events import OrderMoved, QualityChecked, ShiftChanged
from console.domain.readings import Quality, Role
from console.domain.shifts import Break, Calendar, Pattern
from console.domain.stations import LossKind, NoData, StationState
from tests.domain.floors import T0, Talk, plant, station

S = StationState
A, B, C = "L1/10", "L1/20", "L1/30"


def live(talk: Talk, place: str = A):  # noqa: ANN201
    return talk.floor.stations[place]


def test_a_station_nobody_spoke_of_is_waiting_and_then_silent() -> None:
    talk = Talk()
    assert (live(talk).state, live(talk).no_data) == (S.NO_DATA, NoData.WAITING)
    talk.wait(61)
    assert live(talk).no_data is NoData.SILENT


def test_a_told_state_is_shown_with_the_time_it_was_told() -> None:
    talk = Talk()
    talk.say(A, Role.STATE, "running", after=5)
    assert (live(talk).state, live(talk).since) == (S.RUNNING, T0 + 5)
    talk.say(A, Role.STATE, "running", after=5)
    assert live(talk).since == T0 + 5


def test_an_old_state_that_comes_late_changes_nothing() -> None:
    talk = Talk()
    talk.say(A, Role.STATE, "running", after=5, source=T0 + 5)
    talk.say(A, Role.STATE, "stopped", after=1, source=T0 + 4)
    assert live(talk).state is S.RUNNING


def test_silence_is_shown_within_the_expected_interval_and_a_second() -> None:
    talk = Talk()
    talk.say(A, Role.STATE, "running")
    talk.wait(60.5)
    assert live(talk).state is S.NO_DATA
    assert live(talk).no_data is NoData.SILENT


def test_any_message_of_the_station_keeps_it_alive_and_brings_its_state_back() -> None:
    talk = Talk()
    talk.say(A, Role.STATE, "running")
    for _ in range(5):
        talk.wait(40)
        talk.say(A, Role.TAG, 1.0)
        assert live(talk).state is S.RUNNING
    talk.wait(100)
    assert live(talk).no_data is NoData.SILENT
    talk.say(A, Role.TAG, 2.0)
    assert (live(talk).state, live(talk).since) == (S.RUNNING, talk.now)


def test_offline_beats_silent_and_online_brings_back_what_was_told() -> None:
    talk = Talk()
    talk.say(A, Role.STATE, "stopped")
    talk.say(A, Role.ONLINE, False, after=1)
    talk.wait(120)
    assert live(talk).no_data is NoData.OFFLINE
    talk.say(A, Role.ONLINE, True)
    assert live(talk).state is S.STOPPED


def test_after_a_death_nothing_said_before_counts_until_it_is_said_again() -> None:
    talk = Talk()
    talk.say(A, Role.STATE, "running")
    talk.say(A, Role.ONLINE, "stale", after=1)
    assert live(talk).no_data is NoData.STALE
    talk.say(A, Role.ONLINE, True, after=1)
    assert live(talk).no_data is NoData.WAITING
    talk.say(A, Role.STATE, "blocked")
    assert live(talk).state is S.BLOCKED


def test_a_state_that_the_sender_calls_bad_is_no_data() -> None:
    talk = Talk()
    talk.say(A, Role.STATE, "running", quality=Quality.BAD)
    assert live(talk).no_data is NoData.BAD
    talk.say(A, Role.STATE, "running")
    assert live(talk).state is S.RUNNING


def test_a_tag_that_stands_still_while_the_machine_claims_to_run_is_stuck() -> None:
    from dataclasses import replace

    built = plant(roles=[Role.STATE, Role.TAG])
    built = replace(
        built, signals=tuple(replace(s, stuck_after=30.0) if s.role is Role.TAG else s for s in built.signals)
    )
    talk = Talk(built)
    talk.say(A, Role.STATE, "running")
    for _ in range(4):
        talk.say(A, Role.TAG, 7.0, after=10)
    talk.wait(2)
    assert live(talk).no_data is NoData.STUCK
    talk.say(A, Role.TAG, 7.1)
    assert live(talk).state is S.RUNNING
    talk.say(A, Role.STATE, "stopped")
    for _ in range(4):
        talk.say(A, Role.TAG, 7.1, after=10)
    talk.wait(2)
    assert live(talk).state is S.STOPPED


def test_a_retained_state_is_shown_but_a_dead_line_does_not_stay_alive_by_it() -> None:
    talk = Talk()
    talk.say(A, Role.STATE, "running", source=T0 - 3600, retained=True)
    assert live(talk).state is S.RUNNING
    talk.wait(61)
    assert live(talk).no_data is NoData.SILENT


def test_a_retained_count_sets_the_baseline_and_counts_nothing() -> None:
    talk = Talk()
    talk.say(A, Role.GOOD, 400, retained=True)
    talk.say(A, Role.GOOD, 402, after=40)
    assert live(talk).good == 2


def test_counts_become_pieces_and_cycle_times() -> None:
    talk = Talk()
    talk.say(A, Role.STATE, "running")
    for i in range(6):
        talk.say(A, Role.GOOD, 100 + i, after=21)
    assert live(talk).good == 5
    assert live(talk).cycle_mean == 21.0


def test_a_refused_count_is_said_and_counts_nothing() -> None:
    talk = Talk()
    talk.say(A, Role.GOOD, 10)
    talk.say(A, Role.GOOD, -32768, after=20)
    assert live(talk).good == 0
    assert Note.SENTINEL in live(talk).notes.values()


def test_one_quality_check_counts_once_however_often_it_is_published() -> None:
    talk = Talk()
    events = [talk.say(A, Role.QUALITY, "failed", after=i, key="check-1") for i in range(4)]
    assert live(talk).failed == 1
    assert sum(isinstance(e, QualityChecked) for batch in events for e in batch) == 1
    talk.say(A, Role.QUALITY, "failed", key="check-2")
    assert live(talk).failed == 2


def test_orders_of_the_wire_move_once_and_never_back() -> None:
    talk = Talk(plant(line_roles=[Role.ORDER_STATE]))
    events = []
    for state in ("requested", "active", "active", "requested", "completed", "active"):
        events += talk.say("L1", Role.ORDER_STATE, state, after=1, key="o1")
    moves = [e.state for e in events if isinstance(e, OrderMoved)]
    assert moves == ["requested", "active", "completed"]
    assert talk.floor.line("L1").orders == {"o1": "completed"}


def test_the_running_order_is_the_one_that_is_active() -> None:
    talk = Talk(plant(line_roles=[Role.ORDER_STATE]))
    talk.say("L1", Role.ORDER_STATE, "active", key="o1")
    assert talk.floor.line("L1").order == "o1"
    talk.say("L1", Role.ORDER_STATE, "completed", key="o1")
    assert talk.floor.line("L1").order == ""


def test_the_lines_count_is_that_of_its_last_counting_station_for_the_order() -> None:
    talk = Talk()
    for place in (A, B, C):
        talk.say(place, Role.ORDER, "WO-1")
        talk.say(place, Role.GOOD, 0)
    talk.floor.refresh(talk.now)
    for i in range(1, 4):
        talk.say(A, Role.GOOD, i, after=20)
        talk.say(C, Role.GOOD, i, after=1)
    talk.floor.refresh(talk.now)
    assert (talk.floor.line("L1").order, talk.floor.line("L1").good) == ("WO-1", 3)
    talk.say(C, Role.ORDER, "WO-2", after=1)
    talk.floor.refresh(talk.now)
    assert talk.floor.line("L1").good == 0
    assert live(talk, C).good == 3


def test_pieces_that_left_one_station_and_not_the_next_wait_between() -> None:
    talk = Talk()
    for place in (A, B):
        talk.say(place, Role.GOOD, 0)
    for i in range(1, 6):
        talk.say(A, Role.GOOD, i, after=20)
    talk.say(B, Role.GOOD, 1, after=20)
    talk.floor.refresh(talk.now)
    assert live(talk, B).wip == 4


def test_an_unknown_state_word_changes_nothing_and_is_noted() -> None:
    talk = Talk()
    talk.say(A, Role.STATE, "running")
    talk.say(A, Role.STATE, "purple")
    assert live(talk).state is S.RUNNING
    assert "purple" in str(live(talk).notes)


def test_a_clock_forty_hours_behind_is_shown_and_corrupts_nothing() -> None:
    talk = Talk()
    behind = 40 * 3600.0
    for i in range(30):
        talk.say(A, Role.TAG, float(i), after=2, source=talk.now + 2 - behind)
    talk.say(A, Role.STATE, "running")
    skew = live(talk).skew
    assert skew is not None
    assert abs(skew - behind) < 1
    recent = list(live(talk).tags["tag"].recent)
    assert all(T0 <= at <= talk.now for at, _ in recent)
    assert [at for at, _ in recent] == sorted(at for at, _ in recent)


DAY = Calendar(
    "c",
    "UTC",
    (
        Pattern("Night", time(22), time(6), frozenset(range(7)), (Break("Tea", time(22, 30), time(22, 45)),)),
        Pattern("Day", time(6), time(14), frozenset(range(7))),
    ),
)


def shifts() -> Talk:
    return Talk(plant(calendar_value=DAY))


def test_standing_still_in_a_break_is_a_planned_stop_and_after_it_a_stop_again() -> None:
    talk = shifts()  # 22:13:20
    talk.say(A, Role.STATE, "stopped")
    while talk.now < T0 + 1900:  # until 22:45
        talk.say(A, Role.TAG, 1.0)
        talk.wait(10)
        clock = talk.now - T0 + 800  # seconds after 22:00
        if 1801 < clock < 2699:
            assert live(talk).state is S.PLANNED_STOP
    talk.say(A, Role.TAG, 1.0)
    talk.wait(5)
    assert live(talk).state is S.STOPPED
    assert abs(live(talk).since - (T0 - 800 + 2700)) < 1


def test_a_new_shift_counts_from_zero_and_the_old_one_is_handed_over() -> None:
    talk = shifts()
    closed: list[tuple[str, int]] = []
    talk.floor.when_shift_closes(lambda line, shift, _: closed.append((shift.name, line.totals(talk.now)["good"])))
    talk.say(C, Role.GOOD, 1)
    talk.say(C, Role.GOOD, 6, after=600)
    talk.now = T0 - 800 + 8 * 3600 - 1  # a second before 06:00
    talk.floor.age(talk.now)
    events = talk.wait(2)
    assert any(isinstance(e, ShiftChanged) and e.shift == "Day" for e in events)
    assert closed == [("Night", 5)]
    assert live(talk, C).good == 0
    talk.say(C, Role.GOOD, 8)
    assert live(talk, C).good == 2


def test_outside_every_shift_standing_still_is_not_planned() -> None:
    talk = shifts()
    talk.now = T0 - 800 + 16.5 * 3600  # 14:30
    talk.say(A, Role.STATE, "stopped")
    talk.floor.age(talk.now)
    assert live(talk).state is S.NOT_PLANNED


def test_a_stop_that_lasts_over_the_shifts_end_stays_a_stop_until_then() -> None:
    end = T0 - 800 - 8 * 3600  # 14:00, nothing is planned until 22:00
    talk = Talk(plant(calendar_value=DAY), now=end - 600)
    talk.say(A, Role.STATE, "stopped")
    for _ in range(40):
        talk.say(A, Role.TAG, 1.0, after=30)
        talk.floor.age(talk.now)
    pieces = [(s.state, s.since, s.until) for s in live(talk).ribbon.within(end - 600, talk.now, talk.now)]
    assert pieces == [(S.STOPPED, end - 600, end), (S.NOT_PLANNED, end, talk.now)]
    assert live(talk).since == end


def test_a_stop_over_the_shifts_edge_is_no_micro_stop_of_the_new_shift() -> None:
    edge = T0 - 800 + 8 * 3600  # 06:00: Night becomes Day
    talk = Talk(plant([station(10)], calendar_value=DAY), now=edge - 600)
    talk.say(A, Role.STATE, "stopped")
    for _ in range(22):
        talk.say(A, Role.TAG, 1.0, after=30)
        talk.floor.age(talk.now)
    talk.floor.refresh(talk.now)
    account = talk.floor.line("L1").account
    assert account is not None
    assert (account.losses.get(LossKind.STOP), account.losses.get(LossKind.MICRO_STOP)) == (60, None)
    assert [(loss.kind, loss.seconds) for loss in talk.floor.losses("L1", talk.now)] == [(LossKind.STOP, 60)]


def test_a_new_shift_does_not_begin_with_the_oee_of_the_old_one() -> None:
    edge = T0 - 800 + 8 * 3600
    talk = Talk(plant([station(10)], calendar_value=DAY), now=edge - 600)
    talk.say(A, Role.STATE, "running")
    talk.say(A, Role.GOOD, 0)
    for i in range(1, 30):
        talk.say(A, Role.GOOD, i, after=20)
    talk.floor.refresh(talk.now)
    talk.now = edge + 1
    talk.floor.age(talk.now)
    account = talk.floor.line("L1").account
    assert account is not None
    assert (account.planned, account.total) == (1, 0)


def test_silence_is_not_explained_by_the_reason_of_the_stop_before_it() -> None:
    talk = Talk(plant([station(10)]))
    talk.say(A, Role.STATE, "stopped")
    talk.say(A, Role.REASON, "jam")
    talk.wait(120)
    talk.floor.refresh(talk.now)
    assert (live(talk).state, live(talk).ribbon.open.reason) == (S.NO_DATA, "")
    assert "silent" in [loss.reason for loss in talk.floor.losses("L1", talk.now)]
    talk.say(A, Role.TAG, 1.0)
    assert (live(talk).state, live(talk).ribbon.open.reason) == (S.STOPPED, "jam")


def test_states_are_believed_after_our_own_clock_was_set_back() -> None:
    talk = Talk()
    talk.say(A, Role.STATE, "running", after=5)
    talk.now -= 3600
    talk.say(A, Role.STATE, "stopped", after=5)
    assert live(talk).state is S.STOPPED
    talk.say(A, Role.STATE, "running", after=5)
    assert live(talk).state is S.RUNNING


def test_pieces_of_other_stations_are_not_those_of_a_pace_station_that_made_none() -> None:
    talk = Talk(plant(pace=A))
    for place in (A, C):
        talk.say(place, Role.STATE, "stopped")
        talk.say(place, Role.GOOD, 0)
    for i in range(1, 4):
        talk.say(C, Role.GOOD, i, after=20)
    talk.floor.refresh(talk.now)
    account = talk.floor.line("L1").account
    assert account is not None
    assert (account.total, account.flags) == (0, frozenset())


def test_a_claimed_oee_is_a_share_and_nothing_else_for_lines_and_stations() -> None:
    talk = Talk(plant(roles=[Role.OEE], line_roles=[Role.OEE]))
    for place, shown in ((A, live(talk)), ("L1", talk.floor.line("L1"))):
        for value, share in ((81, 0.81), (0.5, 0.5), (True, 0.5), (float("nan"), 0.5), (-3, 0.5)):
            talk.say(place, Role.OEE, value)
            assert shown.claimed_oee == share


def test_every_second_of_the_ribbon_is_covered_once() -> None:
    talk = Talk()
    for word in ("running", "stopped", "running", "starved", "running"):
        talk.say(A, Role.STATE, word, after=30)
    talk.wait(100)
    segments = list(live(talk).ribbon.within(T0, talk.now, talk.now))
    assert segments[0].since == T0
    assert segments[-1].until == talk.now
    assert all(a.until == b.since for a, b in zip(segments, segments[1:], strict=False))


def test_closed_segments_are_handed_over_once_each() -> None:
    talk = Talk()
    for word in ("running", "stopped", "running"):
        talk.say(A, Role.STATE, word, after=30)
    kept = [segment for place, segment in talk.segments if place == A]
    assert kept == live(talk).ribbon.closed


def test_oee_accounts_for_all_planned_time_since_the_console_watched() -> None:
    talk = Talk(plant([station(10)]))
    talk.say(A, Role.STATE, "running")
    talk.say(A, Role.GOOD, 0)
    for i in range(1, 31):
        talk.say(A, Role.GOOD, i, after=20)
    talk.say(A, Role.STATE, "stopped")
    for _ in range(10):
        talk.say(A, Role.TAG, 1.0, after=30)
    talk.floor.refresh(talk.now)
    account = talk.floor.line("L1").account
    assert account is not None
    assert abs(account.planned - 900) < 1
    assert abs(account.good_time + account.lost - account.planned) < 1e-6
    assert account.oee is not None
    assert abs(account.oee - 600 / 900) < 0.01


def test_a_station_without_a_state_signal_runs_while_pieces_come() -> None:
    talk = Talk(plant(roles=[Role.GOOD, Role.TAG]))
    talk.say(A, Role.GOOD, 1)
    talk.say(A, Role.GOOD, 2, after=20)
    assert live(talk).state is S.RUNNING
    for _ in range(5):
        talk.say(A, Role.TAG, 1.0, after=20)
        talk.floor.age(talk.now)
    assert live(talk).state is S.STOPPED


def test_states_that_follow_each_other_within_one_batch_are_all_in_the_ribbon() -> None:
    from console.domain.readings import Reading

    talk = Talk()
    signal = talk.signal(A, Role.STATE)
    words = ["running", "stopped", "running", "blocked"]
    batch = [Reading(signal, word, None, T0 + 10 * i) for i, word in enumerate(words, 1)]
    talk.floor.observe(batch)
    talk.floor.settle(T0 + 50)
    told = [(s.state, s.since - T0) for s in live(talk).ribbon.within(T0 + 10, T0 + 50, T0 + 50)]
    assert told == [(S.RUNNING, 10), (S.STOPPED, 20), (S.RUNNING, 30), (S.BLOCKED, 40)]


def test_a_silence_inside_one_batch_is_drawn_though_nobody_looked_meanwhile() -> None:
    from console.domain.readings import Reading

    talk = Talk()
    state, tag = talk.signal(A, Role.STATE), talk.signal(A, Role.TAG)
    talk.floor.observe([Reading(state, "running", None, T0 + 1), Reading(tag, 1.0, None, T0 + 201)])
    talk.floor.settle(T0 + 201)
    told = [(s.state, s.since - T0) for s in live(talk).ribbon.within(T0 + 1, T0 + 300, T0 + 300)]
    assert told == [(S.RUNNING, 1), (S.NO_DATA, 61), (S.RUNNING, 201)]


def test_another_reason_begins_another_segment_and_a_reason_that_comes_with_the_stop_belongs_to_it() -> None:
    talk = Talk()
    talk.say(A, Role.STATE, "running", after=1)
    talk.say(A, Role.STATE, "stopped", after=10)
    talk.say(A, Role.REASON, "jam")
    talk.say(A, Role.REASON, "no wire", after=20)
    talk.say(A, Role.STATE, "running", after=5)
    told = [(s.reason, (s.until or 0) - s.since) for s in live(talk).ribbon.closed if s.state is S.STOPPED]
    assert told == [("jam", 20), ("no wire", 5)]


def test_a_piece_told_by_several_messages_counts_once() -> None:
    from dataclasses import replace

    built = plant(roles=[Role.GOOD])
    built = replace(built, signals=tuple(replace(s, pulse=True) for s in built.signals))
    talk = Talk(built)
    for after in (0, 1, 1):
        talk.say(A, Role.GOOD, 1, after=after, key="piece-1")
    talk.say(A, Role.GOOD, 1, after=20, key="piece-2")
    assert live(talk).good == 2


def test_an_alarm_that_ends_does_not_hide_another_that_stays() -> None:
    talk = Talk(plant(roles=[Role.ALARM]))
    talk.say(A, Role.ALARM, "Door open", key="door")
    talk.say(A, Role.ALARM, "Oil low", key="oil")
    talk.say(A, Role.ALARM, "", key="oil")
    assert live(talk).alarm == "Door open"
    talk.say(A, Role.ALARM, "", key="door")
    assert live(talk).alarm == ""
