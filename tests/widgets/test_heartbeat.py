"""Rules of the heartbeat."""

from __future__ import annotations

import sys
import threading
import time

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from widgets.heartbeat import SEEN_MS, UNSEEN_MS, Heartbeat

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_heart_beats_about_25_times_a_second_while_a_window_is_seen(qtbot) -> None:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.show()
    heart = Heartbeat(lambda: None)
    heart.start()
    qtbot.wait(1000)
    heart.stop()
    assert heart.interval == 0.04
    assert 5 <= heart.beats <= 27, "a busy machine may miss beats, none may come too many"


def test_an_exception_in_one_beat_is_reported_and_the_next_beat_comes(qtbot, monkeypatch) -> None:
    reported: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, where: reported.append(error))

    def broken() -> None:
        raise ValueError("a bug")

    heart = Heartbeat(broken)
    heart.start()
    qtbot.waitUntil(lambda: heart.beats >= 3, timeout=3000)
    heart.stop()
    assert len(reported) >= 3
    assert all(isinstance(error, ValueError) for error in reported)


def test_the_heart_slows_down_when_nothing_is_seen_and_speeds_up_again(qtbot) -> None:
    for widget in QApplication.topLevelWidgets():
        widget.hide()
    heart = Heartbeat(lambda: None)
    heart.start()
    qtbot.waitUntil(lambda: heart.interval == UNSEEN_MS / 1000, timeout=4000)
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitUntil(lambda: heart.interval == SEEN_MS / 1000, timeout=1000)
    heart.stop()


def test_lateness_is_measured_against_the_time_a_beat_was_due() -> None:
    clock = [100.0]
    heart = Heartbeat(lambda: None, clock=lambda: clock[0])
    heart.start()
    for late in (0.0, 0.0, 0.030, 0.0):
        clock[0] = heart._due + late
        heart._beat()
    heart.stop()
    figures = heart.lateness()
    assert figures.worst == pytest.approx(0.030)
    assert figures.median == pytest.approx(0.0)
    assert figures.beats == 4


def test_a_beat_that_was_late_does_not_make_all_later_ones_late() -> None:
    clock = [100.0]
    heart = Heartbeat(lambda: None, clock=lambda: clock[0])
    heart.start()
    clock[0] = heart._due + 5.0  # a pause of five seconds
    heart._beat()
    clock[0] += 0.001
    heart._beat()
    heart.stop()
    assert heart._late[-1] < 0.01


def test_before_the_first_beat_there_is_nothing_to_report() -> None:
    assert Heartbeat(lambda: None).lateness().beats == 0


def test_what_another_thread_left_is_fetched_at_once_and_between_two_beats(qtbot) -> None:
    fetched: list[float] = []
    heart = Heartbeat(lambda: None, errands=lambda: fetched.append(time.monotonic()))
    woken = []

    def wake() -> None:
        time.sleep(0.02)
        woken.append(time.monotonic())
        heart.wake()

    threading.Thread(target=wake).start()
    qtbot.waitUntil(lambda: bool(fetched), timeout=2000)
    assert heart.beats == 0, "the heart was not even started"
    assert fetched[0] >= woken[0]


def test_waking_often_fetches_once(qtbot) -> None:
    fetched: list[int] = []
    heart = Heartbeat(lambda: None, errands=lambda: fetched.append(1))
    for _ in range(1000):
        heart.wake()
    assert fetched == [], "never inside the call"
    qtbot.waitUntil(lambda: bool(fetched), timeout=2000)
    qtbot.wait(50)
    assert fetched == [1]
    heart.wake()
    qtbot.waitUntil(lambda: len(fetched) == 2, timeout=2000)


def test_an_errand_that_fails_is_reported_and_the_heart_can_be_woken_again(qtbot, monkeypatch) -> None:
    reported: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, where: reported.append(error))
    done: list[int] = []
    heart = Heartbeat(lambda: None, errands=lambda: done.append(1 // len(done)) if not reported else done.append(1))
    heart.wake()
    qtbot.waitUntil(lambda: bool(reported), timeout=2000)
    heart.wake()
    qtbot.waitUntil(lambda: bool(done), timeout=2000)
    assert isinstance(reported[0], ZeroDivisionError)
