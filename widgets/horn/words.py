"""What people read and hear of the horn, in the language of the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from console.domain.horn import Announcement, OpenCall, Standing, Tone
from widgets.calls.naming import severity_word
from widgets.horn.player import Means
from widgets.plain import plain
from widgets.times import clock, zone_named

if TYPE_CHECKING:
    from console.app.console import Console

ICON = {Tone.SOUNDING: "bell-ring", Tone.SILENCED: "bell-off", Tone.WAITING: "bell", Tone.QUIET: "bell"}
MUTE_ICON = "volume-x"
SOUND_WORDS: dict[str, str] = {
    "chime": QT_TRANSLATE_NOOP("horn", "Chime"),
    "knock": QT_TRANSLATE_NOOP("horn", "Knock"),
    "pulse": QT_TRANSLATE_NOOP("horn", "Pulse"),
    "siren": QT_TRANSLATE_NOOP("horn", "Siren"),
    "bell": QT_TRANSLATE_NOOP("horn", "Bell"),
}


def sound_word(name: str) -> str:
    """What a shipped sound is called."""
    return QCoreApplication.translate("horn", SOUND_WORDS[name])


class Counted(QObject):
    """Sentences with a number in them: lupdate finds plurals only in the `tr` of an object."""

    def sounding(self, count: int) -> str:
        """While it sounds."""
        return self.tr("%n call(s) sounding", "", count)

    def waiting(self, count: int) -> str:
        """Nobody has answered them."""
        return self.tr("%n call(s) wait", "", count)

    def on_line(self, count: int) -> str:
        """To be spoken."""
        return self.tr("%n call(s) on {line}, worst: {category}", "", count)

    def on_lines(self, count: int) -> str:
        """To be spoken."""
        return self.tr("%n call(s) on {lines} lines, worst: {category}", "", count)


counted = Counted()


def spoken(console: Console, told: Announcement) -> str:
    """An announcement as a sentence; several calls are summed up."""
    worst = told.calls[0]
    if len(told.calls) == 1:
        return _one(console, worst)
    lines = {call.line for call in told.calls}
    category = plain(worst.category, 60)
    if len(lines) == 1:
        return counted.on_line(len(told.calls)).format(line=_line(console, worst.line), category=category)
    return counted.on_lines(len(told.calls)).format(lines=len(lines), category=category)


def _one(console: Console, call: OpenCall) -> str:
    translate = QCoreApplication.translate
    live = console.floor.stations.get(call.place)
    place = _line(console, call.line)
    if live is not None:
        place = translate("horn", "{line}, {station}").format(line=place, station=plain(live.station.name, 60))
    said = translate("horn", "{severity}: {category}, {place}.").format(
        severity=severity_word(call.severity), category=plain(call.category, 60), place=place
    )
    return f"{said} {plain(call.text, 120)}".strip()


def _line(console: Console, id: str) -> str:
    return next((plain(live.line.name, 60) for live in console.floor.lines if live.line.id == id), plain(id, 60))


def standing_words(console: Console, standing: Standing, means: Means) -> str:
    """How the horn stands, for the top bar."""
    translate = QCoreApplication.translate
    wait = counted.waiting(standing.calls)
    muted = mute_words(console, means)
    if standing.tone is Tone.SILENCED:
        ends = silence_ends(console)
        silenced = translate("horn", "Silenced until {0}").format(ends) if ends else translate("horn", "Silenced")
        return f"{silenced} · {wait}"
    if muted:
        return f"{muted} · {wait}"
    return counted.sounding(standing.calls) if standing.tone is Tone.SOUNDING else wait


def mute_words(console: Console, means: Means) -> str:
    """Why nothing is heard though something should; "" where it is, or nobody has looked yet."""
    translate = QCoreApplication.translate
    horn = getattr(console, "horn", None)
    if horn is not None and not horn.chosen.sound:
        return translate("horn", "Sound is off")
    return translate("horn", "No sound here") if means in (Means.NO_DEVICE, Means.NO_LIBRARY) else ""


def silence_ends(console: Console) -> str:
    """14:20, where the silence ends by itself."""
    horn = getattr(console, "horn", None)
    left = horn.remaining if horn is not None else None
    if left is None:
        return ""
    file = console.plant_file
    return clock(console.now() + left, zone_named(file.plant.timezone if file else ""), seconds=False)
