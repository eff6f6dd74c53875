"""Points of a patrol on screen: checked in by scan or by hand, counting down, missed; stickers on any screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console.app.queries.rounds import RunFile, run_file
from console.domain.checklists import Form, Item, Purpose, Section, Words
from console.domain.commands.checklists import BeginRun, CheckInAt, DraftChecklist, DropRun, PublishChecklist, SetRoute
from console.domain.ids import new_id
from console.domain.patrols import CheckIn, Point, PointUnknown
from console.domain.people import Role
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.rounded_parts import NOW, Rounded
from tests.widgets.shell_parts import dressed
from widgets.languages import CODES, languages
from widgets.patrols.scans import PatrolScans
from widgets.patrols.strip import PatrolStrip
from widgets.refusals import words_of

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def floor(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rounded]:
    dressed()
    made = Rounded(tmp_path_factory.mktemp("console"))
    form = Form((Section("s", Words("Other"), (Item("i", Words("x")),)),))
    made.do(DraftChecklist("other", Words("Another patrol"), Purpose.PATROL, form))
    made.do(PublishChecklist("other", "", 1))
    made.do(SetRoute("other", (Point("s", "L2", "P-OTHER"),)))
    made.until(lambda: made.rounds.template("other") is not None and made.rounds.template("other").route)
    yield made
    made.close()


@pytest.fixture(autouse=True)
def begin(floor: Rounded) -> None:
    dressed()
    floor.clock.at = NOW


def walk(floor: Rounded, who: str = "console") -> str:
    """A patrol that begins now; its run."""
    run = new_id()
    floor.do(BeginRun(run, "t", "L1"), who)
    return run


def file_of(floor: Rounded, run: str) -> RunFile:
    found: RunFile | None = floor.ask(run_file(run))
    assert found is not None
    return found


def strip_of(floor: Rounded, run: str) -> PatrolStrip:
    made = PatrolStrip(floor.console)
    made.resize(1100, 160)
    made.show_file(file_of(floor, run))
    made.show()
    floor.beat(2)
    return made


def been(floor: Rounded, run: str) -> dict[str, bool]:
    """Where somebody was, and whether by a scan."""
    return {one.section: one.scanned for one in floor.ask(lambda desk: desk.find(CheckIn, run=run))}


def words(strip: PatrolStrip, section: str) -> str:
    return strip.chips[section]._words


def test_points_count_down_until_somebody_must_be_there_and_then_are_missed(floor: Rounded) -> None:
    strip = strip_of(floor, walk(floor))
    assert list(strip.chips) == ["gate", "press", "roof"]
    assert words(strip, "gate") == "until 11:52 · 10:00 left"
    assert words(strip, "roof") == "at any time"
    floor.clock.at += 9 * 60 + 1
    strip.refresh()
    assert words(strip, "gate") == "until 11:52 · 0:59 left"
    floor.clock.at += 60
    strip.refresh()
    assert words(strip, "gate") == "missed, until 11:52"
    assert strip.note.text() == "0 of 3 points · 1 missed"
    assert "missed" in strip.chips["gate"].accessibleName()
    strip.close()


def test_the_scan_of_a_sticker_checks_in_there_and_shows_its_section(floor: Rounded) -> None:
    run = walk(floor)
    strip = strip_of(floor, run)
    asked: list[str] = []
    strip.section_asked.connect(asked.append)
    assert strip.scanned(" P-PRESS ")
    floor.until(lambda: asked)
    assert been(floor, run) == {"press": True}
    assert asked == ["press"]
    assert strip.said.text == "Checked in: Press"
    strip.show_file(file_of(floor, run))
    assert words(strip, "press") == f"11:42 · {strip.file.names[strip.file.been[0].who]}"  # type: ignore[union-attr]
    assert strip.note.text() == "1 of 3 points"
    assert strip.scanned("P-PRESS")
    assert "already" in strip.said.text
    assert len(been(floor, run)) == 1
    strip.close()


def test_a_sticker_of_another_patrol_is_said_in_words_and_a_badge_is_left_alone(floor: Rounded) -> None:
    strip = strip_of(floor, walk(floor))
    assert strip.scanned("P-OTHER")
    assert strip.said.text == words_of(PointUnknown(code="P-OTHER"))
    assert not strip.scanned("2014")
    assert not strip.scanned("")
    strip.close()


def test_a_point_is_checked_in_by_hand_and_shown_as_such(floor: Rounded) -> None:
    run = walk(floor)
    strip = strip_of(floor, run)
    assert strip.hand.text() == "By hand: Gate"
    strip.chips["roof"].setFocus()
    QTest.keyClick(strip.chips["roof"], Qt.Key.Key_Space)
    assert strip.hand.text() == "By hand: Roof"
    QTest.keyClick(strip.hand, Qt.Key.Key_Return)
    floor.until(lambda: strip.said.text)
    assert been(floor, run) == {"roof": False}
    strip.show_file(file_of(floor, run))
    assert "by hand" in words(strip, "roof")
    assert strip.hand.text() == "By hand: Gate"
    strip.close()


def test_who_came_late_is_shown_as_late(floor: Rounded) -> None:
    run = walk(floor)
    floor.clock.at += 11 * 60
    floor.do(CheckInAt(run, "L1", "gate", "P-GATE"))
    strip = strip_of(floor, run)
    assert words(strip, "gate").startswith("11:53 · late")
    assert strip.note.text() == "1 of 3 points"
    strip.close()


def test_a_patrol_that_ended_takes_nothing_more_and_stands_still(floor: Rounded) -> None:
    run = walk(floor)
    floor.clock.at += 60
    floor.do(DropRun(run, "L1", "fire drill"))
    floor.clock.at += 3600
    strip = strip_of(floor, run)
    assert not strip.scanned("P-GATE")
    assert not strip.hand.isVisible()
    assert words(strip, "gate") == "until 11:52"
    strip.close()


def test_who_may_not_check_in_reads_why(floor: Rounded) -> None:
    strip = strip_of(floor, walk(floor))
    floor.console.session.view_as(Role.VIEWER)
    floor.beat()
    assert not strip.hand.isEnabled()
    assert strip.hand.toolTip()
    floor.console.session.view_as(None)
    floor.beat()
    assert strip.hand.isEnabled()
    strip.close()


class Window(QWidget):
    """A window that remembers what was opened in it."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[tuple[str, str]] = []

    def open(self, key: str, subject: str = "") -> None:
        self.opened.append((key, subject))


def test_a_sticker_that_is_scanned_on_any_screen_checks_in_on_ones_own_patrol(floor: Rounded) -> None:
    window = Window()
    window.show()
    scans = PatrolScans(floor.console, window)  # type: ignore[arg-type]
    me = floor.sign_in(Role.ADMINISTRATOR)
    theirs = walk(floor)
    floor.beat(5)
    assert not scans.scanned("P-GATE")  # nobody's of mine
    run = walk(floor, me)
    floor.until(lambda: floor.rounds.patrols.patrol(run) is not None)
    assert scans.scanned("P-GATE")
    floor.until(lambda: window.opened)
    assert (been(floor, run), been(floor, theirs)) == ({"gate": True}, {})
    assert window.opened == [("audits", run)]
    assert "Gate" in scans.notice.words.text()
    floor.until(lambda: "gate" in floor.rounds.patrols.patrol(run).visited)
    assert scans.scanned("P-GATE")
    assert scans.notice.words.text() == words_of(PointUnknown(code="P-GATE"))
    assert not scans.scanned("1001")  # a badge
    window.close()


@pytest.mark.parametrize("code", CODES)
def test_every_word_is_whole_and_every_control_has_a_name(floor: Rounded, code: str) -> None:
    languages.use(code)
    strip = strip_of(floor, walk(floor))
    floor.clock.at += 20 * 60
    strip.refresh()
    for wide in (1400, 860):
        strip.resize(wide, 160)
        floor.beat(2)
        assert clipped(strip) == []
        assert nameless(strip) == []
    strip.close()


def test_many_points_are_scrolled_and_take_no_more_than_two_lines(floor: Rounded) -> None:
    sections = tuple(Section(f"s{n}", Words(f"Point {n}"), (Item(f"i{n}", Words("x")),)) for n in range(30))
    floor.do(DraftChecklist("long", Words("Long"), Purpose.PATROL, Form(sections)))
    floor.do(PublishChecklist("long", "", 1))
    floor.do(SetRoute("long", tuple(Point(s.id, "L1", f"C-{s.id}") for s in sections)))
    run = new_id()
    floor.do(BeginRun(run, "long", "L1"))
    strip = strip_of(floor, run)
    assert len(strip.chips) == 30
    assert strip._area.height() <= 100
    strip.close()
