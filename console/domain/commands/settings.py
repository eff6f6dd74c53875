"""What may be asked about the settings of a console: it changes no record, and leaves its line in the trail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from console.domain.commands import Command


@dataclass(frozen=True, slots=True)
class ChangeSetting(Command):
    """Choose another value for one setting of the console that the command is given at. A secret's values are empty."""

    noun: ClassVar[str] = "settings"

    setting: str  # its dotted name
    old: str
    new: str  # "" = back to what holds without it
