"""Which version of MQTT to speak: 5 first, 3.1.1 to a broker that refuses it."""

from __future__ import annotations

DROPS = 2  # connections closed without a word before the other version is tried


class Versions:
    """Remembers for the run what the broker understands."""

    def __init__(self, five: bool = True) -> None:
        self.five = five
        self._settled = False
        self._drops = 0

    @property
    def label(self) -> str:
        """The version for people."""
        return "MQTT 5" if self.five else "MQTT 3.1.1"

    def accepted(self) -> None:
        """The broker let the console in with the present version."""
        self._settled = True

    def refused(self) -> bool:
        """The broker refused the version; return whether the other one is worth a try at once."""
        self._settled = False
        self.five = not self.five
        return not self.five

    def dropped(self) -> bool:
        """The broker closed at CONNECT without a word; return whether the other version is to be tried at once."""
        self._drops += 1
        return self._drops >= DROPS and self.unanswered()

    def unanswered(self) -> bool:
        """The broker said nothing to CONNECT, as one may that cannot read it; return as `dropped` does."""
        if self._settled:
            return False
        self._drops = 0
        self.five = not self.five
        return not self.five
