"""Rules that every screen of the product keeps, in both languages: words whole, controls named, nothing left behind."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QHeaderView, QSplitter, QWidget

from console.app.console import Console
from console.app.demopeople import seed_demo_people
from console.app.furnishing import furnish
from console.app.morning import Morning, MorningClock
from console.app.settings import load_settings
from console.demo.people import DEMO_PIN
from console.demo.plant_text import plant_text
from console.domain.people import Role
from console.telemetry.plantfile import load_plant
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.shell_parts import dressed
from widgets.board.page import BoardPage
from widgets.languages import CODES, languages
from widgets.screens import pages
from widgets.shell.layout import TAKEN
from widgets.shell.memory import Memory
from widgets.shell.window import SMALLEST, MainWindow
from widgets.theme import themes

pytestmark = pytest.mark.usefixtures("qapp")

FILTERED = (  # whose filters are as they were left; board, actions, orders, handover and trends remember by themselves
    *("calls", "callfigures", "callsetup", "stops", "earlywarnings", "control", "products", "orderfigures", "findings"),
    *("auditplans", "auditfigures", "safety", "pasthandovers", "crews", "skills", "trail", "compare", "briefing"),
)
TABS = {"products": ("stock", "changeovers"), "callsetup": ("roster",)}
START = datetime(2025, 3, 4, 6, 0, tzinfo=UTC).timestamp()
STEPS = 900  # half an hour of the demo's morning
SIZES = [(1920, 1080), (1366, 768)]
SCREENS = [
    "board",
    "station",
    "calls",
    "callsetup",
    "callfigures",
    "knowledge",
    "stops",
    "actions",
    "orders",
    "plan",
    "products",
    "exchange",
    "audits",
    "findings",
    "auditplans",
    "checklists",
    "auditfigures",
    "safety",
    "handover",
    "pasthandovers",
    "briefing",
    "crews",
    "trends",
    "control",
    "earlywarnings",
    "compare",
    "orderfigures",
    "timemachine",
    "topics",
    "people",
    "skills",
    "permissions",
    "status",
    "trail",
    "backups",
    "setup",
    "settings",
]
NARROW = [*SCREENS]  # looked at in 960 x 600
NARROW.remove("trail")  # needs 1183 pixels
NARROW.remove("backups")  # needs 1110 pixels


@pytest.fixture(scope="module")
def console(qapp, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Console]:
    """A console that has lived through half an hour of the demo plant, with its people; the administrator is here."""
    folder = tmp_path_factory.mktemp("console")
    clock = MorningClock(START)
    made = Console(folder, load_plant(plant_text(4, "UTC")), now=clock.now)
    furnish(made, load_settings(folder, None, {}, {}), shares=False)
    morning = Morning(made, clock, 1, START, 4, "UTC")
    for _ in range(STEPS):
        if next(morning._steps, None) is None:
            break
    made.start_records()
    seed_demo_people(made.office, made.floor.plant, datetime.fromtimestamp(START, UTC).date())
    wait(made, lambda: made.session.rights.people)
    people = made.session.rights.people.values()
    made.session.sign_in(next(person.id for person in people if Role.ADMINISTRATOR in person.roles), DEMO_PIN)
    wait(made, lambda: made.session.person is not None)
    yield made
    made.close()


def wait(console: Console, true: Callable[[], object]) -> None:
    """Let the worker work until it is so."""
    end = time.monotonic() + 20
    while not true() and time.monotonic() < end:
        console.mailbox.run_errands()
        time.sleep(0.002)
    assert true()


@pytest.fixture(scope="module")
def shell(console: Console, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """One window for all: making ten screens anew for every rule would take minutes."""
    dressed()
    memory = Memory(tmp_path_factory.mktemp("memory"))
    made = MainWindow(console, pages(console, memory), lambda: BoardPage(console), memory)
    yield made
    made.close()
    made.deleteLater()
    QApplication.processEvents()


@pytest.fixture(autouse=True)
def begin() -> None:
    """Every rule begins in the dark."""
    if themes.current.name != "dark":
        themes.use("dark")


def open_screen(shell: MainWindow, key: str, code: str, size: tuple[int, int]) -> QWidget:
    if languages.code != code:  # every screen that was made hears of it: that takes half a second
        languages.use(code)
    shell.resize(*size)
    shell.show()
    station = next(iter(shell._console.floor.stations))
    shell.open(key, station if key == "station" else "")
    beat = getattr(shell.widget(key), "beat", None)
    if beat:
        beat(shell._console.now())
    settle(shell._console)
    return shell


def settle(console: Console) -> None:
    """Let the worker answer what the screen asked, and the screen show it."""
    for _ in range(3):
        done: list[int] = []
        console.office.hand(lambda done=done: done.append(1))
        wait(console, lambda done=done: done)
        console.mailbox.run_errands()
        QApplication.processEvents()


def test_every_screen_of_the_product_is_looked_at(shell: MainWindow) -> None:
    assert set(shell._pages) == set(SCREENS)


@pytest.mark.parametrize("key", SCREENS)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("code", CODES)
def test_no_word_is_cut(shell: MainWindow, key: str, code: str, size: tuple[int, int]) -> None:
    assert clipped(open_screen(shell, key, code, size)) == []


@pytest.mark.parametrize("key", NARROW)
@pytest.mark.parametrize("code", CODES)
def test_no_screen_asks_for_more_room_than_the_narrowest_window_has(shell: MainWindow, key: str, code: str) -> None:
    screen = open_screen(shell, key, code, (SMALLEST.width(), SMALLEST.height())).widget(key)
    view = getattr(screen, "matrix", None)
    if view is not None:
        view.setCurrentIndex(view.model().index(0, 0))  # with what stands beside it
        settle(shell._console)
    assert screen.minimumSizeHint().width() <= screen.width()
    assert screen.width() <= SMALLEST.width()


@pytest.mark.parametrize("key", SCREENS)
@pytest.mark.parametrize("code", CODES)
def test_everything_that_can_be_focused_has_a_name(shell: MainWindow, key: str, code: str) -> None:
    assert nameless(open_screen(shell, key, code, SIZES[0])) == []


@pytest.mark.parametrize("key", SCREENS)
def test_a_screen_survives_theme_and_language_while_it_is_open(shell: MainWindow, key: str) -> None:
    open_screen(shell, key, "en", SIZES[0])
    english = shell.grab().toImage()
    themes.use("light")
    languages.use("zh_CN")
    QApplication.processEvents()
    other = shell.grab().toImage()
    themes.use("dark")
    languages.use("en")
    QApplication.processEvents()
    assert other != english
    assert english.pixelColor(5, 5) == shell.grab().toImage().pixelColor(5, 5)


@pytest.mark.parametrize("key", SCREENS)
def test_a_language_change_reaches_a_screen_that_is_hidden(shell: MainWindow, key: str) -> None:
    heard: list[QEvent.Type] = []
    widget = shell.widget(key)

    class Ear(QWidget):
        def changeEvent(self, event: QEvent) -> None:  # noqa: N802
            heard.append(event.type())

    ear = Ear(widget)
    languages.use("zh_CN")
    QApplication.processEvents()
    languages.use("en")
    ear.deleteLater()
    assert QEvent.Type.LanguageChange in heard


@pytest.mark.parametrize("key", SCREENS)
def test_every_edge_column_and_filter_of_a_screen_is_looked_after(shell: MainWindow, key: str) -> None:
    shown = shell.open(key)
    assert shown is not None
    for tab in TABS.get(key, ()):
        shown.turn(tab)
    parts = [part for part in shown.findChildren(QSplitter) if part.window() is shell]
    headers = [part for part in shown.findChildren(QHeaderView) if part.window() is shell]
    parts += [header for header in headers if header.orientation() == Qt.Orientation.Horizontal]
    assert [part for part in parts if part.property(TAKEN) is None] == []
    assert bool(getattr(shown, "kept_choices", dict)()) is (key in FILTERED)


def test_the_wall_shows_the_real_board(shell: MainWindow) -> None:
    shell.show()
    shell.toggle_wall()
    QApplication.processEvents()
    wall = shell.wall.window
    assert wall is not None
    wall.showNormal()
    wall.resize(1920, 1080)
    QApplication.processEvents()
    wall.refresh()
    assert wall.tour.shown() == [live.line.id for live in wall.board.lines()]
    assert nameless(wall) == []
    shell.wall.leave()
