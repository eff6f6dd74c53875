"""What was so at the cursor, beside the values of the pens: state, call, stop, order and unit, shift, note."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from console.app.queries.trends import Happened
from console.app.timecontext import Facts
from console.domain.timeline import NO_DATA
from widgets.attachments.later import while_there
from widgets.cards import OneLine, Text
from widgets.plain import plain
from widgets.trends.lanecontext import context_of, look_with
from widgets.trends.lanewords import state_value_word
from widgets.trends.model import TrendModel
from widgets.trends.naming import place_word

AGAIN = 1.0  # seconds after which what was so at a cursor near now is asked for again
KEYS = ("state", "call", "stop", "order", "shift", "note")


class CursorFacts(QWidget):
    """Rows under the values at the cursor; nothing while there is no cursor."""

    def __init__(self, model: TrendModel) -> None:
        super().__init__()
        self._model, self._context = model, context_of(model)
        self._facts: Facts | None = None
        self._then: Happened | None = None
        self._asked: float | None = None
        self._ask_at = 0.0
        self.rows = {key: (Text("text_muted", 13), OneLine("text", 13, right=True)) for key in KEYS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for at, (name, value) in enumerate(self.rows.values()):
            grid.addWidget(name, at, 0)
            grid.addWidget(value, at, 1)
        model.cursors_changed.connect(self._moved)
        model.pens_changed.connect(self._moved)
        self._context.when_changed(while_there(self, self._look))
        self.retranslate()
        self._moved()

    def beat(self, now: float) -> None:
        """A few times a second: what is told of a moment ago may just be on its way."""
        at = self._at
        if at is not None and at > now - 120.0 and now >= self._ask_at:
            self._ask(at)
        self._say()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        words = (
            self.tr("Station state"),
            self.tr("Call"),
            self.tr("Stop"),
            self.tr("Order / unit"),
            self.tr("Shift"),
            self.tr("Note"),
        )
        for (name, _), word in zip(self.rows.values(), words, strict=True):
            name.say(word)
        self._say()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # Inside

    @property
    def _at(self) -> float | None:
        """The first cursor, else the second."""
        first, second = self._model.cursors
        return first if first is not None else second

    def _moved(self) -> None:
        at = self._at
        self.setVisible(at is not None and bool(self._model.pens))
        self._facts = self._then = None
        if at is not None:
            self._ask(at)
        self._say()

    def _ask(self, at: float) -> None:
        self._asked, self._ask_at = at, self._model.console.now() + AGAIN
        look_with(self._model, self._model.points)
        self._context.ask_facts(at, while_there(self, self._came))
        self._look()

    def _look(self) -> None:
        """Ask what the records tell of the cursor."""
        at = self._at
        if at is not None:
            self._context.ask_happened(at, while_there(self, lambda found: self._happened(at, found)))

    def _happened(self, at: float, found: Happened) -> None:
        if at == self._at:
            self._then = found
            self._say()

    def _came(self, facts: Facts) -> None:
        if facts.at == self._asked:
            self._facts = facts
            self._say()

    def _say(self) -> None:
        at = self._at
        if at is None:
            return
        told = (self._state(), self._call(), self._stop(), self._order(), self._shift(at), self._note())
        for key, (text, role) in zip(KEYS, told, strict=True):
            value = self.rows[key][1]
            value.say(text or "–")
            value.paint_as(role if text else "text_faint")

    def _state(self) -> tuple[str, str]:
        """The state; of several stations those first that do something else than run."""
        told = [(station, state) for station, state in self._facts.states if state] if self._facts is not None else []
        told.sort(key=lambda one: one[1] == "running")
        quiet = all(state in ("running", NO_DATA) for _, state in told)
        words = [state_value_word(state) for _, state in told]
        if len(set(words)) > 1:
            names = [place_word(self._model.console, station) for station, _ in told]
            words = [f"{name}: {word}" for name, word in zip(names, words, strict=True)]
        return " · ".join(dict.fromkeys(words)), "text" if quiet else "warning"

    def _call(self) -> tuple[str, str]:
        calls = sorted(self._then.calls, key=lambda one: -one.call.severity.rank) if self._then is not None else []
        if not calls:
            return "", "text"
        first = calls[0]
        words = " — ".join(part for part in (plain(first.name, 60), plain(first.call.text, 120)) if part)
        more = self.tr("and %Ln more", "", len(calls) - 1) if len(calls) > 1 else ""
        return " · ".join(part for part in (words, more) if part), "warning"

    def _stop(self) -> tuple[str, str]:
        stops = self._then.stops if self._then is not None else ()
        if not stops:
            return "", "text"
        return plain(stops[0].reason or stops[0].stop.machine, 120) or self.tr("Stop without a reason"), "bad"

    def _order(self) -> tuple[str, str]:
        facts = self._facts
        told = (facts.order or facts.product, facts.unit) if facts is not None else ()
        return " / ".join(plain(part, 60) for part in told if part), "text"

    def _shift(self, at: float) -> tuple[str, str]:
        lines = self._context.lines
        shift = self._context.shift_at(lines[0], at) if lines else None
        if shift is None:
            return "", "text"
        pause = self.tr("break") if shift.in_break(at) else ""
        return " · ".join(part for part in (plain(shift.name, 60), pause) if part), "text"

    def _note(self) -> tuple[str, str]:
        notes = self._then.notes if self._then is not None else ()
        return " · ".join(plain(one.note.text, 120) for one in notes[:3]), "text"
