"""`python -m console.demo`: the make-believe plant speaks to a broker until it is told to stop."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from types import FrameType

from console.demo.catalogue import demo_plant
from console.demo.publisher import Publisher


def main(arguments: Sequence[str] | None = None) -> int:
    """Publish until SIGTERM, SIGINT, or the end of the program that started this one."""
    asked = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", stream=sys.stderr)
    plant = demo_plant(asked.lines, asked.timezone)
    publisher = Publisher(asked.host, asked.port, plant, asked.seed, asked.start, asked.speed, asked.rate)
    stopping = threading.Event()

    def stop(_signal: int, _frame: FrameType | None) -> None:
        stopping.set()

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    parent_lives = _parent_watch(asked.until_stdin_closes, stopping)
    publisher.run(lambda: not stopping.is_set() and parent_lives())
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m console.demo", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="broker (default: this computer)")
    parser.add_argument("--port", type=int, default=1883)
    parser.add_argument("--seed", type=int, default=1, help="another number, another day")
    parser.add_argument("--start", type=float, help="seconds since 1970 UTC (default: when this shift began)")
    parser.add_argument("--speed", type=float, default=1.0, help="so many times faster than real time")
    parser.add_argument("--lines", type=int, default=4)
    parser.add_argument("--rate", type=float, help="messages of process values a second, all lines together")
    parser.add_argument("--timezone", default="Asia/Shanghai", help="of the shifts, an IANA name")
    parser.add_argument("--until-stdin-closes", action="store_true", help="end also when standard input ends")
    return parser


def _parent_watch(until_stdin_closes: bool, stopping: threading.Event) -> Callable[[], bool]:
    """What tells whether the program that started this one still runs.

    On POSIX a process whose parent has ended belongs to another one. Elsewhere only the end of standard input tells.
    """
    if until_stdin_closes:

        def wait_for_end() -> None:
            while sys.stdin.buffer.read(4096):
                pass
            stopping.set()

        threading.Thread(target=wait_for_end, name="standard input", daemon=True).start()
    if os.name != "posix":
        return lambda: True
    parent = os.getppid()
    return lambda: os.getppid() == parent


if __name__ == "__main__":
    sys.exit(main())
