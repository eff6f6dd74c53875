"""Rules of the safety screen: a report in a few strokes, the cross, days without an accident, change, cause and end."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app.console import Console
from console.app.demopeople import seed_demo_people
from console.app.furnishing import furnish
from console.app.queries.andon import call_file
from console.app.settings import load_settings
from console.demo.people import DEMO_PIN
from console.domain.actions import Action
from console.domain.attachments import Attachment
from console.domain.commands import CONSOLE, Command
from console.domain.commands.safety import ChangeSafety, ReportSafety
from console.domain.errors import Refusal
from console.domain.people import Role
from console.domain.safety import Colour, Happened, SafetyEvent
from console.domain.stations import StationState
from console.telemetry.plantfile import load_plant
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.shell_parts import dressed
from tests.widgets.test_products_page import PLANT
from widgets.actions.followup import FollowUp
from widgets.calls.raising import Raising
from widgets.languages import CODES, languages
from widgets.people.signing import Signing
from widgets.safety.closing import ClosingForm
from widgets.safety.form import SafetyForm
from widgets.safety.page import SafetyPage
from widgets.safety.reporting import Reporting
from widgets.safety.words import past_typed
from widgets.shell.memory import Memory
from widgets.shell.pages import Page
from widgets.shell.window import MainWindow

pytestmark = pytest.mark.usefixtures("qapp")

NOW = datetime(2026, 11, 21, 11, 42, tzinfo=UTC)


@pytest.fixture(scope="module")
def console(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    """Two lines, the demo's people, an administrator who is here; reports of the last weeks."""
    folder = tmp_path_factory.mktemp("console")
    (folder / "plant.toml").write_text(PLANT, encoding="utf-8")
    made = Console(folder, load_plant(folder / "plant.toml"), now=NOW.timestamp)
    furnish(made, load_settings(folder, None, {}, {"safety.since": "2026-09-01"}), shares=False)
    made.start_records()
    seed_demo_people(made.office, made.floor.plant, NOW.date())
    wait(made, lambda: made.session.rights.people)
    sign_in(made, Role.ADMINISTRATOR)
    for days, what, place in (
        (2, Happened.HAZARD, "L1/10"),
        (5, Happened.NEAR_MISS, "L2"),
        (9, Happened.FIRST_AID, "L1"),
        (40, Happened.ENVIRONMENT, "L2/10"),
    ):
        do(made, ReportSafety(f"e{days}", what, place, f"Seen {days} days ago", NOW - timedelta(days=days)))
    yield made
    made.close()


@pytest.fixture(scope="module")
def window(console: Console, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    dressed()
    pages = [Page("safety", lambda: "Safety", "shield", lambda: SafetyPage(console))]
    made = MainWindow(console, pages, None, Memory(tmp_path_factory.mktemp("memory")))
    Signing(console, made)
    Reporting(console, made, Raising(console, made))
    made.resize(1600, 950)
    made.show()
    made.open("safety", "")
    wait(console, lambda: made.widget("safety").model.rows)
    yield made
    made.close()
    made.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def page(window: MainWindow, console: Console) -> SafetyPage:
    languages.use("en")
    made = window.widget("safety")
    made.search.clear()
    made._limit(None)
    made.where.setCurrentIndex(0)
    made.state.setCurrentIndex(0)
    made.read()
    settle(console)
    return made


@pytest.fixture
def reporting(window: MainWindow) -> Iterator[Reporting]:
    found = window.findChild(Reporting)
    yield found
    if found.form is not None:
        found.form.reject()


def wait(console: Console, true: Callable[[], object]) -> None:
    end = time.monotonic() + 20
    while not true() and time.monotonic() < end:
        console.tick()
        QApplication.processEvents()
        time.sleep(0.002)
    assert true()


def settle(console: Console) -> None:
    for _ in range(3):
        done: list[int] = []
        console.office.hand(lambda done=done: done.append(1))
        wait(console, lambda done=done: done)
        console.tick()
        QApplication.processEvents()


def do(console: Console, command: Command, who: str | None = None) -> None:
    box: list[Any] = []
    console.office.do(command, box.append, box.append, who=who)
    wait(console, lambda: box)
    assert not isinstance(box[0], Refusal), (box[0].code, box[0].facts)


def ask(console: Console, query: Callable[..., Any]) -> Any:
    box: list[Any] = []
    console.office.ask(query, box.append)
    wait(console, lambda: box)
    return box[0]


def sign_in(console: Console, role: Role) -> str:
    who = next(one.id for one in console.session.rights.people.values() if role in one.roles)
    console.session.sign_in(who, DEMO_PIN)
    wait(console, lambda: console.session.person is not None and console.session.person.id == who)
    return who


def event(console: Console, id: str) -> SafetyEvent:
    return ask(console, lambda desk: desk.get(SafetyEvent, id))


def opened(reporting: Reporting) -> SafetyForm:
    reporting.open()
    assert reporting.form is not None
    return reporting.form


def test_f4_a_number_a_place_and_a_few_words_are_a_report(
    console: Console, window: MainWindow, page: SafetyPage, reporting: Reporting
) -> None:
    QTest.keyClick(window, Qt.Key.Key_F4)
    form = reporting.form
    assert form is not None
    QTest.keyClick(form.kinds.control.tiles[0], "2")
    assert form.kinds.control.what is Happened.NEAR_MISS
    form.where.control.setCurrentIndex(form.where.control.findData("L1/10"))
    QTest.keyClicks(form.text.control, "Pallet tipped")
    QTest.keyClick(form.text.control, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    made = form.made
    wait(console, lambda: reporting.form is None)
    kept = event(console, made)
    assert (kept.what, kept.place, kept.text, kept.at) == (Happened.NEAR_MISS, "L1/10", "Pallet tipped", NOW)
    assert console.session.person is not None
    assert kept.reporter == console.session.person.id
    wait(console, lambda: page.model.row_of(made) >= 0)


def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(reporting: Reporting) -> None:
    form = opened(reporting)
    form.where.control.setCurrentIndex(0)
    form.submit()
    assert form.kinds.refusal.text
    form.kinds.control.choose(Happened.FIRST_AID)
    form.submit()
    assert form.where.refusal.text
    form.where.control.setCurrentIndex(1)
    form.submit()
    assert form.text.refusal.text
    form.text.control.setPlainText("Cut")
    form.at.control.setText("tomorrow")
    form.hurt.control.setText("some")
    form.submit()
    assert form.at.refusal.text
    form.at.control.setText("2026-11-30 10:00")
    form.hurt.control.setText("")
    form.submit()
    wait(form._console, lambda: form.at.refusal.text)  # the domain takes no time that is still to come
    assert form.text.control.toPlainText() == "Cut"


def lines_about(console: Console, id: str) -> list[str]:
    """Every row of every table of the records that has to do with a record."""
    with closing(sqlite3.connect(console.office.path)) as db:
        tables = [name for (name,) in db.execute("select name from sqlite_master where type = 'table'")]
        rows = [f"{name}: {row}" for name in tables for row in db.execute(f'select * from "{name}"')]
        ids = {id, *(row[0] for row in db.execute("select id from trail where payload like ?", (f"%{id}%",)))}
    return [row for row in rows if any(one in row for one in ids)]


def test_a_report_without_a_name_has_its_picture_and_names_nobody(
    console: Console, reporting: Reporting, tmp_path: Path
) -> None:
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGray)
    assert picture.save(str(tmp_path / "qi zhang oil.png"))
    form = opened(reporting)
    assert form.unnamed_words.isHidden()
    form.unnamed.setChecked(True)
    assert "trail" in form.unnamed_words.text()
    form.kinds.control.choose(Happened.HAZARD)
    form.where.control.setCurrentIndex(form.where.control.findData("L2"))
    form.text.control.setPlainText("Oil below the press")
    form.pictures.add([(tmp_path / "qi zhang oil.png", "")])
    made = form.made
    form.submit()
    wait(console, lambda: ask(console, lambda desk: desk.find(Attachment, record=made)))
    (attached,) = ask(console, lambda desk: desk.find(Attachment, record=made))
    assert (event(console, made).reporter, attached.by, attached.name) == ("", CONSOLE, "Picture 1")
    assert console.session.person is not None
    about = lines_about(console, made)
    assert len(about) >= 4  # the report and its picture, in the trail and on their way to be shared
    assert not [line for line in about if console.session.person.id in line or "qi zhang" in line]


def test_f2_offers_to_report_instead_and_keeps_what_was_typed(
    console: Console, window: MainWindow, reporting: Reporting
) -> None:
    raising = window.findChild(Raising)
    wait(console, lambda: raising.known.there)
    raising.open("L2")
    raising.panel.text.control.setText("Oil on the floor")
    raising.panel.report.click()
    assert reporting.form is not None
    assert reporting.form.text.control.toPlainText() == "Oil on the floor"
    assert reporting.form.where.control.currentData() == "L2"


def test_the_cross_shows_each_day_by_its_worst_and_leads_to_its_reports(console: Console, page: SafetyPage) -> None:
    colours = dict(page.figures.cross.days)
    assert colours[date(2026, 11, 12)] is Colour.HURT
    assert colours[date(2026, 11, 19)] is Colour.NOTED
    assert colours[date(2026, 11, 18)] is Colour.NONE
    assert colours[date(2026, 11, 22)] is Colour.AHEAD
    boxes = [page.figures.cross.cell(at) for at in range(30)]
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])

    point = page.figures.cross.cell(11).center().toPoint()  # the twelfth
    QTest.mouseClick(page.figures.cross, Qt.MouseButton.LeftButton, pos=QPoint(point))
    assert [one.event.id for one in page.model.rows] == ["e9"]
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert len(page.model.rows) >= 4


def test_the_cross_goes_by_keyboard_from_day_to_day_and_month_to_month(console: Console, page: SafetyPage) -> None:
    cross = page.figures.cross
    cross.setFocus()
    QTest.keyClick(cross, Qt.Key.Key_Home)
    QTest.keyClick(cross, Qt.Key.Key_PageUp)
    assert page.figures.month == date(2026, 10, 1)
    settle(console)
    for _ in range(11):
        QTest.keyClick(cross, Qt.Key.Key_Right)
    QTest.keyClick(cross, Qt.Key.Key_Return)
    assert [one.event.id for one in page.model.rows] == ["e40"]
    QTest.keyClick(cross, Qt.Key.Key_PageDown)
    QTest.keyClick(cross, Qt.Key.Key_PageDown)  # what has not begun is not shown
    assert page.figures.month == date(2026, 11, 1)


def test_days_are_counted_since_the_last_accident_or_since_counting_began(console: Console, page: SafetyPage) -> None:
    assert page.figures.lost.number.text() == "81"  # since 2026-09-01, as the settings say
    assert page.figures.hurt.number.text() == "9"
    page.where.setCurrentIndex(page.where.findData("L2"))
    assert page.figures.hurt.number.text() == "81"  # nobody was hurt there
    page.where.setCurrentIndex(0)


def test_a_number_of_the_month_leads_to_its_reports_and_a_search_finds_words(
    console: Console, page: SafetyPage
) -> None:
    page.figures.counts[Happened.FIRST_AID].click()
    assert [one.event.id for one in page.model.rows] == ["e9"]
    page.only.click()
    page.search.setText("days 5 miss")
    assert [one.event.id for one in page.model.rows] == ["e5"]


def test_a_subject_is_shown_even_where_the_filters_leave_it_out(console: Console, page: SafetyPage) -> None:
    page.search.setText("nothing like this")
    page.show_subject("e40")
    wait(console, lambda: page.card.id == "e40" and page.card.file is not None)


def test_a_change_made_elsewhere_meanwhile_is_said_before_it_is_written_over(
    console: Console, page: SafetyPage
) -> None:
    page.show_subject("e5")
    wait(console, lambda: page.card.file is not None and page.card.file.shown.event.id == "e5")
    page.change()
    form = page.form
    assert isinstance(form, SafetyForm)
    was = event(console, "e5")
    do(console, ChangeSafety("e5", was.what, was.place, "Told by somebody else", was.at))
    form.cause.control.setPlainText("Worn clip")
    form.submit()
    wait(console, lambda: "what happened" in form.said.text)
    form.submit()
    wait(console, lambda: event(console, "e5").cause == "Worn clip")
    assert event(console, "e5").at == was.at


def test_a_report_is_closed_with_its_cause_and_not_without(console: Console, page: SafetyPage) -> None:
    page.show_subject("e9")
    wait(console, lambda: page.card.file is not None and page.card.file.shown.event.id == "e9")
    page.close_report()
    form = page.form
    assert isinstance(form, ClosingForm)
    form.submit()
    assert form.cause.refusal.text
    form.cause.control.setPlainText("Gloves of a weaker class")
    was = event(console, "e9")
    theirs = (was.id, was.what, was.place, "Cut at the shear", was.at, was.serious, was.hurt, was.lost_days)
    do(console, ChangeSafety(*theirs, was.done_at_once, "not known"))  # at another console, while it is typed
    form.submit()
    wait(console, lambda: form.said.text)
    assert form.said.text.startswith("Somebody else changed it meanwhile")
    form.submit()
    wait(console, lambda: event(console, "e9").closed is not None)
    kept = event(console, "e9")
    assert (kept.text, kept.cause) == ("Cut at the shear", "Gloves of a weaker class")
    wait(console, lambda: page.card.close_button.isHidden())
    page.state.setCurrentIndex(page.state.findData("open"))
    assert page.model.row_of("e9") < 0


def test_an_action_from_a_report_knows_where_it_came_from(console: Console, page: SafetyPage) -> None:
    page.show_subject("e2")
    wait(console, lambda: page.card.file is not None and page.card.file.shown.event.id == "e2")
    page.card.ask_action()
    page.card.form.fields["title"].control.setText("New seal")
    page.card.form.submit()
    wait(console, lambda: page.card.file is not None and page.card.file.actions)
    (action,) = ask(console, lambda desk: desk.find(Action, source="safety_event"))
    assert (action.title, action.record, action.place) == ("New seal", "e2", "L1/10")


def test_a_serious_report_leads_to_its_call_and_the_call_to_it(
    console: Console, page: SafetyPage, window: MainWindow
) -> None:
    do(console, ReportSafety("grave", Happened.HAZARD, "L2/10", "Fence open", NOW, True))
    wait(console, lambda: any(one.call.about == "safety:grave" for one in console.calls.open))
    page.show_subject("grave")
    wait(console, lambda: page.card.file is not None and page.card.file.call is not None)
    heard: list[tuple[str, str]] = []
    page.card.open_requested.connect(lambda *told: heard.append(told))
    page.card.call.click()
    call = page.card.file.call.id
    follow = FollowUp(console)
    follow.open_requested.connect(lambda *told: heard.append(told))
    follow.show_call(ask(console, call_file(call)))
    follow.safety_button.click()
    assert heard == [("calls", call), ("safety", "grave")]
    follow.deleteLater()


def test_who_may_not_change_is_told_why(console: Console, page: SafetyPage) -> None:
    page.show_subject("e2")
    wait(console, lambda: page.card.file is not None)
    sign_in(console, Role.PLANNER)
    try:
        wait(console, lambda: not page.card.change.isEnabled())
        assert page.card.change.toolTip()
        assert page.new_button.isEnabled()
    finally:
        sign_in(console, Role.ADMINISTRATOR)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "2026-11-21 11:42"),
        ("11:05", "2026-11-21 11:05"),
        ("23:10", "2026-11-20 23:10"),
        ("-1 14:00", "2026-11-20 14:00"),
        ("2026-11-02 06:30", "2026-11-02 06:30"),
        ("11-02 06:30", "2026-11-02 06:30"),
        ("noon", ""),
        ("25:00", ""),
    ],
)
def test_a_time_that_has_been_is_typed_shortly(typed: str, said: str) -> None:
    found = past_typed(typed, NOW.timestamp(), UTC)
    assert (found.strftime("%Y-%m-%d %H:%M") if found is not None else "") == said


def test_the_last_14_05_is_yesterdays_by_the_clock_on_the_wall_also_when_clocks_were_put_on() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    now = datetime(2026, 3, 29, 10, 0, tzinfo=berlin)  # clocks were put on at 02:00
    found = past_typed("14:05", now.timestamp(), berlin)
    assert found is not None
    assert found.astimezone(berlin).strftime("%m-%d %H:%M") == "03-28 14:05"


@pytest.mark.parametrize("code", CODES)
def test_every_word_is_whole_and_every_control_has_a_name(console: Console, page: SafetyPage, code: str) -> None:
    languages.use(code)
    page.show_subject("e2")
    for size in ((1600, 950), (888, 520)):
        page.resize(*size)
        settle(console)
        assert nameless(page) == []
        assert clipped(page) == []
    shown = page.card.file.shown
    forms = (SafetyForm(console, page), SafetyForm(console, page, shown), ClosingForm(console, page, shown))
    for form in forms:
        if isinstance(form, SafetyForm):
            form.kinds.control.choose(Happened.LOST_TIME)
            form.unnamed.setChecked(True)
        form.show()
        QApplication.processEvents()
        assert nameless(form) == []
        assert clipped(form) == []
        form.close()
        form.deleteLater()
    page.window().resize(1600, 950)


def test_neither_a_station_that_stands_nor_a_digit_elsewhere_fills_the_form(
    console: Console, page: SafetyPage, reporting: Reporting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "raising_place", lambda: "", raising=False)  # nothing is chosen there
    monkeypatch.setattr(reporting._raising._window, "subject", "", raising=False)
    id, live = next(iter(console.floor.stations.items()))
    before, live.state = live.state, StationState.STOPPED
    try:
        assert reporting._raising.place() == id  # a call would be about it
        form = opened(reporting)
    finally:
        live.state = before
    assert not form.where.control.currentData()
    what = form.kinds.control.what
    form.serious.setFocus()
    QTest.keyClick(form.serious, Qt.Key.Key_5)
    assert form.kinds.control.what is what
    form.kinds.control.setFocus()
    QTest.keyClick(form.kinds.control, Qt.Key.Key_5)
    assert form.kinds.control.what is Happened.LOST_TIME
    form.reject()
    wait(console, lambda: reporting.form is None)
