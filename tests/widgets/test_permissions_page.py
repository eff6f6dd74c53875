"""Rules of the permissions page: what each role may do, what the plant set itself, and how a role reads it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.domain.commands.people import AddPerson
from console.domain.people import Role
from console.domain.permissions import Reach
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.people_parts import AREA, make_console, person_id, show
from widgets.languages import languages
from widgets.permissions.page import PermissionsPage
from widgets.permissions.rights import CHANGED, ROLES, differences

pytestmark = pytest.mark.usefixtures("qapp")


class Place:
    """The permissions page in a window."""

    def __init__(self, folder: Path) -> None:
        self.console = make_console(folder)
        self.window = show(self.console, PermissionsPage)
        self.page = cast(PermissionsPage, self.window.widget("people"))
        self.grid, self.rights, self.card = self.page.grid, self.page.rights, self.page.card

    def index(self, role: Role, command: str) -> QModelIndex:
        row = next(r for r, one in enumerate(self.rights.rows) if not isinstance(one, str) and one.command == command)
        return self.rights.index(row, ROLES.index(role) + 1)

    def go(self, role: Role, command: str) -> None:
        self.grid.setCurrentIndex(self.index(role, command))

    def choose(self, words: str) -> None:
        """Press an entry of the menu of the current cell."""
        self.grid.offer()
        next(action for action in self.grid.menu.actions() if action.text().startswith(words)).trigger()
        self.grid.menu.close()
        self.console.settle(5)

    def close(self) -> None:
        self.window.close()
        self.console.office.close()
        self.window.deleteLater()
        QApplication.processEvents()


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    made = Place(tmp_path)
    made.console.sign_in(person_id("Admin 1"))
    yield made
    made.close()


def test_commands_stand_in_groups_with_a_column_for_each_role(place: Place) -> None:
    headings = [row for row in place.rights.rows if isinstance(row, str)]
    assert {"people", "skills", "permissions"} <= set(headings)
    assert len(headings) == len(set(headings))
    assert place.rights.columnCount() == 1 + len(Role)
    assert place.index(Role.SUPERVISOR, "AddPerson").data() == "Within their place"
    assert place.index(Role.OPERATOR, "SetPin").data() == "Own"
    assert place.index(Role.VIEWER, "SetPin").data() == "No"
    assert place.index(Role.ADMINISTRATOR, "AddPerson").data() == "Everywhere"


def test_a_cell_is_set_from_its_menu_and_marked_as_the_plants_own(place: Place) -> None:
    place.go(Role.TEAM_LEADER, "AddOperation")
    place.choose("Within their place")
    index = place.index(Role.TEAM_LEADER, "AddOperation")
    assert index.data() == "Within their place"
    assert index.data(CHANGED) is True
    assert "As shipped: No" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert place.page.left.note.text() == "1 cell differs from what we ship"


def test_only_reaches_that_make_sense_are_offered_and_the_shipped_one_is_named(place: Place) -> None:
    place.go(Role.OPERATOR, "SetPin")
    place.grid.offer()
    assert [action.text() for action in place.grid.menu.actions()] == [
        "No",
        "Own (as shipped)",
        "Within their place",
        "Everywhere",
    ]
    place.grid.menu.close()
    place.go(Role.OPERATOR, "SetPermission")
    place.grid.offer()
    assert [action.text() for action in place.grid.menu.actions()] == ["No (as shipped)", "Everywhere"]
    place.grid.menu.close()


def test_delete_sets_a_cell_back_and_reset_sets_all_back(place: Place) -> None:
    for role in (Role.TEAM_LEADER, Role.QUALITY):
        place.go(role, "AddOperation")
        place.choose("Within their place")
    assert len(differences(place.rights.given)) == 2
    place.go(Role.QUALITY, "AddOperation")
    QTest.keyClick(place.grid, Qt.Key.Key_Delete)
    place.console.settle(5)
    assert [(role, name) for role, name, _ in differences(place.rights.given)] == [(Role.TEAM_LEADER, "AddOperation")]
    place.page.reset.click()
    assert len(differences(place.rights.given)) == 1, "it is asked once more"
    place.page.menu.actions()[0].trigger()
    place.page.menu.close()
    place.console.settle(5)
    assert differences(place.rights.given) == []
    assert not place.page.reset.isEnabled()


def test_what_administrators_keep_cannot_be_taken_from_them(place: Place) -> None:
    place.go(Role.ADMINISTRATOR, "SetPermission")
    place.grid.offer()
    assert not any(action.isEnabled() for action in place.grid.menu.actions() if not action.isSeparator())
    place.grid.menu.close()
    place.page.set_cell(Role.ADMINISTRATOR, "SetPermission", Reach.NO)
    place.console.settle()
    assert "belongs to the administrators for good" in place.page.said.text


def test_whoever_may_not_set_permissions_may_look_and_reads_why(place: Place) -> None:
    place.console.sign_in(person_id("Planner 5"))
    place.go(Role.QUALITY, "AddOperation")
    place.grid.offer()
    actions = [action for action in place.grid.menu.actions() if not action.isSeparator()]
    assert not any(action.isEnabled() for action in actions)
    assert "Planner 5 do not allow this: Set permissions" in actions[-1].text()
    place.grid.menu.close()


def test_a_role_is_told_in_plain_words_with_its_place(place: Place) -> None:
    place.card.show_role(Role.SUPERVISOR)
    place.card.place.choose(AREA)
    assert (True, "Add a person – in Assembly") in place.card.lines
    assert (False, "Set permissions") in place.card.lines
    place.card.show_role(Role.OPERATOR)
    assert (True, "Set a PIN – only for themselves") in place.card.lines
    place.card.show_role(Role.VIEWER)
    assert not any(may for may, _ in place.card.lines)


def test_the_role_of_the_chosen_cell_is_the_one_that_is_told(place: Place) -> None:
    place.go(Role.PLANNER, "AddPerson")
    assert place.card.role.role is Role.PLANNER


def test_all_screens_can_be_seen_as_a_role_and_nothing_more_can_be_done_than_before(place: Place) -> None:
    place.card.show_role(Role.PLANNER)
    place.card.preview.click()
    assert place.console.session.as_role is Role.PLANNER
    assert not place.console.session.may(AddPerson)
    assert place.grid.why_not != ""
    place.console.session.view_as(None)
    assert place.console.session.may(AddPerson)
    assert place.grid.why_not == ""


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_no_word_of_the_page_is_cut_and_everything_has_a_name(place: Place, code: str) -> None:
    languages.use(code)
    QApplication.processEvents()
    assert clipped(place.page) == []
    assert nameless(place.page) == []
    languages.use("en")
