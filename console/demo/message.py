"""A message as the make-believe plant sends it."""

from __future__ import annotations

from typing import NamedTuple


class Message(NamedTuple):
    """What is published when. `at` is in seconds since 1970 UTC.

    `line` says which line sends it. `last_will` marks what a broker says in the sender's name when its connection
    drops; whoever plays the messages to a real broker drops that connection instead of publishing.
    """

    topic: str
    payload: bytes
    retain: bool
    qos: int
    at: float
    line: str = ""
    last_will: bool = False
