"""Health: whether each thing the console stands on is well, judged from what it says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from console.domain.backups import BackupState, Health
from console.domain.events import BrokerChanged, Link, RecordsReady
from console.domain.historian import HistorianState
from console.domain.notices import Told
from console.domain.sharing import Link as Shared
from console.domain.sharing import Other, Sharing
from console.domain.tampering import Verification

if TYPE_CHECKING:
    from console.domain.exchange_reports import FolderState

WAITS_LONG = timedelta(minutes=15)  # a command that waited so long to be shared wants somebody's attention
SEEN_LATELY = timedelta(minutes=2)  # a console that was seen so lately is running
FORGOTTEN = timedelta(days=30)  # one not seen for so long is told no more
BACKUP_GRACE = 1.5  # times the interval, until a missing backup wants attention
BACKUP_ALARM = 7  # times the interval, until it is an alarm
VERIFY_LATE = timedelta(hours=26)  # a full verification is older than that
BEHIND = 10.0  # seconds that readings may wait for the disk
LITTLE_ROOM, NO_ROOM = 2_000_000_000, 200_000_000  # bytes free on the disk


class Part(StrEnum):
    """What is looked at, in the order it is shown."""

    BROKER = "broker"
    RECORDS = "records"
    SHARED = "shared"
    OUTBOX = "outbox"
    BACKUP = "backup"
    TRAIL = "trail"
    DISK = "disk"
    SHIFT_LOG = "shift_log"
    HISTORY = "history"
    HISTORIAN = "historian"
    CONSOLES = "consoles"
    MESSAGES = "messages"
    EXCHANGE = "exchange"
    SETTINGS = "settings"
    SOUND = "sound"


class Level(StrEnum):
    """How it stands."""

    GOOD = "good"
    OFF = "off"  # not set up: nothing is wrong, but nothing is guarded either
    ATTENTION = "attention"  # somebody should look at it today
    ALARM = "alarm"  # somebody must act now


LOUDEST = (Level.ALARM, Level.ATTENTION)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing and how it stands; `code` picks the sentence, `facts` fill its gaps."""

    part: Part
    level: Level
    code: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    since: datetime | float | None = None


@dataclass(frozen=True, slots=True)
class HealthChanged:
    """Something stands better or worse than before (event)."""

    items: tuple[Item, ...]


def broker(change: BrokerChanged) -> Item:
    """The connection to the floor."""
    facts = {"reason": change.reason, "protocol": change.protocol}
    levels = {Link.CONNECTED: Level.GOOD, Link.OFF: Level.OFF, Link.CONNECTING: Level.OFF}
    return Item(Part.BROKER, levels.get(change.link, Level.ALARM), change.link.value, facts, change.since)


def records(ready: RecordsReady) -> Item:
    """The local database."""
    if not ready.code:
        return Item(Part.RECORDS, Level.GOOD, "open")
    if ready.code == "opening":
        return Item(Part.RECORDS, Level.OFF, "opening")
    return Item(Part.RECORDS, Level.ALARM, ready.code, {"detail": ready.detail})


def shared(sharing: Sharing) -> Item:
    """The shared database."""
    levels = {Shared.SHARED: Level.GOOD, Shared.COPYING: Level.GOOD, Shared.OFF: Level.OFF}
    levels |= {Shared.REFUSED: Level.ALARM}
    facts = {"place": sharing.place, "reason": sharing.reason, "done": sharing.done, "total": sharing.total}
    return Item(Part.SHARED, levels.get(sharing.link, Level.ATTENTION), sharing.link.value, facts, sharing.since)


def outbox(sharing: Sharing, now: datetime) -> Item:
    """What waits to be shared."""
    facts = {"waiting": sharing.waiting}
    if sharing.link is Shared.OFF:
        return Item(Part.OUTBOX, Level.OFF, "alone", facts)
    if not sharing.waiting:
        return Item(Part.OUTBOX, Level.GOOD, "empty", facts)
    late = sharing.oldest is not None and now - sharing.oldest > WAITS_LONG
    return Item(Part.OUTBOX, Level.ATTENTION if late else Level.GOOD, "waiting", facts, sharing.oldest)


def backup(state: BackupState, now: datetime, every_hours: float) -> Item:
    """The last good copy of the records and its age; the newest copy must be good too."""
    facts: dict[str, Any] = {"folder": state.folder, "copies": len(state.copies), "detail": state.detail}
    if every_hours <= 0:
        return Item(Part.BACKUP, Level.OFF, "unscheduled", facts)
    last = state.last
    if last is None:
        if state.trouble:
            return Item(Part.BACKUP, Level.ALARM, "failed_none", facts, state.troubled)
        unknown = state.next is None and not state.copies  # the folder was not looked at yet
        soon = unknown or (state.next is not None and state.next - now < timedelta(hours=1))
        return Item(Part.BACKUP, Level.OFF if soon else Level.ATTENTION, "none", facts)
    facts |= {"size": last.size, "lines": last.lines}
    age = (now - last.at).total_seconds() / 3600
    if age > BACKUP_ALARM * every_hours:
        return Item(Part.BACKUP, Level.ALARM, "failed_old" if state.trouble else "old", facts, last.at)
    if state.trouble:
        return Item(Part.BACKUP, Level.ATTENTION, "failed", facts, last.at)
    bad = sum(copy.health in (Health.DAMAGED, Health.INCOMPLETE) for copy in state.copies)
    if bad:
        return Item(Part.BACKUP, Level.ATTENTION, "damaged", facts | {"bad": bad}, last.at)
    late = age > BACKUP_GRACE * every_hours
    return Item(Part.BACKUP, Level.ATTENTION if late else Level.GOOD, "old" if late else "good", facts, last.at)


def trail(here: Verification, there: Verification | None, unanswered: int, now: datetime) -> Item:
    """Whether the records are what the trail accounts for, here and in the shared database."""
    facts = {"lines": here.lines, "rows": here.rows, "found": unanswered, "trouble": here.trouble}
    if unanswered:
        return Item(Part.TRAIL, Level.ALARM, "altered", facts, here.at)
    trouble = here.trouble or (there.trouble if there else "")
    if trouble:
        return Item(Part.TRAIL, Level.ATTENTION, "trouble", facts | {"trouble": trouble}, here.at)
    if here.at is None:
        return Item(Part.TRAIL, Level.OFF, "unverified", facts)
    late = now - here.at > VERIFY_LATE
    return Item(Part.TRAIL, Level.ATTENTION if late else Level.GOOD, "old" if late else "good", facts, here.at)


def disk(free: int | None, total: int, path: str) -> Item:
    """Room on the disk of the records, in bytes; None = it cannot be asked."""
    facts = {"free": free or 0, "total": total, "path": path}
    if free is None:
        return Item(Part.DISK, Level.ATTENTION, "unknown", facts)
    if free < NO_ROOM:
        return Item(Part.DISK, Level.ALARM, "full", facts)
    return Item(Part.DISK, Level.ATTENTION if free < LITTLE_ROOM else Level.GOOD, "room", facts)


def shift_log(trouble: str, damage: str) -> Item:
    """What a restart in mid-shift needs."""
    if trouble:
        return Item(Part.SHIFT_LOG, Level.ALARM, "trouble", {"detail": trouble})
    if damage:
        return Item(Part.SHIFT_LOG, Level.ATTENTION, "damage", {"detail": damage})
    return Item(Part.SHIFT_LOG, Level.GOOD, "good")


@dataclass(frozen=True, slots=True)
class Recording:
    """How the recording of every signal goes; sizes in bytes, times in seconds. None: not known yet."""

    open: bool = False
    trouble: str = ""
    full: bool = False  # whether the trouble is a disk without room
    damage: tuple[str, ...] = ()
    dropped: int = 0  # readings lost since the start
    lag: float = 0.0
    size: int = 0
    oldest: float | None = None  # since 1970 UTC
    per_day: float | None = None
    needed: float | None = None
    days: float = 0.0
    days_that_fit: float | None = None


def history(state: Recording | None) -> Item:
    """The memory of every signal: what fails there stops nothing else."""
    if state is None:
        return Item(Part.HISTORY, Level.OFF, "off")
    facts = {field: getattr(state, field) for field in ("size", "lag", "dropped", "per_day", "needed", "days")}
    facts |= {"detail": state.trouble, "damage": "; ".join(state.damage), "fit": state.days_that_fit}
    if state.trouble:
        return Item(Part.HISTORY, Level.ALARM, "full" if state.full else "trouble", facts)
    if not state.open:
        return Item(Part.HISTORY, Level.OFF, "opening", facts)
    if state.damage:
        return Item(Part.HISTORY, Level.ATTENTION, "damage", facts, state.oldest)
    if state.dropped:
        return Item(Part.HISTORY, Level.ATTENTION, "dropped", facts, state.oldest)
    if state.lag > BEHIND:
        return Item(Part.HISTORY, Level.ATTENTION, "behind", facts, state.oldest)
    if state.per_day is None or state.days_that_fit is None:
        return Item(Part.HISTORY, Level.GOOD, "good", facts, state.oldest)
    code = "short" if state.days_that_fit < state.days else "forecast"
    return Item(Part.HISTORY, Level.GOOD, code, facts, state.oldest)


def historian(state: HistorianState) -> Item:
    """The historian that the plant has already; what fails there stops nothing else."""
    facts = {"name": state.name, "place": state.place, "detail": state.detail}
    if state.trouble:
        return Item(Part.HISTORIAN, Level.ATTENTION, state.trouble, facts, state.since)
    if state.answered is None:
        return Item(Part.HISTORIAN, Level.OFF, "opening", facts)
    return Item(Part.HISTORIAN, Level.GOOD, "good", facts, state.answered)


def exchange(state: FolderState) -> Item:
    """The folder that files of orders are taken from, and whether something there waits for somebody."""
    facts = {"folder": state.folder, "detail": state.detail, "open": len(state.open)}
    if state.code == "off":
        return Item(Part.EXCHANGE, Level.OFF, "off", facts)
    if state.code == "opening":
        return Item(Part.EXCHANGE, Level.OFF, "opening", facts)
    if state.code not in ("good", "half"):
        return Item(Part.EXCHANGE, Level.ATTENTION, state.code, facts, state.since)
    newest = state.reports[0] if state.reports else None
    if newest is not None and newest.refused:
        return Item(Part.EXCHANGE, Level.ATTENTION, "refused", facts | {"file": newest.file}, newest.at)
    if state.open:
        return Item(Part.EXCHANGE, Level.ATTENTION, "open", facts, state.since)
    return Item(Part.EXCHANGE, Level.GOOD, "good", facts, state.looked)


def consoles(others: Iterable[Other], program: str, now: datetime) -> Item:
    """The other consoles at the shared database: how many run, and whether one has another version."""
    known = [other for other in others if now - other.seen < FORGOTTEN]
    running = [other for other in known if now - other.seen < SEEN_LATELY]
    odd = sorted({other.program for other in running if other.program != program})
    facts = {"running": len(running), "known": len(known), "versions": ", ".join(odd), "program": program}
    if not known:
        return Item(Part.CONSOLES, Level.OFF, "none", facts)
    return Item(Part.CONSOLES, Level.ATTENTION if odd else Level.GOOD, "versions" if odd else "same", facts)


@dataclass(frozen=True, slots=True)
class Settled:
    """How the settings of this start were found."""

    wrong: int = 0  # values that were not used
    first: str = ""  # the first of them: file, line, what is wrong and the nearest right name
    site: str = ""  # path of the site file; "" = there is none
    trouble: str = ""  # why it was not read now; "" when it was
    copied: float = 0.0  # when the copy that holds instead was read, seconds since 1970 UTC; 0: there is none
    pinned: int = 0  # settings that cannot be changed here


def settings(state: Settled) -> Item:
    """Whether every setting that somebody wrote is in use."""
    facts = {"site": state.site, "wrong": state.wrong, "first": state.first, "pinned": state.pinned}
    if state.trouble and not state.copied:
        return Item(Part.SETTINGS, Level.ATTENTION, "site_lost", facts)
    if state.trouble:
        return Item(Part.SETTINGS, Level.ATTENTION, "site_copy", facts, state.copied)
    if state.wrong:
        return Item(Part.SETTINGS, Level.ATTENTION, "wrong", facts)
    return Item(Part.SETTINGS, Level.GOOD, "site" if state.site else "good", facts)


def horn_sound(means: str, device: str, on: bool) -> Item:
    """Whether this computer can sound the horn: `means` device, no_device, no_library or unknown."""
    if not on:
        return Item(Part.SOUND, Level.OFF, "off")
    good = Level.GOOD if means == "device" else Level.OFF
    return Item(Part.SOUND, good, means, {"device": device})


def messages(told: Told) -> Item:
    """Whether people are told of calls outside, and whether it reached them."""
    facts = {"channels": told.channels, "lost": told.lost}
    if told.lost:
        return Item(Part.MESSAGES, Level.ALARM, "lost", facts)
    return Item(Part.MESSAGES, Level.GOOD if told.channels else Level.OFF, "good" if told.channels else "none", facts)


def loudest(items: Iterable[Item]) -> Level:
    """The worst of them."""
    levels = {item.level for item in items}
    return next((level for level in LOUDEST if level in levels), Level.GOOD)
