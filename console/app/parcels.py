"""What goes to a channel's thread and what comes back: a message, what no record holds, why it was not taken."""

from __future__ import annotations

from dataclasses import dataclass

from console.app.noticewords import Message
from console.domain.channels import Channel
from console.domain.notices import Why


@dataclass(frozen=True, slots=True)
class Secrets:
    """What a channel needs and no record holds."""

    url: str = ""  # the whole address of a webhook
    password: str = ""  # of the mail server
    signing: str = ""  # of a DingTalk robot

    def __repr__(self) -> str:
        return "Secrets(…)"


@dataclass(frozen=True, slots=True)
class Parcel:
    """A message on its way to somebody. `id` is the same whenever it is sent again."""

    channel: Channel
    message: Message
    id: str
    call: str = ""
    to: str = ""  # of mail: an address
    body: bytes = b""  # of a webhook
    urgent: bool = False


class Unsent(Exception):
    """It was not taken. `said`: what the server said, without anything secret."""

    def __init__(self, why: Why, said: str = "") -> None:
        super().__init__(f"{why.value}: {said}" if said else why.value)
        self.why = why
        self.said = said
