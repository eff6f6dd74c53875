"""Where each key of a TOML text stands, so that a mistake can be shown with its line and column."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from itertools import accumulate

Path = tuple[str | int, ...]  # ("line", 0, "station", 2, "id")

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_BASIC = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_LITERAL = re.compile(r"'[^'\n]*'")
_BASIC_LINES = re.compile(r'"""(?:[^\\]|\\.)*?"""(?:"{0,2})', re.DOTALL)
_LITERAL_LINES = re.compile(r"'''.*?'''(?:'{0,2})", re.DOTALL)
_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_PLAIN_VALUE = re.compile(r"[^,\]}#\n]*")


class Positions:
    """Line and column (both from 1) of every key and value of a text that `tomllib` accepts."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        self._keys: dict[Path, int] = {}
        self._values: dict[Path, int] = {}
        self._counts: dict[Path, int] = {}
        self._at = 0
        try:
            self._document()
        except (IndexError, ValueError):  # a text that tomllib would refuse: what was found so far is kept
            return

    def key(self, path: Path) -> tuple[int, int]:
        """Where the key of `path` stands, else that of the nearest table around it; (1, 1) when there is none."""
        return self._place(self._keys, path)

    def value(self, path: Path, offset: int = 0) -> tuple[int, int]:
        """Where the value of `path` begins; `offset` counts characters inside a string's quotes."""
        at = self._values.get(path)
        if at is None:
            return self.key(path)
        if self._text[at : at + 1] in {'"', "'"} and self._text[at : at + 3] not in {'"""', "'''"}:
            at += 1 + offset if offset else 0
        return self._line_column(at)

    def _place(self, table: dict[Path, int], path: Path) -> tuple[int, int]:
        while path:
            if path in table:
                return self._line_column(table[path])
            path = path[:-1]
        return (1, 1)

    def _line_column(self, at: int) -> tuple[int, int]:
        line = bisect_right(self._starts, at) - 1
        return line + 1, at - self._starts[line] + 1

    def _skip(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._at)
        if match is None:
            raise ValueError(f"nothing at {self._at}")
        self._at = match.end()
        return match.group()

    def _peek(self, length: int = 1) -> str:
        return self._text[self._at : self._at + length]

    def _document(self) -> None:
        table: Path = ()
        while self._skip(_BLANK) is not None and self._at < len(self._text):
            if self._peek() == "[":
                table = self._header()
            else:
                self._pair(table)

    def _header(self) -> Path:
        begin = self._at
        brackets = 2 if self._peek(2) == "[[" else 1
        self._at += brackets
        keys = [name for name, _ in self._dotted()]
        self._at += brackets
        path: Path = ()
        for key in keys[:-1]:
            path = self._latest((*path, key))
            self._keys.setdefault(path, begin)
        path = (*path, keys[-1])
        if brackets == 2:
            self._counts[path] = self._counts.get(path, -1) + 1
            self._keys.setdefault(path, begin)
        path = self._latest(path)
        self._keys[path] = begin
        return path

    def _latest(self, path: Path) -> Path:
        """`path`, or its last element when it is an array of tables."""
        return (*path, self._counts[path]) if path in self._counts else path

    def _dotted(self) -> list[tuple[str, int]]:
        keys = []
        while True:
            self._skip(_SPACE)
            begin = self._at
            if self._peek() in {'"', "'"}:
                raw = self._skip(_BASIC if self._peek() == '"' else _LITERAL)
                keys.append((str(tomllib.loads(f"x={raw}")["x"]), begin))
            else:
                keys.append((self._skip(_BARE_KEY), begin))
            self._skip(_SPACE)
            if self._peek() != ".":
                return keys
            self._at += 1

    def _pair(self, table: Path) -> None:
        path = table
        for name, begin in self._dotted():
            path = (*path, name)
            self._keys.setdefault(path, begin)
        self._at += 1  # "="
        self._skip(_SPACE)
        self._value(path)

    def _value(self, path: Path) -> None:
        self._values[path] = self._at
        mark = self._peek()
        if mark == "[":
            self._array(path)
        elif mark == "{":
            self._inline(path)
        elif mark == '"':
            self._skip(_BASIC_LINES if self._peek(3) == '"""' else _BASIC)
        elif mark == "'":
            self._skip(_LITERAL_LINES if self._peek(3) == "'''" else _LITERAL)
        else:
            self._skip(_PLAIN_VALUE)

    def _array(self, path: Path) -> None:
        self._at += 1
        index = 0
        while self._skip(_BLANK) is not None and self._peek() != "]":
            self._keys[(*path, index)] = self._at
            self._value((*path, index))
            index += 1
            self._skip(_BLANK)
            if self._peek() == ",":
                self._at += 1
            elif self._peek() != "]":
                raise ValueError("array without end")
        self._at += 1

    def _inline(self, path: Path) -> None:
        self._at += 1
        while self._skip(_BLANK) is not None and self._peek() != "}":
            self._pair(path)
            self._skip(_BLANK)
            if self._peek() == ",":
                self._at += 1
            elif self._peek() != "}":
                raise ValueError("table without end")
        self._at += 1
