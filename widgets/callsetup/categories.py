"""The categories of calls: the list, and the chosen one beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.domain.andon import Category
from console.domain.commands.andon import AddCategory
from widgets.callsetup.categoryform import ORDER_MOST, CategoryCard, new_category
from widgets.callsetup.categoryrows import AREA, NAME, OWNER, RED, SEVERITY, WIDTHS, CategoryRows
from widgets.callsetup.reading import SetUp, SetupReader
from widgets.cards import Button, Card
from widgets.closed import Closed
from widgets.people.fields import Said
from widgets.people.signing import ask_for, why_not
from widgets.refusals import words_of
from widgets.tables import Grid

if TYPE_CHECKING:
    from console.app.console import Console

SIDE = 372


class CategoriesTab(QWidget):
    """Reads the categories when one of them changes; what is typed in the form stays."""

    open_requested = Signal(str, str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._wanted = ""  # the category to be chosen when it has been read
        self.reader = SetupReader(self, console)
        self.model = CategoryRows()
        self.grid = Grid(self.model, WIDTHS, stretch=RED, spare=(OWNER, AREA, SEVERITY))
        self.grid.setSelectionMode(Grid.SelectionMode.SingleSelection)
        self.card, self.left, self.said = CategoryCard(console), Card(), Said()
        self.copy, self.add = Button("copy", self.begin_copy), Button("plus", self.begin, primary=True)
        self.closed = Closed(console, self.reader.read, lambda: self.open_requested.emit("status", ""))
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._settle()

    # What the page calls

    def show_subject(self, subject: str) -> None:
        """Choose a category by its id."""
        self._wanted = subject
        self._choose(subject)

    def focus_filter(self) -> None:
        """Ctrl+F: the list."""
        self.grid.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.reader.shown()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter goes to the form, Esc back to the list."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.grid.hasFocus():
            self.card.called.control.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Escape:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    # Showing

    def _show(self, found: SetUp) -> None:
        self.said.say("")
        chosen = self._wanted or self.card.category or self._current()
        adding = self.card.isVisible() and not self.card.category and not self._wanted
        self.model.show_rows(found.categories, self.reader.plant)
        self._settle()
        if self.model.rows and not adding:
            self._wanted = ""
            self._choose(chosen if self.model.row_of(chosen) >= 0 else self.model.rows[0].value.id)

    def _settle(self) -> None:
        reading = self.closed.refresh() or not self.model.rows
        self._stack.setCurrentWidget(self.closed if reading else self.grid)
        self.left.note.say(self.tr("%n kind(s) of call", "", len(self.model.rows)) if self.model.rows else "")
        self.allow()

    def _cannot(self, refusal: Exception) -> None:
        self._settle()
        self.said.say("" if self.closed.needed else words_of(refusal))

    def _choose(self, category: str) -> None:
        row = self.model.row_of(category)
        if row >= 0:
            self.grid.selectRow(row)
            self._from_list(self.model.index(row, NAME))

    def _from_list(self, now: QModelIndex, _before: QModelIndex | None = None) -> None:
        if now.isValid():
            self.card.show_category(self.model.rows[now.row()], self.reader.plant)
            self.card.show()
            self.allow()

    def _current(self) -> str:
        at = self.grid.currentIndex()
        return self.model.rows[at.row()].value.id if at.isValid() else ""

    def allow(self) -> None:
        """Grey out what whoever is signed in may not do."""
        why = self.closed.why() or why_not(self._console, AddCategory)
        for button, words in ((self.add, self.tr("Add")), (self.copy, self.tr("Copy for an area"))):
            button.name(words, why or words)
            button.setEnabled(not why)
        self.copy.setEnabled(not why and bool(self._current()))
        self.card.allow()

    # Doing

    def begin(self) -> None:
        """Begin a new category, after a sign-in where nobody is signed in."""
        ask_for(self, AddCategory, lambda: self._begin(None))

    def begin_copy(self) -> None:
        """Begin a copy of the chosen category, which an area is to be chosen for."""
        at = self.grid.currentIndex()
        if at.isValid():
            like = self.model.rows[at.row()].value
            ask_for(self, AddCategory, lambda: self._begin(like))

    def _begin(self, like: Category | None) -> None:
        last = max((kept.value.order for kept in self.model.rows), default=0)
        order = like.order if like else min(last + 1, ORDER_MOST)
        self.card.show()
        self.card.add(new_category(order, like), self.reader.plant)

    def _kept(self, category: str) -> None:
        self._wanted = category
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reader.read()

    def _left(self) -> None:
        self._choose(self._current())
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    # Words

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.left.title.say(self.tr("Categories"))
        self.grid.setAccessibleName(self.tr("Categories of calls"))
        self.model.retranslate()
        self._settle()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # How it is made

    def _connect(self) -> None:
        self.reader.arrived.connect(self._show)
        self.reader.refused.connect(self._cannot)
        self.reader.allowed.connect(self.allow)
        self.grid.selectionModel().currentRowChanged.connect(self._from_list)
        self.card.kept.connect(self._kept)
        self.card.left.connect(self._left)
        self.card.stale.connect(self.reader.read)

    def _lay_out(self) -> None:
        for button in (self.copy, self.add):
            self.left.tools.addWidget(button)
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.closed)
        self.left.body.addWidget(self.said)
        self.left.body.addWidget(self._stack, 1)
        self.card.setMinimumWidth(SIDE)
        self.card.hide()
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setHandleWidth(12)
        both.setChildrenCollapsible(False)
        both.addWidget(self.left)
        both.addWidget(self.card)
        both.setStretchFactor(0, 1)
        both.setSizes([1200, SIDE + 60])
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(both)
        self.setFocusProxy(self.grid)
