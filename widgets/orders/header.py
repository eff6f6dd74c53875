"""The head of the Orders screen: what is shown, the filters, and the ways to plan, products, figures and files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QWidget

from widgets.cards import Button, Entry, OneLine, Text
from widgets.flow import Flow
from widgets.orders.filters import Due, View
from widgets.plain import caption, plain

SISTERS = (("plan", "calendar-clock"), ("products", "layers"), ("orderfigures", "chart-line"))
NOTE_LEAST = 250  # pixels for what stands behind the title
NAMED_MOST = 2  # lines that are named on the button; of more it says how many


@dataclass(frozen=True, slots=True)
class LineChoice:
    """A line that can be chosen; `area`: what its area is called, with its site where there are several."""

    id: str
    name: str
    area: str


class StayingMenu(QMenu):
    """A menu whose ticks can be set one after the other: it closes with Esc or a press beside it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if not self._tick(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        pressed = event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (pressed and self._tick(self.activeAction())):
            super().keyPressEvent(event)

    def _tick(self, action: QAction | None) -> bool:
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True


class OrdersHead(QWidget):
    """Knows no records; says what somebody wants to see."""

    view_changed = Signal(object)  # View
    open_requested = Signal(str, str)
    new_asked = Signal()
    columns_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.view = View()
        self.lines: tuple[LineChoice, ...] = ()
        self.title, self.note = Text("text", 18, 600), OneLine("text_muted", 15)
        self.search = Entry()
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(150)
        self.search.setMaximumWidth(230)
        self.clear = Button("x", lambda: self._turn(View(lanes=self.view.lanes, collapsed=self.view.collapsed)))
        self.lanes = Button("list-tree")
        self.lanes.setCheckable(True)
        self.line_button, self.due_button = (
            Button("chevron-down", self.open_lines),
            Button("chevron-down", self.open_due),
        )
        self.sisters = {key: Button(icon, partial(self.open_requested.emit, key, "")) for key, icon in SISTERS}
        self.importing = Button("upload", partial(self.open_requested.emit, "exchange", ""))
        self.columns = Button("sliders-horizontal", self.columns_asked.emit)
        self.new = Button("plus", self.new_asked.emit, primary=True)
        self.line_menu, self.due_menu = StayingMenu(self), QMenu(self)
        self._ticks: list[tuple[QAction, tuple[str, ...]]] = []  # of the menu of lines
        self._lay_out()
        self.search.textChanged.connect(lambda text: self._turn(replace(self.view, text=text)))
        self.lanes.toggled.connect(lambda on: self._turn(replace(self.view, lanes=on)))
        self.retranslate()

    def show_view(self, view: View) -> None:
        """Show what is looked at; says nothing."""
        self.view = view
        for part, put in ((self.search, self._put_text), (self.lanes, self._put_lanes)):
            part.blockSignals(True)
            put()
            part.blockSignals(False)
        self._name()

    def show_lines(self, lines: Sequence[LineChoice]) -> None:
        """The lines that can be chosen from."""
        self.lines = tuple(lines)
        self._name()

    def say(self, note: str) -> None:
        """What stands behind the title."""
        self.note.say(note)

    # Menus

    def open_lines(self) -> None:
        """Offer the lines, by area."""
        menu = self.line_menu
        menu.clear()
        self._ticks = []
        every = self._offer((), self.tr("All lines"))
        menu.addSeparator()
        areas = list(dict.fromkeys(line.area for line in self.lines))
        for area in areas:
            inside = [line for line in self.lines if line.area == area]
            if len(areas) > 1:
                words = self.tr("{area}: all of it").format(area=plain(area, 60))
                self._offer(tuple(line.id for line in inside), words)
            for line in inside:
                self._offer((line.id,), plain(line.name, 60))
            menu.addSeparator()
        self._offer(("",), self.tr("Without a line"))
        self._tick()
        self._pop(menu, self.line_button, every)

    def _offer(self, ids: tuple[str, ...], words: str) -> QAction:
        action = self._action(self.line_menu, words, False, partial(self._toggle, ids))
        self._ticks.append((action, ids))
        return action

    def _tick(self) -> None:
        """Ticks follow what is chosen: the menu stays open."""
        chosen = set(self.view.lines)
        for action, ids in self._ticks:
            action.setChecked(set(ids) <= chosen if ids else not chosen)

    def open_due(self) -> None:
        """Offer until when orders are due that are shown."""
        menu = self.due_menu
        menu.clear()
        group = QActionGroup(menu)
        for due in Due:
            chosen = due is self.view.due
            act = partial(self._turn_due, due)
            group.addAction(self._action(menu, self._due_words(due), chosen, act))
        self._pop(menu, self.due_button, group.checkedAction() or menu.actions()[0])

    def _action(self, menu: QMenu, words: str, checked: bool, act: Callable[[], object]) -> QAction:
        action = menu.addAction(caption(words))
        action.setCheckable(True)
        action.setChecked(checked)
        action.triggered.connect(lambda _=False: act())
        return action

    def _pop(self, menu: QMenu, button: Button, first: QAction) -> None:
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))
        menu.setActiveAction(first)

    def _toggle(self, ids: Sequence[str]) -> None:
        """Ids that are all chosen are left out, else all of them come in; none named: every line."""
        now = list(self.view.lines)
        if set(ids) <= set(now):
            now = [id for id in now if id not in ids] if ids else []
        else:
            now += [id for id in ids if id not in now]
        self._turn(replace(self.view, lines=tuple(now)))
        self._tick()

    def _turn_due(self, due: Due) -> None:
        self._turn(replace(self.view, due=due))

    def _turn(self, view: View) -> None:
        self.show_view(view)
        self.view_changed.emit(view)

    # Words

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.title.say(self.tr("Work orders"))
        self.search.setPlaceholderText(self.tr("Number or product"))
        self.search.setAccessibleName(self.tr("Find a number or a product (Ctrl+F)"))
        self.clear.name(self.tr("Show all"), self.tr("Take every filter away"))
        self.lanes.name(self.tr("Lanes"), self.tr("A lane for each line"))
        names = {
            "plan": self.tr("Plan"),
            "products": self.tr("Products"),
            "orderfigures": self.tr("Figures"),
        }
        for key, button in self.sisters.items():
            button.name(names[key])
        self.importing.name(self.tr("Import…"), self.tr("Orders from a file or another database, and out again"))
        self.columns.name_silently(self.tr("Columns: limits and policies"))
        self.new.name(self.tr("New order"))
        self._name()

    def lines_words(self) -> str:
        """Which lines are looked at."""
        chosen = self.view.lines
        if not chosen:
            return self.tr("all lines")
        if len(chosen) > NAMED_MOST:
            return self.tr("%n line(s)", "", len(chosen))
        names = {line.id: line.name for line in self.lines} | {"": self.tr("without a line")}
        return ", ".join(plain(names.get(id, id), 30) for id in chosen)

    def _name(self) -> None:
        lines, due = self.view.lines, self.view.due
        words = self.tr("Lines: {chosen}").format(chosen=self.lines_words()) if lines else self.tr("Lines")
        self.line_button.name(words)
        until = self.tr("Due: {until}").format(until=self._due_words(due)) if due is not Due.ALL else self.tr("Due")
        self.due_button.name(until)
        self.clear.setVisible(self.view.filters)
        self._settle()

    def _due_words(self, due: Due) -> str:
        words = {
            Due.ALL: self.tr("Any time"),
            Due.SHIFT: self.tr("Until this shift ends"),
            Due.TODAY: self.tr("Until tonight"),
            Due.WEEK: self.tr("Until this week ends"),
            Due.OVERDUE: self.tr("Overdue"),
        }
        return words[due]

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _put_text(self) -> None:
        if self.search.text() != self.view.text:
            self.search.setText(self.view.text)

    def _put_lanes(self) -> None:
        self.lanes.setChecked(self.view.lanes)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        """One row where there is room for it, else the buttons below the title."""
        wanted = self.title.sizeHint().width() + NOTE_LEAST + self._parts.sizeHint().width() + 8
        ways = QBoxLayout.Direction
        self._rows.setDirection(ways.LeftToRight if self.width() >= wanted else ways.TopToBottom)

    def _lay_out(self) -> None:
        left, room = QWidget(), QWidget()
        said = QHBoxLayout(left)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(8)
        said.addWidget(self.title)
        said.addWidget(self.note, 1)
        self._parts = Flow(room)
        parts = (self.search, self.clear, self.lanes, self.line_button, self.due_button, *self.sisters.values())
        for part in (*parts, self.importing, self.columns, self.new):
            self._parts.addWidget(part)
        self._rows = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        self._rows.addWidget(left, 1)
        self._rows.addWidget(room)
