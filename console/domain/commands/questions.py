"""What may be asked about questions that are kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from console.domain.commands import Command
from console.domain.questions import SavedQuestion


@dataclass(frozen=True, slots=True)
class KeepQuestion(Command):
    """Keep a question, a new one or anew; who kept it and when is noted."""

    noun: ClassVar[str] = "questions"

    question: SavedQuestion
    version: int = 0  # 0 = a new one


@dataclass(frozen=True, slots=True)
class RemoveQuestion(Command):
    """Keep it no more; the trail does."""

    noun: ClassVar[str] = "questions"

    question: str
    version: int = 0
