"""Rules of the backups of a running console: schedule, rotation, restore, export and import, and who may."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from console.app.pins import matches
from console.domain.backups import BackupChanged, Doing, Health, Keep
from console.domain.errors import Refusal
from console.domain.events import RecordsReady
from console.domain.people import Credential, Role
from console.records.copies import altered_in
from tests.app.backup_desk import BackupDesk
from tests.records.filled import rows


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[BackupDesk]:
    made = BackupDesk(tmp_path / "data")
    made.office.start()
    made.begin()
    yield made
    made.close()


def code(result: object) -> str:
    assert isinstance(result, Refusal), result
    return result.code


def test_a_backup_is_made_soon_after_the_start_when_the_last_is_too_old(desk):
    desk.backups.soon = 0.2
    desk.backups.start()
    desk.until(lambda: desk.backups.state.last)

    assert desk.backups.state.last.health is Health.GOOD
    assert desk.backups.state.next > desk.backups.state.last.at


def test_the_next_is_made_when_its_time_has_come_and_not_before(desk):
    desk.backups.soon = 0.0
    desk.backups.start()
    desk.until(lambda: len(desk.backups.state.copies) == 1)
    desk.clock.passed += 23 * 3600
    began = time.monotonic()
    desk.until(lambda: time.monotonic() - began > 0.5)
    assert len(desk.backups.state.copies) == 1
    desk.clock.passed += 3700
    desk.until(lambda: len(desk.backups.state.copies) == 2)


def test_a_fresh_backup_of_before_the_start_counts(tmp_path):
    first = BackupDesk(tmp_path / "data")
    first.begin()
    first.ok(first.backups.backup_now)
    first.close()
    second = BackupDesk(tmp_path / "data")
    second.office.start()
    second.backups.soon = 0.0
    second.backups.start()
    began = time.monotonic()
    second.until(lambda: time.monotonic() - began > 0.6)
    assert len(second.backups.state.copies) == 1
    second.clock.set_by -= 10 * 24 * 3600  # the clock was set back: better one too many
    second.until(lambda: len(second.backups.state.copies) == 2)
    second.close()


def test_without_an_interval_none_is_made_by_itself(tmp_path):
    desk = BackupDesk(tmp_path / "data", hours=0)
    desk.begin()
    desk.backups.soon = 0.0
    desk.backups.start()
    began = time.monotonic()
    desk.until(lambda: time.monotonic() - began > 0.4)
    assert desk.backups.state.copies == ()
    assert desk.backups.state.next is None
    desk.close()


def test_what_is_told_while_it_runs(desk):
    for number in range(200):
        desk.person(f"P{number}")
    heard: list[BackupChanged] = []
    desk.bus.on(BackupChanged, heard.append)
    desk.ok(desk.backups.backup_now)

    assert Doing.BACKUP in {event.state.doing for event in heard}
    assert heard[-1].state.copies


def test_copies_that_are_too_many_go(tmp_path):
    desk = BackupDesk(tmp_path / "data", keep=Keep(2, 0, 0, 0))
    desk.begin()
    names = [desk.ok(desk.backups.backup_now).name for _ in range(4)]
    desk.until(lambda: desk.backups.state.doing is Doing.NOTHING)

    assert [copy.name for copy in desk.backups.state.copies] == names[:1:-1]
    assert sorted(path.name for path in desk.backups.folder.glob("*.db")) == names[2:]
    desk.close()


def test_a_folder_that_is_away_is_told_tried_again_and_forgotten_when_it_is_back(tmp_path, expected_log):
    expected_log("No backup was made")
    share = tmp_path / "share"
    desk = BackupDesk(tmp_path / "data", share)
    desk.begin()
    desk.backups.soon, desk.backups.again = 0.0, 0.2
    desk.backups.start()
    desk.until(lambda: desk.backups.state.trouble)
    assert desk.backups.state.trouble == "backup_folder_away"
    since = desk.backups.state.troubled

    desk.person("work goes on")
    desk.until(lambda: desk.backups.state.doing is Doing.NOTHING)
    assert desk.backups.state.troubled == since
    share.mkdir()
    desk.until(lambda: desk.backups.state.last)
    assert desk.backups.state.trouble == ""
    assert [path.name for path in share.iterdir()] == ["console-1"]  # one folder for each console
    desk.close()


def test_damaged_copies_are_shown_as_such(desk):
    copy = desk.ok(desk.backups.backup_now)
    path = desk.backups.folder / copy.name
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 4
    path.write_bytes(data)
    desk.hear(lambda done, refused: desk.backups.look(lambda: done(1), refused))
    desk.until(lambda: desk.backups.state.doing is Doing.NOTHING)

    (shown,) = desk.backups.state.copies
    assert shown.health is Health.DAMAGED
    assert desk.backups.state.last is None
    assert code(desk.hear(desk.backups.restore, copy.name)) == "copy_damaged"


def test_a_second_piece_of_work_waits_its_turn(desk):
    first: list[object] = []
    desk.backups.backup_now(first.append, first.append)
    assert code(desk.hear(desk.backups.backup_now)) == "backup_busy"
    desk.until(lambda: first)
    assert not isinstance(first[0], Refusal)


def test_a_backup_can_be_stopped(desk):
    heard: list[object] = []
    desk.backups.backup_now(heard.append, heard.append)
    desk.backups.cancel()
    desk.until(lambda: heard)
    assert code(heard[0]) == "cancelled"
    assert desk.backups.state.trouble == ""


# Restore


def test_a_restore_brings_back_every_command_up_to_the_backup_and_says_so_in_the_trail(desk):
    before = [desk.person(f"before {number}") for number in range(5)]
    copy = desk.ok(desk.backups.backup_now)
    desk.person("after")
    calls: list[str] = []
    desk.backups.before_restore.append(lambda: calls.append("let go"))
    desk.backups.after_restore.append(lambda: calls.append("accept"))
    desk.bus.on(RecordsReady, lambda event: calls.append(f"ready{event.code}"))
    aside = desk.ok(desk.backups.restore, copy.name)

    assert desk.names() == {"Administrator 1", *(f"before {number}" for number in range(5))}
    assert len(before) == 5
    assert calls == ["let go", "accept", "ready"]
    note = desk.lines()[-1]
    assert (note.command, note.who, note.seq) == ("NoteRestore", "console", copy.lines + 1)
    told = (note.payload["copy"] if "copy" in note.payload else note.payload["source"], note.payload["who"])
    assert told == (copy.name, desk.boss)
    assert note.payload["aside"] == aside
    (asked,) = [line for line in rows(desk.office.folder / aside)["trail"] if "RestoreBackup" in line]
    assert desk.boss in asked
    assert altered_in(desk.office.path, desk.backups._at()) == ""
    desk.person("work goes on")


def test_only_somebody_with_the_permission_may_restore(desk):
    copy = desk.ok(desk.backups.backup_now)
    operator = desk.person("Operator")
    before = len(desk.lines())
    for who, why in (("", "sign_in_needed"), (operator, "not_allowed")):
        desk.sign_in(who)
        assert code(desk.hear(desk.backups.restore, copy.name)) == why
    assert len(desk.lines()) == before
    assert not list(desk.office.folder.glob("*restor*"))


def test_damaged_records_are_restored_though_nobody_can_be_asked(tmp_path, expected_log):
    expected_log(".*", maybe=True)
    desk = BackupDesk(tmp_path / "data")
    desk.begin()
    desk.person("kept")
    copy = desk.ok(desk.backups.backup_now)
    desk.close()
    desk.office.path.write_bytes(os.urandom(20_000))

    hurt = BackupDesk(tmp_path / "data")
    hurt.office.start()
    hurt.until(lambda: hurt.office.ready.code == "records_damaged")
    aside = hurt.ok(hurt.backups.restore, copy.name)
    assert hurt.names() == {"Administrator 1", "kept"}
    assert (hurt.office.folder / aside).stat().st_size == 20_000
    assert hurt.lines()[-1].payload["who"] == ""
    hurt.close()


def test_a_new_computer_without_records_is_given_those_of_the_old_one(desk, tmp_path):
    desk.person("kept")
    copy = desk.ok(desk.backups.backup_now)
    new = BackupDesk(tmp_path / "new")
    new.office.start()
    new.until(lambda: new.office.ready.code == "")
    new.ok(new.backups.restore, desk.backups.folder / copy.name)
    assert new.names() == {"Administrator 1", "kept"}
    new.close()


def test_a_copy_of_a_newer_program_leaves_the_records_as_they_are(desk):
    copy = desk.ok(desk.backups.backup_now)
    newer = desk.office.folder / "newer.db"
    shutil.copy(desk.backups.folder / copy.name, newer)
    with closing(sqlite3.connect(newer)) as db, db:
        db.execute("UPDATE meta SET value = '999' WHERE name = 'schema'")
    desk.person("still here")
    assert code(desk.hear(desk.backups.restore, newer)) == "schema_newer"
    assert "still here" in desk.names()


def test_while_somebody_reads_the_records_nothing_is_replaced(desk, monkeypatch):
    from console.records import restoring

    monkeypatch.setattr(restoring, "PATIENCE", 0.3)
    desk.person("in the log")
    copy = desk.ok(desk.backups.backup_now)
    with closing(sqlite3.connect(desk.office.path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM person").fetchone()
        desk.person("after")
        assert code(desk.hear(desk.backups.restore, copy.name)) == "records_busy"
    assert {"in the log", "after"} <= desk.names()
    desk.ok(desk.backups.restore, copy.name)
    assert "after" not in desk.names()


def test_what_a_restore_takes_away_is_told_before(desk):
    copy = desk.ok(desk.backups.backup_now)
    for number in range(3):
        desk.person(f"after {number}")
    loss = desk.ok(lambda done, refused: desk.backups.loss(copy, done))
    assert (loss.known, loss.since, loss.waiting) == (True, 3, 3)


# Moving


def test_an_export_is_in_the_trail_and_only_for_those_who_may(desk, tmp_path):
    parcel = desk.ok(desk.backups.export, tmp_path / "out.zip")
    assert parcel.lines == len(desk.lines())
    assert desk.lines()[-1].command == "ExportRecords"
    desk.sign_in(desk.person("Operator"))
    assert code(desk.hear(desk.backups.export, tmp_path / "two.zip", proofs=True)) == "not_allowed"
    assert not (tmp_path / "two.zip").exists()


@pytest.mark.parametrize("proofs", [False, True])
def test_a_console_moves_to_another_computer(desk, tmp_path, proofs):
    people = {desk.person("Supervisor 1", Role.SUPERVISOR), desk.boss}
    desk.ok(desk.backups.export, tmp_path / "out", proofs=proofs)
    new = BackupDesk(tmp_path / "new")
    new.office.start()
    new.until(lambda: new.office.ready.code == "")
    if not proofs:
        assert code(new.hear(new.backups.bring_in, tmp_path / "out")) == "administrator_needed"
        assert code(new.hear(new.backups.bring_in, tmp_path / "out", desk.boss, "1234")) == "pin_too_simple"
    new.ok(new.backups.bring_in, tmp_path / "out", "" if proofs else desk.boss, "" if proofs else "739182")

    assert new.names() == desk.names()
    assert len(people) == 2
    assert altered_in(new.office.path, new.backups._at()) == ""
    if not proofs:
        pin = new.ok(lambda done, refused: new.office.ask(lambda d: d.need(Credential, desk.boss).pin, done, refused))
        assert matches("739182", pin)
    assert "NoteRestore" in [line.command for line in new.lines()[-2:]]
    assert code(new.hear(new.backups.bring_in, tmp_path / "out", desk.boss, "739182")) == "records_not_empty"
    new.close()


def test_commands_given_during_a_backup_and_a_restore_are_all_accounted_for(desk):
    stop, given_people = threading.Event(), []

    def one_more(_: object = None) -> None:
        if not stop.is_set():
            from console.domain.commands.people import AddPerson
            from console.domain.ids import new_id

            id = new_id()
            desk.office.do(AddPerson(id, f"P {len(given_people)}"), lambda _: (given_people.append(id), one_more()))

    one_more()
    desk.until(lambda: len(given_people) > 20)
    copy = desk.ok(desk.backups.backup_now)
    during = len(given_people)
    desk.until(lambda: len(given_people) > during + 20)
    aside = desk.ok(desk.backups.restore, copy.name)
    desk.until(lambda: len(given_people) > during + 60)
    stop.set()
    desk.names()

    now = {row[0] for row in rows(desk.office.path)["person"]}
    kept_aside = {row[0] for row in rows(desk.office.folder / aside)["person"]}
    assert set(given_people) <= now | kept_aside  # nothing that was called saved is nowhere
    assert {row[0] for row in rows(desk.backups.folder / copy.name)["person"]} <= now


def test_no_backup_begins_by_itself_while_records_are_replaced(desk):
    desk.backups.soon = 0.0
    desk.backups.start()
    desk.until(lambda: len(desk.backups.state.copies) == 1 and desk.backups.state.doing is Doing.NOTHING)
    seen: list[Doing] = []
    desk.bus.on(BackupChanged, lambda event: seen.append(event.state.doing))
    held = threading.Event()
    desk.backups.before_restore.append(lambda: held.wait(10))  # on the records' own thread: the file is in use now
    done: list[object] = []
    desk.backups.restore(desk.backups.state.copies[0].name, done.append, done.append)
    desk.until(lambda: Doing.RESTORE in seen and desk.backups.state.doing is Doing.NOTHING)
    seen.clear()
    desk.clock.passed += 25 * 3600
    began = time.monotonic()
    desk.until(lambda: time.monotonic() - began > 0.5)
    assert Doing.BACKUP not in seen

    held.set()
    desk.until(lambda: done)
    assert isinstance(done[0], str), done
    desk.until(lambda: Doing.BACKUP in seen)
