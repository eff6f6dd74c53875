"""Rules of the crews' page: people are moved, leaders named, absences set, gaps and figures told fairly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app.console import Console
from console.app.queries.handovers import crews
from console.domain.commands.handovers import SetCrew
from console.domain.crews import Crew
from console.domain.desk import Kept
from console.domain.roster import Absence
from tests.widgets.crew_parts import LATE, PIN, crew_id, crewed, do, kept, shifts_made, wait, who
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.shell_parts import dressed
from widgets.crews.form import CrewForm
from widgets.crews.page import CrewsPage
from widgets.languages import CODES, languages

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def console(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    made = crewed(tmp_path_factory.mktemp("console"))
    shifts_made(made, 10, late_better=60.0)
    yield made
    made.close()


@pytest.fixture(scope="module")
def page(console: Console) -> Iterator[CrewsPage]:
    dressed()
    made = CrewsPage(console)
    made.resize(1500, 950)
    made.show()
    wait(console, lambda: len(made._found.crews if made._found else ()) == 2)
    yield made
    made.close()
    made.deleteLater()
    QApplication.processEvents()


@pytest.fixture(autouse=True)
def begin(console: Console, page: CrewsPage) -> Iterator[None]:
    """Everybody is back in their own crew, the late one is lit, the administrator is here."""
    dressed()
    for crew in (crew_id("Early crew"), crew_id("Late crew")):
        one = of(console, crew)
        names = ("Early lead", "Early one", "Early two") if crew == crew_id("Early crew") else LATE
        ids = [who(name) for name in names]
        whole = Crew(crew, "Early crew" if names is not LATE else "Late crew", ids[0], tuple(ids[1:]), ("L1",))
        if one.value != whole:
            do(console, SetCrew(whole, one.version), "console")
    page.said.say("")
    page.reader.read()
    settle(console, page)
    page.tree.choose(crew_id("Late crew"))
    yield
    for form in page.findChildren(CrewForm):
        form.close()


def of(console: Console, id: str) -> Kept[Crew]:
    return next(one for one in kept(console, crews) if one.value.id == id)


def settle(console: Console, page: CrewsPage) -> None:
    wait(console, lambda: not page.reader._reading and not page.reader._stale and not page._giving.going)


def moved(console: Console, page: CrewsPage, name: str, crew: str) -> None:
    """Wait until somebody is in a crew and the page shows it."""
    wait(console, lambda: who(name) in of(console, crew_id(crew)).value.people)
    settle(console, page)


# Who belongs where


def test_crews_are_shown_with_their_people_and_those_without_one(page: CrewsPage) -> None:
    tops = [page.tree.topLevelItem(at) for at in range(page.tree.topLevelItemCount())]
    assert [top.text(0).split(" · ")[0] for top in tops[:2]] == ["Early crew", "Late crew"]
    assert [tops[1].child(at).text(0) for at in range(3)] == ["Late lead · leads", "Late one", "Late two"]
    free = [tops[2].child(at).text(0) for at in range(tops[2].childCount())]
    assert free == ["Admin", "Spare"]


def test_somebody_is_moved_with_the_keyboard_from_crew_to_crew(console: Console, page: CrewsPage) -> None:
    page.tree.choose(who("Early two"))
    QTest.keyClick(page.tree, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    moved(console, page, "Early two", "Late crew")
    assert who("Early two") not in of(console, crew_id("Early crew")).value.people
    assert page.tree.person == who("Early two")  # the light goes along


def test_somebody_is_dragged_onto_a_crew_and_out_of_all(console: Console, page: CrewsPage) -> None:
    page.tree.choose(who("Spare"))
    goal = page.tree.visualItemRect(page.tree.topLevelItem(0)).center()
    page.tree.drop_at(QPoint(goal))
    moved(console, page, "Spare", "Early crew")

    nobodys = page.tree.topLevelItem(2)
    page.tree.scrollToItem(nobodys)
    page.tree.drop_at(page.tree.visualItemRect(nobodys).center())
    wait(console, lambda: who("Spare") not in of(console, crew_id("Early crew")).value.people)
    settle(console, page)


def test_who_leads_is_said_with_one_key_and_taken_back(console: Console, page: CrewsPage) -> None:
    page.tree.choose(who("Late one"))
    QTest.keyClick(page.tree, Qt.Key.Key_L)
    wait(console, lambda: of(console, crew_id("Late crew")).value.leader == who("Late one"))
    settle(console, page)
    QTest.keyClick(page.tree, Qt.Key.Key_L)
    wait(console, lambda: not of(console, crew_id("Late crew")).value.leader)
    assert len(of(console, crew_id("Late crew")).value.people) == 3


def test_a_leader_who_goes_leaves_the_crew_without_one(console: Console, page: CrewsPage) -> None:
    page.move_to(who("Late lead"), "")
    wait(console, lambda: not of(console, crew_id("Late crew")).value.leader)
    assert len(of(console, crew_id("Late crew")).value.people) == 2


def test_what_another_console_changed_meanwhile_is_not_written_over_by_a_move(
    console: Console, page: CrewsPage
) -> None:
    one = of(console, crew_id("Late crew"))
    page.reader._stale = page.reader._reading = True  # what the other console did has not come here yet
    assert do(console, SetCrew(replace(one.value, places=("L2",)), one.version), "console") is None
    page.tree.choose(who("Late two"))
    page.move_to(who("Late two"), crew_id("Early crew"))
    page.reader._reading = False
    moved(console, page, "Late two", "Early crew")
    assert of(console, crew_id("Late crew")).value.places == ("L2",)


def test_a_leader_is_not_named_over_what_another_console_changed_meanwhile(console: Console, page: CrewsPage) -> None:
    one = of(console, crew_id("Late crew"))
    page.tree.choose(who("Late one"))
    page.reader._stale = page.reader._reading = True
    assert do(console, SetCrew(replace(one.value, places=("L2",)), one.version), "console") is None
    page.toggle_leader()
    wait(console, lambda: page.said.text)
    page.reader._reading = False
    assert of(console, crew_id("Late crew")).value.leader == who("Late lead")


def test_a_name_that_is_taken_marks_the_field_and_nothing_typed_is_lost(console: Console, page: CrewsPage) -> None:
    page.begin()
    form = page.findChild(CrewForm)
    assert form is not None
    form.submit()
    wait(console, lambda: form.name.refusal.text)
    form.name.control.setText("late CREW")
    form.places.control.choose(("L2",))
    form.submit()
    wait(console, lambda: "taken" in form.name.refusal.text)
    assert form.name.control.text() == "late CREW"
    assert form.places.control.chosen == ("L2",)


def test_who_may_not_set_crews_reads_why_the_buttons_are_grey(console: Console, page: CrewsPage) -> None:
    admin = console.session.person
    assert admin is not None
    console.session.sign_in(who("Late lead"), PIN)
    wait(console, lambda: console.session.person is not None and console.session.person.id == who("Late lead"))
    assert not page.add.isEnabled()
    assert "Late lead" in page.add.toolTip()
    console.session.sign_in(admin.id, PIN)
    wait(console, lambda: console.session.person is not None and console.session.person.id == admin.id)
    assert page.add.isEnabled()


# Duty, absences, skills


def test_the_week_holds_the_people_of_the_crew_only(page: CrewsPage) -> None:
    assert {row.person.name for row in page.week.model.rows} == set(LATE)


def test_an_absence_is_added_and_taken_away_here(console: Console, page: CrewsPage) -> None:
    page.absences.begin()
    form = page.absences.form
    form.person.control.setCurrentIndex(form.person.control.findData(who("Late one")))
    form.last.control.setText("2026-11-22")
    form.submit()
    wait(console, lambda: [line.cells[0] for line in page.absences.model.lines] == ["Late one"])
    held = kept(console, lambda desk: desk.find(Absence))
    assert [(one.person, one.last.isoformat()) for one in held] == [(who("Late one"), "2026-11-22")]
    settle(console, page)

    gaps = {(line.cells[0], line.cells[3]) for line in page.gaps.model.lines}  # the welder is away now
    assert ("Weld", "Nobody else may do it alone") in gaps
    page.absences.open(page.absences.model.lines[0].key)
    form.remove.click()
    wait(console, lambda: not page.absences.model.lines)
    settle(console, page)


def test_what_nobody_on_duty_may_do_alone_is_told_with_who_could_cover(page: CrewsPage) -> None:
    told = {line.cells[0]: line.cells[3] for line in page.gaps.model.lines}
    assert told == {"Press": "Early one, Spare"}
    page.tree.choose(crew_id("Early crew"))
    told = {line.cells[0]: line.cells[3] for line in page.gaps.model.lines}
    assert told == {"Weld": "Late one"}


# Figures


def test_figures_have_their_sample_and_a_clear_difference_is_told(console: Console, page: CrewsPage) -> None:
    page.figures.read()
    wait(console, lambda: page.figures.sheet is not None and len(page.figures.model.lines) > 0)
    late = next(one for one in page.figures.sheet.figures if one.crew == crew_id("Late crew"))
    goods = [400 + 10 * (back % 3) + 60 for back in range(10)]
    assert (late.shifts, late.good, late.plan) == (10, sum(goods), 10 * 480)
    assert late.availability == pytest.approx(0.9)

    told = {line.cells[2]: line.cells for line in page.figures.model.lines}
    assert "10" in told["Good pieces an hour"][3]
    assert told["Good pieces an hour"][5] == "Higher than the others"
    assert told["Availability"][5] == "No clear difference"
    assert page.figures.tiles[9].value.text() == "–"  # suggestions are not recorded: not known, not none
    page.tree.choose(crew_id("Early crew"))
    told = {line.cells[2]: line.cells for line in page.figures.model.lines}
    assert told["Good pieces an hour"][5] == "Lower than the others"


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("size", [(1500, 950), (780, 560)])
def test_no_word_is_cut_and_everything_has_a_name(page: CrewsPage, code: str, size: tuple[int, int]) -> None:
    languages.use(code)
    page.resize(*size)
    for _ in range(3):
        QApplication.processEvents()
    assert clipped(page) == []
    assert nameless(page) == []
    languages.use("en")
    page.resize(1500, 950)
