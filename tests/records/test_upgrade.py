"""An upgrade of the local file leaves the whole old or the whole new one, with a copy of the old kept."""

from __future__ import annotations

import shutil
import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from console.app.office import RecordOffice
from console.domain.people import Person
from console.records import migrations, upgrade
from console.records.faults import Damaged
from console.records.local import LocalRecords, open_sqlite
from console.records.schema import meta
from console.records.upgrade import OnNetwork, Prepared, SchemaNewer, prepare_local, refuse_network, schema_of
from tests.records.schemas import at_revision, contents, differences, fill, sqlite_engine


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "records.db"


@pytest.fixture
def older(path: Path) -> Path:
    """A file of revision 1 with rows, as a console leaves it that was killed: the last rows are in the WAL."""
    path.parent.mkdir()
    plain = sqlite_engine(path)
    at_revision(plain, "0001")
    fill(plain, 300)
    engine = open_sqlite(path)
    with engine.connect() as db:
        db.exec_driver_sql("INSERT INTO outbox (seq, id) VALUES (9999, 'last')")
        db.commit()
        killed = path.parent / "killed"
        killed.mkdir()
        for file in path.parent.glob("records.db*"):
            shutil.copyfile(file, killed / file.name)
    engine.dispose()
    for file in path.parent.glob("records.db*"):
        file.unlink()
    for file in killed.iterdir():
        file.rename(path.parent / file.name)
    killed.rmdir()
    assert (path.parent / "records.db-wal").stat().st_size > 0
    return path


def held(path: Path) -> dict[str, list[tuple[object, ...]]]:
    engine = sqlite_engine(path)
    found = contents(engine)
    engine.dispose()
    return found


def nothing(desk: object, stamp: object, command: object) -> None:
    """No command is given here."""


def leftovers(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.iterdir() if file.name not in (path.name, "backups"))


def test_a_new_file_is_made_without_alembic(path: Path) -> None:
    assert prepare_local(path) == Prepared(0, migrations.OURS)
    assert prepare_local(path) == Prepared(migrations.OURS, migrations.OURS)
    assert leftovers(path) == []


def test_each_new_file_has_an_id_of_its_own(tmp_path: Path) -> None:
    ids = set()
    for name in ("a.db", "b.db"):
        prepare_local(tmp_path / name)
        engine = sqlite_engine(tmp_path / name)
        with engine.connect() as db:
            ids.add(db.scalar(select(meta.c.value).where(meta.c.name == "database")))
    assert len(ids) == 2
    assert None not in ids


def test_an_older_file_is_brought_up_with_every_row(older: Path) -> None:
    before = held(older)
    assert ("last", 9999) in before["outbox"]

    done = prepare_local(older)

    assert (done.before, done.now) == (1, migrations.OURS)
    after = held(older)
    assert {name: after[name] for name in before} == before
    assert differences(sqlite_engine(older)) == []
    assert leftovers(older) == []


def test_the_old_file_is_kept_whole_beside_the_upgraded_one(older: Path, tmp_path: Path) -> None:
    before = held(older)

    done = prepare_local(older, tmp_path / "copies")

    assert done.backup is not None
    assert done.backup.parent == tmp_path / "copies"
    assert schema_of(done.backup) == 1
    assert held(done.backup) == before
    assert [file.name for file in (tmp_path / "copies").iterdir()] == [done.backup.name]


def test_a_copy_that_was_kept_can_be_put_back_and_is_upgraded_again(older: Path) -> None:
    before = held(older)
    done = prepare_local(older)
    assert done.backup is not None
    shutil.copyfile(done.backup, older)

    again = prepare_local(older)

    assert again.backup == done.backup  # the same once is enough
    assert {name: held(older)[name] for name in before} == before


def test_a_folder_for_copies_that_is_away_does_not_stop_the_upgrade(
    older: Path, tmp_path: Path, expected_log: object
) -> None:
    expected_log("no copy can be kept")  # type: ignore[operator]
    (tmp_path / "file").write_text("no folder")

    done = prepare_local(older, tmp_path / "file" / "copies")

    assert done.backup is not None
    assert done.backup.parent == older.parent / "backups"


def test_an_upgrade_that_would_lose_rows_is_refused_and_the_old_file_stays(
    older: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = held(older)
    real = upgrade._migrate

    def careless(work: Path) -> None:
        real(work)
        with closing(sqlite3.connect(work)) as db, db:
            db.execute("DELETE FROM person WHERE rowid = 3")

    monkeypatch.setattr(upgrade, "_migrate", careless)

    with pytest.raises(Damaged, match="person"):
        prepare_local(older)

    assert schema_of(older) == 1
    assert held(older) == before
    assert leftovers(older) == []


def test_a_damaged_file_is_told_before_anything_is_done_to_it(older: Path) -> None:
    with closing(sqlite3.connect(older)) as db:
        db.execute("PRAGMA journal_mode=DELETE")
    whole = bytearray(older.read_bytes())
    for place in range(4096 * 3, len(whole), 4096 * 5):
        whole[place : place + 200] = b"\x99" * 200
    older.write_bytes(whole)

    with pytest.raises((Damaged, sqlite3.DatabaseError)):
        prepare_local(older)

    assert older.read_bytes() == bytes(whole)
    assert leftovers(older) == []


def test_a_file_of_another_kind_is_left_alone(tmp_path: Path) -> None:
    other = tmp_path / "records.db"
    with closing(sqlite3.connect(other)) as db:
        db.execute("CREATE TABLE recipes (name TEXT)")
    before = other.read_bytes()

    with pytest.raises(Damaged):
        prepare_local(other)

    assert other.read_bytes() == before


def test_a_file_that_another_program_holds_is_not_replaced(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upgrade, "BUSY", 0.3)
    with closing(sqlite3.connect(older)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM outbox WHERE seq = 1")

        with pytest.raises(sqlite3.OperationalError, match="locked|in use"):
            prepare_local(older)

        other.rollback()
    assert schema_of(older) == 1
    assert leftovers(older) == []


def test_the_rest_of_a_file_that_was_taken_away_is_not_played_into_the_new_one(older: Path) -> None:
    older.unlink()  # somebody deleted the file and not its WAL

    prepare_local(older)
    with LocalRecords(older, nothing).reading() as db:
        assert db.exec_driver_sql("SELECT count(*) FROM outbox").scalar() == 0
        assert db.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"


@pytest.mark.skipif(sys.platform == "win32", reason="folders cannot be closed to writing so on Windows")
def test_a_folder_that_cannot_be_written_leaves_the_old_file(older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = held(older)

    def refuse(work: Path, path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(upgrade, "_put_in_place", refuse)

    with pytest.raises(PermissionError):
        prepare_local(older)

    assert stat.S_ISREG(older.stat().st_mode)
    assert held(older) == before


# Newer than this program


def newer(path: Path, writers: int = 9999) -> None:
    """As a newer program leaves it: a column more, a table more, another number."""
    prepare_local(path)
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("ALTER TABLE person ADD COLUMN nickname VARCHAR(40) DEFAULT 'none' NOT NULL")
        db.execute("CREATE TABLE andon (id VARCHAR(64) PRIMARY KEY)")
        db.execute(f"UPDATE meta SET value = '{migrations.OURS + 1}' WHERE name = 'schema'")
        db.execute(f"UPDATE meta SET value = '{writers}' WHERE name = 'writers'")


def test_a_file_of_a_newer_program_is_refused_and_not_touched(path: Path) -> None:
    newer(path)
    before = path.read_bytes()

    with pytest.raises(SchemaNewer) as caught:
        prepare_local(path)

    assert caught.value.code == "schema_newer"
    assert (caught.value.facts["ours"], caught.value.facts["theirs"]) == (migrations.OURS, migrations.OURS + 1)
    assert "Install" in caught.value.detail
    assert path.read_bytes() == before


def test_the_office_says_that_a_newer_program_is_needed(path: Path, wait_until: object) -> None:
    from console.app.bus import Bus
    from console.app.mailbox import Mailbox

    newer(path)
    mailbox = Mailbox()
    office = RecordOffice(path.parent, "console-1", mailbox, Bus(), lambda: 0.0)
    refusals: list[object] = []
    office.ask(lambda desk: desk.find(Person), refusals.append, refusals.append)

    wait_until(lambda: mailbox.run_errands() or refusals)  # type: ignore[operator]

    assert office.ready.code == "schema_newer"
    assert refusals[0].facts["why"] == "schema_newer"  # type: ignore[attr-defined]
    office.close()


# Where the file lies


@pytest.mark.parametrize(
    "path",
    ["\\\\server\\share\\records.db", "//server/share/records.db", "\\\\?\\UNC\\server\\share\\records.db"],
)
def test_a_file_on_a_network_share_is_refused_with_the_reason(path: str) -> None:
    with pytest.raises(OnNetwork, match="network share"):
        refuse_network(path)


@pytest.mark.parametrize("path", ["/var/lib/gemba/records.db", "C:\\Gemba\\records.db", "\\\\?\\C:\\Gemba\\records.db"])
def test_a_file_on_this_computer_is_fine(path: str) -> None:
    refuse_network(path)


def test_a_folder_may_have_any_name(tmp_path: Path) -> None:
    """A question mark would begin the parameters of an address, a percent sign a code."""
    folder = tmp_path / ("Shift? 100 % #1" if sys.platform != "win32" else "Shift 100 % #1")  # no file of Windows has ?
    folder.mkdir()

    prepare_local(folder / "records.db")
    local = LocalRecords(folder / "records.db", lambda desk, stamp, command: None)
    local.close()

    assert [path.name for path in tmp_path.iterdir()] == [folder.name]
    assert (folder / "records.db").stat().st_size > 0
