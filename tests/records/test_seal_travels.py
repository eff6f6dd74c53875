"""A sealed handover is whole wherever it comes to: through each shared database and out of a backup."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from console.domain.commands import CONSOLE
from console.domain.commands import handovers as hand
from console.domain.commands.people import AddPerson
from console.domain.handover_moves import content_hash, is_whole
from console.domain.handovers import Fact, Handover, OpenItem, Part, Reply, Risk, Subject, handover_id, item_id
from console.records.local import LocalRecords
from tests.databases import Server
from tests.records.plants import Site, carry_out

T = datetime(2026, 11, 21, 12, 0, 0, 123456, tzinfo=UTC)


@pytest.fixture(params=["postgresql", "mariadb"])
def server(request: pytest.FixtureRequest) -> Server:
    return request.getfixturevalue(request.param)


def test_a_sealed_handover_is_whole_at_another_console_and_out_of_a_backup(tmp_path: Path, server: Server) -> None:
    address = server.fresh()
    a, b = Site(tmp_path, "a"), Site(tmp_path, "b")
    words = "trailing   \r\nsecond \u202ertl 🏭 e\u0301 \t=1+1  "
    items = (
        OpenItem(
            item_id(Subject.CALL, "c"),
            Subject.CALL,
            "c",
            "L1",
            "泵 7 🏭 ",
            T,
            " a\r\nb ",
            "",
            Risk.HIGH,
            2,
            date(2026, 11, 19),
            "late",
            (("minutes", 0.1 + 0.2), ("stops", 3.0), ("n", -0.0), ("big", 1e22), ("small", 1e-7)),
        ),  # fmt: skip
        OpenItem(item_id(Subject.STOP, "s"), Subject.STOP, "s", "L1", "t", T + timedelta(microseconds=1)),
    )
    facts = (
        Fact(Part.LOSSES, "stopped", (("minutes", 41.3), ("share", 1 / 3)), (("x", "🏭 "),)),
        Fact(Part.WATCH, "none"),
    )
    begins, ends = T - timedelta(hours=8), T + timedelta(hours=1)
    shift = ("L1", date(2026, 11, 21), "Früh ", begins, ends, "")
    id = handover_id("L1", ends)
    on = (id, "L1")
    try:
        for who in ("anna", "bert"):
            a.do(AddPerson(who, who.title()), CONSOLE)
        a.do(hand.PrepareHandover(*shift, facts, items, 1), "anna")
        a.do(hand.WriteHandover(*on, words, ""), "anna")
        a.do(hand.AddHandoverItem(*on, "note", "", "hand 中文 ", words), "anna")
        a.do(hand.OverrideHandover(*on, content_hash(a.get(Handover, id)), words), "anna")
        for item in a.get(Handover, id).items:
            a.do(hand.AnswerHandoverItem(*on, item.id, Reply.DISPUTED, words), "bert")
        a.do(hand.TakeOver(*on, content_hash(a.get(Handover, id))), "bert")
        for site in (a, b):
            site.join(address)
            site.share()
        for site in (a, b):
            got = site.get(Handover, id)
            assert got is not None
            assert got.seal
            assert is_whole(got), site.name
        assert a.get(Handover, id) == b.get(Handover, id)
    finally:
        a.close(), b.close()
    (path,) = list(tmp_path.rglob("a/**/records.db")) or list(tmp_path.rglob("*.db"))[:1]
    copy = tmp_path / "copy.db"
    with closing(sqlite3.connect(path)) as src, closing(sqlite3.connect(copy)) as dst:
        src.backup(dst)
    records = LocalRecords(copy, carry_out)
    try:
        (one,) = records.ask(lambda desk: desk.find(Handover))
        assert is_whole(one)
    finally:
        records.close()
