"""The network thread: it connects, subscribes, hears, and tries again until it is told to end."""

from __future__ import annotations

import logging
import ssl
import threading
from collections.abc import Callable, Iterator
from time import monotonic

from console.domain.events import Link
from console.telemetry import reasons
from console.telemetry.broker import BrokerSettings
from console.telemetry.callbacks import Callbacks
from console.telemetry.contest import Contest
from console.telemetry.pace import Backoff, Pace
from console.telemetry.reasons import Trouble
from console.telemetry.receiver import Receiver
from console.telemetry.seldom import Seldom
from console.telemetry.subscriptions import Steps, Subscriptions, in_portions
from console.telemetry.versions import Versions
from console.telemetry.wire import BACKLOG, Wire, make_wire

GLANCE = 0.2  # seconds between looks at what other threads want

_log = logging.getLogger(__name__)


class Channel:
    """One thread and its connections, one after the other, to one broker."""

    def __init__(
        self,
        settings: BrokerSettings,
        receiver: Receiver,
        subscriptions: Subscriptions,
        versions: Versions,
        numbers: Iterator[int],
        pace: Pace,
        tell: Callable[[Channel, Link, str], None],
    ) -> None:
        self.receiver = receiver
        self.up = False  # the broker has let us in and the connection still stands
        self._settings = settings
        self._subscriptions = subscriptions
        self._versions = versions
        self._numbers = numbers
        self._pace = pace
        self._tell = tell
        self._wire: Wire | None = None
        self._wire_is_five = False
        self._opening = False
        self._up_at: float | None = None  # monotonic time at which the present connection came up
        self._told = False  # whether the owner knows that it did
        self._contest = Contest(pace.steady)
        self._verdict: Trouble | None = None  # what the broker itself said about the end
        self._again = False  # try at once, with another version of MQTT
        self._boundary = threading.Lock()  # between one connection's acknowledgements and the next one's
        self._ended = threading.Event()
        self._drain_until = 0.0
        self._unhappy = Seldom(_log)
        self._thread = threading.Thread(target=self._run, name="mqtt", daemon=True)

    # From any thread

    def start(self) -> None:
        """Begin to connect; returns at once."""
        self._thread.start()

    @property
    def alive(self) -> bool:
        """Whether the thread runs."""
        return self._thread.is_alive()

    @property
    def quiet(self) -> bool:
        """Whether a connection that is up has brought nothing for 2.5 × keepalive: it only looks alive."""
        keepalive = self._wire.keepalive if self._wire else self._settings.keepalive
        return self.up and 0 < 2.5 * keepalive < monotonic() - self.receiver.heard_mono

    def publish(self, topic: str, payload: bytes, qos: int, retain: bool) -> bool:
        """Queue one message for the wire; False when there is no connection or too much waits already."""
        wire = self._wire
        if not self.up or wire is None or wire.backlog() >= BACKLOG:
            return False
        return wire.publish(topic, payload, qos, retain).rc == 0

    def acknowledge(self, mid: int, qos: int) -> None:
        """Answer a held message, unless it has not come by the present connection."""
        with self._boundary:
            wire_mid = self.receiver.durable(mid)
            if wire_mid is not None and self._wire is not None:
                self._wire.settle(wire_mid, qos)

    def stop(self, timeout: float) -> None:
        """Say goodbye, keep the session, and wait for it at most `timeout` seconds; no wait where nobody listens."""
        self._drain_until = monotonic() + timeout
        self._ended.set()
        wire = self._wire
        if self.up and wire is not None:
            if self._settings.will is not None:
                wire.publish(*self._settings.will, qos=1, retain=True)
            wire.disconnect()
        if threading.current_thread() is not self._thread and not self._opening:
            self._thread.join(timeout)

    def abandon(self) -> None:
        """Hear and say nothing any more; the thread ends when it can."""
        self.receiver.deafen()
        self._ended.set()

    # In the network thread

    def _run(self) -> None:
        backoff = Backoff(self._pace)
        while not self._ended.is_set():
            self._verdict, self._up_at, self._told, self._again = None, None, False, False
            trouble = self._connection()
            lasted = monotonic() - self._up_at if self._up_at is not None else 0.0
            if self._again or self._ended.is_set():
                continue
            self._tell(self, Link.REFUSED if trouble.refused else Link.LOST, trouble.reason)
            self._ended.wait(backoff.wait(trouble.refused, lasted))

    def _connection(self) -> Trouble:
        """One connection from its beginning to what ended it."""
        try:
            wire = self._present_wire()
            self._open(wire)
            self._serve(wire)
            return self._diagnose(wire)
        except Exception as error:
            if not isinstance(error, OSError | Trouble | UnicodeError):
                self._unhappy.log(logging.ERROR, "the connection to the broker failed", trace=True)
            self._contest.failed()
            if isinstance(error, ssl.SSLError):
                self._wire = None  # the next one reads the certificate files again
            return reasons.from_error(error, self._settings)
        finally:
            self.up = False
            sock = self._wire.socket() if self._wire else None
            if sock is not None:
                sock.close()

    def _present_wire(self) -> Wire:
        five = self._versions.five
        if self._wire is None or self._wire_is_five != five:
            self._wire = make_wire(self._settings, self.receiver, five)
            self._wire_is_five = five
            Callbacks(self._came_up, self._was_refused, self._was_ended, self._was_answered).hang_on(self._wire)
        return self._wire

    def _open(self, wire: Wire) -> None:
        with self._boundary:
            self.receiver.begin(next(self._numbers))
        self._opening = True
        try:
            wire.reconnect()
        finally:
            self._opening = False

    def _serve(self, wire: Wire) -> None:
        opened = monotonic()
        while not self._ended.is_set() or (self.up and monotonic() < self._drain_until):
            if wire.loop(GLANCE):
                return
            late = monotonic() - opened > self._pace.answer
            if self.up and self._subscriptions.changed:
                self._ask(wire, self._subscriptions.steps())
            elif late and not self.up:
                self._again = self._versions.unanswered()
                self._verdict = reasons.no_answer(self._settings)
                return
            elif late and not self._told:
                self._tell_up("The broker has not confirmed what this console wants to listen to.")

    def _diagnose(self, wire: Wire) -> Trouble:
        if self._verdict is not None:
            return self._verdict
        broken = wire.broken
        if isinstance(broken, ssl.SSLError):
            self._wire = None
            return reasons.from_error(broken, self._settings)
        if self._up_at is None:
            self._contest.failed()
            self._again = self._versions.dropped()
        if broken is not None and not isinstance(broken, ConnectionResetError):
            return reasons.from_error(broken, self._settings)
        if self._up_at is None:
            return reasons.dropped(self._settings, connected=False)
        moment = monotonic()
        if moment - self.receiver.heard_mono >= wire.keepalive > 0:
            return reasons.silent(self._settings)
        if self._contest.closed(moment - self._up_at):
            return reasons.contested(self._settings)
        return reasons.dropped(self._settings, connected=True)

    def _came_up(self, wire: Wire, session_present: bool) -> None:
        self._versions.accepted()
        self._up_at = monotonic()
        self.up = True
        self._contest.came_up(session_present)
        if not session_present:
            wire.forget()
            self.receiver.forget()
        self._ask(wire, self._subscriptions.resume(session_present))
        if self._settings.birth is not None:
            topic, payload = self._settings.birth()
            wire.publish(topic, payload, qos=1, retain=True)

    def _was_refused(self, code: int, name: str, said: str) -> None:
        if code == reasons.UNSUPPORTED_VERSION:
            self._again = self._versions.refused()
        self._verdict = reasons.from_code(code, name, self._settings, said)

    def _was_ended(self, code: int, name: str, said: str) -> None:
        self._verdict = reasons.from_code(code, name, self._settings, said)

    def _was_answered(self, mid: int, refusals: list[str]) -> None:
        self._subscriptions.answered(mid, refusals)
        if self._subscriptions.settled:
            self._tell_up(self._subscriptions.complaint())

    def _ask(self, wire: Wire, steps: Steps) -> None:
        for topics in in_portions(steps.leave):
            wire.unsubscribe(topics)
        for portion in in_portions(steps.join):
            _, mid = wire.subscribe(portion)
            if mid is not None:
                self._subscriptions.asked(mid, [topic for topic, _ in portion])
        if self._subscriptions.settled:
            self._tell_up(self._subscriptions.complaint())

    def _tell_up(self, complaint: str) -> None:
        self._told = True
        self._tell(self, Link.CONNECTED, complaint)
