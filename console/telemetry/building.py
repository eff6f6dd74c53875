"""`[plant]` and `[[line]]` tables of a plant file, read into sites, areas, lines and stations."""

from __future__ import annotations

from dataclasses import dataclass, field
from zoneinfo import ZoneInfo, available_timezones

from console.domain.plant import Area, Line, Site, Station
from console.telemetry.problems import choices
from console.telemetry.section import Section

_LINE_KEYS = (
    *("id", "name", "site", "area", "calendar", "target", "takt", "pace", "micro_stop"),
    *("ideal_cycle", "expected_interval", "station"),
)
EXPECTED_INTERVAL = 60.0
MICRO_STOP = 120.0


@dataclass(slots=True)
class Built:
    """What stands in the plant, and where its file names calendars."""

    name: str = ""
    timezone: str = "UTC"
    calendar: str = ""
    lines: list[Line] = field(default_factory=list)
    named_calendars: list[tuple[Section, str]] = field(default_factory=list)

    @property
    def sites(self) -> tuple[Site, ...]:
        """Lines by site and area, in the order in which the file names them."""
        areas: dict[str, dict[str, list[Line]]] = {}
        for line in self.lines:
            areas.setdefault(line.site, {}).setdefault(line.area, []).append(line)
        return tuple(
            Site(site, site, tuple(Area(name, name, site, tuple(lines)) for name, lines in inside.items()))
            for site, inside in areas.items()
        )


def build(top: Section) -> Built:
    """Everything that `[plant]` and `[[line]]` tell."""
    built = Built()
    _read_plant(top, built)
    ids: set[str] = set()
    for section in top.sections("line"):
        line = _line(section, built)
        if line is None:
            continue
        if line.id in ids:
            section.wrong("id", f"there are two lines {line.id!r}", "give each line an id of its own")
            continue
        ids.add(line.id)
        built.lines.append(line)
    if "line" not in top:
        top.missing("the plant has no line", 'write [[line]] with id = "L1"')
    return built


def _read_plant(top: Section, built: Built) -> None:
    sections = top.sections("plant")
    if not sections:
        top.missing("there is no [plant]", 'write [plant] with name and timezone = "Europe/Berlin"')
        return
    section = sections[0]
    section.allow("name", "timezone", "calendar")
    built.name = section.text("name")
    built.calendar = _calendar(section, built)
    zone = section.text("timezone")
    if not zone:
        section.missing("the plant needs its time zone", 'write timezone = "Europe/Berlin"; until then UTC is used')
        return
    try:
        ZoneInfo(zone)
        built.timezone = zone
    except (KeyError, ValueError, OSError):
        section.wrong("timezone", f"there is no time zone {zone!r}", choices(zone, available_timezones()))


def _calendar(section: Section, built: Built) -> str:
    name = section.text("calendar")
    if name:
        built.named_calendars.append((section, name))
    return name


def _line(section: Section, built: Built) -> Line | None:
    section.allow(*_LINE_KEYS)
    identity = _id(section, "a line")
    if not identity:
        return None
    stations = _stations(section, identity)
    if not stations:
        section.missing(f"line {identity!r} has no station", 'write station = [{id = "10"}]')
        return None
    return Line(
        id=identity,
        name=section.text("name") or identity,
        area=section.text("area"),
        site=section.text("site") or built.name,
        stations=stations,
        calendar=_calendar(section, built) or built.calendar,
        target=section.whole("target"),
        takt=section.number("takt", positive=True),
        pace=_pace(section, stations),
        micro_stop=section.number("micro_stop", MICRO_STOP, positive=True) or MICRO_STOP,
    )


def _id(section: Section, what: str) -> str:
    identity = section.text("id")
    if not identity and "id" not in section:
        section.missing(f"{what} needs an id", 'write id = "..."')
    elif not identity or any(sign in identity for sign in "/+#{}") or not identity.isprintable():
        section.wrong("id", f"{identity!r} cannot be an id", "use no blank id and none of / + # { }")
        return ""
    return identity


def _stations(section: Section, line: str) -> tuple[Station, ...]:
    ideal = section.number("ideal_cycle", positive=True)
    interval = section.number("expected_interval", EXPECTED_INTERVAL, positive=True) or EXPECTED_INTERVAL
    found: dict[str, Station] = {}
    for inner in section.sections("station"):
        inner.allow("id", "name", "ideal_cycle", "expected_interval")
        identity = _id(inner, "a station")
        if not identity:
            continue
        place = f"{line}/{identity}"
        if place in found:
            inner.wrong("id", f"there are two stations {place!r}", "give each station of a line an id of its own")
            continue
        found[place] = Station(
            id=place,
            line=line,
            name=inner.text("name") or identity,
            ideal_cycle=inner.number("ideal_cycle", ideal, positive=True),
            expected_interval=inner.number("expected_interval", interval, positive=True) or interval,
        )
    return tuple(found.values())


def _pace(section: Section, stations: tuple[Station, ...]) -> str:
    """The full id of the pace station, which the file names within its line."""
    pace = section.text("pace")
    ids = {station.id.split("/", 1)[1]: station.id for station in stations}
    if pace and pace not in ids and pace not in ids.values():
        section.wrong("pace", f"the line has no station {pace!r}", choices(pace, ids))
        return ""
    return ids.get(pace, pace)
