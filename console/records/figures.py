"""Where alarms that are shelved lie, and the times that figures are compared with."""

from __future__ import annotations

from sqlalchemy import Column, Integer

from console.domain.responses import Baseline
from console.domain.shelving import Shelf
from console.records.columns import key, record_table, when, words
from console.records.shelves import shelf

alarm_shelf = record_table(
    "alarm_shelf",
    Column("place", key(), nullable=False),
    Column("category", key(), nullable=False),
    Column("rule", key(), nullable=False),
    Column("about", words(120), nullable=False),
    Column("reason", words(500), nullable=False),
    Column("who", key(), nullable=False),
    Column("since", when()),
    Column("expires", when()),
    Column("ended", when(), index=True),
    Column("ended_by", key(), nullable=False),
    Column("times", Integer, nullable=False),
)
baseline = record_table(
    "baseline",
    Column("name", words(120), nullable=False),
    Column("start", when(), nullable=False),
    Column("end", when(), nullable=False),
    Column("place", key(), nullable=False),
    Column("noted", when()),
    Column("noted_by", key(), nullable=False),
    Column("reason", words(500), nullable=False),
)

shelf(Shelf, alarm_shelf)
shelf(Baseline, baseline)
__all__ = ["alarm_shelf", "baseline"]
