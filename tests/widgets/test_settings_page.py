"""Rules of the settings page: every setting is found, a change is checked and kept, what is pinned says by whom."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app.declared import BY_NAME, SETTINGS
from console.app.installed import Entry, Handed
from console.app.layers import Layer, Problem
from console.app.settings import load_settings
from console.app.settingsbook import SettingsBook
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.people_parts import make_console, person_id, show
from widgets import theme
from widgets.languages import languages
from widgets.settings.meanings import MEANINGS
from widgets.settings.page import SettingsPage
from widgets.settings.rows import FROM, NAME, VALUE
from widgets.settings.words import (
    CHOICES,
    NAMES,
    SECTIONS,
    allowed_words,
    layer_words,
    problem_words,
    value_words,
)
from widgets.shell.first_look import take_first_look
from widgets.shell.look import follow_settings
from widgets.shell.memory import Memory

pytestmark = pytest.mark.usefixtures("qapp")
SITE = "[broker]\nhost = 'mq.plant'\nport = 1999\n[ui]\ntheme = 'light'\n[calls]\nvolum = 5\n"


class Place:
    """The settings page in a window, over a site file with one wrong key."""

    def __init__(self, folder: Path, site: str = SITE, people: bool = True) -> None:
        (folder / "site.toml").write_text(site, encoding="utf-8")
        self.folder = folder
        self.console = make_console(folder, people)
        self.console.settings = SettingsBook(load_settings(folder, folder / "site.toml", {}, {}))
        self.window = show(self.console, SettingsPage, "settings")
        self.page = cast(SettingsPage, self.window.widget("settings"))
        self.book = self.console.settings
        self.told = 0  # lines of the trail before the test

    def start_anew(self) -> None:
        """As after the first start: nothing was chosen, nothing is searched for."""
        for name in ("settings.toml", "secrets.toml"):
            (self.folder / name).unlink(missing_ok=True)
        self.told = 0
        self.told = len(changes(self))
        self.book.__init__(load_settings(self.folder, self.folder / "site.toml", {}, {}))  # type: ignore[misc]
        follow_settings(self.console, self.window.memory)
        self.book.on_change(self.page._changed)
        self.window.resize(1600, 900)
        self.page.search.clear()
        self.go("broker.host")
        self.page.rows.secrets = {}
        self.page.said.say("")
        self.page.retranslate()

    def go(self, name: str) -> None:
        self.page.show_subject(name)
        for _ in range(3):  # a wrapped line that grew moves what is around it
            QApplication.processEvents()

    def type(self, text: str) -> None:
        line = self.page.chosen.editor.line
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)

    def save(self) -> None:
        QTest.keyClick(self.page.chosen.editor.line, Qt.Key.Key_Return)
        self.console.settle(5)

    def cell(self, name: str, column: int) -> str:
        return str(self.page.rows.index(self.page.rows.row_of(name), column).data())

    def close(self) -> None:
        self.window.close()
        self.console.office.close()
        self.window.deleteLater()
        QApplication.processEvents()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Place]:
    """One page for all tests: each gets it with what it shipped with, the administrator signed in."""
    made = Place(tmp_path_factory.mktemp("settings"))
    yield made
    made.close()


@pytest.fixture
def place(shared: Place) -> Place:
    shared.start_anew()
    if shared.console.session.person is None:
        shared.console.sign_in(person_id("Admin 1"))
    return shared


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    yield
    languages.use("en")
    theme.themes.use("dark")


def changes(place: Place) -> list[str]:
    """What the trail tells of changed settings."""
    with closing(sqlite3.connect(place.folder / "records.db")) as records:
        rows = records.execute("select payload from trail where command = 'ChangeSetting' order by seq").fetchall()
    return [str(row[0]) for row in rows][place.told :]


def test_every_setting_is_there_with_value_and_source(place: Place) -> None:
    assert [setting.name for setting in place.page.rows.rows] == [setting.name for setting in SETTINGS]
    assert (place.cell("broker.host", VALUE), place.cell("broker.host", FROM)) == ("mq.plant", "Site file")
    assert (place.cell("history.days", VALUE), place.cell("history.days", FROM)) == ("365", "As shipped")
    assert place.cell("calls.sound", VALUE) == "yes"
    assert place.cell("broker.password", VALUE) == "not given"


def test_one_wrong_key_of_the_site_file_stands_above_with_line_and_nearest_name(place: Place) -> None:
    path = place.folder / "site.toml"
    assert place.page.problems.words() == [
        f"{path}, line 7: calls.volum is not a setting. The nearest one is calls.volume."
    ]
    assert not place.page.problems.isHidden()


def test_a_change_is_kept_and_said_when_it_holds_and_has_its_line_in_the_trail(place: Place) -> None:
    place.go("history.days")
    place.type("30")
    place.save()

    assert place.book.now["history.days"] == 30
    assert "days = 30" in (place.folder / "settings.toml").read_text()
    assert place.page.said.text == "Saved; it holds from the next start on."
    assert place.cell("history.days", FROM) == "This PC"
    assert "1 change holds from the next start on." in place.page.summary.text()
    told = changes(place)
    assert len(told) == 1
    assert all(part in told[0] for part in ("history.days", "365", "30"))


def test_a_pinned_setting_is_locked_and_says_who_pins_it(place: Place) -> None:
    place.go("broker.port")
    card = place.page.chosen

    assert card.pinned.text() == f"Locked here. Site file: {place.folder / 'site.toml'}, line 3"
    assert not card.editor.line.isEnabled()
    assert card.save.isHidden()
    assert card.reset.isHidden()
    place.page.change("broker.port", 5)
    assert place.book.now["broker.port"] == 1999
    assert "locked here" in card.editor.said.text


@pytest.mark.parametrize(("typed", "words"), [("0", "1 to 3,660"), ("x", "1 to 3,660"), ("", "1 to 3,660")])
def test_a_value_that_does_not_fit_is_refused_beside_the_field(place: Place, typed: str, words: str) -> None:
    place.go("history.days")
    place.page.chosen.editor.line.setText(typed)
    place.page.chosen.editor.changed.emit()
    place.save()

    assert words in place.page.chosen.editor.said.text
    assert place.book.now["history.days"] == 365


def test_taking_it_back_lets_the_layer_below_hold_again(place: Place) -> None:
    place.go("history.days")
    place.type("30")
    place.save()

    place.page.chosen.reset.click()
    place.console.settle(5)

    assert place.book.now["history.days"] == 365
    assert not place.page.chosen.reset.isEnabled()


def test_a_role_without_the_right_reads_everything_and_changes_only_what_everybody_may(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.console.sign_in(person_id("Operator 14"))
    try:
        place.go("history.days")
        assert "Operator 14" in place.page.chosen.who.text()
        assert not place.page.chosen.save.isEnabled()
        place.page.change("history.days", 30)
        place.console.settle(5)
        assert place.book.now["history.days"] == 365

        place.page.change("calls.volume", 55)
        assert place.book.now["calls.volume"] == 55
        assert changes(place) == []
    finally:
        place.close()


def test_before_there_is_anybody_whoever_sets_it_up_may(tmp_path: Path) -> None:
    place = Place(tmp_path, people=False)
    try:
        place.page.change("history.days", 30)
        assert place.book.now["history.days"] == 30
    finally:
        place.close()


def test_a_password_is_typed_hidden_kept_apart_and_never_shown(place: Place) -> None:
    place.go("broker.password")
    place.type("s3cret")
    assert place.page.chosen.editor.line.echoMode() is place.page.chosen.editor.line.EchoMode.Password
    place.save()
    for _ in range(100):
        place.console.settle(1)
        if place.cell("broker.password", VALUE) == "given":
            break
        QTest.qWait(10)

    assert place.cell("broker.password", VALUE) == "given"
    assert place.page.chosen.editor.line.text() == ""
    assert place.book.now["broker.password"] == "s3cret"
    told = changes(place)
    assert len(told) == 1
    assert "s3cret" not in told[0]


def test_the_search_finds_names_meanings_and_values_and_says_when_nothing_is_like_it(place: Place) -> None:
    place.page.search.setText("mq.plant")
    assert [setting.name for setting in place.page.rows.rows] == ["broker.host"]
    place.page.search.setText("horn loud")
    assert [setting.name for setting in place.page.rows.rows] == ["calls.volume"]
    place.page.search.setText("qqqq")
    assert not place.page.empty.isHidden()
    assert place.page.chosen.isHidden()
    place.window.activateWindow()
    place.page.focus_filter()
    QTest.keyClick(place.page.search, Qt.Key.Key_Escape)
    assert len(place.page.rows.rows) == len(SETTINGS)


def test_the_lists_choose_a_section_and_what_is_locked_here(place: Place) -> None:
    place.page.section.setCurrentIndex(place.page.section.findData("ui"))
    assert {setting.section for setting in place.page.rows.rows} == {"ui"}
    place.page.section.setCurrentIndex(0)
    place.page.kind.setCurrentIndex(place.page.kind.findData("pinned"))
    assert [setting.name for setting in place.page.rows.rows] == ["broker.host", "broker.port", "ui.theme"]


@pytest.mark.parametrize("code", ["en", "zh_CN"])
@pytest.mark.parametrize("size", [(1600, 900), (1000, 640)])
def test_nothing_is_cut_off_and_everything_has_a_name(place: Place, code: str, size: tuple[int, int]) -> None:
    languages.use(code)
    place.window.resize(*size)
    for name in ("broker.port", "records.ca_file", "ui.language", "broker.password"):
        place.go(name)
        assert clipped(place.page) == []
        assert nameless(place.page) == []


def test_a_port_is_written_as_it_is_typed(place: Place) -> None:
    assert place.cell("broker.port", VALUE) == "1999"


def test_the_keyboard_leads_from_the_table_to_the_field_and_back(place: Place) -> None:
    place.go("history.days")
    place.window.activateWindow()
    place.page.grid.setFocus()
    QTest.keyClick(place.page.grid, Qt.Key.Key_Return)
    assert place.page.chosen.editor.line.hasFocus()
    QTest.keyClick(place.page.chosen.editor.line, Qt.Key.Key_Escape)
    assert place.page.grid.hasFocus()
    place.page.focus_filter()
    assert place.page.search.hasFocus()


def test_words_are_the_declared_ones_and_no_setting_is_without(place: Place) -> None:
    assert {name: MEANINGS.get(name) for name in BY_NAME} == {s.name: s.meaning for s in SETTINGS}
    assert {setting.section for setting in SETTINGS} <= set(SECTIONS)
    assert {choice for setting in SETTINGS for choice in setting.choices} <= {*CHOICES, *NAMES}
    for setting in SETTINGS:
        assert allowed_words(setting)
        assert value_words(setting, setting.default) or setting.default == ""
    assert len({layer_words(layer) for layer in Layer}) == len(Layer)


@pytest.mark.parametrize(
    "text",
    [
        "[broker]\nport = 'x'",
        "broker = 1",
        "[broker]\npassword = 's3cret'",
        "[broker",
        "[ui]\nthem = 1\n",
        "[z]\nq = 1",
    ],
)
@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_every_mistake_is_told_in_the_language_of_the_screen(tmp_path: Path, text: str, code: str) -> None:
    (tmp_path / "settings.toml").write_text(text)
    found: tuple[Problem, ...] = load_settings(tmp_path, tmp_path / "gone.toml", {}, {}).problems
    languages.use(code)

    words = [problem_words(problem) for problem in found]

    assert len(words) == 2
    assert all(any("\u4e00" <= sign <= "\u9fff" for sign in one) == (code == "zh_CN") for one in words)
    assert "s3cret" not in str(words)


# The same pins on other screens


def test_a_pinned_theme_is_worn_and_its_switch_is_locked(place: Place) -> None:
    memory = Memory(place.folder)
    memory.keep("theme", "dark")
    take_first_look(place.book.now, memory)
    assert theme.themes.current.name == "light"

    place.window.toggle_theme()

    assert theme.themes.current.name == "light"
    assert not place.window.top.theme_switch.isEnabled()
    assert place.window.top.theme_switch.face.icon == "lock"
    assert "site.toml" in place.window.top.theme_switch.toolTip()
    assert place.window.top.language_switch.isEnabled()


def test_the_language_of_the_top_bar_and_of_the_settings_page_is_one(place: Place) -> None:
    place.window.toggle_language()
    assert place.book.now["ui.language"] == "zh_CN" == languages.code

    place.page.change("ui.language", "en")
    assert languages.code == "en"

    again = load_settings(place.folder, None, {}, {})
    take_first_look(again, Memory(place.folder))
    assert languages.code == "en"


def test_a_language_of_the_installer_holds_until_somebody_chooses_another(tmp_path: Path) -> None:
    handed = Handed((Entry("HKLM", "Language", "zh_CN"),))
    take_first_look(load_settings(tmp_path, None, {}, {}, handed), Memory(tmp_path))
    assert languages.code == "zh_CN"


def test_a_cell_that_waits_has_its_mark(place: Place) -> None:
    from widgets.tables import ICON

    place.page.change("history.max_gb", 7)
    place.console.settle(5)
    rows = place.page.rows
    assert rows.index(rows.row_of("history.max_gb"), VALUE).data(ICON) == ("hourglass", "warning")
    assert rows.index(rows.row_of("broker.host"), FROM).data(ICON) == ("lock", "text_muted")
    assert rows.index(rows.row_of("broker.host"), NAME).data(ICON) is None


def test_many_mistakes_on_a_small_screen_are_all_whole(tmp_path: Path) -> None:
    names = ("exchange.folder", "reports.folder", "backup.folder", "store.folder", "attachments.folder")
    wrong = "".join(f'{name} = "C:\\temp\\new folder for the reports of all lines"\n' for name in names)
    place = Place(tmp_path, wrong + "broker.password = 's3cret'\nbroker.port = '8883'\n")
    try:
        place.window.resize(960, 600)
        for code in ("en", "zh_CN"):
            languages.use(code)
            place.go("records.ca_file")
            assert len(place.page.problems.words()) == 7
            assert clipped(place.page) == []
    finally:
        place.close()
