"""An upgrade on Windows: an older build with a data folder full of records becomes this one, and no record is lost."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from console import __version__
from console.app.bus import Bus
from console.app.mailbox import Mailbox
from console.app.office import RecordOffice
from console.domain.commands.people import AddOperation, BeginPlant
from console.domain.ids import new_id
from console.records import migrations
from console.records.upgrade import schema_of
from tests.journeys.nursery import BOSS, PIN
from tests.records.schemas import sqlite_engine
from tests.windows.conftest import Setup
from tests.windows.installing import Product
from tests.windows.machine import Machine, wait_for

OLDER, ROWS = "0.0.9", 500
Held = dict[str, list[tuple[Any, ...]]]


@pytest.fixture
def product(machine: Machine, data: Path) -> Iterator[Product]:
    made = Product(machine)
    yield made
    machine.stop()
    if (made.folder / "uninstall.exe").exists():
        made.remove()


def old_records(folder: Path) -> Held:
    """Fill a data folder with records, each by a command, in the tables of the first program; what it holds."""
    mailbox, told = Mailbox(), []
    office = RecordOffice(folder, "console-1", mailbox, Bus(), time.time)
    office.who = lambda: BOSS
    office.do(BeginPlant(BOSS, "Boss", "1", PIN), told.append, told.append)
    for number in range(ROWS):
        office.do(AddOperation(new_id(), f"Operation {number} 焊接"), told.append, told.append)
    wait_for("the records", lambda: mailbox.run_errands() or len(told) > ROWS, 60)
    office.close()
    engine = sqlite_engine(folder / "records.db")
    with engine.begin() as db:
        migrations.downgrade(db, "0001")
    engine.dispose()
    return records(folder)


def records(folder: Path) -> Held:
    """What the tables hold that every program has, and that the file is whole."""
    with closing(sqlite3.connect(folder / "records.db")) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        asked = {
            "operation": "SELECT id, name, version FROM operation ORDER BY id",
            "person": "SELECT id, name, number FROM person ORDER BY id",
            "trail": f"SELECT seq, id, hash FROM trail WHERE seq <= {ROWS + 1} ORDER BY seq",
        }
        return {table: db.execute(query).fetchall() for table, query in asked.items()}


def test_an_upgrade_keeps_every_record_setting_and_answer(product: Product, setup: Setup, data: Path) -> None:
    product.install(setup(OLDER), "/LANGUAGE=zh_CN", "/NOSTART")
    assert product.listed()["DisplayVersion"] == OLDER
    held = old_records(data)
    (data / "settings.toml").write_text('[ui]\ntheme = "light"  # of the old program\n', encoding="utf-8")

    product.install(setup(), "/NOSTART")
    picture = data.parent / "after.png"
    ended = product.machine.run(product.cli, "--screenshot", picture, "--seconds", "15", seconds=200)

    assert ended.code == 0, ended.said
    assert product.listed()["DisplayVersion"] == __version__
    assert product.handed()["Language"] == "zh_CN"
    assert schema_of(data / "records.db") == migrations.OURS
    assert len(held["operation"]) == ROWS
    assert len(held["trail"]) == ROWS + 1
    assert records(data) == held
    assert [schema_of(copy) for copy in (data / "backups").glob("*.db")] == [1]
    assert "# of the old program" in (data / "settings.toml").read_text(encoding="utf-8")


def test_a_running_console_ends_in_good_order_and_is_back_after_the_upgrade(
    product: Product, setup: Setup, setup_that_starts: Path, data: Path
) -> None:
    product.install(setup(OLDER), "/NOSTART")
    running = product.machine.start(product.window)
    wait_for("a console with records", lambda: (data / "records.db").exists(), 90)

    product.install(setup_that_starts)

    assert running.wait(30) == 0
    assert product.listed()["DisplayVersion"] == __version__
    wait_for("the console is back", lambda: (data / "console.lock").exists(), 60)
    assert product.machine.run(product.cli, "--end", seconds=120).code == 0
    assert records(data)["person"] == []


def test_an_upgrade_is_refused_while_a_program_of_it_does_not_end(product: Product, setup: Setup, data: Path) -> None:
    product.install(setup(OLDER), "/NOSTART")
    elsewhere = product.machine.told(data.parent / "Elsewhere")  # a console of another folder is not asked to end
    other = product.machine.start(product.window, "--data", elsewhere)
    wait_for("a console", lambda: (data.parent / "Elsewhere" / "records.db").exists(), 90)

    product.install(setup(), expect=3)

    assert other.poll() is None
    assert product.listed()["DisplayVersion"] == OLDER
    assert product.cli.exists()
    assert product.machine.run(product.cli, "--end", "--data", elsewhere, seconds=120).code == 0
    product.install(setup(), "/NOSTART")
    assert product.listed()["DisplayVersion"] == __version__


def test_an_older_setup_leaves_a_newer_program_alone(product: Product, setup: Setup) -> None:
    product.install(setup(), "/NOSTART")

    product.install(setup(OLDER), "/NOSTART", expect=4)

    assert product.listed()["DisplayVersion"] == __version__


@pytest.mark.parametrize(("words", "stays"), [((), True), (("/REMOVEDATA",), False)])
def test_removing_keeps_the_records_unless_told_otherwise(
    product: Product, setup: Setup, data: Path, words: tuple[str, ...], stays: bool
) -> None:
    product.install(setup(), "/NOSTART", "/LANGUAGE=en", "/WALL=1")
    old_records(data)

    assert product.remove(*words).code == 0

    assert not product.cli.exists()
    assert not (product.folder / "_internal").exists()
    assert product.listed() == {}
    assert product.handed() == {}
    assert "Gemba Console" not in product.machine.registry(r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run")
    assert (data / "records.db").exists() is stays
