"""What every test of the screens has: windows that a file of tests leaves behind go with it."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True, scope="module")
def _windows_go_with_their_file() -> Iterator[None]:
    """A window that is only forgotten lives on and hears the keys of later tests: a collector that is frozen, as the
    program freezes it when its board stands, takes none of them. What is forgotten in a cycle is collected here, as
    the program does it, by the main thread: a worker would destroy widgets under the painter."""
    gc.disable()
    yield
    app = QApplication.instance()
    if isinstance(app, QApplication):
        from widgets.languages import languages
        from widgets.theme import themes

        languages.use("en")  # where the next file begins, whatever this one looked at last
        themes.use("dark")
        for widget in QApplication.topLevelWidgets():
            widget.close()
            widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.enable()
