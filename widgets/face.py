"""The face as a whole: one application, one window, one heartbeat around a running console."""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, QTimeZone
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from console import __version__
from console.app.commandline import Options
from console.app.compose import Running, compose, passing_folder, settings_for
from console.app.console import Console
from console.app.folders import data_folder
from console.app.logs import start_logs, stop_logs
from console.domain.errors import Refusal, WorldAway
from widgets.actions.known import due_count
from widgets.board.page import BoardPage
from widgets.calls.known import open_count
from widgets.calls.mentions import MentionNotes
from widgets.calls.raising import Raising
from widgets.earlywarnings.known import open_warnings
from widgets.heartbeat import Heartbeat
from widgets.horn.sounding import Sounding
from widgets.orders.known import at_risk
from widgets.people.signing import Signing
from widgets.shell.crash import Catcher
from widgets.shell.crash_window import CrashWindow
from widgets.shell.ending import Ending
from widgets.shell.first_look import take_first_look
from widgets.shell.memory import Memory
from widgets.shell.pages import Page
from widgets.shell.qt_messages import log_qt_messages
from widgets.shell.refused import RefusedNotes
from widgets.shell.single import Outcome, SingleInstance
from widgets.shell.window import MainWindow
from widgets.stops.known import unexplained_count
from widgets.theme import dress
from widgets.times import zone_named

if TYPE_CHECKING:
    from console.app.compare import Gathered
    from console.domain.reports import Report

log = logging.getLogger(__name__)
translate = QCoreApplication.translate

BEATS_A_SCREEN = 6  # heartbeats between two looks of the open screen at its ages: about four times a second
RECORDS_AFTER_MS = 300  # the board is drawn before the records are opened, on a thread of their own
REFUSED, FAILED = 2, 1


def run(options: Options) -> int:
    """Show the console until its window closes; the exit code."""
    if _screen_missing() and not _without_screen(options):
        return _no_screen()
    app = application()
    if options.self_test:
        from widgets.selftest import self_test

        return self_test(app)
    try:
        folder, forget_folder = _folder(options)
    except Refusal as refusal:
        return _refused(refusal.detail)
    ending = Ending()
    ending.install()
    try:
        return _run_in(app, options, folder, ending)
    finally:
        stop_logs()
        forget_folder()
        ending.remove()


def _screen_missing() -> bool:
    """Whether Qt would find neither X nor Wayland, nor was told what else to draw on."""
    told = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform.startswith("linux") and not any(os.environ.get(name) for name in told)


def _without_screen(options: Options) -> bool:
    """Draw on nothing where only pictures or the self-test are wanted; False where somebody wants to look."""
    if options.self_test or options.screenshot or options.screenshots:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        return True
    return False


def _no_screen() -> int:
    sys.stderr.write(
        "There is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set. For pictures without a screen use"
        " --screenshot FILE or --screenshots FOLDER.\n"
    )
    return REFUSED


def application() -> QApplication:
    """The one QApplication, dressed."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Gemba Console")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("gemba-console")
    dress(app)
    return app


def _folder(options: Options) -> tuple[Path, Callable[[], None]]:
    """The data folder; a demo or replay without one of its own gets one that leaves nothing behind."""
    if options.data is None and (options.demo or options.replay is not None):
        return passing_folder()
    return data_folder(options.data, os.environ), lambda: None


def _run_in(app: QApplication, options: Options, folder: Path, ending: Ending) -> int:
    single = SingleInstance(folder)
    claim = single.claim()
    if claim.outcome is not Outcome.FIRST:
        return _not_first(claim.outcome, claim.pid, folder)
    settings = settings_for(options, folder)
    start_logs(folder, settings["log.level"], verbose=options.verbose)
    log_qt_messages()
    for problem in settings.problems:
        log.warning("%s", problem)
    memory = Memory(folder)
    take_first_look(settings, memory)
    try:
        running = compose(options, folder, settings, bytes(QTimeZone.systemTimeZoneId().data()).decode())
    except (Refusal, WorldAway) as error:
        return _refused(error.detail if isinstance(error, Refusal) else str(error))
    face = Face(running, memory, folder)
    single.asked.connect(face.window.come_forward)
    try:
        face.show(options)
        return 0 if ending.asked else app.exec()
    finally:
        face.close()
        face.window.deleteLater()
        single.release()


class Face:
    """Window, pages and heartbeat of one running console."""

    def __init__(self, running: Running, memory: Memory, folder: Path) -> None:
        self.running, console = running, running.console
        self.catcher = Catcher(
            lambda: _context(console),
            lambda: [running.settings["broker.password"], running.settings["records.password"]],
        )
        self.catcher.install()
        self.window = MainWindow(console, pages(console, memory), lambda: BoardPage(console), memory)
        self.crash = CrashWindow(self.catcher, folder)
        self.window.crashes_asked.connect(self.crash.open_again)
        self.catcher.caught.connect(lambda _: self.window.status.show_crashes(self.catcher.count))
        self.signing, self.refused = Signing(console, self.window), RefusedNotes(console, self.window)
        self.raising, self.mentions = Raising(console, self.window), MentionNotes(console, self.window)
        self.sounding = Sounding(console, self.window)
        console.write_report = partial(_write_report, console)
        self.signing.takers.append(self.raising.scanned)
        self._beats = 0
        self.heartbeat = Heartbeat(self.beat, errands=console.mailbox.run_errands)
        console.mailbox.wake = self.heartbeat.wake

    def show(self, options: Options) -> None:
        """Show the window, begin to beat, and do what the options ask for later."""
        pictures = options.screenshot or options.screenshots
        start = self.running.console.floor.lines or self.running.settings["broker.host"]
        if not start:
            self.window.open("setup")
        self.window.show()
        self._spare_collector()
        QApplication.setQuitOnLastWindowClosed(True)
        self.heartbeat.start()
        QTimer.singleShot(RECORDS_AFTER_MS, self.running.console.start_records)
        self.sounding.warm()
        if self.window.wall is not None and not pictures:
            self.window.wall.resume()
            if options.wall and not self.window.wall.up:
                self.window.toggle_wall()
        if pictures:
            from widgets.pictures import take_pictures

            take_pictures(self, options)
        elif options.seconds is not None:
            QTimer.singleShot(round(options.seconds * 1000), QApplication.quit)

    @staticmethod
    def _spare_collector() -> None:
        """What was built at the start stays: looking at it again would take the collector 80 ms with 1 000 tags."""
        gc.collect()
        gc.freeze()
        gc.set_threshold(10_000, 20, 20)

    def beat(self) -> None:
        """One heartbeat: the console, and every few beats the ages on the screens that can be seen."""
        self.running.beat()
        self._beats += 1
        if self._beats % BEATS_A_SCREEN == 0:
            now = self.running.console.now()
            for widget in self.seen():
                beat = getattr(widget, "beat", None)
                if beat is not None:
                    beat(now)

    def seen(self) -> list[QWidget]:
        """The screens that are visible: the open page and the wall's board."""
        shown = [widget for widget in [self.window.stack.currentWidget()] if widget and widget.isVisible()]
        wall = self.window.wall.window if self.window.wall else None
        return [*shown, wall.board] if wall else shown

    def close(self) -> None:
        """End the beat, the window and everything that was started."""
        QApplication.setQuitOnLastWindowClosed(False)  # nobody asks the application to end once more
        self.heartbeat.stop()
        self.window.close()
        self.running.close()
        self.running.console.mailbox.wake = lambda: None
        self.catcher.remove()
        QCoreApplication.removePostedEvents(QCoreApplication.instance(), QEvent.Type.Quit)  # an end asked for twice


def pages(console: Console, memory: Memory) -> list[Page]:
    """The screens of this product, in the rail's order; each is made when it is first opened."""

    def board() -> QWidget:
        page = BoardPage(console)
        page.view.remember_collapsed(memory.text("board/collapsed"))
        page.view.collapsed_changed.connect(lambda: memory.keep("board/collapsed", page.view.collapsed_words()))
        return page

    def station() -> QWidget:
        from widgets.station.page import StationPage

        page = StationPage(console)
        page.back.connect(lambda: page.open_requested.emit("board", ""))
        return page

    def topics() -> QWidget:
        from widgets.topics.page import TopicsPage

        return TopicsPage(console)

    def setup() -> QWidget:
        from widgets.start.page import StartPage

        return StartPage(console)

    return [
        Page("board", lambda: translate("pages", "Board"), "layout-dashboard", board),
        Page("station", lambda: translate("pages", "Station"), "square", station, under="board"),
        *call_pages(console, memory),
        *history_pages(console),
        *order_pages(console, memory),
        Page("topics", lambda: translate("pages", "Topics"), "list-tree", topics),
        *record_pages(console),
        Page(
            "setup",
            lambda: translate("pages", "Setup"),
            "settings",
            setup,
            lambda: len(console.problems),
            "",
            "connection",
        ),
    ]


def call_pages(console: Console, memory: Memory) -> list[Page]:
    """The screens of calls and of what follows from them."""

    def calls() -> QWidget:
        from widgets.calls.page import CallsPage

        return CallsPage(console)

    def callsetup() -> QWidget:
        from widgets.callsetup.page import CallSetupPage

        return CallSetupPage(console)

    def callfigures() -> QWidget:
        from widgets.callfigures.page import CallFiguresPage

        return CallFiguresPage(console)

    def stops() -> QWidget:
        from widgets.stops.page import StopsPage

        return StopsPage(console)

    def actions() -> QWidget:
        from widgets.actions.page import ActionsPage

        page = ActionsPage(console)
        page.remember(memory.text("actions/view"))
        page.view_changed.connect(lambda words: memory.keep("actions/view", words))
        return page

    def knowledge() -> QWidget:
        from widgets.knowledge.page import KnowledgePage

        return KnowledgePage(console)

    return [
        Page("calls", lambda: translate("pages", "Calls"), "siren", calls, lambda: open_count(console)),
        Page("callsetup", lambda: translate("pages", "Call setup"), "sliders-horizontal", callsetup, under="calls"),
        Page("callfigures", lambda: translate("pages", "Response figures"), "chart-line", callfigures, under="calls"),
        Page("knowledge", lambda: translate("pages", "Knowledge"), "book-open", knowledge, under="calls"),
        Page("stops", lambda: translate("pages", "Stops"), "octagon-pause", stops, lambda: unexplained_count(console)),
        Page("actions", lambda: translate("pages", "Actions"), "list-checks", actions, lambda: due_count(console)),
    ]


def history_pages(console: Console) -> list[Page]:
    """The screens of what the line said and what it says about tomorrow."""

    def trends() -> QWidget:
        from widgets.trends.page import TrendsPage

        return TrendsPage(console)

    def control() -> QWidget:
        from widgets.control.page import ControlPage

        return ControlPage(console)

    def earlywarnings() -> QWidget:
        from widgets.earlywarnings.page import EarlyWarningsPage

        return EarlyWarningsPage(console)

    def timemachine() -> QWidget:
        from widgets.timemachine.page import TimeMachinePage

        return TimeMachinePage(console)

    def compare() -> QWidget:
        from widgets.compare.page import ComparePage

        return ComparePage(console)

    return [
        Page("trends", lambda: translate("pages", "Trends"), "activity", trends, lambda: open_warnings(console)),
        Page("control", lambda: translate("pages", "Control charts"), "chart-spline", control, under="trends"),
        Page("earlywarnings", lambda: translate("pages", "Early warnings"), "radar", earlywarnings, under="trends"),
        Page("compare", lambda: translate("pages", "Compare"), "table-2", compare, under="trends"),
        Page("timemachine", lambda: translate("pages", "Time machine"), "clock", timemachine, under="board"),
    ]


def order_pages(console: Console, memory: Memory) -> list[Page]:
    """The screens of work orders and of what plans are made with."""

    def orders() -> QWidget:
        from widgets.orders.page import OrdersPage

        page = OrdersPage(console)
        page.remember(memory.text("orders/view"))
        page.view_changed.connect(lambda words: memory.keep("orders/view", words))
        return page

    def plan() -> QWidget:
        from widgets.plan.page import PlanPage

        return PlanPage(console)

    def products() -> QWidget:
        from widgets.products.page import ProductsPage

        return ProductsPage(console)

    def exchange() -> QWidget:
        from widgets.exchange.page import ExchangePage

        return ExchangePage(console)

    def orderfigures() -> QWidget:
        from widgets.orderfigures.page import OrderFiguresPage

        return OrderFiguresPage(console)

    return [
        Page("orders", lambda: translate("pages", "Orders"), "square-kanban", orders, lambda: at_risk(console)),
        Page("plan", lambda: translate("pages", "Plan"), "calendar-clock", plan, under="orders"),
        Page("products", lambda: translate("pages", "Products"), "layers", products, under="orders"),
        Page("exchange", lambda: translate("pages", "Exchange"), "arrow-left-right", exchange, under="orders"),
        Page("orderfigures", lambda: translate("pages", "Order figures"), "chart-line", orderfigures, under="orders"),
    ]


def record_pages(console: Console) -> list[Page]:
    """The screens of the records: people, what the console stands on, the trail and the backups."""

    def people() -> QWidget:
        from widgets.people.page import PeoplePage

        return PeoplePage(console)

    def skills() -> QWidget:
        from widgets.skills.page import SkillsPage

        return SkillsPage(console)

    def permissions() -> QWidget:
        from widgets.permissions.page import PermissionsPage

        return PermissionsPage(console)

    def status() -> QWidget:
        from widgets.status.page import StatusPage

        return StatusPage(console)

    def trail() -> QWidget:
        from widgets.trail.page import TrailPage

        return TrailPage(console)

    def backups() -> QWidget:
        from widgets.backups.page import BackupsPage

        return BackupsPage(console)

    return [
        Page("people", lambda: translate("pages", "People"), "users", people),
        Page("skills", lambda: translate("pages", "Skills"), "graduation-cap", skills, under="people"),
        Page("permissions", lambda: translate("pages", "Permissions"), "key-round", permissions, under="people"),
        Page("status", lambda: translate("pages", "Status"), "heart-pulse", status, lambda: console.health.loud),
        Page("trail", lambda: translate("pages", "Trail"), "history", trail, under="status"),
        Page("backups", lambda: translate("pages", "Backups"), "hard-drive", backups, under="status"),
    ]


def _write_report(console: Console, report: Report, found: Gathered, path: Path) -> None:
    """On the reading thread: the pages of a report that is due."""
    from widgets.compare.report import write_report

    plant = console.floor.plant
    write_report(report, found, path, plant.name, zone_named(plant.timezone), console.now())


def _context(console: Console) -> dict[str, str]:
    plant = console.plant_file.plant.name if console.plant_file else "none"
    return {"plant": plant, "broker": console.broker.link, "lines": str(len(console.floor.lines))}


def _refused(words: str) -> int:
    """Say on the terminal and, where there is a screen, in a window why nothing starts."""
    if sys.stderr is not None:
        sys.stderr.write(words + "\n")
    if QApplication.platformName() not in ("offscreen", "minimal"):
        QMessageBox.warning(None, "Gemba Console", words)
    return REFUSED


def _not_first(outcome: Outcome, pid: int, folder: Path) -> int:
    if outcome is Outcome.SHOWN:
        return 0
    if outcome is Outcome.READ_ONLY:
        return _refused(translate("pages", "{0} cannot be written. Choose another folder with --data.").format(folder))
    words = translate(
        "pages", "Another Gemba Console (process {0}) uses {1} and does not answer. End it, or choose another folder."
    )
    return _refused(words.format(pid, folder))
