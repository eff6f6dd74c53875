"""One station of a line in motion: what it does, what it holds, what it has made."""

from __future__ import annotations

from collections import deque

from console.demo.plant import DemoStation
from console.domain.stations import StationState


class Post:
    """One station at work."""

    __slots__ = (
        "alarm",
        "began",
        "buffer",
        "cleared",
        "cycle",
        "done",
        "good",
        "index",
        "kept",
        "left",
        "order_good",
        "order_scrap",
        "piece",
        "reason",
        "rework",
        "run_left",
        "scrap",
        "since",
        "spec",
        "state",
        "stop_due",
        "taken",
        "timer",
        "token",
        "wait",
    )

    def __init__(self, spec: DemoStation, index: int, start: float) -> None:
        self.spec, self.index = spec, index
        self.state, self.since, self.reason, self.alarm = StationState.STARVED, start, "", ""
        self.buffer: deque[int] = deque()  # pieces that wait before it
        self.piece: int | None = None  # the piece in it
        self.done = False  # that piece is ready to be handed on
        self.cleared = False  # the order's last piece has passed: it is being set up
        self.taken = self.good = self.scrap = self.rework = 0  # since the simulation began
        self.order_good = self.order_scrap = 0  # of the running order
        self.cycle = spec.ideal  # seconds of the present or last cycle, without stops
        self.left = 0.0  # seconds of work left after a stop
        self.run_left = 0.0  # seconds of running until the next stop
        self.stop_due = float("inf")  # when that is if it keeps running
        self.token = 0  # a timer with another token is out of date
        self.wait = 0  # counts its waits: one that another followed is over
        self.timer: tuple[str, float] | None = None  # what it waits for and when that is due
        self.kept: tuple[StationState, str, str, str, float] | None = None  # what a break interrupted

    @property
    def held(self) -> int:
        """Pieces in the station and waiting before it."""
        return len(self.buffer) + (self.piece is not None)
