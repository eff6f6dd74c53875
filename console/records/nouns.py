"""Every kind of record there is: importing this file makes all tables and shelves known."""

from __future__ import annotations

from console.records import (
    actions,
    andon,
    attachments,
    audits,
    checklists,
    control,
    earlywarning,
    figures,
    handovers,
    notices,
    orders,
    people,
    questions,
    replenishment,
    schema,
    stops,
    tampering,
    trends,
)
from console.records.columns import METADATA

NOUNS = (
    people,
    attachments,
    tampering,
    andon,
    figures,
    notices,
    stops,
    actions,
    trends,
    control,
    earlywarning,
    questions,
    orders,
    replenishment,
    checklists,
    audits,
    handovers,
)
__all__ = ["METADATA", "NOUNS", "schema"]
