"""How signals, places and stretches of time are called on the Trends screen."""

from __future__ import annotations

from datetime import tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.readings import Reading, Role, Signal, Value
from console.domain.stations import StationState
from widgets.numbers import UNKNOWN, measured
from widgets.plain import plain
from widgets.times import DAY, span, zone_named
from widgets.words import state_word

if TYPE_CHECKING:
    from console.app.console import Console
    from widgets.trends.model import TrendModel

STATES = {state.value: state for state in StationState}


ROLES: dict[Role, str] = {
    Role.STATE: QT_TRANSLATE_NOOP("trends", "State"),
    Role.GOOD: QT_TRANSLATE_NOOP("trends", "Good pieces"),
    Role.SCRAP: QT_TRANSLATE_NOOP("trends", "Scrap"),
    Role.REWORK: QT_TRANSLATE_NOOP("trends", "Rework"),
    Role.ORDER: QT_TRANSLATE_NOOP("trends", "Order"),
    Role.ORDER_STATE: QT_TRANSLATE_NOOP("trends", "State of the order"),
    Role.PRODUCT: QT_TRANSLATE_NOOP("trends", "Product"),
    Role.TARGET: QT_TRANSLATE_NOOP("trends", "Ordered pieces"),
    Role.UNIT: QT_TRANSLATE_NOOP("trends", "Unit in work"),
    Role.QUALITY: QT_TRANSLATE_NOOP("trends", "Result of a check"),
    Role.ALARM: QT_TRANSLATE_NOOP("trends", "Alarm"),
    Role.REASON: QT_TRANSLATE_NOOP("trends", "Reason of the machine"),
    Role.ONLINE: QT_TRANSLATE_NOOP("trends", "Online"),
    Role.CYCLE: QT_TRANSLATE_NOOP("trends", "Cycle time"),
    Role.OEE: QT_TRANSLATE_NOOP("trends", "OEE of the sender"),
    Role.TAG: QT_TRANSLATE_NOOP("trends", "Tag"),
}


def role_word(role: Role) -> str:
    """What people call a signal that is not a tag."""
    return QCoreApplication.translate("trends", ROLES[role])


def signal_word(signal: Signal) -> str:
    """The name of a signal without its place."""
    return plain(signal.name, 80) if signal.role is Role.TAG else role_word(signal.role)


def pen_word(model: TrendModel, id: str) -> str:
    """The name of a pen without its place; of a signal that nobody knows, the end of its id."""
    signal = known(model, id)
    return signal_word(signal) if signal is not None else plain(id.rpartition("/")[2], 80)


def known(model: TrendModel, id: str) -> Signal | None:
    """What is known of a pen, from the plant or from the history."""
    return model.signal(id) or model.former(id)


def place_of(id: str) -> str:
    """The place of a signal: "L1/30" of "L1/30/temperature"."""
    return id.partition(":")[2].rpartition("/")[0] if ":" in id else id.rpartition("/")[0]


def place_word(console: Console, place: str) -> str:
    """L1 Weld A, or the place as it is called in messages where the plant has no such station."""
    live = console.floor.stations.get(place)
    if live is not None:
        return plain(f"{live.station.line} {live.station.name}", 80)
    line = next((one for one in console.floor.lines if one.line.id == place), None)
    return line_word(line.line.id, line.line.name) if line is not None else plain(place, 80)


def line_word(id: str, name: str) -> str:
    """L1 Pump housing; a name that begins with the id stands alone."""
    return plain(name if name.startswith(id) else f"{id} {name}", 80)


def places_word(console: Console, places: list[str]) -> str:
    """The station that all pens are of, or the line; "" = several."""
    if len(places) == 1:
        return place_word(console, places[0])
    stations = console.floor.stations
    lines = {stations[place].station.line if place in stations else place for place in places}
    return place_word(console, lines.pop()) if len(lines) == 1 else ""


def value_word(value: Value) -> str:
    """A value as people read it."""
    if value is None or value == "":
        return UNKNOWN
    if isinstance(value, bool):
        return QCoreApplication.translate("trends", "yes") if value else QCoreApplication.translate("trends", "no")
    if isinstance(value, str):
        return state_word(STATES[value]) if value in STATES else plain(value, 120)
    return measured(value).replace("-", "−")


def with_unit(model: TrendModel, id: str, value: Value) -> str:
    """182.4 A."""
    signal = known(model, id)
    number = isinstance(value, int | float) and not isinstance(value, bool)
    unit = plain(signal.unit, 20) if signal is not None and number else ""
    return f"{value_word(value)} {unit}".rstrip()


def newest_word(model: TrendModel, id: str) -> str:
    """The last value heard, with its unit."""
    reading: Reading | None = model.newest(id)
    curve = model.curve(id) if ":" in id and model.live else None
    if curve is not None:  # of another historian nothing is heard: what was read last
        return with_unit(model, id, curve.last(model.end))
    return with_unit(model, id, reading.value) if reading is not None else UNKNOWN


def limits_word(signal: Signal | None) -> str:
    """limits 170–195, at least 10, at most 50, or nothing."""
    if signal is None or (signal.low is None and signal.high is None):
        return ""
    translate = QCoreApplication.translate
    low, high = (value_word(one) for one in (signal.low, signal.high))
    if signal.low is None:
        return translate("trends", "limit ≤ {0}").format(high)
    if signal.high is None:
        return translate("trends", "limit ≥ {0}").format(low)
    dash = "–" if signal.low >= 0 else " – "
    return translate("trends", "limits {0}").format(f"{low}{dash}{high}")


def length_word(seconds: float) -> str:
    """8 h, 7 d, 15 min: how long the axis is."""
    translate = QCoreApplication.translate
    for unit, words in (
        (DAY, translate("trends", "{0} d")),
        (3600.0, translate("trends", "{0} h")),
        (60.0, translate("trends", "{0} min")),
    ):
        many = seconds / unit
        if (many >= 2 or (many >= 1 and unit < DAY)) and abs(many - round(many)) < 1e-6:
            return words.format(round(many))
    return span(seconds)


def zone_of(console: Console) -> tzinfo | None:
    """The plant's time zone."""
    return zone_named(console.floor.plant.timezone)
