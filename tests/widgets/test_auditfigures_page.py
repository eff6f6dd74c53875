"""Rules of the figures of audits on the screen: every number opens its records, few audits are no rank."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app.console import Console
from console.domain.errors import Refusal
from tests.widgets.auditfigures_parts import made_console, past, wait
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.shell_parts import dressed
from widgets.auditfigures.page import AuditFiguresPage
from widgets.languages import CODES, languages

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def console(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    made, clock = made_console(tmp_path_factory.mktemp("console"))
    past(made, clock)
    yield made
    made.close()


@pytest.fixture(scope="module")
def page(console: Console) -> Iterator[AuditFiguresPage]:
    dressed()
    made = AuditFiguresPage(console)
    made.resize(1800, 960)
    made.show()
    yield made
    made.close()
    made.deleteLater()
    QApplication.processEvents()


@pytest.fixture(autouse=True)
def begin(console: Console, page: AuditFiguresPage) -> None:
    """Half a year of all 5S audits of every area."""
    dressed()
    page.set_scope(None)
    page.choosing.checklist.setCurrentIndex(page.choosing.checklist.findData("purpose:five_s"))
    page.choosing.place.setCurrentIndex(0)
    page.choosing.span.setCurrentIndex(page.choosing.span.findData("182"))
    page.figures.choose_area("")
    page.look()
    settled(console, page)


def settled(console: Console, page: AuditFiguresPage) -> None:
    wait(console, lambda: not page.gathering.busy and page.sheet is not None)


def value(page: AuditFiguresPage, key: str) -> str:
    return page.figures.tiles.tiles[key].value


def listed(page: AuditFiguresPage) -> list[tuple[str, ...]]:
    return [row.cells for row in page.behind.model.rows]


def test_the_figures_say_what_the_records_hold(page: AuditFiguresPage) -> None:
    assert value(page, "audits") == "13"
    assert value(page, "findings") == "4"
    assert value(page, "closed") == "50 %"
    assert value(page, "late") == "1"
    assert value(page, "repeated") == "1"
    assert value(page, "days") == "6.0 d"  # of 4 and 8
    assert value(page, "tags") == "2"
    assert page.figures.tiles.tiles["tags"].note == "1 over their day, 1 decided"
    assert value(page, "rounds") == "0 %"


def test_an_area_with_fewer_than_three_audits_is_shown_and_not_ranked(page: AuditFiguresPage) -> None:
    rows = [row.cells for row in page.figures.ranking.rows]
    assert [row[:2] for row in rows] == [("1", "Housing"), ("2", "Bracket"), ("few", "Box")]
    assert [row[3] for row in rows] == ["7", "4", "2"]
    assert page.figures.areas.note.text() == "Fewer than 3 audits: shown, not ranked"


@pytest.mark.parametrize(
    ("key", "target", "count"),
    [
        ("audits", "audits", 13),
        ("findings", "findings", 4),
        ("late", "findings", 2),
        ("days", "findings", 2),
        ("tags", "findings", 3),
        ("rounds", "auditplans", 6),
    ],
)
def test_a_figure_opens_the_records_behind_it(page: AuditFiguresPage, key: str, target: str, count: int) -> None:
    opened: list[tuple[str, str]] = []
    page.open_requested.connect(lambda *where: opened.append(where))
    page.figures.tiles.tiles[key].click()
    assert len(listed(page)) == count
    QTest.keyClick(page.behind.grid, Qt.Key.Key_Return)
    assert opened[-1][0] == target
    assert opened[-1][1]
    QTest.keyClick(page.behind.grid, Qt.Key.Key_Escape)
    assert page.listing is None


def test_the_chosen_area_has_the_line_and_each_point_opens_its_audit(page: AuditFiguresPage) -> None:
    opened: list[tuple[str, str]] = []
    page.open_requested.connect(lambda *where: opened.append(where))
    page.figures.ranks.selectRow(0)
    assert len(page.figures.line.points) == 7
    assert page.figures.line.target == 0.8
    page.figures.line.chosen.emit(0)
    assert opened == [("audits", "run-0")]
    page.figures.every.click()
    assert page.figures.place == ""


def test_all_areas_together_are_means_of_weeks_that_list_their_audits(page: AuditFiguresPage) -> None:
    assert "means by week" in page.figures.time.note.text()
    several = next(i for i, point in enumerate(page.figures._points) if len(point.runs) > 1)
    page.figures.line.chosen.emit(several)
    assert page.listing is not None
    assert page.listing.count == len(page.figures._points[several].runs)
    page.leave_list()


def test_a_section_that_is_clicked_in_the_radar_is_the_one_of_the_line(page: AuditFiguresPage) -> None:
    assert [axis.name for axis in page.figures.radar.axes][:2] == ["Sort", "Set in order"]
    page.figures.radar.chosen.emit(2)
    assert page.figures.section.currentData() == "shine"
    assert page.figures.line.target is None
    page.figures.section.setCurrentIndex(0)


def test_the_weakest_item_lists_its_findings_and_the_audits_in_which_it_was_weak(page: AuditFiguresPage) -> None:
    worst = page.figures.weakest.rows[0]
    assert worst.cells[:2] == ("Shine: Everything has its marked place", "2")
    page.figures.weak.selectRow(0)
    QTest.keyClick(page.figures.weak, Qt.Key.Key_Return)
    values = [row[3] for row in listed(page)]
    assert values[:2] == ["Open", "No owner yet"] or len(values) > 4
    assert len(values) == 2 + int(worst.cells[2].split(" / ")[0])
    page.leave_list()


def test_a_place_and_a_checklist_are_chosen_by_their_ids(console: Console, page: AuditFiguresPage) -> None:
    page.show_subject("L2")
    settled(console, page)
    assert value(page, "audits") == "4"
    page.show_subject("t")
    settled(console, page)
    assert page.choosing.checklist.currentData() == "t"
    assert "Weekly 5S" in page.said.text()
    page.set_scope("Final")
    page.choosing.place.setCurrentIndex(0)
    settled(console, page)
    assert value(page, "audits") == "2"


def test_where_nothing_was_signed_the_page_says_how_to_begin(console: Console, page: AuditFiguresPage) -> None:
    page.choosing.checklist.setCurrentIndex(page.choosing.checklist.findData("purpose:other"))
    page.show_subject("L1/10")
    settled(console, page)
    assert page.sheet is not None
    assert not page.sheet.looked
    assert page.empty.isVisible() or page.sheet.tags or page.sheet.standings
    assert "Audits" in page.empty.text()


def test_the_report_is_written_whole_and_a_path_that_cannot_be_is_refused(
    console: Console, page: AuditFiguresPage, tmp_path: Path
) -> None:
    box: list[Path | Refusal] = []
    page.save_report(tmp_path / "5s.pdf", box.append)
    assert not page.report.isEnabled()
    wait(console, lambda: box)
    assert (tmp_path / "5s.pdf").read_bytes()[:5] == b"%PDF-"
    page.ask_path = lambda name: str(tmp_path / "nowhere" / name)
    page.report.click()
    wait(console, lambda: page.report.isEnabled())
    assert list(tmp_path.iterdir()) == [tmp_path / "5s.pdf"]
    assert "report is" not in page.said.text()


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("size", [(1800, 960), (1260, 690), (880, 520)])
def test_every_word_is_whole_and_every_control_named(page: AuditFiguresPage, code: str, size: tuple[int, int]) -> None:
    languages.use(code)
    try:
        page.resize(*size)
        QApplication.processEvents()
        assert clipped(page) == []
        assert nameless(page) == []
    finally:
        languages.use("en")
        page.resize(1800, 960)
