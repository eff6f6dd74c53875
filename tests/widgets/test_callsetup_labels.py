"""Rules of station labels on paper and under the scanner: what is printed is read, and leads to its station."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app.queries.andon import open_calls
from console.domain.andon import Source
from console.domain.labels import label_code
from tests.widgets.call_parts import OTHER, STATION, breathe, calling, shown
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.people_parts import PeopleConsole, person_id
from widgets.calls.page import CallsPage
from widgets.calls.raising import raising_of
from widgets.callsetup.labels import LabelsTab
from widgets.callsetup.sheet import FORMATS
from widgets.languages import CODES, languages
from widgets.people.signing import signing_of
from widgets.shell.window import MainWindow

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def console(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[PeopleConsole]:
    made = calling(tmp_path_factory.mktemp("console"))
    made.sign_in(person_id("Operator 14"))
    yield made
    made.office.close()


@pytest.fixture(scope="module")
def window(console: PeopleConsole) -> Iterator[MainWindow]:
    made = shown(console, ("calls", CallsPage), ("labels", LabelsTab))
    yield made
    made.close()
    made.deleteLater()


def scan(window: MainWindow, text: str) -> None:
    signing = signing_of(window)
    assert signing is not None
    signing.scanned(text)


def open_sources(console: PeopleConsole) -> dict[tuple[str, str], Source]:
    calls = console.answer(open_calls)
    return {(one.call.place, one.call.category): one.call.source for one in calls}  # type: ignore[attr-defined]


def read_codes(pdf: Path, folder: Path) -> list[str]:
    """What a scanner that is not ours reads on every page."""
    program = shutil.which("zbarimg")
    assert program, "make test installs zbar-tools"
    document = QPdfDocument()
    document.load(str(pdf))
    found: list[str] = []
    for page in range(document.pageCount()):
        picture = folder / f"{page}.png"
        paper = QImage(1654, 2339, QImage.Format.Format_RGB32)  # 200 dots an inch
        paper.fill(Qt.GlobalColor.white)
        with QPainter(paper) as painter:
            painter.drawImage(0, 0, document.render(page, paper.size()))
        assert paper.save(str(picture))
        said = subprocess.run([program, "-q", "--raw", str(picture)], capture_output=True, text=True, check=True)
        found += said.stdout.split()
    return found


@pytest.mark.parametrize("size", FORMATS)
def test_every_printed_label_is_read_by_a_scanner_that_is_not_ours(
    window: MainWindow, size: str, tmp_path: Path
) -> None:
    tab = window.widget("labels")
    assert isinstance(tab, LabelsTab)
    tab.what.control.setCurrentIndex(tab.what.control.findData("both"))
    tab.size.control.setCurrentIndex(tab.size.control.findData(size))
    wanted = [label.code for label in tab.labels()]
    assert label_code(STATION) in wanted
    assert len(wanted) == len(set(wanted)) > FORMATS[size].each, "more than one page"
    tab.save_to(tmp_path / "labels.pdf")
    assert sorted(read_codes(tmp_path / "labels.pdf", tmp_path)) == sorted(wanted)


def test_a_sheet_that_cannot_be_written_is_said(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    tab = window.widget("labels")
    assert isinstance(tab, LabelsTab)
    monkeypatch.setattr(tab, "_ask_target", lambda name: f"/no such folder/{name}")
    tab._save()
    assert "cannot be written" in tab.said.text


def test_a_scanned_station_opens_its_form_and_a_number_and_enter_raise_the_call(
    console: PeopleConsole, window: MainWindow
) -> None:
    scan(window, label_code(STATION).lower())
    raising = raising_of(window)
    assert raising is not None
    assert raising.panel.isVisible()
    assert raising.panel.where == STATION
    kind = raising.panel.tiles[0].category.id
    QTest.keyClick(raising.panel, Qt.Key.Key_1)
    QTest.keyClick(raising.panel, Qt.Key.Key_Return)
    breathe(console)
    assert open_sources(console)[STATION, kind] is Source.SCAN


def test_the_label_of_a_kind_of_call_needs_only_enter(console: PeopleConsole, window: MainWindow) -> None:
    raising = raising_of(window)
    assert raising is not None
    category = raising.known.categories(OTHER)[-1].id
    scan(window, label_code(OTHER, category))
    QTest.keyClick(raising.panel.text.control, Qt.Key.Key_Return)
    breathe(console)
    assert open_sources(console)[OTHER, category] is Source.SCAN


def test_a_second_scan_moves_the_open_form_to_the_other_station(window: MainWindow) -> None:
    raising = raising_of(window)
    assert raising is not None
    scan(window, label_code(STATION))
    scan(window, label_code(OTHER))
    assert raising.panel.where == OTHER
    raising.panel.reject()


def test_what_is_raised_by_hand_after_a_scan_that_was_given_up_is_no_scan(
    console: PeopleConsole, window: MainWindow
) -> None:
    raising = raising_of(window)
    assert raising is not None
    scan(window, label_code(STATION))
    raising.panel.reject()
    raising.open(STATION)
    last = raising.panel.tiles[-1].category.id
    raising.panel._clicked(raising.panel.tiles[-1])
    breathe(console)
    assert open_sources(console)[STATION, last] is Source.PERSON


def test_the_label_of_another_plant_is_said_and_opens_nothing(window: MainWindow) -> None:
    raising = raising_of(window)
    assert raising is not None
    scan(window, label_code("another plant"))
    assert not raising.panel.isVisible()
    assert "not known here" in raising.notice.accessibleName()


def test_a_badge_still_signs_in(console: PeopleConsole, window: MainWindow) -> None:
    signing = signing_of(window)
    assert signing is not None
    scan(window, "0000")
    console.settle()
    assert signing.panel.isVisible(), "an unknown badge is refused where people sign in"
    signing.panel.reject()


@pytest.mark.parametrize("code", CODES)
def test_no_word_is_cut_and_everything_has_a_name(window: MainWindow, code: str) -> None:
    languages.use(code)
    window.open("labels")
    QApplication.processEvents()
    assert clipped(window.widget("labels")) == []
    assert nameless(window.widget("labels")) == []
    languages.use("en")
