"""Numbers that people type, and limits in a sentence."""

from __future__ import annotations

from datetime import tzinfo
from math import isfinite

from PySide6.QtCore import QLocale, QObject

from console.history.control_drawn import Drawn, PhaseDrawn
from widgets.cards import Entry
from widgets.control.words import amount
from widgets.people.fields import Field
from widgets.plain import plain
from widgets.times import moment

PHASES = 6  # that are listed, the newest


def number_in(field: Field[Entry]) -> float | None:
    """The number in a field, as people write it; None where it is empty; ValueError with words where it is none."""
    text = field.control.text().strip().replace("−", "-")
    if not text:
        return None
    value, read = QLocale().toDouble(text)
    if not read:
        try:
            value = float(text)
        except ValueError:
            value = float("nan")
    if not isfinite(value):
        raise ValueError(_Sentences().no_number(field.label.text().replace("&", ""), text))
    return value


def typed(value: float | None) -> str:
    """A limit as somebody would type it."""
    return "" if value is None else f"{value:.10g}"


def limits_words(drawn: Drawn) -> str:
    """Center, sigma and limits of the newest phase, and how many points there are."""
    return _Sentences().limits(drawn)


def phases_words(drawn: Drawn, now: float, zone: tzinfo | None) -> str:
    """What holds since when: a line for each phase, the newest first; nothing where there is only one."""
    if len(drawn.phases) < 2:
        return ""
    told = [_Sentences().phase(one, one is drawn.phases[-1], now, zone) for one in reversed(drawn.phases)]
    return "\n".join(told[:PHASES])


class _Sentences(QObject):
    def phase(self, one: PhaseDrawn, newest: bool, now: float, zone: tzinfo | None) -> str:
        phase = one.phase
        since = self.tr("Since {0}").format(moment(phase.since.timestamp(), now, zone))
        name = " – ".join(plain(part, 120) for part in (phase.name, phase.reason) if part)
        if one.center is None:
            return " · ".join(part for part in (since, self.tr("no limits yet"), name) if part)
        limits = self.tr("center {0}").format(amount(one.center, one.sigma or one.center / 10))
        if one.sigma is not None:
            limits += ", " + self.tr("sigma {0}").format(amount(one.sigma, one.sigma / 10))
        if not phase.settled:
            known = self.tr("still learning") if newest else self.tr("it ended before it had learnt its limits")
        else:
            known = self.tr("from %n point(s)", "", phase.points) if phase.points else self.tr("given by hand")
        return " · ".join(part for part in (since, limits, known, name) if part)

    def no_number(self, name: str, text: str) -> str:
        return self.tr("{0}: “{1}” is no number.").format(name, text[:40])

    def limits(self, drawn: Drawn) -> str:
        points = self.tr("%n point(s)", "", len(drawn.points))
        last = drawn.phases[-1] if drawn.phases else None
        if last is None or last.center is None or last.end <= last.begin:
            return self.tr("{0}: too few, or they do not vary, so there are no limits yet.").format(points)
        step = float(drawn.main.sd[last.end - 1])
        low, high = float(drawn.main.lower[last.end - 1]), float(drawn.main.upper[last.end - 1])
        out = int(drawn.out.sum())
        words = self.tr("{0}, center {1}, limits {2} to {3}").format(
            points, amount(last.center, step), amount(low, step), amount(high, step)
        )
        broken = self.tr("%n of them break(s) a rule", "", out)
        return f"{words} · {broken}" if last.settled or out else words
