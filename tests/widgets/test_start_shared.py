"""Rules of the shared records card: test, read what joining means, join, see how it stands, leave."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.domain import joining
from console.domain.errors import FileRefused, Refusal
from console.domain.joining import Account, Found
from console.domain.permissions import SignInNeeded
from console.domain.sharing import Address, Engine, Link, Other, Sharing
from console.records.sharedfaults import CertificateRefused, NoRights, SharedAway, WrongPassword
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.floors import QuietConsole
from widgets.languages import languages
from widgets.start import StartPage
from widgets.start.sharedcard import SharedCard

PLACE = "postgresql db.plant.local/gemba"
TESTED = joining.Tested("PostgreSQL 15.8", 0.42, "TLSv1.3", True, Found.OURS, 3, 3, True, "id", 1248, 312, (), 0.01)
ACCOUNT = Account(TESTED, False, 310, 127, 4210)


class SmallMembership:
    """Remembers what was asked; tests answer when the test says so."""

    def __init__(self) -> None:
        self.sharing = Sharing()
        self.address: Address | None = None
        self.last = Address(Engine.POSTGRESQL, "")
        self.pins: dict[str, str] = {}
        self.why: Refusal | None = None
        self.disk: Refusal | None = None
        self.tested: list[Address] = []
        self.left = self.hurried = 0
        self.answer: Callable[[Account], None]
        self.failed: Callable[[Refusal], None]

    def refusal(self) -> Refusal | None:
        return self.why

    def account(self, address: Address, answer: Callable[[Account], None], failed: Callable[[Refusal], None]) -> None:
        self.tested.append(address)
        self.answer, self.failed = answer, failed

    def join(self, address: Address) -> None:
        if self.disk:
            raise self.disk
        self.address, self.last = address, replace(address, password="")
        self.sharing = Sharing(Link.CONNECTING, datetime.now(UTC), place=str(address))

    def leave(self) -> None:
        self.left += 1
        self.address, self.sharing = None, Sharing(waiting=self.sharing.waiting)

    def hurry(self) -> None:
        self.hurried += 1


@pytest.fixture(autouse=True)
def _english(qtbot: QtBot) -> Iterator[None]:
    languages.use("en")
    yield
    languages.use("en")


@pytest.fixture
def membership() -> SmallMembership:
    return SmallMembership()


@pytest.fixture
def card(qtbot: QtBot, membership: SmallMembership) -> SharedCard:
    made = SharedCard(membership)  # type: ignore[arg-type]
    qtbot.addWidget(made)
    made.resize(720, 900)
    made.show()
    made.refresh()
    return made


def type_in(card: SharedCard, **typed: str) -> None:
    for name, text in typed.items():
        edit = card.form.fields[name].edit
        edit.clear()
        QTest.keyClicks(edit, text)


def try_out(card: SharedCard, host: str = "db.plant.local") -> None:
    type_in(card, host=host, user="gemba", password="shop floor")
    card.test.click()


def shows(card: SharedCard, widget: object) -> bool:
    return widget.isVisibleTo(card)  # type: ignore[attr-defined, no-any-return]


# Typing


def test_what_is_typed_becomes_the_address_that_is_tested(card: SharedCard, membership: SmallMembership) -> None:
    try_out(card)

    assert membership.tested == [
        Address(Engine.POSTGRESQL, "db.plant.local", 0, "gemba", "gemba", "shop floor", "auto", "")
    ]


def test_another_kind_of_server_has_another_usual_port(card: SharedCard, membership: SmallMembership) -> None:
    card.form.engine.setCurrentIndex(1)
    assert card.form.text("port") == "3306"
    type_in(card, port="3307")
    card.form.engine.setCurrentIndex(0)
    assert card.form.text("port") == "3307"
    try_out(card)
    assert membership.tested[0].port == 3307


@pytest.mark.parametrize(
    ("host", "ticked"), [("localhost", False), ("127.0.0.1", False), ("10.0.0.5", True), ("db.plant.local", True)]
)
def test_encryption_is_ticked_unless_the_server_is_this_computer(card: SharedCard, host: str, ticked: bool) -> None:
    type_in(card, host=host)

    assert card.form.tls.isChecked() is ticked
    assert shows(card, card.form.fields["ca_file"]) is ticked


def test_a_way_that_others_can_read_is_said(card: SharedCard, membership: SmallMembership) -> None:
    type_in(card, host="10.0.0.5")
    assert not shows(card, card.form.open_way)

    card.form.tls.click()
    try_out(card, "10.0.0.5")

    assert "reads the password" in card.form.open_way.text()
    assert shows(card, card.form.open_way)
    assert membership.tested[0].tls == "off"


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"host": ""}, "host", "Type the name or address"),
        ({"host": "postgresql://x"}, "host", "no postgresql://"),
        ({"host": "server:5432"}, "host", "port into its own field"),
        ({"host": "db", "port": "0"}, "port", "from 1 to 65535"),
        ({"host": "db", "database": ""}, "database", "name of the database"),
        ({"host": "db", "user": ""}, "user", "Type the user"),
        ({"host": "db", "user": "u", "ca_file": "/no/such.pem"}, "ca_file", "cannot be read"),
    ],
)
def test_a_field_that_is_wrong_says_what_to_type(
    card: SharedCard, membership: SmallMembership, typed: dict[str, str], field: str, words: str
) -> None:
    type_in(card, **typed)

    card.test.click()

    assert words in card.form.fields[field].refusal.text()
    assert membership.tested == []


# What the test found


def test_while_it_is_tested_nothing_can_be_changed(card: SharedCard) -> None:
    try_out(card)

    assert not card.form.isEnabled()
    assert not card.test.isEnabled()
    assert card.test.text() == "Testing…"


def test_the_answer_tells_the_server_and_what_will_happen_to_the_records(
    card: SharedCard, membership: SmallMembership
) -> None:
    try_out(card)

    membership.answer(ACCOUNT)

    head, told = card.result.head.text(), card.result.told.text()
    assert "PostgreSQL 15.8 answers in 0.4 ms, encrypted (TLSv1.3)." in head
    assert "It holds 312 records and 1,248 changes." in head
    assert "clock" not in head
    assert "4,210" in told
    assert "127 changes made here go to the others" in told
    assert "310 changes made by others come here" in told
    assert "what is there already holds" in told
    assert shows(card, card.result.yes)
    assert not shows(card, card.test)


@pytest.mark.parametrize(
    ("tested", "words"),
    [
        (replace(TESTED, encrypted=""), "not encrypted"),
        (replace(TESTED, clock=35.0), "35 s ahead"),
        (replace(TESTED, clock=-200.0), "3 min 20 s behind"),
        (replace(TESTED, found=Found.NONE), "empty"),
        (replace(TESTED, found=Found.OLDER, theirs=1), "up to 3"),
        (replace(TESTED, found=Found.NEWER, theirs=4), "lets this one work"),
        (replace(TESTED, found=Found.NEWER, theirs=4, may_write=False), "Update this console"),
    ],
)
def test_everything_worth_knowing_is_said(
    card: SharedCard, membership: SmallMembership, tested: joining.Tested, words: str
) -> None:
    try_out(card)

    membership.answer(replace(ACCOUNT, tested=tested))

    assert words in card.result.head.text()


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        (WrongPassword("x", place=PLACE), "user or the password"),
        (SharedAway("x", why="name"), "No computer is known"),
        (SharedAway("x", why="refused"), "Nothing answers there"),
        (CertificateRefused("x", why="name"), "another name"),
        (CertificateRefused("x", why="expired"), "has expired"),
        (NoRights("x", right="create"), "may not make tables"),
    ],
)
def test_a_refusal_says_what_to_do_and_the_fields_can_be_corrected(
    card: SharedCard, membership: SmallMembership, refusal: Refusal, words: str
) -> None:
    try_out(card)

    membership.failed(refusal)

    assert words in card.result.head.text()
    assert not shows(card, card.result.yes)
    assert shows(card, card.test)
    assert card.form.isEnabled()


def test_an_answer_about_another_address_than_is_typed_now_does_not_count(
    card: SharedCard, membership: SmallMembership
) -> None:
    try_out(card)
    late = membership.answer
    card.form.edited.emit()  # somebody types on

    late(ACCOUNT)

    assert not shows(card, card.result)
    assert card.test.isEnabled()


# Joining and leaving


def test_joining_joins_what_was_tested_and_shows_how_it_stands(card: SharedCard, membership: SmallMembership) -> None:
    try_out(card)
    membership.answer(ACCOUNT)

    card.result.yes.click()

    assert membership.address == membership.tested[0]
    assert card.word.text().startswith("Connecting…")
    assert not shows(card, card.form)
    membership.sharing = Sharing(Link.SHARED, datetime.now(UTC) - timedelta(seconds=200), place=PLACE)
    card.refresh()
    assert card.word.text() == "Shared for 3 min 20 s"
    assert card.next.text() == "Everything given here is shared."


def test_the_first_copy_shows_how_far_it_is_and_can_be_stopped(card: SharedCard, membership: SmallMembership) -> None:
    membership.sharing = Sharing(Link.COPYING, datetime.now(UTC), place=PLACE, done=520, total=1248, waiting=4)
    card.refresh()
    assert card.word.text() == "Copying: 520 of 1,248 changes"
    assert card.share.share == pytest.approx(520 / 1248)
    assert shows(card, card.share)

    card.leave.click()

    assert membership.left == 0
    assert "All records stay" in card.farewell.told.text()
    assert "4 changes are not shared yet" in card.farewell.told.text()
    card.farewell.yes.click()
    assert membership.left == 1
    assert shows(card, card.form)


def test_who_thinks_better_of_leaving_stays(card: SharedCard, membership: SmallMembership) -> None:
    membership.sharing = Sharing(Link.SHARED, datetime.now(UTC), place=PLACE)
    card.refresh()
    card.leave.click()

    QTest.keyClick(card.farewell.no, Qt.Key.Key_Space)

    assert membership.left == 0
    assert not shows(card, card.farewell)
    assert shows(card, card.leave)


def test_an_outage_says_that_work_goes_on_and_how_much_waits(card: SharedCard, membership: SmallMembership) -> None:
    since = datetime.now(UTC) - timedelta(minutes=20)
    membership.sharing = Sharing(Link.AWAY, since, "connection refused", PLACE, 40, code="shared_away")
    card.refresh()

    assert card.word.text() == "The shared database has been away for 20 min 0 s"
    assert "It is tried again" in card.sentence.text()
    assert "connection refused" not in card.sentence.text()
    assert "40 changes wait" in card.next.text()
    card.again.click()
    assert membership.hurried == 1


def test_a_connection_that_is_refused_can_be_corrected(card: SharedCard, membership: SmallMembership) -> None:
    try_out(card)
    membership.answer(ACCOUNT)
    card.result.yes.click()
    membership.sharing = replace(membership.sharing, link=Link.REFUSED, code="shared_password")
    card.refresh()
    assert "user or the password" in card.sentence.text()

    card.change.click()

    assert shows(card, card.form)
    assert card.form.text("host") == "db.plant.local"
    assert card.form.text("password") == ""
    assert "as it is" in card.form.fields["password"].edit.placeholderText()
    card.cancel.click()
    assert not shows(card, card.form)


def test_a_disk_that_refuses_is_said_and_nothing_is_joined(card: SharedCard, membership: SmallMembership) -> None:
    membership.disk = FileRefused("settings.toml cannot be written: No space left on device")
    try_out(card)
    membership.answer(ACCOUNT)

    card.result.yes.click()

    assert "No space left" in card.trouble.text()
    assert membership.sharing.link is Link.OFF


def test_who_may_not_choose_the_database_sees_why_and_cannot(card: SharedCard, membership: SmallMembership) -> None:
    membership.why = SignInNeeded(command="JoinSharedDatabase")
    card.refresh()

    assert "Sign in first" in card.who.text()
    assert not card.form.isEnabled()
    assert not card.test.isEnabled()
    membership.sharing = Sharing(Link.SHARED, datetime.now(UTC), place=PLACE)
    card.refresh()
    assert not card.leave.isEnabled()


def test_a_text_from_outside_stays_text(card: SharedCard, membership: SmallMembership) -> None:
    bad = "<b>\u202eLine\n4</b>"
    others = (Other("c", bad, "0.1", 3, datetime.now(UTC), 0),)
    membership.sharing = Sharing(Link.SHARED, datetime.now(UTC), place=PLACE, others=others)
    card.refresh()

    assert "\u202e" not in card.others.text()
    assert "<b>" in card.others.text()
    assert card.others.textFormat() == Qt.TextFormat.PlainText


# The page


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_nothing_is_cut_and_everything_has_a_name_in_both_languages(
    qtbot: QtBot, membership: SmallMembership, code: str
) -> None:
    languages.use(code)
    console = QuietConsole()
    console.membership = membership
    page = StartPage(console)
    qtbot.addWidget(page)
    page.resize(1366, 900)
    page.show()
    card = page.shared
    assert card is not None
    states = [
        Sharing(),
        Sharing(Link.AWAY, datetime.now(UTC), "x", PLACE, 12480, code="shared_away"),
        Sharing(Link.COPYING, datetime.now(UTC), "", PLACE, 4, done=5, total=9),
        Sharing(Link.NEWER, datetime.now(UTC), "", PLACE, 4),
    ]
    for sharing in states:
        membership.sharing = sharing
        page.beat(console.now())
        QApplication.processEvents()
        assert clipped(page) == []
        assert nameless(page) == []
    membership.sharing = Sharing()
    page.beat(console.now())
    try_out(card)
    membership.answer(replace(ACCOUNT, tested=replace(TESTED, clock=99.0)))
    QApplication.processEvents()
    assert clipped(page) == []
    assert nameless(page) == []


def test_a_demo_has_no_shared_records(qtbot: QtBot) -> None:
    page = StartPage(QuietConsole())
    qtbot.addWidget(page)

    assert page.shared is None
