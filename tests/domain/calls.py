"""Categories, people and times that tests of calls share."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from console.domain.andon import Call, Category, Cause, Rung, Severity, Source, Stage
from console.domain.andon_hearing import raise_call
from console.domain.people import Role

RAISED = datetime(2026, 11, 20, 14, 0, tzinfo=UTC)
MACHINE = Category(
    "machine",
    "Machine",
    owner=Role.TEAM_LEADER,
    ladder=(Rung(180, Role.MAINTENANCE), Rung(600, Role.SUPERVISOR), Rung(1800, Role.PLANNER, Stage.ON_SITE)),
    causes=(Cause("jam", "Jam"), Cause("wear", "Wear")),
)
HELP = Category(
    "help", "Help", severity=Severity.NOTICE, needs_cause=False, needs_countermeasure=False, acknowledge_within=60
)


def later(seconds: float) -> datetime:
    """So many seconds after the call was raised."""
    return RAISED + timedelta(seconds=seconds)


def call(
    category: Category = MACHINE,
    severity: Severity | None = None,
    about: str = "149",
    at: datetime = RAISED,
    place: str = "L1/30",
) -> Call:
    """A call that a rule has raised."""
    made, _ = raise_call(
        category,
        place,
        at,
        "console",
        Source.RULE,
        severity=severity,
        text="TAILSTOCK BARRIER",
        code=about,
        about=about,
    )
    return made
