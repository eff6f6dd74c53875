"""Dead bands from the history of a signal, read on a thread of its own: a long window takes its time."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from math import isfinite
from typing import TYPE_CHECKING

from console.domain.alarmhealth import propose_dead_band
from console.domain.callfigures import Advice, Crossing, Cure
from console.domain.responses import Window

if TYPE_CHECKING:
    from console.app.console import Console
    from console.history.history import History

log = logging.getLogger(__name__)
READ = 2 * 86400.0  # seconds at the end of the window: enough crossings of what crosses often
MOST = 5


def find_dead_bands(
    console: Console, crossings: tuple[Crossing, ...], window: Window, answer: Callable[[tuple[Advice, ...]], None]
) -> None:
    """Answer on the main thread, later, with what history says; at once with nothing where nothing is recorded."""
    history = getattr(console, "history", None)
    if history is None or not crossings:
        answer(())
        return

    def read() -> None:
        found = tuple(advice for one in crossings[:MOST] if (advice := _advice(history, one, window)) is not None)
        console.mailbox.call(lambda: answer(found))

    threading.Thread(target=read, name="dead bands", daemon=True).start()


def _advice(history: History, crossing: Crossing, window: Window) -> Advice | None:
    rule = crossing.rule
    if rule.limit is None:
        return None
    end = window.end.timestamp()
    try:
        heard = history.window(f"{crossing.place}/{rule.signal}", max(window.start.timestamp(), end - READ), end)
    except Exception as error:  # a history that is closed or damaged has no advice; nobody waits for it
        log.info("No dead band for %s: %s", crossing.place, error)
        return None
    times, values = heard.times.tolist(), heard.values.tolist()
    samples = [(at, value) for at, value in zip(times, values, strict=True) if isfinite(value)]
    proposal = propose_dead_band(samples, rule.limit, rule.below)
    if proposal is None or proposal.value <= rule.hysteresis:
        return None
    return Advice(crossing.place, rule.id, rule, Cure.DEAD_BAND, proposal)
