"""Promise 3: a shared-database outage stops nobody. PostgreSQL is really stopped while commands are given."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from console.domain.commands import Command
from console.domain.commands.people import AddOperation, AddPerson, ChangePerson, NoteSignIn, SetPin, SetSkill
from console.domain.sharing import Address, Link
from console.domain.trail import Verdict
from tests.app.seats import Seat
from tests.databases import PostgreSQL
from tests.records.plants import shared_state
from tests.records.test_sync import PIN

COMMANDS = 1000
PEOPLE, OPERATIONS = 40, 10


def command(number: int) -> Command:
    """What a day brings: people, operations, then skills, names and wrong PINs."""
    if number < PEOPLE:
        return AddPerson(f"p{number}", f"Person {number}", str(number))
    if number < PEOPLE + OPERATIONS:
        return AddOperation(f"o{number - PEOPLE}", f"Operation {number}")
    person = f"p{number * 7 % PEOPLE}"
    if number < PEOPLE + OPERATIONS + 5:
        return SetPin(f"p{number - PEOPLE - OPERATIONS}", PIN)
    if number % 11 == 0:
        return ChangePerson(person, f"Person, called {number}")
    if number % 13 == 0:
        return NoteSignIn(f"p{number % 5}", number % 2 == 0)
    return SetSkill(person, f"o{number % OPERATIONS}", number % 5, note=f"turn {number}")


@contextmanager
def consoles(folder: Path, *names: str) -> Iterator[list[Seat]]:
    """Consoles, ended afterwards."""
    seats = [Seat(folder, name) for name in names]
    try:
        yield seats
    finally:
        for seat in seats:
            seat.close()


def outage(server: PostgreSQL, address: Address, folder: Path, seconds: float) -> None:
    """The server is away for so long; all commands are given meanwhile, and the console is restarted half-way."""
    with consoles(folder, "a", "b") as (a, b):
        a.join(address), b.join(address)
        a.until(lambda: a.link is b.link is Link.SHARED, beside=(b,))
        server.stop()
        began = time.monotonic()
        slowest = 0.0
        for number in range(COMMANDS):
            given = time.monotonic()
            a.give(command(number))
            a.until(lambda count=number + 1: len(a.done) == count)  # type: ignore[misc]
            slowest = max(slowest, time.monotonic() - given)
            if number == COMMANDS // 2:
                a.restart()
                a.join(address)
            a.until(lambda at=began + seconds * (number + 1) / COMMANDS: time.monotonic() >= at, seconds + 10)  # type: ignore[misc]
        a.until(lambda: a.sharing.sharing.waiting == COMMANDS)
        assert a.link is Link.AWAY
        away = time.monotonic() - began

        server.start()
        back = time.monotonic()
        a.until(lambda: a.shared and b.shared and a.rows() == b.rows(), 120, beside=(b,))

        print(f"\naway for {away:.1f} s; the slowest of {COMMANDS} commands took {slowest * 1000:.0f} ms;", end=" ")
        print(f"all shared {time.monotonic() - back:.1f} s after the server was back")
        assert a.refused_here == []
        rows, lines = shared_state(address)
        assert a.rows() == b.rows() == rows
        assert [line.id for line in lines] == a.done
        assert {line.verdict for line in lines} == {Verdict.DONE}
        a.verified(), b.verified()


def test_an_outage_of_the_shared_database_stops_nobody_and_loses_nothing(postgresql, tmp_path):
    try:
        outage(postgresql, postgresql.fresh(), tmp_path, 4.0)
    finally:
        postgresql.start()


@pytest.mark.soak
def test_ten_minutes_without_the_shared_database(postgresql, tmp_path):
    try:
        outage(postgresql, postgresql.fresh(), tmp_path, 600.0)
    finally:
        postgresql.start()


def test_a_power_cut_of_the_server_in_the_middle_of_sharing_doubles_nothing(postgresql, tmp_path):
    address = postgresql.fresh()
    try:
        with consoles(tmp_path, "a") as (a,):
            for number in range(COMMANDS):
                a.give(command(number))
            a.until(lambda: len(a.done) == COMMANDS)
            a.join(address)
            for share in (0.25, 0.6):
                a.until(lambda most=COMMANDS * (1 - share): a.sharing.sharing.waiting <= most, 60)  # type: ignore[misc]
                postgresql.kill()
                postgresql.start()
            a.until(lambda: a.shared, 90)

            rows, lines = shared_state(address)
            assert a.rows() == rows
            assert [line.id for line in lines] == a.done
    finally:
        postgresql.start()
