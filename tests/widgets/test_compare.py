"""The compare page: asked with the mouse or the keyboard, read in the table, in the picture, in a file and on paper."""

from __future__ import annotations

import csv
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPointF, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app.console import Console
from console.app.furnishing import furnish
from console.app.settings import load_settings
from console.demo.cells import demo_cells
from console.demo.plant_text import plant_text
from console.domain.compare import By, Measure
from console.domain.questions import Every
from console.domain.reports import ended
from console.telemetry.plantfile import load_plant
from tests.widgets.shell_parts import dressed
from widgets.compare.page import ComparePage
from widgets.languages import languages

pytestmark = pytest.mark.usefixtures("qapp")
NOW = 1_741_071_600.0  # 2025-03-04 07:00 UTC


@pytest.fixture(scope="module")
def console(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    folder = tmp_path_factory.mktemp("compare")
    made = Console(folder, load_plant(plant_text(4, "UTC")), now=lambda: NOW)
    furnish(made, load_settings(folder, None, {}, {}), shares=False)
    known = [(hearing.live.line, hearing.calendar) for hearing in made.floor.line_hearings.values()]
    made.seed_cells(demo_cells(known, NOW, {"L1": ("PH-220", "PH-180"), "L2": ("BR-17",)}))
    kept: list[bool] = []
    made._keeping.when_durable(lambda: kept.append(True))
    made.start_records()
    until(made, lambda: kept)
    yield made
    made.close()


@pytest.fixture(scope="module")
def page(console: Console) -> Iterator[ComparePage]:
    dressed()
    made = ComparePage(console)
    made.resize(1600, 900)
    made.show()
    until(console, lambda: made.side is not None)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture(autouse=True)
def english() -> None:
    dressed()


def until(console: Console, true: Callable[[], object]) -> None:
    end = time.monotonic() + 20
    while not true():
        assert time.monotonic() < end, "it did not happen"
        console.mailbox.run_errands()
        QApplication.processEvents()
        time.sleep(0.002)


def ask(console: Console, page: ComparePage, measure: Measure, rows: By, columns: By = By.NONE) -> None:
    page.side = None
    page.choosing.choose(measure, rows, columns)
    page.look()
    until(console, lambda: page.side is not None)


def test_it_opens_with_the_oee_of_every_line_and_the_whole_below(console: Console, page: ComparePage) -> None:
    ask(console, page, Measure.OEE, By.LINE)
    rows = [page.model.index(row, 0).data() for row in range(page.model.rowCount())]
    assert len(rows) == 5
    assert rows[-1] == "All together"
    assert all("%" in page.model.index(row, 1).data() for row in range(5))
    assert "OEE" in page.said.text()


def test_beside_another_time_stands_what_it_was_and_how_it_changed(console: Console, page: ComparePage) -> None:
    ask(console, page, Measure.SCRAP, By.LINE)
    page.choosing.against.setCurrentIndex(page.choosing.against.findData("week"))
    page.side = None
    page.look()
    until(console, lambda: page.side is not None)
    heads = [page.model.headerData(i, Qt.Orientation.Horizontal) for i in range(page.model.columnCount())]
    assert heads == ["Line", "Scrap", "Before", "Change"]
    assert f"A week earlier {page.side.before.whole.value:,.0f}" in page.said.text()
    now, before = (int(page.model.index(0, i).data().replace(",", "")) for i in (1, 2))
    change = page.model.index(0, 3).data()
    assert change == f"{'+' if now > before else '−'}{abs(now / before - 1) * 100:.1f} %"
    page.choosing.against.setCurrentIndex(0)


def test_a_dimension_that_does_not_belong_to_a_figure_is_not_offered(page: ComparePage) -> None:
    page.choosing.choose(Measure.OEE, By.LINE)
    assert page.choosing.rows.findData(By.REASON.value) < 0
    page.choosing.choose(Measure.STOP_TIME, By.REASON)
    assert page.choosing.rows.currentData() == By.REASON
    page.choosing.choose(Measure.OEE, By.SHIFT)
    assert page.choosing.columns.findData(By.SHIFT.value) < 0, "not by one thing twice"


def test_losses_are_a_pareto_that_ends_at_the_whole(console: Console, page: ComparePage) -> None:
    ask(console, page, Measure.LOST, By.LOSS)
    assert page.side is not None
    values = [page.side.now.by_row[row].value or 0 for row in page.side.now.rows]
    assert values == sorted(values, reverse=True)
    assert sum(values) == pytest.approx(page.side.now.whole.value)
    assert page.chart.words_at(QPointF(300, 10)).startswith(page.side.row_name(page.side.now.rows[0]))


def test_two_dimensions_are_a_map_with_words_for_every_square(console: Console, page: ComparePage) -> None:
    ask(console, page, Measure.SCRAP_SHARE, By.HOUR, By.WEEKDAY)
    assert page.side is not None
    assert page.side.now.rows == tuple(f"{hour:02}" for hour in range(24))
    assert "06:00 · " in page.chart.words_at(QPointF(220, 26 + 6 * 22 + 5))
    assert page.grab().toImage().pixelColor(400, 400).isValid()


def test_the_keyboard_alone_chooses_another_figure(console: Console, page: ComparePage) -> None:
    ask(console, page, Measure.OEE, By.LINE)
    page.activateWindow()
    page.focus_filter()
    page.side = None
    QTest.keyClick(page.choosing.measure, Qt.Key.Key_Down)
    until(console, lambda: page.side is not None)
    assert page.side is not None
    assert page.side.measure is not Measure.OEE


def test_a_file_for_a_spreadsheet_has_bare_numbers(console: Console, page: ComparePage, tmp_path: Path) -> None:
    ask(console, page, Measure.SCRAP_SHARE, By.LINE)
    page.ask_path = lambda *_: str(tmp_path / "out.csv")  # type: ignore[assignment]
    page.write()
    rows = list(csv.reader((tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()))
    last = rows[-1]
    assert last[0] == "All together"
    assert page.side is not None
    assert float(last[1]) == pytest.approx(page.side.now.whole.value)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_report_on_paper_has_every_line_and_reads_in_the_language_of_the_screen(
    console: Console, page: ComparePage, tmp_path: Path, language: str
) -> None:
    languages.use(language)
    path = tmp_path / "report.pdf"
    page.ask_path = lambda *_: str(path)  # type: ignore[assignment]
    assert console.reports is not None
    period = next(ended(Every.SHIFT, console.reports.calendars(), NOW))
    page.write_report(period)
    until(console, path.exists)
    document = QPdfDocument(None)
    document.load(str(path))
    text = "".join(document.getAllText(number).text() for number in range(document.pageCount()))
    assert document.pageCount() <= 3
    for line in ("L1", "L2", "L3", "L4"):
        assert line in text
    assert "OEE" in text
    assert ("班" in text) is (language == "zh_CN")
    assert not list(tmp_path.glob("*.part"))
    until(console, lambda: str(path) in page.said.text())


def test_a_page_that_is_closed_hears_no_more(console: Console) -> None:
    def heard() -> int:
        return sum(map(len, console.bus._handlers.values()))

    before = heard()
    made = ComparePage(console)
    assert heard() > before
    shiboken6.delete(made)
    assert heard() == before


def test_a_folder_that_is_not_there_is_said_and_leaves_nothing(
    console: Console, page: ComparePage, tmp_path: Path
) -> None:
    page.ask_path = lambda *_: str(tmp_path / "none" / "report.pdf")  # type: ignore[assignment]
    assert console.reports is not None
    page.write_report(next(ended(Every.DAY, console.reports.calendars(), NOW)))
    until(console, lambda: "could not be written" in page.said.text())
    assert list(tmp_path.iterdir()) == []


def test_without_a_plant_there_is_no_report_and_the_button_says_why(tmp_path: Path) -> None:
    made = Console(tmp_path, None, now=lambda: NOW)
    furnish(made, load_settings(tmp_path, None, {}, {}), shares=False)
    made.start_records()
    page = ComparePage(made)
    page.show()
    until(made, lambda: page.side is not None)
    assert not page.report.isEnabled()
    assert "plant" in page.report.toolTip()
    page.close()
    page.deleteLater()
    made.close()


def test_with_shifts_that_are_over_a_report_can_be_made(page: ComparePage) -> None:
    assert page.report.isEnabled()
    assert "PDF" in page.report.toolTip()
