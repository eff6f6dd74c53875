"""Gemba Console: parse the command line, compose the console, show the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    """Run until the window is closed; the exit code says how it went."""
    from console.app.commandline import read_command_line

    options = read_command_line(arguments)
    if options.simulate:
        from console.demo.__main__ import main as simulate

        return simulate(options.simulate)
    from widgets.face import run

    return run(options)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
