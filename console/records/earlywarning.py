"""Where early warnings and the rules that give them lie."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Double, Integer

from console.domain.warning_rules import EarlyWarning, WarningRule
from console.records.columns import LONG, Packed, key, record_table, when, words
from console.records.shelves import shelf

warning_rule = record_table(
    "warning_rule",
    Column("name", words(120), nullable=False),
    Column("sign", words(20), nullable=False),
    Column("places", Packed, nullable=False),
    Column("signal", words(200), nullable=False),
    Column("limit", Double, nullable=False),
    Column("within", Double, nullable=False),
    Column("way", words(20), nullable=False),
    Column("horizon", Double, nullable=False),
    Column("other_days", Integer, nullable=False),
    Column("chart", key(), nullable=False),
    Column("per_piece", Double, nullable=False),
    Column("off_delay", Double, nullable=False),
    Column("category", key(), nullable=False),
    Column("severity", words(20)),
    Column("active", Boolean(create_constraint=False), nullable=False),
    Column("order", Integer, nullable=False),
    Column("text", words(400), nullable=False),
)
early_warning = record_table(
    "early_warning",
    Column("rule", key(), nullable=False),
    Column("sign", words(20), nullable=False),
    Column("place", key(), nullable=False, index=True),
    Column("signal", words(200), nullable=False),
    Column("began", when(), nullable=False, index=True),
    Column("ended", when(), index=True),
    Column("line", key(), nullable=False),
    Column("area", key(), nullable=False),
    Column("facts", Packed, nullable=False),
    Column("call", key(), nullable=False),
    Column("judged", words(20), nullable=False),
    Column("judged_by", key(), nullable=False),
    Column("note", LONG, nullable=False),
    Column("judged_at", when()),
)

shelf(WarningRule, warning_rule, renamed={"over": "within", "days": "other_days"})
shelf(EarlyWarning, early_warning)
__all__ = ["early_warning", "warning_rule"]
