"""An office of a test's own: commands and questions are answered before the call returns; clocks are the test's."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from console.app.bus import Bus
from console.app.mailbox import Mailbox
from console.app.office import RecordOffice
from console.app.pins import hashed
from console.app.session import Session
from console.domain.commands import CONSOLE, Command
from console.domain.commands.people import AddPerson, BeginPlant, SetPin
from console.domain.desk import ReadDesk
from console.domain.errors import Refusal
from console.domain.events import SessionChanged
from console.domain.people import Grant, Role

R = TypeVar("R")
PIN = "2580"
ADA = "ada"  # the administrator of every staffed office
NOON = 1_795_262_400.0  # 2026-11-21 12:00 UTC
WAYS = {
    "Suzhou": ("Suzhou",),
    "Body": ("Suzhou", "Body"),
    "L1": ("Suzhou", "Body", "L1"),
    "L1/30": ("Suzhou", "Body", "L1", "L1/30"),
    "L2": ("Suzhou", "Body", "L2"),
}


@cache
def pin_hash(pin: str = PIN) -> str:
    """The hash of a PIN, made once."""
    return hashed(pin, b"0123456789abcdef")


class Staffed:
    """The office, its session, and everything that was published about who is signed in."""

    def __init__(self, folder: Path, begun: bool = True) -> None:
        self.wall, self.steady = NOON, 1000.0
        self.mailbox, self.bus = Mailbox(), Bus()
        self.sessions: list[SessionChanged] = []
        self.bus.on(SessionChanged, self.sessions.append)
        self.office = RecordOffice(folder, "console-1", self.mailbox, self.bus, lambda: self.wall)
        self.office.authority.ways = WAYS
        self.session = Session(self.office, self.bus, lambda: self.wall, lambda: self.steady)
        self.office.start()
        if begun:
            self.must(BeginPlant(ADA, "Ada", "1", pin_hash()), who=ADA)

    def wait(self, box: list[R]) -> R:
        """The first thing that comes into the box."""
        deadline = time.monotonic() + 20
        while not box:
            assert time.monotonic() < deadline, "nothing came"
            self.mailbox.run_errands()
            time.sleep(0.001)
        return box[0]

    def ask(self, query: Callable[[ReadDesk], R]) -> R:
        """The answer to a question; everything given before is durable and published."""
        box: list[Any] = []
        self.office.ask(query, box.append, box.append)
        answer = self.wait(box)
        if isinstance(answer, Refusal):
            raise answer
        return answer  # type: ignore[no-any-return]

    def do(self, command: Command, who: str = ADA) -> Any:
        """What came of a command: Done, or the refusal."""
        box: list[Any] = []
        self.office.do(command, box.append, box.append, who=who)
        return self.wait(box)

    def must(self, command: Command, who: str = CONSOLE) -> Any:
        """Give a command that is not refused."""
        result = self.do(command, who)
        assert not isinstance(result, Refusal), (command, result.code, result.facts)
        return result

    def add(self, id: str, *grants: Grant, pin: str = "", number: str = "") -> str:
        """Somebody more, with a PIN where one is given; the id."""
        self.must(AddPerson(id, id.title(), number, grants))
        if pin:
            self.must(SetPin(id, pin_hash(pin)))
        return id

    def sign_in(self, id: str, pin: str = PIN) -> Any:
        """The person who is let in, or the refusal."""
        box: list[Any] = []
        self.session.sign_in(id, pin, box.append, box.append)
        result = self.wait(box)
        self.settle()
        return result

    def settle(self) -> None:
        """Let everything that is on its way arrive."""
        for _ in range(2):
            self.ask(lambda desk: None)

    def pass_time(self, seconds: float) -> None:
        """Both clocks go on."""
        self.wall += seconds
        self.steady += seconds

    def close(self) -> None:
        """End the office."""
        self.office.close()


def at(role: Role, *scope: str) -> Grant:
    """A role at a place."""
    return Grant(role, scope)
