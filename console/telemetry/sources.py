"""`[[source]]` tables of a plant file, read into rules; a source or signal with a mistake is left out and reported."""

from __future__ import annotations

from typing import Final

from console.telemetry.fields import FieldReader
from console.telemetry.patterns import TopicPattern
from console.telemetry.problems import choices
from console.telemetry.rules import DIALECTS, PlaceRule, Rule, SignalRule, reader, unknown_parts
from console.telemetry.section import Section
from console.telemetry.signals import SIGNAL_KEYS, SignalReader

SOURCE_KEYS: Final = ("name", "dialect", "topic", "node", "place", "each", "when", "time", "quality", "split", "signal")


def read_source(section: Section, fields: FieldReader) -> Rule | None:
    """The rule of one source; None when nothing of it can be used."""
    single = "signal" not in section
    section.allow(*SOURCE_KEYS, *(SIGNAL_KEYS if single else ()))
    dialect = section.text("dialect", "json")
    if dialect not in DIALECTS:
        section.wrong("dialect", f"unknown dialect {dialect!r}", choices(dialect, DIALECTS))
        return None
    base = _base(section, fields, dialect)
    if base is None:
        return None
    reads = SignalReader(fields, base, dialect, "split" in section)
    signals = [reads.alone(section)] if single else [reads.signal(s) for s in section.sections("signal")]
    return _rule(section, fields, dialect, base, [signal for signal in signals if signal])


def _base(section: Section, fields: FieldReader, dialect: str) -> TopicPattern | None:
    key, other = ("node", "topic") if dialect == "sparkplug" else ("topic", "node")
    if other in section:
        section.wrong(other, f"{other} does not go with dialect {dialect!r}", f"write {key} = ...")
        return None
    if key not in section:
        section.missing(f"a source needs {key}", f'write {key} = "..."')
        return None
    pattern = fields.pattern(section, key)
    if pattern is not None and key == "node" and pattern.text.count("/") not in (1, 2):
        section.wrong("node", "a Sparkplug node is group/node or group/node/device")
        return None
    return pattern


def _placed(section: Section, place: PlaceRule, base: TopicPattern, signal: SignalRule) -> bool:
    """Whether topic and metric of a signal name all that its place wants."""
    unknown = unknown_parts(place.template, (*base.names, *signal.pattern.names))
    if unknown:
        section.wrong(
            "place", f"{signal.pattern.text!r} names no {{{unknown[0]}}}", "give that signal a place of its own"
        )
    return not unknown


def _rule(
    section: Section, fields: FieldReader, dialect: str, base: TopicPattern, signals: list[SignalRule]
) -> Rule | None:
    names = (*base.names, *(name for signal in signals for name in signal.pattern.names))
    place = fields.place(section, names)
    if "place" not in section and any(signal.place is None for signal in signals):
        section.missing("a source must say where it happens", 'write place = "L1/30" or place = "{line}/{station}"')
    signals = [signal for signal in signals if signal.place or (place and _placed(section, place, base, signal))]
    each, when = fields.field(section, "each"), fields.field(section, "when")
    unsure = ("each" in section and each is None) or ("when" in section and when is None)
    if unsure or not signals:  # without its condition a rule would say too much
        return None
    return Rule(
        name=section.text("name") or base.text,
        dialect=dialect,
        read=reader(dialect, section.text("split") if dialect == "scalar" else ""),
        signals=tuple(signals),
        place=place,
        node=base if dialect == "sparkplug" else None,
        each=each,
        when=when,
        time=fields.time(section),
        quality=fields.quality(section),
    )
