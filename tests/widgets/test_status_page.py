"""The status page over a real console: what stands how, in words, and the way to the screens behind."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.app.console import Console
from console.domain.backups import BackupCopy, BackupState, Health
from console.domain.exchange_reports import FolderState
from console.domain.health import HealthChanged, Level, Part, Settled
from console.domain.historian import HistorianState
from console.domain.sharing import Link, Other, Sharing
from console.domain.tampering import GuardState, Verification
from widgets.languages import languages
from widgets.status.page import StatusPage
from widgets.status.words import sentence


@pytest.fixture
def console(tmp_path: Path) -> Iterator[Console]:
    languages.use("en")
    made = Console(tmp_path)
    made.office.start()
    yield made
    made.close()


def settle(console: Console) -> None:
    end = time.monotonic() + 10
    while (console.office.ready.code or not console.health.size) and time.monotonic() < end:
        console.tick()
        time.sleep(0.01)
    console.health.look()


def page(console: Console, qtbot: QtBot) -> StatusPage:
    made = StatusPage(console)
    qtbot.addWidget(made)
    made.resize(1400, 900)
    made.show()
    return made


def test_every_part_that_was_looked_at_has_its_row_and_its_sentence(console: Console, qtbot: QtBot) -> None:
    console.health.historian = lambda: HistorianState("plant-db", "postgresql db/plant", time.time())
    console.health.exchange = lambda: FolderState("/erp/in", "good", looked=datetime.now(UTC))
    console.health.settings = Settled
    settle(console)
    shown = page(console, qtbot)
    assert [part for part, row in shown.rows.items() if not row.isHidden()] == list(Part)
    assert all(row.told.text() and row.word.text() for row in shown.rows.values())
    assert "free of" in shown.rows[Part.DISK].told.text()
    assert shown.rows[Part.RECORDS].word.text() == "Good"


def test_a_change_for_the_worse_is_told_once_and_shown_at_once(console: Console, qtbot: QtBot) -> None:
    settle(console)
    shown = page(console, qtbot)
    told: list[HealthChanged] = []
    console.on(HealthChanged, told.append)
    since = datetime.now(UTC) - timedelta(minutes=20)
    console.health.sharing = lambda: Sharing(Link.AWAY, since, "timed out", "postgresql db1/gemba", 3, since)
    console.health.look()
    console.health.look()
    assert len(told) == 1
    assert "postgresql db1/gemba has been away for 20 min" in shown.rows[Part.SHARED].told.text()
    assert "3 changes saved here and not yet shared; the oldest is 20 min" in shown.rows[Part.OUTBOX].told.text()
    assert shown.summary.text() == f"{console.health.loud} things want somebody's attention."


def test_text_from_a_server_stays_text(console: Console, qtbot: QtBot) -> None:
    settle(console)
    console.health.sharing = lambda: Sharing(Link.REFUSED, None, "<img src=x>\u202e", "mariadb db/gemba")
    console.health.look()
    shown = page(console, qtbot)
    label = shown.rows[Part.SHARED].told
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert "\\u202e" in label.text()


def test_other_consoles_are_listed_with_version_and_age(console: Console, qtbot: QtBot) -> None:
    settle(console)
    seen = datetime.now(UTC) - timedelta(seconds=30)
    console.health.sharing = lambda: Sharing(Link.SHARED, others=(Other("c2", "Gate 2", "0.9", 1, seen, 12),))
    console.health.look()
    shown = page(console, qtbot)
    words = [label.text() for label in shown.others._shown]
    assert words[4:6] == ["Gate 2", "0.9"]
    assert words[7] == "12"
    assert shown.others.empty.isHidden()


def test_a_row_opens_the_screen_behind_it(console: Console, qtbot: QtBot) -> None:
    settle(console)
    shown = page(console, qtbot)
    with qtbot.waitSignal(shown.open_requested) as asked:
        qtbot.mouseClick(shown.rows[Part.BACKUP].open, Qt.MouseButton.LeftButton)
    assert asked.args == ["backups", ""]


def test_both_languages_have_every_sentence(console: Console, qtbot: QtBot) -> None:
    settle(console)
    now = datetime.now(UTC)
    old = BackupState(copies=(BackupCopy("a", now - timedelta(days=9), 10, health=Health.GOOD),))
    console.health.backups, console.health.backup_hours = (lambda: old), 24.0
    console.health.look()
    english = [sentence(item, now) for item in console.health.items]
    languages.use("zh_CN")
    try:
        chinese = [sentence(item, now) for item in console.health.items]
    finally:
        languages.use("en")
    assert not set(english) & set(chinese)
    assert next(i for i in console.health.items if i.part is Part.BACKUP).level is Level.ALARM


def test_in_a_replay_of_long_ago_what_was_just_done_is_not_called_old(tmp_path: Path, qtbot: QtBot) -> None:
    languages.use("en")
    then = datetime(2024, 3, 4, 6, 0, tzinfo=UTC)
    console = Console(tmp_path, now=lambda: then.timestamp())
    console.office.start()
    settle(console)
    copy = BackupCopy("a", then - timedelta(minutes=3), 10, health=Health.GOOD)
    console.health.backups = lambda: BackupState(copies=(copy,))
    console.health.guard = lambda: GuardState(Verification(at=then - timedelta(minutes=2)))
    console.health.backup_hours = 24.0
    console.health.look()
    shown = page(console, qtbot)
    for part in (Part.BACKUP, Part.TRAIL):
        assert shown.rows[part].word.text() == "Good"
    assert shown.rows[Part.BACKUP].told.text().startswith("3 min")
    console.close()


def test_the_size_of_records_that_was_not_looked_at_yet_is_not_told_as_nothing(console: Console, qtbot: QtBot) -> None:
    assert "0 bytes" not in page(console, qtbot).facts.text()
    settle(console)
    assert "kB" in page(console, qtbot).facts.text()
