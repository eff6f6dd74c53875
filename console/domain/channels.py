"""Channels: the ways out of the console on which people are told of calls, and how each person is reached.

What a channel needs to keep secret (the whole address of a webhook, a password, a signing secret) is no part of it: the
console keeps that for itself, under the channel's id. `address` is what anybody may read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from urllib.parse import urlsplit

from console.domain.andon import Severity
from console.domain.errors import Refusal
from console.domain.hosts import is_local
from console.domain.people import NAME_MOST, plain_text

ADDRESS_MOST = 200
RECIPIENTS_MOST = 50
LANGUAGES = ("en", "zh_CN")
TOPIC = "gemba/{site}/notice/{person}"
GAPS = ("site", "area", "line", "place", "person", "role", "category", "severity")  # of a topic
_MAIL = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,188}[A-Za-z0-9])?")
_MOBILE = re.compile(r"\+?[0-9]{5,15}")
_HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,180}[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\]")
_GAP = re.compile(r"\{(\w*)\}")


class ChannelUnfit(Refusal):
    """The channel cannot send so. facts: channel, field."""

    code = "channel_unfit"


class ContactUnfit(Refusal):
    """Nobody can be reached so. facts: field."""

    code = "contact_unfit"


class ChannelKind(StrEnum):
    """What it speaks."""

    MQTT = "mqtt"
    MAIL = "mail"
    WEBHOOK = "webhook"


class Shape(StrEnum):
    """What the message of a webhook looks like."""

    GENERIC = "generic"  # our own JSON, the same as over MQTT
    DINGTALK = "dingtalk"
    WECOM = "wecom"
    TEAMS = "teams"


class Security(StrEnum):
    """How the way to a mail server is encrypted."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


class Whom(StrEnum):
    """Who is told."""

    STEP = "step"  # whom the ladder tells
    FIXED = "fixed"  # always the same


PORTS = {Security.TLS: 465, Security.STARTTLS: 587, Security.NONE: 25}


@dataclass(frozen=True, slots=True)
class Channel:
    """One way out. It tells of what happened since `since`; None = it was never switched on."""

    id: str
    name: str
    kind: ChannelKind
    address: str = ""  # a topic with gaps; host:port of the mail server; scheme and host of a webhook
    shape: Shape = Shape.GENERIC  # of a webhook
    security: Security = Security.TLS  # of mail
    sender: str = ""  # of mail: the address it comes from
    user: str = ""  # of mail: who signs in at the server, "" = nobody has to
    severity: Severity = Severity.NOTICE  # calls of at least this
    areas: tuple[str, ...] = ()  # ids; () = all
    categories: tuple[str, ...] = ()  # ids; () = all
    whom: Whom = Whom.STEP
    recipients: tuple[str, ...] = ()  # where they are always the same: mail addresses, or whom a webhook mentions
    language: str = "en"
    over: bool = False  # tell too when the call is closed
    active: bool = True
    since: datetime | None = None

    @property
    def one_each(self) -> bool:
        """Whether each person gets a message of their own; else one message tells them all."""
        if self.kind is ChannelKind.MQTT:
            return "{person}" in self.address and self.whom is Whom.STEP
        return self.kind is ChannelKind.MAIL


@dataclass(frozen=True, slots=True)
class Contact:
    """How a person is reached; `id` is the person's."""

    id: str
    mail: str = ""
    mobile: str = ""  # by which DingTalk and WeCom mention somebody
    handle: str = ""  # their name in the chat: user id of DingTalk or WeCom, sign-in name of Teams


def listens(channel: Channel, severity: Severity, area: str, category: str) -> bool:
    """Whether a channel tells of a call like this."""
    return (
        channel.active
        and channel.since is not None
        and severity.rank >= channel.severity.rank
        and (not channel.areas or area in channel.areas)
        and (not channel.categories or category in channel.categories)
    )


def mail_server(channel: Channel) -> tuple[str, int]:
    """Host and port of a mail channel; the usual port where none is given."""
    host, port = _parted(channel.address)
    return host.strip("[]"), port or PORTS[channel.security]


def public_address(url: str) -> str:
    """Scheme, host and port of a webhook's address: what anybody may read of it. "" where it is no such address."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme not in ("https", "http") or not parts.hostname:
        return ""
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}" + (f":{port}" if port else "")


def topic_of(template: str, facts: Mapping[str, str]) -> str:
    """The topic for these facts: what a gap is filled with stays one level and has no wildcards."""
    return _GAP.sub(lambda gap: _level(facts.get(gap[1], "")), template)


def checked_channel(given: Channel) -> Channel:
    """The channel fit to be kept; ChannelUnfit names the field that cannot be so."""
    channel = replace(
        given,
        name=plain_text(given.name, "name", NAME_MOST),
        address=given.address.strip(),
        sender=given.sender.strip(),
        user=plain_text(given.user, "user", NAME_MOST, needed=False),
        recipients=tuple(dict.fromkeys(one.strip() for one in given.recipients if one.strip())),
    )
    unfit = next((field for field, fits in _tests(channel) if not fits), "")
    if unfit:
        raise ChannelUnfit(channel=channel.id, field=unfit)
    return channel


def checked_contact(given: Contact) -> Contact:
    """The contact fit to be kept; ContactUnfit names the field that cannot be so."""
    mobile = re.sub(r"[\s()./-]", "", plain_text(given.mobile, "mobile", NAME_MOST, needed=False))
    handle = plain_text(given.handle, "handle", NAME_MOST, needed=False)
    contact = replace(given, mail=given.mail.strip(), mobile=mobile, handle=handle)
    for field, fits in (
        ("mail", not contact.mail or fit_mail(contact.mail)),
        ("mobile", not mobile or bool(_MOBILE.fullmatch(mobile))),
        ("handle", not re.search(r"[\s<>]", handle)),
    ):
        if not fits:
            raise ContactUnfit(field=field)
    return contact


def fit_mail(address: str) -> bool:
    """Whether a mail server would take this for an address."""
    return bool(_MAIL.fullmatch(address)) and ".." not in address


def _tests(channel: Channel) -> tuple[tuple[str, bool], ...]:
    return (
        ("language", channel.language in LANGUAGES),
        ("address", len(channel.address) <= ADDRESS_MOST and _fit_address(channel)),
        ("sender", channel.kind is not ChannelKind.MAIL or fit_mail(channel.sender)),
        (
            "recipients",
            len(channel.recipients) <= RECIPIENTS_MOST and all(_fit(channel, r) for r in channel.recipients),
        ),
        ("recipients", bool(channel.recipients) or channel.kind is not ChannelKind.MAIL or channel.whom is Whom.STEP),
    )


def _fit_address(channel: Channel) -> bool:
    match channel.kind:
        case ChannelKind.MQTT:
            plain = _GAP.sub("", channel.address)
            known = all(gap in GAPS for gap in _GAP.findall(channel.address))
            return bool(channel.address.strip("/")) and known and plain.isprintable() and not set(plain) & set("+#${}")
        case ChannelKind.MAIL:
            host, port = _parted(channel.address)
            return bool(_HOST.fullmatch(host)) and 0 <= port <= 65535
    secure = channel.address.startswith("https://")
    local = is_local(urlsplit(channel.address).hostname or "") if public_address(channel.address) else False
    shown = public_address(channel.address) == channel.address  # nothing secret is in it
    return shown and (secure or local or channel.shape is Shape.GENERIC)


def _fit(channel: Channel, recipient: str) -> bool:
    if channel.kind is ChannelKind.MAIL:
        return fit_mail(recipient)
    return len(recipient) <= NAME_MOST and recipient.isprintable() and not re.search(r"[\s<>]", recipient)


def _parted(address: str) -> tuple[str, int]:
    """Host and port; 0 = none was given, -1 = it is no number."""
    host, colon, port = address.rpartition(":")
    if not colon or (address.startswith("[") and address.endswith("]")):
        return address, 0
    return host, int(port) if port.isascii() and port.isdigit() and len(port) < 6 else -1


def _level(text: str) -> str:
    fit = "".join("_" if char in "+#/$" or not char.isprintable() else char for char in text)
    return fit[:100] or "-"
