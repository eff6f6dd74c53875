"""Giving what the people of a demo did in the past, on the worker, a little at a time."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from console.domain.commands import CONSOLE, Given
from console.domain.errors import Refusal
from console.domain.events import RecordChanged

if TYPE_CHECKING:
    from console.app.console import Console
    from console.records.local import LocalRecords

log = logging.getLogger(__name__)
AT_ONCE = 60  # commands: what a person gives meanwhile waits no longer than for these


def give_past(
    console: Console, givens: Sequence[Given], kinds: Sequence[str], done: Callable[[], None] | None = None
) -> None:
    """Give them with their own times; then records of these kinds are said to have changed, and `done` is called."""
    now, later = givens[:AT_ONCE], givens[AT_ONCE:]

    def given(_: object) -> None:
        if later:
            give_past(console, later, kinds, done)
            return
        for kind in kinds:
            console.bus.publish(RecordChanged(kind, "", "", CONSOLE, True))
        if done is not None:
            done()

    console.office.run(partial(carry_out, now), given, given)


def carry_out(givens: Sequence[Given], local: LocalRecords) -> None:
    """On the worker, past the authority's clock: these were given when their stamps say."""
    for given, result in zip(givens, local.give(givens), strict=True):
        if isinstance(result, Refusal):
            log.warning("%s of the demo was refused: %s %s", given.command.name, result.code, result.facts)
