"""What a row says about a topic, in the tree and in the list of those found."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt

from console.telemetry.topics import TopicEntry
from widgets.numbers import decimal, whole
from widgets.plain import plain, tip
from widgets.tables import ICON, TONE
from widgets.times import span

NAME, COUNT, RATE, AGE, MAPPING = range(5)
FIGURES = (COUNT, RATE, AGE)


def column_names() -> tuple[str, ...]:
    """The names of the columns."""
    translate = QCoreApplication.translate
    return (
        translate("topics", "Topic"),
        translate("topics", "Messages"),
        translate("topics", "Per second"),
        translate("topics", "Age"),
        translate("topics", "Plant file"),
    )


def troubled(entry: TopicEntry) -> bool:
    """Whether something is odd about a topic's messages."""
    return bool(entry.bad or entry.note)


def mapping_word(entry: TopicEntry) -> str:
    """Whether a rule of the plant file hears the topic, or that there is trouble."""
    translate = QCoreApplication.translate
    if troubled(entry):
        return translate("topics", "Problem")
    return translate("topics", "Mapped") if entry.mapped else translate("topics", "Not mapped")


def mapping_icon(entry: TopicEntry) -> tuple[str, str]:
    """Icon and colour role of the same."""
    if troubled(entry):
        return "triangle-alert", "warning"
    return ("link", "text_muted") if entry.mapped else ("unplug", "text_faint")


def rate_words(rate: float) -> str:
    """Messages a second; tenths below ten."""
    return decimal(rate, 1) if rate < 10 else whole(rate)


def entry_data(entry: TopicEntry, column: int, role: int, now: float) -> object:
    """What an item model answers for a cell of a topic, all but its name."""
    if role == Qt.ItemDataRole.DisplayRole:
        return _words(entry, column, now)
    if role == TONE:
        if column == MAPPING:
            return "warning" if troubled(entry) else "text_muted" if entry.mapped else "text_faint"
        return "text" if column == NAME else "text_muted"
    if role == ICON and column == MAPPING:
        return mapping_icon(entry)
    if role == Qt.ItemDataRole.ToolTipRole:
        return tip(plain(entry.note) if column == MAPPING and entry.note else plain(entry.topic))
    return None


def _words(entry: TopicEntry, column: int, now: float) -> str:
    if column == COUNT:
        return whole(entry.count)
    if column == RATE:
        return rate_words(entry.rate())
    if column == AGE:
        return span(max(now - entry.heard_at, 0.0)) if entry.heard_at else ""
    return mapping_word(entry) if column == MAPPING else plain(entry.topic)
