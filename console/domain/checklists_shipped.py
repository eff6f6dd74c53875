"""The checklists that are shipped, in both languages: what a plant begins with and then makes its own."""

from __future__ import annotations

from dataclasses import replace

from console.domain.checklists import Asks, Evidence, Form, Item, Purpose, Section, Template, Words
from console.domain.checklists_shipped_5s import OFFICE, PRODUCTION, SAFETY, Line, Lines
from console.domain.checklists_shipped_rounds import LAYERED, MAINTENANCE, PATROL, START
from console.domain.ids import derived_id

_SHIPPED: tuple[tuple[str, str, str, Purpose, float | None, Lines], ...] = (
    ("5s-production", "5S production", "5S 生产现场", Purpose.FIVE_S, 0.85, PRODUCTION),
    ("5s-office", "5S office", "5S 办公室", Purpose.FIVE_S, 0.85, OFFICE),
    ("6s-production", "6S production", "6S 生产现场", Purpose.SIX_S, 0.85, {**PRODUCTION, **SAFETY}),
    ("maintenance", "Autonomous maintenance", "自主保养", Purpose.MAINTENANCE, None, MAINTENANCE),
    ("start", "Start of shift", "班前点检", Purpose.START, None, START),
    ("patrol", "Safety patrol", "安全巡查", Purpose.PATROL, None, PATROL),
    ("layered", "Layered process audit", "分层过程审核", Purpose.LAYERED, 0.9, LAYERED),
)


def shipped_templates() -> tuple[Template, ...]:
    """Each as a draft with an id of its own: two consoles that begin a plant make the same ones."""
    return tuple(
        Template(derived_id("checklist_template", key), Words(en, zh), purpose, _form(lines, passes))
        for key, en, zh, purpose, passes, lines in _SHIPPED
    )


def _form(lines: Lines, passes: float | None) -> Form:
    sections = (
        Section(id, Words(en, zh), tuple(_item(id, line) for line in items)) for id, (en, zh, items) in lines.items()
    )
    return Form(tuple(sections), passes)


def _item(section: str, line: Line) -> Item:
    id, en, zh, *marks = line
    item = Item(f"{section}-{id}", Words(en, zh))
    for mark in marks:
        if mark in ("yes", "text", "photo"):
            item = replace(item, asks={"yes": Asks.YES_NO, "text": Asks.TEXT, "photo": Asks.PHOTO}[mark])
        elif mark == "red":
            item = replace(item, red_line=True, evidence=Evidence.WEAK)
        elif mark == "proof":
            item = replace(item, evidence=Evidence.WEAK)
        elif mark == "must":
            item = replace(item, may_skip=False)
        elif mark == "x2":
            item = replace(item, weight=2.0)
        else:
            raise AssertionError(f"{item.id}: {mark}")
    return item
