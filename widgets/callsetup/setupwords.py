"""What people read about categories and the roster: wastes, ladders, red lines, days, spells without anybody."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLocale

from console.domain.andon import AskKind, Category, Rung
from console.domain.plant import Plant
from console.domain.rostergaps import Gap, Spell
from widgets.calls.naming import severity_word
from widgets.numbers import measured
from widgets.people.words import role_word
from widgets.plain import plain

translate = QCoreApplication.translate


def waste_word(waste: str) -> str:
    """One of the seven wastes; an unknown one by its own name."""
    known = {
        "transport": translate("callsetup", "Transport"),
        "inventory": translate("callsetup", "Inventory"),
        "motion": translate("callsetup", "Motion"),
        "waiting": translate("callsetup", "Waiting"),
        "overproduction": translate("callsetup", "Overproduction"),
        "overprocessing": translate("callsetup", "Overprocessing"),
        "defects": translate("callsetup", "Defects"),
    }
    return known.get(waste, plain(waste, 40))


def sound_word(sound: str) -> str:
    """A shipped sound; an unknown one by its own name."""
    known = {
        "": translate("callsetup", "By severity"),
        "bell": translate("callsetup", "Bell"),
        "chime": translate("callsetup", "Chime"),
        "knock": translate("callsetup", "Knock"),
        "pulse": translate("callsetup", "Pulse"),
        "siren": translate("callsetup", "Siren"),
    }
    return known.get(sound, plain(sound, 40))


def ask_kind_word(kind: AskKind) -> str:
    """How something is answered."""
    return {
        AskKind.TEXT: translate("callsetup", "Text"),
        AskKind.NUMBER: translate("callsetup", "Number"),
        AskKind.CHOICE: translate("callsetup", "Choice"),
    }[kind]


def ladder_words(ladder: Iterable[Rung]) -> str:
    """The times of a ladder: "3 / 10 / 15 min"."""
    times = " / ".join(measured(rung.after / 60) for rung in ladder)
    return translate("callsetup", "{0} min").format(times) if times else "–"


def red_line_words(category: Category) -> str:
    """What a category wants before a call is closed."""
    parts = [translate("callsetup", "cause")] if category.needs_cause else []
    parts += [translate("callsetup", "countermeasure")] if category.needs_countermeasure else []
    parts += [plain(ask.name, 40) for ask in category.asks if ask.needed]
    parts.append(translate("callsetup", "verified from {0}").format(severity_word(category.verified_from)))
    parts.append(
        translate("callsetup", "review from {0} or {1}×").format(
            severity_word(category.review_from), category.review_repeats
        )
    )
    return " · ".join(parts)


def day_word(weekday: int, short: bool = True) -> str:
    """Mon, Tue …; 0 = Monday."""
    form = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return QLocale().standaloneDayName(weekday + 1, form)


def days_words(days: Iterable[int]) -> str:
    """Weekdays in order: "Mon–Fri", "Sat Sun", "every day"."""
    found = sorted(set(days)) or list(range(7))
    if len(found) == 7:
        return translate("callsetup", "every day")
    if len(found) > 2 and found == list(range(found[0], found[-1] + 1)):
        return f"{day_word(found[0])}–{day_word(found[-1])}"
    return " ".join(day_word(day) for day in found)


def shift_word(shift: str | None) -> str:
    """The name of a shift; None = between shifts."""
    if shift is None:
        return translate("callsetup", "outside of shifts")
    return plain(shift, 40) if shift else translate("callsetup", "all day")


def spells_words(spells: Iterable[Spell]) -> str:
    """When nobody is there: "Night shift: Sat Sun; Day shift: Sun (in part)"."""
    found: dict[tuple[str | None, bool], list[int]] = {}
    for spell in spells:
        found.setdefault((spell.shift, spell.whole), []).append(spell.day.weekday())
    parts = []
    for (shift, whole), days in found.items():
        words = f"{shift_word(shift)}: {days_words(days)}"
        parts.append(words if whole else translate("callsetup", "{0} (in part)").format(words))
    return translate("callsetup", "; ").join(parts)


def lines_words(places: Iterable[str], plant: Plant | None) -> str:
    """Lines by their names: "L1 Frame, L2 Press", or all of them."""
    found = tuple(places)
    names = {line.id: line.name for line in plant.lines()} if plant else {}
    if len(found) == len(names) > 1:
        return translate("callsetup", "all lines")
    return translate("roles", ", ").join(plain(names.get(place, place), 40) for place in found)


def gap_words(gap: Gap, plant: Plant) -> str:
    """A gap as a sentence: "No Maintenance: L2 Press – Night shift: Sun"."""
    where = lines_words(gap.places, plant)
    when = translate("callsetup", "the whole week") if gap.always else spells_words(gap.spells)
    return translate("callsetup", "No {0} · {1} · {2}").format(role_word(gap.role), where, when)
