"""TOML text, read block by block where it is broken: one slip of the pen must not take the whole plant away."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from console.telemetry.problems import Problem

_HEADER: Final = re.compile(r"[ \t]*\[\[?[^\[\]\n,={}]*\]{0,2}[ \t]*(?:#.*)?")
_PLACE: Final = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)")
_MOST_TRIES: Final = 50


class _Block(NamedTuple):
    """A header line and what follows it, up to the next; line numbers from 0, `end` not in it."""

    name: str  # "line", "line.station", "" before the first header
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """What could be read. `text` has blank lines where broken blocks stood, so that line numbers stay."""

    data: dict[str, Any]
    text: str
    problems: list[Problem]


def parse(text: str) -> Parsed:
    """The tables of a TOML text; blocks that break its grammar are left out and reported."""
    problems: list[Problem] = []
    for _ in range(_MOST_TRIES):
        try:
            return Parsed(tomllib.loads(text), text, problems)
        except tomllib.TOMLDecodeError as error:
            culprits = _broken_blocks(text) or [_blamed(text, error)]
            for block, problem in culprits:
                problems.append(problem)
                text = _without(text, block)
        except (RecursionError, ValueError):
            break
    return Parsed({}, "", [*problems, Problem(1, 1, "this is no plant file")])


def _problem(error: tomllib.TOMLDecodeError, start: int, end: int) -> Problem:
    message = str(error)
    place = _PLACE.search(message)
    line = start + int(place[1]) if place and place[1] else end
    column = int(place[2]) if place and place[2] else 1
    words = _PLACE.sub("", message)
    return Problem(line, column, f"not TOML: {words[:1].lower()}{words[1:]}", "this part of the file is left out")


def _blocks(text: str) -> list[_Block]:
    lines = text.split("\n")
    starts = [n for n, line in enumerate(lines) if _HEADER.fullmatch(line)]
    ends = [*starts, len(lines)]
    names = [lines[n].split("#")[0].strip(" \t[]").replace('"', "").replace(" ", "") for n in starts]
    blocks = [_Block(name, start, end) for name, start, end in zip(names, starts, ends[1:], strict=True)]
    return [_Block("", 0, ends[0]), *blocks]


def _broken_blocks(text: str) -> list[tuple[_Block, Problem]]:
    """Blocks that are no TOML even by themselves."""
    lines = text.split("\n")
    found = []
    for block in _blocks(text):
        try:
            tomllib.loads("\n".join(lines[block.start : block.end]))
        except tomllib.TOMLDecodeError as error:
            found.append((block, _problem(error, block.start, block.end)))
    return found


def _blamed(text: str, error: tomllib.TOMLDecodeError) -> tuple[_Block, Problem]:
    """The block at which the whole cannot be put together: a table or key that stands twice."""
    problem = _problem(error, 0, text.count("\n") + 1)
    blocks = _blocks(text)
    return next(b for b in reversed(blocks) if b.start < problem.line), problem


def _without(text: str, block: _Block) -> str:
    """The text with a block and those that belong to it made blank: stations of a lost line join no other."""
    lines = text.split("\n")
    following = [b for b in _blocks(text) if b.start >= block.end]
    end = block.end
    for other in following:
        if not block.name or not other.name.startswith(f"{block.name}."):
            break
        end = other.end
    lines[block.start : end] = [""] * (end - block.start)
    return "\n".join(lines)
