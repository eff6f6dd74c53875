"""Writing a report on a thread of its own: what is said of it comes back to the main thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QThreadPool

from console.app.trendexport import refusal_of
from console.domain.errors import Refusal
from widgets.paper import write_whole

if TYPE_CHECKING:
    from console.app.console import Console

log = logging.getLogger(__name__)
Ended = Callable[[Path | Refusal], None]


def write_aside(console: Console, path: Path, make: Callable[[], bytes], ended: Ended) -> None:
    """Make the bytes of a file and write it whole, or not at all; `ended` gets the path, or why not."""

    def work() -> None:
        outcome: Path | Refusal = path
        try:
            write_whole(path, make())
        except OSError as error:
            outcome = refusal_of(error, path)
        except Exception as error:
            log.exception("A report could not be made")
            outcome = Refusal(str(error))
        console.mailbox.call(lambda: ended(outcome))

    QThreadPool.globalInstance().start(work)  # one of Qt's own threads: a long page wants a timer while it is laid out
