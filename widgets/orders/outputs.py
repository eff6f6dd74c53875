"""The output that was confirmed of an order, each time held against the counter, and taken back where it was wrong."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.app.queries.orders import OutputShown
from console.domain.commands.orders import TakeBackOutput
from console.domain.orders import Confirmation
from console.domain.reasons import Reason
from widgets.board.card import signed
from widgets.calls.naming import who_word
from widgets.cards import Button, Picture, Text
from widgets.flow import emptied
from widgets.numbers import whole
from widgets.orders.naming import when_words
from widgets.people.signing import why_not
from widgets.plain import plain

if TYPE_CHECKING:
    from console.app.console import Console


class Outputs(QWidget):
    """The last first; `back_asked` carries one that shall be taken back."""

    back_asked = Signal(object)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self.outputs: tuple[OutputShown, ...] = ()
        self._shown: tuple[object, ...] = ()
        self.buttons: dict[str, Button] = {}  # by confirmation
        self.title, self._rows = Text("text", 14, 600), QVBoxLayout()
        self._rows.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addLayout(self._rows)
        self.retranslate()

    def show_outputs(self, outputs: tuple[OutputShown, ...], zone: tzinfo | None) -> None:
        """Show what was confirmed; hidden where nothing was."""
        stops, person = self._console.stops, (self._console.session.person, self._console.session.as_role)
        reasons = {one.id: one for one in stops.reasons} if stops is not None else {}
        self.setVisible(bool(outputs))
        if (outputs, person, tuple(reasons)) == self._shown:
            return
        self.outputs, self._shown = outputs, (outputs, person, tuple(reasons))
        emptied(self._rows)
        self.buttons = {}
        for shown in outputs:
            self._rows.addWidget(self._row(shown, reasons, zone))

    def _row(self, shown: OutputShown, reasons: Mapping[str, Reason], zone: tzinfo | None) -> QWidget:
        one, now = shown.output, self._console.now()
        row, line, words = QWidget(), QHBoxLayout(), QVBoxLayout()
        row.setLayout(line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        words.setSpacing(1)
        gone = one.taken_back is not None
        head = Text("text_faint" if gone else "text", 13, 600, wrap=True)
        head.say(self._amounts(one))
        words.addWidget(head)
        for said, role in self._lines(shown, reasons, now, zone):
            text = Text(role, 12, wrap=True)
            text.say(said)
            words.addWidget(text)
        mark = Picture("rotate-ccw" if gone else "clipboard-check", "text_faint" if gone else "text_muted", 16)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        if not gone:
            back = Button("rotate-ccw", lambda: self.back_asked.emit(one))
            why = why_not(self._console, TakeBackOutput, place=one.line, about=one.who)
            back.name_silently(self.tr("Take back: {0}").format(self._amounts(one)))
            if why:
                back.setToolTip(why)
            back.setEnabled(not why)
            self.buttons[one.id] = back
            line.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _amounts(self, one: Confirmation) -> str:
        parts = [self.tr("{0} good").format(whole(one.good))]
        if one.scrap:
            parts.append(self.tr("{0} scrap").format(whole(one.scrap)))
        if one.rework:
            parts.append(self.tr("{0} rework").format(whole(one.rework)))
        return " · ".join(parts)

    def _lines(
        self, shown: OutputShown, reasons: Mapping[str, Reason], now: float, zone: tzinfo | None
    ) -> list[tuple[str, str]]:
        one = shown.output
        shift = " ".join(part for part in (plain(one.shift, 40), one.day.isoformat() if one.day else "") if part)
        who = who_word(one.who, shown.who)
        found = [(" · ".join(part for part in (when_words(one.at, now, zone), who, shift) if part), "text_muted")]
        if one.difference:
            words = self.tr("{0} against the counter, that said {1}")
            found.append((words.format(signed(one.difference), whole(one.proposed_good)), "warning"))
        for why in one.reasons:
            name = reasons[why.reason].name if why.reason in reasons else why.reason
            found.append((f"{plain(name, 80)}: {whole(why.pieces)}", "text_muted"))
        if one.note:
            found.append((plain(one.note, 300), "text_muted"))
        if one.taken_back is not None:
            by = who_word(one.taken_back_by, shown.taken_back_by)
            words = self.tr("taken back {0} by {1}").format(when_words(one.taken_back, now, zone), by)
            found.append((words, "warning"))
        return found

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Confirmed output"))
        self._shown = ()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
