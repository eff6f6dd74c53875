"""A program that upgrades a file again and again, each time in a child of its own that somebody kills.

`<path>` alone: to the end. `<path> step N`: killed as it is about to touch its Nth file. `<path> after S`: killed after
S seconds. Answers a line of JSON each: whether it came to the end, files it touched, seconds it took.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from pathlib import Path

import alembic.command  # noqa: F401  all that an upgrade imports, so that a child begins at once
import alembic.config  # noqa: F401
import sqlalchemy.dialects.sqlite  # noqa: F401

from console.records.nouns import METADATA
from console.records.upgrade import prepare_local

TOUCHES = {"sqlite3.connect", "os.rename", "os.remove", "os.truncate"}  # audit events of Python


def upgrade(path: Path, last: int, said: int) -> None:
    """In the child: upgrade, and die as file number `last` is about to be touched."""
    touched = 0

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal touched
        writes = event == "open" and str(arguments[0]).startswith(str(path.parent)) and arguments[1] != "r"
        if event in TOUCHES or writes:
            touched += 1
            os.pwrite(said, str(touched).encode().rjust(8), 0)
            if touched == last:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    prepare_local(path)


def trial(path: Path, last: int = 0, after: float = 0.0) -> dict[str, object]:
    """One child from its birth to its end."""
    said = os.open(path.parent.parent / "touched", os.O_RDWR | os.O_CREAT | os.O_TRUNC)
    begun = time.monotonic()
    child = os.fork()
    if child == 0:
        try:
            upgrade(path, last, said)
            os._exit(0)
        except BaseException as error:
            sys.stderr.write(f"{error!r}\n")
            os._exit(1)
    if after:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    touched = int(os.pread(said, 8, 0) or b"0")
    os.close(said)
    finished = os.WIFEXITED(status) and os.WEXITSTATUS(status) == 0
    killed = os.WIFSIGNALED(status)
    return {"finished": finished, "killed": killed, "touched": touched, "seconds": time.monotonic() - begun}


def main() -> None:
    """Answer until nothing more is asked."""
    assert METADATA.tables
    for line in sys.stdin:
        path, _, how = line.strip().partition(" ")
        kind, _, number = how.partition(" ")
        told = trial(Path(path), int(number) if kind == "step" else 0, float(number) if kind == "after" else 0.0)
        sys.stdout.write(json.dumps(told) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
