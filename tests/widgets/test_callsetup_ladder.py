"""The dry run tab: the list is the ladder's own, nobody is loud, and it goes out as text and as a file."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.domain.commands.people import ChangePerson
from console.domain.commands.roster import RemoveDuty, SetDuty
from console.domain.people import Grant, Role
from console.domain.roster import Duty
from tests.widgets.call_parts import ADMIN, LEADER
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.people_parts import AREA, PeopleConsole, person_id
from tests.widgets.setup_parts import duties_of, setting_up, settle, shown
from widgets.callsetup.ladder import LadderTab
from widgets.callsetup.ladderrows import ROLE, TIME, WHAT, WHO
from widgets.languages import languages
from widgets.tables import ICON, TONE

pytestmark = pytest.mark.usefixtures("qapp")
MECHANIC = person_id("Maintenance 7")


@pytest.fixture(scope="module")
def console(qapp, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PeopleConsole]:
    made = setting_up(tmp_path_factory.mktemp("ladder"))
    yield made
    made.office.close()


@pytest.fixture(scope="module")
def made(console: PeopleConsole) -> Iterator[LadderTab]:
    tab = shown(console, LadderTab(console))
    yield tab
    tab.close()
    tab.deleteLater()


@pytest.fixture
def tab(console: PeopleConsole, made: LadderTab) -> LadderTab:
    """Machine calls at L1 on Sunday 02:40, the next hour; maintenance is there by day, the supervisor on call."""
    for duty in duties_of(console):
        console.do(RemoveDuty(duty.id, duty.scope[-1] if duty.scope else "", 0))
    assert console.do(SetDuty(Duty("m", MECHANIC, Role.MAINTENANCE, AREA, "three", "Early"))) == []
    assert console.do(SetDuty(Duty("l", LEADER, Role.TEAM_LEADER, AREA, "three", "Night", (0,)))) == []
    assert console.do(SetDuty(Duty("s", person_id("Supervisor 2"), Role.SUPERVISOR, (), "three", on_call=True))) == []
    made.ahead.control.setCurrentIndex(0)
    made.show_subject("machine/L1")
    made.day.control.setText("2026-11-22")
    made.at.control.setText("02:40")
    made.said.say("")
    made.refresh()
    settle(console)
    return made


def lines(tab: LadderTab, *columns: int) -> list[list[str]]:
    rows = range(tab.model.rowCount())
    return [[str(tab.model.index(row, column).data()) for column in columns] for row in rows]


def test_it_begins_on_the_coming_sunday_in_the_night(console: PeopleConsole) -> None:
    fresh = LadderTab(console)
    assert (fresh.day.control.text(), fresh.at.control.text()) == ("2026-11-22", "02:40")
    fresh.deleteLater()


def test_the_list_has_the_steps_of_the_ladder_for_the_real_roster(console: PeopleConsole, tab: LadderTab) -> None:
    assert tab.made is not None
    dispatch = tab._found.dispatch  # type: ignore[union-attr]
    assert tab.made.steps == dispatch.rehearse("machine", "L1", tab.made.start, tab.made.until)
    assert lines(tab, TIME, WHAT, ROLE, WHO) == [
        ["Sun 11-22 02:40", "The call is raised", "Maintenance", "Nobody is there in this role"],
        ["Sun 11-22 02:40", "Step 1, at once: nobody was there", "Team leader", "Nobody is there in this role"],
        ["Sun 11-22 02:40", "Step 2, at once: nobody was there", "Supervisor", "Supervisor 2"],
        ["Sun 11-22 02:43", "Target: answered by now", "", ""],
        ["Sun 11-22 02:50", "Target: on site by now", "", ""],
        [
            "Sun 11-22 02:55",
            "Step 3: nobody has answered for 15 min",
            "Administrator",
            "Admin 1 (on no roster)",
        ],
        ["Sun 11-22 03:40", "Target: resolved by now", "", ""],
    ]


def test_where_nobody_is_there_it_is_loud(tab: LadderTab) -> None:
    nobody, somebody = tab.model.index(0, WHO), tab.model.index(2, WHO)
    assert (nobody.data(TONE), nobody.data(ICON)) == ("bad", ("triangle-alert", "bad"))
    assert (somebody.data(TONE), somebody.data(ICON)) == ("text", None)


def test_breaks_and_changes_of_shift_stand_between_the_steps(tab: LadderTab) -> None:
    tab.at.control.setText("01:59")
    tab.ahead.control.setCurrentIndex(1)
    tab.refresh()
    between = [what for _, what, _, who in lines(tab, TIME, WHAT, ROLE, WHO) if not who]
    assert between[:3] == ["Break begins: Meal; the ladder waits", "Break ends: Meal", "Target: answered by now"]
    assert "Shift begins: Early" in between
    tab.ahead.control.setCurrentIndex(2)
    late = [what for when, what in lines(tab, TIME, WHAT) if when == "Sun 11-22 10:00"]
    assert late == ["Break begins: Meal"], "the ladder is over by then"
    assert ["Sun 11-22 06:00", "Those who came are told", "", "Maintenance 7"] in lines(tab, TIME, WHAT, ROLE, WHO)


def test_how_long_until_somebody_who_is_there_is_told_stands_above(console: PeopleConsole, tab: LadderTab) -> None:
    assert tab.told.text() == "Somebody on duty is told at once: Supervisor 2"
    console.do(RemoveDuty("s", "", 0))
    settle(console)
    assert tab.told.text() == "Only people on no roster are told, and nobody knows whether they are there: Supervisor 2"
    tab.show_subject("machine/L1")
    tab.ahead.control.setCurrentIndex(1)
    assert tab.told.text() == "After 3 h 20 min, somebody on duty is told: Maintenance 7"


def test_a_time_that_is_none_is_refused_at_its_field(tab: LadderTab, qtbot: QtBot) -> None:
    tab.at.control.setFocus()
    qtbot.keyClicks(tab.at.control, "x")
    assert tab.at.refusal.text != ""
    assert (tab.model.rowCount(), tab.told.text()) == (0, "")
    qtbot.keyClick(tab.at.control, Qt.Key.Key_Backspace)
    assert (tab.at.refusal.text, tab.model.rowCount()) == ("", 7)


def test_now_is_the_time_of_the_plant(tab: LadderTab) -> None:
    tab.now.click()
    assert (tab.day.control.text(), tab.at.control.text()) == ("2026-11-20", "12:00")
    assert tab.told.text() == "Somebody on duty is told at once: Maintenance 7"


def test_the_roster_that_is_changed_changes_the_list_at_once(console: PeopleConsole, tab: LadderTab) -> None:
    assert console.do(SetDuty(Duty("n", MECHANIC, Role.MAINTENANCE, AREA, "three", "Night"))) == []
    settle(console)
    assert lines(tab, WHAT, WHO)[0] == ["The call is raised", "Maintenance 7"]


def test_a_station_can_be_chosen_and_another_area_has_other_people(tab: LadderTab) -> None:
    tab.show_subject("machine/L1/20")
    assert tab.place.control.currentData() == "L1/20"
    assert lines(tab, WHO)[2] == ["Supervisor 2"]
    tab.set_scope("paint")
    assert tab.place.control.currentData() == "L3"


def test_the_list_is_copied_and_saved_as_text_that_nothing_runs(
    console: PeopleConsole, tab: LadderTab, tmp_path: Path
) -> None:
    evil = ChangePerson(MECHANIC, "=cmd|'/c calc'!A1", "3007", (Grant(Role.MAINTENANCE, AREA),))
    assert console.do(evil, who=ADMIN) == []
    tab.now.click()
    settle(console)
    tab.copy.click()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert copied[0].split("\t") == ["When", "After", "What", "Role", "Who is told"]
    assert copied[1].split("\t")[-1] == "'=cmd|'/c calc'!A1"
    path = tmp_path / "ladder.csv"
    tab.ask_path = lambda _: str(path)
    tab.export.click()
    settle(console)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[1] == copied[0].split("\t")
    assert rows[2][-1] == "'=cmd|'/c calc'!A1"
    assert len(rows) == 2 + tab.model.rowCount()
    assert str(path) in tab.said.text


def test_a_file_that_cannot_be_written_is_said(console: PeopleConsole, tab: LadderTab, tmp_path: Path) -> None:
    tab.ask_path = lambda _: str(tmp_path / "nowhere" / "ladder.csv")
    tab.export.click()
    settle(console)
    assert "Nothing was saved" in tab.said.text


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_in_a_narrow_window_nothing_is_cut_and_everything_has_a_name(tab: LadderTab, code: str) -> None:
    languages.use(code)
    tab.resize(850, 480)
    QApplication.processEvents()
    found = (clipped(tab), nameless(tab), tab.minimumSizeHint().width())
    languages.use("en")
    tab.resize(1500, 900)
    assert found[:2] == ([], [])
    assert found[2] <= 850
