"""Topic patterns with named parts, and the smallest set of MQTT filters that hears them."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PART = re.compile(r"\{([A-Za-z_][A-Za-z0-9_]*)\}")
_LEVEL = re.compile(r"(?:[^{}+#]|\{[A-Za-z_][A-Za-z0-9_]*\})*")


class PatternWrong(ValueError):
    """A topic pattern that cannot be one; `offset` is the character where it goes wrong."""

    def __init__(self, detail: str, offset: int) -> None:
        super().__init__(detail)
        self.offset = offset


class TopicPattern:
    """`plant/{line}/machine{nr}/+/state`: named parts, `+` for any level, `#` at the end for any rest."""

    def __init__(self, text: str) -> None:
        self.text = text
        levels = text.split("/")
        offset = 0
        for level in levels:
            last = offset + len(level) == len(text)
            if level != "+" and not (level == "#" and last) and not _LEVEL.fullmatch(level):
                detail = "'#' may only stand alone at the end" if "#" in level else f"{level!r} is no level of a topic"
                raise PatternWrong(detail, offset)
            offset += len(level) + 1
        self.names = tuple(_PART.findall(text))
        for name in self.names:
            if self.names.count(name) > 1:
                raise PatternWrong(f"{{{name}}} stands twice", text.rindex(f"{{{name}}}"))
        self.filter = "/".join("+" if _PART.search(level) else level for level in levels)
        self._match = re.compile(_expression(levels), re.DOTALL).fullmatch

    def parts(self, topic: str) -> dict[str, str] | None:
        """What the named parts are in `topic`; None when it does not match."""
        match = self._match(topic)
        return match.groupdict() if match else None


def _expression(levels: list[str]) -> str:
    rest = levels[-1] == "#"
    body = "/".join(_level_expression(level) for level in (levels[:-1] if rest else levels))
    if not rest:
        return body
    return f"{body}(?:/.*)?" if len(levels) > 1 else ".*"


def _level_expression(level: str) -> str:
    if level == "+":
        return "[^/]*"
    pieces = _PART.split(level)  # text, name, text, name, ... text
    return "".join(f"(?P<{piece}>[^/]+)" if n % 2 else re.escape(piece) for n, piece in enumerate(pieces))


def part_names(template: str) -> tuple[str, ...]:
    """Names that a template such as `{line}/{station}` wants."""
    return tuple(_PART.findall(template))


def fill(template: str, parts: dict[str, str]) -> str:
    """The template with every named part put in; a part that is not there stays as it is."""
    return _PART.sub(lambda m: parts.get(m[1], m[0]), template)


def template_expression(template: str) -> re.Pattern[str]:
    """What every filling of the template looks like."""
    pieces = _PART.split(template)
    return re.compile("".join(".+" if n % 2 else re.escape(piece) for n, piece in enumerate(pieces)), re.DOTALL)


def covers(wide: str, narrow: str) -> bool:
    """Whether filter `wide` hears every topic that filter `narrow` hears (MQTT 5.0, 4.7)."""
    wide_levels, narrow_levels = wide.split("/"), narrow.split("/")
    for index, level in enumerate(wide_levels):
        if level == "#":
            return True
        if index >= len(narrow_levels) or narrow_levels[index] == "#":
            return False
        if level not in ("+", narrow_levels[index]):
            return False
    return len(wide_levels) == len(narrow_levels)


def fewest(filters: Iterable[str]) -> tuple[str, ...]:
    """Filters that hear all of `filters` and no topic twice: a broker may send a message once for each that hears it.

    Two filters that share some topics only, such as `a/+/c` and `a/b/+`, become the one that holds both: `a/+/+`.
    """
    kept: list[str] = []
    for one in sorted(set(filters)):
        wide = one
        while overlapping := next((k for k in kept if _meet(k, wide)), None):
            kept.remove(overlapping)
            wide = _union(overlapping, wide)
        kept.append(wide)
    return tuple(sorted(kept))


def _meet(a: str, b: str) -> bool:
    """Whether some topic is heard by both filters."""
    left, right = a.split("/"), b.split("/")
    for one, other in zip(left, right, strict=False):
        if "#" in (one, other):
            return True
        if one != other and "+" not in (one, other):
            return False
    longer = left if len(left) > len(right) else right
    shorter = min(len(left), len(right))
    return len(left) == len(right) or longer[shorter] == "#"


def _union(a: str, b: str) -> str:
    """The narrowest filter that covers both of two filters that meet."""
    if covers(a, b):
        return a
    if covers(b, a):
        return b
    levels: list[str] = []
    for one, other in zip(a.split("/"), b.split("/"), strict=False):
        if "#" in (one, other):
            return "/".join([*levels, "#"])
        levels.append(one if one == other else "+")
    return "/".join(levels if a.count("/") == b.count("/") else [*levels, "#"])
