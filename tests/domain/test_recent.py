"""The recent past keeps the last numbers and nothing else."""

from collections import deque

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.recent import KEPT, Recent


@given(st.integers(0, 3000))
def test_it_is_a_deque_of_pairs(count: int) -> None:
    recent, plain = Recent(), deque(maxlen=KEPT)
    for i in range(count):
        recent.add(float(i), i * 0.5)
        plain.append((float(i), i * 0.5))
    assert list(recent) == list(plain)
    assert len(recent) == len(plain)
    if count:
        assert recent[-1] == plain[-1]
        assert recent[0] == plain[0]


def test_nothing_is_beyond_its_ends() -> None:
    recent = Recent()
    with pytest.raises(IndexError):
        recent[-1]
    recent.append((1.0, 2.0))
    with pytest.raises(IndexError):
        recent[1]
