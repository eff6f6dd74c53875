"""Filling a draft again: what people wrote or raised stays, what the floor knew stays, what was carried has its age."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from console.domain import handover_moves as moves
from console.domain.checklists import Going, Run
from console.domain.findings import RedTag
from console.domain.handover_content import ShiftRecord, facts
from console.domain.handovers import Fact, Handover, OpenItem, Part, Reply, Risk, Subject, handover_id, item_id

BEGINS = datetime(2026, 11, 20, 6, tzinfo=UTC)
ENDS = BEGINS + timedelta(hours=8)
NEW = Handover(handover_id("L1", ENDS), "L1", date(2026, 11, 20), "Day", BEGINS, ENDS, "Evening")
LINE = Fact(Part.PRODUCTION, "line", (("good", 478.0),), (("line", "L1"),))


def item(record: str, subject: Subject = Subject.CALL, **more: object) -> OpenItem:
    told = {"title": f"item {record}", "since": BEGINS} | more
    return OpenItem(item_id(subject, record), subject, record, "L1", **told)  # type: ignore[arg-type]


def test_a_risk_that_somebody_raised_stays_raised_when_the_draft_is_filled_again() -> None:
    draft = moves.mark(moves.fill(NEW, (), (item("a"),), 0, ENDS), item("a").id, Risk.HIGH)
    assert moves.fill(draft, (), (item("a"),), 0, ENDS).items[0].risk is Risk.HIGH
    assert moves.fill(draft, (), (item("b"),), 0, ENDS).items[0].risk is Risk.PLAIN


def test_what_the_floor_knew_of_the_shift_stays_when_it_is_in_the_next_one() -> None:
    calls = Fact(Part.CALLS, "calls", (("raised", 3.0),))
    draft = moves.fill(NEW, (LINE, calls), (), 0, ENDS)
    later = replace(calls, figures=(("raised", 4.0),))
    assert moves.fill(draft, (later,), (), 0, ENDS).facts == (LINE, later)
    more = replace(LINE, figures=(("good", 480.0),))
    assert moves.fill(draft, (more,), (), 0, ENDS).facts == (more,)


def test_a_carried_note_comes_once_and_goes_when_it_was_taken_over_or_taken_out() -> None:
    note = item("n", Subject.NOTE, carried=1, first=date(2026, 11, 19))
    draft = moves.fill(NEW, (), (note,), 0, ENDS)
    assert draft.items == (note,)
    changed = moves.add_item(draft, replace(note, title="said anew"))
    assert moves.fill(changed, (), (note,), 0, ENDS).items[0].title == "said anew"
    assert moves.fill(draft, (), (), 0, ENDS).items == ()  # somebody accepted it meanwhile
    out = moves.remove_item(draft, note.id)
    assert moves.fill(out, (), (note,), 0, ENDS).items == ()
    own = moves.add_item(draft, item("m", Subject.NOTE))
    assert [one.record for one in moves.fill(own, (), (), 0, ENDS).items] == ["m"]


def test_the_age_of_what_is_not_accepted_grows_from_shift_to_shift() -> None:
    aged = item("a")
    for times in (1, 2, 3):
        before = replace(NEW, items=(aged,))
        aged = moves.rolled_on(item("a"), before)
        assert (aged.carried, aged.first) == (times, NEW.day)
    handed = moves.hand_over(replace(NEW, items=(aged,)), ENDS, "ann", "Ann")
    taken = moves.answer(handed, aged.id, Reply.ACCEPTED, ENDS, "bob", "yes")
    assert moves.rolled_on(item("a"), taken).carried == 0


def test_the_latest_5s_score_stands_beside_the_one_before_at_that_place() -> None:
    run = Run("r", "5s", 1, "L1", BEGINS, "qi", going=Going.SIGNED, ended=ENDS, points=86.0, most=100.0)
    earlier = (replace(run, id="q", place="L2", points=10.0), replace(run, id="p", points=82.0))
    tag = RedTag("t", "7", "L1", "old jig", 1, "unused", BEGINS, "qi", "bo", date(2026, 11, 19))
    tags = (tag, replace(tag, id="u", decide_by=date(2026, 11, 30)))
    shift = ShiftRecord(BEGINS, ENDS, ENDS, UTC, audits=(run, *earlier), tags=tags)

    found = {one.code: one for one in facts(shift) if one.part is Part.AUDITS}

    assert dict(found["score"].figures) == {"share": 0.86, "change": 0.04}
    assert dict(found["score"].texts) == {"place": "L1"}
    assert dict(found["red_tags"].figures) == {"open": 2.0, "late": 1.0}
    assert [one for one in facts(replace(shift, audits=(), tags=())) if one.part is Part.AUDITS] == []
