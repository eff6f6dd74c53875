"""Exchange of orders: a source is read, tried out against what is known, and taken over in slices. Main thread; files
and databases are read on a thread of its own.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo

from console.app.exchangefolder import FolderWatch
from console.app.exchangesource import ExchangeOptions, Kind, Source, view_address
from console.app.exchangetaking import Progress, Taken, Taking
from console.app.queries.orders import orders_to_compare
from console.app.remembering import book_for
from console.app.settingsbook import SettingPinned, SettingsBook
from console.app.tableread import Table, read_table, table_in
from console.app.worker import Worker
from console.domain.backups import Cancelled
from console.domain.errors import Refusal
from console.domain.events import ExchangeChanged
from console.domain.exchange import (
    ColumnMap,
    Compared,
    Difference,
    Draft,
    Read,
    checked_map,
    compared,
    read_rows,
)
from console.domain.orders import WorkOrder

if TYPE_CHECKING:
    from console.app.console import Console
    from console.records.sqlview import ViewReader

R = TypeVar("R")
TELL_EVERY = 0.1  # seconds between two tellings of progress
LOOK_AT = 250  # rows between two looks whether to stop
ENDING = 3.0  # seconds


@dataclass(frozen=True, slots=True)
class Loaded:
    """A source that was read."""

    source: Source
    table: Table

    @property
    def typed(self) -> bool:
        """Whether numbers come as numbers, so that nobody needs to say what stands before decimals."""
        return self.source.kind is Kind.VIEW or bool(self.table.sheet)


@dataclass(frozen=True, slots=True)
class Trial:
    """What taking a source over would do; nothing was changed."""

    loaded: Loaded
    mapping: ColumnMap
    read: Read
    compared: Compared
    orders: dict[str, WorkOrder]  # by id, those that it was held against


class Looking:
    """Something that is read or tried out; it can be stopped."""

    def __init__(self) -> None:
        self.stopped = threading.Event()
        self.cut: Callable[[], None] = lambda: None  # what is waited for now

    def stop(self) -> None:
        """Its `failed` hears Cancelled."""
        self.stopped.set()
        self.cut()


class Exchange:
    """One for each console."""

    def __init__(self, console: Console, options: ExchangeOptions | None = None) -> None:
        self._console = console
        self.options = options or ExchangeOptions()
        self._worker = Worker("exchange")
        self._reader: ViewReader | None = None
        self._takings: list[Taking] = []
        self._closed = False
        self._watch()

    # What is asked for

    @property
    def lines(self) -> dict[str, str]:
        """Names of the plant's lines by id; none while there is no plant."""
        return {line.id: line.name for line in self._console.floor.plant.lines()}

    @property
    def _book(self) -> SettingsBook:
        return book_for(self._console)

    @property
    def zone(self) -> ZoneInfo:
        """The plant's clocks."""
        return ZoneInfo(self._console.floor.plant.timezone or "UTC")

    def read(self, source: Source, done: Callable[[Loaded], None], failed: Callable[[Refusal], None]) -> Looking:
        """Read a source; TableUnread and the like, ViewAway, ViewUnfit, TooManyRows."""
        zone = self.zone
        return self._begin(lambda looking: Loaded(source, self._table(source, zone, looking)), done, failed)

    def try_out(
        self,
        loaded: Loaded,
        mapping: ColumnMap,
        done: Callable[[Trial], None],
        failed: Callable[[Refusal], None],
        told: Progress = lambda done, of: None,
    ) -> Looking:
        """What taking it over would do; MappingUnfit. Nothing is changed."""
        lines, zone = list(self.lines), self.zone
        looking = Looking()

        def read(_: Looking) -> Read:
            rows = self._counted(loaded.table.rows, looking, told)
            used = replace(mapping, comma=False) if loaded.typed else mapping
            return read_rows(rows, checked_map(used, loaded.table.columns), lines, zone, loaded.table.first)

        def compare(read: Read) -> None:
            query = orders_to_compare(mapping.name, [draft.number for draft in read.drafts])

            def judged(desk: Any) -> Trial:
                known = query(desk)
                return Trial(
                    loaded, mapping, read, compared(read.drafts, known, mapping), {order.id: order for order in known}
                )

            self._console.office.ask(judged, done, failed)

        return self._begin(read, compare, failed, looking)

    def take(
        self,
        source: str,
        drafts: Sequence[Draft],
        changes: Sequence[Difference],
        told: Progress,
        ended: Callable[[Taken], None],
        who: str | None = None,
    ) -> Taking:
        """Take drafts and changes over; a second time does nothing."""

        def over(taken: Taken) -> None:
            self._takings.remove(taking)
            ended(taken)

        taking = Taking(self._console.office, source, drafts, changes, told, over, who)
        self._takings.append(taking)
        taking.begin()
        return taking

    def keep_view(self, source: Source) -> None:
        """Remember the other system's view for the next start, its password in the keyring. FileRefused."""
        view = {"url": source.url or None, "view": source.view or None, "password": source.password or None}
        self._book.keep({f"exchange.{name}": value for name, value in view.items()})
        self.options = replace(self.options, view=source)

    def keep_out(self, folder: Path) -> None:
        """Remember where confirmed output is written. FileRefused."""
        self._book.keep({"exchange.out": str(folder)})
        self.options = replace(self.options, out=str(folder))

    def watch(self, folder: Path | None, mapping: str) -> None:
        """Watch another folder, with a mapping that was kept under this name; None: none. FileRefused,
        SettingPinned."""
        if holder := self._book.holder("exchange.folder"):
            raise SettingPinned(f"exchange.folder is set by {holder}", name="exchange.folder", place=holder)
        told = {"exchange.folder": str(folder) if folder else None, "exchange.map": mapping or None}
        self._book.keep(told)
        self.folder.close(0.0)
        self.options = replace(self.options, folder=folder, mapping=mapping)
        self._watch()
        self.folder.start()
        self._console.bus.publish(ExchangeChanged())

    def _watch(self) -> None:
        told, console = self.options, self._console
        self.folder = FolderWatch(console, told.folder, told.mapping, told.every, self.take, told.chinese)
        console.health.exchange = (lambda: self.folder.state) if told.folder is not None else None

    def run(self, job: Callable[[], R], done: Callable[[R], None], failed: Callable[[Refusal], None]) -> Looking:
        """Do something slow with files on the exchange's thread."""
        return self._begin(lambda _: job(), done, failed)

    # Life

    def start(self) -> None:
        """Begin to watch the folder, where there is one."""
        self.folder.start()

    def beat(self) -> None:
        """One beat of the console."""
        self.folder.beat(time.monotonic())

    def close(self) -> None:
        """Take no more."""
        self._closed = True
        for taking in list(self._takings):
            taking.stop()
        self.folder.close()
        if self._reader is not None:
            self._reader.cut()
        self._worker.close(ENDING)

    # On the thread

    def _table(self, source: Source, zone: ZoneInfo, looking: Looking) -> Table:
        if source.kind is Kind.PASTED:
            return table_in(source.text.encode(), source.name)
        if source.kind is Kind.FILE:
            return read_table(source.path or Path(), source.sheet)
        from console.records.sqlview import ViewReader

        self._reader = reader = ViewReader(view_address(source))
        looking.cut = reader.cut
        try:
            if looking.stopped.is_set():
                raise Cancelled
            columns, rows = reader.read(source.view, zone)
        finally:
            self._reader = None
        return Table(columns, tuple(rows))

    def _counted(self, rows: Sequence[dict[str, str]], looking: Looking, told: Progress) -> Iterable[dict[str, str]]:
        said = 0.0
        for i, row in enumerate(rows):
            if i % LOOK_AT == 0:
                if looking.stopped.is_set() or self._closed:
                    raise Cancelled
                if time.monotonic() - said >= TELL_EVERY:
                    said = time.monotonic()
                    self._console.mailbox.call(lambda i=i: told(i, len(rows)))  # type: ignore[misc]
            yield row

    def _begin(
        self,
        job: Callable[[Looking], R],
        done: Callable[[R], None],
        failed: Callable[[Refusal], None],
        looking: Looking | None = None,
    ) -> Looking:
        at = looking or Looking()

        def over(refusal: Refusal | None, result: Any) -> None:
            if at.stopped.is_set():
                refusal = Cancelled()
            if refusal is not None:
                failed(refusal)
            else:
                done(result)

        def work() -> None:
            refusal, result = None, None
            try:
                result = job(at)
            except Refusal as error:
                refusal = error
            except Exception as error:
                from console.records.faults import refusal_of

                refusal = refusal_of(error) or Refusal(str(error))
            self._console.mailbox.call(lambda: over(refusal, result))

        self._worker.hand(work)
        return at
