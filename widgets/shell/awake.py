"""Keeps display and computer from falling asleep by themselves while somebody counts on this console."""

from __future__ import annotations

import contextlib
import logging
import sys
import threading
from enum import IntEnum
from typing import Any

from widgets.shell.sessionbus import SessionBus, session_address

log = logging.getLogger(__name__)

# winbase.h: ES_CONTINUOUS, ES_SYSTEM_REQUIRED, ES_DISPLAY_REQUIRED
CONTINUOUS, SYSTEM_REQUIRED, DISPLAY_REQUIRED = 0x80000000, 0x1, 0x2
NAME, REASON = "Gemba Console", "Shows the line and sounds its calls"
SUSPEND = 4  # a flag of org.gnome.SessionManager.Inhibit
Ask = tuple[str, str, tuple[str | int, ...]]  # service, path, what its Inhibit wants to know
SCREEN: Ask = ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", (NAME, REASON))
POWER: Ask = ("org.freedesktop.PowerManagement.Inhibit", "/org/freedesktop/PowerManagement/Inhibit", (NAME, REASON))
GNOME: Ask = ("org.gnome.SessionManager", "/org/gnome/SessionManager", (NAME, 0, REASON, SUSPEND))


class Wish(IntEnum):
    """How much shall stay awake; more holds what is less too."""

    NOTHING = 0
    COMPUTER = 1  # it does not go to sleep, so readings are kept and calls sound; the display may go dark
    DISPLAY = 2


WISHES = {"off": Wish.NOTHING, "computer": Wish.COMPUTER, "display": Wish.DISPLAY}  # the words of ui.keep_awake


class Awake:
    """Who wishes what; the strongest wish is what the operating system is asked for. Use it in the main thread."""

    def __init__(self) -> None:
        self._wishes: dict[str, Wish] = {}
        self._session: Session | None = None
        self.now = Wish.NOTHING
        self.granted = False  # whether the system could be asked for what holds now; D-Bus answers later

    def ask(self, who: str, wish: Wish) -> None:
        """Take somebody's wish in place of the one before."""
        self._wishes[who] = wish
        strongest = max(self._wishes.values())
        if strongest is not self.now:
            self.now = strongest
            self.granted = self._tell(strongest)

    def _tell(self, wish: Wish) -> bool:
        if sys.platform == "win32":
            return tell_windows(wish)
        address = session_address()
        if not address:
            return False
        if self._session is None:
            self._session = Session(address)
        self._session.hold(wish)
        return True


def tell_windows(wish: Wish) -> bool:
    """Say it to Windows, which forgets it when the thread that said it ends; says whether it was taken."""
    import ctypes

    flags = CONTINUOUS
    if wish >= Wish.COMPUTER:
        flags |= SYSTEM_REQUIRED
    if wish is Wish.DISPLAY:
        flags |= DISPLAY_REQUIRED
    kernel: Any = ctypes.windll.kernel32  # type: ignore[attr-defined, unused-ignore]
    return bool(kernel.SetThreadExecutionState(ctypes.c_uint32(flags)))


class Session:
    """The services of a Linux desktop: its screen saver for the display, its power manager for the computer.

    Each wish has a connection of its own, asked for on a thread of its own: a service that hangs holds up nothing.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self._lock = threading.Lock()
        self._turn = 0
        self._bus: SessionBus | None = None
        self.held: tuple[str, ...] = ()  # the services that said yes
        self.asking: threading.Thread | None = None

    def hold(self, wish: Wish) -> None:
        """Ask for this in place of what was asked before."""
        with self._lock:
            self._turn += 1
            turn, before = self._turn, self._bus
            self._bus, self.held = None, ()
        if before is not None:
            before.close()
        asks = {Wish.NOTHING: (), Wish.COMPUTER: (POWER, GNOME), Wish.DISPLAY: (SCREEN, POWER, GNOME)}[wish]
        if asks:
            self.asking = threading.Thread(target=self._hold, args=(asks, turn), name="awake", daemon=True)
            self.asking.start()

    def _hold(self, asks: tuple[Ask, ...], turn: int) -> None:
        try:
            bus = SessionBus(self._address)
        except OSError as error:
            log.info("The session cannot be asked to stay awake: %s", error)
            return
        held: tuple[str, ...] = ()
        try:
            for service, path, words in asks:
                with contextlib.suppress(TimeoutError):  # one that hangs leaves the others to be asked
                    if bus.call(service, path, "Inhibit", words) is not None:
                        held = (*held, service)
        except OSError as error:
            log.info("The session does not answer whether it stays awake: %s", error)
        log.info("Kept awake by %s", ", ".join(held) or "nothing: this desktop has no such service")
        with self._lock:
            if turn == self._turn and held:
                self._bus, self.held = bus, held
                return
        bus.close()


awake = Awake()
