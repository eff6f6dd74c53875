"""Rounds come to everyone, a little at a time."""

from hypothesis import given
from hypothesis import strategies as st

from console.domain.rounds import Round


def test_a_whole_share_is_everyone() -> None:
    assert Round("abc").take(1.0) == ["a", "b", "c"]
    assert Round("abc").take(7.0) == ["a", "b", "c"]


def test_small_shares_add_up() -> None:
    members = Round("abcd")
    taken = [member for _ in range(10) for member in members.take(0.1)]
    assert taken == ["a", "b", "c", "d"]


def test_nobody_is_nobody() -> None:
    assert Round(()).take(1.0) == []


@given(st.integers(1, 50), st.lists(st.floats(0.001, 1.0), min_size=1, max_size=60))
def test_everyone_is_taken_equally_often(count: int, shares: list[float]) -> None:
    members = Round(range(count))
    seen = [0] * count
    for share in shares:
        for member in members.take(share):
            seen[member] += 1
    assert max(seen) - min(seen) <= 1
