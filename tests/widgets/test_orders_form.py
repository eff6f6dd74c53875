"""The form of an order: what it delays is said while it is typed, refusals mark the field, nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app.orderdelays import WhatIf, what_if
from console.domain.commands.orders import ChangeOrder
from console.domain.commands.products import SetChangeover
from console.domain.orders import OrderStep, WorkOrder, order_id
from console.domain.planning import Changeover, Matrix
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.order_works import OrderWorks, put_away
from tests.widgets.shell_parts import dressed
from widgets.languages import CODES, languages
from widgets.orders.form import OrderForm

pytestmark = pytest.mark.usefixtures("qapp")
K = Qt.Key
NOW = datetime(2026, 11, 21, 11, 30, tzinfo=UTC)
ONE, TWO = order_id("WO-1"), order_id("WO-2")


@pytest.fixture(scope="module")
def works(qapp: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OrderWorks]:
    """Two planned orders of 360 pieces at 10 s on L1, the second due ten minutes after its plan ends."""
    dressed()
    made = OrderWorks(tmp_path_factory.mktemp("works"))
    made.people()
    made.goods()
    made.plan("WO-1", 360, due=NOW + timedelta(hours=9))
    made.plan("WO-2", 360, due=NOW + timedelta(hours=2, minutes=10))
    made.sign_in("pia")
    yield made
    made.close()


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    languages.use("en")
    yield
    put_away()
    languages.use("en")


def form(works: OrderWorks, id: str = "") -> OrderForm:
    board = works.orders.board
    assert board is not None
    shown = next((card for card in board.cards if card.order.id == id), None)
    made = OrderForm(works.console, None, shown)
    made.show()
    made.activateWindow()
    works.settle()
    QApplication.processEvents()
    return made


def fill(asked: OrderForm, **fields: str) -> None:
    for name, words in fields.items():
        control = getattr(asked, name).control
        if name == "line":
            control.setCurrentIndex(control.findData(words))
            continue
        control.selectAll()
        control.setFocus()
        QTest.keyClicks(control, words)
    asked._weigh()


def said(asked: OrderForm) -> list[str]:
    return [words for _, _, words in asked.effect.lines]


def test_a_rush_order_says_while_it_is_typed_what_it_delays_and_what_is_short(works: OrderWorks) -> None:
    asked = form(works)
    fill(asked, number="WO-9", product="PH-220", quantity="180", line="L1")
    assert said(asked)[1] == "It delays no other order"  # it is made last
    asked.rush.setChecked(True)
    asked._weigh()
    assert said(asked)[:3] == [
        "Finished at 12:00 by the plan",
        "WO-2: 30 min 0 s later, will be late",
        "WO-1: 30 min 0 s later",
    ]
    assert "M6: 680 pc short at the line (400 of 1,080)" in said(asked)
    fill(asked, quantity="30")
    assert not [words for words in said(asked) if "short" in words]
    asked.close()


def test_the_changeover_before_an_order_counts_in_what_it_delays(works: OrderWorks) -> None:
    base = WorkOrder("new", "WO-9", "OTHER", 60, NOW, "pia", "L1", rush=True)

    def later(told: WhatIf) -> list[float | None]:
        return [delay.seconds for delay in told.later]

    assert later(what_if(works.console, base, None, Matrix(()))) == [600.0, 600.0]
    matrix = Matrix([Changeover("c", "", "*", "*", 300.0)])
    assert later(what_if(works.console, base, None, matrix)) == [900.0, 900.0]
    moved = replace(works.orders.by_id[ONE], line="L2")
    told = what_if(works.console, moved, works.orders.by_id[ONE], Matrix(()))
    assert told.later == ()
    assert [(delay.order.number, delay.seconds) for delay in told.moved] == [("WO-2", -3600.0)]
    works.give(SetChangeover(Changeover("", "", "*", "OTHER", 300.0)))
    asked = form(works)
    works.until(lambda: asked._matrix.seconds("L1", "PH-220", "OTHER") == 300.0)
    asked.close()


def test_the_steps_come_from_the_product_and_lines_where_it_is_made_are_marked(works: OrderWorks) -> None:
    asked = form(works)
    fill(asked, product="PH-220", line="L1")
    assert [row.name.text() for row in asked.steps.control.rows] == ["Cast", "Mill"]
    assert asked.line.control.itemText(asked.line.control.findData("L1")).endswith("(it is made here)")
    fill(asked, line="L2")
    assert "not made there" in asked.line.hint.text()
    fill(asked, line="L1")
    asked.steps.control.rows[0].seconds.setText("12,5")
    asked.steps.control.rows[1].due.setText("13:30")
    fill(asked, number="WO-5", quantity="10", due="+1 09:00")
    asked.submit()
    works.until(lambda: not asked.isVisible())
    kept = works.order("WO-5")
    assert [(step.name, step.station, step.seconds) for step in kept.steps] == [
        ("Cast", "L1/10", 12.5),
        ("Mill", "L1/20", 8.0),
    ]
    assert kept.steps[1].due == datetime(2026, 11, 21, 13, 30, tzinfo=UTC)
    assert kept.due == datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
    assert asked.made == kept.id


def test_a_field_that_cannot_be_read_is_marked_and_everything_typed_stays(works: OrderWorks) -> None:
    asked = form(works)
    for name, words, why in (
        ("number", "wo-1", "Type a product"),
        ("product", "PH-220", "Type how many"),
        ("quantity", "12", ""),
        ("due", "soon", "Type a time"),
    ):
        fill(asked, **{name: words}, line="L1")
        QTest.keyClick(asked.number.control, K.Key_Return)
        wrong = [field.refusal.text for field in asked.fields.values() if field.refusal.text]
        if why:
            assert len(wrong) == 1
            assert wrong[0].startswith(why)
        else:
            works.until(lambda: bool(asked.number.refusal.text))
            assert "wo-1 already" in asked.number.refusal.text
    fill(asked, due="14:00", day="x")
    asked.submit()
    assert asked.day.refusal.text
    QTest.keyClicks(asked.day.control, "y")
    assert asked.day.refusal.text == "", "who types again is not told of what was wrong before"
    assert (asked.number.control.text(), asked.quantity.control.text(), asked.due.control.text()) == (
        "wo-1",
        "12",
        "14:00",
    )
    asked.close()


def test_an_order_is_changed_with_day_shift_and_note(works: OrderWorks) -> None:
    asked = form(works, ONE)
    assert asked.number.control.isReadOnly()
    fill(asked, quantity="350", day="+2")
    asked.shift.control.setCurrentIndex(asked.shift.control.findData("Late"))
    asked.note.control.setPlainText("two pallets")
    asked.submit()
    works.until(lambda: not asked.isVisible())
    works.seen(lambda: works.orders.by_id[ONE].quantity == 350)
    kept = works.order("WO-1")
    assert (kept.planned_day, kept.planned_shift, kept.note) == (date(2026, 11, 23), "Late", "two pallets")
    assert kept.steps == (OrderStep("Cast", "L1/10", 10.0), OrderStep("Mill", "L1/20", 8.0))


def test_what_another_person_changed_meanwhile_is_told_and_both_are_shown(works: OrderWorks) -> None:
    asked = form(works, TWO)
    fill(asked, quantity="300")
    two = works.orders.by_id[TWO]
    version = asked.shown.version if asked.shown else 0
    other = ChangeOrder(TWO, two.product, 200, "L2", two.due, True, "theirs", two.steps, version=version)
    works.give(other, "sue")
    asked.submit()  # before anybody told this console's screens
    works.until(lambda: asked.said.text or not asked.meanwhile.isHidden())
    works.seen(lambda: works.orders.by_id[TWO].quantity == 200)
    works.until(lambda: not asked.meanwhile.isHidden())
    assert asked.isVisible()
    words = asked.meanwhile.text()
    assert "Quantity: 360 → 200" in words
    assert "Line: L1 → L2" in words
    assert "Rush order: no → yes" in words
    assert asked.quantity.control.text() == "300"
    assert asked.go.text() == "Keep mine"
    asked.submit()
    works.until(lambda: not asked.isVisible())
    assert (works.order("WO-2").quantity, works.order("WO-2").line) == (300, "L1")

    works.seen(lambda: works.orders.by_id[TWO].quantity == 300)
    again = form(works, TWO)
    fill(again, quantity="1")
    two = works.orders.by_id[TWO]
    version = again.shown.version if again.shown else 0
    works.give(ChangeOrder(TWO, two.product, 77, "L1", two.due, False, "", two.steps, version=version), "sue")
    works.seen(lambda: works.orders.by_id[TWO].quantity == 77)
    works.until(lambda: not again.meanwhile.isHidden())  # told before anything is pressed
    again.take.click()
    assert again.quantity.control.text() == "77"
    assert again.meanwhile.isHidden()
    again.close()


def test_who_may_not_plan_is_told_so(works: OrderWorks) -> None:
    works.sign_in("olga")
    asked = form(works)
    fill(asked, number="WO-99", product="PH-220", quantity="5")
    asked.submit()
    works.until(lambda: bool(asked.said.text))
    assert "do not allow" in asked.said.text
    assert asked.isVisible()
    works.sign_in("pia")
    asked.close()


def test_every_word_fits_and_every_control_has_a_name_in_both_languages(works: OrderWorks) -> None:
    for code in CODES:
        languages.use(code)
        for id in ("", ONE):
            asked = form(works, id)
            fill(asked, product="PH-220", quantity="400", line="L1")
            QApplication.processEvents()
            assert nameless(asked) == [], code
            assert clipped(asked) == [], code
            asked.close()


def test_what_nobody_typed_is_not_changed_by_a_change_of_something_else(works: OrderWorks) -> None:
    due, there = NOW + timedelta(hours=5, seconds=42), NOW + timedelta(hours=4, seconds=7)
    steps = (OrderStep("Cast", "L1/10", 12.25, there), OrderStep("Mill", "L1/20", 1234.5))
    id = works.plan("WO-8", 5, due=due, steps=steps)
    asked = form(works, id)
    fill(asked, quantity="6")
    asked.note.control.setPlainText("first line\nsecond line")
    asked.submit()
    works.until(lambda: not asked.isVisible())
    kept = works.order("WO-8")
    assert (kept.quantity, kept.due, kept.steps) == (6, due, steps)
    assert kept.note == "first line\nsecond line"


def test_a_number_with_signs_that_nobody_sees_is_kept_without_them_or_refused_at_the_field(works: OrderWorks) -> None:
    asked = form(works)
    fill(asked, product="PH-220", quantity="5", line="L1")
    asked.number.control.insert("WO\n30")  # as it is pasted
    asked.submit()
    works.until(lambda: bool(asked.number.refusal.text))
    assert asked.quantity.control.text() == "5"
    asked.number.control.setText("WO\u200b-30")
    asked.submit()
    works.until(lambda: not asked.isVisible())
    assert works.order("WO-30").id == asked.made
