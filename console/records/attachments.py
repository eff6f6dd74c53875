"""Where attachments lie: their rows, and on a shared database their content in parts."""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, Table
from sqlalchemy.dialects.mssql import VARBINARY
from sqlalchemy.dialects.mysql import LONGBLOB

from console.domain.attachments import Attachment
from console.records.columns import METADATA, Number, key, record_table, when, words
from console.records.schema import OURS
from console.records.shelves import shelf

attachment = record_table(
    "attachment",
    Column("kind", words(40), nullable=False),
    Column("record", key(), nullable=False, index=True),
    Column("place", key(), nullable=False),
    Column("name", words(120), nullable=False),
    Column("type", words(100), nullable=False),
    Column("sha256", words(64), nullable=False, index=True),
    Column("size", Number, nullable=False),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("thumb", words(64), nullable=False),
    Column("note", words(500), nullable=False),
    Column("at", when(), nullable=False),
    Column("by", key(), nullable=False),
)
shelf(Attachment, attachment)

_Bytes = LargeBinary().with_variant(LONGBLOB(), "mysql", "mariadb")
_Bytes = _Bytes.with_variant(VARBINARY("max"), "mssql")  # type: ignore[no-untyped-call]
# Content by its hash, in parts that any server takes in one statement. Used on shared databases only, and in no trail:
# what is in it proves itself.
blob = Table(
    "blob",
    METADATA,
    Column("sha256", words(64), primary_key=True),
    Column("part", Integer, primary_key=True, autoincrement=False),
    Column("size", Number, nullable=False),  # of the whole
    Column("data", _Bytes, nullable=False),
    **OURS,
)
__all__ = ["attachment", "blob"]
