"""Row of calls: from the publisher's clock to the painted row of the call on the board, and to its sound."""

from __future__ import annotations

import random
import socket
import statistics
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtGui import QPixmap

from bench.flood import packet
from bench.live import _row
from bench.records import bare_database
from bench.stage import broker, paced, run, stage
from console.domain.commands import CONSOLE, Command
from console.domain.commands.andon import RejectCall
from console.domain.commands.people import AddPerson
from console.domain.horn import HornSounds
from console.domain.people import Grant, Role
from widgets.face import Face, application

LINES, STATIONS = 4, 7
RATE = 1000  # messages a second beside the alarms
CALLS, WARM = 54, 4
PAUSE = (0.9, 1.3)  # seconds between two alarms: any phase of the heartbeat, each call a sound of its own
PATIENCE = 10.0
PERSON = "bench-leader"
ALARMS = (
    '[[source]]\ntopic = "bench/{line}/station{nr}/alarm"\nplace = "{line}/S{nr}"\ntime = "ts"\n'
    '[[source.signal]]\nfeeds = "alarm"\npath = "alarm"\ncode = "code"\nlevel = "level"\nkey = "\'plc\'"\n'
)


class Desk:
    """Publishes faults, one after the other; notes when the call of each is painted and asked to sound."""

    def __init__(self, face: Face, port: int) -> None:
        self.face, self.console, self.app = face, face.running.console, application()
        self.panel: Any = face.window.stack.currentWidget().calls  # type: ignore[union-attr]
        self.painted: dict[str, float] = {}
        self.heard: dict[str, float] = {}
        player: Any = face.sounding.player
        self._paint_row, self.panel._paint_row = self.panel._paint_row, self._watch_row  # noqa: SLF001
        self._played, player.play = player.play, self._watch_sound
        self._asked = 0.0  # when the last sound was
        self.console.on(HornSounds, self._announced)
        self._sock = socket.create_connection(("127.0.0.1", port))
        self._sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._sock.sendall(b"\x10\x11\x00\x04MQTT\x04\x02\x00\x3c\x00\x05alarm")
        self._sock.recv(4)

    def staff(self) -> None:
        """Wait for the shipped rules; somebody who can say that a call was none."""
        calls = self.console.calls
        assert calls is not None
        assert run(self.app, lambda: calls.known and bool(calls.dispatch.setup.rules), PATIENCE)
        self.give(AddPerson(PERSON, "Leader", "1", (Grant(Role.SUPERVISOR),)), CONSOLE)

    def call(self, number: int) -> tuple[float, float]:
        """Seconds from publishing a fault to its painted row, and to its sound; then the call is ended."""
        n, text = number % (LINES * STATIONS), f"fault {number}"
        began = time.time()
        body = f'{{"ts":{began * 1000:.3f},"alarm":"{text}","code":"F{number}","level":"fault"}}'.encode()
        self._sock.sendall(packet(f"bench/line{n % LINES}/station{n:04d}/alarm", body))
        if not run(self.app, lambda: text in self.painted and text in self.heard, PATIENCE):
            raise RuntimeError(f"{text}: painted {text in self.painted}, heard {text in self.heard}")
        assert self.console.calls is not None
        call = next(shown.call for shown in self.console.calls.open if shown.call.text == text)
        self.give(RejectCall(call.id, call.place, "measured"), PERSON)
        run(self.app, lambda: all(row.call.id != call.id for row in self.panel.rows), PATIENCE)
        run(self.app, lambda: False, random.uniform(*PAUSE))
        return self.painted[text] - began, self.heard[text] - began

    def give(self, command: Command, who: str) -> None:
        """Give a command and wait until it is durable."""
        box: list[object] = []
        self.console.office.do(command, box.append, box.append, who=who)
        run(self.app, lambda: bool(box), PATIENCE)
        if not box or isinstance(box[0], Exception):
            raise RuntimeError(f"{command.name}: {box}")

    def close(self) -> None:
        """Hang up."""
        self._sock.close()

    def _watch_row(self, painter: Any, i: int, row: Any, now: float) -> None:
        self._paint_row(painter, i, row, now)
        self.painted.setdefault(row.call.text, time.time())

    def _watch_sound(self, sound: str, times: int = 1, volume: int = 100) -> bool:
        played = self._played(sound, times, volume)
        self._asked = time.time()
        return played

    def _announced(self, event: HornSounds) -> None:
        """After the face, which listens longer, has asked for the sound."""
        for call in event.announcement.calls:
            self.heard.setdefault(call.text, self._asked)


@contextmanager
def desk(port: int) -> Iterator[Desk]:
    """A console with calls and its window, and the publisher of faults."""
    with stage(port, LINES, STATIONS, more=ALARMS, keeps=True) as face:
        made = Desk(face, port)
        try:
            made.staff()
            yield made
        finally:
            made.close()


def call() -> list[dict[str, Any]]:
    """A rule's call beside 1 000 messages a second: published → painted, and → the horn asked to sound."""
    random.seed(4)
    with broker() as server, desk(server.port) as made, paced(server.port, RATE):
        taken = [made.call(number) for number in range(CALLS)][WARM:]
        reference = made.face.heartbeat.interval + _commit() + _frame(made.panel)
    painted, heard = (sorted(column) for column in zip(*taken, strict=True))
    rows = []
    for name, found in (("call visible", painted), ("call sounding", heard)):
        for share, at in (("p50", len(found) // 2), ("p99", len(found) * 99 // 100)):
            seconds = found[at]
            rows.append(
                _row(
                    f"{name} after publish, {RATE} msg/s, {share}",
                    seconds * 1000,
                    reference * 1000,
                    "ms",
                    seconds / reference,
                    "<= 1000 ms",
                    seconds <= 1.0,
                )
            )
    return rows


def _commit() -> float:
    """Seconds of one bare commit on the same disk."""
    with tempfile.TemporaryDirectory(prefix=".gemba-bench-", dir=Path(__file__).parent) as folder:
        bare = bare_database(Path(folder) / "bare.db")
        taken = []
        for _ in range(30):
            began = time.perf_counter()
            bare.execute("INSERT INTO bare (words) VALUES ('call')")
            taken.append(time.perf_counter() - began)
        bare.close()
    return statistics.median(taken)


def _frame(panel: Any) -> float:
    """Seconds to paint the panel of calls once."""
    target = QPixmap(panel.size())
    taken = []
    for _ in range(20):
        began = time.perf_counter()
        panel.render(target)
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


ROWS = {"call": call}
