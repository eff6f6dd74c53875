"""Who is at the briefing, ticked by click, keyboard or badge; the points that are stressed; and that it was held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QVBoxLayout, QWidget

from console.app.briefings import Sheet
from console.app.proving import Proven, prove_badge
from console.domain.commands.handovers import AttendBriefing, HoldBriefing
from console.domain.crews import NOTE_MOST, Briefing
from console.domain.errors import Refusal
from console.domain.people import by_name
from console.domain.proofs import UnknownBadge
from widgets.attachments.later import while_there
from widgets.calls.form import Paragraph
from widgets.cards import Button, Card, Choice, Text, Tick
from widgets.flow import emptied
from widgets.people.fields import Field, Said, scrolled
from widgets.people.signing import OneByOne, ask_for, why_not
from widgets.plain import caption, plain
from widgets.refusals import words_of
from widgets.times import long_day, zone_named

if TYPE_CHECKING:
    from console.app.console import Console


class Attendance(Card):
    """`changed` when a tick or the end of the briefing was kept, `counted` when the number of those there changed."""

    changed = Signal()
    counted = Signal()

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._sheet: Sheet | None = None
        self._briefing: Briefing | None = None
        self._one = OneByOne(self, console)
        self._notes: dict[str, str] = {}  # what was typed, by briefing: it is kept when the briefing is held
        self.ticks: dict[str, Tick] = {}
        self.scan = Tick()
        self.more = Choice()
        self.more.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.more.setMinimumContentsLength(10)
        self.join = Button("user-plus", self._join)
        self.note: Field[Paragraph] = Field(Paragraph())
        self.written = Text("text", 14, wrap=True)
        self.said, self.held = Said(), Text("text_muted", 13, wrap=True)
        self.empty = Text("text_muted", 13, wrap=True)
        self.hold = Button("check", lambda: ask_for(self, HoldBriefing, self.ask), primary=True)
        self._lay_out()
        self.retranslate()

    # Showing

    @property
    def shown(self) -> str:
        """The id of the briefing that is shown, "" = none."""
        return self._sheet.shift.id if self._sheet is not None else ""

    @property
    def over(self) -> bool:
        """Whether it was held: nothing of it is changed any more."""
        return self._briefing is not None and self._briefing.held is not None

    @property
    def there(self) -> tuple[str, ...]:
        """Who is there."""
        return self._briefing.there if self._briefing is not None else ()

    @property
    def points(self) -> str:
        """What is stressed: as it was kept, or as it is typed now."""
        if self.over and self._briefing is not None:
            return self._briefing.note
        return self.note.control.toPlainText().strip()

    def show_sheet(self, sheet: Sheet) -> None:
        """Show who is expected, who is there, and what was typed."""
        if sheet.shift.id != self.shown:
            self.said.say("")
            self._keep_note()
            self._sheet = sheet
            self.note.control.setPlainText(self._notes.get(sheet.shift.id, ""))
        self._sheet = sheet
        self.show_briefing(sheet.record.briefing)

    def show_briefing(self, briefing: Briefing | None) -> None:
        """Show what is kept of it by now."""
        if self._sheet is None:
            return
        self._briefing = briefing
        names, expected = self._sheet.record.names, self._sheet.people.expected
        everybody = sorted({*expected, *self.there}, key=lambda id: (names.get(id, "").casefold(), id))
        if list(self.ticks) != everybody:
            self._offer(everybody)
        for id, tick in self.ticks.items():
            name = plain(names.get(id, "–"), 60)
            words = name if id in expected else self.tr("{0} (not on the roster)").format(name)
            tick.setText(caption(words))
            tick.setAccessibleName(words)
            tick.blockSignals(True)
            tick.setChecked(id in self.there)
            tick.blockSignals(False)
            tick.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, self.over)  # it is read, not grey
            tick.setFocusPolicy(Qt.FocusPolicy.NoFocus if self.over else Qt.FocusPolicy.StrongFocus)
        self._say()
        self.counted.emit()

    def _offer(self, ids: list[str]) -> None:
        had = next((id for id, tick in self.ticks.items() if tick.hasFocus()), "")
        emptied(self._list)
        self.ticks = {}
        for id in ids:
            tick = self.ticks[id] = Tick()
            tick.toggled.connect(lambda there, id=id: self.tick(id, there))
            self._list.addWidget(tick)
        if had in self.ticks:
            self.ticks[had].setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self) -> None:
        sheet = self._sheet
        self.count.say(self.count_words())
        over = self.over
        for part in (self.scan, self.more, self.join, self.note, self.hold):
            part.setVisible(not over and sheet is not None)
        self.written.setVisible(over)
        self.held.setVisible(over)
        self.empty.setVisible(not self.ticks and sheet is not None)
        if over and self._briefing is not None and self._briefing.held is not None:
            zone = zone_named(self._console.floor.plant.timezone)
            names = sheet.record.names if sheet is not None else {}
            who = plain(names.get(self._briefing.held_by, "–"), 60)
            local = self._briefing.held.astimezone(zone)
            at = f"{long_day(local.date())} {local:%H:%M}"
            self.held.say(self.tr("Held by {0}, {1}. It is not changed any more.").format(who, at))
            self.written.say(plain(self._briefing.note, NOTE_MOST) or self.tr("No points were written down."))
        self._offer_others()
        self.allow()

    def count_words(self) -> str:
        """How many of the roster are here, and others."""
        on_roster = self._sheet.people.expected if self._sheet is not None else ()
        there = sum(one in self.there for one in on_roster)
        more = len(self.there) - there
        words = self.tr("{0} of {1} are here").format(there, len(on_roster))
        return self.tr("{0}, and {1} more").format(words, more) if more else words

    def _offer_others(self) -> None:
        known = [
            (one.id, plain(one.name, 60))
            for one in sorted(self._console.session.rights.people.values(), key=by_name)
            if one.active and one.id not in self.ticks
        ]
        self.more.offer(self.tr("Somebody else…"), known, most=4096)

    def allow(self) -> None:
        """Grey out what whoever is signed in may not do."""
        place = self._sheet.shift.place if self._sheet is not None else ""
        why = why_not(self._console, AttendBriefing, place=place)
        for tick in self.ticks.values():
            tick.setEnabled(self.over or not why)
        self.join.name(self.tr("Add"), why or self.tr("They are here although they are not on the roster"))
        self.join.setEnabled(not why)
        self.more.setEnabled(not why)
        self.scan.setEnabled(not why)
        why = why_not(self._console, HoldBriefing, place=place)
        self.hold.name(self.tr("Briefing held"), why or self.tr("Keep it as it is; nothing is changed afterwards"))
        self.hold.setEnabled(not why)

    # Doing

    def tick(self, person: str, there: bool) -> None:
        """Somebody is there, or is not after all."""
        if self._sheet is None or self.over:
            self.show_briefing(self._briefing)  # the box goes back
            return
        self.said.say("")
        command = self._sheet.shift.attend(person, there)
        done, no = while_there(self, lambda _: self.changed.emit()), while_there(self, self._no)
        ask_for(self, AttendBriefing, lambda: self._console.office.do(command, done, no))

    def scanned(self, number: str) -> bool:
        """A badge that was scanned; whether it was taken as attendance."""
        if not self.scan.isChecked() or self.over or self._sheet is None or self._console.session.person is None:
            return False
        if not self._console.session.may(AttendBriefing, place=self._sheet.shift.place):
            return False
        later = while_there(self, self._proved)
        self._console.office.run(lambda local: prove_badge(local, number), later, while_there(self, self._no))
        return True

    def ask(self) -> None:
        """Whether it was held as it stands here: nothing is changed afterwards."""
        asked = QMessageBox(self)
        asked.setIcon(QMessageBox.Icon.Question)
        asked.setTextFormat(Qt.TextFormat.PlainText)
        asked.setWindowTitle(self.tr("Briefing held"))
        words = self.tr("{0}. Keep it as it is? Nothing is changed afterwards.")
        asked.setText(words.format(self.count_words()))
        yes = asked.addButton(self.tr("Briefing held"), QMessageBox.ButtonRole.AcceptRole)
        asked.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        asked.exec()
        if asked.clickedButton() is yes:
            self.submit()

    def submit(self) -> None:
        """It was held."""
        if self._sheet is None or self.over:
            return
        self._keep_note()
        self.said.say("")
        self.note.refuse("")
        command = self._sheet.shift.hold(self._notes.get(self.shown, ""))
        self._one.give(command, while_there(self, self._kept), while_there(self, self._no))

    def _kept(self, _: object) -> None:
        self._notes.pop(self.shown, None)
        self.changed.emit()

    def _proved(self, proven: Proven) -> None:
        if proven.person is None:
            self._no(UnknownBadge(wait=0.0))
            return
        name = plain(proven.person.name, 60)
        if proven.person.id in self.there:
            self.said.good(self.tr("{0} is here already.").format(name))
            return
        self.tick(proven.person.id, True)
        self.said.good(self.tr("{0} is here.").format(name))

    def _join(self) -> None:
        person = str(self.more.currentData() or "")
        if person:
            self.tick(person, True)

    def _no(self, refusal: Refusal) -> None:
        if str(refusal.facts.get("field", "")) == "note":
            self.note.refuse(words_of(refusal))
        else:
            self.said.say(words_of(refusal))
        self.changed.emit()  # boxes go back to what is kept

    def _keep_note(self) -> None:
        if self.shown and not self.over:
            self._notes[self.shown] = self.note.control.toPlainText()

    # Words

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Attendance"))
        self.scan.setText(self.tr("Scanned badges tick people"))
        self.scan.setAccessibleName(self.tr("Scanned badges tick people"))
        self.more.setAccessibleName(self.tr("Somebody who is not on the roster"))
        self.note.name(self.tr("&Points to stress"))
        self.empty.say(self.tr("Nobody is on the roster for this shift. Add those who are here below."))
        self._say()
        if self._sheet is not None:
            self.show_briefing(self._briefing)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # How it is made

    def _lay_out(self) -> None:
        self.count = Text("text_muted", 13, 500, wrap=True)
        self.body.addWidget(self.count)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(0)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column.addWidget(self.empty)
        column.addLayout(self._list)
        column.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.more, 1)
        row.addWidget(self.join)
        self.note.control.setFixedHeight(110)
        self.body.addWidget(scrolled(inside), 1)
        self.body.addLayout(row)
        self.body.addWidget(self.scan)
        self.body.addWidget(self.note)
        self.body.addWidget(self.written)
        self.body.addWidget(self.held)
        self.body.addWidget(self.said)
        self.body.addWidget(self.hold)
        self.note.control.textChanged.connect(self.counted.emit)
