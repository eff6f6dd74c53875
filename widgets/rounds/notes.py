"""A calm note for whoever is signed in: a planned round of theirs is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from console.domain.audit_plans import Standing
from console.domain.events import RoundsDue
from widgets.audits.places import Places
from widgets.audits.words import day_words
from widgets.people.notice import Notice
from widgets.plain import plain

if TYPE_CHECKING:
    from console.app.console import Console
    from widgets.shell.window import MainWindow

SHOWN = 3  # rounds that are named in the note
SECONDS = 10.0


class RoundNotes(QObject):
    """One for each main window, its child."""

    def __init__(self, console: Console, window: MainWindow) -> None:
        super().__init__(window)
        self._console, self._places = console, Places(console)
        self.notice = Notice(window)
        stop = console.on(RoundsDue, self._due)
        self.destroyed.connect(lambda _=None, stop=stop: stop())

    def _due(self, event: RoundsDue) -> None:
        service = self._console.rounds
        if service is None:
            return
        wanted = set(event.rounds)
        found = [one for one in service.standings if one.round.id in wanted]
        names = {plan.id: plain(plan.name, 40) for plan in service.told.plans}
        if found:
            more = "\n".join(self._line(one, names) for one in found[:SHOWN]) + ("\n…" if len(found) > SHOWN else "")
            words = self.tr("%n planned round(s) are due", "", len(found))
            self.notice.show_words(words, more, "calendar-clock", SECONDS)

    def _line(self, one: Standing, names: dict[str, str]) -> str:
        when = day_words(one.due, self._places.now(), self._places.zone())
        return f"{names.get(one.round.plan, '')} · {self._places.words(one.round.place)} · {when}"
