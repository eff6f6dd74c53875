"""Support: the running console gathers its bundle, shows it, and writes what a person leaves in it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from console.app.settings import Settings
from console.domain.errors import Refusal

if TYPE_CHECKING:
    from console.app.console import Console
    from console.app.supportbundle import Bundle, Piece

log = logging.getLogger(__name__)


class Support:
    """Main thread only; what takes time runs on a thread of its own. The face says what only it knows."""

    def __init__(self, console: Console, settings: Settings) -> None:
        self.crashes: Callable[[], Sequence[str]] = tuple
        self.versions: Callable[[], Mapping[str, str]] = dict
        self.computer: Callable[[], Mapping[str, str]] = dict
        self._console, self._settings = console, settings

    def gather(self, done: Callable[[Bundle | Refusal], None]) -> None:
        """Gather everything; `done` hears what, or why not."""
        from console.app.supportbundle import Live, gather

        console = self._console
        console.health.look()
        live = Live(
            console.health.items,
            console.plant_file,
            tuple(self.crashes()),
            dict(self.versions()),
            dict(self.computer()),
            self._settings,
        )
        settings = console.settings.now if console.settings is not None else self._settings
        self._aside(partial(gather, console.data_folder, console.store, settings, live), done)

    def write(self, pieces: Sequence[Piece], path: Path, done: Callable[[int | Refusal], None]) -> None:
        """Write a zip of these pieces; `done` hears its size in bytes, or why there is none."""
        from console.app.supportbundle import write
        from console.app.trendexport import refusal_of

        def work() -> int:
            try:
                return write(pieces, path)
            except OSError as error:
                raise refusal_of(error, path) from error

        self._aside(work, done)

    def _aside(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        def run() -> None:
            result: object
            try:
                result = work()
            except Refusal as refusal:
                result = refusal
            except Exception as error:
                log.exception("The bundle for support failed")
                result = Refusal(type(error).__name__)
            self._console.mailbox.call(lambda: done(result))

        threading.Thread(target=run, name="support", daemon=True).start()
