"""The plant's tree of reasons: groups and what is in them, with the loss and the waste behind each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from console.app.queries.stops import reasons as ask_reasons
from console.domain.andon_categories import WASTES
from console.domain.commands import Command
from console.domain.commands.stops import AddReason, ChangeReason
from console.domain.desk import Kept
from console.domain.errors import Refusal
from console.domain.ids import new_id
from console.domain.losses import BigLoss
from console.domain.reasons import Reason, tree
from widgets.attachments.later import while_there
from widgets.callsetup.setupwords import waste_word
from widgets.cards import Button, Card, Choice, Entry, Tick
from widgets.losses.naming import big_title
from widgets.people.fields import Field, Said, scrolled
from widgets.people.signing import OneByOne, why_not
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.tables import TONE, Grid, Index

if TYPE_CHECKING:
    from console.app.console import Console

NAME, LOSS, WASTE, MACHINE = range(4)
ROOT = QModelIndex()
INDENT = "    "


class ReasonTable(QAbstractTableModel):
    """The tree as indented rows."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[tuple[Reason, int]] = []

    def show_rows(self, reasons: Sequence[Reason]) -> None:
        """Take another tree."""
        self.beginResetModel()
        self.rows = list(tree(reasons))
        self.endResetModel()

    def retranslate(self) -> None:
        """Say the columns again in the language of the moment."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, MACHINE)

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            names = (self.tr("Reason"), self.tr("Of the six big losses"), self.tr("Waste"))
            return (*names, self.tr("Machines say"))[section]
        return None

    def data(self, index: Index, role: int = 0) -> object:
        reason, depth = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                INDENT * depth + plain(reason.name, 80),
                big_title(BigLoss(reason.loss)) if reason.loss in set(BigLoss) else "",
                waste_word(reason.waste) if reason.waste else "",
                ", ".join(plain(word, 60) for word in reason.machine),
            )[index.column()]
        if role == TONE:
            return "text_faint" if not reason.active else "text" if index.column() == NAME else "text_muted"
        return None


class ReasonEditor(QWidget):
    """Tree at the left, the chosen reason at the right; saved by a button, with the version that was shown."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._one = OneByOne(self, console)
        self._kept: dict[str, Kept[Reason]] = {}
        self.reason: Reason | None = None  # that is edited; with an id that nobody has, a new one
        self.model = ReasonTable()
        self.grid = Grid(self.model, (220, 190, 120, 180), stretch=NAME, spare=(MACHINE, WASTE))
        self.grid.setSelectionMode(Grid.SelectionMode.SingleSelection)
        self.left, self.right, self.said = Card(), Card(), Said()
        self.name, self.machine = Field(Entry()), Field(Entry())
        self.group, self.area, self.loss, self.waste = (Field(Choice()) for _ in range(4))
        self.active = Tick()
        self.add, self.save = Button("plus", self.begin), Button("check", self.submit, primary=True)
        self._lay_out()
        self.grid.selectionModel().currentRowChanged.connect(self._walked)
        self.retranslate()

    def read(self) -> None:
        """Ask the records again."""
        self._console.office.ask(ask_reasons, while_there(self, self._read), lambda _: None)

    def _read(self, kept: tuple[Kept[Reason], ...]) -> None:
        self._kept = {one.value.id: one for one in kept}
        chosen = self.reason.id if self.reason is not None else ""
        self.model.show_rows([one.value for one in kept])
        places = [row for row, (reason, _) in enumerate(self.model.rows) if reason.id == chosen]
        if places or (self.reason is None and self.model.rows):
            self.grid.setCurrentIndex(self.model.index(places[0] if places else 0, 0))
        self.left.note.say(self.tr("%Ln reason(s)", "", len(kept)))
        self.allow()

    def allow(self) -> None:
        """Offer only what whoever is signed in may do."""
        area = self.reason.area if self.reason is not None else ""
        why_add = why_not(self._console, AddReason)
        why = why_not(self._console, ChangeReason, place=area)
        self.add.name(self.tr("New reason"), why_add)
        self.add.setEnabled(not why_add)
        self.save.name(self.tr("Save"), why)
        self.save.setEnabled(not why and self.reason is not None)

    def begin(self) -> None:
        """Begin a new reason beside the chosen one."""
        beside = self.reason
        inside = beside.parent or beside.id if beside is not None and beside.id in self._kept else ""
        self._edit(Reason(new_id(), "", inside, order=len(self._kept)))
        self.name.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Save what is in the form."""
        if self.reason is None:
            return
        machine = tuple(word.strip() for word in self.machine.control.text().replace("，", ",").split(","))
        given = replace(
            self.reason,
            name=self.name.control.text(),
            parent=str(self.group.control.currentData() or ""),
            area=str(self.area.control.currentData() or ""),
            loss=str(self.loss.control.currentData() or ""),
            waste=str(self.waste.control.currentData() or ""),
            machine=tuple(word for word in machine if word),
            active=self.active.isChecked(),
        )
        kept = self._kept.get(given.id)
        command: Command = ChangeReason(given, kept.version) if kept is not None else AddReason(given)
        self._one.give(command, while_there(self, lambda _: self._done(given)), while_there(self, self._refused))

    def _done(self, given: Reason) -> None:
        self.reason = given
        self.said.good(self.tr("Saved"))
        self.name.refuse("")
        self.machine.refuse("")
        self.read()

    def _refused(self, refusal: Refusal) -> None:
        fields = {"name": self.name, "machine": self.machine}
        field = fields.get(str(refusal.facts.get("field", "")))
        if field is not None:
            field.refuse(words_of(refusal))
        else:
            self.said.say(words_of(refusal))
        if refusal.code == "changed_meanwhile":
            self.read()

    def _walked(self, now: QModelIndex, _: QModelIndex) -> None:
        if now.isValid():
            self._edit(self.model.rows[now.row()][0])

    def _edit(self, reason: Reason) -> None:
        other = self.reason is None or self.reason.id != reason.id
        self.reason = reason
        self.name.control.setText(reason.name)
        self.machine.control.setText(", ".join(reason.machine))
        self._offer(reason)
        self.active.setChecked(reason.active)
        if other:
            self.said.say("")
        for field in (self.name, self.machine):
            field.refuse("")
        self.allow()

    def _offer(self, reason: Reason) -> None:
        groups = [("", self.tr("At the top"))]
        groups += [
            (one.id, INDENT * depth + plain(one.name, 60)) for one, depth in self.model.rows if one.id != reason.id
        ]
        areas = [("", self.tr("Everywhere"))]
        areas += [(area.id, plain(area.name, 60)) for area in self._console.floor.plant.areas()]
        losses = [("", self.tr("None of the six"))] + [(str(one), big_title(one)) for one in BigLoss]
        wastes = [("", self.tr("None of the seven"))] + [(one, waste_word(one)) for one in WASTES]
        _fill(self.group.control, groups, reason.parent)
        _fill(self.area.control, areas, reason.area)
        _fill(self.loss.control, losses, reason.loss)
        _fill(self.waste.control, wastes, reason.waste)

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.left.title.say(self.tr("Reasons of stops"))
        self.right.title.say(self.tr("Reason"))
        self.name.name(self.tr("&Name"))
        self.group.name(self.tr("&Group"))
        self.area.name(self.tr("A&rea"))
        self.loss.name(self.tr("Of the six &big losses"))
        self.waste.name(self.tr("Of the seven &wastes"))
        self.machine.name(
            self.tr("&Machines say"),
            self.tr("Words or codes that explain a stop by themselves, with commas between; * stands for anything."),
        )
        self.active.setText(self.tr("Can be gi&ven"))
        self.grid.setAccessibleName(self.tr("Reasons of stops"))
        self.model.retranslate()
        if self.reason is not None:
            self._offer(self.reason)
        self.allow()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self.left.tools.addWidget(self.add)
        self.left.body.addWidget(self.grid, 1)
        inside = QWidget()
        form = QVBoxLayout(inside)
        form.setContentsMargins(0, 0, 8, 0)
        form.setSpacing(12)
        for field in (self.name, self.group, self.loss, self.waste, self.machine, self.area, self.active):
            form.addWidget(field)
        form.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addStretch(1)
        self.right.body.addWidget(scrolled(inside), 1)
        self.right.body.addWidget(self.said)
        self.right.body.addLayout(row)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setHandleWidth(12)
        both.setChildrenCollapsible(False)
        both.addWidget(self.left)
        both.addWidget(self.right)
        both.setSizes([1000, 520])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(both, 1)


def _fill(choice: Choice, entries: Sequence[tuple[str, str]], chosen: str) -> None:
    choice.blockSignals(True)
    choice.clear()
    for key, words in entries:
        choice.addItem(words, key)
    choice.setCurrentIndex(max(0, choice.findData(chosen)))
    choice.blockSignals(False)
