"""The categories tab: what is listed, what the form saves, what it refuses and where it says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.domain.andon import Ask, AskKind, Cause, Rung, Severity, Stage
from console.domain.commands.andon import ChangeCategory, ResolveCall
from console.domain.people import Role
from tests.widgets.call_parts import ADMIN, SUPERVISOR, raised
from tests.widgets.face_audit import nameless
from tests.widgets.people_parts import PeopleConsole
from tests.widgets.setup_parts import categories_of, setting_up, settle, shown
from widgets.callsetup.categories import CategoriesTab
from widgets.languages import languages

pytestmark = pytest.mark.usefixtures("qapp")
K = Qt.Key


@pytest.fixture(scope="module")
def console(qapp, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PeopleConsole]:
    made = setting_up(tmp_path_factory.mktemp("categories"))
    yield made
    made.office.close()


@pytest.fixture(scope="module")
def made(console: PeopleConsole) -> Iterator[CategoriesTab]:
    tab = shown(console, CategoriesTab(console))
    yield tab
    tab.close()
    tab.deleteLater()


@pytest.fixture
def tab(console: PeopleConsole, made: CategoriesTab) -> CategoriesTab:
    """Machine is chosen, the administrator is here."""
    if console.session.person is None or console.session.person.id != ADMIN:
        console.sign_in(ADMIN)
    made.card._shown = None
    made.show_subject("machine")
    settle(console)
    assert made.card.category == "machine"
    return made


def save(console: PeopleConsole, tab: CategoriesTab) -> None:
    tab.card.submit()
    settle(console)


def test_each_category_is_listed_with_its_ladder_and_red_lines(tab: CategoriesTab) -> None:
    row = tab.model.row_of("safety")
    words = [tab.model.index(row, column).data() for column in range(6)]
    assert words == [
        "Safety",
        "Everywhere",
        "Critical",
        "Team leader",
        "3 / 10 / 15 min",
        "cause · countermeasure · verified from Major · review from Critical or 3×",
    ]


def test_the_form_saves_what_it_shows_without_changing_anything(console: PeopleConsole, tab: CategoriesTab) -> None:
    before = categories_of(console)["Machine"]
    save(console, tab)
    assert categories_of(console)["Machine"].value == before.value
    assert tab.card.said.text == ""


def test_everything_about_a_category_can_be_said_anew(console: PeopleConsole, tab: CategoriesTab) -> None:
    tab.show_subject("process")
    card = tab.card
    card.severity.control.setCurrentIndex(card.severity.control.findData("major"))
    card.owner.control.choose(Role.QUALITY)
    card.around.setChecked(True)
    card.within["arrive_within"].control.setText("7,5")
    card.ladder.control.rows[0].after.setText("2")
    card.ladder.control.rows[2].remove.click()
    card.ladder.control.append_new()
    card.ladder.control.rows[2].after.setText("45")
    card.ladder.control.rows[2].role.choose(Role.PLANNER)
    card.ladder.control.rows[2].unless.setCurrentIndex(3)
    card.causes.control.append_new()
    card.causes.control.rows[-1].called.setText("Wrong drawing")
    card.causes.control.rows[-1].waste.setCurrentIndex(card.causes.control.rows[-1].waste.findData("defects"))
    card.causes.control.rows[-1].up.click()
    card.countermeasure.setChecked(False)
    card.sound.control.setCurrentIndex(card.sound.control.findData("bell"))
    card.repeats.control.setText("5")
    save(console, tab)
    kept = categories_of(console)["Process"].value
    assert (kept.severity, kept.owner, kept.around_clock, kept.arrive_within) == (
        Severity.MAJOR,
        Role.QUALITY,
        True,
        450.0,
    )
    assert kept.ladder[0].after == 120.0
    assert kept.ladder[2] == Rung(2700.0, Role.PLANNER, Stage.RESOLVED)
    assert (kept.causes[-2].name, kept.causes[-2].waste, kept.causes[-2].loss) == ("Wrong drawing", "defects", "")
    assert (kept.needs_countermeasure, kept.sound, kept.review_repeats) == (False, "bell", 5)


def test_a_ladder_that_does_not_rise_is_refused_at_the_ladder(console: PeopleConsole, tab: CategoriesTab) -> None:
    before = categories_of(console)["Machine"]
    tab.card.ladder.control.rows[0].down.click()
    save(console, tab)
    assert "later than the one before" in tab.card.ladder.refusal.text
    assert categories_of(console)["Machine"] == before


def test_minutes_that_are_none_are_refused_at_their_field(console: PeopleConsole, tab: CategoriesTab) -> None:
    before = categories_of(console)["Machine"]
    tab.card.within["resolve_within"].control.setText("an hour")
    tab.card.ladder.control.rows[1].after.setText("")
    save(console, tab)
    assert tab.card.within["resolve_within"].refusal.text == tab.card.ladder.refusal.text != ""
    assert tab.card.called.refusal.text == ""
    tab.card.called.control.clear()
    save(console, tab)
    assert tab.card.called.refusal.text != ""
    assert categories_of(console)["Machine"] == before


def test_a_cause_that_calls_name_is_not_lost(console: PeopleConsole, tab: CategoriesTab) -> None:
    call = raised(console)
    assert console.do(ResolveCall(call.id, call.place, "wear"), who=ADMIN) == []
    before = categories_of(console)["Machine"].value
    row = next(row for row in tab.card.causes.control.rows if row.cause.id == "wear")
    row.remove.click()
    save(console, tab)
    assert "Worn tool or part" in tab.card.causes.refusal.text
    assert categories_of(console)["Machine"].value == before
    back = next(row for row in tab.card.causes.control.rows if row.cause.id == "wear")
    back.called.setText("Worn tool")
    save(console, tab)
    assert Cause("wear", "Worn tool", back.cause.loss, "waiting") in categories_of(console)["Machine"].value.causes


def test_a_cause_that_no_call_names_can_be_taken_away(console: PeopleConsole, tab: CategoriesTab) -> None:
    next(row for row in tab.card.causes.control.rows if row.cause.id == "supply").remove.click()
    save(console, tab)
    assert "supply" not in {cause.id for cause in categories_of(console)["Machine"].value.causes}


def test_a_category_asks_for_things_of_its_own(console: PeopleConsole, tab: CategoriesTab, qtbot: QtBot) -> None:
    asks = tab.card.asks.control
    for name, kind, needed in (("Container", "text", False), ("Part number", "text", True), ("Lot", "choice", False)):
        asks.append_new()
        row = asks.rows[-1]
        assert row.called.hasFocus()
        qtbot.keyClicks(row.called, name)
        row.kind.setCurrentIndex(row.kind.findData(kind))
        row.needed.setChecked(needed)
    assert [row.choices.isVisibleTo(row) for row in asks.rows] == [False, False, True]
    save(console, tab)
    assert "divided by commas" in tab.card.asks.refusal.text, "a choice needs what can be chosen"
    asks.rows[2].choices.setText("rework, scrap，返工,, scrap")
    asks.rows[1].up.click()
    save(console, tab)
    kept = categories_of(console)["Machine"].value.asks
    assert [(ask.name, ask.kind, ask.choices, ask.needed) for ask in kept] == [
        ("Part number", AskKind.TEXT, (), True),
        ("Container", AskKind.TEXT, (), False),
        ("Lot", AskKind.CHOICE, ("rework", "scrap", "返工"), False),
    ]
    assert "Part number" in tab.model.index(tab.model.row_of("machine"), 5).data(), "it is a red line"


def test_an_ask_keeps_its_id_under_another_name_and_can_be_taken_away(
    console: PeopleConsole, tab: CategoriesTab
) -> None:
    kept = categories_of(console)["Machine"]
    asks = (Ask("part", "Part"), Ask("size", "Size", AskKind.CHOICE, ("1,5 mm", "2 mm")), Ask("gone", "Gone"))
    assert console.do(ChangeCategory(replace(kept.value, asks=asks), kept.version), who=ADMIN) == []
    settle(console)
    rows = tab.card.asks.control.rows
    rows[0].called.setText("Drawing")
    rows[2].remove.click()
    save(console, tab)
    assert categories_of(console)["Machine"].value.asks == (Ask("part", "Drawing"), asks[1])


def test_a_category_is_copied_for_an_area(console: PeopleConsole, tab: CategoriesTab, qtbot: QtBot) -> None:
    qtbot.mouseClick(tab.copy, Qt.MouseButton.LeftButton)
    area = tab.card.area.control
    assert area.hasFocus()
    area.setCurrentIndex(area.findData("assembly"))
    save(console, tab)
    kept = categories_of(console)
    copy, original = kept["Machine/assembly"].value, kept["Machine"].value
    assert copy.id != original.id
    assert (copy.ladder, copy.causes, copy.owner) == (original.ladder, original.causes, original.owner)
    assert tab.card.category == copy.id, "what was added is chosen"


def test_a_new_category_begins_empty_and_is_there_at_once(console: PeopleConsole, tab: CategoriesTab) -> None:
    tab.begin()
    assert tab.card.called.control.hasFocus()
    assert (tab.card.ladder.control.rows, tab.card.active.isVisible()) == ([], False)
    tab.card.called.control.setText("Cleaning")
    save(console, tab)
    assert tab.model.row_of(categories_of(console)["Cleaning"].value.id) >= 0


def test_by_keyboard_alone_a_category_gets_another_name(
    console: PeopleConsole, tab: CategoriesTab, qtbot: QtBot
) -> None:
    tab.focus_filter()
    qtbot.keyClick(tab.grid, K.Key_Home)
    tab.grid.selectRow(tab.model.row_of("help"))
    qtbot.keyClick(tab.grid, K.Key_Return)
    name = tab.card.called.control
    assert name.hasFocus()
    name.selectAll()
    qtbot.keyClicks(name, "Come here")
    qtbot.keyClick(name, K.Key_Return)
    settle(console)
    assert categories_of(console)["Come here"].value.id == "help"
    assert tab.grid.hasFocus()


def test_who_is_in_charge_of_an_area_changes_only_what_belongs_to_it(
    console: PeopleConsole, tab: CategoriesTab
) -> None:
    console.sign_in(SUPERVISOR)
    settle(console)
    assert not tab.card.save.isEnabled()
    assert tab.card.save.toolTip()
    tab.begin_copy()
    assert not tab.card.save.isEnabled()
    tab.card.area.control.setCurrentIndex(tab.card.area.control.findData("assembly"))
    assert tab.card.save.isEnabled()


def test_what_somebody_else_saved_meanwhile_is_not_overwritten(console: PeopleConsole, tab: CategoriesTab) -> None:
    kept = categories_of(console)["Machine"]
    tab.card.called.control.setText("Mine")
    console.office.do(ChangeCategory(replace(kept.value, order=7), kept.version), who=ADMIN)
    save(console, tab)  # given before anybody has read what was saved
    assert "Mine" not in categories_of(console)
    settle(console)
    assert tab.card.called.control.text() == "Machine"
    assert "Somebody else changed it meanwhile" in tab.card.said.text


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_everything_has_a_name(tab: CategoriesTab, code: str) -> None:
    languages.use(code)
    found = nameless(tab)
    languages.use("en")
    assert found == []
