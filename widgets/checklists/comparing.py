"""Dialogs that show differences: before publishing, between two versions, and when another console was quicker."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.domain.checklists import Version
from console.domain.commands.checklists import PublishChecklist
from console.domain.errors import Refusal
from widgets.calls.form import Paragraph
from widgets.cards import Button, Choice, Text
from widgets.checklists.differing import DifferenceList, difference_lines
from widgets.checklists.edits import Sheet
from widgets.checklists.keeping import Filed
from widgets.checklists.words import said, unfit_words
from widgets.orders.dialog import OrderDialog, offer
from widgets.people.fields import Field

if TYPE_CHECKING:
    from console.app.console import Console

WIDE = 640
DRAFT = "draft"


def sheet_of(version: Version) -> Sheet:
    """A version as it could be edited."""
    return Sheet(version.name, version.purpose, version.form)


class PublishDialog(OrderDialog):
    """Says what the draft changes in the version that holds, and asks what is new about it."""

    def __init__(self, console: Console, parent: QWidget | None, filed: Filed) -> None:
        super().__init__(console, parent, "check", WIDE)
        self._filed = filed
        self.differences, self.note = DifferenceList(), Field(Paragraph())
        self.body.addWidget(self.differences)
        self.staying.addWidget(self.note)
        self.fields = {"note": self.note}
        self.note.control.done.connect(self.submit)
        self.retranslate()
        self.fit()
        self.note.control.setFocus()

    def submit(self) -> None:
        """Publish what was shown, and nothing that came after."""
        template, revision = self._filed.kept.value, self._filed.kept.version
        self.give(PublishChecklist(template.id, self.note.control.toPlainText().strip(), revision))

    def refused(self, refusal: Refusal) -> None:
        """Say what is in the way."""
        if refusal.code == "form_unfit":
            self.said.say(unfit_words(refusal))
        else:
            super().refused(refusal)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        template, held = self._filed.kept.value, self._filed.held
        title = self.tr("Publish {0}").format(said(template.name, 80))
        self.setWindowTitle(title)
        self.heading.say(title)
        number = template.published + 1
        self.how.say(
            self.tr("Version {0} holds from now on, at every console. Rounds that are open keep theirs.").format(number)
        )
        if held is None:
            self.differences.show_lines([], self.tr("It is the first version: everything in it is new."))
        else:
            lines = difference_lines(sheet_of(held), self._filed.sheet)
            self.differences.show_lines(
                lines, self.tr("The draft does not differ from version {0}.").format(number - 1)
            )
        self.note.name(self.tr("What is &new (for those who use it)"))
        self.go.name(self.tr("Publish version {0}").format(number))
        self.leave.name(self.tr("Cancel"))


class DifferencesDialog(OrderDialog):
    """Any two versions, or the draft."""

    def __init__(
        self, console: Console, parent: QWidget | None, versions: Sequence[Version], filed: Filed, first: int = 0
    ) -> None:
        super().__init__(console, parent, "", WIDE)
        self._sheets: dict[str, Sheet] = {str(one.number): sheet_of(one) for one in versions}
        if filed.kept.value.draft is not None:
            self._sheets = {DRAFT: filed.sheet, **self._sheets}
        keys = list(self._sheets)
        self.older, self.newer = Field(Choice()), Field(Choice())
        self.differences = DifferenceList()
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self.older, 1)
        both.addWidget(self.newer, 1)
        self.body.addLayout(both)
        self.body.addWidget(self.differences)
        self.go.hide()
        chosen = str(first) if str(first) in keys else keys[0]
        before = keys[min(keys.index(chosen) + 1, len(keys) - 1)]
        self.retranslate()
        for field, key in ((self.older, before), (self.newer, chosen)):
            field.control.setCurrentIndex(max(0, field.control.findData(key)))
            field.control.currentIndexChanged.connect(lambda _: self._show())
        self._show()
        self.resize(WIDE, 560)

    def submit(self) -> None:
        """Enter closes it."""
        self.accept()

    def _show(self) -> None:
        older, newer = (self._sheets[str(field.control.currentData())] for field in (self.older, self.newer))
        self.differences.show_lines(difference_lines(older, newer), self.tr("Nothing differs."))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.setWindowTitle(self.tr("Differences"))
        self.heading.say(self.tr("Differences"))
        self.how.say(self.tr("What the right one says otherwise than the left one."))
        entries = [
            (key, self.tr("Draft") if key == DRAFT else self.tr("Version {0}").format(key)) for key in self._sheets
        ]
        for field, words in ((self.older, self.tr("&From")), (self.newer, self.tr("&To"))):
            field.name(words)
            chosen = str(field.control.currentData() or "")
            offer(field.control, "", entries, chosen)
        self.leave.name(self.tr("Close"))
        if self.older.control.count():
            self._show()


class MeanwhileDialog(OrderDialog):
    """Theirs and mine beside each other; `decided` says whether mine is kept. Nothing is lost either way."""

    decided = Signal(bool)

    def __init__(self, console: Console, parent: QWidget | None, mine: Sheet, theirs: Filed | None, who: str) -> None:
        super().__init__(console, parent, "check", WIDE)
        self._mine, self._theirs, self._who = mine, theirs, who
        self.differences, self.advice = DifferenceList(), Text("text_muted", 13, wrap=True)
        self.other = Button("download", lambda: self._decide(False))
        self.body.addWidget(self.differences)
        self.staying.addWidget(self.advice)
        self.foot.insertWidget(1, self.other)
        self.other.setVisible(theirs is not None)
        self.retranslate()
        self.fit()

    def submit(self) -> None:
        """Keep mine."""
        self._decide(True)

    def _decide(self, mine: bool) -> None:
        self.accept()
        self.decided.emit(mine)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.setWindowTitle(self.tr("Changed meanwhile"))
        self.heading.say(self.tr("Changed meanwhile at another console"))
        if self._theirs is None:
            self.how.say(self.tr("The checklist was discarded there. What you have here can be kept as a draft again."))
            self.differences.show_lines([], "")
        else:
            words = self.tr("{0} changed the checklist while you edited it. This is what yours says otherwise:")
            self.how.say(words.format(self._who or self.tr("Somebody")))
            lines = difference_lines(self._theirs.sheet, self._mine)
            self.differences.show_lines(lines, self.tr("Nothing differs."))
        self.advice.say(
            self.tr("Nothing is lost: theirs stays in the trail, and yours comes back here with Ctrl+Z.")
            if self._theirs is not None
            else ""
        )
        self.go.name(self.tr("Keep mine"))
        self.other.name(self.tr("Take theirs"))
        self.leave.name(self.tr("Decide later"))
