"""One order: how it stands, what may be done with it now, its steps, materials, output, calls, actions and history."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app.queries.andon import CallFile, call_file
from console.app.queries.order_links import about_order
from console.domain.andon import Call
from console.domain.commands.actions import MakeAction
from console.domain.commands.andon import RaiseCall
from console.domain.commands.comments import AddComment
from console.domain.commands.orders import (
    AssignOrderStep,
    ChangeOrder,
    ConfirmOutput,
    MergeOrders,
    SplitOrder,
)
from console.domain.commands.people import AddPerson, ChangePerson
from console.domain.order_truth import Finding, Found
from console.domain.orders import order_id
from console.domain.people import Grant, Role
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.order_works import BODY, OrderWorks, put_away
from tests.widgets.shell_parts import dressed
from widgets.actions.followup import FollowUp
from widgets.calls.raising import Raising
from widgets.languages import CODES, languages
from widgets.orders.chosen import ChosenOrder
from widgets.orders.confirming import ConfirmOutput as Confirming
from widgets.orders.dispatch import AssignStep
from widgets.orders.findings import finding_icon, finding_role, finding_words
from widgets.people.signing import Signing
from widgets.shell.memory import Memory
from widgets.shell.pages import Page
from widgets.shell.window import MainWindow
from widgets.theme import pixmap

pytestmark = pytest.mark.usefixtures("qapp")
K = Qt.Key
NOW = datetime(2026, 11, 21, 11, 30, tzinfo=UTC)
DAY = date(2026, 11, 21)
RUNS, WAITS = order_id("WO-1"), order_id("WO-2")


@pytest.fixture(scope="module")
def works(qapp: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OrderWorks]:
    """WO-1 runs on L1 and is counted; WO-2 is released behind it."""
    dressed()
    made = OrderWorks(tmp_path_factory.mktemp("works"))
    made.people()
    made.goods()
    made.plan("WO-1", 400, due=NOW + timedelta(hours=1), note="photos of each pallet", rush=True)
    made.plan("WO-2", 50)
    made.move(RUNS, "planned", "released", "running")
    made.move(WAITS, "planned", "released")
    made.count(0, "WO-1")
    for good in range(4, 61, 4):
        made.clock.at += 60
        made.count(good, "WO-1")
    made.after(5)
    made.until(lambda: made.orders.truths.get(RUNS) is not None and made.orders.truths[RUNS].shift_good == 60)
    yield made
    made.close()


@pytest.fixture(scope="module")
def window(works: OrderWorks, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    page = Page("orders", lambda: "Orders", "square-kanban", lambda: ChosenOrder(works.console))
    made = MainWindow(works.console, [page], None, Memory(tmp_path_factory.mktemp("memory")))
    Signing(works.console, made)
    Raising(works.console, made)
    made.resize(560, 900)
    made.show()
    made.activateWindow()
    yield made
    made.close()
    made.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def panel(works: OrderWorks, window: MainWindow) -> Iterator[ChosenOrder]:
    languages.use("en")
    works.sign_in("sue")
    found = window.widget("orders") or window.open("orders")
    assert isinstance(found, ChosenOrder)
    found._soon.setInterval(0)
    show(works, found, RUNS)
    yield found
    languages.use("en")


def show(works: OrderWorks, panel: ChosenOrder, id: str) -> None:
    works.seen()
    panel.show_order(id)
    settle(works, panel)
    assert panel.file is not None
    assert panel.file.card.order.id == id


def settle(works: OrderWorks, panel: ChosenOrder) -> None:
    for _ in range(3):
        works.settle()
        QApplication.processEvents()
    panel.read()
    works.settle()
    QApplication.processEvents()


def value(panel: ChosenOrder, name: str) -> str:
    return panel.facts.facts[name].value.text()


def version(works: OrderWorks, id: str) -> int:
    works.seen()
    board = works.orders.board
    assert board is not None
    return next(card.version for card in board.cards if card.order.id == id)


def change(works: OrderWorks, id: str, **told: Any) -> None:
    order = works.orders.by_id[id]
    now = {name: getattr(order, name) for name in ("product", "quantity", "line", "due", "rush", "note", "steps")}
    works.give(ChangeOrder(id, **{**now, **told}, version=version(works, id)), "pia")
    works.seen()


def test_an_order_shows_plan_counter_and_confirmation_beside_each_other(works: OrderWorks, panel: ChosenOrder) -> None:
    assert panel.facts.number.text() == "WO-1"
    assert panel.facts.product.text() == "PH-220 · Pump housing"
    assert panel.facts.rush.isVisibleTo(panel)
    assert panel.facts.note.text() == "photos of each pallet"
    assert value(panel, "counted") == "60 / 400"
    assert value(panel, "confirmed") == "0"
    assert value(panel, "due") == "12:30"
    assert "late" in value(panel, "forecast")
    assert "(" in value(panel, "forecast")  # between early and late
    assert value(panel, "ahead").startswith("\u2212")
    late = [words for _, _, words in panel.facts.found.lines]
    assert any(words.endswith("late") for words in late), late
    assert [row.need.material for row in panel.materials.rows] == ["M6", "STEEL"]
    assert [(row.need.quantity, row.there, row.short) for row in panel.materials.rows] == [
        (2040.0, 400.0, 1640.0),  # for 340 pieces: the line counted 60, and their material is used
        (170.0, 100.0, 70.0),
    ]


def test_buttons_are_what_may_be_done_now_and_lead_there(works: OrderWorks, panel: ChosenOrder) -> None:
    assert list(panel.buttons) == ["confirm", "hold", "done", "change", "split", "merge", "block", "released"]
    show(works, panel, WAITS)
    assert list(panel.buttons)[0] == "running"
    panel.do("running")
    settle(works, panel)
    assert "WO-1 runs on this line" in panel.said.text
    works.sign_in("olga")
    settle(works, panel)
    assert set(panel.buttons) == {"confirm", "change", "split", "merge", "block"}
    assert not panel.buttons["change"].isEnabled()
    assert "do not allow" in panel.buttons["change"].toolTip()
    panel.buttons["block"].click()
    form = panel.giving.form
    assert form is not None
    form.reason.control.setText("coil is missing")
    form.give()
    settle(works, panel)
    assert works.order("WO-2").blocked == "coil is missing"
    assert [words for _, _, words in panel.facts.blocked.lines] == ["Blocked: coil is missing (Olga · 11:45)"]
    panel.do("block")
    settle(works, panel)
    assert works.order("WO-2").blocked == ""


def test_a_move_that_wants_a_reason_asks_for_it_first(works: OrderWorks, panel: ChosenOrder) -> None:
    panel.do("done")
    form = panel.giving.form
    assert form is not None
    assert form.what.text() == "Close WO-1 short?"
    form.give()
    assert form.reason.refusal.text
    form.reject()
    panel.do("hold")
    form = panel.giving.form
    assert form is not None
    form.reason.control.setText("porosity")
    form.give()
    settle(works, panel)
    works.seen(lambda: works.orders.by_id[RUNS].column == "hold")
    assert list(panel.buttons)[0] == "running"
    assert any(entry.title == "Quality hold" and entry.body == "porosity" for entry in panel.timeline.entries)
    panel.do("running")
    settle(works, panel)
    works.seen(lambda: works.orders.by_id[RUNS].column == "running")
    assert panel.waits.text().startswith("Planned ")


def test_a_change_that_the_line_has_not_seen_is_shown_until_somebody_takes_note(
    works: OrderWorks, panel: ChosenOrder
) -> None:
    change(works, RUNS, quantity=420, due=NOW + timedelta(hours=2))
    settle(works, panel)
    assert {words for _, _, words in panel.changes.lines} == {
        "Quantity: 400 → 420",
        "Due: 2026-11-21 12:30 → 2026-11-21 13:30",
    }
    works.sign_in("olga")
    settle(works, panel)
    panel.seen.click()
    settle(works, panel)
    assert panel.changes.lines == []
    assert works.order("WO-1").seen_by == "olga"
    assert any(entry.title == "Change seen" and entry.who == "Olga" for entry in panel.timeline.entries)


def test_a_late_node_is_amber_and_who_hands_on_stands_there(works: OrderWorks, panel: ChosenOrder) -> None:
    cast, mill = works.orders.by_id[RUNS].steps
    change(works, RUNS, steps=(replace(cast, due=NOW), replace(mill, due=NOW + timedelta(hours=8))))
    settle(works, panel)
    lines = panel.steps._lines(works.order("WO-1").steps[0], True, {}, works.clock.at, UTC)
    assert lines == [("due 11:30 · late", "warning")]
    panel.steps.buttons["pass", "Cast"].click()
    settle(works, panel)
    step = works.order("WO-1").steps[0]
    assert step.passed_by == "sue"
    assert ("pass", "Cast") not in panel.steps.buttons
    assert ("pass", "Mill") in panel.steps.buttons
    assert any(entry.title == "Handed on: Cast" and entry.who == "Sue" for entry in panel.timeline.entries)


def test_a_step_is_assigned_and_who_lacks_the_skill_is_named(works: OrderWorks, panel: ChosenOrder) -> None:
    works.sign_in("lea")
    settle(works, panel)
    panel.steps.buttons["assign", "Cast"].click()
    asked = panel.dialog
    assert isinstance(asked, AssignStep)
    works.until(lambda: bool(asked.ticks))
    assert next(iter(asked.ticks)) == "olga"  # may do it alone
    assert asked.ticks["omar"].text() == "Omar — Cast: ran out on 2026-11-20"
    asked.ticks["omar"].setChecked(True)
    assert not asked.go.isEnabled()
    assert "Only a supervisor" in asked.said.text
    asked.ticks["omar"].setChecked(False)
    asked.find.control.setFocus()
    QTest.keyClicks(asked.find.control, "olg")
    assert list(asked.ticks) == ["olga"]
    asked.ticks["olga"].setChecked(True)
    asked.submit()
    works.until(lambda: works.order("WO-1").steps[0].people == ("olga",))

    works.sign_in("sue")
    settle(works, panel)
    panel.steps.buttons["assign", "Cast"].click()
    asked = panel.dialog
    assert isinstance(asked, AssignStep)
    works.until(lambda: bool(asked.ticks))
    assert asked.ticks["olga"].isChecked()
    asked.ticks["omar"].setChecked(True)
    assert asked.go.text() == "Assign nevertheless"
    asked.submit()
    assert asked.why.refusal.text
    asked.why.control.setText("nobody else is here")
    works.give(AssignOrderStep(RUNS, "L1", "Cast", "L1/10", (), "L1/10", ("olga",), DAY), "lea")
    asked.submit()
    works.until(lambda: bool(asked.said.text))  # lea was first
    assert asked.isVisible()
    assert works.order("WO-1").steps[0].people == ()
    asked.close()


def test_output_is_confirmed_from_here_and_taken_back_by_who_may(works: OrderWorks, panel: ChosenOrder) -> None:
    works.sign_in("olga")
    settle(works, panel)
    panel.do("confirm")
    asked = panel.dialog
    assert isinstance(asked, Confirming)
    QApplication.processEvents()
    assert asked.counts["good"].control.text() == "60"
    QTest.keyClick(asked.counts["good"].control, K.Key_Return)
    works.until(lambda: works.order("WO-1").good == 60)
    settle(works, panel)
    given = panel.outputs.outputs[0].output
    assert panel.outputs.buttons[given.id].isEnabled()  # one's own
    works.sign_in("omar")
    settle(works, panel)
    assert not panel.outputs.buttons[given.id].isEnabled()
    works.sign_in("lea")
    settle(works, panel)
    panel.outputs.buttons[given.id].click()
    works.until(lambda: works.order("WO-1").good == 0)
    settle(works, panel)
    assert panel.outputs.buttons == {}
    assert panel.outputs.outputs[0].taken_back_by == "Lea"


def test_calls_actions_and_words_about_it_are_listed_and_made_here(
    works: OrderWorks, panel: ChosenOrder, window: MainWindow
) -> None:
    works.give(RaiseCall("L1", "material", "coil is empty", what=about_order(RUNS)), "olga")
    works.give(MakeAction("a1", "L1", "Second supplier", "sue", DAY, source="work_order", record=RUNS), "sue")
    works.give(AddComment("c1", "work_order", RUNS, "L1", "It comes at two"), "olga")
    settle(works, panel)
    assert [call.call.text for call in panel.links.calls] == ["coil is empty"]
    assert any(entry.body == "It comes at two" for entry in panel.timeline.entries)
    asked: list[tuple[str, str]] = []
    panel.open_requested.connect(lambda key, subject: asked.append((key, subject)))
    lines = [panel.hanging._links.itemAt(i).widget() for i in range(panel.hanging._links.count())]
    for line in lines:
        line.click()  # type: ignore[union-attr]
    assert asked == [("calls", panel.links.calls[0].call.id), ("actions", "a1")]

    panel.say.setText("I will fetch it")
    panel.comment()
    settle(works, panel)
    assert {said.comment.text for said in panel.links.thread} == {"It comes at two", "I will fetch it"}
    panel.hanging.action_button.click()
    panel.form.fields["title"].control.setText("Count the coils")  # type: ignore[attr-defined]
    panel.form.submit()
    settle(works, panel)
    assert {one.action.title for one in panel.links.actions} == {"Second supplier", "Count the coils"}
    panel.hanging.call_button.click()
    raising = window.findChild(Raising)
    assert raising is not None
    assert raising.panel.where == "L1"
    assert raising.panel.text.control.text().startswith("WO-1")
    raising.give("L1", "quality", "WO-1 is porous")
    works.until(lambda: len(works.all()) == 2)
    settle(works, panel)
    about = {call.text: call.about for call in works.all() if isinstance(call, Call)}
    assert about["WO-1 is porous"] == about_order(RUNS)
    assert len(panel.links.calls) == 2
    box: list[CallFile] = []
    porous = next(call.call.id for call in panel.links.calls if call.call.text == "WO-1 is porous")
    works.console.office.ask(call_file(porous), box.append)
    works.until(lambda: box)
    follow = FollowUp(works.console)
    follow.show_call(box[0])
    follow.open_requested.connect(lambda key, subject: asked.append((key, subject)))
    assert not follow.order_button.isHidden()
    follow.order_button.click()  # the way back
    assert asked[-1] == ("orders", RUNS)
    raising.panel.hide()
    raising.open("L1/10")
    assert not raising.panel.text.control.text().startswith("WO-1")  # another call is about nothing
    raising.panel.hide()


def test_parts_of_an_order_are_linked(works: OrderWorks, panel: ChosenOrder) -> None:
    works.plan("WO-5", 80)
    works.plan("WO-6", 20)
    works.give(SplitOrder(order_id("WO-5"), "L1", 30, "WO-5-B"), "pia")
    works.give(MergeOrders(order_id("WO-5"), "L1", order_id("WO-6")), "pia")
    show(works, panel, order_id("WO-5"))
    rows = [panel.hanging._parts.itemAt(i).widget() for i in range(panel.hanging._parts.count())]
    assert sorted(row.text() for row in rows) == [  # type: ignore[union-attr]
        "Merged into it: WO-6 · 20 · Part of another order",
        "Split off: WO-5-B · 30 · Planned",
    ]
    next(row for row in rows if "WO-5-B" in row.text()).click()  # type: ignore[union-attr]
    settle(works, panel)
    assert panel.facts.number.text() == "WO-5-B"
    rows = [panel.hanging._parts.itemAt(i).widget() for i in range(panel.hanging._parts.count())]
    assert [row.text() for row in rows] == ["Split from WO-5"]  # type: ignore[union-attr]
    assert panel.file is not None
    panel.hanging._shown = ()
    panel.hanging.show_order(panel.file, panel.links, {})  # one that is done is on the board no more
    rows = [panel.hanging._parts.itemAt(i).widget() for i in range(panel.hanging._parts.count())]
    assert rows[-1].text() == "Split from WO-5"  # type: ignore[union-attr]


def test_seen_as_a_role_that_may_not_the_steps_offer_nothing(works: OrderWorks, panel: ChosenOrder) -> None:
    show(works, panel, works.plan("WO-21", 5))
    assert panel.steps.buttons["pass", "Cast"].isEnabled()
    works.console.session.view_as(Role.VIEWER)
    works.until(lambda: not panel.steps.buttons["pass", "Cast"].isEnabled())
    works.console.session.view_as(None)
    works.until(lambda: panel.steps.buttons["pass", "Cast"].isEnabled())


def test_what_happens_elsewhere_is_shown_by_itself_and_an_order_that_is_gone_says_so(
    works: OrderWorks, panel: ChosenOrder
) -> None:
    works.give(ConfirmOutput(RUNS, "L1", "c9", 7), "olga")
    works.until(lambda: QApplication.processEvents() is None and value(panel, "confirmed") == "7")
    panel.show_order("no such order")
    settle(works, panel)
    assert panel._stack.currentWidget() is panel._nothing
    closed: list[bool] = []
    panel.closed.connect(lambda: closed.append(True))
    QTest.keyClick(panel, K.Key_Escape)
    assert closed == [True]


@pytest.mark.parametrize("size", [(460, 900), (380, 560)])
def test_every_word_fits_and_every_control_has_a_name_in_both_languages(
    works: OrderWorks, panel: ChosenOrder, window: MainWindow, size: tuple[int, int]
) -> None:
    for code in CODES:
        languages.use(code)
        panel.setParent(None)
        panel.resize(*size)
        panel.show()
        for id in (RUNS, WAITS):
            show(works, panel, id)
            QApplication.processEvents()
            assert nameless(panel) == [], code
            assert clipped(panel) == [], code
        steps = AssignStep(works.console, None, works.order("WO-1"), works.order("WO-1").steps[0])
        steps.show()
        works.settle()
        assert nameless(steps) == [], code
        assert clipped(steps) == [], code
    put_away()


def test_every_finding_has_words_an_icon_and_a_role_in_both_languages() -> None:
    facts: dict[str, Any] = {
        "lines": ("L1", "L2"), "other": "WO-9", "over": 3, "counted": 10, "quantity": 20, "confirmed": 8,
        "seconds": 600.0, "since": 100.0, "material": "coil 4", "missing": 120.0, "unit": "kg", "others": 2,
    }  # fmt: skip
    for code in CODES:
        languages.use(code)
        said = {what: finding_words(Found(what, False, facts), 200.0) for what in Finding}
        assert len(set(said.values())) == len(Finding)
        assert not [words for words in said.values() if "{" in words or not words]
        for what in Finding:
            assert not pixmap(finding_icon(Found(what)), finding_role(Found(what, True)), 16, 1.0).isNull()
    languages.use("en")
    assert finding_words(Found(Finding.SHORT, False, facts), 0.0) == "coil 4 short 120 kg (+2 more)"
    assert finding_words(Found(Finding.LATE, True, facts), 0.0) == "10 min 0 s late"


def test_what_happens_while_another_page_is_open_is_there_when_it_is_seen_again(
    works: OrderWorks, panel: ChosenOrder
) -> None:
    panel.hide()
    works.give(AddComment("c-away", "work_order", RUNS, "L1", "seen later"), "sue")
    works.seen()
    panel.show()
    works.until(lambda: "seen later" in [said.comment.text for said in panel.links.thread])


def test_who_works_here_no_more_is_no_longer_chosen_for_a_step(works: OrderWorks, panel: ChosenOrder) -> None:
    id = works.plan("WO-20", 5)
    works.give(AddPerson("gus", "Gus", "gus", (Grant(Role.OPERATOR, (*BODY, "L1")),)))
    works.give(AssignOrderStep(id, "L1", "Mill", "L1/20", ("gus",), "L1/20", (), DAY), "lea")
    works.give(ChangePerson("gus", "Gus", "gus", active=False))
    order = works.order("WO-20")
    asked = AssignStep(works.console, None, order, order.steps[1])
    works.until(lambda: bool(asked.ticks))
    asked.submit()
    works.until(lambda: works.order("WO-20").steps[1].people == ())
    asked.deleteLater()
