"""One table of a plant file, read with its types checked; whatever is wrong becomes a problem, never an exception."""

from __future__ import annotations

import math
from typing import Any

from console.telemetry.positions import Path
from console.telemetry.problems import Problems, choices


class Section:
    """A TOML table and where it stands."""

    def __init__(self, data: dict[str, Any], path: Path, problems: Problems) -> None:
        self.data = data
        self.path = path
        self.problems = problems

    def __contains__(self, key: str) -> bool:
        return key in self.data

    def allow(self, *keys: str) -> None:
        """Report every key that is none of `keys`, with the nearest that is."""
        for key in self.data:
            if key not in keys:
                self.problems.add((*self.path, key), f"unknown key {key!r}", choices(key, keys))

    def wrong(self, key: str, message: str, hint: str = "", offset: int = 0) -> None:
        """A mistake in the value of `key`; one about the table itself when it has no such key."""
        path = (*self.path, key)
        self.problems.add_value(path, message, hint, offset) if key in self.data else self.missing(message, hint)

    def missing(self, message: str, hint: str = "") -> None:
        """A mistake about the table as a whole."""
        self.problems.add(self.path, message, hint)

    def text(self, key: str, default: str = "") -> str:
        """Text; a whole number is taken as its digits."""
        value = self.data.get(key, default)
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, str):
            return value.strip()
        self.wrong(key, f"{key} must be text", f'write {key} = "..."')
        return default

    def number(self, key: str, default: float | None = None, positive: bool = False) -> float | None:
        """A finite number, greater than 0 when `positive`."""
        value = self.data.get(key)
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            self.wrong(key, f"{key} must be a number")
            return default
        if positive and value <= 0:
            self.wrong(key, f"{key} must be greater than 0")
            return default
        return float(value)

    def whole(self, key: str) -> int | None:
        """A whole number greater than 0."""
        value = self.number(key, positive=True)
        if value is not None and value != int(value):
            self.wrong(key, f"{key} must be a whole number")
            return None
        return None if value is None else int(value)

    def flag(self, key: str) -> bool:
        """True or false, false when missing."""
        value = self.data.get(key, False)
        if isinstance(value, bool):
            return value
        self.wrong(key, f"{key} must be true or false")
        return False

    def sections(self, key: str) -> list[Section]:
        """The tables of an array of tables; a single table counts as an array of one."""
        value = self.data.get(key, [])
        if isinstance(value, dict):
            return [Section(value, (*self.path, key), self.problems)]
        if not isinstance(value, list):
            self.wrong(key, f"{key} must be tables", f"write [[{key}]] above each")
            return []
        found = []
        for index, item in enumerate(value):
            path = (*self.path, key, index)
            if isinstance(item, dict):
                found.append(Section(item, path, self.problems))
            else:
                self.problems.add(path, f"{key} must be tables", f"write {{...}} or [[{key}]]")
        return found

    def children(self, key: str) -> dict[str, Section]:
        """The tables inside the table `key`, by name."""
        value = self.data.get(key, {})
        if not isinstance(value, dict):
            self.wrong(key, f"{key} must be a table of tables", f"write [{key}.NAME]")
            return {}
        found = {}
        for name, item in value.items():
            if isinstance(item, dict):
                found[name] = Section(item, (*self.path, key, name), self.problems)
            else:
                self.problems.add((*self.path, key, name), f"{key}.{name} must be a table", f"write [{key}.{name}]")
        return found
