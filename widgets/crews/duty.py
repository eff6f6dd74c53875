"""Of the chosen crew: who is on duty this week, who is away, and what nobody of a shift may do alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.app.crewlook import away_in, hands_at
from console.app.rosterlook import Clock
from console.domain.commands.roster import SetAbsence
from console.domain.crew_gaps import SkillGap, skill_gaps
from console.domain.crews import Crew
from console.domain.ids import new_id
from console.domain.people import Person
from console.domain.roster import Absence, Way
from console.domain.rostergaps import monday_of
from console.domain.rosterweek import Week, touches
from console.domain.shifts import Shift
from widgets.callsetup.absenceform import AbsenceCard
from widgets.callsetup.setupwords import shift_word
from widgets.callsetup.weekrows import WeekRows, day_label
from widgets.callsetup.weekview import DAY, ROW, SHIFT, WeekView
from widgets.cards import Button, Card, Text, has_keyboard
from widgets.crews.lines import Line, LineGrid, Lines
from widgets.crews.reading import CrewsRead
from widgets.people.signing import ask_for
from widgets.people.words import place_words
from widgets.plain import plain
from widgets.times import zone_named

if TYPE_CHECKING:
    from console.app.console import Console

MOST = 12  # people of the week that are seen without scrolling
AHEAD = timedelta(days=60)  # absences that are listed begin before that
FORM = 400  # pixels of the form of an absence
NAMED = 4  # people who could cover that are named


def today_at(console: Console) -> date:
    """The day at the plant."""
    zone = zone_named(console.floor.plant.timezone)
    return datetime.fromtimestamp(console.now(), UTC).astimezone(zone).date()


def way_of(read: CrewsRead, crew: Crew) -> Way:
    """The place around everything where a crew works; () = the whole plant."""
    ways = [read.dispatch.way(place) for place in crew.places]
    if not ways:
        return ()
    shared: list[str] = []
    for parts in zip(*ways, strict=False):
        if len({*parts}) > 1:
            break
        shared.append(parts[0])
    return tuple(shared)


class WeekCard(Card):
    """A compact week of the crew; the roster itself is kept on another page."""

    asked = Signal()

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self.model = WeekRows()
        self.week = WeekView(self.model)
        self.empty = Text("text_muted", 13, wrap=True)
        self.roster = Button("calendar-clock", self.asked.emit)
        self.tools.addWidget(self.roster)
        self.week.opened.connect(lambda _: self.asked.emit())
        self.body.addWidget(self.empty)
        self.body.addWidget(self.week)
        self.retranslate()

    def show_crew(self, read: CrewsRead, crew: Crew) -> None:
        """Show the week of its people."""
        way, today = way_of(read, crew), today_at(self._console)
        clock: Clock = read.look.clocks(way)[0]
        whole = read.look.week(clock, monday_of(today), way)
        mine = tuple(row for row in whole.rows if row.person.id in crew.people)
        self.model.show_week(Week(whole.monday, whole.shifts, mine), (), today)
        high = DAY + SHIFT + ROW * max(1, min(len(mine), MOST)) + 16
        self.week.setFixedHeight(high)
        self.week.setVisible(bool(mine))
        self.empty.setVisible(not mine)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("On duty this week"))
        self.week.setAccessibleName(self.tr("Week of the crew: people by shift"))
        self.roster.name(self.tr("Roster"), self.tr("Open the roster, where duties are set"))
        self.empty.say(
            self.tr("Nobody of this crew is on the roster of its place. Duties are set in the roster, person by shift.")
        )
        self.model.retranslate()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class AbsencesCard(Card):
    """Who of the crew is away now or will be soon; one more is added here."""

    kept = Signal()

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._read: CrewsRead | None = None
        self._crew = Crew("", "")
        self.model = Lines(lambda: (self.tr("Who"), self.tr("From"), self.tr("To"), self.tr("Shift"), self.tr("Note")))
        self.list = LineGrid(self.model, (160, 92, 92, 90, 80), stretch=4, most=8, spare=(3,))
        self.empty = Text("text_muted", 13, wrap=True)
        self.add = Button("user-x", lambda: ask_for(self, SetAbsence, self.begin))
        self.form = AbsenceCard(console)
        self.tools.addWidget(self.add)
        self._listed = QWidget()
        column = QVBoxLayout(self._listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.empty)
        column.addWidget(self.list)
        column.addStretch(1)
        self.body.addWidget(self._listed)
        self.body.addWidget(self.form)
        self.form.setMinimumHeight(FORM)
        self.list.asked.connect(self.open)
        self.form.kept.connect(self._done)
        self.form.left.connect(self._leave)
        self.form.stale.connect(self.kept.emit)
        self._leave()
        self.retranslate()

    def show_crew(self, read: CrewsRead, crew: Crew) -> None:
        """Show the absences of its people; a form that is open stays."""
        if crew.id != self._crew.id and not self.form.isHidden():
            self._leave()
        self._read, self._crew = read, crew
        today, people = today_at(self._console), read.people
        lines = []
        for kept in read.absences:
            gone = kept.value
            if gone.person in crew.people and gone.last >= today and gone.first <= today + AHEAD:
                name = plain(people[gone.person].name, 60) if gone.person in people else "–"
                shift = shift_word(gone.shift) if gone.shift else self.tr("All of the day")
                cells = (name, gone.first.isoformat(), gone.last.isoformat(), shift, plain(gone.note, 80))
                now = gone.first <= today
                lines.append(Line(gone.id, cells, ("text" if now else "text_muted",) * 5, ("user-x", "text_muted")))
        self.model.show_lines(lines)
        self.list.setVisible(bool(lines))
        self.empty.setVisible(not lines)
        self.form.allow()

    def begin(self) -> None:
        """Begin a new absence."""
        if self._read is not None and self._crew.people:
            self._show(Absence(new_id(), self._crew.people[0], today_at(self._console), today_at(self._console)), 0)

    def open(self, id: str) -> None:
        """Open one that is listed."""
        found = [kept for kept in self._read.absences if kept.value.id == id] if self._read is not None else []
        if found:
            self._show(found[0].value, found[0].version)

    def _show(self, absence: Absence, version: int) -> None:
        assert self._read is not None
        people = [one for one in self._read.setup.people if one.id in self._crew.people]
        clock = self._read.look.clocks(way_of(self._read, self._crew))[0]
        self.form.show_absence(absence, version, people, [pattern.name for pattern in clock.calendar.patterns])
        self._listed.hide()
        self.form.show()
        self.form.begin()

    def _leave(self) -> None:
        had = has_keyboard(self.form)
        self.form.hide()
        self._listed.show()
        if had:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _done(self) -> None:
        self._leave()
        self.kept.emit()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Absences"))
        self.add.name(self.tr("Add an absence"))
        self.list.setAccessibleName(self.tr("Absences of the crew"))
        self.empty.say(self.tr("Nobody of this crew is away, now or in the next 60 days."))
        self.model.retranslate()
        if self._read is not None:
            self.show_crew(self._read, self._crew)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class GapsCard(Card):
    """Operations at the crew's lines that nobody on duty may do alone, today and tomorrow, and who could cover."""

    asked = Signal()

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._told: tuple[CrewsRead, Crew] | None = None
        self.model = Lines(lambda: (self.tr("Operation"), self.tr("Line"), self.tr("When"), self.tr("Who could cover")))
        self.list = LineGrid(self.model, (140, 140, 150, 120), stretch=3, most=8, spare=(1,))
        self.said = Text("text_muted", 13, wrap=True)
        self.skills = Button("graduation-cap", self.asked.emit)
        self.tools.addWidget(self.skills)
        self.body.addWidget(self.said)
        self.body.addWidget(self.list)
        self.body.addStretch(1)
        self.retranslate()

    def show_crew(self, read: CrewsRead, crew: Crew) -> None:
        """Look through the shifts of today and tomorrow."""
        self._told = (read, crew)
        lines = [place for place in read.look.places(way_of(read, crew)) if _works_at(read, crew, place.way)]
        places = {place.id for place in lines} | set(crew.places)
        places |= {s.id for s in self._console.floor.plant.stations() if s.line in places}
        operations = [one for one in read.operations if one.place in places]
        rows: list[Line] = []
        empty: list[Shift] = []
        shifts = _shifts(read, crew, today_at(self._console), self._console.now())
        for shift, way in shifts:
            at = shift.start + 1.0
            crews = [kept.value for kept in read.crews]
            duties, whose, others = hands_at(read.dispatch, crews, way, shift.name, shift.day, at)
            present = {duty.person for duty in duties} | {*others}
            if not present & {*crew.people} or whose not in ("", crew.id):
                empty.append(shift)
                continue
            away = away_in(read.dispatch, shift.name, shift.day)
            people = read.setup.people
            found = skill_gaps(operations, places, read.skills, people, present, away, shift.day, crew.people)
            rows += [self._line(read, gap, shift) for gap in found]
        self.model.show_lines(rows)
        self.list.setVisible(bool(rows))
        self.said.setVisible(not rows)
        if not operations:
            words = self.tr("No operation is set up for these lines and stations. Skills says what has to be learnt.")
        elif len(empty) == len(shifts):
            words = self.tr("Nobody of this crew is on duty today or tomorrow.")
        else:
            words = self.tr("In the shifts of this crew somebody on duty may do each operation alone.")
        self.said.say(words)

    def _line(self, read: CrewsRead, gap: SkillGap, shift: Shift) -> Line:
        plant = self._console.floor.plant
        cover = cover_words(gap.cover, read.people)
        where = place_words(gap.operation.place.partition("/")[0], plant)
        when = f"{day_label(shift.day)} · {shift_word(shift.name)}"
        tone = "text" if gap.cover else "bad"
        name = plain(gap.operation.name, 60)
        tones = ("text", "text_muted", "text", tone)
        key = f"{gap.operation.id}/{shift.start}"
        return Line(key, (name, where, when, cover), tones, ("triangle-alert", "warning" if gap.cover else "bad"))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Skill gaps today and tomorrow"))
        self.skills.name(self.tr("Skills"), self.tr("Open the skills matrix"))
        self.list.setAccessibleName(self.tr("Skill gaps of the crew"))
        self.model.retranslate()
        if self._told is not None:
            self.show_crew(*self._told)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def cover_words(cover: Iterable[str], people: Mapping[str, Person] | Mapping[str, str]) -> str:
    """The names of those who could, or that there is nobody."""
    translate = QCoreApplication.translate
    ids = list(cover)
    if not ids:
        return translate("crews", "Nobody else may do it alone")
    named = [people.get(id, id) for id in ids[:NAMED]]
    names = [plain(one.name if isinstance(one, Person) else one, 60) for one in named]
    comma = translate("roles", ", ")
    more = translate("crews", " and {0} more").format(len(ids) - NAMED) if len(ids) > NAMED else ""
    return comma.join(names) + more


def _works_at(read: CrewsRead, crew: Crew, way: Way) -> bool:
    return not crew.places or any(touches(read.dispatch.way(place), way) for place in crew.places)


def _shifts(read: CrewsRead, crew: Crew, today: date, now: float) -> list[tuple[Shift, Way]]:
    """What is left of today's shifts, and tomorrow's, by the first calendar of the crew's place."""
    way = way_of(read, crew)
    calendar = read.look.clocks(way)[0].calendar
    found = calendar.shifts_between(now, now + 3 * 86400.0)
    return [(shift, way) for shift in found if shift.day <= today + timedelta(days=1)]
