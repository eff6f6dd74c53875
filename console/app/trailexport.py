"""Lines of the trail as a file for a spreadsheet, written on a thread of its own."""

from __future__ import annotations

import csv
import json
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from console.app.mailbox import Mailbox
from console.app.office import RecordOffice
from console.app.queries.trail import ChangeShown, LineShown, Wanted, how_many, lines_shown
from console.domain.errors import Refusal
from console.domain.spreadsheet import guarded
from console.records.wholefile import half_of

if TYPE_CHECKING:
    from console.records.local import LocalRecords

AT_ONCE = 200
COLUMNS = 11


@dataclass(frozen=True, slots=True)
class Headings:
    """The words of the file, in the language of the screen."""

    columns: tuple[str, ...]  # COLUMNS of them
    commands: Mapping[str, str] = field(default_factory=dict)
    verdicts: Mapping[str, str] = field(default_factory=dict)
    unreadable: str = "?"
    zone: tzinfo | None = None


class _Stopped(Exception):
    """Somebody does not want it any more."""


class TrailExport:
    """One file at a time. Main thread; `told` hears the share that is done, `ended` the number of lines or why not."""

    def __init__(self, office: RecordOffice, mailbox: Mailbox) -> None:
        self._office, self._mailbox = office, mailbox
        self._stop = threading.Event()
        self.running = False

    def start(
        self,
        path: Path,
        wanted: Wanted,
        words: Headings,
        told: Callable[[float], None],
        ended: Callable[[int | Refusal | None], None],
    ) -> None:
        """Write the lines that fit, the oldest last; `ended` gets None when it was stopped."""
        self.running = True
        self._stop.clear()

        def work(local: LocalRecords) -> None:
            outcome: int | Refusal | None
            try:
                outcome = self._write(local, path, wanted, words, told)
            except Exception as error:
                from console.records.faults import refusal_of

                outcome = refusal_of(error, path) or Refusal(str(error))
            self._mailbox.call(lambda: self._done(outcome, ended))

        def begin(local: LocalRecords) -> None:
            threading.Thread(target=work, args=(local,), name="trail export", daemon=True).start()

        self._office.run(lambda local: local, begin, lambda refusal: self._done(refusal, ended))

    def stop(self) -> None:
        """End it; nothing is left of the file."""
        self._stop.set()

    def _done(self, outcome: int | Refusal | None, ended: Callable[[int | Refusal | None], None]) -> None:
        self.running = False
        ended(outcome)

    def _write(
        self, local: LocalRecords, path: Path, wanted: Wanted, words: Headings, told: Callable[[float], None]
    ) -> int | None:
        total = how_many(wanted)(local)
        with suppress(_Stopped), half_of(path) as half:
            with half.open("w", encoding="utf-8-sig", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(words.columns)
                written, before = 0, 0
                while not self._stop.is_set():
                    with local.reading() as db:
                        lines = lines_shown(db, wanted, before, AT_ONCE)
                    writer.writerows([guarded(cell) for cell in row_of(line, words)] for line in lines)
                    written, before = written + len(lines), lines[-1].seq if lines else 0
                    share = min(1.0, written / max(1, total))
                    self._mailbox.call(lambda share=share: told(share))  # type: ignore[misc]
                    if len(lines) < AT_ONCE:
                        break
            if self._stop.is_set():
                raise _Stopped
            return written
        return None


def row_of(shown: LineShown, words: Headings) -> list[str]:
    """The cells of a line."""
    line = shown.line
    if line is None:
        return [str(shown.seq), *[""] * (COLUMNS - 2), words.unreadable]
    touched = "; ".join(f"{change.kind} {change.label or change.id}" for change in shown.changes)
    note = json.dumps(line.note, ensure_ascii=False) if line.note else ""
    return [
        str(shown.seq),
        line.at.astimezone(words.zone).strftime("%Y-%m-%d %H:%M:%S"),
        line.written.astimezone(words.zone).strftime("%Y-%m-%d %H:%M:%S"),
        shown.name or line.who,
        line.console,
        words.commands.get(line.command, line.command),
        touched,
        "; ".join(told for change in shown.changes for told in _fields(change)),
        json.dumps(dict(shown.payload), ensure_ascii=False) if shown.payload else "",
        words.verdicts.get(line.verdict.value, line.verdict.value),
        note or line.hash,
    ]


def _fields(change: ChangeShown) -> list[str]:
    return [f"{one.name}: {_text(one.before)} -> {_text(one.after)}" for one in change.fields]


def _text(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
