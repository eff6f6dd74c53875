"""A settings file as text: read with its line numbers, changed line by line so that people's comments stay."""

from __future__ import annotations

import contextlib
import errno
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from console.app.declared import BY_NAME, Value, written

Changes = Mapping[str, Value | None]  # None: take the setting out, so that its default holds again

MOST = 100_000  # bytes: all settings with their meanings as comments take 15,000
_HEADER = re.compile(r"^\s*\[([^\[\]]+)\]\s*(#.*)?$")
_ENTRY = re.compile(r"""^\s*([A-Za-z0-9_\-."' ]+?)\s*=\s*""")


def parse(text: str) -> dict[str, object]:
    """Dotted name → value for each entry of a TOML `text`; a table inside a table stays one value.

    Raises tomllib.TOMLDecodeError, also where the nesting is too deep or a number too long to read.
    """
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except RecursionError:
        raise tomllib.TOMLDecodeError("nested too deep") from None
    except ValueError:  # Python reads no decimal number of more than 4,300 digits
        raise tomllib.TOMLDecodeError("a number is too long") from None
    flat: dict[str, object] = {}
    for section, table in document.items():
        if isinstance(table, dict):
            flat.update({f"{section}.{key}": value for key, value in table.items()})
        else:
            flat[section] = table
    return flat


def line_of(text: str, name: str) -> int:
    """The line (from 1) on which the entry `name` begins; 0 where it cannot be told."""
    return lines_of(text).get(name, 0)


def lines_of(text: str) -> dict[str, int]:
    """Dotted name → the line (from 1) on which that entry begins first."""
    found: dict[str, int] = {}
    for index, name, _ in _entries(text.split("\n")):
        found.setdefault(name, index + 1)
    return found


def read_bounded(path: Path) -> bytes:
    """What a settings file holds. OSError also where it is far too large for one, so that no memory is spent on it."""
    with path.open("rb") as file:
        content = file.read(MOST + 1)
    if len(content) > MOST:
        raise OSError(errno.EFBIG, f"larger than {MOST // 1000} kB, which is no settings file")
    return content


def edited(text: str, changes: Changes) -> str | None:
    """`text` with the changes in it and everything else as it was; None where its form does not allow that."""
    try:
        wanted = parse(text)
    except tomllib.TOMLDecodeError:
        return None
    lines = text.replace("\r\n", "\n").rstrip("\n").split("\n") if text.strip() else []
    for name, value in changes.items():
        _change(lines, name, value)
        if value is None:
            wanted.pop(name, None)
        else:
            wanted[name] = value
    result = "\n".join(lines) + "\n"
    with contextlib.suppress(tomllib.TOMLDecodeError):
        if parse(result) == wanted:
            return result
    return None


def fresh(values: Mapping[str, Value]) -> str:
    """A new file that holds `values` (dotted names), a table for each section."""
    lines = ["# Settings of Gemba Console. Anything not written here has its default."]
    for section in dict.fromkeys(name.partition(".")[0] for name in values):
        lines += ["", f"[{section}]"]
        lines += [
            f"{name.partition('.')[2]} = {toml(v)}" for name, v in values.items() if name.startswith(section + ".")
        ]
    return "\n".join(lines) + "\n"


def known(text: str) -> dict[str, Value]:
    """The declared, not secret settings that a readable `text` holds with a plain value."""
    with contextlib.suppress(tomllib.TOMLDecodeError):
        found = {name: value for name, value in parse(text).items() if name in BY_NAME and not BY_NAME[name].secret}
        return {name: value for name, value in found.items() if isinstance(value, str | int | bool)}
    return {}


def toml(value: Value) -> str:
    """`value` as TOML writes it."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return written(value)


def write_private(path: Path, text: str) -> None:
    """Put `text` at `path` whole or not at all, readable by its owner only. Raises OSError."""
    from console.records.wholefile import write_whole

    write_whole(path, text.encode(), 0o600)


def _entries(lines: list[str]) -> Iterator[tuple[int, str, str]]:
    """Index, dotted name and section of each line that looks like `key = …`."""
    section = ""
    for index, line in enumerate(lines):
        if header := _HEADER.match(line):
            section = _bare(header[1])
        elif entry := _ENTRY.match(line):
            yield index, f"{section}.{_bare(entry[1])}" if section else _bare(entry[1]), section


def _bare(name: str) -> str:
    return ".".join(part.strip().strip("\"'") for part in name.split("."))


def _change(lines: list[str], name: str, value: Value | None) -> None:
    at = next((index for index, found, _ in _entries(lines) if found == name), None)
    if value is None:
        if at is not None:
            del lines[at]
    elif at is not None:
        start = _ENTRY.match(lines[at])
        lines[at] = lines[at][: start.end() if start else 0] + toml(value) + _comment(lines[at])
    else:
        _add(lines, name, value)


def _comment(line: str) -> str:
    """The blanks and the comment behind the value of an entry."""
    for at, char in enumerate(line):
        if char == "#":
            with contextlib.suppress(tomllib.TOMLDecodeError):
                tomllib.loads(line[:at])
                return line[len(line[:at].rstrip()) :]
    return ""


def _add(lines: list[str], name: str, value: Value) -> None:
    section, _, key = name.partition(".")
    entry = f"{key} = {toml(value)}"
    for index, line in enumerate(lines):
        if (header := _HEADER.match(line)) and _bare(header[1]) == section:
            inside = [at for at, _, found in _entries(lines) if found == section]
            lines.insert(max([index, *inside]) + 1, entry)
            return
    lines += ([""] if lines else []) + [f"[{section}]", entry]
