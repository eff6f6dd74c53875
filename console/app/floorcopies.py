"""Copies of a floor: one more that goes its own way, or one put aside as bytes, which no collector looks at."""

from __future__ import annotations

import copyreg
import io
import itertools
import pickle
from collections.abc import Callable
from typing import Any
from weakref import WeakValueDictionary

from console.domain.floor import Floor
from console.domain.plant import Line, Plant, Station
from console.domain.readings import Signal
from console.domain.shifts import Calendar

SHARED = (Plant, Line, Station, Signal, Calendar)
_numbers = itertools.count()
_known: WeakValueDictionary[int, FloorCopies] = WeakValueDictionary()


class FloorCopies:
    """Copies of floors of one plant. What never changes (plant, stations, signals, calendars) all copies share."""

    def __init__(self, plant: Plant) -> None:
        calendars = [one for one in plant.calendars.values() if isinstance(one, Calendar)]
        self.parts: list[Any] = [plant, *calendars, *plant.lines(), *plant.stations(), *plant.signals]
        self._places = {id(part): place for place, part in enumerate(self.parts)}
        self._number = next(_numbers)
        _known[self._number] = self
        self._ways: dict[type, Callable[[Any], Any]] = {**copyreg.dispatch_table, **dict.fromkeys(SHARED, self._way)}

    def put_aside(self, *floors: Floor | None) -> bytes:
        """Floors as bytes that `again` makes floors of."""
        buffer = io.BytesIO()
        writer = pickle.Pickler(buffer, pickle.HIGHEST_PROTOCOL)
        writer.dispatch_table = self._ways
        writer.dump(floors)
        return buffer.getvalue()

    def again(self, kept: bytes) -> tuple[Floor | None, ...]:
        """The floors that were put aside, made anew each time."""
        made: tuple[Floor | None, ...] = pickle.loads(kept)
        return made

    def one_more(self, floor: Floor) -> Floor:
        """The same floor once more."""
        made = self.again(self.put_aside(floor))[0]
        assert made is not None
        return made

    def _way(self, part: Any) -> Any:
        place = self._places.get(id(part))
        return part.__reduce_ex__(4) if place is None else (_part, (self._number, place))


def _part(number: int, place: int) -> Any:
    return _known[number].parts[place]
