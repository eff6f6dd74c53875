"""How shelved alarms and baselines are kept."""

from __future__ import annotations

from console.app.handlers import handles
from console.domain.andon import Category
from console.domain.callrules import CallRule
from console.domain.commands import CONSOLE, Stamp
from console.domain.commands import figures as ask
from console.domain.desk import Desk, Missing
from console.domain.people import Person
from console.domain.responses import Baseline, checked_baseline
from console.domain.shelving import AlreadyShelved, Shelf, ShelfEnded, ShelfPersonNeeded, noted, shelve, take_off


@handles(ask.ShelveAlarm)
def shelve_alarm(desk: Desk, stamp: Stamp, command: ask.ShelveAlarm) -> None:
    """Keep what is set aside, by whom, why and until when."""
    if stamp.who == CONSOLE:
        raise ShelfPersonNeeded()
    rule = desk.need(CallRule, command.rule) if command.rule else None
    category = desk.need(Category, rule.category if rule is not None else command.category)
    asked = Shelf(
        command.shelf,
        command.where,
        category.id,
        command.rule,
        "" if command.rule else command.what,
        command.reason,
        stamp.who,
        expires=command.expires,
    )
    others = desk.find(Shelf, place=command.where, ended=None)
    try:
        kept = shelve(asked, category, rule, [other for other in others if other.id != asked.id], stamp.at)
    except AlreadyShelved as refusal:
        refusal.facts["name"] = _name(desk, str(refusal.facts["who"]))
        raise
    desk.put(kept)


@handles(ask.UnshelveAlarm)
def unshelve_alarm(desk: Desk, stamp: Stamp, command: ask.UnshelveAlarm) -> None:
    """Keep who ended it before its time."""
    shelf = desk.need(Shelf, command.shelf)
    if shelf.place != command.where:
        raise Missing(kind="alarm_shelf", id=command.shelf)
    try:
        desk.put(take_off(shelf, stamp.at, stamp.who))
    except ShelfEnded as refusal:
        refusal.facts["name"] = _name(desk, str(refusal.facts["who"]))
        raise


@handles(ask.NoteShelf)
def note_shelf(desk: Desk, stamp: Stamp, command: ask.NoteShelf) -> None:
    """Keep what a console has counted, and that the time is over."""
    shelf = desk.need(Shelf, command.shelf)
    desk.put(noted(shelf, stamp.at, stamp.who, command.times))


@handles(ask.SetBaseline)
def set_baseline(desk: Desk, stamp: Stamp, command: ask.SetBaseline) -> None:
    """Keep the time that is compared with."""
    desk.expect(Baseline, command.baseline, command.version)
    before = desk.get(Baseline, command.baseline)
    if before is not None and before.place != command.where:
        raise Missing(kind="baseline", id=command.baseline)
    made = Baseline(
        command.baseline,
        command.called,
        command.start,
        command.end,
        command.where,
        stamp.at,
        stamp.who,
        command.reason,
    )
    desk.put(checked_baseline(made, stamp.at))


@handles(ask.RemoveBaseline)
def remove_baseline(desk: Desk, stamp: Stamp, command: ask.RemoveBaseline) -> None:
    """Take it away."""
    desk.expect(Baseline, command.baseline, command.version)
    if desk.need(Baseline, command.baseline).place != command.where:
        raise Missing(kind="baseline", id=command.baseline)
    desk.remove(Baseline, command.baseline)


def _name(desk: Desk, id: str) -> str:
    person = desk.get(Person, id) if id else None
    return person.name if person is not None else ""
