"""What a call hands on: the corrective action that one key makes of it, and what it asks of knowledge and teaches."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from console.domain.actions import DAYS, TITLE_MOST, Priority
from console.domain.andon import Call, Category, Severity
from console.domain.commands.actions import MakeAction
from console.domain.knowledge import Asked

URGENCY = {
    Severity.NOTICE: Priority.LOW,
    Severity.MINOR: Priority.NORMAL,
    Severity.MAJOR: Priority.HIGH,
    Severity.CRITICAL: Priority.URGENT,
}


@dataclass(frozen=True, slots=True)
class Lesson:
    """What an article that is learned from a call begins with."""

    title: str
    text: str
    place: str
    categories: tuple[str, ...]
    codes: tuple[str, ...]
    abouts: tuple[str, ...]
    causes: tuple[str, ...]
    record: str


def corrective(id: str, call: Call, category: Category | None, owner: str, today: date) -> MakeAction:
    """The action against what was called for: its owner is the call's, else whoever makes it; its day by severity."""
    priority = URGENCY[call.severity]
    due = today + timedelta(days=DAYS[priority])
    title, text = subject(call, category)[:TITLE_MOST], "\n".join(told(call, category))
    return MakeAction(id, call.place, title, call.owner or owner, due, text, priority, "andon_call", call.id)


def subject(call: Call, category: Category | None) -> str:
    """What is wrong, in one line."""
    return " ".join((call.text or call.code).split()) or (category.name if category else call.category)


def told(call: Call, category: Category | None) -> list[str]:
    """What is known of it: the cause, what was found, what was done."""
    causes = category.causes if category else ()
    cause = next((one.name for one in causes if one.id == call.cause), call.cause)
    return [part for part in (cause, call.finding, call.countermeasure) if part]


def asked_by(call: Call, way: tuple[str, ...]) -> Asked:
    """What is asked of knowledge about a call."""
    return Asked(call.category, way, call.code, call.about, call.cause, f"{call.text} {call.finding}")


def lesson(call: Call, category: Category | None) -> Lesson:
    """What was learned, as far as the call itself tells it."""
    words = (subject(call, category)[:TITLE_MOST], "\n\n".join(told(call, category)))
    return Lesson(*words, call.place, (call.category,), _one(call.code), _one(call.about), _one(call.cause), call.id)


def _one(value: str) -> tuple[str, ...]:
    return (value,) if value else ()
