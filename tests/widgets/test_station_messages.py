"""Rules of the raw messages: newest first, still while someone reads, decoded where it can be."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from console.app.raw import RawMessage
from console.telemetry.sparkplug_codec import Metric, encode
from tests.widgets.floors import NOW, QuietConsole
from widgets.payloads import definitions_of
from widgets.station.messages import MessagesCard, preview


def message(n: int, payload: bytes = b"", retained: bool = False) -> RawMessage:
    return RawMessage(NOW + n, f"plant/t{n}", payload or str(n).encode(), retained)


@pytest.fixture
def card(qtbot: QtBot) -> MessagesCard:
    made = MessagesCard()
    qtbot.addWidget(made)
    made.retranslate()
    made.resize(560, 500)
    made.show()
    return made


def newest_first(last: int, count: int = 100) -> list[RawMessage]:
    return [message(n) for n in range(last, max(last - count, -1), -1)]


def test_the_newest_message_is_first_and_shown_decoded(card: MessagesCard) -> None:
    card.refresh([RawMessage(NOW, "a/b", b'{"x":1}', False)], NOW, None)
    assert card.detail.toPlainText() == '{\n  "x": 1\n}'
    card.refresh([message(1), RawMessage(NOW, "a/b", b'{"x":1}', False)], NOW + 1, None)
    assert card.rows.index(0, 1).data() == "plant/t1"


def test_messages_that_roll_out_leave_the_list(card: MessagesCard) -> None:
    card.refresh(newest_first(100), NOW, None)
    card.refresh(newest_first(130), NOW, None)
    assert [m.topic for m in card.rows.rows] == [m.topic for m in newest_first(130)]


def test_the_chosen_row_moves_down_with_its_message(card: MessagesCard) -> None:
    card.refresh(newest_first(20, 10), NOW, None)
    card.grid.selectRow(2)
    card.refresh(newest_first(23, 10), NOW, None)
    assert card.rows.rows[card.grid.currentIndex().row()].topic == "plant/t18"


def test_a_paused_list_stands_still_and_goes_on_when_told(card: MessagesCard) -> None:
    card.refresh(newest_first(5), NOW, None)
    card.pause.setChecked(True)
    card.refresh(newest_first(9), NOW, None)
    assert card.rows.rows[0].topic == "plant/t5"
    card.pause.setChecked(False)
    card.refresh(newest_first(9), NOW, None)
    assert card.rows.rows[0].topic == "plant/t9"


def test_copy_takes_the_exact_topic_and_payload(card: MessagesCard) -> None:
    card.refresh([RawMessage(NOW, "a/b", '{"x": "\u00fc"}'.encode(), False)], NOW, None)
    card.copy.click()
    assert QGuiApplication.clipboard().text() == 'a/b\n{"x": "\u00fc"}'


def test_bytes_are_shown_as_hex(card: MessagesCard) -> None:
    card.refresh([RawMessage(NOW, "a/b", b"\xff\x00A", True)], NOW, None)
    assert "ff 00 41" in card.detail.toPlainText()
    assert preview(b"\xff\x00A") == "ff 00 41"


def test_without_messages_the_card_says_so_and_offers_nothing(card: MessagesCard) -> None:
    card.refresh([], NOW, None)
    assert "None has come" in card.empty.text()
    assert not card.copy.isEnabled()
    card.copy.click()


def test_another_station_forgets_the_pause(card: MessagesCard) -> None:
    card.refresh(newest_first(5), NOW, None)
    card.pause.setChecked(True)
    card.forget()
    assert card.rows.rowCount() == 0
    assert not card.pause.isChecked()


def test_text_that_someone_is_choosing_from_is_not_taken_away(card: MessagesCard) -> None:
    card.refresh([message(1)], NOW, None)
    card.detail.selectAll()
    card.refresh([message(2), message(1)], NOW, None)
    assert card.detail.toPlainText() == "1"


def test_aliases_of_sparkplug_data_get_the_names_of_their_birth(qtbot: QtBot) -> None:
    console = QuietConsole()
    birth = [Metric("bdSeq", None, 1, 8, NOW), Metric("Motor current", 709, 0, 3, NOW)]
    console.hear("spBv1.0/G/DBIRTH/N/D", encode(birth, NOW, 1))
    card = MessagesCard(lambda topic: definitions_of(console.book, topic))
    qtbot.addWidget(card)
    data = encode([Metric(None, 709, -5, 3, NOW), Metric(None, 8, 1.5, 10, NOW)], NOW, 2)
    card.refresh([RawMessage(NOW, "spBv1.0/G/DDATA/N/D", data, False)], NOW, None)
    assert card.detail.toPlainText() == "seq 2\nMotor current = -5\nalias 8 = 1.5"
