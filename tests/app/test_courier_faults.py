"""The courier goes on whatever it finds: its thread never ends by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.domain.commands.people import AddPerson
from console.domain.sharing import Link
from tests.app.seats import Seat
from tests.databases import PostgreSQL
from tests.journeys.tampering import in_sqlite


@pytest.fixture
def seat(tmp_path: Path) -> Iterator[Seat]:
    made = Seat(tmp_path, "a")
    yield made
    made.close()


def test_a_waiting_line_that_nobody_can_read_any_more_does_not_end_sharing(
    seat: Seat, postgresql: PostgreSQL, expected_log
) -> None:
    address = postgresql.fresh()
    seat.join(address)
    seat.give(AddPerson("p", "Anna"))
    seat.until(lambda: seat.shared)
    seat.sharing.pause()
    seat.give(AddPerson("q", "Quinn"))
    seat.give(AddPerson("r", "Rosa"))
    seat.until(lambda: len(seat.done) == 3)
    in_sqlite(seat.office.path)("UPDATE trail SET at = 'yesterday' WHERE seq = 2")

    expected_log("was altered by another program")
    seat.sharing.pause(False)
    seat.until(lambda: seat.shared)

    assert postgresql.sql("SELECT id FROM person ORDER BY id", address.database) == [("p",), ("r",)]


def test_local_records_that_cannot_be_counted_do_not_end_the_courier(
    seat: Seat, postgresql: PostgreSQL, expected_log
) -> None:
    seat.join(postgresql.fresh())
    seat.give(AddPerson("p", "Anna"))
    seat.until(lambda: seat.shared)
    in_sqlite(seat.office.path)("ALTER TABLE outbox RENAME TO hidden")
    expected_log("Sharing failed")
    seat.until(lambda: seat.sharing.look_now() or seat.link is Link.AWAY)

    in_sqlite(seat.office.path)("ALTER TABLE hidden RENAME TO outbox")
    seat.until(lambda: seat.sharing.look_now() or seat.link is Link.SHARED)
