"""The status page finds words for every way in which the recording of readings can stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from console.domain.backups import HistoryCopies, HistoryCopy
from console.domain.health import Level, Recording, historian, history
from console.domain.historian import HistorianState
from widgets.backups.words import readings_words
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


@pytest.mark.parametrize(
    ("state", "level", "says"),
    [
        (HistorianState("plant-db"), Level.OFF, "plant-db has not been asked"),
        (HistorianState("plant-db", answered=NOW.timestamp() - 300), Level.GOOD, "plant-db answered 5 min"),
        (HistorianState("plant-db", trouble="historian_away", detail="gone"), Level.ATTENTION, "does not answer"),
        (HistorianState("plant-db", trouble="historian_unfit", detail="no table t"), Level.ATTENTION, "no table t"),
    ],
)
def test_each_state_of_the_historian_of_the_plant_has_its_sentence(
    qtbot: QtBot, state: HistorianState, level: Level, says: str
) -> None:
    item = historian(state)
    assert item.level is level
    assert says in sentence(item, NOW)


@pytest.mark.parametrize(
    ("copies", "says"),
    [
        (HistoryCopies(), "not in these backups"),
        (HistoryCopies(True), "soon"),
        (HistoryCopies(True, share=0.42), "42%"),
        (HistoryCopies(True, trouble="disk_full", detail="no room"), "no room"),
        (HistoryCopies(True, HistoryCopy("history-x.db", NOW, 5_000_000)), "5.0 MB, 1 h 0 min ago: history-x.db"),
    ],
)
def test_each_state_of_the_copies_of_the_readings_has_its_sentence(
    qtbot: QtBot, copies: HistoryCopies, says: str
) -> None:
    assert says in readings_words(copies, NOW.timestamp() + 3600)
