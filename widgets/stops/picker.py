"""Picking a reason: from the tree with the mouse, by typing two letters of it, or by the figure before it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from console.domain.reasons import Reason, leaves
from widgets.cards import Entry
from widgets.plain import plain
from widgets.stops.words import behind_words
from widgets.tables import Index
from widgets.theme import color, font, themes

ROW, GROUP, PAD, DIGITS = 28, 26, 8, 9
ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Entered:
    """One row: a reason with the figure that picks it (0 = none), or the name of a group."""

    name: str
    reason: Reason | None = None
    digit: int = 0
    behind: str = ""


def fitting(reasons: Iterable[Reason], text: str) -> list[Reason]:
    """Reasons whose name begins with the text, then those with a word that does, then those that have it anywhere."""
    wanted = text.strip().casefold()
    ranked: list[tuple[int, int, Reason]] = []
    for place, reason in enumerate(reasons):
        name = reason.name.casefold()
        begins = (name.startswith(wanted), any(word.startswith(wanted) for word in name.split()), wanted in name)
        if any(begins):
            ranked.append((begins.index(True), place, reason))
    return [reason for _, _, reason in sorted(ranked, key=lambda one: one[:2])]


class ReasonRows(QAbstractListModel):
    """What can be picked."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Entered] = []

    def show_rows(self, rows: Sequence[Entered]) -> None:
        """Take other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.rows[index.row()].reason is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = 0) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " · ".join(filter(None, (str(row.digit or ""), row.name, row.behind)))
        return None


class ReasonDelegate(QStyledItemDelegate):
    """Paints a row: the figure, the name, and faintly what is behind it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        return QSize(160, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.model().rows[index.row()]  # type: ignore[attr-defined]
        area = QRect(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(area, color("accent_fill"))
        elif row.reason is not None and option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, color("raised"))
        inside = area.adjusted(PAD, 0, -PAD, 0)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        if row.reason is None:
            painter.setFont(font(12, 600))
            painter.setPen(color("text_faint"))
            painter.drawText(inside, middle, row.name)
            return
        if row.digit:
            chip = QRect(inside.left(), inside.top() + 6, 16, 16)
            painter.setPen(color("accent_text" if chosen else "border_strong"))
            painter.drawRoundedRect(chip, 3, 3)
            painter.setFont(font(11))
            painter.setPen(color("accent_text" if chosen else "text_muted"))
            painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), str(row.digit))
        inside.setLeft(inside.left() + 26)
        self._words(painter, inside, row, chosen)

    def _words(self, painter: QPainter, inside: QRect, row: Entered, chosen: bool) -> None:
        middle, right = int(Qt.AlignmentFlag.AlignVCenter), int(Qt.AlignmentFlag.AlignRight)
        painter.setFont(font(13))
        painter.setPen(color("accent_text" if chosen else "text"))
        elide = Qt.TextElideMode.ElideRight
        name = painter.fontMetrics().elidedText(row.name, elide, inside.width())
        painter.drawText(inside, middle, name)
        rest = inside.adjusted(painter.fontMetrics().horizontalAdvance(name) + 16, 0, 0, 0)
        painter.setFont(font(12))
        painter.setPen(color("accent_text" if chosen else "text_faint"))
        if rest.width() > 60:
            shown = painter.fontMetrics().elidedText(row.behind, elide, rest.width())
            painter.drawText(rest, middle | right, shown)


class ReasonList(QListView):
    """The rows; a click or Enter picks."""

    def __init__(self, model: ReasonRows) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(ReasonDelegate(self))
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(4 * ROW)
        themes.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, color("window"))
        self.setPalette(palette)
        self.viewport().update()


class Typed(Entry):
    """Where letters are typed; arrows walk the list below, figures pick, Esc clears and then leaves."""

    walked = Signal(int)
    figure = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        text = event.text()
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.walked.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        elif text.isascii() and text.isdigit() and text != "0":
            self.figure.emit(int(text))
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ReasonPicker(QWidget):
    """`picked` is told whenever another reason is meant, `sure` when it was also confirmed (Enter, double click)."""

    picked = Signal(str)
    sure = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._reasons: tuple[Reason, ...] = ()
        self._area = ""
        self._lately: tuple[str, ...] = ()
        self._wanted = ""
        self.typed, self.model = Typed(), ReasonRows()
        self.list = ReasonList(self.model)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.typed)
        column.addWidget(self.list, 1)
        self.typed.textChanged.connect(lambda _: self._fill())
        self.typed.returnPressed.connect(self.sure.emit)
        self.typed.walked.connect(self.walk)
        self.typed.figure.connect(self.pick_figure)
        self.typed.left.connect(self.left.emit)
        self.list.selectionModel().currentChanged.connect(self._current)
        self.list.activated.connect(lambda _: self.sure.emit())
        self.retranslate()

    @property
    def reason(self) -> str:
        """Id of the reason that is meant; "" = none."""
        row = self.list.currentIndex().row()
        entered = self.model.rows[row] if 0 <= row < len(self.model.rows) else None
        return entered.reason.id if entered is not None and entered.reason is not None else ""

    def offer(self, reasons: Sequence[Reason], area: str, lately: Sequence[str], chosen: str) -> None:
        """What can be picked in an area; `lately` stands first; `chosen` is meant already."""
        given = (tuple(reasons), area, tuple(lately))
        if given == (self._reasons, self._area, self._lately) and chosen == self._wanted:
            return
        (self._reasons, self._area, self._lately), self._wanted = given, chosen
        self.typed.blockSignals(True)
        self.typed.clear()
        self.typed.blockSignals(False)
        self._fill()

    def forget(self) -> None:
        """Begin anew with the next stop."""
        self._reasons = ()

    def type(self, text: str) -> None:
        """A key that was pressed elsewhere on the page."""
        if text.isascii() and text.isdigit() and text != "0":
            self.pick_figure(int(text))
        else:
            self.typed.setFocus(Qt.FocusReason.OtherFocusReason)
            self.typed.insert(text)

    def pick_figure(self, digit: int) -> None:
        """Mean the reason with this figure before it."""
        row = next((row for row, entered in enumerate(self.model.rows) if entered.digit == digit), -1)
        if row >= 0:
            self._point(row)

    def walk(self, by: int) -> None:
        """Mean the next one or the one before."""
        rows = [row for row, entered in enumerate(self.model.rows) if entered.reason is not None]
        if not rows:
            return
        here = self.list.currentIndex().row()
        later = [row for row in rows if (row > here if by > 0 else row < here)]
        self._point((later[0] if by > 0 else later[-1]) if later else rows[-1 if by > 0 else 0])

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.typed.setPlaceholderText(self.tr("Two letters of the reason, or the figure before it"))
        self.typed.setAccessibleName(self.tr("Find a reason"))
        self.list.setAccessibleName(self.tr("Reasons"))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _fill(self) -> None:
        text = self.typed.text().strip()
        usable = leaves(self._reasons, self._area)
        rows = _numbered(fitting(usable, text)) if text else self._tree(usable)
        self.model.show_rows(rows)
        wanted = "" if text else self._wanted
        places = [row for row, entered in enumerate(rows) if entered.reason is not None]
        meant = next((row for row in places if rows[row].reason.id == wanted), -1)  # type: ignore[union-attr]
        if text and places:
            meant = places[0]
        if meant >= 0:
            self._point(meant)
        else:
            self.picked.emit("")

    def _tree(self, usable: Sequence[Reason]) -> list[Entered]:
        """What was given here lately, then group by group."""
        names = {reason.id: reason for reason in self._reasons}
        lately = [names[id] for id in self._lately if names.get(id) in usable]
        parts = [(self.tr("Lately here"), lately)] if lately else []
        for reason in (one for one in usable if one not in lately):
            group = plain(names[reason.parent].name, 60) if reason.parent in names else self.tr("Others")
            if not parts or parts[-1][0] != group:
                parts.append((group, []))
            parts[-1][1].append(reason)
        rows: list[Entered] = []
        digit = 0
        for group, inside in parts:
            rows.append(Entered(group))
            for reason in inside:
                digit += 1
                rows.append(_entered(reason, digit))
        return rows

    def _point(self, row: int) -> None:
        self.list.setCurrentIndex(self.model.index(row))

    def _current(self, now: QModelIndex, _: QModelIndex) -> None:
        self.picked.emit(self.reason)


def _numbered(reasons: Sequence[Reason]) -> list[Entered]:
    return [_entered(reason, digit) for digit, reason in enumerate(reasons, start=1)]


def _entered(reason: Reason, digit: int) -> Entered:
    return Entered(plain(reason.name, 80), reason, digit if digit <= DIGITS else 0, behind_words(reason))
