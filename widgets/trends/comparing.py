"""What is laid over the stretch that is seen: another time, the run before, or runs of orders and units."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from console.app.trendruns import Run, run_at, run_before, runs, signals_of
from console.domain.readings import Role, Signal
from widgets.attachments.later import while_there
from widgets.cards import Button, Choice, Entry, Text
from widgets.people.fields import Field
from widgets.plain import plain
from widgets.tables import Grid
from widgets.times import moment
from widgets.trends.model import Compared
from widgets.trends.naming import place_of, role_word, zone_of
from widgets.trends.panel import EDGE, Panel
from widgets.trends.runrows import WHAT, WIDTHS, RunRows
from widgets.trends.timeentry import TimeEntry

if TYPE_CHECKING:
    from console.app.trends import Past
    from widgets.trends.model import TrendModel

SIZE, LOW = QSize(620, 580), 310  # pixels; the height without a list
WEEK = 7
MOST_OVER = 7  # runs beside the longest
NOTHING, YESTERDAY, LAST_WEEK, SHIFT, SAME, TIME, RUNS = (
    "nothing",
    "yesterday",
    "week",
    "shift",
    "same",
    "time",
    "runs",
)
KEYS = (YESTERDAY, LAST_WEEK, SHIFT, SAME, TIME, RUNS, NOTHING)
ROLES = (Role.ORDER, Role.PRODUCT, Role.UNIT)


class ComparePanel(Panel):
    """One way at a time; what a way needs to know is asked below it."""

    def __init__(self, model: TrendModel, parent: QWidget) -> None:
        super().__init__(parent, SIZE)
        self._model, self._console = model, model.console
        self.what: Field[Choice] = Field(Choice())
        self.by: Field[Choice] = Field(Choice())
        self.time: Field[TimeEntry] = Field(TimeEntry())
        self.filter, self.rows = Entry(), RunRows()
        self.grid, self.note = Grid(self.rows, WIDTHS, WHAT), Text("text_faint", 12, wrap=True)
        self.go = Button("layers", self.submit, primary=True)
        self._runs: list[Run] = []
        self._lay_out()
        self.what.control.currentIndexChanged.connect(lambda _: self._settle())
        self.by.control.currentIndexChanged.connect(lambda _: self._read())
        self.filter.textChanged.connect(lambda _: self._show())
        self.retranslate()

    def begin(self) -> None:
        """Open."""
        day = timedelta(days=1).total_seconds()
        self.time.control.show_time(self._model.start - day, zone_of(self._console))
        self._offer_roles()
        self._settle()
        super().begin()
        self.fit()
        self.what.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Lay it over."""
        self.said.say("")
        way = {
            NOTHING: self._nothing,
            YESTERDAY: lambda: self._days(1, self.tr("The day before")),
            LAST_WEEK: lambda: self._days(WEEK, self.tr("A week before")),
            SHIFT: self._last_shift,
            SAME: self._last_run,
            TIME: self._any_time,
            RUNS: self._chosen_runs,
        }
        way[str(self.what.control.currentData())]()

    # The ways

    def _nothing(self) -> None:
        self._lay([])

    def _days(self, days: int, label: str) -> None:
        """The same time on the clock, also where the clock was put forward or back between."""
        zone = zone_of(self._console)
        here = datetime.fromtimestamp(self._model.start, UTC).astimezone(zone)
        wall = here.replace(tzinfo=None) - timedelta(days=days)
        there = wall.replace(tzinfo=zone) if zone is not None else wall.astimezone()
        self._lay([Compared(self._model.start - there.timestamp(), label)])

    def _last_shift(self) -> None:
        actions = self._console.actions
        calendar = actions.calendar(self._place) if actions is not None else None
        middle = (self._model.start + self._model.end) / 2
        now = calendar.shift_at(middle) or calendar.previous_shift(middle) if calendar is not None else None
        before = calendar.previous_shift(now.start) if calendar is not None and now is not None else None
        if now is None or before is None:
            self.said.warn(self.tr("There is no shift before this one in the calendar of this line."))
            return
        name = plain(before.name, 40)
        words = f"{name}, {self._when(before.start)}" if name else self._when(before.start)
        self._lay([Compared(now.start - before.start, self.tr("Shift before: {0}").format(words))])

    def _any_time(self) -> None:
        at = self.time.control.seconds
        if abs(at - self._model.start) < 1.0:
            self.time.refuse(self.tr("That is what is seen. Choose another time."))
            return
        self._lay([Compared(self._model.start - at, self._when(at))])

    def _last_run(self) -> None:
        """The run that is seen, and the one before it of the same order or product, begin together."""
        at = min(self._model.end, self._console.now()) - 1.0
        self._ask_runs(at + 1.0, lambda found: self._over_last(found, at))

    def _over_last(self, found: list[Run], at: float) -> None:
        run = run_at(found, at)
        before = run_before(found, run) if run is not None else None
        if run is None:
            self.said.warn(self.tr("Nothing is known to be in work at the end of what is seen."))
        elif before is None:
            self.said.warn(self.tr("There is no earlier run of {0} in the history.").format(plain(run.what, 60)))
        else:
            self._lay([self._compared(run, before)])

    def _chosen_runs(self) -> None:
        """The longest gives the axis, the others begin with it."""
        at = sorted({index.row() for index in self.grid.selectionModel().selectedRows()})
        chosen = sorted((self.rows.shown[i] for i in at), key=lambda run: -run.length)[: MOST_OVER + 1]
        if len(chosen) < 2:
            self.said.warn(self.tr("Choose two runs or more: with Ctrl or Shift and a click, or Shift and the arrows."))
            return
        first = chosen[0]
        self._model.show(first.since, first.until)
        if self._model.live:
            self._model.freeze()
        self._lay([self._compared(first, run) for run in chosen[1:]])

    def _compared(self, seen: Run, other: Run) -> Compared:
        label = f"{plain(other.what, 40)}, {self._when(other.since)}"
        return Compared(seen.since - other.since, label, other.since, other.until)

    def _lay(self, compared: list[Compared]) -> None:
        self._model.compare(compared)
        self.accept()

    # What is known

    @property
    def _place(self) -> str:
        return next((place_of(pen.id) for pen in self._model.pens), "")

    def _signals(self) -> dict[Role, Signal]:
        ways = self._console.office.authority.ways
        places = [place for pen in self._model.pens for place in (*reversed(ways.get(place_of(pen.id), ())),)]
        return signals_of(self._console.floor.plant.signals, list(dict.fromkeys(places)))

    def _when(self, at: float) -> str:
        return moment(at, self._console.now(), zone_of(self._console))

    def _ask_runs(self, before: float, answer: Callable[[list[Run]], None]) -> None:
        role = self.by.control.currentData()
        signal = self._signals().get(Role(role)) if role else None
        if signal is None or self._console.trends is None:
            answer([])
            return
        id, kind = signal.id, Role(str(role))

        def job(past: Past) -> list[Run]:
            return runs(past, id, kind, before)

        def failed(_: Exception) -> None:
            self.said.say(self.tr("The history cannot be read now. Look at the Status page."))

        self._console.trends.ask(job, while_there(self, answer), while_there(self, failed), f"runs {id}")

    def _read(self) -> None:
        if self.what.control.currentData() == RUNS:
            self._ask_runs(self._console.now(), self._heard)

    def _heard(self, found: list[Run]) -> None:
        self._runs = found
        self._show()

    def _show(self) -> None:
        words = self.filter.text().casefold().split()
        found = [run for run in self._runs if all(word in run.what.casefold() for word in words)]
        now, zone = self._console.now(), zone_of(self._console)
        self.rows.show_rows(found, now, zone)
        if self.what.control.currentData() == RUNS:
            some = self.tr("Choose two runs or more: they are laid over each other, aligned at their start.")
            none = self.tr("No run is in the history yet. Runs appear here when the line tells its order or unit.")
            self.note.say(some if found else none)

    def _settle(self) -> None:
        """Only what the way needs can be seen."""
        key = self.what.control.currentData()
        by = bool(self.by.control.count())
        self.by.setVisible(key in (SAME, RUNS) and by)
        self.time.setVisible(key == TIME)
        for part in (self.filter, self.grid):
            part.setVisible(key == RUNS and by)
        missing = key in (SAME, RUNS) and not by
        self.note.setVisible(missing or key == RUNS)
        if missing:
            self.note.say(self.tr("No signal tells the order, the product or the unit at the place of these pens."))
        self.go.setEnabled(bool(self._model.pens) and not missing)
        self.time.refuse("")
        self.said.say("")
        self.fit()
        self._read()

    def fit(self) -> None:
        """As high as what is asked needs."""
        listed = not self.grid.isHidden()
        room = self.parentWidget().window().height() - EDGE
        self.resize(self.width(), min(SIZE.height() if listed else LOW, max(room, LOW)))

    def _offer_roles(self) -> None:
        control, there = self.by.control, self._signals()
        chosen = control.currentData()
        control.blockSignals(True)
        control.clear()
        for role in ROLES:
            if role in there:
                control.addItem(role_word(role), role.value)
        control.setCurrentIndex(max(0, control.findData(chosen)) if control.count() else -1)
        control.blockSignals(False)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        words = {
            YESTERDAY: self.tr("Yesterday, the same time"),
            LAST_WEEK: self.tr("A week ago, the same time"),
            SHIFT: self.tr("The shift before"),
            SAME: self.tr("The last run of the same order or product"),
            TIME: self.tr("Another time…"),
            RUNS: self.tr("Runs of an order or a unit, over each other…"),
            NOTHING: self.tr("Nothing"),
        }
        self.name(self.tr("Overlay"), self.tr("Another stretch of time is drawn over what is seen, in broken lines."))
        self.what.name(self.tr("&With what"))
        self.by.name(self.tr("&By"))
        self.time.name(self.tr("&Begin of the other stretch"))
        self.filter.setPlaceholderText(self.tr("Filter by words"))
        self.filter.setAccessibleName(self.tr("Filter by words"))
        self.grid.setAccessibleName(self.tr("Runs"))
        self.go.name(self.tr("Overlay"))
        control = self.what.control
        chosen = control.currentData()
        control.blockSignals(True)
        control.clear()
        for key in KEYS:
            control.addItem(words[key], key)
        control.setCurrentIndex(max(0, control.findData(chosen)))
        control.blockSignals(False)
        self._offer_roles()
        self.rows.retranslate()
        self._settle()

    def _lay_out(self) -> None:
        self.grid.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.filter.setClearButtonEnabled(True)
        for part in (self.what, self.by, self.time, self.filter):
            self.body.addWidget(part)
        self.body.addWidget(self.grid, 1)
        self.body.addWidget(self.note)
        self.body.addStretch(0)
        self.foot.addStretch(1)
        self.foot.addWidget(self.leave)
        self.foot.addWidget(self.go)
