"""How questions are kept."""

from __future__ import annotations

from dataclasses import replace

from console.app.handlers import handles
from console.app.handlers.people import AlreadyThere
from console.domain.commands import Stamp
from console.domain.commands import questions as ask
from console.domain.desk import Desk
from console.domain.questions import SavedQuestion, checked_saved


@handles(ask.KeepQuestion)
def keep_question(desk: Desk, stamp: Stamp, command: ask.KeepQuestion) -> None:
    """Keep what is asked, under its name."""
    given = command.question
    if command.version:
        desk.need(SavedQuestion, given.id)
        desk.expect(SavedQuestion, given.id, command.version)
    elif desk.get(SavedQuestion, given.id) is not None:
        raise AlreadyThere(kind="saved_question", id=given.id)
    kept = checked_saved(given, desk.find(SavedQuestion))
    desk.put(replace(kept, by=stamp.who, at=stamp.at))


@handles(ask.RemoveQuestion)
def remove_question(desk: Desk, stamp: Stamp, command: ask.RemoveQuestion) -> None:
    """Take it away."""
    desk.need(SavedQuestion, command.question)
    desk.expect(SavedQuestion, command.question, command.version)
    desk.remove(SavedQuestion, command.question)
