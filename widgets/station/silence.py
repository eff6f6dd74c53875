"""What to say and to look after when a station is not known."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.domain.floor import StationLive
from console.domain.stations import NoData
from widgets.cards import RADIUS, Picture, Text
from widgets.theme import color, themes
from widgets.times import span
from widgets.words import no_data_sentence, no_data_word


def what_to_check(kind: NoData | None) -> str:
    """What a person can do about one of the ways of not knowing."""
    translate = QCoreApplication.translate
    match kind:
        case NoData.WAITING | None:
            return translate(
                "silence",
                "Check that the machine's gateway runs and publishes, and that the topics of this station in the plant "
                "file are spelled as on the broker: the Topics page shows both.",
            )
        case NoData.OFFLINE:
            return translate(
                "silence",
                "Check power and network of the machine or its gateway. It reports by itself when it is back.",
            )
        case NoData.STALE:
            return translate(
                "silence",
                "Check the edge node: power, network, its program. After its next birth the values count again.",
            )
        case NoData.SILENT:
            return translate(
                "silence",
                "Check the machine's program and network. If it only speaks when something changes, give the station a "
                "longer expected interval in the plant file.",
            )
        case NoData.STUCK:
            return translate(
                "silence",
                "Compare with the machine itself: the sender may repeat an old value. If the value may stand this "
                "long, raise stuck_after of the signal in the plant file.",
            )
        case NoData.BAD:
            return translate(
                "silence", "Check sensor, cable and controller: the sender itself does not vouch for its values."
            )
        case NoData.AWAY:
            return translate("silence", "Nothing to check at the machine: what it did in that time was not heard.")


class Silence(QWidget):
    """The striped band above a station of which nothing is known now."""

    def __init__(self) -> None:
        super().__init__()
        self.headline, self.advice = Text("no_data_text", 15, 600), Text("no_data_text", 13, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self.headline)
        words.addWidget(self.advice)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 12, 16, 12)
        row.setSpacing(14)
        row.addWidget(Picture("circle-help", "no_data_text", 24), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        themes.changed.connect(self.update)

    def refresh(self, live: StationLive, now: float) -> None:
        """Say which of the kinds it is, since when, and what to look after."""
        kind = live.no_data
        heard = self.tr("Last heard {0} ago.").format(span(max(now - live.last_heard, 0.0))) if live.last_heard else ""
        expected = ""
        if kind is NoData.SILENT:
            expected = self.tr("Expected at least every {0}.").format(span(live.station.expected_interval))
        self.headline.say(f"{no_data_word(kind)} · {no_data_sentence(kind)}")
        self.advice.say(" ".join(filter(None, (heard, expected, what_to_check(kind)))))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(area, RADIUS, RADIUS)
        painter.fillPath(shape, color("no_data_fill"))
        painter.save()
        painter.setClipPath(shape)
        painter.setPen(QPen(color("no_data_stripe"), 4))
        high = area.height()
        for x in range(-round(high), round(area.width()), 16):
            painter.drawLine(QPointF(x, high), QPointF(x + high, 0))
        painter.restore()
        painter.setPen(QPen(color("no_data"), 1))
        painter.drawPath(shape)
