"""The settings of a running console: what is pinned stays, what is chosen is kept, and what holds at once does."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.app.compose import broker_settings
from console.app.console import Console
from console.app.declared import SETTINGS
from console.app.furnishing import furnish
from console.app.horn import HornSettings
from console.app.installed import Entry, Handed
from console.app.mailbox import Mailbox
from console.app.membership import Membership
from console.app.records_settings import remember_shared, shared_address
from console.app.remembering import remember
from console.app.settings import SettingRefused, load_settings
from console.app.settingsbook import SettingPinned, SettingsBook
from console.domain.health import Level, settings
from console.domain.sharing import Address, Engine
from console.telemetry.broker import BrokerSettings


def site(folder: Path, text: str) -> Path:
    path = folder / "site.toml"
    path.write_text(text, encoding="utf-8")
    return path


def book(folder: Path, text: str = "", **installed: str) -> SettingsBook:
    handed = Handed(tuple(Entry("HKCU", name, value) for name, value in installed.items()))
    return SettingsBook(load_settings(folder, site(folder, text) if text else None, {}, {}, handed))


def test_a_change_is_kept_and_waits_for_the_next_start_unless_it_holds_at_once(tmp_path: Path) -> None:
    made = book(tmp_path)
    worn: list[str] = []
    made.when_changed("ui.theme", worn.append)

    made.change("history.days", 30)
    made.change("ui.theme", "light")

    assert (made.now["history.days"], made.in_force["history.days"]) == (30, 365)
    assert [made.waits(name) for name in ("history.days", "ui.theme", "history.max_gb")] == [True, False, False]
    assert worn == ["light"]
    assert book(tmp_path).in_force["history.days"] == 30
    made.change("history.days", None)
    assert not made.waits("history.days")


def test_what_is_pinned_cannot_be_changed_and_the_refusal_says_who_pins_it(tmp_path: Path) -> None:
    made = book(tmp_path, "[history]\ndays = 30\n")

    with pytest.raises(SettingPinned) as refused:
        made.change("history.days", 40)
    made.keep({"history.days": 40, "history.max_gb": 5})

    assert refused.value.facts["place"] == f"{tmp_path / 'site.toml'}, line 2"
    assert (made.now["history.days"], made.now["history.max_gb"]) == (30, 5)
    assert "days" not in (tmp_path / "settings.toml").read_text()


@pytest.mark.parametrize(("name", "value"), [("history.days", 0), ("history.day", 3), ("ui.theme", "blue")])
def test_a_value_that_does_not_fit_is_refused_before_anything_is_written(tmp_path: Path, name: str, value) -> None:
    with pytest.raises(SettingRefused):
        book(tmp_path).change(name, value)

    assert list(tmp_path.iterdir()) == []


def test_what_comes_out_the_same_is_not_written_so_that_it_still_follows_the_installer(tmp_path: Path) -> None:
    made = book(tmp_path, Broker="mq.plant")
    used = broker_settings(made.now, tmp_path)
    assert used is not None

    remember(made, used, tmp_path / "plant.toml")

    assert made.now["plant.file"] == str(tmp_path / "plant.toml")
    assert book(tmp_path, Broker="other.plant:1883").now["broker.host"] == "other.plant"
    assert "[broker]" not in (tmp_path / "settings.toml").read_text()


def test_another_broker_than_the_installers_is_remembered_whole(tmp_path: Path) -> None:
    made = book(tmp_path, Broker="mq.plant:1999")

    remember(made, BrokerSettings("10.0.0.2", 1883, tls=False), None)

    now = book(tmp_path, Broker="mq.plant:1999").now
    assert (now["broker.host"], now.broker_port(), now.broker_tls()) == ("10.0.0.2", 1883, False)


def test_a_console_that_left_the_installers_database_does_not_join_it_again(tmp_path: Path) -> None:
    made = book(tmp_path, Database="postgresql://gemba@db/gemba")
    assert shared_address(made.now) is not None

    remember_shared(made, None)

    assert shared_address(book(tmp_path, Database="postgresql://gemba@db/gemba").now) is None


class Seat:
    """A session in which nobody was ever made."""

    anybody, person = False, None


class Shelf:
    """A sharing desk that remembers what it was told."""

    address: Address | None = None
    joined: list[Address] = []

    def join(self, address: Address) -> None:
        self.joined.append(address)

    def leave(self) -> None:
        self.joined.clear()


def test_a_pinned_database_can_be_neither_left_nor_exchanged_for_another(tmp_path: Path) -> None:
    made = book(tmp_path, '[records]\nengine = "postgresql"\nhost = "db.plant"\n')
    member = Membership(Shelf(), Seat(), made)  # type: ignore[arg-type]

    with pytest.raises(SettingPinned):
        member.leave()
    with pytest.raises(SettingPinned):
        member.join(Address(Engine.MARIADB, "db.plant"))
    member.join(Address(Engine.POSTGRESQL, "elsewhere", user="gemba"))

    assert Shelf.joined == [Address(Engine.POSTGRESQL, "db.plant", user="gemba")]
    assert set(member.pins) == {"engine", "host"}


@pytest.fixture
def console(tmp_path: Path):
    made = Console(tmp_path)
    furnish(made, load_settings(tmp_path, site(tmp_path, "[calls]\nvolume = 40\n"), {}, {}), shares=False)
    yield made
    made.close()


def test_everything_that_is_said_to_hold_at_once_does(console: Console) -> None:
    made = console.settings
    assert made is not None
    ours = {s.name for s in SETTINGS if s.at_once and s.section != "ui"}  # the face applies what is about the screen

    made.change("people.idle_minutes", 3)
    made.change("calls.silence_minutes", 7)

    assert ours <= made.applied
    assert console.session.idle_minutes == 3
    assert console.horn is not None
    assert console.horn.chosen.silence_minutes == 7


def test_the_horn_keeps_a_pinned_volume_whatever_is_chosen_beside_it(console: Console, tmp_path: Path) -> None:
    assert console.horn is not None

    console.horn.choose(HornSettings(sound=False, volume=90))

    assert (console.horn.chosen.sound, console.horn.chosen.volume) == (False, 40)
    assert "volume" not in (tmp_path / "settings.toml").read_text()


def test_the_status_page_is_told_of_mistakes_and_of_a_site_file_that_is_away(tmp_path: Path) -> None:
    made = book(tmp_path, "[history]\ndays = 30\nday = 1\n")
    item = settings(made.settled())
    assert (item.level, item.code) == (Level.ATTENTION, "wrong")
    assert item.facts["first"] == f"{tmp_path / 'site.toml'}:3 history.day → history.days"
    assert item.facts["pinned"] == 1

    (tmp_path / "site.toml").unlink()
    away = settings(SettingsBook(load_settings(tmp_path, tmp_path / "site.toml", {}, {})).settled())

    assert (away.level, away.code) == (Level.ATTENTION, "site_copy")
    assert settings(book(tmp_path / "other").settled()).level is Level.GOOD


def test_where_passwords_are_is_told_later_and_never_what_they_are(tmp_path: Path, wait_until) -> None:
    made, mailbox, told = book(tmp_path), Mailbox(), []
    made.change("broker.password", "s3cret")

    made.look_at_secrets(mailbox, told.append)
    wait_until(lambda: (mailbox.run_errands(), told)[1])

    assert list(told[0]) == ["broker.password"]
    assert "s3cret" not in str(told)
    assert made.waits("broker.password")
