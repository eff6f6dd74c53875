"""Calls that were open when a station stood still: what their cause says can be taken over in one click."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.app.queries.stops import CallThen
from console.domain.reasons import Reason, reason_of_cause
from widgets.calls.naming import SEVERITY_ICON, SEVERITY_ROLE, stage_word
from widgets.cards import Button, OneLine, Picture
from widgets.plain import plain

MOST = 2  # calls shown


def proposed(calls: Iterable[CallThen], reasons: Sequence[Reason], area: str) -> tuple[CallThen, Reason] | None:
    """The first call whose cause means a reason, with that reason."""
    for then in calls:
        found = reason_of_cause(reasons, then.call.category, then.call.cause, then.cause, area)
        if found is not None:
            return then, found
    return None


class CallLine(QWidget):
    """One call: what it was about, how far it is, and what can be done with it here."""

    def __init__(self, take: Callable[[], object], go: Callable[[], object]) -> None:
        super().__init__()
        self.then: CallThen | None = None
        self.mark, self.words = Picture("siren", "text_muted", 15), OneLine("text_muted", 13)
        self.take, self.go = Button("check", take), Button("siren", go)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.mark)
        row.addWidget(self.words, 1)
        row.addWidget(self.take)
        row.addWidget(self.go)

    def show_call(self, then: CallThen, reason: Reason | None, why: str) -> None:
        """Show it; `reason` what its cause means, `why` it may not be taken over."""
        self.then = then
        call = then.call
        self.mark.show_icon(SEVERITY_ICON[call.severity], SEVERITY_ROLE[call.severity])
        category = then.category.name if then.category else call.category
        parts = (category, call.text, stage_word(call.stage), then.cause)
        self.words.say(" · ".join(plain(part, 80) for part in parts if part))
        self.take.setVisible(reason is not None)
        if reason is not None:
            words = self.tr("Take over: {0}").format(plain(reason.name, 40))
            self.take.name(words, why or self.tr("The cause of this call becomes the reason of the stop (Ctrl+T)"))
            self.take.setEnabled(not why)
        self.go.name(self.tr("Open the call"))


class ThenCalls(QWidget):
    """`taken` and `asked` carry the id of a call."""

    taken = Signal(str)
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._given: tuple[tuple[CallThen, ...], Sequence[Reason], str, str] = ((), (), "", "")
        self.lines = [CallLine(self._tell(n, self.taken), self._tell(n, self.asked)) for n in range(MOST)]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for line in self.lines:
            column.addWidget(line)

    def show_calls(self, calls: tuple[CallThen, ...], reasons: Sequence[Reason], area: str, why: str) -> None:
        """Show the calls that were open then."""
        self._given = (calls, reasons, area, why)
        self.setVisible(bool(calls))
        for line, then in zip(self.lines, [*calls[:MOST], *[None] * MOST], strict=False):
            line.setVisible(then is not None)
            if then is not None:
                found = proposed((then,), reasons, area)
                line.show_call(then, found[1] if found else None, why)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.show_calls(*self._given)
        super().changeEvent(event)

    def _tell(self, place: int, told: object) -> Callable[[], None]:
        def tell() -> None:
            then = self.lines[place].then
            if then is not None:
                told.emit(then.call.id)  # type: ignore[attr-defined]

        return tell
