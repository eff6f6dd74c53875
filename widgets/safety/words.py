"""What people read about safety: kinds of reports, colours of a day, places and times."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from console.domain.safety import Colour, Happened, SafetyEvent
from widgets.board.card import line_label
from widgets.orders.typed import day_typed
from widgets.plain import plain
from widgets.times import zone_named

if TYPE_CHECKING:
    from console.app.console import Console

translate = QCoreApplication.translate
KINDS: dict[Happened, str] = {
    Happened.HAZARD: QT_TRANSLATE_NOOP("safety", "Hazard"),
    Happened.NEAR_MISS: QT_TRANSLATE_NOOP("safety", "Near miss"),
    Happened.ENVIRONMENT: QT_TRANSLATE_NOOP("safety", "Environmental event"),
    Happened.FIRST_AID: QT_TRANSLATE_NOOP("safety", "First aid"),
    Happened.LOST_TIME: QT_TRANSLATE_NOOP("safety", "Lost-time accident"),
}
MEANT: dict[Happened, str] = {
    Happened.HAZARD: QT_TRANSLATE_NOOP("safety", "it could hurt somebody"),
    Happened.NEAR_MISS: QT_TRANSLATE_NOOP("safety", "it nearly did"),
    Happened.ENVIRONMENT: QT_TRANSLATE_NOOP("safety", "oil, gas or water got out"),
    Happened.FIRST_AID: QT_TRANSLATE_NOOP("safety", "hurt, went on working"),
    Happened.LOST_TIME: QT_TRANSLATE_NOOP("safety", "hurt, could not go on"),
}
ICONS: dict[Happened, str] = {
    Happened.HAZARD: "triangle-alert",
    Happened.NEAR_MISS: "flag",
    Happened.ENVIRONMENT: "diamond-filled",
    Happened.FIRST_AID: "heart-pulse",
    Happened.LOST_TIME: "circle-x",
}
TONES: dict[Happened, str] = {
    Happened.HAZARD: "warning",
    Happened.NEAR_MISS: "warning",
    Happened.ENVIRONMENT: "warning",
    Happened.FIRST_AID: "bad",
    Happened.LOST_TIME: "bad",
}
DAYS: dict[Colour, str] = {
    Colour.AHEAD: QT_TRANSLATE_NOOP("safety", "Still to come"),
    Colour.BEFORE: QT_TRANSLATE_NOOP("safety", "Before counting began"),
    Colour.NONE: QT_TRANSLATE_NOOP("safety", "Nothing reported"),
    Colour.NOTED: QT_TRANSLATE_NOOP("safety", "Hazard, near miss or environment"),
    Colour.HURT: QT_TRANSLATE_NOOP("safety", "First aid"),
    Colour.LOST: QT_TRANSLATE_NOOP("safety", "Lost time"),
}
FIELDS: dict[str, str] = {
    "what": QT_TRANSLATE_NOOP("safety", "what it was"),
    "place": QT_TRANSLATE_NOOP("safety", "where"),
    "text": QT_TRANSLATE_NOOP("safety", "what happened"),
    "at": QT_TRANSLATE_NOOP("safety", "when"),
    "serious": QT_TRANSLATE_NOOP("safety", "how serious"),
    "hurt": QT_TRANSLATE_NOOP("safety", "people hurt"),
    "lost_days": QT_TRANSLATE_NOOP("safety", "days lost"),
    "done_at_once": QT_TRANSLATE_NOOP("safety", "done at once"),
    "cause": QT_TRANSLATE_NOOP("safety", "cause"),
    "closed": QT_TRANSLATE_NOOP("safety", "closed"),
}


class SafetyCounts(QObject):
    """Words that count: lupdate sees plurals only where an object says them."""

    def days(self, count: int) -> str:
        """The word under a number of days without a lost-time accident."""
        return self.tr("day(s) without a lost-time accident", "", count)

    def days_unhurt(self, count: int) -> str:
        """The word under a number of days without an injury."""
        return self.tr("day(s) without an injury", "", count)

    def reports(self, count: int) -> str:
        """How many reports."""
        return self.tr("%n report(s)", "", count)

    def open(self, count: int) -> str:
        """How many are open."""
        return self.tr("%n open", "", count)

    def hurt(self, count: int) -> str:
        """How many people were hurt."""
        return self.tr("%n person(s) hurt", "", count)

    def lost(self, count: int) -> str:
        """How many days were lost."""
        return self.tr("%n day(s) lost", "", count)


def kind_word(what: Happened) -> str:
    """What is reported."""
    return translate("safety", KINDS[what])


def meant_words(what: Happened) -> str:
    """What is meant by it."""
    return translate("safety", MEANT[what])


def day_word(colour: Colour) -> str:
    """What the colour of a day says."""
    return translate("safety", DAYS[colour])


def changed_words(before: SafetyEvent, now: SafetyEvent) -> str:
    """Which fields differ, as a list."""
    names = (name for name in FIELDS if getattr(before, name) != getattr(now, name))
    return ", ".join(translate("safety", FIELDS[name]) for name in names)


def place_words(console: Console, place: str) -> str:
    """Line and station, or area, in short words."""
    floor = console.floor
    if place in floor.line_hearings:
        return plain(line_label(floor.line(place)), 40)
    live = floor.stations.get(place)
    if live is not None:
        return f"{plain(line_label(floor.line_of(place)), 40)} · {plain(live.station.name, 60)}"
    areas = (area for site in floor.plant.sites for area in site.areas)
    return next((plain(area.name, 60) for area in areas if area.id == place), plain(place, 60))


def places(console: Console) -> list[tuple[str, str]]:
    """Every place that something can happen at, in the plant's order: areas, their lines, stations of these."""
    found: list[tuple[str, str]] = []
    for site in console.floor.plant.sites:
        for area in site.areas:
            found.append((area.id, place_words(console, area.id)))
            for line in area.lines:
                short, name = place_words(console, line.id), plain(line.name, 60)
                found.append((line.id, name if name.startswith(short) else f"{short} {name}".strip()))
                found += [(station.id, place_words(console, station.id)) for station in line.stations]
    return list(dict(found).items())


def inside(console: Console, place: str, around: str) -> bool:
    """Whether a place is the other one or lies in it."""
    return place == around or around in console.office.authority.way(place)


def zone_of(console: Console) -> tzinfo:
    """The clock of the plant, else of this computer."""
    return zone_named(console.floor.plant.timezone) or datetime.now(UTC).astimezone().tzinfo or UTC


def past_typed(text: str, now: float, zone: tzinfo) -> datetime | None:
    """A time that has been, UTC: "" = now, "14:05" (the last one), "2026-11-20 14:05", "-1 14:05" (yesterday).

    None for no time.
    """
    words = text.strip()
    if not words:
        return datetime.fromtimestamp(now, UTC)
    today = datetime.fromtimestamp(now, UTC).astimezone(zone)
    day_words, _, clock_words = words.rpartition(" ")
    try:
        hour, _, minute = clock_words.replace(".", ":").partition(":")
        clock = time(int(hour), int(minute))
        if day_words.startswith("-"):
            day = today.date() - timedelta(days=int(day_words[1:]))
        else:
            given = day_typed(day_words, today.date()) if day_words else today.date()
            if given is None:
                return None
            day = given
        at = datetime.combine(day, clock, zone).astimezone(UTC)
        if not day_words and at.timestamp() > now:  # yesterday by the clock on the wall, also where it was put on
            at = datetime.combine(day - timedelta(days=1), clock, zone).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return at
