"""What people read about stops: where, since when, how long, why, and why one cannot be explained, split or merged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.commands import CONSOLE
from console.domain.errors import Refusal
from console.domain.losses import BigLoss
from console.domain.reasons import Reason, way_of
from console.domain.stops import Stop
from widgets.board.card import line_label
from widgets.callsetup.setupwords import waste_word
from widgets.losses.naming import big_title
from widgets.plain import plain
from widgets.times import moment, span
from widgets.trail.words import field_word

if TYPE_CHECKING:
    from console.app.console import Console

REFUSED: dict[str, str] = {  # by code, for widgets.refusals
    "stop_merged": QT_TRANSLATE_NOOP("refusals", "This stop is a part of another one by now. Choose that one."),
    "stop_split_outside": QT_TRANSLATE_NOOP("refusals", "A stop is split at a time inside it. Choose another time."),
    "stop_not_neighbours": QT_TRANSLATE_NOOP(
        "refusals", "Only a stop that has ended and the next one of the same station can be merged."
    ),
    "stop_gap_too_long": QT_TRANSLATE_NOOP(
        "refusals", "The station ran for longer than a micro-stop lasts between these two: they are two stops."
    ),
    "stop_not_explained": QT_TRANSLATE_NOOP("refusals", "This stop has no reason that could be taken back."),
    "stop_reason_is_group": QT_TRANSLATE_NOOP("refusals", "This is a group. Choose one of the reasons in it."),
    "stop_call_elsewhere": QT_TRANSLATE_NOOP(
        "refusals", "This call was about another place, or not open at that time. Choose the reason from the list."
    ),
    "stop_cause_unknown": QT_TRANSLATE_NOOP(
        "refusals", "The call has no cause yet, or no reason means the same. Choose the reason from the list."
    ),
}


def _unfit(refusal: Refusal) -> str:
    field = field_word(str(refusal.facts.get("field", "")))
    words = QCoreApplication.translate("refusals", "The reason cannot be so. Look at it again: {0}.")
    return words.format(field)


SPECIAL: Mapping[str, Callable[[Refusal], str]] = {"stop_reason_unfit": _unfit}


def place_words(console: Console, stop: Stop) -> str:
    """Line and station in short words."""
    live = console.floor.stations.get(stop.place)
    line = next((one for one in console.floor.lines if live is not None and one.line.id == live.station.line), None)
    if live is None or line is None:
        return plain(stop.place, 60)
    return f"{plain(line_label(line), 40)} · {plain(live.station.name, 60)}"


def times_words(stop: Stop, now: float, zone: tzinfo | None) -> str:
    """From when to when, or since when."""
    begin = moment(stop.since.timestamp(), now, zone)
    if stop.until is None:
        return QCoreApplication.translate("stops", "since {0}").format(begin)
    return f"{begin}–{moment(stop.until.timestamp(), stop.until.timestamp(), zone)}"


def lasted_words(stop: Stop, now: datetime) -> str:
    """How long it stood still."""
    return span(stop.seconds(now))


def machine_words(stop: Stop) -> str:
    """What the machine said, or that it said nothing."""
    return plain(stop.machine, 200) or QCoreApplication.translate("stops", "The machine says nothing")


def reason_words(stop: Stop, reasons: Mapping[str, Reason]) -> str:
    """Why, with the group before it; or that nobody has said."""
    if not stop.reason:
        return QCoreApplication.translate("stops", "No reason yet")
    way = way_of(reasons, stop.reason)
    return " › ".join(plain(reason.name, 60) for reason in way) or plain(stop.reason, 60)


def behind_words(reason: Reason) -> str:
    """The big loss and the waste that are behind a reason."""
    loss = big_title(BigLoss(reason.loss)) if reason.loss in set(BigLoss) else ""
    return " · ".join(filter(None, (loss, waste_word(reason.waste) if reason.waste else "")))


def by_words(stop: Stop, name: str) -> str:
    """Who said why."""
    translate = QCoreApplication.translate
    if not stop.reason:
        return ""
    if stop.call:
        return translate("stops", "taken over from the call by {0}").format(plain(name or stop.by, 60))
    if stop.by == CONSOLE:
        return translate("stops", "by what the machine said")
    return translate("stops", "by {0}").format(plain(name or stop.by, 60))


def known_by_id(reasons: Iterable[Reason]) -> dict[str, Reason]:
    """Reasons by their id."""
    return {reason.id: reason for reason in reasons}
