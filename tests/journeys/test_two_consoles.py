"""Promise 4: two consoles, one truth. They act on the same records, the way between is cut and slow at random."""

from __future__ import annotations

import itertools
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test
from sqlalchemy.exc import SQLAlchemyError

from console.domain.commands import Command
from console.domain.commands.people import (
    AddOperation,
    AddPerson,
    ChangePerson,
    NoteSignIn,
    RemoveSkill,
    SetPin,
    SetSkill,
)
from console.domain.commands.tampering import AcknowledgeTampering, NoteTampering
from console.domain.errors import Refusal
from console.domain.events import CommandRefused
from console.domain.ids import derived_id
from console.domain.sharing import Address
from console.domain.tampering import Tampered, What
from console.domain.trail import Verdict
from tests.app.seats import Seat
from tests.databases import PostgreSQL
from tests.proxies import Proxy
from tests.records.plants import Site, assert_one_truth, explained, shared_engine, shared_state
from tests.records.test_sync import PIN

PEOPLE = st.sampled_from(["p0", "p1", "p2"])
OPERATIONS = st.sampled_from(["o0", "o1"])
NAMES = st.sampled_from(["Anna", "Bert", "陈"])
LEVELS = st.integers(0, 4)
FOUND = derived_id("tampering", "person", "p0")
COMMANDS: st.SearchStrategy[Command] = st.one_of(
    st.builds(AddPerson, PEOPLE, NAMES, st.sampled_from(["", "1", "2"])),
    st.builds(ChangePerson, PEOPLE, NAMES, st.sampled_from(["", "1", "2"]), active=st.booleans()),
    st.builds(SetPin, PEOPLE, st.just(PIN)),
    st.builds(NoteSignIn, PEOPLE, st.booleans()),
    st.builds(AddOperation, OPERATIONS, NAMES),
    st.builds(SetSkill, PEOPLE, OPERATIONS, LEVELS),
    st.builds(RemoveSkill, PEOPLE, OPERATIONS),
    st.builds(NoteTampering, st.just(FOUND), st.just("shared"), st.just(What.CHANGED), st.just("person")),
    st.builds(AcknowledgeTampering, st.just(FOUND), NAMES),
)


class Cut(SQLAlchemyError):
    """The way to the shared database was cut by the test."""


class TwoConsoles(RuleBasedStateMachine):
    """Commands at either console, in any order with sharing, cuts, restarts, leaving and joining."""

    server: PostgreSQL
    fresh: Callable[[], Address]

    @initialize()
    def begin(self) -> None:
        """Two consoles that know nothing, at one shared database."""
        self.folder = tempfile.TemporaryDirectory(prefix="gemba-two-")
        self.address = self.fresh()
        self.sites = [Site(Path(self.folder.name), name) for name in "ab"]
        self.given: dict[str, list[str]] = {"a": [], "b": []}
        for site in self.sites:
            site.join(self.address)

    @rule(at=st.integers(0, 1), command=COMMANDS)
    def give(self, at: int, command: Command) -> None:
        """Somebody gives a command; the console itself may refuse it."""
        site = self.sites[at]
        try:
            self.given[site.name].append(site.do(command))
        except Refusal:
            return

    @rule(at=st.integers(0, 1))
    def step(self, at: int) -> None:
        """One step of sharing."""
        site = self.sites[at]
        if site.sync is not None:
            site.sync.step()

    @rule(at=st.integers(0, 1))
    def share(self, at: int) -> None:
        """Everything is shared."""
        if self.sites[at].sync is not None:
            self.sites[at].share()

    @rule(at=st.integers(0, 1), after=st.integers(0, 3))
    def cut_in_the_middle(self, at: int, after: int) -> None:
        """The server throws everybody out after so many commands of an exchange; the rest of it is never told."""
        site = self.sites[at]
        if site.shared is None or site.sync is None:
            return
        handle, left = site.shared._handle, [after]

        def cutting(desk: Any, stamp: Any, command: Any) -> None:
            if not left[0]:
                self.server.throw_out(self.address.database)
            left[0] -= 1
            handle(desk, stamp, command)

        site.shared._handle = cutting
        try:
            site.sync.step()
        except SQLAlchemyError:
            pass
        finally:
            site.shared._handle = handle
            for each in self.sites:  # as the courier does after an error: each begins with a new connection
                if each._engine is not None:
                    each._engine.dispose()

    @rule(at=st.integers(0, 1))
    def cut_before_the_answer(self, at: int) -> None:
        """The exchange is done, but its answer is lost on the way."""
        site = self.sites[at]
        if site.shared is None or site.sync is None:
            return
        exchange = site.shared.exchange

        def losing(*words: Any, **more: Any) -> Any:
            exchange(*words, **more)
            raise Cut

        site.shared.exchange = losing  # type: ignore[method-assign]
        try:
            site.sync.step()
        except Cut:
            pass
        finally:
            site.shared.exchange = exchange  # type: ignore[method-assign]

    @rule(at=st.integers(0, 1), other=st.integers(0, 1), command=COMMANDS)
    def given_while_sharing(self, at: int, other: int, command: Command) -> None:
        """A command is given between the exchange and the moment when its answer is taken over."""
        site = self.sites[at]
        if site.shared is None or site.sync is None:
            return
        exchange = site.shared.exchange

        def meanwhile(*words: Any, **more: Any) -> Any:
            heard = exchange(*words, **more)
            self.give(other, command)
            return heard

        site.shared.exchange = meanwhile  # type: ignore[method-assign]
        try:
            site.sync.step()
        finally:
            site.shared.exchange = exchange  # type: ignore[method-assign]

    @rule(at=st.integers(0, 1))
    def restart(self, at: int) -> None:
        """The console ends and begins anew."""
        self.sites[at].restart()

    @precondition(lambda self: any(site.sync is not None for site in self.sites))
    @rule(at=st.integers(0, 1))
    def leave(self, at: int) -> None:
        """The console works alone."""
        self.sites[at].leave()

    @rule(at=st.integers(0, 1))
    def join(self, at: int) -> None:
        """It comes back."""
        self.sites[at].join(self.address)

    def teardown(self) -> None:
        """In the end they hold one truth, and every refusal is explained where the command was given."""
        if not hasattr(self, "sites"):
            return
        try:
            for site in (*self.sites, *self.sites):
                if site.sync is None:
                    site.join(self.address)
                site.share()
            lines = {line.id: line for line in assert_one_truth(self.address, *self.sites)}
            assert set(lines) == {id for ids in self.given.values() for id in ids}
            for site in self.sites:
                refused = {id for id in self.given[site.name] if lines[id].verdict is Verdict.REFUSED}
                notes = explained(site)
                assert set(notes) == refused
                assert all(notes[id].note == lines[id].note for id in refused)
        finally:
            for site in self.sites:
                site.close()
            self.folder.cleanup()


def machine(server: PostgreSQL) -> type[TwoConsoles]:
    """The machine at this server; each run begins with a copy of one empty shared database."""
    template = server.fresh()
    shared_engine(template).dispose()
    numbers = itertools.count()

    def fresh() -> Address:
        address = replace(template, database=f"{template.database}_{next(numbers)}")
        server.sql(f"CREATE DATABASE {address.database} TEMPLATE {template.database}")
        return address

    return type("Machine", (TwoConsoles,), {"server": server, "fresh": staticmethod(fresh)})


def options(examples: int, steps: int) -> settings:
    """How long to look."""
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    return settings(
        max_examples=examples, stateful_step_count=steps, deadline=None, suppress_health_check=checks, print_blob=True
    )


def test_two_consoles_come_to_one_truth(postgresql):
    run_state_machine_as_test(machine(postgresql), settings=options(6, 20))


@pytest.mark.soak
def test_two_consoles_come_to_one_truth_again_and_again(postgresql):
    run_state_machine_as_test(machine(postgresql), settings=options(400, 60))


@pytest.fixture
def way(postgresql) -> Iterator[Proxy]:
    """A way to PostgreSQL that can be cut."""
    made = Proxy(postgresql.port)
    yield made
    made.close()


def restless(server: PostgreSQL, way: Proxy, folder: Path, seconds: float) -> None:
    """Two whole consoles with their threads for so long, over a slow way that breaks at random."""
    address = server.fresh()
    dice = random.Random(7)
    way.delay = (0.0, 0.004)
    seats = [Seat(folder, name) for name in "ab"]
    a, b = seats
    try:
        for seat in seats:
            seat.join(replace(address, port=way.port))
        end, given, cuts = time.monotonic() + seconds, 0, 0
        while time.monotonic() < end:
            for seat in seats:
                seat.give(_some_command(dice))
                given += 1
            a.until(lambda: True, beside=(b,))
            time.sleep(dice.uniform(0, 0.02))
            for seat in seats:
                seat.beat()
            if dice.random() < 0.03:
                cuts += 1
                way.breaks()
                for seat in seats:
                    seat.sharing.look_now()
        way.mend()
        way.delay = (0.0, 0.0)
        for seat in seats:
            seat.sharing.look_now()
        a.until(lambda: a.shared and b.shared and a.rows() == b.rows(), 90, beside=(b,))
        rows, lines = shared_state(address)
        assert a.rows() == b.rows() == rows
        assert sorted(line.id for line in lines) == sorted([*a.done, *b.done])
        refused = sum(line.verdict is Verdict.REFUSED for line in lines)
        told = sum(len([each for each in seat.told(CommandRefused) if each.later]) for seat in seats)
        print(f"\n{given} commands, {len(lines)} shared, {refused} of them refused, {cuts} cuts", end=" ")
        assert told == refused
        a.verified(), b.verified()
    finally:
        for seat in seats:
            seat.close()


def _some_command(dice: random.Random) -> Command:
    person, operation = f"p{dice.randrange(3)}", f"o{dice.randrange(2)}"
    return dice.choice(
        [
            AddPerson(person, f"Person {dice.randrange(9)}"),
            ChangePerson(person, f"Person {dice.randrange(9)}"),
            SetPin(person, PIN),
            NoteSignIn(person, dice.random() < 0.3),
            AddOperation(operation, "Operation"),
            SetSkill(person, operation, dice.randrange(5)),
        ]
    )


def test_two_consoles_over_a_way_that_breaks(postgresql, way, tmp_path, expected_log):
    expected_log("error ignored terminating", maybe=True)  # psycopg's own, when the way breaks inside a pipeline
    restless(postgresql, way, tmp_path, 4.0)


@pytest.mark.soak
def test_two_consoles_over_a_way_that_breaks_for_long(postgresql, way, tmp_path, expected_log):
    expected_log("error ignored terminating", maybe=True)
    restless(postgresql, way, tmp_path, 300.0)


def test_what_both_hear_at_once_is_one_record_and_can_be_answered_for_by_either(postgresql, tmp_path):
    address = postgresql.fresh()
    a, b = Site(tmp_path, "a"), Site(tmp_path, "b")
    try:
        for site in (a, b):
            site.do(NoteTampering(FOUND, "shared", What.CHANGED, "person", "p0"), "console")
        b.do(AcknowledgeTampering(FOUND, "It was me"), "beate")
        for site in (a, b):
            site.join(address)
            site.share()
        a.share()

        found = a.get(Tampered, FOUND)
        assert found is not None
        assert (found.console, found.answered_by) == ("a", "beate")
        assert explained(b) == {}
        assert len(assert_one_truth(address, a, b)) == 3
    finally:
        a.close(), b.close()
