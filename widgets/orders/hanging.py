"""What hangs on an order: calls about it and actions from it, those there are and new ones; its other parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.app.queries.order_links import OrderLinks, about_order
from console.app.queries.orders import OrderFile
from console.domain.commands.actions import MakeAction
from console.domain.commands.andon import RaiseCall
from console.domain.orders import WorkOrder
from widgets.actions.followup import LineButton
from widgets.actions.known import actions_of
from widgets.actions.words import stage_word
from widgets.calls.naming import stage_word as call_stage_word
from widgets.calls.raising import raising_of
from widgets.cards import Button, Text
from widgets.flow import Flow, emptied
from widgets.numbers import whole
from widgets.orders.naming import column_word, ended_word
from widgets.people.signing import why_not
from widgets.plain import plain

if TYPE_CHECKING:
    from console.app.console import Console


class Hanging(QWidget):
    """`open_requested` carries a page and what to show there, `action_asked` that somebody wants a new action."""

    open_requested = Signal(str, str)
    order_asked = Signal(str)  # another order
    action_asked = Signal()

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._order: WorkOrder | None = None
        self._shown: tuple[object, ...] = ()
        self.call_button = Button("siren", self.raise_call)
        self.action_button = Button("list-checks", self.action_asked.emit)
        self.parts_title = Text("text", 14, 600)
        self._parts, self._links = QVBoxLayout(), QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.parts_title)
        column.addLayout(self._parts)
        row = Flow()
        row.addWidget(self.call_button)
        row.addWidget(self.action_button)
        column.addLayout(row)
        column.addLayout(self._links)
        for rows in (self._parts, self._links):
            rows.setSpacing(6)
        self.retranslate()

    def show_order(self, file: OrderFile, links: OrderLinks, number_of: dict[str, str]) -> None:
        """Show what hangs on an order; `number_of`: the numbers of orders that it names by id."""
        self._order = file.card.order
        self.allow()
        related = _related(file, {**number_of, **file.numbers})
        wanted = (self._order.id, related, links.calls, links.actions)
        if wanted == self._shown:
            return
        self._shown = wanted
        emptied(self._parts)
        emptied(self._links)
        self.parts_title.setVisible(bool(related))
        for id, icon, said in related:
            self._line(self._parts, icon, self._part_words(*said), lambda id=id: self.order_asked.emit(id))
        for call in links.calls:
            parts = (call.name, call.call.text or call.call.code, call_stage_word(call.call.stage))
            words = " · ".join(plain(part, 80) for part in parts if part)
            self._line(self._links, "siren", words, lambda id=call.call.id: self.open_requested.emit("calls", id))
        for one in links.actions:
            parts = (one.action.title, one.owner, stage_word(one.action.stage), one.action.due.isoformat())
            words = " · ".join(plain(part, 80) for part in parts if part)
            self._line(
                self._links, "list-checks", words, lambda id=one.action.id: self.open_requested.emit("actions", id)
            )

    def allow(self) -> None:
        """Offer what whoever is signed in may do."""
        order = self._order
        if order is None:
            return
        raising = raising_of(self)
        why = why_not(self._console, RaiseCall, place=order.line)
        self.call_button.setEnabled(not why and bool(order.line) and raising is not None and raising.known.there)
        self.call_button.name(self.tr("Raise a call…"), why or self.tr("A call about this order"))
        why = why_not(self._console, MakeAction, place=order.line)
        self.action_button.setEnabled(not why)
        self.action_button.setVisible(actions_of(self._console) is not None)
        self.action_button.name(self.tr("New action…"), why or self.tr("An action that comes from this order"))

    def raise_call(self) -> None:
        """Open the panel that raises calls, for the line of the order and about it."""
        raising = raising_of(self)
        if raising is not None and self._order is not None:
            raising.open(self._order.line, about_order(self._order.id), plain(self._order.number, 60))

    def _part_words(self, kind: str, order: WorkOrder | None, number: str) -> str:
        words = {
            "from": self.tr("Split from {0}"),
            "into": self.tr("Part of {0}"),
            "part": self.tr("Split off: {0}"),
            "merged": self.tr("Merged into it: {0}"),
        }[kind].format(plain(number, 60))
        if order is None:
            return words
        return " · ".join((words, whole(order.quantity), ended_word(order.ended) or column_word(order.column)))

    @staticmethod
    def _line(column: QVBoxLayout, icon: str, words: str, clicked: object) -> None:
        line = LineButton(icon, clicked)  # type: ignore[arg-type]
        line.say(words)
        column.addWidget(line)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.parts_title.say(self.tr("Split and merged"))
        self._shown = ()
        self.allow()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


Related = tuple[tuple[str, str, tuple[str, WorkOrder | None, str]], ...]


def _related(file: OrderFile, number_of: dict[str, str]) -> Related:
    """The orders that it was made from and became part of, and those that came from it: id, icon, what they are."""
    order = file.card.order
    found: list[tuple[str, str, tuple[str, WorkOrder | None, str]]] = []
    for kind, id in (("from", order.split_from), ("into", order.merged_into)):
        if id:
            found.append((id, "link", (kind, None, number_of.get(id, id))))
    for part in file.parts:
        kind = "merged" if part.merged_into == order.id else "part"
        found.append((part.id, "link" if kind == "merged" else "arrow-left-right", (kind, part, part.number)))
    return tuple(found)
