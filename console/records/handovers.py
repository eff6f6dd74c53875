"""Where handovers, their corrections, crews and briefings lie."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer

from console.domain.crews import Briefing, Crew
from console.domain.handovers import Correction, Handover
from console.records.columns import LONG, Packed, key, record_table, when, words
from console.records.shelves import shelf

handover = record_table(
    "handover",
    Column("place", key(), nullable=False, index=True),
    Column("day", when(), nullable=False, index=True),
    Column("shift", words(120), nullable=False),
    Column("begins", when(), nullable=False),
    Column("ends", when(), nullable=False, index=True),
    Column("next_shift", words(120), nullable=False),
    Column("stage", words(20), nullable=False, index=True),
    Column("facts", Packed, nullable=False),
    Column("items", Packed, nullable=False),
    Column("note", LONG, nullable=False),
    Column("unexplained", Integer, nullable=False),
    Column("overridden", LONG, nullable=False),
    Column("overridden_by", key(), nullable=False),
    Column("replies", Packed, nullable=False),
    Column("outgoing", Packed),
    Column("incoming", Packed),
    Column("filled", when()),
)
handover_correction = record_table(
    "handover_correction",
    Column("handover", key(), nullable=False, index=True),
    Column("seal", words(64), nullable=False),
    Column("place", key(), nullable=False),
    Column("text", LONG, nullable=False),
    Column("at", when(), nullable=False),
    Column("who", key(), nullable=False),
)
crew = record_table(
    "crew",
    Column("name", words(120), nullable=False),
    Column("leader", key(), nullable=False),
    Column("members", Packed, nullable=False),
    Column("places", Packed, nullable=False),
    Column("active", Boolean(create_constraint=False), nullable=False),
)
briefing = record_table(
    "briefing",
    Column("place", key(), nullable=False, index=True),
    Column("day", when(), nullable=False),
    Column("shift", words(120), nullable=False),
    Column("begins", when(), nullable=False, index=True),
    Column("there", Packed, nullable=False),
    Column("note", LONG, nullable=False),
    Column("held", when()),
    Column("held_by", key(), nullable=False),
)

shelf(Handover, handover)
shelf(Correction, handover_correction)
shelf(Crew, crew)
shelf(Briefing, briefing)

__all__ = ["briefing", "crew", "handover", "handover_correction"]
