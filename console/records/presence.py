"""Who works on a shared database: each console keeps one row fresh. It is no record and in no trail."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from console.domain.sharing import Other
from console.domain.trail import moment
from console.records.schema import presence

MOST = 100  # consoles that are told


def keep(db: Connection, own: Other) -> None:
    """Write the console's own row."""
    told = {"name": own.name, "program": own.program, "schema": own.schema, "waiting": own.waiting}
    told["seen"] = moment(own.seen)
    if not db.execute(update(presence).where(presence.c.console == own.console).values(told)).rowcount:
        db.execute(insert(presence), [{"console": own.console, **told}])


def others(db: Connection, own: str) -> tuple[Other, ...]:
    """The other consoles, the last seen first."""
    asked = select(presence).where(presence.c.console != own).order_by(presence.c.seen.desc(), presence.c.console)
    return tuple(
        Other(row.console, row.name, row.program, row.schema, datetime.fromisoformat(row.seen), row.waiting)
        for row in db.execute(asked.limit(MOST))
    )


def forget(db: Connection, console: str) -> None:
    """Take the console's row away: it left."""
    db.execute(presence.delete().where(presence.c.console == console))
