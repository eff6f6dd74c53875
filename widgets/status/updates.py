"""Newer versions on the status page: one quiet line, and a button that asks now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDate, QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.domain.updates import Announcement, Standing, UpdateState, Why
from widgets.cards import Button, Text
from widgets.languages import languages
from widgets.plain import plain

if TYPE_CHECKING:
    from console.app.console import Console

WHYS: dict[Why, str] = {
    Why.ADDRESS: QT_TRANSLATE_NOOP("support", "it is neither a folder nor an address that can be asked"),
    Why.AWAY: QT_TRANSLATE_NOOP("support", "it cannot be reached"),
    Why.SILENT: QT_TRANSLATE_NOOP("support", "it does not answer"),
    Why.LARGE: QT_TRANSLATE_NOOP("support", "what is there is far too large"),
    Why.UNREADABLE: QT_TRANSLATE_NOOP("support", "what is there cannot be understood"),
    Why.FOREIGN: QT_TRANSLATE_NOOP("support", "what is there is about another program"),
}


def update_words(state: UpdateState, offered: str) -> str:
    """One quiet sentence about newer versions; `offered`: the newer one, "" where there is none."""
    translate, place = QCoreApplication.translate, plain(state.place, 120)
    if state.standing is Standing.OFF:
        return translate("support", "Newer versions: nobody is asked. The setting updates.place names where.")
    if state.asking:
        return translate("support", "Newer versions: {0} is asked now.").format(place)
    told = []
    if offered and state.offered is not None:
        words = translate("support", "Version {0} is offered at {1}. It is not installed by itself.")
        told += [words.format(offered, place), *about(state.offered)]
    elif state.standing is Standing.CURRENT:
        told.append(translate("support", "Newer versions: {0} has none.").format(place))
    if state.standing is Standing.TROUBLE and state.why is not None:
        why = translate("support", WHYS[state.why]) + (f" ({plain(state.detail, 80)})" if state.detail else "")
        told.append(translate("support", "Newer versions: {0} tells nothing: {1}.").format(place, why))
    if state.standing is Standing.UNASKED:
        told.append(translate("support", "Newer versions: {0} was not asked yet.").format(place))
    return ("" if languages.code == "zh_CN" else " ").join(told)


def about(offered: Announcement) -> list[str]:
    """The day and the sentence that came with a version; text from outside, as plain text."""
    told = []
    if offered.released is not None:
        day = QDate(offered.released.year, offered.released.month, offered.released.day)
        shown = QLocale().toString(day, QLocale.FormatType.ShortFormat)
        told.append(QCoreApplication.translate("support", "Released on {0}.").format(shown))
    note = offered.notes.get(languages.code) or offered.notes.get("en", "")
    return [*told, plain(note, 300)] if note else told


class UpdateLine(QWidget):
    """Says what the plant's place of newer versions told; never loud, whatever that was."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self.words = Text("text_muted", wrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.ask = Button("refresh-cw", self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.words, 1)
        row.addWidget(self.ask, 0, Qt.AlignmentFlag.AlignTop)

    def refresh(self) -> None:
        """Show what is known now."""
        updates = self._console.updates
        self.setVisible(updates is not None)
        if updates is None:
            return
        self.words.say(update_words(updates.state, updates.offered))
        self.words.paint_as("text" if updates.offered else "text_muted")
        self.ask.setVisible(updates.state.standing is not Standing.OFF)
        self.ask.setEnabled(not updates.state.asking)

    def retranslate(self) -> None:
        """Take the words of the language in use."""
        self.ask.name_silently(self.tr("Ask for newer versions now"))
        self.refresh()

    def _ask(self) -> None:
        if self._console.updates is not None:
            self._console.updates.ask()
            self.refresh()
