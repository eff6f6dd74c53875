"""A console of the past, as far as the parts of the board look at one: it tells what was and takes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from console.app.figures import Figures
from console.domain.floor import Floor
from console.domain.plant import Plant

if TYPE_CHECKING:
    from console.app.console import Console
    from console.app.timemachine import Moment
    from console.telemetry.plantfile import PlantFile


class PastConsole:
    """Floor, clock and figures of the moment that is shown. There is no office here, no session and no calls."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self.moment: Moment | None = None
        self.empty = Floor(Plant("", "UTC", ()), 0.0)
        self.figures = Figures(self)  # type: ignore[arg-type]  # it looks at floor, clock and past totals only

    @property
    def floor(self) -> Floor:
        """As it was; without lines while nothing is shown."""
        return self.moment.floor if self.moment is not None else self.empty

    @property
    def plant_file(self) -> PlantFile | None:
        """The file as it is now."""
        return self._console.plant_file

    def now(self) -> float:
        """The time that is shown, seconds UTC."""
        return self.moment.at if self.moment is not None else 0.0

    def past_totals(self, line: str, since: float, before: float) -> list[dict[str, Any]]:
        """Totals of the line's shifts that started in [since, before)."""
        return self._console.past_totals(line, since, before)
