"""What channels need and no record may hold: kept on this PC, in the keyring or a file for the owner only."""

from __future__ import annotations

from pathlib import Path

from console.app.logs import hide_in_logs
from console.app.parcels import Secrets
from console.app.passwords import keep_secret, read_secret
from console.domain.channels import Channel, ChannelKind, Shape

URL, PASSWORD, SIGNING = "address", "password", "signing"


def secrets_of(folder: Path, channel: Channel) -> Secrets:
    """What is kept for a channel; may wait for a keyring, so never on the main thread. None of it is ever logged."""
    found = {name: read_secret(folder, _name(channel, name)) for name in wanted_of(channel)}
    for secret in found.values():
        hide_in_logs(secret)
    return Secrets(found.get(URL, ""), found.get(PASSWORD, ""), found.get(SIGNING, ""))


def keep_secrets(folder: Path, channel: Channel, given: Secrets) -> str:
    """Keep those that are given; in words, where. OSError where the disk refuses."""
    where = ""
    for name, secret in ((URL, given.url), (PASSWORD, given.password), (SIGNING, given.signing)):
        if secret and name in wanted_of(channel):
            hide_in_logs(secret)
            where = keep_secret(folder, _name(channel, name), secret)
    return where


def wanted_of(channel: Channel) -> tuple[str, ...]:
    """Which of them a channel may have."""
    if channel.kind is ChannelKind.WEBHOOK:
        return (URL, SIGNING) if channel.shape is Shape.DINGTALK else (URL,)
    return (PASSWORD,) if channel.kind is ChannelKind.MAIL and channel.user else ()


def complete(channel: Channel, known: Secrets) -> bool:
    """Whether this console knows what it needs to send on the channel."""
    if channel.kind is ChannelKind.WEBHOOK:
        return bool(known.url)
    return channel.kind is not ChannelKind.MAIL or not channel.user or bool(known.password)


def _name(channel: Channel, name: str) -> str:
    """A password belongs to one server and user: it is not sent to another one that the channel is pointed at."""
    server = f" {channel.user}@{channel.address}" if name == PASSWORD else ""
    return f"channel {channel.id} {name}{server}"


def names_for(channel: str, user: str, address: str) -> tuple[str, ...]:
    """Every name under which something may be kept for the channel of that id."""
    return f"channel {channel} {URL}", f"channel {channel} {SIGNING}", f"channel {channel} {PASSWORD} {user}@{address}"
