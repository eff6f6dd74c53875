"""A broker for the demo and for replays: a real one, on this computer only, gone when the program is."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from console.domain.errors import WorldAway

HOST = "127.0.0.1"
PLACES = ("/usr/sbin/mosquitto", "/usr/local/sbin/mosquitto", "/opt/homebrew/sbin/mosquitto")  # not on every PATH
START_SECONDS = 10.0
STOP_SECONDS = 5.0
TRIES = 5  # another program may take the free port first

CONFIG = """\
listener {port} {host}
allow_anonymous true
persistence false
max_queued_messages 200000
max_inflight_messages 1000
max_keepalive 65535
log_dest file {log}
log_type error
log_type warning
log_type notice
"""

# Runs mosquitto and waits on its own standard input. The other end of that pipe belongs to this program alone, so
# however this program ends, the shell reads the end of the pipe and stops the broker. mosquitto forgets a signal that
# comes while it starts: so once more after a second, and after three without asking.
GUARD = """\
"$0" -c "$1" </dev/null & echo $!; child=$!; read -r _; kill "$child" 2>/dev/null
(sleep 1; kill "$child"; sleep 2; kill -9 "$child") >/dev/null 2>&1 & again=$!
wait "$child"; kill "$again" 2>/dev/null"""


@dataclass(frozen=True, slots=True)
class RunningBroker:
    """A broker that this program started. `note` says in plain words what is special about it."""

    host: str
    port: int
    kind: str  # "mosquitto" or "amqtt"
    note: str
    pid: int | None  # the broker's own process; None: it lives inside this one
    _stop: Callable[[], None] = field(repr=False)

    def stop(self) -> None:
        """Stop it and wait until it is gone; harmless when it already is."""
        self._stop()


def start_broker(folder: Path, mosquitto: str | None = None) -> RunningBroker:
    """Start a broker on a free port of this computer; its configuration and log go into `folder`.

    mosquitto (the one given, else the one found) where a shell can guard it, otherwise amqtt inside this program.
    Raises WorldAway when neither starts.
    """
    folder.mkdir(parents=True, exist_ok=True)
    program = mosquitto or find_mosquitto()
    if program is not None and os.name == "posix":
        return _start_mosquitto(program, folder)
    from console.demo.embedded import start_embedded

    port, stop = start_embedded(HOST)
    note = "amqtt inside this program: for the demo and a single PC only. Install mosquitto for anything else."
    return RunningBroker(HOST, port, "amqtt", note, None, stop)


def find_mosquitto() -> str | None:
    """The mosquitto of this computer, None when there is none."""
    return shutil.which("mosquitto") or next((place for place in PLACES if os.access(place, os.X_OK)), None)


def free_port() -> int:
    """A port of this computer on which nothing listens just now."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port


def _start_mosquitto(program: str, folder: Path) -> RunningBroker:
    log = folder / "mosquitto.log"
    for _ in range(TRIES):
        port = free_port()
        config = folder / "mosquitto.conf"
        config.write_text(CONFIG.format(port=port, host=HOST, log=log.resolve()), encoding="utf-8")
        guard = subprocess.Popen(
            ["/bin/sh", "-c", GUARD, program, str(config)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C in a terminal stops this program first, then the broker
        )
        assert guard.stdout is not None
        pid = int(guard.stdout.readline() or 0)
        if _answers(port, pid):
            note = f"mosquitto on this computer only, port {port}"
            return RunningBroker(HOST, port, "mosquitto", note, pid, partial(_stop_guard, guard))
        _stop_guard(guard)
    raise WorldAway(f"mosquitto ({program}) does not start; its log is {log}")


def _answers(port: int, pid: int) -> bool:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and _alive(pid):
        with suppress(OSError), socket.create_connection((HOST, port), timeout=1):
            return _alive(pid)
        time.sleep(0.02)
    return False


def _alive(pid: int) -> bool:
    """Whether a process runs; one that has ended and waits to be collected by its shell does not."""
    if not pid:
        return False
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return True


def _stop_guard(guard: subprocess.Popen[bytes]) -> None:
    for pipe in (guard.stdin, guard.stdout):
        if pipe is not None:
            with suppress(OSError):
                pipe.close()
    try:
        guard.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        guard.kill()
        guard.wait()
