"""What figures of crews are computed from: who is in them, who was on duty, and what the records hold of their time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from console.app.queries.actions import open_actions
from console.domain.actions import Action
from console.domain.andon import Call
from console.domain.checklists import Going, Purpose, Run, Template
from console.domain.crews import Crew
from console.domain.desk import ReadDesk
from console.domain.knowledge import Article
from console.domain.people import Person
from console.domain.roster import Absence, Duty

FIVE_S = frozenset({Purpose.FIVE_S, Purpose.SIX_S})


@dataclass(frozen=True, slots=True)
class CrewRecords:
    """All that is needed of a period but its calls and cells."""

    crews: tuple[Crew, ...] = ()
    people: tuple[Person, ...] = ()
    duties: tuple[Duty, ...] = ()
    absences: tuple[Absence, ...] = ()
    audits: tuple[Run, ...] = ()  # 5S and 6S, signed in the period and scored
    actions: tuple[Action, ...] = ()  # open now
    articles: tuple[Article, ...] = ()  # written in the period


def crew_records(since: datetime, until: datetime) -> Callable[[ReadDesk], CrewRecords]:
    """What the records hold of [since, until)."""

    def ask(desk: ReadDesk) -> CrewRecords:
        kinds = {template.id for template in desk.find(Template) if template.purpose in FIVE_S}
        signed = desk.find(Run, ("ended", ">=", since), ("ended", "<", until), going=Going.SIGNED)
        return CrewRecords(
            tuple(desk.find(Crew, order="name")),
            tuple(desk.find(Person)),
            tuple(desk.find(Duty)),
            tuple(desk.find(Absence)),
            tuple(run for run in signed if run.template in kinds and run.points is not None and run.most),
            tuple(open_actions(desk)),
            tuple(desk.find(Article, ("made", ">=", since), ("made", "<", until))),
        )

    return ask


def calls_raised(since: datetime, until: datetime) -> Callable[[ReadDesk], list[Call]]:
    """The calls that were raised in [since, until), without those that were rejected."""
    return lambda desk: desk.find(Call, ("raised", ">=", since), ("raised", "<", until), rejected="")
