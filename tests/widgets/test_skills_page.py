"""Rules of the skills matrix: who has learnt what, what is missing, set from the keyboard, fluent when it is large."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app.queries.people import Cell, Matrix
from console.domain.commands.people import SetSkill
from console.domain.desk import Kept
from console.domain.people import Operation, Person, Skill, skill_id
from console.domain.skills import Coverage, standing
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.people_parts import PIN, make_console, operations, person_id, show, today
from tests.widgets.shell_parts import dressed
from widgets.languages import languages
from widgets.people.signing import Signing
from widgets.skills.cells import MatrixView, paint_level, tone_of
from widgets.skills.matrix import EMPTY, Face, SkillMatrix
from widgets.skills.page import SkillsPage
from widgets.theme import color

pytestmark = pytest.mark.usefixtures("qapp")
NAMES = ("Load blank", "Weld A", "Leak test")


class Place:
    """The skills page in a window, with three operations of which two people must know each."""

    def __init__(self, folder: Path, *names: str, where: str = "") -> None:
        self.console = make_console(folder)
        self.operations = operations(self.console, *names, place=where, needed=2) if names else []
        self.window = show(self.console, SkillsPage)
        self.page = cast(SkillsPage, self.window.widget("people"))
        self.model, self.matrix = self.page.model, self.page.matrix

    @property
    def day(self) -> date:
        return today(self.console).date()

    def at(self, name: str, operation: str) -> tuple[int, int]:
        found = self.model.place_of((person_id(name), self.operations[NAMES.index(operation)]))
        assert found is not None
        return found

    def go(self, name: str, operation: str) -> None:
        self.matrix.setCurrentIndex(self.model.index(*self.at(name, operation)))
        self.matrix.setFocus()

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.matrix, key)
        self.console.settle(6)

    def skill(self, name: str, operation: str) -> Skill | None:
        cell = self.model.cell(*self.at(name, operation))
        return cell.skill if cell else None

    def know(self, name: str, operation: str, level: int, days: int | None = None) -> None:
        until = self.day + timedelta(days) if days is not None else None
        skill = SetSkill(person_id(name), self.operations[NAMES.index(operation)], level, until)
        assert self.console.do(skill) == []
        self.console.settle(4)

    def close(self) -> None:
        self.window.close()
        self.console.office.close()
        self.window.deleteLater()
        QApplication.processEvents()


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    made = Place(tmp_path, *NAMES)
    made.console.sign_in(person_id("Admin 1"))
    yield made
    made.close()


def test_without_operations_the_page_says_how_to_begin(tmp_path: Path) -> None:
    place = Place(tmp_path)
    assert "Begin by adding the operations" in place.page.empty.text()
    place.close()


def test_a_digit_sets_a_level_as_of_today_and_the_arrows_walk_on(place: Place) -> None:
    place.go("Operator 14", "Weld A")
    place.press(Qt.Key.Key_3)
    skill = place.skill("Operator 14", "Weld A")
    assert skill is not None
    assert (skill.level, skill.assessed) == (3, place.day)
    QTest.keyClick(place.matrix, Qt.Key.Key_Right)
    place.press(Qt.Key.Key_1)
    QTest.keyClick(place.matrix, Qt.Key.Key_Down)
    place.press(Qt.Key.Key_4)
    levels = {(who, what): place.skill(who, what) for who in ("Operator 14", "Operator 21") for what in NAMES}
    found = {key: skill.level for key, skill in levels.items() if skill}
    assert found == {
        ("Operator 14", "Weld A"): 3,
        ("Operator 14", "Leak test"): 1,
        ("Operator 21", "Leak test"): 4,
    }


def test_a_digit_changes_only_the_level(place: Place) -> None:
    place.know("Operator 14", "Weld A", 2, days=400)
    place.go("Operator 14", "Weld A")
    place.press(Qt.Key.Key_3)
    skill = place.skill("Operator 14", "Weld A")
    assert skill is not None
    assert (skill.level, skill.expires) == (3, place.day + timedelta(400))


def test_delete_empties_a_cell_which_is_not_the_same_as_level_0(place: Place) -> None:
    place.know("Operator 14", "Weld A", 0)
    assert place.model.face(*place.at("Operator 14", "Weld A")).level == 0
    place.go("Operator 14", "Weld A")
    place.press(Qt.Key.Key_Delete)
    assert place.model.face(*place.at("Operator 14", "Weld A")) == EMPTY


def test_a_level_on_its_way_is_shown_as_asked_for_until_it_is_saved(place: Place) -> None:
    place.go("Operator 14", "Weld A")
    QTest.keyClick(place.matrix, Qt.Key.Key_3)
    assert place.model.face(*place.at("Operator 14", "Weld A")) == Face(3, asked=True)
    place.console.settle(6)
    assert place.model.face(*place.at("Operator 14", "Weld A")) == Face(3)


def test_colour_and_icon_come_only_when_somebody_must_act(place: Place) -> None:
    place.know("Operator 14", "Load blank", 3, days=31)
    place.know("Operator 14", "Weld A", 3, days=30)
    place.know("Operator 14", "Leak test", 3, days=-1)
    faces = [place.model.face(*place.at("Operator 14", what)) for what in NAMES]
    assert faces == [Face(3), Face(3, soon=True), Face(3, expired=True)]
    assert [tone_of(face) for face in faces] == ["text_muted", "warning", "bad"]
    assert place.page.acting.text() == "3 operations with too few people · 1 expired · 1 expires soon"


def test_what_is_covered_stands_under_each_operation_and_leaves_out_what_expired(place: Place) -> None:
    place.know("Operator 14", "Weld A", 3)
    place.know("Operator 21", "Weld A", 4, days=-1)
    place.know("Planner 5", "Weld A", 2)
    column = place.at("Operator 14", "Weld A")[1]
    cover = place.model.coverage(column)
    assert (len(cover.able), cover.needed, len(cover.lapsed)) == (1, 2, 1)
    words = place.model.cover_words(column)
    assert words.startswith("Weld A: 1 can do it alone, 2 are needed")


def test_enter_goes_on_to_the_date_and_a_wrong_one_is_refused_there(place: Place) -> None:
    place.know("Operator 14", "Weld A", 3)
    place.go("Operator 14", "Weld A")
    QTest.keyClick(place.matrix, Qt.Key.Key_Return)
    card = place.page.skill
    assert card.until.control.hasFocus()
    QTest.keyClicks(card.until.control, "2025-13-77")
    QTest.keyClick(card.until.control, Qt.Key.Key_Return)
    assert "year-month-day" in card.until.refusal.text
    card._years[0].click()
    card.note.control.setText("after the audit")
    QTest.keyClick(card.note.control, Qt.Key.Key_Return)
    place.console.settle(6)
    skill = place.skill("Operator 14", "Weld A")
    assert skill is not None
    assert (skill.expires, skill.note) == (place.day.replace(year=place.day.year + 1), "after the audit")


def test_whoever_may_not_set_levels_reads_why_and_nothing_changes(place: Place) -> None:
    place.console.sign_in(person_id("Planner 5"))
    place.go("Operator 14", "Weld A")
    place.press(Qt.Key.Key_3)
    assert place.skill("Operator 14", "Weld A") is None
    assert "Planner 5 do not allow this: Set a skill level" in place.page.skill.said.text
    assert not place.page.skill.save.isEnabled()


def test_a_level_without_a_sign_in_asks_for_one_and_goes_on(place: Place) -> None:
    place.console.session.sign_out()
    place.go("Operator 14", "Weld A")
    place.press(Qt.Key.Key_3)
    signing = place.window.findChild(Signing)
    assert signing is not None
    assert signing.panel.isVisible()
    signing.panel.finder.line.setText("Admin")
    QTest.keyClick(signing.panel.finder.line, Qt.Key.Key_Return)
    QTest.keyClicks(signing.panel.pad.entry, PIN)
    QTest.keyClick(signing.panel.pad.entry, Qt.Key.Key_Return)
    place.console.settle(6)
    skill = place.skill("Operator 14", "Weld A")
    assert skill is not None
    assert skill.level == 3


def test_operations_are_added_changed_and_taken_away_here(place: Place) -> None:
    place.page.add.click()
    card = place.page.operation
    QTest.keyClicks(card.called.control, "Forklift")
    card.needed.control.setText("3")
    QTest.keyClick(card.called.control, Qt.Key.Key_Return)
    place.console.settle(6)
    assert [kept.value.name for kept in place.model.operations] == [*NAMES, "Forklift"]
    assert place.model.operations[-1].value.needed == 3
    place.page._show_operation(3)
    QTest.mouseClick(card.active, Qt.MouseButton.LeftButton)
    card.save.click()
    place.console.settle(6)
    assert [kept.value.name for kept in place.model.operations] == list(NAMES)
    assert place.page.gone.isVisible()


def test_the_filter_by_area_shows_who_works_there_and_what_is_done_there(tmp_path: Path) -> None:
    place = Place(tmp_path, *NAMES, where="L3")
    assert len(place.model.operations) == 3
    place.page.set_scope("assembly")
    place.console.settle(4)
    assert place.model.operations == ()
    place.page.set_scope("paint")
    place.console.settle(4)
    assert len(place.model.operations) == 3
    assert [person.name for person in place.model.people] == ["Planner 5"]
    place.close()


@pytest.mark.parametrize("level", range(5))
def test_as_many_quarters_are_filled_as_the_level_says(level: int) -> None:
    dressed()
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(color("surface"))
    painter = QPainter(image)
    paint_level(painter, QRectF(10, 10, 80, 80), level, color("text"))
    painter.end()
    quarters = [image.pixelColor(x, y) == color("text") for x, y in ((65, 35), (65, 65), (35, 65), (35, 35))]
    assert quarters == [place < level for place in range(4)]


def large(people: int, columns: int) -> Matrix:
    """A matrix as the query answers it."""
    day = date(2025, 3, 4)
    crew = tuple(Person(f"p{i:03}", f"Operator {i:03}", str(2000 + i)) for i in range(people))
    heads = tuple(Kept(Operation(f"o{i}", f"Operation {i}", needed=5, order=i), 1, "", False) for i in range(columns))
    cells = {}
    for row, person in enumerate(crew):
        for column, head in enumerate(heads):
            if (row + column) % 4:
                until = day + timedelta(row % 90 - 10) if column % 3 == 0 else None
                key = person.id, head.value.id
                skill = Skill(skill_id(*key), *key, (row * 7 + column) % 5, until)
                cells[key] = Cell(skill, standing(skill, day), 1, False)
    cover = {head.value.id: Coverage(head.value.id, 5, (), (), (), (), ()) for head in heads}
    return Matrix(day, crew, heads, cells, cover)


def test_two_hundred_people_by_sixty_operations_stay_fluent(capsys: pytest.CaptureFixture[str]) -> None:
    dressed()
    found, model = large(200, 60), SkillMatrix()
    begin = time.perf_counter()
    model.refresh(found)
    filled = time.perf_counter() - begin
    view = MatrixView(model)
    view.resize(1900, 900)
    view.show()
    QApplication.processEvents()
    image = QImage(view.size(), QImage.Format.Format_RGB32)
    times = []
    for step in range(12):
        view.verticalScrollBar().setValue(step * 97)
        begin = time.perf_counter()
        view.render(image)
        times.append(time.perf_counter() - begin)
    with capsys.disabled():
        print(f"\n200 × 60: filled in {filled * 1e3:.0f} ms, a whole frame in {min(times) * 1e3:.0f} ms")
    assert filled < 1.0
    assert min(times) < 0.25
    view.close()


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_no_word_of_the_page_is_cut_and_everything_has_a_name(place: Place, code: str) -> None:
    place.know("Operator 14", "Weld A", 3, days=20)
    languages.use(code)
    place.go("Operator 14", "Weld A")
    QApplication.processEvents()
    assert clipped(place.page) == []
    place.page._show_operation(1)
    QApplication.processEvents()
    assert clipped(place.page) == []
    assert nameless(place.page) == []
    languages.use("en")
