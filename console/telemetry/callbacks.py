"""What paho calls back, guarded: whatever goes wrong in here is logged and never ends the network thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from paho.mqtt.client import Client, ConnectFlags, DisconnectFlags
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode

from console.telemetry.seldom import Seldom
from console.telemetry.wire import Wire

_log = logging.getLogger(__name__)


def _guarded(method: Callable[..., None]) -> Callable[..., None]:
    @wraps(method)
    def guard(self: Callbacks, *args: Any) -> None:
        try:
            method(self, *args)
        except Exception:
            self.unhappy.log(logging.ERROR, "%s failed", method.__name__, trace=True)

    return guard


class Callbacks:
    """Turns paho's callbacks into plain values for whoever runs the connection."""

    def __init__(
        self,
        came_up: Callable[[Wire, bool], None],
        was_refused: Callable[[int, str, str], None],
        was_ended: Callable[[int, str, str], None],
        was_answered: Callable[[int, list[str]], None],
    ) -> None:
        self._came_up = came_up
        self._was_refused = was_refused
        self._was_ended = was_ended
        self._was_answered = was_answered
        self._unsent = Seldom(_log)
        self.unhappy = Seldom(_log)

    def hang_on(self, wire: Wire) -> None:
        """Be called by `wire`."""
        wire.on_connect = self._connected
        wire.on_disconnect = self._disconnected
        wire.on_subscribe = self._subscribed
        wire.on_publish = self._published

    @_guarded
    def _connected(self, wire: Wire, data: object, flags: ConnectFlags, code: ReasonCode, extra: Properties) -> None:
        if code.is_failure:
            self._was_refused(code.value, code.getName(), _said(extra))
        else:
            self._came_up(wire, flags.session_present)

    @_guarded
    def _disconnected(
        self, client: Client, data: object, flags: DisconnectFlags, code: ReasonCode, extra: Properties
    ) -> None:
        if flags.is_disconnect_packet_from_server:
            self._was_ended(code.value, code.getName(), _said(extra))

    @_guarded
    def _subscribed(self, client: Client, data: object, mid: int, codes: list[ReasonCode], extra: Properties) -> None:
        self._was_answered(mid, [code.getName().lower() if code.is_failure else "" for code in codes])

    @_guarded
    def _published(self, client: Client, data: object, mid: int, code: ReasonCode, extra: Properties) -> None:
        if code.is_failure:
            self._unsent.log(logging.WARNING, "the broker refused a message of this console: %s", code.getName())


def _said(properties: Properties | None) -> str:
    return str(getattr(properties, "ReasonString", ""))
