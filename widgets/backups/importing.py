"""Bringing an export into a console that has no records yet: choose it, look at what it holds, say who may sign in."""

from __future__ import annotations

from datetime import tzinfo
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.app.replacing import needs_pin
from console.domain.backups import Parcel
from widgets.backups.counts import Counts
from widgets.cards import Button, Card, Choice, Fact, Text
from widgets.people.fields import Field, Said
from widgets.people.pinform import PinForm
from widgets.plain import plain
from widgets.times import moment


class ImportCard(Card):
    """`chosen` carries whether an archive shall be chosen; `agreed` carries path, administrator's id and PIN."""

    chosen = Signal(bool)
    agreed = Signal(object, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.words, self.said = Text("text_muted", wrap=True), Said()
        self.folder = Button("folder-open", lambda: self.chosen.emit(False))
        self.archive = Button("upload", lambda: self.chosen.emit(True))
        self.made, self.holds = Fact(), Fact()
        self.why_pin = Text("text_muted", wrap=True)
        self.who, self.pin = Field(Choice()), PinForm()
        self.go, self.back = Button("upload", self._agree, primary=True), Button("", self.forget)
        self.inside = QWidget()
        self._source: Path | None = None
        self._parcel: Parcel | None = None
        self._now, self._zone = 0.0, None
        self._lay_out()
        self.pin.given.connect(self._agree)
        self.forget()
        self.retranslate()

    def _lay_out(self) -> None:
        self.body.addWidget(self.words)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.folder)
        row.addWidget(self.archive)
        self.body.addLayout(row)
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(10)
        for part in (self.made, self.holds, self.why_pin, self.who, self.pin):
            column.addWidget(part)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.go)
        column.addLayout(foot)
        self.body.addWidget(self.inside)
        self.body.addWidget(self.said)

    def allow(self, empty: bool, busy: bool) -> None:
        """Only where there are no records."""
        for part in (self.folder, self.archive):
            part.setEnabled(empty and not busy)
        self.go.setEnabled(empty and not busy)
        if not empty:
            self.forget()

    def show_parcel(self, source: Path, parcel: Parcel, now: float, zone: tzinfo | None) -> None:
        """Say what an export holds and ask what is needed."""
        self._source, self._parcel, self._now, self._zone = source, parcel, now, zone
        self.said.say("")
        choice = self.who.control
        choice.clear()
        for id, name in parcel.administrators:
            choice.addItem(plain(name, 60), id)
        for part in (self.why_pin, self.who, self.pin):
            part.setVisible(needs_pin(parcel))
        self.inside.show()
        self._say()
        (self.pin if needs_pin(parcel) else self.go).setFocus()

    def forget(self) -> None:
        """Nothing is chosen."""
        self._source = self._parcel = None
        self.pin.clear()
        self.inside.hide()

    def _agree(self) -> None:
        if self._source is None or self._parcel is None:
            return
        if not needs_pin(self._parcel):
            self.agreed.emit(self._source, "", "")
            return
        pin = self.pin.pin()
        if pin is not None:
            self.agreed.emit(self._source, str(self.who.control.currentData()), pin)

    def _say(self) -> None:
        parcel = self._parcel
        if parcel is None:
            return
        at = moment(parcel.made.timestamp(), self._now, self._zone)
        self.made.say(self.tr("{0}, version {1}").format(at, plain(parcel.program, 30)))
        counts = Counts()
        parts = (counts.exported(parcel.rows), counts.lines(parcel.lines), counts.attachments(parcel.attachments))
        self.holds.say(", ".join(parts))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Import"))
        self.words.say(
            self.tr(
                "Brings an export into a console that has no records yet, with its whole trail. Where there are"
                " records already, restore a backup instead."
            )
        )
        self.folder.name(self.tr("From a folder…"))
        self.archive.name(self.tr("From an archive…"))
        self.made.name.say(self.tr("Made"))
        self.holds.name.say(self.tr("Holds"))
        self.why_pin.say(
            self.tr("PINs and badges were left out of this export. Give one administrator a new PIN to begin with.")
        )
        self.who.name(self.tr("&Administrator"))
        self.go.name(self.tr("Import"))
        self.back.name(self.tr("Cancel"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
