"""What the status bar says of the alarms themselves: how many in ten minutes, whether that is a flood, what rests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from console.domain.alarmhealth import MANAGEABLE

if TYPE_CHECKING:
    from console.app.console import Console


def alarm_words(console: Console) -> tuple[str, str]:
    """The words and their colour; "" while nothing is known of it."""
    pulse = getattr(console, "pulse", None)
    if pulse is None or not pulse.known:
        return "", "text_faint"
    translate, now = QCoreApplication.translate, pulse.now()
    if now.flood:
        return translate("StatusBar", "Alarm flood: {0} in 10 min").format(now.rate), "warning"
    if now.rate > MANAGEABLE:
        return translate("StatusBar", "Alarm rate {0} / 10 min: high").format(now.rate), "text_muted"
    return translate("StatusBar", "Alarm rate {0} / 10 min").format(now.rate), "text_faint"


def shelved_count(console: Console) -> int:
    """How many alarms are shelved now."""
    calls = getattr(console, "calls", None)
    return len(calls.shelved) if calls is not None and calls.known else 0
