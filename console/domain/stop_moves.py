"""What is done with stops: heard, explained, split, merged. Each returns what is to be kept, or says why it cannot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from console.domain.andon import Call
from console.domain.commands import CONSOLE
from console.domain.people import NotActive
from console.domain.reasons import Reason, reason_of_machine
from console.domain.stop_refusals import (
    CallElsewhere,
    CauseUnknown,
    GapTooLong,
    NotExplained,
    NotNeighbours,
    ReasonIsGroup,
    SplitOutside,
    StopMerged,
)
from console.domain.stops import JITTER, MACHINE_MOST, Ran, Stop, ToldStop, piece_id, stop_id
from console.domain.text import TooLong

NOTE_MOST = 1000  # characters


def hear(known: Iterable[Stop], told: ToldStop, reasons: Iterable[Reason], at: datetime) -> Stop | None:
    """What a stop that was heard makes of those known at its place: a new one, a changed one, None for nothing new.

    One that overlaps a known stop is that stop: another console heard it too, or it was split or merged meanwhile.
    """
    machine = " ".join(told.machine.split())[:MACHINE_MOST]
    here = [one for one in known if one.place == told.place and not one.merged_into]
    same = sorted((one for one in here if one.touches(told.since, told.until)), key=lambda one: one.since)
    if not same:
        new = Stop(stop_id(told.place, told.since), told.place, told.since, told.until, told.line, told.area, machine)
        return _explains_itself(new, reasons, at)
    first, last = same[0], same[-1]
    if told.since < first.since - JITTER and not first.split_from:
        return replace(first, since=told.since)
    if told.until is not None and _ends_later(last, told.until):
        last = replace(last, until=max(told.until, last.since))
    if machine and not last.machine:
        last = _explains_itself(replace(last, machine=machine), reasons, at)
    return last if last != same[-1] else None


def explain(stop: Stop, reason: Reason, reasons: Iterable[Reason], at: datetime, who: str, note: str = "") -> Stop:
    """Give a stop its reason, or another one; what it was taken over from counts no more."""
    _still_there(stop)
    if not reason.active:
        raise NotActive(kind="stop_reason", id=reason.id)
    if any(other.parent == reason.id and other.active for other in reasons):
        raise ReasonIsGroup(reason=reason.id)
    if len(note) > NOTE_MOST:
        raise TooLong(field="note", most=NOTE_MOST)
    return replace(stop, reason=reason.id, note=note.strip(), by=who, explained=at, call="")


def take_over(stop: Stop, call: Call, reason: Reason | None, at: datetime, who: str) -> Stop:
    """Give a stop the reason that the cause of a call means, which was open there at that time."""
    _still_there(stop)
    if not was_open_then(stop, call):
        raise CallElsewhere(stop=stop.id, call=call.id)
    if reason is None:
        raise CauseUnknown(call=call.id, cause=call.cause)
    note = (call.finding or call.countermeasure).strip()[:NOTE_MOST]
    return replace(stop, reason=reason.id, note=stop.note or note, by=who, explained=at, call=call.id)


def was_open_then(stop: Stop, call: Call) -> bool:
    """Whether a call was about the station of a stop, or about its line, and open for some of its time."""
    here = call.place in (stop.place, stop.line)
    return here and not call.rejected and stop.touches(call.raised - JITTER, call.closed)


def clear(stop: Stop) -> Stop:
    """Take the reason back: the stop wants one again."""
    _still_there(stop)
    if not stop.reason:
        raise NotExplained(stop=stop.id)
    return replace(stop, reason="", note="", by="", explained=None, call="")


def split(stop: Stop, at: datetime, now: datetime) -> tuple[Stop, Stop]:
    """The stop up to `at`, and what it is from then on, with the same reason. Inside a merged stop a time in which the
    station ran parts the two again."""
    _still_there(stop)
    if not stop.since < at < stop.ended(now):
        raise SplitOutside(stop=stop.id, at=at)
    gap = next((ran for ran in stop.ran if ran.since <= at <= ran.until), None)
    until, since = (gap.since, gap.until) if gap is not None else (at, at)
    before = tuple(ran for ran in stop.ran if ran.until <= until and ran is not gap)
    after = tuple(ran for ran in stop.ran if ran.since >= since and ran is not gap)
    second = replace(stop, id=piece_id(stop.id, at), since=since, ran=after, split_from=stop.id)
    return replace(stop, until=until, ran=before), second


def merge(first: Stop, second: Stop, between: Iterable[Stop], most: float) -> tuple[Stop, Stop]:
    """Both as one stop, and what the second is then. `between`: stops of the place that begin between the two; the
    station ran for at most `most` seconds there, which do not count as stopped."""
    for stop in (first, second):
        _still_there(stop)
    others = [stop for stop in between if stop.id not in (first.id, second.id) and not stop.merged_into]
    until = first.until
    if first.place != second.place or until is None or second.since < until - JITTER or others:
        raise NotNeighbours(stop=first.id, other=second.id)
    gap = second.since - until
    if gap > timedelta(seconds=most):
        raise GapTooLong(gap=gap.total_seconds(), most=most)
    ran = (Ran(until, second.since),) if gap > timedelta(0) else ()
    whole = replace(
        first, until=second.until, ran=(*first.ran, *ran, *second.ran), machine=first.machine or second.machine
    )
    if not first.reason and second.reason:
        whole = replace(whole, reason=second.reason, note=second.note, by=second.by)
        whole = replace(whole, explained=second.explained, call=second.call)
    return whole, replace(second, merged_into=first.id)


def _ends_later(stop: Stop, until: datetime) -> bool:
    """Whether it lasted until then; what was merged with a later one does not end where its first part ended."""
    if stop.until is None:
        return not stop.ran or until > stop.ran[-1].until
    return until > stop.until + JITTER


def _explains_itself(stop: Stop, reasons: Iterable[Reason], at: datetime) -> Stop:
    """A machine's own word that a reason is known for explains the stop, unless somebody did."""
    known = None if stop.reason else reason_of_machine(reasons, stop.machine, stop.area)
    return stop if known is None else replace(stop, reason=known.id, by=CONSOLE, explained=at)


def _still_there(stop: Stop) -> None:
    if stop.merged_into:
        raise StopMerged(stop=stop.id, into=stop.merged_into)
