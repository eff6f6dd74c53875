"""The channels on which people are told of calls, and the chosen one beside them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject

from console.app.queries.notices import channels
from console.domain.channels import TOPIC, Channel, ChannelKind, Shape, Whom
from console.domain.commands.notices import SetChannel
from console.domain.desk import Kept
from console.domain.ids import new_id
from widgets.attachments.later import while_there
from widgets.calls.naming import severity_word
from widgets.callsetup.channelform import ChannelCard
from widgets.callsetup.listpart import Cell, ListPart
from widgets.callsetup.messagewords import KIND_ICON, KINDS, SHAPES, WHOM, word
from widgets.cards import Button
from widgets.people.signing import ask_for, why_not
from widgets.plain import plain

if TYPE_CHECKING:
    from console.app.console import Console

ADDED = (ChannelKind.MAIL, ChannelKind.WEBHOOK, ChannelKind.MQTT)
ROOMY = 600  # pixels of the list's card
NAME, KIND, WHERE, FROM, TO = range(5)


class ChannelsPart(ListPart):
    """By name; those that are switched off are faint."""

    kinds = frozenset({"notice_channel", "andon_category"})

    def __init__(self, console: Console) -> None:
        self.add = {kind: Button(KIND_ICON[kind], partial(self.begin, kind)) for kind in ADDED}
        super().__init__(console, (190, 170, 260, 110, 180), stretch=WHERE, spare=(FROM, TO, KIND))
        for button in self.add.values():
            self.left.tools.addWidget(button)
        self.left.installEventFilter(self)
        self.side.hide()
        self.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Where the list is narrow, the buttons above it show their icons only."""
        if event.type() == QEvent.Type.Resize:
            for button in self.add.values():
                button.shorten(self.left.width() < ROOMY)
        return False

    def heads(self) -> Sequence[str]:
        """The names of the columns."""
        return (
            self.tr("Name"),
            self.tr("Kind"),
            self.tr("Where to"),
            self.tr("From severity"),
            self.tr("Whom"),
        )

    def cell(self, row: Kept[Channel], column: int) -> Cell:
        """What stands in a column of a row."""
        channel = row.value
        tone = "text_muted" if channel.active else "text_faint"
        match column:
            case 0:
                name = plain(channel.name, 60)
                shown = name if channel.active else self.tr("{0} (off)").format(name)
                return Cell(shown, "text" if channel.active else "text_faint", (KIND_ICON[channel.kind], tone))
            case 1:
                return Cell(self._kind(channel), tone)
            case 2:
                return Cell(plain(channel.address, 200), tone)
            case 3:
                return Cell(severity_word(channel.severity), tone)
        fixed = channel.whom is Whom.FIXED and channel.recipients
        return Cell(plain(", ".join(channel.recipients), 120) if fixed else word(WHOM, channel.whom), tone)

    def id_of(self, row: Kept[Channel]) -> str:
        """The channel's."""
        return row.value.id

    def make_side(self) -> ChannelCard:
        """The form beside the list."""
        self.card = ChannelCard(self._console)
        self.card.kept.connect(self._kept)
        self.card.left.connect(self._left)
        self.card.stale.connect(self.read)
        return self.card

    def ask(self) -> None:
        """Ask the records."""
        show, cannot = while_there(self, self.show_rows), while_there(self, self.cannot)
        self._console.office.ask(channels, show, cannot)

    def show_rows(self, rows: Sequence[Kept[Channel]]) -> None:
        """What the records hold now; the first one is chosen where none is and none is being added."""
        calls = self._console.calls
        self.card.offer(self._console.floor.plant, calls.dispatch.setup.categories if calls is not None else ())
        adding = not self.card.isHidden() and not self.card.channel
        if rows and not adding and not self.wanted and not self.current():
            self.wanted = rows[0].value.id
        super().show_rows(rows)
        on = sum(kept.value.active for kept in rows)
        self.left.note.say(self.tr("%n switched on", "", on) if rows else "")

    def choose(self, row: Kept[Channel]) -> None:
        """Show one in the form."""
        self.card.show_channel(row)
        self.card.show()

    def allow(self) -> None:
        """Grey out what whoever is signed in may not do."""
        why = self.closed.why() or why_not(self._console, SetChannel)
        for kind, button in self.add.items():
            words = word(KINDS, kind)
            button.name(words, why or self.tr("Add a way out: {0}").format(words))
            button.setEnabled(not why)
        self.card.allow()

    def begin(self, kind: ChannelKind) -> None:
        """Begin a new one, after a sign-in where nobody is signed in."""
        ask_for(self, SetChannel, lambda: self._begin(kind))

    def _begin(self, kind: ChannelKind) -> None:
        language = self.locale().name()
        shape = Shape.DINGTALK if kind is ChannelKind.WEBHOOK else Shape.GENERIC
        address = TOPIC if kind is ChannelKind.MQTT else ""
        used = "zh_CN" if language.startswith("zh") else "en"
        self.grid.clearSelection()
        self.grid.setCurrentIndex(QModelIndex())
        self.card.show()
        self.card.add(Channel(new_id(), word(KINDS, kind), kind, address, shape, language=used))

    def _kept(self, channel: str) -> None:
        self.wanted = channel
        self.read()

    def _left(self) -> None:
        self.card.hide()
        self.read()
        self.grid.setFocus()

    def _kind(self, channel: Channel) -> str:
        return word(SHAPES, channel.shape) if channel.kind is ChannelKind.WEBHOOK else word(KINDS, channel.kind)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.left.title.say(self.tr("Channels"))
        self.grid.setAccessibleName(self.tr("Ways on which people are told"))
        self.empty.say(
            self.tr(
                "The ways on which people are told of calls away from the screen appear here: mail, chat groups, MQTT."
                " Choose one above to begin."
            )
        )
        super().retranslate()
