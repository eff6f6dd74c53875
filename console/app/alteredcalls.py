"""Alterations of the records become calls: what the guard finds is called for until an administrator has answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.domain.andon import Source
from console.domain.andon_shipped import ALTERED, RECORDS
from console.domain.commands.andon import ClearCall, RaiseCall
from console.domain.desk import ReadDesk
from console.domain.events import CallsChanged, RecordChanged
from console.domain.ids import derived_id
from console.domain.tampering import Tampered, TamperingFound

if TYPE_CHECKING:
    from console.app.calls import Calls
    from console.app.console import Console


class AlteredCalls:
    """Hears the guard for one console. What was found before the calls are known waits for them."""

    def __init__(self, console: Console, calls: Calls, chinese: bool = False) -> None:
        self._console, self._calls = console, calls
        self._words = ALTERED[chinese]
        self._known = False
        console.on(TamperingFound, lambda event: self._raise(event.finding) if self._known else None)
        console.on(RecordChanged, self._changed)
        console.on(CallsChanged, lambda _: self._begin())

    def _begin(self) -> None:
        """What was found and not answered so far, also by an earlier run that was killed before it could call."""
        if not self._known and self._calls.known:
            self._known = True
            self._console.office.ask(_unanswered, self._raise_all)

    def _raise_all(self, found: list[Tampered]) -> None:
        for finding in found:
            self._raise(finding)

    def _raise(self, finding: Tampered) -> None:
        at = " ".join(part for part in (finding.table, finding.row, finding.field) if part)
        text, call = self._words.format(at or f"trail {finding.seq}"), derived_id("altered", finding.id)
        told = (finding.table, finding.id, finding.at)
        self._calls.give(RaiseCall("", self._category, text, None, Source.RULE, *told, call=call))

    def _changed(self, event: RecordChanged) -> None:
        if event.kind == "tampering" and self._known:
            self._console.office.ask(lambda desk: desk.get(Tampered, event.id), self._answered)

    def _answered(self, finding: Tampered | None) -> None:
        if finding is not None and finding.answered is not None:
            self._calls.give(ClearCall("", self._category, finding.id, finding.answered))

    @property
    def _category(self) -> str:
        """Ours; a plant that began without it has at least one of its own."""
        setup = self._calls.dispatch.setup
        ids = [category.id for category in setup.categories]
        return RECORDS if RECORDS in ids or not ids else ids[0]


def _unanswered(desk: ReadDesk) -> list[Tampered]:
    return desk.find(Tampered, answered=None)
