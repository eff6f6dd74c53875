"""The face as a whole: one application, one window, one heartbeat around a running console."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, QTimeZone
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from console import __version__
from console.app.atsignin import sign_in_entry, starting_words
from console.app.commandline import Options
from console.app.compose import Running, compose, passing_folder, settings_for
from console.app.console import Console
from console.app.folders import data_folder
from console.app.lastwords import LastWords
from console.app.logs import start_logs, stop_logs
from console.app.settings import Settings
from console.domain.errors import Refusal, WorldAway
from resources import resource
from widgets.board.page import BoardPage
from widgets.calls.mentions import MentionNotes
from widgets.calls.raising import Raising
from widgets.heartbeat import Heartbeat
from widgets.horn.sounding import Sounding
from widgets.patrols.scans import PatrolScans
from widgets.people.signing import Signing
from widgets.rounds.notes import RoundNotes
from widgets.safety.reporting import Reporting
from widgets.screens import pages
from widgets.shell.awake import WISHES, Wish, awake
from widgets.shell.collector import Collector
from widgets.shell.crash import Catcher
from widgets.shell.crash_window import CrashWindow
from widgets.shell.ending import Ending
from widgets.shell.first_look import take_first_look
from widgets.shell.memory import Memory
from widgets.shell.qt_messages import log_qt_messages
from widgets.shell.refused import RefusedNotes
from widgets.shell.single import Outcome, SingleInstance
from widgets.shell.starting import Starting
from widgets.shell.telling import tell_support
from widgets.shell.window import MainWindow
from widgets.theme import dress
from widgets.times import zone_named

if TYPE_CHECKING:
    from console.app.compare import Gathered
    from console.domain.reports import Report
    from widgets.firstlive import FirstLive

log = logging.getLogger(__name__)
translate = QCoreApplication.translate

BEATS_A_SCREEN = 6  # heartbeats between two looks of the open screen at its ages: about four times a second
RECORDS_AFTER_MS = 300  # the board is drawn before the records are opened, on a thread of their own
REFUSED, FAILED = 2, 1


def run(options: Options) -> int:
    """Show the console until its window closes; the exit code."""
    if options.platform:  # a word rather than a variable, for starters that hand no variables on
        os.environ["QT_QPA_PLATFORM"] = options.platform
    if _screen_missing() and not _without_screen(options):
        return _no_screen()
    app = application()
    if options.self_test:
        from widgets.selftest import self_test

        return self_test(app)
    try:
        folder, forget_folder = _folder(options)
    except Refusal as refusal:
        return _refused(refusal.detail, options)
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
    app.setWindowIcon(QIcon(str(resource("app.svg"))))
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
        return _not_first(claim.outcome, claim.pid, folder, options)
    settings = settings_for(options, folder)
    start_logs(folder, settings["log.level"], verbose=options.verbose)
    last_words = LastWords(folder)
    last_words.begin()
    try:
        return _run_first(app, options, folder, ending, settings, single)
    finally:
        last_words.end()


def _run_first(
    app: QApplication, options: Options, folder: Path, ending: Ending, settings: Settings, single: SingleInstance
) -> int:
    """The only console of its folder, with its log open."""
    log_qt_messages()
    for problem in settings.problems:
        log.warning(str(problem))  # a template of its own, so that each one is written
    memory = Memory(folder)
    take_first_look(settings, memory)
    try:
        running = compose(options, folder, settings, bytes(QTimeZone.systemTimeZoneId().data()).decode())
    except (Refusal, WorldAway) as error:
        return _refused(error.detail if isinstance(error, Refusal) else str(error), options)
    face = Face(running, memory, folder)
    single.asked.connect(face.window.come_forward)
    single.asked_to_end.connect(partial(QTimer.singleShot, 0, QApplication.exit))
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
        self.crash = CrashWindow(self.catcher, folder, support=console.support)
        if console.support is not None:
            tell_support(console.support, self.catcher, self.window)
        self.window.crashes_asked.connect(self.crash.open_again)
        self.catcher.caught.connect(lambda _: self.window.status.show_crashes(self.catcher.count))
        self.signing, self.refused = Signing(console, self.window), RefusedNotes(console, self.window)
        self.raising, self.mentions = Raising(console, self.window), MentionNotes(console, self.window)
        self.reporting = Reporting(console, self.window, self.raising)
        self.due, self.patrols = RoundNotes(console, self.window), PatrolScans(console, self.window)
        self.sounding = Sounding(console, self.window)
        console.write_report = partial(_write_report, console)
        self.signing.takers += [self.raising.scanned, self.patrols.scanned]
        self._beats = 0
        self.first_live: FirstLive | None = None
        self.collector = Collector()
        self.heartbeat = Heartbeat(self.beat, errands=console.mailbox.run_errands)
        console.mailbox.wake = self.heartbeat.wake

    def show(self, options: Options) -> None:
        """Show the window, begin to beat, and do what the options ask for later."""
        pictures = options.screenshot or options.screenshots
        if options.until_live:
            from widgets.firstlive import FirstLive

            self.first_live = FirstLive(self)
        start = self.running.console.floor.lines or self.running.settings["broker.host"]
        if not start:
            self.window.open("setup")
        self.window.show()
        self.collector.begin()
        QApplication.setQuitOnLastWindowClosed(True)
        self.heartbeat.start()
        QTimer.singleShot(RECORDS_AFTER_MS, self.running.console.start_records)
        self.sounding.warm()
        if not pictures:
            awake.ask("window", WISHES[self.running.settings["ui.keep_awake"]])
        if self.window.wall is not None and not pictures:
            self._offer_sign_in(options)
            self.window.wall.resume()
            if options.wall and not self.window.wall.up:
                self.window.toggle_wall()
        if pictures:
            from widgets.pictures import take_pictures

            take_pictures(self, options)
        elif options.seconds is not None:
            QTimer.singleShot(round(options.seconds * 1000), QApplication.exit)

    def _offer_sign_in(self, options: Options) -> None:
        """Let the wall's menu start this console at sign-in; a demo or a recording is nothing to begin a day with."""
        entry = sign_in_entry()
        wall = self.window.wall
        if wall is not None and entry is not None and not options.demo and options.replay is None:
            wall.starting = Starting(entry, starting_words(options.data, options.site), self.window)

    def beat(self) -> None:
        """One heartbeat: the console, and every few beats the ages on the screens that can be seen."""
        self.running.beat()
        self._beats += 1
        self.collector.beat()
        if self.first_live is not None:
            self.first_live.look()
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
        awake.ask("window", Wish.NOTHING)
        self.window.close()
        self.running.close()
        self.running.console.mailbox.wake = lambda: None
        self.catcher.remove()
        QCoreApplication.removePostedEvents(QCoreApplication.instance(), QEvent.Type.Quit)  # an end asked for twice
        self.collector.end()


def _write_report(console: Console, report: Report, found: Gathered, path: Path) -> None:
    """On the reading thread: the pages of a report that is due."""
    from widgets.compare.report import write_report

    plant = console.floor.plant
    write_report(report, found, path, plant.name, zone_named(plant.timezone), console.now())


def _context(console: Console) -> dict[str, str]:
    plant = console.plant_file.plant.name if console.plant_file else "none"
    return {"plant": plant, "broker": console.broker.link, "lines": str(len(console.floor.lines))}


def _refused(words: str, options: Options) -> int:
    """Say on the terminal and, where somebody looks at a screen, in a window why nothing starts."""
    if sys.stderr is not None:
        sys.stderr.write(words + "\n")
    alone = options.screenshot or options.screenshots or options.seconds is not None  # nobody would close the window
    if not alone and QApplication.platformName() not in ("offscreen", "minimal"):
        QMessageBox.warning(None, "Gemba Console", words)
    return REFUSED


def _not_first(outcome: Outcome, pid: int, folder: Path, options: Options) -> int:
    if outcome is Outcome.SHOWN:
        return 0
    if outcome is Outcome.READ_ONLY:
        return _refused(
            translate("pages", "{0} cannot be written. Choose another folder with --data.").format(folder), options
        )
    words = translate(
        "pages", "Another Gemba Console (process {0}) uses {1} and does not answer. End it, or choose another folder."
    )
    return _refused(words.format(pid, folder), options)
