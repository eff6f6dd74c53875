"""Consoles for tests of sharing: local records without threads, beside a real shared database."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Engine, select

from console.app.handlers import handler_of
from console.domain.commands import Command, Stamp
from console.domain.desk import Desk
from console.domain.errors import Refusal
from console.domain.ids import new_id
from console.domain.sharing import Address
from console.domain.trail import TrailLine, Verdict
from console.records import outbox
from console.records.address import open_shared
from console.records.anchor import Anchor
from console.records.handshake import prepare_shared
from console.records.local import Given, LocalRecords
from console.records.merging import Merged
from console.records.shared import SharedRecords
from console.records.shelves import KINDS
from console.records.sync import Sync
from console.records.trail import lines_after
from console.records.verify import Verifier

R = TypeVar("R")
_clock = itertools.count()


def carry_out(desk: Desk, stamp: Stamp, command: Command) -> None:
    """The handler of the command, without a look at who may: what the office does on a replay."""
    handler_of(type(command))(desk, stamp, command)


def shared_engine(address: Address) -> Engine:
    """An engine for a shared database whose tables are there."""
    engine = open_shared(address)
    prepare_shared(engine)
    return engine


class Site:
    """One console: its local records, and how it shares them when told to."""

    def __init__(self, folder: Path, name: str) -> None:
        self.name = name
        self.path = folder / f"{name}.db"
        self.local = LocalRecords(self.path, carry_out)
        self.merged = Merged()
        self._engine: Engine | None = None
        self.sync: Sync | None = None
        self.shared: SharedRecords | None = None

    def do(self, command: Command, who: str = "") -> str:
        """Give a command; its id. Raises what it is refused with."""
        stamp = Stamp(new_id(), datetime.now(UTC), who or f"who-{self.name}", self.name)
        (result,) = self.local.give([Given(stamp, command)])
        if isinstance(result, Exception):
            raise result
        return stamp.id

    def join(self, address: Address) -> None:
        """Share with this database from now on."""
        self.leave()
        self._engine = shared_engine(address)
        self.shared = SharedRecords(self._engine, carry_out)
        self.sync = Sync(self.shared, lambda job: job(self.local), self.name)
        self.sync.join(str(address))

    def only_listen(self) -> None:
        """Hear what others did, and let wait what is given here."""
        assert self.shared is not None
        self.sync = Sync(self.shared, lambda job: job(self.local), self.name, reading=True)

    def leave(self) -> None:
        """Share with nobody."""
        if self._engine is not None:
            self._engine.dispose()
        self._engine = self.sync = None

    def share(self) -> Merged:
        """Step until there is nothing to do; what came of it."""
        assert self.sync is not None
        together = Merged()
        for _ in range(1000):
            step = self.sync.step()
            together.changed += step.merged.changed
            together.refused += step.merged.refused
            if not step.again:
                return together
        raise AssertionError("it never ends")

    def restart(self) -> None:
        """Close the local file and open it again."""
        self.local.close()
        self.local = LocalRecords(self.path, carry_out)

    def close(self) -> None:
        """Let go of everything."""
        self.leave()
        self.local.close()

    # Looking

    def rows(self) -> dict[tuple[str, str], dict[str, Any]]:
        """Every record row here."""
        with self.local.reading() as db:
            return rows_of(db)

    def lines(self) -> list[TrailLine]:
        """The local trail."""
        with self.local.reading() as db:
            return lines_after(db, 0, 1_000_000)

    def get(self, cls: type[R], id: str) -> R | None:
        """A value here."""
        return self.local.ask(lambda desk: desk.get(cls, id))

    @property
    def waiting(self) -> int:
        """Commands that wait."""
        with self.local.reading() as db:
            return outbox.waiting(db).count

    def verified(self) -> None:
        """The local database accounts for everything in it."""
        verify(self.local.reading)


def verify(view: Callable[[], Any]) -> None:
    """Every line and every row of the database is as its trail says."""
    report = Verifier(view, Anchor(), datetime.now(UTC), lambda share: True).whole()
    assert report.findings == []


def rows_of(db: Any) -> dict[tuple[str, str], dict[str, Any]]:
    """Every record row of a database."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for kind, shelf in KINDS.items():
        found |= {(kind, row["id"]): dict(row) for row in db.execute(select(shelf.table)).mappings()}
    return found


def shared_state(address: Address) -> tuple[dict[tuple[str, str], dict[str, Any]], list[TrailLine]]:
    """Rows and trail of a shared database, verified."""
    engine = open_shared(address)
    try:
        verify(engine.begin)
        with engine.begin() as db:
            return rows_of(db), lines_after(db, 0, 1_000_000)
    finally:
        engine.dispose()


def assert_one_truth(address: Address, *sites: Site) -> list[TrailLine]:
    """All sites hold what the shared database holds, nothing waits, each command is there once; the shared trail."""
    rows, lines = shared_state(address)
    ids = [line.id for line in lines]
    assert len(ids) == len(set(ids))
    for site in sites:
        assert site.waiting == 0
        assert site.rows() == rows
        here = [line.id for line in site.lines() if line.verdict is not Verdict.SETTLED]
        assert sorted(here) == sorted(ids)
        site.verified()
    return lines


def explained(site: Site) -> dict[str, TrailLine]:
    """By id of the command: the lines of the site's trail that say why a command of its own was refused."""
    return {line.about: line for line in site.lines() if line.verdict is Verdict.SETTLED and "code" in line.note}


__all__ = ["Refusal", "Site", "assert_one_truth", "explained", "shared_engine", "shared_state"]
