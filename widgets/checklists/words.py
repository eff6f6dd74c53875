"""What people read about checklists: purposes, kinds of answer, evidence, the parts of an item and what is in them."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.checklists import TOP, Asks, Evidence, Form, Item, Purpose, Words
from console.domain.errors import Refusal
from widgets.languages import chinese
from widgets.numbers import UNKNOWN, percent
from widgets.plain import plain
from widgets.refusals import words_of

PURPOSES: dict[str, str] = {
    Purpose.FIVE_S: QT_TRANSLATE_NOOP("checklists", "5S"),
    Purpose.SIX_S: QT_TRANSLATE_NOOP("checklists", "6S"),
    Purpose.MAINTENANCE: QT_TRANSLATE_NOOP("checklists", "Maintenance round"),
    Purpose.START: QT_TRANSLATE_NOOP("checklists", "Start of shift"),
    Purpose.PATROL: QT_TRANSLATE_NOOP("checklists", "Patrol"),
    Purpose.LAYERED: QT_TRANSLATE_NOOP("checklists", "Layered process audit"),
    Purpose.BRIEFING: QT_TRANSLATE_NOOP("checklists", "Briefing"),
    Purpose.OTHER: QT_TRANSLATE_NOOP("checklists", "Other"),
}
ASKS: dict[str, str] = {
    Asks.SCORE: QT_TRANSLATE_NOOP("checklists", "Score 0 to 4"),
    Asks.YES_NO: QT_TRANSLATE_NOOP("checklists", "Yes or no"),
    Asks.MEASURE: QT_TRANSLATE_NOOP("checklists", "Measure"),
    Asks.TEXT: QT_TRANSLATE_NOOP("checklists", "Text"),
    Asks.PHOTO: QT_TRANSLATE_NOOP("checklists", "Photo"),
}
EVIDENCES: dict[str, str] = {
    Evidence.NEVER: QT_TRANSLATE_NOOP("checklists", "No picture"),
    Evidence.WEAK: QT_TRANSLATE_NOOP("checklists", "Picture where weak"),
    Evidence.ALWAYS: QT_TRANSLATE_NOOP("checklists", "Picture always"),
}
PARTS: dict[str, str] = {  # fields of an item, a section and a form
    "words": QT_TRANSLATE_NOOP("checklists", "Words"),
    "hint": QT_TRANSLATE_NOOP("checklists", "Hint"),
    "asks": QT_TRANSLATE_NOOP("checklists", "Kind of answer"),
    "weight": QT_TRANSLATE_NOOP("checklists", "Weight"),
    "evidence": QT_TRANSLATE_NOOP("checklists", "Evidence"),
    "red_line": QT_TRANSLATE_NOOP("checklists", "Red line"),
    "low": QT_TRANSLATE_NOOP("checklists", "Least"),
    "high": QT_TRANSLATE_NOOP("checklists", "Most"),
    "unit": QT_TRANSLATE_NOOP("checklists", "Unit"),
    "picture": QT_TRANSLATE_NOOP("checklists", "Help picture"),
    "may_skip": QT_TRANSLATE_NOOP("checklists", "May be skipped"),
}
UNFIT: dict[str, str] = {  # by the field that FormUnfit names
    "words": QT_TRANSLATE_NOOP("checklists", "Say it in words, in one language at least."),
    "weight": QT_TRANSLATE_NOOP("checklists", "The weight is a number above 0, at most 100."),
    "low": QT_TRANSLATE_NOOP("checklists", "The least is not above the most, and only a measure has limits."),
    "unit": QT_TRANSLATE_NOOP("checklists", "The unit is too long: at most 20 signs."),
    "red_line": QT_TRANSLATE_NOOP("checklists", "A red line needs an answer that can be weak: a measure needs limits."),
    "passes": QT_TRANSLATE_NOOP("checklists", "The share is above 0 and at most 100 %."),
    "id": QT_TRANSLATE_NOOP("checklists", "Two parts have the same id."),
    "items": QT_TRANSLATE_NOOP("checklists", "Each section has an item; at most 30 sections and 300 items in all."),
}


def purpose_word(purpose: Purpose) -> str:
    """A purpose in the language of the moment."""
    return QCoreApplication.translate("checklists", PURPOSES[purpose])


def asks_word(asks: Asks) -> str:
    """A kind of answer."""
    return QCoreApplication.translate("checklists", ASKS[asks])


def evidence_word(evidence: Evidence) -> str:
    """When a picture is wanted."""
    return QCoreApplication.translate("checklists", EVIDENCES[evidence])


def part_word(field: str) -> str:
    """The name of a field of an item, a section or a form."""
    return QCoreApplication.translate("checklists", PARTS.get(field, PARTS["words"]))


def said(words: Words, limit: int = 300) -> str:
    """Words in the language of the moment, else in the other."""
    return plain(words.said(chinese()), limit)


def both(words: Words) -> str:
    """Words in both languages, for a place where either can have changed."""
    return " / ".join(plain(part, 400) for part in (words.en, words.zh) if part) or UNKNOWN


def value_words(item: Item, field: str) -> str:
    """What a field of an item holds."""
    translate = QCoreApplication.translate
    value = getattr(item, field)
    if isinstance(value, Words):
        return both(value)
    if isinstance(value, Asks):
        return asks_word(value)
    if isinstance(value, Evidence):
        return evidence_word(value)
    if isinstance(value, bool):
        return translate("checklists", "yes") if value else translate("checklists", "no")
    if field == "picture":
        return translate("checklists", "a picture") if value else translate("checklists", "none")
    if isinstance(value, float | int):
        return f"{value:.10g}"
    return plain(value, 60) if value else UNKNOWN


def passes_words(form: Form) -> str:
    """The share from which a run passes, as it is said."""
    if form.passes is None:
        return QCoreApplication.translate("checklists", "not judged")
    return percent(form.passes, 0 if float(form.passes * 100).is_integer() else 1)


def limits_words(item: Item) -> str:
    """The limits of a measure: 5 to 7 bar; "" where there are none."""
    translate, unit = QCoreApplication.translate, plain(item.unit, 20)
    low, high = (f"{limit:.10g}" if limit is not None else "" for limit in (item.low, item.high))
    if low and high:
        text = translate("checklists", "{0} to {1}").format(low, high)
    elif low:
        text = translate("checklists", "at least {0}").format(low)
    elif high:
        text = translate("checklists", "at most {0}").format(high)
    else:
        return unit
    return f"{text} {unit}".strip()


def demands(item: Item) -> list[str]:
    """What an item wants beside its answer, in a few words each."""
    translate = QCoreApplication.translate
    found = [translate("checklists", "Red line")] if item.red_line else []
    if item.evidence is not Evidence.NEVER:
        found.append(evidence_word(item.evidence))
    if item.asks is Asks.MEASURE and limits_words(item):
        found.append(limits_words(item))
    if item.weight != 1:
        found.append(translate("checklists", "counts {0}×").format(f"{item.weight:.4g}"))
    if not item.may_skip:
        found.append(translate("checklists", "cannot be skipped"))
    return found


def unfit_words(refusal: Refusal) -> str:
    """What is wrong about a form, by the field that the refusal names."""
    if refusal.code != "form_unfit":
        return words_of(refusal)
    text = UNFIT.get(str(refusal.facts.get("field", "")))
    return QCoreApplication.translate("checklists", text) if text else words_of(refusal)


def scores() -> tuple[str, ...]:
    """What can be pressed for a score."""
    return tuple(str(score) for score in range(TOP + 1))
