"""What is pinned is shown with a lock, and by whom, on every screen that lets people choose it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.app.commandline import Options
from console.app.compose import Running, compose, settings_for
from console.app.console import Console
from console.app.remembering import book_for
from console.telemetry.broker import BrokerSettings
from tests.widgets.shell_parts import dressed
from widgets.exchange.watched import WatchedTab
from widgets.horn.card import HornCard
from widgets.languages import languages
from widgets.start.form import BrokerForm
from widgets.start.page import StartPage

SITE = """
[broker]
host = "127.0.0.1"
port = 1
tls = "off"
keepaliv = 30
[plant]
file = "plant.toml"
[records]
engine = "none"
[calls]
volume = 40
[exchange]
folder = "orders"
"""


@pytest.fixture
def running(tmp_path: Path, qtbot: QtBot, expected_log) -> Iterator[Running]:
    dressed()
    expected_log("plant.toml", True)
    site = tmp_path / "share" / "site.toml"
    site.parent.mkdir()
    site.write_text(SITE, encoding="utf-8")
    (tmp_path / "data").mkdir()
    options = Options(site=site)
    made = compose(options, tmp_path / "data", settings_for(options, tmp_path / "data"))
    yield made
    made.close()


def start_page(console: Console, qtbot: QtBot) -> StartPage:
    page = StartPage(console)
    qtbot.addWidget(page)
    page.resize(1600, 900)
    page.show()
    return page


def test_a_console_starts_with_a_wrong_key_in_its_site_file_and_says_which(running: Running, tmp_path: Path) -> None:
    console = running.console
    console.health.look()

    told = next(item for item in console.health.items if item.part == "settings")

    assert console.settings_used is not None
    assert console.settings_used.host == "127.0.0.1"
    assert told.facts["first"] == f"{tmp_path / 'share' / 'site.toml'}:6 broker.keepaliv → broker.keepalive"
    assert console.health.loud >= 1


def test_the_connection_form_locks_what_is_pinned_and_connects_to_it_whatever_is_typed(
    running: Running, qtbot: QtBot
) -> None:
    page = start_page(running.console, qtbot)
    form = page.form

    locked = [name for name, field in form.fields.items() if not field.edit.isEnabled()]
    assert locked == ["host", "port"]
    assert not form.tls.isEnabled()
    assert "site.toml" in form.fields["host"].edit.toolTip()
    assert not form.fields["host"].locked.isHidden()
    assert not form.pinned.isHidden()

    form.fields["host"].edit.setText("elsewhere")
    form.fields["user"].edit.setText("gemba")
    form.submit()

    used = running.console.settings_used
    assert used is not None
    assert (used.host, used.port, used.uses_tls, used.user) == ("127.0.0.1", 1, False, "gemba")


def test_a_password_in_use_stays_when_none_is_typed_for_the_same_user(running: Running, qtbot: QtBot) -> None:
    page = start_page(running.console, qtbot)
    page.form.fields["user"].edit.setText("gemba")
    page.form.fields["password"].edit.setText("s3cret")
    page.form.submit()
    page.form.fields["password"].edit.clear()

    page.form.submit()

    assert running.console.settings_used is not None
    assert running.console.settings_used.password == "s3cret"
    page.form.fields["user"].edit.setText("other")
    page.form.submit()
    assert running.console.settings_used.password == ""


def test_a_pinned_plant_file_and_database_cannot_be_exchanged_here(running: Running, qtbot: QtBot) -> None:
    page = start_page(running.console, qtbot)

    assert not page.plant.open.isEnabled()
    assert "site.toml" in page.plant.open.toolTip()
    assert page.shared is not None
    page.shared.refresh()
    assert not page.shared.form.engine.isEnabled()
    assert "site.toml" in page.shared.form.pinned.text()


def test_the_card_of_the_horn_locks_a_pinned_volume_and_nothing_else(running: Running, qtbot: QtBot) -> None:
    card = HornCard(running.console)
    qtbot.addWidget(card)
    card.refresh()

    parts = {"sound": card.sound, "volume": card.volume, "minutes": card.minutes}
    assert {name: part.isEnabled() for name, part in parts.items()} == {"sound": True, "volume": False, "minutes": True}
    assert card.pinned.text().startswith("Volume: Locked here. Site file: ")


def test_a_pinned_folder_of_orders_can_be_neither_changed_nor_ended(running: Running, qtbot: QtBot) -> None:
    tab = WatchedTab(running.console)
    qtbot.addWidget(tab)
    tab.show_state()

    assert not tab.watch.isEnabled()
    assert not tab.end.isEnabled()
    assert "site.toml" in tab.end.toolTip()


def test_nothing_of_the_site_file_is_written_into_this_consoles_own_settings(running: Running, tmp_path: Path) -> None:
    used = running.console.settings_used
    assert used is not None

    running.console.remember_connection(used, tmp_path / "other.toml")

    own = tmp_path / "data" / "settings.toml"
    assert not own.exists() or "host" not in own.read_text()
    assert book_for(running.console).now["plant.file"] == str(tmp_path / "share" / "plant.toml")


def test_what_pins_a_field_is_said_in_the_language_of_the_moment(running: Running, qtbot: QtBot) -> None:
    page = start_page(running.console, qtbot)
    assert "Locked here" in page.form.fields["host"].edit.toolTip()

    languages.use("zh_CN")
    try:
        QApplication.processEvents()
        assert "在此" in page.form.fields["host"].edit.toolTip()
        assert "在此" in page.form.pinned.text().partition("TLS")[2]
    finally:
        languages.use("en")


def test_a_pinned_file_on_a_share_that_is_away_is_not_asked_for_by_the_form(qtbot: QtBot) -> None:
    form = BrokerForm("gemba")
    qtbot.addWidget(form)
    form.fill(BrokerSettings("mq.plant", 8883, tls=True, ca_file="/share/that/is/away/ca.pem"))
    form.lock({"ca_file": "Locked here. Site file: site.toml, line 3"})

    with qtbot.waitSignal(form.wanted, timeout=1000) as told:
        form.submit()

    assert told.args[0].ca_file == "/share/that/is/away/ca.pem"


def test_the_home_of_nobody_is_refused_in_words(qtbot: QtBot) -> None:
    form = BrokerForm("gemba")
    qtbot.addWidget(form)
    form.fill(BrokerSettings("mq.plant", 8883, tls=True, ca_file="~nobody-is-called-so/ca.pem"))

    form.submit()

    assert "cannot be read" in form.fields["ca_file"].refusal.text()
