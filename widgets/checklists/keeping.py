"""Keeping a draft while it is edited: a moment after typing stops, again when it was refused, never over another's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from console.domain.checklist_forms import checked, checked_name
from console.domain.checklists import Template, Version, version_id
from console.domain.commands.checklists import DraftChecklist
from console.domain.desk import Kept, ReadDesk
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, SessionChanged
from widgets.attachments.later import while_there
from widgets.checklists.edits import Sheet
from widgets.checklists.fitting import fit_part, wrong_in

if TYPE_CHECKING:
    from console.app.console import Console

KIND = "checklist_template"
PAUSE, AGAIN = 800, 5000  # milliseconds after the last letter, and until it is tried again


class How(Enum):
    """How a draft stands."""

    SAME = auto()  # as it was read
    TYPING = auto()
    KEPT = auto()
    UNFIT = auto()  # it cannot be so; what was typed stays here
    REFUSED = auto()
    NOBODY = auto()  # nobody is signed in any more
    CLASH = auto()  # it was changed at another console meanwhile


@dataclass(frozen=True, slots=True)
class Filed:
    """A template in the records: the record, and the version that holds."""

    kept: Kept[Template]
    held: Version | None

    @property
    def sheet(self) -> Sheet:
        """What is edited: the draft, else the version that holds."""
        template = self.kept.value
        form = template.draft or (self.held.form if self.held is not None else None)
        return Sheet(template.name, template.purpose, form) if form else Sheet(template.name, template.purpose)


def filed(template: str) -> Callable[[ReadDesk], Filed | None]:
    """A template as it lies in the records; None where there is none."""

    def ask(desk: ReadDesk) -> Filed | None:
        kept = next(iter(desk.kept(Template, id=template)), None)
        if kept is None:
            return None
        number = kept.value.published
        return Filed(kept, desk.get(Version, version_id(template, number)) if number else None)

    return ask


class Keeper(QObject):
    """Keeps one template's draft; `told` when it stands otherwise. `theirs`: what another console made of it."""

    told = Signal()

    def __init__(self, parent: QWidget, console: Console, template: str, shown: Sheet, revision: int) -> None:
        super().__init__(parent)
        self._widget, self._console = parent, console
        self.template, self.revision = template, revision
        self.sheet, self._kept = shown, shown
        self.how, self.refusal = How.SAME, Refusal("")
        self.theirs: Filed | None = None
        self.gone = False  # the record is not there any more
        self._going = self._ended = False
        self._timer = QTimer(self, singleShot=True, timeout=self.keep)
        self._stops = [console.on(RecordChanged, self._changed), console.on(SessionChanged, lambda _: self._signed())]
        parent.destroyed.connect(lambda _=None, stops=self._stops: [stop() for stop in stops])

    def close(self) -> None:
        """Nothing more is heard; what was given is still done."""
        self._ended = True
        self._timer.stop()
        for stop in self._stops:
            stop()
        self._stops.clear()

    @property
    def safe(self) -> bool:
        """Whether everything that was typed is in the records."""
        return self.sheet == self._kept and not self._going

    def note(self, sheet: Sheet) -> None:
        """It stands so now."""
        if sheet == self.sheet:
            return
        self.sheet = sheet
        if self.how is not How.CLASH:
            self._say(How.TYPING)
            self._timer.start(PAUSE)

    def keep(self) -> None:
        """Keep it now, if there is something to keep and nothing in the way."""
        self._timer.stop()
        if self._going or self.how is How.CLASH or self._ended:
            return
        sheet = self.sheet
        if sheet == self._kept:
            self._say(How.KEPT if self.how is not How.SAME else How.SAME)
            return
        wrong = wrong_in(sheet)
        fit = sheet if wrong is None else fit_part(sheet, self._kept)
        if wrong is not None and fit in (None, self._kept):
            self._say(How.UNFIT, wrong)
        elif self._console.session.person is None:
            self._say(How.NOBODY)
        elif fit is not None:
            self._going = True
            command = DraftChecklist(self.template, fit.name, fit.purpose, fit.form, self.revision)
            done = while_there(self._widget, lambda _: self._done(sheet, fit, wrong))
            self._console.office.do(command, done, while_there(self._widget, self._refused))

    def mine(self) -> None:
        """Of two, keep what is shown here: it is put over the other, which the trail still has."""
        if self.theirs is None and not self.gone:
            return
        self.revision = self.theirs.kept.version if self.theirs is not None else 0
        self._kept = self.theirs.sheet if self.theirs is not None else self._kept
        forced = self.sheet == self._kept or self.gone
        self.theirs, self.gone = None, False
        if forced:
            self._kept = Sheet(self._kept.name, self._kept.purpose)
        self._say(How.TYPING)
        self.keep()

    def take_theirs(self) -> Sheet | None:
        """Of two, go on with theirs; the sheet that the editor shall show."""
        if self.theirs is None:
            return None
        self.revision, self._kept = self.theirs.kept.version, self.theirs.sheet
        self.sheet, self.theirs = self._kept, None
        self._say(How.SAME)
        return self.sheet

    # What comes of it

    def _done(self, sheet: Sheet, fit: Sheet, wrong: Refusal | None) -> None:
        """The part of a sheet that fits is kept; `wrong` says why not all of it."""
        self._going, self._kept = False, fit
        self.revision += 1
        if self._ended:
            return
        if self.sheet != sheet:
            self._say(How.TYPING)
            self._timer.start(PAUSE)
        else:
            self._say(How.KEPT if wrong is None else How.UNFIT, wrong)
        self._look()

    def _refused(self, refusal: Refusal) -> None:
        self._going = False
        if self._ended:
            return
        if refusal.code in ("changed_meanwhile", "missing"):
            self._look()
            return
        unfit = refusal.code in ("form_unfit", "name_empty", "name_too_long", "name_unreadable", "not_text")
        self._say(How.UNFIT if unfit else How.REFUSED, refusal)
        if not unfit:
            self._timer.start(AGAIN)

    def _changed(self, event: RecordChanged) -> None:
        if event.kind == KIND and event.id == self.template and not self._going:
            self._look()

    def _signed(self) -> None:
        if self.how is How.NOBODY:
            self.keep()

    def _look(self) -> None:
        """How it lies in the records now."""

        def heard(found: Filed | None) -> None:
            if not self._ended:
                self._heard(found)

        self._console.office.ask(filed(self.template), while_there(self._widget, heard))

    def _heard(self, found: Filed | None) -> None:
        if self._going:
            return
        if found is None:
            if self.revision:
                self.gone, self.theirs = True, None
                self._say(How.CLASH)
            return
        theirs = found.sheet
        if _fit(theirs) in (_fit(self._kept), _fit(self.sheet)):
            self.revision = found.kept.version
            if _fit(theirs) == _fit(self.sheet):
                self._kept = self.sheet
            if self.how is How.CLASH:
                self.theirs, self.gone = None, False
                self._say(How.TYPING)
                self.keep()
            return
        self._timer.stop()
        self.theirs, self.gone = found, False
        self._say(How.CLASH)

    def _say(self, how: How, refusal: Refusal | None = None) -> None:
        self.how, self.refusal = how, refusal or Refusal("")
        self.told.emit()


def _fit(sheet: Sheet) -> Sheet:
    """As the records would keep it."""
    try:
        return Sheet(checked_name(sheet.name), sheet.purpose, checked(sheet.form))
    except Refusal:
        return sheet
