"""The rules that raise calls: the list, the chosen rule's form, and beside them a dry run of what stands there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.app.console import PlantOpened
from console.app.places import ways
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
from widgets.callsetup.ruleform import RuleForm
from widgets.callsetup.rulelist import RuleGrid, RuleRow, RuleRows
from widgets.callsetup.rulewords import first_name, listens_words, rule_sentence, unfit_words, where_words
from widgets.cards import Button, Card, Entry, Text
from widgets.closed import Closed
from widgets.people.fields import Said, Tab, scrolled
from widgets.people.signing import OneByOne, ask_for, why_not
from widgets.plain import plain, tip
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
        self.rows = RuleRows()
        self.list, self.form = RuleGrid(self.rows), RuleForm()
        self.dry = DryRunCard(console, self._tried)
        self.left, self.card = Card(), Card()
        self.filter, self.said, self.why = Entry(), Said(), Text("text_faint", 12, wrap=True)
        self.add = Button("plus", self.begin_rule, primary=True)
        self.copy, self.remove = Button("copy", self.copy_rule), Button("x", self.remove_rule)
        self.up, self.down = Button("chevron-up", lambda: self.move(-1)), Button("chevron-down", lambda: self.move(1))
        self.switch = Button("power-off", self.switch_rule)
        self.save, self.undo = Button("", self.submit, primary=True), Button("rotate-ccw", self.undo_edits)
        self.tabs = {RULE: Tab(), DRY: Tab()}
        self.empty, self.keys = Text("text_muted", 14, wrap=True), Text("text_faint", 12, wrap=True)
        self.closed = Closed(console, self.read, lambda: self.open_requested.emit("status", ""))
        self._stack, self._soon = QStackedWidget(), QTimer(self, singleShot=True, interval=0)
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
        names = {one.id: plain(one.name, 60) for one in self._categories}
        rows = [self._row(rule, names) for rule in self._drafts.rules()]
        words = self.filter.text().strip().casefold()
        self.rows.show_rows([row for row in rows if self._fits(row, words)])
        self._choose(self._wanted or self._shown)
        self._wanted = ""
        self._settle()

    def _row(self, rule: CallRule, names: dict[str, str]) -> RuleRow:
        plant = self._plant()
        sentence = rule_sentence(rule, self._category(rule.category), plant)
        where = where_words(rule.places, plant)
        return RuleRow(rule, names.get(rule.category, "–"), sentence, where, self._drafts.edited(rule.id))

    def _fits(self, row: RuleRow, words: str) -> bool:
        said = f"{row.rule.name} {listens_words(row.rule)} {row.category} {row.sentence}".casefold()
        return words in said and self._here(row.rule)

    def _here(self, rule: CallRule) -> bool:
        """Whether it holds in the area that is shown."""
        plant = self._plant()
        if self._area is None or not rule.places or plant is None:
            return True
        known = ways(plant)
        return any(self._area in known.get(place, ()) or place in known.get(self._area, ()) for place in rule.places)

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
        self._stack.setCurrentWidget(self.list if self.rows.rows else self._nothing)
        if (self.closed.refresh() or not self._known) and not self.rows.rows:
            self._stack.setCurrentWidget(self.closed)
        self.empty.say(self._why_empty())
        count = len(self._drafts.rules())
        self.left.note.say(self.tr("%Ln rule(s)", "", count) if self._known else "")
        rule = self._drafts.rule(self._shown)
        self._inside.setVisible(rule is not None)
        edited = self._drafts.edited(self._shown)
        self.card.note.say(self.tr("not saved yet") if edited else "")
        self._allow(rule, edited)

    def _allow(self, rule: CallRule | None, edited: bool) -> None:
        """Grey out what whoever is signed in may not do, and say why. Everybody may try."""
        kept = self._drafts.kept(self._shown)
        places = dict.fromkeys(SetCallRule(one).place for one in (kept.value if kept else None, rule) if one)
        why = self.closed.why() or next(filter(None, (why_not(self._console, SetCallRule, at) for at in places)), "")
        self.save.setEnabled(edited and not why)
        self.undo.setEnabled(edited)
        self.copy.setEnabled(rule is not None)
        for part, there in ((self.remove, rule), (self.switch, rule), (self.up, kept), (self.down, kept)):
            part.setEnabled(there is not None and not why)
        off = rule is not None and (kept.value if kept else rule).active
        self.switch.name(self.tr("Switch off") if off else self.tr("Switch on"), why)
        self.save.setToolTip(tip(why))
        self.why.say(why)
        self.why.setVisible(bool(why))

    def _why_empty(self) -> str:
        if self._drafts.rules():
            return self.tr("No rule fits what is looked for.")
        return self.tr("A rule says what the console raises a call for by itself. Begin with New.")

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
            self._both.setSizes([list_wide, max(1, self.width() - list_wide)])
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
        self.left.title.say(self.tr("Rules"))
        self.card.title.say(self.tr("Rule"))
        self.filter.setPlaceholderText(self.tr("Find a rule"))
        self.filter.setAccessibleName(self.tr("Find a rule"))
        self.list.setAccessibleName(self.tr("Rules that raise calls, in their order"))
        self.add.name(self.tr("New"), self.tr("Begin a new rule"))
        self.copy.name_silently(self.tr("Copy: begin a new rule that says the same"))
        self.remove.name(self.tr("Remove"))
        self.up.name_silently(self.tr("Further up in the list"))
        self.down.name_silently(self.tr("Further down in the list"))
        self.save.name(self.tr("Save"))
        self.undo.name(self.tr("Undo"), self.tr("Show the rule as it is saved"))
        self.tabs[RULE].name(self.tr("Rule"))
        self.tabs[DRY].name(self.tr("Dry run"))
        self.keys.say(
            self.tr(
                "Enter edits · Space switches on or off · Delete removes · Alt with up or down moves · Esc comes back"
            )
        )
        self.rows.retranslate()
        self._show_rows()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.filter.textChanged.connect(lambda _: self._show_rows())
        self.list.selectionModel().currentChanged.connect(self._walked)
        self.list.switched.connect(lambda: self.switch.isEnabled() and self.switch_rule())
        self.list.removed.connect(lambda: self.remove.isEnabled() and self.remove_rule())
        self.list.moved.connect(lambda step: self.up.isEnabled() and self.move(step))
        self.list.entered.connect(self._enter)
        self.list.doubleClicked.connect(lambda _: self._enter())
        self.form.edited.connect(self._edited)
        self.form.done.connect(lambda: self.save.isEnabled() and self.submit())
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
        self._lay_out_list()
        self._lay_out_form()
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

    def _lay_out_list(self) -> None:
        self._nothing = QWidget()
        words = QVBoxLayout(self._nothing)
        words.addStretch(2)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.addWidget(self.empty)
        words.addStretch(3)
        for part in (self._nothing, self.list, self.closed):
            self._stack.addWidget(part)
        find, doing = QHBoxLayout(), QHBoxLayout()
        for row in (find, doing):
            row.setSpacing(6)
        find.addWidget(self.filter, 1)
        find.addWidget(self.add)
        for button in (self.up, self.down, self.copy, self.switch):
            doing.addWidget(button)
        doing.addStretch(1)
        self.left.body.addLayout(find)
        self.left.body.addWidget(self._stack, 1)
        self.left.body.addLayout(doing)
        self.left.body.addWidget(self.keys)

    def _lay_out_form(self) -> None:
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(scrolled(self.form), 1)
        column.addWidget(self.said)
        column.addWidget(self.why)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.remove)
        row.addStretch(1)
        row.addWidget(self.undo)
        row.addWidget(self.save)
        column.addLayout(row)
        self.card.body.addWidget(self._inside, 1)
        self.card.body.addStretch(0)


def _id(rule: CallRule) -> str:
    return rule.id
