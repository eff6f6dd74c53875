"""Findings and red tags as rows: names of places, and days as they are now. Reckoned once, not at each key."""

from __future__ import annotations

from datetime import date, tzinfo
from typing import TYPE_CHECKING

from console.app.queries.findings import Listed
from console.app.queries.rounds import FindingShown
from console.domain.actions import Stage, days_left, deadline
from console.domain.findings import Closing, RedTag
from widgets.actions.known import now_of, zone_at
from widgets.audits.places import Places
from widgets.findings.rows import Row, TagRow
from widgets.findings.words import waiting_action
from widgets.plain import plain

if TYPE_CHECKING:
    from console.app.console import Console


class Reckoned:
    """`rows` and `tags` of what the records told last."""

    def __init__(self, console: Console) -> None:
        self._console, self._places = console, Places(console)
        self.told = Listed((), (), {})
        self._now = now_of(console)
        self.rows: list[Row] = []
        self.tags: list[TagRow] = []
        self._names: dict[str, str] = {}  # of places
        self._days: dict[str, tuple[tzinfo | None, date]] = {}  # clock and day of places

    def take(self, told: Listed) -> None:
        """The records told anew."""
        self.told = told
        self.count()

    def count(self) -> None:
        """Names of places and days, as they are now."""
        self._names, self._days, self._now = {}, {}, now_of(self._console)
        self.rows = [self._row(one) for one in self.told.findings]
        self.tags = [self._tag(tag) for tag in self.told.tags]

    def _row(self, shown: FindingShown) -> Row:
        """A finding with its place in words and its days."""
        place, now, action = shown.finding.place, self._now, waiting_action(shown)
        zone, today = self._day(place)
        wanted = action if shown.closing not in (Closing.CLOSED, Closing.WITHDRAWN) else None
        left = days_left(wanted, now, zone) if wanted is not None else None
        if wanted is not None and wanted.stage is Stage.DONE:
            due, left = wanted.due, None  # it was done; who re-checks it has no day of their own
        else:
            due = deadline(wanted, zone) if wanted is not None else None
        age = (today - shown.finding.made.astimezone(zone).date()).days
        searched = f"{shown.finding.text} {self._place(place)} {shown.owner} {shown.who}".casefold()
        return Row(shown, self._place(place), due, left, max(0, age), searched)

    def _tag(self, tag: RedTag) -> TagRow:
        """A red tag with its place in words and its days."""
        left = (tag.decide_by - self._day(tag.place)[1]).days
        return TagRow(tag, self._place(tag.place), plain(self.told.names.get(tag.owner, ""), 60), left)

    def _day(self, place: str) -> tuple[tzinfo | None, date]:
        if place not in self._days:
            zone = zone_at(self._console, place)
            self._days[place] = (zone, self._now.astimezone(zone).date())
        return self._days[place]

    def _place(self, place: str) -> str:
        if place not in self._names:
            self._names[place] = self._places.words(place)
        return self._names[place]
