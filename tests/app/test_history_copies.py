"""Copies of every reading, made while the recording goes on, and put back."""

from __future__ import annotations

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from console.app.historycopies import HistoryBackups
from console.app.mailbox import Mailbox
from console.domain.backups import BackupFolderAway, HistoryCopy
from console.domain.errors import Refusal
from console.history.history import History
from console.records import historycopy
from console.records.faults import DiskFull
from tests.history.readings import START, TAG, each_second, give, open_history


@pytest.fixture
def recording(tmp_path: Path) -> Iterator[History]:
    """A history of an hour, some of it still in memory."""
    with open_history(tmp_path) as history:
        give(history, each_second(3000))
        assert history.seal()
        give(history, each_second(600, START + 3000))
        yield history


class Copying:
    """Copies, with a clock that can be set."""

    def __init__(self, history: History, folder: Path, days: float = 1.0) -> None:
        self.mailbox, self.now, self.monotonic = Mailbox(), START + 4000.0, 0.0
        self.made: list[HistoryCopy] = []
        self.refused: list[Refusal] = []
        source = folder / "history.db"
        self.copies = HistoryBackups(
            history, self.mailbox, lambda: self.now, source, folder / "backups", days * 24, lambda: self.monotonic
        )

    def copy(self) -> None:
        """Make one and wait for it."""
        count = len(self.made) + len(self.refused)
        self.copies.copy_now(self.made.append, self.refused.append)
        self.until(lambda: len(self.made) + len(self.refused) > count)

    def until(self, holds: Callable[[], bool]) -> None:
        """Run errands until it holds."""
        end = time.monotonic() + 20
        while not holds():
            assert time.monotonic() < end
            self.mailbox.run_errands()
            time.sleep(0.01)


@pytest.fixture
def copying(recording: History, tmp_path: Path) -> Iterator[Copying]:
    made = Copying(recording, tmp_path)
    yield made
    made.copies.close()


def test_a_copy_that_is_put_back_holds_all_that_was_heard_until_then(
    recording: History, copying: Copying, tmp_path: Path
) -> None:
    copying.copy()
    give(recording, each_second(50, START + 5000))
    recording.close()
    later = tmp_path / "later"
    later.mkdir()
    (tmp_path / "backups" / copying.made[0].name).rename(later / "history.db")

    with open_history(later) as history:
        window = history.window(TAG, START, START + 9000)
        assert len(window) == 3600
        assert history.check().faults == ()
        give(history, each_second(10, START + 9000))
        assert len(history.window(TAG, START + 9000, START + 9100)) == 10


def test_the_recording_goes_on_while_a_copy_is_made_and_the_copy_is_of_one_moment(
    recording: History, copying: Copying, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(historycopy, "PAGES", 1)
    done = threading.Event()
    turns = 0

    def go_on() -> None:
        nonlocal turns
        while not done.wait(0.02):
            turns += 1
            give(recording, each_second(100, START + 10_000 + 100 * turns))
            assert recording.seal()

    writer = threading.Thread(target=go_on)
    writer.start()
    copying.copy()
    done.set()
    writer.join(10)

    assert not copying.refused
    assert turns > 2
    with sqlite3.connect(tmp_path / "backups" / copying.made[0].name) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        held = db.execute("SELECT sum(n) FROM chunk").fetchone()[0]
    assert held >= 3600
    assert held % 100 == 0


def test_only_the_newest_copy_stays_and_half_ones_are_swept(copying: Copying, tmp_path: Path) -> None:
    copying.copy()
    (tmp_path / "backups" / "history-20200101-000000Z.db.part").touch()
    (tmp_path / "backups" / "records-20200101-000000Z.db").touch()
    copying.now += 10
    copying.copy()

    left = sorted(path.name for path in (tmp_path / "backups").iterdir())
    assert left == [copying.made[1].name, "records-20200101-000000Z.db"]
    assert copying.copies.state.last == copying.made[1]


def test_no_copy_is_made_where_there_is_no_room_or_no_folder_and_the_old_one_stays(
    copying: Copying, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected_log: Callable[..., None]
) -> None:
    expected_log("No copy of the readings was made")
    copying.copy()
    monkeypatch.setattr(historycopy, "SPARE", 10**18)
    copying.copy()
    monkeypatch.setattr(historycopy, "SPARE", 0)
    kept = (tmp_path / "backups").rename(tmp_path / "away")
    (tmp_path / "backups").write_text("no folder")
    copying.copy()

    assert [type(refusal) for refusal in copying.refused] == [DiskFull, BackupFolderAway]
    assert copying.copies.state.trouble == "backup_folder_away"
    assert [path.name for path in kept.iterdir()] == [copying.made[0].name]


def test_a_copy_is_due_by_itself_only_where_the_settings_ask_for_it(
    recording: History, tmp_path: Path, copying: Copying
) -> None:
    copying.copies._work.every = 0.02
    copying.copies.start()
    copying.until(lambda: copying.copies.state.share is None)
    time.sleep(0.2)
    copying.mailbox.run_errands()
    assert copying.copies.state.last is None  # not so soon after the start

    copying.monotonic += 1000.0
    copying.until(lambda: copying.copies.state.last is not None)
    first = copying.copies.state.last
    never = Copying(recording, tmp_path, days=0)
    never.copies._work.every, never.monotonic, never.now = 0.02, 1000.0, START + 9e6
    never.copies.start()
    never.until(lambda: never.copies.state.last is not None)
    time.sleep(0.2)
    never.mailbox.run_errands()
    never.copies.close()

    assert never.copies.state.last == first
    assert not never.copies.state.wanted


def test_somebody_who_ends_the_program_does_not_wait_for_a_copy(
    copying: Copying, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(historycopy, "PAGES", 1)
    monkeypatch.setattr(historycopy, "REST", 0.5)
    copying.copies.copy_now(copying.made.append, copying.refused.append)
    copying.until(lambda: list((tmp_path / "backups").glob("*.part")) != [])
    began = time.monotonic()
    copying.copies.close()

    assert time.monotonic() - began < 2.5
    assert list((tmp_path / "backups").iterdir()) == []
