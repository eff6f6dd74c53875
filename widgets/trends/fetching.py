"""Asking for the windows that the Trends screen shows, and for no more of them than a pixel would tell apart.

What is shown is asked for first; then again with as much on both sides as a hand pans at once. What came stays until
what replaces it has come. A live axis is read again when it has moved by a pixel, never while a question is open.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil, floor
from typing import TYPE_CHECKING
from uuid import uuid4

import numpy as np

from console.domain.readings import Reading, Role
from console.domain.readings import Signal as PlantSignal
from widgets.refusals import words_of
from widgets.trends.curves import Curve, curve_of

if TYPE_CHECKING:
    from console.app.trends import Past
    from console.history.facts import State, Window
    from widgets.trends.model import TrendModel

FINER = 1  # steps a pixel; a step of a minute or an hour may be two pixels wide
MARGIN, LEFT, ENOUGH = 0.75, 0.25, 0.25  # of the length shown: asked for on both sides; when live; when to ask again
FEW = 100  # samples below which the one before them matters
IDLE_MOST = 20_000  # samples of a count up to which its pauses are told from gaps
AGAIN = 5.0  # seconds until a question that failed is asked again
SETTLED = 2.0  # seconds after which a reading that was heard can be read
COUNTS = frozenset({Role.GOOD, Role.SCRAP, Role.REWORK, Role.TARGET})
NUMBERS = COUNTS | {Role.CYCLE, Role.OEE}
WORDS = frozenset(Role) - NUMBERS - {Role.TAG}
Key = tuple[str, float]  # pen and shift


@dataclass(frozen=True, slots=True)
class Question:
    """What was asked: [start, end) to pixels of so many seconds; `number` tells newer questions from older ones."""

    start: float
    end: float
    pixel: float
    number: int
    known: float  # up to when anything could be known when it was asked
    wide: bool = True  # with what is beside the stretch that is shown

    def covers(self, start: float, end: float, pixel: float) -> bool:
        """Whether a stretch can be drawn from the answer as well as from one of its own."""
        return self.start <= start and min(self.end, self.known) >= end and self.pixel <= pixel * 1.01


@dataclass(frozen=True, slots=True)
class Held:
    """What has come: a window of a pen with numbers and its line, or its states."""

    question: Question
    window: Window | None
    curve: Curve | None
    states: tuple[State, ...] | None


@dataclass(frozen=True, slots=True)
class Told:
    """An answer of the reading thread: a line, or states."""

    curve: Curve | None
    states: tuple[State, ...] | None


@dataclass(frozen=True, slots=True)
class Known:
    """What the history knows of a pen besides."""

    newest: Reading | None
    former: PlantSignal | None  # the signal, where the plant does not have it


class Fetching:
    """Keeps the windows of one `TrendModel`."""

    def __init__(self, model: TrendModel) -> None:
        self._model = model
        self._held: dict[Key, Held] = {}
        self._asked: dict[Key, Question] = {}
        self._failed: dict[str, tuple[str, float]] = {}  # why, and when it is tried again
        self._words: dict[str, bool] = {}  # pens whose values are words, as far as is known
        self._looked: set[str] = set()  # pens of which the history was asked what it knows besides
        self._number = 0
        self._name = uuid4().hex

    def held(self, id: str, shift: float) -> Held | None:
        """What has come of a pen; it may be of an older stretch."""
        return self._held.get((id, shift))

    def trouble(self, id: str) -> str:
        """Why nothing came."""
        return self._failed.get(id, ("", 0.0))[0]

    def keep_only(self, ids: set[str]) -> None:
        """Forget pens that are drawn no more, and what is compared no more."""
        shifts = {0.0, *(one.shift for one in self._model.compared)}
        self._held = {key: held for key, held in self._held.items() if key[0] in ids and key[1] in shifts}
        self._asked = {key: asked for key, asked in self._asked.items() if key[0] in ids and key[1] in shifts}
        self._failed = {id: why for id, why in self._failed.items() if id in ids}
        self._looked &= ids

    def forget(self) -> None:
        """Nothing that was asked before counts any more; what has come is shown until it is replaced."""
        self._asked.clear()
        self._failed.clear()
        stale = Question(0.0, 0.0, 0.0, self._number, 0.0)
        self._held = {key: Held(stale, held.window, held.curve, held.states) for key, held in self._held.items()}

    def beat(self, now: float) -> None:
        """Ask for what a live axis has come to, for what is beside it, and again for what could not be read.

        What is beside it waits for this, so that what is seen is painted first.
        """
        if self._model.pens:
            self.look(beside=True)
        for pen in self._model.pens:
            if pen.id not in self._looked and (pen.id, 0.0) in self._held:
                self._look_besides(pen.id)

    def look(self, ids: list[str] | None = None, beside: bool = False) -> None:
        """Ask for what these pens, or all, need to be drawn and do not have; `beside`: and for what is beside it."""
        if self._model.console.trends is None:
            return
        now = self._model.console.now()
        wanted = None if ids is None else set(ids)
        for pen in self._model.pens:
            waits = self._failed.get(pen.id, ("", 0.0))[1] > now
            if pen.shown and not waits and (wanted is None or pen.id in wanted):
                for shift in (0.0, *(one.shift for one in self._model.compared)):
                    self._look(pen.id, shift, now, beside)

    def _look(self, id: str, shift: float, now: float, beside: bool) -> None:
        model, key = self._model, (id, shift)
        pixel, length = model.pixel, model.length
        start, end = model.start - shift, min(model.end - shift, now - pixel)
        held, asked = self._held.get(key), self._asked.get(key)
        if asked is not None and asked.covers(start, end, pixel):
            return
        if held is None or not held.question.covers(start, end, pixel):
            known = held is not None and held.question.pixel <= pixel * 1.01 and held.question.end > start
            before, after = (LEFT, 0.0) if model.live else (MARGIN, MARGIN)
            self._ask(key, before * length * known, after * length * known, now)
        elif beside and asked is None and not model.live:
            room = ENOUGH * length
            if not held.question.covers(start - room, min(end + room, now - room), pixel):
                self._ask(key, MARGIN * length, MARGIN * length, now)

    def _ask(self, key: Key, before: float, after: float, now: float) -> None:
        trends, model = self._model.console.trends, self._model
        assert trends is not None
        id, shift = key
        self._number += 1
        step = model.pixel / FINER
        start = floor((model.start - shift - before) / step) * step  # steps that stay where they are while time goes on
        end = min(model.end - shift + after, max(now, start) + 1.0)
        points = max(ceil((end - start) / step), 2)
        wide = before > 0
        asked = Question(start, start + points * step, model.pixel, self._number, now - SETTLED, wide)
        self._asked[key] = asked
        signal = self._model.signal(id)
        words = self._words.get(id) if signal is None or signal.role is Role.TAG else signal.role in WORDS
        role = signal.role if signal is not None else Role.TAG

        def job(past: Past) -> Told:
            curve = None if words else read(past, id, asked, points, role)
            if words or (words is None and curve is not None and doubtful(curve) and says_words(past, id)):
                return Told(None, tuple(joined(past.states(id, asked.start, asked.end), asked.pixel)))
            return Told(curve, None)

        def came(told: Told) -> None:
            self._came(key, asked, told)

        def failed(error: Exception) -> None:
            if self._asked.get(key) == asked:
                del self._asked[key]
                self._failed[id] = (words_of(error) or type(error).__name__, self._model.console.now() + AGAIN)
                self._model.data_changed.emit(id)

        trends.ask(job, came, failed, f"pen {self._name} {id} {shift}")

    def _came(self, key: Key, asked: Question, told: Told) -> None:
        id, shift = key
        if self._asked.get(key) == asked:
            del self._asked[key]
        held = self._held.get(key)
        if shift not in (0.0, *(one.shift for one in self._model.compared)):
            return
        if (held is not None and held.question.number > asked.number) or all(pen.id != id for pen in self._model.pens):
            return
        self._failed.pop(id, None)
        if told.states is not None or (told.curve is not None and not doubtful(told.curve)):
            self._words[id] = told.states is not None
        self._held[key] = Held(asked, told.curve.window if told.curve else None, told.curve, told.states)
        self._model.data_changed.emit(id)

    def _look_besides(self, id: str) -> None:
        """Once for each pen: its last reading, and the signal itself where the plant does not have it (any more)."""
        model = self._model
        if model.console.trends is None:
            return
        self._looked.add(id)
        gone = model.signal(id) is None

        def job(past: Past) -> Known:
            return Known(past.last(id), remembered(past, id) if gone else None)

        def came(known: Known) -> None:
            if gone:
                model.remember(id, known.former)
            model.learn(known.newest, id)
            model.data_changed.emit(id)

        model.console.trends.ask(job, came, lambda _: self._looked.discard(id))


def read(past: Past, id: str, asked: Question, points: int, role: Role) -> Curve:
    """On the reading thread: the line of a pen; where there are few samples it comes from the one before them."""
    window = past.window(id, asked.start, asked.end, points)
    few = window.mins is None and len(window) < FEW
    if role in NUMBERS and len(window.gaps):
        window = unless_idle(past, window)
    before = past.last(id, asked.start) if few and past.knows(id, asked.start) else None
    return curve_of(window, before, role in COUNTS)


def unless_idle(past: Past, window: Window) -> Window:
    """A count that does not count is idle, not unknown: its gaps are those while nobody listened."""
    count = len(window) if window.counts is None else int(window.counts.sum())
    if count > IDLE_MOST:
        return window
    unheard = [
        (one.since, one.until) for one in past.states(window.signal, window.start, window.end) if one.value is None
    ]
    kept = [gap for gap in window.gaps.tolist() if any(a < gap[1] and b > gap[0] for a, b in unheard)]
    return replace(window, gaps=np.array(kept, np.float64).reshape(-1, 2))


def remembered(past: Past, id: str) -> PlantSignal | None:
    """On the reading thread: a signal as a history knows it, its own or another one ("name:id")."""
    name, colon, rest = id.partition(":")
    if not colon or name not in past.others:
        return next((one for one in past.signals() if one.id == id), None)
    find = getattr(past.others[name], "find", None)
    return next((one for one in (find(rest) if find is not None else ()) if one.id == rest), None)


def doubtful(curve: Curve) -> bool:
    """Whether the values may be words, or yes and no: there is no number, or none but 0 and 1."""
    values = curve.values[~np.isnan(curve.values)]
    return bool(((values == 0) | (values == 1)).all())


def says_words(past: Past, id: str) -> bool:
    """On the reading thread: whether the last value of a pen is a word, or yes or no."""
    last = past.last(id)
    return last is not None and isinstance(last.value, str | bool)


def joined(states: list[State], pixel: float) -> list[State]:
    """Of states that share a pixel only the longest is left, so that a month of them is drawn as fast as a minute."""
    if len(states) < 2 or min(state.until - state.since for state in states) >= pixel:
        return states
    found: list[State] = []
    begun, longest = -1, 0.0
    for state in states:
        pixel_of, lasted = int(state.since // pixel), state.until - state.since
        if pixel_of == begun and found:
            if lasted <= longest:
                continue
            found.pop()
        found.append(state)
        begun, longest = pixel_of, lasted
    return found
