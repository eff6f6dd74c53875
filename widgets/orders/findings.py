"""The words of findings: where plan, line and confirmation of an order do not agree, or will not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from console.domain.order_truth import Finding, Found
from widgets.numbers import decimal, unit_word, whole
from widgets.plain import plain
from widgets.times import span

Facts = Mapping[str, object]
NameOf = Callable[[str], str]  # what a line is called, by its id


def finding_words(found: Found, now: float, line_of: NameOf = str) -> str:
    """One finding in words; `now` is seconds UTC, `line_of` tells what a line is called."""
    facts, translate = found.facts, QCoreApplication.translate
    match found.what:
        case Finding.UNPLANNED:
            return translate("findings", "Nobody planned it: the line named it")
        case Finding.TWO_PLACES:
            return translate("findings", "Runs at several lines: {0}").format(_lines(facts, line_of))
        case Finding.ANOTHER_RUNS:
            return translate("findings", "The line runs another order: {0}").format(_text(facts, "other"))
        case Finding.NOT_RUNNING:
            return translate("findings", "The line says that it runs no order")
        case Finding.NO_TARGET:
            return translate("findings", "Nobody said how many")
        case Finding.STANDS:
            return translate("findings", "Stopped {0}").format(span(max(0.0, now - _since(facts, now))))
        case Finding.LATE:
            return translate("findings", "{0} late").format(span(_number(facts, "seconds")))
        case Finding.STARTS_LATE:
            return translate("findings", "Starts {0} late").format(span(_number(facts, "seconds")))
        case Finding.SHORT:
            return _short(facts)
    return _counts(found)


def finding_icon(found: Found) -> str:
    """The icon that stands before it."""
    return ICONS.get(found.what, "info")


def finding_role(found: Found) -> str:
    """The colour role of it."""
    return "bad" if found.serious else "warning"


ICONS = {
    Finding.TWO_PLACES: "triangle-alert",
    Finding.ANOTHER_RUNS: "triangle-alert",
    Finding.NOT_RUNNING: "triangle-alert",
    Finding.OTHER_TARGET: "triangle-alert",
    Finding.OVERRUN: "trending-up",
    Finding.CLOSED_EARLY: "triangle-alert",
    Finding.COUNTS_AFTER: "trending-up",
    Finding.LATE: "clock",
    Finding.STARTS_LATE: "clock",
    Finding.STANDS: "octagon-pause",
    Finding.SHORT: "triangle-alert",
}


def _counts(found: Found) -> str:
    facts, translate = found.facts, QCoreApplication.translate
    match found.what:
        case Finding.OTHER_TARGET:
            words = translate("findings", "The line makes {0}, ordered are {1}")
            return words.format(_whole(facts, "target"), _whole(facts, "quantity"))
        case Finding.OVERRUN:
            return translate("findings", "{0} more than ordered").format(_whole(facts, "over"))
        case Finding.CLOSED_EARLY:
            words = translate("findings", "The line ended it at {0} of {1}")
            return words.format(_whole(facts, "counted"), _whole(facts, "quantity"))
        case Finding.COUNTS_AFTER:
            return translate("findings", "{0} counted after it was done").format(_whole(facts, "over"))
        case Finding.NOT_CONFIRMED:
            words = translate("findings", "Counted {0}, confirmed {1}: not all is confirmed")
            return words.format(_whole(facts, "counted"), _whole(facts, "confirmed"))
        case Finding.DIFFERS:
            words = translate("findings", "Counted {0}, confirmed {1}")
            return words.format(_whole(facts, "counted"), _whole(facts, "confirmed"))
    return plain(found.what.value, 40)


def _short(facts: Facts) -> str:
    translate = QCoreApplication.translate
    missing = _number(facts, "missing")
    amount = whole(missing) if missing == int(missing) else decimal(missing)
    words = translate("findings", "{0} short {1} {2}")
    said = words.format(_text(facts, "material"), amount, unit_word(_text(facts, "unit"))).strip()
    others = _number(facts, "others")
    more = translate("findings", "(+{0} more)").format(whole(others)) if others > 0 else ""
    return " ".join(part for part in (said, more) if part)


def _lines(facts: Facts, line_of: NameOf) -> str:
    lines = facts.get("lines")
    names = [plain(line_of(str(one)), 40) for one in lines] if isinstance(lines, tuple | list) else []
    return QCoreApplication.translate("roles", ", ").join(names)


def _text(facts: Facts, name: str) -> str:
    return plain(facts.get(name) or "", 60)


def _number(facts: Facts, name: str) -> float:
    value = facts.get(name)
    return float(value) if isinstance(value, int | float) else float(len(value)) if isinstance(value, tuple) else 0.0


def _whole(facts: Facts, name: str) -> str:
    return whole(_number(facts, name))


def _since(facts: Facts, now: float) -> float:
    since = facts.get("since")
    return since.timestamp() if isinstance(since, datetime) else float(since) if isinstance(since, int | float) else now
