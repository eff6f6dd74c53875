"""The plain pieces that pages are laid out from: cards, labels that know their role, buttons with an icon."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontDatabase, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QTextOption
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from widgets.plain import plain, tip
from widgets.theme import color, font, pixmap, ring, themes

RADIUS = 7.0
WIDEST = 520  # no text asks for more pixels than this, however long it is


class Text(QLabel):
    """A label in the colour of a role; always plain text."""

    def __init__(self, role: str = "text", pixels: int = 13, weight: int = 400, wrap: bool = False) -> None:
        super().__init__()
        self._role = role
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(pixels, weight))
        self.setWordWrap(wrap)
        themes.changed.connect(self._dress)
        self._dress()

    def say(self, text: str) -> None:
        """Show a text; costs nothing when it is already there."""
        if text != self.text():
            self.setText(text)

    def paint_as(self, role: str) -> None:
        """Take the colour of another role."""
        if role != self._role:
            self._role = role
            self._dress()

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, color(self._role))
        self.setPalette(palette)
        self.update()


class OneLine(Text):
    """A label that never grows: what does not fit ends in an ellipsis and is whole in the tooltip."""

    def __init__(self, role: str = "text", pixels: int = 13, weight: int = 400, right: bool = False) -> None:
        super().__init__(role, pixels, weight)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:  # noqa: N802
        hint = super().sizeHint()
        return QSize(min(hint.width() + 1, WIDEST), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        area, whole = self.contentsRect(), self.text()
        shown = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, area.width())
        cut = tip(whole) if shown != whole else ""
        if cut != self.toolTip():
            self.setToolTip(cut)
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(area, int(self.alignment()), shown)


class Script(QPlainTextEdit):
    """Text in a fixed pitch to read and to copy from; stands still while part of it is chosen."""

    def __init__(self, wrap: bool = True) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        anywhere = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
        self.setWordWrapMode(anywhere if wrap else QTextOption.WrapMode.NoWrap)
        mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        mono.setPixelSize(12)
        self.setFont(mono)
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags)
        themes.changed.connect(self._dress)
        self._dress()

    def say(self, text: str) -> None:
        """Show another text, unless it is there already or somebody is choosing from the one before."""
        if text != self.toPlainText() and not self.textCursor().hasSelection():
            self.setPlainText(text)

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, color("window"))
        self.setPalette(palette)


class Fact(QWidget):
    """A faint name over a value that may be long."""

    def __init__(self) -> None:
        super().__init__()
        self.name, self.value = Text("text_faint", 12), OneLine("text", 14, 500)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.name)
        column.addWidget(self.value)

    def say(self, text: str, role: str = "text") -> None:
        """Show a value; a dash for none."""
        self.value.say(plain(text) if text else "–")
        self.value.paint_as(role if text else "text_faint")


class Picture(QWidget):
    """A shipped icon in the colour of a role."""

    def __init__(self, name: str = "", role: str = "text", size: int = 16) -> None:
        super().__init__()
        self._name, self._role, self._size = name, role, size
        self.setFixedSize(size, size)
        themes.changed.connect(self.update)

    def show_icon(self, name: str, role: str) -> None:
        """Show another icon or the same in another colour; "" shows none."""
        if (name, role) != (self._name, self._role):
            self._name, self._role = name, role
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self._name:
            QPainter(self).drawPixmap(0, 0, pixmap(self._name, self._role, self._size, self.devicePixelRatioF()))


class Card(QFrame):
    """A rounded surface with a title, a note beside it, tools at the right and a body below."""

    def __init__(self, titled: bool = True) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(14, 12, 14, 12)
        self.body.setSpacing(8)
        self.title, self.note = Text("text", 14, 600), OneLine("text_faint", 12)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(6)
        if titled:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(self.title)
            row.addWidget(self.note, 1)
            row.addLayout(self.tools)
            self.body.addLayout(row)
        themes.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("border"), 1))
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        if self.hasFocus():
            ring(painter, QRectF(self.rect()), RADIUS)


def has_keyboard(part: QWidget) -> bool:
    """Whether the keyboard of its window is there, or inside."""
    focused = part.window().focusWidget()
    return focused is not None and (focused is part or part.isAncestorOf(focused))


def entered(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Whether Enter presses the button that has the keyboard, as Space does; it is pressed then."""
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    if not enter or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or event.isAutoRepeat():
        return False
    button.click()
    return True


class Button(QPushButton):
    """A push button with a shipped icon; `primary` is the one that goes on."""

    def __init__(self, icon_name: str = "", clicked: Callable[[], object] | None = None, primary: bool = False) -> None:
        super().__init__()
        self._icon, self._primary, self._short = icon_name, primary, False
        self.setFont(font(13, 500 if primary else 400))
        self.setMinimumHeight(30)
        self.setAutoDefault(False)
        if clicked:
            self.clicked.connect(lambda: clicked())
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        themes.changed.connect(self.update)

    def name(self, words: str, explained: str = "") -> None:
        """Give the button its words, and more of them for the tooltip and the screen reader."""
        self.setText(words)
        self._explain(words, explained)

    def name_silently(self, words: str) -> None:
        """Give a button that shows only its icon the words for tooltip and screen reader."""
        self.setFixedWidth(32)
        self._explain(words, words)

    def shorten(self, short: bool) -> None:
        """Show only the icon while there is no room for the words beside it."""
        if short != self._short:
            self._short = short
            self.updateGeometry()
            self.update()

    @property
    def shown(self) -> str:
        """The words that are painted."""
        return "" if self._short and self._icon else self.text()

    def wear(self, icon_name: str) -> None:
        """Show another icon."""
        self._icon = icon_name
        self.update()

    def _explain(self, words: str, explained: str) -> None:
        self.setAccessibleName(words)
        self.setToolTip(tip(explained))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if not entered(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802
        wide = self.fontMetrics().horizontalAdvance(self.shown)
        space = (15 if self._icon else 0) + (7 if self._icon and wide else 0)
        return QSize(wide + space + (28 if wide else 17), 32)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen if self._primary and self.isEnabled() else QPen(color("border"), 1))
        painter.setBrush(color(self._ground()))
        painter.drawRoundedRect(area, 6, 6)
        ink = "accent_text" if self._primary and self.isEnabled() else "text"
        painter.setPen(color(ink if self.isEnabled() else "border_strong"))
        self._face(painter, ink if self.isEnabled() else "border_strong")
        if self.hasFocus():
            ring(painter, QRectF(self.rect()))

    def _ground(self) -> str:
        if self._primary and self.isEnabled():
            return "accent" if self.underMouse() else "accent_fill"
        lit = self.isEnabled() and (self.isDown() or self.isChecked() or self.underMouse())
        return "hover" if lit else "raised"

    def _face(self, painter: QPainter, ink: str) -> None:
        painter.setFont(self.font())
        wide = painter.fontMetrics().horizontalAdvance(self.shown)
        space = (15 if self._icon else 0) + (7 if self._icon and wide else 0)
        x = (self.width() - wide - space) // 2
        if self._icon:
            mark = pixmap(self._icon, ink, 15, self.devicePixelRatioF())
            painter.drawPixmap(x, (self.height() - 15) // 2, mark)
        painter.drawText(self.rect().adjusted(x + space, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), self.shown)


class Painted(QAbstractButton):
    """Base of buttons that paint themselves: keyboard focus, hover and theme are taken care of."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self.update)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if not entered(self, event):
            super().keyPressEvent(event)

    def backdrop(self, painter: QPainter) -> None:
        """Paint what tells hover, checked and keyboard focus."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isEnabled() and (self.isChecked() or self.underMouse()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("hover"))
            painter.drawRoundedRect(area, 5, 5)
        if self.hasFocus():
            ring(painter, QRectF(self.rect()), 5)


class Choice(QComboBox):
    """A drop-down list as flat as the buttons beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(font(13))
        self.setMinimumHeight(32)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        themes.changed.connect(self.update)

    def offer(self, anything: str, entries: Sequence[tuple[str, str]], choose: str = "", most: int = 176) -> None:
        """Offer (key, words), after "" for anything where that has words; what was chosen stays so. Says nothing."""
        chosen = choose or self.currentData()
        self.blockSignals(True)
        self.clear()
        for key, words in [*([("", anything)] if anything else []), *entries]:
            self.addItem(words, key)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.blockSignals(False)
        widest = max((self.fontMetrics().horizontalAdvance(self.itemText(i)) for i in range(self.count())), default=0)
        self.setMinimumWidth(min(widest + 46, most))
        self.setMaximumWidth(most)

    def take_back(self) -> None:
        """Choose anything, as who takes all filters away: only what remembers the choice hears of it."""
        before = self.blockSignals(True)
        self.setCurrentIndex(max(0, self.findData("")))
        self.blockSignals(before)
        self.activated.emit(self.currentIndex())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("border"), 1))
        painter.setBrush(color("hover" if self.underMouse() else "raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setPen(color("text"))
        painter.setFont(self.font())
        room = self.rect().adjusted(12, 0, -26, 0)
        shown = painter.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)
        arrow = pixmap("chevron-down", "text_muted", 14, self.devicePixelRatioF())
        painter.drawPixmap(self.width() - 22, (self.height() - 14) // 2, arrow)
        if self.hasFocus():
            ring(painter, QRectF(self.rect()))


class Entry(QLineEdit):
    """A line to type in, set into the card, its edge always visible."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setFont(font(13))
        self.setMinimumHeight(32)
        self.setFrame(False)
        self.setTextMargins(8, 0, 8, 0)
        themes.changed.connect(self._dress)
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("border_strong"), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if self.hasFocus():
            ring(painter, QRectF(self.rect()), 4)

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, color("window"))
        self.setPalette(palette)


class Tick(QCheckBox):
    """A box to tick, its edge always visible."""

    def __init__(self) -> None:
        super().__init__()
        self.setFont(font(13))
        self.setMinimumHeight(26)
        themes.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self.height() - 16) / 2
        box = QRectF(2, top, 16, 16)
        painter.setPen(QPen(color("accent_fill" if self.isChecked() else "border_strong"), 1))
        painter.setBrush(color("accent_fill" if self.isChecked() else "window"))
        painter.drawRoundedRect(box, 3, 3)
        if self.isChecked():
            painter.setPen(QPen(color("accent_text"), 2))
            painter.drawPolyline([QPointF(5.5, top + 8), QPointF(9, top + 11.5), QPointF(14.5, top + 4.5)])
        painter.setPen(color("text" if self.isEnabled() else "border_strong"))
        painter.setFont(self.font())
        words = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic)
        painter.drawText(self.rect().adjusted(26, 0, 0, 0), words, self.text())
        if self.hasFocus():
            ring(painter, QRectF(self.rect()), 4)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 34, 26)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(60, 26)

    def hitButton(self, position: QPoint) -> bool:  # noqa: N802
        return self.rect().contains(position)
