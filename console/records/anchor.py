"""The anchor: what was verified last, kept outside the database, so that a trail made shorter or anew is noticed."""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from pathlib import Path

from console.domain.trail import BEGINNING
from console.records.wholefile import write_whole

NAME = "trail.anchor"
MOST = 128  # marks; where there would be more, every second one is let go
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The last line that was verified, and lines on the way to it at even distances."""

    seq: int = 0
    hash: str = BEGINNING
    at: str = ""  # when it was verified, as `moment` writes it
    step: int = 64  # lines between two marks
    marks: tuple[tuple[int, str], ...] = ()

    def passing(self, seq: int, hash: str, at: str) -> Anchor:
        """The anchor one line further on."""
        marks, step = self.marks, self.step
        if seq % step == 0 and (not marks or seq > marks[-1][0]):
            marks = (*marks, (seq, hash))
            if len(marks) > MOST:
                step *= 2
                marks = tuple(mark for mark in marks if mark[0] % step == 0)
        return Anchor(seq, hash, at, step, marks)

    def known(self) -> dict[int, str]:
        """Every line it can tell the hash of, by number."""
        return {**dict(self.marks), **({self.seq: self.hash} if self.seq else {})}


def load(folder: Path) -> Anchor:
    """The anchor in this data folder; one at the beginning where there is none that can be read."""
    try:
        told = json.loads((folder / NAME).read_text(encoding="utf-8"))
        marks = tuple((int(seq), str(hash)) for seq, hash in told["marks"])
        return Anchor(int(told["seq"]), str(told["hash"]), str(told["at"]), max(1, int(told["step"])), marks)
    except FileNotFoundError:
        return Anchor()
    except (OSError, ValueError, KeyError, TypeError) as error:
        log.warning("%s cannot be read, the trail is verified from its beginning: %s", NAME, error)
        return Anchor()


def save(folder: Path, anchor: Anchor) -> None:
    """Put the anchor in the place of the one before, as a whole or not at all; OSError where the disk refuses."""
    told = {"seq": anchor.seq, "hash": anchor.hash, "at": anchor.at, "step": anchor.step, "marks": anchor.marks}
    write_whole(folder / NAME, json.dumps(told).encode())


def accept_restore(folder: Path) -> None:
    """The records were put back to an earlier state on purpose: what is there next is taken as the truth."""
    (folder / NAME).unlink(missing_ok=True)
