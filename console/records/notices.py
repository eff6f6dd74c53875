"""Where channels, contacts and notices lie."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer

from console.domain.channels import Channel, Contact
from console.domain.notices import Notice
from console.records.columns import Packed, key, record_table, when, words
from console.records.shelves import shelf

notice_channel = record_table(
    "notice_channel",
    Column("name", words(120), nullable=False),
    Column("kind", words(20), nullable=False),
    Column("address", words(400), nullable=False),
    Column("shape", words(20), nullable=False),
    Column("security", words(20), nullable=False),
    Column("sender", words(400), nullable=False),
    Column("user", words(120), nullable=False),
    Column("severity", words(20), nullable=False),
    Column("areas", Packed, nullable=False),
    Column("categories", Packed, nullable=False),
    Column("whom", words(20), nullable=False),
    Column("recipients", Packed, nullable=False),
    Column("language", words(10), nullable=False),
    Column("over", Boolean(create_constraint=False), nullable=False),
    Column("active", Boolean(create_constraint=False), nullable=False),
    Column("since", when()),
)
contact = record_table(
    "contact",
    Column("mail", words(400), nullable=False),
    Column("mobile", words(40), nullable=False),
    Column("handle", words(120), nullable=False),
)
notice = record_table(
    "notice",
    Column("call", key(), nullable=False, index=True),
    Column("place", key(), nullable=False),
    Column("step", key(), nullable=False),
    Column("channel", key(), nullable=False),
    Column("reason", words(20), nullable=False),
    Column("made", when(), nullable=False, index=True),
    Column("console", key(), nullable=False),
    Column("recipient", words(400), nullable=False),
    Column("persons", Packed, nullable=False),
    Column("level", Integer, nullable=False),
    Column("state", words(20), nullable=False, index=True),
    Column("tries", Integer, nullable=False),
    Column("tried", when()),
    Column("why", words(40), nullable=False),
    Column("said", words(400), nullable=False),
    Column("delivered", when()),
)

shelf(Channel, notice_channel)
shelf(Contact, contact)
shelf(Notice, notice)
__all__ = ["contact", "notice", "notice_channel"]
