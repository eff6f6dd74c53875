"""The hot log: what was heard since the last chunks, in append-only files that a kill cannot take.

A frame is a head (mark, length, checksum, number) and a body. Frames have rising numbers. A new file is begun before
chunks are made of all that came before, and the older files are removed once the chunks are safe.
"""

from __future__ import annotations

import os
import struct
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

MARK = b"GHL1"
HEAD = struct.Struct("<4sIIQ")  # mark, bytes of the body, checksum of number and body, number
LONGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Frame:
    """What was appended at once."""

    number: int
    body: bytes


class HotLog:
    """The files `history.<number>.hot` of a folder. One thread only."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: BinaryIO | None = None
        self._end = 0  # bytes that are whole
        self.torn = 0  # bytes at ends of files that a kill cut off, or damaged ones that were passed over

    def files(self) -> list[Path]:
        """The oldest first."""
        return sorted(self._folder.glob("history.*.hot"))

    def read(self) -> Iterator[Frame]:
        """Every whole frame in order. What is torn or damaged is passed over, and counted in `torn`."""
        for path in self.files():
            yield from self._frames(path.read_bytes())

    def _frames(self, raw: bytes) -> Iterator[Frame]:
        at = 0
        while at < len(raw):
            frame = _frame_at(raw, at)
            if frame is not None:
                yield frame
                at += HEAD.size + len(frame.body)
                continue
            found = raw.find(MARK, at + 1)
            following = found if found >= 0 else len(raw)
            self.torn += following - at
            at = following

    def append(self, number: int, body: bytes) -> None:
        """Write a frame and wait until it is on the disk. OSError where that fails; nothing of it is left then."""
        file = self._file or self._begin(number)
        head = HEAD.pack(MARK, len(body), _checksum(number, body), number)
        try:
            file.seek(self._end)
            file.write(head + body)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            self._undo(file)
            raise
        self._end += len(head) + len(body)

    def _begin(self, number: int) -> BinaryIO:
        path = self._folder / f"history.{number:016d}.hot"
        self._file, self._end = open(path, "wb", buffering=0), 0  # noqa: SIM115 - stays open
        return self._file

    def _undo(self, file: BinaryIO) -> None:
        with suppress(OSError):
            file.truncate(self._end)

    def turn(self) -> None:
        """What follows goes into a new file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def forget(self, before: list[Path]) -> None:
        """Remove these files; their frames are in chunks."""
        for path in before:
            with suppress(OSError):
                path.unlink()

    def close(self) -> None:
        """Let go of the file."""
        self.turn()


def _frame_at(raw: bytes, at: int) -> Frame | None:
    """The whole frame that begins here."""
    if len(raw) - at < HEAD.size:
        return None
    mark, length, checksum, number = HEAD.unpack_from(raw, at)
    if mark != MARK or length > LONGEST or at + HEAD.size + length > len(raw):
        return None
    body = raw[at + HEAD.size : at + HEAD.size + length]
    return Frame(number, body) if _checksum(number, body) == checksum else None


def _checksum(number: int, body: bytes) -> int:
    return zlib.crc32(body, zlib.crc32(number.to_bytes(8, "little")))
