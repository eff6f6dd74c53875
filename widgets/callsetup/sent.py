"""The last messages: what arrived, what did not and why, and sending one again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.app.queries.notices import NoticeShown, last_notices
from console.domain.commands.notices import RetryNotice
from console.domain.errors import Refusal
from console.domain.notices import State
from widgets.attachments.later import while_there
from widgets.callsetup.listpart import Cell, ListPart
from widgets.callsetup.messagewords import STATE_MARK, STATES, reason_word, why_words, word
from widgets.cards import Button, Tick
from widgets.people.signing import OneByOne, why_not
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.times import moment, zone_named

if TYPE_CHECKING:
    from console.app.console import Console

MADE, STATE, TO, WAY, CALL, REASON, TRIES, WHY = range(8)
AGAIN = (State.FAILED, State.GIVEN_UP, State.WAITING)


class SentPart(ListPart):
    """The youngest first; Enter opens the call that a message tells of."""

    kinds = frozenset({"notice", "notice_channel", "andon_call"})

    def __init__(self, console: Console) -> None:
        self.lost, self.retry = Tick(), Button("refresh-cw", self.send_again)
        self.to_call = Button("external-link", self.open_call)
        widths = (104, 190, 130, 112, 210, 136, 52, 320)
        super().__init__(console, widths, stretch=WHY, spare=(TRIES, REASON, WAY, CALL))
        self._one = OneByOne(self, console)
        bar = QHBoxLayout()
        bar.setSpacing(10)
        bar.addWidget(self.lost)
        bar.addStretch(1)
        bar.addWidget(self.to_call)
        bar.addWidget(self.retry)
        self.left.body.insertLayout(1, bar)
        self.side.hide()
        self.lost.toggled.connect(lambda _: self.read())
        self.grid.doubleClicked.connect(lambda _: self.open_call())
        self.retranslate()

    def heads(self) -> Sequence[str]:
        """The names of the columns."""
        return (
            self.tr("Made"),
            self.tr("State"),
            self.tr("To"),
            self.tr("Way out"),
            self.tr("Call"),
            self.tr("Why it was sent"),
            self.tr("Tries"),
            self.tr("What came of it"),
        )

    def cell(self, row: NoticeShown, column: int) -> Cell:
        """What stands in a column of a row."""
        notice = row.notice
        match column:
            case 0:
                return Cell(self._clock(notice.made))
            case 1:
                return Cell(word(STATES, notice.state), "text" if row.lost else "text_muted", STATE_MARK[notice.state])
            case 2:
                people = ", ".join(plain(name, 60) for name in row.persons)
                return Cell(plain(row.recipient, 60) or people or "–", "text")
            case 3:
                return Cell(plain(row.channel, 60))
            case 4:
                told = (plain(notice.place, 60), plain(row.category, 60), plain(row.call.text if row.call else "", 120))
                return Cell(" · ".join(filter(None, told)))
            case 5:
                return Cell(reason_word(notice.reason, notice.level))
            case 6:
                return Cell(str(notice.tries))
        return Cell(self._outcome(row), "text" if row.lost else "text_muted")

    def id_of(self, row: NoticeShown) -> str:
        """The notice's."""
        return row.notice.id

    def make_side(self) -> QWidget:
        """Nothing: a message is not changed."""
        return QWidget()

    def ask(self) -> None:
        """Ask the records."""
        now = datetime.fromtimestamp(self._console.now(), UTC)
        show, cannot = while_there(self, self.show_rows), while_there(self, self.cannot)
        self._console.office.ask(last_notices(self.lost.isChecked(), now), show, cannot)

    def choose(self, row: NoticeShown) -> None:
        """Its buttons go with it."""

    def show_rows(self, rows: Sequence[NoticeShown]) -> None:
        """What the records hold now."""
        super().show_rows(rows)
        lost = sum(row.lost for row in rows)
        self.left.note.say(self.tr("%n not delivered", "", lost) if lost else "")

    def show_lost(self) -> None:
        """Only what did not arrive."""
        self.lost.setChecked(True)

    def allow(self) -> None:
        """Grey out what cannot be done with the chosen one, or what whoever is signed in may not do."""
        row = self._row()
        why = why_not(self._console, RetryNotice, place=row.notice.place if row is not None else "")
        words = self.tr("Send again")
        self.retry.name(words, why or words)
        self.retry.setEnabled(not why and row is not None and row.notice.state in AGAIN)
        self.to_call.name(self.tr("Open the call"))
        self.to_call.setEnabled(row is not None and row.call is not None)

    # Doing

    def send_again(self) -> None:
        """Send the chosen one again."""
        row = self._row()
        if row is not None:
            command = RetryNotice(row.notice.id, row.notice.place)
            self._one.give(command, while_there(self, lambda _: self.read()), while_there(self, self._refused))

    def open_call(self) -> None:
        """Open the call that the chosen one tells of."""
        row = self._row()
        if row is not None and row.call is not None:
            self.open_requested.emit("calls", row.call.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.grid.hasFocus():
            self.open_call()
        else:
            super().keyPressEvent(event)

    def _refused(self, refusal: Refusal) -> None:
        self.read()
        self.said.say(words_of(refusal))

    def _row(self) -> NoticeShown | None:
        at: QModelIndex = self.grid.currentIndex()
        return self.model.rows[at.row()] if 0 <= at.row() < len(self.model.rows) else None

    def _outcome(self, row: NoticeShown) -> str:
        notice = row.notice
        if notice.state is State.DELIVERED:
            if row.acknowledged is not None:
                return self.tr("The call was acknowledged at {0}").format(self._clock(row.acknowledged))
            return self.tr("Not acknowledged yet") if row.call is not None and row.call.open else ""
        words = why_words(notice.why, notice.said)
        return words[:1].upper() + words[1:]

    def _clock(self, at: datetime) -> str:
        plant = self._console.plant_file
        return moment(at.timestamp(), self._console.now(), zone_named(plant.plant.timezone if plant else ""))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.left.title.say(self.tr("Last messages"))
        self.lost.setText(self.tr("Only what did not arrive"))
        self.lost.setAccessibleName(self.tr("Only what did not arrive"))
        self.grid.setAccessibleName(self.tr("Last messages, the youngest first"))
        super().retranslate()

    def settle(self) -> None:
        """Say why it is empty as it is now."""
        if self.lost.isChecked():
            self.empty.say(self.tr("Nothing is missing: every message arrived."))
        else:
            self.empty.say(
                self.tr("Every message about a call appears here, with what came of it. Set up a way out to begin.")
            )
        super().settle()
