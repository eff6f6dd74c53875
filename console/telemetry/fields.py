"""What sources and signals of a plant file share: patterns, paths, tables, places, times, qualities."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from console.domain.readings import Quality
from console.telemetry.paths import PathWrong, compile_path
from console.telemetry.patterns import PatternWrong, TopicPattern, part_names
from console.telemetry.problems import choices
from console.telemetry.qualities import read_quality
from console.telemetry.rules import Field, KeyRule, PlaceRule, QualityRule, TimeRule, unknown_parts
from console.telemetry.section import Section
from console.telemetry.times import FORMATS, clock
from console.telemetry.words import WordTable


class FieldReader:
    """Reads parts of one file; `tables` are its named tables, `zone` is that of times without one."""

    def __init__(self, tables: Mapping[str, WordTable], zone: ZoneInfo) -> None:
        self._tables = tables
        self._zone = zone

    def pattern(self, section: Section, key: str, before: str = "") -> TopicPattern | None:
        """The topic pattern of a key, below `before` when that is given."""
        text = section.text(key)
        if not text:
            section.wrong(key, f"{key} is empty")
            return None
        whole = f"{before}/{text}" if before else text
        try:
            return TopicPattern(whole)
        except PatternWrong as error:
            section.wrong(key, str(error), offset=max(0, error.offset - (len(whole) - len(text))))
            return None

    def field(self, section: Section, key: str, text: str | None = None) -> Field | None:
        """The path of a key; None when there is none or it is wrong."""
        if key not in section and text is None:
            return None
        text = section.text(key) if text is None else text
        whole = text.startswith("$.")
        try:
            return Field(compile_path(text[2:] if whole else text), whole)
        except PathWrong as error:
            hint = f'a name with other signs needs quotes: "\\"{text}\\""' if "-" in text or " " in text else ""
            section.wrong(key, f"{error}: {text!r}", hint, offset=error.offset + (2 if whole else 0))
            return None

    def table(self, section: Section, key: str = "table") -> WordTable | None:
        """The table of a key, by name or written inline."""
        given = section.data.get(key)
        if given is None:
            return None
        if isinstance(given, dict):
            inline = Section(given, (*section.path, key), section.problems)
            return read_table("here", inline, self._tables)
        name = section.text(key)
        if name not in self._tables:
            section.wrong(key, f"there is no table {name!r}", choices(name, self._tables))
        return self._tables.get(name)

    def wrong_row(self, section: Section, table: WordTable, theirs: str, message: str, hint: str) -> None:
        """A mistake in a row of the table that `section` names or holds."""
        inline = isinstance(section.data.get("table"), dict)
        path = (*section.path, "table", theirs) if inline else ("tables", table.name, theirs)
        section.problems.add_value(path, message, hint)

    def place(self, section: Section, names: tuple[str, ...]) -> PlaceRule | None:
        """Where a source or a signal happens; `names` are the parts that its topic tells."""
        if "place" not in section:
            return None
        given = section.data["place"]
        inner = Section(given, (*section.path, "place"), section.problems) if isinstance(given, dict) else None
        template = inner.text("of") if inner else section.text("place")
        unknown = unknown_parts(template, names)
        if unknown:
            hint = choices(unknown[0], names)
            (inner or section).wrong("of" if inner else "place", f"nothing is named {{{unknown[0]}}} here", hint)
            return None
        if inner is None:
            return PlaceRule(template) if template else None
        inner.allow("of", "path", "table")
        field, table = self.field(inner, "path"), self.table(inner)
        if ("path" in inner and field is None) or ("table" in inner and table is None):
            return None
        if field is None and not template:
            inner.missing("place needs a path or of", 'write place = {path = "serialNumber", table = "..."}')
            return None
        return PlaceRule(template, field, table)

    def key(self, section: Section, names: tuple[str, ...]) -> KeyRule | None:
        """What tells a fact from its repeats."""
        text = section.text("key")
        if not text:
            return None
        if part_names(text):
            unknown = unknown_parts(text, names)
            if unknown:
                section.wrong("key", f"nothing is named {{{unknown[0]}}} here", choices(unknown[0], names))
                return None
            return KeyRule(template=text)
        field = self.field(section, "key")
        return KeyRule(field=field) if field else None

    def time(self, section: Section) -> TimeRule | None:
        """Where the sender's time is."""
        inner = self._path_table(section, "time", "path", "format", "zone")
        if inner is None:
            return None
        field, form, zone = self.field(inner, "path"), inner.text("format", "auto"), self._zone
        if form not in FORMATS:
            inner.wrong("format", f"unknown time format {form!r}", choices(form, FORMATS))
            return None
        if "zone" in inner:
            try:
                zone = ZoneInfo(inner.text("zone"))
            except (KeyError, ValueError, OSError):
                inner.wrong("zone", f"there is no time zone {inner.text('zone')!r}", 'write "Europe/Berlin"')
                return None
        return TimeRule(field, clock(form, zone)) if field else None

    def quality(self, section: Section) -> QualityRule | None:
        """Where the sender's quality is."""
        inner = self._path_table(section, "quality", "path", "table")
        if inner is None:
            return None
        field, table = self.field(inner, "path"), self.table(inner)
        for theirs, ours in table.outputs if table else []:
            if ours not in set(Quality):
                inner.wrong("table", f"{theirs!r} becomes {ours!r}, which is no quality", choices(str(ours), Quality))
        return QualityRule(field, partial(read_quality, table=table)) if field else None

    def _path_table(self, section: Section, key: str, *keys: str) -> Section | None:
        """`key = "path"` read as `key = {path = "path"}`."""
        if key not in section:
            return None
        given = section.data[key]
        if isinstance(given, dict):
            inner = Section(given, (*section.path, key), section.problems)
            inner.allow(*keys)
            if "path" not in inner:
                inner.missing(f"{key} needs a path", f'write {key} = {{path = "..."}}')
                return None
            return inner
        if not section.text(key):
            return None
        return _Shorthand(section, key)


class _Shorthand(Section):
    """A section that has only a path, written as the value of `key` in the section around it."""

    def __init__(self, around: Section, key: str) -> None:
        super().__init__({"path": around.data[key]}, around.path, around.problems)
        self._key = key

    def wrong(self, key: str, message: str, hint: str = "", offset: int = 0) -> None:
        """A mistake in the one value there is."""
        del key
        self.problems.add_value((*self.path, self._key), message, hint, offset)


def read_table(name: str, section: Section, known: Mapping[str, WordTable]) -> WordTable:
    """A table of words; rows that are no plain values are reported and left out."""
    rows: dict[str, Any] = {}
    if "use" in section:
        base = section.text("use")
        if base in known:
            rows.update(known[base].rows)
        else:
            section.wrong("use", f"there is no table {base!r}", choices(base, known))
    for theirs, ours in section.data.items():
        if theirs == "use":
            continue
        if isinstance(ours, str | int | float):
            rows[theirs] = ours
        else:
            section.wrong(theirs, f"row {theirs!r} must be text, a number, true or false")
    return WordTable(name, rows)
