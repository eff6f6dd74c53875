"""Promise 10: an upgrade cannot eat the data, whenever it is killed; an old console beside a newer schema says so."""

from __future__ import annotations

import random
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text, update

from console.domain.commands.people import AddPerson
from console.domain.ids import new_id
from console.domain.sharing import Link
from console.domain.trail import Change, TrailLine
from console.records import migrations
from console.records.address import open_shared
from console.records.local import open_sqlite
from console.records.schema import meta
from console.records.trail import append
from console.records.upgrade import prepare_local, schema_of
from tests.app.seats import Seat
from tests.databases import Server
from tests.journeys.processes import Process
from tests.records.schemas import at_revision, by_a_newer_program, contents, differences, fill, sqlite_engine

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the killer needs fork")
ROWS = 150
Held = dict[str, list[tuple[Any, ...]]]


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Held]:
    """A folder with a file of revision 1 as a killed console leaves it, its last rows in the WAL; and what it holds."""
    folder = tmp_path_factory.mktemp("before")
    path = folder / "work" / "records.db"
    path.parent.mkdir()
    plain = sqlite_engine(path)
    at_revision(plain, "0001")
    fill(plain, ROWS)
    engine = open_sqlite(path)
    with engine.connect() as db:
        db.exec_driver_sql("UPDATE person SET name = 'renamed'")
        db.commit()
        for file in path.parent.iterdir():
            shutil.copyfile(file, folder / file.name)
        held = contents(engine)
    engine.dispose()
    shutil.rmtree(path.parent)
    assert (folder / "records.db-wal").stat().st_size > 0
    return folder, held


@pytest.fixture(scope="module")
def upgrading() -> Iterator[Process]:
    with Process("upgrading") as process:
        yield process


class Trial:
    """One data folder that is upgraded, and killed at it."""

    def __init__(self, folder: Path, before: tuple[Path, Held], process: Process) -> None:
        self.path = folder / "data" / "records.db"
        self.held = before[1]
        self._process = process
        shutil.copytree(before[0], self.path.parent)

    def upgrade(self, how: str = "") -> dict[str, Any]:
        """In a process that is killed so; what became of it."""
        return self._process.ask(f"{self.path} {how}".strip())

    def look(self) -> int:
        """Fail unless the file is whole and holds every row; its schema."""
        for side in ("-wal", "-shm"):  # look at a copy: looking also writes
            shutil.copyfile(self.path, self.path.parent.parent / "look.db")
            if (beside := self.path.with_name(self.path.name + side)).exists():
                shutil.copyfile(beside, self.path.parent.parent / f"look.db{side}")
        copy = self.path.parent.parent / "look.db"
        with closing(sqlite3.connect(copy)) as db:
            assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        schema = schema_of(copy)
        assert schema in (1, migrations.OURS)
        found = contents(sqlite_engine(copy))
        assert {name: found[name] for name in self.held} == self.held
        for file in copy.parent.glob("look.db*"):
            file.unlink()
        return schema

    def start_again(self) -> None:
        """The next start: fail unless it brings everything in order and leaves nothing lying about."""
        prepare_local(self.path)
        assert self.look() == migrations.OURS
        assert differences(sqlite_engine(self.path)) == []
        lying = {file.name for file in self.path.parent.iterdir()} - {"records.db", "backups"}
        assert lying <= {"records.db-shm", "records.db-wal"}
        copies = list((self.path.parent / "backups").iterdir())
        assert [copy.suffix for copy in copies] == [".db"], copies
        assert schema_of(copies[0]) == 1
        held = contents(sqlite_engine(copies[0]))
        assert held == self.held


def test_an_upgrade_that_is_killed_at_any_file_it_touches_loses_nothing(
    tmp_path: Path, before: tuple[Path, Held], upgrading: Process
) -> None:
    whole = Trial(tmp_path / "whole", before, upgrading)
    told = whole.upgrade()
    assert told["finished"]
    assert whole.look() == migrations.OURS
    seen: list[int] = []
    for step in range(1, told["touched"] + 1):
        trial = Trial(tmp_path / str(step), before, upgrading)

        died = trial.upgrade(f"step {step}")

        assert died["killed"], f"step {step} was never reached"
        seen.append(trial.look())
        trial.start_again()
        shutil.rmtree(tmp_path / str(step))
    print(f"killed at each of {len(seen)} files touched: {seen.count(1)} times the old file, the rest the new one")
    assert set(seen) == {1, migrations.OURS}


def killed_at_random(folder: Path, before: tuple[Path, Held], upgrading: Process, times: int) -> None:
    chance = random.Random(10)
    usual = max(Trial(folder / f"t{n}", before, upgrading).upgrade()["seconds"] for n in range(2))
    seen: list[int] = []
    finished = 0
    for number in range(times):
        trial = Trial(folder / str(number), before, upgrading)
        for _ in range(chance.choice((1, 1, 2, 3))):  # some are killed again at the next start
            died = trial.upgrade(f"after {chance.uniform(0.001, usual * 1.1):.4f}")
            finished += died["finished"]
            seen.append(trial.look())
        trial.start_again()
        shutil.rmtree(folder / str(number))
    print(
        f"killed {len(seen)} times within {usual:.2f} s: {seen.count(1)} times the old file, "
        f"{len(seen) - seen.count(1)} times the new one; {finished} came to their end first; no row lost"
    )
    assert seen.count(1) > times // 4


def test_an_upgrade_that_is_killed_at_random_moments_loses_nothing(
    tmp_path: Path, before: tuple[Path, Held], upgrading: Process
) -> None:
    killed_at_random(tmp_path, before, upgrading, 10)


@pytest.mark.soak
def test_an_upgrade_that_is_killed_at_two_hundred_random_moments_loses_nothing(
    tmp_path: Path, before: tuple[Path, Held], upgrading: Process
) -> None:
    killed_at_random(tmp_path, before, upgrading, 200)


# An old console beside a newer schema


def newer_console_writes(engine: Engine) -> None:
    """What a console of the next version gives: a field and a kind of record that this program has never heard of."""
    known = {"id": "p-2", "name": "Berta", "number": "2", "grants": [], "active": True}
    person = Change("person", "p-2", 1, "", None, known | {"nickname": "B"})
    andon = Change("andon", "a-1", 1, "", None, {"id": "a-1", "raised": None})
    at = datetime(2026, 11, 21, 10, 50, tzinfo=UTC)
    line = TrailLine(0, new_id(), at, at, "p-9", "newer", "RaiseAndon", {"andon": "a-1"}, (person, andon))
    with engine.begin() as db:
        append(db, [line])
        row = known | {"grants": "[]", "version": 1, "last": line.id, "nickname": "B"}
        columns = ", ".join(row)
        db.execute(text(f"INSERT INTO person ({columns}) VALUES ({', '.join(':' + name for name in row)})"), row)
        db.execute(text("INSERT INTO andon (id) VALUES ('a-1')"))


def test_an_old_console_reads_on_beside_a_newer_schema_says_so_and_loses_nothing(
    tmp_path: Path, shared_server: Server
) -> None:
    address = shared_server.fresh()
    engine = open_shared(address)
    old = Seat(tmp_path, "old")
    try:
        old.join(address)
        old.give(AddPerson("p-1", "Anna"))
        old.until(lambda: old.shared)
        by_a_newer_program(engine)
        with engine.begin() as db:
            db.execute(update(meta).where(meta.c.name == "writers").values(value=str(migrations.OURS + 1)))
        newer_console_writes(engine)
        engine.dispose()
        shared_server.throw_out(address.database)  # type: ignore[attr-defined]

        old.until(lambda: old.link is Link.NEWER)
        old.until(lambda: ("person", "p-2") in old.rows())
        old.give(AddPerson("p-3", "Carl"))
        old.until(lambda: old.sharing.sharing.waiting == 1)
        with engine.connect() as db:
            assert db.scalar(text("SELECT count(*) FROM person WHERE id = 'p-3'")) == 0

        with engine.begin() as db:  # as if it were updated: it may write again
            db.execute(update(meta).where(meta.c.name == "writers").values(value=str(migrations.OURS)))
        engine.dispose()
        shared_server.throw_out(address.database)  # type: ignore[attr-defined]
        old.until(lambda: old.shared and old.link is Link.SHARED)
        with engine.connect() as db:
            found = dict(db.execute(text("SELECT id, nickname FROM person ORDER BY id")).all())
        assert found == {"p-1": "none", "p-2": "B", "p-3": "none"}
    finally:
        old.close()
        engine.dispose()
