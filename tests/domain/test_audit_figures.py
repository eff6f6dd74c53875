"""Rules of the figures of audits, worked out by hand."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from math import isclose, sqrt

from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain.actions import Action, Stage
from console.domain.audit_figures import (
    FEW,
    Looked,
    buckets,
    closed_at,
    finding_figures,
    items,
    looked,
    lookers,
    passed_share,
    ranking,
    round_figures,
    sections,
    spread,
    tag_figures,
    trend,
)
from console.domain.audit_plans import AuditPlan, Rhythm, rounds, standings
from console.domain.checklists import Answer, Form, Going, Item, Purpose, Run, Section, Version, Words
from console.domain.findings import Fate, Finding, RedTag

T = datetime(2026, 11, 21, 12, tzinfo=UTC)


def audit(run: str, place: str, share: float | None, days: float = 0.0, who: str = "qi", **more: object) -> Looked:
    return Looked(run, "t", place, T - timedelta(days=days), who, share, None, **more)  # type: ignore[arg-type]


def finding(id: str, days: float, repeats: tuple[str, ...] = (), withdrawn: bool = False, item: str = "a") -> Finding:
    gone = T if withdrawn else None
    return Finding(id, "L1", "oil", T - timedelta(days=days), "qi", "r", "t", item, False, repeats, gone)


def action(stage: Stage, due: date, verified: datetime | None = None) -> Action:
    return Action("x", "wipe", "L1", "bo", due, T - timedelta(days=9), "qi", stage=stage, verified=verified)


def test_a_signed_run_in_numbers_has_its_sections_by_their_keys_and_its_scored_items() -> None:
    form = Form(
        (Section("s1", Words("Sort"), (Item("a", Words("A")), Item("b", Words("B")))), Section("s2", Words("Shine")))
    )
    run = Run(
        "r", "t", 1, "L1", T, "qi", going=Going.SIGNED, ended=T, ended_by="su", points=5.0, most=8.0, passed=False,
        broken=("a",),
    )  # fmt: skip
    version = Version("v", "t", 1, Words("5S"), Purpose.FIVE_S, form, T, "qi")
    answers = [Answer("1", "r", "a", "L1", T, "qi", 1.0), Answer("2", "r", "b", "L1", T, "qi", 4.0)]

    found = looked(run, version, answers, {"s1": "sort"})

    assert (found.share, found.who, found.passed, found.broken) == (0.625, "su", False, True)
    assert found.sections == {"sort": 0.625, "s2": None}
    assert found.items == {"a": 0.25, "b": 1.0}


def test_the_spread_of_shares_has_the_deviation_of_a_sample() -> None:
    found = spread([0.6, None, 0.8, 1.0])
    assert found is not None
    assert (found.n, found.low, found.high) == (3, 0.6, 1.0)
    assert isclose(found.mean, 0.8)
    assert found.deviation is not None
    assert isclose(found.deviation, sqrt((0.04 + 0.0 + 0.04) / 2))
    assert spread([None]) is None
    alone = spread([0.5])
    assert alone is not None
    assert alone.deviation is None


def test_an_area_with_few_audits_is_shown_and_not_ranked() -> None:
    rows = ranking(
        [audit(f"a{n}", "A", 0.7, n) for n in range(3)]
        + [audit(f"b{n}", "B", 0.9, n) for n in range(4)]
        + [audit("c0", "C", 1.0)]
    )
    assert [(row.place, row.rank) for row in rows] == [("B", 1), ("A", 2), ("C", 0)]
    assert rows[2].runs == ("c0",)


def test_equal_areas_have_one_rank_and_the_next_comes_after_both() -> None:
    rows = ranking([audit(f"{place}{n}", place, share, n) for place, share in
                    (("A", 0.5), ("B", 0.9), ("C", 0.9)) for n in range(3)])  # fmt: skip
    assert [(row.place, row.rank) for row in rows] == [("B", 1), ("C", 1), ("A", 3)]


def test_the_change_of_an_area_is_its_youngest_audit_against_the_one_before() -> None:
    row = ranking([audit("old", "A", 0.5, 9), audit("mid", "A", 0.6, 5), audit("new", "A", 0.9, 1)])[0]
    assert row.last == 0.9
    assert row.change is not None
    assert isclose(row.change, 0.3)
    assert row.runs == ("new", "mid", "old")


def test_sections_and_trend_leave_out_what_was_not_scored() -> None:
    several = [
        audit("1", "A", 0.5, 2, sections={"sort": 0.4, "shine": None}),
        audit("2", "A", None, 1, sections={"sort": 0.8, "shine": 1.0}),
    ]
    found = sections(several)
    assert isclose(found["sort"].mean, 0.6)
    assert (found["sort"].n, found["shine"].n) == (2, 1)
    assert [(point.runs, point.share) for point in trend(several)] == [(("1",), 0.5)]
    assert [point.share for point in trend(several, "sort")] == [0.4, 0.8]


def test_weeks_begin_on_monday_and_months_on_their_first_on_the_plants_calendar() -> None:
    points = trend([audit("1", "A", 0.5, 6), audit("2", "A", 0.7, 5), audit("3", "B", 0.9, 0)])  # 15, 16, 21 November
    weeks = buckets(points, UTC, weekly=True)
    assert [(week.at.date(), round(week.share, 6), week.runs) for week in weeks] == [
        (date(2026, 11, 9), 0.5, ("1",)),
        (date(2026, 11, 16), 0.8, ("2", "3")),
    ]
    months = buckets(points, UTC, weekly=False)
    assert [(month.at.date(), round(month.share, 6)) for month in months] == [(date(2026, 11, 1), 0.7)]


def test_items_with_most_findings_come_first_then_the_lowest_mean() -> None:
    several = [audit("1", "A", 0.5, items={"a": 1.0, "b": 0.25, "c": 0.5, "d": 1.0}),
               audit("2", "A", 0.5, items={"a": 0.5, "b": 0.75, "c": 1.0, "d": 1.0})]  # fmt: skip
    found = [finding("f1", 1, item="a"), finding("f2", 2, item="a", withdrawn=True), finding("f3", 3, item="")]
    rows = items(several, found)
    assert [(row.item, row.found, row.weak, row.n, row.mean) for row in rows] == [
        ("a", 1, 1, 2, 0.75),
        ("b", 0, 1, 2, 0.5),
        ("c", 0, 1, 2, 0.75),
    ]
    assert (rows[0].findings, rows[1].runs) == (("f1",), ("1",))


def test_findings_are_counted_by_how_they_ended_and_those_withdrawn_not_at_all() -> None:
    past, ahead = (T - timedelta(days=2)).date(), (T + timedelta(days=2)).date()
    done = T - timedelta(days=3)
    figures = finding_figures(
        [
            (finding("closed", 10), [action(Stage.VERIFIED, past, done), action(Stage.DROPPED, past)]),
            (finding("fast", 5), [action(Stage.EFFECTIVE, past, T - timedelta(days=4))]),
            (finding("late", 8, ("old",)), [action(Stage.OPEN, past)]),
            (finding("ahead", 1), [action(Stage.DOING, ahead)]),
            (finding("bare", 1), []),
            (finding("none", 1, withdrawn=True), [action(Stage.OPEN, past)]),
        ],
        T,
        UTC,
    )
    assert figures.made == ("closed", "fast", "late", "ahead", "bare")
    assert (figures.closed, figures.share) == (("closed", "fast"), 0.4)
    assert (figures.late, figures.bare, figures.repeated) == (("late",), ("bare",), ("late",))
    assert figures.days == 4.0  # of 7 and 1


def test_a_finding_is_closed_when_the_last_of_its_actions_was_verified() -> None:
    day = T.date()
    early, late = T - timedelta(days=5), T - timedelta(days=1)
    assert closed_at([action(Stage.VERIFIED, day, early), action(Stage.VERIFIED, day, late)]) == late
    assert closed_at([action(Stage.VERIFIED, day, early), action(Stage.OPEN, day)]) is None
    assert closed_at([]) is None


def test_red_tags_are_open_over_their_day_or_decided_in_the_time() -> None:
    def tag(id: str, by: int, decided: float | None = None) -> RedTag:
        fate, at = (Fate.SCRAP, T - timedelta(days=decided)) if decided is not None else (None, None)
        day = T.date() + timedelta(days=by)
        return RedTag(id, id, "L1", "bench", 1, "", T - timedelta(days=30), "qi", "su", day, fate=fate, decided=at)

    found = tag_figures([tag("open", 3), tag("late", -1), tag("now", -5, 2), tag("before", -20, 20)], T.date(),
                        T - timedelta(days=7), T)  # fmt: skip
    assert (found.open, found.late, found.decided) == (("open", "late"), ("late",), ("now",))


def test_planned_rounds_are_kept_when_they_were_made_in_time() -> None:
    plan = AuditPlan("p", "5S", "t", ("L1",), (), date(2026, 11, 16), "UTC", Rhythm.DAY)
    asked = rounds(plan, date(2026, 11, 16), date(2026, 11, 22))

    def made(index: int, late: int) -> Run:
        ended = asked[index].due + timedelta(hours=late)
        return Run(f"r{index}", "t", 1, "L1", ended, "qi", plan=asked[index].id, going=Going.SIGNED, ended=ended)

    found = round_figures(standings(asked, [made(0, -1), made(1, 3)], [], T + timedelta(hours=1)))
    assert (found.due, found.kept, found.late, found.approved) == (6, 1, 1, 0)
    assert found.waiting == tuple(one.id for one in asked[2:6])
    assert found.share == 1 / 6


def test_who_looks_most_comes_first_with_the_places_seen() -> None:
    several = [audit("1", "A", 1.0, 5, "bo"), audit("2", "B", 1.0, 2, "qi"), audit("3", "A", 1.0, 4, "qi")]
    rows = lookers(several)
    assert [(row.person, row.places, row.runs) for row in rows] == [("qi", 2, ("2", "3")), ("bo", 1, ("1",))]
    assert rows[0].last == T - timedelta(days=2)


def test_only_audits_that_are_judged_pass_or_do_not() -> None:
    judged = [Looked(f"{n}", "t", "A", T, "qi", 0.5, passed) for n, passed in enumerate((True, False, None, True))]
    assert passed_share(judged) == 2 / 3
    assert passed_share(judged[2:3]) is None


SHARES = st.one_of(st.none(), st.integers(0, 100).map(lambda n: n / 100))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("ABCDE"), SHARES, st.integers(0, 50)), max_size=40))
def test_every_audit_is_in_one_row_and_ranks_follow_the_means(given_: list[tuple[str, float | None, int]]) -> None:
    several = [audit(f"r{n}", place, share, days) for n, (place, share, days) in enumerate(given_)]
    rows = ranking(several)

    assert sorted(run for row in rows for run in row.runs) == sorted(one.run for one in several)
    assert len({row.place for row in rows}) == len(rows)
    sure = [row for row in rows if row.rank]
    assert rows[: len(sure)] == tuple(sure)
    for row in rows:
        assert bool(row.rank) == (row.spread is not None and row.spread.n >= FEW)
        if row.spread is not None:
            assert row.spread.low <= row.spread.mean <= row.spread.high
    for one, other in zip(sure, sure[1:], strict=False):
        assert one.spread is not None
        assert other.spread is not None
        assert (one.spread.mean > other.spread.mean) == (one.rank < other.rank)
