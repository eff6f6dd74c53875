"""What people read about calls: why one cannot be moved so, why a category, a rule or a duty cannot be so."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.andon import AskKind
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
    "call_no_such_ask": QT_TRANSLATE_NOOP(
        "refusals", "The category does not ask for this any more. Look at the call again."
    ),
    "call_answer_needed": QT_TRANSLATE_NOOP("refusals", "Fill this in first, the category wants it known: {name}."),
    "call_reason_wanted": QT_TRANSLATE_NOOP("refusals", "Say why: whoever reads the call later has only these words."),
    "call_person_needed": QT_TRANSLATE_NOOP("refusals", "Only a person can do this. Sign in first."),
    "call_answered": QT_TRANSLATE_NOOP("refusals", "Somebody has answered the call: nobody more need be told."),
    "call_no_such_rung": QT_TRANSLATE_NOOP("refusals", "The category's ladder has no such step any more."),
    "shelf_reason_wanted": QT_TRANSLATE_NOOP("refusals", "Say why it is shelved: the next shift has only these words."),
    "shelf_person_needed": QT_TRANSLATE_NOOP("refusals", "Only a person can shelve an alarm. Sign in first."),
    "shelf_too_long": QT_TRANSLATE_NOOP(
        "refusals", "Nothing stays shelved for longer than {hours} hours without somebody looking at it again."
    ),
    "never_shelved": QT_TRANSLATE_NOOP(
        "refusals", "A critical alarm is never shelved. Deal with it, or have its severity changed in Call setup."
    ),
    "call_cause_named": QT_TRANSLATE_NOOP(
        "refusals", "Calls name this cause, so it stays: {name}. Give it another name, or put it at the end."
    ),
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


def _answer_unfit(refusal: Refusal) -> str:
    name, kind = plain(refusal.facts.get("name") or "", 60), refusal.facts.get("kind")
    if kind == AskKind.NUMBER:
        return translate("refusals", "Type a number, like 12 or 0.5: {0}.").format(name)
    if kind == AskKind.CHOICE:
        return translate("refusals", "This is not on the list any more. Choose again: {0}.").format(name)
    most = refusal.facts.get("most")
    return translate("refusals", "At most {0} characters: {1}.").format(most, name)


def _already_shelved(refusal: Refusal) -> str:
    name = plain(refusal.facts.get("name") or "", 60)
    if name:
        return translate("refusals", "{0} has shelved this already. Look at the list of shelved alarms.").format(name)
    return translate("refusals", "This is shelved already. Look at the list of shelved alarms.")


def _shelf_ended(refusal: Refusal) -> str:
    name = plain(refusal.facts.get("name") or "", 60)
    if name:
        return translate("refusals", "{0} has ended this shelving already. Nothing is lost.").format(name)
    return translate("refusals", "Its time is over already. Nothing is lost.")


SPECIAL: Mapping[str, Callable[[Refusal], str]] = {
    "call_already_done": _already_done,
    "call_closed": _closed,
    "call_answer_unfit": _answer_unfit,
    "category_unfit": _unfit,
    "rule_unfit": _unfit,
    "shelf_unfit": _unfit,
    "baseline_unfit": _unfit,
    "already_shelved": _already_shelved,
    "shelf_ended": _shelf_ended,
    "duty_unfit": _unfit,
}
