"""The rules that raise calls: the list, the chosen rule's form, and beside them a dry run of what stands there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from console.app.console import PlantOpened
from console.app.queries.callsetup import categories, rules
from console.domain.andon import Category
from console.domain.callrules import CallRule, Kind
from console.domain.commands.andon import RemoveCallRule, SetCallRule
from console.domain.desk import Kept, ReadDesk
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RecordsReady, SessionChanged
from console.domain.ids import new_id
from console.domain.plant import Plant
from widgets.attachments.later import while_there
from widgets.callsetup.drafts import Drafts
from widgets.callsetup.drypanel import DryRunCard, Tried
from widgets.callsetup.rulecard import RuleCard
from widgets.callsetup.rulelist import fits, row_of_rule
from widgets.callsetup.rulescard import RulesCard
from widgets.callsetup.rulewords import first_name, unfit_words
from widgets.closed import Closed
from widgets.halves import share
from widgets.people.fields import Tab
from widgets.people.signing import OneByOne, ask_for, why_not
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

KINDS = ("call_rule", "andon_category")
WIDE = 1400  # pixels: from here on the dry run stands beside the form
LIST_WIDE, LIST_NARROW = 480, 350
STALE = ("changed_meanwhile", "missing")
RULE, DRY = "rule", "dry"
Found = tuple[tuple[Kept[CallRule], ...], tuple[Kept[Category], ...]]


class RulesTab(QWidget):
    """Reads rules and categories anew whenever one changes; what somebody edits stays until it is saved or undone."""

    open_requested = Signal(str, str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._drafts = Drafts()
        self._categories: tuple[Category, ...] = ()
        self._known = self._reading = self._again = False
        self._wide: bool | None = None  # not laid out yet
        self._area: str | None = None
        self._shown = self._wanted = ""  # ids of the rule in the form, and of one to be shown once it is read
        self._giving = OneByOne(self, console)
        self.closed = Closed(console, self.read, lambda: self.open_requested.emit("status", ""))
        self.left, self.card = RulesCard(self.closed), RuleCard()
        self.rows, self.list, self.filter = self.left.rows, self.left.list, self.left.filter
        self.form, self.said = self.card.form, self.card.said
        self.dry = DryRunCard(console, self._tried)
        self.tabs = {RULE: Tab(), DRY: Tab()}
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()
        self.retranslate()

    # What the page calls

    def set_scope(self, area: str | None) -> None:
        """Show the rules that hold in an area; None: all."""
        self._area = area
        self._show_rows()

    def show_subject(self, subject: str) -> None:
        """Choose the rule with this id."""
        self._wanted = subject
        self._choose(subject)

    def focus_filter(self) -> None:
        """Ctrl+F."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.read()
        self.dry.look()

    # Reading

    def read(self) -> None:
        """Ask the records for the rules; what is on the screen stays until the answer is there."""
        if self._reading:
            self._again = True
            return
        self._reading = True

        def query(desk: ReadDesk) -> Found:
            return rules(desk), categories(desk)

        self._console.office.ask(query, while_there(self, self._found), while_there(self, self._cannot))

    def _found(self, found: Found) -> None:
        self._reading, self._known = False, True
        self._categories = tuple(kept.value for kept in found[1])
        changed = self._drafts.take(found[0])
        if self._shown in changed:
            self.said.warn(
                self.tr(
                    "Somebody else has changed this rule meanwhile. Save puts yours in its place, Undo shows theirs."
                )
            )
        self._show_rows()
        if self._again:
            self._again = False
            self.read()

    def _cannot(self, refusal: Refusal) -> None:
        self._reading = False
        self.said.say("" if self.closed.needed else words_of(refusal))
        self._settle()

    def _plant(self) -> Plant | None:
        file = self._console.plant_file
        return file.plant if file else None

    # The list

    def _show_rows(self) -> None:
        plant, words = self._plant(), self.filter.text()
        rows = [
            row_of_rule(rule, self._category(rule.category), plant, self._drafts.edited(rule.id))
            for rule in self._drafts.rules()
        ]
        self.rows.show_rows([row for row in rows if fits(row, words, self._area, plant)])
        self._choose(self._wanted or self._shown)
        self._wanted = ""
        self._settle()

    def _category(self, id: str) -> Category | None:
        return next((one for one in self._categories if one.id == id), None)

    def _choose(self, rule: str) -> None:
        row = self.rows.row_of(rule)
        if row < 0 and self.rows.rows:
            row = 0
        if row < 0:
            self._show_rule("")
        elif self.list.currentIndex().row() != row:
            self.list.setCurrentIndex(self.rows.index(row, 0))
        else:
            self._show_rule(self.rows.rows[row].rule.id)

    def _walked(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid() and now.row() < len(self.rows.rows):
            self._show_rule(self.rows.rows[now.row()].rule.id)

    def _show_rule(self, id: str) -> None:
        """Put a rule into the form; one that is there already only where it is another one by now."""
        rule, other = self._drafts.rule(id), id != self._shown
        self._shown = id if rule is not None else ""
        if rule is not None and (other or self.form.rule != rule):
            self.form.show_rule(rule, self._categories, self._plant())
        elif rule is not None:
            self.form.offer(self._categories, self._plant())
        if other:
            self.said.say("")
        self._settle()

    # Changing

    def begin_rule(self) -> None:
        """Begin a new rule, below the others."""
        name = first_name(self._drafts.rules(), self.tr("New rule"))
        category = next((one.id for one in self._categories if one.active), "")
        self._begin(CallRule(new_id(), name, Kind.STATE, category, delay=120.0, order=self._drafts.last_order() + 1))

    def copy_rule(self) -> None:
        """Begin a new rule that says the same as the chosen one."""
        rule = self._drafts.rule(self._shown)
        if rule is not None:
            name = first_name(self._drafts.rules(), self.tr("Copy of {0}").format(rule.name))
            self._begin(replace(rule, id=new_id(), name=name, order=self._drafts.last_order() + 1))

    def _begin(self, rule: CallRule) -> None:
        self._drafts.begin(rule)
        self.filter.clear()
        self._wanted = rule.id
        self._show_rows()
        self._turn(RULE)
        self.form.fields["name"].control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.fields["name"].control.selectAll()

    def _edited(self) -> None:
        self._drafts.edit(self.form.rule)
        self.said.say("")
        self._show_rows()

    def submit(self) -> None:
        """Keep the rule as the form says it."""
        rule = self.form.checked() if self._shown else None
        if rule is None:
            return
        version = self._drafts.version(rule.id)
        command = SetCallRule(rule, version)
        self._giving.give(command, lambda _: self._kept(rule), lambda refusal: self._refused(rule.id, refusal))

    def _kept(self, rule: CallRule) -> None:
        self._drafts.saved(rule)
        self.said.good(self.tr("Saved. The rule holds from now on.") if rule.active else self.tr("Saved."))
        self.read()

    def _refused(self, id: str, refusal: Refusal) -> None:
        words, field = words_of(refusal), str(refusal.facts.get("field", ""))
        if id != self._shown or not self.form.refuse(field, unfit_words(field) or words):
            self.said.say(words)
        if refusal.code in STALE:
            self.read()

    def undo_edits(self) -> None:
        """Show the chosen rule as it is saved; one that is not saved goes."""
        self._drafts.undo(self._shown)
        self.said.say("")
        self._shown = self._shown if self._drafts.rule(self._shown) is not None else ""
        self._show_rows()
        rule = self._drafts.rule(self._shown)
        if rule is not None:
            self.form.show_rule(rule, self._categories, self._plant())

    def remove_rule(self) -> None:
        """Take the chosen rule away; it stays in the form, so that it can be put back."""
        kept = self._drafts.kept(self._shown)
        if kept is None:
            self.undo_edits()
            return
        rule = kept.value
        command = RemoveCallRule(rule.id, SetCallRule(rule).place, kept.version)
        self._giving.give(command, lambda _: self._removed(rule), lambda refusal: self._refused(rule.id, refusal))

    def _removed(self, rule: CallRule) -> None:
        self._drafts.removed(rule)
        self.said.good(self.tr("Removed. Save puts it back, Undo lets it go."))
        self.read()

    def switch_rule(self) -> None:
        """Switch the chosen rule on or off at once; what else is edited stays unsaved."""
        kept = self._drafts.kept(self._shown)
        if kept is None:
            self.form.active.toggle()
            return
        self._switch(replace(kept.value, active=not kept.value.active), kept.version)

    def _switch(self, rule: CallRule, version: int) -> None:
        def done(_: object) -> None:
            self._drafts.switched(rule)
            self.read()

        self._giving.give(SetCallRule(rule, version), done, lambda refusal: self._refused(rule.id, refusal))

    def move(self, step: int) -> None:
        """Change the place of the chosen rule among the saved ones."""
        commands = self._drafts.moved(self._shown, step)
        if commands:
            ask_for(self, SetCallRule, lambda: self._move(commands))

    def _move(self, commands: list[SetCallRule]) -> None:
        refused = while_there(self, lambda refusal: self._refused(self._shown, refusal))
        for command in commands:
            self._console.office.do(command, None, refused)

    # The dry run

    def _tried(self, every: bool) -> Tried | None:
        """What a dry run shall hear: the form as it stands, against what is saved where that is something else."""
        shown = self.form.checked() if self._shown else None
        if shown is None:
            self._turn(RULE)
            return None
        edited = [shown if rule.id == shown.id else rule for rule in self._drafts.rules()]
        saved = [kept.value for kept in self._drafts.all_kept()]
        if not every:
            edited = [shown]
            saved = [rule for rule in saved if rule.id == shown.id]
        differs = sorted(edited, key=_id) != sorted(saved, key=_id)
        return Tried(tuple(edited), tuple(saved) if differs and saved else None, self._categories)

    # What is shown

    def _settle(self) -> None:
        """Grey out what whoever is signed in may not do, and say why. Everybody may try."""
        rule, kept = self._drafts.rule(self._shown), self._drafts.kept(self._shown)
        places = dict.fromkeys(SetCallRule(one).place for one in (kept.value if kept else None, rule) if one)
        why = self.closed.why() or next(filter(None, (why_not(self._console, SetCallRule, at) for at in places)), "")
        self.left.settle(self._known, len(self._drafts.rules()))
        self.left.allow(rule is not None, kept is not None, _is_on(kept.value if kept else rule), why)
        self.card.settle(rule is not None, self._drafts.edited(self._shown), why)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc brings the keyboard back to the list; what is typed stays."""
        if event.key() == Qt.Key.Key_Escape and not self.list.hasFocus():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wide = self.width() >= WIDE
        if wide is not self._wide:
            self._wide = wide
            list_wide = LIST_WIDE if wide else LIST_NARROW
            sizes = [list_wide, max(1, self.width() - list_wide)]
            share(self._both, sizes, "wide" if wide else "narrow")
        self._choice.setVisible(not wide)
        self.card.setVisible(wide or self.tabs[RULE].isChecked())
        self.dry.setVisible(wide or self.tabs[DRY].isChecked())

    def _turn(self, key: str) -> None:
        for other, tab in self.tabs.items():
            tab.setChecked(other == key)
        self._arrange()

    def _enter(self) -> None:
        self._turn(RULE)
        self.form.fields["name"].control.setFocus(Qt.FocusReason.OtherFocusReason)

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.tabs[RULE].name(self.tr("Rule"))
        self.tabs[DRY].name(self.tr("Dry run"))
        self._show_rows()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.filter.textChanged.connect(lambda _: self._show_rows())
        self.list.selectionModel().currentChanged.connect(self._walked)
        left, card = self.left, self.card
        for button, act in (
            (left.add, self.begin_rule),
            (left.copy, self.copy_rule),
            (left.switch, self.switch_rule),
            (left.up, lambda: self.move(-1)),
            (left.down, lambda: self.move(1)),
            (card.save, self.submit),
            (card.undo, self.undo_edits),
            (card.remove, self.remove_rule),
        ):
            button.clicked.connect(lambda _=False, act=act: act())
        self.list.switched.connect(left.switch.click)
        self.list.removed.connect(card.remove.click)
        self.list.moved.connect(lambda step: (left.up if step < 0 else left.down).click())
        self.list.entered.connect(self._enter)
        self.list.doubleClicked.connect(lambda _: self._enter())
        self.form.edited.connect(self._edited)
        self.form.done.connect(card.save.click)
        self._soon.timeout.connect(self._read_shown)
        for key, tab in self.tabs.items():
            tab.clicked.connect(lambda _=False, key=key: self._turn(key))
        on = self._console.on
        stops = [
            on(RecordChanged, lambda event: self._soon.start() if event.kind in KINDS else None),
            on(RecordsReady, lambda _: self._soon.start()),
            on(SessionChanged, lambda _: self._settle()),
            on(PlantOpened, lambda _: self._new_plant()),
        ]
        self.destroyed.connect(lambda _=None, stops=tuple(stops): [stop() for stop in stops])

    def _read_shown(self) -> None:
        if self.isVisible():
            self.read()

    def _new_plant(self) -> None:
        self.dry.forget()
        if self.isVisible():
            self.dry.look()
        self._show_rows()

    def _lay_out(self) -> None:
        self._choice = QWidget()
        row = QHBoxLayout(self._choice)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for tab in self.tabs.values():
            row.addWidget(tab)
        row.addStretch(1)
        self.tabs[RULE].setChecked(True)
        right, column = QWidget(), QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._choice)
        beside = QHBoxLayout()
        beside.setSpacing(12)
        beside.addWidget(self.card, 5)
        beside.addWidget(self.dry, 7)
        column.addLayout(beside, 1)
        right.setLayout(column)
        both = self._both = QSplitter(Qt.Orientation.Horizontal)
        both.setHandleWidth(12)
        both.setChildrenCollapsible(False)
        both.addWidget(self.left)
        both.addWidget(right)
        both.setStretchFactor(1, 1)
        self.left.setMinimumWidth(280)
        self.card.setMinimumWidth(390)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(both, 1)
        self.setFocusProxy(self.list)
        self._arrange()


def _id(rule: CallRule) -> str:
    return rule.id


def _is_on(rule: CallRule | None) -> bool:
    return rule is not None and rule.active
