"""Shelving: an alarm is set aside by a named person, for a reason, until a time (ANSI/ISA-18.2-2016, IEC 62682:2022).

What is shelved is heard and counted, and becomes no call until the time is over or somebody ends it. What could hurt
somebody is never set aside: a critical alarm is raised whatever lies on the shelf.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from console.domain.andon import Category, Severity
from console.domain.andon_parts import ABOUT_MOST
from console.domain.callrules import CallRule
from console.domain.errors import Refusal
from console.domain.people import plain_text

MOST = timedelta(hours=24)  # nothing lies on the shelf for longer without somebody looking at it again
REASON_MOST = 200


class ShelfUnfit(Refusal):
    """It says too little, or contradicts itself. facts: field ("place", "about", "expires")."""

    code = "shelf_unfit"


class ShelfTooLong(Refusal):
    """It would lie there for longer than is allowed. facts: hours."""

    code = "shelf_too_long"


class ShelfReasonWanted(Refusal):
    """Who shelves says why. facts: none."""

    code = "shelf_reason_wanted"


class ShelfPersonNeeded(Refusal):
    """Only a person can shelve, never the console in its own name. facts: none."""

    code = "shelf_person_needed"


class NeverShelved(Refusal):
    """A critical alarm is never set aside. facts: category, severity."""

    code = "never_shelved"


class AlreadyShelved(Refusal):
    """It lies on the shelf already. facts: shelf, who, expires."""

    code = "already_shelved"


class ShelfEnded(Refusal):
    """It is not on the shelf any more. facts: shelf, who, at."""

    code = "shelf_ended"


@dataclass(frozen=True, slots=True)
class Shelf:
    """One alarm that is set aside at one place: what a rule finds there, or one thing of a category."""

    id: str
    place: str  # id of a station, line, area or site
    category: str
    rule: str = ""  # all that this rule finds there; "" = only what `about` says
    about: str = ""  # as calls have it: the machine's own code, or the rule's id
    reason: str = ""
    who: str = ""
    since: datetime | None = None
    expires: datetime | None = None
    ended: datetime | None = None  # when it was taken off, by somebody or because its time was over
    ended_by: str = ""
    times: int = 0  # how often it would have been raised; told when it ends

    def holds(self, at: datetime) -> bool:
        """Whether it sets anything aside at this time. What is expired never does, whoever has noted that or not."""
        if self.ended is not None or self.since is None or self.expires is None:
            return False
        return self.since <= at < self.expires

    def covers(self, rule: str, category: str, about: str, way: tuple[str, ...]) -> bool:
        """Whether this is what it is about; `way`: ids from the site down to the place."""
        if self.place not in way:
            return False
        return rule == self.rule if self.rule else (category, about) == (self.category, self.about)


def hides(
    shelf: Shelf, rule: str, category: str, about: str, way: tuple[str, ...], severity: Severity, at: datetime
) -> bool:
    """Whether an alarm of this severity is set aside by it at this time."""
    return severity is not Severity.CRITICAL and shelf.holds(at) and shelf.covers(rule, category, about, way)


def shelve(shelf: Shelf, category: Category, rule: CallRule | None, others: list[Shelf], at: datetime) -> Shelf:
    """Set it aside from `at` on: the shelf as it is kept.

    ShelfUnfit, ShelfReasonWanted, ShelfTooLong, NeverShelved, AlreadyShelved; `others`: what lies on the shelf now.
    """
    if not shelf.place:
        raise ShelfUnfit(field="place")
    if not shelf.rule and not shelf.about:
        raise ShelfUnfit(field="about")
    if not " ".join(shelf.reason.split()):
        raise ShelfReasonWanted()
    if shelf.expires is None or shelf.expires <= at:
        raise ShelfUnfit(field="expires")
    if shelf.expires - at > MOST:
        raise ShelfTooLong(hours=MOST.total_seconds() / 3600)
    severity = (rule.severity if rule is not None else None) or category.severity
    if Severity.CRITICAL in (severity, category.severity):
        raise NeverShelved(category=category.id, severity=Severity.CRITICAL.value)
    shelf = replace(shelf, about=shelf.about[:ABOUT_MOST], reason=plain_text(shelf.reason, "reason", REASON_MOST))
    same = next((other for other in others if _key(other) == _key(shelf) and other.holds(at)), None)
    if same is not None:
        raise AlreadyShelved(shelf=same.id, who=same.who, expires=same.expires)
    return replace(shelf, since=at, ended=None, ended_by="", times=0)


def take_off(shelf: Shelf, at: datetime, who: str) -> Shelf:
    """End it before its time; ShelfEnded."""
    if not shelf.holds(at):
        raise ShelfEnded(shelf=shelf.id, who=shelf.ended_by, at=shelf.ended or shelf.expires)
    return replace(shelf, ended=at, ended_by=who)


def noted(shelf: Shelf, at: datetime, who: str, times: int) -> Shelf:
    """With how often it was heard meanwhile, and ended if its time is over. Several consoles hear: the most counts."""
    shelf = replace(shelf, times=max(shelf.times, times))
    if shelf.ended is None and shelf.expires is not None and at >= shelf.expires:
        return replace(shelf, ended=shelf.expires, ended_by=who)
    return shelf


def _key(shelf: Shelf) -> tuple[str, str, str]:
    return shelf.place, shelf.rule, "" if shelf.rule else f"{shelf.category}\n{shelf.about}"
