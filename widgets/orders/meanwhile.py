"""What another person changed about an order, in words: before and after."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from console.domain.orders import Field, OrderChange, WorkOrder
from widgets.numbers import UNKNOWN, whole
from widgets.orders.naming import column_word, field_word, line_word
from widgets.orders.typed import when_written
from widgets.plain import plain

if TYPE_CHECKING:
    from console.app.console import Console


def difference_words(before: WorkOrder, after: WorkOrder, console: Console, zone: tzinfo | None) -> list[str]:
    """One line for each thing that a form shows and that is another one now."""
    found = []
    for field in Field:
        was, now = getattr(before, field.value), getattr(after, field.value)
        if was != now:
            found.append(_line(field_word(field), _value(field, was, console, zone), _value(field, now, console, zone)))
    if before.column != after.column:
        found.append(_line(_word("Column"), column_word(before.column), column_word(after.column)))
    plan = [_plan(one) for one in (before, after)]
    if plan[0] != plan[1]:
        found.append(_line(_word("Planned for"), *plan))
    if _steps(before) != _steps(after):
        found.append(_word("The steps are others"))
    return found


def change_words(change: OrderChange, console: Console, zone: tzinfo | None) -> str:
    """One field that the line has not taken note of, before and after."""
    before, after = (_stored(change.field, text, console, zone) for text in (change.before, change.after))
    return _line(field_word(change.field), before, after)


def _line(name: str, before: str, after: str) -> str:
    words = QCoreApplication.translate("orders", "{0}: {1} → {2}")
    return words.format(name, before or UNKNOWN, after or UNKNOWN)


def _word(text: str) -> str:
    translate = QCoreApplication.translate
    match text:
        case "Column":
            return translate("orders", "Column")
        case "Planned for":
            return translate("orders", "Planned for")
    return translate("orders", "The steps are others")


def _value(field: Field, value: object, console: Console, zone: tzinfo | None) -> str:
    if isinstance(value, bool):
        return QCoreApplication.translate("orders", "yes") if value else QCoreApplication.translate("orders", "no")
    if isinstance(value, int):
        return whole(value)
    if isinstance(value, datetime):
        return when_written(value, zone)
    return line_word(console, str(value)) if field is Field.LINE else plain(value or "", 80)


def _stored(field: Field, text: str, console: Console, zone: tzinfo | None) -> str:
    """A value as a change keeps it."""
    if field is Field.RUSH:
        return _value(field, text == "True", console, zone)
    if field is Field.QUANTITY and text.isdecimal():
        return whole(int(text))
    if field is Field.DUE and text:
        return when_written(datetime.fromisoformat(text), zone)
    return _value(field, text, console, zone)


def _plan(order: WorkOrder) -> str:
    day = order.planned_day.isoformat() if order.planned_day is not None else ""
    return " ".join(part for part in (day, plain(order.planned_shift, 40)) if part)


def _steps(order: WorkOrder) -> tuple[tuple[str, str, float, datetime | None], ...]:
    return tuple((step.name, step.station, step.seconds, step.due) for step in order.steps)
