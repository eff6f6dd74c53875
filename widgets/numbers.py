"""Numbers as people read them, by the locale of the moment."""

from __future__ import annotations

from math import isfinite

from PySide6.QtCore import QCoreApplication, QLocale

UNKNOWN = "–"


def whole(value: float | None) -> str:
    """1 240; a dash for what is not known."""
    return UNKNOWN if value is None or not isfinite(value) else QLocale().toString(round(value))


def decimal(value: float | None, digits: int = 1) -> str:
    """22.1; a dash for what is not known."""
    return UNKNOWN if value is None or not isfinite(value) else QLocale().toString(float(value), "f", digits)


def percent(ratio: float | None, digits: int = 1) -> str:
    """93.1 % of a ratio 0..1; a dash for what is not known."""
    return UNKNOWN if ratio is None or not isfinite(ratio) else f"{decimal(ratio * 100, digits)} %"


def unit_word(unit: str) -> str:
    """A unit as it is read: pieces have a word in each language, every other one stands as somebody wrote it."""
    return QCoreApplication.translate("numbers", "pc") if unit in ("pc", "pcs") else unit


def measured(value: float) -> str:
    """A measured value with as many digits as say something: 182.4, 0.00123, 1.2e+09."""
    if not isfinite(value):
        return str(value)
    if value == int(value) and abs(value) < 1e9:
        return str(int(value))
    return f"{value:.4g}" if abs(value) < 1000 else f"{value:.1f}" if abs(value) < 1e7 else f"{value:.4g}"
