"""What happened to an action and what was said about it, as entries of the timeline."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from console.app.queries.actions import ActionFile, StepShown
from console.domain.actions import Move
from widgets.actions.words import move_word
from widgets.calls.naming import nobody_words, who_word
from widgets.calls.timeline import Entry
from widgets.plain import plain, plain_block

MARK = {
    Move.MAKE: ("list-checks", "text"),
    Move.PLAN: ("pencil", "text_muted"),
    Move.BEGIN: ("play", "text"),
    Move.BLOCK: ("octagon-pause", "warning"),
    Move.UNBLOCK: ("play", "text"),
    Move.DO: ("circle-check", "text"),
    Move.VERIFY: ("badge-check", "good"),
    Move.REFUTE: ("rotate-ccw", "bad"),
    Move.CONFIRM: ("lock", "good"),
    Move.DENY: ("rotate-ccw", "bad"),
    Move.REPEAT: ("siren", "bad"),
    Move.DROP: ("x", "text_muted"),
    Move.REOPEN: ("rotate-ccw", "bad"),
    Move.REMIND: ("clock", "warning"),
}


def entries(file: ActionFile) -> list[Entry]:
    """Steps and comments of an action in the order of time."""
    made = [_step(shown) for shown in file.steps]
    for said in file.thread:
        at, text = said.comment.at.timestamp(), plain_block(said.comment.text)
        made.append(Entry(at, "message-square", "accent", plain(said.by or "–", 60), "", text))
    return sorted(made, key=lambda entry: (entry.at, entry.order))


def _step(shown: StepShown) -> Entry:
    step = shown.step
    icon, role = MARK[step.move]
    people = ", ".join(plain(name, 60) for name in shown.people)
    body = plain_block(step.note)
    if step.move is Move.REMIND:
        due = QCoreApplication.translate("actions", "due {0}").format(plain(step.note, 20))
        body = f"{people or nobody_words()} · {due}"
    elif step.move is Move.REPEAT:
        body = "\n".join(plain(one, 200) for one in shown.refs)
    elif step.move in (Move.MAKE, Move.PLAN):
        due = QCoreApplication.translate("actions", "due {0}").format(plain(step.note, 20)) if step.note else ""
        body = " · ".join(part for part in (f"→ {people}" if people else "", due) if part)
    order = list(Move).index(step.move)
    return Entry(step.at.timestamp(), icon, role, move_word(step.move), who_word(step.who, shown.who), body, order)
