"""How the console stands with its broker: an icon, a word, a sentence and what to do."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout

from console.domain.events import BrokerChanged, Link
from widgets.cards import Card, Picture, Text
from widgets.plain import plain
from widgets.times import span

LOOKS = {
    Link.OFF: ("plug", "text_faint"),
    Link.CONNECTING: ("hourglass", "text_muted"),
    Link.CONNECTED: ("circle-check", "good"),
    Link.LOST: ("wifi-off", "warning"),
    Link.REFUSED: ("circle-x", "bad"),
}


class LinkCard(Card):
    """The live result of connecting."""

    def __init__(self) -> None:
        super().__init__(titled=False)
        self.icon, self.word = Picture("plug", "text_faint", 22), Text("text", 16, 600)
        self.sentence, self.next = Text("text_muted", 13, wrap=True), Text("text", 13, wrap=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.icon, 0, 0)
        grid.addWidget(self.word, 0, 1)
        grid.addWidget(self.sentence, 1, 1)
        grid.addWidget(self.next, 2, 1)
        self.body.addLayout(grid)

    def refresh(self, broker: BrokerChanged, address: str, now: float) -> None:
        """Show the connection; `address` is "" before any was asked for."""
        name, role = LOOKS[broker.link]
        self.icon.show_icon(name, role)
        lasted = span(max(now - broker.since, 0.0))
        self.word.say(self._word(broker, lasted))
        self.word.paint_as(role if broker.link in (Link.REFUSED, Link.LOST) else "text")
        where = plain(address, 120)
        self.sentence.say(plain(broker.reason) if broker.reason else where)
        self.sentence.setVisible(bool(broker.reason or where))
        self.next.say(self._next(broker.link))
        self.next.setVisible(bool(self.next.text()))

    def _word(self, broker: BrokerChanged, lasted: str) -> str:
        match broker.link:
            case Link.OFF:
                return self.tr("Not connected")
            case Link.CONNECTING:
                return self.tr("Connecting… {0}").format(lasted)
            case Link.CONNECTED:
                return self.tr("Connected, {0}, for {1}").format(broker.protocol or "MQTT", lasted)
            case Link.LOST:
                return self.tr("No connection for {0}").format(lasted)
            case Link.REFUSED:
                return self.tr("Refused")

    def _next(self, link: Link) -> str:
        match link:
            case Link.REFUSED:
                return self.tr("Trying again will not help by itself: correct the fields and connect again.")
            case Link.LOST:
                return self.tr("The console keeps trying. If the address is wrong, correct it and connect again.")
            case Link.OFF:
                return self.tr("Fill in the broker's address and press Connect.")
            case _:
                return ""
