"""Colours, fonts and icons by the role they play; dark and light from one file."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QStyleFactory

from resources import resource

CJK_FALLBACK = ["Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC"]


@cache
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads(resource("theme", "colors.toml").read_text(encoding="utf-8"))


class Theme:
    """One set of named colours."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._colors = {key: QColor(value) for key, value in _tables()[name].items()}

    def color(self, role: str) -> QColor:
        """The colour of a role of colors.toml; KeyError for a role that is not there."""
        return self._colors[role]

    def palette(self) -> QPalette:
        """The Qt palette that makes Fusion's own controls fit."""
        roles = QPalette.ColorRole
        table = {
            roles.Window: "window",
            roles.WindowText: "text",
            roles.Base: "surface",
            roles.AlternateBase: "raised",
            roles.Text: "text",
            roles.Button: "raised",
            roles.ButtonText: "text",
            roles.BrightText: "bad",
            roles.ToolTipBase: "raised",
            roles.ToolTipText: "text",
            roles.PlaceholderText: "text_faint",
            roles.Highlight: "accent_fill",
            roles.HighlightedText: "accent_text",
            roles.Link: "accent",
            roles.LinkVisited: "accent",
            roles.Light: "border",
            roles.Midlight: "border",
            roles.Mid: "border",
            roles.Dark: "border",
            roles.Shadow: "window",
            roles.Accent: "accent_fill",
        }
        palette = QPalette()
        for role, name in table.items():
            palette.setColor(role, self.color(name))
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.color("border_strong"))
        return palette


class Themes(QObject):
    """The theme in use; `changed` tells widgets to drop what they cached and repaint."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.current = Theme("dark")

    def use(self, name: str) -> None:
        """Switch the whole application to "dark" or "light"."""
        self.current = Theme(name)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.setPalette(self.current.palette())
        _pixmap.cache_clear()
        self.changed.emit()


themes = Themes()


def color(role: str) -> QColor:
    """The colour that a role has now."""
    return themes.current.color(role)


def dress(app: QApplication) -> None:
    """Give the application its style, fonts and palette. Call once, before the first window."""
    app.setStyle(QStyleFactory.create("Fusion"))
    for weight in ("Regular", "Medium", "SemiBold", "Bold"):
        QFontDatabase.addApplicationFont(str(resource("fonts", f"Inter-{weight}.ttf")))
    app.setFont(font(13))
    app.setPalette(themes.current.palette())


@lru_cache(maxsize=256)
def font(pixels: float, weight: int = 400) -> QFont:
    """Inter with tabular figures at a pixel height; Chinese comes from the system's font. Treat as read-only."""
    made = QFont()
    made.setFamilies(["Inter", *CJK_FALLBACK, "sans-serif"])
    made.setPixelSize(max(1, round(pixels)))
    made.setWeight(QFont.Weight(weight))
    made.setHintingPreference(
        QFont.HintingPreference.PreferNoHinting
    )  # Inter is drawn for it: letters keep their space
    made.setFeature(QFont.Tag("tnum"), 1)
    made.setFeature(QFont.Tag("cv11"), 0)
    return made


@cache
def _svg(name: str) -> bytes:
    return resource("icons", f"{name}.svg").read_bytes()


@lru_cache(maxsize=512)
def _pixmap(name: str, rgb: str, size: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_svg(name).replace(b"currentColor", rgb.encode())))
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def pixmap(name: str, role: str = "text", size: int = 16, ratio: float = 1.0) -> QPixmap:
    """A shipped icon in the colour of a role, `size` logical pixels square, for a screen of the given pixel ratio."""
    return _pixmap(name, color(role).name(), size, ratio)


def icon(name: str, role: str = "text", size: int = 20) -> QIcon:
    """The same as a QIcon, drawn for ratios 1 and 2."""
    made = QIcon(pixmap(name, role, size, 1.0))
    made.addPixmap(pixmap(name, role, size, 2.0))
    return made


def ring(painter: QPainter, box: QRectF, radius: float = 6.0) -> None:
    """Mark what the keyboard is on: two pixels in the focus colour just inside `box`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color("focus"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), radius, radius)
    painter.restore()
