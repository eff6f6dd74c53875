"""Answers on their way into the records: shown at once, taken back where they are refused, and undone one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from console.domain.checklists import Answer, Run, answer_id
from console.domain.commands.checklists import AnswerItem, ClearAnswer
from console.domain.errors import Refusal
from widgets.attachments.later import while_there
from widgets.people.signing import ask_for

if TYPE_CHECKING:
    from console.app.console import Console

UNDO_MOST = 200


@dataclass(frozen=True, slots=True)
class Going:
    """An answer that is being kept; `read` is the number of the reading that has it, 0 while it is not durable."""

    answer: Answer | None
    number: int
    read: int = 0


class Keeping:
    """Of one run at a time. `changed` is called when what is shown changes, `refused` when something was not kept."""

    def __init__(
        self,
        widget: QWidget,
        console: Console,
        changed: Callable[[], None],
        read: Callable[[], None],
        refused: Callable[[str, str, Refusal], None],
    ) -> None:
        self._widget, self._console = widget, console
        self._changed, self._read, self._refused = changed, read, refused
        self._run: Run | None = None
        self._known: dict[str, Answer] = {}
        self._going: dict[str, Going] = {}
        self._before: list[tuple[str, Answer | None, Answer | None]] = []  # item, what was there, what was given
        self._number = self._asked = 0
        self.kept: datetime | None = None  # when the last answer of this console was durable

    def begin(self, run: Run) -> None:
        """Belong to another run."""
        if self._run is None or self._run.id != run.id:
            self._going, self._before, self._known, self.kept = {}, [], {}, None
        self._run = run

    @property
    def busy(self) -> bool:
        """Whether something is not durable yet."""
        return any(not one.read for one in self._going.values())

    @property
    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return bool(self._before)

    # Reading

    def asking(self) -> int:
        """The number of a reading that begins now."""
        self._asked += 1
        return self._asked

    def heard(self, number: int, answers: Mapping[str, Answer]) -> None:
        """What the records say; what a reading before did not have yet is shown as it was given."""
        self._known = dict(answers)
        self._going = {item: one for item, one in self._going.items() if not one.read or one.read > number}

    def answers(self) -> dict[str, Answer]:
        """The answers as they are shown."""
        found = dict(self._known)
        for item, one in self._going.items():
            if one.answer is None:
                found.pop(item, None)
            else:
                found[item] = one.answer
        return found

    # Giving

    def answer(self, item: str, value: float | None, text: str, skipped: bool, then: Callable[[], None]) -> None:
        """Keep an answer, after a sign-in where nobody is signed in; `then` when it is shown."""
        ask_for(self._widget, AnswerItem, partial(self._answer, item, value, text, skipped, then, True))

    def clear(self, item: str) -> None:
        """Take an answer back."""
        if item in self.answers():
            ask_for(self._widget, ClearAnswer, partial(self._clear, item, True))

    def undo(self) -> str:
        """Make the last answer of this console undone; its item, "" where somebody else answered it since, or none is
        there."""
        if not self._before:
            return ""
        item, before, given = self._before.pop()
        if not _same(self.answers().get(item), given):
            self._changed()
            return ""
        if before is None:
            ask_for(self._widget, ClearAnswer, partial(self._clear, item, False))
        else:
            again = partial(self._answer, item, before.value, before.text, before.skipped, lambda: None, False)
            ask_for(self._widget, AnswerItem, again)
        return item

    def _answer(
        self, item: str, value: float | None, text: str, skipped: bool, then: Callable[[], None], undoable: bool
    ) -> None:
        run = self._run
        if run is None:
            return
        who, now = self._console.office.who(), datetime.fromtimestamp(self._console.now(), UTC)
        shown = Answer(answer_id(run.id, item), run.id, item, run.place, now, who, value, text, skipped)
        command = AnswerItem(run=run.id, where=run.place, item=item, value=value, text=text, skipped=skipped)
        self._give(item, shown, undoable, command, text)
        then()

    def _clear(self, item: str, undoable: bool) -> None:
        if self._run is not None:
            command = ClearAnswer(run=self._run.id, where=self._run.place, item=item)
            self._give(item, None, undoable, command, "")

    def _give(
        self, item: str, shown: Answer | None, undoable: bool, command: AnswerItem | ClearAnswer, text: str
    ) -> None:
        if undoable:
            self._before = [*self._before, (item, self.answers().get(item), shown)][-UNDO_MOST:]
        self._number += 1
        number, run = self._number, command.run
        self._going[item] = Going(shown, number)
        done = while_there(self._widget, lambda _: self._done(run, item, number))
        cannot = while_there(self._widget, lambda refusal: self._cannot(run, item, number, text, refusal))
        self._console.office.do(command, done, cannot)
        self._changed()

    def _done(self, run: str, item: str, number: int) -> None:
        if self._run is None or self._run.id != run:
            return
        self.kept = datetime.fromtimestamp(self._console.now(), UTC)
        one = self._going.get(item)
        if one is not None and one.number == number:
            self._going[item] = Going(one.answer, number, self._asked + 1)
        self._read()

    def _cannot(self, run: str, item: str, number: int, text: str, refusal: Refusal) -> None:
        if self._run is None or self._run.id != run:
            return
        one = self._going.get(item)
        if one is not None and one.number == number:
            del self._going[item]
        self._before = self._before[:-1] if self._before and self._before[-1][0] == item else self._before
        self._changed()
        self._refused(item, text, refusal)


def _same(one: Answer | None, other: Answer | None) -> bool:
    """Whether both are the answer that one person gave; its words may have been trimmed meanwhile."""
    if one is None or other is None:
        return one is other
    return (one.who, one.value, one.skipped) == (other.who, other.value, other.skipped)
