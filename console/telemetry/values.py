"""From a machine's value to the value of a signal: each role says what it takes."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any, Final

from console.domain.readings import Role, Value
from console.domain.stations import StationState
from console.telemetry.words import ABSENT, IGNORE, SAME, WordTable, spelled


class Unfit(ValueError):
    """A value that the signal cannot take; the text says why."""


class _Nothing:
    """Stands for no reading at all."""


NOTHING: Final = _Nothing()  # dropped on purpose
NO_VALUE: Final = _Nothing()  # the sender says that it has none: a sentinel

Converter = Callable[[Any], Any]  # value -> Value | NOTHING | NO_VALUE; raises Unfit

LONGEST_TEXT: Final = 500
REMEMBERED: Final = 1000  # spellings; more come only from a sender that says something new each time
LARGEST_NUMBER: Final = 2**64
WORDS_OF: Final[dict[Role, tuple[str, ...]]] = {
    Role.STATE: tuple(StationState),
    Role.QUALITY: ("passed", "failed"),
    Role.ORDER_STATE: ("requested", "active", "completed"),
}
TEXTS: Final = frozenset({Role.ORDER, Role.PRODUCT, Role.UNIT, Role.ALARM, Role.REASON})
COUNTS: Final = frozenset({Role.GOOD, Role.SCRAP, Role.REWORK})


def converter(
    role: Role,
    table: WordTable | None = None,
    sentinels: Sequence[object] = (),
    scale: float = 1.0,
    offset: float = 0.0,
) -> Converter:
    """What turns a value from a message into that of a signal with this role."""
    plain = _plain(role, scale, offset)
    inner = plain if table is None else _translated(table, plain)
    if not sentinels:
        return inner
    empty = frozenset(spelled(s) for s in sentinels)

    def convert(value: Any) -> Any:
        return NO_VALUE if spelled(value) in empty else inner(value)

    return convert


def _plain(role: Role, scale: float, offset: float) -> Converter:
    if role in WORDS_OF:
        return _word_of(WORDS_OF[role])
    if role in TEXTS:
        return text
    if role is Role.ONLINE:
        return _online
    to_value = _tag_value if role is Role.TAG else number
    return to_value if scale == 1.0 and offset == 0.0 else _scaled(to_value, scale, offset)


def _translated(table: WordTable, plain: Converter) -> Converter:
    """Translate with a table; spellings that were met before are found with one look-up."""
    ready: dict[Any, Any] = {}

    def translate(value: Any) -> Any:
        kind = value.__class__
        exact = kind is str or kind is int  # True and 1.0 would find what belongs to 1
        if exact and value in ready:
            return ready[value]
        if kind is dict or kind is list:
            raise Unfit("a list or a table where one value is wanted")
        found = table.find(value)
        if found is ABSENT:
            raise Unfit(f"value {_shown(value)} is in no row of table {table.name!r}")
        ours = NOTHING if found == IGNORE else plain(value if found == SAME else found)
        if exact and len(ready) < REMEMBERED and (kind is int or len(value) < LONGEST_TEXT):
            ready[value] = ours
        return ours

    return translate


def _word_of(words: Sequence[str]) -> Converter:
    known = {word: str(word) for word in words}

    def convert(value: Any) -> str:
        if value.__class__ is str and value in known:
            return known[value]
        word = spelled(value).replace(" ", "_").replace("-", "_") if len(str(value)) < 100 else ""
        if word not in known:
            raise Unfit(f"value {_shown(value)} is in no table")
        return known[word]

    return convert


def text(value: Any) -> str:
    """Text as it is, numbers by their digits. Raises Unfit for lists, tables and texts too long to be a name."""
    if value.__class__ is not str:
        if isinstance(value, dict | list):
            raise Unfit("a list or a table where text is wanted")
        value = spelled(value)
    if len(value) > LONGEST_TEXT:
        raise Unfit(f"a text of {len(value)} characters is no name")
    return str(value)


def number(value: Any) -> float | int:
    """A finite number, also one written as text; True is 1. Raises Unfit."""
    kind = value.__class__
    if kind is float:
        if math.isfinite(value):
            return value  # type: ignore[no-any-return]
        raise Unfit("not a number (NaN)")
    if kind is int:
        if -LARGEST_NUMBER <= value <= LARGEST_NUMBER:
            return value  # type: ignore[no-any-return]
        raise Unfit("a number with too many digits")
    if kind is bool:
        return int(value)
    if kind is str:
        return _written(value)
    raise Unfit("a list or a table where a number is wanted")


def _written(value: str) -> float | int:
    try:
        found = float(value) if len(value) < 100 and "_" not in value else math.nan
    except ValueError:
        found = math.nan
    if not math.isfinite(found):
        raise Unfit(f"{_shown(value)} is no number")
    return int(found) if found.is_integer() and abs(found) < 2**53 and not set(value) & set(".eE") else found


def _tag_value(value: Any) -> Value:
    """A number where there is one, else the flag or the text."""
    if value.__class__ is bool:
        return bool(value)
    if value.__class__ is str:
        try:
            return _written(value)
        except Unfit:
            if spelled(value) in {"nan", "inf", "-inf", "infinity", "-infinity"}:
                raise
            return text(value)
    return number(value)


def _scaled(to_value: Converter, scale: float, offset: float) -> Converter:
    def convert(value: Any) -> Any:
        plain = to_value(value)
        return plain if isinstance(plain, str | bool) else number(plain * scale + offset)

    return convert


def _online(value: Any) -> bool:
    word = spelled(value)
    if word in {"true", "1"}:
        return True
    if word in {"false", "0"}:
        return False
    raise Unfit(f"value {_shown(value)} is in no table; online wants true or false")


def _shown(value: Any) -> str:
    shown = repr(value) if isinstance(value, str) else spelled(value)
    return shown if len(shown) <= 40 else f"{shown[:37]}..."
