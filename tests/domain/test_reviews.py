"""Rules of reviews: when one is wanted, and when it is done."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from console.domain.andon import Call, Severity, Source
from console.domain.improvement import Share, handling, repeated, reviewed
from console.domain.reviews import (
    Because,
    Review,
    ReviewDone,
    ReviewUnfinished,
    Why,
    finish,
    repeats,
    review_id,
    wanted,
    write,
)
from console.domain.text import TooLong
from tests.domain.calls import MACHINE, RAISED, call, later
from tests.domain.test_actions import new, verified

DAY = 86400.0


def closed(severity: Severity = Severity.MINOR, days: float = 0.0, **more: object) -> Call:
    made = call(severity=severity, at=later(days * DAY))
    return replace(made, closed=later(days * DAY + 600), **more)  # type: ignore[arg-type]


def review(**more: object) -> Review:
    return Review("r", "andon_call", "c", "L1/30", "Jam", Because.SEVERITY, 0, RAISED, **more)  # type: ignore[arg-type]


def test_a_review_is_wanted_from_the_categorys_severity_on() -> None:
    assert wanted(closed(Severity.CRITICAL), MACHINE, ()) is Because.SEVERITY
    assert wanted(closed(Severity.MAJOR), MACHINE, ()) is None


def test_a_review_is_wanted_when_it_came_back_often_enough_within_thirty_days() -> None:
    last = closed(days=40)
    before = [closed(days=day) for day in (5, 20, 30, 39)]
    assert repeats(last, before) == 3, "the first is more than 30 days ago"
    assert wanted(last, MACHINE, before) is Because.REPEATS
    assert wanted(last, MACHINE, before[:3]) is None


def test_another_place_category_or_thing_is_no_repeat_and_a_rejected_call_was_none() -> None:
    last = closed(days=40)
    others = [
        closed(days=39, place="L1/40"),
        closed(days=39, category="help"),
        closed(days=39, about="7"),
        closed(days=39, rejected="a test"),
    ]
    assert repeats(last, others) == 0


def test_what_a_rule_hears_again_counts_and_an_impatient_finger_does_not() -> None:
    assert repeats(closed(repeats=4), ()) == 4
    assert repeats(closed(repeats=4, source=Source.PERSON), ()) == 0


def test_no_review_is_wanted_of_what_is_open_or_was_no_call() -> None:
    assert wanted(call(severity=Severity.CRITICAL), MACHINE, ()) is None
    assert wanted(closed(Severity.CRITICAL, rejected="a test"), MACHINE, ()) is None


def test_each_round_of_a_call_has_its_own_review() -> None:
    assert review_id("andon_call", "c") == review_id("andon_call", "c", 0) != review_id("andon_call", "c", 1)


def test_a_review_is_done_by_a_person_with_an_answer_and_a_root_cause() -> None:
    with pytest.raises(ReviewUnfinished) as refused:
        finish(review(), RAISED, "lea")
    assert refused.value.facts["field"] == "whys"
    whys = (Why("Why did it jam?", "The guide was worn"), Why(), Why())
    written = write(review(), whys, "", "Check the guide weekly", True)
    assert written.whys == whys[:1], "empty lines at the end are left out"
    with pytest.raises(ReviewUnfinished) as refused:
        finish(written, RAISED, "lea")
    assert refused.value.facts["field"] == "root_cause"
    done = finish(replace(written, root_cause="No check of wear"), later(60), "lea")
    assert (done.done, done.done_by) == (later(60), "lea")
    for again in (lambda: finish(done, later(70), "sue"), lambda: write(done, (), "", "", False)):
        with pytest.raises(ReviewDone):
            again()


def test_the_console_finishes_no_review_and_five_whys_are_enough() -> None:
    with pytest.raises(ReviewUnfinished):
        finish(review(whys=(Why("a", "b"),), root_cause="c"), RAISED, "console")
    with pytest.raises(TooLong):
        write(review(), (Why(),) * 6, "", "", False)


# Figures


def test_handling_time_is_from_made_to_verified_of_what_came_from_a_record() -> None:
    from datetime import UTC, datetime

    since, until = datetime(2026, 10, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC)
    many = [verified(source="andon_call")] * 5
    assert handling(many[:4], since, until) == (4, None, None), "four are not enough"
    assert handling([*many, verified(), new()], since, until) == (5, 4 * DAY, 4 * DAY)


def test_the_share_that_is_reviewed_counts_what_was_wanted() -> None:
    reviews = [review(done=later(60) if number < 3 else None) for number in range(6)]
    share = reviewed(reviews, RAISED - timedelta(days=1), later(DAY))
    assert (share, share.value) == (Share(3, 6), 0.5)
    assert Share(3, 4).value is None


def test_the_repeat_rate_looks_only_at_calls_whose_thirty_days_are_over() -> None:
    now = later(100 * DAY)
    calls = [replace(closed(days=day, about=str(day)), id=str(day)) for day in (20, 30, 40, 50, 60, 90)]
    back = replace(closed(days=45, about="20"), id="back")
    share = repeated([*calls, back], {"machine": MACHINE}, now)
    assert share == Share(1, 6), "the one of day 90 may still come back"
