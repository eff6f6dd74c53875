"""The skills page: the matrix, what needs somebody to act above it, one cell or one operation beside it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.app.places import ways
from console.app.queries.people import Matrix, matrix
from console.domain.commands.people import AddOperation, SetSkill
from console.domain.desk import Kept, ReadDesk
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RecordsReady, SessionChanged
from console.domain.people import Operation
from console.domain.plant import Plant
from widgets.cards import Button, Card, Choice, OneLine, Picture, Text
from widgets.closed import Closed
from widgets.people.fields import Said, Tabs
from widgets.people.grants import PlaceChoice
from widgets.people.signing import ask_for, why_not
from widgets.plain import caption, plain
from widgets.refusals import words_of
from widgets.skills.cells import MatrixView
from widgets.skills.legend import Legend
from widgets.skills.matrix import SkillMatrix
from widgets.skills.operation import OperationCard
from widgets.skills.skill import SkillCard
from widgets.times import zone_named

if TYPE_CHECKING:
    from console.app.console import Console

KINDS = ("person", "operation", "skill")
SIDE = 400
ROOMY = 760  # pixels of the matrix's card: below that the buttons above it show their icons only


class SkillsPage(QWidget):
    """Reads the whole matrix of the chosen place anew when one of its records changes."""

    open_requested = Signal(str, str)  # another screen and its subject

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._stale = True
        self._reading = False  # one reading at a time: many changes are one reading
        self._again = False
        self._known = False  # whether the records were read once
        self._area: str | None = None
        self._gone: tuple[Kept[Operation], ...] = ()
        self.tabs, self.model = Tabs("skills"), SkillMatrix()
        self.matrix, self.place = MatrixView(self.model), PlaceChoice(lambda: self.tr("All lines"))
        self.skill, self.operation = SkillCard(console), OperationCard(console)
        self.add, self.gone = Button("plus", self.begin_operation, primary=True), Button("history", self._offer_gone)
        self.edit = Button("pencil", self._edit_current)
        self.menu = QMenu(self)
        self.acting, self._act_mark = OneLine("warning", 13, 500), Picture("triangle-alert", "warning", 15)
        self.empty, self.said, self.left = Text("text_muted", 14, wrap=True), Said(), Card()
        self.closed = Closed(console, self.read, lambda: self.open_requested.emit("status", ""))
        self.legend, self.side, self._stack = Legend(), QStackedWidget(), QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    # What the shell calls

    def set_scope(self, area: str | None) -> None:
        """Show the people and operations of one area; None: all."""
        self._area = area
        self._fill_places()

    def kept_choices(self) -> dict[str, Choice]:
        """What stays chosen until the next start."""
        return {"place": self.place}

    def focus_filter(self) -> None:
        """Ctrl+F."""
        self.place.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc brings the keyboard from the side panel back to the matrix; what is typed stays."""
        if event.key() == Qt.Key.Key_Escape:
            self.matrix.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Leave what must be acted upon room where the card is narrow."""
        if event.type() == QEvent.Type.Resize:
            for button in (self.gone, self.edit, self.add):
                button.shorten(self.left.width() < ROOMY)
        return False

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._fill_places()
        if self._stale:
            self.read()

    # Reading

    def read(self) -> None:
        """Ask the records for the matrix; what is on the screen stays until the answer is there."""
        if self._reading:
            self._again = True
            return
        self._stale, self._reading = False, True
        plant = self._plant()
        inside, known, day = self.place.scope, ways(plant) if plant else {}, self.today()

        def query(desk: ReadDesk) -> tuple[Matrix, tuple[Kept[Operation], ...]]:
            return matrix(desk, day, inside, known), tuple(desk.kept(Operation, active=False, order="name"))

        self._console.office.ask(query, self._show, self._cannot)

    def today(self) -> date:
        """The day at the plant."""
        plant = self._plant()
        zone = zone_named(plant.timezone if plant else "")
        return datetime.fromtimestamp(self._console.now(), UTC).astimezone(zone).date()

    def _show(self, found: tuple[Matrix, tuple[Kept[Operation], ...]]) -> None:
        self._reading, self._known = False, True
        self.said.say("")
        at = self.matrix.currentIndex()
        key = self.model.key(at.row(), at.column()) if at.isValid() else None
        self.model.refresh(found[0])
        self._gone = found[1]
        place = self.model.place_of(key) if key else None
        if place is not None and self.matrix.currentIndex() != self.model.index(*place):
            self.matrix.setCurrentIndex(self.model.index(*place))
        self._settle()
        self._show_side()
        self.skill.go_on(self.model.kept)
        if self._again:
            self._again = False
            self.read()

    def _cannot(self, refusal: Refusal) -> None:
        self._reading, self._stale = False, True
        self.skill.go_on(None)
        self.said.say("" if self.closed.needed else words_of(refusal))
        self._settle()

    def _plant(self) -> Plant | None:
        file = self._console.plant_file
        return file.plant if file else None

    def _settle(self) -> None:
        people, operations = len(self.model.people), len(self.model.operations)
        told = [self.tr("%n people", "", people), self.tr("%n operation(s)", "", operations)]
        self.left.note.say(" · ".join(told) if operations else "")
        self._stack.setCurrentWidget(self.matrix if people and operations else self._nothing)
        if (self.closed.refresh() and not operations) or not self._known:
            self._stack.setCurrentWidget(self.closed)
        if not operations:
            self.empty.say(
                self.tr(
                    "Who has learnt what appears here: a row a person, a column an operation, a level from 0 to 4."
                    " Begin by adding the operations that must be learnt before they are done alone."
                )
            )
        elif not people:
            self.empty.say(self.tr("Nobody works at this place yet. Give people a role here on the People page."))
        expired, soon, short = self.model.to_act()
        parts = [self.tr("%n operation(s) with too few people", "", short)] if short else []
        parts += [self.tr("%n expired", "", expired)] if expired else []
        parts += [self.tr("%n expire soon", "", soon)] if soon else []
        self.acting.say(" · ".join(parts))
        self._act_mark.setVisible(bool(parts))
        self.gone.setVisible(bool(self._gone))
        self._allow()

    def _allow(self) -> None:
        why, words = self.closed.why() or why_not(self._console, AddOperation), self.tr("Add an operation")
        self.add.name(words, why or words)
        self.add.setEnabled(not why)
        self.edit.setEnabled(self.matrix.currentIndex().isValid())
        self.skill.allow()
        self.operation.allow()

    def _fill_places(self) -> None:
        plant, before = self._plant(), self.place.scope
        self.place.fill(plant)
        way = ways(plant).get(self._area, ()) if plant and self._area else ()
        if way and self.place.scope[: len(way)] != way:
            self.place.choose(way)
        if self.place.scope != before:
            self._read_soon()

    # Beside the matrix

    def _show_side(self) -> None:
        if self.side.currentWidget() is self.operation and self.side.isVisible():
            column = self.model.column_of(self.operation.operation)
            if column >= 0:
                self._show_operation(column)
            return
        at = self.matrix.currentIndex()
        self.side.setVisible(at.isValid())
        if at.isValid():
            person, kept = self.model.people[at.row()], self.model.operations[at.column()]
            self.skill.show_cell(person, kept.value, self.model.cell(at.row(), at.column()), self.today())
            self.side.setCurrentWidget(self.skill)

    def _from_matrix(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid():
            self.side.setCurrentWidget(self.skill)
            self._show_side()
        self.edit.setEnabled(now.isValid())

    def _show_operation(self, column: int) -> None:
        self.operation.show_operation(self.model.operations[column], self._plant(), self.model.cover_words(column))
        self.side.setCurrentWidget(self.operation)
        self.side.show()

    def begin_operation(self) -> None:
        """Open the side panel for a new operation, after a sign-in where nobody is signed in."""
        ask_for(self, AddOperation, self._begin_operation)

    def _begin_operation(self) -> None:
        last = max((kept.value.order for kept in self.model.operations), default=0)
        self.side.setCurrentWidget(self.operation)
        self.side.show()
        self.operation.add(self._plant(), min(last + 1, 999))

    def _edit_current(self) -> None:
        at = self.matrix.currentIndex()
        if at.isValid():
            self._show_operation(at.column())
            self.operation.called.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer_gone(self) -> None:
        self.menu.clear()
        for kept in self._gone:
            action = self.menu.addAction(caption(plain(kept.value.name, 80)))
            action.triggered.connect(partial(self._show_gone, kept))
        self.menu.popup(self.gone.mapToGlobal(self.gone.rect().bottomLeft()))

    def _show_gone(self, kept: Kept[Operation], *_: object) -> None:
        self.operation.show_operation(kept, self._plant(), self.tr("This operation has no column now."))
        self.side.setCurrentWidget(self.operation)
        self.side.show()

    def _operation_kept(self, id: str) -> None:
        self.side.setCurrentWidget(self.skill)
        self.side.setVisible(self.matrix.currentIndex().isValid())
        self.matrix.setFocus(Qt.FocusReason.OtherFocusReason)
        self.read()

    def _operation_left(self) -> None:
        self._operation_kept("")

    # The keyboard on the matrix

    def _level(self, row: int, column: int, level: int) -> None:
        if why_not(self._console, SetSkill, about=self.model.people[row].id):
            self.skill.said.warn(self.skill.why.text())
            return
        self._hold(row, column)
        self.skill.set_level(level)

    def _emptied(self, row: int, column: int) -> None:
        self._hold(row, column)
        self.skill.empty()

    def _details(self, row: int, column: int) -> None:
        self._hold(row, column)
        self.skill.edit()

    def _hold(self, row: int, column: int) -> None:
        self.side.setCurrentWidget(self.skill)
        self.matrix.setCurrentIndex(self.model.index(row, column))
        self._show_side()

    # Events

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in KINDS:
            self._read_soon()

    def _read_soon(self) -> None:
        self._stale = True
        if self.isVisible():
            self.read()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.left.title.say(self.tr("Skills matrix"))
        self.matrix.setAccessibleName(self.tr("Skills: people by operation"))
        self.place.setAccessibleName(self.tr("Show one site, area or line"))
        self.gone.name(self.tr("Taken away"), self.tr("Operations that have no column now"))
        self.edit.name(self.tr("Edit operation"), self.tr("Change the operation of the chosen column"))
        self._settle()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # How it is made

    def _connect(self) -> None:
        self.tabs.chosen.connect(lambda key: self.open_requested.emit(key, ""))
        self.place.currentIndexChanged.connect(lambda _: self._read_soon())
        self.matrix.selectionModel().currentChanged.connect(self._from_matrix)
        self.matrix.level_given.connect(self._level)
        self.matrix.emptied.connect(self._emptied)
        self.matrix.details_asked.connect(self._details)
        self.matrix.horizontalHeader().sectionClicked.connect(self._show_operation)
        self.matrix.horizontalHeader().sectionDoubleClicked.connect(self._show_operation)
        self.skill.asked.connect(lambda who, what, level: self.model.ask((who, what), level))
        self.skill.settled.connect(lambda who, what: self.model.ask((who, what), None))
        self.skill.stale.connect(self.read)
        self.operation.kept.connect(self._operation_kept)
        self.operation.left.connect(self._operation_left)
        self.operation.stale.connect(self.read)
        on = self._console.on
        stops = [
            on(RecordChanged, self._changed),
            on(RecordsReady, lambda _: self._read_soon()),
            on(SessionChanged, lambda _: self._allow()),
        ]
        self.destroyed.connect(lambda _=None: [stop() for stop in stops])

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(10)
        self.place.setMinimumWidth(120)
        self.place.setMaximumWidth(280)
        bar.addWidget(self.place, 2)
        bar.addWidget(self._act_mark)
        bar.addWidget(self.acting, 3)
        for button in (self.gone, self.edit, self.add):
            bar.addWidget(button)
        self._nothing = QWidget()
        words = QVBoxLayout(self._nothing)
        words.addStretch(2)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.addWidget(self.empty)
        words.addStretch(3)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.matrix)
        self._stack.addWidget(self.closed)
        self.left.body.addLayout(bar)
        self.left.body.addWidget(self.said)
        self.left.body.addWidget(self._stack, 1)
        self.left.body.addWidget(self.legend)
        self.side.addWidget(self.skill)
        self.side.addWidget(self.operation)
        self.side.setMinimumWidth(SIDE)
        self.left.installEventFilter(self)
        self.side.hide()
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setHandleWidth(12)
        both.setChildrenCollapsible(False)
        both.addWidget(self.left)
        both.addWidget(self.side)
        both.setStretchFactor(0, 1)
        both.setSizes([1400, SIDE])
        page = QVBoxLayout(self)
        page.setContentsMargins(18, 10, 18, 16)
        page.setSpacing(8)
        page.addWidget(self.tabs)
        page.addWidget(both, 1)
        self.setFocusProxy(self.matrix)
