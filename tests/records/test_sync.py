"""Sync: what was done here is done there once, what others did comes here, and nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from console.domain.commands.people import AddOperation, AddPerson, ChangePerson, NoteSignIn, SetBadge, SetPin, SetSkill
from console.domain.desk import ChangedMeanwhile
from console.domain.ids import new_id
from console.domain.people import Credential, Person, skill_id
from console.domain.sharing import Address
from console.domain.trail import Verdict
from tests.databases import Server
from tests.records.plants import Site, assert_one_truth, explained, shared_state

PIN = "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNoaGFzaGhhc2g"
MakeSite = Callable[..., Site]


@pytest.fixture
def address(shared_server: Server) -> Address:
    """An empty shared database."""
    return shared_server.fresh()


@pytest.fixture
def site(tmp_path, address) -> Iterator[MakeSite]:
    """`site(name)`: a console that joined the shared database; `site(name, joined=False)`: one that did not yet."""
    made: list[Site] = []

    def make(name: str, joined: bool = True) -> Site:
        one = Site(tmp_path, name)
        made.append(one)
        if joined:
            one.join(address)
        return one

    yield make
    for one in made:
        one.close()


def test_a_command_that_waited_is_shared_once_with_what_it_did(site, address):
    a = site("a", joined=False)
    id = a.do(AddPerson("p", "Anna", "7"))
    a.join(address)

    a.share()
    a.share()

    (line,) = assert_one_truth(address, a)
    assert (line.id, line.who, line.console, line.verdict) == (id, "who-a", "a", Verdict.DONE)
    assert line.changes == a.lines()[0].changes


def test_what_others_did_comes_here_with_its_line(site, address):
    a, b = site("a"), site("b")
    id = a.do(AddPerson("p", "Anna"))
    a.share()

    merged = b.share()

    assert b.get(Person, "p") == Person("p", "Anna")
    assert [(change.kind, change.id, change.command, change.who, change.here) for change in merged.changed] == [
        ("person", "p", id, "who-a", False)
    ]
    assert_one_truth(address, a, b)


def test_the_first_writer_wins_and_the_other_console_is_told_who_it_was(site, address):
    a, b = site("a"), site("b")
    a.do(AddPerson("p", "Anna"))
    a.share(), b.share()
    first = a.do(ChangePerson("p", "Anna of a"))
    late = b.do(ChangePerson("p", "Anna of b"))

    a.share()
    merged = b.share()

    assert a.get(Person, "p") == b.get(Person, "p") == Person("p", "Anna of a")
    ((name, refusal),) = merged.refused
    assert (name, type(refusal)) == ("ChangePerson", ChangedMeanwhile)
    assert (refusal.facts["who"], refusal.facts["command"]) == ("who-a", "ChangePerson")
    a.share()
    lines = {line.id: line for line in assert_one_truth(address, a, b)}
    assert lines[late].verdict is Verdict.REFUSED
    assert refusal.facts["at"] == lines[first].at
    assert explained(b)[late].note == lines[late].note


def test_what_was_built_on_a_refused_command_is_refused_too(site, address):
    a, b = site("a"), site("b")
    a.do(AddPerson("p", "Anna"))
    a.share(), b.share()
    a.do(ChangePerson("p", "Anna of a"))
    late = [b.do(ChangePerson("p", f"Anna {n} of b")) for n in range(3)]

    a.share(), b.share(), a.share()

    assert set(explained(b)) == set(late)
    assert_one_truth(address, a, b)


def test_commands_on_one_record_after_each_other_are_all_shared(site, address):
    a, b = site("a"), site("b")
    a.do(AddPerson("p", "Anna"))
    for n in range(5):
        a.do(ChangePerson("p", f"Anna {n}"))

    a.share(), b.share()

    assert b.get(Person, "p") == Person("p", "Anna 4")
    assert len(assert_one_truth(address, a, b)) == 6


def test_what_is_given_here_meanwhile_is_held_until_it_was_shared(site, address):
    a, b = site("a"), site("b")
    a.do(AddPerson("p", "Anna"))
    a.share(), b.share()
    b.do(ChangePerson("p", "Anna of b"))
    b.share()
    share = a.shared.exchange
    late: list[str] = []

    def meanwhile(batch, unfit=False):
        if not late:
            late.append(a.do(ChangePerson("p", "Anna of a")))  # given while the exchange is under way
        return share(batch, unfit)

    a.do(AddPerson("q", "Quinn"))
    a.shared.exchange = meanwhile
    a.sync.step()

    assert a.get(Person, "p") == Person("p", "Anna of a")
    assert [change.held for line in a.lines() for change in line.changes if change.id == "p"] == [False, False, True]
    a.verified()
    a.share(), b.share()
    assert a.get(Person, "p") == Person("p", "Anna of b")
    assert list(explained(a)) == late
    assert_one_truth(address, a, b)


def test_two_consoles_that_say_the_same_write_one_row(site, address):
    a, b = site("a"), site("b")
    a.do(AddPerson("p", "Anna"))
    a.do(AddOperation("w", "Welding"))
    a.share(), b.share()
    for each in (a, b):
        each.do(SetSkill("p", "w", 3))
    b.do(SetSkill("p", "w", 4))  # built on its own, not on the other's

    a.share(), b.share(), a.share()

    assert explained(b) == {}
    rows, _ = shared_state(address)
    assert rows["skill", skill_id("p", "w")]["level"] == 4
    assert_one_truth(address, a, b)


def test_commands_that_merge_add_to_what_others_did(site, address):
    a, b = site("a"), site("b")
    a.do(AddPerson("p", "Anna"))
    a.do(SetPin("p", PIN))
    a.share(), b.share()
    for each in (a, b, b):
        each.do(NoteSignIn("p", False))

    a.share(), b.share(), a.share()

    assert a.get(Credential, "p").failures == b.get(Credential, "p").failures == 3
    assert explained(b) == {}
    assert_one_truth(address, a, b)


def test_what_only_merging_commands_added_to_can_still_be_changed(site, address):
    a, b = site("a"), site("b")
    a.do(AddPerson("p", "Anna"))
    a.do(SetPin("p", PIN))
    a.share(), b.share()
    a.do(NoteSignIn("p", False))
    b.do(SetBadge("p", "0" * 64))  # about another field of the same row

    a.share(), b.share(), a.share()

    assert explained(b) == {}
    assert (a.get(Credential, "p").failures, a.get(Credential, "p").badge) == (1, "0" * 64)
    assert_one_truth(address, a, b)


def test_a_rule_that_the_shared_records_break_refuses_the_command_there(site, address):
    a, b = site("a"), site("b")
    a.do(AddPerson("p", "Anna", "7"))
    late = b.do(AddPerson("q", "Quinn", "7"))

    a.share(), b.share(), a.share()

    note = explained(b)[late].note
    assert (note["code"], note["facts"]["number"]) == ("number_taken", "7")
    assert b.get(Person, "q") is None
    assert_one_truth(address, a, b)


def test_a_command_that_the_program_does_not_know_does_not_block_the_others(site, address, monkeypatch, expected_log):
    from console.domain.commands import KNOWN

    a = site("a")
    odd = a.do(AddPerson("p", "Anna"))
    a.do(AddOperation("w", "Welding"))
    expected_log("AddPerson is not known to this program")
    monkeypatch.delitem(KNOWN, "AddPerson")

    a.share()

    assert explained(a)[odd].note["code"] == "command_not_understood"
    assert_one_truth(address, a)


def test_a_handler_that_breaks_does_not_block_the_others(site, address, expected_log):
    a = site("a")
    odd = a.do(AddPerson("p", "Anna"))
    a.do(AddPerson("q", "Quinn"))
    handle = a.shared._handle

    def breaks(desk, stamp, command):
        handle(desk, stamp, command)
        if stamp.id == odd:
            raise ZeroDivisionError("a mistake")

    a.shared._handle = breaks
    expected_log("AddPerson could not be carried out on the shared database")

    a.share()

    assert explained(a)[odd].note["code"] == "command_not_carried_out"
    assert_one_truth(address, a)


def test_what_the_database_does_not_take_does_not_block_the_others(site, address, shared_server, expected_log):
    a = site("a")
    ids = [a.do(AddPerson(f"p{n}", "Anna" if n != 3 else "Annabel Lee")) for n in range(6)]
    kind = "VARCHAR(5)" if "maria" not in address.engine.value else "VARCHAR(5) CHARACTER SET utf8mb4 NOT NULL"
    alter = "ALTER COLUMN name TYPE" if "maria" not in address.engine.value else "MODIFY name"
    shared_server.sql(f"ALTER TABLE person {alter} {kind}", address.database)
    expected_log("did not take one of 6 commands: ")
    expected_log("pipeline aborted", maybe=True)  # psycopg's own
    expected_log("AddPerson was not taken by the shared database")

    a.share()

    assert list(explained(a)) == [ids[3]]
    assert len(a.rows()) == 5
    assert_one_truth(address, a)


def test_an_answer_that_was_lost_changes_nothing(site, address):
    """The shared database has the commands, but the console ended before it wrote that down."""
    a, b = site("a"), site("b")
    a.do(AddPerson("p", "Anna"))
    a.share(), b.share()
    b.do(ChangePerson("p", "Anna of b"))
    b.share()
    late = a.do(ChangePerson("p", "Anna of a"))
    a.do(AddPerson("q", "Quinn"))
    with a.local.reading() as db:
        from console.records.outbox import next_batch

        batch = next_batch(db, a.sync.database, 200)
    assert a.shared.exchange(batch) is not None
    a.restart()
    b.do(ChangePerson("q", "Quinn of b")) if b.share() and b.get(Person, "q") else pytest.fail("q did not come")
    b.share()

    merged = a.share()

    assert [name for name, _ in merged.refused] == ["ChangePerson"]
    assert list(explained(a)) == [late]
    assert_one_truth(address, a, b)


def test_more_than_a_page_comes_and_goes(site, address):
    a, b = site("a"), site("b")
    for n in range(700):
        a.do(AddPerson(f"a{n}", f"Anna {n}"))
    for n in range(50):
        b.do(AddPerson(f"b{n}", f"Bert {n}"))

    a.share(), b.share(), a.share()

    assert len(assert_one_truth(address, a, b)) == 750


def test_a_person_removed_and_added_elsewhere_keeps_its_last_state(site, address):
    from console.domain.commands.people import RemoveSkill

    a, b = site("a"), site("b")
    a.do(AddPerson("p", "Anna"))
    a.do(AddOperation("w", "Welding"))
    a.do(SetSkill("p", "w", 2))
    a.share(), b.share()
    a.do(RemoveSkill("p", "w"))
    late = b.do(SetSkill("p", "w", 4))

    a.share(), b.share(), a.share()

    assert list(explained(b)) == [late]
    assert ("skill", skill_id("p", "w")) not in b.rows()
    assert_one_truth(address, a, b)


def test_hooks_are_called_with_lines_before_a_push_and_after_a_pull(site, address):
    a, b = site("a"), site("b")
    told: list[tuple[str, list[str]]] = []
    for name, one in (("a", a), ("b", b)):
        one.shared.before_push = lambda db, lines, name=name: told.append((name + " pushes", [x.id for x in lines]))
        one.shared.after_pull = lambda db, lines, name=name: told.append((name + " pulls", [x.id for x in lines]))
    id = a.do(AddPerson(new_id(), "Anna"))

    a.share(), b.share()

    assert told == [("a pushes", [id]), ("b pulls", [id])]
