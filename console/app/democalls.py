"""Filling the records of a demo with the calls of its last weeks, where there are none yet."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from console.demo.calls import demo_calls
from console.domain.andon import Call
from console.domain.commands import CONSOLE, Given
from console.domain.desk import ReadDesk
from console.domain.errors import Refusal
from console.domain.events import CallsChanged, RecordChanged

if TYPE_CHECKING:
    from console.app.console import Console
    from console.records.local import LocalRecords

log = logging.getLogger(__name__)
AT_ONCE = 60  # commands: what a person gives meanwhile waits no longer than for these


def seed_demo_calls(console: Console, chinese: bool = False) -> None:
    """Give what was said in the last weeks, once people and categories are there; nothing where calls are there."""

    def begin() -> None:
        stop()
        now = datetime.fromtimestamp(console.now(), UTC)
        givens = demo_calls(console.floor.plant, now, chinese)
        console.office.ask(_none_yet, lambda none: _give(console, givens) if none else None)

    stop = console.on(CallsChanged, lambda _: begin())
    if console.calls is not None and console.calls.known:
        begin()


def _none_yet(desk: ReadDesk) -> bool:
    return desk.count(Call) == 0


def _give(console: Console, givens: list[Given]) -> None:
    now, later = givens[:AT_ONCE], givens[AT_ONCE:]

    def given(_: object) -> None:
        if later:
            _give(console, later)
        else:
            for kind in ("andon_call", "andon_step"):
                console.bus.publish(RecordChanged(kind, "", "", CONSOLE, True))

    console.office.run(partial(_carry_out, now), given)


def _carry_out(givens: list[Given], local: LocalRecords) -> None:
    """On the worker, past the authority's clock: these were given when their stamps say."""
    for given, result in zip(givens, local.give(givens), strict=True):
        if isinstance(result, Refusal):
            log.debug("%s of the demo was refused: %s %s", given.command.name, result.code, result.facts)
