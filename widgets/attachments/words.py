"""Words about pictures and files: why one is not taken, what it is, how large it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from console.domain.attachments import ENDINGS, Attachment
from console.domain.errors import Refusal
from widgets.plain import plain

translate = QCoreApplication.translate

REFUSED: dict[str, str] = {  # by code, for widgets.refusals
    "empty_file": QT_TRANSLATE_NOOP("refusals", "There is nothing in this file. Choose another one."),
    "damaged_picture": QT_TRANSLATE_NOOP(
        "refusals",
        "This picture is damaged or cut off and cannot be read. Open it in another program and save it anew.",
    ),
    "already_attached": QT_TRANSLATE_NOOP("refusals", "The same picture or file is attached here already: {there}."),
    "attachment_elsewhere": QT_TRANSLATE_NOOP(
        "refusals", "This picture or file belongs to another place. It has been read again."
    ),
    "attachments_closed": QT_TRANSLATE_NOOP(
        "refusals", "This record is signed: its pictures and files stay as they are."
    ),
    "attachment_refused": QT_TRANSLATE_NOOP("refusals", "This file could not be attached. Try it again."),
    "content_coming": QT_TRANSLATE_NOOP(
        "refusals",
        "This was attached at another console and has not arrived here yet. It comes by itself once that console and"
        " this one reach the shared database.",
    ),
}
FAMILIES: dict[str, str] = {
    "program": QT_TRANSLATE_NOOP(
        "refusals", "Programs and scripts are not taken. Attach a picture or a document instead."
    ),
    "markup": QT_TRANSLATE_NOOP(
        "refusals", "Web pages and SVG drawings are not taken, because they can hold programs. Save it as PNG or PDF."
    ),
    "archive": QT_TRANSLATE_NOOP(
        "refusals", "Archives are not taken, because nobody sees what is in them. Unpack it and attach the files."
    ),
    "macros": QT_TRANSLATE_NOOP("refusals", "Documents with macros are not taken. Save it without macros, or as PDF."),
    "office": QT_TRANSLATE_NOOP(
        "refusals", "Documents of this old kind are not taken, because they can hold macros. Save it as PDF."
    ),
    "heic": QT_TRANSLATE_NOOP(
        "refusals",
        "HEIC photos cannot be read here. Save the photo as JPEG, or set the phone's camera to the most compatible"
        " format.",
    ),
    "picture": QT_TRANSLATE_NOOP("refusals", "Pictures of this kind cannot be read here. Save it as JPEG or PNG."),
    "other": QT_TRANSLATE_NOOP(
        "refusals",
        "Files of this kind are not taken. Pictures (JPEG, PNG, WebP, GIF, BMP), PDF, text, CSV, MP4 and office"
        " documents are.",
    ),
}
TYPES: dict[str, str] = {
    "application/pdf": QT_TRANSLATE_NOOP("attachments", "PDF document"),
    "text/plain": QT_TRANSLATE_NOOP("attachments", "Text"),
    "text/csv": QT_TRANSLATE_NOOP("attachments", "Table (CSV)"),
    "video/mp4": QT_TRANSLATE_NOOP("attachments", "Video"),
}
PICTURE = QT_TRANSLATE_NOOP("attachments", "Picture")
DOCUMENT = QT_TRANSLATE_NOOP("attachments", "Office document")


def type_words(type: str) -> str:
    """What a file is, for people."""
    words = PICTURE if type.startswith("image/") else TYPES.get(type, DOCUMENT)
    return str(translate("attachments", words))


def size_words(size: int) -> str:
    """Bytes as people read them ("6.9 MB")."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)


def facts_words(attachment: Attachment) -> str:
    """One line about a file: what it is, its pixels, its size."""
    parts = [type_words(attachment.type)]
    if attachment.width:
        parts.append(f"{attachment.width} × {attachment.height}")
    return " · ".join([*parts, size_words(attachment.size)])


def short_words(attachment: Attachment) -> str:
    """The same for little room: pixels of a picture, kind and size of a file."""
    if attachment.width:
        return f"{attachment.width} × {attachment.height}"
    return f"{ENDINGS.get(attachment.type, '').lstrip('.').upper()} · {size_words(attachment.size)}"


def _number(refusal: Refusal, name: str) -> int:
    value = refusal.facts.get(name, 0)
    return value if isinstance(value, int) else 0


def _too_large(refusal: Refusal) -> str:
    words = translate("refusals", "This file has {0}; at most {1} are taken. Make it smaller, or attach a part of it.")
    return words.format(size_words(_number(refusal, "size")), size_words(_number(refusal, "most")))


def _too_many_pixels(refusal: Refusal) -> str:
    words = translate(
        "refusals", "This picture says it has {0} × {1} pixels; at most {2} are read. Save a smaller one."
    )
    wide, high = (QLocale().toString(_number(refusal, side)) for side in ("width", "height"))
    return words.format(wide, high, QLocale().toString(_number(refusal, "most")))


def _type_not_allowed(refusal: Refusal) -> str:
    family = str(refusal.facts.get("family", "other"))
    return translate("refusals", FAMILIES.get(family, FAMILIES["other"]))


def _not_what_it_says(refusal: Refusal) -> str:
    ending, type = plain(refusal.facts.get("says", ""), 12), str(refusal.facts.get("type", ""))
    if not type:
        words = translate("refusals", "The name ends in {0}, but what is in the file is something else.")
        return words.format(ending)
    words = translate("refusals", "The name ends in {0}, but what is in the file is: {1}. Give it the right name.")
    return words.format(ending, type_words(type))


def _unreadable(refusal: Refusal) -> str:
    why = plain(refusal.facts.get("why", ""), 120)
    words = translate(
        "refusals", "This is no file that can be read. Folders and links to web pages cannot be attached."
    )
    return f"{words} ({why})" if why else words


def _content_changed(refusal: Refusal) -> str:
    words = translate(
        "refusals",
        "Another program changed this file on the disk, so it is not shown. Tell whoever looks after this PC:",
    )
    return f"{words} {plain(refusal.facts.get('path', ''))}"


SPECIAL: Mapping[str, Callable[[Refusal], str]] = {
    "too_large": _too_large,
    "too_many_pixels": _too_many_pixels,
    "type_not_allowed": _type_not_allowed,
    "not_what_it_says": _not_what_it_says,
    "file_unreadable": _unreadable,
    "content_changed": _content_changed,
}
