"""What the pens said at the cursors: the last reading before each, read anew when a cursor or the pens move."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from console.domain.readings import Quality, Reading, Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from console.app.trends import Past
    from widgets.trends.model import TrendModel

JUST = 1e-6  # seconds: what was said at the time of the cursor itself counts
At = tuple[str, int]  # pen; 0 = cursor A, 1 = B


@dataclass(frozen=True, slots=True)
class Found:
    """The value at a cursor; `known` is False in a gap, and before anything was said."""

    value: Value
    known: bool
    bad: bool = False


class CursorValues(QObject):
    """`changed` when other values are known."""

    changed = Signal()

    def __init__(self, model: TrendModel) -> None:
        super().__init__()
        self._model = model
        self._values: dict[At, Found] = {}
        self._asked: object = None
        self._name = uuid4().hex
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._ask)
        model.cursors_changed.connect(self._soon.start)
        model.pens_changed.connect(self._soon.start)
        model.data_changed.connect(lambda _: self._soon.start())

    def value(self, id: str, second: bool = False) -> Found | None:
        """What a pen said at a cursor; None: the cursor is not there, or the answer is on its way."""
        return self._values.get((id, int(second)))

    def _ask(self) -> None:
        """Read again what may be another: other cursors, other pens, other gaps."""
        model = self._model
        cursors = model.cursors
        ids = [pen.id for pen in model.pens]
        asked = (cursors, tuple(ids), tuple(self._gap(id, at) for id in ids for at in cursors))
        if asked == self._asked or model.console.trends is None:
            return
        self._asked = asked
        wanted = [((id, i), at) for id in ids for i, at in enumerate(cursors) if at is not None]
        wanted = [(key, at) for key, at in wanted if not self._gap(key[0], at)]
        gaps = {(id, i) for id in ids for i, at in enumerate(cursors) if at is not None and self._gap(id, at)}
        if not wanted:
            self._came({key: Found(None, False) for key in gaps})
            return

        def came(found: dict[At, Found]) -> None:
            if asked == self._asked:
                self._came(found | {key: Found(None, False) for key in gaps})

        def failed(error: Exception) -> None:
            self._asked = None

        model.console.trends.ask(_job(wanted), came, failed, f"cursors {self._name}")

    def _came(self, found: dict[At, Found]) -> None:
        self._values = found
        self.changed.emit()

    def _gap(self, id: str, at: float | None) -> bool:
        """Whether nothing is known of a pen at a time."""
        window = self._model.window(id)
        if at is None or window is None or not len(window.gaps):
            return False
        return bool(((window.gaps[:, 0] < at) & (at < window.gaps[:, 1])).any())


def _job(wanted: list[tuple[At, float]]) -> Callable[[Past], dict[At, Found]]:
    def job(past: Past) -> dict[At, Found]:
        return {key: _told(past, key[0], at) for key, at in wanted}

    return job


def _told(past: Past, id: str, at: float) -> Found:
    """At a time; of another historian that does not answer nothing, so that all others are told."""
    try:
        return _found(past.last(id, at + JUST) if past.knows(id, at) else None)
    except Exception:
        if id.partition(":")[0] in past.others:
            return Found(None, False)
        raise


def _found(reading: Reading | None) -> Found:
    if reading is None:
        return Found(None, False)
    return Found(reading.value, True, reading.quality is Quality.BAD)
