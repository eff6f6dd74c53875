"""Choosing the shared database: who may, what is kept for the next start, and where its password is not."""

from __future__ import annotations

import stat
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from console.app.logs import start_logs, stop_logs
from console.app.membership import Membership
from console.app.records_settings import backup_folder, console_name, preparation, remember_shared, shared_address
from console.app.remembering import book_of
from console.app.settings import Settings, load_settings
from console.app.sharing import SharingDesk
from console.domain.commands.people import AddPerson
from console.domain.errors import FileRefused
from console.domain.joining import Account
from console.domain.people import Grant, Role
from console.domain.permissions import NotAllowed, SignInNeeded
from console.domain.sharing import Address, Engine, Link
from console.records.upgrade import OnNetwork
from tests.app.staffed import ADA, PIN, Staffed, pin_hash
from tests.databases import PASSWORD, PostgreSQL

SECRET = "Fließband/7 @sonne"
ADDRESS = Address(Engine.POSTGRESQL, "db.plant.local", 5433, "plant", "gemba", SECRET, "auto", "")


@pytest.fixture(autouse=True)
def no_keyring() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())
    yield
    keyring.set_keyring(before)


class Desk(Staffed):
    """A console with people, or without, that may join."""

    def __init__(self, folder: Path, begun: bool = True) -> None:
        super().__init__(folder / "records", begun)
        self.folder = folder
        self.sharing = SharingDesk(self.office, self.mailbox, self.bus, "Line 1")
        self.membership = Membership(self.sharing, self.session, book_of(folder))
        until(self, lambda: self.session.anybody is not None)

    def settings(self) -> Settings:
        return load_settings(self.folder, None, {}, {})

    def close(self) -> None:
        self.sharing.close()
        self.office.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    made: list[Desk] = []

    def make(begun: bool = True) -> Desk:
        made.append(Desk(tmp_path, begun))
        return made[-1]

    yield make
    for one in made:
        one.close()


def sign_in(desk: Desk, who: str) -> None:
    box: list[object] = []
    desk.session.sign_in(who, PIN, box.append, box.append)
    desk.wait(box)
    assert desk.session.person is not None, box


# Settings


def test_nothing_is_shared_unless_somebody_chose_it(tmp_path: Path) -> None:
    assert shared_address(load_settings(tmp_path, None, {}, {})) is None


def test_what_was_chosen_is_there_after_the_next_start(tmp_path: Path) -> None:
    for address in (ADDRESS, Address(Engine.MARIADB, "localhost", tls="off", ca_file=str(tmp_path / "ca.pem"))):
        remember_shared(book_of(tmp_path), address)

        assert shared_address(load_settings(tmp_path, None, {}, {})) == address


def test_leaving_forgets_the_password_and_keeps_the_rest_for_joining_again(tmp_path: Path) -> None:
    remember_shared(book_of(tmp_path), ADDRESS)

    remember_shared(book_of(tmp_path), None)

    settings = load_settings(tmp_path, None, {}, {})
    assert shared_address(settings) is None
    assert settings["records.password"] == ""
    assert settings["records.host"] == "db.plant.local"
    assert all(SECRET not in file.read_text() for file in tmp_path.rglob("*") if file.is_file())


def test_it_can_choose_all_of_it_for_a_whole_plant(tmp_path: Path) -> None:
    site = tmp_path / "site.toml"
    site.write_text('[records]\nengine = "mariadb"\nhost = "10.0.0.9"\nuser = "gemba"\n[console]\nname = "Line 4"\n')
    settings = load_settings(tmp_path / "data", site, {"GEMBA_RECORDS_PASSWORD": SECRET}, {})

    address = shared_address(settings)

    assert address == Address(Engine.MARIADB, "10.0.0.9", user="gemba", password=SECRET)
    assert console_name(settings) == "Line 4"
    assert settings.problems == ()


def test_a_console_without_a_name_has_the_computers(tmp_path: Path) -> None:
    assert console_name(load_settings(tmp_path, None, {}, {})) != ""


# The file on this computer


def test_the_records_are_prepared_where_the_settings_say(tmp_path: Path) -> None:
    settings = load_settings(tmp_path, None, {}, {"backup.folder": str(tmp_path / "copies")})

    preparation(settings, tmp_path)(tmp_path / "records.db")

    assert (tmp_path / "records.db").stat().st_size > 0
    assert backup_folder(settings, tmp_path) == tmp_path / "copies"
    assert backup_folder(load_settings(tmp_path, None, {}, {}), tmp_path) == tmp_path / "backups"


def test_records_on_a_network_drive_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("console.app.records_settings.on_a_share", lambda path: True)

    with pytest.raises(OnNetwork, match="on this computer"):
        preparation(load_settings(tmp_path, None, {}, {}), tmp_path)(tmp_path / "records.db")

    assert not (tmp_path / "records.db").exists()


# Who may


def test_whoever_sets_a_console_up_may_join_while_there_is_nobody(desk: Callable[..., Desk]) -> None:
    one = desk(begun=False)
    assert one.session.anybody is False
    assert one.membership.refusal() is None


def test_nobody_joins_or_leaves_without_signing_in(desk: Callable[..., Desk]) -> None:
    one = desk()

    for wish in (lambda: one.membership.join(ADDRESS), one.membership.leave, lambda: one.membership.pause(True)):
        with pytest.raises(SignInNeeded):
            wish()

    assert one.membership.sharing.link is Link.OFF
    assert shared_address(one.settings()) is None


@pytest.mark.parametrize(
    ("grants", "may"),
    [
        ((Grant(Role.SUPERVISOR),), False),
        ((Grant(Role.ADMINISTRATOR, ("Suzhou",)),), False),
        ((Grant(Role.VIEWER), Grant(Role.ADMINISTRATOR)), True),
    ],
)
def test_only_an_administrator_of_everything_may(
    desk: Callable[..., Desk], grants: tuple[Grant, ...], may: bool
) -> None:
    from console.domain.commands.people import SetPin

    one = desk()
    one.must(AddPerson("bob", "Bob", "2", grants))
    one.must(SetPin("bob", pin_hash()))
    sign_in(one, "bob")

    refusal = one.membership.refusal()

    assert refusal is None if may else isinstance(refusal, NotAllowed)


# Joining, with a real PostgreSQL


def test_an_administrator_joins_and_the_next_start_shares_again(
    desk: Callable[..., Desk], postgresql: PostgreSQL
) -> None:
    address = postgresql.fresh()
    one = desk()
    sign_in(one, ADA)
    box: list[object] = []
    one.membership.account(address, box.append, box.append)
    account = one.wait(box)
    assert isinstance(account, Account)
    assert (account.known, account.to_come, account.records > 0) == (False, 0, True)
    assert account.to_share > 0

    one.membership.join(address)
    until(one, lambda: one.membership.sharing.link is Link.SHARED and not one.membership.sharing.waiting)

    assert shared_address(one.settings()) == address
    one.membership.leave()
    assert one.membership.sharing.link is Link.OFF
    assert shared_address(one.settings()) is None


def test_a_disk_that_refuses_leaves_everything_as_it_was(
    desk: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    one = desk()
    sign_in(one, ADA)

    def refuse(folder: Path, address: Address | None) -> None:
        raise FileRefused("No space left on device")

    monkeypatch.setattr("console.app.membership.remember_shared", refuse)

    with pytest.raises(FileRefused):
        one.membership.join(ADDRESS)

    assert one.membership.sharing.link is Link.OFF
    assert one.membership.address is None


# Promise 14: the password


def test_the_password_is_in_no_file_but_its_own_and_in_no_text(
    desk: Callable[..., Desk], postgresql: PostgreSQL, tmp_path: Path
) -> None:
    secret = PASSWORD + " SECRET-81"
    postgresql.sql("DROP ROLE IF EXISTS courier")
    postgresql.sql(f"CREATE ROLE courier LOGIN SUPERUSER PASSWORD '{secret}'")
    address = replace(postgresql.fresh(), user="courier", password=secret)
    start_logs(tmp_path, "debug")
    one = desk()
    sign_in(one, ADA)
    box: list[object] = []

    one.membership.account(replace(address, database="nowhere"), box.append, box.append)
    refusal = one.wait(box)
    one.membership.join(address)
    until(one, lambda: one.membership.sharing.link is Link.SHARED)
    postgresql.throw_out(address.database)
    until(one, lambda: one.membership.sharing.waiting == 0 and one.membership.sharing.link is Link.SHARED)
    one.membership.leave()
    one.membership.join(address)
    settings = one.settings()
    told = [repr(settings), repr(address), str(address), repr(one.membership.sharing), str(refusal)]
    told += [repr(getattr(refusal, "facts", "")), repr(getattr(refusal, "detail", ""))]
    one.close()
    stop_logs()

    assert settings["records.password"] == secret
    assert [text for text in told if "SECRET-81" in text] == []
    files = {file.name for file in tmp_path.rglob("*") if file.is_file() and b"SECRET-81" in file.read_bytes()}
    assert files == {"secrets.toml"}
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / "secrets.toml").stat().st_mode) == 0o600
    assert "SECRET" not in (tmp_path / "settings.toml").read_text()
    assert (tmp_path / "gemba-console.log").stat().st_size > 0


def test_a_password_in_a_settings_file_or_on_the_command_line_is_refused(tmp_path: Path) -> None:
    site = tmp_path / "site.toml"
    site.write_text(f'[records]\npassword = "{SECRET}"\n')

    settings = load_settings(tmp_path, site, {}, {"records.password": SECRET})

    assert settings["records.password"] == ""
    assert len(settings.problems) == 2
    assert SECRET not in " ".join(map(str, settings.problems))


def until(desk: Desk, true: Callable[[], object], seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, desk.membership.sharing
        desk.mailbox.run_errands()
        time.sleep(0.005)
