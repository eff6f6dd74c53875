"""Promise 16: a backup that restores. On a schedule, while work goes on; each copy opened and checked; put back from
the screen; shared work comes back by itself; a process killed in the middle leaves a whole database."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.app.guard import Guard
from console.app.pins import badge_hash
from console.app.sharing import SharingDesk
from console.domain.backups import Health, Keep
from console.domain.commands import CONSOLE
from console.domain.commands.people import AddPerson, SetBadge, SetPin
from console.domain.events import CommandRefused
from console.domain.ids import new_id
from console.domain.sharing import Link
from console.records.copies import altered_in, check_copy, copies_in
from console.records.local import LocalRecords
from tests.app.backup_desk import BackupDesk
from tests.databases import PostgreSQL
from tests.paths import ROOT
from tests.records.filled import PIN, rows
from tests.records.plants import carry_out
from tests.widgets.backup_parts import BackupScreen
from widgets.languages import languages


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[BackupDesk]:
    made = BackupDesk(tmp_path / "data", keep=Keep(4, 2, 2, 2))
    made.office.start()
    made.begin()
    yield made
    made.close()


class Load:
    """Somebody who always has one more command."""

    def __init__(self, desk: BackupDesk) -> None:
        self.desk = desk
        self.saved: list[tuple[str, float]] = []  # id of the person, and when it was heard to be saved
        self.slowest = 0.0
        self.over = False
        self._one_more()

    def _one_more(self) -> None:
        if self.over:
            return
        id, began = new_id(), time.monotonic()

        def done(_: object) -> None:
            self.saved.append((id, time.monotonic()))
            self.slowest = max(self.slowest, time.monotonic() - began)
            self._one_more()

        self.desk.office.do(AddPerson(id, f"P {len(self.saved)}"), done, who=CONSOLE)


def test_backups_are_made_on_time_while_commands_are_written_and_hold_all_that_was_saved(desk):
    load = Load(desk)
    desk.until(lambda: len(load.saved) > 100)
    desk.backups.soon = 0.0
    desk.backups.start()
    held: list[tuple[str, set[str]]] = []
    for number in range(4):
        saved_before = {id for id, _ in load.saved}
        desk.clock.passed += 25 * 3600
        desk.until(lambda: len(desk.backups.state.copies) > len(held) or desk.backups.state.trouble)
        held.append((desk.backups.state.copies[0].name, saved_before))
        desk.until(lambda number=number: len(load.saved) > 100 + 50 * (number + 1))
    load.over = True
    desk.until(lambda: desk.backups.state.next is not None)

    assert desk.backups.state.trouble == ""
    for name, saved_before in held:
        copy = check_copy(desk.backups.folder / name, desk.backups._at())
        there = {row[0] for row in rows(desk.backups.folder / name)["person"]}
        assert copy.health is Health.GOOD
        assert saved_before <= there
        assert altered_in(desk.backups.folder / name, desk.backups._at()) == ""
    print(f"{len(load.saved)} commands during 4 backups, the slowest took {load.slowest * 1000:.0f} ms to be saved")


def test_every_harm_to_a_copy_is_found(desk):
    for number in range(30):
        desk.person(f"P {number}")
    copy = desk.ok(desk.backups.backup_now)
    path = desk.backups.folder / copy.name
    whole, chance, found = path.read_bytes(), random.Random(16), 0
    harms = [whole[: chance.randrange(len(whole))] for _ in range(40)]
    for _ in range(160):
        place = chance.randrange(len(whole))
        harms.append(whole[:place] + bytes([whole[place] ^ 1 << chance.randrange(8)]) + whole[place + 1 :])
    for harmed in harms:
        path.write_bytes(harmed)
        found += check_copy(path, desk.backups._at()).health is Health.DAMAGED
    path.write_bytes(whole)

    print(f"{found} of {len(harms)} harmed copies found")
    assert found == len(harms)
    assert check_copy(path, desk.backups._at()).health is Health.GOOD


def test_a_restore_from_the_screen_brings_back_every_command_up_to_the_backup(qapp, tmp_path):
    screen = BackupScreen(tmp_path / "data")
    guard = Guard(screen.console.office, screen.console.bus, screen.console.mailbox, screen.console.office.folder)
    screen.backups.before_restore.append(guard.stand_aside)
    screen.backups.after_restore.append(guard.accept_restore)
    guard.soon = 0.0
    guard.start()
    screen.sign_in(screen.boss)
    before = {screen.person(f"before {number}") for number in range(20)}
    guard.verify()
    screen.until(lambda: guard.state.here.at is not None and not guard.running)
    screen.page.now.click()
    screen.until(lambda: screen.backups.state.copies)
    screen.idle()
    lines = rows(screen.console.office.path)["trail"]
    for number in range(10):
        screen.person(f"after {number}")
    guard.verify()
    screen.until(lambda: not guard.running)
    screen.page.restore.click()
    screen.until(screen.page.confirm.go.isEnabled)
    assert "20 lines of the trail" in screen.page.confirm.goes.text()
    screen.page.confirm.go.click()
    screen.until(lambda: "The copy was restored" in screen.page.said.text)

    now = rows(screen.console.office.path)
    assert before <= {row[0] for row in now["person"]}
    assert not [row for row in now["person"] if row[1].startswith("after")]
    assert now["trail"][: screen.backups.state.copies[0].lines] == lines[: screen.backups.state.copies[0].lines]
    guard.verify()
    screen.until(lambda: not guard.running)
    assert guard.state.here.findings == ()  # a shorter trail is no alarm: somebody asked for it, and it is told
    screen.person("work goes on")
    guard.close()
    languages.use("en")
    screen.close()


def test_what_was_shared_since_the_backup_comes_back_by_itself(desk, postgresql: PostgreSQL):
    sharing = SharingDesk(desk.office, desk.mailbox, desk.bus, "Console 1")
    desk.person("before joining")
    copy = desk.ok(desk.backups.backup_now)
    sharing.join(postgresql.fresh())
    desk.until(lambda: sharing.sharing.link is Link.SHARED and sharing.sharing.waiting == 0)
    shared_later = desk.ok(desk.backups.backup_now)
    for number in range(5):
        desk.person(f"shared {number}")
    desk.until(lambda: not rows(desk.office.path)["outbox"])  # what the screen counts is a moment older
    sharing.pause()
    desk.person("here alone")
    loss = desk.ok(lambda done, refused: desk.backups.loss(shared_later, done))
    assert (loss.since, loss.waiting, loss.shared) == (6, 1, True)
    aside = desk.ok(desk.backups.restore, shared_later.name)
    assert not {name for name in desk.names() if name.startswith(("shared", "here"))}
    sharing.pause(False)

    five = {f"shared {number}" for number in range(5)}
    desk.until(lambda: five <= desk.names())
    desk.until(lambda: sharing.sharing.waiting == 0)
    assert "here alone" not in desk.names()
    assert "here alone" in {row[1] for row in rows(desk.office.folder / aside)["person"]}
    assert altered_in(desk.office.path, desk.backups._at()) == ""
    desk.ok(desk.backups.restore, copy.name)  # one from before this database was joined, while it is shared
    desk.until(lambda: five <= desk.names())
    desk.until(lambda: sharing.sharing.link is Link.SHARED and sharing.sharing.waiting == 0)
    assert altered_in(desk.office.path, desk.backups._at()) == ""
    sharing.close()


@pytest.mark.parametrize("proofs", [False, True])
def test_a_console_that_was_moved_by_an_export_shares_all_its_records(desk, tmp_path, postgresql: PostgreSQL, proofs):
    people = {desk.person(f"P {number}") for number in range(3)}
    desk.do(SetPin(desk.boss, PIN[:-8] + "changed1"))
    desk.do(SetBadge(desk.boss, badge_hash("badge 1")))
    desk.ok(desk.backups.export, tmp_path / "out.zip", proofs=proofs)
    new, address = BackupDesk(tmp_path / "new"), postgresql.fresh()
    new.office.start()
    new.until(lambda: not new.office.ready.code)
    new.ok(new.backups.bring_in, tmp_path / "out.zip", "" if proofs else desk.boss, "" if proofs else "739182")
    refused: list[CommandRefused] = []
    new.bus.on(CommandRefused, refused.append)
    sharing = SharingDesk(new.office, new.mailbox, new.bus, "Console 2")
    sharing.join(address)
    new.until(lambda: sharing.sharing.link is Link.SHARED and sharing.sharing.waiting == 0)

    assert refused == []
    assert new.names() == desk.names()
    there = postgresql.sql("SELECT id FROM person", address.database)
    assert {row[0] for row in there} == {*people, desk.boss}
    assert altered_in(new.office.path, new.backups._at()) == ""
    sharing.close()
    new.close()


BUSY = """
import sys, time
from pathlib import Path
from tests.app.backup_desk import BackupDesk
what, folder = sys.argv[1], Path(sys.argv[2])
desk = BackupDesk(folder)
desk.office.start()
desk.until(lambda: desk.office.ready.code == "")
desk.sign_in(sys.argv[3])
print("ready", flush=True)
number = 0
while True:
    number += 1
    if what == "backup":
        desk.ok(desk.backups.backup_now)
    else:
        names = sorted(path.name for path in desk.backups.folder.glob("records-*.db"))
        aside = desk.ok(desk.backups.restore, names[number % len(names)])
        (folder / aside).unlink()
"""


@pytest.mark.parametrize("what", ["backup", "restore"])
def test_a_console_killed_in_the_middle_leaves_a_whole_database(desk, what):
    kill(desk, what, 4)


@pytest.mark.soak
@pytest.mark.parametrize("what", ["backup", "restore"])
def test_a_console_killed_in_the_middle_leaves_a_whole_database_often(desk, what):
    kill(desk, what, 100)


def kill(desk: BackupDesk, what: str, times: int) -> None:
    desk.ok(desk.backups.backup_now)
    for number in range(30):
        desk.person(f"P {number}")
    desk.ok(desk.backups.backup_now)
    desk.close()
    chance, counts = random.Random(5), set()
    for _ in range(times):
        command = [sys.executable, "-c", BUSY, what, str(desk.office.folder), desk.boss]
        child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(chance.uniform(0, 0.5))
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        local = LocalRecords(desk.office.path, carry_out)
        with local.reading() as view:
            assert view.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
            counts.add(int(view.exec_driver_sql("SELECT count(*) FROM person").scalar() or 0))
        local.close()
        assert altered_in(desk.office.path, desk.backups._at()) == ""
        for copy in copies_in(desk.backups.folder):
            assert check_copy(desk.backups.folder / copy.name, desk.backups._at()).health is Health.GOOD
    assert counts <= {1, 31}
    print(f"{times} kills during {what}: a whole database each time, {len(copies_in(desk.backups.folder))} good copies")
