"""Start the program as `main.py --plant FILE --broker HOST` does and end it at the first frame with a live value."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def main(plant: str, port: str, folder: str) -> None:
    """End the process as soon as a station that was heard live has been painted."""
    from console.app.commandline import read_command_line
    from widgets import face as module

    beat = module.Face.beat

    def looking(self: module.Face) -> None:
        beat(self)
        view = self.window.stack.currentWidget().view  # type: ignore[union-attr]
        live = any(s.last_heard is not None for s in self.running.console.floor.stations.values())
        if live and not hasattr(self, "frames_before"):
            self.frames_before = view.painted  # type: ignore[attr-defined]
        elif live and view.painted > self.frames_before:  # type: ignore[attr-defined]
            os._exit(0)

    module.Face.beat = looking  # type: ignore[method-assign]
    Path(folder).mkdir(parents=True, exist_ok=True)
    module.run(read_command_line(["--plant", plant, "--broker", f"127.0.0.1:{port}", "--data", folder]))


if __name__ == "__main__":
    main(*sys.argv[1:4])
