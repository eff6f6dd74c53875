"""Rules of staying awake: who wishes most is heard, and whoever is gone keeps nothing awake."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.app.declared import BY_NAME
from widgets.shell.awake import NAME, REASON, WISHES, Awake, Session, Wish
from widgets.shell.sessionbus import (
    ANSWER,
    BUS,
    CALL,
    DESTINATION,
    REPLY,
    SIGNATURE,
    SessionBus,
    message,
    session_address,
)

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux desktops are asked over D-Bus")


@pytest.fixture
def bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A message bus of the test's own, as a session has one."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert daemon.stdout is not None
    address = daemon.stdout.readline().strip()
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    yield address
    daemon.send_signal(signal.SIGTERM)
    daemon.wait(10)
    daemon.stdout.close()


class Desktop:
    """The services of a desktop, on a connection of their own: what they were asked, and what they say to it."""

    def __init__(self, address: str, services: dict[str, int]) -> None:
        self.asked: list[tuple[str, bytes]] = []
        self._services = services  # name and the cookie it gives; 0: it hangs
        self._bus = SessionBus(session_address({"DBUS_SESSION_BUS_ADDRESS": address}))
        for name in services:
            assert self._bus.call(*BUS, "RequestName", (name, 0)) is not None
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        wire = self._bus._wire
        wire.settimeout(None)
        with contextlib.suppress(OSError):
            while True:
                head = self._bus._exactly(16)
                length, serial, fields = struct.unpack("<III", head[4:])
                told, body = self._bus._exactly(fields + -fields % 8), self._bus._exactly(length)
                if head[1] == CALL:
                    service = next(name for name in self._services if name.encode() + b"\0" in told)
                    self.asked.append((service, body))
                    caller = re.search(rb":1\.\d+", told)
                    assert caller is not None
                    if cookie := self._services[service]:
                        wire.sendall(answer(serial, caller[0].decode(), cookie))

    def leave(self) -> None:
        """The desktop ends."""
        self._bus._wire.shutdown(socket.SHUT_RDWR)
        self._thread.join(5)
        self._bus.close()


def answer(serial: int, caller: str, cookie: int) -> bytes:
    """The answer to a call, with a number."""
    name = caller.encode()
    fields = struct.pack("<BBcxI", REPLY, 1, b"u", serial)
    fields += struct.pack("<BBcxI", DESTINATION, 1, b"s", len(name)) + name + b"\0"
    fields += b"\0" * (-len(fields) % 8) + bytes([SIGNATURE, 1]) + b"g\0\1u\0"
    head = struct.pack("<cBBBIII", b"l", ANSWER, 1, 1, 4, serial + 1000, len(fields))
    return head + fields + b"\0" * (-len(fields) % 8) + struct.pack("<I", cookie)


@pytest.fixture
def desktop(bus: str) -> Iterator[Desktop]:
    made = Desktop(bus, {"org.freedesktop.ScreenSaver": 7, "org.gnome.SessionManager": 9})
    yield made
    made.leave()


def on_the_bus() -> int:
    """How many programs are on the bus, the desktop and the one that counts among them."""
    said = subprocess.run(
        [
            "dbus-send",
            "--session",
            "--print-reply",
            "--dest=org.freedesktop.DBus",
            "/",
            "org.freedesktop.DBus.ListNames",
        ],
        capture_output=True,
        text=True,
        timeout=10,
        check=True,
    )
    return said.stdout.count('string ":')


class Told(Awake):
    """What the operating system would have been told."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[Wish] = []

    def _tell(self, wish: Wish) -> bool:
        self.said.append(wish)
        return True


def test_the_strongest_wish_holds_and_the_next_one_after_it() -> None:
    awake = Told()
    awake.ask("window", Wish.COMPUTER)
    awake.ask("wall", Wish.DISPLAY)
    awake.ask("window", Wish.COMPUTER)
    awake.ask("wall", Wish.NOTHING)
    awake.ask("window", Wish.NOTHING)
    assert awake.said == [Wish.COMPUTER, Wish.DISPLAY, Wish.COMPUTER, Wish.NOTHING]


def test_every_word_of_the_setting_is_a_wish() -> None:
    assert set(BY_NAME["ui.keep_awake"].choices) == set(WISHES)
    assert WISHES[str(BY_NAME["ui.keep_awake"].default)] is Wish.COMPUTER


def test_without_a_session_nothing_is_started_to_be_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", os.devnull)
    awake = Awake()
    awake.ask("wall", Wish.DISPLAY)
    assert not awake.granted
    assert awake._session is None


def test_a_bus_is_found_where_sessions_have_one(tmp_path: Path) -> None:
    (tmp_path / "bus").touch()
    assert session_address({"XDG_RUNTIME_DIR": str(tmp_path)}) == str(tmp_path / "bus")
    assert session_address({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/run/a%20b,guid=1"}) == "/run/a b"
    assert session_address({"DBUS_SESSION_BUS_ADDRESS": "tcp:host=x;unix:abstract=/tmp/d"}) == "\0/tmp/d"


def asked(awake: Awake | Session) -> Session:
    """The session, once it has answered."""
    session = awake._session if isinstance(awake, Awake) else awake
    assert session is not None
    assert session.asking is not None
    session.asking.join(10)
    assert not session.asking.is_alive()
    return session


def test_a_desktop_keeps_its_display_on_until_the_wall_goes(desktop: Desktop) -> None:
    before, awake = on_the_bus(), Awake()
    awake.ask("wall", Wish.DISPLAY)
    assert awake.granted
    assert asked(awake).held == ("org.freedesktop.ScreenSaver", "org.gnome.SessionManager")
    service, words = desktop.asked[0]
    assert service == "org.freedesktop.ScreenSaver"
    assert NAME.encode() in words
    assert REASON.encode() in words
    assert on_the_bus() == before + 1
    awake.ask("wall", Wish.NOTHING)
    assert on_the_bus() == before, "who left the bus holds nothing there"


def test_a_console_without_a_wall_lets_the_display_go_dark(desktop: Desktop) -> None:
    awake = Awake()
    awake.ask("window", Wish.COMPUTER)
    assert asked(awake).held == ("org.gnome.SessionManager",)
    assert [service for service, _ in desktop.asked] == ["org.gnome.SessionManager"]
    assert desktop.asked[0][1].endswith(struct.pack("<I", 4)), "only sleep is held off, not the display"
    awake.ask("window", Wish.NOTHING)


def test_a_desktop_without_such_services_costs_nothing(bus: str) -> None:
    before, session = on_the_bus(), Session(session_address())
    session.hold(Wish.DISPLAY)
    assert asked(session).held == ()
    assert on_the_bus() == before


def test_a_service_that_hangs_leaves_the_others_to_be_asked(bus: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("widgets.shell.sessionbus.PATIENCE", 0.3)
    hung = Desktop(bus, {"org.freedesktop.ScreenSaver": 0, "org.gnome.SessionManager": 9})
    session = Session(session_address())
    session.hold(Wish.DISPLAY)
    assert asked(session).held == ("org.gnome.SessionManager",)
    session.hold(Wish.NOTHING)
    hung.leave()


def test_a_bus_that_hangs_up_costs_nothing(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as rude:
        rude.bind(str(tmp_path / "rude"))
        rude.listen()
        session = Session(str(tmp_path / "rude"))
        session.hold(Wish.DISPLAY)
        rude.accept()[0].close()
        assert asked(session).held == ()


def test_a_bus_that_talks_nonsense_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    escaped: list[object] = []
    monkeypatch.setattr(threading, "excepthook", escaped.append)
    with socket.socket(socket.AF_UNIX) as rude:
        rude.bind(str(tmp_path / "rude"))
        rude.listen()
        session = Session(str(tmp_path / "rude"))
        session.hold(Wish.DISPLAY)
        wire = rude.accept()[0]
        with wire, wire.makefile("rb") as told:
            told.readline()
            wire.sendall(b"OK 1\r\n")
            assert told.readline() == b"BEGIN\r\n"
            wire.sendall(b"l\2\0\1" + struct.pack("<III", 0, 1, 4) + b"\5\1u\0\0\0\0\0")
            assert asked(session).held == ()
    assert escaped == []


def test_a_call_is_written_as_the_specification_says() -> None:
    told = message(2, "a.b", "/a", "Do", ("x", 5))
    assert told[:4] == b"l\1\0\1"
    assert struct.unpack("<II", told[4:12]) == (12, 2)
    assert told.endswith(b"\1\0\0\0x\0\0\0\5\0\0\0")
    assert b"\2su\0" in told
    assert (len(told) - 12) % 8 == 0
