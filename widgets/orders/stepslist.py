"""The way of an order: its steps with station, people, standard time, when each is due and who handed it on when."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.domain.assigning import late
from console.domain.commands.orders import AssignOrderStep, PassOrderStep
from console.domain.orders import OrderStep, WorkOrder
from widgets.calls.naming import who_word
from widgets.cards import Button, Picture, Text
from widgets.flow import emptied
from widgets.numbers import decimal
from widgets.orders.naming import station_word, when_words
from widgets.people.signing import why_not
from widgets.plain import plain

if TYPE_CHECKING:
    from console.app.console import Console


class StepsList(QWidget):
    """Shows the steps; `pass_asked` and `assign_asked` carry the name of one."""

    pass_asked = Signal(str)
    assign_asked = Signal(str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._shown: tuple[object, ...] = ()
        self.buttons: dict[tuple[str, str], Button] = {}  # by "pass" or "assign" and the step
        self.title, self._rows = Text("text", 14, 600), QVBoxLayout()
        self._rows.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.title)
        column.addLayout(self._rows)
        self.retranslate()

    def show_order(self, order: WorkOrder, names: Mapping[str, str], zone: tzinfo | None) -> None:
        """Show the steps of an order; nothing where it has none, and nothing is made anew where nothing changed."""
        now = self._console.now()
        at = datetime.fromtimestamp(now, UTC)
        lates = tuple(late(step, at) for step in order.steps)
        person = (self._console.session.person, self._console.session.as_role)
        wanted = (order.id, order.line, order.column, order.steps, lates, tuple(sorted(names.items())), person)
        self.setVisible(bool(order.steps))
        if wanted == self._shown:
            return
        self._shown = wanted
        emptied(self._rows)
        self.buttons = {}
        for step, behind in zip(order.steps, lates, strict=True):
            self._rows.addWidget(self._row(order, step, behind, names, now, zone))

    def _row(
        self, order: WorkOrder, step: OrderStep, behind: bool, names: Mapping[str, str], now: float, zone: tzinfo | None
    ) -> QWidget:
        row, line, words = QWidget(), QHBoxLayout(), QVBoxLayout()
        row.setLayout(line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        words.setSpacing(1)
        role = "warning" if behind else "good" if step.passed is not None else "text_faint"
        icon = "circle-check" if step.passed is not None else "clock" if behind else "square"
        line.addWidget(Picture(icon, role, 16), 0, Qt.AlignmentFlag.AlignTop)
        head = Text("text", 13, 600, wrap=True)
        head.say(" · ".join(part for part in (plain(step.name, 60), self._where(order, step)) if part))
        words.addWidget(head)
        for said, colour in self._lines(step, behind, names, now, zone):
            text = Text(colour, 12, wrap=True)
            text.say(said)
            words.addWidget(text)
        words.addStretch(1)
        line.addLayout(words, 1)
        if order.open:
            assign = self._button("assign", "user-plus", order, step, lambda: self.assign_asked.emit(step.name))
            line.addWidget(assign, 0, Qt.AlignmentFlag.AlignTop)
        if step.passed is None and not order.merged_into:
            passed = self._button("pass", "check", order, step, lambda: self.pass_asked.emit(step.name))
            line.addWidget(passed, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _button(self, what: str, icon: str, order: WorkOrder, step: OrderStep, clicked: Callable[[], object]) -> Button:
        button = Button(icon, clicked)
        name = plain(step.name, 60)
        kind = PassOrderStep if what == "pass" else AssignOrderStep
        why = why_not(self._console, kind, place=order.line)
        words = self.tr("Hand on at {0}") if what == "pass" else self.tr("Assign {0} to a station and people")
        button.name_silently(words.format(name))
        if why:
            button.setToolTip(why)
        button.setEnabled(not why)
        self.buttons[what, step.name] = button
        return button

    def _where(self, order: WorkOrder, step: OrderStep) -> str:
        each = (
            self.tr("{0} s a piece").format(decimal(step.seconds, 1 if step.seconds % 1 else 0)) if step.seconds else ""
        )
        return " · ".join(part for part in (station_word(self._console, step.station), each) if part)

    def _lines(
        self, step: OrderStep, behind: bool, names: Mapping[str, str], now: float, zone: tzinfo | None
    ) -> list[tuple[str, str]]:
        found = []
        if step.people:
            people = ", ".join(plain(names.get(id, id), 60) for id in step.people)
            found.append((people, "text"))
        if step.over:
            found.append((self.tr("Without the skill: {0}").format(plain(step.over, 200)), "warning"))
        if step.due is not None:
            due = self.tr("due {0}").format(when_words(step.due, now, zone))
            late_word = self.tr("late") if behind else ""
            role = "warning" if behind else "text_muted"
            found.append((" · ".join(part for part in (due, late_word) if part), role))
        if step.passed is not None:
            who = who_word(step.passed_by, names.get(step.passed_by, ""))
            words = self.tr("handed on {0} by {1}").format(when_words(step.passed, now, zone), who)
            found.append((words, "text_muted"))
        return found

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Steps"))
        self._shown = ()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
