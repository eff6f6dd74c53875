"""Rules of the people page: everybody with what they are, one of them beside it, refusals where they belong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app.queries.people import PersonShown, people
from console.domain.commands.people import ChangePerson, NoteSignIn
from console.domain.people import Grant, Role
from console.domain.proofs import LOCK_AFTER
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.people_parts import AREA, PIN, make_console, person_id, show
from widgets.languages import languages
from widgets.people.page import PeoplePage
from widgets.people.signing import Signing
from widgets.people.table import LAST, PROOF, ROLES, SAVED

pytestmark = pytest.mark.usefixtures("qapp")


class Place:
    """The people page in a window."""

    def __init__(self, folder: Path, crew: bool = True) -> None:
        self.console = make_console(folder, crew)
        self.window = show(self.console, PeoplePage)
        self.page = cast(PeoplePage, self.window.widget("people"))
        self.card = self.page.card
        found = self.window.findChild(Signing)
        assert found is not None
        self.signing = found

    def names(self) -> list[str]:
        return [shown.person.name for shown in self.page.table.rows]

    def words(self, name: str, column: int) -> str:
        row = self.page.table.row_of(person_id(name))
        return str(self.page.table.index(row, column).data())

    def choose(self, name: str) -> None:
        self.page.grid.selectRow(self.page.table.row_of(person_id(name)))
        self.console.settle()

    def shown(self, name: str) -> PersonShown:
        found = cast("tuple[PersonShown, ...]", self.console.answer(people))
        return next(one for one in found if one.person.name == name)

    def close(self) -> None:
        self.window.close()
        self.console.office.close()
        self.window.deleteLater()
        QApplication.processEvents()


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    made = Place(tmp_path)
    yield made
    made.close()


def test_everybody_stands_there_with_roles_places_and_how_they_sign_in(place: Place) -> None:
    assert place.names() == ["Admin 1", "Operator 14", "Operator 21", "Planner 5", "Supervisor 2", "Team leader 3"]
    assert place.words("Supervisor 2", ROLES) == "Supervisor · Assembly"
    assert place.words("Team leader 3", ROLES) == "Operator · Assembly; Team leader · Assembly / L1 line"
    assert place.words("Operator 14", PROOF) == "PIN"
    assert place.words("Operator 21", PROOF) == "Cannot sign in yet"
    assert place.words("Planner 5", SAVED) == "Saved on this PC"


def test_a_sign_in_is_remembered_in_the_table(place: Place) -> None:
    assert place.words("Planner 5", LAST) == "–"
    place.console.sign_in(person_id("Planner 5"))
    place.page.read()
    place.console.settle()
    assert place.words("Planner 5", LAST) == "11:42:07"


def test_with_nobody_there_the_page_says_how_to_begin(tmp_path: Path) -> None:
    place = Place(tmp_path, crew=False)
    assert place.page.begin.isVisible()
    assert "first administrator" in place.page.empty.text()
    place.page.begin.click()
    place.console.settle()
    assert place.signing.panel.first.isVisible()
    place.close()


def test_somebody_is_added_with_a_role_and_a_place_and_then_gets_a_pin(place: Place) -> None:
    place.console.sign_in(person_id("Admin 1"))
    place.page.add.click()
    QTest.keyClicks(place.card.called.control, "Operator 33")
    QTest.keyClicks(place.card.number.control, "2033")
    place.card.grants.control.add.click()
    row = place.card.grants.control.rows[0]
    row.role.choose(Role.QUALITY)
    row.place.choose(AREA)
    QTest.keyClick(place.card.number.control, Qt.Key.Key_Return)
    place.console.settle(6)
    shown = place.shown("Operator 33")
    assert shown.person.grants == (Grant(Role.QUALITY, AREA),)
    assert place.card.person == shown.person.id
    form = place.card.proofs.form
    assert form.isVisible(), "whoever was added cannot sign in yet: the PIN is next"
    form.first.control.setText(PIN)
    form.again.control.setText(PIN)
    place.card.proofs.keep_pin.click()
    place.console.settle(6)
    assert place.shown("Operator 33").pin
    assert not form.isVisible()


def test_a_number_that_is_taken_is_refused_beside_the_number_and_says_whose_it_is(place: Place) -> None:
    place.console.sign_in(person_id("Admin 1"))
    place.choose("Planner 5")
    place.card.number.control.setText("2014")
    place.card.save.click()
    place.console.settle()
    assert place.card.number.refusal.text == "Operator 14 has this number already. Use another one, or none."
    assert place.card.number.control.accessibleDescription() == place.card.number.refusal.text
    assert place.shown("Planner 5").person.number == "1005"


def test_a_name_is_needed(place: Place) -> None:
    place.console.sign_in(person_id("Admin 1"))
    place.choose("Planner 5")
    place.card.called.control.setText("   ")
    place.card.save.click()
    assert place.card.called.refusal.text == "Type a name."


def test_rights_that_one_does_not_have_cannot_be_given(place: Place) -> None:
    place.console.sign_in(person_id("Supervisor 2"))
    place.choose("Operator 14")
    place.card.grants.control.rows[0].role.choose(Role.ADMINISTRATOR)
    place.card.save.click()
    place.console.settle()
    assert "rights that you do not have yourself" in place.card.grants.refusal.text


def test_the_last_administrator_cannot_be_set_inactive(place: Place) -> None:
    place.console.sign_in(person_id("Admin 1"))
    place.choose("Admin 1")
    place.card.active.setChecked(False)
    place.card.save.click()
    place.console.settle()
    assert place.card.said.text.startswith("Nobody would be left to administer people.")
    assert place.shown("Admin 1").person.active


def test_whoever_was_changed_meanwhile_is_shown_as_they_are_now_and_nothing_is_overwritten(place: Place) -> None:
    place.console.sign_in(person_id("Admin 1"))
    place.choose("Planner 5")
    QTest.keyClicks(place.card.called.control, " x")
    place.console.do(ChangePerson(person_id("Planner 5"), "Planner 6", "1005", (Grant(Role.PLANNER),)))
    place.console.settle(4)
    assert place.card.called.control.text() == "Planner 6"
    assert "changed this person meanwhile" in place.card.said.text
    assert place.shown("Planner 6").person.name == "Planner 6"


def test_inactive_people_are_out_of_the_way_but_not_forgotten(place: Place) -> None:
    place.console.sign_in(person_id("Admin 1"))
    place.choose("Planner 5")
    QTest.mouseClick(place.card.active, Qt.MouseButton.LeftButton)
    place.card.save.click()
    place.console.settle(5)
    assert "Planner 5" not in place.names()
    place.page.inactive.setChecked(True)
    assert "Planner 5" in place.names()


def test_a_badge_is_given_by_scanning_it_and_does_not_sign_in_then(place: Place) -> None:
    place.console.sign_in(person_id("Admin 1"))
    place.choose("Operator 21")
    place.card.proofs.scan.click()
    assert "Hold the badge" in place.card.proofs.said.text
    for sign in "04A2B9C1":
        QTest.keyClick(place.window.windowHandle(), sign)
    QTest.keyClick(place.window.windowHandle(), Qt.Key.Key_Return)
    place.console.settle(5)
    assert place.shown("Operator 21").badge
    assert place.console.session.person is not None
    assert place.console.session.person.name == "Admin 1"
    place.signing.scanned("04A2B9C1")
    place.console.settle()
    assert place.console.session.person.name == "Operator 21"


def test_whoever_is_locked_out_stands_out_and_is_unlocked_here(place: Place) -> None:
    place.console.do(*[NoteSignIn(person_id("Operator 14"), right=False)] * LOCK_AFTER)
    place.console.settle()
    assert place.words("Operator 14", PROOF) == "Locked"
    place.console.sign_in(person_id("Supervisor 2"))
    place.choose("Operator 14")
    assert place.card.proofs.unlock.isVisible()
    place.card.proofs.unlock.click()
    place.console.settle(5)
    assert not place.shown("Operator 14").locked
    assert not place.card.proofs.unlock.isVisible()


def test_what_one_may_not_do_is_grey_and_says_why(place: Place) -> None:
    place.console.sign_in(person_id("Planner 5"))
    place.choose("Operator 14")
    assert not place.page.add.isEnabled()
    assert "Planner 5 do not allow this" in place.page.add.toolTip()
    assert not place.card.save.isEnabled()
    assert "Planner 5 do not allow this" in place.card.save.toolTip()
    place.console.sign_in(person_id("Admin 1"))
    assert place.page.add.isEnabled()
    assert place.card.save.isEnabled()


def test_saving_without_a_sign_in_asks_for_one_and_goes_on(place: Place) -> None:
    place.choose("Planner 5")
    place.card.called.control.setText("Planner 55")
    place.card.save.click()
    place.console.settle()
    panel = place.signing.panel
    assert panel.isVisible()
    assert "Change a person" in panel.reason.text()
    panel.finder.line.setText("Admin")
    QTest.keyClick(panel.finder.line, Qt.Key.Key_Return)
    QTest.keyClicks(panel.pad.entry, PIN)
    QTest.keyClick(panel.pad.entry, Qt.Key.Key_Return)
    place.console.settle(6)
    assert place.shown("Planner 55").person.number == "1005"


def test_the_filter_takes_names_and_numbers(place: Place) -> None:
    place.page.filter.setText("20 op")
    assert place.names() == ["Operator 14", "Operator 21"]
    place.page.filter.setText("zzz")
    assert "Nobody fits" in place.page.empty.text()


def test_a_place_that_the_plant_no_longer_has_is_kept(place: Place) -> None:
    place.console.sign_in(person_id("Admin 1"))
    gone = (Grant(Role.OPERATOR, ("plant2", "foundry")),)
    place.console.do(ChangePerson(person_id("Planner 5"), "Planner 5", "1005", gone))
    place.console.settle()
    place.choose("Planner 5")
    assert place.card.grants.control.grants == gone


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_no_word_of_the_page_is_cut_and_everything_has_a_name(place: Place, code: str) -> None:
    place.console.sign_in(person_id("Admin 1"))
    languages.use(code)
    place.choose("Team leader 3")
    place.card.proofs.begin_pin()
    QApplication.processEvents()
    assert clipped(place.page) == []
    assert nameless(place.page) == []
    languages.use("en")
