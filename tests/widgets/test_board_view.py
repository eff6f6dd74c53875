"""The board: what changed is repainted and nothing else, and hand and keyboard reach everything."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QRegion, QTextDocument
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from console.domain.live import LineLive
from console.domain.stations import NoData, StationState
from tests.paths import ROOT
from tests.widgets.boards import (
    NASTY,
    Brush,
    Clock,
    click,
    differing,
    line,
    lines,
    on_view,
    picture,
    press,
    settle,
    shown,
    tile,
)
from tests.widgets.floors import NOW, SmallFloor, floor
from tests.widgets.shell_parts import dressed
from widgets.board.card import ring_rect
from widgets.board.tile import elapsed_rect
from widgets.board.view import COLLAPSE_FROM, BoardView
from widgets.languages import languages
from widgets.theme import themes

S, K = StationState, Qt.Key
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(autouse=True)
def _dressed() -> None:
    dressed()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def four(qtbot: QtBot, clock: Clock) -> BoardView:
    return keep(qtbot, shown(floor().lines, clock))


@pytest.fixture
def forty(qtbot: QtBot, clock: Clock) -> BoardView:
    return keep(qtbot, shown(lines(40), clock))


def keep(qtbot: QtBot, view: BoardView) -> BoardView:
    qtbot.addWidget(view)
    return view


def in_sight(view: BoardView, rect: QRect) -> bool:
    return view.viewport().rect().contains(rect)


# Repainting


def test_a_changed_station_repaints_only_its_tile(four: BoardView) -> None:
    brush = Brush(four.viewport())
    live = four._by_id["L2"].stations[1]
    before = picture(four)

    def change() -> None:
        live.good += 1
        four.mark_station(live.station.id)

    region = brush.after(change)
    assert region.boundingRect() == tile(four, "L2/40")
    assert brush.times == 1
    rest = before.copy()
    after = picture(four)
    assert differing(before, after, 0) > 0
    only = tile(four, "L2/40")
    for image in (rest, after):
        for y in range(only.top(), only.bottom() + 1):
            for x in range(only.left(), only.right() + 1):
                image.setPixel(x, y, 0)
    assert differing(rest, after, 0) == 0


def test_what_a_partial_repaint_shows_is_what_a_whole_one_shows(four: BoardView, clock: Clock) -> None:
    brush = Brush(four.viewport())
    for name, state in (("L2/40", S.NO_DATA), ("L1/20", S.STOPPED), ("L4/30", S.RUNNING)):
        live = next(s for x in four._lines for s in x.stations if s.station.id == name)
        live.state, live.no_data = state, NoData.STUCK if state is S.NO_DATA else None
        brush.after(lambda name=name: four.mark_station(name))
    clock.at += 61
    brush.after(lambda: four.beat(clock.at))
    brush.after(lambda: four.mark_line("L1"))
    bit_by_bit = picture(four)
    four.viewport().update()
    settle()
    assert differing(bit_by_bit, picture(four), 0) == 0


def test_many_changes_between_two_frames_are_painted_once(four: BoardView) -> None:
    brush = Brush(four.viewport())
    brush.after(lambda: [four.mark_station("L1/20") for _ in range(500)])
    assert brush.times == 1


def test_a_station_that_nobody_can_see_or_that_is_not_shown_costs_no_frame(forty: BoardView) -> None:
    brush = Brush(forty.viewport())
    assert brush.after(lambda: (forty.mark_station("L40/10"), forty.mark_station("L99/1"))).isEmpty()
    assert brush.after(lambda: (forty.mark_line("L40"), forty.mark_line("L99"))).isEmpty()


def test_a_changed_line_repaints_its_figures_and_no_tile(four: BoardView) -> None:
    brush = Brush(four.viewport())
    region = brush.after(lambda: four.mark_line("L3"))
    card = four._card("L3")
    assert card is not None
    assert region == QRegion(card.side) + QRegion(card.header) + QRegion(card.ribbon)


def test_the_second_repaints_only_the_elapsed_times_of_visible_tiles(qtbot: QtBot, clock: Clock) -> None:
    view = keep(qtbot, shown(lines(6), clock, height=640))
    brush = Brush(view.viewport())
    clock.at += 1
    region = brush.after(lambda: view.beat(clock.at))
    window = view.viewport().rect()
    wanted = QRegion()
    for card in view._layout.cards:
        for rect in card.tiles:
            wanted += QRegion(on_view(view, elapsed_rect(rect, view.scale)).intersected(window))
    assert region == wanted
    assert len(view._layout.cards) > len(list(view._visible())), "some lie below the window"


def test_within_a_second_nothing_is_repainted(four: BoardView, clock: Clock) -> None:
    brush = Brush(four.viewport())
    clock.at += 1
    four.beat(clock.at)
    assert brush.after(lambda: [four.beat(clock.at + n / 4) for n in range(3)]).isEmpty() is False
    assert brush.after(lambda: four.beat(clock.at + 0.9)).isEmpty()


def test_collapsed_lines_have_no_times_to_move_on(forty: BoardView, clock: Clock) -> None:
    brush = Brush(forty.viewport())
    assert brush.after(lambda: forty.beat(clock.at + 5)).isEmpty()


def test_the_elapsed_time_moves_on_with_the_beat(four: BoardView, clock: Clock) -> None:
    before = picture(four, tile(four, "L2/40"))
    clock.at += 7
    four.beat(clock.at)
    settle()
    assert differing(before, picture(four, tile(four, "L2/40"))) > 5


@pytest.mark.parametrize("switch", ["theme", "language"])
def test_another_theme_or_language_repaints_everything(four: BoardView, switch: str) -> None:
    before = picture(four)
    brush = Brush(four.viewport())
    region = brush.after(lambda: themes.use("light") if switch == "theme" else languages.use("zh_CN"))
    assert region.boundingRect() == four.viewport().rect()
    assert differing(before, picture(four)) > 200
    themes.use("dark")
    languages.use("en")
    settle()
    assert differing(before, picture(four), 0) == 0, "and back again nothing of it stays"


# Which lines, folded or not


def test_forty_lines_begin_folded_and_scroll(forty: BoardView) -> None:
    assert forty.collapsed == {f"L{n}" for n in range(1, 41)}
    assert forty.verticalScrollBar().maximum() > 0
    assert forty._layout.height == forty.verticalScrollBar().maximum() + forty.viewport().height()


def test_lines_that_are_not_many_begin_open(qtbot: QtBot) -> None:
    view = keep(qtbot, shown(lines(COLLAPSE_FROM - 1)))
    assert view.collapsed == set()


def test_a_filter_that_finds_nothing_forgets_no_line_that_somebody_opened(forty: BoardView) -> None:
    everything = forty._lines
    forty.toggle("L3")
    forty.show_lines([])
    settle()
    forty.show_lines(everything)
    assert "L3" not in forty.collapsed
    assert len(forty.collapsed) == 39


def test_lines_that_come_to_a_full_board_come_folded(qtbot: QtBot) -> None:
    view = keep(qtbot, shown(lines(4)))
    view.show_lines(lines(40))
    assert view.collapsed == {f"L{n}" for n in range(5, 41)}


def test_what_a_station_shows_folded_is_repainted_too(forty: BoardView) -> None:
    brush = Brush(forty.viewport())
    live = forty._lines[1].stations[2]
    before = picture(forty)
    live.state = S.STOPPED

    region = brush.after(lambda: forty.mark_station(live.station.id))
    assert region.boundingRect() == tile(forty, live.station.id)
    assert differing(before, picture(forty)) > 20


@pytest.mark.parametrize("count", [0, 1])
@pytest.mark.parametrize("stations", [0, 1])
@pytest.mark.parametrize("size", [(1, 1), (60, 40), (400, 120), (5000, 3000)])
def test_no_lines_no_stations_and_windows_of_any_size_do_no_harm(
    qtbot: QtBot, count: int, stations: int, size: tuple[int, int]
) -> None:
    view = keep(qtbot, shown(lines(count, stations), width=size[0], height=size[1]))
    press(view, K.Key_Down, K.Key_Right, K.Key_Return, K.Key_Space, K.Key_Right, K.Key_End, K.Key_Up, K.Key_Minus)
    view.set_scale(3.0)
    picture(view)
    view.beat(NOW + 9)
    assert view.lines_per_page() >= 1
    assert view._hint(QPoint(5, 5)) is not None


def test_an_empty_board_says_so(qtbot: QtBot) -> None:
    view = keep(qtbot, shown([]))
    said = picture(view)
    assert differing(said, picture(view), 0) == 0
    blank = said.copy()
    blank.fill(said.pixelColor(2, 2))
    assert differing(said, blank) > 100


# The hand


def test_a_tile_opens_its_station(four: BoardView, qtbot: QtBot) -> None:
    for place in four._place:
        with qtbot.waitSignal(four.station_opened, timeout=500) as opened:
            click(four, tile(four, place).center())
        assert opened.args == [place]


def test_the_arrow_folds_and_unfolds_and_opens_nothing(four: BoardView, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(four.line_opened), qtbot.assertNotEmitted(four.station_opened):
        for wanted in ({"L2"}, set()):
            card = four._card("L2")
            assert card is not None
            click(four, on_view(four, card.chevron).center())
            assert four.collapsed == wanted


def test_the_ring_and_the_ratios_open_the_losses_of_the_line(four: BoardView, qtbot: QtBot) -> None:
    card = four._card("L3")
    assert card is not None
    ring = on_view(four, ring_rect(card.side, four.scale))
    for point in (ring.center(), QPoint(ring.right() + 30, ring.center().y())):
        with qtbot.waitSignal(four.line_opened, timeout=500) as opened:
            click(four, point)
        assert opened.args == ["L3"]


def test_a_folded_line_unfolds_wherever_it_is_pressed_beside_its_stations(four: BoardView) -> None:
    four.toggle("L1")
    card = four._card("L1")
    assert card is not None
    click(four, on_view(four, card.header).center())
    assert four.collapsed == set()


def test_a_point_after_scrolling_is_the_tile_that_is_seen_there(forty: BoardView, qtbot: QtBot) -> None:
    forty.verticalScrollBar().setValue(700)
    place = next(s.station.id for card in forty._visible() for s in forty._by_id[card.line].stations[2:3])
    forty.verticalScrollBar().setValue(forty.verticalScrollBar().value() + 3)
    with qtbot.waitSignal(forty.station_opened, timeout=500) as opened:
        click(forty, tile(forty, place).center())
    assert opened.args == [place]


def test_the_right_button_and_the_gap_between_cards_do_nothing(four: BoardView, qtbot: QtBot) -> None:
    card = four._card("L1")
    assert card is not None
    with qtbot.assertNotEmitted(four.station_opened), qtbot.assertNotEmitted(four.line_opened):
        qtbot.mouseClick(four.viewport(), Qt.MouseButton.RightButton, pos=tile(four, "L1/20").center())
        click(four, QPoint(300, card.rect.bottom() + 5))


# The keyboard


@pytest.mark.parametrize("height", [420, 260])
def test_arrows_reach_every_line_and_station_and_scroll_it_into_sight(qtbot: QtBot, clock: Clock, height: int) -> None:
    view = keep(qtbot, shown(lines(5, 14), clock, height=height))
    reached = set()
    press(view, K.Key_Home)
    for _ in range(5):
        press(view, *[K.Key_Left] * 15)
        assert view.focused_station is None, "the line itself"
        for _ in range(14):
            press(view, K.Key_Right)
            live = view.focused_station
            assert live is not None
            reached.add(live.station.id)
            assert in_sight(view, tile(view, live.station.id))
        press(view, K.Key_Down)
    assert reached == set(view._place)


def test_end_and_home_go_to_the_last_and_the_first_line(forty: BoardView, qtbot: QtBot) -> None:
    for key, wanted in ((K.Key_End, "L40"), (K.Key_Home, "L1")):
        press(forty, key)
        card = forty._card(wanted)
        assert card is not None
        assert in_sight(forty, on_view(forty, card.rect))
        with qtbot.waitSignal(forty.line_opened, timeout=500) as opened:
            press(forty, K.Key_Return)
        assert opened.args == [wanted]


def test_enter_opens_the_station_under_the_focus(four: BoardView, qtbot: QtBot) -> None:
    press(four, K.Key_Home, K.Key_Down, K.Key_Right, K.Key_Right)
    with qtbot.waitSignal(four.station_opened, timeout=500) as opened:
        press(four, K.Key_Enter)
    assert opened.args == ["L2/40"]


def test_space_folds_the_line_plus_and_minus_all_and_the_focus_stays_in_sight(forty: BoardView) -> None:
    press(forty, K.Key_End, K.Key_Space)
    assert "L40" not in forty.collapsed
    card = forty._card("L40")
    assert card is not None
    assert in_sight(forty, on_view(forty, card.rect))
    press(forty, K.Key_Plus)
    assert forty.collapsed == set()
    card = forty._card("L40")
    assert card is not None
    assert in_sight(forty, on_view(forty, card.rect))
    press(forty, K.Key_Minus)
    assert len(forty.collapsed) == 40


def test_down_keeps_the_column_as_far_as_the_next_line_has_one(qtbot: QtBot) -> None:
    view = keep(qtbot, shown([line(1, 5), line(2, 2), line(3, 0)]))
    press(view, K.Key_Home, *[K.Key_Right] * 4, K.Key_Down)
    assert view.focused_station is not None
    assert view.focused_station.station.id == "L2/20"
    press(view, K.Key_Down)
    assert view.focused_station is None


def test_the_focus_can_be_seen_on_a_tile_on_a_line_and_on_a_chip(four: BoardView) -> None:
    plain = picture(four)
    press(four, K.Key_Home)
    on_line = picture(four)
    press(four, K.Key_Right)
    on_tile = picture(four)
    assert differing(plain, on_line) > 300
    assert differing(on_line, on_tile) > 300
    press(four, K.Key_Space)
    folded = picture(four, tile(four, "L1/20"))
    press(four, K.Key_Right)
    assert differing(folded, picture(four, tile(four, "L1/20"))) > 40


def test_without_the_keyboard_no_focus_is_shown(four: BoardView) -> None:
    before = picture(four)
    press(four, K.Key_Home, K.Key_Right)
    four.clearFocus()
    settle()
    assert differing(before, picture(four), 0) == 0


def test_tab_gives_the_focus_to_the_first_line_and_what_has_it_is_said(four: BoardView) -> None:
    four.clearFocus()
    four.setFocus(Qt.FocusReason.TabFocusReason)
    press(four, K.Key_Right, K.Key_Right)
    said = four.accessibleDescription()
    assert "30 Weld A" in said
    assert "Stopped" in said
    assert "Porosity" in said


def test_a_station_that_is_gone_after_the_plant_changed_has_no_focus(four: BoardView, qtbot: QtBot) -> None:
    press(four, K.Key_Home, *[K.Key_Right] * 3)
    four.show_lines([line(1, 1)])
    assert four.focused_station is None
    with qtbot.waitSignal(four.line_opened, timeout=500):
        press(four, K.Key_Return)
    press(four, K.Key_Right)
    four.show_lines([line(9, 3)])
    assert four.focused_station is None
    press(four, K.Key_Return, K.Key_Space)


def test_a_station_that_is_asked_for_is_unfolded_and_brought_into_sight(forty: BoardView) -> None:
    forty.reveal("L33/30")
    settle()
    assert "L33" not in forty.collapsed
    assert in_sight(forty, tile(forty, "L33/30"))
    assert forty.focused_station is not None
    forty.reveal("nowhere")


# Words


def tooltip(view: BoardView, point: QPoint) -> str:
    """What is shown when the mouse rests there."""
    QToolTip.hideText()
    QApplication.sendEvent(view.viewport(), QHelpEvent(QHelpEvent.Type.ToolTip, point, view.mapToGlobal(point)))
    return QToolTip.text()


def test_a_tile_tells_everything_it_shows_in_plain_facts(four: BoardView) -> None:
    said = tooltip(four, tile(four, "L1/30").center())
    for fact in (
        "L1 Pump housing",
        "30 Weld A",
        "Stopped for 00:02:31",
        "Porosity on seam, 3 in a row",
        "E217 seam camera",
        "498 good, 7 scrap",
        "Cycle 28.3 s, target 30.0 s",
        "6 pieces wait",
    ):
        assert fact in said
    assert "offline" not in tooltip(four, tile(four, "L2/40").center())
    assert "edge node" in tooltip(four, tile(four, "L4/30").center())


def test_the_left_part_and_the_top_tell_the_line_and_between_cards_nothing_is_told(
    four: BoardView, qtbot: QtBot
) -> None:
    card = four._card("L2")
    assert card is not None
    for rect in (card.side, card.header):
        said = tooltip(four, on_view(four, rect).center())
        assert "L2 Bracket press" in said
        assert "OEE" in said
    tooltip(four, QPoint(300, card.rect.bottom() + 5))
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def named(name: str) -> list[LineLive]:
    """Two lines; everything in the first that comes from outside says `name`."""
    first, second = line(1, 3, S.STOPPED), line(2, 3)
    first.line = replace(first.line, name=name, id="L1")
    first.order = first.product = first.next_order = name
    for live in first.stations:
        live.station = replace(live.station, name=name)
        live.reason = live.alarm = name
    return [first, second]


@pytest.mark.parametrize("name", NASTY)
@pytest.mark.parametrize("folded", [False, True])
def test_names_from_outside_are_plain_text_that_stays_in_its_place(qtbot: QtBot, name: str, folded: bool) -> None:
    usual = keep(qtbot, shown(named("Usual")))
    view = keep(qtbot, shown(named(name)))
    if folded:
        usual.collapse_all(True)
        view.collapse_all(True)
        settle()
    assert view._layout == usual._layout
    card = view._card("L2")
    assert card is not None
    below = on_view(view, card.rect)
    assert differing(picture(usual, below), picture(view, below), 0) == 0, "the line below is as it was"
    gap = QRect(0, card.rect.top() - 10, 1400, 8)
    assert differing(picture(usual, gap), picture(view, gap), 0) == 0
    card = view._card("L1")
    assert card is not None
    for one, other in zip(card.tiles, card.tiles[1:], strict=False):
        between = QRect(one.right() + 1, one.top(), other.left() - one.right() - 1, one.height())
        assert differing(picture(usual, between), picture(view, between), 0) == 0, "no tile's words leave it"


@pytest.mark.parametrize("name", NASTY[:6])
def test_a_tooltip_shows_a_name_letter_by_letter(qtbot: QtBot, name: str) -> None:
    view = keep(qtbot, shown(named(name)))
    document = QTextDocument()
    document.setHtml(tooltip(view, tile(view, "L1/10").center()))
    said = document.toPlainText()
    assert "\ufffc" not in said, "no picture"
    assert not set(said) & {"\u202e", "\u2066", "\x00", "\x07", "\t"}
    start = name[:20].split("\u202e")[0]
    assert start in said
    assert len(said.splitlines()) == 5


def test_the_board_and_what_it_shows_have_names_for_those_who_hear_it(four: BoardView) -> None:
    assert four.accessibleName() == "Live board"
    languages.use("zh_CN")
    settle()
    assert four.accessibleName() == "实时看板"
    languages.use("en")


def test_a_floor_of_objects_that_change_under_the_board_never_breaks_it(four: BoardView) -> None:
    built: SmallFloor = floor()
    four.show_lines(built.lines)
    for live in built.stations.values():
        for state in S:
            live.state, live.no_data, live.since = state, None, 0.0
            live.cycle = live.cycle_mean = None
            live.wip, live.bottleneck = 12345, True
            four.mark_station(live.station.id)
        settle()
    for line_live in built.lines:
        line_live.account, line_live.shift, line_live.target, line_live.planned = None, None, None, None
        four.mark_line(line_live.line.id)
    settle()
    picture(four)


PAINT_A_BUG = """
import sys
from contextlib import suppress

from PySide6.QtWidgets import QApplication

from tests.widgets.boards import differing, lines, picture, settle, shown
from tests.widgets.shell_parts import dressed

app = QApplication([])
dressed()


class Broken(str):
    def __str__(self):
        raise RuntimeError("a bug while painting")


kept = []  # as the crash window keeps them, with everything that was alive then
sys.excepthook = lambda *error: kept.append(error)
made = lines(3)
whole = picture(shown(made))
made[0].product, usual = Broken("x"), made[0].product
view = shown(made)
with suppress(RuntimeError):
    settle()
made[0].product = usual
view.viewport().update()
settle()
assert kept
assert differing(whole, picture(view), 0) == 0
print("the board goes on")
"""


def test_a_bug_while_painting_does_not_end_the_program_and_the_board_goes_on() -> None:
    """In a process of its own: a painter that is still active when its window is shown may end the program."""
    told = subprocess.run([sys.executable, "-c", PAINT_A_BUG], cwd=ROOT, capture_output=True, text=True, timeout=60)
    assert told.stdout.strip() == "the board goes on", told.stderr[-2000:]
    assert "active painter" not in told.stderr
