"""amqtt inside this program: the broker where mosquitto cannot be had. It ends with the program, being a part of it."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable
from typing import Any

from console.domain.errors import WorldAway

START_SECONDS = 10.0
STOP_SECONDS = 5.0


def start_embedded(host: str) -> tuple[int, Callable[[], None]]:
    """Start amqtt on a free port of `host`; return the port and what stops it. Raises WorldAway."""
    from console.demo.broker import free_port

    # To amqtt a client that asks for MQTT 5 is a warning, and one that takes its time to acknowledge an error.
    logging.getLogger("amqtt").setLevel(logging.CRITICAL)
    port = free_port()
    thread = _BrokerThread(host, port)
    thread.start()
    if not thread.up.wait(START_SECONDS) or thread.failure is not None:
        raise WorldAway(f"the embedded broker does not start: {thread.failure or 'no answer'}")
    return port, thread.stop


class _BrokerThread(threading.Thread):
    """A thread with an event loop of its own in which the broker runs."""

    def __init__(self, host: str, port: int) -> None:
        super().__init__(name="embedded broker", daemon=True)
        self.up = threading.Event()
        self.failure: BaseException | None = None
        self._address = f"{host}:{port}"
        self._loop = asyncio.new_event_loop()
        self._end = asyncio.Event()

    def run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._serve())
        except Exception as failure:  # told to whoever waits for `up`
            self.failure = failure
        finally:
            self.up.set()
            self._loop.close()

    def stop(self) -> None:
        """Stop the broker and wait for its thread."""
        if self.is_alive():
            self._loop.call_soon_threadsafe(self._end.set)
            self.join(STOP_SECONDS)

    async def _serve(self) -> None:
        from amqtt.broker import Broker  # type: ignore[import-untyped]

        config: dict[str, Any] = {
            "listeners": {"default": {"type": "tcp", "bind": self._address, "max_connections": 100}},
            "plugins": {"amqtt.plugins.authentication.AnonymousAuthPlugin": {"allow_anonymous": True}},
        }
        broker = Broker(config, loop=self._loop)
        await broker.start()
        self.up.set()
        await self._end.wait()
        await broker.shutdown()
