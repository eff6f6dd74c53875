"""What people read about actions and reviews: stages, moves, priorities, and why something cannot be so."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from console.domain.actions import Move, Priority, Stage
from console.domain.errors import Refusal
from console.domain.reviews import Because
from widgets.plain import plain
from widgets.trail.words import field_word

translate = QCoreApplication.translate

STAGES: dict[str, str] = {
    Stage.OPEN: QT_TRANSLATE_NOOP("actions", "Open"),
    Stage.DOING: QT_TRANSLATE_NOOP("actions", "Being done"),
    Stage.DONE: QT_TRANSLATE_NOOP("actions", "Done · to be verified"),
    Stage.VERIFIED: QT_TRANSLATE_NOOP("actions", "Verified · effect to be seen"),
    Stage.EFFECTIVE: QT_TRANSLATE_NOOP("actions", "Held"),
    Stage.DROPPED: QT_TRANSLATE_NOOP("actions", "Dropped"),
}
STAGE_ICON = {
    Stage.OPEN: "square",
    Stage.DOING: "play",
    Stage.DONE: "circle-check",
    Stage.VERIFIED: "badge-check",
    Stage.EFFECTIVE: "lock",
    Stage.DROPPED: "x",
}
PRIORITIES: dict[str, str] = {
    Priority.LOW: QT_TRANSLATE_NOOP("actions", "Low"),
    Priority.NORMAL: QT_TRANSLATE_NOOP("actions", "Normal"),
    Priority.HIGH: QT_TRANSLATE_NOOP("actions", "High"),
    Priority.URGENT: QT_TRANSLATE_NOOP("actions", "Urgent"),
}
MOVES: dict[str, str] = {
    Move.MAKE: QT_TRANSLATE_NOOP("actions", "Made"),
    Move.PLAN: QT_TRANSLATE_NOOP("actions", "Planned anew"),
    Move.BEGIN: QT_TRANSLATE_NOOP("actions", "Begun"),
    Move.BLOCK: QT_TRANSLATE_NOOP("actions", "Blocked"),
    Move.UNBLOCK: QT_TRANSLATE_NOOP("actions", "Goes on"),
    Move.DO: QT_TRANSLATE_NOOP("actions", "Done"),
    Move.VERIFY: QT_TRANSLATE_NOOP("actions", "Verified"),
    Move.REFUTE: QT_TRANSLATE_NOOP("actions", "Not done rightly"),
    Move.CONFIRM: QT_TRANSLATE_NOOP("actions", "It held"),
    Move.DENY: QT_TRANSLATE_NOOP("actions", "It did not hold: open again"),
    Move.REPEAT: QT_TRANSLATE_NOOP("actions", "It happened again: open again"),
    Move.DROP: QT_TRANSLATE_NOOP("actions", "Dropped"),
    Move.REOPEN: QT_TRANSLATE_NOOP("actions", "Reopened"),
    Move.REMIND: QT_TRANSLATE_NOOP("actions", "Reminded"),
}
SOURCES: dict[str, str] = {
    "andon_call": QT_TRANSLATE_NOOP("actions", "Call"),
    "review": QT_TRANSLATE_NOOP("actions", "Review"),
    "work_order": QT_TRANSLATE_NOOP("actions", "Work order"),
    "finding": QT_TRANSLATE_NOOP("actions", "Finding"),
    "safety_event": QT_TRANSLATE_NOOP("actions", "Safety report"),
    "": QT_TRANSLATE_NOOP("actions", "Made by hand"),
}
BECAUSE: dict[str, str] = {
    Because.SEVERITY: QT_TRANSLATE_NOOP("actions", "severe enough"),
    Because.REPEATS: QT_TRANSLATE_NOOP("actions", "came back too often"),
}
REFUSED: dict[str, str] = {  # by code, for widgets.refusals
    "action_still_open": QT_TRANSLATE_NOOP("refusals", "This action is open. Only one that has ended can be reopened."),
    "action_past_stage": QT_TRANSLATE_NOOP("refusals", "The action is further than that already. Look at it again."),
    "action_not_done": QT_TRANSLATE_NOOP("refusals", "Nothing was done yet. Say first what was done."),
    "action_not_verified": QT_TRANSLATE_NOOP(
        "refusals", "Whether it holds can only be said of an action that was verified. Verify it first."
    ),
    "action_effect_early": QT_TRANSLATE_NOOP(
        "refusals", "Its days are not over yet. Whether it held can be said on the day of the effect check."
    ),
    "action_own_work": QT_TRANSLATE_NOOP(
        "refusals", "You did this yourself, and what it came from is severe: somebody else has to verify it."
    ),
    "action_reason_wanted": QT_TRANSLATE_NOOP("refusals", "Say why: whoever reads it later has only these words."),
    "action_outcome_needed": QT_TRANSLATE_NOOP("refusals", "Say what was done: without it nobody can verify it."),
    "action_person_needed": QT_TRANSLATE_NOOP("refusals", "Only a person can do this. Sign in first."),
    "action_reminder_over": QT_TRANSLATE_NOOP("refusals", "Nobody need be reminded of this any more."),
    "review_done": QT_TRANSLATE_NOOP("refusals", "This review is done. What it says stays as it is."),
    "article_unfit": QT_TRANSLATE_NOOP("refusals", "An article needs a title and a text."),
}


def stage_word(stage: Stage) -> str:
    """How far an action is."""
    return translate("actions", STAGES[stage])


def priority_word(priority: Priority) -> str:
    """How urgent it is."""
    return translate("actions", PRIORITIES[priority])


def move_word(move: Move) -> str:
    """What happened, as the timeline tells it."""
    return translate("actions", MOVES[move])


def source_word(kind: str) -> str:
    """What kind of record an action came from."""
    return translate("actions", SOURCES[kind]) if kind in SOURCES else plain(kind, 40)


def because_word(because: Because) -> str:
    """Why a review is wanted."""
    return translate("actions", BECAUSE[because])


class ActionCounts(QObject):
    """Words that count: lupdate sees plurals only where an object says them."""

    def left(self, days: int) -> str:
        """How many days are left, or for how many it is overdue."""
        if days == 0:
            return self.tr("due today")
        if days > 0:
            return self.tr("due in %n day(s)", "", days)
        return self.tr("%n day(s) overdue", "", -days)

    def age(self, days: int) -> str:
        """The same where there is little room."""
        return self.tr("%n d", "", max(0, days))

    def old(self, days: int) -> str:
        """How long ago it was made."""
        return self.tr("made %n day(s) ago", "", days) if days > 0 else self.tr("made today")

    def helped(self, times: int) -> str:
        """How often an article helped; "" for never."""
        return self.tr("helped %n time(s)", "", times) if times else ""

    def again(self, times: int) -> str:
        """How often something had come back."""
        return self.tr("came back %n time(s) in 30 days", "", times)


def _already(refusal: Refusal) -> str:
    name = refusal.facts.get("name")
    if name:
        return translate("refusals", "{0} has done this already. Nothing is lost.").format(plain(name, 60))
    return translate("refusals", "This was done already. Nothing is lost.")


def _ended(refusal: Refusal) -> str:
    return translate("refusals", "This action has ended. Reopen it if it is not over.")


def _unfit(refusal: Refusal) -> str:
    match refusal.facts.get("field"):
        case "title":
            return translate("refusals", "Say in a few words what shall be done.")
        case "owner":
            return translate("refusals", "Choose the one person who answers for it.")
        case "effect_days":
            return translate("refusals", "The effect is looked at after 1 to 365 days.")
    field = field_word(str(refusal.facts.get("field", "")))
    return translate("refusals", "This cannot be so. Look at it again: {0}.").format(field)


def _unfinished(refusal: Refusal) -> str:
    if refusal.facts.get("field") == "root_cause":
        return translate("refusals", "Tell the root cause first: a review without one has found nothing.")
    return translate("refusals", "Answer at least the first why.")


SPECIAL: Mapping[str, Callable[[Refusal], str]] = {
    "action_already_done": _already,
    "action_ended": _ended,
    "action_unfit": _unfit,
    "review_unfinished": _unfinished,
}
