"""What of a draft can be kept while a part of it cannot be so: all the rest, and that part as it was before."""

from __future__ import annotations

from dataclasses import replace

from console.domain.checklist_forms import checked, checked_name
from console.domain.checklists import Form, Item, Section, Words
from console.domain.errors import Refusal
from widgets.checklists.edits import Sheet

ANY = Section("section", Words("section"))


def wrong_in(sheet: Sheet) -> Refusal | None:
    """Why a checklist cannot be kept as it stands; None: it can."""
    try:
        checked_name(sheet.name)
        checked(sheet.form)
    except Refusal as refusal:
        return refusal
    return None


def fit_part(sheet: Sheet, kept: Sheet) -> Sheet | None:
    """The checklist with every part that cannot be so as it was kept, or left out; None where nothing can be kept."""
    items = {item.id: item for item in kept.form.items}
    words = {section.id: section.words for section in kept.form.sections}
    sections: list[Section] = []
    for section in sheet.form.sections:
        fit = tuple(one for item in section.items if (one := _fit_item(item, items.get(item.id))) is not None)
        said = section.words if _can(replace(ANY, words=section.words)) else words.get(section.id)
        if said is not None:
            sections.append(replace(section, words=said, items=fit))
        elif sections:  # its items are kept with the section above until it has words
            sections[-1] = replace(sections[-1], items=(*sections[-1].items, *fit))
    passes = sheet.form.passes
    share = passes if passes is None or 0 < passes <= 1 else kept.form.passes
    named = sheet.name if wrong_in(replace(sheet, form=Form())) is None else kept.name
    found = replace(sheet, name=named, form=Form(tuple(sections), share))
    return found if wrong_in(found) is None else None


def _fit_item(item: Item, was: Item | None) -> Item | None:
    return item if _can(replace(ANY, items=(item,))) else was


def _can(section: Section) -> bool:
    try:
        checked(Form((section,)))
    except Refusal:
        return False
    return True
