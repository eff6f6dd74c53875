"""Promise 9: a full or read-only disk, or a destroyed file, is said, not suffered."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from console.app import office as office_module
from console.domain.events import RecordsReady
from tests.app.thing_office import Office, open_office
from tests.journeys.bookkeeping import Books
from tests.journeys.disks import may_mount, small_disk
from tests.paths import ROOT
from tests.records.things import Drop, Keep, Thing

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no small file systems on Windows")


@pytest.fixture(scope="session")
def mounts(tmp_path_factory: pytest.TempPathFactory) -> bool:
    """Whether this user may mount; if not, the tests below that need it do with less (see the last one)."""
    return may_mount(tmp_path_factory.mktemp("mount") / "try")


@pytest.fixture(autouse=True)
def _try_again_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_module, "AGAIN", 0.0)


def things(many: int, start: int = 0) -> list[Keep]:
    """Commands that each keep one thing."""
    return [Keep((Thing(f"t{number:05}", "x" * 40, tags=("y" * 200,)),)) for number in range(start, start + many)]


def outcomes(office: Office, commands: list[Keep]) -> dict[str, str]:
    """Id of each command, and what was heard of it."""
    office.heard.clear()
    ids = [office.do(command) for command in commands]
    heard = office.hear(len(ids))
    return dict(zip(ids, heard, strict=True))


def saved(heard: dict[str, str]) -> set[str]:
    """Those that were called saved."""
    return {id for id, said in heard.items() if said == "done"}


def need(mounts: bool) -> None:
    """Where nothing can be mounted, the rule is shown by the last test of this file."""
    if not mounts:
        pytest.skip("this user may not mount a file system; a file that may not grow is tested instead")


def test_a_disk_that_fills_up_is_said_and_nothing_is_half_written(mounts: bool, tmp_path: Path) -> None:
    need(mounts)
    with small_disk(tmp_path / "disk", "4m") as disk, open_office(disk.folder) as office:
        heard = outcomes(office, things(200))
        assert set(heard.values()) == {"done"}
        disk.fill(leave=400_000)
        later: dict[str, str] = {}
        for start in range(1000, 9000, 64):  # batches, until there is no room
            later |= outcomes(office, things(64, start))
            if "disk_full" in later.values():
                break
        assert set(later.values()) == {"done", "disk_full"}
        disk.fill()  # one by one, in what the refused batch had taken, there may still be room for some
        for number in range(200):
            one = outcomes(office, things(1, 10_000 + number))
            later |= one
            if "disk_full" in one.values():
                break
        assert set(one.values()) == {"disk_full"}
        assert office.answer(lambda desk: desk.count(Thing)) == len(saved(heard | later)), "reading goes on"

        disk.free()
        more = outcomes(office, things(10, 20_000))
        assert set(more.values()) == {"done"}, "it goes on when there is room"
        office.records.close()
        books = Books(disk.folder / "records.db")
    everything = saved(heard | later | more)
    books.check(everything)
    assert set(books.commands) == everything, "what was refused is not there"


def test_a_disk_that_is_full_at_the_start_is_said_and_used_when_there_is_room(mounts: bool, tmp_path: Path) -> None:
    need(mounts)
    with small_disk(tmp_path / "disk", "4m") as disk:
        with open_office(disk.folder) as office:
            before = saved(outcomes(office, things(20)))
        disk.fill()
        with open_office(disk.folder) as office:
            told = ready(office)
            refusal = office.refused(Drop("t00000"))
            assert (refusal.code, refusal.facts["why"]) == ("records_not_open", "disk_full")
            disk.free()
            after = saved(outcomes(office, things(5, 100)))
            assert len(after) == 5
            assert (told[0], told[-1]) == ("disk_full", "")
        Books(disk.folder / "records.db").check(before | after)


def test_a_disk_that_is_full_before_the_first_start_is_said(mounts: bool, tmp_path: Path) -> None:
    need(mounts)
    with small_disk(tmp_path / "disk", "1m") as disk:
        disk.fill()
        with open_office(disk.folder / "data") as office:
            assert office.refused(Drop("t")).facts["why"] == "disk_full"
            disk.free()
            office.answer(lambda desk: "open")


def test_a_read_only_disk_is_said_and_used_when_it_can_be_written_again(mounts: bool, tmp_path: Path) -> None:
    need(mounts)
    with small_disk(tmp_path / "disk", "4m") as disk:
        with open_office(disk.folder) as office:
            outcomes(office, things(5))
        disk.writable(False)
        with open_office(disk.folder) as office:
            told = ready(office)
            refusal = office.refused(Drop("t00000"))
            assert (refusal.code, refusal.facts["why"]) == ("records_not_open", "disk_read_only")
            assert told[0] == "disk_read_only"
            disk.writable(True)
            office.heard.clear()
            office.do(Drop("t00000"))
            assert office.hear(1) == ["done"]


def ready(office: Office) -> list[str]:
    """Codes of what is told about the file from now on."""
    told: list[str] = []
    office.bus.on(RecordsReady, lambda event: told.append(event.code))
    return told


def garbage(path: Path) -> None:
    """The file holds something else from now on."""
    size = path.stat().st_size
    with open(path, "r+b") as file:
        file.write(os.urandom(size))
    for end in ("-wal", "-shm"):
        Path(f"{path}{end}").unlink(missing_ok=True)


def copy(path: Path, to: Path) -> None:
    """A whole copy, as a backup makes it."""
    source, target = sqlite3.connect(path), sqlite3.connect(to)
    source.backup(target)
    source.close()
    target.close()


def test_a_destroyed_file_is_said_at_the_start_and_a_backup_can_be_put_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "data" / "records.db"
    with open_office(path.parent) as office:
        before = saved(outcomes(office, things(50)))
    copy(path, tmp_path / "backup.db")
    garbage(path)
    with open_office(path.parent) as office:
        told = ready(office)
        refusal = office.refused(Drop("t00000"))
        assert (refusal.code, refusal.facts["why"]) == ("records_not_open", "records_damaged")
        office.records.reopen(lambda: shutil.copy(tmp_path / "backup.db", path) and None)
        after = saved(outcomes(office, things(5, 100)))
        assert told == ["records_damaged", ""]
    Books(path).check(before | after)


def test_a_file_that_is_destroyed_while_it_is_open_is_said(tmp_path: Path) -> None:
    path = tmp_path / "data" / "records.db"
    with open_office(path.parent) as office:
        outcomes(office, things(500))
        office.records.run(lambda local: checkpoint(local.path))
        office.answer(lambda desk: desk.count(Thing))
        copy(path, tmp_path / "backup.db")
        with open(path, "r+b") as file:
            file.write(os.urandom(path.stat().st_size))
        said = set()
        for number in range(20):
            said |= set(outcomes(office, things(1, 1000 + number)).values())
            with contextlib.suppress(Exception):
                office.answer(lambda desk: desk.find(Thing))
        assert said <= {"done", "records_damaged"}
        assert "records_damaged" in said
        office.records.reopen(lambda: restore(tmp_path / "backup.db", path))
        assert office.answer(lambda desk: desk.count(Thing)) == 500


def checkpoint(path: Path) -> None:
    """Everything is in the file itself."""
    db = sqlite3.connect(path)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()


def restore(backup: Path, path: Path) -> None:
    """Put a copy in the place of the file and of what belongs to it."""
    for end in ("-wal", "-shm"):
        Path(f"{path}{end}").unlink(missing_ok=True)
    shutil.copy(backup, path)


LIMITED = """
import json, resource, signal, sys
from pathlib import Path
from tests.app.thing_office import open_office
from tests.journeys.test_disk import outcomes, things

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with open_office(Path(sys.argv[1])) as office:
    first = outcomes(office, things(100))
    resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, resource.RLIM_INFINITY))
    second = outcomes(office, things(1000, 1000))
    reads = office.answer(lambda desk: len(desk.find(type(things(1)[0].things[0]))))
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    third = outcomes(office, things(10, 9000))
print(json.dumps([first, second, third, reads]))
"""


def test_a_file_that_may_not_grow_is_said_and_nothing_is_half_written(tmp_path: Path) -> None:
    """Needs no rights; the system says that the file is too large instead of that the disk is full."""
    command = [sys.executable, "-c", LIMITED, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    first, second, third, reads = json.loads(done.stdout)
    assert set(first.values()) == set(third.values()) == {"done"}
    assert set(second.values()) == {"done", "not_saved"}
    assert reads == len(saved(first | second))
    books = Books(tmp_path / "records.db")
    books.check(saved(first | second | third))
    assert set(books.commands) == saved(first | second | third)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become somebody else")
def test_a_folder_that_this_user_may_not_write_is_said(tmp_path: Path, make_way: Callable[[Path], None]) -> None:
    with open_office(tmp_path / "data") as office:
        outcomes(office, things(5))
    make_way(tmp_path / "data")
    code = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from tests.app.thing_office import open_office\n"
        "from tests.records.things import Drop\n"
        "with open_office(Path(sys.argv[1])) as office:\n"
        "    os.setresuid(65534, 65534, 65534)\n"
        "    refusal = office.refused(Drop('t00000'))\n"
        "    print(refusal.code, refusal.facts['why'])\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "data")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["records_not_open", "disk_read_only"]


@pytest.fixture
def make_way() -> Iterator[Callable[[Path], None]]:
    """Everybody may read a folder and what is in it, and nobody but root may write; the way to it is open."""
    changed: list[tuple[Path, int]] = []

    def readable(folder: Path) -> None:
        for path in [folder, *folder.iterdir()]:
            path.chmod(0o555 if path.is_dir() else 0o444)
        for path in folder.parents:
            if not path.stat().st_mode & 0o001:
                changed.append((path, path.stat().st_mode))
                path.chmod(0o755)

    yield readable
    for path, mode in changed:
        path.chmod(mode)
