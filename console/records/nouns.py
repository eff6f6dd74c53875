"""Every kind of record there is: importing this file makes all tables and shelves known."""

from __future__ import annotations

from console.records import andon, attachments, people, schema, tampering
from console.records.columns import METADATA

NOUNS = (people, attachments, tampering, andon)
__all__ = ["METADATA", "NOUNS", "schema"]
