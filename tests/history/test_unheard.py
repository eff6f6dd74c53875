"""What was said before nobody listened does not hold afterwards, wherever a look at it begins."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.app.trends import Past
from console.domain.readings import Role
from console.history.history import History
from console.history.summing import added, begun
from tests.history.readings import START, TAG, give, open_history, reading
from widgets.trends.cursors import _told
from widgets.trends.fetching import Question, read


@pytest.fixture(scope="module")
def history(tmp_path_factory: pytest.TempPathFactory) -> Iterator[History]:
    """95 at 1 s, nobody listens from 10 s to 100 s, 20 at 200 s."""
    with open_history(tmp_path_factory.mktemp("unheard")) as made:
        made.listening(True, START)
        give(made, [reading(95.0, START + 1)])
        made.listening(False, START + 10)
        made.listening(True, START + 100)
        give(made, [reading(20.0, START + 200)])
        yield made


@pytest.mark.parametrize("begin", [0, 5, 50, 150])
def test_a_value_is_held_until_nobody_listens_wherever_the_look_begins(history: History, begin: int) -> None:
    states = history.states(TAG, START + begin, START + 250)
    known = [(s.value, s.since - START, s.until - START) for s in states if s.value is not None]
    before = [(95.0, max(1, begin), 10)] if begin < 10 else []
    assert known == [*before, (20.0, 200, 250)]


def test_a_value_that_was_heard_after_the_pause_is_known_however_old_it_is(tmp_path: Path) -> None:
    with open_history(tmp_path) as history:
        history.listening(True, START)
        history.listening(False, START + 10)
        history.listening(True, START + 100)
        give(history, [reading(95.0, START + 5, late=100)])
        assert [s.value for s in history.states(TAG, START + 150, START + 160)] == [95.0]


@pytest.mark.parametrize(("begin", "seconds"), [(0, 9.0), (5, 5.0), (50, 0.0), (150, 0.0)])
def test_no_time_is_above_a_limit_of_which_nothing_is_known(history: History, begin: int, seconds: float) -> None:
    start, end = START + begin, START + 250
    assert added(begun(history, TAG.id, start, None, 90.0), history.window(TAG, start, end)).above == seconds


def test_no_line_and_no_cursor_reaches_over_a_pause_before_the_window(history: History) -> None:
    past = Past(history)
    asked = Question(START + 150, START + 250, 1.0, 1, START + 250)
    curve = read(past, TAG.id, asked, 100, Role.TAG)
    assert (curve.times - START).tolist() == [200]
    asked = Question(START + 5, START + 9, 1.0, 1, START + 9)
    assert (read(past, TAG.id, asked, 100, Role.TAG).times - START).tolist() == [1], "it was still so then"
    assert [_told(past, TAG.id, START + at).known for at in (5, 150, 200)] == [True, False, True]
