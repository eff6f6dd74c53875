"""The status page finds words for every way in which the recording of readings can stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from console.domain.health import Recording, history
from widgets.status.words import sentence

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
WELL = Recording(
    open=True,
    size=5_000_000,
    oldest=NOW.timestamp() - 86_400 * 3,
    per_day=1_600_000,
    needed=584_000_000,
    days=365,
    days_that_fit=365,
)


@pytest.mark.parametrize(
    ("state", "says"),
    [
        (None, "Not kept"),
        (Recording(), "Being opened"),
        (WELL, "1.6 MB a day, 584.0 MB for 365 days"),
        (replace(WELL, per_day=None), "5.0 MB, the oldest reading 3 d"),
        (replace(WELL, days_that_fit=20.5), "20 days fit, not 365"),
        (replace(WELL, trouble="no space", full=True), "the disk has no room"),
        (replace(WELL, trouble="denied"), "denied"),
        (replace(WELL, damage=("L1/10/force: 3600 readings",)), "L1/10/force: 3600 readings"),
        (replace(WELL, dropped=12_345), "12"),
        (replace(WELL, lag=75.0), "Readings wait 1 min"),
    ],
)
def test_each_state_of_the_recording_has_its_sentence(qtbot: QtBot, state: Recording | None, says: str) -> None:
    assert says in sentence(history(state), NOW)
