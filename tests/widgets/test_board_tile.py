"""A tile can be told from another without colours, in dark and in light, at a desk and on a wall."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from console.domain.live import StationLive
from console.domain.stations import NoData, StationState
from tests.widgets.boards import NASTY, differing, painted
from tests.widgets.floors import NOW, station
from tests.widgets.shell_parts import dressed
from widgets import words
from widgets.board.tile import EDGE, LOUD, elapsed_rect, elided, ink, paint_chip, paint_cycle_bar, paint_tile, word
from widgets.languages import languages
from widgets.theme import color, themes

S = StationState
KINDS = [kind for kind in NoData]
WIDE, TALL = 190, 118
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(autouse=True)
def _dressed() -> None:
    dressed()


def live(state: StationState = S.RUNNING, kind: NoData | None = None, **more: object) -> StationLive:
    """A station of 498 pieces that has been in a state for twelve minutes."""
    made = station("L1", 20, "Weld", state, 12, kind)
    made.good = 498
    for name, value in more.items():
        setattr(made, name, value)
    return made


def drawn(
    made: StationLive, width: int = WIDE, height: int = TALL, u: float = 1.0, target: float | None = 30.0
) -> QImage:
    """The tile of a station, in a picture as large as the tile."""
    rect = QRect(0, 0, width, height)
    return painted(lambda painter: paint_tile(painter, rect, made, NOW, target, u, False), width, height)


def chip(made: StationLive) -> QImage:
    rect = QRect(0, 0, 120, 38)
    return painted(lambda painter: paint_chip(painter, rect, made, 1.0, False), 120, 38)


def icon_part(image: QImage) -> QImage:
    return image.copy(QRect(8, TALL // 2 - 12, 18, 22))


def word_part(image: QImage) -> QImage:
    return image.copy(QRect(28, TALL // 2 - 14, 80, 26))


def luminance(shade: QColor) -> float:
    """Relative luminance (WCAG 2.2)."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(shade.redF()) + 0.7152 * linear(shade.greenF()) + 0.0722 * linear(shade.blueF())


def contrast(one: QColor, other: QColor) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("pair", list(combinations(S, 2)), ids=lambda pair: f"{pair[0]}-{pair[1]}")
def test_two_states_differ_without_colour_by_icon_and_word(theme: str, pair: tuple[StationState, StationState]) -> None:
    themes.use(theme)
    one, other = (drawn(live(state, NoData.SILENT if state is S.NO_DATA else None)) for state in pair)
    assert differing(icon_part(one), icon_part(other)) >= 12
    assert differing(word_part(one), word_part(other)) >= 40
    assert words.STATE_ICON[pair[0]] != words.STATE_ICON[pair[1]]
    assert words.state_word(pair[0]) != words.state_word(pair[1])


@pytest.mark.parametrize("pair", list(combinations(S, 2)), ids=lambda pair: f"{pair[0]}-{pair[1]}")
def test_two_states_differ_without_colour_when_their_line_is_folded(pair: tuple[StationState, StationState]) -> None:
    one, other = (chip(live(state, NoData.SILENT if state is S.NO_DATA else None)) for state in pair)
    assert differing(one.copy(QRect(6, 10, 18, 18)), other.copy(QRect(6, 10, 18, 18))) >= 12


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_no_data_has_a_pattern_and_nothing_else_has(theme: str) -> None:
    themes.use(theme)
    row = QRect(2, 88, WIDE - 60, 1)  # below the words, above the figures

    def tones(state: StationState) -> int:
        image = drawn(live(state, NoData.SILENT if state is S.NO_DATA else None, cycle=None, cycle_mean=None)).copy(row)
        seen = [image.pixelColor(x, 0).rgb() for x in range(image.width())]
        return sum(a != b for a, b in zip(seen, seen[1:], strict=False))

    assert {state: tones(state) > 8 for state in S} == {state: state is S.NO_DATA for state in S}


@pytest.mark.parametrize("pair", list(combinations(KINDS, 2)), ids=lambda pair: f"{pair[0]}-{pair[1]}")
def test_each_way_of_not_knowing_has_a_word_of_its_own(pair: tuple[NoData, NoData]) -> None:
    one, other = (live(S.NO_DATA, kind) for kind in pair)
    assert word(one) != word(other)
    assert differing(word_part(drawn(one)), word_part(drawn(other))) >= 40
    assert words.no_data_sentence(pair[0]) != words.no_data_sentence(pair[1])


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_a_running_tile_is_grey_and_a_stop_is_the_most_coloured(theme: str) -> None:
    themes.use(theme)

    def colour(state: StationState) -> int:
        """How far the tile's ground is from grey, 0..255."""
        fill = drawn(live(state)).pixelColor(4, TALL - 4)
        parts = (fill.red(), fill.green(), fill.blue())
        return max(parts) - min(parts)

    loud = {state: colour(state) for state in S}
    assert max(loud, key=loud.__getitem__) is S.STOPPED
    assert loud[S.STOPPED] > 2 * loud[S.RUNNING]
    assert set(LOUD) == {S.STOPPED, S.CHANGEOVER, S.NO_DATA}


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("state", list(S))
def test_the_words_on_every_tile_can_be_read(theme: str, state: StationState) -> None:
    themes.use(theme)
    loud = LOUD.get(state)
    fills = [f"{loud}_fill" if loud else "not_planned_fill" if state is S.NOT_PLANNED else "raised"]
    if state is S.NO_DATA:
        fills.append("no_data_stripe")
    for fill in fills:
        for strong in (True, False):
            assert contrast(color(ink(state, strong)), color(fill)) >= 4.5, (fill, ink(state, strong))


@pytest.mark.parametrize("theme", ["dark", "light"])
def test_on_the_ribbon_only_the_two_ways_of_waiting_share_a_colour(theme: str) -> None:
    themes.use(theme)
    shades: dict[int, set[StationState]] = {}
    for state in S:
        shades.setdefault(color(EDGE[state]).rgb(), set()).add(state)
    assert [shared for shared in shades.values() if len(shared) > 1] in ([], [{S.STARVED, S.BLOCKED}])


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("wide", [124, 190, 300])
def test_the_time_since_moves_only_inside_the_part_that_is_repainted_each_second(language: str, wide: int) -> None:
    languages.use(language)
    rect = QRect(0, 0, wide, TALL)
    for state in S:
        made = live(state, NoData.OFFLINE if state is S.NO_DATA else None)
        one, other = (
            painted(lambda painter, at=at, made=made: paint_tile(painter, rect, made, at, 30.0, 1.0, False), wide, TALL)
            for at in (NOW + 80000 + 9 * 86400, NOW + 86399 + 40000 + 9 * 86400)
        )
        inside = elapsed_rect(rect, 1.0)
        for y in range(TALL):
            for x in range(wide):
                if not inside.contains(x, y):
                    assert one.pixel(x, y) == other.pixel(x, y)
        assert differing(one, other) > 5
    languages.use("en")


def test_a_slow_cycle_is_amber_only_when_it_is_more_than_a_twentieth_over_its_target() -> None:
    bar = QRect(0, 8, 100, 4)

    def amber(cycle: float) -> bool:
        image = painted(lambda painter: paint_cycle_bar(painter, bar, cycle, 20.0, "text_muted", 1.0), 100, 20)
        return image.pixelColor(3, 9) == color("warning")

    assert [amber(cycle) for cycle in (5.0, 20.0, 20.9, 21.1, 400.0)] == [False, False, False, True, True]


def test_the_mark_of_the_target_stands_where_the_target_is_and_a_long_cycle_ends_at_the_end() -> None:
    bar = QRect(10, 8, 130, 4)
    image = painted(lambda painter: paint_cycle_bar(painter, bar, 900.0, 20.0, "text", 1.0), 150, 20)
    mark = color("text")
    columns = [x for x in range(150) if image.pixelColor(x, 5) == mark]
    assert columns[0] == 10 + 100
    assert image.pixelColor(139, 9) == color("warning")
    assert image.pixelColor(140, 9) == QColor("magenta")


def test_bottleneck_and_waiting_pieces_are_marks_beside_the_name() -> None:
    corner = QRect(WIDE - 50, 4, 48, 26)
    usual = drawn(live()).copy(corner)
    flagged = drawn(live(bottleneck=True)).copy(corner)
    waiting = drawn(live(wip=17)).copy(corner)
    assert differing(usual, flagged) > 15
    assert differing(usual, waiting) > 15
    assert differing(flagged, waiting) > 15
    assert differing(usual, drawn(live(wip=0)).copy(corner)) == 0, "nothing waits, nothing to see"


@pytest.mark.parametrize("name", NASTY)
@pytest.mark.parametrize("u", [1.0, 2.2])
def test_a_name_leaves_count_time_and_state_as_they_are(name: str, u: float) -> None:
    width, height = round(WIDE * u), round(TALL * u)
    below = QRect(0, round(34 * u), width, height - round(34 * u))
    one, other = live(), live()
    other.station = replace(other.station, name=name)
    assert differing(drawn(one, width, height, u).copy(below), drawn(other, width, height, u).copy(below), 0) == 0


def test_a_name_that_is_too_long_ends_in_dots_and_acting_characters_are_spelled() -> None:
    assert elided("W" * 300, 14, 600, 100).endswith("…")
    assert elided("a\u202eb\nc", 14, 600, 1000) == "a\\u202eb\\nc"
    assert elided("<b>x</b>", 14, 600, 1000) == "<b>x</b>"


@pytest.mark.parametrize("size", [(1, 1), (3, 200), (40, 20), (124, 112), (900, 500), (0, 50), (50, 0), (-4, 30)])
def test_a_tile_of_any_size_is_painted_without_a_complaint(size: tuple[int, int], qtlog: object) -> None:
    rect = QRect(0, 0, *size)
    for state in S:
        made = live(state, NoData.BAD if state is S.NO_DATA else None, wip=3, cycle_mean=31.0)
        painted(lambda painter, made=made: paint_tile(painter, rect, made, NOW, 30.0, 1.0, True), 300, 300)
        painted(lambda painter, made=made: paint_chip(painter, rect, made, 1.0, True), 300, 300)
    assert [record.message for record in qtlog.records] == []  # type: ignore[attr-defined]


def test_numbers_of_any_size_stay_on_their_tile() -> None:
    made = live(good=10**9, cycle_mean=98765.4, wip=10**6, since=1.0)
    image = QImage(WIDE + 40, TALL, QImage.Format.Format_RGB32)
    rect = QRect(20, 0, WIDE, TALL)
    image = painted(lambda painter: paint_tile(painter, rect, made, NOW, 30.0, 1.0, False), WIDE + 40, TALL)
    for x in (*range(20), *range(WIDE + 20, WIDE + 40)):
        for y in range(TALL):
            assert image.pixelColor(x, y) == QColor("magenta")


def test_a_state_is_said_in_the_language_of_the_moment() -> None:
    english = drawn(live(S.STOPPED))
    languages.use("zh_CN")
    chinese = drawn(live(S.STOPPED))
    languages.use("en")
    assert word(live(S.STOPPED)) == "Stopped"
    assert differing(word_part(english), word_part(chinese)) > 40
