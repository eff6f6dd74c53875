"""The console without its face: what a screen may ask, hear and do."""

from __future__ import annotations

import logging
import socket
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from console.app.bus import Bus
from console.app.figures import Figures
from console.app.health import HealthWatch
from console.app.identity import client_id
from console.app.keeping import Keeping
from console.app.logs import hide_in_logs
from console.app.mailbox import Mailbox
from console.app.office import RecordOffice
from console.app.places import ways
from console.app.plantwatch import PlantWatch
from console.app.raw import RawMessage, RawWatch
from console.app.remembering import book_for, remember
from console.app.session import Session
from console.domain.cells import Cell
from console.domain.errors import FileRefused
from console.domain.events import BrokerChanged, Link, StationChanged
from console.domain.floor import Floor
from console.domain.plant import Plant
from console.domain.readings import Reading
from console.domain.ribbon import Segment
from console.telemetry.broker import BrokerSettings
from console.telemetry.client import MqttClient
from console.telemetry.intake import Intake
from console.telemetry.plantfile import PlantFile, load_plant
from console.telemetry.problems import Problem
from console.telemetry.sparkplug import SparkplugHost, rebirth_command
from console.telemetry.sparkplug_state import state_messages
from console.telemetry.topics import TopicBook

if TYPE_CHECKING:
    from console.app.actions import Actions
    from console.app.attachments import Attachments
    from console.app.backups import Backups
    from console.app.callpulse import CallPulse
    from console.app.calls import Calls
    from console.app.control import Control
    from console.app.earlywarning import EarlyWarnings
    from console.app.exchange import Exchange
    from console.app.guard import Guard
    from console.app.handovers import Handovers
    from console.app.historycopies import HistoryBackups
    from console.app.horn import Horn
    from console.app.material import Material
    from console.app.membership import Membership
    from console.app.orders import Orders
    from console.app.outward import Outward
    from console.app.reports import Reports, Write
    from console.app.rounds import Rounds
    from console.app.safetycalls import SafetyCalls
    from console.app.settingsbook import SettingsBook
    from console.app.stops import Stops
    from console.app.support import Support
    from console.app.timemachine import TimeMachine
    from console.app.trends import Trends
    from console.app.updates import Updates
    from console.history.history import History

E = TypeVar("E")
log = logging.getLogger(__name__)

LISTEN_TO_ALL = (("#", 0), ("spBv1.0/#", 1))
DRAIN = 4000  # readings taken in one beat; what is over waits for the next, so that the screen stays alive
AGE_ROUND = 0.4  # seconds in which every station is judged once
REFRESH_ROUND = 2.0  # seconds in which plan and OEE of every line are computed once
KEEP_ROUND = 2.0  # seconds in which the state of every place is kept once
RATE_EVERY = 0.25
RECORDS_FIRST = 35.0  # seconds for which nothing is kept while calls that follow from it are being saved


class Service(Protocol):
    """Something with a thread of its own that works for the console until it is closed."""

    def close(self) -> None:
        """End; at most a few seconds."""


class PlantOpened:
    """Another plant is shown from now on; screens build themselves anew."""


class Console:
    """Owns the floor, hears the broker, keeps what a restart needs. Everything here runs on the main thread."""

    def __init__(
        self,
        data_folder: Path,
        plant_file: PlantFile | None = None,
        now: Callable[[], float] = time.time,
        follow: Callable[[float | None, bool], None] | None = None,
        ask_rebirth: bool = True,
        host_id: str = "",
        keep_days: float = 90.0,
        store: Path | None = None,
    ) -> None:
        self.data_folder = data_folder
        self.now = now
        self.demo_note = ""
        self.demo_pin = ""  # what everybody of the make-believe plant signs in with; "" = there is no such thing here
        self.title = socket.gethostname()  # what people call this console
        self.activity: Callable[[], tuple[str, float] | None] = lambda: None  # ("morning" | "replay", share done 0..1)
        self.broker = BrokerChanged(Link.OFF, now())
        self.settings_used: BrokerSettings | None = None
        self.rate = 0.0
        self.mailbox = Mailbox()
        self.bus = Bus()
        self.book = TopicBook()
        self.sparkplug = SparkplugHost(self._ask_rebirth if ask_rebirth else None, host_id=host_id)
        self.plant_file = plant_file
        self.plant_path: Path | None = None
        self.plant_refused: FileRefused | None = None
        self.hear_all = False  # subscribe to every topic, for somebody who looks for what is not mapped
        self._host_id = host_id
        self._follow = follow  # a replay: time goes on with what was heard
        self._client: MqttClient | None = None
        self.store = store or data_folder  # where the shift is kept
        self._keeping = Keeping(self.store, keep_days)
        self._keeping.after(self._records_first)
        self._closing = False
        self._intake = Intake(plant_file, self.mailbox.put, self.sparkplug, self.book)
        self._raw = RawWatch(self.book)
        self._watch: PlantWatch | None = None
        self._unkept: set[str] = set()  # places heard of since messages were last acknowledged
        self._looked = now()
        self._rated_at = 0.0
        self._rated: deque[tuple[float, int]] = deque(maxlen=12)
        self.settings: SettingsBook | None = None  # by `furnish`, like those below
        self.calls: Calls | None = None
        self.stops: Stops | None = None
        self.pulse: CallPulse | None = None
        self.horn: Horn | None = None
        self.history: History | None = None
        self.trends: Trends | None = None
        self.history_copies: HistoryBackups | None = None
        self.reports: Reports | None = None  # once the records are started
        self.orders: Orders | None = None  # once the records are started
        self.material: Material | None = None  # once the records are started
        self.exchange: Exchange | None = None  # once the records are started
        self.rounds: Rounds | None = None  # once the records are started
        self.handovers: Handovers | None = None  # once the records are started
        self.safety: SafetyCalls | None = None  # once the records are started
        self.write_report: Write | None = None  # by the face: the pages of a report
        self.timemachine: TimeMachine | None = None
        self.earlywarning: EarlyWarnings | None = None
        self.control: Control | None = None  # control charts that are watched
        self.outward: Outward | None = None
        self.actions: Actions | None = None
        self.support: Support | None = None
        self.updates: Updates | None = None
        self.floor = self._new_floor(plant_file)
        self.figures = Figures(self)
        self.office = RecordOffice(self.store, client_id(data_folder), self.mailbox, self.bus, now)
        self.office.authority.ways = ways(self.floor.plant)
        self.session = Session(self.office, self.bus, now)
        self.health = HealthWatch(self)
        self.attachments: Attachments | None = None
        self.guard: Guard | None = None
        self.backups: Backups | None = None
        self.membership: Membership | None = None  # with the shared database; None in a demo or a replay
        self._services: list[Service] = []
        self._starts: list[Callable[[], None]] = []
        self._followers: list[Callable[[list[Reading], float], None]] = []

    # Asking

    def on(self, kind: type[E], handler: Callable[[E], None]) -> Callable[[], None]:
        """Hear events of one kind; the result ends that."""
        return self.bus.on(kind, handler)

    def raw_messages(self, place: str) -> list[RawMessage]:
        """The last messages that fed this station, newest first; asking for it begins the recording."""
        return self._raw.messages(place)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the plant file, also when it could not be read at all."""
        if self.plant_file is not None:
            return self.plant_file.problems
        return (_as_problem(self.plant_refused),) if self.plant_refused else ()

    @property
    def store_trouble(self) -> str:
        """Why nothing can be kept on this PC just now, "" when all is well."""
        return self._keeping.trouble

    @property
    def store_damage(self) -> str:
        """What was kept but is lost: a damaged file that was put aside since the start; "" when all is well."""
        return self._keeping.damage

    def past_totals(self, line: str, since: float, before: float) -> list[dict[str, Any]]:
        """Totals of the line's shifts that started in [since, before): good, scrap, planned, run, oee,
        stop_seconds, losses (seconds by kind)."""
        return self._keeping.totals(line, since, before)

    def cells(self, since: float, before: float) -> list[Cell]:
        """What lines did, hour by hour, in [since, before), seconds UTC. Any thread but the main one."""
        return self._keeping.cells(since, before)

    def seed_cells(self, cells: Iterable[Cell]) -> None:
        """What the lines of a demo did before it began; nothing where something is kept."""
        self._keeping.add_cells(cells)

    def past_segments(self, place: str, since: float, before: float) -> list[Segment]:
        """What a station did in [since, before), seconds UTC, as the board showed it. Any thread; reads the disk."""
        return self._keeping.segments(place, since, before)

    def away(self, since: float, before: float) -> list[tuple[float, float]]:
        """When this console was off, as far as that reaches into [since, before), seconds UTC. From any thread."""
        return self._keeping.away(since, before)

    # Doing

    def open_plant(self, path: Path) -> tuple[Problem, ...]:
        """Load and show a plant file; FileRefused when it cannot be read. Problems in it do not stop it."""
        plant_file = load_plant(path)
        self.use_plant(plant_file)
        self.watch_plant(path)
        return plant_file.problems

    def watch_plant(self, path: Path | None, known: bool = True) -> None:
        """From now on this is the plant's file: it is read again when it changes. None: there is none. Not `known`: it
        is read as soon as it answers."""
        if self._watch is not None:
            self._watch.stop()
        self.plant_path = path
        self._watch = PlantWatch(path, self._reread, known=known) if path is not None else None

    def _reread(self, path: Path, read: PlantFile | FileRefused) -> None:
        """On the watch's thread: the file was read again; what follows belongs to the main thread."""
        self.mailbox.call(lambda: self._changed(path, read))

    def _changed(self, path: Path, read: PlantFile | FileRefused) -> None:
        """Use the changed file. One that cannot be used leaves the plant running, and what is wrong is shown."""
        if path != self.plant_path:
            return  # another file was opened meanwhile
        if isinstance(read, PlantFile) and (read.usable or not self.floor.stations):
            self.use_plant(read)
            return
        refused = read if isinstance(read, FileRefused) else FileRefused(f"{path}: no station is left in it")
        log.warning("The plant goes on as it was: %s", refused.detail)
        self.plant_refused = refused
        if self.plant_file is not None:
            wrong = read.problems if isinstance(read, PlantFile) else ()
            self.plant_file = replace(self.plant_file, problems=(_as_problem(refused), *wrong))

    def use_plant(self, plant_file: PlantFile) -> None:
        """Show another plant, or the same one after its file was changed: places that both have go on."""
        now = self.now()
        before = self.mailbox.renew()  # what comes from now on is read by the new file and waits for the new floor
        self._intake.replace(plant_file, self.mailbox.put)
        readings = [before.popleft() for _ in range(len(before))]
        self._observe(readings)
        self._follow_from(readings, now)
        self._keeping.keep_all(self.floor, now)
        old = self.floor
        self.plant_file, self.plant_refused = plant_file, None
        self.floor = self._new_floor(plant_file, old)
        self.office.authority.ways = ways(self.floor.plant)
        if self.calls is not None:
            self.calls.use_plant()
        if self.stops is not None:
            self.stops.use_plant()
        if self._client is not None:
            self._client.subscribe(self._filters())
        self.bus.publish(PlantOpened())

    def listen(self, settings: BrokerSettings) -> None:
        """Connect to this broker instead of the one before. Returns at once; events tell how it goes."""
        self._hang_up()
        hide_in_logs(settings.password)
        will, birth = self._announcement()
        self.settings_used = replace(settings, subscriptions=self._filters(), will=will, birth=birth)
        self._client = MqttClient(
            self.settings_used, self._intake.take, self._reported, now=self.now, recorded_time=self._follow is not None
        )
        self._client.start()

    def remember_connection(self, settings: BrokerSettings, plant: Path | None) -> None:
        """Keep broker and plant file for the next start. OSError where the disk refuses."""
        remember(book_for(self), settings, plant)

    def tick(self) -> None:
        """One beat: take what was heard, let time pass, tell the screens."""
        held = len(self._intake.held)
        self.mailbox.run_errands()
        readings = self.mailbox.drain(DRAIN)
        if readings:
            self._observe(readings)
            self._raw.watch(readings)
            self._unkept.update([reading.signal.place for reading in readings])
        if self._follow is not None:
            self._follow(readings[-1].heard_at if readings else None, bool(len(self.mailbox)))
        now = self.now()
        self._follow_from(readings, now)
        if self.stops is not None:
            self.stops.beat(now)
        if self.horn is not None:
            self.horn.beat()
        self._keeping.keep_changed(self.floor, now)
        heard = self.calls is None or not self.calls.waiting
        if (
            held and heard and len(readings) < DRAIN
        ):  # a message is held after its readings were put: all of them were taken
            self._keeping.keep_all(self.floor, now, self._unkept)
            self._release(held)
        self._look_round(now)

    def _look_round(self, now: float) -> None:
        """A little of everything that must be done regularly, so that no beat is long."""
        passed = max(0.0, now - self._looked)
        self._looked = now
        self._publish(self.floor.age(now, passed / AGE_ROUND))
        self._publish(self.floor.refresh(now, passed / REFRESH_ROUND))
        self._keeping.keep_some(self.floor, now, passed / KEEP_ROUND)
        at = time.monotonic()
        if at - self._rated_at >= RATE_EVERY:
            self._rated_at = at
            self._rate(at)
            self.sparkplug.watch()
            self.session.beat(at)
            self.health.beat(at)
            if self.outward is not None:
                self.outward.beat(at)
            if self.actions is not None:
                self.actions.beat(at)
            if self.orders is not None:
                self.orders.beat(at)
            if self.rounds is not None:
                self.rounds.beat(at)
            if self.handovers is not None:
                self.handovers.beat(at)
            if self.pulse is not None:
                self.pulse.beat()

    def serve(self, service: Service) -> None:
        """Close this when the console closes, before the records it works for."""
        self._services.append(service)

    def follow_readings(self, follow: Callable[[list[Reading], float], None]) -> None:
        """Do this at every beat with what was heard since the one before, and the time; it must not take long."""
        self._followers.append(follow)

    def when_started(self, start: Callable[[], None]) -> None:
        """Do this when the records are started."""
        self._starts.append(start)

    def start_records(self) -> None:
        """Open the records and begin what works for them; the board does not wait for it."""
        self.office.start()
        for start in self._starts:
            start()

    def close(self) -> None:
        """Keep everything and end; at most a few seconds. What comes after the last look is left to the broker."""
        if self._watch is not None:
            self._watch.stop()
        held = len(self._intake.held)
        readings = self.mailbox.drain(len(self.mailbox))
        self._observe(readings)
        self._follow_from(readings, self.now())
        self._closing = True
        self._keeping.keep_all(self.floor, self.now())
        self._release(held)
        self._keeping.close()
        self._hang_up()
        for service in reversed(self._services):
            service.close()
        self.office.close()

    def live_through(self, now: float) -> None:
        """Take what was heard of a past that is lived through quickly (the demo's morning); nothing is kept yet."""
        self._observe(self.mailbox.drain(len(self.mailbox)))
        self.floor.age(now)

    def show(self, now: float) -> None:
        """Bring the lines up to date on the way."""
        self._publish(self.floor.refresh(now))
        self._keeping.keep_cells(self.floor, now)
        for station in self.floor.stations:
            self.bus.publish(StationChanged(station))

    def arrive(self) -> None:
        """The past is lived through: bring the screens up to date and keep everything."""
        now = self.now()
        self._publish(self.floor.refresh(now))
        self._keeping.keep_all(self.floor, now)

    def say(self, topic: str, payload: bytes) -> bool:
        """Publish a message with QoS 1; False when there is no connection. Only what somebody has switched on."""
        return self._client is not None and self._client.publish(topic, payload, qos=1)

    @property
    def intake(self) -> Intake:
        """Where messages come in; the demo's morning and the measurements use it directly."""
        return self._intake

    @property
    def received(self) -> int:
        """Messages heard since the connection was made."""
        return self._client.received if self._client else 0

    # Inside

    def _observe(self, readings: list[Reading]) -> None:
        self.floor.observe(readings)
        if self.history is not None:
            self.history.append(readings)

    def _follow_from(self, readings: list[Reading], now: float) -> None:
        """What follows from readings that the floor has taken: events, calls, and whatever else listens to them."""
        self._publish(self.floor.settle(now))
        if self.calls is not None:
            self.calls.beat(readings, now)
        for follow in self._followers:
            follow(readings, now)

    def _new_floor(self, plant_file: PlantFile | None, old: Floor | None = None) -> Floor:
        now = self.now()
        plant = plant_file.plant if plant_file else Plant("", "UTC", ())
        floor = Floor(plant, now, self._segment)
        self._keeping.attach(floor, now, old)
        floor.age(now)
        floor.refresh(now)
        return floor

    def _segment(self, place: str, segment: Segment) -> None:
        self._keeping.keep_segment(place, segment)
        if self.calls is not None:
            self.calls.state(place, segment)
        if self.stops is not None:
            self.stops.state(place)

    def _filters(self) -> tuple[tuple[str, int], ...]:
        """What the plant file wants to hear; without one, everything, so that the first start can say what is there."""
        asked = tuple((topic, 1) for topic in sorted(self.calls.topics)) if self.calls is not None else ()
        if self.plant_file is None or not self.plant_file.subscriptions or self.hear_all:
            return LISTEN_TO_ALL + asked
        return self.plant_file.subscriptions + asked

    def hear_everything(self, everything: bool) -> None:
        """Subscribe to all topics while somebody looks for what is not mapped."""
        if everything != self.hear_all:
            self.hear_all = everything
            if self._client is not None:
                self._client.subscribe(self._filters())

    def _announcement(self) -> tuple[tuple[str, bytes] | None, Callable[[], tuple[str, bytes]] | None]:
        """Will and birth of the Sparkplug host; nothing unless somebody gave it a name."""
        host = self._host_id
        if not host:
            return None, None
        topic, online, offline = state_messages(host, self.now())  # will and birth carry one time (Sparkplug 3.0, 5.14)
        return (topic, offline), lambda: (topic, online)

    def _hang_up(self) -> None:
        if self._client is not None:
            self._client.stop()
            self._client = None
            self._intake.held.clear()  # numbers of a connection that is gone

    def _ask_rebirth(self, group: str, node: str) -> None:
        client = self._client
        if client is not None:
            client.publish(*rebirth_command(group, node), qos=0)

    def _reported(self, change: BrokerChanged) -> None:
        """On the MQTT thread: what the edge nodes said no longer counts, before anything new is heard."""
        if change.link is not Link.CONNECTED:
            self.sparkplug.connection_lost()
        self.mailbox.call(lambda: self._link(change))

    def _link(self, change: BrokerChanged) -> None:
        self.broker = change
        self.bus.publish(change)

    def _release(self, count: int) -> None:
        """Acknowledge the oldest held messages once the counts they made are on disk."""
        held, client = self._intake.held, self._client
        receipts = [held.popleft() for _ in range(count)]
        self._unkept.clear()
        if client is None:
            return

        def acknowledge() -> None:
            for mid, qos in receipts:
                client.acknowledge(mid, qos)

        if self.calls is not None and self.calls.saving:  # a call was heard: not before it is in the records
            self._keeping.when_durable(lambda: self.office.hand(acknowledge))
        else:
            self._keeping.when_durable(acknowledge)

    def _records_first(self) -> None:
        """On the shift log's thread: a check that is kept as counted raises no call when it is told again after a
        kill, so the calls that follow from what is to be kept are saved before it."""
        calls, end = self.calls, time.monotonic() + RECORDS_FIRST
        if calls is None or self.office.worker is None:
            return
        waited = False
        while calls.waiting and not self._closing and time.monotonic() < end:
            waited = True
            time.sleep(0.01)
        if waited:
            time.sleep(0.05)  # what the rules want of it is given in the same beat
        if calls.saving:
            saved = threading.Event()
            self.office.hand(saved.set)
            saved.wait(max(0.0, end - time.monotonic()))

    def _rate(self, at: float) -> None:
        received = self.received
        if self._rated and received < self._rated[-1][1]:
            self._rated.clear()
        self._rated.append((at, received))
        first = self._rated[0]
        self.rate = (received - first[1]) / (at - first[0]) if at > first[0] else 0.0

    def _publish(self, events: list[object]) -> None:
        for event in events:
            self.bus.publish(event)


def _as_problem(refused: FileRefused) -> Problem:
    """A file that cannot be used at all, as a line of the list of its mistakes."""
    return Problem(1, 1, refused.detail, "correct the file, or open another")
