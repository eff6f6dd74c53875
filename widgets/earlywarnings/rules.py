"""The rules of early warning: the list, the chosen one's form, and a preview of what it would have warned of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from console.app.queries.callsetup import categories
from console.app.queries.control import charts
from console.app.queries.earlywarning import warning_rules
from console.domain.andon import Category
from console.domain.commands.earlywarning import AddWarningRule, ChangeWarningRule, SwitchWarningRule, only_place
from console.domain.desk import Kept, ReadDesk
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RecordsReady, SessionChanged
from console.domain.ids import new_id
from console.domain.plant import Plant
from console.domain.warning_rules import Sign, WarningRule
from widgets.attachments.later import while_there
from widgets.callsetup.rulewords import where_words
from widgets.cards import Button, Card, Text
from widgets.earlywarnings.preview import PreviewCard
from widgets.earlywarnings.ruleform import WarningRuleForm
from widgets.earlywarnings.words import ICONS, rule_sentence, sign_word
from widgets.people.fields import Said, scrolled
from widgets.people.signing import OneByOne, why_not
from widgets.plain import plain, tip
from widgets.refusals import words_of
from widgets.tables import ICON, TONE, Grid, Index

if TYPE_CHECKING:
    from console.app.console import Console

KINDS = ("warning_rule", "andon_category", "control_chart")
NAME, SIGN, CALLS, PLACES = range(4)
WIDTHS = (180, 130, 90, 120)
WIDE = 1250  # pixels: from here on the preview stands beside the form
ROOT = QModelIndex()
Charts = tuple[tuple[str, str], ...]  # ids and names
Read = tuple[tuple[Kept[WarningRule], ...], tuple[Category, ...], Charts]


class RuleRows(QAbstractTableModel):
    """Rules in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[WarningRule] = []
        self.categories: dict[str, Category] = {}
        self.plant: Plant | None = None

    def show_rules(self, rows: list[WarningRule], categories: dict[str, Category], plant: Plant | None) -> None:
        """Show these; where they are the same rules as before, the choice stays."""
        same = [rule.id for rule in rows] == [rule.id for rule in self.rows]
        if not same:
            self.beginResetModel()
        self.rows, self.categories, self.plant = rows, categories, plant
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, PLACES))

    def row_of(self, rule: str) -> int:
        """Where a rule stands; -1 where it does not."""
        return next((row for row, one in enumerate(self.rows) if one.id == rule), -1)

    def retranslate(self) -> None:
        """Name the columns in the language of the moment."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, PLACES)

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(WIDTHS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (self.tr("Rule"), self.tr("Looks for"), self.tr("Calls"), self.tr("Where"))[section]
        return None

    def data(self, index: Index, role: int = 0) -> object:
        rule, column = self.rows[index.row()], index.column()
        category = self.categories.get(rule.category)
        if role == Qt.ItemDataRole.DisplayRole:
            name = plain(category.name, 60) if category is not None else plain(rule.category, 60) or "–"
            return (plain(rule.name, 80), sign_word(rule.sign), name, where_words(rule.places, self.plant))[column]
        if role == ICON and column == NAME:
            return ("check", "good") if rule.active else ("power-off", "text_faint")
        if role == ICON and column == SIGN:
            return ICONS[rule.sign], "text_muted" if rule.active else "text_faint"
        if role == TONE:
            return "text_faint" if not rule.active else "text" if column == NAME else "text_muted"
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(rule_sentence(rule, category, self.plant))
        if role == Qt.ItemDataRole.AccessibleTextRole and column == NAME:
            return f"{plain(rule.name, 80)}. {rule_sentence(rule, category, self.plant)}"
        return None


class WarningRulesTab(QWidget):
    """Reads the rules anew whenever one changes; what somebody edits stays until it is saved or undone."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._kept: dict[str, Kept[WarningRule]] = {}
        self._categories: tuple[Category, ...] = ()
        self._charts: Charts = ()
        self._shown: WarningRule | None = None  # as it was put into the form
        self._new = False  # it is not saved yet
        self._edited = False
        self._wanted = ""
        self._giving = OneByOne(self, console)
        self.rows = RuleRows()
        self.grid = Grid(self.rows, WIDTHS, stretch=NAME, spare=(PLACES, CALLS))
        self.grid.setSelectionMode(Grid.SelectionMode.SingleSelection)
        self.form, self.said = WarningRuleForm(), Said()
        self.preview = PreviewCard(console, self.form.checked)
        self.list_card, self.card = Card(), Card()
        self.add, self.switch = Button("plus", self.begin_rule), Button("power-off", self.switch_rule)
        self.save, self.undo = Button("", self.submit, primary=True), Button("rotate-ccw", self.undo_edits)
        self.why = Text("text_faint", 12, wrap=True)
        self._soon = QTimer(self, singleShot=True, interval=60)
        self._lay_out()
        self._connect()
        self.retranslate()

    def read(self) -> None:
        """Ask the records again."""

        def query(desk: ReadDesk) -> Read:
            named = tuple((kept.value.id, kept.value.name) for kept in charts()(desk))
            return warning_rules(desk), tuple(kept.value for kept in categories(desk)), named

        self._console.office.ask(query, while_there(self, self._found), lambda _: None)

    def show_rule(self, id: str) -> None:
        """Choose a rule."""
        self._wanted = id
        self._choose()

    def _found(self, found: Read) -> None:
        kept, self._categories, self._charts = found
        self._kept = {one.value.id: one for one in kept}
        self._show_rows()

    def _show_rows(self) -> None:
        rows = [one.value for one in self._kept.values()]
        if self._new and self._shown is not None and self._shown.id not in self._kept:
            rows.append(self.form.rule)
        self.rows.show_rules(rows, {one.id: one for one in self._categories}, self._plant())
        self._choose()

    def _choose(self) -> None:
        wanted = self._wanted or (self._shown.id if self._shown is not None else "")
        row = max(0, self.rows.row_of(wanted))
        self._wanted = ""
        if not self.rows.rows:
            self._settle()
        elif self.grid.currentIndex().row() != row:
            self.grid.setCurrentIndex(self.rows.index(row, 0))
        else:
            self._show(self.rows.rows[row])

    def _walked(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid() and now.row() < len(self.rows.rows):
            self._show(self.rows.rows[now.row()])

    def _show(self, rule: WarningRule) -> None:
        other = self._shown is None or self._shown.id != rule.id
        if other and self._new and self._shown is not None and rule.id != self._shown.id:
            self._new = False
            self._soon.start()
        if other or not self._edited:
            if other:
                self.said.say("")
                self.preview.forget()
            self._shown, self._edited = rule, self._new and rule.id not in self._kept
            self.form.show_rule(rule, self._categories, self._charts, self._plant())
        self._settle()

    def begin_rule(self) -> None:
        """Begin a new rule, below the others."""
        order = max((one.value.order for one in self._kept.values()), default=0) + 1
        rule = WarningRule(new_id(), self.tr("New rule"), Sign.FORECAST, over=1800.0, horizon=3600.0, limit=1.0, days=7)
        self._shown, self._new, self._edited = replace(rule, order=order), True, True
        self.form.show_rule(self._shown, self._categories, self._charts, self._plant())
        self.preview.forget()
        self.said.say("")
        self._wanted = rule.id
        self._show_rows()
        self.form.fields["name"].control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.fields["name"].control.selectAll()

    def submit(self) -> None:
        """Keep the rule as the form says it."""
        rule = self.form.checked() if self._shown is not None else None
        if rule is None:
            return
        kept = self._kept.get(rule.id)
        command = AddWarningRule(rule) if kept is None else ChangeWarningRule(rule, kept.version)
        self._giving.give(command, while_there(self, lambda _: self._saved(rule)), while_there(self, self._refused))

    def _saved(self, rule: WarningRule) -> None:
        self._edited = self._new = False
        self._shown = rule
        self.said.good(self.tr("Saved. The rule holds from now on.") if rule.active else self.tr("Saved."))
        self.read()

    def _refused(self, refusal: Refusal) -> None:
        words, field = words_of(refusal), str(refusal.facts.get("field", ""))
        if not (field and self.form.refuse(field, words)):
            self.said.say(words)
        if refusal.code in ("changed_meanwhile", "missing"):
            self.read()

    def undo_edits(self) -> None:
        """Show the rule as it is saved; one that is not saved goes."""
        self._edited = self._new = False
        self.said.say("")
        kept = self._kept.get(self._shown.id) if self._shown is not None else None
        self._shown = None
        self._wanted = kept.value.id if kept is not None else ""
        self._show_rows()

    def switch_rule(self) -> None:
        """Switch the chosen rule on or off at once."""
        kept = self._kept.get(self._shown.id) if self._shown is not None else None
        if kept is None:
            self.form.active.toggle()
            return
        rule = kept.value
        command = SwitchWarningRule(rule.id, only_place(rule), not rule.active)
        self._giving.give(command, while_there(self, lambda _: self.read()), while_there(self, self._refused))

    def _settle(self) -> None:
        rule = self._shown
        kept = self._kept.get(rule.id) if rule is not None else None
        places = dict.fromkeys(only_place(one) for one in (kept.value if kept else None, rule) if one)
        kind = ChangeWarningRule if kept is not None else AddWarningRule
        why = next(filter(None, (why_not(self._console, kind, at) for at in places)), "")
        self._inside.setVisible(rule is not None)
        self.card.note.say(self.tr("not saved yet") if self._edited else "")
        self.save.setEnabled(self._edited and not why)
        self.undo.setEnabled(self._edited)
        self.add.setEnabled(not why_not(self._console, AddWarningRule))
        self.switch.setEnabled(rule is not None and not why)
        on = (kept.value if kept is not None else rule).active if rule is not None else True  # type: ignore[union-attr]
        self.switch.name(self.tr("Switch off") if on else self.tr("Switch on"))
        self.why.say(why)
        self.why.setVisible(bool(why))

    def _on_edit(self) -> None:
        self._edited = True
        self.said.say("")
        self._settle()

    def _plant(self) -> Plant | None:
        return self._console.floor.plant

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc brings the keyboard back to the list, Space there switches a rule."""
        if event.key() == Qt.Key.Key_Escape and not self.grid.hasFocus():
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Space and self.grid.hasFocus():
            self.switch.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        side = Qt.Orientation.Horizontal if self.width() >= WIDE else Qt.Orientation.Vertical
        if self._right.orientation() != side:
            self._right.setOrientation(side)
            self._right.setSizes([1000, 1000] if side == Qt.Orientation.Horizontal else [700, 300])

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.list_card.title.say(self.tr("Rules"))
        self.card.title.say(self.tr("Rule"))
        self.add.name(self.tr("New rule"))
        self.save.name(self.tr("Save"))
        self.undo.name(self.tr("Undo"), self.tr("Show the rule as it is saved"))
        self.grid.setAccessibleName(self.tr("Rules"))
        self.rows.retranslate()
        self._settle()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.grid.selectionModel().currentChanged.connect(self._walked)
        self.form.edited.connect(self._on_edit)
        self._soon.timeout.connect(lambda: self.read() if self.isVisible() else None)
        on = self._console.on
        ends = [
            on(RecordChanged, lambda event: self._soon.start() if event.kind in KINDS else None),
            on(RecordsReady, lambda _: self._soon.start()),
            on(SessionChanged, lambda _: self._settle()),
        ]
        self.destroyed.connect(lambda _=None, ends=tuple(ends): [end() for end in ends])

    def _lay_out(self) -> None:
        left = self.list_card
        left.body.addWidget(self.grid, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        buttons.addWidget(self.add)
        buttons.addWidget(self.switch)
        buttons.addStretch(1)
        left.body.addLayout(buttons)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(scrolled(self.form), 1)
        column.addWidget(self.said)
        column.addWidget(self.why)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addStretch(1)
        foot.addWidget(self.undo)
        foot.addWidget(self.save)
        column.addLayout(foot)
        self.card.body.addWidget(self._inside, 1)
        self._right = QSplitter(Qt.Orientation.Vertical)
        self._right.setChildrenCollapsible(False)
        self._right.setHandleWidth(12)
        self._right.addWidget(self.card)
        self._right.addWidget(self.preview)
        self._right.setSizes([700, 300])
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(12)
        both.addWidget(left)
        both.addWidget(self._right)
        both.setSizes([420, 900])
        left.setMinimumWidth(250)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(both)
        self.setFocusProxy(self.grid)
