"""A way to a server that can be cut, frozen and slow: a small TCP proxy on the loopback interface."""

from __future__ import annotations

import contextlib
import random
import socket
import threading
import time

from tests.brokers import HOST


class Proxy:
    """Forwards connections from `port` to the target's port. Threads are daemons; `close` ends them."""

    def __init__(self, target: int) -> None:
        self.target = target
        self.delay = (0.0, 0.0)  # seconds that each piece is held back, from and to
        self.connections = 0
        self._server = socket.create_server((HOST, 0))
        self.port = int(self._server.getsockname()[1])
        self._open = threading.Event()
        self._open.set()
        self._flowing = threading.Event()
        self._flowing.set()
        self._pairs: set[tuple[socket.socket, socket.socket]] = set()
        self._ended = False
        threading.Thread(target=self._accept, daemon=True).start()

    def cut(self) -> None:
        """Break every connection and take no new one."""
        self._open.clear()
        for pair in list(self._pairs):
            self._shut(pair)

    def breaks(self) -> None:
        """Break every connection; new ones are taken."""
        self.cut()
        self._open.set()

    def mend(self) -> None:
        """Let everything through again."""
        self._open.set()
        self._flowing.set()

    def freeze(self) -> None:
        """Nothing comes through any more, and nobody is told."""
        self._flowing.clear()

    def close(self) -> None:
        """End."""
        self._ended = True
        self.cut()
        self._flowing.set()
        with contextlib.suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()

    def _accept(self) -> None:
        while not self._ended:
            try:
                near, _ = self._server.accept()
                if not self._open.is_set():
                    near.close()
                    continue
                far = socket.create_connection((HOST, self.target), 5)
            except OSError:
                with contextlib.suppress(OSError, UnboundLocalError):
                    near.close()
                continue
            self.connections += 1
            pair = (near, far)
            self._pairs.add(pair)
            for way in (pair, (far, near)):
                threading.Thread(target=self._pump, args=(*way, pair), daemon=True).start()

    def _pump(self, source: socket.socket, sink: socket.socket, pair: tuple[socket.socket, socket.socket]) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                if self.delay[1]:
                    time.sleep(random.uniform(*self.delay))
                self._flowing.wait()
                sink.sendall(data)
        self._shut(pair)

    def _shut(self, pair: tuple[socket.socket, socket.socket]) -> None:
        self._pairs.discard(pair)
        for one in pair:
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()
