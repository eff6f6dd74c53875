"""Actions as cards of a board, and what its columns are called."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from console.domain.action_flow import DOING, DONE, EFFECTIVE, OPEN, VERIFIED, ActionOnFlow
from console.domain.actions import Priority
from widgets.actions.rows import Row
from widgets.actions.words import ActionCounts, priority_word, source_word, stage_word
from widgets.cardflow.faces import CardFace, CardLine, Mark
from widgets.plain import plain

NEAR = 7  # days from which a day is told as a date


def column_title(column: str) -> str:
    """What a column of actions is called."""
    translate = QCoreApplication.translate
    titles = {
        OPEN: translate("actioncolumns", "Open"),
        DOING: translate("actioncolumns", "Being done"),
        DONE: translate("actioncolumns", "To verify"),
        VERIFIED: translate("actioncolumns", "Effect to be seen"),
        EFFECTIVE: translate("actioncolumns", "Held, 30 days"),
    }
    return titles[column]


def column_hint(column: str) -> str:
    """What an empty column waits for."""
    translate = QCoreApplication.translate
    hints = {
        OPEN: translate("actioncolumns", "New actions begin here, and those that did not hold."),
        DOING: translate("actioncolumns", "Drag an action here when you begin with it."),
        DONE: translate("actioncolumns", "What is done waits here until somebody has verified it."),
        VERIFIED: translate("actioncolumns", "What was verified waits here for the day on which its effect is seen."),
        EFFECTIVE: translate("actioncolumns", "What held lies here for 30 days."),
    }
    return hints[column]


def face_of(row: Row, lane: str, now: datetime) -> CardFace:
    """The card of an action; its age is told in days of the plant's own clock where `now` is."""
    action, shown = row.shown.action, ActionOnFlow(row.shown.action)
    role, words = _due(row)
    days = (now.date() - action.made.astimezone(now.tzinfo).date()).days
    age = ActionCounts().age(days) if action.open else ""
    urgent = "flag" if action.priority.rank >= Priority.HIGH.rank and action.open else ""
    source = source_word(action.source) if action.source else ""
    when = (CardLine(words, role, urgent, right=age, right_icon="history"),) if words or age else ()
    lines = (
        *when,
        CardLine(plain(row.shown.owner or action.owner, 60), "text", "user"),
        CardLine(plain(row.place, 120), "text_muted", "map-pin", right=source),
    )
    more = [ActionCounts().old(days), stage_word(action.stage), priority_word(action.priority)]
    more += [plain(action.text, 500), plain(action.outcome, 500)]
    return CardFace(
        action.id,
        shown.column,
        lane,
        shown.rank,
        plain(action.title, 200),
        "",
        lines,
        mark=_mark(row),
        blocked=plain(action.blocked, 500) if action.to_do else "",
        more=tuple(line for line in more if line),
    )


def _due(row: Row) -> tuple[str, str]:
    """Colour role and words of the day until which something is wanted."""
    if row.left is None or row.day is None:
        return "text_muted", ""
    words = ActionCounts().left(row.left) if row.left <= NEAR else row.day.isoformat()
    return "bad" if row.left < 0 else "warning" if row.left <= 1 else "text_muted", words


def _mark(row: Row) -> Mark:
    if row.left is None or not row.shown.action.open:
        return Mark.NONE
    return Mark.BAD if row.left < 0 else Mark.WARNING if row.left <= 1 else Mark.NONE
