"""Both signatures, the seal and whether it still fits, and what was said after the sealing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.domain.handover_moves import is_whole
from console.domain.handovers import Correction, Handover, Signature, Stage
from widgets.cards import Button, Picture, Text
from widgets.handover.words import HandoverCounts, Naming, minute, signature_words
from widgets.plain import plain_block
from widgets.theme import color, themes
from widgets.times import short_day

SHORT = 12  # signs of a seal that are shown


class Box(QWidget):
    """A signature that is there, or a dashed place for one."""

    def __init__(self) -> None:
        super().__init__()
        self._signed = False
        self.title, self.words = Text("text", 13, 600, wrap=True), Text("text_muted", 13, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 9)
        column.setSpacing(2)
        column.addWidget(self.title)
        column.addWidget(self.words)
        themes.changed.connect(self.update)

    def say(self, title: str, words: str, signed: bool) -> None:
        """Show it."""
        self.title.say(title)
        self.words.say(words)
        self._signed = signed
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = Qt.PenStyle.SolidLine if self._signed else Qt.PenStyle.DashLine
        painter.setPen(QPen(color("good" if self._signed else "border_strong"), 1, line))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


class SignOff(QWidget):
    """`take_over`: the incoming side begins; `switch`: another person signs in here; `correct`: say something later."""

    take_over = Signal()
    switch = Signal()
    correct = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Handover | None, Naming | None, tzinfo | None, tuple[Correction, ...]] = (
            None,
            None,
            None,
            (),
        )
        self._here = ""
        self.title = Text("text", 14, 600)
        self.outgoing, self.incoming = Box(), Box()
        self.begin, self.change = Button("check", self.take_over.emit, primary=True), Button("user", self.switch.emit)
        self.over = Text("warning", 13, wrap=True)
        self.seal, self._mark = Text("text_muted", 13, wrap=True), Picture("lock", "good", 16)
        self.explained = Text("text_faint", 12, wrap=True)
        self.later, self.corrections = Text("text", 14, 600), QVBoxLayout()
        self.correct_button = Button("pencil", self.correct.emit)
        self._lines: list[Text] = []
        self._lay_out()
        self.retranslate()

    def show_handover(
        self, handover: Handover | None, naming: Naming, zone: tzinfo | None, said: Sequence[Correction], here: str
    ) -> None:
        """Show how it stands; `here`: the name of whoever is signed in."""
        self._shown, self._here = (handover, naming, zone, tuple(said)), here
        self.refresh()

    @property
    def whole(self) -> bool:
        """Whether the signatures fit what is shown."""
        handover = self._shown[0]
        return handover is None or is_whole(handover)

    def refresh(self) -> None:
        """Say everything as it is now."""
        handover, naming, zone, said = self._shown
        stage = handover.stage if handover is not None else Stage.DRAFT
        out = handover.outgoing if handover is not None else None
        into = handover.incoming if handover is not None else None
        self._box(self.outgoing, self.tr("Outgoing"), out, zone, self.tr("not signed yet"))
        reads = self.tr("reads, asks, accepts each open item, then signs with PIN")
        self._box(self.incoming, self.tr("Incoming"), into, zone, reads)
        self.begin.setVisible(stage is Stage.HANDED)
        self.change.setVisible(stage is Stage.HANDED)
        over = bool(handover is not None and handover.overridden)
        self.over.setVisible(over)
        if handover is not None and over and naming is not None:
            words = self.tr("Signed all the same by {0}, with {1}: {2}")
            who, stops = naming.person(handover.overridden_by), HandoverCounts().stops(handover.unexplained)
            self.over.say(words.format(who, stops, plain_block(handover.overridden, 400)))
        self._say_seal(handover)
        self._say_later(said, naming, zone, stage is Stage.SEALED)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Sign-off"))
        self.begin.name(self.tr("Go through the items and take over"))
        self.change.name(self.tr("Switch person (F8)"))
        self.later.say(self.tr("Corrections"))
        self.correct_button.name(self.tr("Add a correction…"))
        self.explained.say(
            self.tr("After both signatures the record is sealed. A correction is a new entry that points to it.")
        )
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # Inside

    def _box(self, box: Box, side: str, signature: Signature | None, zone: tzinfo | None, missing: str) -> None:
        if signature is None:
            box.say(side, missing, False)
        else:
            box.say(
                f"{side} · {signature_words(signature, zone)}",
                self.tr("signed {0}").format(signature.over[:SHORT]),
                True,
            )

    def _say_seal(self, handover: Handover | None) -> None:
        signed = handover is not None and handover.outgoing is not None
        self.seal.setVisible(signed)
        self._mark.setVisible(signed)
        if handover is None or not signed:
            return
        if not is_whole(handover):
            self.seal.say(self.tr("ALTERED: what is shown is not what was signed. See the Trail page."))
            self.seal.paint_as("bad")
            self._mark.show_icon("triangle-alert", "bad")
            return
        words = self.tr("Seal {0} · unaltered") if handover.seal else self.tr("Signature {0} · unaltered")
        assert handover.outgoing is not None
        self.seal.say(words.format((handover.seal or handover.outgoing.over)[:SHORT]))
        self.seal.paint_as("text_muted")
        self._mark.show_icon("lock" if handover.seal else "pencil", "good")

    def _say_later(self, said: Sequence[Correction], naming: Naming | None, zone: tzinfo | None, sealed: bool) -> None:
        self.later.setVisible(bool(said))
        self.correct_button.setVisible(sealed)
        while len(self._lines) < len(said):
            line = Text("text", 13, wrap=True)
            self._lines.append(line)
            self.corrections.addWidget(line)
        for line in self._lines[len(said) :]:
            line.hide()
        for line, one in zip(self._lines, said, strict=False):
            who = naming.person(one.who) if naming is not None else ""
            at = f"{short_day(one.at.astimezone(zone).date())} {minute(one.at, zone)}"
            line.say(f"{who} · {at} · {one.seal[:SHORT]}\n{plain_block(one.text, 2000)}")
            line.show()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        for part in (self.outgoing, self.incoming, self.over):
            column.addWidget(part)
        seal = QHBoxLayout()
        seal.setSpacing(8)
        seal.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        seal.addWidget(self.seal, 1)
        column.addLayout(seal)
        for part in (self.begin, self.change, self.explained, self.later):
            column.addWidget(part)
        self.corrections.setSpacing(8)
        column.addLayout(self.corrections)
        column.addWidget(self.correct_button)
