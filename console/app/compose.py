"""Composing: from options and settings to a running console, a demo's or replay's broker and plant beside it."""

from __future__ import annotations

import logging
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

from console.app.commandline import Options
from console.app.console import Console
from console.app.folders import answers
from console.app.furnishing import furnish
from console.app.heardclock import HeardClock
from console.app.identity import client_id
from console.app.installed import handed, site_path
from console.app.morning import Morning, MorningClock
from console.app.settings import Settings, load_settings
from console.domain.errors import FileRefused
from console.domain.events import BrokerChanged, Link
from console.domain.people import Role
from console.telemetry.broker import BrokerSettings
from console.telemetry.plantfile import PlantFile, load_plant

if TYPE_CHECKING:
    from console.demo.plant import DemoPlant

log = logging.getLogger(__name__)

SEED = 1
SLICE = 0.03  # seconds of a beat that the demo's morning may take
SEED_MOST = 20.0  # seconds for which a demo's lines wait at most for its people and orders
ROOT = Path(__file__).resolve().parent.parent.parent


class Running:
    """A console with everything that was started for it; `beat` drives it, `close` ends it."""

    def __init__(self, console: Console, settings: Settings) -> None:
        self.console = console
        self.settings = settings
        self.progress: Callable[[], float | None] = lambda: None  # 0..1 while a demo's morning or a replay runs
        self.replayed: Callable[[], bool] = lambda: False  # whether a replay was published and taken to the end
        self._before_tick: Callable[[], bool] | None = None
        self._endings: list[Callable[[], None]] = []

    def beat(self) -> None:
        """What the heartbeat calls."""
        if self._before_tick is not None:
            if self._before_tick():
                self._before_tick = None
            return
        self.console.tick()

    def first(self, step: Callable[[], bool]) -> None:
        """Call `step` instead of the console's tick until it returns True."""
        self._before_tick = step

    def at_end(self, ending: Callable[[], None]) -> None:
        """Do this when everything ends, the last one first."""
        self._endings.append(ending)

    def close(self) -> None:
        """End the console and what was started for it."""
        for ending in [self.console.close, *reversed(self._endings)]:
            try:
                ending()
            except Exception:
                log.exception("something would not end")


def broker_settings(settings: Settings, folder: Path) -> BrokerSettings | None:
    """How to reach the broker; None when no host is set. Each data folder has a name of its own at the broker."""
    host = settings["broker.host"]
    if not host:
        return None
    return BrokerSettings(
        host=host,
        port=settings.broker_port(),
        client_id=settings["broker.client_id"] or client_id(folder),
        user=settings["broker.user"],
        password=settings["broker.password"] if settings["broker.user"] else "",
        tls=settings.broker_tls(),
        ca_file=settings["broker.ca_file"],
        cert_file=settings["broker.cert_file"],
        key_file=settings["broker.key_file"],
        keepalive=settings["broker.keepalive"],
    )


def compose(options: Options, folder: Path, settings: Settings, zone: str = "UTC") -> Running:
    """Build and start what the options ask for. FileRefused or WorldAway when a demo or replay cannot run."""
    if options.demo:
        return _demo(options, folder, settings, zone if zone in available_timezones() else "UTC")
    if options.replay is not None:
        return _replay(options, options.replay, folder, settings)
    return _plant(folder, settings)


def _console(folder: Path, settings: Settings, plant_file: PlantFile | None, **more: object) -> Console:
    store = Path(settings["store.folder"]) if settings["store.folder"] else folder
    with suppress(OSError):  # the shift log then says why it cannot write, and the floor is watched all the same
        store.mkdir(parents=True, exist_ok=True)
    console = Console(
        folder,
        plant_file,
        ask_rebirth=settings["sparkplug.ask_rebirth"],
        host_id=settings["sparkplug.host_id"],
        keep_days=settings["store.keep_days"],
        store=store,
        **more,  # type: ignore[arg-type]
    )
    furnish(console, settings, shares=not more)
    return console


def _plant(folder: Path, settings: Settings) -> Running:
    """The real thing: a plant file that cannot be read leaves the console without lines, and says so."""
    path = Path(settings["plant.file"]) if settings["plant.file"] else None
    refused: FileRefused | None = None
    plant_file = None
    there = path is None or answers(path)
    if path is not None:
        try:
            if not there:
                raise FileRefused(f"{path} did not answer in time: it is read as soon as it does", path=str(path))
            plant_file = load_plant(path)
        except FileRefused as error:
            refused = error
            log.warning("%s", error.detail)
    console = _console(folder, settings, plant_file)
    console.plant_refused = refused
    console.watch_plant(path, known=there)
    running = Running(console, settings)
    wanted = broker_settings(settings, folder)
    if wanted is not None:
        console.listen(wanted)
    return running


# The demo


def _demo(options: Options, folder: Path, settings: Settings, zone: str) -> Running:
    from console.demo.broker import start_broker
    from console.demo.catalogue import demo_plant
    from console.demo.cells import demo_cells
    from console.demo.plant_text import plant_text
    from console.demo.publisher import shift_start
    from console.domain.commands import CONSOLE
    from console.domain.commands.orders import TellOrders

    lines = max(1, min(options.lines, 200))
    start = shift_start(demo_plant(lines, zone), time.time())
    clock = MorningClock(start)
    broker = start_broker(folder / "broker")
    console = _console(folder, settings, load_plant(plant_text(lines, zone)), now=clock.now)
    known = [(hearing.live.line, hearing.calendar) for hearing in console.floor.line_hearings.values()]
    products = {line.id: line.products for line in demo_plant(lines, zone).lines}
    console.seed_cells(demo_cells(known, start, products))
    running = Running(console, settings)
    running.at_end(broker.stop)
    console.demo_note = broker.note
    morning = Morning(console, clock, SEED, start, lines, zone)
    seeded = _before(console, settings, demo_plant(lines, zone), start, clock.real)
    running.progress = lambda: None if morning.over else morning.share
    console.activity = lambda: None if morning.over else ("morning", morning.share)

    def step() -> bool:
        console.mailbox.run_errands()
        if not morning.step(SLICE) or not seeded():
            return False
        arguments = ["--host", broker.host, "--port", str(broker.port), "--seed", str(SEED), "--start", repr(start)]
        _lately(console, settings)
        console.office.do(TellOrders(tuple(morning.ran)), who=CONSOLE)
        _simulate([*arguments, "--lines", str(lines), "--timezone", zone], running)
        console.listen(BrokerSettings(broker.host, broker.port, client_id="gemba-demo", five=broker.kind != "amqtt"))
        return True

    running.first(step)
    return running


def _before(
    console: Console, settings: Settings, made: DemoPlant, start: float, real: Callable[[], float]
) -> Callable[[], bool]:
    """Fill the records with people and orders when they are started, while the morning runs; whether that is over.

    Lines must not say what they run before: an order that nobody knows would be made of it.
    """
    from console.app.demoorders import seed_demo_orders
    from console.app.demopeople import seed_demo_people
    from console.demo.people import DEMO_PIN

    console.demo_pin = DEMO_PIN
    chinese = settings["ui.language"] == "zh_CN"
    begun: list[float] = []
    over: list[bool] = []

    def orders() -> None:
        seed_demo_orders(console, made, start, chinese, lambda: over.append(True))

    def begin() -> None:
        if not begun:
            begun.append(time.monotonic())
            day = datetime.fromtimestamp(real(), UTC).date()
            seed_demo_people(console.office, console.floor.plant, day, chinese, orders)

    def seeded() -> bool:
        begin()
        return bool(over) or time.monotonic() - begun[0] > SEED_MOST

    console.when_started(begin)
    return seeded


def _lately(console: Console, settings: Settings) -> None:
    """What people of the demo did until just now, and what they have made for themselves."""
    from console.app.democalls import seed_demo_calls
    from console.app.demorounds import seed_demo_rounds

    chinese = settings["ui.language"] == "zh_CN"
    seed_demo_calls(console, chinese, lambda: seed_demo_rounds(console, chinese))
    _trends(console, chinese)


def _trends(console: Console, chinese: bool) -> None:
    """Charts and a view that somebody of the demo plant has made, where there is none yet."""
    from console.demo.people import DemoPerson
    from console.demo.trends import trend_commands
    from console.domain.control_charts import ControlChart

    owner = DemoPerson(Role.ADMINISTRATOR, 1).id
    begun = [live.shift.start for live in console.floor.lines if live.shift is not None]
    since = datetime.fromtimestamp(max(begun, default=console.now()), UTC)

    def give(known: int) -> None:
        for command in trend_commands(console.floor.plant, owner, since, chinese) if not known else ():
            console.office.do(command, who=owner)

    console.office.ask(lambda desk: desk.count(ControlChart), give)


def _simulate(arguments: list[str], running: Running) -> None:
    """The simulated plant in a process of its own, so that it costs the console nothing."""
    if getattr(sys, "frozen", False):
        command = [sys.executable, "--simulate-plant", *arguments]
    else:
        command = [sys.executable, "-m", "console.demo", *arguments]
    child = subprocess.Popen(
        [*command, "--until-stdin-closes"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=None if getattr(sys, "frozen", False) else ROOT,
    )

    def end() -> None:
        child.terminate()
        try:
            child.wait(5)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait(5)

    running.at_end(end)


# The replay


def _replay(options: Options, recording: Path, folder: Path, settings: Settings) -> Running:
    from console.demo.broker import start_broker
    from console.demo.replay import Replay

    broker_folder = folder / "broker"
    wanted = broker_settings(settings, folder)
    if wanted is None:
        broker = start_broker(broker_folder)
        wanted = BrokerSettings(broker.host, broker.port, client_id="gemba-replay", five=broker.kind != "amqtt")
        ending: Callable[[], None] | None = broker.stop
    else:
        ending = None
    try:
        replay = Replay(recording, wanted.host, wanted.port, options.speed)
        plant_file = load_plant(_replay_plant(settings, replay.recording.kind))
        replay.prepare()
    except Exception:
        if ending is not None:
            ending()
        raise
    clock = HeardClock(replay.clock.now, options.speed)
    console = _console(folder, settings, plant_file, now=clock.now, follow=clock.follow)
    running = Running(console, settings)
    if ending is not None:
        running.at_end(ending)
    running.at_end(replay.stop)
    running.progress = lambda: None if replay.done else replay.published / max(1, replay.total)
    console.activity = lambda: ("replay", replay.published / max(1, replay.total))
    console.demo_note = "; ".join(replay.notes)

    def begin(change: BrokerChanged) -> None:
        if change.link is Link.CONNECTED:
            stop_waiting()
            replay.start()

    stop_waiting = console.on(BrokerChanged, begin)
    console.listen(wanted)
    running.replayed = lambda: replay.done and not len(console.mailbox)
    return running


def _replay_plant(settings: Settings, kind: str) -> Path:
    """The plant file given, else the example for this kind of recording."""
    if settings["plant.file"]:
        return Path(settings["plant.file"])
    found = examples_folder() / kind / "plant.toml"
    if not found.is_file():
        raise FileRefused(f"there is no example plant for a recording of kind {kind!r}: name yours with --plant")
    return found


def examples_folder() -> Path:
    """Where the example plants lie, beside the code or inside the frozen program."""
    return Path(getattr(sys, "_MEIPASS", ROOT)) / "examples"


def settings_for(options: Options, folder: Path) -> Settings:
    """The settings in force for these options."""
    given = handed()
    site, said_by = site_path(options.site, os.environ, given)
    return load_settings(folder, site, os.environ, options.overrides, given, said_by)


def passing_folder() -> tuple[Path, Callable[[], None]]:
    """A folder for a demo or replay that leaves nothing behind, and how to remove it."""
    folder = Path(tempfile.mkdtemp(prefix="gemba-"))
    return folder, lambda: shutil.rmtree(folder, ignore_errors=True)
