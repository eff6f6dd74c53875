"""How notes on the time axis and saved views are kept."""

from __future__ import annotations

from dataclasses import replace

from console.app.handlers import handles
from console.app.handlers.people import AlreadyThere
from console.domain.commands import Stamp
from console.domain.commands import trends as ask
from console.domain.desk import Desk, Missing
from console.domain.trend_notes import TrendNote, checked_note, rewritten
from console.domain.trend_views import TrendView, checked_view, named

# Notes


@handles(ask.AddTrendNote)
def add_trend_note(desk: Desk, stamp: Stamp, command: ask.AddTrendNote) -> None:
    """Keep what was written, by whom."""
    if desk.get(TrendNote, command.note) is not None:
        raise AlreadyThere(kind="trend_note", id=command.note)
    said = (command.note, command.where, command.start, command.end, command.text, stamp.at, stamp.who)
    desk.put(checked_note(TrendNote(*said, signal=command.signal)))


@handles(ask.ChangeTrendNote)
def change_trend_note(desk: Desk, stamp: Stamp, command: ask.ChangeTrendNote) -> None:
    """Keep the new text and time."""
    note = _there(desk, command)
    desk.put(rewritten(note, command.text, command.start, command.end, stamp.at, stamp.who))


@handles(ask.RemoveTrendNote)
def remove_trend_note(desk: Desk, stamp: Stamp, command: ask.RemoveTrendNote) -> None:
    """Take it away."""
    desk.remove(TrendNote, _there(desk, command).id)


def _there(desk: Desk, command: ask.ChangeTrendNote | ask.RemoveTrendNote) -> TrendNote:
    """The note as it was shown; Missing where place or writer are not those that the right was checked for."""
    note = desk.need(TrendNote, command.note)
    if (note.place, note.by) != (command.where, command.by):
        raise Missing(kind="trend_note", id=command.note)
    desk.expect(TrendNote, command.note, command.version)
    return note


# Saved views


@handles(ask.SaveTrendView)
def save_trend_view(desk: Desk, stamp: Stamp, command: ask.SaveTrendView) -> None:
    """Keep what it shows; who may see it stays as it is."""
    view, before = command.view, desk.get(TrendView, command.view.id)
    if before is not None:
        _owned(before, view.owner)
        desk.expect(TrendView, view.id, command.version)
    shared = before is not None and before.shared
    kept = checked_view(view, desk.find(TrendView, owner=view.owner))
    desk.put(replace(kept, shared=shared, at=stamp.at))


@handles(ask.RenameTrendView)
def rename_trend_view(desk: Desk, stamp: Stamp, command: ask.RenameTrendView) -> None:
    """Keep the other name."""
    view = _owned(desk.need(TrendView, command.view), command.owner)
    desk.expect(TrendView, view.id, command.version)
    desk.put(named(view, command.title, desk.find(TrendView, owner=view.owner)))


@handles(ask.ShareTrendView)
def share_trend_view(desk: Desk, stamp: Stamp, command: ask.ShareTrendView) -> None:
    """Keep who may open it."""
    view = desk.need(TrendView, command.view)
    if view.place != command.where:
        raise Missing(kind="trend_view", id=view.id)
    desk.put(replace(view, shared=command.shared))


@handles(ask.RemoveTrendView)
def remove_trend_view(desk: Desk, stamp: Stamp, command: ask.RemoveTrendView) -> None:
    """Take it away."""
    desk.remove(TrendView, _owned(desk.need(TrendView, command.view), command.owner).id)


def _owned(view: TrendView, owner: str) -> TrendView:
    """The view; Missing where it is not theirs for whom the right was checked."""
    if view.owner != owner:
        raise Missing(kind="trend_view", id=view.id)
    return view
