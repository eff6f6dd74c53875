"""Checklists: versioned forms of items with answer types, and runs of them. Values only.

One engine for audits, patrols, maintenance rounds, start-of-shift checks and briefings. A template is edited as a draft
and published as a numbered version that never changes; a run belongs to one version. Each answer is a record of its
own, so that a run goes on at another console, and two people may fill different parts at once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from console.domain.ids import derived_id

TOP = 4  # the best score of an item
WEAK = (
    0.5  # share of the best at or under which an answer is weak: it wants a finding, and evidence where that is asked
)
SECTIONS_MOST, ITEMS_MOST = 30, 300
WORDS_MOST, HINT_MOST, TEXT_MOST, UNIT_MOST, WEIGHT_MOST = 200, 1000, 2000, 20, 100.0


@dataclass(frozen=True, slots=True)
class Words:
    """A text in both languages; where one is missing the other is shown."""

    en: str = ""
    zh: str = ""

    def said(self, chinese: bool) -> str:
        """In one language, else in the other."""
        return (self.zh or self.en) if chinese else (self.en or self.zh)

    def __bool__(self) -> bool:
        return bool(self.en or self.zh)


class Asks(StrEnum):
    """What kind of answer an item wants."""

    SCORE = "score"  # 0 to TOP
    YES_NO = "yes_no"
    MEASURE = "measure"  # a number, with limits
    TEXT = "text"
    PHOTO = "photo"


SCORED = frozenset({Asks.SCORE, Asks.YES_NO, Asks.MEASURE})


class Evidence(StrEnum):
    """When an item wants a picture."""

    NEVER = "never"
    WEAK = "weak"  # where the answer is weak
    ALWAYS = "always"


class Purpose(StrEnum):
    """What a checklist is for: it decides where it is offered, not how it works."""

    FIVE_S = "five_s"
    SIX_S = "six_s"
    MAINTENANCE = "maintenance"
    START = "start"
    PATROL = "patrol"
    LAYERED = "layered"
    BRIEFING = "briefing"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Item:
    """One question. `id` stays the same from version to version, so that answers can be followed over them."""

    id: str
    words: Words
    asks: Asks = Asks.SCORE
    hint: Words = Words()
    weight: float = 1.0
    evidence: Evidence = Evidence.NEVER
    red_line: bool = False  # a weak answer fails the whole run
    low: float | None = None  # of a measure
    high: float | None = None
    unit: str = ""
    picture: str = ""  # id of an attachment of the template: how it should be
    may_skip: bool = True  # "does not apply here" is an answer, with a reason


@dataclass(frozen=True, slots=True)
class Section:
    """Items that belong together: one S, one machine, one stage of a route."""

    id: str
    words: Words
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """What is asked, and the share of all points from which a run passes; None: it is not judged."""

    sections: tuple[Section, ...] = ()
    passes: float | None = None

    @property
    def items(self) -> tuple[Item, ...]:
        """All of them in order."""
        return tuple(item for section in self.sections for item in section.items)


@dataclass(frozen=True, slots=True)
class Template:
    """A checklist as the plant keeps it: the draft that is being edited, and which version holds."""

    id: str
    name: Words
    purpose: Purpose
    draft: Form | None = None  # None: nothing that is not published
    drafted: datetime | None = None
    drafted_by: str = ""
    published: int = 0  # number of the version that holds; 0 = none yet
    retired: bool = False  # not offered any more


@dataclass(frozen=True, slots=True)
class Version:
    """What was published; never changed. `id` is version_id(template, number)."""

    id: str
    template: str
    number: int
    name: Words
    purpose: Purpose
    form: Form
    at: datetime
    who: str
    note: str = ""  # what is new


class Going(StrEnum):
    """How a run stands."""

    OPEN = "open"
    SIGNED = "signed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Run:
    """A version that is being filled in, or was. Times are aware UTC; people are ids."""

    id: str
    template: str
    version: int
    place: str  # area, line or station
    begun: datetime
    begun_by: str
    due: datetime | None = None
    plan: str = ""  # id of what it was planned by, "" = somebody began it
    going: Going = Going.OPEN
    ended: datetime | None = None
    ended_by: str = ""
    why: str = ""  # it was dropped
    points: float | None = None  # when it was signed
    most: float | None = None
    passed: bool | None = None  # None: not judged
    broken: tuple[str, ...] = ()  # items of red lines with a weak answer
    note: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was answered to one item; `id` is answer_id(run, item)."""

    id: str
    run: str
    item: str
    place: str
    at: datetime
    who: str
    value: float | None = None  # score, 1 = yes and 0 = no, or the measured number
    text: str = ""
    skipped: bool = False  # it does not apply here; `text` says why


def version_id(template: str, number: int) -> str:
    """The id of a version: two consoles that publish one number make one record, and the later is told."""
    return derived_id("checklist_version", template, str(number))


def round_run_id(round: str, place: str, dropped: int) -> str:
    """The id of the run of a planned round, of which so many were dropped before."""
    return derived_id("checklist_run", round, place, dropped)


def answer_id(run: str, item: str) -> str:
    """The id of the answer to an item of a run."""
    return derived_id("checklist_answer", run, item)
