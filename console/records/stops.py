"""Where stops and the tree of their reasons lie."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer

from console.domain.reasons import Reason
from console.domain.stops import Stop
from console.records.columns import LONG, Packed, key, record_table, when, words
from console.records.shelves import shelf

stop = record_table(
    "stop",
    Column("place", key(), nullable=False, index=True),
    Column("since", when(), nullable=False, index=True),
    Column("until", when(), index=True),
    Column("line", key(), nullable=False),
    Column("area", key(), nullable=False),
    Column("machine", words(400), nullable=False),
    Column("reason", key(), nullable=False, index=True),
    Column("note", LONG, nullable=False),
    Column("by", key(), nullable=False),
    Column("explained", when()),
    Column("call", key(), nullable=False),
    Column("ran", Packed, nullable=False),
    Column("split_from", key(), nullable=False),
    Column("merged_into", key(), nullable=False),
)
stop_reason = record_table(
    "stop_reason",
    Column("name", words(120), nullable=False),
    Column("parent", key(), nullable=False),
    Column("area", key(), nullable=False),
    Column("loss", words(20), nullable=False),
    Column("waste", words(20), nullable=False),
    Column("machine", Packed, nullable=False),
    Column("causes", Packed, nullable=False),
    Column("order", Integer, nullable=False),
    Column("active", Boolean(create_constraint=False), nullable=False),
)

shelf(Stop, stop)
shelf(Reason, stop_reason)
__all__ = ["stop", "stop_reason"]
