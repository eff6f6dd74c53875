"""Small make-believe lines and helpers that the tests of the demo share."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from console.demo.agenda import Agenda
from console.demo.catalogue import demo_plant, shift_calendar
from console.demo.flow import Flow
from console.demo.plant import DemoLine, DemoPlant, DemoStation, Outage, Stop
from console.demo.post import Post
from console.domain.stations import StationState

ZONE = "Asia/Shanghai"
MORNING = datetime(2026, 8, 7, 6, 0, tzinfo=ZoneInfo(ZONE)).timestamp()  # when the day shift begins
NEVER = 1e12
LONG = Stop("Tool broken", "Tool 4 broken", 1, 600, 600)


class Diary:
    """A listener that writes down every state with its time."""

    def __init__(self) -> None:
        self.states: list[tuple[float, str, StationState]] = []
        self.orders: list[tuple[float, str]] = []

    def state(self, post: Post, now: float) -> None:
        self.states.append((now, post.spec.id, post.state))

    def order(self, now: float, closed: str) -> None:
        self.orders.append((now, closed))

    def took(self, post: Post, now: float) -> None: ...

    def made(self, post: Post, now: float, good: bool) -> None: ...

    def reworked(self, post: Post, now: float) -> None: ...

    def checked(self, post: Post, now: float, passed: bool, piece: int) -> None: ...

    def first(self, station: str, state: StationState, after: float) -> float:
        """When the station first was in this state after a time; StopIteration when never."""
        return next(at for at, who, what in self.states if who == station and what is state and at >= after)


def steady_line(stations: int = 5, quantity: int = 100_000) -> DemoLine:
    """A line that never stops by itself: ten seconds a piece, three pieces of room before each station."""
    spec = [
        DemoStation(f"{n}0", f"{n}0 Station", 10.0, (LONG,), (), mtbf=NEVER, slow=1.0, room=0 if n == 1 else 3)
        for n in range(1, stations + 1)
    ]
    return DemoLine("T1", "Test", "Test", "json", tuple(spec), ("A", "B"), 100, quantity, 12.0, 300.0)


def set_going(line: DemoLine, start: float = MORNING, seed: str = "s") -> tuple[Flow, Agenda, Diary]:
    """A flow that has begun."""
    agenda, diary = Agenda(), Diary()
    flow = Flow(line, seed, shift_calendar(ZONE), start, agenda, diary)
    flow.begin(start)
    return flow, agenda, diary


def go_on(agenda: Agenda, until: float) -> None:
    """Let time pass."""
    while agenda.step(until):
        pass


def hasty_plant() -> DemoPlant:
    """The demo plant with an edge node that dies after about two seconds for about two more."""
    plant = demo_plant()
    outage = Outage(every=2.0, shortest=2.0, longest=2.5)
    first = replace(plant.lines[0], outage=outage)
    return replace(plant, lines=(first, *plant.lines[1:]))
