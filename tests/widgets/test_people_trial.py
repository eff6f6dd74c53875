"""Rules of the screens about people that a trial found broken: keys only, quick hands, notes, records that are shut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console.app.queries.people import people
from console.domain.commands.people import AddOperation, AddPerson, BeginPlant
from console.domain.errors import Refusal
from console.domain.events import CommandRefused
from console.domain.people import Grant, Role
from tests.widgets.people_parts import AREA, KEPT, PIN, PeopleConsole, add, make_console, person_id, show
from tests.widgets.test_people_page import Place
from widgets.cards import Text
from widgets.languages import languages
from widgets.people.notice import Notice
from widgets.people.page import PeoplePage
from widgets.permissions.page import PermissionsPage
from widgets.shell.refused import RefusedNotes
from widgets.skills.page import SkillsPage

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    made = Place(tmp_path)
    made.console.sign_in(person_id("Admin 1"))
    yield made
    made.close()


def keys_of(start: QWidget, count: int) -> list[str]:
    """What Tab goes to from there, by accessible name."""
    found: list[str] = []
    widget = start
    while len(found) < count:
        widget = widget.nextInFocusChain()
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            found.append(widget.accessibleName())
    return found


def test_tab_goes_through_the_form_as_it_is_read_and_roles_come_before_save(place: Place) -> None:
    place.choose("Operator 14")
    number = place.card.number.control
    roles = ["Role", "Where the role holds", "Take this role away"]
    assert keys_of(number, 7) == [*roles, "Add a role", "Active", "Cancel", "Save"]
    place.page.add.click()
    place.card.grants.control.add.click()
    place.card.grants.control.add.click()
    QApplication.processEvents()
    assert keys_of(number, 9) == [*roles, *roles, "Add a role", "Cancel", "Add"]


def test_escape_ends_the_filter_and_leads_back_to_the_table_without_losing_what_is_typed(place: Place) -> None:
    place.page.focus_filter()
    QTest.keyClicks(place.page.filter, "Planner")
    assert place.names() == ["Planner 5"]
    QTest.keyClick(place.page.filter, Qt.Key.Key_Escape)
    assert len(place.names()) == 6
    place.choose("Planner 5")
    place.card.called.control.setText("Half a na")
    QTest.keyClick(place.card.called.control, Qt.Key.Key_Escape)
    assert place.page.grid.hasFocus()
    assert place.card.called.control.text() == "Half a na"


def test_add_pressed_again_and_again_adds_one_person(place: Place) -> None:
    place.page.add.click()
    place.card.called.control.setText("Operator 77")
    for _ in range(3):
        place.card.save.click()
    said = []
    for _ in range(200):  # the moment after it was added and before it was read again
        place.console.mailbox.run_errands()
        place.card.submit()
        said.append(place.card.said.text)
        QApplication.processEvents()
    place.console.settle(8)
    found = [shown.person for shown in place.console.answer(people)]  # type: ignore[attr-defined]
    assert [person.name for person in found].count("Operator 77") == 1
    assert all(person.id for person in found)
    assert place.card.called.refusal.text == ""


def test_save_pressed_twice_saves_once_and_blames_nobody(place: Place) -> None:
    place.choose("Planner 5")
    refused: list[str] = []
    told = place.card._refused
    place.card._refused = lambda refusal: (refused.append(refusal.code), told(refusal))  # type: ignore[method-assign]
    place.card.called.control.setText("Planner 6")
    place.card.save.click()
    place.card.save.click()
    place.console.settle(8)
    assert refused == []
    assert place.shown("Planner 6").kept.version == 2


@pytest.mark.parametrize(
    "command", [AddPerson("", "Nobody"), AddOperation("", "Nothing"), BeginPlant("", "N", "", KEPT)]
)
def test_nothing_is_kept_under_an_empty_id(tmp_path: Path, command: object) -> None:
    console = make_console(tmp_path, people=False)
    assert [refusal.code for refusal in console.do(command)] == ["missing"]  # type: ignore[arg-type]
    console.office.close()


def test_what_was_typed_about_another_one_is_not_dropped_without_a_word(place: Place) -> None:
    place.choose("Planner 5")
    place.card.called.control.setText("Planner 55")
    place.card.called.control.textEdited.emit("Planner 55")
    place.choose("Operator 14")
    assert place.card.called.control.text() == "Operator 14"
    assert place.card.said.text == "What was typed about Planner 5 was not saved."
    place.choose("Planner 5")
    assert place.card.said.text == ""


def test_people_are_listed_as_they_are_counted(place: Place) -> None:
    add(place.console, "Operator 9", "2009", Grant(Role.OPERATOR, AREA))
    place.console.settle(4)
    operators = [name for name in place.names() if name.startswith("Operator")]
    assert operators == ["Operator 9", "Operator 14", "Operator 21"]
    place.signing.open()
    place.console.settle(4)
    offered = [person.name for person in place.signing.panel.finder.model.rows]
    assert offered.index("Operator 9") < offered.index("Operator 14")


def test_an_open_panel_does_not_go_on_saying_that_somebody_is_signed_in(place: Place) -> None:
    place.signing.open()
    place.console.settle()
    assert place.signing.panel.sign_out.isVisible()
    place.console.session.sign_out("idle")
    assert not place.signing.panel.sign_out.isVisible()
    assert place.signing.panel.heading.text() == "Sign in"


def test_begin_pressed_twice_makes_one_administrator_and_leaves_no_refusal_behind(tmp_path: Path) -> None:
    empty = Place(tmp_path, crew=False)
    empty.signing.open()
    form = empty.signing.panel.first
    form.called.control.setText("Admin 1")
    for edit in (form.pin.first.control, form.pin.again.control):
        edit.setText(PIN)
    for _ in range(2):
        QTest.keyClick(form.pin.again.control, Qt.Key.Key_Return)
    empty.console.settle(10)
    assert empty.console.session.person is not None
    assert form.said.text == ""
    empty.close()


def test_two_notes_stand_below_each_other(place: Place) -> None:
    notes = RefusedNotes(place.console, place.window)  # type: ignore[arg-type]
    place.console.bus.publish(CommandRefused("SetSkill", Refusal("Nothing was saved, and this is long. " * 4)))
    place.console.session.sign_out("idle")
    one, other = place.signing.notice, notes.notice
    assert one.isVisible()
    assert other.isVisible()
    assert not one.geometry().intersects(other.geometry())
    for text in (*one.findChildren(Text), *other.findChildren(Text)):
        assert text.height() >= text.heightForWidth(text.width()), "no word of it is cut"
    one.hide()
    assert other.y() == min(each.y() for each in place.window.findChildren(Notice) if each.isVisible())


def test_while_screens_are_seen_as_a_role_what_is_grey_says_so_and_blames_no_roles_of_ones_own(place: Place) -> None:
    place.console.session.view_as(Role.OPERATOR)
    place.console.settle()
    assert "Seen as Operator" in place.page.add.toolTip()
    assert "Admin 1" not in place.page.add.toolTip()


def test_a_name_of_letters_that_cannot_be_seen_is_no_name(place: Place) -> None:
    place.choose("Planner 5")
    place.card.called.control.setText("\u3164\u2800")
    place.card.save.click()
    place.console.settle()
    assert place.card.called.refusal.text == "Type a name."


def test_every_word_beside_somebody_follows_the_language_at_once_and_what_is_typed_stays(place: Place) -> None:
    place.choose("Planner 5")
    place.card.called.control.setText("Half a na")
    languages.use("zh_CN")
    QApplication.processEvents()
    said = [text.text() for text in place.card.findChildren(Text) if text.isVisible() and text.text()]
    languages.use("en")
    english = [words for words in said if not re.search("[\u4e00-\u9fff]", words) and words != "Planner 5"]
    assert english == []
    assert place.card.called.control.text() == "Half a na"


def test_the_language_can_be_changed_by_whoever_cannot_read_the_panel(place: Place) -> None:
    place.signing.open()
    QTest.qWaitForWindowActive(place.signing.panel, 2000)
    QTest.keyClick(place.signing.panel.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert languages.code == "zh_CN"
    assert place.signing.panel.windowTitle() == "登录"
    QTest.keyClick(place.signing.panel.windowHandle(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert languages.code == "en"


def test_in_a_demo_the_panel_says_everybodys_pin_and_elsewhere_nothing_of_the_kind(place: Place) -> None:
    place.signing.open()
    assert not place.signing.panel.demo.isVisible()
    place.signing.panel.reject()
    place.console.demo_pin = PIN  # type: ignore[attr-defined]
    place.signing.open()
    assert place.signing.panel.demo.text() == f"Demo: the PIN of everybody here is {PIN}."
    assert place.signing.panel.demo.isVisible()


# Records that cannot be opened


@pytest.fixture
def shut(tmp_path: Path) -> Iterator[PeopleConsole]:
    """A console whose records are no database any more."""
    (tmp_path / "records.db").write_bytes(b"this is no database " * 400)
    console = make_console(tmp_path, people=False)
    assert console.office.ready.code == "records_damaged"
    yield console
    console.office.close()


@pytest.mark.parametrize("make", [PeoplePage, SkillsPage, PermissionsPage])
def test_records_that_cannot_be_opened_are_said_where_they_would_stand(shut: PeopleConsole, make: type) -> None:
    window = show(shut, make)
    page = window.widget("people")
    if isinstance(page, SkillsPage):
        page._known = True  # it was read before the file was damaged
        page._settle()
    assert page.closed.isVisible()  # type: ignore[attr-defined]
    assert page.closed.words.text() == "The records on this PC cannot be opened"  # type: ignore[attr-defined]
    assert "Restore a backup" in page.closed.more.text()  # type: ignore[attr-defined]
    assert not page.closed.again.isVisible(), "trying again mends no damaged file"  # type: ignore[attr-defined]
    asked: list[str] = []
    page.open_requested.connect(lambda key, _: asked.append(key))  # type: ignore[attr-defined]
    page.closed.status.click()  # type: ignore[attr-defined]
    assert asked == ["status"]
    assert not page.said.text, "it is said once"  # type: ignore[attr-defined]
    window.close()
    window.deleteLater()


def test_the_sign_in_says_that_the_records_are_shut_and_not_that_nobody_is_known(shut: PeopleConsole) -> None:
    window = show(shut, PeoplePage)
    page = window.widget("people")
    assert not page.add.isEnabled()  # type: ignore[attr-defined]
    from widgets.people.signing import signing_of

    signing = signing_of(page)
    assert signing is not None
    signing.open()
    shut.settle(4)
    assert "nobody can sign in now. The file is damaged" in signing.panel.finder.nobody.text()
    assert not signing.panel.finder.list.isVisible()
    window.close()
    window.deleteLater()


def test_records_that_open_later_are_shown_without_being_asked(tmp_path: Path) -> None:
    whole = make_console(tmp_path / "whole")
    whole.office.close()
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / "records.db").write_bytes(b"this is no database " * 400)
    console = make_console(folder, people=False)
    window = show(console, PeoplePage)
    page = window.widget("people")
    assert page.closed.isVisible()  # type: ignore[attr-defined]

    def mend() -> None:
        (folder / "records.db").write_bytes((tmp_path / "whole" / "records.db").read_bytes())

    console.office.reopen(mend)
    console.settle(6)
    assert not page.closed.isVisible()  # type: ignore[attr-defined]
    assert len(page.table.rows) == 6  # type: ignore[attr-defined]
    console.office.close()
    window.close()
    window.deleteLater()
