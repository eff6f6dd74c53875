"""The guard's own way to the shared database: one connection, to read with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.app.guard import SharedPart
from console.app.sharing import SharingDesk
from console.domain.errors import WorldAway
from console.domain.sharing import Address, Link

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from console.records.local import LocalRecords
    from console.records.patience import Patience


class SharedLook:
    """Called on the guard's thread; opens the shared database when it is there, and lets go of it when it is left."""

    def __init__(self, sharing: SharingDesk) -> None:
        self._sharing = sharing
        self._address: Address | None = None
        self._engine: Engine | None = None
        self._patience: Patience | None = None

    def __call__(self, local: LocalRecords) -> SharedPart | None:
        """What is to be verified; None where no database is shared, WorldAway where it is not there now."""
        address = self._sharing.address
        if address != self._address or address is None:
            self.close()
        if address is None:
            return None
        if self._sharing.sharing.link not in (Link.SHARED, Link.NEWER):
            raise WorldAway("the shared database is not there now")
        return self._part(self._opened(address), local)

    def cut(self) -> None:
        """Wait hardly any longer for what was asked; from any thread."""
        patience = self._patience
        if patience is not None:
            patience.seconds = 0.3
            patience.cut()

    def close(self) -> None:
        """Let go of the connection."""
        if self._engine is not None and self._patience is not None:
            self._patience.close()
            self._engine.dispose()
        self._engine = self._address = self._patience = None

    def _opened(self, address: Address) -> Engine:
        from console.records.address import open_shared
        from console.records.patience import Patience

        if self._engine is None:
            self._engine, self._address = open_shared(address), address
            self._patience = Patience(self._engine)
        return self._engine

    def _part(self, engine: Engine, local: LocalRecords) -> SharedPart | None:
        from sqlalchemy import select

        from console.records.schema import joined
        from console.records.verify import database_of

        steady = engine.execution_options(isolation_level="REPEATABLE READ")
        with steady.begin() as db:
            database = database_of(db)
        with local.reading() as db:
            read = db.execute(select(joined.c.cursor, joined.c.hash).where(joined.c.database == database)).one_or_none()
        return None if read is None else SharedPart(database, steady.begin, int(read.cursor), str(read.hash))
