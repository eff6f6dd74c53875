"""Rules of the skills screen that a trial found broken: quick hands, half-filled forms, a certificate for a skill."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.widgets.people_parts import person_id
from tests.widgets.test_skills_page import NAMES, Place

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    made = Place(tmp_path, *NAMES)
    made.console.sign_in(person_id("Admin 1"))
    yield made
    made.close()


def test_digits_pressed_faster_than_the_disk_end_with_the_last_one_and_blame_nobody(place: Place) -> None:
    place.know("Operator 14", "Weld A", 2)
    place.go("Operator 14", "Weld A")
    for key in (Qt.Key.Key_3, Qt.Key.Key_1, Qt.Key.Key_4):
        QTest.keyClick(place.matrix, key)
    place.console.settle(12)
    skill = place.skill("Operator 14", "Weld A")
    assert skill is not None
    assert skill.level == 4
    assert place.page.skill.said.text == ""
    assert not place.model.face(*place.at("Operator 14", "Weld A")).asked


def test_save_pressed_twice_saves_once_and_blames_nobody(place: Place) -> None:
    place.know("Operator 14", "Weld A", 2)
    place.go("Operator 14", "Weld A")
    place.page.skill.note.control.setText("seen on the job")
    place.page.skill.save.click()
    place.page.skill.save.click()
    place.console.settle(12)
    skill = place.skill("Operator 14", "Weld A")
    assert skill is not None
    assert skill.note == "seen on the job"
    assert place.page.skill.said.text == ""


def test_what_was_typed_about_an_operation_and_left_is_gone_when_it_is_opened_again(place: Place) -> None:
    place.go("Operator 14", "Weld A")
    place.page.edit.click()
    place.page.operation.called.control.setText("Half a na")
    place.page.operation.cancel.click()
    place.console.settle(6)
    place.page.edit.click()
    assert place.page.operation.called.control.text() == "Weld A"


def test_an_operation_saved_twice_is_saved_once_and_blames_nobody(place: Place) -> None:
    place.go("Operator 14", "Weld A")
    place.page.edit.click()
    place.page.operation.called.control.setText("Weld B")
    place.page.operation.save.click()
    place.page.operation.save.click()
    place.console.settle(8)
    assert place.page.operation.said.text == ""
    assert "Weld B" in [kept.value.name for kept in place.model.operations]
