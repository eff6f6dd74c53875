"""A past with calls in it: made once as a plan, told as domain values or as the commands that make it."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from console.domain import andon_moves as moves
from console.domain.andon import Call, CallStep, Category, Severity, Source
from console.domain.andon_hearing import clear, raise_call, repeat
from console.domain.commands import CONSOLE, Command, Given, Stamp
from console.domain.commands.andon import (
    AcknowledgeCall,
    ArriveAtCall,
    ClearCall,
    CloseCall,
    EscalateCall,
    RaiseCall,
    ResolveCall,
    VerifyCall,
)
from console.domain.ids import new_id

WORDS = {
    "machine": ("E77 Air pressure low", "E12 Wire feed jams", "E31 Door not closed", "F204 Axis overload"),
    "quality": ("Porosity on seam", "Torque out of range"),
    "material": ("Coil not at line", "Box empty"),
    "process": ("Takt cannot be held",),
}
SHARES = ("machine", "machine", "machine", "machine", "quality", "material", "process")


@dataclass(frozen=True, slots=True)
class Past:
    """One call of the past, in seconds after it was raised; None: never."""

    id: str
    place: str
    category: str
    about: str
    text: str
    raised: datetime
    acknowledge: float | None
    arrive: float | None
    resolve: float | None
    close: float | None
    clears: tuple[float, ...]
    repeats: tuple[float, ...] = ()
    escalated: float | None = None


def past(
    count: int,
    days: float,
    end: datetime,
    places: tuple[str, ...],
    now: datetime | None = None,
    seed: int = 4,
    slower: float = 1.6,
) -> list[Past]:
    """So many calls, evenly over the days up to `end`; in the first half everything took `slower` as long.

    What would happen after `now` has not happened.
    """
    dice = random.Random(seed)
    made = []
    for number in range(count):
        at = end - timedelta(days=days) + timedelta(days=days * (number + dice.random()) / count)
        one = _one(dice, at, places, slower if number < count / 2 else 1.0, number)
        made.append(_until(one, ((now or end) - one.raised).total_seconds()))
    return made


def _until(one: Past, most: float) -> Past:
    told = {field: getattr(one, field) for field in ("acknowledge", "arrive", "resolve", "close", "escalated")}
    later: dict[str, Any] = {field: None for field, at in told.items() if at is not None and at > most}
    again, over = (tuple(at for at in times if at <= most) for times in (one.repeats, one.clears))
    return replace(one, repeats=again, clears=over, **later)


def _one(dice: random.Random, at: datetime, places: tuple[str, ...], factor: float, number: int) -> Past:
    category = dice.choice(SHARES)
    words = WORDS[category]
    text = words[min(int(dice.expovariate(1.2)), len(words) - 1)]
    place = places[min(int(dice.expovariate(0.45)), len(places) - 1)]
    answer = min(dice.lognormvariate(4.6, 0.7) * factor, 3000.0)
    arrive = answer + dice.lognormvariate(5.2, 0.5) * factor
    resolve = arrive + dice.lognormvariate(6.4, 0.6) * factor
    close = resolve + dice.lognormvariate(5.5, 0.7)
    short = category == "machine" and text.startswith("E77")
    again = tuple(16.0 + 14.0 * n for n in range(dice.randint(2, 4))) if short and dice.random() < 0.4 else ()
    ended = dice.uniform(4, 14) if short else resolve - 1
    return Past(
        f"call-{number:06d}",
        place,
        category,
        text.split()[0] if category == "machine" else "",
        text,
        at.replace(microsecond=0),
        round(answer, 1),
        round(arrive, 1) if dice.random() < 0.9 else None,
        round(resolve, 1),
        round(close, 1),
        tuple(round(at + ended, 1) for at in (0.0, *again)),
        again,
        180.0 if answer > 181 else None,
    )


def values(plan: Iterable[Past], categories: dict[str, Category], who: str = "mo") -> tuple[list[Call], list[CallStep]]:
    """The calls and steps, made by the domain's own moves."""
    calls, steps = [], []
    for one in plan:
        category, at = categories[one.category], one.raised
        call, step = raise_call(
            category, one.place, at, CONSOLE, Source.RULE, id=one.id, text=one.text, about=one.about
        )
        steps.append(step)
        for seconds, what in _in_order(one):
            when = at + timedelta(seconds=seconds)
            if what == "repeat":
                call, step = repeat(call, category, when, CONSOLE)
            elif what == "clear":
                call, step = clear(call, category, when, CONSOLE)
            elif what == "escalate":
                call, step = moves.escalate(call, category, when, CONSOLE, 1)
            elif what == "acknowledge":
                call, step = moves.acknowledge(call, category, when, who)
            elif what == "arrive":
                call, step = moves.arrive(call, category, when, who)
            elif what == "resolve":
                call, step = moves.resolve(call, category, when, who, _cause(category), "Found", "Mended")
            else:
                if moves.wants_verifying(call, category):
                    call, step = moves.verify(call, category, when, "sue")
                    steps.append(step)
                call, step = moves.close(call, category, when, "sue")
            steps.append(step)
        calls.append(call)
    return calls, steps


def commands(plan: Iterable[Past], categories: dict[str, Category], who: str, boss: str) -> list[Given]:
    """What makes the same in records, in the order of time."""
    told: list[tuple[datetime, str, Command]] = []
    for one in plan:
        at, where = one.raised, (one.id, one.place)
        category = categories[one.category]
        told.append(
            (
                at,
                CONSOLE,
                RaiseCall(
                    one.place, one.category, one.text, source=Source.RULE, what=one.about, raised=at, call=one.id
                ),
            )
        )
        for seconds, what in _in_order(one):
            when = at + timedelta(seconds=seconds)
            if what == "repeat":
                again = RaiseCall(one.place, one.category, one.text, source=Source.RULE, what=one.about, raised=when)
                told.append((when, CONSOLE, again))
            elif what == "clear":
                told.append((when, CONSOLE, ClearCall(one.place, one.category, one.about, when)))
            elif what == "escalate":
                told.append((when, CONSOLE, EscalateCall(*where, 1)))
            elif what == "acknowledge":
                told.append((when, who, AcknowledgeCall(*where)))
            elif what == "arrive":
                told.append((when, who, ArriveAtCall(*where)))
            elif what == "resolve":
                told.append((when, who, ResolveCall(*where, _cause(category), "Found", "Mended")))
            else:
                if category.severity.rank >= category.verified_from.rank:
                    told.append((when, boss, VerifyCall(*where)))
                told.append((when, boss, CloseCall(*where)))
    told.sort(key=lambda one: one[0])
    return [Given(Stamp(new_id(), at, by, "console-1"), command) for at, by, command in told]


def _in_order(one: Past) -> list[tuple[float, str]]:
    told = [(at, "repeat") for at in one.repeats] + [(at, "clear") for at in one.clears]
    for what in ("escalate", "acknowledge", "arrive", "resolve", "close"):
        seconds = getattr(one, "escalated" if what == "escalate" else what)
        if seconds is not None:
            told.append((seconds, what))
    return sorted(told)


def _cause(category: Category) -> str:
    return category.causes[0].id if category.causes else ""


__all__ = ["Past", "Severity", "commands", "past", "values"]
