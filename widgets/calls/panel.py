"""The panel that raises a call: where, what it is about by a number, and a few words for those who have them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.domain.andon import Category
from widgets.calls.naming import SEVERITY_ICON, SEVERITY_ROLE, severity_word
from widgets.cards import Button, Choice, Entry, Painted, Text
from widgets.people.fields import Field, Said
from widgets.plain import plain
from widgets.theme import color, font, pixmap, ring

SIZE = QSize(640, 420)
NUMBERS = 9  # categories that have a number of their own
ACROSS = 3


class CategoryTile(Painted):
    """One category with its number; lit when it is chosen."""

    def __init__(self, number: int, category: Category) -> None:
        super().__init__()
        self.category, self._number = category, number
        self.setCheckable(True)
        self.setMinimumHeight(58)
        self.setText(plain(category.name, 40))
        name = f"{number} {self.text()}" if number <= NUMBERS else self.text()
        self.setAccessibleName(f"{name}, {severity_word(category.severity)}")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter raises what is chosen, and chooses nothing by itself: the panel decides."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = self.isChecked()
        over = self.underMouse() and not lit
        painter.setPen(QPen(color("border"), 1))
        painter.setBrush(color("accent_fill" if lit else "hover" if over else "raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        if self.hasFocus():
            ring(painter, QRectF(self.rect()))
        if self._number <= NUMBERS:
            painter.setPen(color("accent_text" if lit else "text_faint"))
            painter.setFont(font(18, 600))
            number = self.rect().adjusted(14, 0, 0, 0)
            painter.drawText(number, int(Qt.AlignmentFlag.AlignVCenter), str(self._number))
        painter.setPen(color("accent_text" if lit else "text"))
        painter.setFont(font(14, 600 if lit else 500))
        room = self.rect().adjusted(40, 0, -34, 0)
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
        severity = self.category.severity
        mark = pixmap(
            SEVERITY_ICON[severity], "accent_text" if lit else SEVERITY_ROLE[severity], 15, self.devicePixelRatioF()
        )
        painter.drawPixmap(self.width() - 28, (self.height() - 15) // 2, mark)


class RaisePanel(QDialog):
    """`wanted` carries place, category and text; a click on a category asks at once, a number waits for Enter."""

    wanted = Signal(str, str, str)
    place_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.heading, self.how = Text("text", 20, 600), Text("text_muted", 13, wrap=True)
        self.place: Field[Choice] = Field(Choice())
        self.text: Field[Entry] = Field(Entry())
        self.tiles: list[CategoryTile] = []
        self.none, self.said = Text("text_muted", 13, wrap=True), Said()
        self.go, self.leave = Button("siren", self.submit, primary=True), Button("", self.reject)
        self.report = Button("shield")
        self.report.hide()  # until somebody takes reports
        self._lay_out()
        self.place.control.currentIndexChanged.connect(lambda _: self.place_chosen.emit(self.where))
        self.retranslate()

    def sizeHint(self) -> QSize:  # noqa: N802
        return SIZE

    @property
    def where(self) -> str:
        """The place that is chosen; "" = none yet."""
        return str(self.place.control.currentData() or "")

    @property
    def category(self) -> Category | None:
        """What is chosen; None = nothing yet."""
        return next((tile.category for tile in self.tiles if tile.isChecked()), None)

    def begin(self, places: Iterable[tuple[str, str]], place: str, text: str = "") -> None:
        """Open it for a place; the text of a raise that was not finished stays."""
        choice = self.place.control
        choice.blockSignals(True)
        choice.clear()
        choice.addItem(self.tr("Choose where it is"), "")
        for id, words in places:
            choice.addItem(words, id)
        choice.setCurrentIndex(max(0, choice.findData(place)))
        choice.blockSignals(False)
        self.text.control.setText(text)
        self.said.say("")
        self.place.refuse("")

    def offer(self, categories: Sequence[Category]) -> None:
        """The categories of the place."""
        before = self.category
        for tile in self.tiles:
            tile.hide()
            tile.deleteLater()
        self.tiles = [CategoryTile(number, category) for number, category in enumerate(categories, 1)]
        for i, tile in enumerate(self.tiles):
            tile.setChecked(before is not None and tile.category.id == before.id)
            tile.clicked.connect(lambda _=False, tile=tile: self._clicked(tile))
            self._grid.addWidget(tile, i // ACROSS, i % ACROSS)
        self.none.setVisible(not self.tiles)
        self._begin_here()

    def offer_report(self, take: Callable[[str, str], None]) -> None:
        """Offer to report a hazard instead; `take` gets the place and what was typed."""
        self.report.clicked.connect(lambda: take(self.where, self.text.control.text().strip()))
        self.report.show()

    def go_to(self, place: str) -> None:
        """Another place is meant."""
        self.place.control.setCurrentIndex(max(0, self.place.control.findData(place)))

    def choose(self, category: str) -> None:
        """Choose a category that the place has; Enter raises then."""
        tile = next((tile for tile in self.tiles if tile.category.id == category), None)
        if tile is not None:
            self._choose(tile)
            self.text.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """The call was raised: nothing is chosen next time."""
        self.text.control.clear()
        self._choose(None)

    def submit(self) -> None:
        """Raise what is chosen."""
        category = self.category
        if not self.where:
            self.place.refuse(self.tr("Choose where it is."))
            self.place.control.setFocus(Qt.FocusReason.OtherFocusReason)
        elif category is None:
            self.said.warn(self.tr("Choose what it is about: press its number."))
            self._begin_here()
        else:
            self.wanted.emit(self.where, category.id, self.text.control.text().strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        number = int(event.text()) if event.text() in tuple("123456789") else 0
        tile = self.tiles[number - 1] if 0 < number <= len(self.tiles) else None
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        elif tile is not None:
            self._choose(tile)
            self.text.control.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def _clicked(self, tile: CategoryTile) -> None:
        self._choose(tile)
        self.submit()

    def _choose(self, chosen: CategoryTile | None) -> None:
        for tile in self.tiles:
            tile.setChecked(tile is chosen)
        self.said.say("")

    def _begin_here(self) -> None:
        part = self.place.control if not self.where else self.tiles[0] if self.tiles else self.leave
        part.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.setWindowTitle(self.tr("Raise a call"))
        self.heading.say(self.tr("Raise a call"))
        self.how.say(self.tr("Press a number, then Enter. A click on what it is about raises the call at once."))
        self.place.name(self.tr("&Where"))
        self.text.name(self.tr("What is &wrong, if you can say it in a few words"))
        self.none.say(
            self.tr("There are no categories yet. They are read with the records, or set up by your supervisor.")
        )
        self.go.name(self.tr("Raise"))
        self.report.name(self.tr("Hazard or accident… (F4)"), self.tr("Report it instead: it is looked into later"))
        self.leave.name(self.tr("Cancel"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        for column in range(ACROSS):
            self._grid.setColumnStretch(column, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(10)
        for part in (self.heading, self.how, self.place):
            column.addWidget(part)
        column.addLayout(self._grid)
        for part in (self.none, self.text, self.said):
            column.addWidget(part)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.report)
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.go)
        column.addLayout(row)
