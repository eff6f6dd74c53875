"""Outward: people are told of calls by MQTT, mail and webhook, and what did not reach them is known. Main thread.

What is to be told follows from the steps of calls that the records hold, so nothing is forgotten over a restart: each
step wants its notices, whose ids are derived, and they are written down before they are sent. On a shared database two
consoles may carry out the same step at once and both write down its notices; the first writer's rows stay, and a notice
is sent only by the console that its row names, once the shared database has it. Only where a console cannot reach the
shared database does it send without waiting: then two consoles may tell the same thing twice, but nobody is not told.
Nor is a message lost where the console ends between sending and writing that down: it is sent again, with the same id.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from console.app.carriers import Carriers, RateGuard
from console.app.channelsecrets import complete, keep_secrets, secrets_of
from console.app.noticefacts import Surroundings, document, encoded, parcel_of, topic, trial_parcel, trial_topic
from console.app.queries.notices import Due, Outlook, channels, outlook
from console.app.worker import Worker
from console.domain.channels import Channel, ChannelKind
from console.domain.commands import CONSOLE
from console.domain.commands.notices import NoteNotice, RetryNotice
from console.domain.desk import Kept
from console.domain.errors import Refusal
from console.domain.events import Link, RecordChanged, RecordsReady
from console.domain.ids import new_id
from console.domain.notices import FOR_GOOD, Notice, State, Told, Why, needed, orphaned, pause
from console.domain.sharing import Link as Shared

if TYPE_CHECKING:
    from console.app.console import Console
from console.app.parcels import Secrets, Unsent

log = logging.getLogger(__name__)
KINDS = frozenset({"andon_step", "andon_call", "notice", "notice_channel", "contact"})
LOOK_EVERY, SOON, AGAIN = 15.0, 0.1, 5.0  # seconds
SETTLING = timedelta(seconds=10)  # so long at most the shared database is waited for before the first try
SHARING = (Shared.CONNECTING, Shared.COPYING, Shared.SHARED)
OWN_FAULT = frozenset({Why.RECIPIENT, Why.NO_ADDRESS})  # of one notice and not of its channel
ANSWERED = frozenset({Why.BUSY, Why.REFUSED})  # the server counts these too
PAST_SAVING = ("not_saved", "disk_full", "disk_read_only", "records_damaged", "records_busy", "records_not_open")


@dataclass(frozen=True, slots=True)
class Options:
    """What a plant may choose."""

    per_minute: int = 10  # messages of one channel; more are told as one
    tries: int = 8  # until a message is given up
    first_pause: float = 15.0  # seconds after the first failed try; twice as long each time
    timeout: float = 10.0  # seconds for each answer of a server
    ca_file: str = ""


class Outward:
    """One for each console; `beat` comes a few times a second."""

    def __init__(self, console: Console, options: Options = Options()) -> None:  # noqa: B008 - frozen
        self.told = Told()
        self._console, self._options = console, options
        self._carriers = Carriers(console.data_folder, console.mailbox, options.ca_file, options.timeout)
        self._guard = RateGuard(options.per_minute)
        self._begun = self._asking = False
        self._dirty = True
        self._ask_at = self._look_at = self._again_at = 0.0
        self._fresh: set[str] = set()  # steps carried out here whose notices are not written down yet
        self._due: list[Due] = []
        self._going: set[str] = set()  # notices that are being sent, or whose result is being written down
        self._unsaved: list[NoteNotice | RetryNotice] = []
        self._held: dict[str, tuple[int, float]] = {}  # by channel: failures in a row, and until when it is left alone
        self._able: frozenset[str] = frozenset()  # channels on which this console knows everything to send
        self._keeper: Worker | None = None  # keyrings may be slow
        console.on(RecordChanged, self._changed)
        console.on(RecordsReady, self._opened)

    # Life

    def start(self) -> None:
        """Begin to tell people, when the records are opened."""
        self._begun, self._dirty = True, True
        self._look_for_secrets()

    def beat(self, at: float) -> None:
        """Look for what is to be told and send what is due; `at` monotonic seconds."""
        if not self._begun:
            return
        self._carriers.look(at)
        if self._unsaved and at >= self._again_at:
            again, self._unsaved = self._unsaved, []
            for command in again:
                self._give(command)
        if (self._dirty or at >= self._look_at) and not self._asking and at >= self._ask_at:
            self._ask(at)
        self._send(at)

    def close(self) -> None:
        """End; what was not sent is sent after the next start, where it is still needed."""
        self._begun = False
        self._carriers.close()
        if self._keeper is not None:
            self._keeper.close(1.0)

    # What the setup screen asks

    def try_out(self, channel: Channel, to: str, secrets: Secrets, answer: Callable[[Unsent | None], None]) -> None:
        """Send a test message on a channel as it is being set up; those of `secrets` that are "" are what is kept."""
        around = self._around()
        if channel.kind is ChannelKind.MQTT:
            told = trial_parcel(channel, "", new_id(), around)
            answer(self._say(trial_topic(channel, around), told.body))
            return
        lane = f"trial {channel.id}"
        if self._carriers.busy(lane):
            answer(Unsent(Why.BUSY))
            return
        self._carriers.carry(lane, trial_parcel(channel, to, new_id(), around), answer, secrets)

    def keep(
        self, channel: Channel, secrets: Secrets, kept: Callable[[str], None], failed: Callable[[OSError], None]
    ) -> None:
        """Keep what a channel needs on this PC; `kept` is told in words where."""

        def work() -> None:
            try:
                where = keep_secrets(self._console.data_folder, channel, secrets)
            except OSError as error:
                self._console.mailbox.call(partial(failed, error))
            else:
                self._console.mailbox.call(partial(kept, where))

        self._hand(work)

    def known(self, channel: Channel, answer: Callable[[bool], None]) -> None:
        """Whether this PC knows what the channel needs."""
        folder = self._console.data_folder

        def work() -> None:
            found = complete(channel, secrets_of(folder, channel))
            self._console.mailbox.call(partial(answer, found))

        self._hand(work)

    def look_again(self) -> None:
        """Secrets were given here: what waited for them can be sent."""
        self._held.clear()
        self._look_for_secrets()
        self._dirty = True

    # Looking

    def _changed(self, event: RecordChanged) -> None:
        if event.kind not in KINDS:
            return
        if event.kind == "andon_step" and event.here:
            self._fresh.add(event.id)
        if event.kind == "notice_channel" and self._begun:
            self._held.pop(event.id, None)
            self._look_for_secrets()
        if not self._dirty:
            self._dirty, self._ask_at = True, max(self._ask_at, time.monotonic() + SOON)

    def _opened(self, event: RecordsReady) -> None:
        if not event.code:
            self._dirty, self._ask_at = True, 0.0
            if self._begun:
                self._look_for_secrets()

    def _ask(self, at: float) -> None:
        calls = self._console.calls
        area_of = calls.dispatch.area if calls is not None else lambda place: ""
        fresh, self._asking, self._dirty = frozenset(self._fresh), True, False
        self._look_at = at + LOOK_EVERY
        query = outlook(fresh, area_of, self._now())
        self._console.office.ask(query, partial(self._heard, fresh), self._cannot)

    def _cannot(self, refusal: Refusal) -> None:
        log.debug("Messages cannot be read now: %s", refusal)
        self._asking, self._dirty, self._ask_at = False, True, time.monotonic() + AGAIN

    def _heard(self, fresh: frozenset[str], found: Outlook) -> None:
        self._asking = False
        self._fresh -= fresh
        for make in found.make:
            self._console.office.do(make, None, partial(self._not_made, make.step, make.step in fresh), CONSOLE)
        self._due = list(found.due)
        self.told = Told(found.channels, found.lost)
        self._send(time.monotonic())

    def _not_made(self, step: str, fresh: bool, refusal: Refusal) -> None:
        if refusal.code in PAST_SAVING:
            if fresh:
                self._fresh.add(step)
            self._dirty, self._ask_at = True, time.monotonic() + AGAIN
        else:
            log.warning("Messages of a step were not written down: %s", refusal.code)

    # Sending

    def _send(self, at: float) -> None:
        ready: dict[str, list[Due]] = {}
        now = self._now()
        for due in [due for due in self._due if due.notice.id not in self._going]:
            if self._is_ready(due, now) and due.channel is not None:
                ready.setdefault(due.channel.id, []).append(due)
        for waiting in ready.values():
            try:
                self._send_on(waiting, at)
            except Exception as error:  # a fault of ours in one message stops neither the others nor the board
                log.exception("A message could not be made")
                for due in waiting:
                    self._note(due.notice, State.GIVEN_UP, Unsent(Why.BROKEN, type(error).__name__))

    def _send_on(self, waiting: Sequence[Due], at: float) -> None:
        channel = waiting[0].channel
        assert channel is not None
        if channel.kind is ChannelKind.MQTT:
            self._publish(waiting, channel)
        else:
            self._carry(waiting, channel, at)

    def _is_ready(self, due: Due, now: datetime) -> bool:
        """Whether it is to be sent from here and now; what is over is written down."""
        notice, channel = due.notice, due.channel
        if notice.console != self._console.office.console:
            if orphaned(notice, now) and notice.channel in self._able and needed(notice, due.call):
                self._take(notice)
            return False
        if not needed(notice, due.call):
            self._note(notice, State.NOT_NEEDED)
        elif channel is None or not channel.active:
            self._note(notice, State.GIVEN_UP, Unsent(Why.CHANNEL_OFF))
        elif notice.tries and notice.tried is not None:
            return now >= notice.tried + pause(notice.tries, self._options.first_pause)
        else:
            return self._is_settled(due, now)
        return False

    def _is_settled(self, due: Due, now: datetime) -> bool:
        """Whether no other console can have written the same notice down and be about to send it too."""
        sharing = self._console.health.sharing().link in SHARING
        return not (sharing and due.unshared) or now - (due.notice.tried or due.notice.made) > SETTLING

    def _publish(self, waiting: Sequence[Due], channel: Channel) -> None:
        around = self._around()
        for due in waiting:
            self._result([due], channel, self._say(topic(due, channel, around), encoded(document(due, around))))

    def _say(self, where: str, payload: bytes) -> Unsent | None:
        connected = self._console.broker.link is Link.CONNECTED
        return None if connected and self._console.say(where, payload) else Unsent(Why.NO_BROKER)

    def _carry(self, waiting: Sequence[Due], channel: Channel, at: float) -> None:
        fails, until = self._held.get(channel.id, (0, 0.0))
        room = self._guard.room(channel.id, at)
        if self._carriers.busy(channel.id) or at < until or room <= 0:
            return
        first = waiting[0].notice.recipient
        same = [due for due in waiting if due.notice.recipient == first]
        many = same if len(waiting) > room or fails else same[:1]
        parcel = parcel_of(many, channel, self._around())
        if channel.kind is ChannelKind.MAIL and not parcel.to:
            for due in same:
                self._note(due.notice, State.GIVEN_UP, Unsent(Why.NO_ADDRESS))
            return
        self._going.update(due.notice.id for due in many)
        self._carriers.carry(channel.id, parcel, partial(self._sent, many, channel))

    def _sent(self, many: Sequence[Due], channel: Channel, failure: Unsent | None) -> None:
        self._result(many, channel, failure)
        self._send(time.monotonic())

    def _result(self, many: Sequence[Due], channel: Channel, failure: Unsent | None) -> None:
        if failure is None or failure.why in ANSWERED:
            self._guard.note(channel.id, time.monotonic())
        if failure is None:
            self._held.pop(channel.id, None)
        elif failure.why not in OWN_FAULT:
            fails = self._held.get(channel.id, (0, 0.0))[0] + 1
            wait = pause(fails, self._options.first_pause).total_seconds()
            self._held[channel.id] = (fails, time.monotonic() + wait)
            log.info("A message on the channel %s was not taken: %s", channel.id, failure.why.value)
        for due in many:
            if failure is None:
                self._note(due.notice, State.DELIVERED)
            else:
                last = failure.why in FOR_GOOD or due.notice.tries + 1 >= self._options.tries
                self._note(due.notice, State.GIVEN_UP if last else State.FAILED, failure)

    # Writing down

    def _note(self, notice: Notice, state: State, failure: Unsent | None = None) -> None:
        why, said = (failure.why.value, failure.said) if failure is not None else ("", "")
        self._give(NoteNotice(notice.id, notice.place, state, why, said))

    def _take(self, notice: Notice) -> None:
        """Send from here what another console made and cannot send."""
        self._give(RetryNotice(notice.id, notice.place))

    def _give(self, command: NoteNotice | RetryNotice) -> None:
        self._going.add(command.notice)
        over = partial(self._over, command.notice)
        self._console.office.do(command, lambda _: over(), partial(self._refused, command), CONSOLE)

    def _over(self, notice: str) -> None:
        self._going.discard(notice)
        self._due = [due for due in self._due if due.notice.id != notice]  # as it is now it is read again
        self._dirty = True

    def _refused(self, command: NoteNotice | RetryNotice, refusal: Refusal) -> None:
        if refusal.code in PAST_SAVING:
            self._unsaved.append(command)
            self._again_at = time.monotonic() + AGAIN
        else:
            self._over(command.notice)

    # What is known here

    def _look_for_secrets(self) -> None:
        self._console.office.ask(channels, self._ask_keyring, lambda _: None)

    def _ask_keyring(self, found: tuple[Kept[Channel], ...]) -> None:
        active = [kept.value for kept in found if kept.value.active]
        folder = self._console.data_folder

        def work() -> None:
            able = frozenset(one.id for one in active if complete(one, secrets_of(folder, one)))
            self._console.mailbox.call(partial(setattr, self, "_able", able))

        if active:
            self._hand(work)

    def _hand(self, job: Callable[[], None]) -> None:
        if self._keeper is None:
            self._keeper = Worker("messages")
        self._keeper.hand(job)

    def _around(self) -> Surroundings:
        ways = self._console.office.authority.ways
        return Surroundings(
            self._console.floor.plant, lambda place: ways.get(place, (place,) if place else ()), self._console.title
        )

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._console.now(), UTC)


__all__ = ["Options", "Outward"]
