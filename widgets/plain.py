"""Text from outside, made safe to show: no control character acts, no direction mark turns a line around."""

from __future__ import annotations

import re
from html import escape

_ACTING = (
    "\x00-\x1f\x7f-\x9f"  # controls
    "\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"  # invisible, line and direction marks
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f"  # annotations, lone halves of pairs, tags
)
_ONE_LINE = re.compile(f"[{_ACTING}]")
_BLOCK = re.compile(f"(?![\n\t])[{_ACTING}]")
_NAMES = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}


def plain(text: object, limit: int = 300) -> str:
    """One line of at most `limit` characters in which every acting character is spelled out ("\\u202e")."""
    return _ONE_LINE.sub(_spell, _cut(str(text), limit))


def plain_block(text: str, limit: int = 200_000) -> str:
    """The same for several lines: line ends and tabs stay."""
    return _BLOCK.sub(_spell, _cut(text.replace("\r\n", "\n"), limit))


def tip(text: str) -> str:
    """Text for a tooltip, which Qt would otherwise take for HTML when it looks like it."""
    return f"<qt>{escape(text)}</qt>".replace("\n", "<br/>") if text else ""


def caption(text: str) -> str:
    """Text for a button, where a single & would become a shortcut."""
    return text.replace("&", "&&")


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"


def _spell(match: re.Match[str]) -> str:
    char = match.group()
    return _NAMES.get(char) or (f"\\x{ord(char):02x}" if ord(char) < 256 else f"\\u{ord(char):04x}")
