"""What is going on: a round to begin, those that are open, what is planned, what was signed lately, what waits."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.domain.audit_plans import Stand, Standing
from console.domain.commands.checklists import BeginRun
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RecordsReady, RoundsChanged, SessionChanged
from widgets.attachments.later import while_there
from widgets.audits import reading
from widgets.audits.begin import BeginCard
from widgets.audits.lists import Entry
from widgets.audits.places import Places
from widgets.audits.side import ListCard
from widgets.audits.words import day_words, due_of, said, stand_words
from widgets.cards import Button, Painted, Text
from widgets.closed import Closed
from widgets.flow import Flow
from widgets.numbers import percent, whole
from widgets.people.fields import Said, scrolled
from widgets.people.signing import why_not
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.theme import color, font, ring

if TYPE_CHECKING:
    from console.app.console import Console

KINDS = frozenset({"checklist_run", "checklist_answer"})
PLANNED_MOST, OPEN_MOST = 14, 20
PAGES = ("findings", "auditplans", "checklists", "auditfigures")
ICONS = ("flag", "calendar-clock", "list-checks", "chart-line")
WIDE = 900  # pixels from which there are two columns
WAITING = (Stand.MISSED, Stand.OVERDUE)
ORDER = {Stand.MISSED: 0, Stand.OVERDUE: 1, Stand.OPEN: 2, Stand.AHEAD: 3}


class Count(Painted):
    """A number that opens what is behind it."""

    def __init__(self) -> None:
        super().__init__()
        self._number, self._words, self._role = "", "", "text"
        self.setFixedHeight(52)

    def say(self, number: int, words: str, role: str) -> None:
        """Show a number with its name; 0 is always calm."""
        self._number, self._words, self._role = whole(number), words, role if number else "text_muted"
        self.setAccessibleName(f"{words}: {self._number}")
        self.setText(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        wide = QFontMetrics(font(20, 600)).horizontalAdvance(self._number)
        return QSize(wide + QFontMetrics(font(13)).horizontalAdvance(self._words) + 40, 52)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("border"), 1))
        painter.setBrush(color("hover" if self.underMouse() else "surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
        painter.setFont(font(20, 600))
        painter.setPen(color(self._role))
        wide = painter.fontMetrics().horizontalAdvance(self._number)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(14, 0, wide + 2, self.height()), middle, self._number)
        painter.setFont(font(13))
        painter.setPen(color("text_muted"))
        painter.drawText(QRectF(24 + wide, 0, self.width() - wide - 26, self.height()), middle, self._words)
        if self.hasFocus():
            ring(painter, QRectF(self.rect()), 7)


class Overview(QWidget):
    """Reads what the console's rounds know, and how far the open runs are."""

    opened = Signal(str, str)
    run_asked = Signal(str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._area: str | None = None
        self._wide: bool | None = None
        self._going: tuple[reading.RunShown, ...] = ()
        self._lately: tuple[reading.RunShown, ...] = ()
        self.places = Places(console)
        self.title, self.said = Text("text", 18, 600), Said()
        self.links = {
            key: Button(icon, partial(self.opened.emit, key, "")) for key, icon in zip(PAGES, ICONS, strict=True)
        }
        self.counts = {key: Count() for key in ("findings", "late", "tags", "rounds")}
        self.begin = BeginCard(console, self.places)
        self.open_runs, self.planned, self.lately = ListCard(), ListCard(), ListCard()
        self.closed = Closed(console, self.read, lambda: self.opened.emit("status", ""))
        self._soon = QTimer(self, singleShot=True, interval=60)
        self._lay_out()
        self._connect()
        self.retranslate()

    # What the page calls

    def set_scope(self, area: str | None) -> None:
        """Only what is in an area."""
        self._area = area
        self.refresh()

    def read(self) -> None:
        """Ask the records how far the open runs are, and what was signed lately."""
        rounds = self._console.rounds
        runs = rounds.told.open_runs if rounds is not None else ()
        ask, cannot = self._console.office.ask, while_there(self, self._cannot)
        ask(reading.listed(runs), while_there(self, self._heard_open), cannot)
        ask(reading.signed_lately(self.places.now()), while_there(self, self._heard_lately), cannot)

    def refresh(self) -> None:
        """Show what is known."""
        closed = self.closed.refresh()
        self.closed.setVisible(closed)
        self._inside.setVisible(not closed)
        self._show_counts()
        rounds = self._console.rounds
        self.begin.show_choices(rounds.told.templates if rounds is not None else (), self._area)
        self._show_open()
        self._show_planned()
        self._show_lately()

    def first(self) -> QWidget:
        """Where the keyboard begins: at an open run, else at the checklist."""
        rows = self.open_runs.list.rows
        return rows[0] if rows else self.begin.checklist.control

    # Lists

    def _show_counts(self) -> None:
        rounds = self._console.rounds
        told = rounds.told if rounds is not None else None
        today = self.places.now().astimezone(self.places.zone()).date()
        found = [one for one in told.findings if self._inside_area(one.finding.place)] if told else []
        late = sum((due_of(one, to_do=True) or today) < today for one in found)  # what is done waits for a re-check
        tags = [one for one in told.tags if self._inside_area(one.place)] if told else []
        self.counts["findings"].say(len(found), self.tr("open findings"), "text")
        self.counts["late"].say(late, self.tr("findings overdue"), "bad")
        self.counts["tags"].say(len(tags), self.tr("red tags to decide"), "warning")
        waiting = sum(one.stand in WAITING for one in self.standings())
        self.counts["rounds"].say(waiting, self.tr("rounds overdue or missed"), "bad")

    def _show_open(self) -> None:
        now, zone = self.places.now(), self.places.zone()
        entries, person = [], self._console.session.person
        mine = person.id if person is not None else ""
        for one in sorted(self._going, key=lambda one: (one.run.begun_by != mine, -one.run.begun.timestamp())):
            if self._inside_area(one.run.place):
                when = day_words(one.run.begun, now, zone)
                by = self.tr("begun by {0}, {1}").format(plain(one.by, 40) or "–", when)
                far = self.tr("{0} of {1} answered").format(one.answered, one.asked)
                title = f"{said(one.name)} · {self.places.words(one.run.place)}"
                detail = f"{by} · {far}"
                late = one.run.due is not None and one.run.due < now
                entries.append(
                    Entry(one.run.id, title, detail, mark="warning" if late else "", act=self.tr("Continue"))
                )
        self.open_runs.title.say(self.tr("Open rounds"))
        more = len(entries) - OPEN_MOST
        self.open_runs.note.say(
            self.tr("and %n more", "", more) if more > 0 else whole(len(entries)) if entries else ""
        )
        self.open_runs.list.show_entries(
            entries[:OPEN_MOST],
            self.tr("Nobody is on a round. One that is begun can be paused and continued at any console."),
        )

    def _show_planned(self) -> None:
        now, zone = self.places.now(), self.places.zone()
        waiting = self.standings()
        entries = [self._planned_entry(one, *stand_words(one, now, zone)) for one in waiting[:PLANNED_MOST]]
        more = len(waiting) - len(entries)
        self.planned.title.say(self.tr("Planned rounds"))
        self.planned.note.say(self.tr("and %n more", "", more) if more > 0 else "")
        self.planned.list.show_entries(
            entries, self.tr("No round is planned. Planned rounds says which areas are looked at when, and by whom.")
        )

    def standings(self) -> list[Standing]:
        """Planned rounds that are not made yet: the missed and late ones first, then the next ones."""
        rounds = self._console.rounds
        found = rounds.standings if rounds is not None else ()
        wanted = [one for one in found if one.stand in ORDER and self._inside_area(one.round.place)]
        return sorted(wanted, key=lambda one: (min(ORDER[one.stand], 2), one.due, one.round.id))

    def _planned_entry(self, one: Standing, when: str, role: str) -> Entry:
        person = self._console.session.person
        known = self._console.rounds.template(one.round.template) if self._console.rounds is not None else None
        title = f"{said(known.template.name) if known else '–'} · {self.places.words(one.round.place)}"
        whose = self.places.who(one.round.person)
        if person is not None and one.round.person == person.id:
            whose = self.tr("yours")
        act = self.tr("Continue") if one.run is not None else self.tr("Begin")
        mark = role if role in ("bad", "warning") else ""
        return Entry(one.round.id, title, whose or self.tr("whoever may"), when, role, mark, act)

    def _show_lately(self) -> None:
        now, zone = self.places.now(), self.places.zone()
        entries = []
        for one in self._lately:
            run = one.run
            if run.ended is not None and self._inside_area(run.place):
                title = f"{said(one.name)} · {self.places.words(run.place)}"
                detail = f"{day_words(run.ended, now, zone)} · {plain(one.by, 40) or '–'}"
                share = percent(run.points / run.most, 0) if run.most and run.points is not None else ""
                role = "warning" if run.passed is False else "text_muted"
                if run.passed is False:
                    share = self.tr("{0}, not passed").format(share)
                entries.append(Entry(run.id, title, detail, share, role))
        self.lately.title.say(self.tr("Signed lately"))
        self.lately.list.show_entries(entries, self.tr("Rounds that were signed in the last 14 days appear here."))

    def _inside_area(self, place: str) -> bool:
        return self.places.in_area(place, self._area)

    # Doing

    def _take(self, round_id: str) -> None:
        """Begin a planned round, or continue it."""
        one = next((one for one in self.standings() if one.round.id == round_id), None)
        rounds = self._console.rounds
        if one is None or rounds is None:
            return
        if one.run is not None:
            self.run_asked.emit(one.run.id)
            return
        why = why_not(self._console, BeginRun, one.round.place)
        if why:
            self.begin.said.warn(why)
            return
        self.begin.give(rounds.beginning(one))

    # Answers and events

    def _heard_open(self, told: tuple[reading.RunShown, ...]) -> None:
        self._going = told
        self._show_open()

    def _heard_lately(self, told: tuple[reading.RunShown, ...]) -> None:
        self._lately = told
        self._show_lately()

    def _cannot(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))
        self.refresh()

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in KINDS and self.isVisible():
            self._soon.start()

    def _again(self) -> None:
        self.said.say("")
        self.refresh()
        self.read()

    # Qt

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._again()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange(self.width() >= WIDE)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Audits"))
        words = (self.tr("Findings"), self.tr("Planned rounds"), self.tr("Checklists"), self.tr("Figures"))
        for button, word in zip(self.links.values(), words, strict=True):
            button.name(word)
        self._area_of.setAccessibleName(self.tr("Audits"))
        self.begin.retranslate()
        self.refresh()

    # How it is made

    def _connect(self) -> None:
        self.begin.begun.connect(self.run_asked)
        for card in (self.open_runs, self.lately):
            card.list.chosen.connect(self.run_asked)
        self.planned.list.chosen.connect(self._take)
        for key, page in (
            ("findings", "findings"),
            ("late", "findings"),
            ("tags", "findings"),
            ("rounds", "auditplans"),
        ):
            self.counts[key].clicked.connect(partial(self.opened.emit, page, ""))
        self._soon.timeout.connect(self._again)
        on = self._console.on
        stops = [
            on(RecordChanged, self._changed),
            on(RoundsChanged, lambda _: self._soon.start() if self.isVisible() else None),
            on(RecordsReady, lambda _: self._soon.start()),
            on(SessionChanged, lambda _: self.refresh()),
        ]
        self.destroyed.connect(lambda _=None: [stop() for stop in stops])

    def _arrange(self, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        if wide:
            self._right.insertWidget(0, self.planned)
        else:
            self._left.insertWidget(2, self.planned)
        self._right_part.setVisible(wide)

    def _lay_out(self) -> None:
        head = QWidget()
        row = Flow(head, gap=8)
        for button in self.links.values():
            row.addWidget(button)
        top = QHBoxLayout()
        top.addWidget(self.title)
        top.addStretch(1)
        top.addWidget(head)
        for card in (self.open_runs, self.planned, self.lately):
            card.list.chosen.disconnect()
        numbers = QWidget()
        counts = Flow(numbers, gap=10)
        for count in self.counts.values():
            counts.addWidget(count)
        left_part, self._right_part = QWidget(), QWidget()
        self._left, self._right = QVBoxLayout(left_part), QVBoxLayout(self._right_part)
        for column in (self._left, self._right):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(12)
        for part in (self.begin, self.open_runs, self.lately):
            self._left.addWidget(part)
        for column in (self._left, self._right):
            column.addStretch(1)
        self._inside = QWidget()
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(left_part, 3)
        both.addWidget(self._right_part, 2)
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(numbers)
        column.addLayout(both, 1)
        self._area_of = scrolled(self._inside)
        whole_column = QVBoxLayout(self)
        whole_column.setContentsMargins(18, 12, 18, 14)
        whole_column.setSpacing(10)
        whole_column.addLayout(top)
        whole_column.addWidget(self.said)
        whole_column.addWidget(self.closed)
        whole_column.addWidget(self._area_of, 1)
        self._arrange(True)
