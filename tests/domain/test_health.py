"""What each state of the parts means for whoever looks after the console."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from console.domain import health
from console.domain.backups import BackupCopy, BackupState, Health
from console.domain.events import BrokerChanged, Link, RecordsReady
from console.domain.health import Item, Level, Part, Recording, history
from console.domain.sharing import Link as Shared
from console.domain.sharing import Other, Sharing
from console.domain.tampering import Verification

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def copy(hours: float, state: Health = Health.GOOD) -> BackupCopy:
    return BackupCopy(f"records-{hours}.db", NOW - timedelta(hours=hours), 5_000_000, health=state)


@pytest.mark.parametrize(
    ("link", "level"),
    [
        (Link.CONNECTED, Level.GOOD),
        (Link.OFF, Level.OFF),
        (Link.CONNECTING, Level.OFF),
        (Link.LOST, Level.ALARM),
        (Link.REFUSED, Level.ALARM),
    ],
)
def test_a_broker_that_is_lost_or_refuses_is_an_alarm(link: Link, level: Level) -> None:
    assert health.broker(BrokerChanged(link, 0.0)).level is level


def test_records_that_cannot_be_opened_are_an_alarm_and_say_why() -> None:
    item = health.records(RecordsReady("disk_full", "no space"))
    assert (item.level, item.code, item.facts["detail"]) == (Level.ALARM, "disk_full", "no space")
    assert health.records(RecordsReady()).level is Level.GOOD


def test_a_shared_database_that_is_away_wants_attention_and_one_that_refuses_somebody_who_acts() -> None:
    assert health.shared(Sharing(Shared.AWAY)).level is Level.ATTENTION
    assert health.shared(Sharing(Shared.NEWER)).level is Level.ATTENTION
    assert health.shared(Sharing(Shared.REFUSED)).level is Level.ALARM
    assert health.shared(Sharing(Shared.SHARED)).level is Level.GOOD
    assert health.shared(Sharing()).level is Level.OFF


@pytest.mark.parametrize(("minutes", "level"), [(1, Level.GOOD), (14, Level.GOOD), (16, Level.ATTENTION)])
def test_what_waits_long_to_be_shared_wants_attention(minutes: int, level: Level) -> None:
    state = Sharing(Shared.SHARED, waiting=3, oldest=NOW - timedelta(minutes=minutes))
    assert health.outbox(state, NOW).level is level


def test_nothing_waits_where_nothing_is_shared() -> None:
    assert health.outbox(Sharing(waiting=900), NOW).level is Level.OFF
    assert health.outbox(Sharing(Shared.SHARED), NOW).level is Level.GOOD


@pytest.mark.parametrize(
    ("state", "code", "level"),
    [
        (BackupState(), "none", Level.OFF),
        (BackupState(next=NOW + timedelta(minutes=1)), "none", Level.OFF),
        (BackupState(next=NOW + timedelta(hours=2)), "none", Level.ATTENTION),
        (BackupState(trouble="backup_folder_away"), "failed_none", Level.ALARM),
        (BackupState(copies=(copy(3),)), "good", Level.GOOD),
        (BackupState(copies=(copy(35),)), "good", Level.GOOD),
        (BackupState(copies=(copy(37),)), "old", Level.ATTENTION),
        (BackupState(copies=(copy(24 * 8),)), "old", Level.ALARM),
        (BackupState(copies=(copy(24 * 8),), trouble="x"), "failed_old", Level.ALARM),
        (BackupState(copies=(copy(3),), trouble="x"), "failed", Level.ATTENTION),
        (BackupState(copies=(copy(1, Health.DAMAGED), copy(3))), "damaged", Level.ATTENTION),
        (BackupState(copies=(copy(1, Health.DAMAGED),)), "none", Level.ATTENTION),
    ],
)
def test_a_backup_counts_only_when_it_was_found_good(state: BackupState, code: str, level: Level) -> None:
    item = health.backup(state, NOW, 24)
    assert (item.code, item.level) == (code, level)


def test_backups_that_nobody_wants_are_said_to_be_off() -> None:
    assert health.backup(BackupState(), NOW, 0).level is Level.OFF


def test_an_alteration_that_nobody_answered_for_is_an_alarm_whatever_else_is_well() -> None:
    good = Verification(at=NOW - timedelta(minutes=5), lines=10, rows=3)
    assert health.trail(good, None, 0, NOW).level is Level.GOOD
    assert health.trail(good, None, 1, NOW).level is Level.ALARM
    assert health.trail(good, Verification(trouble="no rights"), 0, NOW).level is Level.ATTENTION
    assert health.trail(Verification(), None, 0, NOW).level is Level.OFF
    assert health.trail(Verification(at=NOW - timedelta(hours=27)), None, 0, NOW).level is Level.ATTENTION


@pytest.mark.parametrize(
    ("free", "level"),
    [(None, Level.ATTENTION), (10**8, Level.ALARM), (10**9, Level.ATTENTION), (10**10, Level.GOOD)],
)
def test_little_room_is_said_before_there_is_none(free: int | None, level: Level) -> None:
    assert health.disk(free, 10**12, "D:/data").level is level


def test_a_running_console_of_another_version_is_named_and_one_that_is_off_is_not() -> None:
    here = Other("a", "A", "1.0", 2, NOW, 0)
    old = Other("b", "B", "0.9", 2, NOW - timedelta(hours=3), 0)
    assert health.consoles([here, old], "1.0", NOW).level is Level.GOOD
    item = health.consoles([here, Other("c", "C", "0.8", 1, NOW, 0)], "1.0", NOW)
    assert (item.level, item.facts["versions"]) == (Level.ATTENTION, "0.8")
    assert health.consoles([], "1.0", NOW).level is Level.OFF


def test_the_loudest_level_speaks_for_all() -> None:
    items = [Item(Part.DISK, Level.GOOD, ""), Item(Part.TRAIL, Level.ATTENTION, ""), Item(Part.BROKER, Level.OFF, "")]
    assert health.loudest(items) is Level.ATTENTION
    assert health.loudest(items[:1]) is Level.GOOD


def test_the_memory_of_readings_says_first_what_is_worst() -> None:
    well = Recording(open=True, size=5_000_000, oldest=1.7e9, per_day=1e6, needed=3.65e8, days=365, days_that_fit=365)
    told = [
        history(None),
        history(Recording()),
        history(replace(well, trouble="disk full", full=True, damage=("a",), dropped=3)),
        history(replace(well, trouble="no")),
        history(replace(well, damage=("a",), dropped=3)),
        history(replace(well, dropped=3)),
        history(replace(well, lag=11.0)),
        history(replace(well, days_that_fit=20.0)),
        history(replace(well, per_day=None)),
        history(well),
    ]

    assert [(item.code, item.level.value) for item in told] == [
        ("off", "off"),
        ("opening", "off"),
        ("full", "alarm"),
        ("trouble", "alarm"),
        ("damage", "attention"),
        ("dropped", "attention"),
        ("behind", "attention"),
        ("short", "good"),
        ("good", "good"),
        ("forecast", "good"),
    ]
