"""What is seen of one run: its items as they stand, and beside them what is known of the place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent

from console.domain.checklist_scores import Scored, score
from console.domain.checklists import Asks, Going, Item
from console.domain.commands.checklists import AnswerItem, DropRun, SignRun
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RecordsReady, RoundsChanged, SessionChanged
from widgets.attachments.later import while_there
from widgets.audits import reading
from widgets.audits.frame import RunFrame
from widgets.audits.keeping import Keeping
from widgets.audits.places import Places
from widgets.audits.row import Seen
from widgets.audits.runwords import RunWords
from widgets.audits.words import finding_words, said
from widgets.people.signing import signing_of, why_not
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console
    from widgets.patrols.strip import PatrolStrip

SHEET = frozenset(
    {"checklist_answer", "checklist_run", "attachment", "finding", "action", "check_in", "patrol_route", "person"}
)
PAST = frozenset({"checklist_run", "finding", "red_tag", "action", "safety_event"})


class RunShown(RunFrame):
    """Reads a run and shows it, again whenever something in it changed at any console."""

    opened = Signal(str, str)
    left = Signal()

    def __init__(self, console: Console) -> None:
        super().__init__(console)
        self.places = Places(console)
        self.run = ""  # id
        self.shown: reading.Sheet | None = None
        self.scored: Scored | None = None
        self.strip: PatrolStrip | None = None
        self._past: reading.Past | None = None
        self._begun = self._taking = False
        self.keeping = Keeping(self, console, self._show, self.read, self._not_kept)
        self._soon = QTimer(self, singleShot=True, interval=40)
        self._past_soon = QTimer(self, singleShot=True, interval=300)
        self._listen()

    # What is shown

    def show_run(self, run: str) -> None:
        """Show a run by its id; an open one is worked on at once."""
        if run != self.run:
            self.run, self.shown, self._past, self.scored, self._begun = run, None, None, None, False
            self.said.say("")
            self.sheet.build(reading.NO_FORM)
        self.read()

    def read(self) -> None:
        """Ask the records for the run."""
        if self.run:
            run, number = self.run, self.keeping.asking()
            answer = while_there(self, partial(self._heard, run, number))
            self._console.office.ask(reading.sheet(run), answer, while_there(self, self._cannot))

    def read_past(self) -> None:
        """Ask the records for what is known from before."""
        if self.shown is not None:
            run = self.shown.file.run
            ask = reading.past(run, self.places.inside(run.place), self.places.now())
            answer = while_there(self, partial(self._heard_past, run.id))
            self._console.office.ask(ask, answer, while_there(self, self._cannot))

    @property
    def live(self) -> bool:
        """Whether it can be filled in here and now, by whoever is here."""
        if self.shown is None or self.shown.file.run.going is not Going.OPEN:
            return False
        return not why_not(self._console, AnswerItem, self.shown.file.run.place)

    def name(self) -> str:
        """What is filled in, and where."""
        if self.shown is None:
            return ""
        return f"{said(self.shown.file.version.name)} · {self.places.words(self.shown.file.run.place)}"

    def _heard(self, run: str, number: int, told: reading.Sheet | None) -> None:
        if run != self.run:
            return
        if told is None:
            self.said.say(self.tr("This round is not in the records of this console. Go back and choose another one."))
            return
        before, self.shown = self.shown, told
        file = told.file
        self.keeping.begin(file.run)
        self.keeping.heard(number, file.by_item)
        if before is None:
            self.said.say("")  # why it could not be read before
            self.sheet.build(file.version.form)
            self._name_area()
        self._host_strip()
        self._show()
        if before is None:
            self.read_past()
        if not self._begun:
            self._begun = True
            self.sheet.go_on()

    def _heard_past(self, run: str, past: reading.Past) -> None:
        if run == self.run:
            self._past = past
            self._show_side()

    def _cannot(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))

    def _show(self) -> None:
        """Show everything of the run as it stands now."""
        if self.shown is None:
            return
        file, answers, live = self.shown.file, self.keeping.answers(), self.live
        scored = self.scored = score(file.version.form, answers.values())
        lines: dict[str, list[str]] = {}
        for one in file.findings:
            if one.finding.withdrawn is None:
                words = finding_words(one, self.shown.proofs.get(one.finding.id, 0))
                lines.setdefault(one.finding.item, []).append(words)
        seen = {
            item.id: Seen(
                answers.get(item.id), tuple(lines.get(item.id, ())), len(self.shown.pictures.get(item.id, ())), live
            )
            for item in file.version.form.items
        }
        self.sheet.show_seen(seen, scored, live)
        self.title.say(self.name())
        self.note.say(RunWords().facts(file, scored, self.places))
        self._show_buttons(live)
        self._show_kept(live)
        self.photos.show_pictures(self.shown.pictures)
        self._show_item()
        last = self._past.last if self._past is not None else None
        self.score.show_scores(file.version.form, scored, last)

    def _show_side(self) -> None:
        if self.shown is None or self._past is None:
            return
        self._show()
        file, now = self.shown.file, self.places.now()
        self.history.show_points(self._past, file.version.form.passes, self.places)
        self.findings.show_open(self._past.area.findings, self._past.area.tags, self.places)
        self.past.show_past(self._past, self.places, file.run.ended or now)
        self._show_next()

    def _show_next(self) -> None:
        rounds = self._console.rounds
        standings = rounds.standings if rounds is not None else ()
        self.next.show_next(standings, self.places, self._template_name)

    def _template_name(self, id: str) -> str:
        known = self._console.rounds.template(id) if self._console.rounds is not None else None
        return said(known.template.name) if known is not None else ""

    def _show_buttons(self, live: bool) -> None:
        assert self.shown is not None
        run = self.shown.file.run
        open_run = run.going is Going.OPEN
        for button, command in ((self.sign, SignRun), (self.drop, DropRun)):
            why = why_not(self._console, command, run.place)
            button.setVisible(open_run)
            button.setEnabled(not why)
            self.name_end(button, why)
        self.undo.setVisible(open_run)
        self.undo.setEnabled(live and self.keeping.can_undo)
        self.finding.setVisible(open_run)
        self.finding.setEnabled(live)

    def _show_kept(self, live: bool) -> None:
        assert self.shown is not None
        run = self.shown.file.run
        why = why_not(self._console, AnswerItem, run.place) if run.going is Going.OPEN else ""
        if why:
            self.said.warn(why)
        busy, kept = self.keeping.busy, self.keeping.kept
        self.kept.say("" if why else RunWords().kept(run.going, busy, kept, self.places))
        self.keys.setVisible(live)

    def _show_item(self) -> None:
        if self.shown is not None:
            self.photos.show_item(self.run, self._item(self.sheet.current), self.shown.file.run.place, self.live)

    def _item(self, id: str) -> Item | None:
        row = self.sheet.rows.get(id)
        return row.item if row is not None else None

    def _not_kept(self, item: str, text: str, refusal: Refusal) -> None:
        """An answer was refused: the item is gone to, and what was typed is there again."""
        self.said.say(words_of(refusal))
        self.sheet.go(item)
        row = self.sheet.row
        if text and row is not None and self.live:
            row.ask("text" if row.item.asks is Asks.TEXT else "note", text)
        self.read()

    # Patrols

    def scanned(self, code: str) -> bool:
        """Whether a scan was about a point of the patrol that is shown."""
        return self.isVisible() and self.strip is not None and self.strip.isVisible() and self.strip.scanned(code)

    def _host_strip(self) -> None:
        assert self.shown is not None
        route = self.shown.file.route
        if route is None or not route.points:
            if self.strip is not None:
                self.strip.hide()
            return
        if self.strip is None:
            from widgets.patrols.strip import PatrolStrip

            self.strip = PatrolStrip(self._console, self)
            if hasattr(self.strip, "section_asked"):
                self.strip.section_asked.connect(self._go_section)
            self._column.insertWidget(self._column.indexOf(self._body), self.strip)
        self.strip.show_file(self.shown.file)
        self.strip.show()

    def _go_section(self, section: str) -> None:
        if self.shown is not None:
            for one in self.shown.file.version.form.sections:
                if one.id == section and one.items:
                    self.sheet.go(one.items[0].id)

    # Words

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        super().retranslate()
        self._show()
        self._show_side()

    # What is heard

    def _listen(self) -> None:
        for card in (self.findings, self.past, self.next):
            card.opened.connect(self.opened)
        self.history.asked.connect(lambda run: self.opened.emit("audits", run))
        self._soon.timeout.connect(self.read)
        self._past_soon.timeout.connect(self.read_past)
        on = self._console.on
        stops = [
            on(RecordChanged, self._changed),
            on(SessionChanged, lambda _: self._session()),
            on(RoundsChanged, lambda _: self._show_next()),
            on(RecordsReady, lambda _: self._soon.start()),
        ]
        self.destroyed.connect(lambda _=None: [stop() for stop in stops])

    def _changed(self, event: RecordChanged) -> None:
        if self.run and self.isVisible():
            if event.kind in SHEET:
                self._soon.start()
            if event.kind in PAST:
                self._past_soon.start()

    def _session(self) -> None:
        self.said.say("")
        self._show()

    # Qt

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        signing = signing_of(self)
        if signing is not None and not self._taking:
            self._taking = True
            signing.takers.insert(0, self.scanned)
        self.read()
        self.read_past()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._soon.stop()
