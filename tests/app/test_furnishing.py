"""A furnished console: everything works together, and ends together, also while a shared database is joined."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from console.app.commandline import read_command_line
from console.app.compose import compose
from console.app.console import Console
from console.app.pins import hashed
from console.app.settings import load_settings
from console.domain.andon import Severity
from console.domain.commands import CONSOLE
from console.domain.commands.people import AddPerson, BeginPlant
from console.domain.commands.tampering import AcknowledgeTampering
from console.domain.health import Level, Part
from console.domain.sharing import Link
from tests.databases import Server
from tests.journeys.tampering import in_sqlite


def until(console: Console, holds: Callable[[], object], seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        console.tick()
        time.sleep(0.01)


def furnished(folder: Path, *settings: str) -> Console:
    options = read_command_line(["--data", str(folder), *(word for pair in settings for word in ("--set", pair))])
    return compose(options, folder, load_settings(folder, None, {}, options.overrides)).console


def test_a_console_is_furnished_started_and_ended_in_a_few_seconds(tmp_path: Path) -> None:
    console = furnished(tmp_path)
    console.start_records()
    console.office.do(AddPerson("p", "Anna"), who=CONSOLE)
    until(console, lambda: console.office.ready.code == "" and console.health.items)
    console.backups.backup_now()
    console.guard.verify()
    until(console, lambda: console.backups.state.last and console.guard.state.here.at)
    console.health.look()
    levels = {item.part: item.level for item in console.health.items}
    assert levels[Part.BACKUP] is Level.GOOD
    assert levels[Part.TRAIL] is Level.GOOD
    began = time.monotonic()
    console.close()
    assert time.monotonic() - began < 3.0


def test_an_alteration_of_the_records_is_a_call_until_an_administrator_has_answered(
    tmp_path: Path, expected_log: Callable[..., None]
) -> None:
    expected_log("", maybe=True)
    console = furnished(tmp_path)
    console.start_records()
    console.office.do(BeginPlant("ada", "Ada", "1", hashed("2580", b"sixteen bytes ok")), who=CONSOLE)
    until(console, lambda: console.calls.known and console.session.rights.people)
    in_sqlite(console.office.path)("UPDATE person SET name = 'Mallory' WHERE id = 'ada'")
    console.guard.verify()
    until(console, lambda: console.calls.open)
    (shown,) = console.calls.open
    assert (shown.call.category, shown.call.place, shown.call.severity) == ("records", "", Severity.MAJOR)
    assert "person ada name" in shown.call.text
    console.guard.verify()
    until(console, lambda: not console.guard.running and not console.calls.saving)
    console.office.do(AcknowledgeTampering(shown.call.about, "A test"), who="ada")
    until(console, lambda: not console.calls.open)
    console.close()


def test_a_console_that_shares_verifies_both_databases_and_ends_in_a_few_seconds(
    tmp_path: Path, postgresql: Server
) -> None:
    address = postgresql.fresh()
    said = {"engine": "postgresql", "host": address.host, "port": address.port, "database": address.database}
    said |= {"user": address.user}
    settings = load_settings(
        tmp_path,
        None,
        {f"GEMBA_RECORDS_{name.upper()}": str(value) for name, value in said.items()}
        | {"GEMBA_RECORDS_PASSWORD": address.password},
        {},
    )
    console = compose(read_command_line(["--data", str(tmp_path)]), tmp_path, settings).console
    console.start_records()
    console.office.do(AddPerson("p", "Anna"), who=CONSOLE)
    until(console, lambda: console.membership.sharing.link is Link.SHARED and not console.membership.sharing.waiting)
    console.guard.verify()
    until(console, lambda: console.guard.state.shared and console.guard.state.shared.at)
    assert not console.guard.state.shared.findings
    assert console.guard.state.shared.lines >= 1
    began = time.monotonic()
    console.close()
    assert time.monotonic() - began < 5.0
