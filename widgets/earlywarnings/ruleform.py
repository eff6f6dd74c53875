"""The form of one rule of early warning: only the fields that its sign has, and the rule read back in one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QSignalBlocker, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from console.domain.andon import Category, Severity
from console.domain.early_warnings import SIGNAL_MOST, TEXT_MOST, WarningRuleUnfit, checked_warning_rule
from console.domain.people import NAME_MOST
from console.domain.plant import Plant
from console.domain.readings import Role
from console.domain.warning_rules import Sign, WarningRule, Way
from widgets.calls.naming import severity_word
from widgets.callsetup.rulefields import NumberField, PlacePick, TimeField
from widgets.cards import Choice, Entry, Text, Tick
from widgets.earlywarnings.words import rule_sentence, sign_word, unfit_words, way_word
from widgets.people.fields import Field
from widgets.plain import plain

FIELDS: dict[Sign, tuple[str, ...]] = {  # by sign, beside those that every rule has
    Sign.RATE: ("signal", "limit", "way", "over"),
    Sign.STUCK: ("signal", "limit", "over"),
    Sign.MISSING: ("signal", "limit", "over"),
    Sign.DRIFT: ("signal", "limit", "way", "over", "days"),
    Sign.FORECAST: ("signal", "way", "over", "horizon"),
    Sign.CONTROL: ("chart",),
    Sign.MATERIAL: ("signal", "over", "horizon", "per_piece"),
}
SPECIAL = tuple(dict.fromkeys(name for names in FIELDS.values() for name in names))
NUMBERS, TIMES = ("limit", "per_piece", "days"), ("over", "horizon", "off_delay")


class WarningRuleForm(QWidget):
    """`edited` when somebody changed something."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._rule = WarningRule("", "", Sign.FORECAST)
        self._categories: tuple[Category, ...] = ()
        self._charts: tuple[tuple[str, str], ...] = ()
        self._plant: Plant | None = None
        self._filling = True
        self._tags = QStringListModel(self)
        self.sentence, self.active = Text("text", 15, 500, wrap=True), Tick()
        self.fields: dict[str, Any] = {
            "name": Field(Entry()),
            "sign": Field(Choice()),
            "signal": Field(Entry()),
            "chart": Field(Choice()),
            "limit": NumberField(),
            "way": Field(Choice()),
            "over": TimeField(),
            "horizon": TimeField(),
            "days": NumberField(),
            "per_piece": NumberField(),
            "places": Field(PlacePick()),
            "off_delay": TimeField(),
            "category": Field(Choice()),
            "severity": Field(Choice()),
            "text": Field(Entry()),
        }
        self._lay_out()
        self._connect()
        self._filling = False
        self.retranslate()

    def show_rule(
        self,
        rule: WarningRule,
        categories: tuple[Category, ...],
        charts: tuple[tuple[str, str], ...],
        plant: Plant | None,
    ) -> None:
        """Show a rule to be changed; `charts`: ids and names."""
        self._rule, self._categories, self._charts, self._plant = rule, categories, charts, plant
        self._filling = True
        part = self._control
        part("name").setText(rule.name)
        part("signal").setText(rule.signal)
        part("text").setText(rule.text)
        for name in (*NUMBERS, *TIMES):
            self.fields[name].fill(float(getattr(rule, name)))
        part("places").fill(plant, rule.places)
        self._tags.setStringList(sorted({one.name for one in plant.signals if one.role is Role.TAG} if plant else ()))
        self._offer(anew=True)
        self.active.setChecked(rule.active)
        self.forgive()
        self._filling = False
        self._settle()

    @property
    def sign(self) -> Sign:
        """The sign that is chosen."""
        return list(Sign)[max(0, self._control("sign").currentIndex())]

    @property
    def rule(self) -> WarningRule:
        """The rule as the form says it; what cannot be read stays as it was."""
        part = self._control
        severity = part("severity").currentData()
        rule = replace(
            self._rule,
            name=part("name").text().strip(),
            sign=self.sign,
            places=part("places").places,
            signal=part("signal").text().strip(),
            way=Way(part("way").currentData() or Way.EITHER),
            chart=part("chart").currentData() or "",
            category=part("category").currentData() or "",
            severity=Severity(severity) if severity else None,
            text=part("text").text().strip(),
            active=self.active.isChecked(),
        )
        days = self.fields["days"].value
        rule = replace(rule, days=self._rule.days if days is None else round(days))
        for name in ("limit", "per_piece"):
            value = self.fields[name].value
            rule = rule if value is None else replace(rule, **{name: value})
        for name in TIMES:
            seconds = self.fields[name].seconds
            rule = rule if seconds is None else replace(rule, **{name: seconds})
        return rule

    def checked(self) -> WarningRule | None:
        """The rule where it can be so; else None, with what is wrong said at its field."""
        self.forgive()
        shown = FIELDS[self.sign]
        numbers = [name for name in (*NUMBERS, *TIMES) if name in shown or name == "off_delay"]
        unfit = next((name for name in numbers if self.fields[name].value is None), "")
        unfit = unfit or ("places" if self._control("places").missing else "")
        try:
            if not unfit:
                return checked_warning_rule(self.rule)
        except WarningRuleUnfit as refusal:
            unfit = str(refusal.facts.get("field", ""))
        self.refuse(unfit)
        return None

    def refuse(self, name: str, words: str = "") -> bool:
        """Say at a field what is wrong, and go there; False where there is no such field."""
        field = self.fields.get(name)
        if field is None:
            return False
        field.refuse(words or unfit_words(name))
        field.control.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def forgive(self) -> None:
        """Take back what was said to be wrong."""
        for field in self.fields.values():
            field.refuse("")

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        was, self._filling = self._filling, True
        for name, words, hint in self._names():
            self.fields[name].name(words, hint)
        self._fill("sign", [(sign.value, sign_word(sign)) for sign in Sign])
        self._fill("way", [(way.value, way_word(way)) for way in Way])
        self._control("places").name(self.tr("Everywhere"), self.tr("Places where the rule holds"))
        self.active.setText(self.tr("Switched on"))
        self.active.setAccessibleName(self.tr("Switched on"))
        self._offer()
        self._filling = was
        self._settle()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # Inside

    def _names(self) -> tuple[tuple[str, str, str], ...]:
        return (
            ("name", self.tr("Name"), ""),
            ("sign", self.tr("Looks for"), ""),
            ("signal", self.tr("Signal"), self.tr("The name of a tag; * and ? stand for anything.")),
            ("chart", self.tr("Control chart"), ""),
            ("limit", self._limit_name(), ""),
            ("way", self.tr("Direction"), ""),
            ("over", self.tr("Seen over"), ""),
            ("horizon", self.tr("Warns ahead"), ""),
            ("days", self.tr("Other days"), ""),
            ("per_piece", self.tr("Needed for a piece"), self.tr("0: as the level itself shows.")),
            ("places", self.tr("Where"), ""),
            ("off_delay", self.tr("Over after"), ""),
            ("category", self.tr("Calls"), ""),
            ("severity", self.tr("Severity"), ""),
            ("text", self.tr("Text of the call"), self.tr("Empty: what the sign says. Gaps: {place} {signal} {value}")),
        )

    def _limit_name(self) -> str:
        match self.sign:
            case Sign.RATE:
                return self.tr("More than (a minute)")
            case Sign.STUCK:
                return self.tr("Not more than")
            case Sign.MISSING:
                return self.tr("Times the usual interval (0: only the time)")
        return self.tr("Sigmas")

    def _control(self, name: str) -> Any:
        return self.fields[name].control

    def _offer(self, anew: bool = False) -> None:
        rule = self._rule
        known = {one.id: plain(one.name, 60) for one in self._categories if one.active or one.id == rule.category}
        missing = {rule.category: plain(rule.category, 60)} if rule.category else {}
        categories = [("", self.tr("Nobody: the warning stands by itself")), *(missing | known).items()]
        self._fill("category", categories, rule.category if anew else None)
        severities = [("", self.tr("As the category says")), *((one.value, severity_word(one)) for one in Severity)]
        self._fill("severity", severities, (rule.severity or "") if anew else None)
        gone = {rule.chart: plain(rule.chart, 60)} if rule.chart else {}
        charts = gone | {id: plain(name, 60) for id, name in self._charts}
        self._fill("chart", [("", self.tr("Every chart")), *charts.items()], rule.chart if anew else None)
        if anew:
            self._fill("sign", [(sign.value, sign_word(sign)) for sign in Sign], rule.sign.value)
            self._fill("way", [(way.value, way_word(way)) for way in Way], rule.way.value)

    def _fill(self, name: str, entries: Sequence[tuple[str, str]], chosen: str | None = None) -> None:
        choice = self._control(name)
        with QSignalBlocker(choice):
            before = choice.currentData() if chosen is None else chosen
            choice.clear()
            for key, words in entries:
                choice.addItem(words, key)
            choice.setCurrentIndex(max(0, choice.findData(before)))

    def _settle(self) -> None:
        shown = FIELDS[self.sign]
        for name in SPECIAL:
            self.fields[name].setVisible(name in shown)
        self.fields["severity"].setVisible(bool(self._control("category").currentData()))
        self.fields["text"].setVisible(bool(self._control("category").currentData()))
        self.fields["limit"].name(self._limit_name())
        rule = self.rule
        category = next((one for one in self._categories if one.id == rule.category), None)
        self.sentence.say(rule_sentence(rule, category, self._plant))

    def _changed(self) -> None:
        if not self._filling:
            self._settle()
            self.edited.emit()

    def _connect(self) -> None:
        for field in self.fields.values():
            control = field.control
            if isinstance(control, Entry):
                control.textChanged.connect(lambda _: self._changed())
            elif isinstance(control, Choice):
                control.currentIndexChanged.connect(lambda _: self._changed())
            else:
                control.changed.connect(self._changed)
            if isinstance(field, TimeField):
                field.unit.currentIndexChanged.connect(lambda _: self._changed())
        self.active.toggled.connect(lambda _: self._changed())
        made = QCompleter(self._tags, self)
        made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        made.setFilterMode(Qt.MatchFlag.MatchContains)
        self._control("signal").setCompleter(made)

    def _lay_out(self) -> None:
        for name, most in (("name", NAME_MOST), ("text", TEXT_MOST), ("signal", SIGNAL_MOST)):
            self._control(name).setMaxLength(most)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        column.addWidget(self.sentence)
        self._rows(column, (("name", "sign"), ("signal", "chart"), ("limit", "way"), ("over", "horizon")))
        self._rows(column, (("days", "per_piece"), ("off_delay",), ("places",), ("category", "severity"), ("text",)))
        column.addWidget(self.active)
        column.addStretch(1)

    def _rows(self, column: QVBoxLayout, rows: Iterable[tuple[str, ...]]) -> None:
        for names in rows:
            row = QHBoxLayout()
            row.setSpacing(12)
            for name in names:
                row.addWidget(self.fields[name], 1, Qt.AlignmentFlag.AlignTop)
            column.addLayout(row)
