"""A time to be typed on the plant's own clock."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import QDateTime, QTimeZone
from PySide6.QtWidgets import QDateTimeEdit

from widgets.theme import font


class TimeEntry(QDateTimeEdit):
    """Seconds since 1970 UTC, shown in a zone; Qt is told that it is UTC, so that it changes nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._zone: tzinfo | None = None
        self.setDisplayFormat("yyyy-MM-dd HH:mm:ss")
        self.setCalendarPopup(True)
        self.setFont(font(13))
        self.setMinimumSize(190, 32)
        self.setTimeZone(QTimeZone(QTimeZone.Initialization.UTC))

    def show_time(self, at: float, zone: tzinfo | None) -> None:
        """Show a time on the clock of a zone."""
        self._zone = zone
        local = datetime.fromtimestamp(at, UTC).astimezone(zone).replace(tzinfo=UTC)
        self.setDateTime(QDateTime.fromSecsSinceEpoch(int(local.timestamp()), QTimeZone(QTimeZone.Initialization.UTC)))

    @property
    def seconds(self) -> float:
        """The time that is shown."""
        wall = datetime.fromtimestamp(self.dateTime().toSecsSinceEpoch(), UTC).replace(tzinfo=None)
        return (wall.replace(tzinfo=self._zone) if self._zone is not None else wall.astimezone()).timestamp()
