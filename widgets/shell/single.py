"""One console per data folder: the second start brings the first to the front and ends, or asks it to end."""

from __future__ import annotations

import hashlib
import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

log = logging.getLogger(__name__)
SHOW, SHOWN = b"show\n", b"shown\n"
END, ENDING = b"end\n", b"ending\n"
PATIENCE_MS = 2000
STARTING_MS = 10_000  # a console that is only now starting does not answer before it is drawn
ENDING_MS = 30_000  # saving what waits and closing the records may take a while


class Outcome(StrEnum):
    """How a start ended."""

    FIRST = "first"  # this is the only console of the folder: go on
    SHOWN = "shown"  # another one is, and it came to the front: end quietly
    HELD = "held"  # another one holds the folder and does not answer: say so and end
    READ_ONLY = "read_only"  # the folder cannot be written: say so and end


@dataclass(frozen=True, slots=True)
class Claim:
    """What came of claiming a folder; who holds it where that is known."""

    outcome: Outcome
    pid: int = 0
    host: str = ""


class Farewell(StrEnum):
    """How asking a console to end went."""

    NONE = "none"  # no console uses the folder
    ENDED = "ended"  # it said yes, and has ended
    STAYS = "stays"  # it does not answer, or has not ended in time


class SingleInstance(QObject):
    """Holds the lock of a data folder. `asked`: a second start wants this one in front; `asked_to_end`: gone."""

    asked = Signal()
    asked_to_end = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = QLockFile(str(folder / "console.lock"))
        self._lock.setStaleLockTime(0)  # age proves nothing of a program that runs for weeks; a dead process does
        self._name = server_name(folder)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def claim(self) -> Claim:
        """Take the folder, or show who has it. A lock left by a process that died is taken over."""
        if self._lock.tryLock(0):
            self._listen()
            return Claim(Outcome.FIRST)
        if self._lock.error() != QLockFile.LockError.LockFailedError:
            return Claim(Outcome.READ_ONLY)
        pid, host = self._holder()
        _let_come_forward(pid)
        return Claim(Outcome.SHOWN if self._ask(SHOW, SHOWN) else Outcome.HELD, pid, host)

    def end_other(self, patience_ms: int = ENDING_MS) -> Farewell:
        """Ask the folder's console to end in good order, and wait until its process is gone. Takes nothing over."""
        if self._lock.tryLock(0):
            self._lock.unlock()
            return Farewell.NONE
        if self._lock.error() != QLockFile.LockError.LockFailedError:
            return Farewell.STAYS
        gone = _end_of(self._holder()[0])
        if not (self._ask(END, ENDING, min(patience_ms, STARTING_MS)) and self._lock.tryLock(patience_ms)):
            return Farewell.STAYS
        self._lock.unlock()
        return Farewell.ENDED if gone(patience_ms) else Farewell.STAYS

    def release(self) -> None:
        """Let the next start have the folder."""
        self._server.close()
        self._lock.unlock()

    def _holder(self) -> tuple[int, str]:
        pid, host, _ = self._lock.getLockInfo()
        return int(pid), str(host)

    def _listen(self) -> None:
        QLocalServer.removeServer(self._name)  # the lock is ours, so a socket of that name was left by the dead
        if not self._server.listen(self._name):
            log.warning("a second start cannot find this one: %s", self._server.errorString())

    def _ask(self, words: bytes, answer: bytes, patience_ms: int = PATIENCE_MS) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(PATIENCE_MS):
            return False
        socket.write(words)
        socket.flush()
        return socket.waitForReadyRead(patience_ms) and bytes(socket.readAll().data()) == answer

    def _greet(self) -> None:
        while socket := self._server.nextPendingConnection():
            socket.readyRead.connect(lambda s=socket: self._answer(s))
            socket.disconnected.connect(socket.deleteLater)

    def _answer(self, socket: QLocalSocket) -> None:
        words = bytes(socket.readAll().data())
        answer, said = {SHOW: (SHOWN, self.asked), END: (ENDING, self.asked_to_end)}.get(words, (b"", None))
        if said is not None:
            socket.write(answer)
            socket.flush()
            said.emit()
        socket.disconnectFromServer()


def server_name(folder: Path) -> str:
    """The local socket's name for a data folder: the same for every path that leads to it."""
    return "gemba-" + hashlib.sha256(str(folder.resolve()).casefold().encode()).hexdigest()[:24]


def _end_of(pid: int) -> Callable[[int], bool]:
    """How to wait (ms) for the end of a process: on Windows its program file is held until then."""
    if sys.platform != "win32" or not pid:
        return lambda _: True
    import ctypes

    windows, may_wait = ctypes.windll.kernel32, 0x00100000  # SYNCHRONIZE
    handle = windows.OpenProcess(may_wait, False, pid)

    def gone(patience_ms: int) -> bool:
        ended = not handle or windows.WaitForSingleObject(handle, patience_ms) == 0
        windows.CloseHandle(handle)
        return ended

    return gone


def _let_come_forward(pid: int) -> None:
    if sys.platform == "win32" and pid:  # only the program in front may hand over the foreground
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(pid)
