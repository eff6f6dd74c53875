"""Rules of the screen of backups: what it says, what it lets whom do, and that it can be used without a mouse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from console.domain.backups import Doing, Health
from console.domain.people import Role
from tests.widgets.backup_parts import PIN, BackupScreen
from tests.widgets.face_audit import clipped, nameless
from widgets import theme
from widgets.languages import languages

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[BackupScreen]:
    made = BackupScreen(tmp_path / "data")
    yield made
    languages.use("en")
    theme.themes.use("dark")
    made.close()


def back_up(screen: BackupScreen) -> str:
    """By the button; the copy's name."""
    before = len(screen.backups.state.copies)
    screen.page.now.click()
    screen.until(lambda: len(screen.backups.state.copies) == before + 1)
    screen.idle()
    return screen.backups.state.copies[0].name


def test_an_empty_page_says_what_will_be_here_and_how_to_begin(screen):
    assert "Back up now" in screen.page.empty.text()
    assert screen.page.empty.isVisible()
    assert screen.page.state.last.value.text() == "None yet"
    assert not screen.page.check.isEnabled()
    assert not screen.page.restore.isEnabled()


def test_a_backup_asked_for_is_made_and_shown(screen):
    name = back_up(screen)

    assert screen.page.grid.isVisible()
    assert screen.page.table.index(0, 7).data() == name
    assert screen.page.table.index(0, 2).data() == "Good"
    assert name in screen.page.said.text
    assert "ago" in screen.page.state.last.value.text()
    assert screen.page.copies.note.text() == "1 copy"


def test_what_runs_is_shown_and_can_be_stopped(screen):
    seen: list[str] = []
    screen.page.now.click()
    screen.beat()
    assert screen.backups.state.doing is Doing.BACKUP
    assert screen.page.progress.isVisible()
    assert not screen.page.now.isEnabled()
    seen.append(screen.page.progress.words.text())
    screen.page.progress.stop.click()
    screen.idle()
    assert seen == ["Making a backup…"]
    assert screen.page.said.text == "It was stopped; everything is as it was." or screen.backups.state.copies
    assert not screen.page.progress.isVisible()


def test_a_restore_says_before_what_is_lost_and_brings_back_what_was(screen):
    screen.sign_in(screen.boss)
    screen.person("before")
    back_up(screen)
    screen.person("after")
    screen.page.restore.click()
    screen.until(screen.page.confirm.go.isEnabled)

    assert "2 lines of the trail were written since then" in screen.page.confirm.goes.text()
    assert "never deleted" in screen.page.confirm.stays.text()
    screen.page.confirm.go.click()
    screen.until(lambda: "The copy was restored" in screen.page.said.text)
    assert "records-before-restore-" in screen.page.said.text
    assert screen.names() == {"Administrator 1", "before"}
    assert not screen.page.confirm.isVisible()


def test_a_restore_can_be_thought_better_of(screen):
    screen.sign_in(screen.boss)
    back_up(screen)
    screen.person("after")
    screen.page.restore.click()
    screen.until(screen.page.confirm.go.isEnabled)
    screen.page.confirm.back.click()
    screen.idle()
    assert not screen.page.confirm.isVisible()
    assert "after" in screen.names()


def test_whoever_may_not_is_told_so_at_the_button(screen):
    operator = screen.person("Operator 1", Role.OPERATOR)
    back_up(screen)
    screen.sign_in(operator)
    screen.until(lambda: not screen.page.restore.isEnabled())

    for button in (screen.page.restore, screen.page.from_file, screen.page.export.archive):
        assert not button.isEnabled()
        assert "The roles of Operator 1 do not allow this" in button.toolTip()
    assert screen.page.now.isEnabled()  # a copy more harms nobody
    screen.sign_in(screen.boss)
    screen.until(screen.page.restore.isEnabled)


def test_a_damaged_copy_is_shown_as_that_and_cannot_be_chosen(screen):
    screen.sign_in(screen.boss)
    name = back_up(screen)
    path = screen.backups.folder / name
    data = bytearray(path.read_bytes())
    data[-100] ^= 1
    path.write_bytes(data)
    screen.page.check.click()
    screen.until(lambda: screen.backups.state.copies[0].health is Health.DAMAGED)
    screen.idle()

    assert screen.page.table.index(0, 2).data() == "Damaged"
    assert "Damaged" in screen.page.said.text
    assert not screen.page.restore.isEnabled()
    assert screen.page.state.last.value.text() == "None yet"


def test_a_copy_that_lies_elsewhere_is_checked_before_anything_is_asked(screen, tmp_path):
    screen.sign_in(screen.boss)
    words = tmp_path / "words.db"
    words.write_bytes(b"words" * 999)
    screen.page.ask_file = lambda kinds: str(words)
    screen.page.from_file.click()
    screen.until(lambda: "Damaged" in screen.page.said.text)
    assert not screen.page.confirm.isVisible()

    name = back_up(screen)
    (screen.backups.folder / name).rename(tmp_path / "stick.db")
    screen.person("after")
    screen.page.ask_file = lambda kinds: str(tmp_path / "stick.db")
    screen.page.from_file.click()
    screen.until(screen.page.confirm.go.isEnabled)
    screen.page.confirm.go.click()
    screen.until(lambda: "The copy was restored" in screen.page.said.text)
    assert screen.names() == {"Administrator 1"}


@pytest.mark.parametrize("archive", [False, True])
def test_a_console_moves_by_export_and_import(screen, tmp_path, archive):
    screen.sign_in(screen.boss)
    screen.person("Supervisor =1+1", Role.SUPERVISOR)
    target = tmp_path / "out"
    target.mkdir()
    screen.page.ask_target = lambda name, kinds: str(target / name)
    screen.page.ask_folder = lambda words: str(target)
    (screen.page.export.archive if archive else screen.page.export.folder).click()
    screen.until(lambda: "Exported to" in screen.page.export.said.text)
    (made,) = target.iterdir()
    assert made.is_file() is archive

    new = BackupScreen(tmp_path / "new", begun=False)
    assert new.page.import_.archive.isEnabled()
    assert not new.page.export.archive.isEnabled()
    new.page.ask_file = new.page.ask_folder = lambda words: str(made)
    (new.page.import_.archive if archive else new.page.import_.folder).click()
    new.until(new.page.import_.inside.isVisible)
    assert "4 records" in new.page.import_.holds.value.text()
    assert clipped(new.page) == []
    for edit in (new.page.import_.pin.first.control, new.page.import_.pin.again.control):
        QTest.keyClicks(edit, "739182")
    new.page.import_.go.click()
    new.until(lambda: "imported" in new.page.import_.said.text)

    assert new.names() == {"Administrator 1", "Supervisor =1+1"}
    new.sign_in(screen.boss, "739182")
    assert not new.page.import_.archive.isEnabled()
    new.close()


def test_an_altered_export_is_refused_by_file_and_line(screen, tmp_path):
    screen.sign_in(screen.boss)
    target = tmp_path / "out"
    target.mkdir()
    screen.page.ask_folder = lambda words: str(target)
    screen.page.export.proofs.setChecked(True)
    screen.page.export.folder.click()
    screen.until(lambda: "Exported to" in screen.page.export.said.text)
    (made,) = target.iterdir()
    path = made / "person.csv"
    path.write_bytes(path.read_bytes().replace(b"Administrator 1", b"Administrator 2"))

    new = BackupScreen(tmp_path / "new", begun=False)
    new.page.ask_folder = lambda words: str(made)
    new.page.import_.folder.click()
    new.until(new.page.import_.inside.isVisible)
    assert not new.page.import_.pin.isVisible()  # the proofs are in it
    new.page.import_.go.click()
    new.until(lambda: new.page.import_.said.text)
    assert "person.csv, line 2" in new.page.import_.said.text
    assert new.names() == set()
    new.close()


def test_everything_is_reached_by_the_keyboard_alone(screen):
    screen.sign_in(screen.boss)
    screen.page.now.setFocus()
    QTest.keyClick(screen.page.now, Qt.Key.Key_Space)
    screen.until(lambda: screen.backups.state.copies)
    screen.idle()
    screen.person("after")
    reached, widget = set(), screen.page.now
    for _ in range(40):
        reached.add(widget)
        QTest.keyClick(widget, Qt.Key.Key_Tab)
        screen.beat()
        widget = screen.page.window().focusWidget()
    for wanted in (screen.page.grid, screen.page.restore, screen.page.from_file, screen.page.export.proofs):
        assert wanted in reached
    screen.page.restore.setFocus()
    QTest.keyClick(screen.page.restore, Qt.Key.Key_Space)
    screen.until(screen.page.confirm.go.isEnabled)
    assert screen.page.window().focusWidget() is screen.page.confirm.go
    QTest.keyClick(screen.page.confirm.go, Qt.Key.Key_Space)
    screen.until(lambda: "The copy was restored" in screen.page.said.text)


@pytest.mark.parametrize("code", ["en", "zh_CN"])
@pytest.mark.parametrize("name", ["dark", "light"])
def test_no_word_is_cut_and_nothing_is_nameless(screen, code, name):
    screen.sign_in(screen.boss)
    back_up(screen)
    languages.use(code)
    theme.themes.use(name)
    screen.page.restore.click()
    screen.until(screen.page.confirm.go.isEnabled)
    for width in (1856, 1300):
        screen.page.resize(width, 900)
        screen.beat()
        screen.beat()
        assert clipped(screen.page) == []
        assert nameless(screen.page) == []
    assert PIN not in screen.page.said.text
