"""Rules of the badge scanner: a scan is known by its pace, and typing always arrives, whole and in order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.widgets.shell_parts import dressed
from widgets.people.activity import Activity
from widgets.people.wedge import GAP, LEAST, Burst, Wedge

FAST, SLOW = 0.008, 0.09  # seconds between two keys of a scanner, and of quick hands


class Desk:
    """A line to type in, and a scanner and a keyboard before it."""

    def __init__(self, qtbot: QtBot) -> None:
        dressed()
        self.line = QLineEdit()
        qtbot.addWidget(self.line)
        self.line.show()
        self.line.activateWindow()
        self.line.setFocus()
        QTest.qWaitForWindowActive(self.line)
        self.time = 100.0
        self.scans: list[str] = []
        self.entered: list[str] = []
        self.wedge = Wedge(clock=lambda _: self.time)
        self.wedge.watch(self.line.windowHandle())
        self.wedge.scanned.connect(self.scans.append)
        self.line.returnPressed.connect(lambda: self.entered.append(self.line.text()))

    def keys(self, text: str, gap: float, enter: bool = False) -> None:
        """Press keys so far apart; the wedge's own timer fires where a pause is longer than its patience."""
        for sign in text:
            self.wait(gap)
            QTest.keyClick(self.line.windowHandle(), sign)
        if enter:
            self.wait(gap)
            QTest.keyClick(self.line.windowHandle(), Qt.Key.Key_Return)

    def wait(self, seconds: float) -> None:
        self.time += seconds
        if seconds > GAP:
            self.wedge.hand_on()  # what the timer does then

    def rest(self) -> None:
        """Nothing is pressed for long."""
        self.wait(1.0)
        QApplication.processEvents()


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(qtbot)
    yield made
    made.wedge.deleteLater()


def test_a_fast_burst_that_ends_with_enter_is_a_scan_and_types_nothing(desk: Desk) -> None:
    desk.keys("04A2B9C1", FAST, enter=True)
    desk.rest()
    assert desk.scans == ["04A2B9C1"]
    assert desk.line.text() == ""
    assert desk.entered == []


def test_typing_arrives_whole_and_enter_works(desk: Desk) -> None:
    desk.keys("04A2B9C1", SLOW, enter=True)
    desk.rest()
    assert desk.scans == []
    assert desk.line.text() == "04A2B9C1"
    assert desk.entered == ["04A2B9C1"]


def test_a_fast_burst_without_enter_is_handed_on(desk: Desk) -> None:
    desk.keys("roll over", FAST)
    desk.rest()
    assert desk.line.text() == "roll over"


def test_a_burst_that_is_too_short_is_typing(desk: Desk) -> None:
    desk.keys("9" * (LEAST - 1), FAST, enter=True)
    desk.rest()
    assert desk.scans == []
    assert desk.line.text() == "9" * (LEAST - 1)
    assert desk.entered == [desk.line.text()]


def test_enter_after_a_pause_belongs_to_the_typing_before_it(desk: Desk) -> None:
    desk.keys("12345", FAST)
    desk.wait(SLOW)
    QTest.keyClick(desk.line.windowHandle(), Qt.Key.Key_Return)
    assert desk.scans == []
    assert desk.entered == ["12345"]


def test_typing_before_a_scan_stays(desk: Desk) -> None:
    desk.keys("ab", SLOW)
    desk.wait(SLOW)
    desk.keys("778899", FAST, enter=True)
    desk.rest()
    assert desk.scans == ["778899"]
    assert desk.line.text() == "ab"


def test_shortcuts_and_other_keys_are_never_held_back(desk: Desk) -> None:
    desk.keys("abc", FAST)
    desk.wait(FAST)
    QTest.keyClick(desk.line.windowHandle(), Qt.Key.Key_Backspace)
    assert desk.line.text() == "ab"
    QTest.keyClick(desk.line.windowHandle(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert desk.line.selectedText() == "ab"


def test_a_key_that_is_held_down_is_no_scan(desk: Desk) -> None:
    window = desk.line.windowHandle()
    for _ in range(8):
        desk.time += 0.03
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_7, Qt.KeyboardModifier.NoModifier, "7", True)
        QApplication.sendEvent(window, event)
    desk.time += 0.03
    QTest.keyClick(window, Qt.Key.Key_Return)
    assert desk.scans == []
    assert desk.line.text() == "7" * 8


def test_the_timer_hands_on_a_single_key_soon(desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClick(desk.line.windowHandle(), "x")
    qtbot.waitUntil(lambda: desk.line.text() == "x", timeout=1000)


def test_a_lent_scan_goes_to_whoever_waits_for_it_and_only_once(desk: Desk) -> None:
    given_away: list[str] = []
    desk.wedge.lend(given_away.append)
    desk.keys("AAAA1", FAST, enter=True)
    desk.keys("AAAA2", FAST, enter=True)
    assert given_away == ["AAAA1"]
    assert desk.scans == ["AAAA2"]


def test_a_scan_that_is_no_longer_wanted_signs_in(desk: Desk) -> None:
    given_away: list[str] = []
    desk.wedge.lend(given_away.append)()
    desk.keys("AAAA1", FAST, enter=True)
    assert (given_away, desk.scans) == ([], ["AAAA1"])


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.characters(codec="ascii", categories=["L", "N"]), st.floats(0.036, 0.5)), max_size=20))
def test_no_pace_of_hands_is_ever_a_scan(keys: list[tuple[str, float]]) -> None:
    burst, at = Burst(), 0.0
    for sign, gap in keys:
        at += gap
        if not burst.goes_on(at):
            burst = Burst()
        burst.take(sign, at)
    assert burst.ended(at + 0.036) == ""
    assert len(burst.signs) <= 1


def test_what_somebody_does_is_told_once_a_second_at_most(qtbot: QtBot) -> None:
    line, time, told = QLineEdit(), [10.0], []
    qtbot.addWidget(line)
    line.show()
    line.activateWindow()
    line.setFocus()
    QTest.qWaitForWindowActive(line)
    activity = Activity(lambda: told.append(time[0]), clock=lambda: time[0])
    activity.watch(line.windowHandle())
    for step in range(25):
        time[0] = 10.0 + step / 10
        QTest.keyClick(line.windowHandle(), "x")
    assert told == [10.0, 11.0, 12.0]
    assert line.text() == "x" * 25
