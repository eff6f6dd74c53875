"""The points of a patrol above its form: where to be until when, checking in by scan or by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from console.app.queries.rounds import RunFile
from console.domain.checklists import Going
from console.domain.commands.checklists import CheckInAt
from console.domain.errors import Refusal
from console.domain.events import SessionChanged
from console.domain.patrols import Point, PointUnknown
from widgets.attachments.later import while_there
from widgets.audits.places import Places
from widgets.audits.words import said
from widgets.cards import Button, Card
from widgets.flow import Flow, emptied
from widgets.patrols.points import HIGH, PointChip, PointShown, Was, until
from widgets.people.fields import Said, scrolled
from widgets.people.signing import OneByOne, why_not
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

LINES, GAP = 2, 8  # rows of points that are seen at once, and pixels between them
LOW = 700  # pixels of a window under which one row is seen


class PatrolStrip(Card):
    """Hosted above the items of a run whose checklist has a route. Pressing a point asks for its section."""

    checked_in = Signal(str)  # section
    section_asked = Signal(str)  # to be shown: of the point that was pressed, or at which somebody checked in

    def __init__(self, console: Console, parent: QWidget | None = None) -> None:
        super().__init__()
        self.setParent(parent)
        self._console, self._places = console, Places(console)
        self._one = OneByOne(self, console)
        self.file: RunFile | None = None
        self.chips: dict[str, PointChip] = {}  # by section
        self.hand, self.said = Button("map-pin", self.check_in_by_hand), Said()
        self._group = QButtonGroup(self)
        self._inside = QWidget()
        self._flow = Flow(self._inside, GAP)
        self._area = scrolled(self._inside)
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self.refresh)
        self.tools.addWidget(self.hand)
        row = QHBoxLayout()
        row.addWidget(self._area)
        below = QVBoxLayout()
        below.addLayout(row)
        below.addWidget(self.said)
        self.body.addLayout(below)
        stop = console.on(SessionChanged, lambda _: self.refresh())
        self.destroyed.connect(lambda _=None, stop=stop: stop())
        self.retranslate()

    # What the form calls

    def show_file(self, file: RunFile) -> None:
        """Show the points of this run."""
        if self.file is None or self.file.run.id != file.run.id:
            self.said.say("")
        self.file = file
        sections = [point.section for point in self._points]
        if list(self.chips) != sections:
            self._make(sections)
        self.refresh()

    def scanned(self, code: str) -> bool:
        """Check in where the sticker is; False where it is none of any patrol: it may be a badge or a label."""
        code = code.strip()
        if self.file is None or not code or self.file.run.going is not Going.OPEN:
            return False
        point = next((one for one in self._points if one.code == code), None)
        if point is None:
            if not self._another(code):
                return False
            self.said.say(words_of(PointUnknown(code=code)))
            return True
        been = next((one for one in self.file.been if one.section == point.section), None)
        if been is None:
            self._give(point, code)
        else:
            at = f"{been.at.astimezone(self._places.zone()):%H:%M}"
            words = self.tr("{0}: somebody checked in there at {1} already.").format(self._name(point), at)
            self.said.say(words, "info", "text_muted")
            self.section_asked.emit(point.section)
        return True

    def check_in_by_hand(self) -> None:
        """Check in at the chosen point, where its sticker cannot be scanned."""
        point = self.current()
        if point is not None and self.hand.isEnabled():
            self._give(point, "")

    def current(self) -> Point | None:
        """The pressed point, else the first one, at which nobody was; None = all are done, or the run has ended."""
        if self.file is None or self.file.run.going is not Going.OPEN:
            return None
        been = {one.section for one in self.file.been}
        free = [point for point in self._points if point.section not in been]
        pressed = (point for point in free if self.chips[point.section].isChecked())
        return next(pressed, free[0] if free else None)

    # Inside

    @property
    def _points(self) -> tuple[Point, ...]:
        """Those whose section is in the run's version, in its order; the route may be newer than the run."""
        if self.file is None or self.file.route is None:
            return ()
        by_section = {point.section: point for point in self.file.route.points}
        return tuple(by_section[one.id] for one in self.file.version.form.sections if one.id in by_section)

    def _another(self, code: str) -> bool:
        """Whether a sticker belongs to the route of any checklist."""
        service = self._console.rounds
        routes = [one.route for one in service.told.templates if one.route is not None] if service is not None else []
        return any(point.code == code for route in routes for point in route.points)

    def _give(self, point: Point, code: str) -> None:
        assert self.file is not None
        self.said.say("")
        run, section = self.file.run, point.section
        command = CheckInAt(run.id, run.place, section, code)
        self._one.give(command, while_there(self, lambda _: self._done(point)), while_there(self, self._refused))

    def _done(self, point: Point) -> None:
        self.said.good(self.tr("Checked in: {0}").format(self._name(point)))
        self.checked_in.emit(point.section)
        self.section_asked.emit(point.section)

    def _refused(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))

    def _name(self, point: Point) -> str:
        form = self.file.version.form if self.file is not None else None
        section = next((one for one in form.sections if one.id == point.section), None) if form is not None else None
        return said(section.words, 60) if section is not None else plain(point.section, 60)

    def _make(self, sections: list[str]) -> None:
        emptied(self._flow)
        for chip in self.chips.values():
            self._group.removeButton(chip)
        self.chips = {}
        for section in sections:
            chip = self.chips[section] = PointChip()
            chip.clicked.connect(lambda _=False, section=section: self._pressed(section))
            self._group.addButton(chip)
            self._flow.addWidget(chip)
        self._fit()

    def _pressed(self, section: str) -> None:
        self.refresh()
        self.section_asked.emit(section)

    def refresh(self) -> None:
        """Show how each point stands now."""
        file = self.file
        if file is None:
            return
        now, zone = self._places.now(), self._places.zone()
        been = {one.section: one for one in file.been}
        missed = 0
        for point in self._points:
            there = been.get(point.section)
            who = plain(file.names.get(there.who, ""), 40) if there is not None else ""
            name, place = self._name(point), self._places.words(point.place)
            shown = PointShown(point, name, place, until(file.run, point), there, who, file.run)
            self.chips[point.section].show_point(shown, now, zone)
            missed += shown.was(now) is Was.MISSED
        seen = self.tr("{0} of {1} points").format(sum(s in been for s in self.chips), len(self.chips))
        lost = self.tr("%n missed", "", missed) if missed else ""
        self.note.say(" · ".join(part for part in (seen, lost) if part))
        self.note.paint_as("bad" if missed else "text_faint")
        self._allow()

    def _allow(self) -> None:
        point = self.current()
        self.hand.setVisible(point is not None)
        if point is not None and self.file is not None:
            why = why_not(self._console, CheckInAt, self.file.run.place)
            explained = self.tr("Where the sticker cannot be scanned; it is written down as by hand")
            self.hand.name(self.tr("By hand: {0}").format(self._name(point)), why or explained)
            self.hand.setEnabled(not why)

    def _fit(self) -> None:
        edges = self.body.contentsMargins()
        wide = max(self.width() - edges.left() - edges.right(), 1)
        lines = LINES if self.window().height() >= LOW else 1
        most = lines * HIGH + (lines - 1) * GAP
        self._area.setFixedHeight(min(most, max(HIGH, self._flow.heightForWidth(wide))))

    # Events

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Patrol"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._clock.start()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._clock.stop()
