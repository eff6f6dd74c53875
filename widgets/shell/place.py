"""Where the screen looks: plant, area, line; pressed, it is the menu that filters every screen by area."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QActionGroup, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QWidget

from console.domain.plant import Plant
from widgets import theme
from widgets.plain import caption, plain, tip

PIXELS = 14
ARROW = 16
NARROWEST = 120


class Place(QAbstractButton):
    """The breadcrumb. `chosen` carries an area id, None for the whole plant."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plant: Plant | None = None
        self._area: str | None = None
        self._inside: tuple[str, ...] = ()
        self.menu = QMenu(self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open_menu)
        theme.themes.changed.connect(self.update)
        self._rename()

    def show_plant(self, plant: Plant | None, area: str | None) -> None:
        """Name the plant and the area that is filtered on."""
        if (plant, area) != (self._plant, self._area):
            self._plant, self._area = plant, area
            self._rename()

    def show_inside(self, *names: str) -> None:
        """Name what the open screen shows inside the plant (area, line, station); nothing where it shows all lines."""
        if names != self._inside:
            self._inside = names
            self._rename()

    def open_menu(self) -> None:
        """Offer the areas below the button."""
        self.menu.clear()
        group = QActionGroup(self.menu)
        for area, words in self.offers():
            action = self.menu.addAction(caption(words))
            action.setCheckable(True)
            action.setChecked(area == self._area)
            action.triggered.connect(lambda _=False, chosen=area: self.chosen.emit(chosen))
            group.addAction(action)
            if area is None:
                self.menu.addSeparator()
        self.menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        self.menu.setActiveAction(group.checkedAction() or self.menu.actions()[0])

    def offers(self) -> list[tuple[str | None, str]]:
        """What the menu offers: area id and words, the whole plant first."""
        listed: list[tuple[str | None, str]] = [(None, self.tr("All areas"))]
        sites = self._plant.sites if self._plant else ()
        for site in sites:
            before = f"{plain(site.name)} / " if len(sites) > 1 else ""
            listed += [(area.id, before + plain(area.name)) for area in site.areas]
        return listed

    def _rename(self) -> None:
        if self._plant is None:
            words = self.tr("No plant yet")
        else:
            area = next((a.name for a in self._plant.areas() if a.id == self._area), None)
            parts = [self._plant.name, *(self._inside or (area or self.tr("All areas"), self.tr("All lines")))]
            words = " / ".join(plain(part, 60) for part in parts)
        self.setText(words)
        self.setAccessibleName(self.tr("Place: {place}. Press to filter by area").format(place=words))
        self.setToolTip(tip(words))
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take the words of the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._rename()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as its words."""
        width = QFontMetricsF(theme.font(PIXELS)).horizontalAdvance(self.text())
        return QSize(round(width) + ARROW + 22, 32)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """A place may be cut with an ellipsis; the tooltip has all of it."""
        return QSize(NARROWEST, 32)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the words and the arrow."""
        painter = QPainter(self)
        if self.underMouse() or self.menu.isVisible():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(self.rect(), 6, 6)
        room = self.width() - ARROW - 20
        painter.setFont(theme.font(PIXELS))
        painter.setPen(theme.color("text_muted"))
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room + 1)
        painter.drawText(QRectF(8, 0, room + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        arrow = theme.pixmap("chevron-down", "text_faint", ARROW, self.devicePixelRatioF())
        x = 8 + painter.fontMetrics().horizontalAdvance(shown) + 4
        painter.drawPixmap(QPointF(x, (self.height() - ARROW) / 2 + 1), arrow)
        if self.hasFocus():
            theme.ring(painter, QRectF(self.rect()))
