"""One console per data folder: the second start brings the first to the front and ends."""

from __future__ import annotations

import hashlib
import logging
import sys
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

log = logging.getLogger(__name__)
ASK = b"show\n"
ANSWER = b"shown\n"
PATIENCE_MS = 2000


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


class SingleInstance(QObject):
    """Holds the lock of a data folder. `asked` says that a second start wants this one in front."""

    asked = Signal()

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
        return Claim(Outcome.SHOWN if self._ask(pid) else Outcome.HELD, pid, host)

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

    def _ask(self, pid: int) -> bool:
        _let_come_forward(pid)
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(PATIENCE_MS):
            return False
        socket.write(ASK)
        socket.flush()
        return socket.waitForReadyRead(PATIENCE_MS) and bytes(socket.readAll().data()) == ANSWER

    def _greet(self) -> None:
        while socket := self._server.nextPendingConnection():
            socket.readyRead.connect(lambda s=socket: self._answer(s))
            socket.disconnected.connect(socket.deleteLater)

    def _answer(self, socket: QLocalSocket) -> None:
        if bytes(socket.readAll().data()) == ASK:
            socket.write(ANSWER)
            socket.flush()
            self.asked.emit()
        socket.disconnectFromServer()


def server_name(folder: Path) -> str:
    """The local socket's name for a data folder: the same for every path that leads to it."""
    return "gemba-" + hashlib.sha256(str(folder.resolve()).casefold().encode()).hexdigest()[:24]


def _let_come_forward(pid: int) -> None:
    if sys.platform == "win32" and pid:  # only the program in front may hand over the foreground
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(pid)
