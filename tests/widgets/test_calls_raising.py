"""Raising a call: three keys or two clicks from anywhere, pre-filled with the station that is open or chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from console.domain.andon import Call, Severity, Source
from tests.widgets.call_parts import OPERATOR, OTHER, STATION, breathe, calling, raised, shown
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.people_parts import PeopleConsole
from widgets.calls.page import CallsPage
from widgets.calls.raising import Raising, raising_of
from widgets.languages import languages
from widgets.people.signing import signing_of
from widgets.shell.window import MainWindow

pytestmark = pytest.mark.usefixtures("qapp")
K = Qt.Key


class Elsewhere(QWidget):
    """Any other screen, with a field in which somebody types."""

    open_requested = Signal(str, str)

    def __init__(self, console: PeopleConsole) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setAccessibleName("Field")
        QVBoxLayout(self).addWidget(self.field)
        self.setFocusProxy(self.field)


@pytest.fixture
def console(tmp_path: Path) -> Iterator[PeopleConsole]:
    made = calling(tmp_path)
    yield made
    made.office.close()


@pytest.fixture
def window(console: PeopleConsole, qtbot: Any) -> Callable[..., MainWindow]:
    def build(who: str = OPERATOR) -> MainWindow:
        made = shown(console, ("elsewhere", Elsewhere), ("station", Elsewhere), ("calls", CallsPage))
        qtbot.addWidget(made)
        if who:
            console.sign_in(who)
        made.open("elsewhere")
        breathe(console)
        return made

    return build


def raising(window: MainWindow) -> Raising:
    found = raising_of(window)
    assert found is not None
    return found


def press(console: PeopleConsole, key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), key)
    breathe(console, 2)


def calls(console: PeopleConsole) -> list[Call]:
    breathe(console)
    return [one.call for one in console.calls.open]  # type: ignore[attr-defined]


def test_three_keys_raise_a_call_at_the_station_that_is_open(
    console: PeopleConsole, window: Callable[..., MainWindow]
) -> None:
    made = window()
    made.open("station", OTHER)
    for key in (K.Key_F2, K.Key_4, K.Key_Return):
        press(console, key)
    [call] = calls(console)
    assert (call.place, call.category, call.raised_by) == (OTHER, "machine", OPERATOR)
    assert call.source is Source.PERSON
    assert not raising(made).panel.isVisible()
    assert "L2" in raising(made).notice.more.text()


def test_two_clicks_raise_a_call(console: PeopleConsole, window: Callable[..., MainWindow]) -> None:
    made = window()
    made.open("station", STATION)
    QTest.mouseClick(made.top.call, Qt.MouseButton.LeftButton)
    breathe(console)
    tile = raising(made).panel.tiles[0]
    QTest.mouseClick(tile, Qt.MouseButton.LeftButton)
    [call] = calls(console)
    assert (call.place, call.category, call.severity) == (STATION, "safety", Severity.CRITICAL)


def test_words_can_be_typed_between_the_number_and_enter(
    console: PeopleConsole, window: Callable[..., MainWindow]
) -> None:
    made = window()
    made.open("station", STATION)
    press(console, K.Key_F2)
    press(console, K.Key_2)
    QTest.keyClicks(QApplication.focusWidget(), "3 pores in a row")
    press(console, K.Key_Return)
    [call] = calls(console)
    assert (call.category, call.text) == ("quality", "3 pores in a row")


def test_the_chosen_call_says_where_another_one_would_be(
    console: PeopleConsole, window: Callable[..., MainWindow]
) -> None:
    raised(console, OTHER, "material")
    made = window()
    made.open("calls")
    breathe(console)
    assert raising(made).place() == OTHER


def test_where_nothing_is_chosen_it_is_the_one_station_that_stands(
    console: PeopleConsole, window: Callable[..., MainWindow]
) -> None:
    assert raising(window()).place() == "L1/20"


def test_without_a_place_or_a_category_nothing_is_raised_and_the_panel_says_what_is_missing(
    console: PeopleConsole, window: Callable[..., MainWindow]
) -> None:
    made = window()
    panel = raising(made).panel
    made.open("station", STATION)
    press(console, K.Key_F2)
    press(console, K.Key_Return)
    assert panel.said.text
    panel.place.control.setCurrentIndex(0)
    panel.submit()
    assert panel.place.refusal.text
    assert calls(console) == []


def test_the_same_again_is_told_as_heard_again_and_makes_no_second_call(
    console: PeopleConsole, window: Callable[..., MainWindow]
) -> None:
    first = raised(console, STATION, "machine")
    console.time += 30
    made = window()
    made.open("station", STATION)
    for key in (K.Key_F2, K.Key_4, K.Key_Return):
        press(console, key)
    [call] = calls(console)
    assert (call.id, call.repeats) == (first.id, 1)
    assert raising(made).notice.words.text() == "It is open already; it was heard again"


def test_without_a_sign_in_it_is_asked_for_and_then_raised(
    console: PeopleConsole, window: Callable[..., MainWindow]
) -> None:
    made = window("")
    made.open("station", STATION)
    for key in (K.Key_F2, K.Key_6, K.Key_Return):
        press(console, key)
    signing = signing_of(made)
    assert signing is not None
    assert signing.panel.isVisible()
    assert calls(console) == []
    console.sign_in(OPERATOR)
    signing.panel.accept()
    signing.panel.signed_in.emit()
    [call] = calls(console)
    assert call.category == "help"


def test_who_may_not_raise_there_reads_why_and_keeps_what_was_typed(
    console: PeopleConsole, window: Callable[..., MainWindow]
) -> None:
    made = window()
    made.open("station", "L3/10")
    press(console, K.Key_F2)
    press(console, K.Key_1)
    QTest.keyClicks(QApplication.focusWidget(), "Smoke")
    press(console, K.Key_Return)
    panel = raising(made).panel
    assert panel.isVisible()
    assert panel.said.text
    assert panel.text.control.text() == "Smoke"
    assert calls(console) == []


def test_a_number_without_a_category_does_nothing(console: PeopleConsole, window: Callable[..., MainWindow]) -> None:
    made = window()
    made.open("station", STATION)
    press(console, K.Key_F2)
    press(console, K.Key_9)
    assert raising(made).panel.category is None


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_no_word_of_the_panel_is_cut_and_everything_has_a_name(
    console: PeopleConsole, window: Callable[..., MainWindow], code: str
) -> None:
    made = window()
    languages.use(code)
    press(console, K.Key_F2)
    panel = raising(made).panel
    assert panel.isVisible()
    assert clipped(panel) == []
    assert nameless(panel) == []
    languages.use("en")
