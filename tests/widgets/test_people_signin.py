"""Rules of signing in on the screen: list and PIN, badge, waits and locks in words, switching, what waited for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from console.app.pins import badge_hash
from console.domain.commands.people import AddPerson, SetBadge, SetPin
from console.domain.people import Grant, Role
from console.domain.proofs import LOCK_AFTER
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.people_parts import PIN, make_console, person_id, show
from widgets.languages import languages
from widgets.people.signing import Signing, ask_for, give, signing_of, why_not
from widgets.shell.window import MainWindow

pytestmark = pytest.mark.usefixtures("qapp")
BADGE = "04A2B9C1"


class Place:
    """A console, its window and its sign-in."""

    def __init__(self, folder: Path, people: bool = True) -> None:
        self.console = make_console(folder, people)
        self.window: MainWindow = show(self.console, lambda _: QWidget())
        found = self.window.findChild(Signing)
        assert found is not None
        self.signing, self.panel = found, found.panel

    @property
    def who(self) -> str:
        return self.console.session.person.name if self.console.session.person else ""

    def open(self) -> None:
        self.signing.open()
        self.console.settle()

    def choose(self, typed: str) -> None:
        """Type into the finder and press Enter."""
        self.panel.finder.line.setText(typed)
        QTest.keyClick(self.panel.finder.line, Qt.Key.Key_Return)

    def enter(self, pin: str) -> None:
        """Type the PIN and press Enter."""
        QTest.keyClicks(self.panel.pad.entry, pin)
        QTest.keyClick(self.panel.pad.entry, Qt.Key.Key_Return)
        self.console.settle()

    def close(self) -> None:
        self.panel.close()
        self.window.close()
        self.console.office.close()
        self.window.deleteLater()
        QApplication.processEvents()


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    made = Place(tmp_path)
    yield made
    made.close()


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Place]:
    made = Place(tmp_path, people=False)
    yield made
    made.close()


def test_the_top_bar_says_who_is_signed_in_and_as_what(place: Place) -> None:
    assert place.window.top.person.face.text == "Sign in"
    place.console.sign_in(person_id("Supervisor 2"))
    assert (place.window.top.person.face.text, place.window.top.person.face.strong) == ("Supervisor", "Supervisor 2")
    assert place.window.top.person.accessibleName().startswith("Supervisor 2")


def test_by_keyboard_alone_somebody_signs_in(place: Place) -> None:
    QTest.keyClick(place.window, Qt.Key.Key_F8)
    place.console.settle()
    assert place.panel.isVisible()
    place.choose("2014")
    assert place.panel.who.text() == "Operator 14"
    place.enter(PIN)
    assert place.who == "Operator 14"
    assert not place.panel.isVisible()


def test_with_a_finger_alone_somebody_signs_in(place: Place) -> None:
    place.window.top.person.click()
    place.console.settle()
    row = next(r for r, one in enumerate(place.panel.finder.model.rows) if one.name == "Planner 5")
    place.panel.finder.list.selectRow(row)
    for digit in PIN:
        place.panel.pad.keys[digit].click()
    place.panel.pad.go_on.click()
    place.console.settle()
    assert place.who == "Planner 5"


def test_people_are_found_by_name_or_number_and_those_without_a_pin_are_not_offered(place: Place) -> None:
    place.open()
    names = [one.name for one in place.panel.finder.model.rows]
    assert names == sorted(names)
    assert "Operator 21" not in names
    place.panel.finder.line.setText("lead")
    assert [one.name for one in place.panel.finder.model.rows] == ["Team leader 3"]
    place.panel.finder.line.setText("nobody here")
    assert not place.panel.finder.nobody.isHidden()


def test_a_wrong_pin_says_so_then_how_long_to_wait_then_who_can_unlock(place: Place) -> None:
    place.open()
    place.choose("2014")
    place.enter("9999")
    assert place.panel.said.text == "This PIN is not right. Try again."
    place.enter("9999")
    place.enter("9999")
    assert "Try again in 5 seconds" in place.panel.said.text
    place.enter(PIN)
    assert place.panel.said.text.startswith("Too many wrong PINs. Try again in ")
    assert place.who == ""
    assert place.panel.pad.entry.text() == ""


def test_whoever_is_locked_out_reads_who_can_unlock_them(place: Place) -> None:
    from console.domain.commands.people import NoteSignIn

    place.console.do(*[NoteSignIn(person_id("Operator 14"), right=False)] * LOCK_AFTER)
    place.open()
    place.choose("2014")
    place.enter(PIN)
    assert "These can unlock it: Admin 1, Supervisor 2" in place.panel.said.text


def test_a_badge_signs_in_from_any_screen_and_switches(place: Place) -> None:
    place.console.do(SetBadge(person_id("Operator 21"), badge_hash(BADGE)))
    place.console.sign_in(person_id("Planner 5"))
    for sign in BADGE:
        QTest.keyClick(place.window.windowHandle(), sign)
    QTest.keyClick(place.window.windowHandle(), Qt.Key.Key_Return)
    place.console.settle()
    assert place.who == "Operator 21"
    assert not place.panel.isVisible()
    assert "Operator 21" in place.signing.notice.words.text()


def test_a_badge_that_nobody_has_says_how_to_get_one(place: Place) -> None:
    place.signing.scanned("99999999")
    place.console.settle()
    assert place.panel.isVisible()
    assert "Nobody has this badge" in place.panel.said.text


def test_signing_out_and_switching_are_in_the_same_panel(place: Place) -> None:
    place.console.sign_in(person_id("Planner 5"))
    place.open()
    assert place.panel.now.text() == "Signed in: Planner 5"
    place.choose("Admin")
    place.enter(PIN)
    assert place.who == "Admin 1"
    place.open()
    place.panel.sign_out.click()
    assert place.who == ""
    assert place.window.top.person.face.text == "Sign in"


def test_an_idle_sign_out_is_said_and_nothing_else_changes(place: Place) -> None:
    place.console.sign_in(person_id("Planner 5"))
    place.console.session.sign_out("idle")
    assert place.signing.notice.isVisible()
    assert place.signing.notice.words.text().startswith("Planner 5 was signed out")
    assert "F8" in place.signing.notice.more.text()


def test_what_somebody_does_keeps_the_sign_in_alive(place: Place) -> None:
    place.console.sign_in(person_id("Planner 5"))
    session = place.console.session
    session._touched -= 500.0
    QTest.mouseClick(place.window.windowHandle(), Qt.MouseButton.LeftButton)
    left = session.idle_left(session._monotonic())
    assert left is not None
    assert left > 590


def test_a_change_without_a_sign_in_asks_for_one_and_goes_on_after_it(place: Place) -> None:
    command = AddPerson(person_id("New 1"), "New 1", "3001")
    done: list[object] = []
    give(place.window.stack, place.console, command, done.append)
    place.console.settle()
    assert place.panel.isVisible()
    assert "Add a person" in place.panel.reason.text()
    assert done == []
    place.choose("Admin")
    place.enter(PIN)
    place.console.settle()
    assert len(done) == 1


def test_closing_the_panel_drops_what_waited_for_it(place: Place) -> None:
    done: list[int] = []
    ask_for(place.window.stack, AddPerson, lambda: done.append(1))
    place.panel.reject()
    place.console.sign_in(person_id("Admin 1"))
    place.open()
    place.choose("Admin")
    place.enter(PIN)
    assert done == []


def test_what_somebody_may_not_do_is_said_with_who_they_are(place: Place) -> None:
    assert why_not(place.console, AddPerson) == ""
    place.console.sign_in(person_id("Planner 5"))
    assert why_not(place.console, AddPerson).startswith("The roles of Planner 5 do not allow this: Add a person.")
    assert why_not(place.console, SetPin, about=person_id("Planner 5")) == ""


def test_on_the_first_start_the_first_administrator_is_made(empty: Place) -> None:
    assert empty.window.top.person.face.text == "First administrator"
    empty.open()
    first = empty.panel.first
    assert first.isVisible()
    assert "4 to 12 digits" in first.pin.first.hint.text()
    QTest.keyClicks(first.called.control, "Keeper 1")
    QTest.keyClicks(first.pin.first.control, PIN)
    QTest.keyClicks(first.pin.again.control, PIN)
    QTest.keyClick(first.pin.again.control, Qt.Key.Key_Return)
    empty.console.settle(6)
    assert empty.who == "Keeper 1"
    assert not empty.panel.isVisible()


@pytest.mark.parametrize(
    ("pin", "again", "words"),
    [("12", "12", "4 to 12 digits"), ("1234", "1234", "what everybody tries first"), ("2580", "2581", "not the same")],
)
def test_a_pin_that_is_not_good_enough_is_refused_beside_its_field(
    empty: Place, pin: str, again: str, words: str
) -> None:
    empty.open()
    first = empty.panel.first
    first.called.control.setText("Keeper 1")
    first.pin.first.control.setText(pin)
    first.pin.again.control.setText(again)
    first.submit()
    assert words in first.pin.first.refusal.text + first.pin.again.refusal.text
    assert empty.console.session.anybody is False


def test_a_person_changes_their_own_pin(place: Place) -> None:
    place.console.sign_in(person_id("Operator 14"))
    place.open()
    place.panel.change_pin.click()
    form = place.panel.own_pin
    form.form.first.control.setText("8642")
    form.form.again.control.setText("8642")
    form.save.click()
    place.console.settle(5)
    assert "new PIN is kept" in form.said.text
    place.console.session.sign_out()
    place.panel.reject()
    place.open()
    place.choose("2014")
    place.enter("8642")
    assert place.who == "Operator 14"


def test_names_from_outside_stay_text(tmp_path: Path) -> None:
    place = Place(tmp_path)
    refused = place.console.do(
        AddPerson(person_id("x"), "<b>Bold</b> & co", "7", (Grant(Role.OPERATOR),)),
        SetPin(person_id("x"), "$argon2id$v=19$m=32768,t=3,p=1$AAAA$AAAA"),
    )
    assert refused == []
    place.open()
    place.choose("7")
    assert place.panel.who.text() == "<b>Bold</b> & co"
    assert place.panel.who.textFormat() == Qt.TextFormat.PlainText
    place.close()


@pytest.mark.parametrize("code", ["en", "zh_CN"])
@pytest.mark.parametrize("people", [True, False])
def test_no_word_of_the_panel_is_cut_and_everything_has_a_name(tmp_path: Path, code: str, people: bool) -> None:
    place = Place(tmp_path, people)
    languages.use(code)
    if people:
        place.console.sign_in(person_id("Admin 1"))
    place.open()
    QApplication.processEvents()
    assert clipped(place.panel) == []
    assert nameless(place.panel) == []
    languages.use("en")
    place.close()


def test_the_sign_in_is_found_from_any_widget_of_the_window(place: Place, qtbot: QtBot) -> None:
    assert signing_of(place.window.stack) is place.signing
    assert signing_of(place.panel.pad.entry) is place.signing
    stranger = QWidget()
    qtbot.addWidget(stranger)
    assert signing_of(stranger) is None


def test_seen_as_a_role_the_top_bar_says_so_and_leads_back(place: Place) -> None:
    place.console.sign_in(person_id("Admin 1"))
    assert why_not(place.console, AddPerson) == ""
    place.console.session.view_as(Role.PLANNER)
    assert place.window.top.person.face.strong == "Planner"
    assert why_not(place.console, AddPerson) != ""
    place.window.top.person.click()
    assert place.console.session.as_role is None
    assert not place.panel.isVisible()


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_in_the_narrowest_window_the_top_bar_still_fits_and_the_entry_keeps_its_name(place: Place, code: str) -> None:
    languages.use(code)
    place.console.sign_in(person_id("Team leader 3"))
    place.window.resize(960, 600)
    QApplication.processEvents()
    QApplication.processEvents()
    top = place.window.top
    assert top.minimumSizeHint().width() <= 960
    assert top.person.accessibleName().startswith("Team leader 3")
    place.window.resize(1600, 900)
    QApplication.processEvents()
    assert top.person.face.strong == "Team leader 3"
    assert top.name.isVisible()
    languages.use("en")
