"""Promise 10: an old console beside a newer shared schema reads on, says so, and loses nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, text, update

from console.domain.commands.people import AddPerson
from console.domain.ids import new_id
from console.domain.sharing import Link
from console.domain.trail import Change, TrailLine
from console.records import migrations
from console.records.address import open_shared
from console.records.schema import meta
from console.records.trail import append
from tests.app.seats import Seat
from tests.databases import Server
from tests.records.schemas import by_a_newer_program


def newer_console_writes(engine: Engine) -> None:
    """What a console of the next version gives: a field and a kind of record that this program has never heard of."""
    known = {"id": "p-2", "name": "Berta", "number": "2", "grants": [], "active": True}
    person = Change("person", "p-2", 1, "", None, known | {"nickname": "B"})
    andon = Change("andon", "a-1", 1, "", None, {"id": "a-1", "raised": None})
    at = datetime(2026, 11, 21, 10, 50, tzinfo=UTC)
    line = TrailLine(0, new_id(), at, at, "p-9", "newer", "RaiseAndon", {"andon": "a-1"}, (person, andon))
    with engine.begin() as db:
        append(db, [line])
        row = known | {"grants": "[]", "version": 1, "last": line.id, "nickname": "B"}
        columns = ", ".join(row)
        db.execute(text(f"INSERT INTO person ({columns}) VALUES ({', '.join(':' + name for name in row)})"), row)
        db.execute(text("INSERT INTO andon (id) VALUES ('a-1')"))


def test_an_old_console_reads_on_beside_a_newer_schema_says_so_and_loses_nothing(
    tmp_path: Path, shared_server: Server
) -> None:
    address = shared_server.fresh()
    engine = open_shared(address)
    old = Seat(tmp_path, "old")
    try:
        old.join(address)
        old.give(AddPerson("p-1", "Anna"))
        old.until(lambda: old.shared)
        by_a_newer_program(engine)
        with engine.begin() as db:
            db.execute(update(meta).where(meta.c.name == "writers").values(value=str(migrations.OURS + 1)))
        newer_console_writes(engine)
        engine.dispose()
        shared_server.throw_out(address.database)  # type: ignore[attr-defined]

        old.until(lambda: old.sharing.look_now() or old.link is Link.NEWER)
        old.until(lambda: old.sharing.look_now() or ("person", "p-2") in old.rows())
        old.give(AddPerson("p-3", "Carl"))
        old.until(lambda: old.sharing.sharing.waiting == 1)
        with engine.connect() as db:
            assert db.scalar(text("SELECT count(*) FROM person WHERE id = 'p-3'")) == 0

        with engine.begin() as db:  # as if it were updated: it may write again
            db.execute(update(meta).where(meta.c.name == "writers").values(value=str(migrations.OURS)))
        engine.dispose()
        shared_server.throw_out(address.database)  # type: ignore[attr-defined]
        old.until(lambda: old.sharing.look_now() or (old.link is Link.SHARED and old.shared))
        with engine.connect() as db:
            found = dict(db.execute(text("SELECT id, nickname FROM person ORDER BY id")).all())
        assert found == {"p-1": "none", "p-2": "B", "p-3": "none"}
    finally:
        old.close()
        engine.dispose()


def test_a_console_that_is_connected_while_a_newer_one_updates_the_database_writes_no_more(
    tmp_path: Path, shared_server: Server
) -> None:
    address = shared_server.fresh()
    engine = open_shared(address)
    old = Seat(tmp_path, "old")
    try:
        old.join(address)
        old.give(AddPerson("p-1", "Anna"))
        old.until(lambda: old.shared)
        by_a_newer_program(engine)
        with engine.begin() as db:
            db.execute(update(meta).where(meta.c.name == "writers").values(value=str(migrations.OURS + 1)))
        old.give(AddPerson("p-3", "Carl"))

        old.until(lambda: old.link is Link.NEWER)
        with engine.connect() as db:
            assert db.scalar(text("SELECT count(*) FROM person WHERE id = 'p-3'")) == 0
        assert old.sharing.sharing.waiting == 1
    finally:
        old.close()
        engine.dispose()
