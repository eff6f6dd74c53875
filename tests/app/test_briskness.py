"""Turns are short while somebody needs it, and as before afterwards, whoever comes and goes in between."""

from __future__ import annotations

import sys

import pytest

from console.app.briskness import TURN, brisk


def test_turns_are_short_until_the_last_one_is_through() -> None:
    usual = sys.getswitchinterval()
    assert usual > TURN
    one, other = brisk(), brisk()

    one.__enter__()
    other.__enter__()
    one.__exit__(None, None, None)
    assert sys.getswitchinterval() == pytest.approx(TURN)
    other.__exit__(None, None, None)

    assert sys.getswitchinterval() == pytest.approx(usual)


def test_a_mistake_inside_leaves_turns_as_they_were() -> None:
    usual = sys.getswitchinterval()
    with pytest.raises(ZeroDivisionError), brisk():
        raise ZeroDivisionError
    assert sys.getswitchinterval() == pytest.approx(usual)
