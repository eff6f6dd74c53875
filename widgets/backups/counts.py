"""Sentences about backups that count: lupdate sees plurals only where an object says them."""

from __future__ import annotations

from PySide6.QtCore import QObject


class Counts(QObject):
    """One is enough."""

    def copies(self, count: int) -> str:
        """How many copies there are."""
        return self.tr("%n copies", "", count)

    def lines_since(self, count: int) -> str:
        """What a restore takes out."""
        return self.tr("%n line(s) of the trail were written since then and are no longer in the records.", "", count)

    def waiting(self, count: int) -> str:
        """How much of it nobody else has."""
        return self.tr("%n of them were not shared yet and lie only in the file that is set aside.", "", count)

    def come_back(self, count: int) -> str:
        """How much of it the shared database has."""
        return self.tr("%n of them were shared and come back from the shared database.", "", count)

    def exported(self, rows: int) -> str:
        """What an export holds."""
        return self.tr("%n record(s)", "", rows)

    def lines(self, lines: int) -> str:
        """How long a trail is."""
        return self.tr("%n line(s) of the trail", "", lines)

    def attachments(self, count: int) -> str:
        """Pictures and files of an export."""
        return self.tr("%n picture(s) or file(s)", "", count)
