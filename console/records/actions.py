"""Where actions with their steps, reviews, and what was learned lie."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer

from console.domain.actions import Action, ActionStep
from console.domain.knowledge import Article, ArticleUse
from console.domain.reviews import Review
from console.records.columns import LONG, Packed, key, record_table, when, words
from console.records.shelves import shelf

action = record_table(
    "action",
    Column("title", words(400), nullable=False),
    Column("place", key(), nullable=False, index=True),
    Column("owner", key(), nullable=False, index=True),
    Column("due", when(), nullable=False),
    Column("made", when(), nullable=False, index=True),
    Column("made_by", key(), nullable=False),
    Column("text", LONG, nullable=False),
    Column("priority", words(20), nullable=False),
    Column("source", words(40), nullable=False),
    Column("record", key(), nullable=False, index=True),
    Column("strict", Boolean(create_constraint=False), nullable=False),
    Column("planned", when()),
    Column("stage", words(20), nullable=False, index=True),
    Column("begun", when()),
    Column("begun_by", key(), nullable=False),
    Column("blocked", LONG, nullable=False),
    Column("done", when()),
    Column("done_by", key(), nullable=False),
    Column("outcome", LONG, nullable=False),
    Column("verified", when()),
    Column("verified_by", key(), nullable=False),
    Column("effect_days", Integer, nullable=False),
    Column("effect_due", when()),
    Column("effect", words(20), nullable=False),
    Column("checked", when()),
    Column("checked_by", key(), nullable=False),
    Column("evidence", Packed, nullable=False),
    Column("reminded", Integer, nullable=False),
    Column("reopened", Integer, nullable=False),
    Column("dropped", LONG, nullable=False),
    Column("ended", when()),
    Column("ended_by", key(), nullable=False),
)
action_step = record_table(
    "action_step",
    Column("action", key(), nullable=False, index=True),
    Column("move", words(20), nullable=False),
    Column("at", when(), nullable=False),
    Column("who", key(), nullable=False),
    Column("note", LONG, nullable=False),
    Column("level", Integer, nullable=False),
    Column("people", Packed, nullable=False),
    Column("refs", Packed, nullable=False),
)
review = record_table(
    "review",
    Column("kind", words(40), nullable=False),
    Column("record", key(), nullable=False, index=True),
    Column("place", key(), nullable=False),
    Column("title", words(400), nullable=False),
    Column("because", words(20), nullable=False),
    Column("repeats", Integer, nullable=False),
    Column("wanted", when(), nullable=False),
    Column("whys", Packed, nullable=False),
    Column("root_cause", LONG, nullable=False),
    Column("standard", LONG, nullable=False),
    Column("lesson", Boolean(create_constraint=False), nullable=False),
    Column("done", when()),
    Column("done_by", key(), nullable=False),
)
article = record_table(
    "article",
    Column("title", words(400), nullable=False),
    Column("text", LONG, nullable=False),
    Column("made", when(), nullable=False),
    Column("made_by", key(), nullable=False),
    Column("places", Packed, nullable=False),
    Column("categories", Packed, nullable=False),
    Column("codes", Packed, nullable=False),
    Column("abouts", Packed, nullable=False),
    Column("causes", Packed, nullable=False),
    Column("keywords", Packed, nullable=False),
    Column("kind", words(40), nullable=False),
    Column("record", key(), nullable=False, index=True),
    Column("changed", when()),
    Column("changed_by", key(), nullable=False),
    Column("active", Boolean(create_constraint=False), nullable=False),
)
article_use = record_table(
    "article_use",
    Column("article", key(), nullable=False, index=True),
    Column("kind", words(40), nullable=False),
    Column("record", key(), nullable=False, index=True),
    Column("place", key(), nullable=False),
    Column("at", when(), nullable=False),
    Column("by", key(), nullable=False),
)

shelf(Action, action)
shelf(ActionStep, action_step)
shelf(Review, review)
shelf(Article, article)
shelf(ArticleUse, article_use)
__all__ = ["action", "action_step", "article", "article_use", "review"]
