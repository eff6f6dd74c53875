"""Where cards that pull material lie, what was booked of orders, and what people counted."""

from __future__ import annotations

from sqlalchemy import Column, Double, Integer

from console.domain.replenishment import Booking, Replenishment, StockCount
from console.records.columns import LONG, key, record_table, when, words
from console.records.shelves import shelf

replenishment = record_table(
    "replenishment",
    Column("line", key(), nullable=False, index=True),
    Column("material", words(128), nullable=False),
    Column("quantity", Double, nullable=False),
    Column("made", when(), nullable=False),
    Column("made_by", key(), nullable=False),
    Column("column", words(40), nullable=False, index=True),
    Column("since", when()),
    Column("rank", words(255), nullable=False),
    Column("blocked", LONG, nullable=False),
    Column("blocked_at", when()),
    Column("taken", when()),
    Column("taken_by", key(), nullable=False),
    Column("finished", when(), index=True),
    Column("finished_by", key(), nullable=False),
    Column("ended", words(20), nullable=False),
    Column("why", LONG, nullable=False),
    Column("call", key(), nullable=False),
)
stock_booking = record_table(
    "stock_booking",
    Column("order", key(), nullable=False, index=True),
    Column("line", key(), nullable=False),
    Column("counted", Integer, nullable=False),
    Column("pieces", Integer, nullable=False),
)
stock_count = record_table(
    "stock_count",
    Column("line", key(), nullable=False, index=True),
    Column("material", words(128), nullable=False),
    Column("at", when(), nullable=False),
    Column("who", key(), nullable=False),
    Column("booked", Double, nullable=False),
    Column("counted", Double, nullable=False),
)

shelf(Replenishment, replenishment)
shelf(Booking, stock_booking)
shelf(StockCount, stock_count)
__all__ = ["replenishment", "stock_booking", "stock_count"]
