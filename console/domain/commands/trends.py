"""What may be asked about trends: notes on the time axis, and saved views."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from console.domain.commands import Command
from console.domain.trend_views import TrendView

# Notes


@dataclass(frozen=True, slots=True)
class AddTrendNote(Command):
    """Write a note at a time (`end` None) or about a stretch of time."""

    noun: ClassVar[str] = "trends"

    note: str  # a new id
    where: str  # id of the place that it is about
    start: datetime
    end: datetime | None
    text: str
    signal: str = ""  # "" = the place as a whole

    @property
    def place(self) -> str:
        """What it is about."""
        return self.where


@dataclass(frozen=True, slots=True)
class _OnNote:
    note: str
    where: str  # the place of the note, for the check of scope
    by: str  # who wrote it: they may do more than others

    @property
    def place(self) -> str:
        """What it is about."""
        return self.where

    @property
    def about(self) -> str:
        """Who wrote it."""
        return self.by


@dataclass(frozen=True, slots=True)
class ChangeTrendNote(_OnNote, Command):
    """Say text and time of a note anew."""

    noun: ClassVar[str] = "trends"

    start: datetime
    end: datetime | None
    text: str
    version: int = 0


@dataclass(frozen=True, slots=True)
class RemoveTrendNote(_OnNote, Command):
    """Take a note away; the trail keeps it."""

    noun: ClassVar[str] = "trends"

    version: int = 0


# Saved views


@dataclass(frozen=True, slots=True)
class SaveTrendView(Command):
    """Keep a view, a new one or anew; whether it is shared stays as it is."""

    noun: ClassVar[str] = "trends"

    view: TrendView
    version: int = 0

    @property
    def about(self) -> str:
        """Whose it is."""
        return self.view.owner


@dataclass(frozen=True, slots=True)
class _OnView:
    view: str
    owner: str  # of the view, for the check of the right

    @property
    def about(self) -> str:
        """Whose it is."""
        return self.owner


@dataclass(frozen=True, slots=True)
class RenameTrendView(_OnView, Command):
    """Call a view otherwise."""

    noun: ClassVar[str] = "trends"

    title: str
    version: int = 0


@dataclass(frozen=True, slots=True)
class RemoveTrendView(_OnView, Command):
    """Take a view away."""

    noun: ClassVar[str] = "trends"


@dataclass(frozen=True, slots=True)
class ShareTrendView(Command):
    """Let everybody open a view, or only its owner again."""

    noun: ClassVar[str] = "trends"

    view: str
    where: str  # the place of the view, for the check of scope
    shared: bool

    @property
    def place(self) -> str:
        """What it shows."""
        return self.where
