"""Reports of hazards and accidents in a running console: given with or without a name; urgent ones become calls.

The id of a call is derived from its report, so two consoles and a restart make one. Its category's ladder brings it to
whoever answers for safety.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from console.app.queries.safety import KIND, about_event, urgent_events
from console.domain.andon import Source
from console.domain.commands import CONSOLE
from console.domain.commands.andon import ClearCall, RaiseCall
from console.domain.commands.safety import ReportSafety
from console.domain.errors import Refusal
from console.domain.events import CallsChanged, RecordChanged
from console.domain.ids import derived_id
from console.domain.permissions import NotAllowed
from console.domain.safety import Happened, SafetyEvent

if TYPE_CHECKING:
    from console.app.console import Console

CATEGORY = "safety"  # the shipped one
LATE = 60.0  # seconds after a report from which a call waits for its answer since it was raised, not since the report
WORDS = {
    Happened.HAZARD: ("Serious hazard: {0}", "重大隐患：{0}"),
    Happened.NEAR_MISS: ("Serious near miss: {0}", "严重未遂事件：{0}"),
    Happened.ENVIRONMENT: ("Serious environmental event: {0}", "严重环境事件：{0}"),
    Happened.FIRST_AID: ("Serious injury: {0}", "严重受伤：{0}"),
    Happened.LOST_TIME: ("Lost-time accident: {0}", "损工事故：{0}"),
}


class SafetyCalls:
    """One for each console. Main thread; what is urgent and open is looked for once calls are known, then as it comes.

    `since`: the day from which days without an accident are counted; None: the first report.
    """

    def __init__(self, console: Console, chinese: bool = False, since: date | None = None) -> None:
        self.since = since
        self._console, self._chinese = console, chinese
        self._known = False
        console.on(RecordChanged, self._changed)
        console.on(CallsChanged, lambda _: self.start())

    def start(self) -> None:
        """Look for what is urgent and was not called for, also by a run that was killed before it could."""
        if not self._known and self._console.calls is not None and self._console.calls.known:
            self._known = True
            self._console.office.ask(urgent_events, self._raise_all)

    def report(self, command: ReportSafety, done: Callable[[Any], None], refused: Callable[[Refusal], None]) -> None:
        """Give a report in the name of who is signed in; one without a name in the console's own, after the same check
        of rights, so that neither the report nor the trail says who made it."""
        if command.named:
            self._console.office.do(command, done, refused)
        elif self._console.session.may(ReportSafety, place=command.where):
            self._console.office.do(command, done, refused, who=CONSOLE)
        else:
            refused(NotAllowed(command=command.name, who="", place=command.where))

    def _changed(self, event: RecordChanged) -> None:
        if event.kind != KIND or not self._known:
            return
        if event.id:
            self._console.office.ask(lambda desk: desk.get(SafetyEvent, event.id), self._look)
        else:
            self._console.office.ask(urgent_events, self._raise_all)

    def _look(self, event: SafetyEvent | None) -> None:
        calls = self._console.calls
        if event is None or calls is None or not event.urgent:
            return
        if event.closed is None:
            self._raise_all([event])
        else:
            calls.give(ClearCall(event.place, self._category, about_event(event.id), event.closed))

    def _raise_all(self, events: list[SafetyEvent]) -> None:
        for event in events:
            self._raise(event)

    def _raise(self, event: SafetyEvent) -> None:
        calls = self._console.calls
        if calls is None:
            return
        now = datetime.fromtimestamp(self._console.now(), UTC)
        waits = now if (now - event.reported).total_seconds() > LATE else None
        text = WORDS[event.what][self._chinese].format(event.text.partition("\n")[0])
        told = (about_event(event.id), event.reported)
        call = derived_id(KIND, event.id)
        calls.give(RaiseCall(event.place, self._category, text, None, Source.RULE, "", *told, call=call, waits=waits))

    @property
    def _category(self) -> str:
        """The shipped one; a plant that began without it has at least one of its own."""
        calls = self._console.calls
        ids = [category.id for category in calls.dispatch.setup.categories] if calls is not None else []
        return CATEGORY if CATEGORY in ids or not ids else ids[0]


def day_of(words: str) -> date | None:
    """The day that a setting says; None where it says none."""
    try:
        return date.fromisoformat(words.strip())
    except ValueError:
        return None
