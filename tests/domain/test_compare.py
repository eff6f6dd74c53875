"""Rules of comparing: the whole is computed from sums, never from its parts' figures; nothing is counted twice."""

from __future__ import annotations

import pytest

from console.domain.cells import Cell
from console.domain.compare import (
    ADDED,
    By,
    Figure,
    Measure,
    Of,
    Piece,
    Question,
    QuestionUnfit,
    answer,
    cell_sums,
    checked_question,
    fits,
    matched,
)


def cell(line: str, hour: str = "06", rated: bool = True, product: str = "A", **sums: float) -> Piece:
    made = Cell(line, 0.0, 3600.0, "2026-03-04", "Day", 0.0, product, "1", rated, sums=sums)
    at = {By.LINE: line, By.HOUR: hour, By.PRODUCT: product, By.AREA: line[0], By.SHIFT: "Day"}
    return Piece(Of.CELL, at, cell_sums(made))


def stop(line: str, reason: str, seconds: float) -> Piece:
    return Piece(Of.STOP, {By.LINE: line, By.REASON: reason}, {"stops": 1.0, "stop_seconds": seconds}, seconds)


def call(line: str, took: float | None) -> Piece:
    return Piece(Of.CALL, {By.LINE: line, By.CATEGORY: "quality"}, {"calls": 1.0}, took)


LONG = cell("L1", planned=3600.0, loss_stop=1800.0, good=90, scrap=10)  # OEE 0.5
SHORT = cell("L2", "07", planned=400.0, loss_speed=40.0, good=50)  # OEE 0.9


def test_the_whole_is_weighed_by_planned_time_not_the_mean_of_the_lines() -> None:
    told = answer(Question(Measure.OEE, By.LINE), [LONG, SHORT])
    assert told.by_row["L1"].value == pytest.approx(0.5)
    assert told.by_row["L2"].value == pytest.approx(0.9)
    assert told.whole.value == pytest.approx((1800 + 360) / 4000)
    assert told.rows == ("L2", "L1"), "the largest first"


def test_a_line_without_an_ideal_cycle_is_left_out_of_oee_and_said() -> None:
    blind = cell("L3", rated=False, planned=1000.0, loss_stop=100.0)
    told = answer(Question(Measure.OEE, By.LINE), [LONG, blind])
    assert told.by_row["L3"].value is None
    assert told.whole.value == pytest.approx(0.5)
    assert told.unrated == 1000.0
    assert answer(Question(Measure.AVAILABILITY), [blind]).whole.value == pytest.approx(0.9)


def test_performance_and_quality_follow_their_definitions() -> None:
    piece = cell(
        "L1",
        planned=1000.0,
        loss_stop=200.0,
        loss_micro_stop=50.0,
        loss_speed=150.0,
        loss_quality=60.0,
        good=9,
        scrap=1,
    )
    found = {m: answer(Question(m), [piece]).whole.value for m in Measure}
    assert found[Measure.AVAILABILITY] == pytest.approx(0.8)
    assert found[Measure.PERFORMANCE] == pytest.approx((1000 - 460 + 60) / 800)
    assert found[Measure.OEE] == pytest.approx(0.54)
    assert found[Measure.QUALITY] == pytest.approx(0.9)
    assert found[Measure.SCRAP_SHARE] == pytest.approx(0.1)
    assert found[Measure.LOST] == pytest.approx(460)


@pytest.mark.parametrize("measure", sorted(ADDED))
def test_rows_columns_and_cells_add_up_to_the_whole(measure: Measure) -> None:
    pieces = [LONG, SHORT, cell("L1", "07", planned=50.0, loss_stop=5.0, run=45.0, rework=2, good=1)]
    pieces += [stop("L1", "jam", 60.0), stop("L2", "", 30.0), call("L1", 12.0)]
    told = answer(Question(measure, By.LINE, By.HOUR), pieces)
    whole = told.whole.value
    for part in (told.by_row, told.by_column, told.figures):
        assert sum(figure.value or 0.0 for figure in part.values()) == pytest.approx(whole)


def test_orders_are_counted_added_and_their_lead_time_is_a_median() -> None:
    def order(line: str, took: float, late: bool) -> Piece:
        return Piece(Of.ORDER, {By.LINE: line}, {"orders": 1.0, "late": float(late)}, took)

    pieces = [order("L1", 10.0, False), order("L1", 30.0, True), order("L2", 80.0, True), call("L1", 5.0), LONG]
    assert answer(Question(Measure.ORDERS, By.LINE), pieces).by_row["L1"].value == 2
    late = answer(Question(Measure.LATE_ORDERS, By.LINE), pieces)
    assert (late.by_row["L1"].value, late.whole.value) == (1, 2)
    lead = answer(Question(Measure.LEAD, By.LINE), pieces)
    assert (lead.by_row["L1"].value, lead.whole.value) == (20.0, 30.0)


def test_losses_are_a_dimension_of_lost_time() -> None:
    told = answer(Question(Measure.LOST, By.LOSS, By.LINE), [LONG, SHORT])
    assert told.rows == ("stop", "speed")
    assert told.figures["speed", "L2"].value == 40.0
    assert told.whole.value == 1840.0


def test_time_between_stops_needs_both_how_long_it_ran_and_how_often_it_stopped() -> None:
    told = answer(Question(Measure.MTBF), [cell("L1", run=900.0), stop("L1", "", 10.0), stop("L1", "", 20.0)])
    assert told.whole == Figure(450.0, 2.0)
    assert answer(Question(Measure.MTTR), [stop("L1", "", 10.0), stop("L1", "", 20.0)]).whole.value == 15.0
    assert answer(Question(Measure.MTBF), [cell("L1", run=900.0)]).whole.value is None, "it never stopped"


def test_calls_nobody_has_acknowledged_do_not_make_the_answer_quicker() -> None:
    told = answer(Question(Measure.ACKNOWLEDGED), [call("L1", 10.0), call("L1", 30.0), call("L1", None)])
    assert told.whole == Figure(20.0, 2)


def test_filters_let_through_what_they_name_and_nothing_else() -> None:
    other = cell("M1", product="B", good=7)
    assert answer(Question(Measure.GOOD, lines=("L2",)), [LONG, SHORT, other]).whole.value == 50
    assert answer(Question(Measure.GOOD, products=("B",)), [LONG, SHORT, other]).whole.value == 7
    assert answer(Question(Measure.GOOD, areas=("L",), products=("A",)), [LONG, SHORT, other]).whole.value == 140


def test_hours_stand_in_the_order_of_the_day_and_what_has_none_comes_last() -> None:
    pieces = [cell("L1", "14", good=9), cell("L1", "06", good=1), cell("L1", "", good=5)]
    assert answer(Question(Measure.GOOD, By.HOUR), pieces).rows == ("06", "14", "")


def test_nothing_at_all_is_an_empty_table_not_a_zero() -> None:
    told = answer(Question(Measure.OEE, By.LINE), [])
    assert (told.rows, told.columns, told.whole.value) == ((), ("",), None)


@pytest.mark.parametrize(
    ("question", "field"),
    [
        (Question(Measure.OEE, By.LOSS), "rows"),
        (Question(Measure.LOST, By.LINE, By.REASON), "columns"),
        (Question(Measure.CALLS, By.LINE, By.LINE), "columns"),
        (Question(Measure.CALLS, By.NONE), "columns"),
    ],
)
def test_a_question_that_contradicts_itself_is_refused_and_says_where(question: Question, field: str) -> None:
    with pytest.raises(QuestionUnfit) as refused:
        checked_question(question)
    assert refused.value.facts["field"] == field
    with pytest.raises(QuestionUnfit):
        answer(question, [LONG])


def test_every_measure_can_be_seen_by_line_and_own_dimensions_only_where_they_belong() -> None:
    assert all(fits(measure, By.LINE) for measure in Measure)
    assert [m for m in Measure if fits(m, By.REASON)] == [Measure.STOPS, Measure.STOP_TIME, Measure.MTTR]


def test_days_are_held_against_days_in_their_order_and_lines_by_name() -> None:
    assert matched(By.DAY, ("03-08", "03-09"), ("03-01", "03-02", "03-03")) == {"03-08": "03-01", "03-09": "03-02"}
    assert matched(By.LINE, ("L1", "L2"), ("L2", "L3")) == {"L2": "L2"}
