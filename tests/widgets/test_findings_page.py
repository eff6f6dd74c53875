"""Rules of the page of findings: what is shown where, the re-check by another person, red tags, what is printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app.queries.findings import FindingFile, finding_file
from console.domain.actions import Action, Stage
from console.domain.commands.actions import DoAction
from console.domain.findings import Closing, Fate, RedTag
from tests.records.picture_files import encoded, photo
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.findings_parts import LEADER, OPERATOR, QUALITY, VIEWER, Works
from widgets.findings.form import FindingForm
from widgets.findings.page import FindingsPage
from widgets.findings.rows import DUE, STATE, TagRow
from widgets.findings.tagform import TagForm
from widgets.findings.tagsheet import sheet
from widgets.languages import languages
from widgets.tables import TONE

pytestmark = pytest.mark.usefixtures("qapp")
K = Qt.Key


@pytest.fixture(scope="module")
def works(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Works]:
    made = Works(tmp_path_factory.mktemp("console"))
    made.sign_in(QUALITY)
    made.show(("findings", FindingsPage))
    yield made
    made.close()


@pytest.fixture
def page(works: Works) -> FindingsPage:
    languages.use("en")
    works.sign_in(QUALITY)
    assert works.window is not None
    found = works.window.widget("findings")
    assert isinstance(found, FindingsPage)
    found.filters.words.clear()
    found.filters.place.setCurrentIndex(0)
    found.filters.turn("open")
    return found


def at(works: Works, page: FindingsPage, subject: str) -> FindingsPage:
    """The page with this chosen."""
    page.show_subject(subject)
    works.settle(4)
    return page


def texts(page: FindingsPage) -> list[str]:
    """What the list shows."""
    return [str(page.rows.index(row, 0).data()) for row in range(page.rows.rowCount())]


def action_of(works: Works, id: str) -> Action:
    """An action by now."""
    return works.ask(lambda desk: desk.need(Action, id))  # type: ignore[no-any-return]


def test_a_finding_is_open_then_overdue_then_wants_a_recheck_then_closed(works: Works, page: FindingsPage) -> None:
    id = works.finding("Drip tray full")
    bare = at(works, page, id)
    row = bare.rows.row_of(id)
    assert bare.rows.index(row, STATE).data() == "No owner yet"

    action = works.action(id, days=2)
    works.later(5)
    works.sign_in(QUALITY)
    at(works, page, id)
    page.filters.turn("overdue")
    row = page.rows.row_of(id)
    assert page.rows.index(row, DUE).data() == "3 days overdue"
    assert page.rows.index(row, DUE).data(TONE) == "bad"
    assert page.figures.facts["overdue"].value.text() != "0"

    assert works.do(DoAction(action, works.area, "Emptied"), who=LEADER) == []
    at(works, page, id)
    assert page.card.verify.isVisible()
    page.card.key("V")
    works.settle(4)
    file = works.ask(finding_file(id))
    assert isinstance(file, FindingFile)
    assert file.shown.closing is Closing.CLOSED
    page.filters.turn("open")
    assert id not in [one.id for one in page.rows.rows]


def test_the_doer_cannot_recheck_and_somebody_else_can_refuse_it_with_a_reason(
    works: Works, page: FindingsPage
) -> None:
    id = works.finding("Hose on the floor")
    action = works.action(id)
    works.do(DoAction(action, works.area, "Rolled up"), who=LEADER)
    works.sign_in(LEADER)
    at(works, page, id)
    assert not page.card.verify.isEnabled()
    assert "somebody else" in page.card.verify.toolTip()

    works.sign_in(QUALITY)
    works.settle()
    assert page.card.verify.isEnabled()
    assert page.card.key("R")
    works.settle(1)
    page.card.form.fields["why"].control.setPlainText("It lies there again")  # type: ignore[attr-defined]
    page.card.form.submit()
    works.settle(4)
    assert action_of(works, action).stage in (Stage.OPEN, Stage.DOING)
    assert not page.card.verify.isVisible()


def test_the_filters_and_the_search_show_what_they_say(works: Works, page: FindingsPage) -> None:
    serious = works.finding("Exit blocked", serious=True)
    there = works.finding("Board crooked", place=works.line)
    mine = works.finding("Scale not checked")
    works.action(mine, owner=QUALITY)
    at(works, page, serious)

    page.filters.turn("serious")
    assert texts(page) == ["Exit blocked"]
    page.filters.turn("mine")
    assert texts(page) == ["Scale not checked"]
    page.filters.turn("all")
    page.filters.words.setText("crook")
    assert [one.id for one in page.rows.rows] == [there]
    page.filters.words.clear()
    page.filters.place.setCurrentIndex(page.filters.place.findData(works.line))
    assert [one.id for one in page.rows.rows] == [there]
    page.filters.place.setCurrentIndex(page.filters.place.findData(works.area))
    assert {serious, there} <= {one.id for one in page.rows.rows}  # an area has what its lines have


def test_a_repeat_leads_to_what_was_found_before_and_the_round_opens(works: Works, page: FindingsPage) -> None:
    run, item = works.round()
    first = works.finding("Cloths on the press", run=run, item=item)
    works.later(1)
    works.sign_in(QUALITY)
    second = works.finding("Cloths again", run=run, item=item)
    at(works, page, second)
    page.filters.turn("repeat")
    assert second in [one.id for one in page.rows.rows]
    asked: list[tuple[str, str]] = []
    page.open_requested.connect(lambda key, subject: asked.append((key, subject)))

    page.card.round.click()
    page.card._repeats.itemAt(0).widget().click()  # type: ignore[attr-defined]
    works.settle(4)

    assert asked == [("audits", run)]
    assert page.card.finding == first
    page.open_requested.disconnect()


def test_it_is_withdrawn_with_a_reason_only(works: Works, page: FindingsPage) -> None:
    id = works.finding("Not there after all")
    works.action(id, days=1)
    at(works, page, id)
    page.card.withdraw.click()
    works.settle(1)
    page.card.form.submit()
    works.settle()
    assert page.card.form.fields["why"].refusal.text
    page.card.form.fields["why"].control.setPlainText("It belongs to the next hall")  # type: ignore[attr-defined]
    page.card.form.submit()
    works.settle(4)
    assert "It belongs to the next hall" in page.card.withdrawn.text()
    works.later(30)  # the action that it left is late, the finding is not
    works.sign_in(QUALITY)
    page.read()
    works.settle()
    for key in ("open", "overdue"):
        page.filters.turn(key)
        assert id not in [one.id for one in page.rows.rows]


def test_pictures_before_and_after_stand_side_by_side(works: Works, page: FindingsPage) -> None:
    id = works.finding("Oil under the pump")
    action = works.action(id)
    works.sign_in(OPERATOR)
    attachments, done = works.console.attachments, list[str]()
    assert attachments is not None
    for kind, record, size in (("finding", id, (300, 200)), ("action", action, (200, 100))):
        attachments.add(kind, record, encoded(photo(*size), "JPEG"), "p.jpg", place=works.area, done=done.append)
    works.until(lambda: len(done) == 2)

    at(works, page, id)
    card = page.card
    works.until(lambda: not any(image.isNull() for image in card.comparison.images))
    before, after = card.comparison.images
    assert (before.width(), after.width()) == (300, 200)

    card.over.click()
    card.comparison.setFocus()
    QTest.keyClick(card.comparison, K.Key_Right)
    assert card.comparison.over
    assert card.comparison.edge > 0.5
    assert not card.comparison.grab().toImage().isNull()


def test_a_finding_is_made_from_the_page_without_a_round(works: Works, page: FindingsPage) -> None:
    at(works, page, "")
    page.grid.setFocus()
    QTest.keyClick(page.grid, K.Key_N)
    works.settle(1)
    form = page.form
    assert isinstance(form, FindingForm)
    form.place.control.setCurrentIndex(form.place.control.findData(works.area))  # type: ignore[attr-defined]
    form._moved()
    form.text.setPlainText("Lamp flickers")
    form.submit()
    works.until(lambda: page.form is None)
    works.settle(4)
    assert page.card.file is not None
    assert page.card.file.shown.finding.text == "Lamp flickers"
    assert page.card.file.run is None


def test_an_owner_is_found_for_a_finding_that_has_none(works: Works, page: FindingsPage) -> None:
    id = works.finding("Mat torn")
    at(works, page, id)
    page.card.make.click()
    works.settle(1)
    page.card.form.submit()
    works.settle(4)
    assert page.card.file is not None
    (action,) = page.card.file.shown.actions
    assert (action.title, action.owner) == ("Mat torn", LEADER)


def test_a_red_tag_over_its_day_is_loud_and_its_owner_decides(works: Works, page: FindingsPage) -> None:
    id = works.tag("Bent trolley", days=1, number="R-1")
    works.later(3)
    works.sign_in(LEADER)
    at(works, page, f"tag:{id}")
    row = next(one for one in page.tag_rows.rows if one.id == id)
    assert isinstance(row, TagRow)
    assert row.late
    assert page.figures.facts["tags_late"].value.text() == "1"

    card = page.tag_card
    card.go.click()
    assert "Choose what" in card.fields["fate"].refusal.text
    card.fate.setCurrentIndex(card.fate.findData(Fate.MOVE.value))
    card.go.click()
    works.settle()
    assert "Say where" in card.fields["where"].refusal.text
    card.to.setText("Store 3")
    card.go.click()
    works.settle(4)
    tag = works.ask(lambda desk: desk.need(RedTag, id))
    assert (tag.fate, tag.where) == (Fate.MOVE, "Store 3")
    assert page.figures.facts["tags_late"].value.text() == "0"


def test_who_is_not_its_owner_and_leads_nobody_does_not_decide(works: Works, page: FindingsPage) -> None:
    id = works.tag("Spare motor", owner=LEADER)
    works.sign_in(OPERATOR)
    at(works, page, f"tag:{id}")
    assert page.tag_card.row is not None
    assert not page.tag_card.go.isEnabled()


def test_a_red_tag_is_put_on_without_a_finding(works: Works, page: FindingsPage) -> None:
    at(works, page, "tags")
    page.tag_button.click()
    works.settle(1)
    form = page.form
    assert isinstance(form, TagForm)
    form.submit()
    assert "Choose where" in form.fields["place"].refusal.text
    form.place.setCurrentIndex(form.place.findData(works.area))
    form._moved()
    form.thing.setText("Ladder")
    form.decide_by.setText("2001-01-01")
    form.submit()
    works.settle()
    assert form.fields["decide_by"].refusal.text  # its day is over already
    form.decide_by.setText("+3")
    form.submit()
    works.until(lambda: page.form is None)
    works.settle(4)
    assert page.tag_card.row is not None
    assert page.tag_card.row.tag.thing == "Ladder"


def test_the_cards_are_printed_on_pages_of_a4(works: Works, page: FindingsPage, tmp_path: Path) -> None:
    for number in range(7):
        works.tag(f"Thing {number} <b>", number=f"R-{number}")
    at(works, page, "tags")
    page.ask_path = lambda name: str(tmp_path / "cards.pdf")  # type: ignore[method-assign]
    page.print_button.click()
    works.until(lambda: page.said.text)

    document = QPdfDocument(None)
    document.load(str(tmp_path / "cards.pdf"))
    assert document.pageCount() >= 2
    words = "".join(document.getAllText(number).text() for number in range(document.pageCount()))
    assert "RED TAG" in words
    assert "Thing 6 <b>" in words
    assert isinstance(document.render(0, document.pagePointSize(0).toSize()), QImage)

    page.ask_path = lambda name: str(tmp_path / "gone" / "cards.pdf")  # type: ignore[method-assign]
    page.print_button.click()
    works.until(lambda: page.said.text and "The cards are in" not in page.said.text)
    page.said.say("")


def test_the_day_on_a_card_is_that_of_the_plant(works: Works, page: FindingsPage) -> None:
    tag = works.tag("Drum of the night", number="R-77")
    at(works, page, "tag:" + tag)
    row = next(row for row in page.tag_rows.rows if row.id == tag)
    assert isinstance(row, TagRow)
    late = replace(row, tag=replace(row.tag, made=datetime(2025, 3, 3, 20, 0, tzinfo=UTC)))  # 04:00 of the 4th there
    assert "2025-03-04 ·" in sheet([late], {}, {tag: ZoneInfo("Asia/Shanghai")})
    assert "2025-03-03 ·" in sheet([late], {}, {tag: ZoneInfo("UTC")})


def test_somebody_who_looks_on_can_change_nothing(works: Works, page: FindingsPage) -> None:
    id = works.finding("Cable loose")
    works.sign_in(VIEWER)
    at(works, page, id)
    buttons = (page.new_button, page.card.make, page.card.withdraw)
    assert [button.isEnabled() for button in buttons] == [False, False, False]


def test_what_happens_at_another_console_is_seen(works: Works, page: FindingsPage) -> None:
    at(works, page, "")
    works.finding("Written elsewhere")
    works.until(lambda: "Written elsewhere" in texts(page))


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_nothing_is_cut_and_everything_has_a_name(works: Works, page: FindingsPage, code: str) -> None:
    run, item = works.round()
    id = works.finding("Oil on the floor at the pump", serious=True, run=run, item=item)
    action = works.action(id)
    works.do(DoAction(action, works.area, "Cleaned"), who=LEADER)
    tag = works.tag("Old drum", days=2, number="R-9", finding=id)
    languages.use(code)
    for subject in (id, f"tag:{tag}"):
        at(works, page, subject)
        assert clipped(page) == []
        assert nameless(page) == []
