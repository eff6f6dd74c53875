"""Edits of a checklist: its name, purpose and form as they stand now, each step undone and done again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from console.domain.checklists import ITEMS_MOST, SECTIONS_MOST, Form, Item, Purpose, Section, Words
from console.domain.ids import new_id

T = TypeVar("T")
STEPS_MOST = 200  # that can be undone


@dataclass(frozen=True, slots=True)
class Sheet:
    """A checklist as it is edited."""

    name: Words
    purpose: Purpose
    form: Form = Form()


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: its section, and the item's number in it; item -1 = the section itself."""

    section: int
    item: int = -1


class Edits:
    """One line of steps. `chosen` is the id of a section or item, "" = the whole checklist."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet, self.chosen = sheet, ""
        self._before: list[tuple[Sheet, str]] = []
        self._after: list[tuple[Sheet, str]] = []
        self._typing = ""  # what the last step typed into: the next letter there belongs to the same step

    # Looking

    def find(self, id: str) -> Place | None:
        """Where a section or item stands."""
        for at, section in enumerate(self.sheet.form.sections):
            if section.id == id:
                return Place(at)
            for number, item in enumerate(section.items):
                if item.id == id:
                    return Place(at, number)
        return None

    def part(self, id: str) -> Section | Item | None:
        """The section or item with this id."""
        place = self.find(id)
        if place is None:
            return None
        section = self.sheet.form.sections[place.section]
        return section if place.item < 0 else section.items[place.item]

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether there is one to do again."""
        return bool(self._after)

    # Steps

    def undo(self) -> None:
        """Take the last step back."""
        self._step(self._before, self._after)

    def redo(self) -> None:
        """Do it again."""
        self._step(self._after, self._before)

    def take(self, sheet: Sheet, typing: str = "") -> None:
        """Stand so from now on; letters that are typed into one field are one step."""
        if sheet == self.sheet:
            return
        if not typing or typing != self._typing:
            self._before = [*self._before[-STEPS_MOST + 1 :], (self.sheet, self.chosen)]
        self._after, self._typing, self.sheet = [], typing, sheet

    def pause(self) -> None:
        """The next letter begins a new step."""
        self._typing = ""

    def change(self, id: str, typing: bool = False, **fields: object) -> None:
        """Change fields of a section or item."""
        place = self.find(id)
        if place is None:
            return
        key = f"{id}/{','.join(fields)}" if typing else ""
        if place.item < 0:
            self._sections(lambda all: _put(all, place.section, replace(all[place.section], **fields)), key)  # type: ignore[arg-type]
        else:
            self._items(place.section, lambda all: _put(all, place.item, replace(all[place.item], **fields)), key)  # type: ignore[arg-type]

    def add_section(self) -> str:
        """A new section behind the one that is chosen, or at the end; its id, "" where there are too many."""
        if len(self.sheet.form.sections) >= SECTIONS_MOST:
            return ""
        place, made = self.find(self.chosen), Section(new_id(), Words())
        at = place.section + 1 if place is not None else len(self.sheet.form.sections)
        self._sections(lambda all: (*all[:at], made, *all[at:]))
        self.chosen = made.id
        return made.id

    def add_item(self) -> str:
        """A new item behind the chosen one, or at the end of its section; asks as the one before it does."""
        if len(self.sheet.form.items) >= ITEMS_MOST:
            return ""
        if not self.sheet.form.sections:
            first = Section(new_id(), Words())
            made = Item(new_id(), Words())
            self._sections(lambda all: (replace(first, items=(made,)),))
        else:
            place = self.find(self.chosen) or Place(len(self.sheet.form.sections) - 1)
            items = self.sheet.form.sections[place.section].items
            at = place.item + 1 if place.item >= 0 else len(items)
            alike = items[at - 1] if at else None
            made = Item(new_id(), Words(), alike.asks, evidence=alike.evidence) if alike else Item(new_id(), Words())
            self._items(place.section, lambda all: (*all[:at], made, *all[at:]))
        self.chosen = made.id
        return made.id

    def remove(self, id: str) -> None:
        """Take a section with its items, or an item, away."""
        place = self.find(id)
        if place is None:
            return
        order = self.order()
        if place.item < 0:
            gone = {id, *(item.id for item in self.sheet.form.sections[place.section].items)}
            self._sections(lambda all: (*all[: place.section], *all[place.section + 1 :]))
        else:
            gone = {id}
            self._items(place.section, lambda all: (*all[: place.item], *all[place.item + 1 :]))
        if self.chosen in gone:
            self.chosen = _beside(order, id, gone)

    def duplicate(self, id: str) -> str:
        """The same once more behind it; the new id, "" where there are too many."""
        part, place, form = self.part(id), self.find(id), self.sheet.form
        if part is None or place is None:
            return ""
        if isinstance(part, Section):
            if len(form.sections) >= SECTIONS_MOST or len(form.items) + len(part.items) > ITEMS_MOST:
                return ""
            made = replace(part, id=new_id(), items=tuple(replace(item, id=new_id()) for item in part.items))
            self._sections(lambda all: (*all[: place.section + 1], made, *all[place.section + 1 :]))
            self.chosen = made.id
        else:
            if len(form.items) >= ITEMS_MOST:
                return ""
            one, at = replace(part, id=new_id()), place.item + 1
            self._items(place.section, lambda all: (*all[:at], one, *all[at:]))
            self.chosen = one.id
        return self.chosen

    def move(self, id: str, by: int) -> bool:
        """One place up (-1) or down (1); an item goes on into the next section. False at the end."""
        place, sections = self.find(id), self.sheet.form.sections
        if place is None:
            return False
        if place.item < 0:
            to = place.section + by
            return 0 <= to < len(sections) and self.put(id, Place(to))
        to = place.item + by
        if 0 <= to < len(sections[place.section].items):
            return self.put(id, Place(place.section, to))
        other = place.section + by
        if not 0 <= other < len(sections):
            return False
        return self.put(id, Place(other, len(sections[other].items) if by < 0 else 0))

    def put(self, id: str, to: Place) -> bool:
        """Put a section (item -1) or an item there, counted without itself; False where it stands there already."""
        part, place = self.part(id), self.find(id)
        if part is None or place is None or place == to or (place.item < 0) != (to.item < 0):
            return False
        sections = list(self.sheet.form.sections)
        if isinstance(part, Section):
            sections.insert(to.section, sections.pop(place.section))
        else:
            for at, add in ((place.section, False), (to.section, True)):
                items = [item for item in sections[at].items if item.id != id]
                if add:
                    items.insert(to.item, part)
                sections[at] = replace(sections[at], items=tuple(items))
        self._sections(lambda _: tuple(sections))
        return True

    def order(self) -> list[str]:
        """Every id from top to bottom, the whole checklist ("") first."""
        return [
            "",
            *(id for section in self.sheet.form.sections for id in (section.id, *(i.id for i in section.items))),
        ]

    # Inside

    def _step(self, out: list[tuple[Sheet, str]], into: list[tuple[Sheet, str]]) -> None:
        if out:
            into.append((self.sheet, self.chosen))
            self.sheet, self.chosen = out.pop()
            self._typing = ""

    def _sections(self, made: Callable[[tuple[Section, ...]], tuple[Section, ...]], typing: str = "") -> None:
        form = replace(self.sheet.form, sections=made(self.sheet.form.sections))
        self.take(replace(self.sheet, form=form), typing)

    def _items(self, section: int, made: Callable[[tuple[Item, ...]], tuple[Item, ...]], typing: str = "") -> None:
        def sections(all: tuple[Section, ...]) -> tuple[Section, ...]:
            return _put(all, section, replace(all[section], items=made(all[section].items)))

        self._sections(sections, typing)


def _put(all: tuple[T, ...], at: int, one: T) -> tuple[T, ...]:
    return (*all[:at], one, *all[at + 1 :])


def _beside(order: list[str], id: str, gone: set[str]) -> str:
    """What is chosen when something went away: what stood below it, else above it."""
    at = order.index(id)
    below = next((other for other in order[at:] if other not in gone), None)
    return below if below is not None else next(other for other in reversed(order[:at]) if other not in gone)
