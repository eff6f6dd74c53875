"""What one role may do, in plain words: the same table read from the side of somebody who has the role."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from console.app.queries.people import PermissionRow
from console.domain.people import Role
from console.domain.permissions import Reach
from console.domain.plant import Plant
from widgets.cards import Button, Card, Picture, Text
from widgets.commands import command_words, noun_words
from widgets.people.grants import PlaceChoice, RoleChoice
from widgets.people.words import scope_words
from widgets.permissions.rights import by_noun


class RoleCard(Card):
    """`seen_as` carries the role as which all screens shall be shown."""

    seen_as = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[PermissionRow, ...] = ()
        self._plant: Plant | None = None
        self.role, self.place = RoleChoice(), PlaceChoice()
        self.preview, self.hint = Button("monitor", self._preview), Text("text_faint", 12, wrap=True)
        self.lines: list[tuple[bool, str]] = []  # what is said: may or may not, and what
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(6)
        self._lay_out()
        self.role.currentIndexChanged.connect(lambda _: self._say())
        self.place.currentIndexChanged.connect(lambda _: self._say())
        self.retranslate()

    def refresh(self, rows: Sequence[PermissionRow], plant: Plant | None) -> None:
        """Show the table as it is now."""
        self._rows = tuple(rows)
        if plant is not self._plant:
            self._plant = plant
            self.place.fill(plant)
        self._say()

    def show_role(self, role: Role) -> None:
        """Look at another role."""
        self.role.choose(role)

    def sentence(self, command: str, far: Reach) -> str:
        """One command as somebody with the role at the chosen place reads it."""
        words, place = command_words(command), self.place.scope
        match far:
            case Reach.NO:
                return words
            case Reach.OWN:
                return self.tr("{0} – only for themselves").format(words)
            case Reach.SCOPE if place:
                return self.tr("{0} – in {1}").format(words, scope_words(place, self._plant))
        return self.tr("{0} – everywhere").format(words)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("View as role"))
        self.place.setAccessibleName(self.tr("Where the role holds"))
        self.preview.name(self.tr("Show the screens so"), self.tr("Grey out what this role may not do, on all screens"))
        self.hint.say(
            self.tr("Looking at the board, the trends and all other screens needs no role. What follows is changes.")
        )
        self._say()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _say(self) -> None:
        self._empty()
        self.lines = []
        role = self.role.role
        for noun, group in by_noun(self._rows):
            heading = Text("text", 13, 600)
            heading.say(noun_words(noun))
            self._column.addWidget(heading)
            cells = [(row.command, row.cells[role].reach) for row in group]
            for command, far in sorted(cells, key=lambda cell: cell[1] is Reach.NO):
                self._line(far is not Reach.NO, self.sentence(command, far))
            self._column.addSpacing(6)
        self._column.addStretch(1)

    def _line(self, may: bool, words: str) -> None:
        self.lines.append((may, words))
        row = QWidget()
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        text = Text("text" if may else "text_faint", 13, wrap=True)
        text.say(words)
        box.addWidget(Picture("circle-check" if may else "minus", "text_muted" if may else "text_faint", 15))
        box.addWidget(text, 1)
        said = self.tr("May: {0}") if may else self.tr("May not: {0}")
        text.setAccessibleName(said.format(words))
        self._column.addWidget(row)

    def _empty(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _preview(self) -> None:
        self.seen_as.emit(self.role.role)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.role)
        row.addWidget(self.place, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.hint)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._list)
        scroll.viewport().setAutoFillBackground(False)
        self._list.setAutoFillBackground(False)
        self.body.addWidget(scroll, 1)
        self.body.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignLeft)
