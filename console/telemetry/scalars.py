"""Bare scalars: the payload is the value, as text, number or flag."""

from __future__ import annotations

from typing import Any, Final

from console.telemetry.documents import Unreadable, read_document

LONGEST: Final = 4096  # bytes of a payload that can still be one value


def read_scalar(payload: bytes) -> str:
    """The text of a payload, blanks and quotes around it removed. Raises Unreadable when it is no text."""
    if len(payload) > LONGEST:
        raise Unreadable(f"{len(payload)} bytes are too many for one value")
    if not payload:
        raise Unreadable("empty")
    try:
        text = payload.decode().strip(" \t\r\n\0")
    except UnicodeDecodeError as error:
        raise Unreadable("not UTF-8") from error
    if len(text) >= 2 and text[0] == text[-1] == '"':
        return text[1:-1]
    return text


def read_fields(payload: bytes, separator: str) -> list[str]:
    """The texts between the separators of a payload. Raises Unreadable."""
    return [field.strip() for field in read_scalar(payload).split(separator)]


def read_either(payload: bytes) -> Any:
    """A JSON document when the payload begins like one, else its text: PackML trees carry both. Raises Unreadable."""
    if payload.lstrip()[:1] in (b"{", b"["):
        return read_document(payload)
    return read_scalar(payload)
