"""Rules of reports: which are due, what they are held against, and what stands in them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from itertools import islice
from zoneinfo import ZoneInfo

import pytest

from console.domain.cells import Cell
from console.domain.compare import By, Measure, Of, Piece, cell_sums
from console.domain.questions import Every, SavedQuestion
from console.domain.reports import LATE, Period, before, ended, report
from console.domain.shifts import Calendar, Pattern

DAYS = frozenset(range(7))
CALENDAR = Calendar(
    "three", "Europe/Berlin",
    tuple(Pattern(n, time(a), time(b), DAYS) for n, a, b in (("Early", 6, 14), ("Late", 14, 22), ("Night", 22, 6))),
)  # fmt: skip


def at(day: int, hour: int, minute: int = 0, month: int = 3) -> float:
    return datetime(2026, month, day, hour, minute, tzinfo=ZoneInfo("Europe/Berlin")).timestamp()


def test_a_shift_is_due_a_little_after_its_end_and_not_before() -> None:
    end = at(10, 14)
    early = next(ended(Every.SHIFT, [CALENDAR], end + LATE + 1))
    assert (early.shift, early.day, early.end) == ("Early", date(2026, 3, 10), end)
    assert next(ended(Every.SHIFT, [CALENDAR], end + LATE - 1)).shift == "Night"


def test_shifts_that_nobody_reported_are_caught_up_with_for_two_days() -> None:
    found = [(period.day.day, period.shift) for period in ended(Every.SHIFT, [CALENDAR], at(10, 15))]
    assert found[:4] == [(10, "Early"), (9, "Night"), (9, "Late"), (9, "Early")]
    assert 5 <= len(found) <= 7
    assert len(set(found)) == len(found)


def test_a_day_and_a_week_are_the_plant_s_own_over_a_change_of_the_clock() -> None:
    day = next(ended(Every.DAY, [CALENDAR], at(30, 1)))
    assert (day.day, day.end - day.start) == (date(2026, 3, 29), 23 * 3600.0), "the clock was put forward that night"
    week = next(ended(Every.WEEK, [CALENDAR], at(30, 1)))
    assert (week.day, week.end) == (date(2026, 3, 23), at(30, 0))
    assert before(week, [CALENDAR]).end == week.start


def test_a_shift_is_held_against_the_same_hours_of_the_day_before_over_a_change_of_the_clock() -> None:
    early = next(p for p in ended(Every.SHIFT, [CALENDAR], at(29, 15)) if p.shift == "Early")
    earlier = before(early, [CALENDAR])
    assert early.day == date(2026, 3, 29)
    assert (earlier.start, earlier.end) == (at(28, 6), at(28, 14)), "the clock was put forward between"


@pytest.mark.parametrize("every", list(Every))
def test_every_period_has_a_name_of_its_own(every: Every) -> None:
    names = [period.name for period in islice(ended(every, [CALENDAR], at(10, 15)), 5)]
    assert len(set(names)) == len(names)


def test_two_calendars_with_a_shift_of_one_name_make_two_reports() -> None:
    other = Calendar("two", "Europe/Berlin", CALENDAR.patterns[:2])
    names = {period.name for period in ended(Every.SHIFT, [CALENDAR, other], at(10, 14, 10)) if period.day.day == 10}
    assert names == {"shift 2026-03-10 Early three", "shift 2026-03-10 Early two"}


def test_a_plant_without_shifts_has_days_but_no_shift_reports() -> None:
    always = Calendar("", "UTC")
    assert list(ended(Every.SHIFT, [always], at(10, 15))) == []
    assert next(ended(Every.DAY, [always], at(10, 15))).day == date(2026, 3, 9)
    assert list(ended(Every.DAY, [], at(10, 15))) == []


def test_a_report_answers_the_standing_questions_and_those_that_were_kept_for_it() -> None:
    def piece(good: float, scrap: float) -> Piece:
        sums = {"planned": 3600.0, "loss_stop": 360.0, "good": good, "scrap": scrap}
        cell = Cell("L1", 0.0, 3600.0, "2026-03-10", "Early", 0.0, "A", "1", True, sums=sums)
        return Piece(Of.CELL, {By.LINE: "L1", By.PRODUCT: "A", By.SHIFT: "Early"}, cell_sums(cell))

    period = Period(Every.SHIFT, 0.0, 3600.0, datetime(2026, 3, 10, tzinfo=UTC).date(), "Early")
    asked = [
        SavedQuestion("1", "Scrap of products", Measure.SCRAP, By.PRODUCT, reports=(Every.SHIFT,)),
        SavedQuestion("2", "For the week", Measure.SCRAP, By.PRODUCT, reports=(Every.WEEK,)),
    ]
    made = report(period, before(period, [CALENDAR]), [piece(90, 10)], [piece(95, 5)], asked)
    assert made.lines == ("L1",)
    figures = {section.now.question.measure: section for section in made.figures}
    assert figures[Measure.OEE].now.whole.value == pytest.approx(0.9)
    assert (figures[Measure.SCRAP_SHARE].now.whole.value, figures[Measure.SCRAP_SHARE].before.whole.value) == (
        0.1,
        0.05,
    )
    assert [section.name for section in made.sections if section.name] == ["Scrap of products"]
    lost = next(section for section in made.sections if section.now.question.measure is Measure.LOST)
    assert lost.now.rows == ("stop",)
