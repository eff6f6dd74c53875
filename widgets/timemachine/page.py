"""The time machine: the board, calls and orders as they were at any minute. Nothing can be done here but to look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from console.app.queries.andon import CallShown
from console.app.queries.past import at as records_at
from console.app.timemachine import Missing, Moment
from console.domain.events import RecordChanged
from widgets.attachments.later import while_there
from widgets.board.card import line_label
from widgets.cards import Button, OneLine
from widgets.plain import plain
from widgets.timemachine.banner import Banner
from widgets.timemachine.body import PastBody
from widgets.timemachine.controls import MINUTE, Controls
from widgets.timemachine.day import Day, begin_day, day_of, read_gaps, read_marks, with_shifts
from widgets.timemachine.nothing import Nothing
from widgets.timemachine.slider import DaySlider
from widgets.timemachine.words import missing_words, when_words
from widgets.times import clock, span, zone_named

if TYPE_CHECKING:
    from console.app.console import Console

BEGIN = 10 * MINUTE  # before now: where the page begins
SPEED, STEP_MS = 60.0, 250  # of the past in a second of now; milliseconds between two steps of it
SOON_MS = 150  # after which an unanswered question is asked anew, for where the slider is by then
GONE_MS = 300_000  # after which the past takes no more memory where nobody looks at it
LATELY = 10.0  # seconds between two looks at the calls and stops of a day that goes on
MOST_DAYS = 400
MARKED = frozenset({"andon_call", "stop"})


class TimeMachinePage(QWidget):
    """`wanted` is where the slider is, `moment` what is shown, which follows as fast as it can."""

    open_requested = Signal(str, str)  # another screen and its subject

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self.wanted = 0.0
        self.first: float | None = None
        self.day: Day | None = None
        self._area: str | None = None
        self._asked: float | None = None  # what is on its way
        self._marks_stale, self._marks_at = False, 0.0
        self._records_away = False
        self.back = Button("skip-forward", self.leave, primary=True)
        self.banner, self.body, self.nothing = Banner(self.back), PastBody(console), Nothing()
        self.controls, self.slider, self.said = Controls(), DaySlider(), OneLine("warning", 13, 500)
        self._playing = QTimer(self, interval=STEP_MS)
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._gone = QTimer(self, singleShot=True, interval=GONE_MS)
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def moment(self) -> Moment | None:
        """What is shown; None: nothing is."""
        return self.body.past.moment

    # What the shell asks

    def beat(self, now: float) -> None:
        """About four times a second while visible: how long ago it was, and what the day still brings."""
        self._say_time()
        if self.day is None:
            return
        self.slider.show_day(self.day, self.first, now, self._zone)
        if self._marks_stale and abs(now - self._marks_at) >= LATELY:
            self._read_marks()

    def show_subject(self, subject: str) -> None:
        """Show the board of a time: seconds UTC as text; what is no time is passed over."""
        try:
            self.go(float(subject))
        except (ValueError, OverflowError):
            return

    def set_scope(self, area: str | None) -> None:
        """Show only the lines of an area; None: all."""
        if area != self._area:
            self._area = area
            self.body.set_area(area)
            if self.day is not None:
                self._read_marks()

    # Moving

    def go(self, at: float) -> None:
        """Show the board of another time, as soon as it is known."""
        self.wanted = at = min(max(at, self.first or 0.0), self._console.now())
        if self.day is None or not self.day.start <= at < self.day.end:
            self._begin_day(day_of(at, self._zone))
        self.slider.show_at(at)
        self.controls.show_at(at, self._zone)
        if self._asked is None:
            self._ask()
        elif not self._soon.isActive():
            self._soon.start()

    def step(self, seconds: float) -> None:
        """Go on or back by so much."""
        self.go(self.wanted + seconds)

    def go_to_day(self, day: date) -> None:
        """The same time of day on another day."""
        if self.day is not None and day != self.day.day:
            self.go(begin_day(day, self._zone).start + (self.wanted - self.day.start))

    def play(self, on: bool) -> None:
        """Let the past run, sixty times as fast as it did."""
        if on:
            self._playing.start()
        else:
            self._playing.stop()
        self.controls.show_playing(on)

    def leave(self) -> None:
        """Back to what is live."""
        self.play(False)
        self.open_requested.emit("board", "")

    def _play_on(self) -> None:
        if self._asked is not None:  # the board comes first
            return
        if self.wanted >= self._console.now() - 1.0:
            self.play(False)
            return
        self.step(SPEED * STEP_MS / 1000)

    # Asking

    def _ask(self) -> None:
        machine = getattr(self._console, "timemachine", None)
        if machine is None:
            self._is_missing(Missing("away"))
            return
        self._asked = self.wanted
        if self.moment is None:
            self._say_going(0.0)
        answers = (self._arrived, self._say_going, self._is_missing)
        machine.show(self.wanted, *(while_there(self, answer) for answer in answers))

    def _again(self) -> None:
        """The slider has moved on while something else was on its way."""
        if self._asked is not None and self._asked != self.wanted:
            self._ask()

    def _arrived(self, moment: Moment) -> None:
        asked, self._asked = self._asked, None
        self.first = moment.first
        self._stack.setCurrentWidget(self.body)
        self.body.show_moment(moment)
        self._say_time()
        self._say_trouble()
        self._read_calls(moment.at)
        if asked != self.wanted:
            self._ask()

    def _is_missing(self, missing: Missing) -> None:
        self._asked, self.first = None, missing.first
        self.play(False)
        self.body.show_moment(None)
        self.nothing.say(*missing_words(missing, self._zone))
        self._stack.setCurrentWidget(self.nothing)
        self._say_time()

    def _read_calls(self, at: float) -> None:
        def heard(calls: tuple[CallShown, ...] | None) -> None:
            if self.moment is not None and self.moment.at == at:
                self._records_away = calls is None
                self.body.show_calls(calls)
                self._say_trouble()

        job = records_at(datetime.fromtimestamp(at, UTC)).open_calls
        self._console.office.run(job, while_there(self, heard), while_there(self, lambda _: heard(None)))

    def _begin_day(self, day: date) -> None:
        self.day = with_shifts(begin_day(day, self._zone), self._console)
        self.slider.show_day(self.day, self.first, self._console.now(), self._zone)
        self._offer_days()
        self._read_marks()

    def _read_marks(self) -> None:
        """Ask for calls, stops and gaps of the day that is shown."""
        assert self.day is not None
        self._marks_stale, self._marks_at = False, self._console.now()
        floor, area = self._console.floor, self._area
        lines = None if area is None else [live.line.id for live in floor.lines if live.line.area == area]

        def marks(day: Day) -> None:
            self._learn(day.day, lambda known: replace(known, calls=day.calls, stops=day.stops))

        def gaps(first: float | None, day: Day) -> None:
            self.first = first
            self._learn(day.day, lambda known: replace(known, gaps=day.gaps))
            self._offer_days()

        read_marks(self._console, self.day, lines, while_there(self, marks), while_there(self, self._no_records))
        read_gaps(self._console, self.day, while_there(self, gaps), lambda: None)

    def _learn(self, this: date, change: Callable[[Day], Day]) -> None:
        if self.day is not None and self.day.day == this:
            self.day = change(self.day)
            self.slider.show_day(self.day, self.first, self._console.now(), self._zone)

    def _no_records(self) -> None:
        self._records_away = True
        self._say_trouble()

    def _offer_days(self) -> None:
        """The days since the recording began, the youngest first."""
        if self.day is None:
            return
        today = day_of(self._console.now(), self._zone)
        first = day_of(self.first, self._zone) if self.first is not None else self.day.day
        count = min(MOST_DAYS, max(0, (today - min(first, self.day.day)).days) + 1)
        self.controls.offer_days([today - timedelta(days=ago) for ago in range(count)], self.day.day)

    # Saying

    def _say_time(self) -> None:
        moment = self.moment
        if self._asked is None:
            self.banner.say_going("")
        if moment is None:
            self.banner.words.say(self.tr("The board as it was — nothing here is live"))
            self.banner.more.say("")
            return
        words = self.tr("The board as it was on {0} — nothing here is live")
        self.banner.words.say(words.format(when_words(moment.at, self._zone)))
        ago = self.tr("{0} ago").format(span(max(0.0, self._console.now() - moment.at)))
        names = {live.shift.name for live in self.body.lines() if live.shift is not None}
        parts = (ago, ", ".join(sorted(filter(None, names))), self._gap_words(moment))
        self.banner.more.say(" · ".join(part for part in parts if part))

    def _gap_words(self, moment: Moment) -> str:
        if moment.gap is None:
            return ""
        since, until = clock(moment.gap.start, self._zone, False), clock(moment.gap.end, self._zone, False)
        return self.tr("Nobody listened from {0} to {1}: there is no data").format(since, until)

    def _say_going(self, share: float) -> None:
        if self._asked is None:
            return
        words = self.tr("Going to {0} · {1}").format(when_words(self._asked, self._zone), f"{share * 100:.0f} %")
        self.banner.say_going(words)
        if self.moment is None:
            self.nothing.say(words, self.tr("The shift is lived through once more, from what was recorded."))
            self._stack.setCurrentWidget(self.nothing)

    def _say_trouble(self) -> None:
        said = []
        if self._records_away:
            said.append(self.tr("The records cannot be read now: calls and stops of that time are not shown."))
        names = self._new_names()
        if names:
            said.append(self.tr("In the plant file of now, not yet heard then: {0}").format(", ".join(names)))
        self.said.say("  ".join(said))
        self.said.setVisible(bool(said))

    def _new_names(self) -> list[str]:
        """Lines and stations that were not there yet; of a line that was not, the stations are not named."""
        new = self.moment.new if self.moment is not None else ()
        named = []
        for live in self.body.lines():
            stations = [one.station for one in live.stations if one.station.id in new]
            if live.line.id in new or (stations and len(stations) == len(live.stations)):
                named.append(plain(live.line.name, 60))
            else:
                named += [f"{plain(line_label(live), 30)} · {plain(one.name, 60)}" for one in stations]
        return named

    @property
    def _zone(self) -> tzinfo | None:
        file = self._console.plant_file
        return zone_named(file.plant.timezone if file else "")

    # How it is made

    def _lay_out(self) -> None:
        self._stack = QStackedWidget()
        self._stack.addWidget(self.body)
        self._stack.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(10)
        column.addWidget(self.banner)
        column.addWidget(self.controls)
        column.addWidget(self.slider)
        column.addWidget(self.said)
        column.addWidget(self._stack, 1)
        self.said.hide()
        self.setFocusProxy(self.slider)

    def _connect(self) -> None:
        self.slider.moved.connect(self._moved)
        self.controls.stepped.connect(self.step)
        self.controls.played.connect(self.play)
        self.controls.day_chosen.connect(self.go_to_day)
        self.body.opened.connect(self.open_requested)
        self._playing.timeout.connect(self._play_on)
        self._soon.timeout.connect(self._again)
        self._gone.timeout.connect(self._rest)
        end = self._console.on(RecordChanged, self._record_changed)
        self.destroyed.connect(lambda _=None: end())

    def _moved(self, at: float) -> None:
        self.play(False)
        self.go(at)

    def _record_changed(self, event: RecordChanged) -> None:
        if event.kind in MARKED:
            self._marks_stale = True

    def retranslate(self) -> None:
        """Take the words of the language in use."""
        self.back.name(self.tr("Now"), self.tr("Back to the live board (Esc)"))
        self._offer_days()
        self._say_time()
        self._say_trouble()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._gone.stop()
        if self.moment is None and self._asked is None:
            self.go(self.wanted or self._first_time())

    def _first_time(self) -> float:
        """Some minutes ago, at a whole minute."""
        return (self._console.now() - BEGIN) // MINUTE * MINUTE

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self.play(False)
        self._gone.start()

    def _rest(self) -> None:
        machine = getattr(self._console, "timemachine", None)
        if machine is not None:
            machine.rest()
            self._asked = None

    def event(self, event: QEvent) -> bool:
        """What raises a call everywhere else is taken here: nobody shall raise one about the past."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_F2
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() == Qt.Key.Key_F2:
            self.said.say(self.tr("Nothing can be raised in the past. Now leads back to the live board."))
            self.said.setVisible(True)
        elif event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() == Qt.Key.Key_Space:
            self.play(not self._playing.isActive())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
