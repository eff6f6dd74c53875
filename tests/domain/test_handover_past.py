"""Handovers over a time: what was missed, what a week was like, what keeps being handed over."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from console.domain import handover_moves as moves
from console.domain.handover_past import by_subject, keeps, listed, weeks
from console.domain.handovers import Handover, OpenItem, Reply, Risk, Subject, handover_id, item_id
from console.domain.shifts import Calendar, Pattern

DAYS = frozenset(range(7))
CALENDAR = Calendar("two", "UTC", (Pattern("day", time(6), time(14), DAYS), Pattern("late", time(14), time(22), DAYS)))
BEGINS = datetime(2026, 11, 16, 6, tzinfo=UTC)  # a Monday
NOW = datetime(2026, 11, 18, 12, tzinfo=UTC)


def item(record: str, subject: Subject = Subject.CALL, **more: object) -> OpenItem:
    told = {"title": f"item {record}", "since": BEGINS} | more
    return OpenItem(item_id(subject, record), subject, record, "L1", **told)  # type: ignore[arg-type]


def draft(shift: int, *items: OpenItem, place: str = "L1") -> Handover:
    """Of the first day's first shift, and of later ones."""
    begins = BEGINS + timedelta(days=shift // 2, hours=8 * (shift % 2))
    ends = begins + timedelta(hours=8)
    name, following = ("day", "late") if shift % 2 == 0 else ("late", "day")
    made = Handover(handover_id(place, ends), place, begins.date(), name, begins, ends, following)
    return moves.fill(made, (), items, 0, ends)


def handed(shift: int, *items: OpenItem, disputed: tuple[str, ...] = (), place: str = "L1") -> Handover:
    made = draft(shift, *items, place=place)
    made = moves.hand_over(made, made.ends, "ann", "Ann")
    for one in items:
        reply = Reply.DISPUTED if one.record in disputed else Reply.ACCEPTED
        made = moves.answer(made, one.id, reply, made.ends, "bob", "said")
    return made


def test_a_shift_that_was_not_handed_over_stands_among_those_that_were() -> None:
    made = [handed(0), handed(2), draft(3)]

    past = listed(made, {"L1": CALENDAR}, BEGINS, NOW, NOW)

    assert [(one.ends.day, one.shift, one.next_shift, one.missed) for one in past] == [
        (17, "late", "day", True),  # begun and never signed
        (17, "day", "late", False),
        (16, "late", "day", True),  # not even begun
        (16, "day", "late", False),
    ]
    assert [one.handover for one in past] == [made[2], made[1], None, made[0]]


def test_what_ended_before_a_place_began_to_hand_over_is_not_held_against_it() -> None:
    assert [one.shift for one in listed([handed(2)], {"L1": CALENDAR}, BEGINS, NOW, NOW)] == ["late", "day"]
    assert listed([draft(0)], {"L1": CALENDAR}, BEGINS, NOW, NOW) == ()  # somebody looked, and nobody hands over here
    soon = BEGINS + timedelta(hours=7)
    assert not listed([draft(0)], {"L1": CALENDAR}, BEGINS, NOW, soon)[0].missed
    assert listed([], {"L1": CALENDAR}, BEGINS, NOW, NOW) == ()


def test_a_shift_that_ended_less_than_an_hour_ago_is_not_missed_yet() -> None:
    made, late = [handed(0)], datetime(2026, 11, 16, 22, 59, tzinfo=UTC)
    assert len(listed(made, {"L1": CALENDAR}, BEGINS, late, late)) == 1
    later = late + timedelta(minutes=2)
    assert len(listed(made, {"L1": CALENDAR}, BEGINS, later, later)) == 2


def test_a_handover_of_a_shift_that_the_calendar_does_not_know_any_more_stays() -> None:
    odd = replace(handed(0), ends=BEGINS + timedelta(hours=7))
    assert [one.handover for one in listed([odd], {}, BEGINS, NOW, NOW)] == [odd]


def test_a_week_counts_what_was_signed_missed_disputed_and_carried() -> None:
    made = [
        handed(0, item("a"), item("b", risk=Risk.HIGH), disputed=("b",)),
        handed(2, item("b", carried=1)),
        handed(14, item("c")),
    ]

    first, second = weeks(
        listed(made, {"L1": CALENDAR}, BEGINS, BEGINS + timedelta(days=8), BEGINS + timedelta(days=8))
    )

    assert (first.monday, second.monday) == (date(2026, 11, 16), date(2026, 11, 23))
    assert (first.handed, first.items, first.disputed, first.carried, first.high) == (2, 3, 1, 1, 1)
    assert first.missed == 12  # of fourteen shifts
    assert (second.handed, second.missed, second.items) == (1, 1, 1)


def test_what_keeps_being_handed_over_is_counted_under_its_latest_words() -> None:
    made = [
        handed(2, item("a", title="still open"), disputed=("a",)),
        handed(0, item("a"), item("b")),
        draft(3, item("b")),
    ]

    (one,) = keeps(made)

    assert (one.item.title, one.times, one.disputed) == ("still open", 2, 1)
    assert (one.first, one.last, one.still, one.latest) == (date(2026, 11, 16), date(2026, 11, 17), True, made[0].id)
    assert not keeps([*made, handed(3)])[0].still


def test_what_is_in_several_handovers_longer_comes_first_among_equals() -> None:
    late, early = item("late"), item("early", first=date(2026, 11, 1))
    found = keeps([handed(0, late, early), handed(1, late, early)])
    assert [one.item.record for one in found] == ["early", "late"]
    assert found[0].first == date(2026, 11, 1)


def test_kinds_of_things_are_counted_with_those_that_were_carried() -> None:
    made = [handed(0, item("a"), item("s", Subject.STOP)), handed(1, item("a", carried=1)), draft(2, item("x"))]
    assert by_subject(made) == ((Subject.CALL, 2, 1), (Subject.STOP, 1, 0))


def test_what_a_line_and_its_area_hand_over_at_the_same_time_is_handed_over_once() -> None:
    one = item("a")
    both = [handed(0, one), handed(0, one, place="Body", disputed=("a",))]
    assert keeps(both) == ()
    (found,) = keeps([*both, handed(1, one), handed(1, one, place="Body")])
    assert (found.times, found.disputed, found.still) == (2, 1, True)
