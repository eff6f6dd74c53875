"""Forms as they may be, how a draft becomes a version, and what two versions differ in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import StrEnum
from math import isfinite

from console.domain.checklist_refusals import FormUnfit, NothingToPublish, TemplateRetired
from console.domain.checklists import (
    HINT_MOST,
    ITEMS_MOST,
    SECTIONS_MOST,
    TEXT_MOST,
    UNIT_MOST,
    WEIGHT_MOST,
    WORDS_MOST,
    Asks,
    Form,
    Item,
    Section,
    Template,
    Version,
    Words,
    version_id,
)
from console.domain.people import NAME_MOST, plain_text
from console.domain.text import passage


class Differs(StrEnum):
    """How an item or section differs between two versions."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"  # to another section, or past others
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `fields` are names of Item's or Section's fields, where it is CHANGED."""

    what: Differs
    section: str
    item: str = ""  # "" = the section itself
    fields: tuple[str, ...] = ()


def checked_name(name: Words) -> Words:
    """A name in one language at least; NameEmpty, NameTooLong, NameUnreadable."""
    return _both(name, "name", NAME_MOST)


def checked(form: Form) -> Form:
    """The form as it may be kept as a draft; FormUnfit names section, item and field."""
    if len(form.sections) > SECTIONS_MOST or len(form.items) > ITEMS_MOST:
        raise FormUnfit(field="items", section="", item="")
    if form.passes is not None and not 0 < form.passes <= 1:
        raise FormUnfit(field="passes", section="", item="")
    if (twice := _twice([section.id for section in form.sections])) is not None:
        raise FormUnfit(field="id", section=twice, item="")
    if (twice := _twice([item.id for item in form.items])) is not None:
        raise FormUnfit(field="id", section="", item=twice)
    return replace(form, sections=tuple(_section(section) for section in form.sections))


def publish(template: Template, holds: Version | None, at: datetime, who: str, note: str) -> tuple[Template, Version]:
    """The template without its draft, and the draft as the next version. `holds`: the version that holds now."""
    if template.retired:
        raise TemplateRetired(template=template.id)
    if template.draft is None or (holds is not None and (holds.form, holds.name) == (template.draft, template.name)):
        raise NothingToPublish(template=template.id)
    form = checked(template.draft)
    empty = next((section.id for section in form.sections if not section.items), None)
    if empty is not None or not form.sections:
        raise FormUnfit(field="items", section=empty or "", item="")
    number = template.published + 1
    words = passage(note, "note", TEXT_MOST, needed=False)
    version = Version(
        version_id(template.id, number), template.id, number, template.name, template.purpose, form, at, who, words
    )
    return replace(template, draft=None, drafted=None, drafted_by="", published=number), version


def differences(before: Form, after: Form) -> tuple[Change, ...]:
    """What is other in `after`, in its order; what was removed comes last. Items are known by their ids."""
    found: list[Change] = []
    old_sections = {section.id: section for section in before.sections}
    old_items = {item.id: (section.id, item) for section in before.sections for item in section.items}
    was_in = {id: section for id, (section, _) in old_items.items()}
    now_in = {item.id: section.id for section in after.sections for item in section.items}
    stayed = _in_step(list(was_in), list(now_in), was_in, now_in)
    for section in after.sections:
        known = old_sections.get(section.id)
        if known is None:
            found.append(Change(Differs.ADDED, section.id))
        elif known.words != section.words:
            found.append(Change(Differs.CHANGED, section.id, "", ("words",)))
        for item in section.items:
            found += _item_changes(section.id, item, old_items.get(item.id), item.id in stayed)
    new_items = {item.id for item in after.items}
    found += [Change(Differs.REMOVED, s, id) for id, (s, _) in old_items.items() if id not in new_items]
    new_sections = {section.id for section in after.sections}
    found += [Change(Differs.REMOVED, id) for id in old_sections if id not in new_sections]
    return tuple(found)


def _item_changes(section: str, item: Item, was: tuple[str, Item] | None, stayed: bool) -> list[Change]:
    if was is None:
        return [Change(Differs.ADDED, section, item.id)]
    found = [] if stayed else [Change(Differs.MOVED, section, item.id)]
    other = tuple(one.name for one in fields(Item) if getattr(item, one.name) != getattr(was[1], one.name))
    return [*found, Change(Differs.CHANGED, section, item.id, other)] if other else found


def _in_step(before: list[str], after: list[str], was: dict[str, str], now: dict[str, str]) -> set[str]:
    """Ids that kept their section and their order: the longest run of them that goes up in both."""
    place = {id: i for i, id in enumerate(before)}
    ids = [id for id in after if id in place and was[id] == now[id]]
    best: list[tuple[int, int]] = []  # longest run that ends here, and the one before in it
    for i, id in enumerate(ids):
        earlier = ((best[j][0], j) for j in range(i) if place[ids[j]] < place[id])
        length, previous = max(earlier, default=(0, -1))
        best.append((length + 1, previous))
    at = max(range(len(ids)), key=lambda i: best[i][0], default=-1)
    kept: set[str] = set()
    while at >= 0:
        kept.add(ids[at])
        at = best[at][1]
    return kept


def _section(section: Section) -> Section:
    words = _words(section.words, WORDS_MOST, section.id, "")
    return replace(section, words=words, items=tuple(_item(item, section.id) for item in section.items))


def _item(item: Item, section: str) -> Item:
    limits = [limit for limit in (item.low, item.high) if limit is not None]
    tests = (
        ("weight", isfinite(item.weight) and 0 < item.weight <= WEIGHT_MOST),
        ("low", all(isfinite(limit) for limit in limits) and limits == sorted(limits)),
        ("low", not limits or item.asks is Asks.MEASURE),
        ("unit", len(item.unit) <= UNIT_MOST),
        ("red_line", not item.red_line or item.asks not in (Asks.TEXT, Asks.PHOTO)),
        ("red_line", not item.red_line or item.asks is not Asks.MEASURE or bool(limits)),
    )
    wrong = next((name for name, fits in tests if not fits), "")
    if wrong:
        raise FormUnfit(field=wrong, section=section, item=item.id)
    hint = _words(item.hint, HINT_MOST, section, item.id) if item.hint else Words()
    return replace(item, words=_words(item.words, WORDS_MOST, section, item.id), hint=hint)


def _words(words: Words, most: int, section: str, item: str) -> Words:
    if not words.en.strip() and not words.zh.strip():
        raise FormUnfit(field="words", section=section, item=item)
    return _both(words, "words", most)


def _both(words: Words, field: str, most: int) -> Words:
    needed = not words.zh.strip()
    en = plain_text(words.en, field, most, needed=needed)
    return Words(en, plain_text(words.zh, field, most, needed=False))


def _twice(ids: Iterable[str]) -> str | None:
    """The first that is empty or there a second time."""
    seen: set[str] = set()
    for id in ids:
        if not id.strip() or id in seen:
            return id
        seen.add(id)
    return None
