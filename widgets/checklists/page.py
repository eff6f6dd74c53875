"""Checklists: the list of templates with the chosen one beside it; the editor takes its place while one is edited."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.app.queries.rounds import TemplateShown, templates
from console.domain.checklists import Form, Item, Purpose, Section, Words
from console.domain.commands.checklists import DraftChecklist
from console.domain.events import RoundsChanged, SessionChanged
from console.domain.ids import new_id
from widgets.attachments.later import while_there
from widgets.callsetup.listpart import Cell, ListPart
from widgets.cards import Button, Text
from widgets.checklists.chosen import ChosenChecklist
from widgets.checklists.editor import Editor
from widgets.checklists.edits import Sheet
from widgets.checklists.files import ImportDialog
from widgets.checklists.keeping import Filed
from widgets.checklists.words import purpose_word, said
from widgets.languages import chinese
from widgets.people.fields import Said
from widgets.people.signing import ask_for, why_not
from widgets.people.words import place_words

if TYPE_CHECKING:
    from console.app.console import Console

NAME, PURPOSE, HOLDS, STATE, PLANNED = range(5)
ORDER = {purpose: at for at, purpose in enumerate(Purpose)}


class Templates(ListPart):
    """The list, by purpose."""

    filled = Signal()  # the first rows are there
    kinds = frozenset({"checklist_template", "checklist_version", "patrol_route"})

    def __init__(self, console: Console) -> None:
        self.unkept: frozenset[str] = frozenset()  # of which something is not in the records yet
        super().__init__(console, (220, 150, 76, 104, 150), NAME, (PLANNED, HOLDS, PURPOSE))
        for splitter in self.findChildren(QSplitter):
            splitter.setSizes([820, 860])
            splitter.setStretchFactor(1, 1)
        stop = console.on(RoundsChanged, while_there(self, lambda _: self.model.retranslate()))
        self.destroyed.connect(lambda _=None: stop())
        self.retranslate()

    def heads(self) -> Sequence[str]:
        return self.tr("Name"), self.tr("Purpose"), self.tr("Holds"), self.tr("State"), self.tr("Planned at")

    def cell(self, row: TemplateShown, column: int) -> Cell:
        template = row.template
        tone = "text_faint" if template.retired else "text"
        match column:
            case 0:
                return Cell(said(template.name, 200) or self.tr("No name yet"), tone)
            case 1:
                return Cell(purpose_word(template.purpose))
            case 2:
                return Cell(self.tr("v{0}").format(template.published) if template.published else "–", tone)
            case 3:
                return self._state(row)
        return Cell(self._planned(template.id))

    def id_of(self, row: TemplateShown) -> str:
        return row.template.id

    def make_side(self) -> QWidget:
        self.chosen = ChosenChecklist(self._console)
        self.chosen.hide()
        return self.chosen

    def ask(self) -> None:
        self._console.office.ask(templates, while_there(self, self._heard), while_there(self, self.cannot))

    def choose(self, row: TemplateShown) -> None:
        self.chosen.show()
        self.chosen.show_template(row)

    def allow(self) -> None:
        if hasattr(self, "chosen"):
            self.chosen.allow()

    def _heard(self, rows: Sequence[TemplateShown]) -> None:
        first = not self.model.rows and bool(rows)
        self.show_rows(sorted(rows, key=_order))
        if self.model.rows and not self.current():
            self.grid.selectRow(0)
        self.chosen.setVisible(bool(self.model.rows))
        if first:
            self.filled.emit()

    def _state(self, row: TemplateShown) -> Cell:
        if row.template.id in self.unkept:
            return Cell(self.tr("Not kept yet"), "warning", ("triangle-alert", "warning"))
        if row.template.retired:
            return Cell(self.tr("Retired"), "text_faint", ("archive-restore", "text_faint"))
        if row.template.draft is not None:
            return Cell(self.tr("Draft"), "text", ("pencil", "text_muted"))
        return Cell(self.tr("Published"), "text_muted")

    def _planned(self, template: str) -> str:
        rounds = self._console.rounds
        plans = [one for one in rounds.told.plans if one.template == template and one.active] if rounds else []
        plant = self._console.floor.plant
        places = dict.fromkeys(place_words(place, plant) for plan in plans for place in plan.places)
        return ", ".join(places) or "–"

    def retranslate(self) -> None:
        self.left.title.say(self.tr("Checklists"))
        self.empty.say(self.tr("No checklists yet. Press New to make one, or Import to bring one in."))
        super().retranslate()
        self.grid.setAccessibleName(self.tr("Checklists by purpose"))


class ChecklistsPage(QWidget):
    """All templates by purpose; the chosen one with its versions and its form. A subject is a template's id."""

    open_requested = Signal(str, str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self.editors: dict[str, Editor] = {}  # those with something that is not kept yet, and the open one
        self.editor: Editor | None = None
        self.back, self.title = Button("arrow-left", self._back), Text("text", 18, 600)
        self.new, self.bring = Button("plus", self.begin), Button("upload", self.import_file)
        self.unkept, self.go_on = Said(), Button("pencil", self._go_on)
        self.list = Templates(console)
        self.list.open_requested.connect(self.open_requested)
        self.list.filled.connect(self._filled)
        self.list.chosen.edit_asked.connect(lambda filed: self.edit(filed))
        self.list.chosen.copy_asked.connect(lambda filed: self.copy(filed))
        self._stack, self._front = QStackedWidget(), QWidget()
        self._lay_out()
        stop = console.on(SessionChanged, while_there(self, lambda _: self._allow()))
        self.destroyed.connect(lambda _=None: stop())
        self.retranslate()

    # Editing

    def begin(self) -> None:
        """A new checklist."""
        section = Section(new_id(), Words(), (Item(new_id(), Words()),))
        sheet = Sheet(Words(), Purpose.FIVE_S, Form((section,)))
        ask_for(self, DraftChecklist, lambda: self._open(new_id(), sheet, 0))

    def edit(self, filed: Filed) -> None:
        """Edit one that is there; what was typed before and could not be kept is there still."""
        template = filed.kept.value.id
        ask_for(self, DraftChecklist, lambda: self._open(template, filed.sheet, filed.kept.version))

    def copy(self, filed: Filed) -> None:
        """Begin a new one that is alike; help pictures stay with the one that they belong to."""
        sheet = filed.sheet
        name = Words(
            self.tr("{0} (copy)").format(sheet.name.en) if sheet.name.en else "",
            self.tr("{0} (copy)").format(sheet.name.zh) if sheet.name.zh else "",
        )
        sections = tuple(
            Section(new_id(), s.words, tuple(replace(item, id=new_id(), picture="") for item in s.items))
            for s in sheet.form.sections
        )
        made = Sheet(name, sheet.purpose, replace(sheet.form, sections=sections))
        ask_for(self, DraftChecklist, lambda: self._open(new_id(), made, 0))

    def import_file(self) -> None:
        """Bring a file in."""
        dialog = ImportDialog(self._console, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.taken.connect(self._show)
        dialog.open()

    def _open(self, template: str, sheet: Sheet, revision: int) -> None:
        editor = self.editors.get(template)
        if editor is None:
            shown = sheet if revision else Sheet(Words(), sheet.purpose)
            editor = self.editors[template] = Editor(self._console, template, shown, revision)
            if not revision:
                editor.edits.sheet = sheet  # all of it is to be kept
                editor.refresh()
            editor.left.connect(lambda: self._left(template))
            editor.publish_asked.connect(lambda: self._publish(template))
            editor.keeper.told.connect(lambda: self._gone(template))
            self._stack.addWidget(editor)
        self.editor = editor
        self._stack.setCurrentWidget(editor)
        focus = editor.outline if revision else editor.part.shown.first()
        focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _left(self, template: str) -> None:
        """Back to the list; the editor goes when everything of it is in the records."""
        self.editor = None
        self._stack.setCurrentWidget(self._front)
        self.list.wanted = template
        self._gone(template)
        self._say_unkept()
        self.list.read()
        self.list.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _gone(self, template: str) -> bool:
        editor = self.editors.get(template)
        if editor is None or editor is self.editor:
            return editor is None
        untouched = not editor.keeper.revision and not editor.edits.can_undo
        if not editor.keeper.safe and not untouched:
            return False
        del self.editors[template]
        editor.keeper.close()
        self._stack.removeWidget(editor)
        editor.hide()
        editor.deleteLater()
        self._say_unkept()
        return True

    def _say_unkept(self) -> None:
        """What was typed and cannot be in the records stays here, and is said until somebody goes on with it."""
        waiting = [id for id, one in self.editors.items() if one is not self.editor and not one.keeper.safe]
        self.list.unkept = frozenset(waiting)
        self.list.model.retranslate()
        self.go_on.setVisible(bool(waiting))
        self.unkept.warn(self.tr("%n checklist(s) could not be kept yet. What you typed is here.", "", len(waiting)))
        self.unkept.setVisible(bool(waiting))

    def _go_on(self) -> None:
        editor = next((one for one in self.editors.values() if not one.keeper.safe), None)
        if editor is not None:
            self._open(editor.template, editor.edits.sheet, editor.keeper.revision)

    def _publish(self, template: str) -> None:
        """The draft is kept: back to the list, where its differences are shown and a note is asked."""
        if self.editor is not None and self.editor.template == template:
            self._left(template)
            self.list.chosen.ask_publish(template)

    def _show(self, template: str) -> None:
        self.list.wanted = template
        self.list.read()

    # What the shell calls

    def _filled(self) -> None:
        if self.back.hasFocus():  # the list could not take the keyboard before it was there
            self.list.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _back(self) -> None:
        self.open_requested.emit("audits", "")

    def show_subject(self, subject: str) -> None:
        """A template's id."""
        if subject:
            if self.editor is not None:
                self.editor.leave()
            self._show(subject)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._allow()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.back.name(self.tr("Audits"), self.tr("Back to the audits"))
        self.title.say(self.tr("Checklists"))
        self.bring.name(self.tr("Import…"), self.tr("Bring a checklist in from a file"))
        self.go_on.name(self.tr("Go on"), self.tr("Go on with the checklist that could not be kept"))
        self._allow()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _allow(self) -> None:
        why = why_not(self._console, DraftChecklist)
        self.new.name(self.tr("New"), why or self.tr("Make a new checklist (Ctrl+N)"))
        for button in (self.new, self.bring):
            button.setEnabled(not why)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.back)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.bring)
        head.addWidget(self.new)
        front = QVBoxLayout(self._front)
        front.setContentsMargins(0, 0, 0, 0)
        front.setSpacing(12)
        front.addLayout(head)
        waiting = QHBoxLayout()
        waiting.addWidget(self.unkept, 1)
        waiting.addWidget(self.go_on)
        self.go_on.hide()
        front.addLayout(waiting)
        front.addWidget(self.list, 1)
        self._stack.addWidget(self._front)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.addWidget(self._stack)
        bound = QAction(self._front)
        bound.setShortcut(QKeySequence("Ctrl+N"))
        bound.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        bound.triggered.connect(lambda _=False: self.begin() if self.new.isEnabled() else None)
        self._front.addAction(bound)
        self.setFocusProxy(self.list)


def _order(row: TemplateShown) -> tuple[bool, int, str, str]:
    template = row.template
    return template.retired, ORDER[template.purpose], template.name.said(chinese()), template.id
