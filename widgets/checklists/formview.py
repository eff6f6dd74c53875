"""A form as a person on a round sees it: sections, items with what can be answered, hints; painted, not pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.domain.checklists import TOP, Asks, Evidence, Form, Item, Words
from widgets.checklists.words import demands, limits_words, scores
from widgets.languages import chinese
from widgets.plain import plain
from widgets.theme import color, font, pixmap, themes

BOX, GAP, PAD = 30, 6, 10
LEAST = 150  # pixels that the words of an item have beside what can be answered
WORDS, HINT, HEAD = (13, 400), (12, 400), (14, 600)  # as a round shows them


class FormView(QWidget):
    """As high as the form needs at its width."""

    def __init__(self) -> None:
        super().__init__()
        self.form, self.name = Form(), Words()
        self._chinese: bool | None = None  # None: as the program speaks
        self._high = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        themes.changed.connect(self.update)

    def show_form(self, name: Words, form: Form, chinese: bool | None = None) -> None:
        """Show this one in a language; None: that of the program."""
        if (name, form, chinese) == (self.name, self.form, self._chinese) and self._high:
            return
        self.name, self.form, self._chinese = name, form, chinese
        self.setAccessibleName(self._spoken())
        self._fit()

    def texts(self) -> list[str]:
        """Every text that is shown, from top to bottom."""
        found = []
        for section in self.form.sections:
            found.append(self._said(section.words))
            for item in section.items:
                found += [self._said(item.words), *filter(None, [self._said(item.hint)]), *demands(item)]
        return found

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(420, self._high)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(260, self._high)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self._spoken())
            self._fit()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._walk(painter, event.rect())

    # Inside

    def _fit(self) -> None:
        high = self._walk(None, QRect())
        if high != self._high:
            self._high = high
            self.setMinimumHeight(high)
            self.updateGeometry()
        self.update()

    def _said(self, words: Words) -> str:
        return plain(words.said(chinese() if self._chinese is None else self._chinese), 1000)

    def _spoken(self) -> str:
        return " · ".join([self._said(self.name), *self.texts()])[:2000]

    def _walk(self, painter: QPainter | None, seen: QRect) -> int:
        """Paint what is seen, or only find how high it all is."""
        y = 2
        for number, section in enumerate(self.form.sections, 1):
            most = sum(TOP * item.weight for item in section.items if item.asks not in (Asks.TEXT, Asks.PHOTO))
            points = f"– / {most:.4g}" if most else ""
            title = f"{number}  {self._said(section.words) or '…'}"
            high = self._text(None, title, HEAD, 0, y, self.width() - 90) + 10
            if painter is not None and y + high >= seen.top() and y <= seen.bottom():
                self._text(painter, title, HEAD, 0, y, self.width() - 90)
                painter.setFont(font(13, 500))
                painter.setPen(color("text_muted"))
                painter.drawText(QRect(self.width() - 90, y, 88, 22), int(Qt.AlignmentFlag.AlignRight), points)
            y += high
            for item in section.items:
                tall = self._item(None, item, y)
                if painter is not None and y + tall >= seen.top() and y <= seen.bottom():
                    self._item(painter, item, y)
                y += tall
            y += 14
        return y

    def _item(self, painter: QPainter | None, item: Item, y: int) -> int:
        wide = self._answer_width(item)
        beside = self.width() - wide - 16
        under = beside < LEAST  # no room: the answer goes below the words
        room = self.width() if under else beside
        used = PAD + self._text(painter, self._said(item.words) or "…", WORDS, 0, y + PAD, room)
        if item.hint:
            used += 3 + self._text(painter, self._said(item.hint), HINT, 0, y + used + 3, room, "text_muted")
        marks = demands(item)
        if marks or item.picture:
            used += 4 + self._marks(painter, item, marks, y + used + 4, room)
        if under:
            if painter is not None:
                self._answer(painter, item, 0, y + used + 6)
            used += 6 + BOX
        else:
            if painter is not None:
                self._answer(painter, item, self.width() - wide, y + PAD - 4)
            used = max(used, PAD + BOX - 4)
        used += PAD
        if painter is not None:
            painter.setPen(QPen(color("border"), 1))
            painter.drawLine(0, y + used, self.width(), y + used)
        return used + 1

    def _text(
        self, painter: QPainter | None, text: str, face: tuple[int, int], x: int, y: int, room: int, role: str = "text"
    ) -> int:
        made = font(*face)
        flags = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        area = QRect(x, y, max(40, room), 100_000)
        high = QFontMetrics(made).boundingRect(area, flags, text).height()
        if painter is not None:
            painter.setFont(made)
            painter.setPen(color(role))
            painter.drawText(QRect(x, y, max(40, room), high), flags, text)
        return high

    def _marks(self, painter: QPainter | None, item: Item, marks: list[str], y: int, room: int) -> int:
        """What it wants beside the answer, in one line that goes on below."""
        words = [*marks, *([self.tr("Help picture")] if item.picture else [])]
        text = " · ".join(words)
        role, icon = ("warning", "octagon-pause") if item.red_line else ("text_faint", "")
        if not icon and (item.evidence is not Evidence.NEVER or item.picture):
            icon = "camera" if item.evidence is not Evidence.NEVER else "image"
        if icon and painter is not None:
            painter.drawPixmap(0, y + 1, pixmap(icon, role, 13, self.devicePixelRatioF()))
        left = 19 if icon else 0
        return self._text(painter, text, HINT, left, y, room - left, role)

    def _answer_width(self, item: Item) -> int:
        match item.asks:
            case Asks.SCORE:
                return len(scores()) * BOX + (len(scores()) - 1) * GAP
            case Asks.YES_NO:
                return 2 * 58 + GAP
            case Asks.MEASURE:
                return 150
        return 140

    def _answer(self, painter: QPainter, item: Item, x: int, y: int) -> None:
        """What can be pressed or typed."""
        painter.setFont(font(13))
        wide = self._answer_width(item)
        match item.asks:
            case Asks.SCORE:
                for at, score in enumerate(scores()):
                    self._box(painter, QRect(x + at * (BOX + GAP), y, BOX, BOX), score)
            case Asks.YES_NO:
                self._box(painter, QRect(x, y, 58, BOX), self.tr("No"))
                self._box(painter, QRect(x + 58 + GAP, y, 58, BOX), self.tr("Yes"))
            case Asks.MEASURE:
                self._box(painter, QRect(x, y, wide, BOX), plain(item.unit, 20) or limits_words(item), right=True)
            case Asks.TEXT:
                self._box(painter, QRect(x, y, wide, BOX), self.tr("Text"), left=True)
            case Asks.PHOTO:
                self._box(painter, QRect(x, y, wide, BOX), self.tr("Add a photo"))

    def _box(self, painter: QPainter, area: QRect, text: str, left: bool = False, right: bool = False) -> None:
        painter.setPen(QPen(color("border_strong"), 1))
        painter.setBrush(color("window" if left or right else "raised"))
        painter.drawRoundedRect(area.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        painter.setPen(color("text_muted"))
        side = Qt.AlignmentFlag.AlignHCenter
        if left or right:
            side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
        painter.drawText(area.adjusted(8, 0, -8, 0), int(side | Qt.AlignmentFlag.AlignVCenter), text)
