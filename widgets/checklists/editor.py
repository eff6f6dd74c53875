"""The editor of a checklist: outline, form of the chosen part, preview; every step undone, every draft kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from console.domain.commands.checklists import DraftChecklist
from widgets.cards import Button, Card, OneLine
from widgets.checklists.comparing import MeanwhileDialog
from widgets.checklists.edits import Edits, Place, Sheet
from widgets.checklists.formview import FormView
from widgets.checklists.keeping import How, Keeper
from widgets.checklists.outline import Outline
from widgets.checklists.partform import PartForm
from widgets.checklists.words import said, unfit_words
from widgets.flow import Flow
from widgets.people.fields import Said, scrolled
from widgets.people.signing import ask_for
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

WITH_PREVIEW = 1240  # pixels from which the preview has room beside the form
SOON = 120  # milliseconds until the preview follows


class Editor(QWidget):
    """Edits one template. `left` when the person goes back to the list, `publish_asked` when all is kept."""

    left, publish_asked = Signal(), Signal()

    def __init__(self, console: Console, template: str, sheet: Sheet, revision: int) -> None:
        super().__init__()
        self._console, self.template = console, template
        self.edits = Edits(sheet)
        self.keeper = Keeper(self, console, template, sheet, revision)
        self.title, self.state = OneLine("text", 18, 600), Said()
        self.back, self.publish = Button("arrow-left", self.leave), Button("check", self._publish, primary=True)
        self.undo_button, self.redo_button = Button("undo-2", self.undo), Button("redo-2", self.redo)
        self.sort_out = Button("arrow-left-right", self.decide)
        self.sign_in = Button("log-in", lambda: ask_for(self, DraftChecklist, self.keeper.keep))
        self.outline, self.part = Outline(self.edits), PartForm(self.edits, console, template)
        self.part.item.picture.kept = revision > 0
        self.add_section, self.add_item = Button("plus", self._add_section), Button("plus", self._add_item)
        self.copy_button, self.away = Button("copy", self._duplicate), Button("x", self._remove)
        self.up, self.down = Button("chevron-up", lambda: self._move(-1)), Button("chevron-down", lambda: self._move(1))
        self.view, self.form_card, self.view_card = FormView(), Card(titled=False), Card()
        self._publishing = False  # as soon as the draft is kept
        self._soon = QTimer(self, singleShot=True, interval=SOON, timeout=self._show_view)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.refresh()

    # What the person does

    def undo(self) -> None:
        """Take the last step back."""
        self.edits.undo()
        self.refresh()

    def redo(self) -> None:
        """Do it again."""
        self.edits.redo()
        self.refresh()

    def leave(self) -> None:
        """Back to the list; what can be kept is kept, the rest stays here until somebody comes back."""
        self.keeper.keep()
        self.left.emit()

    def decide(self) -> None:
        """Show both sides of what was changed at two consoles."""
        keeper = self.keeper
        if keeper.how is not How.CLASH:
            return
        person = self._console.session.rights.people.get(keeper.theirs.kept.value.drafted_by) if keeper.theirs else None
        who = plain(person.name, 60) if person is not None else ""
        dialog = MeanwhileDialog(self._console, self.window(), self.edits.sheet, keeper.theirs, who)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.decided.connect(self._decided)
        dialog.open()

    def _decided(self, mine: bool) -> None:
        if mine:
            self.keeper.mine()
            return
        theirs = self.keeper.take_theirs()
        if theirs is not None:
            self.edits.take(theirs)
        self.refresh()

    def _publish(self) -> None:
        self.keeper.keep()
        if self.keeper.how is How.UNFIT:
            self._go_to_wrong()
        elif self.keeper.safe:
            self.publish_asked.emit()
        elif self.keeper.how not in (How.CLASH, How.REFUSED, How.NOBODY):
            self._publishing = True

    def _add_section(self) -> None:
        if self.edits.add_section():
            self.refresh()
            self.part.shown.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_item(self) -> None:
        if self.edits.add_item():
            self.refresh()
            self.part.shown.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _duplicate(self) -> None:
        if self.edits.duplicate(self.edits.chosen):
            self.refresh()

    def _remove(self) -> None:
        self.edits.remove(self.edits.chosen)
        self.refresh()
        self.state.say(self.tr("Removed. Ctrl+Z brings it back."), "undo-2", "text_muted")

    def _move(self, by: int) -> None:
        self.edits.move(self.edits.chosen, by)
        self.refresh()

    def _choose(self, id: str) -> None:
        self.edits.pause()
        self.edits.chosen = id
        self.part.refresh()
        self._mark()
        self._allow()

    def _put(self, id: str, to: Place) -> None:
        self.edits.chosen = id
        self.edits.put(id, to)
        self.refresh()

    # What is shown

    def refresh(self) -> None:
        """Show the edits as they stand, and have them kept."""
        self.keeper.note(self.edits.sheet)
        self.outline.refresh(self._wrong())
        self.part.refresh()
        self._after()

    def _typed(self) -> None:
        """A field was changed: only what follows from it is shown anew."""
        self.keeper.note(self.edits.sheet)
        self.outline.refresh(self._wrong())
        self.part.refresh()
        self._after()

    def _after(self) -> None:
        self.title.say(said(self.edits.sheet.name, 120) or self.tr("New checklist"))
        self._soon.start()
        self._allow()

    def _told(self) -> None:
        """The draft stands otherwise in the records."""
        keeper = self.keeper
        self.part.item.picture.kept = keeper.revision > 0
        self._say_state()
        self.sort_out.setVisible(keeper.how is How.CLASH)
        self.sign_in.setVisible(keeper.how is How.NOBODY)
        self.outline.refresh(self._wrong())
        self._mark()
        if self._publishing and keeper.how is not How.TYPING:
            self._publishing = False
            if keeper.safe:
                self.publish_asked.emit()
            elif keeper.how is How.UNFIT:
                self._go_to_wrong()

    def _say_state(self) -> None:
        """How the draft stands, in words."""
        keeper = self.keeper
        match keeper.how:
            case How.KEPT:
                self.state.good(self.tr("Draft kept"))
            case How.UNFIT:
                self.state.warn(self.tr("Not kept yet: {0}").format(unfit_words(keeper.refusal)))
            case How.REFUSED:
                self.state.say(words_of(keeper.refusal))
            case How.NOBODY:
                self.state.warn(self.tr("Not kept yet: nobody is signed in. What you typed stays here."))
            case How.CLASH:
                self.state.warn(self.tr("Changed meanwhile at another console. Nothing is lost: choose what is kept."))
            case How.TYPING:
                self.state.say(self.tr("…is being kept"), "hourglass", "text_faint")
            case How.SAME:
                self.state.say("")

    def _wrong(self) -> frozenset[str]:
        refusal = self.keeper.refusal
        if self.keeper.how is not How.UNFIT:
            return frozenset()
        return frozenset({str(refusal.facts.get("item", "")) or str(refusal.facts.get("section", ""))})

    def _mark(self) -> None:
        """Mark the field that cannot be so, where its part is shown."""
        refusal, wrong = self.keeper.refusal, self._wrong()
        here = self.edits.chosen in wrong
        field = str(refusal.facts.get("field", ""))
        self.part.mark(field if here else "", unfit_words(refusal) if here else "")

    def _go_to_wrong(self) -> None:
        wrong = next(iter(self._wrong()), "")
        self.edits.chosen = wrong if self.edits.find(wrong) else ""
        self.outline.refresh(self._wrong())
        self.part.refresh()
        self._mark()
        self.part.shown.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_view(self) -> None:
        self.view.show_form(self.edits.sheet.name, self.edits.sheet.form)

    def _allow(self) -> None:
        some = self.edits.find(self.edits.chosen) is not None
        for button in (self.copy_button, self.away, self.up, self.down):
            button.setEnabled(some)
        self.undo_button.setEnabled(self.edits.can_undo)
        self.redo_button.setEnabled(self.edits.can_redo)

    # How it is laid out

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Another screen is opened: nothing waits for the pause."""
        self.keeper.keep()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.view_card.setVisible(event.size().width() >= WITH_PREVIEW)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc goes to the outline, then to the list."""
        if event.key() == Qt.Key.Key_Escape:
            if self.outline.hasFocus():
                self.leave()
            else:
                self.outline.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.back.name(self.tr("Checklists"), self.tr("Back to the list; the draft is kept"))
        self.publish.name(self.tr("Publish…"))
        self.undo_button.name(self.tr("Undo"), self.tr("Take the last step back (Ctrl+Z)"))
        self.redo_button.name(self.tr("Redo"), self.tr("Do it again (Ctrl+Y)"))
        self.sort_out.name(self.tr("See both…"))
        self.sign_in.name(self.tr("Sign in"))
        self.add_section.name(self.tr("Section"), self.tr("Add a section (Ctrl+Shift+N)"))
        self.add_item.name(self.tr("Item"), self.tr("Add an item (Ctrl+N)"))
        self.copy_button.name_silently(self.tr("The same once more"))
        self.up.name_silently(self.tr("Up (Alt+Up)"))
        self.down.name_silently(self.tr("Down (Alt+Down)"))
        self.away.name_silently(self.tr("Remove (Del)"))
        self.outline.setAccessibleName(self.tr("Sections and items"))
        self.view_card.title.say(self.tr("Preview"))
        self.view_card.note.say(self.tr("as a person on a round sees it"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self._told()
            self._after()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.outline.chosen.connect(self._choose)
        self.outline.moved.connect(self._put)
        self.outline.removed.connect(lambda _: self._remove())
        self.part.edited.connect(self._typed)
        self.keeper.told.connect(self._told)
        for keys, act in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self.undo),
            (QKeySequence("Ctrl+Y"), self.redo),
            (QKeySequence("Ctrl+Shift+Z"), self.redo),
            (QKeySequence("Ctrl+N"), self._add_item),
            (QKeySequence("Ctrl+Shift+N"), self._add_section),
            (QKeySequence("Alt+Up"), lambda: self._move(-1)),
            (QKeySequence("Alt+Down"), lambda: self._move(1)),
        ):
            bound = QAction(self)
            bound.setShortcut(keys)
            bound.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            bound.triggered.connect(lambda _=False, act=act: act())
            self.addAction(bound)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back)
        head.addWidget(self.title, 1)
        for button in (self.undo_button, self.redo_button, self.publish):
            head.addWidget(button)
        stand = QHBoxLayout()
        stand.setSpacing(8)
        stand.addWidget(self.state, 1)
        stand.addWidget(self.sign_in)
        stand.addWidget(self.sort_out)
        for button in (self.sign_in, self.sort_out):
            button.hide()
        left = Card(titled=False)
        tools = Flow(gap=6)
        for button in (self.add_item, self.add_section, self.copy_button, self.up, self.down, self.away):
            tools.addWidget(button)
        left.body.addLayout(tools)
        left.body.addWidget(self.outline, 1)
        self.form_card.body.addWidget(scrolled(self.part), 1)
        self.view_card.body.addWidget(scrolled(self.view), 1)
        across = QSplitter(Qt.Orientation.Horizontal)
        across.setHandleWidth(12)
        across.setChildrenCollapsible(False)
        for part, least in ((left, 260), (self.form_card, 420), (self.view_card, 360)):
            part.setMinimumWidth(least)
            across.addWidget(part)
        across.setSizes([380, 620, 620])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(stand)
        column.addWidget(across, 1)
        self.setFocusProxy(self.outline)
