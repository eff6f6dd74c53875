"""What a station can be doing, and the five ways of not knowing it."""

from __future__ import annotations

from enum import StrEnum


class StationState(StrEnum):
    """The states of wire.md; NO_DATA is never drawn like idle."""

    RUNNING = "running"
    STARVED = "starved"
    BLOCKED = "blocked"
    STOPPED = "stopped"
    CHANGEOVER = "changeover"
    PLANNED_STOP = "planned_stop"
    NOT_PLANNED = "not_planned"
    NO_DATA = "no_data"


class NoData(StrEnum):
    """Why nothing is known: five different facts, and WAITING before anything was heard at all."""

    WAITING = "waiting"  # connected, nothing heard yet (Sparkplug: waiting for birth)
    OFFLINE = "offline"  # a will or a connection topic said so
    STALE = "stale"  # Sparkplug death
    SILENT = "silent"  # longer than the expected interval
    STUCK = "stuck"  # same value for too long
    BAD = "bad"  # the sender's quality says so
    AWAY = "away"  # the console itself was not running


class LossKind(StrEnum):
    """Where a minute of planned time went; together with good production they fill it exactly."""

    STOP = "stop"
    MICRO_STOP = "micro_stop"  # stops shorter than the line's limit, together one loss
    STARVED = "starved"
    BLOCKED = "blocked"
    CHANGEOVER = "changeover"
    NO_DATA = "no_data"
    SPEED = "speed"
    QUALITY = "quality"


UNPLANNED_OUT = frozenset({StationState.PLANNED_STOP, StationState.NOT_PLANNED})  # outside planned production time
