"""What may be asked about copies of the records: they change no record, and each leaves its line in the trail."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from console.domain.commands import Command


@dataclass(frozen=True, slots=True)
class RestoreBackup(Command):
    """Put a copy of the records in the place of the records; what was written since is set aside with the old file."""

    noun: ClassVar[str] = "backup"

    copy: str  # name of its file
    made: datetime
    lines: int  # of its trail


@dataclass(frozen=True, slots=True)
class ExportRecords(Command):
    """Write all records into open files, without PINs and badges."""

    noun: ClassVar[str] = "backup"

    target: str  # name of the file or folder, without the way to it


@dataclass(frozen=True, slots=True)
class ExportProofs(Command):
    """Write all records into open files with the proofs of PINs and badges, to move a console."""

    noun: ClassVar[str] = "backup"

    target: str


@dataclass(frozen=True, slots=True)
class NoteRestore(Command):
    """The records were replaced: the first line that is written after it."""

    noun: ClassVar[str] = "backup"
    own: ClassVar[bool] = True
    merges: ClassVar[bool] = True

    how: str  # "backup" or "import"
    source: str  # name of the copy, or of the file or folder that was imported
    made: datetime
    lines: int  # of the trail as it came
    last: str  # hash of its last line, as it was told where it came from
    who: str  # id of the person who asked; "" = nobody was signed in
    aside: str = ""  # name of the file in which the records before it lie; "" = there were none
    without_proofs: bool = False  # PINs and badges were left out: lines with them were written anew
