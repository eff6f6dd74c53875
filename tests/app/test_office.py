"""Rules of the office: commands and questions in order, outcomes on the main thread, nothing lost on the way."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from console.domain.errors import Refusal
from console.domain.events import CommandRefused, RecordChanged, RecordsReady
from console.domain.people import Person
from tests.app.thing_office import Office, open_office
from tests.paths import ROOT
from tests.records.things import Drop, Keep, Thing


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with open_office(tmp_path) as opened:
        yield opened


def test_nothing_is_told_before_the_main_thread_looks(office: Office) -> None:
    office.do(Keep((Thing("a", "one"),)))
    time.sleep(0.1)
    assert office.heard == []
    assert office.hear(1) == ["done"]


def test_outcomes_come_on_the_thread_that_empties_the_box(office: Office) -> None:
    threads: list[str] = []
    note = lambda _: threads.append(threading.current_thread().name)  # noqa: E731
    office.records.do(Keep(()), note, who="console")
    office.records.ask(lambda desk: desk.count(Thing), note)
    office.do(Keep(()))
    office.hear(1)
    assert threads == [threading.main_thread().name] * 2


def test_a_question_sees_every_command_given_before_it_and_none_given_after(office: Office) -> None:
    names = lambda desk: [thing.name for thing in desk.find(Thing)]  # noqa: E731
    for number in range(20):
        office.do(Keep((Thing("a", f"{number}"),)))
        office.do(Keep((Thing("a", f"{number}!"),)))
        office.ask(names)
        office.do(Keep((Thing("a", "later"),)))
    heard = office.hear(80)
    assert [each for each in heard if each != "done"] == [[f"{number}!"] for number in range(20)]


def test_outcomes_come_in_the_order_of_the_commands(office: Office) -> None:
    for number in range(300):
        office.do(Drop("none") if number % 7 == 3 else Keep((Thing(f"t{number}"),)))
    assert office.hear(300) == ["missing" if number % 7 == 3 else "done" for number in range(300)]


def test_events_are_published_before_who_gave_the_command_hears(office: Office) -> None:
    order: list[object] = []
    office.bus.on(RecordChanged, order.append)
    office.bus.on(tuple, order.append)
    id = office.records.do(Keep((Thing("a"),)), lambda done: order.append("done"), who="console")
    office.do(Keep(()))
    office.hear(1)
    assert order[:3] == [RecordChanged("thing", "a", id, "console", True), ("kept", id), "done"]


def test_a_refusal_that_nobody_waits_for_is_published(office: Office) -> None:
    told: list[CommandRefused] = []
    office.bus.on(CommandRefused, told.append)
    office.records.do(Drop("none"), who="console")
    office.do(Keep(()))
    office.hear(1)
    (event,) = told
    assert (event.command, event.later) == ("Drop", False)
    assert isinstance(event.refusal, Refusal)
    assert event.refusal.code == "missing"


def test_a_mistake_of_ours_is_told_and_the_next_commands_are_done(
    office: Office, expected_log: Callable[..., None]
) -> None:
    expected_log("Keep could not be carried out")
    for number in range(5):
        office.do(Keep((Thing(f"t{number}"),), fail=number == 2))
    assert office.hear(5) == ["done", "done", "refused", "done", "done"]


def test_a_listener_that_fails_does_not_keep_the_others_from_hearing(
    office: Office, wait_until: Callable[..., None]
) -> None:
    office.records.do(Keep(()), lambda done: 1 // 0, who="console")
    office.do(Keep(()))
    with pytest.raises(ZeroDivisionError):
        wait_until(office.mailbox.run_errands, 10)
    assert office.hear(1) == ["done"]


def test_nobody_changes_anything_unless_somebody_is_signed_in(office: Office) -> None:
    assert office.refused(Keep(()), who=None).code == "sign_in_needed"
    office.records.who = lambda: "a stranger"
    assert office.refused(Keep(()), who=None).code == "not_allowed"


def test_a_question_that_fails_is_logged_and_told(office: Office, expected_log: Callable[..., None]) -> None:
    expected_log("A question to the records failed")
    office.ask(lambda desk: 1 // 0)
    office.ask(lambda desk: desk.need(Thing, "none"))
    assert office.hear(2) == ["refused", "missing"]


def test_what_was_given_before_the_end_is_done_and_what_comes_after_is_refused(tmp_path: Path) -> None:
    with open_office(tmp_path) as office:
        for number in range(200):
            office.do(Keep((Thing(f"t{number}"),)))
        office.records.close()
        office.do(Keep((Thing("late"),)))
        assert office.hear(201) == [*["done"] * 200, "records_not_open"]
    with open_office(tmp_path) as office:
        office.ask(lambda desk: desk.count(Thing))
        assert office.hear(1) == [200]


def test_an_office_that_never_opened_ends_too(tmp_path: Path) -> None:
    from console.app.bus import Bus
    from console.app.mailbox import Mailbox
    from console.app.office import RecordOffice

    office = RecordOffice(tmp_path, "console-1", Mailbox(), Bus(), time.time)
    office.close()
    assert not (tmp_path / "records.db").exists()


def test_a_file_that_cannot_be_opened_is_told_and_every_command_refused(tmp_path: Path) -> None:
    (tmp_path / "records.db").mkdir()
    with open_office(tmp_path) as office:
        told: list[RecordsReady] = []
        office.bus.on(RecordsReady, told.append)
        refusal = office.refused(Keep(()))
        assert (refusal.code, refusal.facts["why"]) == ("records_not_open", "disk_read_only")
        assert [event.code for event in told] == ["disk_read_only"]
        office.records.reopen((tmp_path / "records.db").rmdir)
        office.records.run(lambda local: None)
        office.ask(lambda desk: "open")
        assert office.hear(1) == ["open"]
        assert told[-1].code == ""


def test_another_file_can_be_put_in_its_place(office: Office, tmp_path: Path) -> None:
    office.do(Keep((Thing("a"),)))
    office.hear(1)

    def replace() -> None:
        for path in tmp_path.glob("records.db*"):
            path.unlink()

    office.records.reopen(replace)
    office.ask(lambda desk: desk.count(Person))
    assert office.hear(2) == ["done", 0]


def test_who_listens_for_durable_commands_is_told_on_the_worker(
    office: Office, expected_log: Callable[..., None]
) -> None:
    expected_log("Who waits for commands failed")
    told: list[str] = []
    office.records.given += [lambda: 1 // 0, lambda: told.append(threading.current_thread().name)]  # type: ignore[list-item]
    office.do(Keep(()))
    assert office.hear(1) == ["done"]
    office.ask(lambda desk: "asked")
    office.hear(2)
    assert told == ["records"]


def test_hostile_text_is_clean_before_any_handler_sees_it(office: Office) -> None:
    office.do(Keep((Thing("a", "<b>=1\x07\u202e"),)))
    office.ask(lambda desk: desk.need(Thing, "a").name)
    assert office.hear(2) == ["done", "<b>=1"]
    refusal = office.refused(Keep((Thing("a", "x" * 41),)))
    assert (refusal.code, refusal.facts) == ("too_long", {"field": "name", "most": 40})


def test_the_window_starts_without_loading_the_database_tools() -> None:
    code = (
        "import sys, console.app.console, console.app.compose, console.app.office\n"
        "print([m for m in ('sqlalchemy', 'alembic', 'argon2', 'PIL', 'psycopg', 'pymysql') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
