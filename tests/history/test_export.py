"""What is exported is what was recorded: every number, every gap, in any zone, in files that are whole or not there."""

from __future__ import annotations

import csv
import resource
import signal
import time
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from console.app.mailbox import Mailbox
from console.app.trendexport import Export, Exported, ExportPen, ExportWords, Kind, TrendExport
from console.app.trends import Trends
from console.domain.errors import Refusal
from console.domain.readings import Quality, Reading, Role, Signal
from console.history import exportfiles
from console.history.facts import State, Window
from console.history.history import History
from tests.history.readings import START, STATE, TAG, each_second, give, open_history, reading

WORDS = ExportWords(
    ("Time", "Offset", "UTC"),
    ("Signal", "Value", "Unit", "Quality"),
    ("least", "greatest"),
    ("good", "uncertain", "bad", "unknown", "last known", "no data"),
)
TEMPERATURE, MODE = ExportPen(TAG.id, "Temperature", "°C"), ExportPen(STATE.id, "State", text=True)
EVIL = Signal("L1/30", Role.TAG, "=cmd|' /C calc'!A0", "=1+1")


class Exporting:
    """An export beside a history, with a main thread that looks after its mailbox."""

    def __init__(self, history: History) -> None:
        self.mailbox = Mailbox()
        self.trends = Trends(self.mailbox, history)
        self.export = TrendExport(self.trends, self.mailbox)
        self.shares: list[float] = []

    def run(self, path: Path, export: Export, stop_at: float = 2.0) -> Exported | Refusal:
        """Do it to the end, or until the share is reached."""
        came: list[Exported | Refusal] = []

        def told(share: float) -> None:
            self.shares.append(share)
            if share >= stop_at:
                self.export.stop()

        self.export.start(path, export, told, came.append)
        until = time.monotonic() + 60
        while not came and time.monotonic() < until:
            self.mailbox.run_errands()
            time.sleep(0.002)
        return came[0]

    def close(self) -> None:
        """End both threads."""
        self.export.close()
        self.trends.close()


@pytest.fixture
def recorded(tmp_path: Path) -> Iterator[tuple[History, Exporting]]:
    """An empty history and what exports from it."""
    (tmp_path / "history").mkdir()
    with open_history(tmp_path / "history", most_waiting=10**9) as history:
        history.listening(True, START - 10)
        exporting = Exporting(history)
        yield history, exporting
        exporting.close()


def table(path: Path) -> list[list[str]]:
    """The rows of a CSV file, with the headings."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def sheets(path: Path) -> list[list[list[Any]]]:
    """The rows of each sheet of a workbook; text and numbers."""
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    found = []
    with zipfile.ZipFile(path) as book:
        names = sorted(name for name in book.namelist() if name.startswith("xl/worksheets/sheet"))
        for name in sorted(names, key=lambda one: int("".join(filter(str.isdigit, one)))):
            rows = []
            for row in ElementTree.fromstring(book.read(name)).iter(f"{space}row"):
                cells: list[Any] = []
                for cell in row.iter(f"{space}c"):
                    column = ord(str(cell.get("r"))[0]) - ord("A")
                    cells += [None] * (column - len(cells))
                    value = cell.find(f"{space}v")
                    text = "".join(part.text or "" for part in cell.iter(f"{space}t"))
                    cells.append(float(str(value.text)) if value is not None else text)
                rows.append(cells)
            found.append(rows)
    return found


def raw(*pens: ExportPen, until: float = 600.0, **more: Any) -> Export:
    return Export(pens, START, START + until, more.pop("kind", Kind.CSV), WORDS, **more)


def test_every_sample_is_exported_as_it_was_recorded(recorded: tuple[History, Exporting], tmp_path: Path) -> None:
    history, exporting = recorded
    told = each_second(500, value=lambda i: 20 + i / 7)
    give(history, told)

    outcome = exporting.run(tmp_path / "a.csv", raw(TEMPERATURE))

    assert outcome == Exported(tmp_path / "a.csv", 501)  # and where nothing came any more
    rows = table(tmp_path / "a.csv")
    assert rows[0] == ["Time", "Offset", "UTC", "Signal", "Value", "Unit", "Quality"]
    assert [float(row[4]) for row in rows[1:501]] == [one.value for one in told]
    utc = [datetime.fromisoformat(row[2]).timestamp() for row in rows[1:501]]
    assert utc == [one.source_time for one in told]
    assert {tuple(row[5:]) for row in rows[1:501]} == {("°C", "good")}
    assert rows[501][3:] == [TAG.id, "", "°C", "no data"]


def test_local_time_carries_its_offset_on_both_sides_of_a_clock_change(
    recorded: tuple[History, Exporting], tmp_path: Path
) -> None:
    history, exporting = recorded
    change = datetime(2026, 10, 25, 1, 0, tzinfo=UTC).timestamp()  # Berlin goes back from 03:00 to 02:00
    give(history, [reading(1.5, change - 1), reading(2.5, change + 1)])
    export = Export((TEMPERATURE,), change - 5, change + 5, Kind.CSV, WORDS, zone="Europe/Berlin")

    exporting.run(tmp_path / "a.csv", export)

    found = [row[:3] for row in table(tmp_path / "a.csv")[1:] if row[4]]
    assert found == [
        ["2026-10-25 02:59:59.000000", "UTC+02:00", "2026-10-25T00:59:59.000000Z"],
        ["2026-10-25 02:00:01.000000", "UTC+01:00", "2026-10-25T01:00:01.000000Z"],
    ]
    back = [
        datetime.fromisoformat(row[0]).replace(tzinfo=ZoneInfo(row[1].replace("UTC", "Etc/GMT").replace("+0", "-")[:9]))
        for row in found
    ]
    assert [one.timestamp() for one in back] == [change - 1, change + 1]


def test_a_gap_is_one_row_without_a_value(recorded: tuple[History, Exporting], tmp_path: Path) -> None:
    """One that slices of time cut into pieces too."""
    history, exporting = recorded
    give(history, each_second(200) + each_second(200, start=START + 7000))

    exporting.run(tmp_path / "a.csv", raw(TEMPERATURE, until=7200))

    rows = table(tmp_path / "a.csv")[1:]
    empty = [i for i, row in enumerate(rows) if row[6] == "no data"]
    assert empty == [200]
    assert rows[200][2] == rows[199][2]  # from the last sample on
    assert len(rows) == 401


def test_bad_values_words_and_formulas_are_told_as_what_they_are(
    recorded: tuple[History, Exporting], tmp_path: Path
) -> None:
    history, exporting = recorded
    give(
        history,
        [
            reading(5, START + 1, quality=Quality.BAD),
            reading(True, START + 2, quality=Quality.UNCERTAIN),
            reading(float("inf"), START + 3),
            reading("=HYPERLINK(A1)", START + 4),
            reading(-2.5, START + 5, EVIL),
        ],
    )

    exporting.run(tmp_path / "a.csv", raw(TEMPERATURE, ExportPen(EVIL.id, "=evil", EVIL.unit)))

    rows = [row[3:] for row in table(tmp_path / "a.csv")[1:] if row[6] != "no data"]
    assert [row[1] for row in rows] == ["5", "1", "inf", "'=HYPERLINK(A1)", "-2.5"]
    assert [row[3] for row in rows[:3]] == ["bad", "uncertain", "good"]
    assert rows[4][0] == EVIL.id  # begins with its place, so nothing runs it
    assert rows[4][2] == "'=1+1"


def test_steps_have_the_mean_and_what_still_holds_but_nothing_where_nothing_is_known(
    recorded: tuple[History, Exporting], tmp_path: Path
) -> None:
    history, exporting = recorded
    setpoint = Signal("L1/30", Role.TAG, "setpoint", "°C")
    give(history, [reading(80.0, START - 500, setpoint), reading("running", START - 5, STATE)])
    give(history, [reading("stopped", START + 65, STATE), *each_second(100), *each_second(60, START + 3000)])
    pens = (TEMPERATURE, ExportPen(setpoint.id, "Setpoint", "°C"), MODE)

    outcome = exporting.run(tmp_path / "a.csv", raw(*pens, until=3060, step=60.0, spread=True))

    assert outcome == Exported(tmp_path / "a.csv", 51)
    rows = table(tmp_path / "a.csv")
    assert rows[0][3:7] == [
        "Temperature [°C]",
        "Temperature [°C] · least",
        "Temperature [°C] · greatest",
        "Temperature · Quality",
    ]
    assert rows[1][2] == "2023-11-15T00:00:00Z"
    assert [row[3] for row in rows[1:4]] == ["29.5", "79.5", ""]
    assert rows[1][4:7] == ["0", "59", "good"]
    assert {tuple(row[3:7]) for row in rows[3:51]} == {("", "", "", "no data")}
    assert rows[51][3] == "29.5"
    assert {row[7] for row in rows[1:]} == {"80"}  # comes when it is set, and holds
    assert [row[11] for row in rows[1:4]] == ["running", "stopped", "stopped"]


def test_what_held_before_the_console_was_away_holds_no_more_after_it(
    recorded: tuple[History, Exporting], tmp_path: Path
) -> None:
    history, exporting = recorded
    give(history, [reading(80.0, START + 1)])
    history.listening(False, START + 100)
    history.listening(True, START + 200)
    give(history, [reading(81.0, START + 400)])

    exporting.run(tmp_path / "a.csv", raw(TEMPERATURE, until=480, step=60.0))

    values = [row[3] for row in table(tmp_path / "a.csv")[1:]]
    assert values == ["80", "", "", "", "", "", "81", "81"]


def test_a_workbook_says_the_same_as_the_text(recorded: tuple[History, Exporting], tmp_path: Path) -> None:
    history, exporting = recorded
    give(history, each_second(300, value=lambda i: i / 3) + [reading("=1+1", START + 10, STATE)])

    exporting.run(tmp_path / "a.csv", raw(TEMPERATURE, MODE))
    exporting.run(tmp_path / "a.xlsx", raw(TEMPERATURE, MODE, kind=Kind.EXCEL))

    (sheet,) = sheets(tmp_path / "a.xlsx")
    text = table(tmp_path / "a.csv")
    assert sheet[0] == text[0]
    assert [[str(cell or "") for cell in row[3:4] + row[5:]] for row in sheet[1:]] == [
        row[3:4] + row[5:] for row in text[1:]
    ]
    for row, told in zip(sheet[1:], text[1:], strict=True):
        seconds = (row[2] - 25_569) * 86_400
        assert abs(seconds - datetime.fromisoformat(told[2]).timestamp()) < 0.001
        value = float(told[4]) if told[4][:1].isdigit() else told[4] or None
        assert row[4] == (pytest.approx(value, rel=1e-15) if isinstance(value, float) else value)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "a.xlsx", "history"]


def test_a_workbook_has_as_many_sheets_as_it_needs(
    recorded: tuple[History, Exporting], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    history, exporting = recorded
    monkeypatch.setattr(exportfiles, "SHEET_ROWS", 101)
    give(history, each_second(250))

    exporting.run(tmp_path / "a.xlsx", raw(TEMPERATURE, until=250.0, kind=Kind.EXCEL))

    found = sheets(tmp_path / "a.xlsx")
    assert [len(sheet) for sheet in found] == [101, 101, 51]
    assert [row[4] for sheet in found for row in sheet[1:]] == [float(i) for i in range(250)]
    assert all(sheet[0][0] == "Time" for sheet in found)


@pytest.mark.parametrize("kind", Kind)
def test_stopping_leaves_nothing_and_the_file_that_was_there(
    recorded: tuple[History, Exporting], tmp_path: Path, kind: Kind
) -> None:
    history, exporting = recorded
    give(history, each_second(90_000))
    target = tmp_path / f"a.{kind}"
    target.write_text("before")

    outcome = exporting.run(target, raw(TEMPERATURE, until=90_000, kind=kind), stop_at=0.0)

    assert isinstance(outcome, Refusal)
    assert outcome.code == "cancelled"
    assert target.read_text() == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == [target.name, "history"]


@pytest.mark.parametrize("kind", Kind)
def test_a_folder_that_is_gone_or_no_folder_is_refused(
    recorded: tuple[History, Exporting], tmp_path: Path, kind: Kind
) -> None:
    history, exporting = recorded
    give(history, each_second(10))
    (tmp_path / "file").write_text("")

    codes = [exporting.run(tmp_path / folder / "a", raw(TEMPERATURE, kind=kind)) for folder in ("gone", "file")]
    taken = tmp_path / "taken"
    taken.mkdir()
    held = exporting.run(taken, raw(TEMPERATURE, kind=kind))

    assert [getattr(code, "code", code) for code in codes] == ["export_away", "export_away"]
    assert getattr(held, "code", held) == "export_not_writable"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "history", "taken"]


@pytest.mark.parametrize("kind", Kind)
def test_a_full_disk_is_said_and_nothing_is_left(
    recorded: tuple[History, Exporting], tmp_path: Path, kind: Kind
) -> None:
    """A limit on the size of files stands for the disk: both fail in the middle of a write."""
    history, exporting = recorded
    exporting.trends.past.own = Made()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    target = tmp_path / "out" / f"a.{kind}"
    target.parent.mkdir()
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
    try:
        outcome = exporting.run(target, raw(TEMPERATURE, until=20_000, kind=kind))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, ignored)

    assert getattr(outcome, "code", outcome) == "export_no_room"
    assert list(target.parent.iterdir()) == []


def test_more_rows_than_excel_is_made_for_are_refused_before_anything_is_written(
    recorded: tuple[History, Exporting], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    history, exporting = recorded
    monkeypatch.setattr("console.app.trendexport.EXCEL_MOST", 50)
    give(history, each_second(100))

    outcome = exporting.run(tmp_path / "a.xlsx", raw(TEMPERATURE, kind=Kind.EXCEL))

    assert isinstance(outcome, Refusal)
    assert (outcome.code, outcome.facts) == ("export_too_many", {"rows": 100, "most": 50})


def test_a_second_export_waits_for_nobody(recorded: tuple[History, Exporting], tmp_path: Path) -> None:
    history, exporting = recorded
    give(history, each_second(50_000))
    came: list[Any] = []

    exporting.export.start(tmp_path / "a.csv", raw(TEMPERATURE, until=50_000), lambda _: None, lambda _: None)
    exporting.export.start(tmp_path / "b.csv", raw(TEMPERATURE), lambda _: None, came.append)

    assert came[0].code == "export_busy"
    exporting.export.close()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["history"]


class Made:
    """A past that is reckoned when it is asked for: eight signals at one hertz for as long as one likes."""

    def __init__(self) -> None:
        self.most = 0

    def window(self, signal: str, start: float, end: float, points: int | None = None) -> Window:
        times = np.arange(np.ceil(start), end)
        self.most = max(self.most, len(times))
        return Window(signal, start, end, 0.0, times, np.sin(times), np.empty((0, 2)), np.zeros(len(times), np.uint8))

    def states(self, signal: str, start: float, end: float) -> list[State]:
        return []

    def signals(self) -> tuple[Signal, ...]:
        return ()

    def first(self) -> float | None:
        return None

    def last(self, signal: str, before: float | None = None) -> Reading | None:
        return None


def resident() -> float:
    """Megabytes of this process that are in memory now."""
    with open("/proc/self/status", encoding="ascii") as file:
        return next(int(line.split()[1]) / 1000 for line in file if line.startswith("VmRSS"))


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is measured as Linux tells it")
@pytest.mark.parametrize("rows", [200_000, pytest.param(2_000_000, marks=pytest.mark.soak)])
def test_many_rows_need_no_more_memory_than_some(rows: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mailbox, past = Mailbox(), Made()
    trends = Trends(mailbox, past)
    export = TrendExport(trends, mailbox)
    pens = tuple(ExportPen(f"L1/{i}/t", f"t{i}") for i in range(8))
    grown: list[float] = []
    for seconds in (rows // 160, rows // 8):
        came: list[Any] = []
        wanted = Export(pens, START, START + seconds, Kind.CSV, WORDS)
        before, most, begun = resident(), 0.0, time.monotonic()
        export.start(tmp_path / "a.csv", wanted, lambda _: None, came.append)
        while not came:
            mailbox.run_errands()
            most = max(most, resident())
            time.sleep(0.01)
        grown.append(most - before)
        took = time.monotonic() - begun
        assert came[0].rows == seconds * 8
    export.close()
    trends.close()
    with capsys.disabled():
        print(f"\n{rows} rows: {grown[1]:.0f} MB more, {rows // 20}: {grown[0]:.0f} MB more; {took:.1f} s")

    assert grown[1] < 60
    assert past.most * len(pens) <= 2 * 80_000
