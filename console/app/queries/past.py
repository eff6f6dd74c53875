"""Records as they were: `at(T)` is the way for a screen to ask what was true at some time.

    office.run(at(T).open_calls, answer, failed)          # the calls that were open then, the worst first
    office.run(at(T).stops, answer, failed)               # the stops that lasted then
    office.run(at(T).value(Call, id), answer, failed)     # one record as it was; None: it was not there
    office.run(at(T).values(Category), answer, failed)    # every record of a kind, by id

All of them read the trail by the rule that stands at the head of `queries/trail.py`: the after-image in the newest line
that was given at or before T and is not held. What they answer are domain values, so a screen shows them as it shows
those of now. Kinds with secret columns are not answered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from console.app.queries.andon import CallShown
from console.domain.andon import Call, Category
from console.domain.people import Person
from console.domain.stops import Stop

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.records.local import LocalRecords

T = TypeVar("T")


def at(time: datetime) -> At:
    """The records as they were at a time (aware)."""
    return At(time)


@dataclass(frozen=True, slots=True)
class At:
    """Jobs for `office.run`; each reads one unchanging view of the records."""

    time: datetime

    def value(self, cls: type[T], id: str) -> Callable[[LocalRecords], T | None]:
        """One record as it was; None where it was not there."""

        def job(local: LocalRecords) -> T | None:
            with local.reading() as db:
                return _values(db, cls, [id], self.time).get(id)

        return job

    def values(self, cls: type[T], ids: Iterable[str] | None = None) -> Callable[[LocalRecords], dict[str, T]]:
        """These records as they were, or all of the kind, by id; those that were not there are left out."""
        wanted = None if ids is None else list(ids)

        def job(local: LocalRecords) -> dict[str, T]:
            with local.reading() as db:
                return _values(db, cls, wanted, self.time)

        return job

    def open_calls(self, local: LocalRecords) -> tuple[CallShown, ...]:
        """The calls that were open then with their categories and owners, the worst first and then the oldest."""
        from console.records.desk import RowDesk

        with local.reading() as db:
            desk = RowDesk(db)
            still = desk.find(Call, ("raised", "<=", self.time), closed=None)
            over = desk.find(Call, ("raised", "<=", self.time), ("closed", ">", self.time))
            calls = [call for call in _values(db, Call, _ids(still, over), self.time).values() if call.open]
            kinds = _values(db, Category, {call.category for call in calls}, self.time)
            owners = sorted({call.owner for call in calls} - {""})
            names = {one.id: one.name for one in desk.find(Person, ("id", "in", owners))} if owners else {}
        shown = [CallShown(call, kinds.get(call.category), names.get(call.owner, call.owner)) for call in calls]
        return tuple(sorted(shown, key=lambda one: (-one.call.severity.rank, one.call.raised, one.call.id)))

    def stops(self, local: LocalRecords) -> tuple[Stop, ...]:
        """The stops that lasted then, with what was known of them, the oldest first."""
        from console.records.desk import RowDesk

        with local.reading() as db:
            desk = RowDesk(db)
            still = desk.find(Stop, ("since", "<=", self.time), until=None)
            over = desk.find(Stop, ("since", "<=", self.time), ("until", ">", self.time))
            stops = _values(db, Stop, _ids(still, over), self.time).values()
        lasting = [one for one in stops if not one.merged_into and (one.until is None or one.until > self.time)]
        return tuple(sorted(lasting, key=lambda one: (one.since, one.id)))


def _ids(*found: Iterable[Any]) -> set[str]:
    return {value.id for values in found for value in values}


def _values(db: Connection, cls: type[T], ids: Iterable[str] | None, time: datetime) -> dict[str, T]:
    from console.records.accounts import accounts, ids_touched
    from console.records.shelves import SHELVES

    shelf = SHELVES[cls]
    if shelf.secret:
        raise ValueError(f"records of the kind {shelf.kind} have secrets: their past is not answered")
    wanted = ids_touched(db, shelf.kind, time) if ids is None else sorted(set(ids))
    found: dict[str, T] = {}
    for id, account in accounts(db, shelf.kind, wanted, until=time).items():
        after = account.change["after"] if account.change is not None else None
        if after:
            found[id] = shelf.value(after)
    return found
