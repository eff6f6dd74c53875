"""Calls: the rules listen, the ladder is climbed, open calls are at hand for the screens. Main thread, never waits."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from console.app.callhearing import CallHearing
from console.app.callwire import CallWire
from console.app.dispatch import Dispatch
from console.app.ladder import Ladder
from console.app.queries.andon import CallShown, open_calls
from console.app.queries.callsetup import CallSetup, call_setup
from console.app.shelving import Shelved, ShelvedAlarms
from console.app.telling import AGAIN, PAST_SAVING
from console.domain.andon import Source, Stage
from console.domain.andon_shipped import shipped_categories, shipped_rules
from console.domain.commands import CONSOLE, Command
from console.domain.commands.andon import BeginCalls, ClearCall, RaiseCall
from console.domain.commands.figures import NoteShelf
from console.domain.desk import ReadDesk
from console.domain.errors import Refusal
from console.domain.events import CallsChanged, QualityChecked, RecordChanged, RecordsReady, StationChanged
from console.domain.ids import derived_id
from console.domain.raising import Cleared, Outcome
from console.domain.readings import Reading
from console.domain.ribbon import Segment
from console.records.wholefile import keep, read_kept

if TYPE_CHECKING:
    from console.app.console import Console
    from console.records.local import LocalRecords

log = logging.getLogger(__name__)
FILE = "callwatch.json"  # what the rules wait for, kept over a restart
LOOK_EVERY, SAVE_EVERY = 0.5, 10.0  # seconds
BEFORE = ("call_already_done", "call_closed", "call_answered", "call_no_such_rung", "missing")  # another was first
SETUP = frozenset({"andon_category", "call_rule", "duty", "absence", "person", "alarm_shelf"})
OPEN = frozenset({"andon_call", "andon_step", "comment"})
UNSAVED_MOST = 10_000
PATIENCE = 30.0  # seconds for which messages are not acknowledged because the records are just being opened
Refused = Callable[[Refusal], None]


class Said(NamedTuple):
    """A command on its way into the records."""

    command: Command
    who: str
    refused: Refused | None


class Calls:
    """One for each console. What is heard before `start`, and before the records have told the rules, waits."""

    def __init__(self, console: Console, chinese: bool = False, wire: bool = False) -> None:
        self.open: tuple[CallShown, ...] = ()  # the worst first
        self.dispatch = Dispatch(CallSetup(), console.floor.plant, console.office.authority.ways)
        self.known = False  # whether the records have told what is open and what holds
        self._console = console
        self._chinese = chinese
        self._hearing = CallHearing(lambda: console.floor)
        self._ladder = Ladder()
        self._shelved = ShelvedAlarms()
        self._wire = CallWire(console, self) if wire else None  # None: nobody raises calls over MQTT
        self._begun = False
        self._asking = self._shipping = False
        self._stale: set[str] = set()  # kinds of records that changed since they were read
        self._again: deque[Said] = deque(maxlen=UNSAVED_MOST)  # what could not be saved, to be given again
        self._on_the_way = 0
        self._ask_at = self._look_at = self._again_at = self._save_at = self._patient_until = 0.0
        self._beating = False
        on = console.on
        on(StationChanged, self._hearing.station)
        on(QualityChecked, self._hearing.check)
        on(RecordChanged, self._changed)
        on(RecordsReady, self._opened)

    # What screens ask

    def call(self, id: str) -> CallShown | None:
        """An open call."""
        return next((shown for shown in self.open if shown.call.id == id), None)

    def at(self, place: str) -> tuple[CallShown, ...]:
        """The open calls at a station, or at a line itself and all its stations; the worst first."""
        return tuple(shown for shown in self.open if place in (self.dispatch.way(shown.call.place) or (place,)))

    def deadline(self, shown: CallShown) -> tuple[Stage, datetime] | None:
        """What is wanted of a call next, and until when; None where nothing is."""
        return self.dispatch.deadline(shown.call)

    def next_told(self, shown: CallShown) -> datetime | None:
        """When somebody more is told, if nobody answers."""
        return self.dispatch.next_due(shown.call, self._now())

    @property
    def shelved(self) -> tuple[Shelved, ...]:
        """The alarms that are set aside now, the one that ends first at the top."""
        return self._shelved.now(self._now())

    @property
    def saving(self) -> bool:
        """Whether something that was heard is on its way into the records."""
        return self._on_the_way > 0

    @property
    def waiting(self) -> bool:
        """Whether something was heard that cannot be told to the records yet: they are just being opened."""
        heard = self._hearing.waiting or (self._wire is not None and self._wire.waiting)
        return self._begun and not self.known and heard and time.monotonic() < self._patient_until

    # Life

    def start(self) -> None:
        """Begin to hear, when the records are opened."""
        if self._begun:
            return
        self._begun = True
        self._patient_until = time.monotonic() + PATIENCE
        self._console.office.run(self._remembered, self._remember, self._cannot)
        self._stale = {*SETUP, *OPEN}

    def listen(self) -> None:
        """Be spoken to over MQTT where that is wanted; whenever the sites are others."""
        if self._wire is not None:
            self._console.intake.ask(self._wire.topics(), self._wire.hear)

    @property
    def topics(self) -> frozenset[str]:
        """What is to be subscribed to."""
        return self._wire.topics() if self._wire is not None else frozenset()

    def use_plant(self) -> None:
        """Another plant is shown, or the same one after its file was changed."""
        self._hearing.forget()
        self.listen()
        if self.known:
            self._use(self.dispatch.setup, anew=True)

    def state(self, place: str, segment: Segment) -> None:
        """A segment of a ribbon ended, and another state began."""
        if self._beating and segment.until is not None:  # the past that a demo lives through raises nothing
            self._hearing.state(place, segment.until)

    def beat(self, readings: Iterable[Reading], now: float) -> None:
        """One beat of the console, after the floor has taken these readings."""
        self._beating = True
        for outcome in self._hearing.hear(readings, now):
            told = self._shelved.take(outcome, self._now())
            if told is not None:
                self.give(_wanted(told))
        if not self._begun:
            return
        if self._wire is not None and self.known:
            self._wire.listen_to_all()
        at = time.monotonic()
        if self._stale and not self._asking and at >= self._ask_at:
            self._ask()
        if at >= self._look_at or self._ladder.more:
            self._look_at = at + LOOK_EVERY
            self._look(now)
        if at >= self._save_at:
            self._save_at = at + SAVE_EVERY
            self._keep()

    def close(self) -> None:
        """Keep what the rules wait for; before the office is closed."""
        if self._begun:
            self._begun = False
            self._keep()

    # Giving

    def want(self, outcome: Outcome, lasting: frozenset[str]) -> None:
        """Take what rules of early warning want, the way of all calls; `lasting`: ids of these rules."""
        self._shelved.lasting = lasting
        told = self._shelved.take(outcome, self._now())
        if told is not None:
            self.give(_wanted(told))

    def give(self, command: Command, who: str = CONSOLE, refused: Refused | None = None) -> None:
        """Give a command that nobody waits for at a screen. One that cannot be saved now is given again until it is."""
        self._on_the_way += 1
        said = Said(command, who, refused)
        self._console.office.do(command, lambda _: self._done(), partial(self._refused, said), who)

    def _done(self) -> None:
        self._on_the_way -= 1

    def _refused(self, said: Said, refusal: Refusal) -> None:
        self._on_the_way -= 1
        if refusal.code in PAST_SAVING:
            if self._begun:
                self._again.append(said)
                self._again_at = time.monotonic() + AGAIN
        elif said.refused is not None:
            said.refused(refusal)
        elif refusal.code not in BEFORE:
            log.warning("%s was refused: %s %s", said.command.name, refusal.code, refusal.facts)

    def _look(self, now: float) -> None:
        if self._again and time.monotonic() >= self._again_at:
            again, self._again = self._again, deque(maxlen=UNSAVED_MOST)
            for said in again:
                self.give(*said)
        elif self.known and not self._again:
            self._unshelve()
            for command in self._ladder.steps((shown.call for shown in self.open), now):
                self.give(command)

    def _unshelve(self) -> None:
        """What lay on a shelf whose time is over and is still so becomes a call, which waits for an answer from now."""
        at = self._now()
        for wanted in self._shelved.released(at):
            self.give(_wanted(wanted, at))
        for shelf, times in self._shelved.noted(at):
            self.give(NoteShelf(shelf, times))

    # Reading

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in SETUP or event.kind in OPEN:
            self._stale.add(event.kind)

    def _opened(self, event: RecordsReady) -> None:
        if not event.code:
            self._stale = {*SETUP, *OPEN}
            self._ask_at, self._shipping = 0.0, False

    def _ask(self) -> None:
        setup = bool(self._stale & SETUP) or not self.known
        self._stale, self._asking = set(), True

        def read(desk: ReadDesk) -> tuple[CallSetup | None, tuple[CallShown, ...]]:
            return call_setup(desk) if setup else None, open_calls(desk)

        self._console.office.ask(read, self._heard, self._cannot)

    def _cannot(self, refusal: Refusal) -> None:
        log.debug("Calls cannot be read now: %s", refusal)
        self._asking = False
        self._stale = {*SETUP, *OPEN}
        self._ask_at = time.monotonic() + AGAIN

    def _heard(self, told: tuple[CallSetup | None, tuple[CallShown, ...]]) -> None:
        self._asking = False
        setup, found = told
        if setup is not None and not setup.categories:
            if not self._shipping:
                self.give(self._shipped())  # and then they are read
            self._shipping = True
            return
        if setup is not None:
            self._use(setup)
        first, before = not self.known, self.open
        self.known, self.open = True, found
        self._look_at = 0.0  # the first step of a new call's ladder is due at once
        if first or setup is not None or before != found:
            self._console.bus.publish(CallsChanged(() if first else _announced(before, found)))

    def _use(self, setup: CallSetup, anew: bool = False) -> None:
        ways = self._console.office.authority.ways
        if anew or not self.known or setup.rules != self.dispatch.setup.rules:
            self._hearing.use(setup.rules, ways, self._console.now())
        self.dispatch = Dispatch(setup, self._console.floor.plant, ways)
        self._ladder.use(self.dispatch)
        self._shelved.use(setup.shelves, self.dispatch.categories, setup.rules, ways)

    def _shipped(self) -> BeginCalls:
        stops = [line.micro_stop for line in self._console.floor.plant.lines()]
        rules = shipped_rules(self._chinese, float(max(stops, default=120.0)))
        return BeginCalls(shipped_categories(self._chinese), rules)

    # What the rules wait for

    @property
    def _path(self) -> Path:
        return self._console.store / FILE

    def _remembered(self, local: LocalRecords) -> Mapping[str, Any]:
        """On the worker. What cannot be read was not written to its end: the rules begin anew."""
        return read_kept(self._path)

    def _remember(self, told: Mapping[str, Any]) -> None:
        self._hearing.remember(told)
        self._shelved.restore(told.get("shelved", {}))

    def _keep(self) -> None:
        snapshot = self._hearing.snapshot()
        if snapshot is not None:
            snapshot |= {"shelved": self._shelved.snapshot()}
            self._console.office.hand(partial(keep, self._path, snapshot))

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._console.now(), UTC)


def _wanted(outcome: Outcome, waits: datetime | None = None) -> Command:
    if isinstance(outcome, Cleared):
        return ClearCall(outcome.place, outcome.category, outcome.about, outcome.at)
    return RaiseCall(
        outcome.place,
        outcome.category,
        outcome.text,
        outcome.severity,
        Source.RULE,
        outcome.code,
        outcome.about,
        outcome.raised_at,
        outcome.count,
        call=derived_id("checked", outcome.place, outcome.category, outcome.check) if outcome.check else "",
        waits=waits,
    )


def _announced(before: tuple[CallShown, ...], now: tuple[CallShown, ...]) -> tuple[str, ...]:
    """Calls that are new, open again or worse."""
    were = {shown.call.id: shown.call for shown in before}

    def is_news(shown: CallShown) -> bool:
        was = were.get(shown.call.id)
        return was is None or shown.call.severity.rank > was.severity.rank or shown.call.reopened > was.reopened

    return tuple(shown.call.id for shown in now if is_news(shown))
