"""What a board of the past is made from: the history, the plant as its file describes it now, what is known beside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from console.domain.plant import Plant
from console.domain.readings import Reading, Role, Signal
from console.domain.shifts import Calendar

if TYPE_CHECKING:
    from console.history.facts import State, Window

BACK = 26 * 3600.0  # the longest look back for a shift, seconds
Item = tuple[float, Reading | str]  # when it was heard; a reading, or the station that was heard


class Memory(Protocol):
    """What the console's history is asked here; `console.history.History` is one."""

    def first(self) -> float | None:
        """The oldest time of which something is kept."""

    def last(self, signal: Signal | str, before: float | None = None) -> Reading | None:
        """The newest reading of a signal before a time."""

    def states(self, signal: Signal | str, start: float, end: float) -> list[State]:
        """Values of a signal and how long each was held."""

    def signals(self) -> tuple[Signal, ...]:
        """Every signal that was ever heard."""

    def window(self, signal: Signal | str, start: float, end: float, points: int | None = None) -> Window:
        """A signal between two times; of "" nothing but the gaps."""

    def replay(self, start: float, end: float, signals: Iterable[str] | None = None) -> Iterator[Reading]:
        """Readings in the order heard."""

    def pulses(self, start: float, end: float, groups: Mapping[str, tuple[Sequence[str], float]]) -> Iterator[Item]:
        """When something was heard of each group."""

    def flush(self, timeout: float = 30.0) -> bool:
        """Wait until everything that was heard can be read."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a past is lived through with."""

    memory: Memory
    plant: Plant  # as the file describes it now, with calendars of its own
    first_seen: Mapping[str, float]  # by line: when this console watched it for the first time ever
    away: Callable[[float, float], list[tuple[float, float]]]  # when the console itself was off
    now: Callable[[], float]


class NoPast(Exception):
    """Nothing is kept of that time; `first` is since when something is (seconds UTC), None where nothing is at all."""

    def __init__(self, first: float | None) -> None:
        super().__init__("nothing is kept of that time")
        self.first = first


class OwnSignals:
    """Signals of the history, numbered as a floor wants them: those of the plant first."""

    def __init__(self, plant: Plant) -> None:
        self._of_plant = {_same(signal): signal for signal in plant.signals}
        self._next = len(plant.signals)
        self._met: dict[int, tuple[Signal, Signal]] = {}  # by the identity of the history's, which is held here, too

    def known(self, signal: Signal) -> Signal:
        """The plant's own where it is the same, else one with a number of its own."""
        met = self._met.get(id(signal))
        if met is None:
            found = self._of_plant.get(_same(signal))
            if found is None:
                found = self._of_plant[_same(signal)] = replace(signal, index=self._next)
                self._next += 1
            met = self._met[id(signal)] = (signal, found)
        return met[1]


def _same(signal: Signal) -> tuple[object, ...]:
    return signal.place, signal.name, signal.role, signal.pulse


def needed(facts: Facts) -> tuple[dict[str, Signal], dict[str, tuple[Sequence[str], float]]]:
    """The signals of which every reading is heard, by id, and those of each station of which only that it spoke."""
    plant = facts.plant
    stations = {station.id: station for station in plant.stations()}
    places = {*stations, *(line.id for line in plant.lines())}
    watched = {signal.id for signal in plant.signals if signal.stuck_after}
    wanted: dict[str, Signal] = {}
    spoke: dict[str, list[str]] = {}
    for signal in facts.memory.signals():
        if signal.place not in places:
            continue
        if signal.role is not Role.TAG or signal.id in watched:
            wanted[signal.id] = signal
        elif signal.place in stations:
            spoke.setdefault(signal.place, []).append(signal.id)
    return wanted, {place: (ids, stations[place].expected_interval) for place, ids in spoke.items()}


def own_plant(plant: Plant) -> Plant:
    """The plant for another thread: calendars remember the shift that was asked for last, signals grow meanwhile."""
    own = {id: replace(one) if isinstance(one, Calendar) else one for id, one in plant.calendars.items()}
    return replace(plant, calendars=own, signals=tuple(plant.signals))


def _calendars(plant: Plant) -> list[Calendar]:
    default = Calendar("", plant.timezone)
    used = {line.calendar for line in plant.lines()}
    found = [plant.calendars.get(id) for id in used]
    return [one if isinstance(one, Calendar) else default for one in found]


def shift_begins(plant: Plant, at: float) -> float:
    """Since when the earliest of the shifts goes that are on at a time, or since when there is none."""
    return max(min([calendar.since(at) for calendar in _calendars(plant)] or [at]), at - BACK)


def edges(plant: Plant, start: float, end: float) -> list[float]:
    """When shifts and breaks begin and end."""
    found = set()
    for calendar in _calendars(plant):
        for shift in calendar.shifts_between(start, end):
            found |= {shift.start, shift.end, *(edge for since, until, _ in shift.breaks for edge in (since, until))}
    return sorted(found)
