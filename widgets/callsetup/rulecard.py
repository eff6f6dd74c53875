"""The chosen rule: its form, what is to be said about it, and the buttons that save, undo and remove."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.callsetup.ruleform import RuleForm
from widgets.cards import Button, Card, Text
from widgets.people.fields import Said, scrolled
from widgets.plain import tip


class RuleCard(Card):
    """Only shows; the tab that it lies on does what is pressed."""

    def __init__(self) -> None:
        super().__init__()
        self._edited = False
        self.form, self.said = RuleForm(), Said()
        self.why = Text("text_faint", 12, wrap=True)
        self.save, self.undo, self.remove = Button("", primary=True), Button("rotate-ccw"), Button("x")
        self._lay_out()
        self.retranslate()

    def settle(self, there: bool, edited: bool, why: str) -> None:
        """Whether a rule is chosen and edited, and `why` it may not be saved; everybody may try."""
        self._edited = edited
        self._inside.setVisible(there)
        self.note.say(self.tr("not saved yet") if edited else "")
        self.save.setEnabled(edited and not why)
        self.save.setToolTip(tip(why))
        self.undo.setEnabled(edited)
        self.remove.setEnabled(there and not why)
        self.why.say(why)
        self.why.setVisible(bool(why))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Rule"))
        self.note.say(self.tr("not saved yet") if self._edited else "")
        self.save.name(self.tr("Save"))
        self.undo.name(self.tr("Undo"), self.tr("Show the rule as it is saved"))
        self.remove.name(self.tr("Remove"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(scrolled(self.form), 1)
        column.addWidget(self.said)
        column.addWidget(self.why)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.remove)
        row.addStretch(1)
        row.addWidget(self.undo)
        row.addWidget(self.save)
        column.addLayout(row)
        self.body.addWidget(self._inside, 1)
        self.body.addStretch(0)
