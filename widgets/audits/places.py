"""Where rounds are made: the areas, lines and stations of the plant, what they are called and what lies in them."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING

from console.domain.checklists import Run
from widgets.calls.known import KnownCalls
from widgets.plain import plain
from widgets.times import zone_named

if TYPE_CHECKING:
    from console.app.console import Console


class Places:
    """Asks the plant as the console has it now."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._known = KnownCalls(console)

    def entries(self, area: str | None = None) -> list[tuple[str, str]]:
        """Id and words of every place where a round can be made, an area before its lines before their stations."""
        found: list[tuple[str, str]] = []
        for one in self._console.floor.plant.areas():
            if area in (None, one.id):
                found.append((one.id, plain(one.name, 60)))
                for line in one.lines:
                    found.append((line.id, self.words(line.id)))
                    found += [(station.id, self.words(station.id)) for station in line.stations]
        return found

    def words(self, place: str) -> str:
        """What a place is called, in short words."""
        area = next((one for one in self._console.floor.plant.areas() if one.id == place), None)
        if area is not None:
            return plain(area.name, 60)
        return self._known.place(place)

    def inside(self, place: str) -> tuple[str, ...]:
        """The place and everything in it, itself first."""
        found = [place]
        for area in self._console.floor.plant.areas():
            for line in area.lines:
                ids = [line.id, *(station.id for station in line.stations)]
                if place in (area.id, line.id):
                    found += [id for id in ids if id != place]
        return tuple(found)

    def in_area(self, place: str, area: str | None) -> bool:
        """Whether a place lies in an area; None: in any."""
        return area is None or place in self.inside(area)

    def zone(self) -> tzinfo | None:
        """The plant's clock."""
        return zone_named(self._console.floor.plant.timezone)

    def now(self) -> datetime:
        """The console's time."""
        return datetime.fromtimestamp(self._console.now(), UTC)

    def who(self, person: str) -> str:
        """What somebody is called; "" for nobody."""
        known = self._console.session.rights.people.get(person)
        return plain(known.name, 60) if known is not None else ""

    def run_words(self, run: Run) -> str:
        """Where a run is made."""
        return self.words(run.place)
