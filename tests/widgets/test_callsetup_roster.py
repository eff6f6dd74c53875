"""The roster tab: the week, what keys and forms change in it, its gaps, and where calls go."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.domain.commands.roster import RemoveAbsence, RemoveDuty, SetDuty
from console.domain.people import Role
from console.domain.roster import Duty
from console.domain.rosterweek import Presence
from tests.widgets.call_parts import ADMIN, LEADER, SUPERVISOR
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.people_parts import AREA, PeopleConsole, person_id
from tests.widgets.setup_parts import absences_of, duties_of, setting_up, settle, shown
from widgets.callsetup.roster import RosterTab
from widgets.languages import languages

pytestmark = pytest.mark.usefixtures("qapp")
K = Qt.Key
MECHANIC = person_id("Maintenance 7")
SUNDAY_NIGHT = 20  # column of the week
L1 = (*AREA, "L1")


@pytest.fixture(scope="module")
def console(qapp, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PeopleConsole]:
    made = setting_up(tmp_path_factory.mktemp("roster"))
    yield made
    made.office.close()


@pytest.fixture(scope="module")
def made(console: PeopleConsole) -> Iterator[RosterTab]:
    tab = shown(console, RosterTab(console))
    yield tab
    tab.close()
    tab.deleteLater()


@pytest.fixture
def tab(console: PeopleConsole, made: RosterTab) -> RosterTab:
    """Nobody has a duty, nobody is away, this week at all lines, the administrator is here."""
    if console.session.person is None or console.session.person.id != ADMIN:
        console.sign_in(ADMIN)
    for duty in duties_of(console):
        console.do(RemoveDuty(duty.id, duty.scope[-1] if duty.scope else "", 0))
    for absence in absences_of(console):
        console.do(RemoveAbsence(absence.id, absence.person, 0))
    made.place.choose(())
    made._leave()
    made.said.say("")
    made.turn(0)
    settle(console)
    return made


def choose(tab: RosterTab, person: str, role: Role, column: int) -> None:
    row = next(n for n, one in enumerate(tab.model.rows) if (one.person.id, one.role) == (person, role))
    tab.week.setCurrentIndex(tab.model.index(row, column))
    tab.week.setFocus()


def here(tab: RosterTab) -> Presence:
    at = tab.week.currentIndex()
    return tab.model.presence(at.row(), at.column())


def press(console: PeopleConsole, tab: RosterTab, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(tab.week, key)
    settle(console)


def gaps(tab: RosterTab) -> list[str]:
    return [line.words.text() for line in tab.gaps.lines]


def test_the_week_has_a_column_a_shift_and_a_row_for_each_who_could_be_called(tab: RosterTab) -> None:
    assert len(tab.model.shifts) == 21
    roles = {(row.person.name, row.role) for row in tab.model.rows}
    assert ("Maintenance 7", Role.MAINTENANCE) in roles
    assert ("Operator 14", Role.OPERATOR) not in roles
    assert tab.span.text() == "2026-11-16 – 11-22"


def test_space_puts_somebody_on_duty_every_week_on_that_day_and_off_again(
    console: PeopleConsole, tab: RosterTab, qtbot: QtBot
) -> None:
    choose(tab, MECHANIC, Role.MAINTENANCE, SUNDAY_NIGHT)
    press(console, tab, qtbot, K.Key_Space)
    (duty,) = duties_of(console)
    assert (duty.person, duty.shift, duty.days, duty.scope, duty.calendar) == (MECHANIC, "Night", (6,), AREA, "three")
    assert here(tab) is Presence.DUTY
    choose(tab, MECHANIC, Role.MAINTENANCE, SUNDAY_NIGHT - 3)
    press(console, tab, qtbot, K.Key_Space)
    assert [duty.days for duty in duties_of(console)] == [(5, 6)]
    tab.forth.click()
    settle(console)
    assert here(tab) is Presence.DUTY, "the next week too"
    for column in (SUNDAY_NIGHT, SUNDAY_NIGHT - 3):
        choose(tab, MECHANIC, Role.MAINTENANCE, column)
        press(console, tab, qtbot, K.Key_Space)
    assert duties_of(console) == []


def test_a_makes_somebody_absent_on_that_day_and_there_again(
    console: PeopleConsole, tab: RosterTab, qtbot: QtBot
) -> None:
    assert console.do(SetDuty(Duty("d", MECHANIC, Role.MAINTENANCE, AREA, "three", "Late"))) == []
    settle(console)
    choose(tab, MECHANIC, Role.MAINTENANCE, 4)
    press(console, tab, qtbot, K.Key_A)
    assert [(one.first, one.last, one.shift) for one in absences_of(console)] == [
        (date(2026, 11, 17), date(2026, 11, 17), "")
    ]
    assert here(tab) is Presence.AWAY
    assert tab.model.presence(tab.week.currentIndex().row(), 3) is Presence.ABSENT
    press(console, tab, qtbot, K.Key_A)
    assert absences_of(console) == []
    assert here(tab) is Presence.DUTY


def test_a_gap_is_told_loudly_until_somebody_is_there(console: PeopleConsole, tab: RosterTab) -> None:
    assert not [words for words in gaps(tab) if "Maintenance" in words and "assembly" in words]
    week = Duty("d", MECHANIC, Role.MAINTENANCE, (), "three", "", (0, 1, 2, 3, 4, 5))
    assert console.do(SetDuty(week), SetDuty(Duty("s", MECHANIC, Role.MAINTENANCE, (), "three", "Early", (6,)))) == []
    assert console.do(SetDuty(Duty("l", MECHANIC, Role.MAINTENANCE, (), "three", "Late", (6,)))) == []
    settle(console)
    assert "No Maintenance · all lines · Night: Sun" in gaps(tab)
    assert SUNDAY_NIGHT in tab.model.short
    next(line for line in tab.gaps.lines if "Night: Sun" in line.words.text()).click()
    at = tab.week.currentIndex()
    assert (tab.model.rows[at.row()].role, at.column()) == (Role.MAINTENANCE, SUNDAY_NIGHT)
    assert console.do(SetDuty(Duty("n", MECHANIC, Role.MAINTENANCE, (), "three", "Night", (6,)))) == []
    settle(console)
    assert not [words for words in gaps(tab) if "Maintenance" in words]


def test_the_calls_of_a_line_that_nobody_looks_after_are_a_gap_of_that_line(tab: RosterTab) -> None:
    """Maintenance 7 has the role in the area of L1 and L2 only, so the paint shop has nobody."""
    assert [words for words in gaps(tab) if "Maintenance" in words] == ["No Maintenance · L3 line · the whole week"]
    tab.set_scope("assembly")
    assert not [words for words in gaps(tab) if "Maintenance" in words]
    tab.set_scope(None)


def test_enter_opens_what_is_behind_a_shift_and_the_form_changes_it(
    console: PeopleConsole, tab: RosterTab, qtbot: QtBot
) -> None:
    assert console.do(SetDuty(Duty("d", MECHANIC, Role.MAINTENANCE, AREA, "three", "Late", (0, 1)))) == []
    settle(console)
    choose(tab, MECHANIC, Role.MAINTENANCE, 1)
    press(console, tab, qtbot, K.Key_Return)
    form = tab.duty
    assert form.isVisible()
    assert [tick.isChecked() for tick in form.days] == [True, True, False, False, False, False, False]
    form.shift.control.setCurrentIndex(form.shift.control.findData("Night"))
    form.days[6].setChecked(True)
    form.first.control.setText("2026-11-01")
    form.submit()
    settle(console)
    (duty,) = duties_of(console)
    assert (duty.id, duty.shift, duty.days, duty.first) == ("d", "Night", (0, 1, 6), date(2026, 11, 1))
    assert not tab.side.isVisible()
    choose(tab, MECHANIC, Role.MAINTENANCE, SUNDAY_NIGHT)
    press(console, tab, qtbot, K.Key_Return)
    form.remove.click()
    settle(console)
    assert duties_of(console) == []


def test_on_call_is_around_the_clock_whatever_shifts_there_are(console: PeopleConsole, tab: RosterTab) -> None:
    choose(tab, MECHANIC, Role.MAINTENANCE, 18)
    tab.begin_duty()
    tab.duty.on_call.setChecked(True)
    assert not tab.duty.shift.isEnabled()
    tab.duty.submit()
    settle(console)
    (duty,) = duties_of(console)
    assert (duty.on_call, duty.shift, duty.days) == (True, "", (6,))
    row = tab.week.currentIndex().row()
    assert [tab.model.presence(row, column) for column in (17, 18, 19, 20)] == [Presence.ON_CALL] * 4


def test_dates_that_cannot_be_are_refused_at_their_field(console: PeopleConsole, tab: RosterTab) -> None:
    choose(tab, MECHANIC, Role.MAINTENANCE, 0)
    tab.begin_duty()
    tab.duty.first.control.setText("tomorrow")
    tab.duty.submit()
    assert tab.duty.first.refusal.text != ""
    tab.duty.first.control.setText("2026-11-20")
    tab.duty.last.control.setText("2026-11-19")
    tab.duty.submit()
    settle(console)
    assert (tab.duty.first.refusal.text, tab.duty.last.refusal.text != "") == ("", True)
    for tick in tab.duty.days:
        tick.setChecked(False)
    tab.duty.submit()
    assert tab.duty.said.text != ""
    tab.begin_absence()
    tab.absence.last.control.setText("2026-11-01")
    tab.absence.submit()
    settle(console)
    assert tab.absence.last.refusal.text != ""
    assert (duties_of(console), absences_of(console)) == ([], [])


def test_an_absence_of_several_days_is_shown_before_it_is_taken_back(
    console: PeopleConsole, tab: RosterTab, qtbot: QtBot
) -> None:
    choose(tab, MECHANIC, Role.MAINTENANCE, 0)
    tab.begin_absence()
    tab.absence.last.control.setText("2026-11-18")
    tab.absence.note.control.setText("=ill")
    tab.absence.submit()
    settle(console)
    choose(tab, MECHANIC, Role.MAINTENANCE, 3)
    press(console, tab, qtbot, K.Key_A)
    assert len(absences_of(console)) == 1
    assert tab.absence.isVisible()
    assert tab.absence.note.control.text() == "=ill"
    tab.absence.remove.click()
    settle(console)
    assert absences_of(console) == []


def test_who_may_not_change_the_roster_there_is_told_so(console: PeopleConsole, tab: RosterTab, qtbot: QtBot) -> None:
    console.sign_in(LEADER)
    settle(console)
    choose(tab, SUPERVISOR, Role.SUPERVISOR, 0)
    press(console, tab, qtbot, K.Key_Space)
    assert duties_of(console) == []
    assert "Your roles do not allow this" in tab.said.text
    choose(tab, LEADER, Role.TEAM_LEADER, 0)
    press(console, tab, qtbot, K.Key_Space)
    assert [duty.scope for duty in duties_of(console)] == [L1]


def test_where_calls_go_says_who_would_be_told_and_where_nobody_is(console: PeopleConsole, tab: RosterTab) -> None:
    def now() -> dict[str, str]:
        rows, routes = range(tab.below.model.rowCount()), tab.below.model
        found = [[str(routes.index(row, column).data()) for column in (0, 1, 3)] for row in rows]
        return {f"{category} {where}": who for category, where, who in found}

    assert now()["Machine L1 line, L2 line"] == "Maintenance 7 (all who have the role)"
    assert now()["Machine L3 line"] == "nobody"
    assert console.do(SetDuty(Duty("d", MECHANIC, Role.MAINTENANCE, (), "three", "Late"))) == []
    settle(console)
    assert now()["Machine all lines"] == "nobody", "it is noon, and the early shift"
    assert console.do(SetDuty(Duty("e", MECHANIC, Role.MAINTENANCE, (), "three", "Early"))) == []
    settle(console)
    assert now()["Machine all lines"] == "Maintenance 7"
    tab.beat(console.now() + 7200)
    assert now()["Machine all lines"] == "Maintenance 7"
    tab.beat(console.now() + 11 * 3600)
    assert now()["Machine all lines"] == "nobody", "it has become night meanwhile"


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_in_a_narrow_window_nothing_is_cut_and_everything_has_a_name(tab: RosterTab, code: str) -> None:
    languages.use(code)
    choose(tab, MECHANIC, Role.MAINTENANCE, 0)
    tab._open()
    tab.resize(850, 480)
    QApplication.processEvents()
    found = (clipped(tab), nameless(tab), tab.minimumSizeHint().width())
    languages.use("en")
    tab.resize(1500, 900)
    assert found[:2] == ([], [])
    assert found[2] <= 850
