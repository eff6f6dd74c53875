"""Rules of the truth of an order: every finding appears when it is so, and goes when it is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from console.domain.order_counts import Pieces
from console.domain.order_truth import Facts, Finding, Found, Truth, truth_of
from console.domain.orders import DONE, HOLD, PLANNED, RELEASED, RUNNING, Ended, WorkOrder, order_id
from console.domain.planning import Slot
from console.domain.products import Short
from console.domain.progress import Order
from console.domain.shifts import Calendar
from console.domain.told_orders import LINE

T = 1_795_262_400.0  # 2026-11-21 12:00 UTC
HOUR = 3600.0


def at(seconds: float) -> datetime:
    return datetime.fromtimestamp(T + seconds, UTC)


def order(column: str = RUNNING, **more: Any) -> WorkOrder:
    made = WorkOrder(order_id("WO-1"), "WO-1", "A", 800, at(-8 * HOUR), "pia", "L1", column=column, since=at(-HOUR))
    return replace(made, started=at(-2 * HOUR) if column in (RUNNING, DONE) else None, **more)


def done(**more: Any) -> WorkOrder:
    return order(DONE, **{"finished": at(-60), "ended": Ended.FULL, **more})


def truth(of: WorkOrder, **facts: Any) -> Truth:
    return truth_of(of, Facts(T, **facts))


def found(of: WorkOrder, **facts: Any) -> dict[Finding, Found]:
    return {one.what: one for one in truth(of, **facts).found}


def fine(**more: Any) -> dict[str, Any]:
    """The facts of an order that runs as planned."""
    return {"pieces": Pieces(300, 4, 300, 4), "places": ("L1",), "runs": ("WO-1",), **more}


def run(good: int, due: float | None = None, target: int | None = 800, takt: float | None = 10.0) -> Order:
    return Order(Calendar("", "UTC"), T - 2 * HOUR, good, target, takt, None if due is None else T + due)


def test_an_order_that_runs_as_planned_has_no_finding() -> None:
    assert found(order(due=at(9 * HOUR)), **fine(run=run(720))) == {}


def test_an_order_that_only_the_line_named_is_unplanned_until_somebody_plans_it() -> None:
    heard = order(source=LINE)
    assert found(heard, **fine())[Finding.UNPLANNED].serious
    assert Finding.UNPLANNED not in found(replace(heard, due=at(HOUR)), **fine(run=run(790)))
    assert Finding.UNPLANNED not in found(replace(heard, planned_day=date(2026, 11, 21)), **fine())
    assert Finding.UNPLANNED in found(done(source=LINE), **fine())


def test_an_order_at_two_lines_at_once_is_said_with_both() -> None:
    two = found(order(), **fine(places=("L1", "L2")))[Finding.TWO_PLACES]
    assert (two.serious, two.facts) == (True, {"lines": ("L1", "L2")})
    assert Finding.TWO_PLACES not in found(order(), **fine())


def test_another_order_at_the_line_than_the_board_says_is_named() -> None:
    other = found(order(), **fine(places=(), runs=("WO-2",)))[Finding.ANOTHER_RUNS]
    assert (other.serious, other.facts) == (True, {"other": "WO-2"})
    assert Finding.ANOTHER_RUNS not in found(order(), **fine(runs=("WO-1", "WO-2")))
    assert Finding.ANOTHER_RUNS not in found(order(RELEASED), **fine(places=(), runs=("WO-2",)))


def test_a_line_that_says_it_runs_nothing_is_believed_one_that_tells_no_orders_is_not_asked() -> None:
    assert Finding.NOT_RUNNING in found(order(), **fine(places=(), runs=()))
    assert found(order(), **fine(places=(), runs=None)) == {}
    assert Finding.NOT_RUNNING not in found(order(HOLD), **fine(places=(), runs=()))


def test_an_order_without_a_quantity_has_no_target_while_it_is_open() -> None:
    assert Finding.NO_TARGET in found(order(quantity=0), **fine())
    assert Finding.NO_TARGET not in found(order(), **fine())
    assert Finding.NO_TARGET not in found(done(quantity=0), **fine())


def test_a_line_that_makes_another_number_than_ordered_is_found() -> None:
    told = found(order(quantity=900), **fine(target=800))[Finding.OTHER_TARGET]
    assert (told.serious, told.facts) == (False, {"target": 800, "quantity": 900})
    assert Finding.OTHER_TARGET not in found(order(), **fine(target=800))
    assert Finding.OTHER_TARGET not in found(order(), **fine()), "the line says none"
    assert Finding.OTHER_TARGET not in found(done(quantity=900, good=300), **fine(target=800))


def test_more_than_ordered_is_an_overrun_by_so_many() -> None:
    assert found(order(), **fine(pieces=Pieces(812)))[Finding.OVERRUN].facts == {"over": 12}
    assert Finding.OVERRUN not in found(order(), **fine(pieces=Pieces(800)))
    assert Finding.OVERRUN not in found(order(quantity=0), **fine(pieces=Pieces(5)))


def test_an_order_that_the_line_ended_with_fewer_than_ordered_was_closed_early() -> None:
    early = found(done(), pieces=Pieces(640))[Finding.CLOSED_EARLY]
    assert early.facts == {"counted": 640, "quantity": 800}
    assert Finding.CLOSED_EARLY not in found(done(), pieces=Pieces(800))
    assert Finding.CLOSED_EARLY not in found(done(good=800), pieces=Pieces(640)), "somebody confirmed all of it"
    assert Finding.CLOSED_EARLY not in found(done(ended=Ended.SHORT), pieces=Pieces(640)), "a person said why"
    assert Finding.CLOSED_EARLY not in found(order(), **fine())


def test_pieces_after_closing_are_found() -> None:
    assert found(done(), pieces=Pieces(803, after=3))[Finding.COUNTS_AFTER].facts == {"over": 3}
    assert Finding.COUNTS_AFTER not in found(done(), pieces=Pieces(803))
    assert Finding.COUNTS_AFTER not in found(order(), **fine(pieces=Pieces(700, after=3))), "it was taken up again"


def test_counted_pieces_of_a_finished_order_want_a_confirmation() -> None:
    nobody = found(done(), pieces=Pieces(800))[Finding.NOT_CONFIRMED]
    assert nobody.facts == {"counted": 800, "confirmed": 0}
    assert Finding.NOT_CONFIRMED not in found(done(good=800), pieces=Pieces(800))
    assert Finding.NOT_CONFIRMED not in found(order(), **fine()), "it still runs"
    assert Finding.NOT_CONFIRMED not in found(done(), pieces=None)


def test_confirmed_and_counted_that_differ_are_both_said() -> None:
    assert found(done(good=795), pieces=Pieces(800))[Finding.DIFFERS].facts == {"counted": 800, "confirmed": 795}
    assert Finding.DIFFERS not in found(done(good=800), pieces=Pieces(800))
    assert Finding.DIFFERS in found(order(good=310), **fine()), "more confirmed than counted"
    assert Finding.DIFFERS not in found(order(good=200), **fine()), "the rest is confirmed later"


def test_an_order_is_late_by_its_forecast_by_its_plan_and_once_its_time_is_over() -> None:
    slow = found(order(due=at(HOUR)), **fine(run=run(300)))[Finding.LATE]
    forecast = truth(order(due=at(HOUR)), **fine(run=run(300))).finish
    assert forecast is not None
    assert slow.serious
    assert slow.facts["seconds"] == pytest.approx(forecast - (T + HOUR))
    assert Finding.LATE not in found(order(due=at(12 * HOUR)), **fine(run=run(300)))
    held = order(HOLD, due=at(HOUR))
    slot = Slot(held, T, T + 2 * HOUR, 0.0, 2 * HOUR, HOUR)
    assert found(held, slot=slot)[Finding.LATE].facts == {"seconds": HOUR}
    assert found(order(PLANNED, due=at(-600)))[Finding.LATE].facts == {"seconds": 600.0}


def test_a_finished_order_was_late_without_being_at_risk() -> None:
    late = found(done(due=at(-120), good=800), pieces=Pieces(800))[Finding.LATE]
    assert (late.serious, late.facts) == (False, {"seconds": 60.0})
    assert found(done(due=at(0), good=800), pieces=Pieces(800)) == {}


def test_an_order_that_cannot_begin_in_time_starts_late() -> None:
    waits = order(RELEASED, due=at(HOUR))
    late = Slot(waits, T + HOUR, T + 3 * HOUR, 0.0, 2 * HOUR, 2 * HOUR)
    assert found(waits, slot=late)[Finding.STARTS_LATE].facts == {"seconds": 2 * HOUR}
    assert found(waits, slot=replace(late, finish=T + HOUR, late=0.0)) == {}


def test_an_order_stands_while_its_line_does() -> None:
    stands = truth(order(), **fine(stands_since=T - 900))
    assert stands.stands_since == T - 900
    assert [(one.what, one.facts) for one in stands.found] == [(Finding.STANDS, {"since": T - 900})]
    assert found(order(), **fine()) == {}
    assert found(order(RELEASED), stands_since=T - 900) == {}


def test_missing_material_is_named_with_how_much() -> None:
    shorts = (Short("P-1", 100, 60, "pc"), Short("P-2", 10, 9, "kg"))
    short = found(order(), **fine(shorts=shorts))[Finding.SHORT]
    assert (short.serious, short.facts) == (True, {"material": "P-1", "missing": 40, "unit": "pc", "others": 1})
    assert not found(order(RELEASED), shorts=shorts)[Finding.SHORT].serious
    assert found(done(good=800), pieces=Pieces(800), shorts=shorts) == {}


def test_serious_findings_come_first_and_make_the_order_at_risk() -> None:
    told = truth(order(source=LINE, quantity=0), **fine(places=("L1", "L2")))
    assert [one.serious for one in told.found] == [True, True, False]
    assert told.serious
    assert not truth(order(quantity=0), **fine()).serious


def test_the_proposal_is_what_the_shift_counted_less_what_was_confirmed_in_it() -> None:
    told = truth(order(), **fine(pieces=Pieces(500, 9, 120, 3), confirmed_good=100, confirmed_scrap=5))
    assert (told.good, told.scrap, told.shift_good, told.shift_scrap) == (500, 9, 20, 0)
    nobody = truth(order(), runs=None)
    assert (nobody.good, nobody.scrap, nobody.shift_good, nobody.shift_scrap) == (None, None, None, None)


def test_the_forecast_has_its_error_and_the_order_is_ahead_or_behind_in_pieces_and_time() -> None:
    made = truth(order(), **fine(run=run(600))).progress
    assert made is not None
    assert made.ahead == pytest.approx(600 - 720)
    assert made.ahead_seconds == pytest.approx(-1200)
    assert made.early is not None
    assert made.late is not None
    assert made.finish is not None
    assert made.early < made.finish < made.late
    assert truth(order(RELEASED), run=run(600)).progress is None, "it does not run"


def test_an_order_that_became_part_of_another_has_no_findings() -> None:
    assert found(done(merged_into="x", source=LINE, ended=Ended.MERGED), places=("L1", "L2")) == {}


def test_where_nobody_saw_it_begin_too_few_counted_pieces_are_no_finding() -> None:
    assert found(done(good=800), pieces=Pieces(40), whole=False) == {}
    assert found(order(good=310), **fine(pieces=Pieces(40), whole=False)) == {}
    assert set(found(done(), pieces=Pieces(40), whole=False)) == {Finding.NOT_CONFIRMED}
    assert set(found(done(good=30), pieces=Pieces(40), whole=False)) == {Finding.DIFFERS}, "more than was confirmed"
