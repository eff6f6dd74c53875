"""Pictures and files that belong to a record: what they are, what may be kept, and why something is not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from console.domain.errors import Refusal
from console.domain.text import clean, units

PICTURES = frozenset({"image/jpeg", "image/png"})  # what every picture is kept as, whatever came
ENDINGS: Mapping[str, str] = MappingProxyType(  # every type that is kept, and the ending that a saved copy gets
    {
        "image/jpeg": ".jpg",
        "image/png": ".png",
        "application/pdf": ".pdf",
        "text/plain": ".txt",
        "text/csv": ".csv",
        "video/mp4": ".mp4",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
        "application/vnd.oasis.opendocument.text": ".odt",
        "application/vnd.oasis.opendocument.spreadsheet": ".ods",
        "application/vnd.oasis.opendocument.presentation": ".odp",
    }
)
MOST_NAME, MOST_NOTE = 120, 500  # characters
_BROKEN = re.compile("[\x00\ud800-\udfff]")
_HASH = re.compile(r"[0-9a-f]{64}")
_DEVICE = re.compile(r"(?i)con|prn|aux|nul|(com|lpt)[0-9¹²³]")  # Windows opens these instead of a file
_UNFIT = re.compile(r'[<>:"/\\|?*\s]+')  # in a file's name, on one of the systems


class AttachmentRefused(Refusal):
    """Base of what is said about a file that is not taken. facts: name, as it is shown."""

    code = "attachment_refused"


class TooLarge(AttachmentRefused):
    """More bytes than are taken. facts: name, size, most."""

    code = "too_large"


class EmptyFile(AttachmentRefused):
    """There is nothing in it. facts: name."""

    code = "empty_file"


class Unreadable(AttachmentRefused):
    """It cannot be read, or is no file. facts: name, why (of the operating system)."""

    code = "file_unreadable"


class TypeNotAllowed(AttachmentRefused):
    """What it is, is not taken. facts: name, type (media type), family ("program", "markup", "archive", "macros",
    "office", "heic", "picture", "other")."""

    code = "type_not_allowed"


class NotWhatItSays(AttachmentRefused):
    """Its name says one thing, its content is another. facts: name, says (ending), type (media type, "" = unknown)."""

    code = "not_what_it_says"


class TooManyPixels(AttachmentRefused):
    """The picture says it has more pixels than are decoded. facts: name, width, height, most."""

    code = "too_many_pixels"


class DamagedPicture(AttachmentRefused):
    """The picture cannot be read to its end. facts: name."""

    code = "damaged_picture"


class AlreadyAttached(AttachmentRefused):
    """The same content belongs to the record already. facts: name, there (name under which it is there)."""

    code = "already_attached"


class OtherPlace(AttachmentRefused):
    """The attachment belongs to another place than the command says. facts: name, place."""

    code = "attachment_elsewhere"


class AttachmentsClosed(AttachmentRefused):
    """The record is signed: what belongs to it stays as it is. facts: name, kind, record."""

    code = "attachments_closed"


class ContentComing(AttachmentRefused):
    """The content was attached elsewhere and has not arrived here yet. facts: name."""

    code = "content_coming"


class ContentChanged(AttachmentRefused):
    """What lies on the disk is not what was attached: another program changed it. facts: name, path, sha256."""

    code = "content_changed"


class State(StrEnum):
    """Where the content of an attachment is."""

    HERE = "here"
    COMING = "coming"  # attached elsewhere, not arrived here yet
    CHANGED = "changed"  # another program changed it on the disk: it is not shown


@dataclass(frozen=True, slots=True)
class ContentArrived:
    """Content that was missing is here now (event)."""

    sha256: str


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is taken."""

    size: int = 25 * 1024 * 1024  # bytes of a file, as it comes and as it is kept
    pixels: int = 60_000_000  # of a photo (JPEG) as it comes; other pictures may have three fifths of that
    side: int = 4096  # the longer one of a picture, as it is kept
    thumb: int = 320  # the longer side of a thumbnail


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture or file of a record; what is in it is found by its hash."""

    id: str
    kind: str  # of the record it belongs to: "skill"
    record: str  # that record's id
    place: str  # where the record belongs, for the check of scope; "" = nowhere in particular
    name: str  # to show, without folders
    type: str  # a media type of ENDINGS
    sha256: str  # of the content as it is kept
    size: int  # of that content, bytes
    width: int  # pixels; 0 where it is no picture
    height: int
    thumb: str  # SHA-256 of its thumbnail; "" = none
    note: str
    at: datetime
    by: str

    @property
    def is_picture(self) -> bool:
        """Whether it can be shown as one."""
        return self.type in PICTURES


def display_name(given: str) -> str:
    """The last part of a path from any system, without what cannot be stored or shown; "" where nothing is left."""
    last = re.split(r"[/\\]", _BROKEN.sub("", given).strip())[-1]
    return _cut(" ".join(clean(last).split()), MOST_NAME)


def _cut(text: str, most: int) -> str:
    while (over := units(text) - most) > 0:
        text = text[: -((over + 1) // 2)]
    return text


def file_name(attachment: Attachment) -> str:
    """A name under which a copy can be saved on any system; its ending tells what it is, whatever it was called."""
    stem = attachment.name.rpartition(".")[0] or attachment.name
    fit = "".join(c for c in stem if unicodedata.category(c) not in ("Cf", "Cc", "Co", "Cn"))
    fit = _UNFIT.sub(" ", fit).strip(" .")[:80].strip(" .")
    if _DEVICE.fullmatch(fit.partition(".")[0].rstrip()):
        fit = f"_{fit[:79]}"
    return (fit or attachment.id) + ENDINGS.get(attachment.type, ".bin")


def is_hash(text: str) -> bool:
    """Whether this is a SHA-256 as we write it: nothing else ever becomes part of a path."""
    return _HASH.fullmatch(text) is not None


def attached(new: Attachment, there: list[Attachment]) -> Attachment:
    """A new attachment beside those that the record has; refused where it is not one or is there already."""
    if new.type not in ENDINGS:
        raise TypeNotAllowed(name=new.name, type=new.type, family="other")
    if new.size <= 0:
        raise EmptyFile(name=new.name)
    if not is_hash(new.sha256) or (new.thumb and not is_hash(new.thumb)):
        raise AttachmentRefused("its content has no valid hash", name=new.name)
    same = next((other for other in there if other.sha256 == new.sha256), None)
    if same is not None:
        raise AlreadyAttached(name=new.name, there=same.name)
    name = display_name(new.name) or new.id
    return replace(new, name=name, note=new.note.strip())


def noted(attachment: Attachment, note: str) -> Attachment:
    """The same with another note."""
    return replace(attachment, note=note.strip())


def belongs(attachment: Attachment, place: str) -> Attachment:
    """The attachment, unless a command was checked for another place than its own."""
    if attachment.place != place:
        raise OtherPlace(name=attachment.name, place=attachment.place)
    return attachment
