"""What a card shows: plain values that a screen makes of its records, whatever they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Mark(StrEnum):
    """How a card stands, as the colour of its left edge."""

    NONE = ""
    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line of a card: a text at the left and one at the right, each with a colour role and an icon.

    `short`: what the left half says instead where both halves find no room, the longest first.
    `since` makes an age that counts up behind the left text, `right_since` behind the right one (aware times); from
    `loud` on the left half is painted as bad: nobody waits for it before.
    """

    text: str = ""
    role: str = "text_muted"
    icon: str = ""
    since: datetime | None = None
    right: str = ""
    right_role: str = "text_muted"
    right_icon: str = ""
    right_since: datetime | None = None
    loud: datetime | None = None
    short: tuple[str, ...] = ()

    @property
    def lives(self) -> bool:
        """Whether it changes with the clock."""
        return any((self.since, self.right_since, self.loud))


@dataclass(frozen=True, slots=True)
class CardFace:
    """A card. Its place is column, lane and rank (then id); texts may come from outside and are shown plain."""

    id: str
    column: str
    lane: str = ""
    rank: str = ""
    title: str = ""
    tag: str = ""  # at the upper right: the line
    lines: tuple[CardLine, ...] = ()
    progress: float | None = None  # 0..1, a bar below the first line; None: no bar
    counted: str = ""  # beside the bar
    mark: Mark = Mark.NONE
    blocked: str = ""  # why it cannot go on, "" = it can
    blocked_at: datetime | None = None
    more: tuple[str, ...] = ()  # what only the tooltip and the screen reader say

    @property
    def rows(self) -> int:
        """How many rows it needs, the title among them."""
        return 1 + len(self.lines) + (self.progress is not None) + bool(self.blocked)

    @property
    def lives(self) -> bool:
        """Whether anything on it changes with the clock."""
        return bool(self.blocked_at) or any(line.lives for line in self.lines)
