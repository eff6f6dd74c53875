"""How far the station's data can be trusted: age, the sender's clock, and values that were refused or corrected."""

from __future__ import annotations

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from console.domain.floor import StationLive
from widgets.cards import Button, Card, Text
from widgets.figures.definition import show_metric
from widgets.plain import plain
from widgets.times import skew_sentence, span

WORTH_SAYING = 2.0  # seconds of clock skew below which nobody needs to know
HIGHEST = 150


class NotesCard(Card):
    """Sentences about the data, one under the other; the clock skew opens its definition."""

    def __init__(self) -> None:
        super().__init__()
        self.heard, self.skew = Text("text_muted", wrap=True), Text("text", wrap=True)
        self.notes = Text("text", wrap=True)
        self.explain = Button("info", self._explain)
        self.tools.addWidget(self.explain)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.heard, self.skew, self.notes):
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(inside)
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self._area, self._inside = area, inside
        self.body.addWidget(area)
        self._figure = ""

    def refresh(self, live: StationLive, now: float) -> None:
        """Say how old the data is, how the clocks stand and what was not taken as it came."""
        if live.last_heard is None:
            self.heard.say(self.tr("Nothing has been heard from this station yet."))
        else:
            self.heard.say(self.tr("Last message {0} ago.").format(span(max(now - live.last_heard, 0.0))))
        self._say_skew(live.skew)
        lines = [f"{plain(signal)}: {plain(what)}" for signal, what in sorted(live.notes.items())]
        self.notes.say("\n".join(lines))
        self.notes.setVisible(bool(lines))
        high = self._inside.heightForWidth(self._area.viewport().width())
        self._area.setFixedHeight(min(max(high, 44), HIGHEST))
        self.note.say(self.tr("%n value(s) refused or corrected", "", len(lines)) if lines else "")

    def retranslate(self) -> None:
        self.title.say(self.tr("About the data"))
        self._area.setAccessibleName(self.tr("About the data of this station"))
        self.explain.name_silently(self.tr("What clock skew means"))

    def _say_skew(self, skew: float | None) -> None:
        if skew is None:
            self._figure = self.tr("The sender tells no time; receive time is used.")
        elif abs(skew) < WORTH_SAYING:
            self._figure = self.tr("The sender's clock agrees with this computer's.")
        else:
            self._figure = self.tr("{0}; ordered by receive time.").format(skew_sentence(skew))
        self.skew.say(self._figure)
        self.skew.paint_as("text_muted" if skew is None or abs(skew) < WORTH_SAYING else "warning")

    def _explain(self) -> None:
        show_metric(self.window(), "clock_skew", {self.tr("Here"): self._figure})
