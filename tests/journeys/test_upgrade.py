"""Promise 10: an upgrade cannot eat the data, whenever it is killed."""

from __future__ import annotations

import random
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from console.records import migrations
from console.records.local import open_sqlite
from console.records.upgrade import prepare_local, schema_of
from tests.journeys.processes import Process
from tests.records.schemas import at_revision, contents, differences, fill, sqlite_engine

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the killer needs fork")
ROWS = 60
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
