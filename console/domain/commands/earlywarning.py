"""What may be asked about early warnings: to keep those that were seen, to judge them, to say what is looked for.

`where` is the place of the warning, or the one place where a rule holds, for the check of scope.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from console.domain.commands import Command
from console.domain.early_warnings import ToldWarning
from console.domain.warning_rules import Judged, WarningRule


@dataclass(frozen=True, slots=True)
class TellWarnings(Command):
    """The console saw signs, or how some of them ended."""

    noun: ClassVar[str] = "warnings"
    merges: ClassVar[bool] = True
    own: ClassVar[bool] = True

    warnings: tuple[ToldWarning, ...]


@dataclass(frozen=True, slots=True)
class JudgeWarning(Command):
    """Say afterwards whether a warning was right; decided anew where the console told of its end meanwhile."""

    noun: ClassVar[str] = "warnings"
    merges: ClassVar[bool] = True

    warning: str
    where: str
    judged: Judged
    note: str = ""
    was: Judged = Judged.NOT  # what had been said when it was shown

    @property
    def place(self) -> str:
        """Where the warning is."""
        return self.where


@dataclass(frozen=True, slots=True)
class BeginWarningRules(Command):
    """Put in the rules that are shipped, where there is none yet."""

    noun: ClassVar[str] = "warnings"
    merges: ClassVar[bool] = True
    own: ClassVar[bool] = True

    rules: tuple[WarningRule, ...]


@dataclass(frozen=True, slots=True)
class AddWarningRule(Command):
    """Add a rule; its id is new."""

    noun: ClassVar[str] = "warnings"

    rule: WarningRule

    @property
    def place(self) -> str:
        """Where it shall hold; a rule for several places is a matter of the whole plant."""
        return only_place(self.rule)


@dataclass(frozen=True, slots=True)
class ChangeWarningRule(Command):
    """Say everything about a rule anew; warnings that it gave stay."""

    noun: ClassVar[str] = "warnings"

    rule: WarningRule
    version: int = 0

    @property
    def place(self) -> str:
        """Where it shall hold."""
        return only_place(self.rule)


@dataclass(frozen=True, slots=True)
class SwitchWarningRule(Command):
    """Switch a rule on or off. `where` is the one place where it holds, "" = several or everywhere."""

    noun: ClassVar[str] = "warnings"

    rule: str
    where: str
    active: bool

    @property
    def place(self) -> str:
        """Where it holds."""
        return self.where


def only_place(rule: WarningRule) -> str:
    """The one place where a rule holds, "" = several or everywhere."""
    return rule.places[0] if len(rule.places) == 1 else ""
