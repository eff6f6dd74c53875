"""Shift handover: filled, frozen, answered item by item, sealed; what rolls on, and what is missed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from console.domain import handover_moves as moves
from console.domain.handover_moves import (
    HandoverEarly,
    HandoverFrozen,
    ItemsUnanswered,
    NotHandedOver,
    NotSealed,
    ReplyUnfit,
    SameHands,
    StopsUnexplained,
)
from console.domain.handovers import (
    Correction,
    Fact,
    Handover,
    OpenItem,
    Part,
    Reply,
    Risk,
    Stage,
    Subject,
    handover_id,
    item_id,
)
from console.domain.shifts import Calendar, Pattern

BEGINS, ENDS = datetime(2026, 11, 20, 6, tzinfo=UTC), datetime(2026, 11, 20, 14, tzinfo=UTC)
FACTS = (Fact(Part.PRODUCTION, "order", (("good", 478.0), ("plan", 495.0)), (("order", "WO-10482"),)),)


def item(record: str, subject: Subject = Subject.CALL, **more: object) -> OpenItem:
    return OpenItem(item_id(subject, record), subject, record, "L1", f"item {record}", BEGINS, **more)  # type: ignore[arg-type]


def draft(*items: OpenItem, stops: int = 0) -> Handover:
    made = Handover(handover_id("L1", ENDS), "L1", date(2026, 11, 20), "day", BEGINS, ENDS, "late")
    return moves.fill(made, FACTS, items, stops, ENDS)


def handed(*items: OpenItem) -> Handover:
    return moves.hand_over(draft(*items), ENDS, "ann", "Ann")


def sealed(*items: OpenItem) -> Handover:
    taken = handed(*items)
    for one in items:
        taken = moves.answer(taken, one.id, Reply.ACCEPTED, ENDS, "bob", "talked about")
    return moves.take_over(taken, ENDS + timedelta(minutes=10), "bob", "Bob")


def test_a_handover_goes_from_draft_to_sealed_and_both_signatures_hold() -> None:
    found = sealed(item("a"), item("b", risk=Risk.HIGH))

    assert found.stage is Stage.SEALED
    assert len(found.seal) == 64
    assert moves.is_whole(found)


@pytest.mark.parametrize(
    "altered",
    [
        lambda h: replace(h, note="it was all fine"),
        lambda h: replace(h, facts=(replace(h.facts[0], figures=(("good", 500.0), ("plan", 495.0))),)),
        lambda h: replace(h, items=h.items[:1]),
        lambda h: replace(h, replies=(replace(h.replies[0], words="no"), *h.replies[1:])),
        lambda h: replace(h, outgoing=replace(h.outgoing, at=ENDS + timedelta(seconds=1))),
        lambda h: replace(h, incoming=None),
        lambda h: replace(h, incoming=None, outgoing=None, stage=Stage.HANDED),
    ],
)
def test_whatever_is_altered_in_a_sealed_handover_is_noticed(altered: object) -> None:
    assert not moves.is_whole(altered(sealed(item("a"), item("b"))))  # type: ignore[operator]


def test_a_whole_number_is_the_same_however_a_database_gives_it_back() -> None:
    found = sealed(item("a"))
    back = replace(found, facts=(replace(found.facts[0], figures=(("good", 478), ("plan", 495))),))  # type: ignore[arg-type]
    assert moves.is_whole(back)


def test_filling_again_takes_the_record_and_keeps_what_people_wrote() -> None:
    written = moves.add_item(
        moves.write(draft(item("a")), "new operator\n\n\n at the leak test "), item("n", Subject.NOTE)
    )
    again = moves.fill(written, (), [item("b")], 0, ENDS)

    assert again.note == "new operator\n\nat the leak test"
    assert [one.record for one in again.items] == ["b", "n"]
    assert moves.remove_item(again, item("n", Subject.NOTE).id).items == (item("b"),)
    with pytest.raises(ReplyUnfit):
        moves.remove_item(again, item("b").id)


def test_once_handed_over_nothing_in_it_changes() -> None:
    frozen = handed(item("a"))
    for change in (
        lambda: moves.fill(frozen, (), (), 0, ENDS),
        lambda: moves.write(frozen, "more"),
        lambda: moves.add_item(frozen, item("n", Subject.NOTE)),
        lambda: moves.mark(frozen, frozen.items[0].id, Risk.HIGH),
        lambda: moves.hand_over(frozen, ENDS, "ann", "Ann"),
    ):
        with pytest.raises(HandoverFrozen):
            change()


def test_it_is_not_signed_in_the_middle_of_the_shift() -> None:
    with pytest.raises(HandoverEarly):
        moves.hand_over(draft(), ENDS - timedelta(hours=3), "ann", "Ann")
    assert moves.hand_over(draft(), ENDS - timedelta(hours=1), "ann", "Ann").stage is Stage.HANDED


def test_unexplained_stops_block_signing_unless_a_supervisor_says_why() -> None:
    blocked = draft(stops=3)
    for words, may in (("", True), ("line was down", False)):
        with pytest.raises(StopsUnexplained) as refused:
            moves.hand_over(blocked, ENDS, "ann", "Ann", words, may)
        assert refused.value.facts["stops"] == 3
    signed = moves.hand_over(blocked, ENDS, "ann", "Ann", "network was down, reasons follow", True)
    assert (signed.overridden, signed.overridden_by) == ("network was down, reasons follow", "ann")
    assert moves.hand_over(draft(), ENDS, "ann", "Ann", "not needed", True).overridden == ""


def test_every_item_is_answered_before_the_incoming_side_signs() -> None:
    one, other = item("a"), item("b")
    taken = moves.answer(handed(one, other), other.id, Reply.ACCEPTED, ENDS, "bob")
    with pytest.raises(ItemsUnanswered) as refused:
        moves.take_over(taken, ENDS, "bob", "Bob")
    assert refused.value.facts["items"] == (one.id,)


def test_a_dispute_and_a_high_risk_want_words_and_the_last_word_holds() -> None:
    plain, high = item("a"), item("b", risk=Risk.HIGH)
    taken = handed(plain, high)
    for id, reply in ((plain.id, Reply.DISPUTED), (high.id, Reply.ACCEPTED)):
        with pytest.raises(ReplyUnfit) as refused:
            moves.answer(taken, id, reply, ENDS, "bob")
        assert refused.value.facts["field"] == "words"
    disputed = moves.answer(taken, plain.id, Reply.DISPUTED, ENDS, "bob", "the coil never came")
    accepted = moves.answer(disputed, plain.id, Reply.ACCEPTED, ENDS, "bob")
    assert [one.reply for one in accepted.replies] == [Reply.ACCEPTED]
    with pytest.raises(ReplyUnfit):
        moves.answer(taken, "nothing", Reply.ACCEPTED, ENDS, "bob")


def test_nobody_takes_over_from_themselves_or_before_it_is_handed_over() -> None:
    with pytest.raises(SameHands):
        moves.take_over(handed(), ENDS, "ann", "Ann")
    for not_handed in (draft(), sealed()):
        with pytest.raises(NotHandedOver):
            moves.take_over(not_handed, ENDS, "bob", "Bob")


def test_what_is_not_accepted_rolls_on_with_its_age_and_never_with_less_risk() -> None:
    accepted, disputed, note = item("a"), item("b", risk=Risk.RAISED), item("n", Subject.NOTE)
    taken = moves.answer(handed(accepted, disputed, note), accepted.id, Reply.ACCEPTED, ENDS, "bob")
    before = moves.answer(taken, disputed.id, Reply.DISPUTED, ENDS, "bob", "no")

    again = moves.rolled_on(item("b"), before)
    assert (again.carried, again.first, again.risk) == (1, before.day, Risk.RAISED)
    assert moves.rolled_on(item("a"), before).carried == 0
    assert [(one.record, one.carried) for one in moves.carried_notes(before)] == [("n", 1)]
    later = replace(before, day=date(2026, 11, 21), items=(again,), replies=())
    assert moves.rolled_on(item("b"), later).carried == 2
    assert moves.rolled_on(item("b"), later).first == date(2026, 11, 20)
    assert moves.rolled_on(item("b"), None).carried == 0


def test_a_correction_points_to_the_seal_it_has_read() -> None:
    whole = sealed()
    said = Correction("c", whole.id, whole.seal, "", "scrap was 31, not 13", ENDS, "bob")
    assert moves.correct(whole, said).place == "L1"
    for handover, seal in ((whole, "0" * 64), (handed(), "")):
        with pytest.raises(NotSealed):
            moves.correct(handover, replace(said, seal=seal))


def test_shifts_that_end_soon_or_ended_within_a_day_are_wanted() -> None:
    every_day = frozenset(range(7))
    calendar = Calendar(
        "c", "UTC", (Pattern("day", time(6), time(14), every_day), Pattern("late", time(14), time(22), every_day))
    )
    found = moves.wanted(calendar, (ENDS - timedelta(hours=1)).timestamp())
    assert [(ends.day, name, following) for _, ends, name, following in found] == [
        (19, "day", "late"), (19, "late", "day"), (20, "day", "late"),
    ]  # fmt: skip
    assert [ends for _, ends, _, _ in moves.wanted(calendar, (ENDS - timedelta(hours=3)).timestamp())][-1].day == 19


def test_a_shift_that_nobody_handed_over_is_missed_an_hour_after_its_end() -> None:
    late = ENDS + timedelta(minutes=61)
    assert moves.is_missed(None, ENDS, late)
    assert moves.is_missed(draft(), ENDS, late)
    assert not moves.is_missed(handed(), ENDS, late)
    assert not moves.is_missed(None, ENDS, ENDS + timedelta(minutes=59))
