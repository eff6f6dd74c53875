"""The installed program examines itself: `--self-test` prints a table, and its exit code says whether all is well."""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QFontDatabase, QRawFont
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from console import __version__
from console.app.commandline import Options
from console.app.compose import Running, compose, examples_folder, settings_for
from console.app.examining import command_to_row, migration
from console.domain.events import Link
from console.domain.horn import SOUNDS
from console.domain.ribbon import Segment
from console.domain.stations import StationState
from console.history.shiftlog import ShiftLog
from console.telemetry.plantfile import load_plant
from resources import resource
from widgets.face import Face
from widgets.languages import CODES, languages
from widgets.shell.memory import Memory
from widgets.theme import font, themes

SECONDS = 180.0  # in which the demo must have come alive: on a busy computer its morning alone takes a minute


class Failed(Exception):
    """One examination failed; the text says what was seen."""


def self_test(app: QApplication) -> int:
    """Run every examination; 0 when all are passed."""
    with tempfile.TemporaryDirectory(prefix="gemba-self-test-") as folder:
        path = Path(folder)
        rows = [
            _row("icons", icons),
            _row("fonts", fonts),
            _row("colours", colours),
            _row("translations", translations),
            _row("help pages", help_pages),
            _row("sounds", lambda: sounds(app)),
            _row("example plants", examples),
            _row("shift log", lambda: shift_log(path)),
            _row("command to row", lambda: command_to_row(path / "records")),
            _row("migration", lambda: migration(path / "old")),
            _row("broker to tile", lambda: live(app, path)),
        ]
    _print([("Gemba Console", __version__, 0.0, True), *rows])
    return 0 if all(row[3] for row in rows) else 1


Row = tuple[str, str, float, bool]


def _row(name: str, examine: Callable[[], str]) -> Row:
    began = time.perf_counter()
    try:
        seen, passed = examine(), True
    except Failed as failure:
        seen, passed = str(failure), False
    except Exception as error:
        seen, passed = f"{type(error).__name__}: {error}", False
    return name, seen, time.perf_counter() - began, passed


def _print(rows: list[Row]) -> None:
    """The table in UTF-8, also where the terminal is set to something else."""
    if sys.stdout is None:
        return
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")
    for name, seen, seconds, passed in rows:
        verdict = "ok" if passed else "FAILED"
        sys.stdout.write(f"{name:<16} {verdict:<7} {seconds:6.2f} s  {seen}\n")
    sys.stdout.flush()


def icons() -> str:
    """Every shipped icon can be drawn."""
    found = sorted(resource("icons").glob("*.svg"))
    broken = [path.name for path in found if not QSvgRenderer(str(path)).isValid()]
    if broken or not found:
        raise Failed(f"cannot be drawn: {', '.join(broken) or 'there are none'}")
    return f"{len(found)} drawn"


def fonts() -> str:
    """Inter is there, and some font of this computer knows Chinese."""
    if "Inter" not in QFontDatabase.families():
        raise Failed("the shipped font Inter was not taken")
    raw = QRawFont.fromFont(font(14))
    if not raw.isValid():
        raise Failed("no font can be drawn with")
    if not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        raise Failed("no font of this computer has Chinese: install one, for example fonts-noto-cjk")
    return "Inter and Chinese"


def colours() -> str:
    """Both themes have the same roles."""
    before = themes.current.name
    try:
        for name in ("light", "dark"):
            themes.use(name)
    finally:
        themes.use(before)
    return "dark and light"


def translations() -> str:
    """Both languages can be switched to; Chinese really is."""
    from PySide6.QtCore import QCoreApplication

    before = languages.code
    try:
        languages.use("zh_CN")
        word = QCoreApplication.translate("words", "Running")
    finally:
        languages.use(before)
    if word == "Running":
        raise Failed("the Chinese translation is not there")
    return f"{', '.join(CODES)}; Running = {word}"


def help_pages() -> str:
    """Every help page is there in both languages."""
    pages = {code: {path.name for path in resource("help", code).glob("*.md")} for code in CODES}
    missing = pages["en"] ^ pages["zh_CN"]
    if missing or not pages["en"]:
        raise Failed(f"only in one language: {', '.join(sorted(missing)) or 'none at all'}")
    return f"{len(pages['en'])} in each language"


def sounds(app: QApplication) -> str:
    """Every shipped sound can be decoded to something that is heard; whether anything could play it here."""
    from widgets.horn.decoding import decoded
    from widgets.horn.player import Means, Player

    silent = [name for name in SOUNDS if not decoded(name)]
    if silent:
        raise Failed(f"cannot be decoded: {', '.join(silent)}")
    player = Player(app)
    player.load()
    words = {Means.DEVICE: f"on {player.device}", Means.NO_DEVICE: "no device", Means.NO_LIBRARY: "no library"}
    return f"{len(SOUNDS)} decoded; {words[player.means]}"


def examples() -> str:
    """The example plants and the demo's have no problem."""
    files = [*sorted(examples_folder().glob("*/plant.toml")), resource("plants", "demo.toml")]
    for path in files:
        problems = load_plant(path).problems
        if problems:
            raise Failed(f"{path.parent.name}/{path.name}: {problems[0].message}")
    return f"{len(files)} without a problem"


def shift_log(folder: Path) -> str:
    """What is written to this computer's disk can be read again."""
    log = ShiftLog(folder)
    log.add_segment("self/test", Segment(StationState.RUNNING, None, 1.0, 2.0))
    log.close()
    again = ShiftLog(folder)
    kept = again.load(0.0)[0].get("self/test", [])
    again.close()
    if len(kept) != 1:
        raise Failed("what was written did not come back")
    return "written and read"


def live(app: QApplication, folder: Path) -> str:
    """The demo plant through a broker of its own to tiles on the board; every screen opens."""
    options = Options(demo=True, lines=1)  # whose morning is lived through in a few seconds
    home = folder / "demo"
    home.mkdir()
    running = compose(options, home, settings_for(options, home))
    face = Face(running, Memory(home), home)
    try:
        face.window.show()
        face.heartbeat.start()
        console = running.console
        console.start_records()
        before = time.perf_counter()
        _wait(app, lambda: console.broker.link is Link.CONNECTED and console.received > 100, "nothing was heard")
        waiting = [place for place, live in console.floor.stations.items() if live.last_heard is None]
        if waiting:
            raise Failed(f"never heard: {', '.join(waiting)}")
        opened = _open_all(app, face, running)
        if face.catcher.count:
            raise Failed(f"{face.catcher.count} errors inside")
        took = time.perf_counter() - before
        return f"{console.received} messages, {len(console.floor.stations)} stations, {opened} screens in {took:.0f} s"
    finally:
        face.close()


def _open_all(app: QApplication, face: Face, running: Running) -> int:
    station = next(iter(running.console.floor.stations))
    screens = [(key, station if key == "station" else "") for key in face.window.keys]
    for key, subject in screens:
        widget = face.window.open(key, subject)
        _wait(app, lambda: not face.window.grab().isNull(), f"{key} cannot be painted")
        if widget is None:
            raise Failed(f"the screen {key} is not there")
    return len(screens)


def _wait(app: QApplication, until: Callable[[], bool], otherwise: str) -> None:
    end = time.monotonic() + SECONDS
    while not until():
        if time.monotonic() > end:
            raise Failed(otherwise)
        app.processEvents()
        time.sleep(0.002)
