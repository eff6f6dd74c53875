"""What people read about calls: why one cannot be moved so, why a category, a rule or a duty cannot be so."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.errors import Refusal
from widgets.plain import plain
from widgets.trail.words import field_word

translate = QCoreApplication.translate

REFUSED: dict[str, str] = {  # by code, for widgets.refusals
    "call_still_open": QT_TRANSLATE_NOOP("refusals", "This call is open. Only a closed one can be reopened."),
    "call_past_stage": QT_TRANSLATE_NOOP("refusals", "The call is further than that already. Look at it again."),
    "call_not_resolved": QT_TRANSLATE_NOOP(
        "refusals", "Nothing was resolved yet that could be verified or refuted. Resolve the call first."
    ),
    "call_not_verified": QT_TRANSLATE_NOOP(
        "refusals", "A call this severe is closed only after somebody has verified the countermeasure. Verify it first."
    ),
    "call_own_work": QT_TRANSLATE_NOOP(
        "refusals", "You resolved this call yourself, and it is severe: somebody else has to verify it."
    ),
    "call_cause_needed": QT_TRANSLATE_NOOP("refusals", "Tell the cause first: without it nobody learns from the call."),
    "call_no_such_cause": QT_TRANSLATE_NOOP(
        "refusals", "This cause is not on the category's list any more. Choose another one."
    ),
    "call_countermeasure_needed": QT_TRANSLATE_NOOP(
        "refusals", "Tell the countermeasure first: what was done about it."
    ),
    "call_reason_wanted": QT_TRANSLATE_NOOP("refusals", "Say why: whoever reads the call later has only these words."),
    "call_person_needed": QT_TRANSLATE_NOOP("refusals", "Only a person can do this. Sign in first."),
    "call_answered": QT_TRANSLATE_NOOP("refusals", "Somebody has answered the call: nobody more need be told."),
    "call_no_such_rung": QT_TRANSLATE_NOOP("refusals", "The category's ladder has no such step any more."),
    "comment_empty": QT_TRANSLATE_NOOP("refusals", "Write something first."),
}


def _already_done(refusal: Refusal) -> str:
    name = refusal.facts.get("name")
    if name:
        return translate("refusals", "{0} has done this already. Nothing is lost.").format(plain(name, 60))
    return translate("refusals", "This was done already. Nothing is lost.")


def _closed(refusal: Refusal) -> str:
    name = refusal.facts.get("name")
    if name:
        return translate("refusals", "{0} has closed this call. Reopen it if it is not over.").format(plain(name, 60))
    return translate("refusals", "This call is closed. Reopen it if it is not over.")


def _unfit(refusal: Refusal) -> str:
    field = field_word(str(refusal.facts.get("field", "")))
    return translate("refusals", "This cannot be so. Look at it again: {0}.").format(field)


SPECIAL: Mapping[str, Callable[[Refusal], str]] = {
    "call_already_done": _already_done,
    "call_closed": _closed,
    "category_unfit": _unfit,
    "rule_unfit": _unfit,
    "duty_unfit": _unfit,
}
