"""What things of an order are called: its columns, moves and fields, lines, people, times."""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.orders import DONE, HOLD, PLANNED, RELEASED, RUNNING, Ended, Field
from widgets.board.card import line_label
from widgets.numbers import decimal, whole
from widgets.plain import plain
from widgets.times import clock, span, zone_named

if TYPE_CHECKING:
    from console.app.console import Console

COLUMNS = {
    PLANNED: QT_TRANSLATE_NOOP("orders", "Planned"),
    RELEASED: QT_TRANSLATE_NOOP("orders", "Released"),
    RUNNING: QT_TRANSLATE_NOOP("orders", "Running"),
    HOLD: QT_TRANSLATE_NOOP("orders", "Quality hold"),
    DONE: QT_TRANSLATE_NOOP("orders", "Done"),
}
COLUMN_ICON = {PLANNED: "square", RELEASED: "send", RUNNING: "play", HOLD: "pause", DONE: "circle-check"}
FIELDS = {
    Field.PRODUCT: QT_TRANSLATE_NOOP("orders", "Product"),
    Field.QUANTITY: QT_TRANSLATE_NOOP("orders", "Quantity"),
    Field.LINE: QT_TRANSLATE_NOOP("orders", "Line"),
    Field.DUE: QT_TRANSLATE_NOOP("orders", "Due"),
    Field.RUSH: QT_TRANSLATE_NOOP("orders", "Rush order"),
    Field.NOTE: QT_TRANSLATE_NOOP("orders", "Note"),
}


def column_word(column: str) -> str:
    """The name of a column."""
    return QCoreApplication.translate("orders", COLUMNS[column]) if column in COLUMNS else plain(column, 40)


def field_word(field: Field) -> str:
    """The name of a field."""
    return QCoreApplication.translate("orders", FIELDS[field])


def ended_word(ended: Ended) -> str:
    """How an order ended; "" while it has not."""
    translate = QCoreApplication.translate
    match ended:
        case Ended.FULL:
            return translate("orders", "Finished")
        case Ended.SHORT:
            return translate("orders", "Closed short")
        case Ended.MERGED:
            return translate("orders", "Part of another order")
    return ""


def move_words(source: str, target: str) -> str:
    """What a button says that moves an order so."""
    translate = QCoreApplication.translate
    match source, target:
        case _, "hold":
            return translate("orders", "Hold")
        case _, "done":
            return translate("orders", "Finish")
        case "planned", "released":
            return translate("orders", "Release")
        case "released", "running":
            return translate("orders", "Start")
        case "hold", "running":
            return translate("orders", "Go on")
        case "done", "running":
            return translate("orders", "Take up again")
        case _, "released":
            return translate("orders", "Back to released")
    return translate("orders", "Back to planned")


def move_icon(source: str, target: str) -> str:
    """The icon of that button."""
    icons = {HOLD: "octagon-pause", DONE: "circle-check", RUNNING: "play"}
    forward = "send" if source == PLANNED else "rotate-ccw"
    return "rotate-ccw" if source == DONE else icons.get(target, forward)


def line_word(console: Console, line: str) -> str:
    """The shortest that tells a line; that it has none yet where it has none."""
    if not line:
        return QCoreApplication.translate("orders", "No line yet")
    live = next((one for one in console.floor.lines if one.line.id == line), None)
    return plain(line_label(live) if live is not None else line, 60)


def station_word(console: Console, station: str) -> str:
    """What a station is called; "" for none."""
    live = console.floor.stations.get(station)
    return plain(live.station.name if live is not None else station, 60)


def zone_of(console: Console) -> tzinfo | None:
    """The plant's clock; None: this computer's."""
    file = console.plant_file
    return zone_named(file.plant.timezone) if file is not None else None


def when_words(at: datetime, now: float, zone: tzinfo | None) -> str:
    """A time to the minute: only the clock today, else with the day."""
    there, today = at.astimezone(zone), datetime.fromtimestamp(now, zone).date()
    if there.date() == today:
        return clock(at.timestamp(), zone, seconds=False)
    form = "%m-%d %H:%M" if there.year == today.year else "%Y-%m-%d %H:%M"
    return there.strftime(form)


def late_words(seconds: float) -> str:
    """How much later, or earlier, than it should be."""
    translate = QCoreApplication.translate
    if abs(seconds) < 60:
        return translate("orders", "on time")
    words = translate("orders", "{0} late") if seconds > 0 else translate("orders", "{0} early")
    return words.format(span(abs(seconds)))


def amount(value: float) -> str:
    """A quantity of a material: whole where it is, else with a digit."""
    return whole(value) if value == int(value) else decimal(value, 2 if abs(value) < 10 else 1)
