"""Where questions lie that are kept."""

from __future__ import annotations

from sqlalchemy import Column

from console.domain.questions import SavedQuestion
from console.records.columns import Packed, key, record_table, when, words
from console.records.shelves import shelf

saved_question = record_table(
    "saved_question",
    Column("name", words(120), nullable=False),
    Column("measure", words(40), nullable=False),
    Column("rows", words(20), nullable=False),
    Column("columns", words(20), nullable=False),
    *(Column(name, Packed, nullable=False) for name in ("areas", "lines", "shifts", "products", "crews")),
    Column("span", words(20), nullable=False),
    Column("against", words(20), nullable=False),
    Column("reports", Packed, nullable=False),
    Column("by", key(), nullable=False),
    Column("at", when()),
)

shelf(SavedQuestion, saved_question)
__all__ = ["saved_question"]
