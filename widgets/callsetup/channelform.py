"""One way out in the side panel: where to, for which calls, for whom; and trying whether it works."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.domain.andon import Category, Severity
from console.domain.channels import (
    LANGUAGES,
    TOPIC,
    Channel,
    ChannelKind,
    Security,
    Shape,
    Whom,
    checked_channel,
    public_address,
)
from console.domain.commands.notices import SetChannel
from console.domain.desk import Kept
from console.domain.errors import Refusal
from console.domain.plant import Plant
from widgets.attachments.later import while_there
from widgets.calls.naming import severity_word
from widgets.callsetup.messagewords import KINDS, SECURITIES, SHAPES, WHOM, why_words, word
from widgets.callsetup.ticklist import TickList
from widgets.cards import Button, Card, Choice, Entry, Text, Tick
from widgets.people.fields import Field, Said, scrolled
from widgets.people.signing import OneByOne, why_not
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console
from console.app.parcels import Secrets, Unsent

OF_KIND = {
    ChannelKind.MQTT: ("topic", "whom", "recipients"),
    ChannelKind.MAIL: ("server", "security", "sender", "user", "password", "whom", "recipients", "trial"),
    ChannelKind.WEBHOOK: ("shape", "url", "signing", "whom", "recipients"),
}
NAMES = {"en": "English", "zh_CN": "简体中文"}  # each by its own name, in every language


class ChannelCard(Card):
    """`kept` carries the id of a channel that was saved, `left` when a new one is not wanted, `stale`: read again."""

    kept = Signal(str)
    left = Signal()
    stale = Signal()

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._giving = OneByOne(self, console)
        self._shown: Kept[Channel] | None = None
        self._channel = Channel("", "", ChannelKind.MAIL)
        self._knows = False  # whether this PC has what the channel needs to keep secret
        self._trying = 0
        self.called, self.server, self.topic = Field(Entry()), Field(Entry()), Field(Entry())
        self.come_from, self.user, self.recipients, self.trial = (Field(Entry()) for _ in range(4))
        self.url, self.signing, self.password = Field(Entry()), Field(Entry()), Field(Entry())
        self.shape, self.security, self.severity = Field(Choice()), Field(Choice()), Field(Choice())
        self.whom, self.language = Field(Choice()), Field(Choice())
        self.areas, self.categories = Field(TickList()), Field(TickList())
        self.over, self.active, self.said = Tick(), Tick(), Said()
        self.where = Text("text_faint", 12, wrap=True)
        self.heads = [Text("text", 13, 600) for _ in range(3)]
        self.test, self.save = Button("send", self.try_out), Button("", self.submit, primary=True)
        self.cancel = Button("", self.left.emit)
        self.fields: dict[str, Field[Any]] = {
            name: getattr(self, name)
            for name in ("server", "topic", "shape", "url", "signing", "security", "user", "password", "whom")
        }
        self.fields |= {"sender": self.come_from, "recipients": self.recipients, "trial": self.trial}
        for secret in (self.url, self.signing, self.password):
            secret.control.setEchoMode(QLineEdit.EchoMode.PasswordEchoOnEdit)
        self._lay_out()
        for choice in (self.whom, self.shape, self.security):
            choice.control.currentIndexChanged.connect(lambda _: self._settle())
        self.retranslate()

    @property
    def channel(self) -> str:
        """Id of the channel that is shown, "" for a new one."""
        return self._shown.value.id if self._shown is not None else ""

    # Showing

    def offer(self, plant: Plant, categories: tuple[Category, ...]) -> None:
        """The areas and categories that calls can have."""
        self.areas.control.offer([(area.id, plain(area.name, 60)) for area in plant.areas()])
        self.categories.control.offer([(one.id, plain(one.name, 60)) for one in categories if one.active])

    def add(self, channel: Channel) -> None:
        """Begin a new one, whose id is new."""
        self._fill(None, channel)
        self.called.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_channel(self, kept: Kept[Channel]) -> None:
        """Show one; what is typed stays where nothing changed."""
        before = self._shown
        if before is None or (before.value, before.version) != (kept.value, kept.version):
            self._fill(kept, kept.value)
        self.allow()

    def _fill(self, shown: Kept[Channel] | None, channel: Channel) -> None:
        another = channel.id != self._channel.id
        self._shown, self._channel = shown, channel
        self.called.control.setText(channel.name)
        self.topic.control.setText(channel.address if channel.kind is ChannelKind.MQTT else TOPIC)
        self.server.control.setText(channel.address if channel.kind is ChannelKind.MAIL else "")
        self.come_from.control.setText(channel.sender)
        self.user.control.setText(channel.user)
        self.recipients.control.setText(", ".join(channel.recipients))
        self.over.setChecked(channel.over)
        self.active.setChecked(channel.active)
        self.areas.control.choose(channel.areas)
        self.categories.control.choose(channel.categories)
        self.retranslate()
        for control, kind, value in self._choices():
            control.setCurrentIndex(list(kind).index(value))
        if another:
            for field in (self.url, self.signing, self.password, self.trial):
                field.control.clear()
            self.said.say("")
            self._say_where("")
        self.refuse_nothing()
        self._ask_whether_known()
        self._settle()

    def _choices(self) -> tuple[tuple[Choice, Any, Any], ...]:
        channel = self._channel
        return (
            (self.shape.control, Shape, channel.shape),
            (self.security.control, Security, channel.security),
            (self.severity.control, Severity, channel.severity),
            (self.whom.control, Whom, channel.whom),
            (self.language.control, LANGUAGES, channel.language),
        )

    def _settle(self) -> None:
        """Show the fields that this kind of way has."""
        kind, shape = self._channel.kind, list(Shape)[max(0, self.shape.control.currentIndex())]
        fixed = list(Whom)[max(0, self.whom.control.currentIndex())] is Whom.FIXED
        for name, field in self.fields.items():
            shown = name in OF_KIND[kind]
            shown = shown and (name != "signing" or shape is Shape.DINGTALK)
            shown = shown and (name != "recipients" or (fixed and kind is not ChannelKind.MQTT))
            field.setVisible(shown)
        self.active.setVisible(self._shown is not None)
        self.cancel.setVisible(self._shown is None)
        self._hint()
        self.allow()

    def allow(self) -> None:
        """Grey out what whoever is signed in may not do."""
        why = why_not(self._console, SetChannel)
        words = self.tr("Save") if self._shown is not None else self.tr("Add")
        self.save.name(words, why or words)
        self.save.setEnabled(not why)
        trying = self.tr("Sending…") if self._trying else self.tr("Send a test message")
        self.test.name(trying, why or trying)
        self.test.setEnabled(not why and not self._trying and self._console.outward is not None)

    # Doing

    def typed(self) -> Channel:
        """The channel as it stands in the form."""
        kind = self._channel.kind
        address = {
            ChannelKind.MQTT: self.topic.control.text().strip(),
            ChannelKind.MAIL: self.server.control.text().strip(),
        }.get(kind, public_address(self.url.control.text()) or self._channel.address)
        return replace(
            self._channel,
            name=self.called.control.text(),
            address=address,
            shape=list(Shape)[self.shape.control.currentIndex()],
            security=list(Security)[self.security.control.currentIndex()],
            sender=self.come_from.control.text() if kind is ChannelKind.MAIL else "",
            user=self.user.control.text() if kind is ChannelKind.MAIL else "",
            severity=list(Severity)[self.severity.control.currentIndex()],
            areas=self.areas.control.chosen,
            categories=self.categories.control.chosen,
            whom=list(Whom)[self.whom.control.currentIndex()],
            recipients=tuple(self.recipients.control.text().replace("，", ",").split(",")),
            language=LANGUAGES[self.language.control.currentIndex()],
            over=self.over.isChecked(),
            active=self.active.isChecked() or self._shown is None,
        )

    def secrets(self) -> Secrets:
        """What was typed and no record may hold."""
        return Secrets(
            self.url.control.text().strip(), self.password.control.text(), self.signing.control.text().strip()
        )

    def submit(self) -> None:
        """Save it, and what it needs to keep secret on this PC."""
        if not self.save.isEnabled():
            return
        channel = self._checked()
        if channel is not None:
            command = SetChannel(channel, self._shown.version if self._shown is not None else 0)
            done = while_there(self, lambda _: self._saved(channel))
            self._giving.give(command, done, while_there(self, self._refused))

    def try_out(self) -> None:
        """Send a test message as the form stands, saved or not."""
        outward, channel = self._console.outward, self._checked()
        if outward is None or channel is None:
            return
        to = self.trial.control.text().strip() or channel.sender
        self._trying += 1
        self.said.say(self.tr("Sending the test message…"), "hourglass", "text_muted")
        self.allow()
        outward.try_out(channel, to, self.secrets(), while_there(self, partial(self._tried, self._trying)))

    def _checked(self) -> Channel | None:
        self.refuse_nothing()
        try:
            return checked_channel(self.typed())
        except Refusal as refusal:
            self._refused(refusal)
            return None

    def _tried(self, trial: int, failure: Unsent | None) -> None:
        if trial != self._trying:
            return
        self._trying = 0
        if failure is None:
            self.said.good(self.tr("The test message was taken. Look whether it arrived."))
        else:
            words = self.tr("The test message was not taken: {0}")
            self.said.say(words.format(why_words(failure.why.value, failure.said)))
        self.allow()

    def _saved(self, channel: Channel) -> None:
        outward, secrets = self._console.outward, self.secrets()
        self.said.good(self.tr("Saved."))
        if outward is not None and (secrets.url or secrets.password or secrets.signing):
            outward.keep(channel, secrets, while_there(self, self._kept_secrets), while_there(self, self._not_kept))
        self.kept.emit(channel.id)

    def _kept_secrets(self, where: str) -> None:
        for field in (self.url, self.signing, self.password):
            field.control.clear()
        if self._console.outward is not None:
            self._console.outward.look_again()
        self._say_where(self.tr("Address and password are kept in {0}.").format(plain(where)) if where else "")
        self._ask_whether_known()

    def _say_where(self, words: str) -> None:
        self.where.say(words)
        self.where.setVisible(bool(words))

    def _not_kept(self, error: OSError) -> None:
        words = self.tr("Saved, but address and password cannot be kept on this PC: {0}")
        self.said.warn(words.format(plain(error.strerror or type(error).__name__)))

    def _refused(self, refusal: Refusal) -> None:
        fields: dict[str, Field[Any]] = {
            "name": self.called,
            "address": {
                ChannelKind.MQTT: self.topic,
                ChannelKind.MAIL: self.server,
                ChannelKind.WEBHOOK: self.url,
            }[self._channel.kind],
            "sender": self.come_from,
            "user": self.user,
            "recipients": self.recipients,
        }
        field = fields.get(str(refusal.facts.get("field", "")))
        if field is not None:
            field.refuse(words_of(refusal))
            field.control.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.said.say(words_of(refusal))
        if refusal.code in ("changed_meanwhile", "missing"):
            self.stale.emit()

    def refuse_nothing(self) -> None:
        """Take back what was said about the fields."""
        for field in (self.called, *self.fields.values()):
            field.refuse("")

    def _ask_whether_known(self) -> None:
        self._knows = False
        if self._shown is not None and self._console.outward is not None:
            channel = self._shown.value
            self._console.outward.known(channel, while_there(self, partial(self._know, channel.id)))

    def _know(self, channel: str, known: bool) -> None:
        if channel == self.channel:
            self._knows = known
            self._hint()

    # Words

    def _hint(self) -> None:
        kept = self.tr("kept on this PC")
        needed = self.tr("not known on this PC yet")
        told = (kept if self._knows else needed) if self._shown is not None else ""
        self.url.control.setPlaceholderText(f"{self._channel.address}/…  ({told})" if told else "https://")
        self.password.control.setPlaceholderText(told if self._channel.user else "")
        self.signing.control.setPlaceholderText("SEC…")

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(word(KINDS, self._channel.kind))
        self.called.name(self.tr("Name"))
        self.topic.name(
            self.tr("Topic"),
            self.tr("In braces: site, area, line, place, person (staff number), role, category, severity."),
        )
        self.server.name(
            self.tr("Mail server"), self.tr("Name of the server, with :port where it is not the usual one.")
        )
        self.security.name(self.tr("Encryption"))
        self.come_from.name(self.tr("Sender"), self.tr("The e-mail address that messages come from."))
        self.user.name(self.tr("User"), self.tr("Empty where the server wants no sign-in."))
        self.password.name(self.tr("Password"))
        self.shape.name(self.tr("Form"))
        self.url.name(
            self.tr("Address of the webhook"),
            self.tr(
                "The whole address with its key. It is a secret: only this PC keeps it, in no record and no export."
            ),
        )
        self.signing.name(self.tr("Signing secret"), self.tr("Where the robot was made with signing; begins with SEC."))
        self.severity.name(self.tr("From severity"))
        self.areas.name(self.tr("Areas"), self.tr("None ticked: all."))
        self.categories.name(self.tr("Categories"), self.tr("None ticked: all."))
        self.whom.name(self.tr("Whom"))
        mail = self._channel.kind is ChannelKind.MAIL
        self.recipients.name(
            self.tr("Recipients") if mail else self.tr("Mentions"),
            self.tr("E-mail addresses, a comma between them.")
            if mail
            else self.tr("Mobile numbers or names in the chat, a comma between them."),
        )
        self.language.name(self.tr("Language of the messages"))
        self.trial.name(self.tr("Test message to"), self.tr("Empty: to the sender's own address."))
        self.over.setText(self.tr("Tell too when a call is closed"))
        self.active.setText(self.tr("Switched on"))
        for head, text in zip(
            self.heads, (self.tr("Where to"), self.tr("Which calls"), self.tr("For whom")), strict=True
        ):
            head.say(text)
        self.cancel.name(self.tr("Cancel"))
        self._rename()
        self._hint()
        self.allow()

    def _rename(self) -> None:
        """The words of the lists; what is chosen stays."""
        for field, words in (
            (self.shape, [word(SHAPES, one) for one in Shape]),
            (self.security, [word(SECURITIES, one) for one in Security]),
            (self.severity, [severity_word(one) for one in Severity]),
            (self.whom, [word(WHOM, one) for one in Whom]),
            (self.language, [NAMES[one] for one in LANGUAGES]),
        ):
            control, at = field.control, max(0, field.control.currentIndex())
            control.blockSignals(True)
            control.clear()
            control.addItems(words)
            control.setCurrentIndex(at)
            control.blockSignals(False)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        where = (self.topic, self.shape, self.url, self.signing, self.server, self.security, self.come_from, self.user)
        parts: tuple[QWidget, ...] = (
            self.called,
            self.active,
            self.heads[0],
            *where,
            self.password,
            self.where,
            self.heads[1],
            self.severity,
            self.areas,
            self.categories,
            self.over,
            self.heads[2],
            self.whom,
            self.recipients,
            self.language,
            self.trial,
        )
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.save, self.test, self.cancel):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.body.addWidget(scrolled(inside), 1)
        self.body.addWidget(self.said)
        self.body.addLayout(buttons)
