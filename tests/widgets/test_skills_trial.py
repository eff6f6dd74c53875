"""Rules of the skills screen that a trial found broken: quick hands, half-filled forms, a certificate for a skill."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app.console import Console
from console.app.furnishing import furnish
from console.app.settings import load_settings
from console.demo.plant_text import plant_text
from console.domain.commands import CONSOLE
from console.domain.commands.people import AddOperation, SetSkill
from console.domain.people import Grant, Role, skill_id
from console.telemetry.plantfile import load_plant
from tests.widgets.people_parts import PIN, added, person_id
from tests.widgets.shell_parts import dressed
from tests.widgets.test_skills_page import NAMES, Place
from widgets.skills.page import SkillsPage

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


# The certificate


@pytest.fixture
def keeping(tmp_path: Path) -> Iterator[Console]:
    """A console as the program furnishes it, with a crew, one operation, and the administrator signed in."""
    dressed()
    console = Console(tmp_path, load_plant(plant_text(1, "UTC")))
    furnish(console, load_settings(tmp_path, None, {}, {}), shares=False)
    console.start_records()
    commands = [
        *added("Admin 1", "1001", Grant(Role.ADMINISTRATOR)),
        *added("Operator 14", "2014", Grant(Role.OPERATOR)),
        AddOperation("weld", "Weld A"),
        SetSkill(person_id("Operator 14"), "weld", 3),
    ]
    for command in commands:
        console.office.do(command, who=CONSOLE)
    console.session.sign_in(person_id("Admin 1"), PIN)
    until(console, lambda: console.session.person is not None)
    yield console
    console.close()


def until(console: Console, true: Callable[[], object]) -> None:
    """Beat until it is so."""
    end = time.monotonic() + 20
    while not true() and time.monotonic() < end:
        console.mailbox.run_errands()
        QApplication.processEvents()
        time.sleep(0.002)
    assert true()


def test_a_saved_skill_has_a_place_for_its_certificate_and_an_empty_cell_has_none(keeping: Console, qtbot) -> None:
    page = SkillsPage(keeping)
    qtbot.addWidget(page)
    page.resize(1600, 900)
    page.show()
    until(keeping, lambda: page.model.people)
    saved = page.model.place_of((person_id("Operator 14"), "weld"))
    assert saved is not None
    strip = page.skill.papers
    assert strip is not None
    page.matrix.setCurrentIndex(page.model.index(*saved))
    until(keeping, lambda: strip.isVisible() and strip.add_button.isEnabled())
    strip.add([(b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n", "certificate.pdf")])
    until(keeping, lambda: strip.shown)
    attachment = strip.shown[0].attachment
    assert (attachment.kind, attachment.record) == ("skill", skill_id(person_id("Operator 14"), "weld"))
    page.skill.empty()
    until(keeping, lambda: not strip.isVisible())
    assert not page.skill.certificate.isVisible()
    page.close()


def test_a_console_without_a_store_for_files_offers_none(place: Place) -> None:
    place.know("Operator 14", "Weld A", 2)
    place.go("Operator 14", "Weld A")
    assert place.page.skill.papers is None
    assert not place.page.skill.certificate.isVisible()
