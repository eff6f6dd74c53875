"""Confirming output: the counter proposes, Enter confirms, what differs is kept; splitting and merging an order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console.app.queries.orders import OutputShown, order_file
from console.domain.orders import order_id
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.order_works import OrderWorks, put_away
from tests.widgets.shell_parts import dressed
from widgets.languages import CODES, languages
from widgets.orders.confirming import ConfirmOutput
from widgets.orders.splitting import MergeOrders, SplitOrderDialog, mergeable
from widgets.orders.typed import day_typed, pieces_typed, seconds_typed, when_typed, when_written

pytestmark = pytest.mark.usefixtures("qapp")
K = Qt.Key
RUNS = order_id("WO-1")


@pytest.fixture(scope="module")
def works(qapp: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OrderWorks]:
    """WO-1 runs on L1, and its line has counted 42 good pieces for it in the early shift."""
    dressed()
    made = OrderWorks(tmp_path_factory.mktemp("works"))
    made.people()
    made.goods()
    made.plan("WO-1", 100)
    made.move(RUNS, "planned", "released", "running")
    made.count(0, "WO-1")
    made.after(60)
    made.count(42, "WO-1")
    made.after(10)
    made.until(lambda: made.orders.truths.get(RUNS) is not None and made.orders.truths[RUNS].shift_good == 42)
    made.sign_in("olga")
    yield made
    made.close()


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    languages.use("en")
    yield
    put_away()
    languages.use("en")


def dialog(works: OrderWorks) -> ConfirmOutput:
    made = ConfirmOutput(works.console, None, works.orders.by_id[RUNS])
    made.show()
    made.activateWindow()
    QApplication.processEvents()
    return made


def outputs(works: OrderWorks, number: str = "WO-1") -> tuple[OutputShown, ...]:
    box: list[Any] = []
    works.console.office.ask(order_file(order_id(number)), box.append)
    works.until(lambda: box)
    return tuple(box[0].outputs)


def typed(widget: QWidget, text: str) -> None:
    widget.setFocus()
    QTest.keyClicks(widget, text)


def test_the_counter_proposes_says_where_it_comes_from_and_enter_confirms_it(works: OrderWorks) -> None:
    asked = dialog(works)
    good = asked.counts["good"]
    assert (good.control.text(), good.control.selectedText(), good.hint.text()) == (
        "42",
        "42",
        "Counted by L1 in this shift: 42",
    )
    assert asked.sum.text() == "Confirmed then: 42 of 100"
    assert asked.difference.isHidden()
    QTest.keyClick(good.control, K.Key_Return)  # one key
    works.until(lambda: not asked.isVisible())
    works.seen(lambda: works.orders.by_id[RUNS].good == 42)
    kept = outputs(works)[0].output
    assert (kept.good, kept.proposed_good, kept.difference, kept.who) == (42, 42, 0, "olga")
    assert (kept.day, kept.shift) == (date(2026, 11, 21), "Early")


def test_what_differs_is_said_and_kept_with_scrap_by_reason_and_own_words(works: OrderWorks) -> None:
    works.count(50, "WO-1")
    works.after(5)
    works.until(lambda: works.orders.truths[RUNS].shift_good == 8)
    asked = dialog(works)
    good, scrap = asked.counts["good"].control, asked.counts["scrap"].control
    assert good.text() == "8"
    typed(good, "6")  # over what is chosen
    assert asked.difference.text() == "2 fewer than counted: the difference is kept with your name."
    assert asked.fields["reasons"].isHidden()
    scrap.selectAll()
    typed(scrap, "2")
    typed(asked.counts["rework"].control, "1")
    assert not asked.fields["reasons"].isHidden()
    name, id = next(iter(asked.whys._names.items()))
    first = asked.whys.rows[0]
    typed(first.reason, name)
    assert first.pieces.text() == "3"  # all of them, until somebody says otherwise
    first.pieces.selectAll()
    typed(first.pieces, "1")
    second = asked.whys.add()
    typed(second.reason, "dropped on the floor")
    asked.submit()
    assert asked.fields["reasons"].refusal.text == "Each reason wants a word and a number of pieces."
    typed(second.pieces, "2")
    typed(asked.note.control, "after the jam")
    asked.submit()
    works.until(lambda: not asked.isVisible())
    kept = outputs(works)[0].output
    assert (kept.good, kept.scrap, kept.rework, kept.difference, kept.note) == (6, 2, 1, -2, "after the jam")
    assert [(why.reason, why.pieces) for why in kept.reasons] == [(id, 1), ("dropped on the floor", 2)]


def test_the_proposal_follows_the_counter_until_somebody_types_and_stays_what_they_saw(works: OrderWorks) -> None:
    confirmed = works.order("WO-1").good
    before = 50 - confirmed
    works.seen(lambda: works.orders.truths[RUNS].shift_good == before)
    asked = dialog(works)

    def counts(good: int) -> None:
        works.count(50 + good, "WO-1")
        works.until(lambda: works.orders.truths[RUNS].shift_good == before + good)

    counts(3)
    good = asked.counts["good"].control
    works.until(lambda: good.text() == str(before + 3))
    assert good.selectedText() == good.text()  # typing still replaces it
    typed(asked.counts["rework"].control, "0")
    counts(5)
    for _ in range(5):
        works.settle()
    assert (good.text(), asked.proposal[0]) == (str(before + 3), before + 3)
    asked.submit()
    works.until(lambda: not asked.isVisible())
    assert (outputs(works)[0].output.proposed_good, outputs(works)[0].output.difference) == (before + 3, 0)


def test_what_was_typed_stays_when_it_is_refused(works: OrderWorks) -> None:
    asked = dialog(works)
    for name, words in (("good", "x"), ("good", "")):
        asked.counts[name].control.clear()
        typed(asked.counts[name].control, words)
        for other in ("scrap", "rework"):
            asked.counts[other].control.clear()
        asked.submit()
        works.until(lambda: bool(asked.counts["good"].refusal.text))
        assert asked.isVisible()
    asked.counts["good"].control.setText("0")
    asked.counts["scrap"].control.setText("1")
    asked._say_sum()
    typed(asked.whys.rows[0].reason, "porous")
    asked.whys.rows[0].pieces.selectAll()
    typed(asked.whys.rows[0].pieces, "5")
    asked.submit()
    works.until(lambda: bool(asked.fields["reasons"].refusal.text))
    assert "more pieces than are scrapped" in asked.fields["reasons"].refusal.text
    assert asked.whys.rows[0].pieces.text() == "5"
    asked.close()


def test_an_earlier_shift_is_confirmed_for_and_has_a_proposal_of_its_own(works: OrderWorks) -> None:
    asked = dialog(works)
    assert [shift.name for shift in asked.shifts] == ["Early", "Late", "Early", "Late", "Early"]
    assert asked.shift.control.itemText(0) == "Early · 06:00–14:00 · now"
    asked.shift.control.setCurrentIndex(1)
    assert asked.counts["good"].hint.text().startswith("Counted by L1 before this shift:")
    asked.counts["good"].control.setText("3")
    asked.submit()
    works.until(lambda: not asked.isVisible())
    kept = outputs(works)[0].output
    assert (kept.day, kept.shift, kept.good) == (date(2026, 11, 20), "Late", 3)


def test_an_order_is_split_and_merged_with_what_has_not_begun(works: OrderWorks) -> None:
    works.sign_in("pia")
    works.plan("WO-7", 90)
    works.plan("WO-8", 30, "L2")
    works.plan("WO-9", 30, product="OTHER")
    order = works.orders.by_id[order_id("WO-7")]
    split = SplitOrderDialog(works.console, None, order)
    split.show()
    assert (split.pieces.control.text(), split.number.control.text()) == ("45", "WO-7-B")
    split.pieces.control.setText("90")
    split.submit()
    assert "from 1 to 89" in split.pieces.refusal.text
    split.pieces.control.setText("40")
    split.number.control.setText("WO-8")
    split.submit()
    works.until(lambda: bool(split.said.text or split.number.refusal.text))
    assert "WO-8" in split.said.text + split.number.refusal.text
    split.number.control.setText("WO-7-B")
    split.submit()
    works.until(lambda: not split.isVisible())
    works.seen(lambda: order_id("WO-7-B") in works.orders.by_id)
    assert (works.order("WO-7").quantity, works.order("WO-7-B").quantity) == (50, 40)

    order = works.orders.by_id[order_id("WO-7")]
    assert {one.number for one in mergeable(works.console, order)} == {"WO-7-B", "WO-8"}
    merge = MergeOrders(works.console, None, order)
    merge.show()
    merge.other.control.setCurrentIndex(merge.other.control.findData(order_id("WO-8")))
    merge.submit()
    works.until(lambda: not merge.isVisible())
    assert works.order("WO-7").quantity == 80
    assert works.order("WO-8").merged_into == order.id
    nothing = MergeOrders(works.console, None, works.orders.by_id[order_id("WO-9")])
    assert not nothing.go.isEnabled()
    assert "nothing to merge" in nothing.none.text()
    works.sign_in("olga")


def test_every_word_fits_and_every_control_has_a_name_in_both_languages(works: OrderWorks) -> None:
    for code in CODES:
        languages.use(code)
        asked = dialog(works)
        asked.counts["scrap"].control.setText("2")
        asked._say_sum()
        others = (
            SplitOrderDialog(works.console, None, works.orders.by_id[RUNS]),
            MergeOrders(works.console, None, works.orders.by_id[RUNS]),
        )
        for one in (asked, *others):
            one.show()
            QApplication.processEvents()
            assert nameless(one) == [], code
            assert clipped(one) == [], code
            one.close()


def test_numbers_and_times_are_read_as_people_write_them() -> None:
    now = 1_795_260_600.0  # 2026-11-21 11:30 UTC
    assert [pieces_typed(text) for text in ("", "12", "1 200", "1,200", "x", "-3")] == [0, 12, 1200, 1200, None, None]
    assert [pieces_typed(text) for text in ("12.5", "1,5", "1.200.000", "12,", "1\u202f000", "1,20")] == [
        None, None, 1_200_000, None, 1000, None,
    ]  # fmt: skip
    assert [seconds_typed(text) for text in ("", "12,5", "12.5", "-1", "a")] == [0.0, 12.5, 12.5, None, None]
    texts = ("2026-11-21 14:00", "11-22 08:30", "+2 14:00", "14:00", "08:00", "2026-11-25", "soon", "+x 14:00")
    written = [when_written(when_typed(text, now, None), None) for text in texts]
    assert written == [
        "2026-11-21 14:00", "2026-11-22 08:30", "2026-11-23 14:00", "2026-11-21 14:00", "2026-11-22 08:00",
        "2026-11-25 23:59", "", "",
    ]  # fmt: skip
    assert day_typed("+2", date(2026, 11, 21)) == date(2026, 11, 23)
