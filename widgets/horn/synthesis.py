"""The shipped sounds, computed: `python -m widgets.horn.synthesis` writes them into resources/sounds.

They are told apart by their rhythm, so that people who hear high tones badly know them too: chime one long tone that
dies away, knock two short ones, pulse three and a pause, siren one that rises without end, bell a fast rattle.
"""

from __future__ import annotations

import sys
import wave
from array import array
from collections.abc import Callable
from math import exp, pi, sin
from pathlib import Path

from console.domain.horn import SOUNDS
from resources import resource

RATE = 44_100  # samples a second
PEAK = 0.85  # of full scale
EDGE = 0.004  # seconds in which a tone comes and goes: a hard edge would click
Wave = Callable[[float], float]  # seconds → -1..1


def chime(t: float) -> float:
    """One soft tone with its fifth."""
    return (0.7 * sin(2 * pi * 880 * t) + 0.3 * sin(2 * pi * 1320 * t)) * exp(-7 * t) * _edge(t, 0.36)


def knock(t: float) -> float:
    """Two knocks on wood."""
    since = t if t < 0.15 else t - 0.15
    return (0.8 * sin(2 * pi * 420 * since) + 0.2 * sin(2 * pi * 1130 * since)) * exp(-22 * since) * _edge(since, 0.11)


def pulse(t: float) -> float:
    """Three short tones and a pause."""
    part, since = divmod(t, 0.085)
    return _reed(740, since) * _edge(since, 0.05) if part < 3 else 0.0


def siren(t: float) -> float:
    """A tone that rises; played again at once it rises without end."""
    phase = 2 * pi * (620 * t + (1480 - 620) / (2 * 0.36) * t * t)
    return (0.75 * sin(phase) + 0.25 * sin(3 * phase)) * _edge(t, 0.36)


def bell(t: float) -> float:
    """A clapper, twenty-five times a second."""
    since = t % 0.04
    return (0.6 * sin(2 * pi * 1050 * t) + 0.4 * sin(2 * pi * 2637 * t)) * exp(-45 * since) * _edge(t, 0.32)


WAVES: dict[str, tuple[Wave, float]] = {
    "chime": (chime, 0.36),
    "knock": (knock, 0.26),
    "pulse": (pulse, 0.36),
    "siren": (siren, 0.36),
    "bell": (bell, 0.32),
}


def samples(name: str) -> array[int]:
    """A shipped sound: 16-bit samples, mono. KeyError for one that is not shipped."""
    shape, seconds = WAVES[name]
    raw = [shape(i / RATE) for i in range(round(seconds * RATE))]
    loudest = max(abs(value) for value in raw)
    return array("h", (round(value / loudest * PEAK * 32767) for value in raw))


def write(folder: Path) -> None:
    """All of them as WAV files, whatever the byte order of this computer."""
    for name in SOUNDS:
        data = samples(name)
        if sys.byteorder == "big":
            data.byteswap()
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(data.tobytes())


def _reed(pitch: float, t: float) -> float:
    return sum(sin(2 * pi * pitch * k * t) / k for k in (1, 2, 3, 5)) / 2


def _edge(t: float, length: float) -> float:
    """Up at the beginning, down to nothing at the end."""
    return max(0.0, min(1.0, t / EDGE, (length - t) / EDGE))


if __name__ == "__main__":
    write(resource("sounds"))
