"""The shift log keeps what a restart in mid-shift needs."""

import logging
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from console.domain.cells import Cell
from console.domain.ribbon import Segment
from console.domain.stations import NoData, StationState
from console.history.shiftlog import ShiftLog
from tests.paths import ROOT

RUN = Segment(StationState.RUNNING, None, 100.0, 160.0)
GONE = Segment(StationState.NO_DATA, NoData.SILENT, 160.0, 170.0, "cable")


def test_what_was_given_is_there_after_a_restart(tmp_path: Path) -> None:
    log = ShiftLog(tmp_path)
    log.add_segment("L1/10", RUN)
    log.add_segment("L1/10", GONE)
    log.add_place("L1/10", 165.0, {"good": 1})
    log.add_place("L1/10", 170.0, {"good": 7})
    log.close()

    again = ShiftLog(tmp_path)
    segments, places = again.load(since=0.0)
    again.close()

    assert segments == {"L1/10": [RUN, GONE]}
    assert places == {"L1/10": (170.0, {"good": 7})}


def test_only_segments_that_reach_into_the_asked_time_come_back(tmp_path: Path) -> None:
    log = ShiftLog(tmp_path)
    log.add_segment("L1/10", RUN)
    log.add_segment("L1/10", GONE)
    log.close()
    again = ShiftLog(tmp_path)
    segments, _ = again.load(since=165.0)
    again.close()
    assert segments == {"L1/10": [GONE]}


def test_totals_come_back_by_line_and_time(tmp_path: Path) -> None:
    log = ShiftLog(tmp_path)
    log.add_total("L1", "2026-11-20", "Day", 1000.0, {"good": 5})
    log.add_total("L1", "2026-11-20", "Day", 1000.0, {"good": 6})
    log.add_total("L2", "2026-11-20", "Day", 1000.0, {"good": 9})
    log.close()
    again = ShiftLog(tmp_path)
    rows = again.totals("L1", 0.0, 2000.0)
    again.close()
    assert rows == [{"good": 6, "shift": "Day", "start": 1000.0, "day": "2026-11-20"}]


def test_the_callback_comes_only_once_the_rows_are_on_disk(tmp_path: Path) -> None:
    log = ShiftLog(tmp_path)
    seen: list[object] = []
    done = threading.Event()

    def look() -> None:
        seen.append(log.load(0.0)[0])
        done.set()

    log.add_segment("L1/10", RUN)
    log.when_durable(look)
    assert done.wait(5)
    log.close()
    assert seen == [{"L1/10": [RUN]}]


def test_a_damaged_file_is_put_aside_and_never_deleted(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "shift.db").write_bytes(b"this is no database" * 100)
    with caplog.at_level(logging.ERROR):
        log = ShiftLog(tmp_path)
    log.add_segment("L1/10", RUN)
    log.close()
    aside = list(tmp_path.glob("shift.broken-*.db"))
    assert len(aside) == 1
    assert aside[0].read_bytes().startswith(b"this is no database")
    again = ShiftLog(tmp_path)
    assert again.load(0.0)[0] == {"L1/10": [RUN]}
    again.close()


def test_what_was_called_durable_survives_kill_minus_nine(tmp_path: Path) -> None:
    code = (
        "import sys, pathlib; from console.history.shiftlog import ShiftLog\n"
        "from console.domain.ribbon import Segment; from console.domain.stations import StationState\n"
        "log = ShiftLog(pathlib.Path(sys.argv[1])); n = 0\n"
        "while True:\n"
        "    n += 1; log.add_segment('A', Segment(StationState.RUNNING, None, float(n), float(n + 1)))\n"
        "    log.when_durable(lambda n=n: print(n, flush=True))\n"
        "    __import__('time').sleep(0.001)\n"
    )
    for _ in range(4):
        child = subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, cwd=ROOT, text=True
        )
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(0.4)
        child.kill()
        said = [int(line) for line in child.stdout.read().split("\n")[:-1] if line]
        child.wait()
        log = ShiftLog(tmp_path)
        kept = {segment.since for segment in log.load(0.0)[0]["A"]}
        log.close()
        assert said, "nothing was called durable"
        assert set(map(float, said)) <= kept


def test_segments_and_totals_older_than_the_days_to_keep_are_forgotten(tmp_path: Path) -> None:
    log = ShiftLog(tmp_path, keep_days=2.0)
    day = 86400.0
    for n in range(5):
        log.add_segment("L1/10", Segment(StationState.RUNNING, None, n * day, (n + 1) * day))
        log.add_total("L1", f"day {n}", "Day", n * day, {"good": n})
    log.close()
    again, done = ShiftLog(tmp_path, keep_days=2.0), threading.Event()
    again.when_durable(done.set)  # the first transaction of a run is the one that forgets
    assert done.wait(5)
    assert [segment.since / day for segment in again.load(-1.0)[0]["L1/10"]] == [2, 3, 4]
    assert [row["good"] for row in again.totals("L1", 0.0, 5 * day)] == [2, 3, 4]
    again.close()


def test_what_waits_for_the_disk_does_not_wait_for_ever_when_a_value_cannot_be_written(
    tmp_path: Path, expected_log: Callable[..., None]
) -> None:
    expected_log("something could not be written")
    log = ShiftLog(tmp_path)
    done = threading.Event()
    log.add_place("L1/10", 165.0, {"good": object()})
    log.when_durable(done.set)
    assert done.wait(5)
    log.close()


def test_cells_come_back_as_they_were_and_the_newest_of_each_line_with_its_base(tmp_path: Path) -> None:
    first = Cell("L1", 100.0, 160.0, "2026-03-04", "Day", 0.0, "A", "7", True, sums={"good": 3.0})
    second = Cell("L1", 160.0, 170.0, "2026-03-04", "Day", 0.0, "B", "7", True, sums={"good": 1.0})
    other = Cell("L2", 150.0, 170.0, "2026-03-04", "Day", 0.0)
    log = ShiftLog(tmp_path)
    for cell, base in ((first, {}), (second, {"good": 3.0}), (other, {})):
        log.add_cell(cell, base)
    log.close()
    again = ShiftLog(tmp_path)
    assert again.cells(0.0, 1e9) == [first, other, second]
    assert again.cells(150.0, 160.0) == [other]
    assert sorted(again.last_cells(), key=lambda pair: pair[0].line) == [(second, {"good": 3.0}), (other, {})]
    again.close()


def test_a_shift_that_was_kept_before_there_were_cells_is_one_cell(tmp_path: Path) -> None:
    log = ShiftLog(tmp_path)
    log.add_total("L1", "2026-03-03", "Day", 50.0, {"good": 9, "planned": 60.0, "losses": {"stop": 5.0}, "at": 110.0})
    log.add_total("L1", "2026-03-04", "Day", 150.0, {"good": 4, "at": 170.0})
    log.add_cell(Cell("L1", 150.0, 170.0, "2026-03-04", "Day", 150.0, sums={"good": 4.0}), {})
    log.close()
    again = ShiftLog(tmp_path)
    whole, cell = again.cells(0.0, 1e9)
    again.close()
    assert (whole.whole, whole.end, whole.sums["good"], whole.sums["loss_stop"]) == (True, 110.0, 9, 5.0)
    assert not cell.whole
