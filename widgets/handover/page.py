"""The Handover screen: a shift fills it from the record, hands it over, the next one answers each item and seals it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.app.console import PlantOpened
from console.app.handovers import ShiftEnd
from console.domain.commands.handovers import (
    AnswerHandoverItem,
    CorrectHandover,
    HandOver,
    OverrideHandover,
    PrepareHandover,
)
from console.domain.desk import ReadDesk
from console.domain.errors import Refusal
from console.domain.events import RecordsReady, SessionChanged
from console.domain.handover_moves import is_whole
from console.domain.handovers import Handover, Stage
from widgets.attachments.later import while_there
from widgets.cards import Button, OneLine, Text
from widgets.closed import Closed
from widgets.flow import Flow, emptied
from widgets.handover.choosing import Choosing
from widgets.handover.forms import CorrectionForm
from widgets.handover.middle import Middle
from widgets.handover.reading import Reading
from widgets.handover.sides import FactsCard, LossesCard
from widgets.handover.signing import SignDialog
from widgets.handover.words import Naming, shift_words, state_words
from widgets.people.fields import Said
from widgets.people.signing import ask_for, signing_of, why_not
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.times import short_day, zone_named

if TYPE_CHECKING:
    from console.app.console import Console

WIDE = 1100  # pixels from which there are three columns
LOOK = 2.0  # seconds between two looks at the clock


class HandoverPage(QWidget):
    """A subject is the id of a handover."""

    open_requested = Signal(str, str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._look_at = 0.0
        self._waits_for_other = False  # the incoming person shall sign in, then the exchange begins
        self.dialog: SignDialog | None = None
        self.correction: CorrectionForm | None = None
        self.ask_path: Callable[[str], str] = self._ask_path
        self.reading, self.choosing = Reading(console, self), Choosing(console)
        self.title, self.state = OneLine("text", 17, 600), OneLine("text_faint", 13)
        self.pdf, self.sign = Button("file-text", self.save_pdf), Button("", self.go_on, primary=True)
        self.renew = Button("refresh-cw", lambda: self.reading.renew(asked=True))
        self.links = {key: Button(icon) for key, icon in LINKS}
        self.said, self.loud = Said(), Said()
        self.facts, self.middle, self.losses = FactsCard(), Middle(console), LossesCard()
        self.signoff = self.losses.signoff
        self.closed = Closed(console, self._again, lambda: self.open_requested.emit("status", ""))
        self.setup = Button("settings", lambda: self.open_requested.emit("setup", ""))
        self.nothing, self._root, self._missed = Text("text_muted", 15, wrap=True), QStackedWidget(), QWidget()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.setFocusProxy(self.middle.list)
        self.middle.stack.currentChanged.connect(self._lead_keyboard)

    # What the shell calls

    def beat(self, now: float) -> None:
        """About four times a second while it is seen."""
        if self._console.office.ready.code:
            self._turn()
            return
        self.choosing.look(now)
        self.reading.beat(now)
        if not self._look_at - LOOK <= now < self._look_at:  # also after a clock that was set back
            self._look_at = now + LOOK
            self.refresh_head()

    def set_scope(self, area: str | None) -> None:
        """Begin with an area; None: with the first one."""
        self.choosing.set_area(area)

    def show_subject(self, subject: str) -> None:
        """Show a handover by its id."""

        def found(handover: Handover | None) -> None:
            if handover is not None:
                told = (handover.place, handover.day, handover.shift, handover.begins, handover.ends)
                self.choosing.show_shift(ShiftEnd(*told, handover.next_shift))

        def ask(desk: ReadDesk) -> Handover | None:
            return desk.get(Handover, subject)

        self._console.office.ask(ask, while_there(self, found), while_there(self, self._refused))

    def focus_filter(self) -> None:
        """Ctrl+F: the place."""
        self.choosing.place.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.choosing.anew()
        self.choosing.look(self._console.now())
        self.reading.read()
        self._turn()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self.middle.notes.keep()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()

    # Showing

    def refresh(self) -> None:
        """Say everything as it is now."""
        handover, file = self.reading.shown, self.reading.file
        naming, zone = Naming.of(self._console, file), self._zone
        kept = self.reading.kept is not None
        self.choosing.note(self.reading.kept)
        self.facts.show_handover(handover, naming)
        self.middle.show_handover(handover, kept, naming, zone)
        person = self._console.session.person
        here = plain(person.name, 60) if person is not None else ""
        self.losses.show_handover(handover)
        self.signoff.show_handover(handover, naming, zone, file.corrections if file is not None else (), here)
        if self.dialog is not None and handover is not None and kept:
            self.dialog.show_handover(handover)
        self.refresh_head()
        self._turn()

    def refresh_head(self) -> None:
        """Title, state and the buttons beside them."""
        shift, handover = self.reading.shift, self.reading.shown
        if shift is not None:
            words = shift_words(shift.shift, shift.next_shift, shift.day)
            self.title.say(" · ".join((self.tr("Shift handover"), words)))
        words, role = state_words(self.reading.kept, self.reading.missed, self._zone)
        self.state.say(f"· {words}" if self.reading.file is not None else "")
        self.state.paint_as(role)
        stage = handover.stage if handover is not None else Stage.DRAFT
        self.sign.setVisible(stage is not Stage.SEALED)
        self.renew.setVisible(stage is Stage.DRAFT)
        self.pdf.setEnabled(self.reading.kept is not None)
        why = self._why_not_sign(handover)
        self.sign.setEnabled(not why)
        draft = stage is Stage.DRAFT
        self.sign.name(self.tr("Sign and hand over…") if draft else self.tr("Take over…"), why)
        may = self.reading.may
        told = self.tr("Take facts and open items from the record now")
        self.renew.name(self.tr("Fill anew"), told if may else self.tr("Sign in with the right to fill a handover."))
        self.renew.setEnabled(may)
        self._say_loud(handover)
        self._say_missed()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.pdf.name(self.tr("PDF…"), self.tr("Save this handover as a PDF"))
        self.links["briefing"].name(self.tr("Briefing"))
        self.links["crews"].name(self.tr("Crews"))
        self.links["pasthandovers"].name(self.tr("Past handovers"))
        self.nothing.say(
            self.tr(
                "Here one shift hands over to the next. It fills itself from the record once the plant has a line with"
                " shifts: set them up on the Setup page."
            )
        )
        self.setup.name(self.tr("Setup"))
        self.said.say("")  # it was said in the other language
        self._missed_keys: list[str] = ["?"]
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # Doing

    def go_on(self) -> None:
        """The lit button: sign and hand over, or go through the items and take over."""
        handover = self.reading.shown
        if handover is None:
            return
        self.said.say("")
        if handover.stage is Stage.HANDED:
            self.take_over()
        elif handover.stage is Stage.DRAFT:
            self.middle.notes.keep()
            ask_for(self, HandOver, lambda: self._begun(lambda: self._sign(incoming=False)))

    def take_over(self) -> None:
        """Begin the exchange; the outgoing person makes room for another one first."""
        handover, person = self.reading.kept, self._console.session.person
        if handover is None or handover.stage is not Stage.HANDED:
            return
        if person is None:
            ask_for(self, AnswerHandoverItem, self.take_over)
        elif handover.outgoing is not None and handover.outgoing.who == person.id:
            self.switch_person()
        else:
            self._waits_for_other = False
            self.middle.begin_exchange()

    def switch_person(self) -> None:
        """Let another person sign in here; then the exchange begins."""
        self._waits_for_other = True
        words = self.tr("Who takes over signs in here, by PIN or badge. Who hands over cannot take over.")
        self.said.warn(words)
        signing = signing_of(self)
        if signing is not None:
            signing.open(words)

    def save_pdf(self) -> None:
        """Write it as a PDF."""
        handover = self.reading.kept
        path = self.ask_path(f"handover-{handover.day.isoformat()}.pdf") if handover is not None else ""
        if handover is not None and path:
            from widgets.handover.report import save_handover

            save_handover(self._console, handover.id, Path(path), while_there(self, self._saved))

    # Inside

    @property
    def _zone(self) -> object:
        return zone_named(self._console.floor.plant.timezone or "UTC")

    def _begun(self, then: Callable[[], object]) -> None:
        """Do it with a handover that is kept."""
        if self.reading.kept is not None:
            then()
        elif not self.reading.may:
            place = self.reading.shift.place if self.reading.shift is not None else ""
            told = self.tr("This handover is not begun yet, and you have no right to begin it.")
            self.said.say(" ".join(filter(None, (told, why_not(self._console, PrepareHandover, place)))))
        else:
            self.reading.renew(asked=True, then=lambda: self._once_read(then))

    def _once_read(self, then: Callable[[], object]) -> None:
        """After the answer that is on its way."""
        self._console.office.ask(lambda desk: None, while_there(self, lambda _: then()), lambda _: None)

    def _sign(self, incoming: bool) -> None:
        handover = self.reading.kept
        if handover is None:
            return
        self.reading.held = True
        self.dialog = SignDialog(self._console, handover, incoming, self.window())
        self.dialog.signed.connect(self._signed)
        self.dialog.stops_asked.connect(lambda: self.open_requested.emit("stops", ""))
        self.dialog.finished.connect(lambda _: self._dialog_over())
        self.dialog.open()

    def _lead_keyboard(self, at: int) -> None:
        """Whoever comes back from a record goes on where they were: in the list, or among the items one by one."""
        self.setFocusProxy(self.middle.exchange if at else self.middle.list)

    def _signed(self) -> None:
        self.said.good(self.tr("Signed."))
        self.middle.leave_exchange()
        self.reading.read()

    def _dialog_over(self) -> None:
        self.reading.held = False
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _why_not_sign(self, handover: Handover | None) -> str:
        if handover is None:
            return self.tr("There is nothing to hand over yet.")
        if handover.stage is Stage.HANDED:
            return why_not(self._console, AnswerHandoverItem, handover.place)
        if self.reading.early:
            return self._too_early()
        over = handover.unexplained and not why_not(self._console, OverrideHandover, handover.place)
        return "" if over else why_not(self._console, HandOver, handover.place)

    def _say_loud(self, handover: Handover | None) -> None:
        kept = self.reading.kept
        if kept is not None and not is_whole(kept):
            self.loud.say(
                self.tr("ALTERED: what is shown is not what was signed. See the Trail page."), "triangle-alert"
            )
        elif self.reading.missed:
            words = self.tr(
                "Nobody handed this shift over. It can still be signed; the next handover says it was late."
            )
            self.loud.say(words, "triangle-alert")
        elif handover is not None and handover.stage is Stage.DRAFT and handover.unexplained:
            words = self.tr("Stops without a reason block signing: {0}. Explain them on the Stops page.")
            self.loud.warn(" ".join(filter(None, (words.format(handover.unexplained), self._too_early()))))
        elif handover is not None and handover.stage is Stage.DRAFT and self._console.session.person is None:
            self.loud.say(self.tr("Sign in (F8) to fill, write and sign."), "user", "text_muted")
        elif handover is not None and handover.stage is Stage.DRAFT and not self.reading.may:
            words = self.tr("Your roles do not fill handovers here: it is shown as far as it is kept.")
            self.loud.say(words, "info", "text_muted")
        elif handover is not None and handover.stage is Stage.DRAFT and self.reading.early:
            self.loud.say(self._too_early(), "info", "text_muted")
        else:
            self.loud.say("")

    def _too_early(self) -> str:
        words = self.tr("The shift has not nearly ended. It can be handed over from two hours before its end.")
        return words if self.reading.early else ""

    def _say_missed(self) -> None:
        """A button for each other shift of this place that nobody handed over."""
        missed = self.choosing.missed
        if [one.id for one in missed] == self._missed_keys:
            return
        self._missed_keys = [one.id for one in missed]
        layout = self._missed.layout()
        assert layout is not None
        emptied(layout)
        for one in missed:
            button = Button("triangle-alert")
            button.name(self.tr("Missed: {0} · {1}").format(plain(one.shift, 30), short_day(one.day)))
            button.clicked.connect(lambda _=False, one=one: self.choosing.show_shift(one))
            layout.addWidget(button)
        self._missed.setVisible(bool(missed))

    def _correct(self) -> None:
        handover = self.reading.kept
        if handover is not None:
            ask_for(self, CorrectHandover, lambda: self._correction(handover))

    def _correction(self, handover: Handover) -> None:
        self.correction = CorrectionForm(self._console, handover, self.window())
        self.correction.open()

    def _session(self, event: SessionChanged) -> None:
        if not self._waits_for_other:
            self.said.say("")
        self.refresh()
        if self._waits_for_other and event.why not in ("changed", "view") and self._console.session.person is not None:
            handover, person = self.reading.kept, self._console.session.person
            if handover is not None and handover.outgoing is not None and handover.outgoing.who != person.id:
                self.said.say("")
                self.take_over()
        elif self._console.session.person is not None:
            self.reading.renew()

    def _refused(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))

    def _saved(self, result: Path | Refusal) -> None:
        if isinstance(result, Refusal):
            self.said.say(words_of(result))
        else:
            self.said.good(self.tr("Saved: {0}").format(plain(str(result), 300)))

    def _ask_path(self, name: str) -> str:
        return QFileDialog.getSaveFileName(self, self.tr("Save as PDF"), name, "PDF (*.pdf)")[0]

    def _anew(self) -> None:
        self.choosing.anew()
        self._turn()

    def _again(self) -> None:
        self._console.office.start()
        self.reading.read()

    def _turn(self) -> None:
        """Which of the three is seen: closed records, nothing to hand over, the handover."""
        if self.closed.refresh():
            self._root.setCurrentWidget(self.closed)
        else:
            self._root.setCurrentWidget(self._body if self.reading.shift is not None else self._empty)

    # How it is made

    def _connect(self) -> None:
        self.choosing.chosen.connect(self._shift_chosen)
        self.reading.changed.connect(self.refresh)
        self.reading.refused.connect(self._refused)
        self.middle.begin_wanted.connect(self._begun)
        self.middle.notes.wanted.connect(lambda: self._begun(self.middle.notes.keep))
        self.middle.exchange.sign.connect(lambda: self._sign(incoming=True))
        for part in (self.middle, self.facts, self.losses):
            part.opened.connect(self.open_requested)
        self.signoff.take_over.connect(self.take_over)
        self.signoff.switch.connect(self.switch_person)
        self.signoff.correct.connect(self._correct)
        for key, button in self.links.items():
            button.clicked.connect(lambda _=False, key=key: self.open_requested.emit(key, ""))
        self._stops = [
            self._console.on(SessionChanged, self._session),
            self._console.on(RecordsReady, lambda _: self._anew()),
            self._console.on(PlantOpened, lambda _: self.choosing.another_plant()),
        ]
        self.destroyed.connect(lambda _=None, stops=self._stops: [stop() for stop in stops])

    def _shift_chosen(self, shift: ShiftEnd | None) -> None:
        self.said.say("")
        self.reading.show_shift(shift)
        self._turn()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 0)
        head.addWidget(self.state, 1)
        head.addWidget(self.pdf)
        head.addWidget(self.sign)
        tools = QWidget()
        flow = Flow(tools)
        for part in (self.choosing, self.renew, *self.links.values()):
            flow.addWidget(part)
        Flow(self._missed)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self._body, self._empty = QWidget(), QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(18, 14, 18, 16)
        column.setSpacing(10)
        column.addLayout(head)
        for part in (tools, self._missed, self.loud, self.said):
            column.addWidget(part)
        column.addLayout(self._grid, 1)
        middle = QVBoxLayout(self._empty)
        middle.setContentsMargins(60, 60, 60, 60)
        middle.setSpacing(14)
        middle.addWidget(self.nothing)
        middle.addWidget(self.setup, 0, Qt.AlignmentFlag.AlignLeft)
        middle.addStretch(1)
        for page in (self._body, self._empty, self.closed):
            self._root.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._root)
        self._columns = 0
        self._arrange()

    def _arrange(self) -> None:
        """Three columns, or two where there is no room for three."""
        columns = 3 if self.width() >= WIDE else 2
        if columns == self._columns:
            return
        self._columns = columns
        for part in (self.facts, self.middle, self.losses):
            self._grid.removeWidget(part)
        if columns == 3:
            for place, part in enumerate((self.facts, self.middle, self.losses)):
                self._grid.addWidget(part, 0, place)
        else:
            self._grid.addWidget(self.middle, 0, 0, 2, 1)
            self._grid.addWidget(self.losses, 0, 1)
            self._grid.addWidget(self.facts, 1, 1)
        for place, stretch in enumerate((43, 92, 44) if columns == 3 else (3, 2, 0)):
            self._grid.setColumnStretch(place, stretch)
        for row in range(2):
            self._grid.setRowStretch(row, 1 if row < (1 if columns == 3 else 2) else 0)


LINKS = (("briefing", "message-square"), ("crews", "users"), ("pasthandovers", "history"))
