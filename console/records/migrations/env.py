"""What Alembic runs around the revisions: our connection, our names, and the number kept where consoles look for it."""

from __future__ import annotations

from typing import Any

from alembic import context
from sqlalchemy import Connection, delete, insert

from console.records.migrations import VERSION_TABLE
from console.records.nouns import METADATA
from console.records.schema import meta


def numbered(ctx: Any, step: object, heads: Any, run_args: object) -> None:
    """Write the revision that was just reached where every console looks first (nothing is left to tell below 1)."""
    if not heads or ctx.as_sql:
        return
    (head,) = heads
    told = {"schema": str(int(head)), "writers": str(context.script.get_revision(head).module.writers)}
    ctx.connection.execute(delete(meta).where(meta.c.name.in_(told)))
    ctx.connection.execute(insert(meta), [{"name": name, "value": value} for name, value in told.items()])


def run(db: Connection | None) -> None:
    """Run the revisions on a connection, or write them as SQL where there is none."""
    context.configure(
        connection=db,
        dialect_name=context.config.attributes.get("dialect"),
        target_metadata=METADATA,
        version_table=VERSION_TABLE,
        render_as_batch=True,
        transactional_ddl=True,
        on_version_apply=numbered,
    )
    with context.begin_transaction():
        context.run_migrations()


run(context.config.attributes["connection"])
