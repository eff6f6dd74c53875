"""Rules of an order's card: what it says is true, in few words, and loud only when somebody has to act."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from console.app.queries.orders import CardShown
from console.domain.order_truth import Finding, Found, Truth
from console.domain.orders import Ended, Field, OrderChange, WorkOrder
from console.domain.planning import Slot
from console.domain.progress import Progress
from tests.widgets.shell_parts import dressed
from widgets.cardflow.faces import CardFace, CardLine, Mark
from widgets.cardflow.words import card_lines
from widgets.languages import languages
from widgets.orders.faces import Around, due_words, face_of, lasts
from widgets.orders.filters import Due, Times, View, kept_words, passes, times_at, view_of
from widgets.orders.shown import Faces

pytestmark = pytest.mark.usefixtures("qapp")
NOW = datetime(2026, 11, 20, 11, 42, tzinfo=UTC)  # a Friday
T = NOW.timestamp()
MORNING = NOW.replace(hour=6, minute=0)
HERE = Around(UTC, "L1")


@pytest.fixture(autouse=True)
def _english() -> None:
    dressed()


def order(column: str = "planned", **more: Any) -> WorkOrder:
    given = {"line": "L1", "due": at(14), "column": column, "since": MORNING, **more}
    return WorkOrder("id", "WO-1", "PH-220", 680, MORNING, "p", **given)


def at(hour: int, minute: int = 0, day: int = 20) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=UTC)


def truth(*found: Found, **more: Any) -> Truth:
    return Truth("id", T, found=found, **more)


def finishing(finish: datetime, **more: Any) -> Progress:
    return Progress(finish=finish.timestamp(), **more)


def card(given: WorkOrder, known: Truth | None = None, around: Around = HERE, **shown: Any) -> CardFace:
    return face_of(CardShown(given, 1, **shown), known, T, around)


def last(face: CardFace) -> CardLine:
    """The line that says how it stands."""
    return face.lines[-1]


def test_a_planned_order_says_number_product_line_pieces_and_when_it_is_due_and_is_grey() -> None:
    face = card(order())
    assert (face.title, face.tag, face.lane, face.mark) == ("WO-1", "L1", "L1", Mark.NONE)
    assert [line.text for line in face.lines] == ["PH-220", "680 pcs", "due today 14:00"]
    assert face.progress is None


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (at(18), "due today 18:00"),
        (at(6, day=21), "due tomorrow 06:00"),
        (at(14, day=23), "due Mon 14:00"),
        (at(14, day=27), "due 27 Nov 14:00"),
        (at(22, day=19), "due 19 Nov 22:00"),
    ],
)
def test_a_day_is_called_as_people_call_it(due: datetime, words: str) -> None:
    assert due_words(due, T, UTC) == words


def test_where_there_is_less_room_the_hour_alone_is_said_only_of_today() -> None:
    known = replace(HERE, kit=True)
    assert last(card(order("released"), None, known)).short == ("today 14:00", "14:00")
    assert last(card(order("released", due=at(14, day=23)), None, known)).short == ("Mon 14:00",)


def test_a_running_order_counts_what_the_line_counted_and_else_what_was_confirmed() -> None:
    running = order("running", good=470)
    assert (card(running).progress, card(running).counted) == (470 / 680, "470 / 680")
    face = card(running, truth(good=478))
    assert face.counted == "478 / 680"
    assert "Counted 478, confirmed 470 of 680" in face.more
    assert card(order("running", good=9999)).progress == 1.0


def test_a_running_order_in_time_is_green_and_on_plan() -> None:
    face = card(order("running"), truth(progress=finishing(at(13, 52), ahead_seconds=30)))
    line = last(face)
    assert (line.text, line.right, line.role, face.mark) == (
        "finish 13:52 · due 14:00",
        "on plan",
        "text_muted",
        Mark.GOOD,
    )


@pytest.mark.parametrize(("ahead", "words"), [(1200.0, "00:20 ahead"), (-600.0, "00:10 behind"), (None, "")])
def test_it_says_how_far_it_is_ahead_or_behind(ahead: float | None, words: str) -> None:
    face = card(order("running"), truth(progress=finishing(at(13, 52), ahead_seconds=ahead)))
    assert last(face).right == words


def test_one_that_will_be_late_says_by_how_much_in_amber_and_red_when_it_is_serious() -> None:
    late = Found(Finding.LATE, False, {"seconds": 600.0})
    face = card(order("running"), truth(late, progress=finishing(at(14, 10))))
    assert (last(face).right, last(face).role, face.mark) == ("00:10 late", "warning", Mark.WARNING)
    assert len(face.lines) == 2, "it is said once"
    face = card(order("running"), truth(replace(late, serious=True), progress=finishing(at(15, 5))))
    assert (last(face).role, face.mark) == ("bad", Mark.BAD)


def test_the_error_of_the_forecast_is_in_the_tooltip() -> None:
    known = finishing(at(14, 10), early=at(13, 58).timestamp(), late=at(14, 25).timestamp())
    face = card(order("running"), truth(progress=known))
    assert "Finish between 13:58 and 14:25, two times in three" in card_lines(face, T)


def test_a_line_that_stands_counts_up_on_its_order() -> None:
    since = T - 458
    stands = Found(Finding.STANDS, True, {"since": since})
    face = card(order("running"), truth(stands, stands_since=since, progress=finishing(at(15, 5))))
    line = last(face)
    assert (line.right, line.right_since, face.mark) == ("stopped", datetime.fromtimestamp(since, UTC), Mark.BAD)
    assert "stopped 07:38" in " ".join(card_lines(face, T))


def test_a_changeover_is_said_instead_of_a_stop() -> None:
    face = card(order("running"), truth(stands_since=T - 60), replace(HERE, changeover=T - 680))
    assert (last(face).right, last(face).right_icon) == ("changeover", "refresh-cw")


def test_what_is_short_stands_beside_the_day_and_a_complete_kit_too() -> None:
    short = Found(Finding.SHORT, False, {"material": "coil 4", "missing": 120.0, "unit": "kg", "others": 0})
    face = card(order("released"), truth(short), replace(HERE, kit=True))
    assert (last(face).right, last(face).right_icon, face.mark) == (
        "coil 4 short 120 kg",
        "triangle-alert",
        Mark.WARNING,
    )
    face = card(order("released"), None, replace(HERE, kit=True))
    assert (last(face).right, face.mark) == ("kit complete", Mark.GOOD)
    assert last(card(order("released"))).right == "", "nobody counts its parts: nothing is claimed"


def test_one_that_cannot_begin_in_time_says_so_before_it_is_late() -> None:
    face = card(order("released", due=at(22)), truth(Found(Finding.STARTS_LATE, False, {"seconds": 2400.0})))
    assert (last(face).text, last(face).role) == ("due today 22:00", "warning")
    assert (last(face).right, face.mark) == ("starts 40 min late", Mark.WARNING)


def test_an_open_order_whose_day_is_over_is_red_without_anything_else_known() -> None:
    face = card(order(due=at(11)))
    assert (face.mark, last(face).role, last(face).right, last(face).right_since) == (Mark.BAD, "bad", "late", at(11))
    assert card(order("done", due=at(11), finished=at(12))).mark is Mark.NONE


def test_a_held_order_says_since_when_and_why() -> None:
    face = card(order("hold", since=NOW - timedelta(seconds=161)), why="Porosity, 3 findings open")
    line = last(face)
    assert (line.text, line.since, line.right, face.mark) == (
        "held",
        NOW - timedelta(seconds=161),
        "Porosity, 3 findings open",
        Mark.WARNING,
    )
    assert "held 02:41" in " ".join(card_lines(face, T))


@pytest.mark.parametrize(
    ("given", "left", "right"),
    [
        (order("done", finished=at(11), due=at(12)), "on time", ""),
        (order("done", finished=at(12, 18), due=at(12)), "18 min late", ""),
        (order("done", finished=at(11), due=None), "finished 11:00", ""),
        (order("done", finished=at(11), due=at(12), ended=Ended.SHORT, why="No coil"), "on time", "closed short"),
    ],
)
def test_a_done_order_says_whether_it_was_in_time_and_whole(given: WorkOrder, left: str, right: str) -> None:
    face = card(given)
    assert (last(face).text, last(face).right, face.mark) == (left, right, Mark.NONE)


def test_what_was_finished_last_lies_first() -> None:
    early, late = card(order("done", finished=at(10))), card(order("done", finished=at(11)))
    assert late.rank < early.rank


def test_a_block_keeps_its_words_and_age_and_says_who() -> None:
    blocked = order("released", blocked="No fixture", blocked_at=MORNING, blocked_by="x")
    face = card(blocked, blocked_by="Anna")
    assert (face.blocked, face.blocked_at) == ("No fixture", MORNING)
    assert "Blocked by Anna" in face.more
    over = replace(blocked, column="done", finished=NOW)
    assert card(over).blocked == ""


def test_rush_change_and_what_is_not_shared_are_marked_in_words() -> None:
    change = (OrderChange(Field.QUANTITY, "600", "680"),)
    rush = card(order("released", rush=True, changes=change), waiting=True, around=replace(HERE, shared=True))
    assert rush.lines[0].right == "Rush · Changed · Not shared yet"
    assert rush.mark is Mark.WARNING
    assert card(order(), waiting=True).lines[0].right == "", "without a shared database nothing waits for one"


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (Found(Finding.UNPLANNED), "Nobody planned it: the line named it"),
        (Found(Finding.TWO_PLACES, True, {"lines": ("L1", "L2")}), "Runs at several lines: Line 1, Line 2"),
        (Found(Finding.OVERRUN, False, {"over": 12}), "12 more than ordered"),
        (Found(Finding.NO_TARGET), "Nobody said how many"),
    ],
)
def test_what_does_not_agree_has_a_line_of_its_own(found: Found, words: str) -> None:
    known = replace(HERE, line_of=lambda line: line.replace("L", "Line "))
    face = card(order("running"), truth(found), known)
    assert last(face).text == words
    assert last(face).role == ("bad" if found.serious else "warning")
    assert face.mark is (Mark.BAD if found.serious else Mark.WARNING)


def test_of_many_findings_two_are_on_the_card_and_all_in_the_tooltip() -> None:
    found = [Found(Finding.UNPLANNED), Found(Finding.NO_TARGET), Found(Finding.NOT_RUNNING)]
    face = card(order("running"), truth(*found))
    assert len(face.lines) == 4
    assert "The line says that it runs no order" in card_lines(face, T)


def test_text_from_outside_is_plain() -> None:
    face = card(replace(order(), number="WO\u202e1", product="<b>x\ny</b>"))
    assert (face.title, face.lines[0].text) == ("WO\\u202e1", "<b>x\\ny</b>")


def test_an_order_without_a_target_or_a_day_still_has_a_card() -> None:
    face = card(replace(order("running", due=None), quantity=0, product=""), truth(good=12))
    assert [line.text for line in face.lines] == ["No product yet", "12 pcs, no target", ""]


def test_a_card_is_right_until_it_is_due_or_the_day_ends() -> None:
    assert lasts(order(), T, UTC) == at(14).timestamp()
    assert lasts(order(due=at(11)), T, UTC) == at(0, day=21).timestamp()


# Which are shown


def test_words_find_number_and_product_in_any_order_and_case() -> None:
    times = times_at(T, UTC, None, {}, None)
    for text, found in (("wo-1", True), ("ph wo", True), ("br", False), ("  ", True)):
        assert passes(order(), View(text=text), times) is found


@pytest.mark.parametrize(
    ("due", "hour", "day", "passing"),
    [
        (Due.SHIFT, 13, 20, True),
        (Due.SHIFT, 15, 20, False),
        (Due.TODAY, 23, 20, True),
        (Due.TODAY, 1, 21, False),
        (Due.WEEK, 23, 22, True),
        (Due.WEEK, 6, 23, False),
        (Due.OVERDUE, 11, 20, True),
        (Due.OVERDUE, 12, 20, False),
    ],
)
def test_due_means_until_then_with_what_is_late_already(due: Due, hour: int, day: int, passing: bool) -> None:
    times = times_at(T, UTC, at(14).timestamp(), {}, None)
    assert passes(order(due=at(hour, day=day)), View(due=due), times) is passing
    assert passes(order(due=at(1, day=19)), View(due=due), times), "late already"


def test_what_is_done_is_shown_until_its_line_begins_another_shift() -> None:
    times = Times(T, T, T, T, {"L1": MORNING.timestamp()}, T)
    assert passes(order("done", finished=at(7)), View(), times)
    assert not passes(order("done", finished=at(5)), View(), times)


def test_lines_of_an_area_and_chosen_ones_and_those_without_a_line() -> None:
    times = times_at(T, UTC, None, {}, None)
    assert not passes(order(), View(), times, frozenset({"L2"}))
    assert passes(order(line=""), View(), times, frozenset({"L2"}))
    assert not passes(order(), View(lines=("L2", "")), times)
    assert passes(order(line=""), View(lines=("L2", "")), times)


def test_how_somebody_looks_is_remembered_and_rubbish_is_not() -> None:
    view = View(("L1", ""), Due.WEEK, True, ("L2",), "not kept")
    assert view_of(kept_words(view)) == replace(view, text="")
    for rubbish in ("", "{", "[]", '{"lines": 3, "due": "x", "lanes": 1}'):
        assert view_of(rubbish) == View()


# Made anew only where something changed


def test_two_thousand_cards_are_not_made_anew_when_one_changed() -> None:
    faces = Faces(lambda shown, known, now: face_of(shown, known, now, HERE), lambda given, now: lasts(given, now, UTC))
    cards = [CardShown(replace(order(), id=f"o{i}"), 1, last=f"c{i}") for i in range(2000)]
    assert faces.take(cards, {}, T)
    assert faces.count == 2000
    again = [replace(one, order=replace(one.order)) for one in cards]  # read once more: equal, and not the same
    again[7] = replace(again[7], order=replace(again[7].order, quantity=5), version=2, last="new")
    assert not faces.take(again, {}, T)
    assert [face.id for face in faces.work(T, most=60)] == ["o7"]
    again[8] = replace(again[8], order=replace(again[8].order, column="released"), version=2, last="newer")
    assert faces.take(again, {}, T), "it lies elsewhere: at once"
    assert faces.made["o8"].column == "released"
    assert faces.take(again[:-1], {}, T)
    assert faces.count == 2002


def test_a_truth_that_says_the_same_changes_no_card() -> None:
    faces = Faces(lambda shown, known, now: face_of(shown, known, now, HERE), lambda given, now: lasts(given, now, UTC))
    cards = [CardShown(order("running"), 1)]
    first = truth(good=5, progress=finishing(at(13, 52)), slot=None)
    faces.take(cards, {"id": first}, T)
    faces.take(cards, {"id": replace(first, at=T + 1, progress=finishing(at(13, 52) + timedelta(seconds=20)))}, T)
    assert not faces.waiting
    faces.take(cards, {"id": replace(first, good=6)}, T)
    assert faces.waiting


def test_a_card_is_made_anew_when_its_hour_comes() -> None:
    faces = Faces(lambda shown, known, now: face_of(shown, known, now, HERE), lambda given, now: lasts(given, now, UTC))
    faces.take([CardShown(order(), 1)], {}, T)
    faces.age(at(13, 59).timestamp())
    assert not faces.waiting
    faces.age(at(14, 1).timestamp())
    (face,) = faces.work(at(14, 1).timestamp(), most=60)
    assert face.mark is Mark.BAD


def test_the_forecast_of_the_plan_counts_where_the_order_does_not_run_yet() -> None:
    slot = Slot(order(), None, at(15).timestamp(), 0.0, 60.0)
    assert truth(slot=slot).finish == at(15).timestamp()
    assert last(card(order("running"), truth(slot=slot))).right == "01:00 late"


def test_chinese_says_all_of_it_too() -> None:
    languages.use("zh_CN")
    known = truth(Found(Finding.NO_TARGET), progress=finishing(at(14, 10)))
    said = [card(order("running"), known), card(order(due=at(14, day=27))), card(order("hold"), why="")]
    for face in said:
        words = "".join(line.text + line.right for line in face.lines[1:])
        for english in ("finish", "due", "late", "held", "Nov"):
            assert english not in words
