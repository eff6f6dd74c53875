"""The briefing before a shift: five calm minutes on one page, with who was there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.app.briefings import Briefings, Sheet, ShiftAhead, ahead
from console.app.queries.handovers import briefing as one_briefing
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RecordsReady, SessionChanged
from console.domain.safety import cross
from widgets.attachments.later import while_there
from widgets.briefing.attendance import Attendance
from widgets.briefing.blocks import blocks, safety_counted, today_of
from widgets.briefing.past import HeldBriefings
from widgets.briefing.sheet import Presented, SheetView
from widgets.callsetup.setupwords import shift_word
from widgets.cards import Button, Choice, Text
from widgets.closed import Closed
from widgets.flow import Flow
from widgets.people.fields import Said, Tab
from widgets.people.grants import offered
from widgets.people.signing import signing_of
from widgets.people.words import place_words
from widgets.refusals import words_of
from widgets.shell.awake import Wish, awake
from widgets.times import clock, zone_named

if TYPE_CHECKING:
    from console.app.console import Console

AGAIN, SOON = 60.0, 1.0  # seconds after which all of it is read again; after a record of it has changed
SIDE, NARROW, WIDE = 330, 270, 1100  # pixels of the attendance, and of the page from which it is wider
KINDS = frozenset(
    {
        "briefing", "safety_event", "andon_call", "work_order", "stop", "handover", "duty", "absence", "crew", "skill",
        "checklist_version", "article",
    }
)  # fmt: skip


class LineChoice(Choice):
    """Areas and lines, indented in the list and not while it is closed."""

    def currentText(self) -> str:  # noqa: N802
        """The chosen one by its name."""
        return super().currentText().strip()


class BriefingPage(QWidget):
    """A subject is the id of a line or an area."""

    open_requested = Signal(str, str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._briefings = Briefings(console)
        self._sheet: Sheet | None = None
        self._ahead: tuple[ShiftAhead, ...] = ()
        self._read_at, self._reading, self._taking = -1e18, False, False
        self._offered_for: object = None
        self.presented: Presented | None = None
        self.back = Button("arrow-left", lambda: self.open_requested.emit("handover", ""))
        self.title, self.when = Text("text", 20, 600), Text("text_muted", 14)
        self.place, self.shift = LineChoice(), Choice()
        self.present = Button("maximize", self.begin_presenting)
        self.tabs = {"briefing": Tab(), "past": Tab()}
        self.sheet, self.attendance, self.past = SheetView(), Attendance(console), HeldBriefings(console)
        self.said, self.empty = Said(), Text("text_muted", 14, wrap=True)
        self.closed = Closed(console, self.read, lambda: self.open_requested.emit("status", ""))
        self._lay_out()
        self._connect()
        self.retranslate()
        self.turn("briefing")

    # What the shell calls

    def beat(self, now: float) -> None:
        """Read again from time to time, while it is seen."""
        self._take_scans()
        if self._console.now() - self._read_at > AGAIN or self._offered_for is not self._console.floor.plant:
            self._offer()
            self.read()

    def show_subject(self, subject: str) -> None:
        """Show a place."""
        self._offer()
        at = self.place.findData(subject)
        if at >= 0:
            self.place.setCurrentIndex(at)

    def set_scope(self, area: str | None) -> None:
        """The filter by area: its briefing."""
        if area and self.place.findData(area) >= 0:
            self.place.setCurrentIndex(self.place.findData(area))

    def kept_choices(self) -> dict[str, Choice]:
        """What stays chosen until the next start; the shift is always the one that begins."""
        return {"place": self.place}

    def focus_filter(self) -> None:
        """Ctrl+F: the place."""
        self.place.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._offer()
        self.read()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.attendance.setFixedWidth(SIDE if self.width() >= WIDE else NARROW)

    # Reading

    def turn(self, key: str) -> None:
        """Show the briefing, or those that were held."""
        for name, tab in self.tabs.items():
            tab.setChecked(name == key)
        self._pages.setCurrentIndex(0 if key == "briefing" else 1)

    def read(self, _: object = None) -> None:
        """Gather everything anew; while that is on its way, nothing."""
        shift = self.chosen
        self._settle()
        if shift is None or self._reading or self._briefings.calendar(shift.place) is None:
            return
        self._reading, self._read_at = True, self._console.now()
        calls = self._console.calls
        dispatch = calls.dispatch if calls is not None else None
        self._briefings.ask(shift, dispatch, while_there(self, self._came), while_there(self, self._cannot))

    @property
    def chosen(self) -> ShiftAhead | None:
        """The shift that the briefing is for."""
        at = self.shift.currentIndex()
        return self._ahead[at] if 0 <= at < len(self._ahead) else None

    @property
    def zone(self) -> tzinfo:
        """That of the plant."""
        return zone_named(self._console.floor.plant.timezone) or datetime.now(UTC).astimezone().tzinfo or UTC

    def _came(self, sheet: Sheet) -> None:
        self._reading = False
        if self.chosen is None or sheet.shift.id != self.chosen.id:
            self.read()  # another one was chosen meanwhile
            return
        self._sheet = sheet
        self.said.say("")
        self.attendance.show_sheet(sheet)
        self.past.show_sheet(sheet)
        self._show()

    def _cannot(self, refusal: Refusal) -> None:
        self._reading = False
        self._settle()
        self.said.say("" if self.closed.needed else words_of(refusal))

    def _ticked(self) -> None:
        """Who is there has changed: only that is read."""
        shift = self.chosen
        if shift is not None:
            came = while_there(self, lambda kept, id=shift.id: self._attended(id, kept))
            self._console.office.ask(one_briefing(shift.id), came)

    def _attended(self, id: str, kept: object) -> None:
        if self._sheet is not None and self._sheet.shift.id == id == self.attendance.shown:
            was = self.attendance.over
            self.attendance.show_briefing(kept)  # type: ignore[arg-type]
            if self.attendance.over and not was:
                self.read()

    def _changed(self, event: RecordChanged) -> None:
        if event.kind == "briefing":
            self._ticked()
        elif event.kind in KINDS:
            self._read_at = min(self._read_at, self._console.now() - AGAIN + SOON)

    # Showing

    def _show(self) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        told, today = blocks(self._console, sheet, self.zone), today_of(sheet, self.zone)
        since = safety_counted(self._console, sheet, self.zone) or today
        days = cross(sheet.record.events, today.year, today.month, since, today, self.zone)
        views = [self.sheet] if self.presented is None else [self.sheet, self.presented.sheet]
        for view in views:
            view.show_blocks(told, days, today)
        self._say()

    def _say(self) -> None:
        shift = self.chosen
        if shift is None:
            self.when.say("")
            return
        ends = clock(shift.ends.timestamp(), self.zone, seconds=False)
        begins = clock(shift.begins.timestamp(), self.zone, seconds=False)
        self.when.say(f"{begins} – {ends}")
        if self.presented is not None:
            place = place_words(shift.place, self._console.floor.plant)
            heading = f"{place} · {shift_word(shift.name)} · {begins} – {ends}"
            self.presented.say(heading, self.attendance.count_words(), self.attendance.points)

    def _settle(self) -> None:
        if self.closed.refresh():
            self._stack.setCurrentWidget(self.closed)
        else:
            self._stack.setCurrentIndex(0 if self.chosen is not None else 1)
        there = self.chosen is not None and not self.closed.needed
        for part in (self.place, self.shift, self.present, *self.tabs.values()):
            part.setVisible(there)
        self._say()

    def _offer(self) -> None:
        """The places of the plant; what was chosen stays so."""
        plant = self._console.floor.plant
        if self._offered_for is not plant:
            self._offered_for = plant
            places = [(way[-1], words) for way, words in offered(plant) if len(way) > 1 and way[-1]]
            first = next((place for place, _ in places if place), "")
            self.place.offer("", places, str(self.place.currentData() or first), most=240)
        self._offer_shifts()

    def _offer_shifts(self, anew: bool = False) -> None:
        place = str(self.place.currentData() or "")
        calendar = self._briefings.calendar(place) if place else None
        before = self.chosen.id if self.chosen is not None else ""
        found = ahead(calendar, place, self._console.now()) if calendar is not None else ()
        if found == self._ahead and self.shift.count() == len(found) and not anew:
            return
        self._ahead = found
        entries = [(one.id, f"{shift_word(one.name)} · {one.day.isoformat()}") for one in self._ahead]
        self.shift.blockSignals(True)
        self.shift.clear()
        for key, words in entries:
            self.shift.addItem(words, key)
        self.shift.setCurrentIndex(max(0, self.shift.findData(before)) if entries else -1)
        self.shift.blockSignals(False)

    def _moved(self, _: int) -> None:
        self._offer_shifts()
        self._read_at = -1e18
        self.read()

    # Presenting and scanning

    def begin_presenting(self) -> None:
        """Over the whole screen in large type, readable from the middle of the room."""
        if self.presented is None:
            made = self.presented = Presented()
            made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            made.ended.connect(self._end_presenting)
            if self.screen() is not None:
                made.setGeometry(self.screen().geometry())
            made.setPalette(self.palette())
        self._show()
        self.presented.showFullScreen()
        awake.ask("briefing", Wish.DISPLAY)

    def _end_presenting(self) -> None:
        self.presented = None
        awake.ask("briefing", Wish.NOTHING)
        self.present.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_scans(self) -> None:
        signing = None if self._taking else signing_of(self)
        if signing is not None:
            self._taking = True
            signing.takers.append(self.scanned)

    def scanned(self, number: str) -> bool:
        """A badge, while this page is seen and badges tick people."""
        seen = self.isVisible() or self.presented is not None
        return seen and self.attendance.scanned(number)

    # Words

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.back.name(self.tr("Handover"), self.tr("Back to the handover"))
        self.title.say(self.tr("Briefing"))
        self.place.setAccessibleName(self.tr("Line or area"))
        self.shift.setAccessibleName(self.tr("Shift that the briefing is for"))
        self.present.name(self.tr("Present"), self.tr("Full screen in large type; Esc ends it"))
        self.tabs["briefing"].name(self.tr("This briefing"))
        self.tabs["past"].name(self.tr("Past briefings"))
        self.empty.say(
            self.tr(
                "The five minutes before a shift appear here: safety, the last shift, what is open, the plan, who is"
                " where and what is new. Begin with a plant file that has a line (Setup)."
            )
        )
        self._offer_shifts(anew=True)
        self._show()
        self._settle()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # How it is made

    def _connect(self) -> None:
        on = self._console.on
        stops: list[Callable[[], None]] = [
            on(RecordChanged, self._changed),
            on(RecordsReady, lambda _: self.read()),
            on(SessionChanged, lambda _: self.attendance.allow()),
        ]
        self.destroyed.connect(lambda _=None, stops=stops: [stop() for stop in stops])
        for key, tab in self.tabs.items():
            tab.clicked.connect(lambda _=False, key=key: self.turn(key))
        self.place.currentIndexChanged.connect(self._moved)
        self.shift.currentIndexChanged.connect(lambda _: self.read())
        self.sheet.asked.connect(lambda key: self.open_requested.emit(key, ""))
        self.attendance.changed.connect(self._ticked)
        self.attendance.counted.connect(self._say)

    def _lay_out(self) -> None:
        bar = QWidget()
        row = Flow(bar, 8)
        for part in (self.back, self.title, self.place, self.shift, self.when, self.present, *self.tabs.values()):
            row.addWidget(part)
        for part in (self.title, self.when):
            part.setMinimumHeight(32)
        self.shift.setMinimumWidth(210)
        now = QWidget()
        both = QHBoxLayout(now)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(12)
        both.addWidget(self.sheet, 1)
        both.addWidget(self.attendance)
        self._pages = QStackedWidget()
        self._pages.addWidget(now)
        self._pages.addWidget(self.past)
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addStretch(2)
        column.addWidget(self.empty)
        column.addStretch(3)
        self._stack = QStackedWidget()
        for part in (self._pages, nothing, self.closed):
            self._stack.addWidget(part)
        page = QVBoxLayout(self)
        page.setContentsMargins(18, 16, 18, 16)
        page.setSpacing(10)
        page.addWidget(bar)
        page.addWidget(self.said)
        page.addWidget(self._stack, 1)
        self.setFocusProxy(self.place)
