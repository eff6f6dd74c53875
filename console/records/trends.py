"""Where notes on the time axis and saved views lie."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Double

from console.domain.trend_notes import TrendNote
from console.domain.trend_views import TrendView
from console.records.columns import Packed, key, record_table, when, words
from console.records.shelves import shelf

# Notes

trend_note = record_table(
    "trend_note",
    Column("place", key(), nullable=False, index=True),
    Column("start", when(), nullable=False, index=True),
    Column("end", when(), index=True),
    Column("text", words(500), nullable=False),
    Column("at", when(), nullable=False),
    Column("by", key(), nullable=False),
    Column("signal", words(200), nullable=False),
    Column("changed", when()),
    Column("changed_by", key(), nullable=False),
)
shelf(TrendNote, trend_note)

# Saved views

trend_view = record_table(
    "trend_view",
    Column("name", words(120), nullable=False),
    Column("owner", key(), nullable=False, index=True),
    Column("place", key(), nullable=False),
    Column("pens", Packed, nullable=False),
    Column("length", Double, nullable=False),
    Column("start", when()),
    Column("compared", Packed, nullable=False),
    Column("shared", Boolean(create_constraint=False), nullable=False, index=True),
    Column("at", when()),
)
shelf(TrendView, trend_view)

__all__ = ["trend_note", "trend_view"]
