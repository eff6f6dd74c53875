"""What people read about messages: ways out, states, reasons, and why one did not arrive."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.channels import ChannelKind, Security, Shape, Whom
from console.domain.errors import Refusal
from console.domain.notices import Reason, State, Why
from widgets.plain import plain

translate = QCoreApplication.translate

KINDS: dict[str, str] = {
    ChannelKind.MAIL: QT_TRANSLATE_NOOP("messages", "E-mail"),
    ChannelKind.WEBHOOK: QT_TRANSLATE_NOOP("messages", "Webhook (chat group)"),
    ChannelKind.MQTT: QT_TRANSLATE_NOOP("messages", "MQTT topic"),
}
KIND_ICON = {ChannelKind.MAIL: "mail", ChannelKind.WEBHOOK: "message-square", ChannelKind.MQTT: "radio-tower"}
SHAPES: dict[str, str] = {
    Shape.DINGTALK: QT_TRANSLATE_NOOP("messages", "DingTalk robot"),
    Shape.WECOM: QT_TRANSLATE_NOOP("messages", "WeCom robot"),
    Shape.TEAMS: QT_TRANSLATE_NOOP("messages", "Teams workflow"),
    Shape.GENERIC: QT_TRANSLATE_NOOP("messages", "Plain JSON"),
}
SECURITIES: dict[str, str] = {
    Security.TLS: QT_TRANSLATE_NOOP("messages", "TLS from the start (465)"),
    Security.STARTTLS: QT_TRANSLATE_NOOP("messages", "STARTTLS (587)"),
    Security.NONE: QT_TRANSLATE_NOOP("messages", "Not encrypted (25)"),
}
WHOM: dict[str, str] = {
    Whom.STEP: QT_TRANSLATE_NOOP("messages", "Whom the ladder tells"),
    Whom.FIXED: QT_TRANSLATE_NOOP("messages", "Always the same"),
}
STATES: dict[str, str] = {
    State.WAITING: QT_TRANSLATE_NOOP("messages", "Waiting"),
    State.DELIVERED: QT_TRANSLATE_NOOP("messages", "Delivered"),
    State.FAILED: QT_TRANSLATE_NOOP("messages", "Not delivered, tried again"),
    State.GIVEN_UP: QT_TRANSLATE_NOOP("messages", "Not delivered, given up"),
    State.NOT_NEEDED: QT_TRANSLATE_NOOP("messages", "No longer needed"),
}
STATE_MARK = {
    State.WAITING: ("hourglass", "text_muted"),
    State.DELIVERED: ("circle-check", "good"),
    State.FAILED: ("triangle-alert", "warning"),
    State.GIVEN_UP: ("circle-x", "bad"),
    State.NOT_NEEDED: ("minus", "text_faint"),
}
REASONS: dict[str, str] = {
    Reason.RAISED: QT_TRANSLATE_NOOP("messages", "Raised"),
    Reason.ESCALATED: QT_TRANSLATE_NOOP("messages", "Escalated to level {0}"),
    Reason.REOPENED: QT_TRANSLATE_NOOP("messages", "Open again"),
    Reason.WORSENED: QT_TRANSLATE_NOOP("messages", "Worse"),
    Reason.SHIFT_CHANGE: QT_TRANSLATE_NOOP("messages", "Next shift"),
    Reason.OVER: QT_TRANSLATE_NOOP("messages", "Closed"),
}
WHY: dict[str, str] = {
    Why.NAME: QT_TRANSLATE_NOOP("messages", "nobody knows a server of this name. Correct the address."),
    Why.CLOSED: QT_TRANSLATE_NOOP("messages", "the server takes no connection. Is it running, is the port right?"),
    Why.SILENT: QT_TRANSLATE_NOOP("messages", "the server does not answer."),
    Why.BROKEN: QT_TRANSLATE_NOOP("messages", "the connection broke off."),
    Why.NO_TLS: QT_TRANSLATE_NOOP("messages", "the server does not encrypt so. Choose another encryption or port."),
    Why.CERTIFICATE_NAME: QT_TRANSLATE_NOOP(
        "messages", "the server's certificate is for another name. Use the name that stands in it."
    ),
    Why.CERTIFICATE_DATES: QT_TRANSLATE_NOOP("messages", "the server's certificate has expired or is not valid yet."),
    Why.CERTIFICATE: QT_TRANSLATE_NOOP(
        "messages", "nobody here trusts the server's certificate. Name its authority in messages.ca_file."
    ),
    Why.PASSWORD: QT_TRANSLATE_NOOP("messages", "the server does not accept user or password."),
    Why.SENDER: QT_TRANSLATE_NOOP("messages", "the server does not take mail from this sender."),
    Why.RECIPIENT: QT_TRANSLATE_NOOP("messages", "the server does not know the recipient. Correct the address."),
    Why.BUSY: QT_TRANSLATE_NOOP("messages", "the server wants fewer messages for now."),
    Why.REFUSED: QT_TRANSLATE_NOOP("messages", "the server refuses the message."),
    Why.NO_BROKER: QT_TRANSLATE_NOOP("messages", "there is no connection to the broker."),
    Why.NO_ADDRESS: QT_TRANSLATE_NOOP("messages", "no e-mail address is known. Enter it under Contacts."),
    Why.NO_SECRET: QT_TRANSLATE_NOOP(
        "messages", "this PC does not know the address or password. Enter it under Channels."
    ),
    Why.CHANNEL_OFF: QT_TRANSLATE_NOOP("messages", "this way was switched off."),
}
REFUSED: dict[str, str] = {  # by code, for widgets.refusals
    "notice_over": QT_TRANSLATE_NOOP("refusals", "It was delivered, or nobody has to be told any more."),
}
FIELDS: dict[str, str] = {
    "address": QT_TRANSLATE_NOOP("refusals", "This is no address for such a way. Look at the hint below it."),
    "sender": QT_TRANSLATE_NOOP("refusals", "The sender is no e-mail address."),
    "recipients": QT_TRANSLATE_NOOP(
        "refusals", "These are no recipients. Write addresses with a comma between them, at least one for e-mail."
    ),
    "language": QT_TRANSLATE_NOOP("refusals", "Choose one of the languages."),
    "mail": QT_TRANSLATE_NOOP("refusals", "This is no e-mail address: name, @, then the server; no spaces."),
    "mobile": QT_TRANSLATE_NOOP("refusals", "A mobile number has 5 to 15 digits, with a + before it or without."),
    "handle": QT_TRANSLATE_NOOP("refusals", "A name in the chat has no spaces and no angle brackets."),
}


def _unfit(refusal: Refusal) -> str:
    field = str(refusal.facts.get("field", ""))
    if field not in FIELDS:
        return translate("refusals", "This cannot be so. Look at it again: {0}.").format(plain(field, 40))
    return translate("refusals", FIELDS[field])


SPECIAL: Mapping[str, Callable[[Refusal], str]] = {"channel_unfit": _unfit, "contact_unfit": _unfit}


def word(table: Mapping[str, str], value: str) -> str:
    """What people call a value of one of the tables above; an unknown one by its own name."""
    return translate("messages", table[value]) if value in table else plain(value, 40)


def reason_word(reason: Reason, level: int) -> str:
    """Why people were told."""
    return word(REASONS, reason).format(level)


def why_words(why: str, said: str = "") -> str:
    """Why it did not arrive, with what the server said; "" where nothing is known."""
    words = word(WHY, why) if why else ""
    return f"{words} ({plain(said, 200)})" if words and said else words


def lost_words(channel: str, recipient: str, why: str, said: str) -> str:
    """One message that did not arrive, as a line: "Not delivered: Mails to Team leader 3: …"."""
    reason = why_words(why, said) or translate("messages", "it is still waiting.")
    if not recipient:
        return translate("messages", "Not delivered: {0}: {1}").format(plain(channel, 60), reason)
    return translate("messages", "Not delivered: {0} to {1}: {2}").format(
        plain(channel, 60), plain(recipient, 60), reason
    )
