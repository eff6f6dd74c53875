"""All records as open files, for people and other programs, or to move the console."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout

from widgets.cards import Button, Card, Text, Tick
from widgets.people.fields import Said


class ExportCard(Card):
    """`wanted` carries whether it shall be an archive."""

    wanted = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.words, self.proofs, self.meaning = Text("text_muted", wrap=True), Tick(), Text("text_faint", 12, wrap=True)
        self.said = Said()
        self.folder = Button("folder-open", lambda: self.wanted.emit(False))
        self.archive = Button("download", lambda: self.wanted.emit(True))
        self.proofs.toggled.connect(lambda _: self._mean())
        for part in (self.words, self.proofs, self.meaning):
            self.body.addWidget(part)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.folder)
        row.addWidget(self.archive)
        self.body.addLayout(row)
        self.body.addWidget(self.said)
        self.retranslate()

    def allow(self, why_not: str, why_no_proofs: str, busy: bool) -> None:
        """Let it be asked for, or say why not."""
        for button in (self.folder, self.archive):
            button.setEnabled(not busy and not (why_no_proofs if self.proofs.isChecked() else why_not))
            button.name(button.text(), (why_no_proofs if self.proofs.isChecked() else why_not) or button.text())

    def _mean(self) -> None:
        if self.proofs.isChecked():
            words = self.tr(
                "To move this console to another computer: everybody signs in there as here. Keep it where nobody finds"
                " it; a PIN can be guessed from what is in it."
            )
        else:
            words = self.tr(
                "PINs and badges are left out. Whoever imports it gives an administrator a new PIN; the others get"
                " theirs from the administrator."
            )
        self.meaning.say(words)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Export"))
        self.words.say(
            self.tr(
                "All records, the trail, pictures and files as open files: CSV tables that any spreadsheet reads, and a"
                " list of hashes that proves them whole."
            )
        )
        self.proofs.setText(self.tr("With the proofs of PINs and badges"))
        self.folder.name(self.tr("Into a folder…"))
        self.archive.name(self.tr("Into one archive…"))
        self._mean()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
