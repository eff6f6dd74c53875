"""What may be asked about the plan of a week."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from console.domain.commands import Command
from console.domain.plan_draft import Placement


@dataclass(frozen=True, slots=True)
class SavePlan(Command):
    """Put orders into other shifts, lines and places: all of them, or none where somebody else changed one meanwhile.

    It must be allowed on every line that an order leaves or comes to.
    """

    noun: ClassVar[str] = "orders"
    many: ClassVar[bool] = True

    placements: tuple[Placement, ...]
