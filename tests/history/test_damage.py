"""What is torn or damaged is set aside and named, and everything else goes on."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from console.history.hotlog import HotLog
from tests.history.readings import DAY, START, STATE, TAG, each_second, filled, give, open_history, reading, until
from tests.journeys.disks import may_mount, small_disk


def the_hot_file(folder: Path) -> Path:
    """The only one."""
    (found,) = folder.glob("history.*.hot")
    return found


@pytest.mark.parametrize("cut", [1, 7, 19, 200])
def test_of_a_torn_hot_log_everything_before_the_tear_is_there(tmp_path: Path, cut: int) -> None:
    with open_history(tmp_path) as history:
        give(history, each_second(100))
        give(history, each_second(100, START + 100))
    path = the_hot_file(tmp_path)
    path.write_bytes(path.read_bytes()[:-cut])

    with open_history(tmp_path) as history:
        give(history, each_second(10, START + 300))
        window = history.window(TAG, START, START + DAY)
        assert history.statistics.damage == ()
    with open_history(tmp_path) as history:
        again = history.window(TAG, START, START + DAY)

    assert len(window) == 110
    assert again.times.tolist() == window.times.tolist()


def test_a_damaged_frame_in_the_middle_takes_only_itself(tmp_path: Path) -> None:
    log = HotLog(tmp_path)
    for number in range(1, 4):
        log.append(number, bytes([number]) * 100)
    log.close()
    path = the_hot_file(tmp_path)
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 0xFF
    path.write_bytes(bytes(raw))

    assert [frame.number for frame in HotLog(tmp_path).read()] == [1, 3]


def test_a_kill_between_chunks_and_the_end_of_the_hot_log_keeps_nothing_twice(tmp_path: Path) -> None:
    with open_history(tmp_path) as history:
        give(history, each_second(100))
        path = the_hot_file(tmp_path)
        old = path.read_bytes()
        assert history.seal()
    path.write_bytes(old)  # as if it had not been removed any more

    with open_history(tmp_path) as history:
        give(history, [reading(7.0, START + 200)])
        window = history.window(TAG, START, START + DAY)

    assert len(window) == 101


def damage_a_chunk(folder: Path, signal: str = "temperature") -> None:
    with closing(sqlite3.connect(folder / "history.db")) as db, db:
        found = db.execute(
            "SELECT c.id, c.data FROM chunk c JOIN signal s ON s.id=c.signal WHERE s.name=? ORDER BY c.start", (signal,)
        ).fetchone()
        raw = bytearray(found[1])
        raw[len(raw) // 2] ^= 0x10
        db.execute("UPDATE chunk SET data=? WHERE id=?", (bytes(raw), found[0]))


def test_a_damaged_chunk_is_named_and_set_aside_and_the_rest_goes_on(
    tmp_path: Path, expected_log: Callable[..., None]
) -> None:
    expected_log("A chunk of the history is damaged", "WARNING")
    filled(tmp_path, [*each_second(3600), *each_second(3600, START + 3600), reading("running", START + 9000, STATE)])
    damage_a_chunk(tmp_path)

    with open_history(tmp_path) as history:
        window = history.window(TAG, START, START + DAY)
        checked = history.check()
        said = until(lambda: history.statistics.damage)
        again = history.check()
        give(history, each_second(10, START + 10_000))

    assert len(window) == 3600
    assert [(fault.signal, fault.start, fault.readings) for fault in checked.faults] == [
        ("L1/30/temperature", START, 3600)
    ]
    assert said[0].startswith("L1/30/temperature: 3600 readings from 2023-11-15 00:00 UTC on")
    assert [fault.signal for fault in again.faults] == ["L1/30/temperature"]
    assert again.chunks < checked.chunks


def test_a_file_that_is_no_database_any_more_is_put_aside_and_a_new_one_begun(
    tmp_path: Path, expected_log: Callable[..., None]
) -> None:
    expected_log("The history was damaged", "WARNING")
    (tmp_path / "history.db").write_bytes(b"this is no database" * 500)

    with open_history(tmp_path) as history:
        give(history, each_second(10))
        window = history.window(TAG, START, START + DAY)
        damage = history.statistics.damage

    (aside,) = tmp_path.glob("history.broken-*.db")
    assert aside.read_bytes().startswith(b"this is no database")
    assert damage == (aside.name,)
    assert len(window) == 10


def test_a_file_of_a_newer_version_is_left_alone_and_said(tmp_path: Path, expected_log: Callable[..., None]) -> None:
    expected_log("newer version")
    with closing(sqlite3.connect(tmp_path / "history.db")) as db:
        db.execute("PRAGMA user_version=99")
    from console.history.history import History

    history = History(tmp_path)
    history.start()
    assert until(lambda: "newer version" in history.statistics.trouble)
    history.close()


@pytest.fixture(scope="module")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("disk")
    if sys.platform == "win32" or not may_mount(folder / "try"):
        pytest.skip("this user may not mount a file system")
    return folder


def test_a_full_disk_is_said_and_recording_goes_on_when_there_is_room(
    disk: Path, expected_log: Callable[..., None]
) -> None:
    expected_log("The history cannot be written")
    with small_disk(disk / "small", "4m") as small, open_history(small.folder) as history:
        give(history, each_second(1000))
        assert history.seal(merge=True)
        small.fill()
        history.append(each_second(50_000, START + 2000, value=lambda i: i / 3))
        assert until(lambda: history.statistics.code == "full")
        assert len(history.window(TAG, START, START + DAY)) >= 1000  # reading goes on
        small.free()
        assert until(lambda: not history.statistics.trouble)
        assert history.flush()
        assert history.seal(merge=True)
        window = history.window(TAG, START, START + DAY)
        checked = history.check()

    assert len(window) == 51_000
    assert checked.faults == ()


def test_the_last_room_of_the_disk_is_left_to_the_records(disk: Path, expected_log: Callable[..., None]) -> None:
    expected_log("the rest of the disk is left to the records")
    with small_disk(disk / "spare", "8m") as small, open_history(small.folder, spare=3_000_000) as history:
        small.fill(leave=2_000_000)
        history.append(each_second(100))
        assert until(lambda: history.statistics.code == "full")
        (small.folder / "records").write_bytes(b"x" * 1_500_000)
        small.free()
        assert until(lambda: not history.statistics.trouble)
        assert len(history.window(TAG, START, START + DAY)) == 100


def test_a_disk_that_may_not_be_written_is_said_and_survived(disk: Path, expected_log: Callable[..., None]) -> None:
    expected_log("The history cannot be written")
    with small_disk(disk / "closed", "4m") as small:
        filled(small.folder, each_second(100))
        small.writable(False)
        from console.history.history import History

        history = History(small.folder, spare=0)
        history.start()
        history.append(each_second(10, START + 200))
        assert until(lambda: history.statistics.trouble)
        small.writable(True)
        assert until(lambda: not history.statistics.trouble)
        assert history.flush()
        assert len(history.window(TAG, START, START + DAY)) == 110
        history.close()


def test_nothing_slow_is_imported_before_the_history_starts() -> None:
    code = "import sys, console.history.history as h; print({'numpy', 'zstandard'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_a_broker_that_comes_and_goes_while_the_disk_is_full_loses_no_reading(
    disk: Path, expected_log: Callable[..., None]
) -> None:
    expected_log("The history cannot be written")
    with small_disk(disk / "coming", "4m") as small, open_history(small.folder) as history:
        give(history, each_second(10))
        small.fill()
        for turn in range(1, 20):
            history.listening(False, START + 100 * turn - 50)
            history.listening(True, START + 100 * turn)
            history.append(each_second(10, START + 100 * turn))
        assert until(lambda: history.statistics.trouble)
        small.free()
        assert until(lambda: not history.statistics.trouble)
        assert history.flush()
        window = history.window(TAG, START, START + 2000)

    assert len(window) == 200
    assert len(window.gaps) >= 19
