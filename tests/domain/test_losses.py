"""Losses: minutes by reason from the ribbons of two stations, computed by hand."""

from __future__ import annotations

from datetime import date

import pytest

from console.domain.losses import BIG_LOSS, BigLoss, Source, by_reason, losses
from console.domain.oee import account
from console.domain.ribbon import Segment
from console.domain.shifts import Shift
from console.domain.stations import LossKind, NoData, StationState

MINUTE = 60.0
SHIFT = Shift("Day", date(2026, 5, 12), 0.0, 480 * MINUTE, ((240 * MINUTE, 270 * MINUTE, "Lunch"),))
END = SHIFT.end
R, S, B = StationState.RUNNING, StationState.STOPPED, StationState.BLOCKED


def source(
    *parts: tuple[StationState, float, str], station: str = "L1/30", line: str = "L1", micro: float = 120
) -> Source:
    segments, at = [], 0.0
    for state, minutes, reason in parts:
        no_data = NoData.OFFLINE if state is StationState.NO_DATA else None
        segments.append(Segment(state, no_data, at, at + minutes * MINUTE, reason))
        at += minutes * MINUTE
    return Source(line, station, tuple(segments), SHIFT, micro)


def brief(source_or_sources: Source | list[Source], now: float = END) -> list[tuple[str, float, int]]:
    sources = source_or_sources if isinstance(source_or_sources, list) else [source_or_sources]
    return [(loss.reason, loss.seconds / MINUTE, loss.stops) for loss in losses(sources, now)]


def test_losses_are_merged_by_reason_and_the_largest_comes_first() -> None:
    day = source((R, 60, ""), (S, 10, "jam"), (R, 60, ""), (S, 25, "no film"), (R, 60, ""), (S, 5, "jam"), (R, 260, ""))
    assert brief(day) == [("no film", 25, 1), ("jam", 15, 2)]


def test_without_a_reason_the_kind_is_the_reason_and_it_is_not_called_named() -> None:
    found = losses([source((S, 12, ""), (R, 228, ""), (B, 40, ""), (R, 200, ""))], END)
    assert [(x.reason, x.kind, x.named) for x in found] == [
        ("stop", LossKind.STOP, False),
        ("blocked", LossKind.BLOCKED, False),
    ]
    assert [x.seconds / MINUTE for x in found] == [12, 10]  # 30 of the 40 minutes blocked are lunch


def test_no_data_says_which_of_its_facts_it_was() -> None:
    assert brief(source((R, 100, ""), (StationState.NO_DATA, 20, ""), (R, 360, ""))) == [("offline", 20, 1)]


def test_micro_stops_are_one_loss_whatever_they_were_called() -> None:
    day = source((R, 100, ""), (S, 1, "jam"), (R, 50, ""), (S, 1.5, "sensor"), (R, 327.5, ""))
    assert brief(day) == [("micro_stop", 2.5, 2)]


def test_a_stop_over_lunch_is_one_stop_and_lunch_is_not_lost() -> None:
    assert brief(source((R, 230, ""), (S, 60, "jam"), (R, 190, ""))) == [("jam", 30, 1)]


def test_a_stop_whose_reason_is_told_later_is_one_stop_of_each_reason() -> None:
    assert brief(source((R, 100, ""), (S, 5, ""), (S, 20, "jam"), (S, 5, "jam"), (R, 350, ""))) == [
        ("jam", 25, 1),
        ("stop", 5, 1),
    ]


def test_planned_stops_running_and_unplanned_time_are_no_losses() -> None:
    day = source((StationState.PLANNED_STOP, 100, "maintenance"), (StationState.NOT_PLANNED, 100, ""), (R, 280, ""))
    assert brief(day) == []


def test_stations_keep_their_own_losses_until_they_are_put_together() -> None:
    one = source((S, 10, "jam"), (R, 470, ""))
    two = source((S, 15, "jam"), (R, 465, ""), station="L1/40")
    other = source((S, 20, "jam"), (R, 460, ""), station="L2/10", line="L2")
    found = losses([one, two, other], END)
    assert [(x.station, x.seconds / MINUTE) for x in found] == [("L2/10", 20), ("L1/40", 15), ("L1/30", 10)]
    line = by_reason(found[1:])
    assert [(x.line, x.station, x.seconds / MINUTE, x.stops) for x in line] == [("L1", "", 25, 2)]
    assert [(x.line, x.station, x.seconds / MINUTE) for x in by_reason(found)] == [("", "", 45)]


def test_speed_and_quality_come_from_the_account_and_all_losses_together_are_the_accounts() -> None:
    bare = source((R, 100, ""), (S, 20, "jam"), (R, 120, ""), (R, 0, ""), (S, 30, ""), (S, 1, "door"), (R, 209, ""))
    judged = account(bare.segments, SHIFT, END, 60.0, 400, 390, bare.micro_stop)
    found = losses([Source("L1", "L1/30", bare.segments, SHIFT, bare.micro_stop, judged)], END)
    kinds = {x.kind: x.seconds / MINUTE for x in found}
    assert (kinds[LossKind.SPEED], kinds[LossKind.QUALITY]) == (29, 10)
    assert sum(x.seconds for x in found) == pytest.approx(judged.lost)


def test_a_station_faster_than_its_ideal_cycle_has_no_speed_loss() -> None:
    bare = source((R, 480, ""))
    judged = account(bare.segments, SHIFT, END, 60.0, 600, 600, 0)
    assert losses([Source("L1", "L1/30", bare.segments, SHIFT, 0, judged)], END) == []


def test_a_stop_that_lasts_is_lost_up_to_now() -> None:
    open_stop = Source("L1", "L1/30", (Segment(S, None, 0.0, None, "jam"),), SHIFT, 120)
    assert brief(open_stop, now=600.0) == [("jam", 10, 1)]


def test_every_kind_of_loss_but_no_data_is_one_of_the_six_big_ones() -> None:
    assert set(LossKind) - set(BIG_LOSS) == {LossKind.NO_DATA}
    assert set(BIG_LOSS.values()) == set(BigLoss)
    assert losses([source((R, 470, ""), (S, 10, "jam"))], END)[0].big is BigLoss.BREAKDOWN
