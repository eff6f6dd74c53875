"""Two consoles that hear one line and share their records: one order, its way gone once."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

from console.app.sharing import SharingDesk
from console.domain.sharing import Link
from console.records import outbox
from tests.app.calling import Clock
from tests.app.ordering import Floor
from tests.databases import PostgreSQL


class Shared(Floor):
    """A console that shares."""

    def __init__(self, folder: Path, name: str, address: Any, clock: Clock) -> None:
        folder.mkdir()
        super().__init__(folder, clock)
        console = self.console
        self.desk = SharingDesk(console.office, console.mailbox, console.bus, name)
        console.serve(self.desk)
        self.desk.join(address)
        self.until(lambda: self.desk.sharing.link is Link.SHARED)

    def all_shared(self) -> bool:
        """Whether nothing that was given here waits."""
        box: list[int] = []

        def waiting(local: Any) -> int:
            with local.reading() as db:
                return outbox.waiting(db).count

        self.console.office.run(waiting, box.append)
        self.until(lambda: box)
        return box == [0]


def test_two_consoles_that_hear_the_same_line_make_one_order(tmp_path: Path, postgresql: PostgreSQL) -> None:
    address = postgresql.fresh()
    clocks = Clock(), Clock()
    clocks[1].at += 0.03  # one hears it a moment later
    floors = [Shared(tmp_path / name, name, address, clock) for name, clock in zip("ab", clocks, strict=True)]
    try:
        for state in ("requested", "active", "completed"):
            for floor in floors:
                floor.clock.at += 30
                floor.heard("L5", "states", order="WO-5", state=state, at=clocks[0].at)
                floor.heard("L1", "order", order="WO-1", product="Housing", target=10, good=0, scrap=0)
                floor.live()
        end = time.monotonic() + 30
        while not (all(floor.all_shared() for floor in floors) and same(floors)):
            assert time.monotonic() < end, [rows(floor) for floor in floors]
            for floor in floors:
                floor.live(0.0)
            time.sleep(0.05)
        for floor in floors:
            assert floor.way("WO-5") == ["released", "running", "done"]
            assert floor.way("WO-1") == ["running"]
            assert len(floor.orders.by_id) == 2
    finally:
        for floor in floors:
            floor.close()


def rows(floor: Floor) -> str:
    """Every order and move as the console holds it."""
    from tests.records.plants import rows_of

    box: list[Any] = []

    def read(local: Any) -> str:
        with local.reading() as db:
            found = rows_of(db)
        mine = {str(key): row for key, row in found.items() if key[0] in ("work_order", "flow_step")}
        return json.dumps(mine, default=str, sort_keys=True)

    floor.console.office.run(read, box.append, box.append)
    floor.until(lambda: box)
    assert isinstance(box[0], str), box[0]
    return box[0]


def same(floors: list[Shared]) -> bool:
    """Whether all of them hold the same."""
    return len({rows(floor) for floor in floors}) == 1
