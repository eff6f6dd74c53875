"""The guard goes on whatever it finds, and lets the program end while a database does not answer."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from console.app.guard import Guard
from console.app.sharedlook import SharedLook
from console.domain.commands.people import AddPerson
from tests.app.guarded import Guarded
from tests.app.seats import Seat
from tests.databases import PostgreSQL
from tests.proxies import Proxy


@pytest.fixture
def way(postgresql: PostgreSQL) -> Iterator[Proxy]:
    made = Proxy(postgresql.port)
    yield made
    made.close()


def test_records_that_cannot_be_verified_are_said_and_verified_when_they_can(tmp_path: Path, expected_log) -> None:
    plant = Guarded(tmp_path)
    expected_log("could not be verified")
    plant.sql("ALTER TABLE meta RENAME TO hidden")
    plant.verify()
    assert "meta" in plant.guard.state.here.trouble
    assert not plant.guard.running

    plant.sql("ALTER TABLE hidden RENAME TO meta")
    plant.verify()
    assert plant.guard.state.here.trouble == ""
    assert plant.guard.state.here.at is not None
    plant.close()


def test_a_shared_database_that_falls_silent_does_not_hold_up_the_end(
    tmp_path: Path, postgresql: PostgreSQL, way: Proxy
) -> None:
    seat = Seat(tmp_path, "a")
    look = SharedLook(seat.sharing)
    guard = Guard(seat.office, seat.bus, seat.mailbox, seat.folder, time.time, look)
    guard.soon, guard.cut = 3600.0, look.cut
    guard.start()
    for number in range(300):
        seat.give(AddPerson(f"p{number}", "Anna"))
    seat.join(replace(postgresql.fresh(), port=way.port))
    seat.until(lambda: seat.shared)
    way.delay = (0.05, 0.05)
    guard.verify()
    seat.until(lambda: guard.state.shared is not None)  # it reads there now
    way.freeze()
    time.sleep(0.3)

    began = time.monotonic()
    seat.sharing.close()
    guard.close()
    look.close()
    seat.office.close()

    assert time.monotonic() - began < 5.0
    assert guard._thread is not None
    assert not guard._thread.is_alive()
