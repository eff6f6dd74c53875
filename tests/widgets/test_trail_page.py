"""Rules of the trail page: lines are found, read and exported; alterations are told and answered for."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.app.queries.trail import Found
from console.domain.commands.people import AddPerson
from console.domain.people import Person
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.people_parts import person_id, show
from tests.widgets.trail_parts import TrailConsole, trail_console
from widgets.languages import languages
from widgets.shell.window import MainWindow
from widgets.trail.filters import day_of, time_of
from widgets.trail.lines import CONSOLE
from widgets.trail.page import TrailPage
from widgets.trail.words import FIELDS, KINDS, SENTENCES

OPERATOR = person_id("Operator 14")


@pytest.fixture
def console(tmp_path: Path) -> Iterator[TrailConsole]:
    languages.use("en")
    made = trail_console(tmp_path)
    yield made
    made.close()
    languages.use("en")


@pytest.fixture
def window(console: TrailConsole, qtbot: QtBot) -> MainWindow:
    made = show(console, TrailPage, "trail")
    qtbot.addWidget(made)
    console.settle()
    return made


@pytest.fixture
def page(window: MainWindow) -> TrailPage:
    made = window.widget("trail")
    assert isinstance(made, TrailPage)
    return made


def column(page: TrailPage, number: int) -> list[str]:
    return [page.lines.index(row, number).data() for row in range(page.lines.rowCount())]


def choose(page: TrailPage, console: TrailConsole, choice: str, key: str) -> None:
    box = getattr(page.filters, choice)
    box.setCurrentIndex(box.findData(key))
    console.settle()


# Lines


def test_lines_stand_with_who_what_and_which_record_the_last_first(page: TrailPage) -> None:
    assert page.lines.rowCount() == page.lines.rows[0].seq
    assert column(page, 1)[0] == "Admin 1"
    assert column(page, 2)[0] == "Change a person and their roles"
    assert column(page, 3)[0] == "Person Operator 14 (2014)"
    assert "Skill Operator 14 · Robot welding" in column(page, 3)
    assert page.left.note.text().startswith(str(page.lines.rowCount()))


def test_older_lines_come_when_somebody_scrolls_to_the_end(tmp_path: Path, qtbot: QtBot) -> None:
    console = trail_console(tmp_path, 520)
    window = show(console, TrailPage, "trail")
    qtbot.addWidget(window)
    console.settle()
    page = window.widget("trail")
    assert page.lines.rowCount() == 200
    for _ in range(4):
        page.grid.scrollToBottom()
        console.settle()
    assert [line.seq for line in page.lines.rows] == list(range(page.lines.rows[0].seq, 0, -1))
    assert not page.lines.canFetchMore()
    console.close()


@pytest.mark.parametrize(
    ("choice", "key", "left"),
    [("what", "SetSkill", 2), ("who", "console", 13), ("kind", "skill", 2), ("when", "today", 17)],
)
def test_filters_leave_only_what_fits(page: TrailPage, console: TrailConsole, choice: str, key: str, left: int) -> None:
    choose(page, console, choice, key)
    assert page.lines.rowCount() == left
    page.filters.clear.click()
    console.settle()
    assert page.lines.rowCount() == 17


def test_days_are_typed_and_the_last_one_is_included(page: TrailPage, console: TrailConsole) -> None:
    choose(page, console, "when", "range")
    for first, last, left in (("2025-03-04", "2025-03-04", 17), ("2025-03-05", "", 0), ("", "2025-03-03", 0)):
        page.filters.since.setText(first)
        page.filters.until.setText(last)
        page.filters.until.editingFinished.emit()
        console.settle()
        assert page.lines.rowCount() == left, (first, last)
    assert "No line fits" in page.empty.text()


def test_a_record_is_found_by_typing_and_opens_its_history(
    page: TrailPage, console: TrailConsole, qtbot: QtBot
) -> None:
    page.filters.record.setFocus()
    qtbot.keyClicks(page.filters.record, "tor 14")
    qtbot.waitUntil(lambda: console.settle(1) or bool(page.filters._offered))
    assert list(page.filters._offered) == ["Person: Operator 14 (2014)"]
    qtbot.keyClick(page.filters.record, Qt.Key.Key_Return)
    console.settle()
    assert {line.changes[0].id for line in page.lines.rows} == {OPERATOR}
    assert page.record.title.text() == "Person Operator 14 (2014)"
    assert page._beside.currentWidget() is page.record


def test_a_record_that_another_screen_names_is_shown(page: TrailPage, console: TrailConsole) -> None:
    page.show_subject(f"person/{OPERATOR}")
    console.settle()
    assert page.filters.record.text() == "Person: Operator 14 (2014)"
    rows = page.record.history.rows
    assert (rows[0][3:], rows[-1][3]) == (("Name", "Operator 14 B", "Operator 14"), "new")


def test_no_filter_hides_a_part_of_a_record_that_another_screen_names(page: TrailPage, console: TrailConsole) -> None:
    page.filters.when.setCurrentIndex(page.filters.when.findData("yesterday"))
    page.filters.kind.setCurrentIndex(page.filters.kind.count() - 1)
    page.show_subject(f"person/{OPERATOR}")
    console.settle()
    wanted = page.filters.wanted(0.0, None)
    assert (wanted.kind, wanted.id, wanted.since, wanted.until) == ("person", OPERATOR, None, None)


def test_a_record_is_shown_as_it_was(page: TrailPage, console: TrailConsole) -> None:
    page.show_subject(f"person/{OPERATOR}")
    console.settle()
    page.record.show_then.click()
    console.settle()
    assert ("Number", "2014") in page.record.state.rows
    page.record.at.setText("2001-01-01 10:00")
    page.record.show_then.click()
    console.settle()
    assert page.record.told.text() == "It was not there then."
    page.record.at.setText("yesterday")
    page.record.show_then.click()
    assert "2026-11-21 14:30" in page.record.told.text()


def test_a_line_tells_what_was_asked_and_what_changed_and_no_secret(page: TrailPage, console: TrailConsole) -> None:
    assert ("Person Operator 14 (2014)", "Name", "Operator 14 B", "Operator 14") in page.line.changes.rows
    choose(page, console, "what", "SetPin")
    assert ("PIN", "…") in page.line.asked.rows
    assert "argon2" not in str((page.line.asked.rows, page.line.changes.rows))


def test_a_line_leads_to_the_history_of_its_record(page: TrailPage, console: TrailConsole) -> None:
    page.line.history.click()
    console.settle()
    assert page.record.record == Found("person", OPERATOR, "Operator 14 (2014)")
    page.record.history_grid.setFocus()
    page.record.history_grid.selectRow(len(page.record.history.rows) - 1)
    assert page.line.what.text() == "Add a person"


def test_new_lines_come_in_above_and_the_chosen_one_stays(page: TrailPage, console: TrailConsole) -> None:
    page.grid.selectRow(3)
    before = page.lines.rows[3].seq
    console.do(AddPerson("new", "New one", "9"))
    page.beat(console.now() + 5)
    console.settle()
    assert column(page, 3)[0] == "Person New one (9)"
    assert page.lines.rows[page.grid.currentIndex().row()].seq == before


def test_text_from_outside_stays_text(page: TrailPage, console: TrailConsole) -> None:
    console.do(AddPerson("evil", "<img src=x>\u202egnp", "8"))
    page.read()
    console.settle()
    assert column(page, 3)[0] == "Person <img src=x>gnp (8)"


def test_the_filtered_lines_are_written_into_a_file(page: TrailPage, console: TrailConsole, tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    choose(page, console, "what", "SetSkill")
    page.export.ask_path = lambda name: str(path)
    page.export.begin.click()
    console.until(lambda: not page.export.export.running)
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert [row[5] for row in rows] == ["What", "Set a skill level", "Set a skill level"]
    assert "2 lines are in" in page.export.said.text()


# Alterations


def test_untouched_records_are_said_to_be_whole(page: TrailPage, console: TrailConsole) -> None:
    assert "Not verified yet" in page.verification.told.text()
    page.verification.verify.click()
    console.until(lambda: console.guard.settled())
    assert page.verification.told.text() == "The records are what the trail accounts for"
    assert "17 lines" in page.verification.detail.text()
    assert not page.verification.grid.isVisible()


@pytest.fixture
def altered(page: TrailPage, console: TrailConsole) -> TrailPage:
    console.sql(f"UPDATE person SET name = 'Mallory' WHERE id = '{OPERATOR}'")
    console.verify()
    page.beat(console.now() + 5)
    console.settle()
    return page


def test_an_alteration_names_table_record_field_expected_and_found(altered: TrailPage) -> None:
    card = altered.verification
    told = [card.table.index(0, n).data() for n in range(1, 9)]
    assert told[:6] == [
        "A field was changed by another program.",
        "Person",
        "Operator 14 (2014)",
        "Name",
        "Operator 14",
        "Mallory",
    ]
    assert told[7] == "nobody yet"
    assert card.told.text() == "1 alteration that nobody has answered for"


def test_an_administrator_puts_the_record_back_with_a_reason(
    altered: TrailPage, console: TrailConsole, qtbot: QtBot
) -> None:
    card = altered.verification
    console.sign_in(person_id("Admin 1"))
    assert not card.put_back.isEnabled()
    qtbot.keyClicks(card.reason, "a test of the new tool")
    card.put_back.click()
    console.settle()
    altered.beat(console.now() + 9)
    console.settle()
    assert console.answer(lambda desk: desk.need(Person, OPERATOR)).name == "Operator 14"
    assert card.table.index(0, 8).data() == "Admin 1, put back: a test of the new tool"
    console.verify()
    assert card.told.text() == "The records are what the trail accounts for"


def test_who_may_not_answer_is_told_why(altered: TrailPage, console: TrailConsole) -> None:
    console.sign_in(person_id("Supervisor 2"))
    assert not altered.verification.reason.isEnabled()
    assert "Supervisor 2" in altered.verification.may


def test_a_line_that_another_program_wrote_is_shown_as_unreadable(page: TrailPage, console: TrailConsole) -> None:
    console.sql("UPDATE trail SET changes = '{' WHERE seq = 17")
    page.read()
    console.settle()
    assert column(page, 2)[0] == "This line cannot be read"
    assert "verification" in page.line.note.text()


# The face


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_nothing_is_cut_and_everything_has_a_name(altered: TrailPage, console: TrailConsole, code: str) -> None:
    languages.use(code)
    console.settle()
    altered.window().resize(1920, 1080)
    console.settle()
    for tab in (altered.line_tab, altered.record_tab):
        tab.click()
        console.settle()
        assert clipped(altered) == []
        assert nameless(altered) == []


def test_ctrl_f_leads_to_the_record(page: TrailPage, qtbot: QtBot) -> None:
    page.focus_filter()
    qtbot.waitUntil(page.filters.record.hasFocus)


def test_every_kind_of_record_and_of_alteration_has_words() -> None:
    from console.domain.tampering import What
    from console.records.nouns import NOUNS
    from console.records.shelves import KINDS as SHELVES

    assert NOUNS
    ours = {kind for kind, shelf in SHELVES.items() if shelf.cls.__module__.startswith("console.")}
    assert sorted(ours - KINDS.keys()) == []
    assert set(SENTENCES) == set(What)
    assert "name" in FIELDS


def test_days_and_times_are_read_as_they_are_typed() -> None:
    from zoneinfo import ZoneInfo

    shanghai = ZoneInfo("Asia/Shanghai")
    assert str(day_of(" 2026-11-21 ")) == "2026-11-21"
    assert day_of("21.11.2026") is None
    assert time_of("2026-11-21 08:00", shanghai).isoformat() == "2026-11-21T00:00:00+00:00"
    assert time_of("2026-11-21", shanghai).isoformat() == "2026-11-21T16:00:00+00:00"
    assert time_of("soon", shanghai) is None


def test_a_console_is_called_by_the_name_that_people_gave_it(tmp_path: Path, qtbot: QtBot) -> None:
    console = trail_console(tmp_path)
    console.health.console_name = {"console-1": "Gate 2"}.get
    window = show(console, TrailPage, "trail")
    qtbot.addWidget(window)
    console.settle()
    page = window.widget("trail")
    assert page.lines.index(0, CONSOLE).data() == "Gate 2"
    assert page.line.facts["console"].value.text() == "Gate 2 (console-1)"
    console.close()
