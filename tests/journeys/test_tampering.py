"""Promise 8: altering the record is noticed, and what is told names what was altered; nothing else is an alarm."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.domain.commands import Command
from console.domain.commands.people import ChangePerson
from console.domain.sharing import Address, Engine
from console.domain.tampering import Tampering, What
from console.domain.trail import canonical, chained, heard_change, told_change
from console.records.anchor import Anchor
from console.records.shelves import KINDS
from console.records.verify import Report, Verifier, mend_index
from tests.databases import Server
from tests.journeys.tampering import ANNA, BO, Sql, by, columns, everything, in_sqlite, one_id, told
from tests.records.plants import Site, shared_engine

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


TURNS = 6  # of altering every column: the engine's own two have one each


class Watched:
    """A database with a row in every table, a stranger's tool for it, and its verification."""

    def __init__(self, view: object, sql: Sql, quote: str = '"') -> None:
        self.view, self.sql, self.quote = view, sql, quote
        self.anchor = Anchor()
        report = self.verify()
        assert report.findings == []
        self.anchor = report.anchor

    def verify(self) -> Report:
        """Everything."""
        return Verifier(self.view, self.anchor, NOW, lambda share: True, slice=7).whole()  # type: ignore[arg-type]

    def found(self) -> list[tuple[str, str, str, str]]:
        """What a verification tells."""
        return told(self.verify().findings)

    def run(self, statement: str) -> list[tuple[object, ...]]:
        """One statement; names are quoted as in SQLite."""
        parts = statement.split("'")  # every second one is a value
        parts[::2] = [part.replace('"', self.quote) for part in parts[::2]]
        return self.sql("'".join(parts))


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    made = Site(tmp_path, "a")
    for one in everything():
        command = one if isinstance(one, Command) else made.local.ask(one)
        made.do(command, by(command))
    yield made
    made.close()


@pytest.fixture
def here(site: Site) -> Watched:
    return Watched(site.local.reading, in_sqlite(site.path))


@pytest.fixture(params=["sqlite", "postgresql", "mariadb"])
def watched(request: pytest.FixtureRequest, site: Site) -> Iterator[Watched]:
    """The same records in every kind of database that a plant may have."""
    if request.param == "sqlite":
        yield Watched(site.local.reading, in_sqlite(site.path))
        return
    server: Server = request.getfixturevalue(request.param)
    address: Address = server.fresh()
    site.join(address)
    site.share()
    engine = shared_engine(address)
    strict = engine.execution_options(isolation_level="REPEATABLE READ")
    quote = "`" if address.engine is Engine.MARIADB else '"'
    with server.tool(address.database) as run:
        yield Watched(strict.begin, run, quote)
    engine.dispose()


# Rows


def test_every_record_table_has_a_row_in_these_tests(here: Watched) -> None:
    assert [kind for kind in KINDS if not here.sql(f'SELECT 1 FROM "{kind}"')] == []


def test_a_field_changed_in_any_table_is_named(watched: Watched) -> None:
    """Each round alters other columns, in every table at once: the verification looks at all of them each time."""
    ids = {kind: one_id(lambda statement: watched.run(statement), kind) for kind in sorted(KINDS)}
    for turn in range(TURNS):
        changed, back = [], []
        for kind, id in ids.items():
            names = [name for name in columns(kind) if _turn(kind, name) == turn]
            if not names:
                continue
            listed = ", ".join(f'"{name}"' for name in names)
            (before,) = watched.run(f"SELECT {listed} FROM \"{kind}\" WHERE id = '{id}'")
            other, same = (
                ", ".join(f'"{name}" = {literal(value)}' for name, value in zip(names, before, strict=True))
                for literal in (_other, _literal)
            )
            watched.run(f"UPDATE \"{kind}\" SET {other} WHERE id = '{id}'")
            changed += [("changed", kind, id, name) for name in names]
            back.append(f"UPDATE \"{kind}\" SET {same} WHERE id = '{id}'")
        assert sorted(watched.found()) == sorted(changed)
        for statement in back:
            watched.run(statement)
    assert watched.found() == []


def test_what_was_expected_and_what_was_found_are_told(here: Watched) -> None:
    here.sql(f"UPDATE person SET name = 'Mallory' WHERE id = '{ANNA}'")
    (finding,) = here.verify().findings
    assert (finding.expected, finding.found, finding.seq) == ("Anna Z", "Mallory", 6)


def test_a_secret_is_named_and_not_told(here: Watched) -> None:
    here.sql(f"UPDATE credential SET pin = 'argon2-of-mine', badge = '' WHERE id = '{ANNA}'")
    findings = here.verify().findings
    assert {(one.field, one.expected, one.found) for one in findings} == {("pin", "…", "…"), ("badge", "…", "")}
    here.sql("DELETE FROM credential")
    assert "argon2" not in str(here.verify().findings)


def test_a_row_deleted_from_any_table_is_named(watched: Watched) -> None:
    wanted = []
    for kind in sorted(KINDS):
        id = one_id(lambda statement: watched.run(statement), kind)
        watched.run(f"DELETE FROM \"{kind}\" WHERE id = '{id}'")
        wanted.append(("deleted", kind, id, ""))
    assert sorted(watched.found()) == wanted


def test_a_row_inserted_into_any_table_is_named(watched: Watched) -> None:
    wanted = []
    for kind in sorted(KINDS):
        id = one_id(lambda statement: watched.run(statement), kind)
        names = ", ".join(f'"{name}"' for name in columns(kind))
        watched.run(f"INSERT INTO \"{kind}\" (id, {names}) SELECT 'mine', {names} FROM \"{kind}\" WHERE id = '{id}'")
        wanted.append(("inserted", kind, "mine", ""))
    assert sorted(watched.found()) == wanted


def test_values_of_another_type_are_noticed_and_break_nothing(here: Watched) -> None:
    here.sql(f"UPDATE person SET active = 2, grants = 'no list', name = x'00ff' WHERE id = '{ANNA}'")
    here.sql("INSERT INTO operation SELECT x'fe', name, place, needed, \"order\", active, version, last FROM operation")
    assert here.found() == [
        ("inserted", "operation", "b'\\xfe'", ""),
        ("changed", "person", ANNA, "name"),
        ("changed", "person", ANNA, "grants"),
        ("changed", "person", ANNA, "active"),
    ]


def test_a_row_altered_before_a_command_built_on_it_is_noticed_afterwards(site: Site, here: Watched) -> None:
    here.sql(f"UPDATE person SET number = '0' WHERE id = '{ANNA}'")
    here.sql(f"DELETE FROM person WHERE id = '{BO}'")
    stale = site.do(ChangePerson(ANNA, "Anna Y", "0"))
    assert stale
    assert ("overwritten", "person", ANNA, "number") in here.found()
    report = Verifier(site.local.reading, here.anchor, NOW, lambda share: True).new_lines()
    assert report is not None
    (finding,) = report.findings
    assert (finding.what, finding.field, finding.expected, finding.found) == (What.OVERWRITTEN, "number", "2", "0")


# Lines


def test_a_line_changed_in_any_column_is_named(watched: Watched) -> None:
    texts = {"payload": '{"person":"anna"}', "changes": "[]", "note": '{"a":1}', "about": "x", "verdict": "settled"}
    texts |= {"hash": "f" * 64, "previous": "f" * 64}
    for (column,) in _columns(watched, "trail"):
        if column == "seq":
            continue
        ((before,),) = watched.run(f'SELECT "{column}" FROM trail WHERE seq = 4')
        after = texts.get(column, f"{before}"[:-1] + ("8" if f"{before}".endswith("9") else "9"))
        watched.run(f"UPDATE trail SET \"{column}\" = '{after}' WHERE seq = 4")
        assert watched.verify().findings == [Tampering(What.LINE_CHANGED, seq=4)], column
        watched.run(f'UPDATE trail SET "{column}" = {_literal(before)} WHERE seq = 4')
    assert watched.found() == []


def test_lines_that_cannot_be_read_are_named_and_break_nothing(here: Watched) -> None:
    here.sql("UPDATE trail SET changes = '{' WHERE seq = 2")
    here.sql("UPDATE trail SET payload = x'00ff' WHERE seq = 3")
    here.sql("UPDATE trail SET changes = '[{\"kind\":1}]' WHERE seq = 4")
    assert here.verify().findings == [Tampering(What.LINE_CHANGED, seq=seq) for seq in (2, 3, 4)]


def test_a_character_cannot_move_from_one_column_to_its_neighbour(here: Watched) -> None:
    ((payload, changes),) = here.sql("SELECT payload, changes FROM trail WHERE seq = 4")
    first, rest = payload.rsplit(",", 1)
    quoted = [text.replace("'", "''") for text in (first, f"{rest},{changes}")]
    here.sql(f"UPDATE trail SET payload = '{quoted[0]}', changes = '{quoted[1]}' WHERE seq = 4")
    assert Tampering(What.LINE_CHANGED, seq=4) in here.verify().findings


def test_a_deleted_line_is_named(watched: Watched) -> None:
    watched.run("DELETE FROM trail WHERE seq = 5")
    assert watched.verify().findings == [Tampering(What.LINE_MISSING, seq=5)]
    watched.run("DELETE FROM trail WHERE seq IN (2, 3)")
    assert watched.verify().findings == [
        Tampering(What.LINE_MISSING, seq=2, until=3),
        Tampering(What.LINE_MISSING, seq=5),
    ]


def test_an_inserted_line_is_named(watched: Watched) -> None:
    names = [name for (name, *_) in _columns(watched, "trail") if name not in ("seq", "id")]
    listed = ", ".join(f'"{name}"' for name in names)
    last = watched.anchor.seq
    for seq in (0, last + 1, last + 9):
        watched.run(f"INSERT INTO trail (seq, id, {listed}) SELECT {seq}, 'i{seq}', {listed} FROM trail WHERE seq = 3")
    findings = [(one.what, one.seq, one.until) for one in watched.verify().findings if one.what is not What.INDEX]
    changed, missing = What.LINE_CHANGED, What.LINE_MISSING
    first, gap, second = (changed, last + 1, 0), (missing, last + 2, last + 8), (changed, last + 9, 0)
    assert findings == [(changed, 0, 0), first, gap, second]


def test_lines_cut_off_at_the_end_are_named(watched: Watched) -> None:
    last = watched.anchor.seq
    watched.run("DELETE FROM trail WHERE seq > 8")
    watched.run("DELETE FROM touched WHERE seq > 8")
    (cut, *rows) = watched.verify().findings
    assert (cut.what, cut.seq, cut.until, cut.expected) == (What.CUT_OFF, 9, last, watched.anchor.at)
    before = {"person", "credential", "operation", "skill"}
    assert {(one.what, one.table) for one in rows} == {(What.INSERTED, kind) for kind in KINDS.keys() - before}


def test_a_trail_without_any_line_is_cut_off_from_the_first(here: Watched) -> None:
    here.sql("DELETE FROM trail")
    (cut,) = here.verify().findings
    assert (cut.what, cut.seq, cut.until) == (What.CUT_OFF, 1, here.anchor.seq)


def test_a_cut_without_an_anchor_is_noticed_by_the_index(here: Watched) -> None:
    here.sql("DELETE FROM trail WHERE seq > 8")
    here.anchor = Anchor()
    (cut,) = here.verify().findings
    assert (cut.what, cut.seq, cut.until) == (What.CUT_OFF, 9, len(everything()))


@pytest.mark.parametrize("rows_too", [False, True])
def test_a_line_written_anew_with_all_that_follow_is_noticed(site: Site, here: Watched, rows_too: bool) -> None:
    """Whoever knows how a line is hashed writes a chain that is sound in itself: only the anchor knows another one."""
    _rewrite(site, here, 6, '"name":"Anna Z"', '"name":"Mallory"')
    if rows_too:
        here.sql(f"UPDATE person SET name = 'Mallory' WHERE id = '{ANNA}'")
    findings = here.verify().findings
    assert Tampering(What.REWRITTEN, seq=1, until=len(everything())) in findings
    assert (("changed", "person", ANNA, "name") in told(findings)) is not rows_too
    assert Verifier(site.local.reading, here.anchor, NOW, lambda share: True).new_lines() is None


def test_marks_on_the_way_say_where_the_other_chain_begins(site: Site, here: Watched) -> None:
    for number in range(300):
        site.do(ChangePerson(BO, f"Bo {number}", "3"))
    here.anchor = Anchor()
    here.anchor = here.verify().anchor
    _rewrite(site, here, 200, "Bo", "Bob")
    (*built_on, other) = here.verify().findings
    assert {(one.what, one.row, one.field) for one in built_on} == {(What.OVERWRITTEN, BO, "name")}
    assert [one.seq for one in built_on] == [200, 201]
    assert (other.what, other.seq, other.until) == (What.REWRITTEN, 193, 256)


def test_one_line_written_anew_breaks_the_chain_at_the_next(site: Site, here: Watched) -> None:
    _rewrite(site, here, 6, "Anna Z", "Mallory", until=6)
    assert {one.seq for one in here.verify().findings if one.what is What.CHAIN_BROKEN} == {7}


def test_a_wrong_index_is_named_and_made_again(site: Site, here: Watched) -> None:
    here.sql(f"DELETE FROM touched WHERE id = '{ANNA}' AND seq = 6")
    here.sql("INSERT INTO touched VALUES ('person', 'nobody', 3)")
    here.sql("DELETE FROM touched WHERE kind = 'skill'")
    here.sql("DELETE FROM skill")
    report = here.verify()
    assert {one.what for one in report.findings} == {What.INDEX, What.DELETED}
    assert {(one.row, one.seq) for one in report.findings if one.what is What.INDEX} >= {
        (f"person/{ANNA}", 6),
        ("person/nobody", 3),
    }
    with site.local.writing() as db:
        mend_index(db)
    assert [one.what for one in here.verify().findings] == [What.DELETED]


def test_a_wrong_index_does_not_hide_a_row_that_was_put_back_to_an_older_state(here: Watched) -> None:
    here.sql(f"DELETE FROM touched WHERE id = '{ANNA}' AND kind = 'person' AND seq = 6")
    ((line,),) = here.sql("SELECT id FROM trail WHERE seq = 2")
    here.sql(f"UPDATE person SET name = 'Anna', version = 1, last = '{line}' WHERE id = '{ANNA}'")
    assert ("changed", "person", ANNA, "name") in here.found()


def test_many_alterations_are_counted_where_they_are_not_told_one_by_one(here: Watched) -> None:
    for number in range(600):
        here.sql(
            "INSERT INTO operation SELECT 'o' || " + str(number) + ', name, place, needed, "order", active, version,'
            " last FROM operation WHERE id = 'weld'"
        )
    report = here.verify()
    assert (len(report.findings), report.more) == (500, 100)


# How it is done


def _turn(kind: str, column: str) -> int:
    """In which round a column is altered."""
    engine = ("version", "last")
    return engine.index(column) if column in engine else 2 + columns(kind).index(column) % (TURNS - 2)


def _other(value: object) -> str:
    """An SQL literal of the same kind with another value."""
    if value is None:
        return "'2026-01-01'"
    if isinstance(value, bool):
        return _literal(not value)
    if isinstance(value, float):
        return str(value + 1)
    if isinstance(value, int):
        return str(1 - value if value in (0, 1) else value + 1)
    text = str(value)
    if text[:1] in "[{":
        return _literal("[]" if text != "[]" else '["x"]')
    return _literal("y" if text == "x" else "x" + text[:-1] if text else "x")


def _literal(value: object) -> str:
    if value is None:
        return "NULL"
    return str(value) if isinstance(value, int | float) else "'" + str(value).replace("'", "''") + "'"


def _columns(watched: Watched, table: str) -> list[tuple[str]]:
    from console.records.schema import METADATA

    return [(column.name,) for column in METADATA.tables[table].columns]


def _rewrite(site: Site, here: Watched, seq: int, old: str, new: str, until: int = 10**9) -> None:
    """Write a line anew, and those after it so that the chain is whole again."""
    previous = ""
    for line in site.lines()[seq - 2 : until]:
        if line.seq < seq:
            previous = line.hash
            continue
        if line.seq == seq:
            words = canonical([told_change(change) for change in line.changes])
            assert old in words
            line = replace(line, changes=tuple(map(heard_change, json.loads(words.replace(old, new)))))
        line = chained(line, line.seq, previous)
        previous = line.hash
        changes = _literal(canonical([told_change(change) for change in line.changes]))
        values = f"changes = {changes}, previous = '{line.previous}', hash = '{line.hash}'"
        here.sql(f"UPDATE trail SET {values} WHERE seq = {line.seq}")
