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
    if options.keep_secret:
        from console.app.secretentry import enter_secret

        return enter_secret(options)
    if options.end:
        from widgets.shell.farewell import end_console

        return end_console(options)
    if options.support_bundle is not None:
        from console.app.supportrun import write_bundle

        return write_bundle(options, options.support_bundle)
    from widgets.face import run

    return run(options)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
