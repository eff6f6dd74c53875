"""A console without a window in a process of its own, composed as `main.py` does it; it is there to be killed.

    headless.py FOLDER PLANT PORT [calls]     then one word a line on standard input, each answered by a line of JSON

With `calls` it opens its records and keeps calls, also those that are raised over MQTT.
Words: `tell` (everything a screen could show), `freeze` (the main thread stops beating), `go`, `close` (end in good
order). When standard input ends it ends too, without any order.
"""

from __future__ import annotations

import json
import logging
import os
import queue
import sys
import threading
import time
from pathlib import Path
from typing import Any

from console.app.commandline import Options
from console.app.compose import Running, compose, settings_for
from tests.journeys.telling import told


class Warnings(logging.Handler):
    """Keeps what is logged at WARNING and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line."""
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()} {record.exc_info or ''}")


def start(folder: Path, plant: Path, port: int, calls: bool = False) -> Running:
    """The console of this folder on the broker of this port."""
    overrides = {"plant.file": str(plant), "broker.host": "127.0.0.1", "broker.port": str(port)}
    options = Options(data=folder, overrides=overrides | ({"calls.over_mqtt": "true"} if calls else {}))
    running = compose(options, folder, settings_for(options, folder))
    if calls:
        running.console.start_records()
    return running


def listen(words: queue.Queue[str]) -> None:
    """Hand on what comes on standard input."""
    for line in sys.stdin:
        words.put(line.strip())
    os._exit(1)


def main(folder: str, plant: str, port: str, calls: str = "") -> None:
    """Beat until told to end."""
    warnings = Warnings()
    logging.getLogger().addHandler(warnings)
    running = start(Path(folder), Path(plant), int(port), bool(calls))
    words: queue.Queue[str] = queue.Queue()
    threading.Thread(target=listen, args=(words,), daemon=True).start()
    frozen = False
    while True:
        if not frozen:
            running.beat()
        word = words.get_nowait() if not words.empty() else ""
        if word == "close":
            running.close()
        if word:
            frozen = word == "freeze" or (frozen and word == "tell")
            answer(told(running), warnings)
        if word == "close":
            return
        time.sleep(0.01)


def answer(facts: dict[str, Any], warnings: Warnings) -> None:
    sys.stdout.write(json.dumps({**facts, "warnings": warnings.lines}) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
