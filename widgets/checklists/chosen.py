"""The chosen checklist: what it is, what can be done with it, its form, its versions, and its route if it has one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QHBoxLayout, QStackedWidget, QWidget

from console.app.queries.rounds import TemplateShown, versions_of
from console.domain.checklists import Purpose, Version
from console.domain.commands import Command
from console.domain.commands.checklists import DiscardDraft, DraftChecklist, PublishChecklist, RetireChecklist
from console.domain.errors import Refusal
from widgets.attachments.later import while_there
from widgets.calls.naming import who_word
from widgets.cards import Button, Card, Text
from widgets.checklists.asking import AskDialog
from widgets.checklists.comparing import DifferencesDialog, PublishDialog
from widgets.checklists.files import write_path
from widgets.checklists.formview import FormView
from widgets.checklists.keeping import Filed, filed
from widgets.checklists.paperform import write_form
from widgets.checklists.route import RouteTab
from widgets.checklists.versions import VersionList
from widgets.checklists.words import passes_words, purpose_word, said
from widgets.flow import Flow
from widgets.languages import chinese
from widgets.orders.naming import zone_of
from widgets.people.fields import Said, Tab, scrolled
from widgets.people.signing import OneByOne, why_not
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.times import moment

if TYPE_CHECKING:
    from console.app.console import Console

FORM, VERSIONS, ROUTE = range(3)


class ChosenChecklist(Card):
    """`edit_asked` and `copy_asked` carry what the records hold of it."""

    edit_asked, copy_asked = Signal(object), Signal(object)

    def __init__(self, console: Console) -> None:
        super().__init__(titled=False)
        self._console, self._one = console, OneByOne(self, console)
        self.shown: TemplateShown | None = None
        self.filed: Filed | None = None
        self.all: tuple[Version, ...] = ()
        self.heading, self.facts, self.said = (
            Text("text", 18, 600, wrap=True),
            Text("text_muted", 13, wrap=True),
            Said(),
        )
        self.edit, self.publish = (
            Button("pencil", self._edit, primary=True),
            Button("check", lambda: self.ask_publish()),
        )
        self.discard, self.retire = Button("undo-2", self._ask_discard), Button("archive-restore", self._retire)
        self.copy_button, self.export = Button("copy", self._copy), Button("download", self._export)
        self.print = Button("file-text", self._print)
        self.tabs = (Tab(), Tab(), Tab())
        self.languages = (Tab(), Tab())
        self.view, self.versions, self.route = FormView(), VersionList(console), RouteTab(console)
        self._stack = QStackedWidget()
        self._lay_out()
        self.versions.compare_asked.connect(self.compare)
        self.retranslate()

    # What is shown

    def show_template(self, shown: TemplateShown) -> None:
        """Show this one; its forms are read from the records."""
        if self.shown is None or shown.template.id != self.shown.template.id:
            self.said.say("")
            self.filed, self.all = None, ()
        self.shown = shown
        id = shown.template.id
        self._console.office.ask(filed(id), while_there(self, lambda found: self._heard(id, found)))
        self._console.office.ask(versions_of(id), while_there(self, lambda all: self._versions(id, all)))
        self._say()

    def turn(self, to: int) -> None:
        """Show the form, the versions or the route."""
        self.tabs[to].setChecked(True)
        self._stack.setCurrentIndex(to)
        for tab in self.languages:
            tab.setVisible(to == FORM)

    def _heard(self, id: str, found: Filed | None) -> None:
        if self.shown is not None and id == self.shown.template.id and found is not None:
            self.filed = found
            self._say()
            self._show_form()

    def _versions(self, id: str, all: Sequence[Version]) -> None:
        if self.shown is not None and id == self.shown.template.id:
            self.all = tuple(all)
            self.versions.show_versions(self.all)
            self._allow()

    def _show_form(self) -> None:
        if self.filed is None or self.shown is None:
            return
        sheet = self.filed.sheet
        self.view.show_form(sheet.name, sheet.form, self.languages[True].isChecked())
        self.route.show_route(self.shown, sheet.form)

    def _say(self) -> None:
        if self.shown is None:
            return
        template = self.shown.template
        self.heading.say(said(template.name, 200))
        parts = [purpose_word(template.purpose)]
        held = self.tr("version {0} holds").format(template.published) if template.published else ""
        parts.append(held or self.tr("nothing published yet"))
        if template.draft is not None and template.drafted is not None:
            person = self._console.session.rights.people.get(template.drafted_by)
            who = who_word(template.drafted_by, plain(person.name, 60) if person is not None else "")
            when = moment(template.drafted.timestamp(), self._console.now(), zone_of(self._console))
            parts.append(self.tr("draft of {0} by {1}").format(when, who))
        if template.retired:
            parts.append(self.tr("retired: not offered any more"))
        if self.filed is not None:
            form = self.filed.sheet.form
            parts.append(self.tr("%n item(s)", "", len(form.items)))
            if form.passes is not None:
                parts.append(self.tr("passes from {0}").format(passes_words(form)))
        self.facts.say(" · ".join(parts))
        self.tabs[ROUTE].setVisible(template.purpose is Purpose.PATROL)
        if template.purpose is not Purpose.PATROL and self._stack.currentIndex() == ROUTE:
            self.turn(FORM)
        self._allow()

    def allow(self) -> None:
        """Grey out what whoever is signed in may not do."""
        self._allow()
        self.route.allow()

    def _allow(self) -> None:
        if self.shown is None:
            return
        template = self.shown.template
        drafted = template.draft is not None
        self.retire.name(self.tr("Offer again") if template.retired else self.tr("Retire"))
        for button, kind, some in (
            (self.edit, DraftChecklist, True),
            (self.publish, PublishChecklist, drafted and not template.retired),
            (self.discard, DiscardDraft, drafted),
            (self.retire, RetireChecklist, True),
            (self.copy_button, DraftChecklist, True),
        ):
            why = why_not(self._console, kind)
            button.setVisible(some)
            button.setEnabled(not why and self.filed is not None)
            button.setToolTip(why)
        for button in (self.export, self.print):
            button.setEnabled(self.filed is not None)

    # What can be done

    def ask_publish(self, template: str = "") -> None:
        """Ask for a note and publish a draft, that of the chosen one where none is named; what it changes is shown."""
        wanted = template or (self.shown.template.id if self.shown is not None else "")

        def ask(found: Filed | None) -> None:
            if found is not None and found.kept.value.draft is not None:
                self._open(PublishDialog(self._console, self.window(), found))

        self._console.office.ask(filed(wanted), while_there(self, ask))

    def compare(self, number: int = 0) -> None:
        """Hold two versions beside each other."""
        if self.filed is not None and (self.all or self.filed.kept.value.draft is not None):
            self._open(DifferencesDialog(self._console, self.window(), self.all, self.filed, number))

    def export_to(self, path: Path) -> None:
        """Write the checklist as a file."""
        if self.filed is not None:
            self._write(path, lambda one: write_path(path, one.sheet))

    def print_to(self, path: Path) -> None:
        """Write an empty form for paper as PDF."""
        if self.filed is None:
            return
        template = self.filed.kept.value
        edition = self.tr("Draft") if template.draft is not None else self.tr("Version {0}").format(template.published)
        edition = f"{purpose_word(template.purpose)} · {edition}"
        self._write(path, lambda one: write_form(path, one.sheet, edition))

    def _write(self, path: Path, write: Callable[[Filed], None]) -> None:
        assert self.filed is not None
        try:
            write(self.filed)
        except OSError as error:
            self.said.say(self.tr("It cannot be written: {0}").format(plain(error.strerror or error, 120)))
        else:
            self.said.good(self.tr("Written: {0}").format(plain(path.name, 100)))

    def _edit(self) -> None:
        if self.filed is not None:
            self.edit_asked.emit(self.filed)

    def _copy(self) -> None:
        if self.filed is not None:
            self.copy_asked.emit(self.filed)

    def _ask_discard(self) -> None:
        if self.filed is None:
            return
        template, revision = self.filed.kept.value, self.filed.kept.version
        if template.published:
            words = self.tr("What version {0} says holds on. The trail still has the draft.").format(template.published)
        else:
            words = self.tr("It was never published: the checklist is gone with it. The trail still has it.")
        dialog = AskDialog(self._console, self.window(), DiscardDraft(template.id, revision), words)
        dialog.title(self.tr("Discard the draft of {0}?").format(said(template.name, 60)), self.tr("Discard the draft"))
        self._open(dialog)

    def _retire(self) -> None:
        if self.filed is not None:
            template, revision = self.filed.kept.value, self.filed.kept.version
            self._give(RetireChecklist(template.id, not template.retired, revision))

    def _give(self, command: Command) -> None:
        self.said.say("")
        self._one.give(command, lambda _: None, while_there(self, self._refused))

    def _refused(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))
        if self.shown is not None:
            self.show_template(self.shown)

    def _open(self, dialog: QWidget) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def _export(self) -> None:
        self._ask_path("checklist.json", self.tr("Checklist (*.json)"), ".json", self.export_to)

    def _print(self) -> None:
        self._ask_path("checklist.pdf", "PDF (*.pdf)", ".pdf", self.print_to)

    def _ask_path(self, name: str, kinds: str, ending: str, then: Callable[[Path], None]) -> None:
        chosen = QFileDialog.getSaveFileName(self, "", name, kinds)[0]
        if chosen:
            then(Path(chosen if chosen.lower().endswith(ending) else chosen + ending))

    # How it is laid out

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.edit.name(self.tr("Edit"))
        self.publish.name(self.tr("Publish…"))
        self.discard.name(self.tr("Discard draft…"))
        self.copy_button.name(self.tr("Copy as new"))
        self.export.name(self.tr("Export…"))
        self.print.name(self.tr("Paper form…"))
        for tab, words in zip(self.tabs, (self.tr("Form"), self.tr("Versions"), self.tr("Route")), strict=True):
            tab.name(words)
        for tab, words in zip(self.languages, ("English", "中文"), strict=True):
            tab.name(words)
        self._say()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.languages[chinese()].setChecked(True)
            self.retranslate()
            self._show_form()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        tools, row = Flow(gap=6), QHBoxLayout()
        for button in (
            self.edit, self.publish, self.discard, self.copy_button, self.export, self.print, self.retire,
        ):  # fmt: skip
            tools.addWidget(button)
        self._groups = (QButtonGroup(self), QButtonGroup(self))
        row.setSpacing(4)
        for at, tab in enumerate(self.tabs):
            self._groups[0].addButton(tab)
            row.addWidget(tab)
            tab.clicked.connect(lambda _=False, at=at: self.turn(at))
        row.addStretch(1)
        for tab in self.languages:
            self._groups[1].addButton(tab)
            row.addWidget(tab)
            tab.clicked.connect(lambda _=False: self._show_form())
        for part in (self.view, self.versions, self.route):
            self._stack.addWidget(scrolled(part))
        self.body.addWidget(self.heading)
        self.body.addWidget(self.facts)
        self.body.addLayout(tools)
        self.body.addWidget(self.said)
        self.body.addLayout(row)
        self.body.addWidget(self._stack, 1)
        self.languages[chinese()].setChecked(True)
        self.turn(FORM)
