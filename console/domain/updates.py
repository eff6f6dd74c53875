"""Newer versions: what the plant's own place announces, and whether it is newer than this console."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

PRODUCT = "gemba-console"
FILE = "latest.json"
NOTE_MOST = 300  # characters of a note that are kept
_VERSION = re.compile(r"[0-9]{1,5}(?:\.[0-9]{1,5}){1,3}")


class Standing(StrEnum):
    """How it stands with newer versions."""

    OFF = "off"  # the plant has set no place
    UNASKED = "unasked"
    CURRENT = "current"
    NEWER = "newer"
    TROUBLE = "trouble"


class Why(StrEnum):
    """Why a place told nothing that can be used."""

    ADDRESS = "address"  # neither a folder nor an address of a kind that is asked
    AWAY = "away"
    SILENT = "silent"
    LARGE = "large"
    UNREADABLE = "unreadable"  # no announcement
    FOREIGN = "foreign"  # that of another program


class Untold(Exception):
    """A place told nothing that can be used; `detail` in the words of the system, "" where there are none."""

    def __init__(self, why: Why, detail: str = "") -> None:
        super().__init__(f"{why.value}: {detail}" if detail else why.value)
        self.why, self.detail = why, detail


@dataclass(frozen=True, slots=True)
class Announcement:
    """A version that is offered; `notes`: a sentence about it, by language. All of it is text from outside."""

    version: str
    released: date | None = None
    notes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class UpdateState:
    """What is known of newer versions."""

    standing: Standing = Standing.OFF
    place: str = ""  # where it is asked, without anything secret
    offered: Announcement | None = None
    why: Why | None = None
    detail: str = ""
    asking: bool = False


def read_announcement(raw: bytes) -> Announcement:
    """What a latest.json says; Untold where it is none, or that of another program."""
    try:
        told = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Untold(Why.UNREADABLE) from None
    if not isinstance(told, dict):
        raise Untold(Why.UNREADABLE)
    if told.get("product", PRODUCT) != PRODUCT:
        raise Untold(Why.FOREIGN)
    version = told.get("version")
    if not isinstance(version, str) or not _VERSION.fullmatch(version):
        raise Untold(Why.UNREADABLE)
    return Announcement(version, _day(told.get("released")), _notes(told.get("notes")))


def newer(offered: str, running: str) -> bool:
    """Whether a version such as 1.10 is newer than another such as 1.9.2; never where either is no version."""
    if not (_VERSION.fullmatch(offered) and _VERSION.fullmatch(running)):
        return False
    return _numbers(offered) > _numbers(running)


def _numbers(version: str) -> tuple[int, ...]:
    found = tuple(int(part) for part in version.split("."))
    return found + (0,) * (4 - len(found))


def _day(raw: Any) -> date | None:
    try:
        return date.fromisoformat(raw)
    except (TypeError, ValueError):
        return None


def _notes(raw: Any) -> Mapping[str, str]:
    """A sentence for every language, or one for each; what is neither is left out."""
    if isinstance(raw, str):
        raw = {"en": raw}
    if not isinstance(raw, dict):
        return {}
    return {code: words[:NOTE_MOST] for code, words in raw.items() if code in ("en", "zh_CN") and _is_text(words)}


def _is_text(words: Any) -> bool:
    return isinstance(words, str) and bool(words.strip())
