"""The bus: events go to whoever asked for their kind, on the main thread, in the order they were published."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, TypeVar

E = TypeVar("E")
log = logging.getLogger(__name__)


class Bus:
    """Handlers by kind of event. A handler that fails is logged and does not keep the others from hearing."""

    def __init__(self) -> None:
        self._handlers: dict[type, list[Callable[[Any], None]]] = {}

    def on(self, kind: type[E], handler: Callable[[E], None]) -> Callable[[], None]:
        """Call `handler` for each event of exactly this kind; the result ends that."""
        handlers = self._handlers.setdefault(kind, [])
        handlers.append(handler)

        def end() -> None:
            if handler in handlers:
                handlers.remove(handler)

        return end

    def publish(self, event: object) -> None:
        """Tell everyone who listens."""
        for handler in tuple(self._handlers.get(type(event), ())):
            try:
                handler(event)
            except Exception:
                log.exception("A handler of %s failed", type(event).__name__)
