"""What people read for the states, reasons and kinds that the console knows by code, in the language of the moment."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from console.domain.events import Link
from console.domain.oee import Flag, Unknown
from console.domain.stations import LossKind, NoData, StationState


def state_word(state: StationState) -> str:
    """The word on a tile."""
    translate = QCoreApplication.translate
    match state:
        case StationState.RUNNING:
            return translate("words", "Running")
        case StationState.STARVED:
            return translate("words", "Starved")
        case StationState.BLOCKED:
            return translate("words", "Blocked")
        case StationState.STOPPED:
            return translate("words", "Stopped")
        case StationState.CHANGEOVER:
            return translate("words", "Changeover")
        case StationState.PLANNED_STOP:
            return translate("words", "Planned stop")
        case StationState.NOT_PLANNED:
            return translate("words", "Not planned")
        case StationState.NO_DATA:
            return translate("words", "No data")


def call_word() -> str:
    """The word on the tile of a station that runs and has an open call."""
    return QCoreApplication.translate("words", "Call")


def no_data_word(kind: NoData | None) -> str:
    """The short word for one of the ways of not knowing."""
    translate = QCoreApplication.translate
    match kind:
        case NoData.WAITING:
            return translate("words", "Waiting")
        case NoData.OFFLINE:
            return translate("words", "Offline")
        case NoData.STALE:
            return translate("words", "Stale")
        case NoData.SILENT:
            return translate("words", "Silent")
        case NoData.STUCK:
            return translate("words", "Stuck")
        case NoData.BAD:
            return translate("words", "Bad signal")
        case NoData.AWAY:
            return translate("words", "Console away")
        case None:
            return translate("words", "No data")


def no_data_sentence(kind: NoData | None) -> str:
    """What the short word means, for a tooltip or the station page."""
    translate = QCoreApplication.translate
    match kind:
        case NoData.WAITING:
            return translate("words", "Nothing has been heard yet from this station.")
        case NoData.OFFLINE:
            return translate("words", "The machine or its gateway said that it went offline.")
        case NoData.STALE:
            return translate("words", "The edge node of this station died; its last values no longer count.")
        case NoData.SILENT:
            return translate("words", "Nothing was heard for longer than expected.")
        case NoData.STUCK:
            return translate("words", "A value has not moved for too long.")
        case NoData.BAD:
            return translate("words", "The sender marks its own values as bad.")
        case NoData.AWAY:
            return translate("words", "The console was not connected at that time.")
        case None:
            return translate("words", "Nothing is known.")


def loss_word(kind: LossKind) -> str:
    """The name of a kind of loss."""
    translate = QCoreApplication.translate
    match kind:
        case LossKind.STOP:
            return translate("words", "Unexplained stop")
        case LossKind.MICRO_STOP:
            return translate("words", "Short stops")
        case LossKind.STARVED:
            return translate("words", "Waiting for parts")
        case LossKind.BLOCKED:
            return translate("words", "Cannot deliver")
        case LossKind.CHANGEOVER:
            return translate("words", "Changeover")
        case LossKind.NO_DATA:
            return translate("words", "No data")
        case LossKind.SPEED:
            return translate("words", "Slow cycles")
        case LossKind.QUALITY:
            return translate("words", "Scrap and rework")


STATE_ICON = {
    StationState.RUNNING: "play-filled",
    StationState.STARVED: "hourglass",
    StationState.BLOCKED: "octagon-pause",
    StationState.STOPPED: "square-filled",
    StationState.CHANGEOVER: "refresh-cw",
    StationState.PLANNED_STOP: "coffee",
    StationState.NOT_PLANNED: "minus",
    StationState.NO_DATA: "circle-help",
}


def elapsed(seconds: float) -> str:
    """hh:mm:ss of a duration, days in front when there are any; never negative."""
    whole = max(0, int(seconds))
    days, rest = divmod(whole, 86400)
    clock = f"{rest // 3600:02d}:{rest // 60 % 60:02d}:{rest % 60:02d}"
    return QCoreApplication.translate("words", "{days} d {clock}").format(days=days, clock=clock) if days else clock


def unknown_sentence(why: Unknown) -> str:
    """Why there is no OEE, and what to do about it."""
    translate = QCoreApplication.translate
    match why:
        case Unknown.NOT_PLANNED:
            return translate("words", "No planned time has passed in this shift yet.")
        case Unknown.NO_IDEAL_CYCLE:
            return translate("words", "The plant file gives no ideal cycle for the station that paces this line.")
        case Unknown.NO_DATA:
            return translate("words", "Nothing was heard from the pace station in this shift.")


def flag_sentence(flag: Flag) -> str:
    """What makes a figure doubtful."""
    translate = QCoreApplication.translate
    match flag:
        case Flag.IDEAL_TOO_SLOW:
            return translate("words", "Performance is above 100 %: the ideal cycle in the plant file is too slow.")
        case Flag.PIECES_UNSEEN:
            return translate("words", "More pieces than the run time allows: part of the shift was not seen.")
        case Flag.COUNTS_DISAGREE:
            return translate("words", "The counters contradict each other: more good pieces than pieces.")


def link_word(link: Link) -> str:
    """How the console stands with its broker, in one or two words."""
    translate = QCoreApplication.translate
    match link:
        case Link.OFF:
            return translate("words", "not set up")
        case Link.CONNECTING:
            return translate("words", "connecting")
        case Link.CONNECTED:
            return translate("words", "connected")
        case Link.LOST:
            return translate("words", "lost")
        case Link.REFUSED:
            return translate("words", "refused")
