"""Reasons of stops: the plant's own tree, behind each leaf one of the six big losses and one of the seven wastes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from console.domain.andon_categories import WASTES
from console.domain.callrules import fits
from console.domain.errors import Refusal
from console.domain.losses import BigLoss

DEPTH_MOST = 4  # groups within groups
PATTERNS_MOST = 50
PATTERN_MOST = 80  # characters


class ReasonUnfit(Refusal):
    """The reason contradicts itself or the tree. facts: reason, field."""

    code = "stop_reason_unfit"


@dataclass(frozen=True, slots=True)
class Reason:
    """One entry of the tree; one that others name as their parent is a group and is no reason by itself."""

    id: str
    name: str
    parent: str = ""  # id of a group; "" = at the top
    area: str = ""  # id of the area it belongs to; "" = everywhere
    loss: str = ""  # value of losses.BigLoss, "" = none of the six
    waste: str = ""  # one of the seven wastes, where it is one
    machine: tuple[str, ...] = ()  # words or codes by which a machine says so, in any case of letters; * is anything
    causes: tuple[str, ...] = ()  # causes of calls that mean the same: "machine/jam"
    order: int = 0
    active: bool = True


def leaves(reasons: Iterable[Reason], area: str | None = None) -> tuple[Reason, ...]:
    """What a stop can be given, group by group as the tree stands; with `area` only what can be given there."""
    known = [reason for reason in reasons if reason.active]
    return tuple(reason for reason, _ in _walk(known) if not _children(known, reason.id) and _is_for(reason, area))


def tree(reasons: Iterable[Reason]) -> tuple[tuple[Reason, int], ...]:
    """Every reason with its depth, groups before what is in them; what lost its group stands at the top."""
    return tuple(_walk(list(reasons)))


def way_of(reasons: Mapping[str, Reason], id: str) -> tuple[Reason, ...]:
    """The groups that a reason is in from the top down, and itself; () for one that is not there."""
    way: list[Reason] = []
    reason = reasons.get(id)
    while reason is not None and reason not in way:
        way.append(reason)
        reason = reasons.get(reason.parent)
    return tuple(reversed(way))


def reason_of_machine(reasons: Iterable[Reason], said: str, area: str) -> Reason | None:
    """The reason that a machine's own word or code means: that of the area first, then the most exact pattern."""
    found: list[tuple[bool, int, int, str, Reason]] = []
    for reason in leaves(reasons, area) if said.strip() else ():
        lengths = [len(pattern.strip("* ")) for pattern in reason.machine if fits((pattern,), said.strip())]
        if lengths:
            found.append((not reason.area, -max(lengths), reason.order, reason.id, reason))
    return min(found)[-1] if found else None


def reason_of_cause(reasons: Iterable[Reason], category: str, cause: str, name: str, area: str) -> Reason | None:
    """The reason that means the cause of a call: one that names it, else one that is called alike."""
    usable = [reason for reason in leaves(reasons, area) if cause]
    named = (reason for reason in usable if f"{category}/{cause}" in reason.causes)
    alike = (reason for reason in usable if name and reason.name.casefold() == name.casefold())
    return next(named, None) or next(alike, None)


def checked_reason(reason: Reason, others: Iterable[Reason]) -> Reason:
    """The reason; ReasonUnfit names the field that cannot be so beside the others of the tree."""
    known = {other.id: other for other in others if other.id != reason.id}
    parents = way_of({**known, reason.id: reason}, reason.id)
    unfit = "" if reason.name.strip() else "name"
    unfit = unfit or ("" if reason.loss in ("", *BigLoss) else "loss")
    unfit = unfit or ("" if reason.waste in ("", *WASTES) else "waste")
    unfit = unfit or ("" if reason.parent in ("", *known) and parents[0].parent not in known else "parent")
    unfit = unfit or ("" if len(parents) + _below(known, reason.id) <= DEPTH_MOST else "parent")
    unfit = unfit or ("" if _patterns_fit(reason.machine) else "machine")
    unfit = unfit or ("" if _patterns_fit(reason.causes) else "causes")
    if unfit:
        raise ReasonUnfit(reason=reason.id, field=unfit)
    return reason


def _patterns_fit(patterns: tuple[str, ...]) -> bool:
    fit = all(pattern.strip("* ") and len(pattern) <= PATTERN_MOST for pattern in patterns)
    return fit and len(patterns) <= PATTERNS_MOST


def _below(known: Mapping[str, Reason], id: str) -> int:
    """How many levels hang below a reason."""
    children = [other for other in known.values() if other.parent == id]
    rest = {key: other for key, other in known.items() if other not in children}
    return max((1 + _below(rest, child.id) for child in children), default=0)


def _children(known: list[Reason], id: str) -> list[Reason]:
    return [reason for reason in known if reason.parent == id]


def _is_for(reason: Reason, area: str | None) -> bool:
    return area is None or reason.area in ("", area)


def _walk(known: list[Reason]) -> Iterator[tuple[Reason, int]]:
    ids = {reason.id for reason in known}
    below: dict[str, list[Reason]] = {}
    for reason in sorted(known, key=lambda reason: (reason.order, reason.name, reason.id)):
        below.setdefault(reason.parent if reason.parent in ids else "", []).append(reason)

    def walk(parent: str, depth: int) -> Iterator[tuple[Reason, int]]:
        for reason in below.get(parent, ()):
            yield reason, depth
            yield from walk(reason.id, depth + 1)

    return walk("", 0)
