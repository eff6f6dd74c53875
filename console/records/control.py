"""Where control charts lie."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Double, Integer

from console.domain.control_charts import ControlChart
from console.records.columns import Packed, key, record_table, words
from console.records.shelves import shelf

control_chart = record_table(
    "control_chart",
    Column("name", words(120), nullable=False),
    Column("kind", words(20), nullable=False),
    Column("signal", words(200), nullable=False, index=True),
    Column("place", key(), nullable=False, index=True),
    Column("grouping", words(20), nullable=False),
    Column("size", Double, nullable=False),
    Column("rules", Packed, nullable=False),
    Column("phases", Packed, nullable=False),
    Column("lower", Double),
    Column("upper", Double),
    Column("target", Double),
    Column("of", words(200), nullable=False),
    Column("running_only", Boolean(create_constraint=False), nullable=False),
    Column("active", Boolean(create_constraint=False), nullable=False),
    Column("order", Integer, nullable=False),
)

shelf(ControlChart, control_chart)
__all__ = ["control_chart"]
