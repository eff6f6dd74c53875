"""The chain held against itself: every line carries its own hash and that of the line before, none is left out."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, func, select

from console.domain.tampering import Tampering, What
from console.domain.trail import BEGINNING
from console.records.accounts import Account
from console.records.anchor import Anchor
from console.records.rawlines import RawLine
from console.records.rowcheck import Overlay, fitting
from console.records.schema import touched

MOST_BESIDE = 10_000  # rows whose account the index does not know: beyond it the index is made again first


class Chain:
    """Lines go in in order, findings come out. It begins at the beginning, or at the anchor."""

    def __init__(self, anchor: Anchor, whole: bool, at: str) -> None:
        start = Anchor(step=anchor.step) if whole else anchor
        self.fresh = start  # the anchor as far as lines were read
        self._anchor, self._at = anchor, at
        self._known = anchor.known()
        self._agreed = start.seq  # the last line whose hash is the one that was verified before
        self._torn = False
        self._doubtful = False  # the line before does not carry its own hash

    def take(self, line: RawLine) -> list[Tampering]:
        """What is wrong with the next line."""
        told, found = self.fresh, []
        if line.seq <= told.seq:
            return [Tampering(What.LINE_CHANGED, seq=line.seq)]
        if line.seq > told.seq + 1:
            found.append(_stretch(What.LINE_MISSING, told.seq + 1, line.seq - 1))
        elif line.sound and not self._doubtful and line.row["previous"] != told.hash:
            found.append(
                Tampering(What.CHAIN_BROKEN, "", "", "", told.hash, fitting(str(line.row["previous"])), line.seq)
            )
        if not line.sound:
            found.append(Tampering(What.LINE_CHANGED, seq=line.seq))
        elif line.seq in self._known:
            found += self._compared(line)
        self._doubtful = not line.sound
        self.fresh = told.passing(line.seq, str(line.row["hash"]), self._at)
        return found

    def end(self, db: Connection, written: str) -> list[Tampering]:
        """What is wrong with the end, once there are no more lines; `written` is when the last one was."""
        last = max(self._anchor.seq, int(db.execute(select(func.max(touched.c.seq))).scalar() or 0))
        if last <= self.fresh.seq:
            return []
        cut = _stretch(What.CUT_OFF, self.fresh.seq + 1, last)
        return [Tampering(cut.what, expected=self._anchor.at, found=written, seq=cut.seq, until=cut.until)]

    def _compared(self, line: RawLine) -> list[Tampering]:
        if self._known[line.seq] == line.row["hash"]:
            self._agreed = line.seq
        elif not self._torn:
            self._torn = True
            return [_stretch(What.REWRITTEN, self._agreed + 1, line.seq)]
        return []


def begins_at(anchor: Anchor, line: RawLine | None) -> bool:
    """Whether the line at the anchor is still the one that was verified."""
    if anchor.seq == 0:
        return anchor.hash == BEGINNING
    return line is not None and line.sound and line.row["hash"] == anchor.hash


def check_index(
    db: Connection, lines: Iterable[RawLine], after: int, overlay: Overlay
) -> tuple[list[Tampering], set[tuple[str, str]]]:
    """What the index says wrongly of these lines, and the rows touched by lines that are not there or not sound.

    Accounts that it does not know of are put into `overlay`.
    """
    lines = list(lines)
    sound = {line.seq: line for line in lines if line.sound}
    last = max((line.seq for line in lines), default=after)
    asked = select(touched.c.kind, touched.c.id, touched.c.seq).where(touched.c.seq > after, touched.c.seq <= last)
    listed = {(kind, id, int(seq)) for kind, id, seq in db.execute(asked)}
    told = {(change["kind"], change["id"], seq) for seq, line in sound.items() for change in line.changes or ()}
    wrong = [_index(*place, expected=str(place[2])) for place in sorted(told - listed)]
    wrong += [_index(*place, found=str(place[2])) for place in sorted(listed - told) if place[2] in sound]
    for kind, id, seq in told - listed:
        change = sound[seq].change(kind, id)
        if change is not None and not change.get("held") and len(overlay) < MOST_BESIDE:
            before = overlay.get((kind, id))
            if before is None or before.seq < seq:
                overlay[kind, id] = Account(seq, sound[seq], change)
    return wrong, {(kind, id) for kind, id, seq in listed if seq not in sound}


def _index(kind: str, id: str, seq: int, expected: str = "", found: str = "") -> Tampering:
    return Tampering(What.INDEX, "touched", fitting(f"{kind}/{id}", 64), "seq", expected, found, seq)


def _stretch(what: What, first: int, last: int) -> Tampering:
    return Tampering(what, seq=first, until=last if last > first else 0)
