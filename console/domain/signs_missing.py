"""Silence: what is not heard any more, told once for the highest place where everything is silent."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from dataclasses import dataclass

from console.domain.signs_looks import Facts
from console.domain.signs_tracks import Link, Track
from console.domain.warning_rules import Fact, WarningRule

LEARNT = 100  # intervals before the usual one is believed
LEARNT_IN = (
    4 * 3600.0
)  # seconds for which a signal must have been heard before that: many come only while a machine works
LONGEST_FACTOR = 2.0  # times the longest interval so far: a signal that pauses at times is not missing then
RETRY = 5.0  # seconds after which is looked again whether others are silent, too
PATIENCE = 900.0  # seconds for which it is waited to know whether others are silent, too
UNKNOWN = 60.0  # seconds after which is looked again whether a signal's interval is known


@dataclass(slots=True)
class _Member:
    track: Track
    after: float = 0.0  # seconds of silence from which on it is overdue
    grace: float = 0.0  # nothing before this counts as silence
    waited: bool = False  # when it was due, nobody knew whether only it was silent
    spoke: float = 0.0  # when others were heard after that

    def since(self, link: Link) -> float:
        """When its silence began."""
        return max(self.track.heard, self.grace, link.since, self.track.spot.planned_since)


@dataclass(slots=True)
class _Node:
    count: int = 0
    overdue: int = 0
    heard: float = 0.0


@dataclass(frozen=True, slots=True)
class Silent:
    """One silence: of a signal, or of a place where nothing is heard any more."""

    key: str
    place: str
    facts: Facts


class Silence:
    """What one rule of missing data knows. `due`: when it wants to look again, seconds UTC."""

    def __init__(self, rule: WarningRule, link: Link, waken: Callable[[Silence], None]) -> None:
        self.rule = rule
        self.due = float("inf")
        self._link = link
        self._waken = waken
        self._members: dict[str, _Member] = {}
        self._dues: list[tuple[float, str]] = []
        self._fresh: set[str] = set()  # not heard yet
        self._overdue: dict[str, _Member] = {}
        self.told: set[str] = set()  # signals and places that are silent

    def watch(self, track: Track, now: float) -> None:
        """Listen for this signal's silence: from now on after a restart, else from its first reading on."""
        self._members[track.signal.id] = _Member(track, grace=now)
        if track.heard:
            self._await(now + 1.0, track.signal.id)
        else:
            self._fresh.add(track.signal.id)
            track.wakers.append(self)

    def wake(self, track: Track, at: float) -> None:
        """One that was overdue is heard again, or a new one for the first time."""
        if track.signal.id in self._fresh:
            self._fresh.remove(track.signal.id)
            track.wakers.remove(self)
            self._await(at + 1.0, track.signal.id)
        self.due = min(self.due, at)
        self._waken(self)

    def relink(self, at: float) -> None:
        """The connection stands again: look at what was overdue when it went."""
        if self._overdue:
            self.due = at
            self._waken(self)

    def look(self, at: float) -> list[Silent]:
        """Every silence of this moment."""
        self._find_overdue(at)
        found: dict[str, Silent] = {}
        waiting = False
        if self._link.up and self._overdue:
            nodes = self._nodes()
            if self._speaks_again(nodes, at):
                self._find_overdue(at)
                nodes = self._nodes()
            for id, member in self._overdue.items():
                silent = self._silent(id, member, nodes, at)
                waiting = waiting or silent is None
                if silent is not None:
                    found.setdefault(silent.key, silent)
        self.told = set(found)
        next_due = self._dues[0][0] if self._dues else float("inf")
        self.due = min(next_due, at + RETRY) if waiting else next_due
        return list(found.values())

    def _find_overdue(self, at: float) -> None:
        for id, member in list(self._overdue.items()):
            if member.since(self._link) + member.after > at or not member.track.spot.planned:
                del self._overdue[id]
                member.track.wakers.remove(self)
                member.track.missed -= 1
                member.waited, member.spoke = False, 0.0
                self._await(max(at + 1.0, member.since(self._link) + member.after), id)
        while self._dues and self._dues[0][0] <= at:
            _, id = heapq.heappop(self._dues)
            member = self._members[id]
            after = self._after(member)
            due = at + UNKNOWN if after is None else member.since(self._link) + after
            if due > at:
                self._await(due, id)
            elif not member.track.spot.planned:
                self._await(at + max(1.0, after or UNKNOWN), id)
            else:
                member.after = after or 0.0
                self._overdue[id] = member
                member.track.wakers.append(self)
                member.track.missed += 1

    def _after(self, member: _Member) -> float | None:
        """Seconds of silence after which this one is missing; None while its interval is not known."""
        if not self.rule.limit:
            return self.rule.over
        pulse = member.track.pulse
        usual = pulse.usual() if pulse is not None and pulse.count >= LEARNT and pulse.age >= LEARNT_IN else None
        if pulse is None or usual is None:
            return None
        return max(self.rule.over, self.rule.limit * usual, LONGEST_FACTOR * pulse.longest)

    def _nodes(self) -> dict[str, _Node]:
        nodes: dict[str, _Node] = {}
        for id, member in self._members.items():
            late = id in self._overdue
            for name in member.track.way:
                node = nodes.get(name)
                if node is None:
                    node = nodes[name] = _Node()
                node.count += 1
                node.overdue += late
                node.heard = max(node.heard, member.track.heard)
        return nodes

    def _silent(self, id: str, member: _Member, nodes: dict[str, _Node], at: float) -> Silent | None:
        """The silence that this one belongs to; None while it is not known whose it is."""
        key, count, heard = id, 1, member.track.heard
        place = member.track.place
        for name in reversed(member.track.way):
            node = nodes[name]
            if node.overdue == node.count:
                if node.count > count:
                    key = place = name
                    count = node.count
                heard = node.heard
                continue
            if key not in self.told and not self._alone(member, node.heard > heard + member.after / 2, at):
                return None
            break
        return Silent(key, place, self._facts(member, count, heard, at))

    def _alone(self, member: _Member, others: bool, at: float) -> bool:
        """Whether it is clear that others at the place still speak."""
        if not others:
            member.waited = True
            return at - member.since(self._link) - member.after > PATIENCE
        member.spoke = member.spoke or at
        return not member.waited or at - member.spoke >= member.after / 2

    def _facts(self, member: _Member, count: int, heard: float, at: float) -> Facts:
        facts = [Fact("silent", at - max(heard, member.since(self._link))), Fact("last", heard)]
        usual = member.track.pulse.usual() if member.track.pulse is not None else None
        if count > 1:
            facts.append(Fact("signals", float(count)))
        elif usual is not None:
            facts.append(Fact("interval", usual))
        facts.append(Fact("after", member.after))
        return tuple(facts)

    def _speaks_again(self, nodes: dict[str, _Node], at: float) -> bool:
        """Whether a silent place is heard again; each of its signals then has its time to follow."""
        again = {key for key in self.told if key in nodes and nodes[key].overdue < nodes[key].count}
        for member in self._members.values() if again else ():
            if any(name in again for name in member.track.way):
                member.grace = at
        return bool(again)

    def _await(self, due: float, id: str) -> None:
        heapq.heappush(self._dues, (due, id))
        self.due = min(self.due, due)
