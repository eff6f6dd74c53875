"""The stop that is chosen: what happened around it, what the machine and the calls say, and the reason it is given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.app.queries.stops import StopFile, StopShown, stop_file
from console.domain.commands import Command
from console.domain.commands.stops import ClearReason, ExplainStop, MergeStops, SplitStop, TakeReasonOver
from console.domain.errors import Refusal
from console.domain.reasons import Reason
from console.domain.stops import Stop
from widgets.attachments.later import while_there
from widgets.cards import Button, Card, Entry, Fact, OneLine, Text
from widgets.people.fields import Said, scrolled
from widgets.people.signing import ask_for, why_not
from widgets.refusals import words_of
from widgets.stops.picker import ReasonPicker
from widgets.stops.ribbon import StopRibbon
from widgets.stops.splitting import Splitting, time_typed
from widgets.stops.thencalls import ThenCalls, proposed
from widgets.stops.words import (
    by_words,
    known_by_id,
    lasted_words,
    machine_words,
    place_words,
    reason_words,
    times_words,
)
from widgets.times import span, zone_named

if TYPE_CHECKING:
    from console.app.console import Console

MINUTE = 60.0  # seconds
LATELY = 3  # reasons that this station was given most, offered first


class StopCard(Card):
    """Reads its stop from the records whenever it is told to; gives the commands itself."""

    explained = Signal()  # every stop that was chosen has its reason
    changed = Signal()
    call_asked = Signal(str)
    past_asked = Signal(str)  # a time, seconds UTC as text: the board then
    left = Signal()  # the keyboard goes back to the list

    def __init__(self, console: Console) -> None:
        super().__init__(titled=False)
        self._console = console
        self.stops: tuple[StopShown, ...] = ()
        self.file: StopFile | None = None
        self._going = 0
        self._failed = False
        self.place, self.lasted = OneLine("text", 20, 600), Text("text", 20, 700)
        self.then = Button("history", self._show_then)
        self.times, self.how = OneLine("text_muted", 13), OneLine("text_muted", 13)
        self.machine, self.reason, self.by = Fact(), Fact(), Fact()
        self.ribbon, self.calls, self.splitting = StopRibbon(), ThenCalls(), Splitting()
        self.why, self.picker, self.remark = Text("text", 14, 600), ReasonPicker(), Entry()
        self.go = Button("check", self.explain, primary=True)
        self.clear = Button("rotate-ccw", self._clear)
        self.split, self.merge = Button("arrow-left-right", self._begin_split), Button("link", self._merge)
        self.said, self.empty = Said(), Text("text_muted", 14, wrap=True)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    # What is shown

    def show_stops(self, stops: tuple[StopShown, ...]) -> None:
        """Show one stop, several to be explained together, or none."""
        before = [one.stop.id for one in self.stops]
        self.stops = stops
        if before != [one.stop.id for one in stops]:
            self.file = None
            self.remark.clear()
            self.said.say("")
            self.picker.forget()
            self._end_split()
        self._refresh()
        self.read()

    def read(self) -> None:
        """Ask the records for the chosen stop again."""
        if len(self.stops) == 1:
            id = self.stops[0].stop.id
            answer = while_there(self, lambda file: self._read(id, file))
            self._console.office.ask(stop_file(id), answer, while_there(self, self._refused))

    def beat(self, now: float) -> None:
        """Let what lasts go on."""
        if self.stops and any(one.stop.until is None for one in self.stops):
            self._say_times(now)

    @property
    def stop(self) -> Stop | None:
        """The one stop that is chosen; None for none or several."""
        return self.stops[0].stop if len(self.stops) == 1 else None

    def _read(self, id: str, file: StopFile | None) -> None:
        if self.stop is not None and self.stop.id == id:
            self.file = file
            if file is not None:
                self.stops = (file.shown,)
            self._refresh()

    def _refresh(self) -> None:
        self._stack.setCurrentWidget(self._whole if self.stops else self._nothing)
        if not self.stops:
            return
        shown, one = self.stops[0], self.stop
        reasons = self._reasons
        self._say_times(self._console.now())
        for part in (self.ribbon, self.machine, self.reason, self.by, self.times, self.then):
            part.setVisible(one is not None)
        calls = self.file.calls if self.file is not None and one is not None else ()
        self.calls.show_calls(calls, reasons, shown.stop.area, self._why_not(TakeReasonOver))
        if one is not None:
            names = known_by_id(reasons)
            self.machine.say(machine_words(one) if one.machine else "")
            self.reason.say(reason_words(one, names) if one.reason else "")
            self.by.say(by_words(one, shown.by))
            self.how.say(one.note)
            self.ribbon.show_stop(one, self._console.floor.stations.get(one.place), self._console.now(), self._zone)
        self.how.setVisible(bool(one is not None and one.note))
        self._offer()
        self.allow()

    def _say_times(self, now: float) -> None:
        at = datetime.fromtimestamp(now, UTC)
        one = self.stop
        if one is None:
            total = sum(shown.stop.seconds(at) for shown in self.stops)
            self.place.say(self.tr("%Ln stop(s) together", "", len(self.stops)))
            self.lasted.say(span(total))
            return
        self.place.say(place_words(self._console, one))
        self.lasted.say(lasted_words(one, at))
        self.times.say(times_words(one, now, self._zone))

    def _show_then(self) -> None:
        """What the board showed a minute after it began."""
        if self.stop is not None:
            self.past_asked.emit(f"{self.stop.since.timestamp() + MINUTE:.0f}")

    def _offer(self) -> None:
        """The reasons of the area, with those that the station was given lately first; what a call says is meant."""
        stops = self._console.stops
        first = self.stops[0].stop
        recent = stops.recent(first.place) if stops is not None else ()
        counted = Counter(stop.reason for stop in recent if stop.reason)
        found = proposed(self.file.calls, self._reasons, first.area) if self.file is not None else None
        meant = first.reason or (found[1].id if found is not None else "")
        self.picker.offer(self._reasons, first.area, [id for id, _ in counted.most_common(LATELY)], meant)

    def allow(self) -> None:
        """Offer what can be done with it now, and what whoever is signed in may do."""
        one, after = self.stop, self.file.after if self.file is not None else None
        many = len(self.stops) > 1
        why = self._why_not(ExplainStop)
        go = self.tr("Explain all") if many else self.tr("Explain")
        self.go.name(go, why or self.tr("Give this reason and go on to the next stop (Enter)"))
        self.go.setEnabled(not why and bool(self.picker.reason))
        self.clear.setVisible(one is not None and bool(one.reason))
        self._name(self.clear, self.tr("Take back"), self.tr("The stop wants a reason again"), ClearReason)
        self.split.setVisible(one is not None)
        self._name(self.split, self.tr("Split…"), self.tr("Two reasons for one stop: split it (Ctrl+K)"), SplitStop)
        self.merge.setVisible(one is not None and after is not None and self._may_merge(one, after))
        self._name(
            self.merge, self.tr("Merge with next"), self.tr("One stop of this and the next one (Ctrl+M)"), MergeStops
        )

    def _name(self, button: Button, words: str, more: str, command: type[Command]) -> None:
        why = self._why_not(command)
        button.name(words, why or more)
        button.setEnabled(not why)

    def _may_merge(self, one: Stop, after: Stop) -> bool:
        return one.until is not None and (after.since - one.until).total_seconds() <= self._micro_stop(one)

    # What is done

    def explain(self) -> None:
        """Give every chosen stop the reason that is meant."""
        reason = self.picker.reason
        if not self.stops or not reason:
            self.said.warn(self.tr("Choose a reason first: type two letters of it, or the figure before it."))
            return
        note = self.remark.text().strip()
        self._give([ExplainStop(one.stop.id, one.stop.place, reason, note) for one in self.stops], self.explained.emit)

    def take_over(self, call: str = "") -> None:
        """Take the cause of a call over; without one that of the first that has a cause."""
        found = proposed(self.file.calls, self._reasons, self.file.shown.stop.area) if self.file is not None else None
        call = call or (found[0].call.id if found is not None else "")
        if self.stop is not None and call:
            self._give([TakeReasonOver(self.stop.id, self.stop.place, call)], self.explained.emit)

    def _clear(self) -> None:
        if self.stop is not None:
            self._give([ClearReason(self.stop.id, self.stop.place)], self.changed.emit)

    def _merge(self) -> None:
        after = self.file.after if self.file is not None else None
        if self.stop is not None and after is not None:
            command = MergeStops(self.stop.id, self.stop.place, after.id, self._micro_stop(self.stop))
            self._give([command], self.changed.emit)

    def shortcut(self, key: str) -> None:
        """What a key with Ctrl asks for, where it can be done now."""
        wanted: dict[str, tuple[Button | None, Callable[[], None]]] = {
            "T": (None, self.take_over),
            "K": (self.split, self._begin_split),
            "M": (self.merge, self._merge),
        }
        button, act = wanted[key]
        if button is None or (not button.isHidden() and button.isEnabled()):
            act()

    def _begin_split(self) -> None:
        one = self.stop
        if one is not None:
            since, until = (
                one.since.timestamp(),
                one.ended(datetime.fromtimestamp(self._console.now(), UTC)).timestamp(),
            )
            self.ribbon.split_at((since + until) / 2)
            self.splitting.begin()

    def _end_split(self) -> None:
        self.ribbon.split_at(None)
        self.splitting.hide()

    def _split(self) -> None:
        if self.stop is not None and self.ribbon.handle is not None:
            at = datetime.fromtimestamp(self.ribbon.handle, UTC)
            self._give([SplitStop(self.stop.id, self.stop.place, at)], self.changed.emit)

    def _typed(self, text: str) -> None:
        one = self.stop
        if one is not None:
            until = one.ended(datetime.fromtimestamp(self._console.now(), UTC)).timestamp()
            at = time_typed(text, one.since.timestamp(), until, self._zone)
            if at is not None:
                self.ribbon.split_at(at)

    def _give(self, commands: list[Command], then: Callable[[], object]) -> None:
        """Give the commands after a sign-in where nobody is signed in, and go on when all are done."""
        ask_for(self, type(commands[0]), lambda: self._do(commands, then))

    def _do(self, commands: list[Command], then: Callable[[], object]) -> None:
        if self._going:
            return
        self._going, self._failed = len(commands), False
        self.said.say("")

        def over(refusal: Refusal | None) -> None:
            self._going -= 1
            if refusal is not None:
                self._failed = True
                self._refused(refusal)
            if not self._going and not self._failed:
                self._end_split()
                self.remark.clear()
                then()

        for command in commands:
            done = while_there(self, lambda _: over(None))
            self._console.office.do(command, done, while_there(self, over))

    def _refused(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))
        if refusal.code in ("missing", "stop_merged", "changed_meanwhile"):
            self.changed.emit()

    # Inside

    @property
    def _reasons(self) -> tuple[Reason, ...]:
        stops = self._console.stops
        return stops.reasons if stops is not None else ()

    @property
    def _zone(self) -> tzinfo | None:
        file = self._console.plant_file
        return zone_named(file.plant.timezone) if file else None

    def _micro_stop(self, stop: Stop) -> float:
        floor = self._console.floor
        return next((live.line.micro_stop for live in floor.lines if live.line.id == stop.line), 0.0)

    def _why_not(self, command: type[Command]) -> str:
        return why_not(self._console, command, place=self.stops[0].stop.place) if self.stops else ""

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.then.name_silently(self.tr("Show the board then"))
        self.machine.name.say(self.tr("What the machine says"))
        self.reason.name.say(self.tr("Reason"))
        self.by.name.say(self.tr("Explained"))
        self.why.say(self.tr("Why did it stand still?"))
        self.remark.setPlaceholderText(self.tr("Note, where the reason is not enough"))
        self.remark.setAccessibleName(self.tr("Note on the reason"))
        self.ribbon.setAccessibleName(self.tr("What the station did around the stop"))
        self.empty.say(self.tr("Choose a stop: what happened around it and how to explain it stands here."))
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.picker.picked.connect(lambda _: self.allow())
        self.picker.sure.connect(self.explain)
        self.picker.left.connect(self.left.emit)
        self.remark.returnPressed.connect(self.explain)
        self.calls.taken.connect(self.take_over)
        self.calls.asked.connect(self.call_asked.emit)
        self.splitting.typed.connect(self._typed)
        self.splitting.go.connect(self._split)
        self.splitting.left.connect(self._end_split)
        self.ribbon.moved.connect(lambda at: self.splitting.say(at, self._zone))

    def _lay_out(self) -> None:
        inside, self._nothing = QWidget(), QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 2, 6, 4)
        column.setSpacing(9)
        head = QHBoxLayout()
        head.addWidget(self.place, 1)
        head.addWidget(self.lasted)
        head.addWidget(self.then)
        column.addLayout(head)
        column.addWidget(self.times)
        column.addWidget(self.ribbon)
        column.addWidget(self.splitting)
        facts = QGridLayout()
        facts.setHorizontalSpacing(18)
        for place, fact in enumerate((self.machine, self.reason, self.by)):
            facts.addWidget(fact, 0, place)
            facts.setColumnStretch(place, 1)
        column.addLayout(facts)
        column.addWidget(self.how)
        column.addWidget(self.calls)
        column.addWidget(self.why)
        column.addWidget(self.picker, 1)
        column.addWidget(self.remark)
        self._whole = QWidget()  # what is pressed stays in sight, the rest scrolls where it is higher than its room
        outer = QVBoxLayout(self._whole)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(scrolled(inside), 1)
        outer.addWidget(self.said)
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self.go, self.clear):
            row.addWidget(part)
        row.addStretch(1)
        for part in (self.split, self.merge):
            row.addWidget(part)
        outer.addLayout(row)
        words = QVBoxLayout(self._nothing)
        words.addStretch(2)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.addWidget(self.empty)
        words.addStretch(3)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._whole)
        self.body.addWidget(self._stack, 1)
