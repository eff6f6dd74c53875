"""A watched folder on the disk: which file is whole, who takes it, where it goes, what is written beside it.

Nothing here is for the main thread: the folder may be far away. One console of several takes a file: it renames it into
a folder of its own, which only one can do.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from console.app.exchangewords import HEADS, KINDS, WRONG, words
from console.app.tablefile import write_table
from console.app.tableread import Table
from console.domain.exchange import Difference, RowError, value_of
from console.domain.exchange_reports import Decided, FolderReport, OpenDifference
from console.records.wholefile import write_whole

log = logging.getLogger(__name__)
TAKING, DONE, REFUSED = "taking", "done", "refused"
ENDINGS = (".csv", ".txt", ".tsv", ".xlsx")
HALF = (".", "~$")  # how names begin that other programs write to just now
SETTLE = 2.0  # seconds for which a file must have been as it is
LEFT_ALONE = 3600.0  # seconds after which a file that another console took and never finished is put back
REPORT = ".report.json"
REPORTS_MOST = 2000  # that are looked through
NAMES_MOST = 50  # files of one name that are counted; later ones have the time in their name
NAME_LONG = 180  # bytes of a name: what is written beside it has a longer one


@dataclass(frozen=True, slots=True)
class Found:
    """What lies in the folder."""

    whole: tuple[str, ...]  # have stopped growing
    waiting: tuple[str, ...]  # grow, or are empty yet


class Inbox:
    """One folder, seen by one console; OSError where the disk or the network does not answer."""

    def __init__(self, folder: Path, console: str, chinese: bool = False, settle: float = SETTLE) -> None:
        self.folder, self._console, self._chinese, self._settle = folder, console, chinese, settle
        self._seen: dict[str, tuple[tuple[int, int], float]] = {}  # size and time of a file, and since when so
        self._read: dict[Path, tuple[int, FolderReport]] = {}
        self._others: set[Path] = set()  # files that other consoles had at the last look

    @property
    def mine(self) -> Path:
        """Where the files lie that this console took."""
        return self.folder / TAKING / self._console

    def look(self) -> Found:
        """What is there; a file is whole when it has been as it is for a moment, and is not empty."""
        now: dict[str, tuple[tuple[int, int], float]] = {}
        at = time.monotonic()
        with os.scandir(self.folder) as entries:
            for entry in entries:
                if entry.name.startswith(HALF) or not entry.name.lower().endswith(ENDINGS):
                    continue
                with suppress(FileNotFoundError):  # another console was first
                    if entry.is_file(follow_symlinks=False):  # a link could lead to what is not for everybody here
                        about = entry.stat()
                        is_now = (about.st_size, about.st_mtime_ns)
                        was, since = self._seen.get(entry.name, (is_now, at))
                        now[entry.name] = (is_now, since if was == is_now else at)
        self._seen = now
        whole = {name for name, (about, since) in now.items() if about[0] and at - since >= self._settle}
        return Found(tuple(sorted(whole)), tuple(sorted(now.keys() - whole)))

    def left_over(self) -> Path | None:
        """A file that this console took and did not finish before it ended; others' are put back after an hour."""
        before, self._others = self._others, set()
        for folder in self._folders(self.folder / TAKING):
            for path in self._files(folder):
                if folder == self.mine:
                    return path
                self._others.add(path)  # one that is taken at this moment has its writer's time still
                with suppress(FileNotFoundError):
                    if path in before and time.time() - path.stat().st_mtime > LEFT_ALONE:
                        path.rename(self._free(self.folder / path.name))
        return None

    def claim(self, name: str) -> Path | None:
        """Take a file; None: another console was first. PermissionError where another program holds it."""
        self.mine.mkdir(parents=True, exist_ok=True)
        target = self._free(self.mine / _short(name))
        try:
            os.rename(self.folder / name, target)
        except FileNotFoundError:
            return None
        self._seen.pop(name, None)
        with suppress(OSError):
            os.utime(target)
        return target

    def finish(self, path: Path, report: FolderReport, table: Table | None) -> FolderReport:
        """Put a file where it belongs, with its report beside it; refused rows go into a file of their own."""
        where = self.folder / (REFUSED if report.refused else DONE)
        where.mkdir(parents=True, exist_ok=True)
        target = self._free(where / _short(path.name))
        named = replace(report, file=target.name.encode(errors="replace").decode())
        beside = [where / (target.name + REPORT), where / (target.name + ".report.csv")]
        self._write(beside[0], named)
        self._tell(beside[1], named)
        if table is not None and named.errors:
            refused = self.folder / REFUSED
            refused.mkdir(parents=True, exist_ok=True)
            why = words(KINDS["refused"], self._chinese)
            beside.append(self._free(refused / f"{Path(_short(path.name)).stem}-rows.csv"))
            write_table(beside[-1], refused_rows(table, named.errors, why, self.said))
        try:
            os.rename(path, target)
        except OSError:
            for one in beside:  # it is tried again, and has one report then
                one.unlink(missing_ok=True)
            raise
        return named

    def said(self, error: RowError) -> str:
        """Why a cell was refused, in words."""
        return f"{error.column}: {words(WRONG[error.wrong], self._chinese)}"

    # Reports

    def reports(self) -> list[tuple[str, FolderReport]]:
        """The last reports with the names of their files, newest first."""
        found: list[tuple[int, Path]] = []
        for where in (DONE, REFUSED):
            with suppress(FileNotFoundError), os.scandir(self.folder / where) as entries:
                for one in entries:
                    if one.name.endswith(REPORT):
                        found.append((one.stat().st_mtime_ns, Path(one.path)))
        newest = sorted(found, key=lambda one: one[0], reverse=True)[:REPORTS_MOST]
        kept = {path: self._kept(path, at) for at, path in newest}
        self._read = {path: told for path, told in kept.items() if told is not None}
        told = [(str(path.relative_to(self.folder)), one[1]) for path, one in self._read.items()]
        return sorted(told, key=lambda one: one[1].at, reverse=True)

    def settle(self, settled: Iterable[OpenDifference], decided: Sequence[Decided]) -> None:
        """Differences were decided: their reports say so from now on."""
        by_report: dict[str, set[tuple[str, str]]] = {}
        for one in settled:
            by_report.setdefault(one.report, set()).add((one.difference.order, one.difference.field.value))
        for name, gone in by_report.items():
            path = self.folder / name
            told = _read_report(path)
            numbers = {(one.number, one.field.value) for one in told.open if _key(one) in gone}
            left = tuple(one for one in told.open if _key(one) not in gone)
            ours = tuple(one for one in decided if (one.number, one.field) in numbers)
            self._write(path, replace(told, open=left, decided=told.decided + ours))

    def _kept(self, path: Path, at: int) -> tuple[int, FolderReport] | None:
        before = self._read.get(path)
        if before is not None and before[0] == at:
            return before
        try:
            return at, _read_report(path)
        except (OSError, ValueError) as error:
            log.info("%s cannot be read: %s", path.name, error)
            return None

    @staticmethod
    def _write(path: Path, report: FolderReport) -> None:
        import msgspec

        write_whole(path, msgspec.json.format(msgspec.json.encode(report), indent=1))

    def _tell(self, path: Path, report: FolderReport) -> None:
        say = self._chinese
        rows: list[list[str]] = [[words(pair, say) for pair in HEADS]]
        if report.refused:
            rows.append(["", "", report.file, report.why or report.refused])
        rows += [[str(e.row), e.column, e.value, words(WRONG[e.wrong], say)] for e in report.errors]
        for one in report.open:
            rows.append([one.number, one.field.value, one.theirs, words(KINDS["open"], say).format(ours=one.ours)])
        rows += [[number, "", "", words(KINDS["gone"], say)] for number in report.gone]
        write_table(path, rows)

    # Names

    @staticmethod
    def _free(path: Path) -> Path:
        """The same name, or with a number where a file of this name was there before."""
        found, n = path, 1
        while found.exists() or found.with_name(found.name + REPORT).exists():
            n += 1
            found = path.with_name(f"{path.stem}-{n if n <= NAMES_MOST else time.time_ns()}{path.suffix}")
        return found

    @staticmethod
    def _folders(path: Path) -> list[Path]:
        with suppress(FileNotFoundError):
            return sorted(one for one in path.iterdir() if one.is_dir())
        return []

    @staticmethod
    def _files(path: Path) -> list[Path]:
        with suppress(FileNotFoundError):
            return sorted(one for one in path.iterdir() if one.is_file())
        return []


def refused_rows(
    table: Table, errors: Sequence[RowError], why: str, said: Callable[[RowError], str]
) -> list[list[str]]:
    """Rows that were refused as they stand in the source, with a last column that says why: to be corrected and
    imported again."""
    reasons: dict[int, list[str]] = {}
    for error in errors:
        reasons.setdefault(error.row, []).append(said(error))
    columns = [column for column in table.columns if column != why]
    rows = [[*columns, why]]
    for at, told in sorted(reasons.items()):
        row = table.rows[at - table.first]
        rows.append([*(row.get(column, "") for column in columns), "; ".join(told)])
    return rows


def _short(name: str) -> str:
    """The name without the end of its stem where it is too long for what is written beside it."""
    stem, dot, ending = name.rpartition(".")
    while len(os.fsencode(name)) > NAME_LONG and stem:
        stem = stem[:-1]
        name = stem + dot + ending
    return name


def _read_report(path: Path) -> FolderReport:
    """A report with nothing in it that no report has: others can write here too. OSError, ValueError."""
    import msgspec

    told = msgspec.json.decode(path.read_bytes(), type=FolderReport)
    said = [value_of(one.field, words) for one in told.open for words in (one.ours, one.theirs)]
    if any(at.tzinfo is None for at in (told.at, *said) if isinstance(at, datetime)):
        raise ValueError("a time without a zone")
    return told


def _key(one: Difference) -> tuple[str, str]:
    return one.order, one.field.value
