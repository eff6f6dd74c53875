"""Early warnings: what the signs' rules see becomes a record and, where they say so, a call. Main thread, never waits.

A warning is told to the records when it begins and when it has ended. What the records know already is told no second
time, so a restart in the middle of one neither loses nor doubles it.
"""

from __future__ import annotations

import logging
import time
from collections import Counter, deque
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from console.app.console import PlantOpened
from console.app.dryrun import DryRunner
from console.app.drywarnings import Warmed, warm
from console.app.queries.earlywarning import WarningShown, WarningsKnown, warnings_known
from console.app.recorded import HistoryRecorded
from console.app.signhearing import SignHearing
from console.app.signmemory import Key, remembered_signs, told_signs
from console.app.telling import AGAIN, Telling
from console.app.warningcalls import WarningCalls
from console.domain.commands.andon import RaiseCall
from console.domain.commands.earlywarning import BeginWarningRules, TellWarnings
from console.domain.control_events import ControlBroken, ControlCleared
from console.domain.early_warnings import ToldWarning, about_of, fit_facts
from console.domain.errors import Refusal
from console.domain.events import BrokerChanged, Link, RecordChanged, RecordsReady, StationChanged, WarningsChanged
from console.domain.readings import Reading
from console.domain.signs import Asked, Charted, Seen
from console.domain.signs_told import SignOutcome, Spell
from console.domain.warning_rules import Sign, WarningRule
from console.domain.warnings_shipped import shipped_warning_rules
from console.records.wholefile import keep, read_kept

if TYPE_CHECKING:
    from console.app.console import Console
    from console.app.trends import Past
    from console.records.local import LocalRecords

log = logging.getLogger(__name__)
SEEN_FILE, KNOWN_FILE = "signs.json", "signwatch.json"  # what was seen, what it was seen from; kept over a restart
LOOK_EVERY, READ_EVERY, SAVE_EVERY = 0.5, 1.0, 60.0  # seconds
AT_ONCE = 100  # warnings in one command; the others wait for the next look
MOST = 5000  # warnings that wait to be told, and that are open at once
COLD = 600.0  # seconds after which what the rules knew is too old to go on from
WARMED = (Sign.FORECAST, Sign.RATE, Sign.STUCK, Sign.MATERIAL, Sign.MISSING)
ASKED = 4  # questions to the past on their way
GRACE, FOREIGN = 120.0, 86400.0  # seconds until an open warning is over that nothing sees: own ones, others'
KINDS = frozenset({"early_warning", "warning_rule", "andon_call"})


class EarlyWarnings:
    """One for each console."""

    def __init__(self, console: Console, chinese: bool = False) -> None:
        self.open: tuple[WarningShown, ...] = ()  # the oldest first
        self.rules: tuple[WarningRule, ...] = ()
        self.known = False  # whether the records have told what they hold
        self._crowd: set[Key] = set()  # signs that wait because too many are open
        self._console = console
        self._chinese = chinese
        self._hearing = SignHearing(lambda: console.floor)
        self._calls = WarningCalls(console, chinese)
        self._broken: dict[str, set[int]] = {}  # by chart: its rules that are broken
        self._charts: dict[str, Charted] = {}  # the points that broke them
        self._kept: dict[Key, WarningShown] = {}  # the open ones
        self._places: Counter[str] = Counter()
        self._mine: set[Key] = set()  # open warnings that this console has seen itself
        self._seen: dict[Key, Seen] = {}  # as the rules see them
        self._said: dict[Key, ToldWarning] = {}  # on their way into the records
        self._queue: deque[ToldWarning] = deque()
        self._telling = Telling(console)
        self._remembered = self._asking = self._shipping = self._dirty = False
        self._stale = True
        self._asked = 0
        self._questions: deque[Asked] = deque()
        self._since = 0.0  # when the rules began to look
        self._fresh = 0.0  # when all that they knew was kept last
        self._warm = False  # whether they have what the history could tell them
        self._runner = DryRunner(console.mailbox)
        self._look_at = self._ask_at = self._save_at = 0.0
        on = console.on
        on(StationChanged, lambda event: self._hearing.station(event.station))
        on(BrokerChanged, lambda event: self._hearing.link(event.link is Link.CONNECTED, console.now()))
        on(ControlBroken, self._chart_broken)
        on(ControlCleared, self._chart_cleared)
        on(RecordChanged, self._changed)
        on(RecordsReady, self._opened)
        on(PlantOpened, lambda _: self._use_rules())
        console.follow_readings(self.beat)

    # What screens ask

    def at(self, place: str) -> int:
        """How many warnings are open at a station or line itself."""
        return self._places[place]

    @property
    def left_off(self) -> int:
        """How many signs are seen that are too many to be kept now."""
        return len(self._crowd)

    def of_signal(self, signal: str) -> tuple[WarningShown, ...]:
        """The open warnings of a signal."""
        return tuple(shown for shown in self.open if shown.warning.signal == signal)

    def warning(self, id: str) -> WarningShown | None:
        """An open warning."""
        return next((shown for shown in self.open if shown.warning.id == id), None)

    def rule(self, id: str) -> WarningRule | None:
        """A rule that is kept."""
        return next((rule for rule in self.rules if rule.id == id), None)

    def call_text(self, shown: WarningShown) -> str:
        """What a call of this warning would say."""
        warning = shown.warning
        rule = self.rule(warning.rule) or WarningRule(warning.rule, "", warning.sign)
        return self._calls.text(_of_record(shown), rule)

    def raise_call(
        self,
        shown: WarningShown,
        category: str,
        text: str,
        done: Callable[[object], None],
        refused: Callable[[Refusal], None],
    ) -> None:
        """Raise a call of an open warning in the name of whoever is signed in; the record names it then."""
        warning = shown.warning
        command = RaiseCall(warning.place, category, text, what=about_of(warning.rule, warning.signal))

        def raised(result: object) -> None:
            self._telling.give(TellWarnings((_of_record(shown),)))
            done(result)

        self._console.office.do(command, raised, refused)

    # Life

    def start(self) -> None:
        """Begin, when the records are opened."""
        if not self._telling.begun:
            self._telling.begun = self._stale = True
            self._hearing.link(self._console.broker.link is Link.CONNECTED, self._console.now())
            self._console.office.run(self._recall, self._remember, lambda _: self._remember(({}, {})))

    def close(self) -> None:
        """Keep what the rules have seen; before the office is closed."""
        if self._telling.begun:
            self._runner.cancel()
            self._flush()
            self._telling.begun = False
            self._keep(True)

    def beat(self, readings: list[Reading], now: float) -> None:
        """One beat of the console, after the floor has taken these readings."""
        for outcome in self._hearing.hear(readings, now):
            self._take(outcome)
        at = time.monotonic()
        if not self._telling.begun or at < self._look_at:
            return
        self._look_at = at + LOOK_EVERY
        self._telling.beat(at)
        if self._stale and self._remembered and not self._asking and at >= self._ask_at:
            self._ask()
        if self.known:
            self._warm_up(now)
            self._flush()
            self._forget_lost(now)
            self._inquire()
            self._calls.beat(now)
        if at >= self._save_at:
            self._keep()

    # What the rules see

    def _take(self, outcome: SignOutcome) -> None:
        key = (outcome.rule, outcome.signal)
        if isinstance(outcome, Seen):
            self._seen[key] = outcome
            if key not in self._kept and key not in self._said:
                self._begin(key, outcome)
        else:
            self._seen.pop(key, None)
            self._crowd.discard(key)
            self._end(key, outcome.at)
        self._dirty = True

    def _begin(self, key: Key, seen: Seen) -> None:
        if len(self._queue) >= MOST or len(self._kept) + len(self._said) >= MOST:
            self._crowd.add(key)  # it is told as soon as there is room and it is still so
            return
        self._crowd.discard(key)
        line, area = self._where(seen.place)
        began = datetime.fromtimestamp(seen.at, UTC)
        facts = fit_facts(seen.facts)
        told = ToldWarning(seen.rule, seen.sign, seen.place, seen.signal, began, None, line, area, facts)
        self._said[key] = told
        self._queue.append(told)

    def _end(self, key: Key, at: float) -> None:
        shown, told = self._kept.get(key), self._said.get(key)
        told = _of_record(shown) if shown is not None else told
        if told is None:
            return
        self._said[key] = replace(told, ended=max(told.began, datetime.fromtimestamp(at, UTC)))
        self._queue.append(self._said[key])

    def _forget_lost(self, now: float) -> None:
        """Open warnings that nothing looks at any more: the rule is gone, or the sign went while the console was off.

        What this console never saw is another's; it is over when nothing was seen of it for a day.
        """
        active = {rule.id for rule in self.rules if rule.active}
        watching = self._console.broker.link is Link.CONNECTED
        for key, shown in self._kept.items():
            warning = shown.warning
            if key in self._said or (key in self._seen and warning.rule in active):
                continue
            here = warning.place in self._console.floor.stations or warning.place in self._console.floor.line_hearings
            rule = self.rule(warning.rule)
            own = GRACE + (rule.over + rule.off_delay if rule is not None else 0.0)
            patience = own if key in self._mine else FOREIGN
            over = warning.rule not in active
            if over or (here and watching and now - max(self._since, warning.began.timestamp()) > patience):
                self._end(key, now)

    def _where(self, place: str) -> tuple[str, str]:
        """Ids of line and area of a station or line."""
        floor = self._console.floor
        if place in floor.stations:
            line = floor.line_of(place).line
        elif place in floor.line_hearings:
            line = floor.line(place).line
        else:
            return "", ""
        return line.id, line.area

    # Control charts and the past

    def _chart_broken(self, event: ControlBroken) -> None:
        broken = self._broken.setdefault(event.chart, set())
        broken.add(event.rule)
        facts = {fact.code: fact.value for fact in event.facts}
        value, center, sigma = (float(facts.get(code) or 0.0) for code in ("value", "mean", "sigma"))
        self._charted(event, tuple(sorted(broken)), value, center, sigma)

    def _chart_cleared(self, event: ControlCleared) -> None:
        broken = self._broken.get(event.chart, set())
        broken.discard(event.rule)
        self._charted(event, tuple(sorted(broken)))

    def _charted(self, event: ControlBroken | ControlCleared, rules: tuple[int, ...], *numbers: float) -> None:
        point = Charted(event.chart, event.signal, event.place, event.at.timestamp(), rules, *numbers)
        self._charts[event.chart] = point
        if not rules:
            del self._charts[event.chart]
        self._hearing.charted(point)

    def _inquire(self) -> None:
        """Ask the past what the rules of drift want to know, a few questions at a time."""
        self._questions.extend(self._hearing.needs())
        trends = self._console.trends
        while self._questions and self._asked < ASKED and trends is not None:
            asked = self._questions.popleft()
            self._asked += 1
            trends.ask(partial(_spells, asked), partial(self._answered, asked), partial(self._unanswered, asked))

    def _answered(self, asked: Asked, spells: list[Spell | None]) -> None:
        self._asked -= 1
        if self._hearing.engine is not None:
            self._hearing.engine.told(asked, spells)

    def _unanswered(self, asked: Asked, error: Exception) -> None:
        self._answered(asked, [None] * len(asked.stretches))

    # Telling and reading

    def _flush(self) -> None:
        """Raise the calls of what waits, then tell it: the record finds its call."""
        told = [self._queue.popleft() for _ in range(min(len(self._queue), AT_ONCE))]
        if not told:
            return
        if self._dirty:
            self._keep_seen()  # first: after a kill this console knows that it was the one who saw it
        rules = {rule.id: rule for rule in self.rules}
        for one in told:
            self._calls.tell(one, rules.get(one.rule))
        self._telling.give(TellWarnings(tuple(told)))

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in KINDS:
            self._stale = True

    def _opened(self, event: RecordsReady) -> None:
        if not event.code:  # other records may be there now: a backup, say
            self._stale, self._shipping, self._ask_at = True, False, 0.0
            self.known = False
            self._said.clear()
            self._queue.clear()

    def _ask(self) -> None:
        self._stale, self._asking = False, True
        self._console.office.ask(warnings_known, self._heard, self._cannot)

    def _cannot(self, refusal: Refusal) -> None:
        log.debug("Early warnings cannot be read now: %s", refusal)
        self._asking, self._stale = False, True
        self._ask_at = time.monotonic() + AGAIN

    def _heard(self, told: WarningsKnown) -> None:
        self._asking = False
        self._ask_at = time.monotonic() + READ_EVERY
        if not told.rules:
            if not self._shipping:
                self._telling.give(BeginWarningRules(shipped_warning_rules(self._chinese)))  # and then they are read
            self._shipping = True
            return
        first, before = not self.known, {shown.warning.id for shown in self.open}
        self.known, self.open = True, told.open
        self._kept = {(one.warning.rule, one.warning.signal): one for one in told.open}
        self._places = Counter(one.warning.place for one in told.open)
        for key, said in list(self._said.items()):
            if (said.ended is None) is (key in self._kept):
                del self._said[key]
        if told.rules != self.rules or first:
            self.rules = told.rules
            self._use_rules()
        for key, seen in list(self._seen.items()):
            if key not in self._kept and key not in self._said:
                self._begin(key, seen)
        new = () if first else tuple(one.warning.id for one in told.open if one.warning.id not in before)
        self._console.bus.publish(WarningsChanged(new))

    def _use_rules(self, known: Mapping[str, Any] | None = None) -> None:
        if self.known:
            now = self._console.now()
            self._since = now
            active = [rule for rule in self.rules if rule.active]
            self._hearing.use(active, self._console.office.authority.ways, now, known)
            self._calls.use(active)
            ids = {rule.id for rule in active}
            self._seen = {key: seen for key, seen in self._seen.items() if key[0] in ids}
            for point in self._charts.values():  # what is out of control is told once only
                self._hearing.charted(point)

    # What the rules have seen, over a restart

    def _warm_up(self, now: float) -> None:
        """Once, where nothing fresh was kept: learn from the history what the rules would know by now."""
        history = self._console.history
        if self._warm or self._console.activity() is not None:
            return
        self._warm = True
        if history is None or now - self._fresh < COLD:
            return
        rules = tuple(rule for rule in self.rules if rule.active and rule.sign in WARMED)
        recorded = HistoryRecorded(history, self._console.floor.plant, self._console.now)
        job = partial(warm, recorded, history, rules, dict(self._console.office.authority.ways), now)
        self._runner.begin(job, lambda share: None, self._warmed, lambda refusal: None)

    def _warmed(self, found: Warmed | None) -> None:
        if found is None or not self._telling.begun or not self.known:
            return
        other = {rule.id for rule in self.rules if rule.sign not in WARMED}
        before = [one for one in (self._hearing.snapshot(False) or {}).get("lasting", ()) if one[0] in other]
        lasting = [*found.known.get("lasting", ()), *before]
        lasts = {(rule, signal) for rule, signal, _ in lasting}
        for key in [key for key in self._seen if key not in lasts]:
            del self._seen[key]
            if key in found.over:
                self._end(key, found.over[key])
        self._use_rules({**found.known, "lasting": lasting})
        for seen in found.lasting:
            if seen.rule in {rule.id for rule in self.rules if rule.active}:
                self._take(seen)

    def _recall(self, local: LocalRecords) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
        """On the worker."""
        return read_kept(self._console.store / SEEN_FILE), read_kept(self._console.store / KNOWN_FILE)

    def _remember(self, told: tuple[Mapping[str, Any], Mapping[str, Any]]) -> None:
        """What the rules know to last goes on; of all else only that this console saw it."""
        seen, known = told
        self._fresh = float(known.get("now", 0.0)) if known.get("full") else 0.0
        lasts = {(rule, signal) for rule, signal, _ in known.get("lasting", ())}
        signs = remembered_signs(seen.get("seen", ()))
        self._hearing.remember(known)
        self._mine = {*signs, *((str(rule), str(signal)) for rule, signal in seen.get("mine", ()))}
        self._seen = {key: sign for key, sign in signs.items() if key in lasts} | self._seen
        self._calls.restore(seen.get("calls", {}))
        self._remembered = True

    def _keep(self, full: bool = False) -> None:
        """`full`: with what windows hold; too much for the main thread every few seconds."""
        self._save_at = time.monotonic() + SAVE_EVERY
        known = self._hearing.snapshot(full)
        if known is not None and self._remembered:
            self._keep_seen()
            told = {**known, "full": full}
            self._console.office.hand(partial(keep, self._console.store / KNOWN_FILE, told))

    def _keep_seen(self) -> None:
        self._dirty = False
        self._mine = {key for key in {*self._mine, *self._seen} if key in self._kept or key in self._seen}
        told = {"seen": told_signs(self._seen), "mine": sorted(self._mine), "calls": self._calls.snapshot()}
        self._console.office.hand(partial(keep, self._console.store / SEEN_FILE, told))


def _of_record(shown: WarningShown) -> ToldWarning:
    one = shown.warning
    return ToldWarning(one.rule, one.sign, one.place, one.signal, one.began, None, one.line, one.area, one.facts)


def _spells(asked: Asked, past: Past) -> list[Spell | None]:
    """On the reading thread."""
    from console.history.drift import spells

    return spells(past, asked)


__all__ = ["EarlyWarnings"]
