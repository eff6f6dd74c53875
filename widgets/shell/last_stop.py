"""Which change on the floor was the last one worth acting on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from console.domain.floor import StationLive
from console.domain.stations import NoData, StationState


@dataclass(frozen=True, slots=True)
class Stop:
    """A station that stopped, or that nothing is known of any more."""

    station: str
    state: StationState
    no_data: NoData | None
    since: float


class LastStop:
    """Remembers the youngest stop it was shown, also after it ended."""

    def __init__(self) -> None:
        self.stop: Stop | None = None

    def look(self, stations: Iterable[StationLive]) -> None:
        """Look at stations that may have changed."""
        for live in stations:
            if worth_acting(live) and (self.stop is None or live.since > self.stop.since):
                self.stop = _stop(live)

    def telling(self, stations: Iterable[StationLive]) -> tuple[Stop | None, bool]:
        """What to tell of these stations, and whether it goes on: the youngest stop that does, else the last one."""
        going = max((live for live in stations if worth_acting(live)), key=lambda live: live.since, default=None)
        return (self.stop, False) if going is None else (_stop(going), True)


def _stop(live: StationLive) -> Stop:
    return Stop(live.station.id, live.state, live.no_data, live.since)


def worth_acting(live: StationLive) -> bool:
    """A stop, or a loss of data after there was some; what was never heard is news to nobody."""
    lost = live.state is StationState.NO_DATA and live.no_data not in (None, NoData.WAITING, NoData.AWAY)
    return live.state is StationState.STOPPED or lost
