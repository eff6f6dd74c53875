"""What only the face knows of this computer, told to whoever gathers a bundle for support."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import __version__ as bindings
from PySide6.QtCore import QLocale, QSysInfo, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from widgets import theme
from widgets.languages import languages

if TYPE_CHECKING:
    from console.app.support import Support
    from widgets.shell.crash import Catcher


def tell_support(support: Support, catcher: Catcher, window: QWidget) -> None:
    """Let the bundle hold what was caught, the toolkit's version, and the screens."""
    support.crashes = lambda: [f"{one.text}\nseen {one.times} time(s)\n" for one in list(catcher.reports.values())]
    support.versions = lambda: {"Qt": qVersion(), "PySide6 in use": bindings}
    support.computer = lambda: _facts(window)


def _facts(window: QWidget) -> dict[str, str]:
    size = window.size()
    facts = {
        "operating system": f"{QSysInfo.prettyProductName()}, kernel {QSysInfo.kernelVersion()}",
        "drawn by": QGuiApplication.platformName(),
        "window": f"{size.width()} x {size.height()}{' full screen' if window.isFullScreen() else ''}",
        "theme and language": f"{theme.themes.current.name}, {languages.code}, formats {QLocale().name()}",
        "fonts with Chinese": str(len(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))),
        "style": style.name() if (style := QApplication.style()) is not None else "",
    }
    return facts | {f"screen {number}": _screen(one) for number, one in enumerate(QGuiApplication.screens(), 1)}


def _screen(screen: QScreen) -> str:
    """Its size in its own pixels and how they are scaled; not its name, which may be a serial number."""
    area, ratio = screen.geometry(), screen.devicePixelRatio()
    dots = screen.logicalDotsPerInch()
    return f"{area.width()} x {area.height()} at {area.x()}, {area.y()}, scale {ratio:g}, {dots:g} dots an inch"
