"""How far a sender vouches for a value, in the ways that senders say it."""

from __future__ import annotations

from typing import Any, Final

from console.domain.readings import Quality
from console.telemetry.words import ABSENT, WordTable, spelled

_WORDS: Final = {
    **{word: Quality.GOOD for word in ("good", "ok", "valid", "true")},
    **{word: Quality.UNCERTAIN for word in ("uncertain", "questionable", "substituted")},
    **{word: Quality.BAD for word in ("bad", "invalid", "false", "error", "fault", "comm_fail", "stale")},
    "unknown": Quality.UNKNOWN,
}


def read_quality(value: Any, table: WordTable | None = None) -> Quality:
    """Quality of a word, a flag or an OPC number; UNKNOWN for what says nothing.

    OPC DA numbers carry it in two bits: 192 and above good, 64 to 191 uncertain, below bad (OPC Data Access 3.00, 6.8).
    """
    if value is None or isinstance(value, dict | list):
        return Quality.UNKNOWN
    if table is not None:
        found = table.find(value)
        return Quality(found) if found is not ABSENT and found in set(Quality) else Quality.UNKNOWN
    word = spelled(value)
    if word in _WORDS:
        return _WORDS[word]
    return _opc(int(word)) if word.isascii() and word.isdigit() and len(word) < 6 else Quality.UNKNOWN


def _opc(number: int) -> Quality:
    if 500 <= number < 1000:  # Ignition's stale, not found, disabled ... as it sends them over Sparkplug
        return Quality.BAD
    low = number & 0xFF
    return Quality.GOOD if low >= 192 else Quality.UNCERTAIN if low >= 64 else Quality.BAD
