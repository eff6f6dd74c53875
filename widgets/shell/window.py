"""The main window: rail, top bar, screens, help and status bar around one console."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QGuiApplication, QKeySequence, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QScrollArea, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.domain.events import BrokerChanged
from widgets import theme
from widgets.languages import languages
from widgets.shell.help import CONTENTS, HelpPanel
from widgets.shell.homing import Homing
from widgets.shell.layout import Layout
from widgets.shell.look import LANGUAGE, THEME, choose, follow_settings
from widgets.shell.memory import Memory
from widgets.shell.overrides import settle_overrides
from widgets.shell.pages import Page
from widgets.shell.rail import Rail
from widgets.shell.statusbar import StatusBar
from widgets.shell.topbar import TopBar
from widgets.shell.wall import Wall

if TYPE_CHECKING:
    from console.app.console import Console

PULSE_MS = 250
FIRST_SIZE = QSize(1600, 940)
SMALLEST = QSize(960, 600)


class MainWindow(QMainWindow):
    """Screens know nothing of each other: they ask the shell to open one by name.

    `make_board` makes the board of the wall: a widget with `set_wall(bool)`, `set_lines(list[str])` and
    `lines_per_page() -> int`; without it there is no wall mode.
    """

    scope_changed = Signal(object)  # area id, None for the whole plant
    crashes_asked = Signal()

    def __init__(
        self,
        console: Console,
        pages: Sequence[Page],
        make_board: Callable[[], QWidget] | None = None,
        memory: Memory | None = None,
    ) -> None:
        super().__init__()
        self._console = console
        self._pages = {page.key: page for page in pages}
        self._made: dict[str, QWidget] = {}
        self._trail: list[tuple[str, str]] = []
        self.memory = memory or Memory(console.data_folder)
        follow_settings(console, self.memory)
        self.home, self.layout_kept = Homing(self, self.memory), Layout(self.memory, self)
        self.current, self.subject = "", ""
        self.scope: str | None = None
        self._plant_file = console.plant_file
        self.rail, self.top, self.status = Rail(pages), TopBar(console), StatusBar(console)
        self.stack, self.help = QStackedWidget(), HelpPanel()
        self.wall = Wall(console, make_board, self.memory, self) if make_board else None
        self._lay_out()
        self._connect()
        self._bind_keys()
        self._forget = console.on(BrokerChanged, lambda _: self.top.refresh())
        self._pulse = QTimer(self)
        self._pulse.timeout.connect(self.refresh)
        self._pulse.start(PULSE_MS)
        self.setMinimumSize(SMALLEST)
        self._restore()
        self.retranslate()

    # Making

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.stack)
        self.splitter.addWidget(self.help)
        self.splitter.setStretchFactor(0, 1)
        self.help.hide()
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.splitter, 1)
        frame = QWidget()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addLayout(middle, 1)
        column.addWidget(self.status)
        self.setCentralWidget(frame)

    def _connect(self) -> None:
        self.rail.chosen.connect(lambda key: self.open(key))
        self.rail.help_asked.connect(self.toggle_help)
        self.rail.dropped.connect(lambda key, subject: self.open(key, subject))
        self.help.closed.connect(self.toggle_help)
        self.top.place.chosen.connect(self.set_scope)
        self.top.broker_asked.connect(lambda: self.open("setup"))
        self.top.store_asked.connect(lambda: self.open("status"))
        self.top.theme_asked.connect(self.toggle_theme)
        self.top.language_asked.connect(self.toggle_language)
        self.top.wall_asked.connect(self._wall_menu)
        self.top.past_asked.connect(lambda: self.open("timemachine"))
        self.top.wall.setVisible(self.wall is not None)
        self.status.asked.connect(self.open)
        self.status.crashes_asked.connect(lambda: self.crashes_asked.emit())

    def _bind_keys(self) -> None:
        everywhere = Qt.ShortcutContext.ApplicationShortcut
        table: list[tuple[str, Callable[[], object], bool]] = [
            ("Ctrl+F", self.filter, False),
            ("Alt+Left", self.back, False),
            ("F1", self.toggle_help, False),
            ("F11", self.toggle_wall, True),
            ("Ctrl+H", partial(self.open, "timemachine"), False),
            ("Ctrl+L", self.toggle_language, True),
            ("Ctrl+D", self.toggle_theme, True),
        ]
        rail = [page.key for page in self._pages.values() if page.in_rail][:9]
        table += [(f"Ctrl+{i}", partial(self.open, key), False) for i, key in enumerate(rail, start=1)]
        for keys, action, anywhere in table:
            bound = QAction(self)
            bound.setShortcut(QKeySequence(keys))
            if anywhere:
                bound.setShortcutContext(everywhere)
            bound.triggered.connect(lambda _=False, act=action: act())
            self.addAction(bound)

    # Screens

    @property
    def keys(self) -> list[str]:
        """Of every screen, in the rail's order."""
        return list(self._pages)

    def open(self, key: str, subject: str = "") -> QWidget | None:
        """Open a screen by name, on something when `subject` says on what; None when there is no such screen."""
        page = self._pages.get(key)
        if page is None:
            return None
        if self.current and (self.current, self.subject) != (key, subject):
            self._trail = [*self._trail, (self.current, self.subject)][-50:]
        return self._show(page, subject)

    def back(self) -> None:
        """Return to the screen before."""
        if self._trail:
            key, subject = self._trail.pop()
            self._show(self._pages[key], subject)

    def widget(self, key: str) -> QWidget:
        """The widget of a screen, made when it was not yet. KeyError for a screen that does not exist."""
        if key not in self._made:
            made = self._pages[key].make()
            self._made[key] = made
            settle_overrides()
            _name_scroll_areas(made, self._pages[key].title())
            self.stack.addWidget(made)
            _call(made, "set_scope", self.scope)
            self.layout_kept.take(key, made)
            asks = getattr(made, "open_requested", None)
            if asks is not None:
                asks.connect(self.open)
        return self._made[key]

    def _show(self, page: Page, subject: str) -> QWidget:
        widget = self.widget(page.key)
        self.current, self.subject = page.key, subject
        if subject:
            _call(widget, "show_subject", subject)
            self.layout_kept.let_go(page.key)
        self.stack.setCurrentWidget(widget)
        self.layout_kept.take(page.key, widget)
        self.rail.light(page.under or page.key)
        if self.help.isVisible():
            self.help.show_page(page.help or page.key)
        self.memory.keep("screen", page.under or page.key)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()
        self.setWindowTitle(self._title())
        return widget

    def _title(self) -> str:
        page = self._pages.get(self.current)
        return f"{page.title()} — Gemba Console" if page else "Gemba Console"

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: N802, A002 - as Qt names it
        """Tab enters a screen at its first control: a focus proxy would lead into its middle, past what is before."""
        page = self.stack.currentWidget()
        proxy = page.focusProxy() if page is not None else None
        if proxy is None:
            return super().focusNextPrevChild(next)
        page.setFocusProxy(None)
        try:
            return super().focusNextPrevChild(next)
        finally:
            page.setFocusProxy(proxy)

    # What the keys and the bars ask for

    def set_scope(self, area: str | None) -> None:
        """Filter every screen by an area; None shows the whole plant."""
        file = self._console.plant_file
        if area is not None and file is not None and all(known.id != area for known in file.plant.areas()):
            area = None
        self.scope = area
        self.memory.keep("scope", area or "")
        self.top.set_scope(area)
        for widget in self._made.values():
            _call(widget, "set_scope", area)
        if self.wall:
            self.wall.set_scope(area)
        self.scope_changed.emit(area)

    def filter(self) -> None:
        """Go to the search of the help while somebody reads there, else to the filter of the open screen or by area."""
        if self.help.focus_search():
            return
        if not _call(self._made.get(self.current), "focus_filter"):
            self.top.place.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.top.place.open_menu()

    def toggle_help(self) -> None:
        """Open the help page about this screen, or close help."""
        page = self._pages.get(self.current)
        if self.help.isVisible():
            self.help.hide()
            widget = self._made.get(self.current)
            if widget:
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.help.show_page((page.help or page.key) if page else CONTENTS)
        self.help.show()
        self.help.text.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_wall(self) -> None:
        """Start or leave wall mode."""
        if self.wall:
            self.wall.toggle()

    def _wall_menu(self) -> None:
        if self.wall:
            self.wall.open_menu(self.top.wall.mapToGlobal(self.top.wall.rect().bottomLeft()))

    def toggle_theme(self) -> None:
        """Dark to light and back, unless that is set for all consoles."""
        name = "light" if theme.themes.current.name == "dark" else "dark"
        if choose(self._console, THEME, name):
            theme.themes.use(name)
            self.memory.keep("theme", name)

    def toggle_language(self) -> None:
        """English to Chinese and back, unless that is set for all consoles."""
        code = languages.other()
        if choose(self._console, LANGUAGE, code):
            languages.use(code)
            self.memory.keep("language", code)

    def come_forward(self) -> None:
        """Show the window in front of others, as a second start asks for."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # Keeping up to date

    def refresh(self) -> None:
        """Bring bars and badges up to date; cheap when nothing changed, and nothing while nobody can see it."""
        if self.isMinimized():
            return
        if self._console.plant_file is not self._plant_file:  # another plant may have no such area
            self._plant_file = self._console.plant_file
            self.set_scope(self.scope)
        self.top.place.show_inside(*self._inside())
        self.top.refresh()
        self.status.refresh()
        for page in self._pages.values():
            if page.in_rail:
                self.rail.count(page.key, page.badge())

    def _inside(self) -> tuple[str, ...]:
        """Area, line and station that the open screen shows; nothing where it shows all lines."""
        place = getattr(self._made.get(self.current), "place", None)
        words = place() if callable(place) else ""
        live = self._console.floor.stations.get(self.subject) if words else None
        if live is None:
            return (words,) if words else ()
        line = self._console.floor.line(live.station.line).line
        area = (
            next((a.name for a in self._plant_file.plant.areas() if a.id == line.area), "") if self._plant_file else ""
        )
        return tuple(name for name in (area, line.name, words) if name)

    def retranslate(self) -> None:
        """Take the words of the language in use."""
        self.setWindowTitle(self._title())
        self.help.setAccessibleName(self.tr("Help panel"))
        for key, made in self._made.items():
            _name_scroll_areas(made, self._pages[key].title())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take the words of the new language; remember whether the window is maximised."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.WindowStateChange:
            self.home.moved()
        super().changeEvent(event)

    def moveEvent(self, event: QMoveEvent) -> None:  # noqa: N802
        """Remember the place."""
        self.home.moved()
        super().moveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Remember the size."""
        self.home.moved()
        super().resizeEvent(event)

    # Remembering

    def _restore(self) -> None:
        if not self.restoreGeometry(self.memory.blob("window")):
            room = QGuiApplication.primaryScreen().availableGeometry().size()
            self.resize(FIRST_SIZE.boundedTo(room))
        self.set_scope(self.memory.text("scope") or None)
        wanted = self._pages.get(self.memory.text("screen"))
        first = wanted if wanted and wanted.in_rail else next(iter(self._pages.values()), None)
        if first:
            self.open(first.key)
        self.splitter.setSizes([1200, max(300, self.memory.number("help/width", 440))])
        if self.memory.flag("help/open"):
            self.toggle_help()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Keep the layout, take the wall down, stop listening."""
        self.home.keep()
        self.memory.keep("help/open", self.help.isVisible())
        if self.help.isVisible():
            self.memory.keep("help/width", self.help.width())
        if self.wall:
            self.wall.shut()
        self.memory.sync()
        if self._pulse.isActive():  # a window may be closed twice
            self._pulse.stop()
            self._forget()
            self.status.close_down()
        super().closeEvent(event)


def _name_scroll_areas(screen: QWidget, title: str) -> None:
    """A page that scrolls as a whole is called as its screen, for those who hear it."""
    for area in screen.findChildren(QScrollArea):
        if area.accessibleName() in ("", area.property("shell-name")):
            area.setAccessibleName(title)
            area.setProperty("shell-name", title)


def _call(widget: QWidget | None, method: str, *arguments: object) -> bool:
    """Call a method that a screen may have; says whether it has it."""
    found = getattr(widget, method, None)
    if callable(found):
        found(*arguments)
    return callable(found)
