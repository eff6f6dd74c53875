"""What may be asked about checklists: templates and their versions, runs and their answers, points of a patrol."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from console.domain.checklists import Form, Purpose, Words
from console.domain.commands import Command
from console.domain.patrols import Point

# Templates


@dataclass(frozen=True, slots=True)
class DraftChecklist(Command):
    """Keep the draft of a template, a new one or one that is there; nothing that runs changes by it."""

    noun: ClassVar[str] = "checklists"

    template: str
    title: Words
    purpose: Purpose
    form: Form
    version: int = 0  # of the record that was shown


@dataclass(frozen=True, slots=True)
class PublishChecklist(Command):
    """Make the draft that was shown the version that holds from now on."""

    noun: ClassVar[str] = "checklists"

    template: str
    note: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True)
class DiscardDraft(Command):
    """Forget the draft; one that was never published is gone altogether."""

    noun: ClassVar[str] = "checklists"

    template: str
    version: int = 0


@dataclass(frozen=True, slots=True)
class RetireChecklist(Command):
    """Offer a template no more, or again; runs and versions stay."""

    noun: ClassVar[str] = "checklists"

    template: str
    retired: bool
    version: int = 0


@dataclass(frozen=True, slots=True)
class SetRoute(Command):
    """Say where the sections of a template are, with which codes and until when somebody is there."""

    noun: ClassVar[str] = "checklists"

    template: str
    points: tuple[Point, ...]
    version: int = 0


@dataclass(frozen=True, slots=True)
class BeginChecklists(Command):
    """Make the shipped templates, once, as drafts that are published."""

    noun: ClassVar[str] = "checklists"
    merges: ClassVar[bool] = True
    own: ClassVar[bool] = True


# Runs


@dataclass(frozen=True, slots=True)
class BeginRun(Command):
    """Begin to fill in the version of this number, 0: the one that holds; `plan` is the round that it is for.

    A number keeps what was begun while the shared database was away, though another version was published meanwhile.
    `run` is new; of a planned round it is checklists.round_run_id, so that two who begin it at once fill in one run.
    """

    noun: ClassVar[str] = "checklists"
    merges: ClassVar[bool] = True

    run: str
    template: str
    where: str
    due: datetime | None = None
    plan: str = ""
    number: int = 0

    @property
    def place(self) -> str:
        """Where it is done."""
        return self.where


@dataclass(frozen=True, slots=True)
class OnRun:
    """What is about one run."""

    run: str
    where: str  # the place of the run, for the check of scope

    @property
    def place(self) -> str:
        """Where it is done."""
        return self.where


@dataclass(frozen=True, slots=True)
class AnswerItem(OnRun, Command):
    """Answer an item, or answer it otherwise; the last word holds, whoever said it where."""

    noun: ClassVar[str] = "checklists"
    merges: ClassVar[bool] = True

    item: str
    value: float | None = None
    text: str = ""
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class ClearAnswer(OnRun, Command):
    """Take an answer back: the item is open again."""

    noun: ClassVar[str] = "checklists"

    item: str


@dataclass(frozen=True, slots=True)
class SignRun(OnRun, Command):
    """Say that it is finished and true; `points` are those that were shown, None: nobody looked."""

    noun: ClassVar[str] = "checklists"

    note: str = ""
    points: float | None = None


@dataclass(frozen=True, slots=True)
class DropRun(OnRun, Command):
    """Say why it is not finished."""

    noun: ClassVar[str] = "checklists"

    why: str


@dataclass(frozen=True, slots=True)
class CheckInAt(OnRun, Command):
    """Somebody is at a point of the route, by its code (a scan) or by hand."""

    noun: ClassVar[str] = "checklists"
    merges: ClassVar[bool] = True

    section: str
    code: str = ""
