"""Rules of the briefing's page: what it tells, who is ticked how, and that a held one is not changed any more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox

from console.app.briefings import ahead
from console.app.console import Console
from console.app.queries.handovers import briefing
from console.domain.commands.actions import WriteArticle
from console.domain.commands.andon import RaiseCall
from console.domain.commands.handovers import (
    AddHandoverItem,
    AnswerHandoverItem,
    HandOver,
    PrepareHandover,
    TakeOver,
    WriteHandover,
)
from console.domain.commands.orders import AddOrder, MoveOrder
from console.domain.commands.products import SetProduct
from console.domain.commands.safety import ReportSafety
from console.domain.crews import Briefing
from console.domain.handover_moves import content_hash
from console.domain.handovers import Handover, Reply, Risk, handover_id
from console.domain.ids import new_id
from console.domain.orders import order_id
from console.domain.products import Product
from console.domain.safety import Happened
from console.domain.shifts import Calendar
from tests.widgets.crew_parts import LATE, NOW, PIN, crewed, do, kept, shifts_made, wait, who
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.shell_parts import dressed
from widgets.briefing.blocks import KEYS
from widgets.briefing.page import BriefingPage
from widgets.languages import CODES, languages

pytestmark = pytest.mark.usefixtures("qapp")

AT = datetime.fromtimestamp(NOW, UTC)


@pytest.fixture(scope="module")
def console(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    made = crewed(tmp_path_factory.mktemp("console"))
    shifts_made(made, 2)
    commands = [
        ReportSafety(new_id(), Happened.LOST_TIME, "L1", "Cut finger", AT - timedelta(days=9), hurt=1),
        RaiseCall("L1/10", "machine", "Wire feed jams", raised=AT - timedelta(minutes=12), call=new_id()),
        WriteArticle(new_id(), "L1", "Clean the nozzle first", "It helps"),
        SetProduct(Product("A-100", "Housing")),
        AddOrder("WO-1", "A-100", 100, "L1"),
        AddOrder("WO-2", "A-100", 100, "L1"),
        MoveOrder(order_id("WO-1"), "L1", "planned", "released"),
        MoveOrder(order_id("WO-1"), "L1", "released", "running"),
        MoveOrder(order_id("WO-2"), "L1", "planned", "released"),
    ]
    for command in commands:
        assert do(made, command) is None, command
    sealed(made)
    yield made
    made.close()


def sealed(console: Console) -> None:
    """The handover of yesterday's late shift: one item accepted with words, one disputed."""
    begins = datetime(2026, 11, 19, 14, tzinfo=UTC)
    ends = begins + timedelta(hours=8)
    id = handover_id("L1", ends)
    about = (id, "L1")

    def hash() -> str:
        return content_hash(kept(console, lambda desk: desk.need(Handover, id)))

    assert do(console, PrepareHandover("L1", begins.date(), "Late", begins, ends, "Early", (), (), 0)) is None
    assert do(console, WriteHandover(*about, "Press 2 pulls to the left", "")) is None
    assert do(console, AddHandoverItem(*about, "i1", "L1", "Guard door sticks", risk=Risk.HIGH)) is None
    assert do(console, AddHandoverItem(*about, "i2", "L1", "Forgotten box")) is None
    assert do(console, HandOver(*about, hash())) is None
    late = who("Late lead")
    assert do(console, AnswerHandoverItem(*about, "i1", Reply.ACCEPTED, "Maintenance comes at ten"), late) is None
    assert do(console, AnswerHandoverItem(*about, "i2", Reply.DISPUTED, "Nobody saw it"), late) is None
    assert do(console, TakeOver(*about, hash()), late) is None


@pytest.fixture(scope="module")
def page(console: Console) -> Iterator[BriefingPage]:
    dressed()
    made = BriefingPage(console)
    made.resize(1600, 950)
    made.show()
    made.show_subject("L1")
    wait(console, lambda: made._sheet is not None)
    yield made
    made.close()
    made.deleteLater()
    QApplication.processEvents()


@pytest.fixture(autouse=True)
def begin(page: BriefingPage) -> None:
    dressed()
    page.turn("briefing")


def told(page: BriefingPage, key: str) -> str:
    """The words of a part."""
    return "\n".join(line.words for line in page.sheet.blocks[key].lines)


def there(console: Console, page: BriefingPage) -> Briefing | None:
    assert page.chosen is not None
    return kept(console, briefing(page.chosen.id))


def fresh(console: Console, page: BriefingPage) -> None:
    """Read everything anew."""
    before = page._sheet
    page.read()
    wait(console, lambda: page._sheet is not before)


# What it tells


def test_the_shift_that_comes_is_offered_first_until_it_has_begun_for_half_an_hour(console: Console) -> None:
    calendar = console.floor.line_hearings["L1"].calendar
    assert [one.name for one in ahead(calendar, "L1", NOW)] == ["Late", "Early"]
    assert [one.name for one in ahead(calendar, "L1", NOW + 40 * 60)] == ["Late", "Early"]  # 14:20
    assert [one.name for one in ahead(calendar, "L1", NOW + 55 * 60)] == ["Early", "Late"]  # 14:35
    assert ahead(Calendar("", "UTC"), "L1", NOW)  # a plant without shifts has whole days


def test_safety_comes_first_with_the_days_since(page: BriefingPage) -> None:
    assert "9 days without a lost-time accident" in told(page, "safety")
    assert "Cut finger" in told(page, "safety")  # it was reported since the last briefing
    assert len(page.sheet.cross.days) == 30


def test_yesterday_is_told_against_its_plan_and_what_is_not_known_is_said_so(page: BriefingPage) -> None:
    words = told(page, "last")
    assert "800 good of 960 planned" in words  # both shifts of yesterday, 480 planned minutes each at a takt of 60 s
    assert "What was made is not known here." in words  # nobody counted in the early shift of today


def test_open_calls_and_the_plan_are_told(page: BriefingPage) -> None:
    assert "Wire feed jams" in told(page, "calls")
    assert "Running: L1 · WO-1" in told(page, "orders")
    assert "Next: L1 · WO-2" in told(page, "orders")


def test_what_was_accepted_at_the_last_handover_is_told_and_what_was_disputed_is_not(page: BriefingPage) -> None:
    words = told(page, "handover")
    assert "Press 2 pulls to the left" in words
    assert "Guard door sticks — Maintenance comes at ten" in words
    assert "Forgotten box" not in words


def test_who_is_where_and_what_nobody_may_do_alone(page: BriefingPage) -> None:
    words = told(page, "people")
    assert "10 Weld: Late one (Operator), Late two (Operator)" in words
    assert "Housing: Late lead (Team leader)" in words
    assert "Nobody here may do Press alone. Could cover: Early one, Spare" in words


def test_what_was_written_is_new_and_what_is_shipped_is_not(page: BriefingPage) -> None:
    assert "Clean the nozzle first" in told(page, "changes")
    assert "checklist" not in told(page, "changes")


# Attendance


def test_people_are_ticked_by_click_and_by_keyboard(console: Console, page: BriefingPage) -> None:
    assert sorted(page.attendance.ticks) == sorted(who(name) for name in LATE)
    QTest.keyClick(page.attendance.ticks[who("Late lead")], Qt.Key.Key_Space)
    wait(console, lambda: who("Late lead") in page.attendance.there)
    page.attendance.ticks[who("Late two")].click()
    wait(console, lambda: who("Late two") in page.attendance.there)
    page.attendance.ticks[who("Late two")].click()
    wait(console, lambda: who("Late two") not in page.attendance.there)
    assert page.attendance.count_words() == "1 of 3 are here"


def test_a_scanned_badge_ticks_only_when_that_is_asked_for(console: Console, page: BriefingPage) -> None:
    page.attendance.scan.setChecked(False)
    assert not page.scanned("77123456")  # it signs in, as everywhere
    page.attendance.scan.setChecked(True)
    assert page.scanned("77123456")
    wait(console, lambda: who("Late one") in page.attendance.there)
    assert page.scanned("99999999")
    wait(console, lambda: "badge" in page.attendance.said.text.casefold())
    page.attendance.scan.setChecked(False)


def test_somebody_who_is_not_on_the_roster_is_added_and_told_apart(console: Console, page: BriefingPage) -> None:
    page.attendance.more.setCurrentIndex(page.attendance.more.findData(who("Spare")))
    page.attendance.join.click()
    wait(console, lambda: who("Spare") in page.attendance.ticks)
    assert page.attendance.ticks[who("Spare")].accessibleName() == "Spare (not on the roster)"
    assert page.attendance.count_words().endswith("and 1 more")


def test_who_may_not_hold_it_reads_why_and_ticks_nobody(console: Console, page: BriefingPage) -> None:
    admin = console.session.person
    assert admin is not None
    console.session.sign_in_badge("77123456")
    wait(console, lambda: console.session.person is not None and console.session.person.id == who("Late one"))
    assert not page.attendance.hold.isEnabled()
    assert "Late one" in page.attendance.hold.toolTip()
    page.attendance.scan.setChecked(True)
    assert not page.scanned("77123456")
    page.attendance.scan.setChecked(False)
    console.session.sign_in(admin.id, PIN)
    wait(console, lambda: console.session.person is not None and console.session.person.id == admin.id)


def test_words_that_are_typed_stay_while_another_place_is_looked_at(console: Console, page: BriefingPage) -> None:
    page.attendance.note.control.setPlainText("Keep the aisle free")
    page.show_subject("L2")
    wait(console, lambda: page.attendance.shown == (page.chosen.id if page.chosen else "") and page._sheet is not None)
    wait(console, lambda: page._sheet.shift.place == "L2")
    assert page.attendance.points == ""
    page.show_subject("L1")
    wait(console, lambda: page._sheet.shift.place == "L1")
    assert page.attendance.points == "Keep the aisle free"


def test_it_is_presented_in_large_type_and_esc_ends_that(console: Console, page: BriefingPage) -> None:
    page.begin_presenting()
    shown = page.presented
    assert shown is not None
    assert [block.lines for block in shown.sheet.blocks.values()] == [page.sheet.blocks[key].lines for key in KEYS]
    assert shown.note.text() == "Keep the aisle free"
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert page.presented is None


def asked_back(role: QMessageBox.ButtonRole) -> None:
    asked = QApplication.activeModalWidget()
    assert isinstance(asked, QMessageBox)
    assert "Nothing is changed afterwards" in asked.text()
    next(one for one in asked.buttons() if asked.buttonRole(one) is role).click()


def test_a_held_briefing_is_kept_with_its_words_and_not_changed_any_more(console: Console, page: BriefingPage) -> None:
    for answer in (QMessageBox.ButtonRole.RejectRole, QMessageBox.ButtonRole.AcceptRole):
        assert not page.attendance.over  # one click alone keeps nothing for ever
        QTimer.singleShot(0, lambda role=answer: asked_back(role))
        page.attendance.hold.click()
    wait(console, lambda: page.attendance.over)
    now = there(console, page)
    assert now is not None
    assert (now.note, now.held_by) == ("Keep the aisle free", console.session.person.id)
    assert page.attendance.hold.isHidden()
    QTest.mouseClick(page.attendance.ticks[who("Late two")], Qt.MouseButton.LeftButton)
    assert not page.attendance.ticks[who("Late two")].isChecked()

    assert page.chosen is not None
    late = do(console, page.chosen.attend(who("Late two"), True))
    assert late is not None
    assert late.code == "briefing_held"
    assert there(console, page) == now
    page.attendance.tick(who("Late two"), True)
    assert there(console, page) == now


def test_past_briefings_tell_the_share_that_was_there_and_who_was_not(console: Console, page: BriefingPage) -> None:
    fresh(console, page)
    page.turn("past")
    (line,) = page.past.model.lines
    assert line.cells[4] == "2 of 3 · 67 %"
    assert line.cells[5] == "Late two"
    assert line.tones[4] == "warning"
    assert "Keep the aisle free" in page.past.note.text()


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("size", [(1600, 950), (760, 560)])
def test_no_word_is_cut_and_everything_has_a_name(page: BriefingPage, code: str, size: tuple[int, int]) -> None:
    languages.use(code)
    page.resize(*size)
    for tab in page.tabs:
        page.turn(tab)
        for _ in range(4):  # rows that are made anew are laid out in the next turns of the loop
            QApplication.processEvents()
        assert clipped(page) == []
        assert nameless(page) == []
    languages.use("en")
    page.resize(1600, 950)
