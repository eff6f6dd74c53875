"""The bundle on the screen: shown before it is written, with what is ticked; newer versions in one quiet line."""

from __future__ import annotations

import json
import logging
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from console.app.commandline import read_command_line
from console.app.compose import compose
from console.app.console import Console
from console.app.logs import start_logs, stop_logs
from console.app.settings import load_settings
from console.app.supportbundle import Kind
from console.domain.updates import Announcement, Standing, UpdateState, Why
from tests.widgets.face_audit import clipped, nameless
from widgets.languages import languages
from widgets.shell.crash import Catcher
from widgets.shell.crash_window import CrashWindow
from widgets.shell.statusbar import StatusBar
from widgets.shell.telling import tell_support
from widgets.status.page import StatusPage
from widgets.status.updates import WHYS, update_words
from widgets.support.dialog import SupportDialog
from widgets.support.words import kind_word


@pytest.fixture
def console(tmp_path: Path) -> Iterator[Console]:
    languages.use("en")
    start_logs(tmp_path)
    logging.getLogger("floor").info("a line of the log")
    options = read_command_line(["--data", str(tmp_path)])
    made = compose(options, tmp_path, load_settings(tmp_path, None, {}, {})).console
    yield made
    made.close()
    stop_logs()


def until(console: Console, holds: Callable[[], object]) -> None:
    end = time.monotonic() + 15
    while not holds():
        assert time.monotonic() < end
        console.mailbox.run_errands()
        time.sleep(0.005)


@pytest.fixture
def dialog(console: Console, qtbot: QtBot) -> SupportDialog:
    assert console.support is not None
    made = SupportDialog(console.support)
    qtbot.addWidget(made)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    made.show()
    until(console, made.pieces.count)
    return made


def kinds(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        return archive.namelist()


def test_everything_is_shown_before_anything_is_written(
    console: Console, dialog: SupportDialog, tmp_path: Path
) -> None:
    assert dialog.save.isEnabled()
    shown = {piece.kind for piece in dialog.pieces.wanted}
    assert shown == set(Kind) - {Kind.CRASHES}
    log = [piece.kind for piece in dialog.pieces.wanted].index(Kind.LOG)
    dialog.pieces.setCurrentRow(log)
    assert "a line of the log" in dialog.text.toPlainText()
    assert not list(tmp_path.glob("*.zip"))


def test_the_piece_that_is_chosen_is_read_also_when_words_of_another_were_marked(dialog: SupportDialog) -> None:
    names = [piece.name for piece in dialog.pieces.wanted]
    dialog.pieces.setCurrentRow(names.index("settings.txt"))
    dialog.text.selectAll()
    dialog.pieces.setCurrentRow(names.index("versions.txt"))
    assert dialog.reading.title.text() == "versions.txt"
    assert dialog.text.toPlainText().startswith("Gemba Console: ")


def test_what_is_unticked_is_left_out_and_the_place_is_said(
    console: Console, dialog: SupportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    row = [piece.kind for piece in dialog.pieces.wanted].index(Kind.SETTINGS)
    dialog.pieces.setCurrentRow(row)
    qtbot.keyClick(dialog.pieces, Qt.Key.Key_Space)
    target, opened = tmp_path / "b.zip", list[QUrl]()
    dialog.ask_path = lambda name: str(target) if name.startswith("gemba-support-") else ""
    dialog._open_folder = opened.append
    dialog.save.click()
    until(console, target.exists)
    until(console, lambda: dialog.show_folder.isVisible())
    assert "settings.txt" not in kinds(target)
    assert "versions.txt" in kinds(target)
    assert str(target) in dialog.said.text
    dialog.show_folder.click()
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]


def test_a_click_on_the_words_reads_and_one_on_the_box_leaves_out(dialog: SupportDialog, qtbot: QtBot) -> None:
    where = dialog.pieces.visualItemRect(dialog.pieces.item(2))
    before = len(dialog.pieces.wanted)
    qtbot.mouseClick(dialog.pieces.viewport(), Qt.MouseButton.LeftButton, pos=where.topLeft() + QPoint(90, 8))
    assert (dialog.pieces.currentRow(), len(dialog.pieces.wanted)) == (2, before)
    qtbot.mouseClick(dialog.pieces.viewport(), Qt.MouseButton.LeftButton, pos=where.topLeft() + QPoint(14, 8))
    assert len(dialog.pieces.wanted) == before - 1


def test_what_the_bundle_says_of_itself_is_always_in_it(dialog: SupportDialog, qtbot: QtBot) -> None:
    dialog.pieces.setCurrentRow(0)
    qtbot.keyClick(dialog.pieces, Qt.Key.Key_Space)
    assert dialog.pieces.wanted[0].kind is Kind.ABOUT


def test_a_folder_that_is_away_is_told_and_another_may_be_chosen(
    console: Console, dialog: SupportDialog, tmp_path: Path
) -> None:
    dialog.ask_path = lambda name: str(tmp_path / "away" / name)
    dialog.save.click()
    until(console, lambda: dialog.said.text)
    assert "the folder cannot be reached" in dialog.said.text
    assert dialog.save.isEnabled()


def test_nothing_is_written_when_nobody_says_where(dialog: SupportDialog, tmp_path: Path) -> None:
    dialog.ask_path = lambda name: ""
    dialog.save.click()
    assert not list(tmp_path.glob("*.zip"))
    assert dialog.save.isEnabled()


def test_a_window_closed_while_it_is_gathered_costs_nothing(console: Console, qtbot: QtBot) -> None:
    assert console.support is not None
    made = SupportDialog(console.support)
    made.show()
    made.close()
    qtbot.wait(20)
    until(console, lambda: len(console.mailbox._errands) == 0)


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_the_bundle_reads_well_in_both_languages(dialog: SupportDialog, code: str, qtbot: QtBot) -> None:
    languages.use(code)
    qtbot.wait(20)
    assert not nameless(dialog)
    assert not clipped(dialog)
    assert all(kind_word(kind) for kind in Kind)
    assert ("支持包" in dialog.windowTitle()) is (code == "zh_CN")


def test_the_window_of_a_program_error_leads_to_the_bundle_with_that_error(
    console: Console, qtbot: QtBot, tmp_path: Path, expected_log: Callable[..., None]
) -> None:
    expected_log("program error", maybe=True)
    catcher = Catcher()
    window = CrashWindow(catcher, tmp_path, support=console.support)
    qtbot.addWidget(window)
    assert console.support is not None
    tell_support(console.support, catcher, window)
    catcher.catch(ValueError("a bug at the board"), "MainThread")
    window.show_report(next(iter(catcher.reports.values())))
    window.bundle.click()
    (made,) = window.findChildren(SupportDialog)
    until(console, made.pieces.count)
    crashes = next(piece for piece in made.pieces.wanted if piece.kind is Kind.CRASHES)
    assert "ValueError: a bug at the board" in crashes.text
    computer = next(piece for piece in made.pieces.wanted if piece.kind is Kind.COMPUTER)
    assert "screen 1: " in computer.text
    made.close()


def test_the_status_page_opens_it_with_the_keyboard(console: Console, qtbot: QtBot) -> None:
    page = StatusPage(console)
    qtbot.addWidget(page)
    page.show()
    page.to_support.setFocus()
    page.to_support.keyPressEvent(QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier))
    (made,) = page.findChildren(SupportDialog)
    until(console, made.pieces.count)
    made.close()


def test_a_newer_version_is_one_quiet_line_and_no_alarm(console: Console, qtbot: QtBot, tmp_path: Path) -> None:
    page, bar = StatusPage(console), StatusBar(console)
    qtbot.addWidget(page)
    qtbot.addWidget(bar)
    page.show()
    bar.refresh()
    assert "nobody is asked" in page.updates.words.text()
    assert page.updates.ask.isHidden()
    assert bar.offered.isHidden()
    told = {"version": "99.1", "released": "2026-12-01", "notes": {"en": "<b>Mended</b>\u202e", "zh_CN": "修正"}}
    (tmp_path / "latest.json").write_text(json.dumps(told), encoding="utf-8")
    assert console.updates is not None
    console.updates.use(str(tmp_path))
    before = console.health.loud
    page.refresh()
    page.updates.ask.click()
    until(console, lambda: not console.updates.state.asking)
    page.refresh()
    bar.refresh()
    assert "Version 99.1 is offered at " in page.updates.words.text()
    assert "<b>Mended</b>\\u202e" in page.updates.words.text()
    assert page.updates.words.textFormat() is Qt.TextFormat.PlainText
    assert bar.offered.text() == "Version 99.1 is offered"
    console.health.look()
    assert console.health.loud == before
    opened: list[str] = []
    bar.asked.connect(lambda key, _: opened.append(key))
    bar.offered.click()
    assert opened == ["status"]
    languages.use("zh_CN")
    page.refresh()
    assert "修正" in page.updates.words.text()
    bar.close_down()


def test_every_trouble_of_a_place_has_its_words(qtbot: QtBot) -> None:
    for code in ("en", "zh_CN"):
        languages.use(code)
        said = {update_words(UpdateState(Standing.TROUBLE, "/x", why=why), "") for why in WHYS}
        assert len(said) == len(Why)
    languages.use("en")
    known = Announcement("9.1")
    words = update_words(UpdateState(Standing.TROUBLE, "/x", known, Why.AWAY, "no such folder"), "9.1")
    assert "Version 9.1 is offered" in words
    assert "it cannot be reached (no such folder)" in words
