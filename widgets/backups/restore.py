"""Before a copy is put back: what comes back, what is taken away, and what stays where."""

from __future__ import annotations

from datetime import tzinfo
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout

from console.domain.backups import BackupCopy, Loss
from widgets.backups.counts import Counts
from widgets.backups.words import ICON, health_word
from widgets.cards import Button, Card, Fact, Text
from widgets.people.fields import Said
from widgets.status.words import size_words
from widgets.times import moment


class RestoreCard(Card):
    """`agreed` carries what shall be restored: a name in the folder or a path. Hidden until somebody asks."""

    agreed = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.made, self.holds, self.result = Fact(), Fact(), Fact()
        self.comes, self.goes = Text("text", wrap=True), Text("warning", wrap=True)
        self.stays = Text("text_muted", wrap=True)
        self.said = Said()
        self.go, self.back = Button("archive-restore", self._agree, primary=True), Button("", self.closed.emit)
        for part in (self.made, self.holds, self.result, self.comes, self.goes, self.stays, self.said):
            self.body.addWidget(part)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.go)
        self.body.addLayout(row)
        self._copy: BackupCopy | None = None
        self._what: str | Path = ""
        self._loss: Loss | None = None
        self._now, self._zone = 0.0, None
        self.go.setEnabled(False)
        self.retranslate()

    @property
    def what(self) -> str | Path:
        """What is shown: a name in the folder or a path."""
        return self._what

    def ask(self, copy: BackupCopy, what: str | Path, now: float, zone: tzinfo | None) -> None:
        """Show a copy; what it would take away is told later, once it was counted."""
        self._copy, self._what, self._loss = copy, what, None
        self._now, self._zone = now, zone
        self.said.say("")
        self.go.setEnabled(False)
        self._say()
        self.show()

    def tell_loss(self, loss: Loss) -> None:
        """Say what restoring it would take away."""
        self._loss = loss
        self.go.setEnabled(True)
        self._say()
        self.go.setFocus()

    def _agree(self) -> None:
        self.go.setEnabled(False)
        self.agreed.emit(self._what)

    def _say(self) -> None:
        copy = self._copy
        if copy is None:
            return
        at = moment(copy.at.timestamp(), self._now, self._zone)
        self.made.say(at)
        self.holds.say(
            f"{Counts().lines(copy.lines)}, {size_words(copy.size)}" if copy.lines else size_words(copy.size)
        )
        self.result.say(health_word(copy.health), ICON[copy.health][1])
        self.comes.say(self.tr("The records become what they were at {0}.").format(at))
        self.goes.say(self._losing())
        self.stays.say(self.tr("The records of now stay in a file beside them and are never deleted by the console."))

    def _losing(self) -> str:
        loss = self._loss
        if loss is None:
            return self.tr("Counting what was written since then…")
        if not loss.known:
            return self.tr(
                "What was written since then cannot be counted: the records cannot be read, or this copy comes from"
                " other records. Everything that is not in the copy is taken out of the records."
            )
        if not loss.since:
            return self.tr("Nothing was written since then.")
        words = [Counts().lines_since(loss.since)]
        if loss.shared and loss.since > loss.waiting:
            words.append(Counts().come_back(loss.since - loss.waiting))
        if loss.shared and loss.waiting:
            words.append(Counts().waiting(loss.waiting))
        return " ".join(words)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Restore this copy?"))
        self.made.name.say(self.tr("Made"))
        self.holds.name.say(self.tr("Holds"))
        self.result.name.say(self.tr("Result of the check"))
        self.go.name(self.tr("Restore"))
        self.back.name(self.tr("Cancel"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
