"""Findings: what a round, or anybody at any time, found not to be as it should; red tags; and what is found again.

A finding is closed by its actions, whose engine knows owner, day, proof and verification. A red tag is put on a thing
nobody needs: by its day somebody decides what becomes of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from console.domain.actions import Action, Stage
from console.domain.errors import Refusal
from console.domain.people import plain_text
from console.domain.text import passage

TEXT_MOST, THING_MOST, QUANTITY_MOST = 2000, 200, 1_000_000
AGAIN_WITHIN = timedelta(days=90)  # the same item weak at the same place within that is a repeat
SOURCE = "finding"  # the kind by which an action knows where it came from


class FindingUnfit(Refusal):
    """A finding cannot be so. facts: field."""

    code = "finding_unfit"


class FindingGone(Refusal):
    """It was withdrawn already. facts: finding, who, at."""

    code = "finding_gone"


class TagUnfit(Refusal):
    """A red tag cannot be so. facts: field."""

    code = "tag_unfit"


class TagDecided(Refusal):
    """Somebody decided about it already. facts: tag, what, who, at."""

    code = "tag_decided"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is to be put right. `run`, `template` and `item` are "" where nobody was on a round."""

    id: str
    place: str
    text: str
    made: datetime
    made_by: str
    run: str = ""
    template: str = ""
    item: str = ""
    serious: bool = False
    repeats: tuple[str, ...] = ()  # ids of earlier findings of the same item there, the last first
    withdrawn: datetime | None = None
    withdrawn_by: str = ""
    why: str = ""  # it was withdrawn


class Closing(StrEnum):
    """How far a finding is, by its actions."""

    BARE = "bare"  # nobody answers for it yet
    OPEN = "open"
    DONE = "done"  # somebody else has to look at it
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class Fate(StrEnum):
    """What becomes of a thing with a red tag."""

    KEEP = "keep"  # it is needed here after all
    MOVE = "move"
    RETURN = "return"
    REPAIR = "repair"
    SELL = "sell"
    SCRAP = "scrap"


@dataclass(frozen=True, slots=True)
class RedTag:
    """A thing that nobody seems to need. `number` is what is written on the card."""

    id: str
    number: str
    place: str
    thing: str
    quantity: int
    why: str
    made: datetime
    made_by: str
    owner: str  # who decides
    decide_by: date
    finding: str = ""  # that it came from, "" = none
    fate: Fate | None = None
    decided: datetime | None = None
    decided_by: str = ""
    where: str = ""  # it went
    note: str = ""


def add(finding: Finding, earlier: Iterable[Finding]) -> Finding:
    """The finding with what it repeats; FindingUnfit."""
    if not finding.place:
        raise FindingUnfit(field="place")
    text = passage(finding.text, "text", TEXT_MOST)
    return replace(finding, text=text, repeats=tuple(one.id for one in again(finding, earlier)))


def again(finding: Finding, earlier: Iterable[Finding]) -> list[Finding]:
    """Earlier findings of the same item at the same place, the last first; none where nobody was on a round."""
    if not finding.item:
        return []
    key = (finding.template, finding.item, finding.place)
    since = finding.made - AGAIN_WITHIN
    same = [
        one
        for one in earlier
        if (one.template, one.item, one.place) == key
        and one.id != finding.id
        and one.withdrawn is None
        and since <= one.made < finding.made
    ]
    return sorted(same, key=lambda one: (one.made, one.id), reverse=True)


def withdraw(finding: Finding, at: datetime, who: str, why: str) -> Finding:
    """A finding that was none, for a reason; FindingGone."""
    if finding.withdrawn is not None:
        raise FindingGone(finding=finding.id, who=finding.withdrawn_by, at=finding.withdrawn)
    return replace(finding, withdrawn=at, withdrawn_by=who, why=passage(why, "reason", TEXT_MOST))


def closing(finding: Finding, actions: Iterable[Action]) -> Closing:
    """How far it is: as far as the least of its actions that were not dropped."""
    if finding.withdrawn is not None:
        return Closing.WITHDRAWN
    stages = [action.stage for action in actions if action.stage is not Stage.DROPPED]
    if not stages:
        return Closing.BARE
    least = min(stages, key=lambda stage: stage.rank)
    if least.rank >= Stage.VERIFIED.rank:
        return Closing.CLOSED
    return Closing.DONE if least is Stage.DONE else Closing.OPEN


def closed_share(found: Sequence[Closing]) -> float | None:
    """How many findings are closed, of those that were not withdrawn; None: there is none."""
    counted = [one for one in found if one is not Closing.WITHDRAWN]
    return sum(one is Closing.CLOSED for one in counted) / len(counted) if counted else None


def tag(made: RedTag, today: date) -> RedTag:
    """The tag as it is kept; TagUnfit names the field."""
    tests = (
        ("place", bool(made.place)),
        ("owner", bool(made.owner)),
        ("quantity", 0 < made.quantity <= QUANTITY_MOST),
        ("decide_by", made.decide_by >= today),
    )
    wrong = next((field for field, fits in tests if not fits), "")
    if wrong:
        raise TagUnfit(field=wrong)
    thing, why = plain_text(made.thing, "thing", THING_MOST), passage(made.why, "reason", TEXT_MOST, needed=False)
    return replace(made, thing=thing, why=why, number=plain_text(made.number, "number", 40, needed=False))


def decide(tagged: RedTag, fate: Fate, at: datetime, who: str, where: str = "", note: str = "") -> RedTag:
    """The tag with what becomes of the thing; TagDecided, TagUnfit where it moves and nobody says to which place."""
    if tagged.fate is not None:
        raise TagDecided(tag=tagged.id, what=tagged.fate.value, who=tagged.decided_by, at=tagged.decided)
    if fate is Fate.MOVE and not where.strip():
        raise TagUnfit(field="where")
    return replace(
        tagged,
        fate=fate,
        decided=at,
        decided_by=who,
        where=plain_text(where, "where", THING_MOST, needed=False),
        note=passage(note, "note", TEXT_MOST, needed=False),
    )


def overdue(tags: Iterable[RedTag], today: date) -> list[RedTag]:
    """Tags about which nobody decided in time, the oldest first."""
    late = [one for one in tags if one.fate is None and one.decide_by < today]
    return sorted(late, key=lambda one: (one.decide_by, one.id))


def by_item(findings: Iterable[Finding]) -> Mapping[tuple[str, str], int]:
    """How often each item of each template was found weak, by (template, item)."""
    counts: dict[tuple[str, str], int] = {}
    for one in findings:
        if one.item and one.withdrawn is None:
            key = (one.template, one.item)
            counts[key] = counts.get(key, 0) + 1
    return counts
