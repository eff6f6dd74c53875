"""The plant file: what is built and who says what about it. A mistake is shown with its place; the rest still runs."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from console.domain.errors import FileRefused
from console.domain.plant import Plant
from console.telemetry.blocks import parse
from console.telemetry.building import Built, build
from console.telemetry.calendars import read_calendar
from console.telemetry.fields import FieldReader, read_table
from console.telemetry.packml import READY_TABLES
from console.telemetry.patterns import fewest, part_names
from console.telemetry.positions import Positions
from console.telemetry.problems import Problem, Problems, choices
from console.telemetry.rules import Rule
from console.telemetry.section import Section
from console.telemetry.signalbook import SignalBook, same_shape
from console.telemetry.sources import read_source
from console.telemetry.words import WordTable

LARGEST_FILE: Final = 4 * 1024 * 1024  # bytes
SPARKPLUG: Final = "spBv1.0"
QOS: Final = 1


@dataclass(frozen=True, slots=True)
class PlantFile:
    """A plant, the rules that feed it, and what was wrong in its file. `subscriptions` are (MQTT filter, QoS)."""

    plant: Plant
    rules: tuple[Rule, ...] = ()
    problems: tuple[Problem, ...] = ()
    subscriptions: tuple[tuple[str, int], ...] = ()
    signals: SignalBook = field(default_factory=lambda: SignalBook(()))
    path: Path | None = None

    @property
    def usable(self) -> bool:
        """Whether there is anything to watch."""
        return any(True for _ in self.plant.stations())


def load_plant(source: Path | str) -> PlantFile:
    """Read a plant file, or the text of one (a str with a line break, or empty).

    Raises FileRefused for a file that cannot be opened; every other mistake is in `problems`.
    """
    if isinstance(source, str) and ("\n" in source or not source.strip()):
        return _load(source, None)
    path = Path(source)
    return _load(_text_of(path), path)


def _text_of(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise FileRefused(f"{path}: larger than {LARGEST_FILE // 1024 // 1024} MiB", path=str(path))
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        detail = f"{path}: not UTF-8 at byte {error.start}; save it as UTF-8"
        raise FileRefused(detail, path=str(path)) from error
    except (OSError, ValueError) as error:
        raise FileRefused(f"{path}: {getattr(error, 'strerror', None) or error}", path=str(path)) from error


def _load(text: str, path: Path | None) -> PlantFile:
    text = text.replace("\r\n", "\n")
    parsed = parse(text)
    problems = Problems(Positions(parsed.text))
    top = Section(parsed.data, (), problems)
    top.allow("plant", "calendars", "line", "tables", "source")
    built = build(top)
    tables = _tables(top)
    calendars = _calendars(top, built)
    fields = FieldReader(tables, _zone(built))
    signals = SignalBook(built.lines)
    rules = tuple(rule for section in top.sections("source") if (rule := _rule(section, fields, signals)))
    plant = Plant(built.name, built.timezone, built.sites, signals.made, calendars)
    found = sorted([*parsed.problems, *problems.found])
    return PlantFile(plant, rules, tuple(found), subscriptions(rules), signals, path)


def _tables(top: Section) -> dict[str, WordTable]:
    tables = {name: WordTable(name, rows) for name, rows in READY_TABLES.items()}
    for name, section in top.children("tables").items():
        tables[name] = read_table(name, section, tables)
    return tables


def _calendars(top: Section, built: Built) -> dict[str, object]:
    calendars: dict[str, object] = {}
    named = top.children("calendars")
    for name, section in named.items():
        if calendar := read_calendar(name, section, built.timezone):
            calendars[name] = calendar
    for section, name in built.named_calendars:
        if name not in named:
            section.wrong("calendar", f"there is no calendar {name!r}", choices(name, named))
    return calendars


def _zone(built: Built) -> ZoneInfo:
    return ZoneInfo(built.timezone)


def _rule(section: Section, fields: FieldReader, signals: SignalBook) -> Rule | None:
    rule = read_source(section, fields)
    if rule is None:
        return None
    for place in signals.foresee(rule):
        where = "place" if "place" in section else "topic"
        section.wrong(where, f"the plant has no place {place!r}", choices(place, signals.places))
    for signal in rule.signals:
        where_rule = rule.place_of(signal)
        if not where_rule.fixed or where_rule.table or part_names(where_rule.template + signal.name):
            continue
        made = signals.signal(where_rule.template, signal.shape, signal.name)
        if made is not None and not same_shape(made, signal):
            section.missing(f"{made.id} is already fed in another way (pulse, rollover)", "write the same in both")
    return rule


def subscriptions(rules: tuple[Rule, ...]) -> tuple[tuple[str, int], ...]:
    """The fewest filters that hear all topics of the rules, each topic once."""
    filters = []
    for rule in rules:
        if rule.node is not None:
            group, node, *_ = rule.node.filter.split("/")
            filters.append(f"{SPARKPLUG}/{group}/+/{node}/#")
        else:
            filters += [signal.pattern.filter for signal in rule.signals]
    return tuple((found, QOS) for found in fewest(filters))
