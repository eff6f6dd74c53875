"""Rules of the messages tab: set up, try out, see what did not arrive, send it again, in both languages."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.app.channelsecrets import secrets_of
from console.app.outward import Options, Outward
from console.app.queries.notices import channels, contacts, last_notices
from console.domain.channels import Channel, ChannelKind, Shape, Whom
from console.domain.commands.notices import SetChannel, SetContact
from console.domain.events import BrokerChanged, Link
from console.domain.notices import State, Why
from tests.app.posts import WebPlace
from tests.widgets.call_parts import ADMIN, LEADER, OPERATOR, breathe, calling, raised, shown
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.shell_parts import dressed
from widgets.calls.page import CallsPage
from widgets.callsetup.messages import MessagesTab
from widgets.callsetup.messagewords import KINDS, REASONS, SECURITIES, SHAPES, STATE_MARK, STATES, WHOM, WHY, why_words
from widgets.languages import languages


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SimpleNamespace]:
    """One console with one window for all tests of this file, and a server for its webhooks."""
    app = QApplication.instance() or QApplication([])
    assert app is not None
    dressed()
    console: Any = calling(tmp_path_factory.mktemp("messages"))
    console.title, console.broker = "Gate 2", BrokerChanged(Link.OFF, 0.0)
    console.outward = Outward(console, Options(timeout=1.0, first_pause=0.2))
    console.outward.start()
    console.sign_in(ADMIN)
    window = shown(console, ("callsetup", MessagesTab), ("calls", CallsPage))
    web = WebPlace().start()
    window.open("callsetup")
    made = SimpleNamespace(console=console, window=window, web=web, tab=window.stack.currentWidget())
    yield made
    web.stop()
    console.outward.close()
    window.close()


@pytest.fixture(autouse=True)
def _back(place: SimpleNamespace) -> Iterator[None]:
    place.window.open("callsetup")
    place.console.sign_in(ADMIN)
    yield
    languages.use("en")


def until(place: SimpleNamespace, true: Callable[[], object], seconds: float = 10.0) -> None:
    """Let the console and the window live until it is so."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen"
        place.console.outward.beat(time.monotonic())
        breathe(place.console, 1)
        QApplication.processEvents()
        time.sleep(0.005)


def kept(place: SimpleNamespace, name: str) -> Channel | None:
    """The channel of this name, as the records have it."""
    found: Any = place.console.answer(channels)
    return next((one.value for one in found if one.value.name == name), None)


def test_an_empty_list_says_how_to_begin(place: SimpleNamespace) -> None:
    ways = place.tab.turn("ways")
    until(place, lambda: ways.empty.isVisible())
    assert "Choose one above" in ways.empty.text()
    assert not ways.side.isVisible()


def test_a_webhook_is_set_up_tried_and_saved_and_its_address_is_in_no_record(
    place: SimpleNamespace, qtbot: QtBot
) -> None:
    ways, card, web = place.tab.turn("ways"), place.tab.ways.card, place.web
    qtbot.mouseClick(ways.add[ChannelKind.WEBHOOK], Qt.MouseButton.LeftButton)
    until(place, card.isVisible)
    assert card.signing.isVisible()
    assert not card.server.isVisible()
    card.called.control.setText("Maintenance")
    card.url.control.setText(f"{web.address}/robot/send?access_token=tok-77")
    card.signing.control.setText("SEC123")
    qtbot.mouseClick(card.test, Qt.MouseButton.LeftButton)
    assert not card.test.isEnabled()
    until(place, lambda: web.got)
    until(place, lambda: "was taken" in card.said.text)
    assert "sign=" in web.got[0][0]
    assert "Test message" in web.got[0][2]["text"]["content"]
    qtbot.mouseClick(card.save, Qt.MouseButton.LeftButton)
    until(place, lambda: kept(place, "Maintenance"))
    channel = kept(place, "Maintenance")
    assert channel is not None
    assert (channel.address, channel.shape) == (web.address, Shape.DINGTALK)
    folder: Path = place.console.data_folder
    until(place, lambda: secrets_of(folder, channel).signing == "SEC123")
    until(place, lambda: "kept on this PC" in card.url.control.placeholderText())
    assert card.url.control.text() == ""
    assert b"tok-77" not in place.console.office.path.read_bytes()


def test_what_is_unfit_is_said_beside_its_field(place: SimpleNamespace, qtbot: QtBot) -> None:
    ways, card = place.tab.turn("ways"), place.tab.ways.card
    ways.begin(ChannelKind.MAIL)
    card.called.control.setText("Mails")
    card.server.control.setText("mail works")
    qtbot.mouseClick(card.save, Qt.MouseButton.LeftButton)
    assert card.server.refusal.text
    card.server.control.setText("mail.works.test")
    card.come_from.control.setText("andon")
    qtbot.mouseClick(card.save, Qt.MouseButton.LeftButton)
    assert (card.server.refusal.text, card.come_from.refusal.text) == ("", "The sender is no e-mail address.")
    card.whom.control.setCurrentIndex(list(Whom).index(Whom.FIXED))
    assert card.recipients.isVisible()
    qtbot.mouseClick(card.cancel, Qt.MouseButton.LeftButton)
    assert kept(place, "Mails") is None


def test_a_test_that_fails_says_why_in_plain_words(place: SimpleNamespace, qtbot: QtBot) -> None:
    ways, card = place.tab.turn("ways"), place.tab.ways.card
    ways.begin(ChannelKind.MAIL)
    card.server.control.setText("localhost:9")
    card.come_from.control.setText("andon@works.test")
    qtbot.mouseClick(card.test, Qt.MouseButton.LeftButton)
    until(place, lambda: "takes no connection" in card.said.text)
    qtbot.mouseClick(card.cancel, Qt.MouseButton.LeftButton)


def test_a_contact_is_saved_and_an_unfit_one_is_not(place: SimpleNamespace, qtbot: QtBot) -> None:
    part, card = place.tab.turn("contacts"), place.tab.contacts.card
    until(place, lambda: part.model.rows)
    part.wanted = LEADER
    part.read()
    until(place, lambda: card.who.text() == "Team leader 3")
    card.mail.control.setText("leader")
    qtbot.keyClick(card.mail.control, Qt.Key.Key_Return)
    until(place, lambda: card.mail.refusal.text)
    card.mail.control.setText("leader3@works.test")
    card.mobile.control.setText("138 0000 1111")
    qtbot.keyClick(card.mail.control, Qt.Key.Key_Return)
    until(place, lambda: card.said.text == "Saved.")
    found: Any = place.console.answer(contacts)
    leader = next(one for one in found if one.person.id == LEADER)
    assert (leader.contact.mail, leader.contact.mobile) == ("leader3@works.test", "13800001111")
    assert card.mail.refusal.text == ""


def test_who_may_not_set_up_ways_sees_why(place: SimpleNamespace) -> None:
    ways, contacts_part = place.tab.turn("ways"), place.tab.contacts
    until(place, lambda: ways.model.rows)
    place.console.sign_in(OPERATOR)
    until(place, lambda: not ways.add[ChannelKind.MAIL].isEnabled())
    assert "roles" in ways.add[ChannelKind.MAIL].toolTip()
    assert not ways.card.save.isEnabled()
    place.tab.turn("contacts")
    contacts_part.wanted = OPERATOR
    contacts_part.read()
    until(place, lambda: contacts_part.card.who.text() == "Operator 14")
    assert contacts_part.card.save.isEnabled(), "everybody says how they are reached themselves"


def test_what_did_not_arrive_is_shown_everywhere_and_sent_again(place: SimpleNamespace, qtbot: QtBot) -> None:
    console, tab, web = place.console, place.tab, place.web
    web.got.clear()
    web.stop()
    call = raised(console, category="safety", text="Light curtain bridged")
    until(place, lambda: console.outward.told.lost == 1)
    place.window.status.refresh()
    assert place.window.status.lost.text() == "1 message not delivered"
    place.window.open("calls")
    page = place.window.stack.currentWidget()
    page.show_subject(call.id)
    until(place, page.card.undelivered.isVisible)
    assert (
        page.card.undelivered.lines[0].text().startswith("Not delivered: Maintenance: the server takes no connection")
    )
    place.window.open("callsetup")
    tab.show_subject("lost")
    part = tab.sent
    until(place, lambda: len(part.model.rows) == 1)
    part.grid.selectRow(0)
    web.start()
    until(place, part.retry.isEnabled)
    qtbot.mouseClick(part.retry, Qt.MouseButton.LeftButton)
    until(place, lambda: web.got)
    until(place, lambda: not part.model.rows and part.empty.isVisible())
    assert "Nothing is missing" in part.empty.text()
    until(place, lambda: console.outward.told.lost == 0)
    part.lost.setChecked(False)
    until(place, lambda: len(part.model.rows) == 1)
    found: Any = console.answer(last_notices(False, part.model.rows[0].notice.made))
    assert found[0].notice.state is State.DELIVERED
    opened: list[tuple[str, str]] = []
    tab.open_requested.connect(lambda key, subject: opened.append((key, subject)))
    part.grid.selectRow(0)
    part.grid.setFocus()
    qtbot.keyClick(part.grid, Qt.Key.Key_Return)
    assert opened == [("calls", call.id)]


@pytest.mark.parametrize("code", ["en", "zh_CN"])
@pytest.mark.parametrize("size", [(960, 600), (1366, 768)])
def test_nothing_is_clipped_and_everything_has_a_name(place: SimpleNamespace, code: str, size: tuple[int, int]) -> None:
    console = place.console
    mail = Channel("m", "Shift mail", ChannelKind.MAIL, "mail.works.test", sender="a@works.test", active=False)
    if kept(place, "Shift mail") is None:
        assert console.do(SetChannel(mail), who=ADMIN) == []
        assert console.do(SetContact(ADMIN, "a@works.test"), who=ADMIN) == []
    place.window.resize(*size)
    languages.use(code)
    for key in ("ways", "contacts", "sent"):
        part = place.tab.turn(key)
        until(place, lambda part=part: part.model.rows)
        for row in range(len(part.model.rows)):
            part.grid.selectRow(row)
            breathe(console, 1)
            QApplication.processEvents()
            assert clipped(place.tab) == []
            assert nameless(place.tab) == []
    if code == "zh_CN":
        assert place.tab.tabs["ways"].text() == "通知渠道"


def test_every_value_has_words() -> None:
    from console.domain.channels import Security
    from console.domain.notices import Reason

    for table, kind in (
        (KINDS, ChannelKind),
        (SHAPES, Shape),
        (SECURITIES, Security),
        (WHOM, Whom),
        (STATES, State),
        (STATE_MARK, State),
        (REASONS, Reason),
        (WHY, Why),
    ):
        assert set(table) == set(kind)
    assert why_words("refused", "550 <b>no\u202e") == "the server refuses the message. (550 <b>no\\u202e)"
