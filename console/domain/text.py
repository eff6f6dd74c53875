"""Text and numbers of commands, made fit to be kept: what cannot be seen is not kept, what cannot be kept is refused.

Kept as given: letters of every language, emoji, line ends (as "\\n") and tabs, markup, formulas, paths: they are shown
as the text they are. Taken out: control characters, marks of direction, invisible signs. Every text is NFC, so that
what looks alike is found alike.
"""

from __future__ import annotations

import dataclasses
import math
import re
import unicodedata
from enum import Enum
from typing import Any, TypeVar, cast

from console.domain.errors import Refusal

C = TypeVar("C")
MOST = 20_000  # of any text in a command; a column may take less
GREATEST = 2**63 - 1

_BROKEN = re.compile("[\x00\ud800-\udfff]")
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x01-\x08\x0e-\x1f\x7f-\x9f"  # controls
    "\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"  # invisible signs, marks of direction
    "\ufff9-\ufffb\U000e0000-\U000e007f]"  # annotations, tags
)


class NotText(Refusal):
    """It holds a NUL or half of a character, which no keyboard makes and no database keeps. facts: field."""

    code = "not_text"


class TextWanted(Refusal):
    """Words are needed here. facts: field."""

    code = "text_wanted"


class TooLong(Refusal):
    """It is longer than what can be kept. facts: field, most (characters)."""

    code = "too_long"


class OutOfRange(Refusal):
    """No number, or one too great to be kept. facts: field, least, most (both 0: any that is finite)."""

    code = "out_of_range"


def units(text: str) -> int:
    """The length as the strictest database counts it: an emoji is two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def clean(text: str) -> str:
    """The text without what cannot be seen. ValueError where it holds what is no text."""
    if text.isascii() and text.isprintable():
        return text
    if _BROKEN.search(text):
        raise ValueError("a NUL or half of a character")
    return unicodedata.normalize("NFC", _UNSEEN.sub("", _LINE_END.sub("\n", text)))


def passage(text: str, field: str, most: int, needed: bool = True) -> str:
    """Text that may have several lines, without blanks around them; TextWanted, TooLong."""
    lines = [" ".join(line.split()) for line in clean(text).strip().split("\n")]
    made = re.sub("\n{3,}", "\n\n", "\n".join(lines)).strip()
    if needed and not made:
        raise TextWanted(field=field)
    if len(made) > most:
        raise TooLong(field=field, most=most)
    return made


def checked(command: C) -> C:
    """The command with every text clean; NotText, TooLong, OutOfRange where one of its fields cannot be kept."""
    changed: dict[str, Any] = {}
    for field in dataclasses.fields(cast(Any, command)):
        value = getattr(command, field.name)
        kept = _checked(value, field.name)
        if kept is not value:
            changed[field.name] = kept
    return dataclasses.replace(cast(Any, command), **changed) if changed else command


def _checked(value: Any, field: str) -> Any:
    if value is None or isinstance(value, bool | Enum):
        return value
    if isinstance(value, str):
        return _text(value, field)
    if isinstance(value, int | float):
        return _number(value, field)
    if isinstance(value, tuple):
        kept = tuple(_checked(each, field) for each in value)
        return value if all(a is b for a, b in zip(kept, value, strict=True)) else kept
    return checked(value) if dataclasses.is_dataclass(value) else value


def _text(value: str, field: str) -> str:
    try:
        kept = clean(value)
    except ValueError:
        raise NotText(field=field) from None
    if units(kept) > MOST:
        raise TooLong(field=field, most=MOST)
    return kept


def _number(value: float, field: str) -> float:
    if isinstance(value, int):
        if not -GREATEST <= value <= GREATEST:
            raise OutOfRange(field=field, least=-GREATEST, most=GREATEST)
    elif not math.isfinite(value):
        raise OutOfRange(field=field, least=0, most=0)
    return value
