"""Checklists as files: read with care, written whole; one that is known already becomes a draft of it, or a new one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from console.domain import checklist_files
from console.domain.checklist_files import MOST
from console.domain.checklist_refusals import FileUnfit
from console.domain.checklists import Form, Template
from console.domain.commands.checklists import DraftChecklist
from console.domain.desk import ReadDesk
from console.domain.errors import Refusal
from console.domain.ids import new_id
from widgets.attachments.later import while_there
from widgets.cards import Button, Text
from widgets.checklists.differing import DifferenceList, difference_lines
from widgets.checklists.edits import Sheet
from widgets.checklists.keeping import Filed, filed
from widgets.checklists.words import purpose_word, said, unfit_words
from widgets.orders.dialog import OrderDialog
from widgets.paper import write_whole
from widgets.plain import plain

if TYPE_CHECKING:
    from console.app.console import Console

WIDE = 620


def read_path(path: Path) -> Sheet:
    """The checklist in a file; a Refusal says why not, and where in the file. Quick, whatever is in it."""
    try:
        with path.open("rb") as file:
            data = file.read(MOST + 1)
    except OSError as error:
        raise FileUnfit(why="away", path=str(error.strerror or "")) from error
    if len(data) > MOST:
        raise FileUnfit(why="size", path="")
    try:
        return Sheet(*checklist_files.read(data.decode("utf-8-sig")))
    except UnicodeDecodeError as error:
        raise FileUnfit(why="format", path="") from error


def write_path(path: Path, sheet: Sheet) -> None:
    """Write it, whole or not at all; OSError where that cannot be done."""
    write_whole(path, checklist_files.written(sheet.name, sheet.purpose, sheet.form).encode())


def file_words(refusal: Refusal) -> str:
    """Why a file cannot be taken, and where in it."""
    translate = QCoreApplication.translate
    if refusal.code != "checklist_file_unfit":
        return unfit_words(refusal)
    path, why = plain(refusal.facts.get("path", ""), 120), refusal.facts.get("why")
    if why == "size":
        return translate("checklists", "The file is too large for a checklist. Choose one that was exported here.")
    if why == "away":
        return translate("checklists", "The file cannot be read: {0}").format(path)
    if why == "version":
        return translate("checklists", "A newer program wrote this file. Export it there for this version.")
    if why == "format":
        return translate("checklists", "This is no file of a checklist. Export one to see how it looks.")
    where = path or translate("checklists", "the beginning")
    return translate("checklists", "The file cannot be so at {0}. Correct it there, then try again.").format(where)


def same_as(sheet: Sheet) -> Callable[[ReadDesk], Filed | None]:
    """The checklist in the records that a file is of: most of its items are known, or its name is."""
    ids = {item.id for item in sheet.form.items}
    names = {name for name in (sheet.name.en, sheet.name.zh) if name}

    def ask(desk: ReadDesk) -> Filed | None:
        every = [one for kept in desk.kept(Template) if (one := filed(kept.value.id)(desk)) is not None]
        alike = [(len(ids & {item.id for item in one.sheet.form.items}), _called(one, names), one) for one in every]
        most, _, best = max(alike, key=lambda one: one[:2], default=(0, False, None))
        if best is not None and most * 2 > len(ids):
            return best
        return next((one for _, called, one in alike if called and one.sheet.purpose is sheet.purpose), None)

    return ask


def _called(one: Filed, names: set[str]) -> bool:
    return bool(names & {one.sheet.name.en, one.sheet.name.zh})


def with_pictures(form: Form, known: Form) -> Form:
    """The form with the help pictures that its items have here: files hold none."""
    pictures = {item.id: item.picture for item in known.items}
    sections = tuple(
        replace(s, items=tuple(replace(item, picture=pictures.get(item.id, "")) for item in s.items))
        for s in form.sections
    )
    return replace(form, sections=sections)


class ImportDialog(OrderDialog):
    """Says what is in the file before anything is written; `taken` carries the template's id."""

    taken = Signal(str)

    def __init__(self, console: Console, parent: QWidget | None) -> None:
        super().__init__(console, parent, "plus", WIDE)
        self.sheet: Sheet | None = None
        self.same: Filed | None = None
        self._id = new_id()
        self.choose_file, self.found = Button("folder-open", self._ask), Text("text", 14, 500, wrap=True)
        self.as_draft = Button("pencil", self._take_as_draft)
        self.warning, self.differences = Text("warning", 13, wrap=True), DifferenceList()
        for part in (self.choose_file, self.found, self.warning, self.differences):
            self.body.addWidget(part)
        self.foot.insertWidget(2, self.as_draft)
        self.retranslate()
        self._settle()
        self.resize(WIDE, 460)

    def take(self, path: Path) -> None:
        """Read this file."""
        self.sheet, self.same = None, None
        self.said.say("")
        try:
            self.sheet = read_path(path)
        except Refusal as refusal:
            self.said.say(file_words(refusal))
        else:
            self._console.office.ask(same_as(self.sheet), while_there(self, self._there))
        self._settle()

    def submit(self) -> None:
        """Take it as a new checklist."""
        if self.sheet is not None:
            self._take(self._id, self.sheet, 0)

    def _take_as_draft(self) -> None:
        if self.sheet is not None and self.same is not None:
            form = with_pictures(self.sheet.form, self.same.sheet.form)
            self._take(self.same.kept.value.id, replace(self.sheet, form=form), self.same.kept.version)

    def _take(self, id: str, sheet: Sheet, revision: int) -> None:
        self._id = id
        self.give(DraftChecklist(id, sheet.name, sheet.purpose, sheet.form, revision))

    def done_with(self, _: object) -> None:
        """It was kept."""
        self.accept()
        self.taken.emit(self._id)

    def _there(self, same: Filed | None) -> None:
        self.same = same
        self._settle()

    def _ask(self) -> None:
        kinds = self.tr("Checklist (*.json)")
        path = QFileDialog.getOpenFileName(self, self.tr("Import a checklist"), "", kinds)[0]
        if path:
            self.take(Path(path))

    def _settle(self) -> None:
        sheet, same = self.sheet, self.same
        words = ""
        if sheet is not None:
            counts = self.tr("%n section(s)", "", len(sheet.form.sections))
            items = self.tr("%n item(s)", "", len(sheet.form.items))
            words = f"{said(sheet.name, 120)} · {purpose_word(sheet.purpose)} · {counts} · {items}"
        self.found.say(words)
        self.go.setEnabled(sheet is not None)
        self.as_draft.setVisible(same is not None)
        self.differences.setVisible(same is not None)
        warning = ""
        if sheet is not None and same is not None:
            name = said(same.kept.value.name, 80)
            warning = self.tr("{0} is here already. This is what the file says otherwise:").format(name)
            if same.kept.value.draft is not None:
                warning += " " + self.tr("It has a draft, which the file would replace.")
            self.as_draft.name(self.tr("As a draft of {0}").format(said(same.kept.value.name, 40)))
            now = replace(sheet, form=with_pictures(sheet.form, same.sheet.form))
            self.differences.show_lines(difference_lines(same.sheet, now), self.tr("Nothing differs."))
        self.warning.say(warning)
        self.warning.setVisible(bool(warning))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.setWindowTitle(self.tr("Import a checklist"))
        self.heading.say(self.tr("Import a checklist"))
        self.how.say(
            self.tr("A file that was exported here or at another plant. It becomes a draft; nothing runs yet.")
        )
        self.choose_file.name(self.tr("Choose a file…"))
        self.go.name(self.tr("As a new checklist"))
        self.leave.name(self.tr("Cancel"))
        self._settle()
