"""When people signed in last: found in the trail, which has a line for every sign-in."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from console.records.local import LocalRecords

BACK = 2000  # lines of sign-ins that are looked through, the last first


def last_sign_ins(local: LocalRecords) -> dict[str, datetime]:
    """The last sign-in of each person by id, UTC; those who have not signed in for long, or never, are left out."""
    from console.records.trail import Asked, search

    with local.reading() as db:
        lines = search(db, Asked(command="NoteSignIn", limit=BACK))
    found: dict[str, datetime] = {}
    for line in lines:
        if line.payload.get("right") is True:
            found.setdefault(str(line.payload.get("person", "")), line.at)
    return found
