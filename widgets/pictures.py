"""Pictures of the screens: what `--screenshot` and `--screenshots` save before the program ends."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from console.app.commandline import Options
from console.domain.people import Role
from widgets.languages import languages
from widgets.theme import themes

if TYPE_CHECKING:
    from widgets.face import Face

log = logging.getLogger(__name__)

SIZE = QSize(1920, 1080)
SETTLE_MS = 900  # between opening a screen and its picture
DEFAULT_SECONDS = 20.0
FAILED = 1  # the program's exit code when a picture cannot be written
OTHERS = (
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
    "orderfigures",
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
)
Step = tuple[Callable[[], object], Callable[[], QWidget], Path]


def take_pictures(face: Face, options: Options) -> None:
    """Wait as long as asked, save what was asked for, say where, and end."""
    face.window.resize(SIZE)
    seconds = DEFAULT_SECONDS if options.seconds is None else options.seconds
    steps = iter(_steps(face, options))

    def go_on() -> None:
        if face.running.progress() is not None and options.demo:  # the morning is not over yet
            QTimer.singleShot(250, go_on)
            return
        _next(steps)

    QTimer.singleShot(round(seconds * 1000), go_on)


def _next(steps: Iterator[Step]) -> None:
    step = next(steps, None)
    if step is None:
        QApplication.exit()  # quit() would wait for ever for a window that the system could not make
        return
    prepare, widget, path = step
    prepare()

    def save() -> None:
        if not _saved(widget(), path):
            QApplication.exit(FAILED)
            return
        if sys.stdout is not None:
            sys.stdout.write(f"saved {path}\n")
            sys.stdout.flush()
        _next(steps)

    QTimer.singleShot(SETTLE_MS, save)


def _saved(widget: QWidget, path: Path) -> bool:
    """Whether the picture is on the disk; where it is not, the log and the terminal say so."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
    if widget.grab().save(str(path)):
        return True
    log.error("the picture %s cannot be written", path)
    if sys.stderr is not None:
        sys.stderr.write(f"The picture {path} cannot be written: name another file, ending in .png.\n")
    return False


def _steps(face: Face, options: Options) -> Iterator[Step]:
    window = face.window
    if options.screenshot is not None:
        yield (lambda: None), (lambda: window), options.screenshot
    if options.screenshots is None:
        return
    folder = options.screenshots
    _sign_in(face)
    floor = face.running.console.floor
    station = next((live.stations[0].station.id for live in floor.lines if live.stations), "")
    worst = max(floor.stations.values(), key=lambda s: len(s.ribbon.closed), default=None)
    station = worst.station.id if worst else station
    tags = floor.stations[station].tags.values() if station in floor.stations else ()
    subjects = {"station": station, "trends": "\n".join(tag.signal.id for tag in tags)}
    for theme in ("dark", "light"):
        for code in ("en", "zh_CN"):

            def dress(theme: str = theme, code: str = code) -> None:
                themes.use(theme)
                languages.use(code)

            for key in ("board", "station", *OTHERS):

                def prepare(key: str = key, dress: Callable[[], None] = dress) -> None:
                    dress()
                    window.open(key, subjects.get(key, ""))

                yield prepare, (lambda: window), folder / f"{key}-{theme}-{code}.png"
    yield from _wall(face, folder)


def _sign_in(face: Face, tries: int = 25) -> None:
    """In a demo, as its administrator, so that every screen shows what it can do; they may not be there yet."""
    from console.demo.people import DEMO_PIN

    session = face.running.console.session
    people = session.rights.people.values()
    first = next((person.id for person in people if Role.ADMINISTRATOR in person.roles), "")
    if first:
        session.sign_in(first, DEMO_PIN)
    elif tries:
        QTimer.singleShot(200, lambda: _sign_in(face, tries - 1))


def _wall(face: Face, folder: Path) -> Iterator[Step]:
    wall = face.window.wall
    if wall is None:
        return

    def up() -> None:
        themes.use("dark")
        face.window.open("board")
        if not wall.up:
            face.window.toggle_wall()
        if wall.window is not None:
            wall.window.showNormal()
            wall.window.resize(SIZE)

    yield up, (lambda: wall.window or face.window), folder / "wall-dark.png"
    face.window.toggle_wall()
