"""Rules of backups: made while commands are written, opened and checked, damage found, restored whole."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain.backups import (
    BackupCopy,
    BackupFolderAway,
    BackupSpoilt,
    Cancelled,
    CopyDamaged,
    Health,
    Keep,
    removable,
)
from console.domain.commands import CONSOLE
from console.domain.commands.backups import NoteRestore
from console.records import backup as making
from console.records import restoring
from console.records.backup import make_backup
from console.records.copies import check_copy, copies_in, loss_by
from console.records.faults import Busy, Damaged
from console.records.local import LocalRecords
from console.records.restoring import aside_name, note_in, put_in_place, stage_copy
from tests.paths import ROOT
from tests.records.filled import AT, Filled, rows
from tests.records.plants import carry_out

NOTE = NoteRestore("backup", "x", AT, 1, "", "")


@pytest.fixture
def filled(tmp_path: Path) -> Iterator[Filled]:
    made = Filled(tmp_path / "data")
    made.fill()
    yield made
    made.close()


def back_up(filled: Filled, folder: Path, at: datetime = AT) -> BackupCopy:
    return make_backup(filled.path, folder, at, "0.1.0", files=filled.files.folder)


def test_a_backup_holds_every_row_and_is_found_good(filled, tmp_path):
    copy = back_up(filled, tmp_path / "b")

    assert copy.name == "records-20261121-105000Z.db"
    assert rows(tmp_path / "b" / copy.name) == rows(filled.path)
    assert check_copy(tmp_path / "b" / copy.name, AT).health is Health.GOOD
    (listed,) = copies_in(tmp_path / "b")
    assert (listed.lines, listed.last, listed.program) == (copy.lines, copy.last, "0.1.0")
    assert sorted(path.suffix for path in (tmp_path / "b").iterdir()) == ["", ".db", ".json"]


def test_a_backup_is_as_of_one_moment_and_holds_nobody_up(filled, tmp_path):
    stop, given_lines, slowest = threading.Event(), [], 0.0

    def give() -> None:
        nonlocal slowest
        while not stop.is_set():
            began = time.perf_counter()
            filled.person("during")
            given_lines.append(1)
            slowest = max(slowest, time.perf_counter() - began)

    for number in range(150):
        filled.person(f"before {number}")
    thread = threading.Thread(target=give)
    thread.start()
    try:
        before = rows(filled.path)["trail"]
        copies = [back_up(filled, tmp_path / "b", AT + timedelta(seconds=number)) for number in range(5)]
    finally:
        stop.set()
        thread.join()

    print(f"{3 * len(given_lines)} commands during 5 backups, the slowest three took {slowest * 1000:.0f} ms")
    assert given_lines
    assert copies[0].lines >= len(before)
    assert copies[0].lines < copies[-1].lines < len(rows(filled.path)["trail"])
    for copy in copies:
        assert check_copy(tmp_path / "b" / copy.name, AT).health is Health.GOOD
        assert len(rows(tmp_path / "b" / copy.name)["trail"]) == copy.lines


def test_a_copy_cut_short_anywhere_is_found(filled, tmp_path):
    copy = back_up(filled, tmp_path / "b")
    path, whole = tmp_path / "b" / copy.name, (tmp_path / "b" / copy.name).read_bytes()
    chance = random.Random(3)
    for end in [0, 1, 99, 100, len(whole) - 1, *(chance.randrange(len(whole)) for _ in range(60))]:
        path.write_bytes(whole[:end])
        assert check_copy(path, AT).health is Health.DAMAGED, end


def test_a_copy_with_one_bit_turned_anywhere_is_found(filled, tmp_path):
    copy = back_up(filled, tmp_path / "b")
    path, whole = tmp_path / "b" / copy.name, (tmp_path / "b" / copy.name).read_bytes()
    chance, found = random.Random(7), 0
    for _ in range(200):
        place, bit = chance.randrange(len(whole)), chance.randrange(8)
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :])
        found += check_copy(path, AT).health is Health.DAMAGED
    path.write_bytes(whole)

    print(f"{found} of 200 turned bits found")
    assert found == 200
    assert check_copy(path, AT).health is Health.GOOD


def test_without_what_is_written_beside_it_a_copy_is_read_from_end_to_end(filled, tmp_path):
    copy = back_up(filled, tmp_path / "b")
    path = tmp_path / "b" / copy.name
    path.with_suffix(".json").unlink()
    assert check_copy(path, AT).health is Health.GOOD

    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE person SET name = 'somebody else' WHERE name LIKE '%0'")
    assert check_copy(path, AT).health is Health.DAMAGED


def test_a_file_that_is_no_database_or_holds_something_else_is_told_apart(tmp_path):
    words, other = tmp_path / "records-20260101-000000Z.db", tmp_path / "records-20260102-000000Z.db"
    words.write_bytes(b"these are words, many of them " * 400)
    with closing(sqlite3.connect(other)) as db, db:
        db.execute("CREATE TABLE songs(name)")

    assert check_copy(words, AT).health is Health.DAMAGED
    assert check_copy(other, AT).health is Health.FOREIGN
    for path in (words, other):
        with pytest.raises(CopyDamaged):
            stage_copy(path, tmp_path / "records.db", AT)


def test_a_copy_that_does_not_hold_what_the_records_held_is_thrown_away(filled, tmp_path, monkeypatch):
    true = making.counted
    calls = []

    def miscounted(db: sqlite3.Connection) -> dict[str, int]:
        calls.append(1)
        return true(db) | ({"person": 0} if len(calls) == 2 else {})

    monkeypatch.setattr(making, "counted", miscounted)
    with pytest.raises(BackupSpoilt):
        back_up(filled, tmp_path / "b")
    assert list((tmp_path / "b").iterdir()) == []


def test_damaged_records_are_not_backed_up_as_if_they_were_whole(filled, tmp_path):
    filled.close()
    with closing(sqlite3.connect(filled.path)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with filled.path.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(os.urandom(4096 * 8))

    with pytest.raises((BackupSpoilt, Damaged)):
        back_up(filled, tmp_path / "b")
    assert list((tmp_path / "b").glob("*.db*")) == []


def test_a_backup_that_is_stopped_leaves_nothing(filled, tmp_path):
    back_up(filled, tmp_path / "b")
    before = sorted(path.name for path in (tmp_path / "b").rglob("*"))

    def stop(share: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        make_backup(filled.path, tmp_path / "b", AT + timedelta(1), "0.1.0", stop, filled.files.folder)
    assert sorted(path.name for path in (tmp_path / "b").rglob("*")) == before


@pytest.mark.parametrize("kind", ["missing", "file"])
def test_a_folder_that_is_away_is_told_as_that(filled, tmp_path, kind):
    folder = tmp_path / "share" / "backups"
    if kind == "file":
        (tmp_path / "share").mkdir()
        folder.write_text("in the way")
    with pytest.raises(BackupFolderAway):
        back_up(filled, folder)
    assert not (tmp_path / "share").exists() or kind == "file"  # nothing is made where a share would be


def test_two_backups_in_one_second_are_two(filled, tmp_path):
    assert back_up(filled, tmp_path / "b").name != back_up(filled, tmp_path / "b").name


def test_pictures_and_files_are_copied_once_and_missed_when_they_go(filled, tmp_path):
    back_up(filled, tmp_path / "b")
    kept = sorted((tmp_path / "b" / "attachments").glob("*/*"))
    before = [(path, path.stat().st_ino, path.stat().st_mtime_ns) for path in kept]
    second = back_up(filled, tmp_path / "b", AT + timedelta(hours=1))

    assert len(kept) == 2  # the one whose record was removed is named by the trail
    assert [(path, path.stat().st_ino, path.stat().st_mtime_ns) for path in kept] == before
    kept[0].unlink()
    assert check_copy(tmp_path / "b" / second.name, AT).health is Health.INCOMPLETE


# Restoring


def restore(copy: Path, path: Path, files: Path | None = None) -> Path:
    staged = stage_copy(copy, path, AT, files=files)
    aside = aside_name(path, "restore", AT)
    note_in(staged, carry_out, "console-1", AT, [(NOTE, CONSOLE)])
    put_in_place(staged, path, aside)
    return aside


def test_a_restore_brings_back_what_was_and_keeps_what_is(filled, tmp_path):
    copy = back_up(filled, tmp_path / "b")
    was = rows(filled.path)
    filled.person("after")
    now = rows(filled.path)
    filled.close()
    for path in filled.files.folder.glob("*/*"):
        path.unlink()

    aside = restore(tmp_path / "b" / copy.name, filled.path, filled.files.folder)

    restored = rows(filled.path)
    (note,) = restored["trail"][len(was["trail"]) :]
    assert "NoteRestore" in note
    engine = ("trail", "outbox")
    assert {k: v for k, v in restored.items() if k not in engine} == {k: v for k, v in was.items() if k not in engine}
    assert rows(aside) == now
    assert len(list(filled.files.folder.glob("*/*"))) == 2


def test_what_a_restore_takes_away_is_counted_before(filled, tmp_path):
    copy = back_up(filled, tmp_path / "b")
    filled.person("after")
    with filled.local.reading() as view:
        loss = loss_by(view, copy.lines, copy.last)
        foreign = loss_by(view, copy.lines, "another hash")

    assert (loss.known, loss.since, loss.waiting, loss.shared) == (True, 3, 3, False)
    assert not foreign.known


@pytest.mark.parametrize("harm", ["missing", "damaged", "no database", "only a log beside it"])
def test_a_restore_works_where_the_records_are_damaged_or_gone(filled, tmp_path, harm):
    copy = back_up(filled, tmp_path / "b")
    was = rows(filled.path, "trail", "outbox")
    filled.person("in the log")
    crashed = tmp_path / "crashed"
    crashed.mkdir()
    for end in ("", "-wal"):  # as kill -9 leaves them
        shutil.copy(filled.path.with_name("records.db" + end), crashed)
    path = crashed / "records.db"
    if harm == "damaged":
        path.write_bytes(path.read_bytes()[:5000] + os.urandom(30_000))
    elif harm == "no database":
        path.write_bytes(b"words " * 1000)
    else:
        path.unlink()
        if harm == "missing":
            path.with_name("records.db-wal").unlink()

    restore(tmp_path / "b" / copy.name, path)

    assert rows(path, "trail", "outbox") == was
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_log_of_the_old_records_is_never_played_into_the_new_ones(filled, tmp_path, monkeypatch):
    monkeypatch.setattr(restoring, "PATIENCE", 0.3)
    copy = back_up(filled, tmp_path / "b")
    filled.person("in the log")  # stays in the log: the connection is open
    reader = sqlite3.connect(filled.path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM person").fetchone()
    filled.close()
    staged = stage_copy(tmp_path / "b" / copy.name, filled.path, AT)
    with pytest.raises(Busy):  # somebody still reads the old file: nothing is changed
        put_in_place(staged, filled.path, aside_name(filled.path, "restore", AT))
    assert "in the log" in {row[1] for row in rows(filled.path)["person"]}

    reader.close()
    put_in_place(staged, filled.path, aside_name(filled.path, "restore", AT))
    assert "in the log" not in {row[1] for row in rows(filled.path)["person"]}


KILLED = """
import sys, time
from datetime import datetime, UTC, timedelta
from pathlib import Path
from console.domain.commands import CONSOLE
from console.domain.commands.backups import NoteRestore
from console.records.backup import make_backup
from console.records.restoring import aside_name, note_in, put_in_place, stage_copy
from tests.records.plants import carry_out
what, path, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
files, at = path.parent / "attachments", datetime(2026, 11, 22, tzinfo=UTC)
copies = sorted(folder.glob("records-*.db"))
slow = lambda share: time.sleep(0.002)
print("ready", flush=True)
while True:
    at += timedelta(hours=1)
    if what == "backup":
        make_backup(path, folder, at, "0.1.0", slow, files)
    else:
        for copy in copies:
            staged = stage_copy(copy, path, at, files=files)
            aside = aside_name(path, "restore", at)
            note_in(staged, carry_out, "c", at, [(NoteRestore("backup", copy.name, at, 1, "", ""), CONSOLE)])
            put_in_place(staged, path, aside)
            aside.unlink()
"""


@pytest.mark.parametrize("what", ["backup", "restore"])
def test_kill_9_at_any_moment_leaves_a_whole_database(filled, tmp_path, what):
    """Six kills here; the soak has many."""
    kills(filled, tmp_path, what, 6)


@pytest.mark.soak
@pytest.mark.parametrize("what", ["backup", "restore"])
def test_kill_9_at_any_moment_leaves_a_whole_database_often(filled, tmp_path, what):
    kills(filled, tmp_path, what, 150)


def kills(filled: Filled, tmp_path: Path, what: str, times: int) -> None:
    folder, chance = tmp_path / "b", random.Random(11)
    back_up(filled, folder)
    few = len(rows(filled.path)["person"])
    for _ in range(20):
        filled.person("more")
    back_up(filled, folder, AT + timedelta(minutes=1))
    many = len(rows(filled.path)["person"])
    filled.close()
    seen: set[int] = set()
    for _ in range(times):
        command = [sys.executable, "-c", KILLED, what, str(filled.path), str(folder)]
        child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(chance.uniform(0, 0.25))
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        local = LocalRecords(filled.path, carry_out)
        with local.reading() as view:
            assert view.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
            people = int(view.exec_driver_sql("SELECT count(*) FROM person").scalar() or 0)
        local.close()
        assert people in (few, many)
        seen.add(people)
        for copy in copies_in(folder):
            assert check_copy(folder / copy.name, AT, thorough=False).health is Health.GOOD
    print(f"{times} kills during {what}: database whole each time, {len(copies_in(folder))} good copies")
    assert what == "backup" or seen == {few, many} or times < 20


# Rotation

DAYS = st.lists(
    st.tuples(st.integers(0, 500 * 24), st.sampled_from([Health.GOOD, Health.GOOD, Health.DAMAGED, Health.UNCHECKED])),
    max_size=60,
    unique_by=lambda pair: pair[0],
)


def copies(pairs: list[tuple[int, Health]]) -> list[BackupCopy]:
    begin = datetime(2025, 1, 1, tzinfo=UTC)
    return [BackupCopy(f"records-{hour:05}", begin + timedelta(hours=hour), 1, health=health) for hour, health in pairs]


@given(DAYS, st.integers(0, 8), st.integers(0, 10), st.integers(0, 8), st.integers(0, 12))
def test_rotation_never_takes_the_last_good_copy(pairs, newest, daily, weekly, monthly):
    all_of_them = copies(pairs)
    gone = set(removable(all_of_them, Keep(newest, daily, weekly, monthly)))
    stay = [copy for copy in all_of_them if copy.name not in gone]
    good = [copy for copy in all_of_them if copy.health is Health.GOOD]

    assert not good or max(good, key=lambda copy: copy.at) in stay
    if len(good) <= 1:
        assert not any(copy.health is Health.GOOD and copy.name in gone for copy in all_of_them)


@given(DAYS)
@settings(max_examples=40)
def test_rotation_twice_takes_nothing_more(pairs):
    keep = Keep(3, 5, 4, 6)
    gone = set(removable(copies(pairs), keep))
    assert removable([copy for copy in copies(pairs) if copy.name not in gone], keep) == ()


def test_rotation_keeps_days_weeks_and_months():
    every_four_hours = copies([(hour, Health.GOOD) for hour in range(0, 400 * 24, 4)])
    gone = set(removable(every_four_hours, Keep(6, 14, 8, 12)))
    stay = sorted(copy.at for copy in every_four_hours if copy.name not in gone)

    assert len({at.date() for at in stay if at.date() > stay[-1].date() - timedelta(14)}) == 14
    assert len({at.isocalendar()[:2] for at in stay if at > stay[-1] - timedelta(weeks=7)}) == 8
    assert len({(at.year, at.month) for at in stay}) == 12
    assert len(stay) <= 6 + 14 + 8 + 12
