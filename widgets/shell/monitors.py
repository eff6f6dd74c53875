"""A monitor as it is remembered: by what it says about itself, so that it is known again on another socket."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen


class Shown(Protocol):
    """What a screen of Qt tells about its monitor."""

    def name(self) -> str: ...
    def model(self) -> str: ...
    def serialNumber(self) -> str: ...  # noqa: N802
    def geometry(self) -> QRect: ...


@dataclass(frozen=True, slots=True)
class Monitor:
    """One monitor; `serial` is empty where it does not tell one."""

    name: str
    model: str = ""
    serial: str = ""
    x: int = 0
    y: int = 0

    @classmethod
    def of(cls, screen: Shown) -> Monitor:
        """The monitor that a screen stands for."""
        place = screen.geometry().topLeft()
        return cls(screen.name(), screen.model(), screen.serialNumber(), place.x(), place.y())

    @classmethod
    def read(cls, text: str) -> Monitor | None:
        """From the text of `written`, or from a bare name; None from nothing."""
        try:
            found = json.loads(text)
            return cls(**{key: type(getattr(cls("", ""), key))(value) for key, value in found.items()})
        except (ValueError, TypeError, AttributeError):
            return cls(text) if text else None

    def written(self) -> str:
        """As a text to be remembered."""
        return json.dumps(asdict(self), ensure_ascii=False)

    def among(self, screens: Sequence[QScreen]) -> QScreen | None:
        """Its screen: by serial number, else by name; of two alike the one that stands where it stood."""
        if self.serial:
            own = [one for one in screens if (one.model(), one.serialNumber()) == (self.model, self.serial)]
            if own:
                return self._nearest(own)
        alike = [one for one in screens if one.name() == self.name and not self._another(one)]
        return self._nearest(alike) if alike else None

    def _another(self, screen: Shown) -> bool:
        """Whether a screen of the same name surely is not it: both tell a serial number."""
        return bool(self.serial and screen.serialNumber() and screen.serialNumber() != self.serial)

    def _nearest(self, screens: Sequence[QScreen]) -> QScreen:
        return min(screens, key=lambda one: abs(one.geometry().x() - self.x) + abs(one.geometry().y() - self.y))


def screens() -> list[QScreen]:
    """The screens that are there now."""
    return list(QGuiApplication.screens())
