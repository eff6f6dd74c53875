"""What the rules of early warning have seen, in a file beside the records, so that a restart goes on from there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from console.domain.early_warnings import fit_facts
from console.domain.signs import Seen
from console.domain.warning_rules import Fact, Sign

Key = tuple[str, str]  # rule and signal: what a sign is known by


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
