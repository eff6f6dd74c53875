"""`--end`: ask the console that runs in a data folder to end in good order, as an installer does before an upgrade."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QCoreApplication

from console.app.commandline import Options
from console.app.folders import wanted_folder
from widgets.shell.single import ENDING_MS, Farewell, SingleInstance

DONE, STAYS = 0, 3


def end_console(options: Options, patience_ms: int = ENDING_MS) -> int:
    """The exit code: 0 when no console runs in the folder any more, 3 when one does not end."""
    app = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    folder = wanted_folder(options.data, os.environ).expanduser()
    farewell = SingleInstance(folder, app).end_other(patience_ms) if folder.is_dir() else Farewell.NONE
    words = {
        Farewell.NONE: f"No console runs in {folder}.",
        Farewell.ENDED: f"The console of {folder} has ended.",
        Farewell.STAYS: f"The console of {folder} does not end.",
    }
    if sys.stdout is not None:  # the windowed program has none
        sys.stdout.write(words[farewell] + "\n")
    return STAYS if farewell is Farewell.STAYS else DONE
