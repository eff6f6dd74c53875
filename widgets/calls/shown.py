"""A call as the screens show it, with the names and times that belong to it, and what is said about it in one line."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from console.domain.andon import Call, Category, Severity, Stage
from console.domain.people import Role
from widgets.calls.naming import late_word, severity_word, wanted_word
from widgets.people.words import role_word
from widgets.plain import plain
from widgets.words import elapsed


@dataclass(frozen=True, slots=True)
class CallRow:
    """One call. `due`: the stage that is wanted next and until when (seconds UTC), None where nothing is wanted."""

    call: Call
    category: Category | None
    place: str  # "L2 · 40 Press 04"
    owner: str = ""  # name of who has it, "" = nobody
    told: str = ""  # names of those who were told last
    due: tuple[Stage, float] | None = None
    unshared: bool = False  # saved here, the shared database does not have it yet
    tells: float | None = None  # when somebody more is told if nobody answers (seconds UTC); None: nobody more

    @property
    def since(self) -> float:
        """Since when its age counts, seconds UTC."""
        return self.call.waiting_since.timestamp()

    @property
    def category_name(self) -> str:
        """What its category is called."""
        return plain(self.category.name if self.category else self.call.category, 60)

    @property
    def told_role(self) -> Role | None:
        """The role of the highest level that was told; None where nobody was."""
        if self.category is None or self.call.level < 0:
            return None
        rungs = (self.category.owner, *(rung.role for rung in self.category.ladder))
        return rungs[min(self.call.level, len(rungs) - 1)]


def worst_first(shown: CallRow) -> tuple[object, ...]:
    """The order of a list of open calls: the most severe first, then the oldest; what only waits to be ended last."""
    done = shown.call.stage.rank >= Stage.RESOLVED.rank
    return (done, -shown.call.severity.rank, shown.since, shown.call.id)


def subject(shown: CallRow) -> str:
    """Category and what is wrong, in one line."""
    text = plain(shown.call.text or shown.call.code, 200)
    return f"{shown.category_name} — {text}" if text else shown.category_name


def standing(shown: CallRow) -> str:
    """How far it is and who has it, in one line."""
    translate, call = QCoreApplication.translate, shown.call
    owner = plain(shown.owner, 40) or "–"
    match call.stage:
        case Stage.RAISED:
            said = translate("calls", "Waiting for acknowledgement")
        case Stage.ACKNOWLEDGED:
            said = translate("calls", "Acknowledged · {0}").format(owner)
        case Stage.ON_SITE:
            said = translate("calls", "On site · {0}").format(owner)
        case Stage.CONTAINED:
            said = translate("calls", "Contained · {0}").format(owner)
        case Stage.RESOLVED:
            said = translate("calls", "Resolved · to be ended")
        case Stage.VERIFIED:
            said = translate("calls", "Verified · to be closed")
        case Stage.CLOSED:
            said = translate("calls", "Rejected: no call") if call.rejected else translate("calls", "Closed")
    climbed = level_words(shown) if call.stage is Stage.RAISED else ""
    return climbed or said


def level_words(shown: CallRow) -> str:
    """How far up it was escalated; "" where only the owner's role was told."""
    if shown.call.level < 1:
        return ""
    role = shown.told_role
    words = QCoreApplication.translate("calls", "Escalated to level {0} · {1}")
    return words.format(shown.call.level, role_word(role) if role else "–")


def owner_words(shown: CallRow) -> str:
    """Who has it, or that nobody has."""
    return plain(shown.owner, 40) or QCoreApplication.translate("calls", "No owner")


def overdue(shown: CallRow, now: float) -> bool:
    """Whether what is wanted next should have been there by now."""
    return shown.due is not None and now > shown.due[1]


def due_words(shown: CallRow, now: float) -> str:
    """The next deadline, or for how long it is over; "" where nothing is wanted."""
    if shown.due is None:
        return ""
    stage, until = shown.due
    words = late_word(stage) if now > until else wanted_word(stage)
    return words.format(short(abs(until - now)))


def short(seconds: float) -> str:
    """mm:ss below an hour, else hh:mm:ss."""
    words = elapsed(seconds)
    return words[3:] if words.startswith("00:") else words


def repeats_words(shown: CallRow) -> str:
    """How often it was heard altogether; "" for once."""
    times = shown.call.repeats + 1
    return QCoreApplication.translate("calls", "heard {0} times").format(times) if times > 1 else ""


def whole_sentence(shown: CallRow, now: float) -> str:
    """Everything of a row, for people who listen instead of look."""
    age = elapsed(now - shown.since)
    parts = [severity_word(shown.call.severity), shown.place, subject(shown), age, standing(shown)]
    return ". ".join(part for part in (*parts, due_words(shown, now)) if part)


__all__ = ["CallRow", "Severity", "due_words", "overdue", "standing", "subject", "whole_sentence", "worst_first"]
