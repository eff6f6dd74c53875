"""Rules of cells: what a line did, hour by hour, adds up to its shift."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from console.domain.cells import Cell, CellBook, Sums, Told, minus, plus, total

ZONE = ZoneInfo("Asia/Kolkata")  # its hours begin at half past
SHIFT = datetime(2026, 3, 4, 6, 0, tzinfo=ZONE).timestamp()
MINUTE = 60.0


def told(minutes: float, product: str = "A", order: str = "1", shift: float = SHIFT, **sums: float) -> Told:
    return Told("L1", shift + minutes * MINUTE, "2026-03-04", "Day", shift, product, order, True, sums)


def cut(*said: Told, book: CellBook | None = None) -> list[Cell]:
    """The cells as they are kept: by their beginning, the newest word of each."""
    book = book or CellBook()
    kept: dict[float, Cell] = {}
    for one in said:
        cell, _ = book.hear(one, ZONE)
        kept[cell.start] = cell
    return [kept[start] for start in sorted(kept)]


def test_an_hour_is_one_cell_and_the_next_hour_another() -> None:
    cells = cut(told(10, good=5), told(59.9, good=40), told(60.1, good=41), told(90, good=60))
    assert [cell.sums["good"] for cell in cells] == [40, 20]
    assert cells[0].start == SHIFT
    assert cells[1].start == SHIFT + 3600, "what was counted between two looks belongs to the hour of the second"


def test_hours_are_those_of_the_line_s_own_clock() -> None:
    first = datetime.fromtimestamp(SHIFT + 3540, UTC)
    assert first.minute == 29, "in UTC this hour would not be over yet"
    assert len(cut(told(59, good=1), told(61, good=2))) == 2


def test_another_product_or_order_begins_another_cell() -> None:
    cells = cut(told(10, good=5), told(20, "B", good=9), told(30, "B", "2", good=10))
    assert [(cell.product, cell.order, cell.sums["good"]) for cell in cells] == [
        ("A", "1", 5),
        ("B", "1", 4),
        ("B", "2", 1),
    ]


def test_cells_of_a_shift_add_up_to_the_shift_whatever_happened() -> None:
    said = [told(m, "AB"[m // 37 % 2], good=m * 2.0, planned=m * 60.0, loss_stop=m * 1.5) for m in range(1, 480, 7)]
    assert total(cut(*said)) == pytest.approx(said[-1].sums)


def test_the_last_word_of_a_shift_is_not_lost_to_the_shift_that_begins_then() -> None:
    book, end = CellBook(), SHIFT + 8 * 3600
    cells = cut(told(479.5, good=900), told(480, good=903), told(0.5, shift=end, good=2), book=book)
    assert [(cell.shift_start, cell.sums["good"]) for cell in cells] == [(SHIFT, 903), (end, 2)]


def test_a_new_shift_begins_at_nothing() -> None:
    later = SHIFT + 8 * 3600
    cells = cut(told(479, good=900), told(1, shift=later, good=3))
    assert [cell.sums["good"] for cell in cells] == [900, 3]
    assert cells[1].start == later


def test_after_a_restart_in_the_same_hour_the_cell_goes_on() -> None:
    book = CellBook()
    cut(told(10, good=5), told(65, good=70), book=book)
    cell, base = book.hear(told(70, good=80), ZONE)
    again = CellBook()
    again.restore("L1", cell, base)
    after, _ = again.hear(told(75, good=90), ZONE)
    assert (after.start, after.sums["good"]) == (cell.start, cell.sums["good"] + 10)


def test_after_a_restart_hours_later_what_was_kept_stays_and_the_rest_is_counted_once() -> None:
    book = CellBook()
    cell, base = book.hear(told(10, good=5), ZONE)
    again = CellBook()
    again.restore("L1", cell, base)
    after, base = again.hear(told(200, good=50), ZONE)
    assert (after.start, after.sums["good"], base) == (cell.end, 45, {"good": 5})
    assert not after.timed, "nobody knows in which of the hours it was made"
    assert again.hear(told(245, good=60), ZONE)[0].timed


def test_seconds_that_turn_out_to_be_a_stop_move_over_and_the_sum_stays() -> None:
    cells = cut(told(59, loss_micro_stop=100.0), told(61, loss_stop=180.0))
    assert cells[1].sums == {"loss_micro_stop": -100.0, "loss_stop": 180.0}
    assert total(cells) == pytest.approx({"loss_micro_stop": 0.0, "loss_stop": 180.0})


@pytest.mark.parametrize(("one", "other"), [({}, {}), ({"a": 1.0}, {"b": 2.0}), ({"a": 3.0}, {"a": 3.0})])
def test_what_is_added_can_be_taken_away(one: Sums, other: Sums) -> None:
    assert minus(plus(one, other), other) == pytest.approx(dict(one))
