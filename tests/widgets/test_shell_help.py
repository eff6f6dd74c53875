"""Rules of help: every page in both languages, no dead link, nothing from outside."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app.declared import BY_NAME
from console.domain.metrics import METRICS
from resources import resource
from tests.widgets.shell_parts import ShellConsole, dressed, window
from widgets.figures.names import metric_name
from widgets.languages import CODES, languages
from widgets.screens import pages
from widgets.shell.help import CONTENTS, FOUND, HelpPanel, page_path, shelf
from widgets.shell.helpsearch import search
from widgets.shell.memory import Memory

pytestmark = pytest.mark.usefixtures("qapp")
PAGES = sorted(path.stem for path in resource("help", "en").glob("*.md"))


@pytest.fixture
def panel(qtbot) -> HelpPanel:
    dressed()
    made = HelpPanel()
    qtbot.addWidget(made)
    made.resize(440, 800)
    made.show()
    return made


def text_of(code: str, page: str) -> str:
    return resource("help", code, f"{page}.md").read_text(encoding="utf-8")


def test_the_pages_of_this_program_are_there() -> None:
    wanted = "contents first-five-minutes board station topics wall connection shifts-and-oee figures keyboard replay"
    assert set(wanted.split()) <= set(PAGES)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_exists_in_chinese_with_as_many_headings_and_rows(page: str) -> None:
    english, chinese = text_of("en", page), text_of("zh_CN", page)
    assert re.search("[\u4e00-\u9fff]", chinese), "not translated"
    for mark in (r"^#", r"^\|", r"^- "):
        assert len(re.findall(mark, english, re.MULTILINE)) == len(re.findall(mark, chinese, re.MULTILINE)), mark


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("page", PAGES)
def test_no_link_is_dead_and_none_leads_out(code: str, page: str) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", text_of(code, page)):
        assert target.endswith(".md"), f"{target} is no help page"
        assert page_path(target.removesuffix(".md"), code).is_file()


@pytest.mark.parametrize("code", CODES)
def test_every_page_can_be_reached_from_the_contents(code: str) -> None:
    linked = set(re.findall(r"\]\(([^)]+)\.md\)", text_of(code, CONTENTS)))
    assert linked == set(PAGES) - {CONTENTS}


@pytest.mark.parametrize("code", CODES)
def test_settings_that_help_names_exist(code: str) -> None:
    for page in PAGES:
        for name in re.findall(r"`((?:broker|plant|ui|store|sparkplug|log)\.[a-z_]+)", text_of(code, page)):
            assert name in BY_NAME or page == "plant-file", f"{page} names {name}"


def test_the_list_of_figures_has_every_metric_of_the_dictionary(panel: HelpPanel) -> None:
    panel.show_page("figures")
    shown = panel.text.toPlainText()
    for metric in METRICS.values():
        assert metric_name(metric.code) in shown
        assert metric.source in shown
    assert "availability x performance x quality" in shown


def test_every_screen_has_a_page_of_its_own_in_both_languages(tmp_path: Path) -> None:
    for page in pages(ShellConsole(tmp_path), Memory(tmp_path)):
        for code in CODES:
            assert resource("help", code, f"{page.help or page.key}.md").is_file(), page.key


def typed(panel: HelpPanel, words: str) -> str:
    """What is shown after these words were typed into the search."""
    panel.search.setText(words)
    panel._seek()
    return panel.text.toPlainText()


@pytest.mark.parametrize(
    ("code", "words", "first"),
    [
        ("en", "silence horn", "calls"),
        ("en", "Backups", "backups"),
        ("en", "early warnings", "earlywarnings"),
        ("en", "second monitors", "wall"),
        ("en", "time to acknowledge", "figures"),
        ("zh_CN", "静音", "calls"),
        ("zh_CN", "备份恢复", "backups"),
        ("zh_CN", "交接班签字", "handover"),
    ],
)
def test_words_lead_to_the_page_that_is_about_them(panel: HelpPanel, code: str, words: str, first: str) -> None:
    languages.use(code)
    found = search(words, shelf(code)).hits
    languages.use("en")
    assert first in [hit.page for hit in found[:3]]


def test_what_was_found_can_be_opened_by_keyboard_and_is_lit_up(panel: HelpPanel) -> None:
    panel.show_page("board")
    assert "Andon calls" in typed(panel, "silence horn")
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    assert panel.page == "calls"
    lit = {one.cursor.selectedText().casefold() for one in panel.text.extraSelections()}
    assert lit == {"silence", "horn"}
    panel.back.click()
    assert panel.page == FOUND
    assert not panel.print_button.isEnabled()
    panel.back.click()
    assert panel.page == "board"
    assert panel.text.extraSelections() == []


def test_what_was_found_is_a_list_of_links(panel: HelpPanel) -> None:
    typed(panel, "silence horn")
    assert 'href="calls.md"' in panel.text.document().toHtml()
    panel.text.anchorClicked.emit(QUrl("wall.md"))
    assert panel.page == "wall"


def test_escape_ends_the_search_where_it_began(panel: HelpPanel) -> None:
    panel.show_page("board")
    typed(panel, "horn")
    QTest.keyClick(panel.search, Qt.Key.Key_Escape)
    assert panel.search.text() == ""
    QTest.keyClick(panel.search, Qt.Key.Key_Escape)
    assert panel.page == "board"


def test_a_search_that_was_emptied_is_no_place_to_go_back_to(panel: HelpPanel) -> None:
    typed(panel, "horn")
    QTest.keyClick(panel.search, Qt.Key.Key_Return)
    typed(panel, "")
    panel.back.click()
    assert panel.page == CONTENTS
    assert "No page has these words" not in panel.text.toPlainText()


def test_a_page_is_laid_out_once_however_long_its_tables_are(panel: HelpPanel) -> None:
    laid: list[float] = []
    panel.text.document().documentLayout().documentSizeChanged.connect(lambda size: laid.append(size.height()))
    panel.show_page("tables")
    assert len(laid) < 100


def test_words_that_stand_nowhere_together_show_the_pages_with_most_of_them(panel: HelpPanel) -> None:
    assert "most of them" in typed(panel, "horn silence zebra")
    assert "No page has these words" in typed(panel, "zebra")


def test_the_search_follows_the_language(panel: HelpPanel) -> None:
    typed(panel, "静音")
    assert "No page has these words" in panel.text.toPlainText()
    languages.use("zh_CN")
    QApplication.processEvents()
    assert "静音" in panel.text.toPlainText()
    assert "No page" not in panel.text.toPlainText()


def test_what_is_searched_for_is_never_markup(panel: HelpPanel) -> None:
    shown = typed(panel, "<b> [x](http://example.org) *")
    assert "No page has these words" in shown
    assert panel.text.document().toHtml().count("example.org") == 0


@pytest.mark.parametrize("code", CODES)
def test_no_mark_of_markdown_is_left_in_what_is_searched(code: str) -> None:
    for page in shelf(code).values():
        for section in page:
            assert not re.search(r"\*\*|\]\(|^\||`", section.text), (section.page, section.heading)
            assert section.title


def test_a_page_is_printed_black_on_white(panel: HelpPanel, tmp_path: Path) -> None:
    panel.show_page("wall")
    writer = QPdfWriter(str(tmp_path / "wall.pdf"))
    panel.print_on(writer)
    del writer
    assert (tmp_path / "wall.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "wall.pdf").stat().st_size > 5_000


def test_ctrl_f_searches_the_help_while_it_is_read(tmp_path: Path, qtbot) -> None:
    shell = window(tmp_path)
    qtbot.addWidget(shell)
    shell.toggle_help()
    shell.filter()
    assert shell.help.search.hasFocus()
    shell.widget(shell.current).setFocus()
    shell.filter()
    assert not shell.help.search.hasFocus()
    shell.close()


def test_help_changes_language_while_it_is_open(panel: HelpPanel) -> None:
    panel.show_page("board")
    languages.use("zh_CN")
    QApplication.processEvents()
    assert "看板" in panel.text.toPlainText()
    languages.use("en")
    QApplication.processEvents()
    assert "The board" in panel.text.toPlainText()


def test_a_link_opens_the_page_and_back_returns(panel: HelpPanel) -> None:
    panel.show_page("board")
    panel.text.anchorClicked.emit(QUrl("station.md"))
    assert panel.page == "station"
    panel.back.click()
    assert panel.page == "board"


@pytest.mark.parametrize("link", ["https://example.org/x.md", "file:///etc/passwd", "../../main.py", "../i18n/x.md"])
def test_a_link_to_anywhere_else_opens_nothing(panel: HelpPanel, link: str) -> None:
    panel.show_page("board")
    panel.text.anchorClicked.emit(QUrl(link))
    assert panel.page in ("board", CONTENTS)
    assert panel.text.source().isEmpty()


def test_pictures_and_html_in_a_page_are_not_loaded(panel: HelpPanel) -> None:
    panel.text.show_markdown("![x](http://example.org/x.png) <b>not bold</b>")
    assert panel.text.loadResource(2, QUrl("http://example.org/x.png")) is None
    assert "<b>not bold</b>" in panel.text.toPlainText()


def test_a_screen_without_a_page_leads_to_the_contents(panel: HelpPanel) -> None:
    panel.show_page("no-such-page")
    assert panel.page == CONTENTS


@pytest.mark.parametrize("name", ["../en/board", "board.md", "", "Board", "a/b"])
def test_a_page_name_is_never_a_path(name: str) -> None:
    with pytest.raises(FileNotFoundError):
        page_path(name, "en")


def test_help_pages_are_plain_files_of_the_program() -> None:
    for code in CODES:
        for page in PAGES:
            assert Path(page_path(page, code)).is_relative_to(resource("help"))
