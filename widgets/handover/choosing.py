"""Which handover is shown: the place, and the shift that ends soon or has ended."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.app.handovers import ShiftEnd
from console.domain.handover_moves import MISSED_AFTER, is_missed
from console.domain.handovers import Handover, Stage, handover_id
from widgets.cards import Choice
from widgets.handover.reading import soon
from widgets.plain import plain
from widgets.shell.memory import Memory
from widgets.times import short_day

if TYPE_CHECKING:
    from console.app.console import Console

REMEMBERED = "handover/place"
WIDEST = 230
LOOK = 20.0  # seconds between two looks at which shifts there are


class Choosing(QWidget):
    """`chosen` carries a ShiftEnd, or None where there is no line or no shift."""

    chosen = Signal(object)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._memory = Memory(console.data_folder)
        self._area: str | None = None
        self._other: ShiftEnd | None = None  # that another screen asked for
        self._auto = True  # nobody chose a shift by hand
        self._look_at = 0.0
        self._read: Handover | None = None  # as it was read last
        self.current: ShiftEnd | None = None
        self.offered: list[ShiftEnd] = []
        self.place, self.shift = Choice(), Choice()
        self.place.activated.connect(lambda _: self._place_by_hand())
        self.shift.activated.connect(lambda _: self._shift_chosen())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.place)
        row.addWidget(self.shift)
        self.retranslate()

    @property
    def missed(self) -> list[ShiftEnd]:
        """Other shifts of this place that nobody handed over."""
        here = self.current.id if self.current is not None else ""
        return [one for one in self.offered if one.id != here and self.is_missed(one)]

    def is_missed(self, shift: ShiftEnd) -> bool:
        """Whether nobody handed it over in time, at a place that hands over, or in a draft that was begun."""
        service = self._console.handovers
        if service is not None and any(handover_id(m.place, m.ends) == shift.id for m in service.watch.missed):
            return True
        kept = self._kept(shift)
        return kept is not None and is_missed(kept, shift.ends, self._now())

    def set_area(self, area: str | None) -> None:
        """Begin with an area; None: with the first one."""
        if area != self._area or self.place.count() == 0:
            self._area = area
            self._offer_places(area or "")
            self._place_chosen()

    def show_shift(self, shift: ShiftEnd) -> None:
        """Show the handover of this shift, whenever it was."""
        self._other, self._auto = shift, False
        self._offer_places(shift.place)
        self._offer_shifts()
        self._choose(shift)

    def look(self, now: float) -> None:
        """Which shifts there are by now; `now` is the console's."""
        if self._look_at - LOOK <= now < self._look_at:
            return
        self._look_at = now + LOOK
        if self.place.count() == 0:
            self.set_area(self._area)
            return
        self._offer_shifts()
        if self._auto and (self.current is None or self._done(self.current)):
            self._choose(self._first())

    def anew(self) -> None:
        """Another plant, or handovers that stand otherwise."""
        self._look_at = 0.0

    def note(self, handover: Handover | None) -> None:
        """How the one that is shown stands, as it was just read."""
        if handover is not None and handover != self._read:
            self._read = handover
            self.anew()

    def another_plant(self) -> None:
        """Other lines: begin with the same area where it is still there."""
        self.place.clear()
        self.current = None
        self.anew()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.place.setAccessibleName(self.tr("Line or area"))
        self.shift.setAccessibleName(self.tr("Shift"))
        self._offer_shifts()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # Inside

    def _offer_places(self, chosen: str) -> None:
        plant = self._console.floor.plant
        entries: list[tuple[str, str]] = []
        for area in plant.areas():
            if area.lines:
                entries.append((area.id, plain(area.name, 40)))
                entries += [(line.id, f"    {plain(line.name, 40)}") for line in area.lines]
        sites = [site for site in plant.sites if sum(bool(area.lines) for area in site.areas) > 1]
        entries = [*((site.id, plain(site.name, 40)) for site in sites), *entries]
        known = {key for key, _ in entries}
        chosen = chosen or next((place for place in self._usual() if place in known), "")
        if chosen and chosen not in known:
            entries.append((chosen, plain(chosen, 40)))
        self.place.offer("", entries, chosen or (entries[0][0] if entries else ""), most=WIDEST)

    def _usual(self) -> list[str]:
        """Where somebody begins: what was chosen at this PC last, if it lies where their grants lead, else there."""
        person = self._console.session.person
        scopes = {grant.scope for grant in person.grants} if person is not None else set()
        own = [scope[-1] for scope in scopes if len(scopes) == 1 and scope]
        last = self._memory.text(REMEMBERED)
        inside = not own or own[0] in self._console.office.authority.ways.get(last, ())
        return [last, *own] if inside else own

    def _place_by_hand(self) -> None:
        self._memory.keep(REMEMBERED, str(self.place.currentData() or ""))
        self._place_chosen()

    def _place_chosen(self) -> None:
        self._other, self._auto = None, True
        self._offer_shifts()
        self._choose(self._first())

    def _offer_shifts(self) -> None:
        place, service = str(self.place.currentData() or ""), self._console.handovers
        if service is None or not place:
            self.offered = []
        else:
            running = service.running(place)
            found = [*service.wanted(place), *([running] if running is not None else [])]
            if self._other is not None and self._other.place == place:
                found.append(self._other)
            self.offered = sorted({one.id: one for one in found}.values(), key=lambda one: one.ends, reverse=True)
        entries = [(one.id, self._words(one)) for one in self.offered]
        self.shift.offer("", entries, self.current.id if self.current is not None else "", most=WIDEST)
        self.shift.setEnabled(bool(entries))

    def _words(self, shift: ShiftEnd) -> str:
        kept = self._kept(shift)
        words = f"{plain(shift.shift, 30)} · {short_day(shift.day)}"
        if kept is not None and kept.stage is Stage.SEALED:
            return " · ".join((words, self.tr("sealed")))
        if kept is not None and kept.stage is Stage.HANDED:
            return " · ".join((words, self.tr("signed")))
        return " · ".join((words, self.tr("missed"))) if self.is_missed(shift) else words

    def _shift_chosen(self) -> None:
        id = self.shift.currentData()
        self._auto = False
        self._choose(next((one for one in self.offered if one.id == id), None))

    def _choose(self, shift: ShiftEnd | None) -> None:
        if shift == self.current:
            return
        self.current = shift
        self._offer_shifts()
        self.chosen.emit(shift)

    def _first(self) -> ShiftEnd | None:
        """What waits for the incoming side, else what ends soon or has just ended, else the shift that is on."""
        now = self._now()
        for one in self.offered:
            kept = self._kept(one)
            if kept is not None and kept.stage is Stage.HANDED:
                return one
        for one in reversed(self.offered):
            kept = self._kept(one)
            if now - MISSED_AFTER <= one.ends <= now and kept is not None and kept.stage is Stage.DRAFT:
                return one
        return next((one for one in self.offered if soon(one, now) or one.begins <= now < one.ends), None)

    def _done(self, shift: ShiftEnd) -> bool:
        kept, now = self._kept(shift), self._now()
        sealed = kept is not None and kept.stage is Stage.SEALED and now > shift.ends + MISSED_AFTER
        return sealed or shift.id not in {one.id for one in self.offered}

    def _kept(self, shift: ShiftEnd) -> Handover | None:
        if self._read is not None and self._read.id == shift.id:
            return self._read
        service = self._console.handovers
        known = service.watch.known if service is not None else ()
        return next((one for one in known if one.id == shift.id), None)

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._console.now(), UTC)
