"""The form of one rule: only the fields that its kind has, and the rule read back in one sentence above them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QSignalBlocker, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from console.domain.andon import Category, Severity
from console.domain.callrules import FAULTS, LASTING, CallRule, Kind, RuleUnfit, checked_rule
from console.domain.people import NAME_MOST
from console.domain.plant import Plant
from console.domain.readings import Role
from console.domain.stations import StationState
from widgets.calls.naming import severity_word
from widgets.callsetup.rulefields import NumberField, PlacePick, Ticks, TimeField, patterns
from widgets.callsetup.rulewords import COUNTED, counted_word, kind_word, rule_sentence, unfit_words
from widgets.cards import Choice, Entry, Text, Tick
from widgets.people.fields import Field
from widgets.plain import plain
from widgets.words import no_data_word, state_word

STATES = tuple(state for state in StationState if state is not StationState.NO_DATA)
TEXT_MOST, PATTERNS_MOST, SIGNAL_MOST = 200, 400, 120
CHATTER, CHATTER_WINDOW = 5, 60.0  # what is proposed when telling as one is switched on
FIELDS: dict[Kind, tuple[str, ...]] = {  # by kind, beside those that every rule has
    Kind.STATE: ("states", "reasons", "delay", "off_delay"),
    Kind.ALARM: ("codes", "levels", "delay", "off_delay"),
    Kind.LIMIT: ("signal", "side", "limit", "hysteresis", "delay", "off_delay"),
    Kind.QUALITY: (),
    Kind.COUNTER: ("counted",),
    Kind.NO_DATA: ("no_data", "delay", "off_delay"),
}
SPECIAL = tuple(dict.fromkeys(name for names in FIELDS.values() for name in names))


class RuleForm(QWidget):
    """`edited` when somebody changed something, `done` when they pressed Enter."""

    edited = Signal()
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rule = CallRule("", "", Kind.STATE, "")
        self._categories: tuple[Category, ...] = ()
        self._plant: Plant | None = None
        self._filling, self._touched = True, False
        self.sentence = Text("text", 15, 500, wrap=True)
        self.active = Tick()
        self.fields: dict[str, Any] = {
            "name": Field(Entry()),
            "kind": Field(Choice()),
            "places": Field(PlacePick()),
            "states": Field(Ticks(STATES)),
            "no_data": Field(Ticks(FAULTS)),
            "reasons": Field(Entry()),
            "codes": Field(Entry()),
            "levels": Field(Entry()),
            "signal": Field(Entry()),
            "counted": Field(Choice()),
            "side": Field(Choice()),
            "limit": NumberField(),
            "hysteresis": NumberField(),
            "delay": TimeField(),
            "off_delay": TimeField(),
            "count": NumberField(),
            "window": TimeField(),
            "chatter": NumberField(),
            "chatter_window": TimeField(),
            "category": Field(Choice()),
            "severity": Field(Choice()),
            "text": Field(Entry()),
        }
        self.gather = Tick()
        self._tags = QStringListModel(self)
        self._lay_out()
        self._connect()
        self._filling = False
        self.retranslate()

    # Showing

    def show_rule(self, rule: CallRule, categories: tuple[Category, ...], plant: Plant | None) -> None:
        """Show a rule to be changed."""
        self._rule, self._categories, self._plant = rule, categories, plant
        self._filling = True
        part, field = self._control, self.fields
        part("name").setText(rule.name)
        part("kind").setCurrentIndex(list(Kind).index(rule.kind))
        part("places").fill(plant, rule.places)
        part("states").choose(rule.states or (StationState.STOPPED.value,))
        part("no_data").choose(rule.states or FAULTS)
        part("reasons").setText(", ".join(rule.codes))
        part("codes").setText(", ".join(rule.codes))
        part("levels").setText(", ".join(rule.levels))
        part("signal").setText(rule.signal)
        part("counted").setCurrentIndex(max(0, part("counted").findData(rule.signal)))
        part("side").setCurrentIndex(int(rule.below))
        for name in ("limit", "hysteresis", "delay", "off_delay", "count", "window", "chatter_window"):
            field[name].fill(getattr(rule, name))
        field["chatter"].fill(rule.chatter or CHATTER)
        self.gather.setChecked(rule.chatter > 0)
        self._offer(anew=True)
        part("text").setText(rule.text)
        self.active.setChecked(rule.active)
        self._tags.setStringList(sorted(_tags(plant)))
        self.forgive()
        self._filling = self._touched = False
        self._settle()

    def offer(self, categories: tuple[Category, ...], plant: Plant | None) -> None:
        """Other categories or another plant to choose from; what stands in the form stays."""
        if categories == self._categories and plant is self._plant:
            return
        was, self._filling = self._filling, True
        self._categories = categories
        if plant is not self._plant:
            self._plant = plant
            self._control("places").fill(plant, self._control("places").places)
            self._tags.setStringList(sorted(_tags(plant)))
        self._offer()
        self._filling = was
        self._settle()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        was, self._filling = self._filling, True
        for name, words, hint in self._names():
            self.fields[name].name(words, hint)
        self._fill_choice("kind", ((kind.value, kind_word(kind)) for kind in Kind))
        self._fill_choice("side", (("above", self.tr("above")), ("below", self.tr("below"))))
        self._fill_choice("counted", ((what, counted_word(what)) for what in COUNTED))
        self._control("states").name([state_word(state) for state in STATES])
        self._control("no_data").name([no_data_word(fault) for fault in FAULTS])
        self._control("places").name(self.tr("Everywhere"), self.tr("Places where the rule holds"))
        self.active.setText(self.tr("Switched &on"))
        self.active.setAccessibleName(self.tr("Switched on"))
        self.gather.setText(self.tr("Tell chattering as one"))
        self.gather.setAccessibleName(self.tr("Tell chattering as one"))
        self._offer()
        self._filling = was
        self._settle()

    def _names(self) -> tuple[tuple[str, str, str], ...]:
        fits = self.tr("Commas between; * and ? stand for anything. Empty: any.")
        return (
            ("name", self.tr("Na&me"), ""),
            ("kind", self.tr("&Listens to"), ""),
            ("places", self.tr("Wher&e"), ""),
            ("states", self.tr("When the station is"), ""),
            ("no_data", self.tr("When nothing is known because it is"), ""),
            ("reasons", self.tr("With the &reason"), fits),
            ("codes", self.tr("C&ode or text"), fits),
            ("levels", self.tr("Le&vel, in the machine's words"), fits),
            ("signal", self.tr("&Value"), self.tr("The name of a tag, as on the station's screen.")),
            ("counted", self.tr("Cou&nted as"), ""),
            ("side", self.tr("Bey&ond is"), ""),
            ("limit", self.tr("&Limit"), ""),
            ("hysteresis", self.tr("H&ysteresis"), ""),
            ("delay", self.tr("Lasts for &more than"), ""),
            ("off_delay", self.tr("Over after"), ""),
            ("count", self.tr("H&ow often"), ""),
            ("window", self.tr("Wi&thin"), ""),
            ("chatter", self.tr("From so many times"), ""),
            ("chatter_window", self.tr("Within"), ""),
            ("category", self.tr("&Category"), ""),
            ("severity", self.tr("&Severity"), ""),
            (
                "text",
                self.tr("Te&xt of the call"),
                self.tr("Empty: what the machine says. Gaps: {place} {state} {reason} {code} {text} {level} {value}"),
            ),
        )

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # What it says

    @property
    def rule(self) -> CallRule:
        """The rule as the form says it; what cannot be read stays as it was."""
        if not self._touched:
            return self._rule
        kind, part = self.kind, self._control
        rule = replace(
            CallRule(self._rule.id, part("name").text().strip(), kind, part("category").currentData() or ""),
            severity=Severity(part("severity").currentData()) if part("severity").currentData() else None,
            places=part("places").places,
            text=part("text").text().strip(),
            count=round(self._number("count", 1)),
            window=self._seconds("window", 0.0),
            chatter=round(self._number("chatter", 0)) if self.gather.isChecked() else 0,
            chatter_window=self._seconds("chatter_window", CHATTER_WINDOW),
            active=self.active.isChecked(),
            order=self._rule.order,
        )
        if rule.count == 1:
            rule = replace(rule, window=self._rule.window if self._rule.count == 1 else 0.0)
        if not rule.chatter:
            rule = replace(rule, chatter_window=self._rule.chatter_window)
        if kind in LASTING:
            rule = replace(rule, delay=self._seconds("delay", 0.0), off_delay=self._seconds("off_delay", 0.0))
        return self._special(rule)

    def _special(self, rule: CallRule) -> CallRule:
        part = self._control
        match rule.kind:
            case Kind.STATE:
                states = _default(part("states").chosen, (StationState.STOPPED.value,), self._rule.states)
                return replace(rule, states=states, codes=self._patterns("reasons", self._rule.codes))
            case Kind.NO_DATA:
                every = tuple(fault.value for fault in FAULTS)
                return replace(rule, states=_default(part("no_data").chosen, every, self._rule.states))
            case Kind.ALARM:
                codes = self._patterns("codes", self._rule.codes)
                return replace(rule, codes=codes, levels=self._patterns("levels", self._rule.levels))
            case Kind.LIMIT:
                limit, rest = self.fields["limit"].value, self._number("hysteresis", 0.0)
                below = part("side").currentData() == "below"
                return replace(rule, signal=part("signal").text().strip(), limit=limit, below=below, hysteresis=rest)
            case Kind.COUNTER:
                return replace(rule, signal=part("counted").currentData() or "scrap")
        return rule

    def checked(self) -> CallRule | None:
        """The rule where it can be so; else None, with what is wrong said at its field."""
        self.forgive()
        unfit = next((name for name in self._shown_names() if not self._readable(name)), "")
        try:
            if not unfit:
                return checked_rule(self.rule)
        except RuleUnfit as refusal:
            unfit = str(refusal.facts.get("field", ""))
        self.refuse(unfit)
        return None

    def refuse(self, name: str, words: str = "") -> bool:
        """Say at a field what is wrong, and go there; False where there is no such field."""
        name = {"states": "no_data"}.get(name, name) if self.kind is Kind.NO_DATA else name
        field = self.fields.get(name)
        if field is None:
            return False
        field.refuse(words or unfit_words("states" if name == "no_data" else name))
        field.control.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def forgive(self) -> None:
        """Take back what was said to be wrong."""
        for field in self.fields.values():
            field.refuse("")

    @property
    def kind(self) -> Kind:
        """The kind that is chosen."""
        return list(Kind)[max(0, self._control("kind").currentIndex())]

    # Inside

    def _control(self, name: str) -> Any:
        return self.fields[name].control

    def _patterns(self, name: str, before: tuple[str, ...]) -> tuple[str, ...]:
        """What is typed; what was there stays as it was where nobody touched it: it may have commas of its own."""
        typed = self._control(name).text()
        return before if typed == ", ".join(before) else patterns(typed)

    def _number(self, name: str, otherwise: float) -> float:
        value = self.fields[name].value
        return otherwise if value is None else value

    def _seconds(self, name: str, otherwise: float) -> float:
        value = self.fields[name].seconds
        return otherwise if value is None else value

    def _readable(self, name: str) -> bool:
        field = self.fields[name]
        if name == "places":
            return not field.control.missing
        if name in ("states", "no_data"):
            return bool(field.control.chosen)
        if name in ("count", "chatter"):
            return field.value is not None and field.value == int(field.value)
        if isinstance(field, NumberField) and name != "limit":
            return field.value is not None
        return True

    def _shown_names(self) -> list[str]:
        return [name for name, field in self.fields.items() if field.isVisibleTo(self)]

    def _changed(self) -> None:
        if not self._filling:
            self._touched = True
            self._settle()
            self.edited.emit()

    def _settle(self) -> None:
        """Show the fields of this kind and read the rule back."""
        kind = self.kind
        for name in SPECIAL:
            self.fields[name].setVisible(name in FIELDS[kind])
        often = self._number("count", 1) != 1
        self.fields["window"].setVisible(often)
        for name in ("chatter", "chatter_window"):
            self.fields[name].setVisible(self.gather.isChecked())
        rule = self.rule
        category = next((one for one in self._categories if one.id == rule.category), None)
        self.sentence.say(rule_sentence(rule, category, self._plant))

    def _offer(self, anew: bool = False) -> None:
        """Categories and severities to choose from; a category that is not there any more stays on offer."""
        rule = self._rule
        known = {one.id: plain(one.name, 60) for one in self._categories}
        missing = {rule.category: plain(rule.category, 60)} if rule.category else {}
        self._fill_choice("category", (missing | known).items(), rule.category if anew else None)
        severities = [("", self.tr("As the category says")), *((one.value, severity_word(one)) for one in Severity)]
        self._fill_choice("severity", severities, (rule.severity or "") if anew else None)

    def _fill_choice(self, name: str, entries: Iterable[tuple[str, str]], chosen: str | None = None) -> None:
        choice = self._control(name)
        with QSignalBlocker(choice):
            before = choice.currentData() if chosen is None else chosen
            choice.clear()
            for key, words in entries:
                choice.addItem(words, key)
            choice.setCurrentIndex(max(0, choice.findData(before)))

    # How it is made

    def _connect(self) -> None:
        for name, field in self.fields.items():
            control = field.control
            if isinstance(control, Entry):
                control.textChanged.connect(lambda _, name=name: self._typed(name))
                control.returnPressed.connect(self.done)
            elif isinstance(control, Choice):
                control.currentIndexChanged.connect(lambda _, name=name: self._typed(name))
            else:
                control.changed.connect(lambda name=name: self._typed(name))
            if isinstance(field, TimeField):
                field.unit.currentIndexChanged.connect(lambda _, name=name: self._typed(name))
        self.active.toggled.connect(lambda _: self._changed())
        self.gather.toggled.connect(lambda _: self._changed())
        self._control("signal").setCompleter(_completer(self._tags, self))

    def _typed(self, name: str) -> None:
        if not self._filling:
            self.fields[name].refuse("")
            self._changed()

    def _lay_out(self) -> None:
        for name, most in (("name", NAME_MOST), ("text", TEXT_MOST), ("signal", SIGNAL_MOST)):
            self._control(name).setMaxLength(most)
        for name in ("reasons", "codes", "levels"):
            self._control(name).setMaxLength(PATTERNS_MOST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(self.sentence)
        self._rows(column, ("name",), ("kind",), ("states",), ("no_data",), ("reasons",), ("codes",), ("levels",))
        self._rows(column, ("signal",), ("counted",), ("side", "limit", "hysteresis"), ("places",))
        self._rows(column, ("delay", "off_delay"), ("count", "window"))
        column.addWidget(self.gather)
        self._rows(column, ("chatter", "chatter_window"), ("category", "severity"), ("text",))
        column.addWidget(self.active)
        column.addStretch(1)

    def _rows(self, column: QVBoxLayout, *rows: tuple[str, ...]) -> None:
        for names in rows:
            row = QHBoxLayout()
            row.setSpacing(12)
            for name in names:
                row.addWidget(self.fields[name], 1, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)


def _default(chosen: tuple[str, ...], usual: tuple[str, ...], before: tuple[str, ...]) -> tuple[str, ...]:
    """What is ticked: as before where it is the same, () where it is the usual."""
    if set(chosen) == set(before or usual):
        return before
    return () if set(chosen) == set(usual) else chosen


def _tags(plant: Plant | None) -> set[str]:
    return {signal.name for signal in plant.signals if signal.role is Role.TAG} if plant else set()


def _completer(names: QStringListModel, parent: QWidget) -> QCompleter:
    made = QCompleter(names, parent)
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    made.setFilterMode(Qt.MatchFlag.MatchContains)
    return made
