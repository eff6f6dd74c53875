"""The list of pieces of a bundle: a row chosen is read, a row without its tick is left out."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QListWidgetItem, QStyleOptionViewItem

from console.app.supportbundle import Kind, Piece
from widgets.auditplans.many import Boxes, Ticked
from widgets.plain import plain
from widgets.status.words import size_words
from widgets.support.words import kind_word

BOX = 30  # pixels from the left in which a click means the tick and not the row


class Pieces(Ticked):
    """The tick of what the bundle says of itself cannot be taken away."""

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(_BoxOnly(self))

    def offer(self, pieces: Sequence[Piece]) -> None:
        """Show these, all ticked, the first one chosen."""
        self.clear()
        for piece in pieces:
            item = QListWidgetItem()
            fixed = piece.kind is Kind.ABOUT
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            item.setFlags(flags if fixed else flags | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            item.setData(Qt.ItemDataRole.UserRole, piece)
            self.addItem(item)
        self.retranslate()
        self.setCurrentRow(0)

    @property
    def wanted(self) -> tuple[Piece, ...]:
        """Those that are ticked, in their order."""
        rows = (self.item(row) for row in range(self.count()))
        return tuple(_piece(item) for item in rows if item.checkState() is Qt.CheckState.Checked)

    @property
    def chosen(self) -> Piece | None:
        """The one that is read."""
        item = self.currentItem()
        return _piece(item) if item is not None else None

    def retranslate(self) -> None:
        """Take the words of the language in use."""
        for row in range(self.count()):
            item = self.item(row)
            piece = _piece(item)
            name = f" {piece.name.rpartition('/')[2]}" if piece.kind is Kind.LOG else ""
            item.setText(f"{kind_word(piece.kind)}{plain(name)}  ·  {size_words(piece.size)}")


class _BoxOnly(Boxes):
    def editorEvent(  # noqa: N802
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if isinstance(event, QMouseEvent) and event.position().x() - option.rect.x() > BOX:
            return False
        return bool(index.flags() & Qt.ItemFlag.ItemIsUserCheckable) and super().editorEvent(
            event, model, option, index
        )


def _piece(item: QListWidgetItem) -> Piece:
    piece = item.data(Qt.ItemDataRole.UserRole)
    assert isinstance(piece, Piece)
    return piece
