"""Signs of trouble: rules over what is heard, before anything is wrong. What they see is the same live and replayed.

Time moves only by what is told (each reading's `heard_at`, each `beat`), so it does not matter how often the engine is
asked: every look at a signal falls due at its own time.
"""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from console.domain.plant import Plant
from console.domain.readings import Reading, Signal
from console.domain.signs_drift import other_days
from console.domain.signs_looks import Facts, control, drift
from console.domain.signs_material import COUNTS_KEPT, Pieces
from console.domain.signs_missing import Silence
from console.domain.signs_series import Pulse
from console.domain.signs_told import Asked, Charted, Gone, Seen, SignOutcome, Spell
from console.domain.signs_tracks import Link, Spot, Track
from console.domain.signs_watches import LINES, DriftWatch, MaterialWatch, Watch
from console.domain.warning_rules import Sign, WarningRule

SIGNALS_MOST = 20_000  # that are told apart at once; signals made anew by a replay are found by their ids again


@dataclass(slots=True)
class _Lasting:
    """Something that was seen and is not gone."""

    place: str
    away: float | None = None  # since when it is not seen any more
    due: float = float("inf")  # when it counts as gone


class SignEngine:
    """All active rules and what they know of each signal. Not thread-safe: it belongs to the main thread."""

    def __init__(
        self,
        rules: Iterable[WarningRule],
        plant: Plant,
        ways: Mapping[str, tuple[str, ...]],
        time_of: Callable[[Reading], float] | None = None,
    ) -> None:
        """`ways`: ids from the site down to a place, by the place's id. `time_of`: when a reading happened (s UTC)."""
        active = sorted((rule for rule in rules if rule.active), key=lambda rule: (rule.order, rule.id))
        self.rules = {rule.id: rule for rule in active}
        self._ways = ways
        self._time_of = time_of
        self._zone = plant.timezone
        self._paces = {line.id: line.pace_station.id for line in plant.lines() if line.pace_station is not None}
        self._link = Link()
        self._spots: dict[str, Spot] = {}
        self._tracks: dict[Signal, Track | None] = {}  # None: no rule looks at it
        self._by_id: dict[str, Track] = {}
        self._silences = {r.id: Silence(r, self._link, self._schedule) for r in active if r.sign is Sign.MISSING}
        self._pieces: dict[str, Pieces] = {}
        self._orders: dict[str, float] = {}
        self._means: dict[tuple[str, str], tuple[float, float]] = {}  # of drift: when it was asked, and the mean then
        self._asked: list[Asked] = []
        self._lasting: dict[tuple[str, str], _Lasting] = {}
        self._heap: list[tuple[float, int, Any]] = []  # due, number, what: Watch, Silence or the key of what lasts
        self._numbers = 0
        self._now = 0.0
        self._out: list[SignOutcome] = []
        self._kept: dict[str, Any] = {}  # of tracks that were not heard again since a restart
        self._counts_apart = min((r.over for r in active if r.per_piece or r.sign is Sign.MATERIAL), default=0.0)
        self._signals = {signal.id: signal for signal in plant.signals}

    def watches(self, signal: Signal) -> bool:
        """Whether any rule looks at this signal."""
        return self._track(signal) is not None

    def hear(self, readings: Iterable[Reading], now: float) -> None:
        """Take a beat's readings, in the order heard; quick for signals that no rule looks at."""
        tracks, heap = self._tracks, self._heap
        for reading in readings:
            signal = reading.signal
            if signal not in tracks:
                self._track(signal)
            track = tracks[signal]
            if track is None:
                continue
            heard = reading.heard_at
            if heap and heap[0][0] <= heard:
                self._advance(heard)
            elif heard > self._now:
                self._now = heard
            track.hear(reading)
            if track.wakers and not reading.retained:
                for waker in track.wakers[:]:
                    waker.wake(track, heard)
        self._advance(now)

    def state(self, place: str, running: bool | None, at: float, planned: bool = True) -> None:
        """A station runs or not (None: not known), and whether it is planned to: tell at each change."""
        self._advance(at)
        self._spot(place).tell(running, planned, at)

    def link(self, up: bool, at: float) -> None:
        """The connection to the broker stands or not; while it does not, nothing is missing."""
        self._advance(at)
        again, self._link.up = up and not self._link.up, up
        if again:
            self._link.since = at
            for silence in self._silences.values():
                silence.relink(at)

    def made(self, place: str, total: int, at: float) -> None:
        """Pieces made at a station so far, good and scrapped; for consumption by the piece. Tell at each change."""
        if self._counts_apart:
            self._pieces.setdefault(place, Pieces()).count(total, at, 2 * self._counts_apart / COUNTS_KEPT)

    def order(self, line: str, remaining: float | None, at: float) -> None:
        """Pieces still to be made of the order that runs at a line; None: not known."""
        if remaining is None:
            self._orders.pop(line, None)
        else:
            self._orders[line] = remaining

    def charted(self, point: Charted) -> None:
        """A control chart has a new point."""
        self._advance(point.at)
        way = self._ways.get(point.place, (point.place,))
        for rule in self.rules.values():
            if rule.sign is Sign.CONTROL and rule.means_chart(point.chart, point.signal, way):
                self._set(rule, point.signal, point.place, point.at, control(point))

    def needs(self) -> list[Asked]:
        """What must be known of the past for rules of drift; each question is given once."""
        asked, self._asked = self._asked, []
        return asked

    def told(self, asked: Asked, spells: Sequence[Spell | None]) -> None:
        """The answer: one for each stretch, None where nothing is known. `console.history.drift.spells` finds them."""
        at, mean = self._means.get((asked.rule, asked.signal), (0.0, 0.0))
        rule = self.rules.get(asked.rule)
        if rule is not None and at == asked.at:
            del self._means[asked.rule, asked.signal]
            self._set(rule, asked.signal, asked.place, max(at, self._now), drift(rule, mean, spells))

    def beat(self, now: float) -> list[SignOutcome]:
        """Let time pass up to `now` (seconds UTC) and tell what was seen and what is gone since the last beat."""
        self._advance(now)
        found, self._out = self._out, []
        return found

    def snapshot(self, full: bool = True) -> dict[str, Any]:
        """What a restart needs, as JSON can hold it.

        Not `full`: without what the windows hold, quick enough to be taken every few seconds with a thousand signals;
        after a restart from it, what lasted still lasts, and lines are drawn again when their windows are filled.
        """
        return {
            "now": self._now,
            "lasting": [[*key, lasting.place] for key, lasting in self._lasting.items()],
            "tracks": self._kept | {id: track.kept(full) for id, track in self._by_id.items() if track.heard},
            "orders": dict(self._orders),
        }

    def restore(self, snapshot: Mapping[str, Any], now: float) -> None:
        """Go on from a snapshot; what rules that are gone had seen is forgotten.

        What lasted is gone unless it is seen again within the rule's window and off-delay.
        """
        self._now = max(self._now, now)
        self._link.since = now
        self._kept = dict(snapshot.get("tracks", {}))
        self._orders = dict(snapshot.get("orders", {}))
        for id in [id for id in self._kept if id in self._signals]:
            self._track(self._signals[id])
        for rule, signal, place in snapshot.get("lasting", ()):
            if rule in self.rules:
                due = now + max(self.rules[rule].off_delay, self.rules[rule].over)
                self._lasting[rule, signal] = _Lasting(place, now, due)
                self._push(due, (rule, signal))

    # Signals

    def _spot(self, place: str) -> Spot:
        return self._spots.setdefault(place, Spot())

    def _track(self, signal: Signal) -> Track | None:
        if signal in self._tracks:
            return self._tracks[signal]
        if len(self._tracks) >= SIGNALS_MOST:
            self._tracks.clear()
        id = signal.id
        track = self._by_id.get(id)
        if track is None:
            way = self._ways.get(signal.place, (signal.place,))
            meant = [rule for rule in self.rules.values() if _looks_at(rule, signal, way)]
            track = self._made(signal, way, meant) if meant else None
        self._tracks[signal] = track
        return track

    def _made(self, signal: Signal, way: tuple[str, ...], rules: Sequence[WarningRule]) -> Track:
        spot = self._spot(signal.place)
        track = self._by_id[signal.id] = Track(signal, way, spot, self._link, self._time_of)
        spot.tracks.append(track)
        for rule in rules:
            if rule.sign is Sign.MISSING:
                track.pulse = track.pulse or Pulse()
        watches = [watch for rule in rules if (watch := self._watch(rule, track)) is not None]
        if signal.id in self._kept:
            track.restore(self._kept.pop(signal.id))
        for watch in watches:
            watch.waken = self._schedule
            self._sleep(watch)
        for rule in rules:
            if rule.sign is Sign.MISSING:
                self._silences[rule.id].watch(track, self._now)
                self._schedule(self._silences[rule.id])
        return track

    def _watch(self, rule: WarningRule, track: Track) -> Watch | None:
        if rule.sign in LINES:
            return LINES[rule.sign](rule, track)
        if rule.sign is Sign.DRIFT:
            return DriftWatch(rule, track, self._ask)
        if rule.sign is Sign.MATERIAL:
            return MaterialWatch(rule, track, self._pieces, self._orders, self._paces)
        return None

    def _ask(self, watch: DriftWatch, at: float, mean: float) -> None:
        rule, signal = watch.rule, watch.track.signal.id
        self._means[rule.id, signal] = (at, mean)
        self._asked.append(
            Asked(rule.id, signal, watch.track.place, at, other_days(at, rule.over, rule.days, self._zone))
        )

    # Time

    def _push(self, due: float, what: object) -> None:
        self._numbers += 1
        heapq.heappush(self._heap, (due, self._numbers, what))

    def _schedule(self, what: Silence | Watch) -> None:
        if what.due < float("inf"):
            self._push(what.due, what)

    def _sleep(self, watch: Watch) -> None:
        """It looks again when its signal was heard."""
        watch.due, watch.shown = float("inf"), 0
        watch.track.wakers.append(watch)

    def _advance(self, now: float) -> None:
        heap = self._heap
        while heap and heap[0][0] <= now:
            due, _, what = heapq.heappop(heap)
            self._now = max(self._now, due)
            if isinstance(what, Watch):
                if what.due == due:
                    self._look(what, due)
            elif isinstance(what, Silence):
                if what.due == due:
                    self._listen(what, due)
            else:
                self._end(what, due)
        self._now = max(self._now, now)

    def _look(self, watch: Watch, at: float) -> None:
        rule, track = watch.rule, watch.track
        looks = watch.looks()
        facts = watch.look(at) if looks else None
        watch.shown = watch.shown + 1 if facts is not None else 0 if looks else watch.shown
        key = (rule.id, track.signal.id)
        decided = facts is None or watch.shown >= watch.holds or key in self._lasting
        asked = rule.sign is Sign.DRIFT and self._means.get(key, (0.0, 0.0))[0] == at  # the answer decides
        if decided and not asked:
            self._set(rule, track.signal.id, track.place, at, facts)
        if watch.tired(at):
            self._sleep(watch)
        else:
            watch.due = watch.next_after(at)
            self._schedule(watch)

    def _listen(self, silence: Silence, at: float) -> None:
        rule = silence.rule
        before = silence.told
        found = {silent.key: silent for silent in silence.look(at)}
        for silent in found.values():
            self._set(rule, silent.key, silent.place, at, silent.facts)
        for key in sorted(before - set(found)):
            self._set(rule, key, "", at, None)
        self._schedule(silence)

    # What follows

    def _set(self, rule: WarningRule, signal: str, place: str, at: float, facts: Facts | None) -> None:
        """A rule sees its sign, or does not (any more)."""
        key = (rule.id, signal)
        lasting = self._lasting.get(key)
        if facts is not None:
            if lasting is None:
                self._lasting[key] = _Lasting(place)
                self._out.append(Seen(rule.id, rule.sign, signal, place, at, facts))
            else:
                lasting.away, lasting.due = None, float("inf")
        elif lasting is not None and lasting.away is None:
            lasting.away, lasting.due = at, at + rule.off_delay
            self._push(lasting.due, key)

    def _end(self, key: tuple[str, str], at: float) -> None:
        lasting = self._lasting.get(key)
        if lasting is not None and lasting.due == at:
            del self._lasting[key]
            self._out.append(Gone(*key, at))


def _looks_at(rule: WarningRule, signal: Signal, way: tuple[str, ...]) -> bool:
    """Whether a rule has anything to look at: charts are told by others, and without limits there is none to meet."""
    bare = signal.low is None and signal.high is None
    return not (rule.sign is Sign.CONTROL or (bare and rule.sign is Sign.FORECAST)) and rule.means(signal, way)


__all__ = ["Asked", "Charted", "Gone", "Seen", "SignEngine", "SignOutcome", "Spell"]
