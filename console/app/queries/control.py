"""What screens and the console itself ask about control charts."""

from __future__ import annotations

from collections.abc import Callable

from console.domain.control_charts import ControlChart
from console.domain.desk import Kept, ReadDesk


def charts() -> Callable[[ReadDesk], list[Kept[ControlChart]]]:
    """Every chart with its version, in the plant's order."""
    return lambda desk: desk.kept(ControlChart, order="order")


def chart_file(id: str) -> Callable[[ReadDesk], Kept[ControlChart] | None]:
    """One chart; None: it is not there (any more)."""

    def ask(desk: ReadDesk) -> Kept[ControlChart] | None:
        return next(iter(desk.kept(ControlChart, id=id)), None)

    return ask
