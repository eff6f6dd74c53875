"""The last step: the import itself, how far it is, and exactly what went in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.app.exchange import Trial
from console.app.exchangetaking import Taken, Taking
from console.app.tablefile import write_table
from console.domain.commands.orders import ImportOrders
from console.domain.errors import Refusal
from console.domain.exchange import Difference
from widgets.attachments.later import while_there
from widgets.backups.progress import Bar
from widgets.cards import Button, Card, Text
from widgets.exchange.listing import Later, Listing, asked_path
from widgets.numbers import decimal, whole
from widgets.people.fields import Said
from widgets.people.signing import ask_for, why_not
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console


class TakeStep(QWidget):
    """Begins when somebody says so; can be stopped between two slices."""

    ended = Signal()

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._trial: Trial | None = None
        self._more: tuple[Difference, ...] = ()
        self._undecided = 0
        self._taking: Taking | None = None
        self.taken: Taken | None = None
        self.card, self.words, self.said = Card(), Text("text", 14, wrap=True), Said()
        self.bar, self.share, self.stop = Bar(), Text("text_muted", 13), Button("x", self._stop)
        self.went_in = Listing((180, 160), stretch=1)
        self.export = Button("download", self.write_list)
        self.ask_path: Callable[..., str] = asked_path
        row = QHBoxLayout()
        row.setSpacing(12)
        for part in (self.bar, self.share, self.stop):
            row.addWidget(part)
        row.addStretch(1)
        self._doing = QWidget()
        self._doing.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self.card.tools.addWidget(self.export)
        for part in (self.words, self._doing, self.said):
            self.card.body.addWidget(part)
        self.card.body.addWidget(self.went_in, 1)
        self._below = QWidget()  # keeps the words at the top while there is no list yet
        self.card.body.addWidget(self._below, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        self._show()

    @property
    def running(self) -> bool:
        """Whether it is under way."""
        return self._taking is not None

    @property
    def ready(self) -> bool:
        """Whether there is something to take that was not taken yet."""
        return self._trial is not None and self.taken is None and not self.running and self._size() > 0

    def begin(self, trial: Trial, more: tuple[Difference, ...], undecided: int) -> None:
        """Say what will be done."""
        self._trial, self._more, self._undecided, self.taken = trial, more, undecided, None
        self.said.say("")
        self._show()

    def go(self) -> None:
        """Import, after a sign-in where nobody is signed in."""
        why = why_not(self._console, ImportOrders)
        if why:
            self.said.say(why)
        else:
            ask_for(self, ImportOrders, self._go)

    def _go(self) -> None:
        trial, exchange = self._trial, self._console.exchange
        if trial is None or exchange is None or not self.ready:
            return
        found = trial.compared
        self.bar.show_share(0.0)
        told, ended = while_there(self, self._told), while_there(self, self._ended)
        changes = found.changes + self._more
        self._taking = exchange.take(trial.mapping.name, found.new, changes, told, ended)
        self._show()

    def _told(self, done: int, of: int) -> None:
        self.bar.show_share(done / max(1, of))
        self.share.say(self.tr("{0} of {1}").format(whole(done), whole(of)))

    def _stop(self) -> None:
        if self._taking is not None:
            self._taking.stop()

    def _ended(self, taken: Taken) -> None:
        self._taking, self.taken = None, taken
        if taken.refusal is not None:
            self.said.say(words_of(taken.refusal))
        elif taken.stopped:
            self.said.warn(self.tr("Stopped. What is listed below is in; the rest is not."))
        else:
            self.said.good(self.tr("Done in {0} s. Importing the same again changes nothing.").format(_seconds(taken)))
        self._show()
        self.ended.emit()

    def write_list(self) -> None:
        """What went in, as CSV."""
        path, exchange = self.ask_path(self, self.tr("Save the list"), "imported.csv"), self._console.exchange
        if not path or exchange is None:
            return
        rows = self.went_in.table()

        def written(refusal: Refusal | None) -> None:
            if refusal is not None:
                self.said.say(words_of(refusal))
            else:
                self.said.good(self.tr("Written: {0}").format(plain(path, 120)))

        heard = while_there(self, written)
        exchange.run(lambda: write_table(Path(path), rows), heard, heard)

    # Showing

    def _size(self) -> int:
        trial = self._trial
        return len(trial.compared.new) + len(trial.compared.changes) + len(self._more) if trial is not None else 0

    def _show(self) -> None:
        self._doing.setVisible(self.running)
        self.export.setVisible(self.taken is not None and bool(self.taken.new or self.taken.changed))
        self.went_in.setVisible(self.taken is not None)
        self._below.setVisible(self.taken is None)
        self.words.say(self._result() if self.taken is not None else self._plan())
        taken = self.taken
        if taken is not None:
            new, changed = self.tr("new"), self.tr("changed")
            rows = [Later(lambda number: (plain(number), new), number) for number in taken.new]
            rows += [Later(lambda number: (plain(number), changed), number) for number in taken.changed]
            self.went_in.show_rows((self.tr("Order"), self.tr("What was done")), rows, self.tr("Nothing went in."))

    def _plan(self) -> str:
        trial = self._trial
        if trial is None:
            return ""
        if not self._size():
            return self.tr("There is nothing to import: everything is here as the source says it.")
        words = [
            self.tr("%n order(s) will be new", "", len(trial.compared.new)),
            self.tr("%n order(s) will be changed", "", len({o.order for o in (*trial.compared.changes, *self._more)})),
        ]
        words += self._left_out(trial)
        if self._undecided:
            words.append(self.tr("%n field(s) nobody decided stay as they are here", "", self._undecided))
        return " · ".join(words)

    def _result(self) -> str:
        taken = self.taken
        if taken is None:
            return ""
        words = [
            self.tr("%n order(s) are new", "", len(taken.new)),
            self.tr("%n order(s) were changed", "", len(taken.changed)),
        ]
        if taken.already:
            words.append(self.tr("%n were as the source says, or changed meanwhile", "", taken.already))
        if taken.left:
            words.append(self.tr("%n did not go in", "", taken.left))
        words += self._left_out(self._trial)
        return " · ".join(words)

    def _left_out(self, trial: Trial | None) -> list[str]:
        rows = len({error.row for error in trial.read.errors}) if trial is not None else 0
        return [self.tr("%n row(s) with errors are left out", "", rows)] if rows else []

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.card.title.say(self.tr("Import"))
        self.stop.name(self.tr("Stop"))
        self.export.name(self.tr("Save this list"))
        self.bar.setAccessibleName(self.tr("How far the import is"))
        self.went_in.name(self.tr("What went in"))
        self._show()


def _seconds(taken: Taken) -> str:
    return decimal(taken.seconds, 1)
