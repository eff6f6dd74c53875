"""Filling the records of a demo with the calls of its last weeks, where there are none yet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from console.app.demopast import give_past
from console.demo.calls import demo_calls
from console.domain.andon import Call
from console.domain.desk import ReadDesk
from console.domain.events import CallsChanged

if TYPE_CHECKING:
    from console.app.console import Console


def seed_demo_calls(console: Console, chinese: bool = False, done: Callable[[], None] | None = None) -> None:
    """Give what was said in the last weeks, once people and categories are there; nothing where calls are there.

    `done` is called after that.
    """

    def begin() -> None:
        stop()
        now = datetime.fromtimestamp(console.now(), UTC)
        givens = demo_calls(console.floor.plant, now, chinese)
        kinds = ("andon_call", "andon_step")
        console.office.ask(_none_yet, lambda none: give_past(console, givens if none else (), kinds, done))

    stop = console.on(CallsChanged, lambda _: begin())
    if console.calls is not None and console.calls.known:
        begin()


def _none_yet(desk: ReadDesk) -> bool:
    return desk.count(Call) == 0
