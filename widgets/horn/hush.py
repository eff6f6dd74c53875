"""What Qt says of sound libraries and servers that are not there: kept off the terminal and out of the log.

By its filter rules and not by a message handler of ours: some of it is said while a library is being loaded, and Python
in there waits for ever for another thread that loads one too.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QLoggingCategory

ALWAYS = "qt.multimedia.*=false"
LOADING = f"{ALWAYS}\ndefault.warning=false\ndefault.critical=false"


@contextmanager
def hushed() -> Iterator[None]:
    """While it lasts Qt tells of nothing that is missing: the status page does, in words."""
    QLoggingCategory.setFilterRules(LOADING)
    try:
        yield
    finally:
        QLoggingCategory.setFilterRules(ALWAYS)
