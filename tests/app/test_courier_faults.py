"""The courier goes on whatever it finds: its thread never ends by itself, and what it cannot share is said."""

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


def test_a_waiting_line_that_another_program_made_unreadable_does_not_end_the_courier(
    seat: Seat, postgresql: PostgreSQL, expected_log
) -> None:
    seat.join(postgresql.fresh())
    seat.give(AddPerson("p", "Anna"))
    seat.until(lambda: seat.shared)
    seat.sharing.pause()
    seat.give(AddPerson("q", "Quinn"))
    seat.until(lambda: len(seat.done) == 2)
    in_sqlite(seat.office.path)("UPDATE trail SET at = 'yesterday' WHERE command = 'AddPerson' AND seq = 2")
    expected_log("Sharing failed", maybe=True)
    seat.sharing.pause(False)
    seat.until(lambda: seat.link is Link.AWAY)
    import time
    time.sleep(3)
    seat.beat()
    print(seat.sharing.sharing, seat.sharing._courier.is_alive())
    assert seat.sharing._courier is not None
    assert seat.sharing._courier.is_alive()
