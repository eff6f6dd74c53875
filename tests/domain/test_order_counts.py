"""Rules of pieces by order: each belongs to the order that ran when it was counted; none is lost or counted twice."""

from __future__ import annotations

import json

from console.domain.floor import Floor
from console.domain.lines import LineHearing
from console.domain.order_counts import MOST, Counted, OrderCounts, Pieces
from console.domain.plant import Plant
from console.domain.readings import Role
from console.domain.snapshot import all_snapshots, restore
from tests.domain.floors import Talk, plant

BY_LINE = [Role.ORDER, Role.GOOD, Role.SCRAP]
COUNTS = [Role.STATE, Role.GOOD, Role.SCRAP]


def line_of(talk: Talk) -> LineHearing:
    return talk.floor.line_hearings["L1"]


def made(talk: Talk, order: str) -> tuple[int, int] | None:
    found = line_of(talk).pieces(order)
    return None if found is None else (found.good, found.scrap)


def restarted(talk: Talk, built: Plant) -> Talk:
    """Another console on what the first one kept."""
    kept = {place: (talk.now, json.loads(json.dumps(state))) for place, state in all_snapshots(talk.floor)}
    fresh = Talk(built, talk.now)
    fresh.floor = Floor(built, talk.now)
    restore(fresh.floor, {}, kept, talk.now)
    fresh.floor.age(talk.now)
    return fresh


def test_a_change_of_order_cuts_to_the_piece() -> None:
    talk = Talk(plant(roles=COUNTS, line_roles=BY_LINE))
    for order, good in (("A", 10), ("A", 25), ("B", 25), ("B", 40)):
        talk.say("L1", Role.ORDER, order, after=20)
        talk.say("L1", Role.GOOD, good, after=200)
    assert (made(talk, "A"), made(talk, "B")) == ((15, 0), (15, 0)), "the first value is where counting starts"


def test_an_interrupted_order_goes_on_where_it_stopped_and_the_board_says_so() -> None:
    talk = Talk(plant(roles=COUNTS, line_roles=BY_LINE, target=100))
    talk.say("L1", Role.GOOD, 0)
    for order, good in (("A", 30), ("B", 36), ("A", 50)):
        talk.say("L1", Role.ORDER, order, after=10)
        talk.say("L1", Role.GOOD, good, after=600)
    talk.floor.refresh(talk.now)
    assert (made(talk, "A"), made(talk, "B")) == ((44, 0), (6, 0))
    live = talk.floor.line("L1")
    assert (live.good, live.target) == (44, 100)
    progress = line_of(talk).progress
    assert progress.finish is not None
    alone = 56 * 600 / 14  # what is left, at the pace since it was taken up again
    assert abs(progress.finish - talk.now - alone) < 60


def test_a_restart_in_the_middle_of_an_order_loses_and_doubles_nothing() -> None:
    built = plant(roles=COUNTS, line_roles=BY_LINE)
    talk = Talk(built)
    talk.say("L1", Role.GOOD, 0)
    talk.say("L1", Role.ORDER, "A")
    talk.say("L1", Role.GOOD, 30, after=600)
    talk.say("L1", Role.SCRAP, 0)
    talk.say("L1", Role.SCRAP, 2, after=20)
    talk = restarted(talk, built)
    assert made(talk, "A") == (30, 2)
    talk.say("L1", Role.ORDER, "A", after=5)
    talk.say("L1", Role.GOOD, 30)
    talk.say("L1", Role.GOOD, 41, after=600)
    assert made(talk, "A") == (41, 2)


def test_what_was_kept_before_there_were_counts_by_order_counts_for_the_one_that_ran() -> None:
    built = plant(roles=COUNTS, line_roles=BY_LINE)
    talk = Talk(built)
    talk.say("L1", Role.GOOD, 0)
    talk.say("L1", Role.ORDER, "A")
    talk.say("L1", Role.GOOD, 30, after=600)
    kept = {place: (talk.now, state) for place, state in all_snapshots(talk.floor)}
    for _, state in kept.values():
        for name in ("made", "order_times", "assigned"):
            state.pop(name, None)
    fresh = Floor(built, talk.now)
    restore(fresh, {}, kept, talk.now)
    assert fresh.line_hearings["L1"].pieces("A") == Pieces(30, 0, 0, 0)


def test_stations_that_know_their_order_count_for_it_while_the_line_goes_over_to_the_next() -> None:
    talk = Talk(plant(roles=[Role.ORDER, Role.GOOD, Role.SCRAP]))
    for number in (10, 20, 30):
        talk.say(f"L1/{number}", Role.ORDER, "A")
        talk.say(f"L1/{number}", Role.GOOD, 0)
        talk.say(f"L1/{number}", Role.SCRAP, 0)
    talk.say("L1/10", Role.ORDER, "B", after=60)
    talk.say("L1/10", Role.SCRAP, 1, after=60)  # a piece of B
    talk.say("L1/30", Role.GOOD, 3, after=60)  # of A
    talk.say("L1/30", Role.SCRAP, 1)
    talk.say("L1/30", Role.ORDER, "B")
    talk.say("L1/30", Role.GOOD, 5, after=60)
    assert (made(talk, "A"), made(talk, "B")) == ((3, 1), (2, 1))


def test_where_no_machine_tells_orders_pieces_belong_to_the_one_that_people_run() -> None:
    built = plant(roles=COUNTS)
    talk = Talk(built)
    talk.say("L1/30", Role.GOOD, 0)
    talk.say("L1/30", Role.GOOD, 4, after=60)
    line_of(talk).assigned = "A"
    talk.say("L1/30", Role.GOOD, 9, after=60)
    talk = restarted(talk, built)
    talk.say("L1/30", Role.GOOD, 11, after=60)
    assert made(talk, "A") == (7, 0)
    assert made(talk, "a") == (7, 0), "whatever its letters"
    told = Talk()
    line_of(told).assigned = "A"
    told.say("L1/30", Role.ORDER, "")
    told.say("L1/30", Role.GOOD, 0)
    told.say("L1/30", Role.GOOD, 9, after=60)
    assert made(told, "A") is None, "here the machine has said that it runs none"


def test_a_new_shift_counts_anew_and_the_order_goes_on() -> None:
    book = OrderCounts()
    book.add("A", 1.0, good=5, scrap=1)
    book.new_shift()
    book.add("a", 2.0, good=2)
    known = book.get("A")
    assert known is not None
    assert (known.good, known.scrap, known.shift_good, known.shift_scrap) == (7, 1, 2, 0)
    other = OrderCounts()
    other.restore(json.loads(json.dumps(book.kept())), same_shift=False)
    again = other.get("A")
    assert again is not None
    assert (again.good, again.shift_good) == (7, 0)


def test_pieces_after_an_order_was_closed_are_told_apart_also_over_a_restart() -> None:
    counted = Counted()
    book = OrderCounts()
    book.book["a"] = counted
    for second in range(10):
        book.add("A", 100.0 + second, good=1)
    counted.close(103.0)
    assert counted.after == 1, "the message of the last pieces may come some seconds later"
    book.add("A", 150.0, good=2)
    counted.close(103.0)
    assert counted.after == 3
    fresh = OrderCounts()
    fresh.restore(json.loads(json.dumps(book.kept())), same_shift=True)
    again = fresh.get("A")
    assert again is not None
    again.close(103.0)
    assert again.after == 3
    again.close(200.0)
    assert again.after == 0, "it was taken up and closed again"


def test_the_book_forgets_the_order_that_counted_longest_ago() -> None:
    book = OrderCounts()
    for number in range(MOST + 1):
        book.add(f"WO-{number}", float(number or 1000), good=1)
    assert len(book.book) == MOST
    assert book.get("WO-1") is None
    assert book.get("WO-0") is not None


def test_pieces_without_an_order_belong_to_none() -> None:
    talk = Talk(plant(roles=COUNTS, line_roles=BY_LINE))
    talk.say("L1", Role.GOOD, 0)
    talk.say("L1", Role.GOOD, 5, after=60)
    assert line_of(talk).known_orders() == set()


def test_what_a_line_said_of_an_order_is_remembered_when_it_has_gone_on_also_over_a_restart() -> None:
    built = plant(roles=COUNTS, line_roles=[*BY_LINE, Role.PRODUCT, Role.TARGET])
    talk = Talk(built)
    for order, product, target in (("A", "Housing", 80), ("B", "Cover", 30)):
        talk.say("L1", Role.ORDER, order, after=60)
        talk.say("L1", Role.PRODUCT, product)
        talk.say("L1", Role.TARGET, target)
        talk.floor.refresh(talk.now)
    talk = restarted(talk, built)
    first = line_of(talk).said_of("A", talk.now)
    assert (first.product, first.target, first.left) == ("Housing", 80, line_of(talk).ran["B"].begun)
    talk.say("L1", Role.ORDER, "C", after=60)
    assert (line_of(talk).said_of("C", talk.now).product, line_of(talk).said_of("C", talk.now).target) == ("", 0)
    assert line_of(talk).said_of("C", talk.now + 5).target == 30, "nobody has said anything else for seconds"
    assert line_of(talk).said_of("B", talk.now).target == 30


def test_an_interrupted_order_outlives_those_that_were_done_long_ago() -> None:
    book, day = OrderCounts(), 86_400.0
    book.add("open", 0.0, good=7)
    for n in range(2 * MOST):
        book.add(f"O{n}", n * day / 10, good=1)
        known = book.get(f"O{n}")
        assert known is not None
        known.close(n * day / 10)
    left = book.get("open")
    assert left is not None
    assert left.good == 7
    assert len(book.book) == MOST
