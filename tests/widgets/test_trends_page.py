"""The Trends screen as a person uses it: choosing signals, looking at a time, reading what was so."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from console.app.console import Console
from console.domain.readings import Reading
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.shell_parts import dressed
from tests.widgets.trend_parts import DOOR, NOW, OTHER, TAG, Clock, each, remembering, settle
from widgets.board.view import BoardView
from widgets.dragging import carried, signals_in
from widgets.languages import CODES, languages
from widgets.shell.pages import Page
from widgets.shell.rail import Rail
from widgets.station.tags import TagsCard
from widgets.trends.header import SpanForm
from widgets.trends.page import TrendsPage
from widgets.trends.tagtree import ID

pytestmark = pytest.mark.usefixtures("qapp")
HOUR = 3600.0
VALUES = np.round(50 + 45 * np.sin(np.arange(int(4 * HOUR)) / 700.0), 2)
GAP = (NOW - 2 * HOUR, NOW - 1.5 * HOUR)


@pytest.fixture(scope="module")
def console(qapp, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    tag = each(len(VALUES), NOW - 4 * HOUR, lambda i: float(VALUES[i]))
    flow = [
        one for one in each(4 * 3600, NOW - 4 * HOUR, lambda i: i * 0.5, OTHER) if not GAP[0] < one.heard_at < GAP[1]
    ]
    doors = [Reading(DOOR, bool(i % 2), NOW - 4 * HOUR + 600 * i, NOW - 4 * HOUR + 600 * i) for i in range(20)]
    everything = sorted(tag + flow + doors, key=lambda one: one.heard_at)
    with remembering(tmp_path_factory.mktemp("page"), everything, Clock()) as made:
        made.intake.take("t/current", b'{"v": 42.5}', 0, False, 0, NOW - 1)
        made.tick()
        yield made


@pytest.fixture(scope="module")
def kept(console: Console) -> Iterator[TrendsPage]:
    """One page for all: it is made of many parts."""
    dressed()
    made = TrendsPage(console)
    made.resize(1600, 900)
    made.show()
    QApplication.processEvents()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def page(kept: TrendsPage) -> TrendsPage:
    """The page as it is when it is opened first."""
    dressed()
    kept.model.use([])
    kept.model.compare([])
    kept.model.point(None)
    kept.model.point(None, second=True)
    kept.model.follow(8 * HOUR)
    kept.resize(1600, 900)
    kept.tags.filter.clear()
    kept.show_tags(True)
    return kept


def rest(page: TrendsPage, beats: int = 3) -> None:
    """Let everything be read that the page wants."""
    for _ in range(beats):
        page.beat(NOW)
        settle(page._console, lambda: not page.model._fetching._asked)
    settle(page._console, lambda: page.statistics.reckoning._busy is None)


def show(page: TrendsPage, *ids: str) -> None:
    page.show_subject("\n".join([*ids, f"@{NOW - 4 * HOUR},{NOW - 1}"]))
    rest(page)


def test_a_subject_opens_signals_and_their_time_and_plus_adds_one(page: TrendsPage) -> None:
    show(page, TAG.id, OTHER.id)
    assert [pen.id for pen in page.model.pens] == [TAG.id, OTHER.id]
    assert (page.model.start, page.model.end) == (NOW - 4 * HOUR, NOW - 1)
    assert page.tags.isHidden()
    page.show_subject(f"+{DOOR.id}")
    assert [pen.id for pen in page.model.pens] == [TAG.id, OTHER.id, DOOR.id]
    page.show_subject(TAG.id)
    assert [pen.id for pen in page.model.pens] == [TAG.id]


def test_an_empty_page_says_how_to_begin_and_offers_the_signals(page: TrendsPage) -> None:
    rest(page)
    assert page.plots.empty.isVisible()
    assert "Enter" in page.plots.empty.words.text()
    assert page.tags.isVisible()
    assert page.tags.tree.count() >= 3


def test_the_head_says_what_is_seen(page: TrendsPage) -> None:
    show(page, TAG.id)
    page.model.follow(8 * HOUR)
    rest(page)
    page.header._say_note()
    assert page.header.title.text() == "Trends · L1 30 Weld A"
    said = page.header.note.text()
    assert said.startswith("live · 8 h · 1 pen · ")
    assert said.endswith("points, every spike kept")
    assert "14" in said  # 14 400 samples of four hours
    page.model.freeze()
    assert not page.header.note.text().startswith("live")


def test_what_stands_still_says_so_and_goes_on_when_asked(page: TrendsPage) -> None:
    show(page, TAG.id)
    page.model.follow()
    assert not page.header.frozen.isVisible()
    QTest.keyClick(page.plots, Qt.Key.Key_Space)
    assert page.header.frozen.isVisible()
    assert page.header.freeze.text() == "Live"
    page.header.freeze.click()
    assert page.model.live
    assert not page.header.frozen.isVisible()


def test_a_word_finds_a_signal_and_enter_draws_it(page: TrendsPage) -> None:
    rest(page)
    page.focus_filter()
    QTest.keyClicks(page.tags.filter, "flow")
    assert page.tags.tree.count() == 1
    QTest.keyClick(page.tags.filter, Qt.Key.Key_Return)
    assert page.tags.tree.currentIndex().data(ID) == OTHER.id
    QTest.keyClick(page.tags.tree, Qt.Key.Key_Return)
    assert [pen.id for pen in page.model.pens] == [OTHER.id]
    page.tags.filter.setText("CURR weld l1")  # words in any order, of the signal and of its place
    assert page.tags.tree.count() == 1
    page.tags.filter.setText("nothing has this name")
    assert page.tags.tree.count() == 0


def test_a_signal_of_the_tree_is_dragged_by_its_id(page: TrendsPage) -> None:
    rest(page)
    page.tags.filter.setText("current")
    page.tags.tree.choose_first()
    tags = page.tags.tree._tags
    index = page.tags.tree._proxy.mapToSource(page.tags.tree.currentIndex())
    assert signals_in(tags.mimeData([index])) == [TAG.id]
    assert bool(tags.flags(index) & Qt.ItemFlag.ItemIsDragEnabled)
    assert not tags.flags(tags.index(0, 0, QModelIndex())) & Qt.ItemFlag.ItemIsDragEnabled


def drop(widget: QWidget, data: QMimeData) -> None:
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, QDragEnterEvent(QPoint(20, 20), *how))
    QApplication.sendEvent(widget, QDropEvent(QPointF(20, 20), *how))


def test_signals_are_dropped_on_the_list_and_on_the_rail(page: TrendsPage) -> None:
    drop(page.pens, carried([TAG.id]))
    assert [pen.id for pen in page.model.pens] == [TAG.id]
    rail = Rail([Page(key, lambda: "", "activity", QWidget) for key in ("board", "trends")])
    heard: list[tuple[str, str]] = []
    rail.dropped.connect(lambda key, subject: heard.append((key, subject)))
    drop(rail.entries["trends"], carried([OTHER.id, DOOR.id]))
    drop(rail.entries["board"], carried([OTHER.id]))
    assert heard == [("trends", f"+{OTHER.id}\n{DOOR.id}")]
    page.show_subject(heard[0][1])
    assert [pen.id for pen in page.model.pens] == [TAG.id, OTHER.id, DOOR.id]
    rail.deleteLater()


def test_the_list_of_pens_hides_orders_fixes_and_removes(page: TrendsPage) -> None:
    show(page, TAG.id, OTHER.id, DOOR.id)
    page.pens.toggle(TAG.id)
    row = page.pens.rows[0]
    assert row.tools.isVisible()
    row.shown.click()
    assert not page.model.pens[0].shown
    assert sum(plot.isVisible() for plot in page.plots.plots) == 2
    row.shown.click()
    row.low.setText("10")
    row.high.setText("60")
    row.high.editingFinished.emit()
    assert (page.model.pens[0].low, page.model.pens[0].high) == (10.0, 60.0)
    assert (page.plots.plots[0].scale().low, page.plots.plots[0].scale().high) == (10.0, 60.0)
    row.low.clear()
    row.high.clear()
    row.high.editingFinished.emit()
    assert page.model.pens[0].low is None
    row.down.click()
    assert [pen.id for pen in page.model.pens] == [OTHER.id, TAG.id, DOOR.id]
    assert [plot.pen.id for plot in page.plots.plots[:3]] == [OTHER.id, TAG.id, DOOR.id]  # type: ignore[union-attr]
    QTest.keyClick(page.pens.rows[1].face, Qt.Key.Key_Delete)
    assert [pen.id for pen in page.model.pens] == [OTHER.id, DOOR.id]
    assert QApplication.focusWidget() in (page.pens.rows[1].face, None)


def test_the_cursors_say_what_was_so_and_how_they_differ(page: TrendsPage) -> None:
    show(page, TAG.id, OTHER.id, DOOR.id)
    a, b = NOW - 3 * HOUR + 0.4, NOW - HOUR + 0.4
    page.model.point(a)
    rest(page)
    first = float(VALUES[int(HOUR)])
    assert page.at_cursor.title.text() == "At the cursor · 21:00:00" or "21:00:00" in page.at_cursor.title.text()
    assert page.at_cursor.rows[0][1].text() == f"{first:.4g} A"
    page.model.point(b, second=True)
    rest(page)
    second = float(VALUES[int(3 * HOUR)])
    shown = [part.text() for part in page.at_cursor.rows[0]]
    assert shown[0] == "current"
    assert float(shown[1].replace("−", "-")) == pytest.approx(first, rel=1e-3)
    assert float(shown[2].replace("−", "-")) == pytest.approx(second, rel=1e-3)
    assert float(shown[3].replace("−", "-")) == pytest.approx(second - first, abs=0.02)
    assert page.at_cursor.note.text() == "2 h 0 min from A to B"
    assert page.at_cursor.rows[2][1].text() in ("yes", "no")
    page.model.point((GAP[0] + GAP[1]) / 2)
    rest(page)
    assert page.at_cursor.rows[1][1].text() == "no data"


def test_the_figures_of_what_is_seen_are_those_of_all_samples(page: TrendsPage) -> None:
    show(page, TAG.id, DOOR.id)
    summed = page.statistics.reckoning.found[TAG.id]
    values = VALUES[:-1]
    assert summed.n == len(values)
    assert summed.mean == pytest.approx(values.mean())
    assert summed.spread == pytest.approx(values.std(ddof=1))
    assert (summed.least, summed.greatest) == (values.min(), values.max())
    assert summed.above == pytest.approx((values > 90).sum(), abs=1)
    assert summed.below == pytest.approx((values < 10).sum(), abs=1)
    assert [block.isVisible() for block in page.statistics.blocks][:2] in ([True, False], [True])
    page.model.show(NOW - 2 * HOUR, NOW - HOUR)
    rest(page)
    assert page.statistics.reckoning.found[TAG.id].n == 3600


def test_the_sister_screens_are_opened_from_the_head(page: TrendsPage) -> None:
    heard: list[tuple[str, str]] = []
    page.open_requested.connect(lambda key, subject: heard.append((key, subject)))
    show(page, TAG.id)
    for button in page.header.sisters.values():
        button.click()
    assert [key for key, _ in heard] == ["control", "earlywarnings", "compare"]


def test_a_range_is_chosen_by_a_button_a_list_and_two_times(page: TrendsPage) -> None:
    page.header.ranges[HOUR].click()
    assert (page.model.live, page.model.length) == (True, HOUR)
    page.header.more.setCurrentIndex(page.header.more.findData(365 * 86_400.0))
    page.header.more.activated.emit(page.header.more.currentIndex())
    assert page.model.length == 365 * 86_400.0
    page.header.ask_span = lambda *_: (NOW - 7200, NOW - 3600)
    page.header.more.setCurrentIndex(page.header.more.count() - 1)
    page.header.more.activated.emit(page.header.more.currentIndex())
    assert (page.model.start, page.model.end, page.model.live) == (NOW - 7200, NOW - 3600, False)
    form = SpanForm(page, page.model)
    assert form.span() == (NOW - 7200, NOW - 3600)
    form.last.setDateTime(form.first.dateTime().addSecs(-600))
    assert form.span() == (NOW - 7800, NOW - 7200)
    form.deleteLater()


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("size", [(1848, 972), (1294, 660), (888, 490)])
def test_no_word_is_cut_and_every_control_has_a_name(page: TrendsPage, code: str, size: tuple[int, int]) -> None:
    languages.use(code)
    page.resize(*size)
    show(page, TAG.id, OTHER.id, DOOR.id)
    page.show_tags(True)
    page.pens.open = TAG.id
    page.pens._show()
    page.model.point(NOW - 3 * HOUR)
    rest(page)
    QApplication.processEvents()
    assert clipped(page) == []
    assert nameless(page) == []
    languages.use("en")


def test_the_tags_of_a_station_are_dragged_and_enter_shows_them_in_the_trends(page: TrendsPage) -> None:
    card = TagsCard()
    card.refresh(page._console.floor.stations["L1/30"], NOW)
    assert signals_in(card.rows.mimeData([card.rows.index(0, 0), card.rows.index(0, 1)])) == [TAG.id]
    assert card.rows.flags(card.rows.index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled
    heard: list[list[str]] = []
    card.drawn.connect(heard.append)
    card.grid.selectRow(0)
    QTest.keyClick(card.grid, Qt.Key.Key_Return)
    assert heard == [[TAG.id]]
    card.deleteLater()


def test_a_tile_is_opened_by_a_click_and_carries_its_tags_when_it_is_dragged(
    page: TrendsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    floor = page._console.floor
    view = BoardView(floor.lines, lambda: NOW, ZoneInfo("UTC"))
    view.resize(900, 500)
    view.show()
    QApplication.processEvents()
    opened: list[str] = []
    dragged: list[list[str]] = []
    view.station_opened.connect(opened.append)
    monkeypatch.setattr("widgets.board.view.drag", lambda source, ids, words: dragged.append([*ids]))
    tile = view._layout.cards[0].tiles[0].center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=tile)
    assert (opened, dragged) == (["L1/30"], [])
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=tile)
    QTest.mouseMove(view.viewport(), tile + QPoint(40, 10))
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=tile + QPoint(60, 10))
    assert (opened, dragged) == (["L1/30"], [[TAG.id]])
    view.close()
    view.deleteLater()
