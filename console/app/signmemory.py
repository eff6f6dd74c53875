"""What the rules of early warning have seen, in a file beside the records, so that a restart goes on from there."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from console.domain.early_warnings import fit_facts
from console.domain.signs import Seen
from console.domain.warning_rules import Fact, Sign

log = logging.getLogger(__name__)
Key = tuple[str, str]  # rule and signal: what a sign is known by


def read_memory(path: Path) -> Mapping[str, Any]:
    """What was written; nothing where it was not written to its end."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def write_memory(path: Path, memory: Mapping[str, Any]) -> None:
    """The whole old or the whole new file."""
    part = path.with_name(path.name + ".part")
    try:
        part.write_text(json.dumps(memory), encoding="utf-8")
        os.replace(part, path)
    except OSError as error:
        log.info("What the rules of early warning have seen cannot be kept: %s", error)


def told_signs(seen: Mapping[Key, Seen]) -> list[list[Any]]:
    """Signs as JSON can hold them."""
    return [
        [one.rule, one.sign.value, one.signal, one.place, one.at, [[f.code, f.value] for f in fit_facts(one.facts)]]
        for one in seen.values()
    ]


def remembered_signs(told: Iterable[Iterable[Any]]) -> dict[Key, Seen]:
    """The signs that were written so."""
    found: dict[Key, Seen] = {}
    for rule, sign, signal, place, at, facts in told:
        evidence = tuple(Fact(str(code), value) for code, value in facts)
        found[rule, signal] = Seen(rule, Sign(sign), signal, place, float(at), evidence)
    return found
