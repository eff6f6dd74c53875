"""Planned rounds on screen: made, previewed, begun and decided by keyboard; how they stand, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app.queries.fairness import fairness
from console.app.queries.rounds import plans
from console.domain.audit_plans import AuditPlan, Decided, Decision, Rhythm, Stand
from console.domain.checklists import Run
from console.domain.commands.audits import SetAuditPlan
from console.domain.commands.checklists import AnswerItem, BeginRun, SignRun
from console.domain.events import RoundsDue
from console.domain.people import Role
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.rounded_parts import NOW, Rounded
from tests.widgets.shell_parts import dressed
from widgets.auditplans.deciding import DecideDialog
from widgets.auditplans.form import PlanForm, minutes_typed
from widgets.auditplans.many import ID
from widgets.auditplans.page import AuditPlansPage
from widgets.auditplans.preview import next_rounds
from widgets.auditplans.words import turn_words
from widgets.languages import CODES, languages
from widgets.rounds.notes import RoundNotes

pytestmark = pytest.mark.usefixtures("qapp")
K = Qt.Key
T = datetime.fromtimestamp(NOW, UTC)
WEEKLY = AuditPlan("w", "Weekly 5S", "t", ("L1", "L2"), (), date(2026, 11, 1), "UTC", weekday=5, by=600, grace=24)
DAILY = AuditPlan(
    "d", "Data sampling", "t", ("L1/10", "L1/20", "L2/10"), (), date(2026, 11, 18), "UTC", Rhythm.DAY, by=780, sample=1
)


@pytest.fixture(scope="module")
def floor(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rounded]:
    dressed()
    made = Rounded(tmp_path_factory.mktemp("console"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def page(floor: Rounded) -> Iterator[AuditPlansPage]:
    made = AuditPlansPage(floor.console)
    made.resize(1400, 860)
    made.show()
    floor.beat(5)
    yield made
    made.close()
    made.deleteLater()
    QApplication.processEvents()


@pytest.fixture(autouse=True)
def begin(floor: Rounded) -> Iterator[None]:
    dressed()
    floor.clock.at = NOW
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, PlanForm | DecideDialog):
            widget.close()
    floor.sign_in(Role.ADMINISTRATOR)


def planned(floor: Rounded, page: AuditPlansPage) -> None:
    """Both plans are there."""
    known = {kept.value.id for kept in floor.ask(plans)}
    for plan in (WEEKLY, DAILY):
        if plan.id not in known:
            floor.do(SetAuditPlan(plan))
    floor.until(lambda: {"w", "d"} <= {plan.id for plan in floor.rounds.told.plans})
    floor.until(lambda: len(page.plans.rows.rows) >= 2 and page.rounds.rows.rows)


def key(page: AuditPlansPage, *keys: Qt.Key) -> None:
    """Where the keyboard is in real life: in the list of rounds."""
    for one in keys:
        QTest.keyClick(page.rounds.grid, one)


def form_of(page: AuditPlansPage) -> PlanForm:
    return next(one for one in page.findChildren(PlanForm) if one.isVisible())


def deciding(page: AuditPlansPage) -> DecideDialog:
    return next(one for one in page.findChildren(DecideDialog) if one.isVisible())


def choose(floor: Rounded, page: AuditPlansPage, plan: str, day: int, place: str = "") -> str:
    """Choose the round of a day of November; its id."""
    found = next(
        one.round.id
        for one in floor.rounds.standings
        if one.round.plan == plan and one.round.due.day == day and place in ("", one.round.place)
    )
    page.show_subject(found)
    floor.beat()
    return found


def stand(floor: Rounded, id: str) -> Stand:
    return next(one.stand for one in floor.rounds.standings if one.round.id == id)


# The empty page, and the editor


def test_an_empty_page_says_how_to_begin(floor: Rounded, page: AuditPlansPage) -> None:
    assert floor.rounds.told.plans == ()
    assert "N" in page.plans.empty.text()
    assert page.plans.empty.isVisible()
    assert "press N" in page.rounds.empty.text()
    assert not page.rounds.begin_button.isEnabled()
    assert "stands here" in page.fair.share.text()


def test_a_plan_is_made_by_keyboard_and_previewed_while_it_is_typed(floor: Rounded, page: AuditPlansPage) -> None:
    key(page, K.Key_N)
    form = form_of(page)
    assert form.preview.rows.rows == ()
    QTest.keyClicks(form.name.control, "Weekly round")
    form.template.control.setCurrentIndex(form.template.control.findData("t"))
    places = form.places.control
    QTest.keyClicks(places.search, "press")
    shown = [at for at in range(places.list.count()) if not places.list.item(at).isHidden()]
    assert [places.list.item(at).data(ID) for at in shown] == ["L1/20"]
    places.list.setCurrentRow(shown[0])
    QTest.keyClick(places.list, K.Key_Space)
    assert places.chosen == ("L1/20",)
    form.rhythm.control.setCurrentIndex(form.rhythm.control.findData("week"))
    form.weekday.control.setCurrentIndex(form.weekday.control.findData("0"))
    form.look_ahead()
    assert [f"{one.due:%a %d %H:%M}" for one in form.preview.rows.rows[:3]] == [
        "Mon 23 12:00", "Mon 30 12:00", "Mon 07 12:00",
    ]  # fmt: skip
    assert len(form.preview.rows.rows) == 10
    QTest.keyClick(form, K.Key_Return)
    floor.until(lambda: not form.isVisible())
    floor.until(lambda: page.plans.current is not None and page.plans.current.value.name == "Weekly round")
    kept = page.plans.current.value
    assert (kept.places, kept.weekday, kept.by, kept.zone, kept.grace) == (("L1/20",), 0, 720, "UTC", 24)
    floor.do(SetAuditPlan(replace(kept, active=False), 1))


def test_what_cannot_be_is_marked_where_it_was_typed_and_nothing_is_lost(floor: Rounded, page: AuditPlansPage) -> None:
    planned(floor, page)
    page.plans.show_plan("d")
    floor.until(lambda: page.plans.chosen == "d" and page.plans.current)
    key(page, K.Key_E)
    form = form_of(page)
    cases = (
        ("sample", "9", "places"), ("grace", "5000", "720"), ("until", "2026-01-01", "first day"),
        ("by", "25:00", "12:00"), ("since", "some day", "2026"), ("every", "0", "how many"), ("name", "", "name"),
    )  # fmt: skip
    for name, typed, words in cases:
        field = form.fields[name]
        before = field.control.text()
        field.control.setText(typed)
        form.submit()
        assert words in field.refusal.text, name
        assert form.isVisible()
        assert field.control.text() == typed
        field.control.setText(before)
    form.submit()
    floor.until(lambda: not form.isVisible())


def test_a_plan_that_another_changed_meanwhile_says_what_and_takes_the_second_save(
    floor: Rounded, page: AuditPlansPage
) -> None:
    planned(floor, page)
    page.plans.show_plan("d")
    floor.until(lambda: page.plans.current is not None and page.plans.current.value.id == "d")
    key(page, K.Key_E)
    form = form_of(page)
    kept = page.plans.current
    floor.do(SetAuditPlan(replace(kept.value, grace=3), kept.version))
    form.name.control.setText("Data sampling 2")
    form.submit()
    floor.until(lambda: form.said.text)
    assert "Grace" in form.said.text
    form.submit()
    floor.until(lambda: not form.isVisible())
    floor.until(lambda: page.plans.current is not None and page.plans.current.value.name == "Data sampling 2")
    again = page.plans.current
    ended = next(one for one in floor.ask(plans) if one.value.id == "d")
    floor.do(SetAuditPlan(replace(again.value, active=False), again.version))
    floor.do(SetAuditPlan(DAILY, ended.version))


def test_a_change_holds_for_what_is_to_come_and_the_plan_goes_on_with_its_misses(
    floor: Rounded, page: AuditPlansPage
) -> None:
    planned(floor, page)
    floor.do(SetAuditPlan(replace(WEEKLY, id="c", name="Changing")))
    page.plans.show_plan("c")
    floor.until(lambda: page.plans.current is not None and page.plans.current.value.id == "c")
    floor.until(lambda: any(one.round.plan == "c" for one in floor.rounds.standings))
    before = [one for one in floor.rounds.standings if one.round.plan == "c" and one.due <= T]
    assert len(before) == 6  # three Saturdays
    key(page, K.Key_E)
    form = form_of(page)
    form.weekday.control.setCurrentIndex(form.weekday.control.findData("2"))
    form.look_ahead()
    previewed = [one.id for one in form.preview.rows.rows]
    form.submit()
    floor.until(lambda: not form.isVisible())
    floor.until(lambda: page.plans.current is not None and page.plans.current.value.id == form.made != "c")
    kept = page.plans.current.value
    floor.until(lambda: any(one.round.plan == kept.id for one in floor.rounds.standings))
    assert [one for one in floor.rounds.standings if one.round.plan == "c"] == before
    coming = [one.round for one in floor.rounds.standings if one.round.plan == kept.id]
    assert {f"{one.due:%a}" for one in coming} == {"Wed"}
    assert [one.id for one in coming] == previewed[: len(coming)]
    ended = next(row for row in page.plans.rows.rows if row.value.id == "c")
    assert page.plans.cell(ended, 2).text == "every Sat, by 10:00"  # its last day is today
    floor.clock.at += 86_400
    assert page.plans.cell(ended, 2).text == "ended on 2026-11-21"
    floor.clock.at = NOW
    for plan in ("c", kept.id):
        found = next(one for one in floor.ask(plans) if one.value.id == plan)
        floor.do(SetAuditPlan(replace(found.value, active=False), found.version))
    page.plans.show_plan("d")
    floor.until(lambda: page.plans.chosen == "d" and not page.plans.current.value.name.startswith("C"))


def test_people_come_in_the_order_of_the_ticks(floor: Rounded, page: AuditPlansPage) -> None:
    planned(floor, page)
    form = PlanForm(floor.console, page, floor.ask(plans)[0])
    form.show()
    people = form.people.control
    ids = [people.list.item(at).data(ID) for at in (3, 0)]
    for at in (3, 0):
        people.list.setCurrentRow(at)
        QTest.keyClick(people.list, K.Key_Space)
    assert list(people.chosen) == ids
    assert people.list.item(3).text().startswith("1 · ")
    people.list.setCurrentRow(3)
    QTest.keyClick(people.list, K.Key_Space)
    assert people.chosen == (ids[1],)
    form.close()


def test_each_place_of_a_sample_comes_once_before_any_comes_twice() -> None:
    found = next_rounds(DAILY, T, 9)
    packs = [[one.place for one in found[at : at + 3]] for at in (0, 3, 6)]
    first = len({one.place for one in next_rounds(DAILY, datetime(2026, 11, 18, tzinfo=UTC), 3)})
    assert first == 3
    assert all(len(set(pack)) == 3 for pack in packs)  # three days since the plan began: a new pack is dealt today
    assert "3 places comes once before any comes twice" in turn_words(DAILY)
    assert turn_words(WEEKLY) == ""


def test_times_of_the_day_are_read_as_people_type_them() -> None:
    typed = ("12:00", "9", "0930", "7.05", "24:00", "12:60", "noon", "", "1:2")
    assert [minutes_typed(one) for one in typed] == [720, 540, 570, 425, None, None, None, None, None]


# How rounds stand


def test_rounds_are_shown_with_word_and_icon_of_how_they_stand(floor: Rounded, page: AuditPlansPage) -> None:
    planned(floor, page)
    page.rounds.show_round("")
    shown = {}
    for row in page.rounds.rows.rows:
        cell = page.rounds.cell(row, 5)
        assert cell.text
        assert cell.mark
        shown[row.standing.stand] = (cell.text, cell.mark[0])
    assert shown[Stand.MISSED] == ("Missed", "calendar-x")
    assert shown[Stand.OVERDUE] == ("Overdue", "timer")
    assert shown[Stand.AHEAD] == ("Ahead", "calendar-clock")
    days = [row.day for row in page.rounds.rows.rows]
    assert days == sorted(days)
    heads = [page.rounds.cell(row, 0).text for row in page.rounds.rows.rows if row.first]
    assert len(heads) == len(set(heads))
    assert "today · 21 Nov" in heads


def test_the_list_can_be_narrowed_to_what_wants_a_decision_or_to_a_plan(floor: Rounded, page: AuditPlansPage) -> None:
    planned(floor, page)
    page.rounds.which.setCurrentIndex(page.rounds.which.findData("decide"))
    assert {row.standing.stand for row in page.rounds.rows.rows} == {Stand.MISSED, Stand.OVERDUE}
    assert len(page.rounds.rows.rows) == floor.rounds.waiting
    page.rounds.which.setCurrentIndex(0)
    page.rounds.plan.setCurrentIndex(page.rounds.plan.findData("w"))
    assert {row.plan.id for row in page.rounds.rows.rows} == {"w"}
    page.set_scope("Paint")
    assert {row.standing.round.place for row in page.rounds.rows.rows} == {"L2"}
    page.set_scope(None)
    page.rounds.plan.setCurrentIndex(0)


def test_a_round_is_begun_from_here_and_opens_its_form(floor: Rounded, page: AuditPlansPage) -> None:
    planned(floor, page)
    id = choose(floor, page, "w", 28, "L1")
    opened: list[tuple[str, str]] = []
    page.open_requested.connect(lambda *told: opened.append(told))
    key(page, K.Key_B)
    floor.until(lambda: opened)
    screen, run = opened[0]
    assert screen == "audits"
    assert floor.ask(lambda desk: desk.need(Run, run)).plan == id
    floor.until(lambda: stand(floor, id) is Stand.OPEN)
    floor.until(lambda: page.rounds.begin_button.text() == "Continue (B)")
    key(page, K.Key_B)
    assert opened[1:] == [("audits", run)]
    page.open_requested.disconnect()


def test_a_missed_round_is_moved_or_approved_for_a_reason(floor: Rounded, page: AuditPlansPage) -> None:
    planned(floor, page)
    id = choose(floor, page, "w", 14, "L1")
    assert stand(floor, id) is Stand.MISSED
    key(page, K.Key_D)
    dialog = deciding(page)
    dialog.submit()
    assert "ahead" in dialog.due.refusal.text
    dialog.due.control.setText("2027-11-21 09:00")
    dialog.submit()
    assert "At most 90 days" in dialog.due.refusal.text
    dialog.due.control.setText("+1 09:00")
    dialog.submit()
    assert "why" in dialog.why.refusal.text
    QTest.keyClicks(dialog.why.control, "audit week")
    QTest.keyClick(dialog.why.control, K.Key_Return, Qt.KeyboardModifier.ControlModifier)
    floor.until(lambda: not dialog.isVisible())
    floor.until(lambda: stand(floor, id) is Stand.AHEAD)
    kept = floor.ask(lambda desk: desk.need(Decision, id))
    assert (kept.what, kept.due, kept.why) == (Decided.MOVED, datetime(2026, 11, 22, 9, 0, tzinfo=UTC), "audit week")
    row = next(row for row in page.rounds.rows.rows if row.standing.round.id == id)
    assert page.rounds.cell(row, 6).text == "moved from Sat 14 Nov 10:00: audit week"

    other = choose(floor, page, "w", 14, "L2")
    key(page, K.Key_D)
    dialog = deciding(page)
    dialog.what.control.setCurrentIndex(dialog.what.control.findData("approved"))
    assert not dialog.due.isVisible()
    QTest.keyClicks(dialog.why.control, "line was down")
    dialog.submit()
    floor.until(lambda: stand(floor, other) is Stand.APPROVED)
    assert not page.rounds.decide_button.isEnabled()


def test_only_what_is_over_time_is_decided_and_only_by_who_may(floor: Rounded, page: AuditPlansPage) -> None:
    planned(floor, page)
    choose(floor, page, "d", 28)
    assert not page.rounds.decide_button.isEnabled()
    assert "over time" in page.rounds.decide_button.toolTip()
    choose(floor, page, "d", 20)
    assert page.rounds.decide_button.isEnabled()
    floor.sign_in(Role.OPERATOR)
    floor.beat()
    assert not page.rounds.decide_button.isEnabled()
    assert not page.plans.new_button.isEnabled()
    key(page, K.Key_D, K.Key_N)
    assert not any(one.isVisible() for one in (*page.findChildren(PlanForm), *page.findChildren(DecideDialog)))


def test_the_fairness_of_a_plan_counts_what_came_was_made_and_was_in_time(floor: Rounded, page: AuditPlansPage) -> None:
    planned(floor, page)
    found = floor.ask(fairness(DAILY, T))
    assert [one.came for one in found.places] == [1, 1, 1]  # 18 to 20 November, one a day
    assert (found.due, found.kept) == (3, 0.0)
    first = next(one for one in floor.rounds.standings if one.round.plan == "d")
    floor.clock.at = first.due.timestamp() - 60
    floor.do(BeginRun("made", "t", first.round.place, first.due, first.round.id))
    for item in "gpr":
        floor.do(AnswerItem("made", first.round.place, item, 4))
    floor.do(SignRun("made", first.round.place))
    floor.clock.at = NOW
    page.plans.show_plan("d")
    floor.until(lambda: page.fair.found is not None and page.fair.found.kept is not None and page.fair.found.kept > 0)
    assert page.fair.share.text().startswith("33.3 % in time")
    came = {one.id: (one.came, one.made, one.in_time) for one in page.fair.found.places}
    assert came[first.round.place] == (1, 1, 1)
    assert sorted(came.values())[0] == (1, 0, 0)


# Notices, words, keys


def test_whoever_is_concerned_reads_a_calm_note(floor: Rounded, page: AuditPlansPage) -> None:
    planned(floor, page)
    notes = RoundNotes(floor.console, page)  # type: ignore[arg-type]
    id = next(one.round.id for one in floor.rounds.standings if one.round.plan == "d" and one.round.due.day == 22)
    floor.console.bus.publish(RoundsDue("ann", (id,)))
    assert notes.notice.isVisible()
    assert "Data sampling" in notes.notice.more.text()
    assert "tomorrow 13:00" in notes.notice.more.text()
    notes.notice.hide()
    floor.console.bus.publish(RoundsDue("ann", ("no such",)))
    assert not notes.notice.isVisible()


@pytest.mark.parametrize("code", CODES)
def test_every_word_is_whole_and_every_control_has_a_name(floor: Rounded, page: AuditPlansPage, code: str) -> None:
    planned(floor, page)
    languages.use(code)
    for size in ((1400, 860), (888, 500)):
        page.resize(*size)
        floor.beat(3)
        assert clipped(page) == []
        assert nameless(page) == []
    form = PlanForm(floor.console, page, floor.ask(plans)[0])
    form.show()
    dialog = DecideDialog(floor.console, page, WEEKLY, floor.rounds.standings[0])
    dialog.show()
    floor.beat(3)
    for one in (form, dialog):
        assert clipped(one) == []
        assert nameless(one) == []
        one.close()
    page.resize(1400, 860)
