"""Restoring and exporting change no record: what is asked is checked, and its line in the trail tells of it."""

from __future__ import annotations

from console.app.handlers import handles
from console.domain.commands import Stamp
from console.domain.commands.backups import ExportProofs, ExportRecords, NoteRestore, RestoreBackup
from console.domain.desk import Desk


@handles(RestoreBackup)
def restore_backup(desk: Desk, stamp: Stamp, command: RestoreBackup) -> None:
    """Its line goes into the records that are about to be set aside."""


@handles(ExportRecords)
def export_records(desk: Desk, stamp: Stamp, command: ExportRecords) -> None:
    """Its line says who took the records out, and when."""


@handles(ExportProofs)
def export_proofs(desk: Desk, stamp: Stamp, command: ExportProofs) -> None:
    """Its line says who took the records out with what proves people."""


@handles(NoteRestore)
def note_restore(desk: Desk, stamp: Stamp, command: NoteRestore) -> None:
    """Its line says what the records were restored from."""
