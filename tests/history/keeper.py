"""A process that records until it is killed: `python -m tests.history.keeper FOLDER FIRST` says what it has appended.

It appends a reading of each of three signals every few milliseconds, whose value is their running number, and prints it
with the time at which it was handed over. Chunks are made and merged again and again, as in months.
"""

from __future__ import annotations

import random
import sys
import threading
import time
from pathlib import Path

from console.domain.readings import Reading
from console.history import writer
from console.history.history import History
from tests.history.readings import COUNT, STATE, TAG

HOUR = 3600.0
FASTER = 2000.0  # an hour of readings in less than two seconds


def main(folder: Path, number: int) -> None:
    """Record for ever."""
    writer.SEAL_AT = 300  # type: ignore[misc]
    history = History(folder, spare=0)
    history.start()
    history.flush()
    threading.Thread(target=_seal, args=(history,), daemon=True).start()
    while True:
        at = 1_700_000_000.0 + number * 0.01 * FASTER
        history.append([Reading(signal, number, None, at) for signal in (TAG, STATE, COUNT)])
        print(number, time.time(), flush=True)
        number += 1
        time.sleep(0.004)


def _seal(history: History) -> None:
    chance = random.Random()
    while True:
        time.sleep(chance.uniform(0.0, 0.8))
        history.seal(merge=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
