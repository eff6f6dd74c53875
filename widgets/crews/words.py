"""What people read about crews, in the language of the moment."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from console.domain.crew_figures import Measure, Verdict
from widgets.numbers import decimal, percent

translate = QCoreApplication.translate


def measure_word(measure: Measure) -> str:
    """What is compared."""
    match measure:
        case Measure.RATE:
            return translate("crews", "Good pieces an hour")
        case Measure.QUALITY:
            return translate("crews", "Quality")
        case Measure.OEE:
            return translate("crews", "OEE")
        case Measure.AVAILABILITY:
            return translate("crews", "Availability")


def value_words(measure: Measure, value: float | None) -> str:
    """A value of it; a dash for none."""
    return decimal(value) if measure is Measure.RATE else percent(value)


def verdict_words(verdict: Verdict) -> str:
    """How a crew stands to the others; never who is better."""
    match verdict:
        case Verdict.FEW:
            return translate("crews", "Too few shifts to tell")
        case Verdict.NO_DIFFERENCE:
            return translate("crews", "No clear difference")
        case Verdict.HIGHER:
            return translate("crews", "Higher than the others")
        case Verdict.LOWER:
            return translate("crews", "Lower than the others")
