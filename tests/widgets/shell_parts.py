"""A console for the shell's tests, screens that only remember what was asked of them, and a window of both."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from console.domain.events import BrokerChanged, Link, RecordsReady
from console.domain.floor import LineLive, StationLive
from console.domain.plant import Area, Line, Plant, Site
from console.domain.sharing import Sharing
from console.domain.stations import NoData, StationState
from tests.widgets.floors import NOW, SHIFT, QuietConsole, SmallFloor, station
from widgets import theme
from widgets.languages import languages
from widgets.shell.pages import Page
from widgets.shell.window import MainWindow

S = StationState


def line(ident: str, area: str, *stations: StationLive) -> LineLive:
    """A line in an area."""
    plain = Line(ident, f"{ident} line", area, "plant2", tuple(live.station for live in stations))
    return LineLive(plain, list(stations), SHIFT)


def small_floor() -> SmallFloor:
    """Two areas; one stop, one station without data."""
    return SmallFloor(
        [
            line("L1", "assembly", station("L1", 10, "Feed", S.RUNNING, 44), station("L1", 20, "Weld", S.STOPPED, 2.5)),
            line("L2", "assembly", station("L2", 10, "Blank", S.RUNNING, 52)),
            line("L3", "paint", station("L3", 10, "Prime", S.NO_DATA, 9, NoData.STALE)),
        ]
    )


def plant_of(floor: SmallFloor) -> Plant:
    """The plant that a floor belongs to."""
    lines = [live.line for live in floor.lines]
    areas = tuple(
        Area(area, area.title(), "plant2", tuple(x for x in lines if x.area == area)) for area in ("assembly", "paint")
    )
    return Plant("Plant 2", "UTC", (Site("plant2", "Plant 2", areas),))


class ShellConsole(QuietConsole):
    """A console as the shell sees it."""

    def __init__(self, folder: Path, problems: int = 0) -> None:
        super().__init__(small_floor())
        self.data_folder = folder
        self.store = folder / "store"
        self.demo_note = self.store_trouble = self.store_damage = ""
        self.office = SimpleNamespace(ready=RecordsReady())
        self.sharing = Sharing()
        self.health = SimpleNamespace(sharing=lambda: self.sharing, loud=0, items=(), console_name=str)
        self.activity = lambda: None
        self.broker = BrokerChanged(Link.CONNECTED, NOW - 4000, "", "MQTT 5")
        self.rate = 1240.0
        self.plant_file = SimpleNamespace(plant=plant_of(self.floor), problems=[object()] * problems)


class Screen(QWidget):
    """A screen that remembers what the shell asked of it."""

    open_requested = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.filter_field = QLineEdit(self)
        self.filter_field.setAccessibleName("Filter")
        self.subjects: list[str] = []
        self.scopes: list[str | None] = []

    def show_subject(self, subject: str) -> None:
        self.subjects.append(subject)

    def set_scope(self, area: str | None) -> None:
        self.scopes.append(area)

    def focus_filter(self) -> None:
        self.filter_field.setFocus()


class WallBoard(QWidget):
    """A board that remembers which lines the wall gave it."""

    def __init__(self) -> None:
        super().__init__()
        self.on_wall = False
        self.given: list[list[str]] = []

    def set_wall(self, on: bool) -> None:
        self.on_wall = on

    def set_lines(self, lines: list[str]) -> None:
        self.given.append(lines)

    def lines_per_page(self) -> int:
        return 2


def pages(made: list[str], waiting: int = 0) -> list[Page]:
    """Board, topics, setup in the rail; the station page under the board. `made` gets the key of each that is made."""

    def make(key: str) -> Screen:
        made.append(key)
        return Screen()

    return [
        Page("board", lambda: QApplication.translate("words", "Running"), "layout-dashboard", lambda: make("board")),
        Page("station", lambda: "Station", "square", lambda: make("station"), under="board"),
        Page("topics", lambda: "Topics", "list-tree", lambda: make("topics")),
        Page("setup", lambda: "Setup", "settings", lambda: make("setup"), badge=lambda: waiting),
    ]


def dressed() -> None:
    """Fonts, style, dark colours and English: where every test of the face begins."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.dress(app)
    theme.themes.use("dark")
    languages.use("en")


def window(folder: Path, made: list[str] | None = None, waiting: int = 0, problems: int = 0) -> MainWindow:
    """A shown main window of 1600 × 900 with a wall board."""
    dressed()
    shell = MainWindow(ShellConsole(folder, problems), pages([] if made is None else made, waiting), WallBoard)
    shell.resize(1600, 900)
    shell.show()
    QApplication.processEvents()
    return shell
