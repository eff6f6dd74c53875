"""Furnishing a console with what its records need: attachments, verification, backups, the shared database."""

from __future__ import annotations

import time
from dataclasses import fields
from functools import partial
from pathlib import Path

from console.app.actions import Actions
from console.app.alteredcalls import AlteredCalls
from console.app.attachments import Attachments
from console.app.backups import BackupPlan, Backups
from console.app.callpulse import CallPulse
from console.app.calls import Calls
from console.app.console import Console
from console.app.control import Control
from console.app.earlywarning import EarlyWarnings
from console.app.guard import Guard
from console.app.historian import Asked, historian_of
from console.app.historycopies import HistoryBackups
from console.app.horn import Horn, HornSettings
from console.app.logs import set_level
from console.app.membership import make_membership
from console.app.outward import Options, Outward
from console.app.recordinghealth import recording
from console.app.records_settings import backup_folder, console_name, preparation
from console.app.settings import Settings
from console.app.settingsbook import SettingsBook
from console.app.sharedlook import SharedLook
from console.app.stops import Stops
from console.app.support import Support
from console.app.timemachine import TimeMachine
from console.app.trends import Trends
from console.app.updates import Updates
from console.domain.backups import Keep
from console.domain.desk import ReadDesk
from console.domain.events import BrokerChanged, Link, RecordChanged, RecordsReady
from console.domain.tampering import Tampered
from console.history.history import History

GIGABYTE = 10**9


def furnish(console: Console, settings: Settings, shares: bool = True) -> None:
    """Give the console its services; a demo or a replay keeps nothing for others, so `shares` is False there."""
    console.office.prepare = preparation(settings, console.store)
    console.title = console_name(settings)
    _book(console, settings)
    console.support = Support(console, settings)
    _updates(console, settings)
    attachments = _attachments(console, settings)
    look = _sharing(console, settings, attachments) if shares else None
    guard = _guard(console)  # closed before what it looks through
    if look is not None:
        guard.shared, guard.cut = look, look.cut
    _backups(console, settings, guard)
    _calls(console, settings)
    _history(console, settings)
    _control(console)
    _outward(console, settings)
    _actions(console)
    _stops(console, settings)
    _reports(console, settings)
    _warnings(console, settings)
    _orders(console)
    _material(console)
    _exchange(console, settings)
    _rounds(console, settings)
    _safety(console, settings)


def _book(console: Console, settings: Settings) -> None:
    """What may be changed while the console runs, and what holds at once."""
    book = console.settings = SettingsBook(settings)

    def stay(minutes: int) -> None:
        console.session.idle_minutes = minutes

    book.when_changed("people.idle_minutes", stay)
    stay(settings["people.idle_minutes"])
    book.when_changed("log.level", set_level)
    console.health.settings = book.settled


def _updates(console: Console, settings: Settings) -> None:
    made = Updates(console.mailbox, settings["updates.place"])
    console.updates = made
    console.follow_readings(lambda readings, now: made.beat(time.monotonic()))
    console.serve(made)
    if console.settings is not None:
        console.settings.when_changed("updates.place", made.use)


def _sharing(console: Console, settings: Settings, attachments: Attachments) -> SharedLook:
    member, carrier = make_membership(console, settings), attachments.carrier
    member.desk.before_push, member.desk.after_pull = carrier.before_push, carrier.after_pull
    carrier.reach = member.desk.reach
    look = SharedLook(member.desk)
    console.serve(look)
    console.when_started(lambda: member.resume(settings))
    return look


def _attachments(console: Console, settings: Settings) -> Attachments:
    made = Attachments(console.office, console.mailbox, console.store / "attachments", console.bus)
    if settings["attachments.folder"]:
        made.carrier.use_folder(Path(settings["attachments.folder"]))
    if settings["attachments.watched_folder"]:
        made.watched = Path(settings["attachments.watched_folder"])
    console.attachments = made
    console.serve(made)
    return made


def _calls(console: Console, settings: Settings) -> None:
    made = Calls(console, settings["ui.language"] == "zh_CN", settings["calls.over_mqtt"])
    console.calls = made
    AlteredCalls(console, made, settings["ui.language"] == "zh_CN")
    made.listen()
    console.pulse = CallPulse(console)
    console.serve(console.pulse)
    console.when_started(console.pulse.start)
    horn = console.horn = Horn(console, HornSettings.of(settings))
    if (book := console.settings) is not None:
        for field in fields(HornSettings):
            book.when_changed(f"calls.{field.name}", partial(horn.follow, field.name))
    console.serve(made)
    console.when_started(made.start)


def _stops(console: Console, settings: Settings) -> None:
    made = Stops(console, settings["ui.language"] == "zh_CN")
    console.stops = made
    console.serve(made)
    console.when_started(made.start)


def _warnings(console: Console, settings: Settings) -> None:
    made = EarlyWarnings(console, settings["ui.language"] == "zh_CN")
    console.earlywarning = made
    console.serve(made)
    console.when_started(made.start)


def _actions(console: Console) -> None:
    made = Actions(console)
    console.actions = made
    console.serve(made)
    console.when_started(made.start)


def _outward(console: Console, settings: Settings) -> None:
    options = Options(
        settings["messages.per_minute"],
        settings["messages.tries"],
        float(settings["messages.first_pause"]),
        float(settings["messages.timeout"]),
        settings["messages.ca_file"],
    )
    made = Outward(console, options)
    console.outward = made
    console.health.messages = lambda: made.told
    console.serve(made)
    console.when_started(made.start)


def _history(console: Console, settings: Settings) -> None:
    most = settings["history.max_gb"] * GIGABYTE
    made = History(console.store, settings["history.days"], most, deadband=lambda signal: signal.deadband)
    console.history = made
    console.health.history = lambda: recording(made)
    console.on(BrokerChanged, lambda event: made.listening(event.link is Link.CONNECTED, console.now()))
    console.serve(made)
    console.when_started(made.start)
    console.trends = Trends(console.mailbox, made)
    console.serve(console.trends)
    console.timemachine = TimeMachine(console)
    console.serve(console.timemachine)
    _historian(console, console.trends, settings)
    if console.backups is not None:
        days = settings["backup.history_days"]
        copies = HistoryBackups(
            made, console.mailbox, console.now, console.store / "history.db", console.backups.folder, days * 24
        )
        console.history_copies = copies
        console.serve(copies)
        console.when_started(copies.start)


def _historian(console: Console, trends: Trends, settings: Settings) -> None:
    """What the plant's own historian remembers, where the settings name one."""
    made = historian_of(settings, console.now)
    if made is not None:
        trends.add(made.name, made)
        console.serve(made)
        console.health.historian = Asked(made, trends).state


def _control(console: Console) -> None:
    made = Control(console)
    console.control = made
    console.serve(made)
    console.when_started(made.start)


def _reports(console: Console, settings: Settings) -> None:
    folder = Path(settings["reports.folder"]) if settings["reports.folder"] else None

    def begin() -> None:
        from console.app.reports import Reports  # with what they are made of: nothing that the first board waits for
        from console.domain.questions import Every

        made = Reports(console, folder, [one for one in Every if settings[f"reports.{one}"]])
        console.reports = made
        console.follow_readings(lambda readings, now: made.beat())
        console.serve(made)
        made.start()

    console.when_started(begin)


def _orders(console: Console) -> None:
    def begin() -> None:
        from console.app.orders import Orders  # nothing that the first board waits for

        made = Orders(console)
        console.orders = made
        console.serve(made)
        made.start()

    console.when_started(begin)


def _material(console: Console) -> None:
    def begin() -> None:
        from console.app.material import Material  # nothing that the first board waits for

        made = Material(console)
        console.material = made
        console.follow_readings(lambda readings, now: made.beat())
        console.serve(made)
        made.start()

    console.when_started(begin)


def _exchange(console: Console, settings: Settings) -> None:
    """Orders from files and other systems; `exchange.*` of the settings."""

    def begin() -> None:
        from console.app.exchange import Exchange  # nothing that the first board waits for
        from console.app.exchangesource import ExchangeOptions

        made = Exchange(console, ExchangeOptions.of(settings))
        console.exchange = made
        console.follow_readings(lambda readings, now: made.beat())
        console.serve(made)
        made.start()

    console.when_started(begin)


def _rounds(console: Console, settings: Settings) -> None:
    """Checklists, planned rounds, findings; handovers."""

    def begin() -> None:
        from console.app.handovers import Handovers  # nothing that the first board waits for
        from console.app.rounds import Rounds

        made = Rounds(console, settings["ui.language"] == "zh_CN", settings["patrols.category"])
        console.rounds, console.handovers = made, Handovers(console)
        console.serve(made)
        made.start()

    console.when_started(begin)


def _safety(console: Console, settings: Settings) -> None:
    """Reports of hazards and accidents: who is told at once, and since when days are counted."""

    def begin() -> None:
        from console.app.safetycalls import SafetyCalls, day_of  # nothing that the first board waits for

        chinese = settings["ui.language"] == "zh_CN"
        console.safety = SafetyCalls(console, chinese, day_of(settings["safety.since"]))
        console.safety.start()

    console.when_started(begin)


def _guard(console: Console) -> Guard:
    guard = Guard(console.office, console.bus, console.mailbox, console.store, console.now)
    console.guard = guard
    console.health.guard = lambda: guard.state
    console.serve(guard)
    console.when_started(guard.start)
    open_ones = 0

    def counted(count: int) -> None:
        nonlocal open_ones
        open_ones = count

    def count() -> None:
        console.office.ask(unanswered, counted)

    console.health.unanswered = lambda: open_ones
    console.on(RecordsReady, lambda event: None if event.code else count())
    console.on(RecordChanged, lambda event: count() if event.kind == "tampering" else None)
    return guard


def unanswered(desk: ReadDesk) -> int:
    """How many alterations nobody has answered for."""
    return desk.count(Tampered, answered=None)


def _backups(console: Console, settings: Settings, guard: Guard) -> None:
    hours = settings["backup.every_hours"]
    plan = BackupPlan(backup_folder(settings, console.store), hours, Keep(daily=settings["backup.keep"]))
    made = Backups(console.office, console.bus, console.mailbox, console.now, plan)
    made.before_restore.append(guard.stand_aside)
    made.after_restore.append(guard.accept_restore)
    console.backups = made
    console.health.backups = lambda: made.state
    console.health.backup_hours = hours
    console.serve(made)
    console.when_started(made.start)
