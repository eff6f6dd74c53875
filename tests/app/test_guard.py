"""Rules of the guard: what was altered is noted once and told to everybody; what was not is no alarm."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from console.domain.commands.people import AddOperation, AddPerson, ChangePerson
from console.domain.commands.tampering import AcknowledgeTampering, RestoreRow
from console.domain.events import RecordsReady
from console.domain.people import Person, Role
from console.domain.permissions import NotAllowed
from console.domain.tampering import AlreadyAnswered, NotMendable, ReasonNeeded, Tampered, What
from console.records.anchor import load, save
from tests.app.guarded import Guarded
from tests.app.staffed import ADA, at


@pytest.fixture
def plant(tmp_path: Path) -> Iterator[Guarded]:
    made = Guarded(tmp_path)
    made.add("anna", at(Role.SUPERVISOR), number="2")
    made.add("bo", at(Role.OPERATOR), number="3")
    yield made
    made.close()


def test_untouched_records_are_verified_without_a_word(plant: Guarded, tmp_path: Path) -> None:
    plant.verify()
    here = plant.guard.state.here
    assert (here.findings, here.trouble, here.running) == ((), "", None)
    assert here.lines == here.seq == 3
    assert here.rows == 4
    assert here.at is not None
    assert plant.guard.state.shared is None
    assert load(tmp_path).seq == 3


def test_an_alteration_is_noted_once_however_often_it_is_found(plant: Guarded) -> None:
    plant.sql("UPDATE person SET name = 'Mallory' WHERE id = 'anna'")
    plant.verify()
    plant.verify()
    (finding,) = plant.found
    assert plant.noted() == [finding]
    assert (finding.what, finding.table, finding.row, finding.field) == (What.CHANGED, "person", "anna", "name")
    assert (finding.expected, finding.found, finding.console) == ("Anna", "Mallory", "console-1")
    assert len(plant.guard.state.here.findings) == 1


def test_a_new_start_does_not_note_it_again(plant: Guarded, tmp_path: Path) -> None:
    plant.sql("UPDATE person SET name = 'Mallory' WHERE id = 'anna'")
    plant.verify()
    plant.close()
    again = Guarded(tmp_path, begun=False)
    again.verify()
    assert len(again.guard.state.here.findings) == 1
    assert again.found == []
    assert len(again.noted()) == 1
    again.close()


def test_another_alteration_of_the_same_field_is_another_finding(plant: Guarded) -> None:
    for name in ("Mallory", "Trudy"):
        plant.sql(f"UPDATE person SET name = '{name}' WHERE id = 'anna'")
        plant.verify()
    assert [one.found for one in plant.found] == ["Mallory", "Trudy"]


def test_the_background_finds_it_by_itself(plant: Guarded) -> None:
    plant.guard.soon = 0.0
    plant.sql("DELETE FROM credential")
    plant.guard.start()
    plant.until(lambda: plant.found)
    assert plant.found[0].what is What.DELETED


def test_new_lines_are_looked_at_between_two_whole_verifications(plant: Guarded) -> None:
    plant.guard.soon, plant.guard.lines_every = 0.0, 0.02
    plant.guard.start()
    plant.until(lambda: plant.guard.state.here.at)
    first = plant.guard.state.here.at
    plant.sql("UPDATE person SET number = '9' WHERE id = 'bo'")
    plant.must(ChangePerson("bo", "Bo B", "9"))
    plant.until(lambda: plant.found)
    (one,) = plant.found
    assert (one.what, one.field, one.expected, one.found) == (What.OVERWRITTEN, "number", "3", "9")
    assert plant.guard.state.here.at == first


def test_a_trail_that_was_cut_off_is_told_and_work_goes_on(plant: Guarded, tmp_path: Path) -> None:
    plant.verify()
    plant.sql("DELETE FROM trail WHERE seq = 3")
    plant.verify()
    plant.until(lambda: len(plant.found) > 1)
    (cut, row) = plant.found
    assert (cut.what, cut.seq, cut.until) == (What.CUT_OFF, 3, 0)
    assert (row.what, row.table, row.row) == (What.INSERTED, "person", "bo")
    plant.must(AddOperation("weld", "Weld"))
    plant.verify()
    assert len(plant.found) == 2
    assert load(tmp_path).seq == plant.guard.state.here.seq


def test_lines_put_in_place_of_those_cut_off_are_told(plant: Guarded) -> None:
    plant.verify()
    plant.sql("DELETE FROM trail WHERE seq > 1")
    plant.sql("DELETE FROM touched WHERE seq > 1")
    plant.sql("DELETE FROM outbox WHERE seq > 1")
    plant.sql("DELETE FROM person WHERE id IN ('anna', 'bo')")
    for number in range(4):
        plant.must(AddPerson(f"p{number}", f"P{number}", f"{number + 10}"))
    plant.verify()
    assert [one.what for one in plant.found] == [What.REWRITTEN]


def test_a_wrong_index_is_told_and_made_again(plant: Guarded) -> None:
    plant.sql("DELETE FROM touched WHERE id = 'anna'")
    plant.verify()
    assert {one.what for one in plant.found} == {What.INDEX}
    plant.verify()
    assert plant.guard.state.here.findings == ()


# Restoring a backup


def put_back(plant: Guarded, tmp_path: Path, accept: bool) -> None:
    """Put an older copy of the file in the place of the records."""
    copy = tmp_path / "copy.db"
    plant.sql(f"VACUUM INTO '{copy}'")
    plant.must(AddPerson("new", "New", "77"))
    plant.verify()
    ready: list[RecordsReady] = []
    plant.bus.on(RecordsReady, ready.append)

    def replace() -> None:
        for end in ("-wal", "-shm"):
            plant.office.path.with_name(plant.office.path.name + end).unlink(missing_ok=True)
        shutil.copyfile(copy, plant.office.path)
        if accept:
            plant.guard.accept_restore()

    assert plant.guard.stand_aside()
    plant.office.reopen(replace)
    plant.wait(ready)
    plant.verify()


def test_a_backup_that_was_restored_on_purpose_is_no_alarm(plant: Guarded, tmp_path: Path) -> None:
    put_back(plant, tmp_path, accept=True)
    assert plant.found == []
    assert load(tmp_path).seq == 3


def test_records_put_back_by_hand_are_told(plant: Guarded, tmp_path: Path) -> None:
    put_back(plant, tmp_path, accept=False)
    (cut,) = plant.found
    assert (cut.what, cut.seq) == (What.CUT_OFF, 4)
    assert cut.found, "when the last line was written that is there"


def test_an_anchor_that_cannot_be_read_is_made_anew(plant: Guarded, tmp_path: Path, expected_log) -> None:
    (tmp_path / "trail.anchor").write_text("no anchor")
    expected_log("trail.anchor cannot be read")
    plant.verify()
    assert plant.found == []
    assert load(tmp_path).seq == 3
    save(tmp_path, load(tmp_path))
    assert load(tmp_path).hash


# Answering


def finding(plant: Guarded) -> Tampered:
    """One alteration, noted."""
    plant.sql("UPDATE person SET name = 'Mallory', active = 0 WHERE id = 'anna'")
    plant.verify()
    return next(one for one in plant.noted() if one.field == "name")


def test_only_an_administrator_answers_for_an_alteration(plant: Guarded) -> None:
    one = finding(plant)
    assert isinstance(plant.do(AcknowledgeTampering(one.id, "why"), who="bo"), NotAllowed)
    assert isinstance(plant.do(RestoreRow(one.id, "why"), who="bo"), NotAllowed)
    plant.must(AcknowledgeTampering(one.id, "A test of the new tool"), who=ADA)
    (answered,) = [each for each in plant.noted() if not each.open]
    assert (answered.answered_by, answered.reason) == (ADA, "A test of the new tool")


def test_an_answer_says_why_and_is_given_once(plant: Guarded) -> None:
    one = finding(plant)
    assert isinstance(plant.do(AcknowledgeTampering(one.id, "  ")), ReasonNeeded)
    plant.must(AcknowledgeTampering(one.id, "known"), who=ADA)
    assert isinstance(plant.do(AcknowledgeTampering(one.id, "again")), AlreadyAnswered)


def test_a_row_is_put_back_to_what_the_trail_accounts_for(plant: Guarded) -> None:
    one = finding(plant)
    plant.must(RestoreRow(one.id, "back"), who=ADA)
    anna = plant.ask(lambda desk: desk.need(Person, "anna"))
    assert (anna.name, anna.active) == ("Anna", True)
    assert [(each.mended, each.open) for each in plant.noted()] == [(True, False), (True, False)]
    plant.verify()
    assert plant.guard.state.here.findings == ()
    assert isinstance(plant.do(RestoreRow(one.id, "again")), NotMendable)


def test_a_deleted_row_comes_back_and_an_inserted_one_goes(plant: Guarded) -> None:
    plant.sql("DELETE FROM person WHERE id = 'bo'")
    plant.sql("INSERT INTO operation VALUES ('mine', 'X', '', 0, 0, 1, 1, 'x')")
    plant.verify()
    for one in plant.noted():
        plant.must(RestoreRow(one.id, "back"), who=ADA)
    plant.verify()
    assert plant.guard.state.here.findings == ()
    assert plant.ask(lambda desk: desk.need(Person, "bo")).number == "3"
    plant.must(ChangePerson("bo", "Bo C", "3"))
    plant.verify()
    assert plant.guard.state.here.findings == ()


def test_a_changed_line_cannot_be_put_back(plant: Guarded) -> None:
    plant.sql("UPDATE trail SET who = 'bo' WHERE seq = 2")
    plant.verify()
    (one,) = plant.noted()
    assert one.what is What.LINE_CHANGED
    assert isinstance(plant.do(RestoreRow(one.id, "back")), NotMendable)


# How it goes


def test_a_verification_can_be_cancelled_and_done_again(plant: Guarded) -> None:
    plant.guard.verify()
    plant.guard.cancel()
    plant.until(lambda: not plant.guard.running)
    plant.verify()
    assert plant.guard.state.here.at is not None


def test_records_that_cannot_be_read_are_trouble_and_no_alarm(plant: Guarded, expected_log) -> None:
    plant.verify()
    plant.sql("ALTER TABLE skill RENAME TO other")
    plant.sql("CREATE TABLE skill (id TEXT)")
    expected_log("could not be verified")
    plant.verify()
    assert "no such column" in plant.guard.state.here.trouble
    assert plant.found == []


def test_progress_ends_with_everything_done(plant: Guarded) -> None:
    plant.verify()
    shares = [state.here.running for state in plant.states]
    assert shares[0] == 0.0
    assert shares[-1] is None
