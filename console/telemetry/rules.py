"""The sources of a plant file as rules: which topic, which part of its message, which signal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from console.domain.readings import AlarmText, Quality, Role, Value
from console.telemetry.documents import read_document
from console.telemetry.paths import Getter
from console.telemetry.patterns import TopicPattern, fill, part_names
from console.telemetry.scalars import read_either, read_fields, read_scalar
from console.telemetry.times import Clock
from console.telemetry.values import Converter
from console.telemetry.words import ABSENT, IGNORE, WordTable, spelled

Reader = Callable[[bytes], Any]  # payload -> document; raises documents.Unreadable
DIALECTS: Final = ("json", "scalar", "packml", "sparkplug")
_READERS: Final[dict[str, Reader]] = {"json": read_document, "scalar": read_scalar, "packml": read_either}


def reader(dialect: str, split: str) -> Reader:
    """What reads a payload of this dialect; `split` cuts a scalar into fields."""
    if split:
        return lambda payload: read_fields(payload, split)
    return _READERS.get(dialect, read_document)


@dataclass(frozen=True, slots=True)
class Field:
    """A path into a document; `whole` reads from the whole message instead of the element of `each`."""

    get: Getter
    whole: bool = False

    def read(self, document: Any, whole: Any) -> Any:
        return self.get(whole if self.whole else document)


@dataclass(frozen=True, slots=True)
class TimeRule:
    """Where the sender's time is and how it is written."""

    field: Field
    clock: Clock


@dataclass(frozen=True, slots=True)
class QualityRule:
    """Where the sender's quality is and how it is written."""

    field: Field
    read: Callable[[Any], Quality]


@dataclass(frozen=True, slots=True)
class PlaceRule:
    """Where it happens: a template over the topic's parts, a path into the document, a table over either."""

    template: str = ""
    field: Field | None = None
    table: WordTable | None = None

    @property
    def fixed(self) -> bool:
        """Whether the topic alone tells the place."""
        return self.field is None

    def place(self, parts: dict[str, str], document: Any = None, whole: Any = None) -> str | None:
        """The place's id; None when nothing tells it. Raises ValueError for a name in no row of the table."""
        name = fill(self.template, parts)
        if self.field is not None:
            found = self.field.read(document, whole)
            if found is None or isinstance(found, dict | list):
                return None
            name = name.replace("{}", str(found)) if name else str(found)
        if self.table is None:
            return name
        ours = self.table.find(name)
        if ours is ABSENT:
            raise ValueError(f"{name[:40]!r} is in no row of table {self.table.name!r}")
        return None if ours == IGNORE else str(ours)


@dataclass(frozen=True, slots=True)
class KeyRule:
    """What tells one fact from its repeats: a path, or a text with named parts."""

    template: str = ""
    field: Field | None = None

    def key(self, parts: dict[str, str], document: Any, whole: Any) -> str:
        """The key, "" when there is none."""
        if self.field is None:
            return fill(self.template, parts)
        found = self.field.read(document, whole)
        return "" if found is None or isinstance(found, dict | list) else spelled(found)


@dataclass(frozen=True, slots=True)
class Shape:
    """What a signal is, wherever it is: the part of `readings.Signal` that its rule tells."""

    role: Role
    unit: str = ""
    low: float | None = None
    high: float | None = None
    pulse: bool = False
    rollover: int | None = None
    stuck_after: float | None = None
    deadband: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class SignalRule:
    """One signal of a source. `pattern` is what its topic (or Sparkplug metric) must look like."""

    shape: Shape
    name: str  # template over named parts
    pattern: TopicPattern
    field: Field | None  # None: the document itself
    constant: object | None
    convert: Converter
    when: Field | None = None
    key: KeyRule | None = None
    place: PlaceRule | None = None
    time: TimeRule | None = None
    quality: QualityRule | None = None
    code: Field | None = None  # of an alarm: the machine's own code
    level: Field | None = None  # of an alarm: the machine's own word for how bad it is

    @property
    def plain(self) -> bool:
        """Whether a path is all there is to it."""
        more = self.when or self.key or self.place or self.quality or self.time or self.code or self.level
        return not (more or self.constant is not None)

    def alarm(self, text: Value, document: Any, whole: Any) -> Value:
        """The text of an alarm with its code and level, as far as they are told."""
        if text == "" or not (self.code or self.level):
            return text
        told = [field.read(document, whole) if field else None for field in (self.code, self.level)]
        return AlarmText(str(text), *map(_as_written, told))


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """One source. Sparkplug: `node` is a pattern over group/node/device, the signals' patterns are metric names."""

    name: str
    dialect: str
    read: Reader
    signals: tuple[SignalRule, ...]
    place: PlaceRule | None = None
    node: TopicPattern | None = None
    each: Field | None = None
    when: Field | None = None
    time: TimeRule | None = None
    quality: QualityRule | None = None

    def place_of(self, signal: SignalRule) -> PlaceRule:
        """The signal's own place, else the source's."""
        place = signal.place or self.place
        if place is None:
            raise ValueError("a rule without a place")
        return place


def _as_written(told: Any) -> str:
    if isinstance(told, str):
        return told.strip()
    return "" if told is None or isinstance(told, dict | list) else spelled(told)


def unknown_parts(template: str, known: tuple[str, ...]) -> list[str]:
    """Names in a template that nothing tells."""
    return [name for name in part_names(template) if name not in known]
