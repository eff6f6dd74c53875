"""A file on its way to become an attachment: read within limits, known for what it is, made safe, kept."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from console.domain.attachments import (
    ENDINGS,
    PICTURES,
    Attachment,
    Limits,
    NotWhatItSays,
    TooLarge,
    Unreadable,
    file_name,
)
from console.domain.commands.attachments import AddAttachment
from console.domain.errors import Refusal

if TYPE_CHECKING:
    from console.records.files import Files


Given = Path | bytes | Callable[[], bytes]  # a file, what is in one, or what makes that: on the intake's thread


class Stage(StrEnum):
    """What is being done with a file on its way in."""

    READING = "reading"
    CHECKING = "checking"  # what it is, and for a picture: decoding, turning, writing anew
    KEEPING = "keeping"


class Cancelled(Exception):
    """The person took it back."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A file that somebody wants to attach to a record, and who waits for what comes of it."""

    id: str  # of the attachment it becomes
    kind: str
    record: str
    place: str
    given: Given
    name: str
    note: str
    who: str
    done: Callable[[str], None] | None
    refused: Callable[[Refusal], None] | None
    progress: Callable[[Stage], None] | None


@dataclass(frozen=True, slots=True)
class Taken:
    """A file whose content is kept; the command makes it an attachment."""

    command: AddAttachment
    new: tuple[str, ...]  # hashes of content that was not here before

    @property
    def hashes(self) -> tuple[str, ...]:
        """Of its content and its thumbnail."""
        return tuple(filter(None, (self.command.sha256, self.command.thumb)))


def take_in(
    offered: Offered, content: Files, thumbs: Files, limits: Limits, reached: Callable[[Offered, Stage], None]
) -> Taken:
    """Check a file and keep what is safe of it. Refusals of console.domain.attachments; then nothing is kept."""
    from console.records.filetypes import file_type
    from console.records.pictures import READABLE, clean

    reached(offered, Stage.READING)
    data = read_given(offered.given, offered.name, limits.size)
    reached(offered, Stage.CHECKING)
    type = file_type(data, offered.name)
    width = height = 0
    thumb = b""
    if type in READABLE:
        cleaned = clean(data, type, offered.name, limits)
        data, type, thumb = cleaned.data, cleaned.type, cleaned.thumb
        width, height = cleaned.width, cleaned.height
    reached(offered, Stage.KEEPING)
    sha256, new = content.put(data)
    small, small_new = _kept_thumb(thumb, thumbs, lambda: content.discard(sha256) if new else None)
    command = AddAttachment(
        attachment=offered.id,
        kind=offered.kind,
        record=offered.record,
        where=offered.place,
        called=offered.name or offered.id,
        type=type,
        sha256=sha256,
        size=len(data),
        width=width,
        height=height,
        thumb=small,
        note=offered.note,
    )
    return Taken(command, (*([sha256] if new else []), *([small] if small_new else [])))


def _kept_thumb(thumb: bytes, thumbs: Files, undo: Callable[[], None]) -> tuple[str, bool]:
    if not thumb:
        return "", False
    try:
        return thumbs.put(thumb)
    except Refusal:
        undo()
        raise


def read_given(given: Given, name: str, most: int) -> bytes:
    """The bytes of a file, never more than `most`. Refusals: TooLarge (before anything is read), Unreadable."""
    if not isinstance(given, Path | bytes):
        given = given()
    if isinstance(given, bytes):
        if len(given) > most:
            raise TooLarge(name=name, size=len(given), most=most)
        return given
    try:
        about = given.stat()
        if not stat.S_ISREG(about.st_mode):
            raise Unreadable("not a file", name=name, why="")
        if about.st_size > most:
            raise TooLarge(name=name, size=about.st_size, most=most)
        with given.open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError) as error:
        why = os.strerror(error.errno) if isinstance(error, OSError) and error.errno else ""
        raise Unreadable(str(error), name=name, why=why) from error
    if len(data) > most:
        raise TooLarge(name=name, size=len(data), most=most)
    return data


def as_said(attachment: Attachment, data: bytes) -> None:
    """NotWhatItSays or TypeNotAllowed where content is not of the type it is said to be: it may have come through a
    database that others write. A picture is looked at when it is decoded."""
    from console.records.filetypes import file_type

    if attachment.type in PICTURES:
        return
    name = file_name(attachment)
    found = file_type(data, name)
    if found != attachment.type:
        raise NotWhatItSays(name=name, says=ENDINGS.get(attachment.type, ""), type=found)
