"""The form of one run: its items, and beside them what is known of the place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from console.domain.checklist_scores import Scored, score
from console.domain.checklists import Asks, Going, Item
from console.domain.commands.checklists import AnswerItem, DropRun, SignRun
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RoundsChanged, SessionChanged
from widgets.attachments.bringing import Brought
from widgets.attachments.later import while_there
from widgets.audits import reading
from widgets.audits.frame import RunFrame
from widgets.audits.keeping import Keeping
from widgets.audits.places import Places
from widgets.audits.row import Seen
from widgets.audits.runwords import RunWords
from widgets.audits.words import finding_words, said
from widgets.cards import Button
from widgets.people.signing import ask_for, signing_of, why_not
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console
    from widgets.patrols.strip import PatrolStrip

SHEET = frozenset(
    {"checklist_answer", "checklist_run", "attachment", "finding", "action", "check_in", "patrol_route", "person"}
)
PAST = frozenset({"checklist_run", "finding", "red_tag", "action", "safety_event"})


class RunView(RunFrame):
    """Shows a run, and lets it be filled in while it is open."""

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
        self._goes_on = ""  # the item that a picture on its way answers
        self.keeping = Keeping(self, console, self._show, self.read, self._not_kept)
        self._soon = QTimer(self, singleShot=True, interval=40)
        self._past_soon = QTimer(self, singleShot=True, interval=300)
        self._connect()
        self.retranslate()

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

    # Answers

    def _answered(self, item: str, value: float | None, text: str, skipped: bool) -> None:
        self.said.say("")
        onward = self.sheet.onward
        self.keeping.answer(item, value, text, skipped, self.sheet.go_on if onward else lambda: None)

    def _typed(self, item: str, what: str, words: str) -> None:
        """Something was typed below an item."""
        row = self.sheet.rows[item]
        if not words and what != "note":
            self.said.warn(self.tr("Nothing was typed: nothing is kept."))
            return
        self.said.say("")
        answer, value = row.seen.answer, None
        self.sheet.onward = True
        if what == "value":
            value = _number(words)
            if value is None:
                self.said.say(self.tr("Type a number, like 5.2."))
                row.ask("value", words)
                return
        elif what == "note" and answer is not None:
            value, self.sheet.onward = answer.value, True
        if what == "value":
            words = answer.text if answer is not None and not answer.skipped else ""
        self._answered(item, value, words, what == "reason")

    def _cleared(self, item: str) -> None:
        self.said.say("")
        self.keeping.clear(item)

    def _undo(self) -> None:
        item = self.keeping.undo()
        if item:
            self.sheet.go(item)

    def _not_kept(self, item: str, text: str, refusal: Refusal) -> None:
        """An answer was refused: the item is gone to, and what was typed is there again."""
        self.said.say(words_of(refusal))
        self.sheet.go(item)
        row = self.sheet.row
        if text and row is not None and self.live:
            row.ask("text" if row.item.asks is Asks.TEXT else "note", text)
        self.read()

    def _closed(self, why: str) -> None:
        if why == "must":
            self.said.warn(self.tr("This item applies everywhere: answer it."))
        elif why == "unanswered":
            self.said.warn(self.tr("Answer the item first: a note belongs to an answer."))
        elif self.shown is not None and self.shown.file.run.going is Going.OPEN:
            self.said.warn(why_not(self._console, AnswerItem, self.shown.file.run.place))
        else:
            self.said.warn(self.tr("This round is over: nothing in it is changed any more."))

    # Pictures

    def _picture(self, item: str) -> None:
        """Choose a picture for an item; where one is there already, it answers an item that asks for one."""
        row = self.sheet.rows.get(item)
        if row is None or not self.live:
            self._closed("closed")
            return
        self.sheet.go(item)
        self._show_item()
        if row.item.asks is Asks.PHOTO and row.seen.answer is None and row.seen.pictures:
            self.sheet.onward = True
            self._answered(item, None, "", False)
        else:
            self.photos.choose()

    def _brought(self, item: str, files: list[Brought]) -> None:
        self._show_item()
        self.photos.add(files)

    def _pasted(self, item: str) -> None:
        if self.live:
            self._show_item()
            self.photos.paste()
        else:
            self._closed("closed")

    def _before_pictures(self, then: Callable[[], None]) -> None:
        """A picture answers an item that asks for one; any other item is answered first."""
        row = self.sheet.row
        if row is None or row.seen.answer is not None:
            then()
        elif row.item.asks is Asks.PHOTO:
            self.said.say("")
            self._goes_on = row.item.id
            self.keeping.answer(row.item.id, None, "", False, then)
        else:
            self.said.warn(self.tr("Answer the item first: a picture belongs to an answer."))

    def _pictures_came(self) -> None:
        """What was taken has arrived: the next item, if the keyboard is still on this one."""
        row, item = self.sheet.row, self._goes_on
        self._goes_on = ""
        if row is not None and row.item.id == item and row.hasFocus():
            self.sheet.go_on()

    def _help(self, item: str) -> None:
        row = self.sheet.rows.get(item)
        if row is not None and row.item.picture:
            ask = reading.picture(row.item.picture)
            self._console.office.ask(ask, while_there(self, self.photos.look), while_there(self, self._cannot))

    # Findings

    def ask_finding(self, item: str) -> None:
        """Write down what was found at an item."""
        if not self.live or self.shown is None:
            self._closed("closed")
            return
        from widgets.findings.form import FindingForm

        run, row = self.shown.file.run, self.sheet.rows.get(item)
        title = said(row.item.words) if row is not None else ""
        form = FindingForm(
            self._console, self, run.place, run=run.id, item=item if row is not None else "", title=title
        )
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.kept.connect(lambda _: self._found(item))
        form.open()

    def _found(self, item: str) -> None:
        self.read()
        self.read_past()
        self.sheet.go_on()

    # The end

    def missing(self) -> tuple[str, str]:
        """What is missing before it can be signed, and the first item that it is missing at; "" for nothing."""
        return RunWords().missing(self.sheet.rows.values())

    def ask_sign(self) -> None:
        """Sign it; where something is missing, say what and go there."""
        if self.shown is None or not self.sign.isEnabled():
            return
        why, item = self.missing()
        if why:
            self.said.warn(why)
            self.sheet.go(item)
            return
        self.said.say("")
        ask_for(self, SignRun, self._open_sign)

    def _open_sign(self) -> None:
        from widgets.audits.ending import SignDialog

        if self.shown is not None and self.scored is not None:
            dialog = SignDialog(self._console, self, self.shown.file.run, self.scored, self.name())
            self._open_dialog(dialog)

    def ask_drop(self) -> None:
        """Say why it is not finished."""
        from widgets.audits.ending import DropDialog

        if self.shown is not None and self.drop.isEnabled():
            self._open_dialog(DropDialog(self._console, self, self.shown.file.run, self.name()))

    def _open_dialog(self, dialog: QWidget) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fit()  # type: ignore[attr-defined]
        dialog.accepted.connect(self.read)  # type: ignore[attr-defined]
        dialog.open()  # type: ignore[attr-defined]

    def save_pdf(self) -> None:
        """Write the report of the run as a PDF."""
        if self.shown is None:
            return
        run = self.shown.file.run
        name = f"{(run.ended or run.begun).astimezone(self.places.zone()).date().isoformat()} {self.name()}.pdf"
        safe = "".join(letter if letter.isalnum() or letter in " .-_" else "-" for letter in name)
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save the report"), safe, "PDF (*.pdf)")
        if path:
            self.write_pdf(Path(path))

    def write_pdf(self, path: Path) -> None:
        """Write it there."""
        from widgets.auditfigures.report import save_audit

        self.said.say("")
        save_audit(self._console, self.run, path, while_there(self, self._wrote))

    def _wrote(self, told: Path | Refusal) -> None:
        if isinstance(told, Refusal):
            self.said.say(words_of(told))
        else:
            self.said.good(self.tr("The report was written: {0}").format(plain(told.name)))

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

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc goes back, Ctrl+Enter signs, Ctrl+Z undoes."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ask_sign()
        elif control and event.key() == Qt.Key.Key_Z and self.undo.isEnabled():
            self._undo()
        else:
            super().keyPressEvent(event)

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

    # How it is made

    def _connect(self) -> None:
        sheet = self.sheet
        acts: tuple[tuple[Button, Callable[[], object]], ...] = (
            (self.back, self.left.emit),
            (self.finding, lambda: self.ask_finding(self.sheet.current)),
            (self.undo, self._undo),
            (self.pdf, self.save_pdf),
            (self.drop, self.ask_drop),
            (self.sign, self.ask_sign),
        )
        for button, act in acts:
            button.clicked.connect(lambda _=False, act=act: act())
        sheet.answered.connect(self._answered)
        sheet.typed.connect(self._typed)
        sheet.cleared.connect(self._cleared)
        sheet.undo_asked.connect(self._undo)
        sheet.finding_asked.connect(self.ask_finding)
        sheet.picture_asked.connect(self._picture)
        sheet.help_asked.connect(self._help)
        sheet.brought.connect(self._brought)
        sheet.paste_asked.connect(self._pasted)
        sheet.moved.connect(lambda _: self._show_item())
        sheet.cannot.connect(self._closed)
        self.photos.strip.first = self._before_pictures
        self.photos.strip.quiet.connect(self._pictures_came)
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


def _number(words: str) -> float | None:
    """A number as it was typed, with a comma or a point; None where it is none."""
    try:
        return float(words.replace(",", ".").replace("\u2212", "-"))
    except ValueError:
        return None
