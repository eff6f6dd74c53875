"""What is asked about how calls are raised and whom they reach: categories, rules, shelved alarms, the roster."""

from __future__ import annotations

from dataclasses import dataclass

from console.domain.andon import Category
from console.domain.callrules import CallRule
from console.domain.desk import Kept, ReadDesk
from console.domain.people import Person, by_name
from console.domain.roster import Absence, Duty
from console.domain.shelving import Shelf


@dataclass(frozen=True, slots=True)
class CallSetup:
    """All of it at one moment."""

    categories: tuple[Category, ...] = ()
    rules: tuple[CallRule, ...] = ()
    duties: tuple[Duty, ...] = ()
    absences: tuple[Absence, ...] = ()
    people: tuple[Person, ...] = ()
    shelves: tuple[Shelf, ...] = ()  # what nobody has ended yet, also where its time is over


def call_setup(desk: ReadDesk) -> CallSetup:
    """Everything that decides what becomes a call and who is told."""
    return CallSetup(
        tuple(desk.find(Category, order="order")),
        tuple(desk.find(CallRule, order="order")),
        tuple(desk.find(Duty)),
        tuple(desk.find(Absence)),
        tuple(sorted(desk.find(Person), key=by_name)),
        tuple(desk.find(Shelf, ended=None)),
    )


def categories(desk: ReadDesk) -> tuple[Kept[Category], ...]:
    """Every category in its order, those too that no new call can have any more."""
    return tuple(desk.kept(Category, order="order"))


def categories_for(known: tuple[Category, ...], area: str) -> tuple[Category, ...]:
    """The categories that a call in an area can have, in their order: its own and those of everywhere."""
    return tuple(category for category in known if category.active and category.area in ("", area))


def rules(desk: ReadDesk) -> tuple[Kept[CallRule], ...]:
    """Every rule in its order."""
    return tuple(desk.kept(CallRule, order="order"))


def duties(desk: ReadDesk) -> tuple[Kept[Duty], ...]:
    """The roster."""
    return tuple(desk.kept(Duty))


def absences(desk: ReadDesk) -> tuple[Kept[Absence], ...]:
    """Who is, was and will be away, the earliest first."""
    return tuple(sorted(desk.kept(Absence), key=lambda kept: (kept.value.first, kept.value.id)))
