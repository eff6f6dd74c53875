"""Rules of turning pages on the wall."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from widgets.shell.tour import NEVER, Tour


def tour(lines: int, per_page: int, seconds: int = 20) -> Tour:
    made = Tour(seconds)
    made.set_lines([f"L{n}" for n in range(1, lines + 1)], per_page)
    made.beat(0.0)
    return made


def test_a_page_is_shown_for_its_seconds_and_then_the_next() -> None:
    made = tour(5, 2)
    assert made.shown() == ["L1", "L2"]
    assert not made.beat(19.9)
    assert made.beat(20.0)
    assert made.shown() == ["L3", "L4"]


def test_after_the_last_page_comes_the_first() -> None:
    made = tour(5, 2)
    for now in (20, 40, 60):
        made.beat(now)
    assert made.shown() == ["L1", "L2"]


def test_a_page_that_is_held_stays_and_gets_its_full_time_again() -> None:
    made = tour(4, 2)
    made.paused = True
    assert not made.beat(500.0)
    made.paused = False
    assert not made.beat(519.0)
    assert made.beat(520.0)


def test_a_page_turned_by_hand_gets_its_full_time() -> None:
    made = tour(6, 2)
    made.turn(-1, 19.0)
    assert made.shown() == ["L5", "L6"]
    assert not made.beat(38.0)
    assert made.beat(39.0)


def test_one_page_is_never_turned() -> None:
    made = tour(2, 4)
    assert not made.beat(1e6)
    assert made.pages == 1


def test_never_is_never() -> None:
    made = tour(9, 1, NEVER)
    assert not made.beat(1e6)


def test_the_line_on_top_stays_in_view_when_the_wall_is_resized() -> None:
    made = tour(12, 2)
    made.turn(3, 0.0)
    made.set_lines([f"L{n}" for n in range(1, 13)], 5)
    assert "L7" in made.shown()


def test_lines_that_vanish_lead_back_to_the_first_page() -> None:
    made = tour(6, 2)
    made.turn(2, 0.0)
    made.set_lines(["L1", "L2"], 2)
    assert made.shown() == ["L1", "L2"]


def test_no_lines_is_one_empty_page() -> None:
    made = tour(0, 3)
    assert made.shown() == []
    assert made.pages == 1
    made.turn(1, 0.0)
    assert made.page == 0


@given(st.integers(0, 60), st.integers(-3, 12), st.lists(st.integers(-5, 5), max_size=8))
def test_a_full_round_shows_every_line_once(lines: int, per_page: int, turns: list[int]) -> None:
    made = tour(lines, per_page)
    for by in turns:
        made.turn(by, 0.0)
    seen = []
    for _ in range(made.pages):
        seen += made.shown()
        made.turn(1, 0.0)
    assert sorted(seen) == sorted(f"L{n}" for n in range(1, lines + 1))
