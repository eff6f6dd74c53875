"""Rules of catching bugs: nothing is lost, nothing stops, one honest window."""

from __future__ import annotations

import gc
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.widgets.face_audit import clipped, nameless
from tests.widgets.shell_parts import dressed
from widgets.languages import languages
from widgets.shell.crash import Catcher
from widgets.shell.crash_window import CrashWindow

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def catcher(expected_log, request) -> Catcher:
    made = Catcher(lambda: {"broker": "connected"}, lambda: ["hunter22"])
    made.install()
    yield made
    made.remove()


@pytest.fixture
def expect(expected_log):
    expected_log("program error", maybe=True)


class Button(QObject):
    clicked = Signal()


def bug(words: str = "a bug") -> None:
    raise RuntimeError(words)


def raised(words: str = "a bug") -> RuntimeError:
    try:
        bug(words)
    except RuntimeError as error:
        return error
    raise AssertionError


@pytest.mark.qt_no_exception_capture
def test_an_exception_in_a_qt_slot_is_caught(catcher: Catcher, expect, qtbot) -> None:
    button = Button()
    button.clicked.connect(bug)
    with qtbot.waitSignal(catcher.caught, timeout=2000) as said:
        button.clicked.emit()
    assert "RuntimeError: a bug" in said.args[0].summary


@pytest.mark.qt_no_exception_capture
def test_an_exception_in_a_timer_is_caught(catcher: Catcher, expect, qtbot) -> None:
    with qtbot.waitSignal(catcher.caught, timeout=2000):
        QTimer.singleShot(0, bug)


def test_an_exception_in_a_thread_is_caught_and_told_in_the_main_thread(catcher: Catcher, expect, qtbot) -> None:
    told_in: list[threading.Thread] = []
    catcher.caught.connect(lambda _: told_in.append(threading.current_thread()))
    worker = threading.Thread(target=bug, name="worker")
    with qtbot.waitSignal(catcher.caught, timeout=2000) as said:
        worker.start()
        worker.join()
    assert told_in == [threading.main_thread()]
    assert "thread: worker" in said.args[0].text


def test_an_exception_while_an_object_is_removed_is_caught(catcher: Catcher, expect, qtbot) -> None:
    class Leaving:
        def __del__(self) -> None:
            bug()

    with qtbot.waitSignal(catcher.caught, timeout=2000):
        leaving = Leaving()
        del leaving
        gc.collect()


def test_the_same_bug_a_thousand_times_is_one_report_and_four_lines_of_log(catcher: Catcher, expect, caplog) -> None:
    for _ in range(1000):
        catcher.catch(raised(), "main")
    assert len(catcher.reports) == 1
    assert catcher.count == 1000
    assert sum("program error" in record.message for record in caplog.records) == 4


def test_a_flood_from_a_thread_does_not_fill_the_event_queue(catcher: Catcher, expect, qtbot) -> None:
    told: list[object] = []
    catcher.caught.connect(told.append)
    worker = threading.Thread(target=lambda: [catcher.catch(raised(), "worker") for _ in range(500)])
    worker.start()
    worker.join()
    QApplication.processEvents()
    assert len(told) == 1


def test_many_different_bugs_keep_the_memory_flat(catcher: Catcher, expect) -> None:
    for number in range(100):
        space: dict[str, object] = {}
        exec(compile("def f():\n" + "\n" * number + "    raise ValueError", f"made{number}.py", "exec"), space)
        try:
            space["f"]()
        except ValueError as error:
            catcher.catch(error, "main")
    assert len(catcher.reports) <= 20


def test_a_report_has_context_and_no_secret(catcher: Catcher, expect) -> None:
    report = catcher.catch(raised("cannot log in with hunter22"), "main")
    assert "broker: connected" in report.text
    assert "Traceback" in report.text
    assert "hunter22" not in report.text + report.summary


def test_context_that_fails_does_not_hide_the_bug(expect) -> None:
    def broken() -> dict[str, str]:
        raise KeyError

    report = Catcher(broken).catch(raised(), "main")
    assert "a bug" in report.text


def test_the_end_of_the_program_is_no_bug(catcher: Catcher) -> None:
    said: list[object] = []
    before, sys.__excepthook__ = sys.__excepthook__, lambda *facts: said.append(facts)
    try:
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    finally:
        sys.__excepthook__ = before
    assert catcher.count == 0
    assert len(said) == 1


def test_removing_gives_the_hooks_back() -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    made = Catcher()
    made.install()
    made.remove()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


# The window


@pytest.fixture
def told(catcher: Catcher, expect, tmp_path: Path, qtbot) -> CrashWindow:
    dressed()
    made = CrashWindow(catcher, tmp_path)
    qtbot.addWidget(made)
    return made


def happen(catcher: Catcher, words: str = "a bug") -> None:
    catcher.catch(raised(words), "main")
    QApplication.processEvents()


def test_the_window_is_not_modal_and_does_not_take_the_keyboard(told: CrashWindow, catcher: Catcher) -> None:
    happen(catcher)
    assert told.isVisible()
    assert not told.isModal()


def test_there_is_one_window_and_it_counts(told: CrashWindow, catcher: Catcher) -> None:
    happen(catcher, "first")
    happen(catcher, "second")
    happen(catcher, "third")
    assert told.counter.text() == "3 errors since the window opened"
    assert "first" in told.summary.text()


def test_a_bug_that_was_closed_does_not_come_back_with_every_beat(told: CrashWindow, catcher: Catcher) -> None:
    happen(catcher)
    told.close()
    happen(catcher)
    assert not told.isVisible()
    told.open_again()
    assert told.isVisible()


def test_copy_takes_every_report(told: CrashWindow, catcher: Catcher) -> None:
    happen(catcher, "details to send")
    told.copy.click()
    assert "details to send" in QGuiApplication.clipboard().text()


def test_the_log_folder_opens(catcher: Catcher, expect, tmp_path: Path, qtbot) -> None:
    opened: list[object] = []
    made = CrashWindow(catcher, tmp_path, opened.append)
    qtbot.addWidget(made)
    made.folder.click()
    assert Path(opened[0].toLocalFile()) == tmp_path


def test_text_of_an_exception_stays_text(told: CrashWindow, catcher: Catcher) -> None:
    happen(catcher, "<b>bold\u202e</b>\x07")
    assert "<b>bold\\u202e" in told.summary.text()


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_every_word_is_whole_and_every_button_named(told: CrashWindow, catcher: Catcher, code: str) -> None:
    languages.use(code)
    happen(catcher)
    QApplication.processEvents()
    assert clipped(told) == []
    assert nameless(told) == []
    languages.use("en")
