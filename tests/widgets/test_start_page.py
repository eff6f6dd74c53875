"""Rules of the start page: connect, listen, say what is heard, and show how to go on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.domain.events import BrokerChanged, Link
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.floors import NOW, QuietConsole
from widgets.start import StartPage
from widgets.start.examples import COMMANDS
from widgets.start.plantcard import PlantCard


@pytest.fixture
def console() -> QuietConsole:
    return QuietConsole()


@pytest.fixture
def page(qtbot: QtBot, console: QuietConsole) -> StartPage:
    made = StartPage(console)
    qtbot.addWidget(made)
    made.resize(1848, 984)
    made.show()
    return made


def connect(page: StartPage, host: str = "10.1.2.3") -> None:
    page.form.fields["host"].edit.setText(host)
    page.form.submit()


def test_connecting_is_said_at_once_and_asks_for_what_was_typed(page: StartPage, console: QuietConsole) -> None:
    connect(page)
    assert [settings.host for settings in console.listened] == ["10.1.2.3"]
    assert page.link.word.text().startswith("Connecting")
    assert page.link.sentence.text() == "10.1.2.3:1883 · not encrypted"


def test_a_connection_is_kept_for_the_next_start_only_once_it_stands(page: StartPage, console: QuietConsole) -> None:
    connect(page)
    console.happen(BrokerChanged(Link.REFUSED, NOW, "wrong password"))
    assert console.remembered == []
    connect(page)
    console.happen(BrokerChanged(Link.CONNECTED, NOW, "", "MQTT 5"))
    console.happen(BrokerChanged(Link.LOST, NOW, "gone"))
    console.happen(BrokerChanged(Link.CONNECTED, NOW, "", "MQTT 5"))
    assert [(settings.host, plant) for settings, plant in console.remembered] == [("10.1.2.3", None)]
    assert page.link.word.text() == "Connected, MQTT 5, for 0.0 s"


def test_a_refusal_shows_the_reason_and_what_to_do(page: StartPage, console: QuietConsole) -> None:
    connect(page)
    console.happen(BrokerChanged(Link.REFUSED, NOW, "The broker does not accept the user name <b>or</b> password."))
    assert page.link.sentence.text() == "The broker does not accept the user name <b>or</b> password."
    assert "correct the fields" in page.link.next.text()


def test_a_lost_connection_says_how_long_and_that_it_is_tried_again(page: StartPage, console: QuietConsole) -> None:
    console.happen(BrokerChanged(Link.LOST, NOW - 200, "no answer"))
    assert page.link.word.text() == "No connection for 3 min 20 s"
    assert "keeps trying" in page.link.next.text()


def test_a_disk_that_refuses_is_said_and_does_not_end_the_connection(
    page: StartPage, console: QuietConsole, expected_log: Callable[..., None]
) -> None:
    expected_log("could not be kept")

    def full(settings: object, plant: Path | None) -> None:
        raise OSError(28, "No space left on device")

    console.remember_connection = full  # type: ignore[method-assign]
    connect(page)
    console.happen(BrokerChanged(Link.CONNECTED, NOW, "", "MQTT 5"))
    assert "No space left on device" in page.trouble.text()
    assert not page.trouble.isHidden()


def test_what_is_heard_is_told_by_dialect_while_it_comes(page: StartPage, console: QuietConsole) -> None:
    connect(page)
    console.happen(BrokerChanged(Link.CONNECTED, NOW, "", "MQTT 5"))
    assert "nothing has been published yet" in page.heard.words.text()
    for n in range(12):
        console.hear(f"press/{n}", b'{"v": 1}')
    console.hear("line/tag", b"3.5")
    console.rate = 7.5
    console.time += 3
    page.beat(console.time)
    assert [fact.value.text() for fact in page.heard.facts] == ["13", "7.5", "0", "12", "0", "1", "0", "0"]
    assert (
        page.heard.words.text()
        == "The machines here speak JSON, single values. A plant file tells which topic means what."
    )
    assert page.heard.topics.toPlainText().splitlines()[0] == "press/0"
    assert len(page.heard.topics.toPlainText().splitlines()) == 10


def test_a_plant_file_with_mistakes_runs_and_lists_them_with_line_and_hint(
    page: StartPage, console: QuietConsole, tmp_path: Path
) -> None:
    file = tmp_path / "plant.toml"
    file.write_text('[plant]\nname = "P"\ntimezone = "UTC"\n[[line]]\nid = "L1"\nname = "x"\nstatoin = []\n')
    page.plant.open_file(file)
    rows = page.plant.rows
    told = [[rows.index(r, c).data() for c in range(4)] for r in range(rows.rowCount())]
    assert ["7", "1", "unknown key 'statoin'", "did you mean 'station'?"] in told
    assert "error" in page.plant.note.text()
    assert page.board.isEnabled()


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00\x01"])
def test_a_file_that_cannot_be_read_is_refused_and_the_plant_before_stays(
    page: StartPage, console: QuietConsole, tmp_path: Path, content: bytes | None
) -> None:
    console.use('[plant]\nname = "before"\ntimezone = "UTC"\n')
    before = console.plant_file
    file = tmp_path / "bad.toml"
    if content is not None:
        file.write_bytes(content)
    page.plant.open_file(file)
    assert console.plant_file is before
    assert "This file cannot be used" in page.plant.refusal.text()
    assert not page.plant.refusal.isHidden()


def test_cancelling_the_file_dialog_changes_nothing(qtbot: QtBot, console: QuietConsole) -> None:
    card = PlantCard(console, ask=lambda: "")
    qtbot.addWidget(card)
    card.choose()
    assert console.plant_file is None


def test_a_plant_opened_while_connected_is_kept_with_the_connection(
    page: StartPage, console: QuietConsole, tmp_path: Path
) -> None:
    connect(page)
    console.happen(BrokerChanged(Link.CONNECTED, NOW, "", "MQTT 5"))
    file = tmp_path / "plant.toml"
    file.write_text('[plant]\nname = "P"\ntimezone = "UTC"\n')
    page.plant.open_file(file)
    assert console.remembered[-1][1] == file


def test_the_ways_on_open_topics_and_board(qtbot: QtBot, page: StartPage, console: QuietConsole) -> None:
    with qtbot.waitSignal(page.open_requested, timeout=1000) as asked:
        page.topics.click()
    assert asked.args == ["topics", ""]
    assert not page.board.isEnabled()


def test_the_example_commands_can_be_copied(page: StartPage) -> None:
    page.examples.copies[0].click()
    assert QGuiApplication.clipboard().text().endswith(COMMANDS[0])


def test_a_page_that_is_gone_hears_nothing_any_more(qtbot: QtBot, console: QuietConsole) -> None:
    page = StartPage(console)
    before = len(console.handlers)
    page.deleteLater()
    del page
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete
    assert len(console.handlers) == before - 1
    console.happen(BrokerChanged(Link.LOST, NOW, "x"))


def test_every_focusable_part_has_a_name_and_no_word_is_cut(page: StartPage) -> None:
    page.form.tls.setChecked(True)
    page.form.submit()
    QApplication.processEvents()
    assert nameless(page) == []
    assert clipped(page) == []
