"""Rules of the screen of past handovers: what was missed stands there, words find, one is read whole and written."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app.console import Console
from console.app.furnishing import furnish
from console.app.queries.handovers import handover_file
from console.app.settings import load_settings
from console.domain.commands import CONSOLE, Command
from console.domain.commands.handovers import (
    AddHandoverItem,
    AnswerHandoverItem,
    CorrectHandover,
    HandOver,
    OverrideHandover,
    PrepareHandover,
    TakeOver,
    WriteHandover,
)
from console.domain.commands.people import AddPerson, BeginPlant
from console.domain.errors import Refusal
from console.domain.handover_moves import content_hash
from console.domain.handovers import Fact, Handover, OpenItem, Part, Reply, Risk, Subject, handover_id, item_id
from console.domain.people import Grant, Role
from console.telemetry.plantfile import load_plant
from tests.journeys.nursery import PIN
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.shell_parts import dressed
from widgets.handover.report import save_handover
from widgets.languages import languages
from widgets.pasthandovers.page import AGAIN, LIST, PastHandoversPage

pytestmark = pytest.mark.usefixtures("qapp")

PLANT = """
[plant]
name = "Works"
timezone = "UTC"
calendar = "two"
[[calendars.two.shift]]
name = "Early"
start = "06:00"
end = "14:00"
[[calendars.two.shift]]
name = "Late"
start = "14:00"
end = "22:00"
[[line]]
id = "L1"
name = "Housing"
site = "Suzhou"
area = "Body"
station = [{id = "10", name = "10 Weld A"}]
"""
MONDAY = datetime(2026, 11, 16, 6, tzinfo=UTC)
NOW = MONDAY + timedelta(days=2, hours=3)  # Wednesday, in the early shift
PUMP = "Pump 7 loses oil at the flange"


class Clock:
    at = NOW.timestamp()

    def __call__(self) -> float:
        return self.at


CLOCK = Clock()


@pytest.fixture(scope="module")
def console(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    """Monday: both shifts handed over, the second taken over with a dispute; Tuesday: the early one never was."""
    folder = tmp_path_factory.mktemp("console")
    (folder / "plant.toml").write_text(PLANT, encoding="utf-8")
    made = Console(folder, load_plant(folder / "plant.toml"), now=CLOCK)
    furnish(made, load_settings(folder, None, {}, {}), shares=False)
    made.start_records()
    wait(made, lambda: made.handovers is not None)
    do(made, BeginPlant("boss", "Boss", "1", PIN), CONSOLE)
    for id, name, number in (("ann", "Ann Li", "2"), ("bob", "Bob Wu", "3")):
        do(made, AddPerson(id, name, number, (Grant(Role.SUPERVISOR),)), "boss")
    hand(made, 0, (PUMP, Risk.HIGH), note="Keep the spare seal at hand.")
    second = hand(made, 1, (PUMP, Risk.HIGH), ("Door 3 sticks", Risk.PLAIN), disputed=PUMP, stops=2)
    on = (second.id, second.place)
    do(made, CorrectHandover(*on, "said-1", second.seal, "It was pump 8."), "ann")
    hand(made, 3, (PUMP, Risk.HIGH), take=False)
    CLOCK.at = NOW.timestamp()
    yield made
    made.close()


def hand(
    console: Console,
    shift: int,
    *items: tuple[str, Risk],
    note: str = "",
    disputed: str = "",
    stops: int = 0,
    take: bool = True,
) -> Handover:
    """Hand over one of the shifts since Monday's first."""
    begins = MONDAY + timedelta(days=shift // 2, hours=8 * (shift % 2))
    ends = begins + timedelta(hours=8)
    CLOCK.at = ends.timestamp()
    names = ("Early", "Late") if shift % 2 == 0 else ("Late", "Early")
    id, on = handover_id("L1", ends), (handover_id("L1", ends), "L1")
    told = (
        Fact(Part.PRODUCTION, "line", (("good", 478.0), ("plan", 495.0)), (("line", "L1"), ("order", "WO-10482"))),
        Fact(Part.CALLS, "calls", (("raised", 19.0), ("resolved", 15.0))),
        Fact(Part.LOSSES, "stopped", (("minutes", 61.0), ("stops", 3.0))),
        Fact(Part.LOSSES, "reason", (("minutes", 41.0),), (("reason", "Material shortage"),)),
        Fact(Part.LOSSES, "no_reason", (("minutes", 20.0),)),
        Fact(Part.SAFETY, "events", (("incidents", 0.0), ("near_misses", 1.0), ("others", 0.0))),
    )
    late = OpenItem(item_id(Subject.ORDER, "o1"), Subject.ORDER, "o1", "L1", "WO-10498", begins, code="late")
    do(console, PrepareHandover("L1", begins.date(), names[0], begins, ends, names[1], told, (late,), stops), "ann")
    for number, (title, risk) in enumerate(items):
        do(console, AddHandoverItem(*on, f"{title}-{number}", "L1/10", title, "seen at 11:40", "bob", risk), "ann")
    if note:
        do(console, WriteHandover(*on, note, ""), "ann")
    if stops:
        picture(console, id)
    shown = content_hash(kept(console, id))
    do(console, OverrideHandover(*on, shown, "the line was cleared") if stops else HandOver(*on, shown), "ann")
    if take:
        for item in kept(console, id).items:
            reply = Reply.DISPUTED if item.title == disputed else Reply.ACCEPTED
            do(console, AnswerHandoverItem(*on, item.id, reply, "said <b>so</b>"), "bob")
        do(console, TakeOver(*on, content_hash(kept(console, id))), "bob")
    return kept(console, id)


def picture(console: Console, id: str) -> None:
    """One belongs to it before it is signed."""
    box: list[object] = []
    assert console.attachments is not None
    console.office.who = lambda: "boss"
    console.attachments.add("handover", id, red(), "pump.png", "the flange", "L1", box.append, box.append)
    wait(console, lambda: box)
    assert not isinstance(box[0], Refusal), box[0]


def kept(console: Console, id: str) -> Handover:
    box: list[Any] = []
    console.office.ask(handover_file(id, "L1", NOW), box.append, box.append)
    wait(console, lambda: box)
    assert box[0].handover is not None
    return box[0].handover


def do(console: Console, command: Command, who: str) -> None:
    box: list[object] = []
    console.office.do(command, box.append, box.append, who)
    wait(console, lambda: box)
    assert not isinstance(box[0], Refusal), box[0]


def wait(console: Console, true: Callable[[], object]) -> None:
    end = time.monotonic() + 20
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        console.mailbox.run_errands()
        QApplication.processEvents()
        time.sleep(0.002)


@pytest.fixture(scope="module")
def shared(console: Console) -> Iterator[PastHandoversPage]:
    dressed()
    made = PastHandoversPage(console)
    made.resize(1800, 950)
    made.show()
    yield made
    made.close()


@pytest.fixture
def page(console: Console, shared: PastHandoversPage) -> Iterator[PastHandoversPage]:
    """As it opens: of all places and the last thirty days, nothing searched for."""
    dressed()
    shared.turn(LIST)
    shared.choosing.search.clear()
    shared.look()
    wait(console, lambda: len(shared.rows.rows) == 4 and shared.reading.file)
    yield shared
    languages.use("en")


def cells(page: PastHandoversPage, column: int) -> list[str]:
    return [page.rows.words(row, column) for row in page.rows.rows]


def test_every_shift_stands_there_and_the_one_that_nobody_handed_over_is_loud(page: PastHandoversPage) -> None:
    assert cells(page, 1) == ["Late → Early", "Early → Late", "Late → Early", "Early → Late"]
    assert cells(page, 3) == ["not taken over yet", "missed", "sealed", "sealed"]
    assert cells(page, 5) == ["", "", "1", ""]
    assert cells(page, 6) == ["Ann Li → …", "–", "Ann Li → Bob Wu", "Ann Li → Bob Wu"]
    assert page.rows.tone(page.rows.rows[1], 3) == "bad"


def test_a_handover_is_read_whole_with_what_was_said_to_each_item(console: Console, page: PastHandoversPage) -> None:
    page.grid.selectRow(2)
    wait(console, lambda: "It was pump 8." in page.reading.page.toPlainText())

    words = page.reading.page.toPlainText()

    for said in ("478 / 495 plan", "Material shortage", "41 min", PUMP, "Disputed", "said <b>so</b>", "Door 3 sticks"):
        assert said in words
    assert "Signed although 2 stops had no reason: the line was cleared" in words
    assert "Unaltered" in words
    assert "Bob Wu" in words


def test_of_a_missed_shift_it_is_said_that_nobody_handed_over(console: Console, page: PastHandoversPage) -> None:
    page.grid.selectRow(1)
    assert "Nobody handed over Early → Late" in page.reading.words.text()
    assert not page.reading.pdf.isEnabled()
    page.grid.selectRow(0)
    wait(console, lambda: page.reading.file)
    assert page.reading.pdf.isEnabled()


@pytest.mark.parametrize(
    ("words", "count"),
    [("was pump 8", 1), ("SPARE seal", 1), ("flange oil", 3), ("li wu", 3), ("no such words", 0), ("L1/10", 3)],
)
def test_words_find_what_was_written_said_signed_or_corrected(
    console: Console, page: PastHandoversPage, words: str, count: int
) -> None:
    QTest.keyClicks(page.choosing.search, words)
    wait(console, lambda: len(page.rows.rows) == count)
    if not count:
        assert "holds all of these words" in page.empty.text()
    QTest.keyClick(page.choosing.search, Qt.Key.Key_Escape)
    wait(console, lambda: len(page.rows.rows) == 4)


def test_what_keeps_coming_is_counted_and_opens_its_latest_handover(console: Console, page: PastHandoversPage) -> None:
    page.turn(AGAIN)
    rows = page.again.rows.rows
    assert [(row.item.title, row.times, row.disputed) for row in rows] == [("WO-10498", 3, 0), (PUMP, 3, 1)]
    assert all(row.still for row in rows)
    page.again.grid.selectRow(1)
    page.again.grid.activated.emit(page.again.rows.index(1, 0))
    wait(console, lambda: page.reading.file is not None and page.reading.id == rows[1].latest)
    assert page.grid.currentIndex().row() == 0


def test_enter_opens_it_on_the_handover_screen(page: PastHandoversPage) -> None:
    asked: list[tuple[str, str]] = []
    page.open_requested.connect(lambda key, subject: asked.append((key, subject)))
    page.grid.selectRow(2)
    page.grid.setFocus()
    QTest.keyClick(page.grid, Qt.Key.Key_Return)
    assert asked == [("handover", page.rows.rows[2].handover.id)]  # type: ignore[union-attr]


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_the_pdf_holds_it_on_a4_with_its_picture(
    console: Console, page: PastHandoversPage, tmp_path: Path, code: str
) -> None:
    languages.use(code)
    id = handover_id("L1", MONDAY + timedelta(hours=16))
    told: list[object] = []

    save_handover(console, id, tmp_path / "one.pdf", told.append)
    wait(console, lambda: told)

    assert told == [tmp_path / "one.pdf"]
    document = QPdfDocument()
    assert document.load(str(tmp_path / "one.pdf")) is QPdfDocument.Error.None_
    points = document.pagePointSize(0)
    assert (round(points.width()), round(points.height())) == (595, 842)
    words = "".join(document.getAllText(number).text() for number in range(document.pageCount()))
    for said in (PUMP, "Material shortage", "Ann Li", "said <b>so</b>", "It was pump 8.", "the flange"):
        assert said in " ".join(words.split())
    assert ("遗留事项" in words) is (code == "zh_CN")
    pages = [document.render(number, QSize(595, 842)) for number in range(document.pageCount())]
    assert any(has_red(image) for image in pages)
    document.close()


def test_a_folder_that_is_not_there_is_said_and_nothing_is_left(
    console: Console, page: PastHandoversPage, tmp_path: Path
) -> None:
    page.grid.selectRow(2)
    wait(console, lambda: page.reading.file)
    page.ask_path = lambda name: str(tmp_path / "gone" / "one.pdf")
    page.save()
    wait(console, lambda: page.said.text)
    assert "the folder cannot be reached" in page.said.text
    assert page.reading.pdf.isEnabled()
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_no_word_is_cut_and_every_control_is_named(console: Console, page: PastHandoversPage, code: str) -> None:
    languages.use(code)
    for size in ((1800, 950), (1290, 680), (880, 520)):
        for key in (LIST, AGAIN):
            page.turn(key)
            page.resize(*size)
            for _ in range(3):  # what wraps asks for its height anew
                QApplication.processEvents()
            assert clipped(page) == []
            assert nameless(page) == []
    page.resize(1800, 950)


def red() -> bytes:
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(QColor(250, 10, 10))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())


def has_red(image: QImage) -> bool:
    colors = (image.pixelColor(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3))
    return any(one.red() > 200 and one.green() < 60 and one.blue() < 60 for one in colors)
