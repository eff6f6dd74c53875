"""Migrations: how a database of an older program becomes one of this program. Alembic is imported only to do one.

A change of the tables is a new file in `versions`, numbered by one more, with the oldest program that may write to the
database afterwards; OURS and WRITERS below follow it, and a test looks that tables and revisions say the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection

OURS = 15  # the newest revision
WRITERS = 1  # the oldest schema whose programs may write to a database of revision OURS
PLACE = "console.records:migrations"
VERSION_TABLE = "gemba_schema"  # not Alembic's usual name: the database may be another program's home too


def configuration(db: Connection | None, output: TextIO | None = None) -> Config:
    """What Alembic's commands need to work on this connection; without one they write SQL to `output`."""
    from alembic.config import Config

    config = Config(output_buffer=output) if output else Config()
    config.set_main_option("script_location", PLACE)
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = db
    return config


def upgrade(db: Connection, target: str = "head") -> None:
    """Bring the database to a revision, inside the transaction of the connection."""
    from alembic import command

    command.upgrade(configuration(db), target)


def downgrade(db: Connection, target: str) -> None:
    """Take the database back to an older revision, or to "base"; records that the older program lacks are lost."""
    from alembic import command

    command.downgrade(configuration(db), target)
