"""The signals of one source, read into rules."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from console.domain.readings import Role
from console.telemetry.fields import FieldReader
from console.telemetry.patterns import TopicPattern
from console.telemetry.problems import choices
from console.telemetry.rules import Field, Shape, SignalRule, unknown_parts
from console.telemetry.section import Section
from console.telemetry.signalbook import ROLE_NAMES
from console.telemetry.values import COUNTS, WORDS_OF, Unfit, converter
from console.telemetry.words import IGNORE, SAME, WordTable

SIGNAL_KEYS: Final = (
    *("feeds", "path", "value", "item", "metric", "table", "when", "key", "name", "place", "time", "quality"),
    *("unit", "low", "high", "scale", "offset", "sentinels", "stuck_after", "deadband", "pulse", "rollover"),
    *("code", "level"),
)


class SignalReader:
    """Reads the signals of a source whose topic is `base`."""

    def __init__(self, fields: FieldReader, base: TopicPattern, dialect: str, split: bool) -> None:
        self._fields = fields
        self._base = base
        self._dialect = dialect
        self._wants_path = dialect == "json" or split

    def alone(self, section: Section) -> SignalRule | None:
        """The signal of a source that carries its keys itself: place, time, quality and condition are the source's."""
        signal = self._read(section)
        return signal and replace(signal, place=None, time=None, quality=None, when=None)

    def signal(self, section: Section) -> SignalRule | None:
        """One `[[source.signal]]`; None when it cannot be used."""
        section.allow(*SIGNAL_KEYS)
        return self._read(section)

    def _read(self, section: Section) -> SignalRule | None:
        role = self._role(section)
        pattern = self._pattern(section)
        if role is None or pattern is None:
            return None
        names = (*(self._base.names if self._dialect == "sparkplug" else ()), *pattern.names)
        name = self._name(section, role, names)
        convert = self._converter(section, role)
        fields = self._fields
        field, when, key = fields.field(section, "path"), fields.field(section, "when"), fields.key(section, names)
        code, level = self._of_alarm(section, role, "code"), self._of_alarm(section, role, "level")
        place = fields.place(section, names)
        told = (("path", field), ("when", when), ("place", place), ("code", code), ("level", level))
        unsure = any(k in section and v is None for k, v in told)
        if name is None or convert is None or unsure or not self._tells(section, role):
            return None
        return SignalRule(
            shape=self._shape(section, role),
            name=name,
            pattern=pattern,
            field=field,
            constant=self._constant(section, role, convert),
            convert=convert,
            when=when,
            key=key,
            place=place,
            time=fields.time(section),
            quality=fields.quality(section),
            code=code,
            level=level,
        )

    def _of_alarm(self, section: Section, role: Role, key: str) -> Field | None:
        """The path to what an alarm tells beside its text."""
        if key in section and (role is not Role.ALARM or self._dialect == "sparkplug"):
            section.wrong(key, f"{key} goes with alarms only, and not with Sparkplug", 'write feeds = "alarm"')
            return None
        return self._fields.field(section, key)

    def _role(self, section: Section) -> Role | None:
        if "feeds" not in section:
            section.missing("a signal must say what it feeds", 'write feeds = "state"')
            return None
        feeds = section.text("feeds")
        if feeds not in ROLE_NAMES:
            section.wrong("feeds", f"nothing is called {feeds!r} that a signal could feed", choices(feeds, Role))
            return None
        return Role(feeds)

    def _pattern(self, section: Section) -> TopicPattern | None:
        if self._dialect == "sparkplug":
            if "metric" not in section:
                section.missing("a Sparkplug signal needs metric", 'write metric = "State"')
                return None
            pattern = self._fields.pattern(section, "metric")
            twice = set(pattern.names) & set(self._base.names) if pattern else set()
            if twice:
                section.wrong("metric", f"{{{min(twice)}}} is already a part of node")
                return None
            return pattern
        if "metric" in section:
            section.wrong("metric", "metric goes with dialect 'sparkplug' only", "write item = ...")
            return None
        return self._fields.pattern(section, "item", self._base.text) if "item" in section else self._base

    def _name(self, section: Section, role: Role, names: tuple[str, ...]) -> str | None:
        if role is not Role.TAG:
            return role.value
        name = section.text("name")
        if not name:
            section.missing("a tag needs a name", 'write name = "spindle load"')
            return None
        if name in ROLE_NAMES:
            section.wrong("name", f"a tag cannot be called {name!r}", f'write feeds = "{name}" if that is meant')
            return None
        unknown = unknown_parts(name, names)
        if unknown:
            section.wrong("name", f"nothing is named {{{unknown[0]}}} here", choices(unknown[0], names))
            return None
        return name

    def _tells(self, section: Section, role: Role) -> bool:
        """Whether there is something to read."""
        if role is Role.ORDER_STATE and "key" not in section:
            section.missing("order_state needs a key: the order's id", 'write key = "orderId"')
            return False
        told = "path" in section or "value" in section or not self._wants_path
        if told or (role in COUNTS and section.flag("pulse")):
            return True
        section.missing("a signal needs path (or value)", 'write path = "..."')
        return False

    def _constant(self, section: Section, role: Role, convert: Callable[[Any], Any]) -> object | None:
        """The fixed value; 1 for a pulse that names no path."""
        if "value" in section:
            value: object = section.data["value"]
            try:
                convert(value)
            except ValueError as error:
                section.wrong("value", str(error), _wanted(role, value))
            return value
        if role in COUNTS and section.flag("pulse") and "path" not in section and self._wants_path:
            return 1
        return None

    def _converter(self, section: Section, role: Role) -> Callable[[Any], Any] | None:
        table = self._fields.table(section)
        if "table" in section and table is None:
            return None
        if table is not None:
            self._check(section, role, table)
        sentinels = section.data.get("sentinels", [])
        if not isinstance(sentinels, list):
            section.wrong("sentinels", "sentinels must be a list", "write sentinels = [-32768, 9999]")
            sentinels = []
        scale, offset = section.number("scale", 1.0), section.number("offset", 0.0)
        return converter(role, table, sentinels, 1.0 if scale is None else scale, offset or 0.0)

    def _check(self, section: Section, role: Role, table: WordTable) -> None:
        """Every row of a table must give what the role takes."""
        plain = converter(role)
        for theirs, ours in table.outputs:
            try:
                if ours not in (IGNORE, SAME):
                    plain(ours)
            except Unfit:
                message = f"{theirs!r} becomes {ours!r}, which {role.value} does not take"
                self._fields.wrong_row(section, table, theirs, message, _wanted(role, ours))

    def _shape(self, section: Section, role: Role) -> Shape:
        return Shape(
            role=role,
            unit=section.text("unit"),
            low=section.number("low"),
            high=section.number("high"),
            pulse=section.flag("pulse"),
            rollover=section.whole("rollover"),
            stuck_after=section.number("stuck_after", positive=True),
            deadband=section.number("deadband", positive=True) or 0.0,
        )


def _wanted(role: Role, value: object) -> str:
    if role in WORDS_OF:
        return choices(str(value), WORDS_OF[role])
    return "write true or false" if role is Role.ONLINE else ""
