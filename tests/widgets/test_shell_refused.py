"""What was refused while nobody waited is said, and stays until somebody has seen it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from console.app.console import Console
from console.domain.desk import ChangedMeanwhile, Missing
from console.domain.events import CommandRefused
from widgets.languages import languages
from widgets.shell.refused import RefusedNotes


@pytest.fixture
def notes(tmp_path: Path, qtbot: QtBot) -> RefusedNotes:
    languages.use("en")
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    notes = RefusedNotes(Console(tmp_path), window)
    notes.window = window  # a child dies with it
    return notes


def say(notes: RefusedNotes, refusal: Exception, later: bool = False) -> None:
    notes._console.bus.publish(CommandRefused("SetSkill", refusal, later))


def test_a_late_refusal_names_the_command_and_that_it_was_taken_back(notes: RefusedNotes) -> None:
    say(notes, ChangedMeanwhile(kind="skill", id="1"), later=True)
    assert notes.notice.isVisible()
    assert notes.notice.words.text().startswith("Set a skill level: taken back")
    assert notes.notice.more.text()


def test_several_are_one_note_with_a_count_until_it_is_pressed_away(notes: RefusedNotes, qtbot: QtBot) -> None:
    for _ in range(3):
        say(notes, Missing(kind="person", id="7"))
    assert notes.notice.words.text() == "Set a skill level: not done (and 2 more)"
    qtbot.mouseClick(notes.notice, Qt.MouseButton.LeftButton)
    assert notes.notice.isHidden()
    say(notes, Missing(kind="person", id="7"))
    assert notes.notice.words.text() == "Set a skill level: not done"


def test_text_of_an_unknown_refusal_stays_text(notes: RefusedNotes) -> None:
    say(notes, ValueError("<b>\u202e"))
    assert notes.notice.more.textFormat() is Qt.TextFormat.PlainText
    assert "\u202e" not in notes.notice.more.text()
