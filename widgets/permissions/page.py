"""The permissions page: the table of role by command, and beside it what one role may do in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.app.queries.people import PermissionRow, permissions
from console.domain.commands.people import SetPermission
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RecordsReady, SessionChanged
from console.domain.people import Role
from console.domain.permissions import Reach
from widgets.cards import Button, Card, Text
from widgets.closed import Closed
from widgets.people.fields import Said, Tabs
from widgets.people.signing import ask_for, give, why_not
from widgets.permissions.grid import RightsGrid
from widgets.permissions.rights import Rights, differences
from widgets.permissions.told import RoleCard
from widgets.plain import caption
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console


class PermissionsPage(QWidget):
    """Reads the table anew when a cell of it changes."""

    open_requested = Signal(str, str)  # another screen and its subject

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._stale = True
        self.tabs, self.rights, self.card = Tabs("permissions"), Rights(), RoleCard()
        self.grid, self.left, self.said = RightsGrid(self.rights), Card(), Said()
        self.hint, self.reset, self.menu = (
            Text("text_muted", 13, wrap=True),
            Button("rotate-ccw", self._ask_reset),
            QMenu(),
        )
        self.closed = Closed(console, self.read, lambda: self.open_requested.emit("status", ""))
        self._stack = QStackedWidget()
        self._lay_out()
        self.tabs.chosen.connect(lambda key: self.open_requested.emit(key, ""))
        self.grid.wanted.connect(self.set_cell)
        self.grid.lit.connect(self.card.show_role)
        self.card.seen_as.connect(self._see_as)
        on = console.on
        stops = [
            on(RecordChanged, self._changed),
            on(RecordsReady, lambda _: self._read_soon()),
            on(SessionChanged, lambda _: self._allow()),
        ]
        self.destroyed.connect(lambda _=None: [stop() for stop in stops])
        self.retranslate()

    def focus_filter(self) -> None:
        """Ctrl+F: nothing is filtered here; the table takes the keyboard."""
        self.grid.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc brings the keyboard back to the table."""
        if event.key() == Qt.Key.Key_Escape:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._stale:
            self.read()

    # Reading

    def read(self) -> None:
        """Ask the records for the table."""
        self._stale = False
        self._console.office.ask(permissions, self._show, self._cannot)

    def _show(self, rows: tuple[PermissionRow, ...]) -> None:
        file = self._console.plant_file
        self.rights.refresh(rows)
        self.card.refresh(rows, file.plant if file else None)
        if rows and not self.grid.currentIndex().isValid():
            self.grid.setCurrentIndex(self.rights.index(1, 1))
        self._allow()

    def _cannot(self, refusal: Refusal) -> None:
        self._stale = True
        self.said.say("" if self.closed.needed else words_of(refusal))
        self._allow()

    def _allow(self) -> None:
        changed = len(differences(self.rights.given))
        self.closed.refresh()
        known = bool(self.rights.given)
        self._stack.setCurrentWidget(self.grid if known else self.closed)
        for part in (self.card, self.hint, self.reset):
            part.setVisible(known)
        why = self.closed.why() or why_not(self._console, SetPermission)
        self.grid.why_not = why
        self.left.note.say(
            self.tr("%n cell(s) differ from what we ship", "", changed) if changed else self._as_shipped(known)
        )
        words = self.tr("Reset all")
        self.reset.name(words, why or self.tr("Set every cell back to what we ship"))
        self.reset.setEnabled(bool(changed) and not why)

    def _as_shipped(self, known: bool) -> str:
        return self.tr("as shipped") if known else ""

    # Doing

    def set_cell(self, role: Role, command: str, far: Reach) -> None:
        """Set how far a role goes with a command, after a sign-in where nobody is signed in."""
        self.said.say("")
        give(self, self._console, SetPermission(role, command, far), lambda _: None, self._refused)

    def _ask_reset(self) -> None:
        """Twice, because it is many cells at once."""
        changed = len(differences(self.rights.given))
        self.menu.clear()
        action = self.menu.addAction(caption(self.tr("Yes, set %n cell(s) back", "", changed)))
        action.triggered.connect(self._reset_all)
        self.menu.addAction(caption(self.tr("No, leave them")))
        self.menu.popup(self.reset.mapToGlobal(self.reset.rect().bottomLeft()))

    def _reset_all(self, *_: object) -> None:
        def go() -> None:
            for role, command, far in differences(self.rights.given):
                self._console.office.do(SetPermission(role, command, far), lambda _: None, self._refused)

        self.said.say("")
        ask_for(self, SetPermission, go)

    def _refused(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))
        self.read()

    def _see_as(self, role: Role) -> None:
        def go() -> None:
            self._console.session.view_as(role)

        ask_for(self, SetPermission, go)

    # Events

    def _changed(self, event: RecordChanged) -> None:
        if event.kind == "permission":
            self._read_soon()

    def _read_soon(self) -> None:
        self._stale = True
        if self.isVisible():
            self.read()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.left.title.say(self.tr("Permissions"))
        self.grid.setAccessibleName(self.tr("Permissions: what each role may do"))
        self.hint.say(
            self.tr(
                "Press a cell, or Enter on it, to set how far a role goes; Delete sets it back. A dot marks what your"
                " plant set otherwise than we ship it."
            )
        )
        self.rights.retranslate()
        self._allow()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(10)
        bar.addWidget(self.hint, 1)
        bar.addWidget(self.reset)
        self.left.body.addLayout(bar)
        self.left.body.addWidget(self.said)
        for part in (self.grid, self.closed):
            self._stack.addWidget(part)
        self.left.body.addWidget(self._stack, 1)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setHandleWidth(12)
        both.setChildrenCollapsible(False)
        both.addWidget(self.left)
        both.addWidget(self.card)
        both.setStretchFactor(0, 1)
        both.setSizes([1420, 400])
        self.card.setMinimumWidth(340)
        page = QVBoxLayout(self)
        page.setContentsMargins(18, 10, 18, 16)
        page.setSpacing(8)
        page.addWidget(self.tabs)
        page.addWidget(both, 1)
        self.setFocusProxy(self.grid)
