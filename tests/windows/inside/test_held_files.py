"""Files that another program holds: nothing is half written, nothing is lost, and it goes on when they are free."""

from __future__ import annotations

import logging
import shutil
import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from console.app import logs
from console.app.bus import Bus
from console.app.logs import start_logs, stop_logs
from console.app.mailbox import Mailbox
from console.app.office import RecordOffice
from console.app.settings_file import write_private
from console.history.history import History
from console.records import wholefile
from console.records.wholefile import write_whole
from tests.history.readings import START, TAG, each_second, give
from tests.windows.inside.held import held


@pytest.fixture
def logged():
    level = logging.getLogger().level
    yield
    stop_logs()
    logging.captureWarnings(False)
    logging.getLogger().setLevel(level)


def fill(path: Path, lines: int) -> None:
    for number in range(lines):
        logging.getLogger(f"floor{number}").info("%s", "x" * 200)


def test_a_file_that_is_held_for_a_moment_is_replaced_when_it_is_free(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(b"old")
    free = threading.Event()

    def scanner() -> None:
        with held(path):
            began.set()
            free.wait(3 * wholefile.PAUSE)

    began = threading.Event()
    holder = threading.Thread(target=scanner)
    holder.start()
    began.wait(5)
    write_whole(path, b"new")
    holder.join()

    assert path.read_bytes() == b"new"
    assert [one.name for one in tmp_path.iterdir()] == ["export.csv"]


def test_a_file_that_stays_held_is_refused_and_keeps_what_it_holds(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(wholefile, "PAUSE", 0.01)
    path = tmp_path / "table.xlsx"
    path.write_bytes(b"old")

    with held(path), pytest.raises(PermissionError):
        write_whole(path, b"new")

    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["table.xlsx"]


def test_settings_open_in_an_editor_are_written_when_it_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    write_private(path, "a = 1\n")
    with held(path):
        writer = threading.Thread(target=write_private, args=(path, "a = 2\n"))
        writer.start()
        time.sleep(2 * wholefile.PAUSE)
    writer.join()

    assert path.read_text(encoding="utf-8") == "a = 2\n"


def test_a_log_that_another_program_reads_goes_on_and_rotates_when_it_is_free(
    tmp_path: Path, monkeypatch, logged
) -> None:
    monkeypatch.setattr(logs, "FILE_BYTES", 20_000)
    path = start_logs(tmp_path)
    with held(path):
        fill(path, 200)
        grown = path.stat().st_size
        assert not (tmp_path / "gemba-console.log.1").exists()
    assert grown > 40_000  # every line is there

    for handler in logging.getLogger().handlers:
        if isinstance(handler, logs._RotatingFile):
            handler._not_before = 0.0
    fill(path, 2)

    assert (tmp_path / "gemba-console.log.1").stat().st_size == grown
    assert path.stat().st_size < 20_000


def test_closed_records_let_go_of_every_file(tmp_path: Path, wait_until) -> None:
    mailbox, told = Mailbox(), []
    office = RecordOffice(tmp_path / "data", "console-1", mailbox, Bus(), time.time)
    office.ask(lambda desk: "open", told.append)
    wait_until(lambda: mailbox.run_errands() or told, 60)
    office.close()

    shutil.rmtree(tmp_path / "data")

    assert not (tmp_path / "data").exists()


def test_records_that_a_backup_program_reads_are_written_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "records.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("CREATE TABLE kept (n INTEGER)")
        with held(path):
            db.execute("INSERT INTO kept VALUES (1)")
            db.commit()
            assert db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0] == 0
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_closed_history_lets_go_of_every_file_also_where_somebody_read_only_half(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    history = History(tmp_path / "data", spare=0)
    history.start()
    give(history, each_second(300))
    half = history.pulses(START, START + 300, {"line": ([TAG.id], 10.0)})
    other = history.replay(START, START + 300)
    assert next(half)[1] == "line"
    assert next(other).signal.id == TAG.id
    history.close()

    shutil.rmtree(tmp_path / "data")

    assert not (tmp_path / "data").exists()
