"""Pieces that flow through the stations of one line, and everything that keeps them from it.

A discrete-event model: each station takes a piece from the buffer before it, works, and hands it on. A full buffer
blocks the station before it, an empty one starves the station behind it, so a stop travels in both directions.
"""

from __future__ import annotations

from random import Random
from typing import Protocol

from console.demo.agenda import Agenda
from console.demo.plant import DemoLine, Stop
from console.demo.post import Post
from console.domain.shifts import Calendar, Shift
from console.domain.stations import StationState

RUNNING, STARVED, BLOCKED = StationState.RUNNING, StationState.STARVED, StationState.BLOCKED
STOPPED, CHANGEOVER, BREAK = StationState.STOPPED, StationState.CHANGEOVER, StationState.PLANNED_STOP
AWAY = StationState.NOT_PLANNED
HELD = frozenset({STOPPED, CHANGEOVER, BREAK})  # takes no new piece whatever waits

PATIENCE = 0.6  # of the line's ideal cycle


class Listener(Protocol):
    """Whoever tells the world what happens on a line."""

    def state(self, post: Post, now: float) -> None:
        """A station changed its state, reason or alarm."""

    def took(self, post: Post, now: float) -> None:
        """A station took a piece."""

    def made(self, post: Post, now: float, good: bool) -> None:
        """A station finished a piece, or scrapped it."""

    def reworked(self, post: Post, now: float) -> None:
        """A station sent a piece through once more."""

    def checked(self, post: Post, now: float, passed: bool, piece: int) -> None:
        """A station tested a piece."""

    def order(self, now: float, closed: str) -> None:
        """Another order runs; `closed` is the one before, "" for the first."""


class Flow:
    """One line in motion. `entered` = out + scrapped + still on the line, always."""

    def __init__(
        self, line: DemoLine, seed: str, calendar: Calendar, start: float, agenda: Agenda, listener: Listener
    ) -> None:
        self.line, self._calendar, self._agenda, self._listener = line, calendar, agenda, listener
        self._random = Random(seed)
        self._patience = PATIENCE * line.pace.ideal
        self.posts = [Post(spec, index, start) for index, spec in enumerate(line.stations)]
        self.entered = 0
        self.order_nth, self.order_out = 0, 0
        self.paused = False
        self.changing: float | None = None  # when the changeover is to end
        self.shift: Shift | None = None
        self.shift_out = 0  # good pieces this shift
        self._long_stop: Post | None = None

    @property
    def order(self) -> str:
        """Id of the running order."""
        return self.line.order(self.order_nth)

    @property
    def product(self) -> str:
        """What the running order makes."""
        return self.line.product(self.order_nth)

    @property
    def on_line(self) -> int:
        """Pieces on the line now."""
        return sum(post.held for post in self.posts)

    def oee(self, now: float) -> float:
        """The line's own OEE this shift: good pieces at ideal pace over planned time so far, 0..1."""
        planned = self.shift.planned_seconds(self.shift.start, now) if self.shift else 0.0
        return min(1.0, self.shift_out * self.line.pace.ideal / planned) if planned > 0 else 0.0

    def begin(self, now: float) -> None:
        """Fill the line half and set everything going."""
        for post in self.posts:
            post.run_left = self._random.expovariate(1.0 / post.spec.mtbf)
            for _ in range(post.spec.room // 2):
                self.entered += 1
                post.buffer.append(self.entered)
        self._listener.order(now, "")
        self._shift(now)
        if not self.paused:
            for post in self.posts:
                self._try(post, now)

    def stop_long(self, index: int, stop: Stop, now: float) -> bool:
        """Stop a running station for long; the crews behind it leave. False when it is not running just now."""
        post = self.posts[index]
        if post.state is not RUNNING or post.timer is None:
            return False
        kind, due = post.timer
        post.left = due - now + (post.left if kind == "stop" else 0.0)
        self._long_stop = post
        self._halt(post, stop, now)
        for behind in self.posts[index + 1 :]:
            if behind.state is STARVED:
                self._leave_later(behind, now)
        return True

    # -- the cycle of a station

    def _try(self, post: Post, now: float) -> None:
        """Take the next piece if the station is free and there is one."""
        if post.piece is not None or post.state in HELD or self.paused:
            return
        if post.index == 0:
            if self.order_out + self.on_line >= self.line.quantity:
                self._clear(post, now)
                return
            self.entered += 1
            piece = self.entered
        elif post.buffer:
            piece = post.buffer.popleft()
        elif self.changing is not None and self.posts[post.index - 1].cleared:
            self._clear(post, now)
            return
        else:
            self._idle(post, STARVED, now)
            return
        post.piece = piece
        post.taken += 1
        post.cycle = post.spec.ideal * max(0.97, self._random.gauss(post.spec.slow, 0.035))
        self._work(post, now, post.cycle)
        self._listener.took(post, now)
        if post.index:
            self._hand_on(self.posts[post.index - 1], now)

    def _work(self, post: Post, now: float, seconds: float) -> None:
        post.wait += 1
        post.stop_due = now + post.run_left
        if post.run_left < seconds:
            post.left = seconds - post.run_left
            self._wait(post, "stop", now + post.run_left)
        else:
            post.run_left -= seconds
            self._wait(post, "finish", now + seconds)
        self._become(post, RUNNING, now)

    def _finish(self, post: Post, now: float) -> None:
        piece = post.piece
        assert piece is not None
        luck = self._random.random()
        scrapped = luck < post.spec.scrap
        if post.spec.checks:
            again = not scrapped and luck < post.spec.scrap + post.spec.rework
            self._listener.checked(post, now, not scrapped and not again, piece)
            if again:
                post.rework += 1
                self._listener.reworked(post, now)
                self._work(post, now, post.cycle)
                return
        if scrapped:
            post.scrap += 1
            post.order_scrap += 1
            post.piece = None
            self._listener.made(post, now, good=False)
            self._try(post, now)
            return
        post.good += 1
        post.order_good += 1
        post.done = True
        if post.index == len(self.posts) - 1:
            self.order_out += 1
            self.shift_out += 1
        self._listener.made(post, now, good=True)
        self._hand_on(post, now)

    def _hand_on(self, post: Post, now: float) -> None:
        """Give a finished piece to the buffer behind, or wait with it."""
        if not post.done or post.piece is None:
            return
        if post.index == len(self.posts) - 1:
            post.piece, post.done = None, False
            self._try(post, now)
            return
        behind = self.posts[post.index + 1]
        if len(behind.buffer) >= behind.spec.room:
            self._idle(post, BLOCKED, now)
            return
        behind.buffer.append(post.piece)
        post.piece, post.done = None, False
        self._try(behind, now)
        self._try(post, now)

    def _idle(self, post: Post, state: StationState, now: float) -> None:
        """Wait for a piece or for room; a controller shows that only when it lasts longer than its patience."""
        post.wait += 1
        if post.state is RUNNING:
            self._agenda.at(now + self._patience, self._show_idle, (post, post.wait, state))
        elif post.state is not AWAY:
            self._become(post, state, now)

    def _show_idle(self, now: float, what: tuple[Post, int, StationState]) -> None:
        post, wait, state = what
        if wait != post.wait or self.paused:
            return
        self._become(post, state, now)
        if state is STARVED and self._long_stop is not None and self._long_stop.index < post.index:
            self._leave_later(post, now)

    # -- stops

    def _halt(self, post: Post, stop: Stop, now: float) -> None:
        self._wait(post, "repair", now + self._random.uniform(stop.shortest, stop.longest))
        self._become(post, STOPPED, now, stop.reason, stop.alarm)

    def _stop(self, post: Post, now: float) -> None:
        stops = post.spec.stops
        chosen = self._random.choices(stops, [stop.weight for stop in stops])[0]
        self._halt(post, chosen, now)

    def _repair(self, post: Post, now: float) -> None:
        post.run_left = self._random.expovariate(1.0 / post.spec.mtbf)
        self._work(post, now, post.left)
        if post is self._long_stop:
            self._long_stop = None
            for behind in self.posts:
                if behind.state is AWAY and not behind.cleared:
                    self._become(behind, STARVED, now)
                    self._try(behind, now)

    def _leave_later(self, post: Post, now: float) -> None:
        if post.spec.leaves:
            self._agenda.at(now + self._random.uniform(20, 60), self._leave, post)

    def _leave(self, now: float, post: Post) -> None:
        if self._long_stop is not None and post.state is STARVED and not self.paused:
            self._become(post, AWAY, now)

    # -- changeover

    def _clear(self, post: Post, now: float) -> None:
        """The order's last piece has passed: set the station up for the next order."""
        if post.cleared:
            return
        if self.changing is None:
            self.changing = now + self.line.changeover * self._random.uniform(0.9, 1.15)
            self._agenda.at(self.changing, self._set_up)
        post.cleared = True
        self._become(post, AWAY if post.spec.leaves else CHANGEOVER, now)
        if post.index + 1 < len(self.posts):
            self._try(self.posts[post.index + 1], now)

    def _set_up(self, now: float, _: object) -> None:
        if self.paused or not all(post.cleared for post in self.posts):
            self._agenda.at(now + 15.0, self._set_up)
            return
        self.changing = None
        for post in self.posts:
            post.cleared = False
        self._next_order(now)
        for post in self.posts:
            self._become(post, STARVED, now)
        for post in self.posts:
            self._try(post, now)

    def _next_order(self, now: float) -> None:
        closed = self.order
        self.order_nth += 1
        self.order_out = 0
        for post in self.posts:
            post.order_good = post.order_scrap = 0
        self._listener.order(now, closed)

    # -- shifts and breaks

    def _shift(self, now: float, _: object = None) -> None:
        """Begin the shift that is on now; plan its breaks and the next one."""
        shift = self._calendar.shift_at(now)
        first = self.shift is None and not self.shift_out
        self.shift, self.shift_out = shift, 0
        if shift is None:
            self._pause(now, AWAY)
            following = self._calendar.next_shift(now)
            if following is not None:
                self._agenda.at(following.start, self._shift)
            return
        if self.line.order_per_shift and not first and self.changing is None:
            self._next_order(now)
        for begin, end, _name in shift.breaks:
            if begin > now:
                self._agenda.at(begin, self._pause, BREAK)
            if end > now:
                self._agenda.at(end, self._resume)
        self._agenda.at(shift.end, self._shift)
        if shift.in_break(now):
            self._pause(now, BREAK)
        else:
            self._resume(now)

    def _pause(self, now: float, state: StationState) -> None:
        if self.paused:
            return
        self.paused = True
        for post in self.posts:
            kind, due = post.timer or ("", now)
            post.kept = (post.state, post.reason, post.alarm, kind, due - now)
            post.timer = None
            post.token += 1
            self._become(post, state, now)

    def _resume(self, now: float, _: object = None) -> None:
        if not self.paused:
            return
        self.paused = False
        for post in self.posts:
            if post.kept is None:
                continue
            state, reason, alarm, kind, left = post.kept
            post.kept = None
            if kind:
                self._wait(post, kind, now + left)
                post.stop_due = now + left if kind == "stop" else now + left + post.run_left
            self._become(post, state, now, reason, alarm)
        for post in self.posts:
            self._hand_on(post, now)
            self._try(post, now)

    # -- timers and states

    def _wait(self, post: Post, kind: str, due: float) -> None:
        post.token += 1
        post.timer = (kind, due)
        self._agenda.at(due, self._due, (post, post.token))

    def _due(self, now: float, what: tuple[Post, int]) -> None:
        post, token = what
        if token != post.token or post.timer is None:
            return
        kind, _ = post.timer
        post.timer = None
        if kind == "finish":
            self._finish(post, now)
        elif kind == "stop":
            self._stop(post, now)
        else:
            self._repair(post, now)

    def _become(self, post: Post, state: StationState, now: float, reason: str = "", alarm: str = "") -> None:
        if (state, reason, alarm) == (post.state, post.reason, post.alarm):
            return
        post.state, post.reason, post.alarm, post.since = state, reason, alarm, now
        post.wait += 1
        self._listener.state(post, now)
