"""The watched folder: a file that appears there and has stopped growing is taken with a mapping that was kept. Main
thread; the folder itself is looked at on a thread of its own, because it may be far away.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from console.app.exchangeinbox import Inbox
from console.app.queries.exchange import still_open
from console.app.queries.orders import orders_to_compare
from console.app.queries.products import exchange_maps
from console.app.tableread import Table, TableUnread, read_table
from console.app.worker import Worker
from console.domain.commands import CONSOLE
from console.domain.errors import Refusal
from console.domain.events import ExchangeChanged
from console.domain.exchange import ColumnMap, Compared, Read, Truth, checked_map, compared, read_rows
from console.domain.exchange_reports import Decided, FolderReport, FolderState, OpenDifference

if TYPE_CHECKING:
    from console.app.console import Console
    from console.app.exchangetaking import Taken

log = logging.getLogger(__name__)
ENDING = 3.0  # seconds
SHOWN = 50  # reports
AGAIN = 30.0  # seconds until a folder that is away is looked at again
Take = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class _Look:
    """What a look at the folder found, on its thread."""

    waiting: tuple[str, ...]
    reports: tuple[tuple[str, FolderReport], ...]
    taken: Path | None = None
    read: Read | None = None
    table: Table | None = None
    refusal: Refusal | None = None  # of the file that was taken
    held: str = ""  # a file that another program holds


class FolderWatch:
    """One for each console; does nothing without a folder."""

    def __init__(
        self,
        console: Console,
        folder: Path | None,
        mapping: str,
        every: float,
        take: Take,
        chinese: bool = False,
    ) -> None:
        self.mapping, self.every = mapping, every
        self.state = FolderState(str(folder or ""), "opening" if folder else "off")
        self._console, self._take = console, take
        self._inbox = Inbox(folder, console.office.console, chinese) if folder is not None else None
        self._worker: Worker | None = None
        self._busy, self._at = False, 0.0
        self._map: ColumnMap | None = None
        self._reports: dict[str, FolderReport] = {}

    def start(self) -> None:
        """Begin to look."""
        if self._inbox is not None and self._worker is None:
            self._worker = Worker("exchange folder")

    def beat(self, at: float) -> None:
        """One beat of the console; `at` is monotonic."""
        if self._worker is not None and not self._busy and at >= self._at:
            self._busy, self._at = True, at + (AGAIN if self.state.code == "folder_away" else self.every)
            self._console.office.ask(exchange_maps, self._with_maps, self._no_records)

    def look_now(self) -> None:
        """Look at the next beat."""
        self._at = 0.0

    def close(self, wait: float = ENDING) -> None:
        """Take no more, waiting so many seconds for a folder that is far away; what was begun is finished later."""
        if self._worker is not None:
            self._worker.close(wait)
            self._worker = None

    def settle(
        self,
        chosen: Sequence[OpenDifference],
        took: bool,
        done: Callable[[int], None],
        failed: Callable[[Refusal], None],
    ) -> None:
        """Decide open differences: take the file's word, or keep ours. `done` hears of how many the word was taken."""
        who, at = self._console.office.who(), self._now()

        def note(part: Sequence[OpenDifference], taken: Taken | None = None) -> None:
            if taken is not None and taken.refusal is not None:
                failed(taken.refusal)
                return
            each = [one.difference for one in part]
            told = [Decided(one.number, one.field.value, one.theirs, took, who, at) for one in each]
            self._note(part, told, lambda: done(len(taken.changed) if taken else 0), failed)

        if not took:
            note(chosen)
            return
        for source in dict.fromkeys(one.source for one in chosen):
            part = [one for one in chosen if one.source == source]
            changes = [replace(one.difference, truth=Truth.FILE) for one in part]
            self._take(source, (), changes, lambda done, of: None, partial(note, part))

    # Looking

    def _with_maps(self, maps: Iterable[Any]) -> None:
        mapping = next((kept.value for kept in maps if kept.value.name == self.mapping), None)
        if self._worker is None:
            return
        plant = self._console.floor.plant
        lines, zone = [line.id for line in plant.lines()], ZoneInfo(plant.timezone or "UTC")
        self._map = mapping
        self._worker.hand(lambda: self._look(mapping, lines, zone))

    def _no_records(self, refusal: Refusal) -> None:
        self._is("records", refusal.detail)
        self._busy = False

    def _look(self, mapping: ColumnMap | None, lines: list[str], zone: ZoneInfo) -> None:
        """On the thread."""
        assert self._inbox is not None
        try:
            found = self._looked(self._inbox, mapping, lines, zone)
        except OSError as error:
            detail = f"{self._inbox.folder}: {error.strerror or error}"
            self._console.mailbox.call(lambda: self._away(detail))
        except Exception as error:
            words = f"{self._inbox.folder}: {error}"
            self._console.mailbox.call(lambda: self._stuck(words))
        else:
            self._console.mailbox.call(lambda: self._heard(found, mapping))

    @staticmethod
    def _looked(inbox: Inbox, mapping: ColumnMap | None, lines: list[str], zone: ZoneInfo) -> _Look:
        there = inbox.look()
        reports = tuple(inbox.reports())
        if mapping is None:
            return _Look((*there.whole, *there.waiting), reports)
        taken, held = inbox.left_over(), ""
        for name in there.whole:
            if taken is not None:
                break
            try:
                taken = inbox.claim(name)
            except PermissionError:
                held = name
        waiting = tuple(name for name in (*there.whole, *there.waiting) if taken is None or name != taken.name)
        if taken is None:
            return _Look(waiting, reports, held=held)
        try:
            table = read_table(taken)
            used = replace(mapping, comma=False) if table.sheet else mapping
            read = read_rows(table.rows, checked_map(used, table.columns), lines, zone, table.first)
        except Refusal as refusal:
            return _Look(waiting, reports, taken, refusal=refusal, held=held)
        except Exception as error:  # those after it must not wait for ever
            log.info("%r cannot be judged: %r", taken.name, error)
            return _Look(waiting, reports, taken, refusal=TableUnread(str(error), file=taken.name), held=held)
        return _Look(waiting, reports, taken, read, table, held=held)

    def _away(self, detail: str) -> None:
        self._is("folder_away", detail)
        self._busy = False

    # Taking

    def _heard(self, found: _Look, mapping: ColumnMap | None) -> None:
        if self._worker is None:  # another watch has it by now
            return
        self._known(found)
        if found.taken is None or mapping is None:
            self._rest(found, mapping)
            return
        report = FolderReport(found.taken.name, self._now(), self._console.title, mapping.name)
        if found.refusal is not None or found.read is None:
            refusal = found.refusal or Refusal("")
            self._finish(found, replace(report, refused=refusal.code, why=refusal.detail))
            return
        read = found.read
        query = orders_to_compare(mapping.name, [draft.number for draft in read.drafts])

        def judge(desk: Any) -> tuple[Compared, dict[str, str]]:
            known = query(desk)
            return compared(read.drafts, known, mapping), {order.id: order.number for order in known}

        def go(judged: tuple[Compared, dict[str, str]]) -> None:
            sides, numbers = judged
            told = replace(
                report,
                rows=read.rows,
                same=sides.same,
                kept=len(sides.kept),
                errors=read.errors,
                open=sides.questions,
                gone=tuple(numbers[id] for id in sides.gone),
            )

            def over(taken: Taken) -> None:
                if taken.refusal is not None or taken.left:  # tried again: twice the same changes nothing
                    self._is("records", taken.refusal.detail if taken.refusal else "")
                    self._busy = False
                    return
                self._finish(found, replace(told, new=len(taken.new), changed=len(taken.changed)))

            self._take(mapping.name, sides.new, sides.changes, lambda done, of: None, over, CONSOLE)

        self._console.office.ask(judge, go, self._no_records)

    def _finish(self, found: _Look, report: FolderReport) -> None:
        def work() -> None:
            assert self._inbox is not None
            assert found.taken is not None
            try:
                self._inbox.finish(found.taken, report, found.table)
                reports = tuple(self._inbox.reports())
            except Exception as error:
                detail = f"{report.file}: {getattr(error, 'strerror', None) or error}"
                self._console.mailbox.call(lambda: self._stuck(detail))
            else:
                told = replace(found, reports=reports, taken=None)
                self._console.mailbox.call(lambda: self._finished(told))

        if self._worker is not None:
            self._worker.hand(work)

    def _finished(self, found: _Look) -> None:
        self._known(found)
        self._rest(found, self._map)
        if found.waiting:
            self.look_now()

    def _stuck(self, detail: str) -> None:
        self._is("stuck", detail)
        self._busy = False

    # Knowing

    def _known(self, found: _Look) -> None:
        self._reports = dict(found.reports)

    def _rest(self, found: _Look, mapping: ColumnMap | None, over: bool = True) -> None:
        """Which differences still wait? `over`: there is nothing more to take now."""
        code = "no_map" if mapping is None else "half" if found.held else "good"
        refused = {
            (one.number, one.field, one.theirs) for r in self._reports.values() for one in r.decided if not one.took
        }
        waits: dict[tuple[str, str], OpenDifference] = {}
        for name, report in self._reports.items():  # the newest first: what it says of a field is what is asked
            for each in report.open:
                if (each.number, each.field.value, each.theirs) not in refused:
                    waits.setdefault((each.order, each.field), OpenDifference(name, report.file, report.source, each))

        def known(open: tuple[OpenDifference, ...]) -> None:
            reports = tuple(self._reports.values())[:SHOWN]
            detail = self.mapping if code == "no_map" else found.held
            state = replace(self.state, waiting=found.waiting, reports=reports, open=open, looked=self._now())
            self._busy = self._busy and not over
            self._is(code, detail, state)

        self._console.office.ask(still_open(tuple(waits.values())), known, self._no_records)

    def _note(
        self,
        chosen: Sequence[OpenDifference],
        told: Sequence[Decided],
        done: Callable[[], None],
        failed: Callable[[Refusal], None],
    ) -> None:
        def work() -> None:
            assert self._inbox is not None
            try:
                self._inbox.settle(chosen, told)
                reports = tuple(self._inbox.reports())
            except (OSError, ValueError) as error:
                refusal = Refusal(f"{self._inbox.folder}: {error}")
                self._console.mailbox.call(lambda: failed(refusal))
                return
            self._console.mailbox.call(lambda: settled(reports))

        def settled(reports: tuple[tuple[str, FolderReport], ...]) -> None:
            self._reports = dict(reports)
            self._rest(_Look(self.state.waiting, reports), self._map, over=False)  # a file may be on its way
            done()

        if self._worker is not None:
            self._worker.hand(work)

    def _is(self, code: str, detail: str = "", state: FolderState | None = None) -> None:
        before, now = self.state, state or self.state
        since = before.since if (before.code, before.detail) == (code, detail) else self._now()
        self.state = replace(now, code=code, detail=detail, since=since)
        if replace(self.state, looked=None) != replace(before, looked=None):
            self._console.bus.publish(ExchangeChanged())

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._console.now(), UTC)
