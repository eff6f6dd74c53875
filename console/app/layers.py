"""The layers that settings come from, from the weakest to the strongest, and what is wrong in one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from types import MappingProxyType
from typing import Any


class Layer(IntEnum):
    """Where a value comes from; the higher one wins."""

    DEFAULT = 0
    INSTALLED = 1  # what the installer wrote down
    OWN = 2  # settings.toml of this console: what people choose here
    SITE = 3  # the file that IT prepared for all consoles
    POLICY = 4  # group policy
    ENVIRONMENT = 5
    COMMAND_LINE = 6

    @property
    def pins(self) -> bool:
        """Whether a value from here cannot be changed at this console."""
        return self > Layer.OWN


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the settings that was not used, and what to write instead.

    `code`: unknown, table, unfit, password (in an address), secret, unread, not_text, syntax, address.
    """

    place: str  # the file, the variable or the option
    line: int  # in the file, from 1; 0 where there is none
    name: str
    words: str
    code: str = ""
    facts: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}), hash=False)

    def __str__(self) -> str:
        where = f"{self.place}, line {self.line}" if self.line else self.place
        return f"{where}: {self.name} {self.words}" if self.name else f"{where}: {self.words}"
