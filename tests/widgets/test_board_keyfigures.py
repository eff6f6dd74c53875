"""Key figures: now beside target and yesterday, loud only when they are missed, a dash for what is not known."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from console.app.figures import Figure
from tests.widgets.boards import Brush, differing, picture, press, settle
from tests.widgets.floors import NOW
from tests.widgets.shell_parts import dressed
from widgets.board.keyfigures import HEAD, ROW, KeyFiguresPanel, shown
from widgets.languages import languages
from widgets.theme import color, themes

K = Qt.Key
pytestmark = pytest.mark.usefixtures("qapp")
FIGURES = [
    Figure("good", 1234.0, 1500.0, 1100.0),
    Figure("oee", 0.8, 0.75, 0.6),
    Figure("scrap_share", 0.02, None, 0.03, False),
    Figure("stops", 12.4, None, None, False),
]
Make = Callable[..., KeyFiguresPanel]


@pytest.fixture(autouse=True)
def _dressed() -> None:
    dressed()


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def build(figures: list[Figure] | None = None) -> KeyFiguresPanel:
        panel = KeyFiguresPanel(lambda: list(FIGURES if figures is None else figures))
        qtbot.addWidget(panel)
        panel.resize(420, panel.sizeHint().height())
        panel.show()
        panel.activateWindow()
        panel.setFocus()
        panel.beat(NOW)
        settle()
        return panel

    return build


@pytest.mark.parametrize(
    ("code", "value", "said"),
    [
        ("good", None, "–"),
        ("oee", None, "–"),
        ("good", 0.0, "0"),
        ("good", 12345.4, "12,345"),
        ("oee", 0.7512, "75.1 %"),
        ("oee", 0.0, "0.0 %"),
        ("scrap_share", 0.0306, "3.1 %"),
        ("stops", 12.4, "12"),
    ],
)
def test_a_figure_is_written_as_people_write_it_and_a_dash_is_not_known(
    code: str, value: float | None, said: str
) -> None:
    assert shown(code, value) == said


def test_now_target_and_yesterday_are_told_apart_by_name(make: Make) -> None:
    panel = make()
    assert panel.facts("good") == {"Now": "1,234", "Target": "1,500", "Yesterday": "1,100"}
    assert panel.facts("stops") == {"Now": "12", "Target": "–", "Yesterday": "–"}
    assert panel.facts("nothing") == {}


@pytest.mark.parametrize(
    ("figure", "role"),
    [
        (Figure("good", 1500.0, 1500.0, None), "text"),
        (Figure("good", 1400.0, 1500.0, None), "warning"),
        (Figure("good", 1349.0, 1500.0, None), "bad"),
        (Figure("good", None, 1500.0, None), "text"),
        (Figure("good", 3.0, None, None), "text"),
        (Figure("stops", 10.0, 10.0, None, False), "text"),
        (Figure("stops", 10.1, 10.0, None, False), "bad"),
    ],
)
def test_a_figure_is_coloured_only_when_its_target_is_missed(make: Make, figure: Figure, role: str) -> None:
    panel = make([figure])
    assert panel._role(figure) == role
    image = picture(panel)
    ink = {image.pixelColor(x, y).name() for x in range(146, 240) for y in range(HEAD, HEAD + ROW)}
    assert (color("bad").name() in ink) is (role == "bad")
    assert (color("warning").name() in ink) is (role == "warning")


def test_a_row_opens_its_definition_by_mouse_and_by_keyboard(make: Make, qtbot: QtBot) -> None:
    panel = make()
    for i, figure in enumerate(FIGURES):
        with qtbot.waitSignal(panel.opened, timeout=500) as opened:
            qtbot.mouseClick(panel, Qt.MouseButton.LeftButton, pos=QPoint(200, HEAD + i * ROW + 10))
        assert opened.args == [figure.code]
    press(panel, *[K.Key_Up] * 5)
    for figure in FIGURES:
        with qtbot.waitSignal(panel.opened, timeout=500) as opened:
            press(panel, K.Key_Return)
        assert opened.args == [figure.code]
        press(panel, K.Key_Down)


def test_the_head_and_the_foot_open_nothing(make: Make, qtbot: QtBot) -> None:
    panel = make()
    with qtbot.assertNotEmitted(panel.opened):
        qtbot.mouseClick(panel, Qt.MouseButton.LeftButton, pos=QPoint(200, 20))
        qtbot.mouseClick(panel, Qt.MouseButton.LeftButton, pos=QPoint(200, panel.height() - 2))


def test_it_computes_every_two_seconds_and_repaints_only_when_a_figure_changed(make: Make) -> None:
    asked: list[int] = []
    figures = list(FIGURES)
    panel = make(figures)
    ask = panel._ask
    panel._ask = lambda: (asked.append(1), ask())[1]
    brush = Brush(panel)
    assert brush.after(lambda: [panel.beat(NOW + n / 4) for n in range(1, 40)]).isEmpty()
    assert len(asked) == 4
    figures[0] = Figure("good", 1235.0, 1500.0, 1100.0)
    assert not brush.after(lambda: panel.beat(NOW + 30)).isEmpty()


def test_a_replay_that_begins_anew_is_not_waited_for(make: Make) -> None:
    figures = list(FIGURES)
    panel = make(figures)
    figures[0] = Figure("good", 1.0, None, None)
    panel.beat(NOW - 86400)
    assert panel.facts("good")["Now"] == "1"


def test_other_lines_are_looked_at_at_the_next_beat(make: Make) -> None:
    figures = list(FIGURES)
    panel = make(figures)
    figures[0] = Figure("good", 7.0, None, None)
    panel.beat(NOW + 0.1)
    assert panel.facts("good")["Now"] == "1,234"
    panel.look_again()
    panel.beat(NOW + 0.2)
    assert panel.facts("good")["Now"] == "7"


def test_the_focus_is_seen_and_said(make: Make) -> None:
    panel = make()
    press(panel, K.Key_Down)
    assert panel.accessibleDescription() == "OEE 80.0 %"
    with_focus = picture(panel)
    panel.clearFocus()
    settle()
    assert differing(with_focus, picture(panel)) > 300


def test_without_figures_it_is_empty_and_keys_do_nothing(make: Make, qtbot: QtBot) -> None:
    panel = make([])
    with qtbot.assertNotEmitted(panel.opened):
        press(panel, K.Key_Down, K.Key_Return)
        qtbot.mouseClick(panel, Qt.MouseButton.LeftButton, pos=QPoint(200, HEAD + 5))


@pytest.mark.parametrize("switch", ["theme", "language"])
def test_another_theme_or_language_repaints_it(make: Make, switch: str) -> None:
    panel = make()
    before = picture(panel)
    assert panel.accessibleName() == "Key figures"
    themes.use("light") if switch == "theme" else languages.use("zh_CN")
    settle()
    assert differing(before, picture(panel)) > 100
    if switch == "language":
        assert panel.accessibleName() != "Key figures"
        assert list(panel.facts("good")) != ["Now", "Target", "Yesterday"]
    themes.use("dark")
    languages.use("en")


def test_every_word_has_room_in_both_languages(make: Make) -> None:
    from widgets.board.tile import advance

    panel = make()
    for code in ("en", "zh_CN"):
        languages.use(code)
        settle()
        for figure in FIGURES:
            assert advance(panel._name(figure.code), 13.5, 400) <= 130
    languages.use("en")
