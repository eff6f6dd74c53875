"""What people read about an exchange: fields, whose word holds, what is wrong with a cell, values as they are told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, tzinfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.exchange import NUMBER, Difference, RowError, Truth, Wrong
from console.domain.orders import Field
from widgets.plain import plain

REFUSED = {
    "view_away": QT_TRANSLATE_NOOP(
        "refusals", "{place} does not answer. Look whether it runs and this PC may reach it, then read it again."
    ),
    "view_unfit": QT_TRANSLATE_NOOP("refusals", "It cannot be read so: {why}. Correct the address, password or view."),
}
WRONG: Mapping[Wrong, str] = {
    Wrong.MISSING: QT_TRANSLATE_NOOP("exchange", "Nothing stands here, and it is needed. Fill it in."),
    Wrong.NOT_A_NUMBER: QT_TRANSLATE_NOOP("exchange", "This is no number. Write digits only."),
    Wrong.NOT_WHOLE: QT_TRANSLATE_NOOP("exchange", "Pieces are whole numbers. Round it, or choose the decimal sign."),
    Wrong.TOO_LARGE: QT_TRANSLATE_NOOP("exchange", "The number is too large. Split the order."),
    Wrong.NOT_POSITIVE: QT_TRANSLATE_NOOP("exchange", "It must be more than 0."),
    Wrong.NOT_A_DATE: QT_TRANSLATE_NOOP("exchange", "This is no date as chosen under Columns. Correct either."),
    Wrong.TOO_LONG: QT_TRANSLATE_NOOP("exchange", "The text is too long. Shorten it."),
    Wrong.UNKNOWN_LINE: QT_TRANSLATE_NOOP(
        "exchange", "The plant has no line of this name. Say under Columns which it is."
    ),
    Wrong.NOT_YES_OR_NO: QT_TRANSLATE_NOOP("exchange", "Neither yes nor no. Write 1 or leave it empty."),
    Wrong.UNREADABLE: QT_TRANSLATE_NOOP("exchange", "It holds a sign that cannot be seen. Type it anew."),
    Wrong.TWICE: QT_TRANSLATE_NOOP("exchange", "This number stands above with other words. Keep one of the rows."),
}
NAMES: Mapping[str, str] = {
    NUMBER: QT_TRANSLATE_NOOP("exchange", "Order number"),
    Field.PRODUCT.value: QT_TRANSLATE_NOOP("exchange", "Product"),
    Field.QUANTITY.value: QT_TRANSLATE_NOOP("exchange", "Quantity"),
    Field.LINE.value: QT_TRANSLATE_NOOP("exchange", "Line"),
    Field.DUE.value: QT_TRANSLATE_NOOP("exchange", "Due"),
    Field.RUSH.value: QT_TRANSLATE_NOOP("exchange", "Rush order"),
    Field.NOTE.value: QT_TRANSLATE_NOOP("exchange", "Note"),
    "state": QT_TRANSLATE_NOOP("exchange", "State"),
    "good": QT_TRANSLATE_NOOP("exchange", "Good"),
    "scrap": QT_TRANSLATE_NOOP("exchange", "Scrap"),
    "rework": QT_TRANSLATE_NOOP("exchange", "Rework"),
    "left": QT_TRANSLATE_NOOP("exchange", "Left to make"),
    "made": QT_TRANSLATE_NOOP("exchange", "Planned at"),
    "released": QT_TRANSLATE_NOOP("exchange", "Released at"),
    "started": QT_TRANSLATE_NOOP("exchange", "Started at"),
    "finished": QT_TRANSLATE_NOOP("exchange", "Finished at"),
    "why": QT_TRANSLATE_NOOP("exchange", "Why closed short"),
    "source": QT_TRANSLATE_NOOP("exchange", "Source"),
    "id": QT_TRANSLATE_NOOP("exchange", "Confirmation"),
    "at": QT_TRANSLATE_NOOP("exchange", "Confirmed at"),
    "day": QT_TRANSLATE_NOOP("exchange", "Day of the shift"),
    "shift": QT_TRANSLATE_NOOP("exchange", "Shift"),
    "who": QT_TRANSLATE_NOOP("exchange", "Confirmed by"),
    "counted_good": QT_TRANSLATE_NOOP("exchange", "Counted good"),
    "counted_scrap": QT_TRANSLATE_NOOP("exchange", "Counted scrap"),
    "taken_back": QT_TRANSLATE_NOOP("exchange", "Taken back"),
}


def field_word(name: str) -> str:
    """What a field is called, as a heading of a file too."""
    return QCoreApplication.translate("exchange", NAMES[name])


def wrong_words(wrong: Wrong) -> str:
    """What is wrong with a cell, and what to do."""
    return QCoreApplication.translate("exchange", WRONG[wrong])


def error_words(error: RowError) -> str:
    """The same with the column before it."""
    return f"{plain(error.column, 60)}: {wrong_words(error.wrong)}"


def truth_word(truth: Truth) -> str:
    """Whose word holds."""
    match truth:
        case Truth.FILE:
            return QCoreApplication.translate("exchange", "The source")
        case Truth.CONSOLE:
            return QCoreApplication.translate("exchange", "This console")
        case Truth.ASK:
            return QCoreApplication.translate("exchange", "Ask each time")


def yes_word(yes: bool) -> str:
    """Yes or no."""
    return QCoreApplication.translate("exchange", "Yes") if yes else QCoreApplication.translate("exchange", "No")


def value_word(field: Field, words: str, lines: Mapping[str, str], zone: tzinfo) -> str:
    """A side of a difference as a person reads it."""
    if not words:
        return "–"
    if field is Field.DUE:
        return due_word(datetime.fromisoformat(words), zone)
    if field is Field.LINE:
        return plain(lines.get(words, words))
    if field is Field.RUSH:
        return yes_word(words == str(True))
    return plain(words)


def due_word(at: datetime | None, zone: tzinfo) -> str:
    """A time on the plant's clocks."""
    return at.astimezone(zone).strftime("%Y-%m-%d %H:%M") if at is not None else ""


def sides(one: Difference, lines: Mapping[str, str], zone: tzinfo) -> tuple[str, str, str, str]:
    """Order, field, what it says here, what the source says."""
    ours, theirs = (value_word(one.field, words, lines, zone) for words in (one.ours, one.theirs))
    return plain(one.number), field_word(one.field.value), ours, theirs
