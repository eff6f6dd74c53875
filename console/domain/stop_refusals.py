"""Why a stop cannot be explained, split or merged so."""

from __future__ import annotations

from console.domain.errors import Refusal


class StopMerged(Refusal):
    """It is a part of another stop by now. facts: stop, into."""

    code = "stop_merged"


class SplitOutside(Refusal):
    """The time lies not inside the stop. facts: stop, at."""

    code = "stop_split_outside"


class NotNeighbours(Refusal):
    """Only a stop and the next one of the same station can be merged. facts: stop, other."""

    code = "stop_not_neighbours"


class GapTooLong(Refusal):
    """The station ran for longer between the two than a micro-stop lasts. facts: gap, most (seconds)."""

    code = "stop_gap_too_long"


class NotExplained(Refusal):
    """It has no reason that could be taken back. facts: stop."""

    code = "stop_not_explained"


class ReasonIsGroup(Refusal):
    """A group is no reason by itself: one of those in it is wanted. facts: reason."""

    code = "stop_reason_is_group"


class CallElsewhere(Refusal):
    """The call was about another place, or not open at that time. facts: stop, call."""

    code = "stop_call_elsewhere"


class CauseUnknown(Refusal):
    """The call has no cause yet, or none of the reasons means it. facts: call, cause."""

    code = "stop_cause_unknown"
