"""All tables at once in a database that has none: what the revisions end at, without the time that Alembic takes.

The numbers that say so come last. Where a database cannot take tables back (MariaDB) and this is interrupted, the next
console finds one of ours without a number, and the revisions add what is missing.
"""

from __future__ import annotations

from sqlalchemy import Column, Connection, MetaData, PrimaryKeyConstraint, String, Table, delete, insert

from console.domain.ids import new_id
from console.records.migrations import OURS, VERSION_TABLE, WRITERS
from console.records.nouns import METADATA
from console.records.schema import meta

_numbered = Table(  # as Alembic makes it
    VERSION_TABLE,
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name=f"{VERSION_TABLE}_pkc"),
)


def make_tables(db: Connection) -> None:
    """Make them inside the transaction of the connection; `meta` with the database's id comes first."""
    meta.create(db, checkfirst=True)
    db.execute(insert(meta), [{"name": "database", "value": new_id()}])
    METADATA.create_all(db, [table for table in METADATA.sorted_tables if table is not meta], checkfirst=False)
    _numbered.create(db, checkfirst=True)
    db.execute(delete(_numbered))
    db.execute(insert(_numbered), [{"version_num": f"{OURS:04}"}])
    told = {"schema": str(OURS), "writers": str(WRITERS)}
    db.execute(insert(meta), [{"name": name, "value": value} for name, value in told.items()])
