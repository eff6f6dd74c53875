"""The guard of conftest.py: a warning nobody expected fails the test, and so does one expected in vain."""

from __future__ import annotations

import logging

import pytest

from tests.conftest import LogGuard


def guard_of(*lines: str) -> LogGuard:
    guard = LogGuard()
    for line in lines:
        guard.handle(logging.LogRecord("plant", logging.WARNING, "", 0, line, (), None))
    return guard


def test_silence_is_well() -> None:
    assert guard_of().verdict() == ""


def test_a_warning_nobody_expected_is_a_failure() -> None:
    assert "nobody expected this in the log: WARNING plant: on fire" in guard_of("on fire").verdict()


def test_an_expected_warning_is_well_and_others_are_not() -> None:
    guard = guard_of("on fire 3", "flooded")
    guard.expect(r"on fire \d")
    assert "flooded" in guard.verdict()
    assert "on fire" not in guard.verdict()


@pytest.mark.parametrize(("maybe", "fails"), [(False, True), (True, False)])
def test_an_expected_warning_must_come_unless_it_only_may(maybe: bool, fails: bool) -> None:
    guard = guard_of()
    guard.expect("on fire", maybe)
    assert bool(guard.verdict()) is fails
