"""JSON messages, read within limits that no sender can push the console over (wire.md, rule 5)."""

from __future__ import annotations

from typing import Any, Final

import msgspec

LARGEST: Final = 256 * 1024  # bytes of a payload that is still read
DEEPEST: Final = 32  # levels of lists and tables inside each other

_decode = msgspec.json.Decoder().decode


class Unreadable(ValueError):
    """A payload that cannot be read; the text says why, in a few words for the person who maps it."""


def read_document(payload: bytes) -> Any:
    """The document of a JSON payload. Raises Unreadable."""
    if len(payload) > LARGEST:
        raise Unreadable(f"{len(payload) // 1024} KiB, more than {LARGEST // 1024} KiB is not read")
    if len(payload) > 2 * DEEPEST and payload.count(b"[") + payload.count(b"{") > DEEPEST and _depth(payload) > DEEPEST:
        raise Unreadable(f"deeper than {DEEPEST} levels")
    try:
        return _decode(payload)
    except msgspec.DecodeError as error:
        raise Unreadable(_why(payload, error)) from error
    except (UnicodeDecodeError, RecursionError, ValueError) as error:
        raise Unreadable("not UTF-8" if isinstance(error, UnicodeDecodeError) else "no JSON document") from error


def _why(payload: bytes, error: msgspec.DecodeError) -> str:
    if not payload:
        return "empty"
    try:
        payload.decode()
    except UnicodeDecodeError:
        return "not UTF-8"
    return f"no JSON document: {error}"


def _depth(payload: bytes) -> int:
    """Levels of brackets outside strings, counted up to the first that is too deep."""
    level = deepest = at = 0
    while at < len(payload) and deepest <= DEEPEST:
        mark = payload[at]
        if mark in b"[{":
            level += 1
            deepest = max(deepest, level)
        elif mark in b"]}":
            level -= 1
        elif mark == 0x22:
            at = _string_end(payload, at)
        at += 1
    return deepest


def _string_end(payload: bytes, at: int) -> int:
    """Index of the quote that ends the string that begins at `at`, or the payload's length."""
    end = payload.find(b'"', at + 1)
    while end > 0 and _escaped(payload, end):
        end = payload.find(b'"', end + 1)
    return end if end > 0 else len(payload)


def _escaped(payload: bytes, at: int) -> bool:
    before = at
    while payload[before - 1] == 0x5C:
        before -= 1
    return (at - before) % 2 == 1
