"""What of the trail somebody wants to see: who, what, when, which record, and how it ended."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from PySide6.QtCore import QEvent, QSignalBlocker, QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QHBoxLayout, QWidget

from console.app.queries.trail import Choices, Found, Wanted
from console.domain.commands import CONSOLE
from console.domain.people import natural
from console.domain.trail import Verdict
from widgets.cards import Button, Choice, Entry, Text
from widgets.commands import command_words
from widgets.plain import plain
from widgets.trail.words import kind_word, verdict_word

ALWAYS, TODAY, YESTERDAY, WEEK, RANGE = "", "today", "yesterday", "week", "range"
TYPING_MS = 250  # after the last key until records are looked for


class Filters(QWidget):
    """`changed` when something else is wanted; `typed` (kind, text) when records shall be offered."""

    changed = Signal()
    typed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.who, self.what, self.when, self.kind, self.verdict = self._all = tuple(Choice() for _ in range(5))
        self.record, self.since, self.until = Entry(), Entry(), Entry()
        self.clear = Button("x", self.reset)
        self.labels = [Text("text_muted", 12, 500) for _ in range(5)]
        self.to = Text("text_muted")
        self._offered: dict[str, Found] = {}
        self._chosen: Found | None = None
        self._choices = Choices({}, {}, (), (), 0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TYPING_MS)
        self._list = QStringListModel(self)
        self._lay_out()
        self._connect()
        self.retranslate()

    # What is wanted

    def wanted(self, now: float, zone: tzinfo | None) -> Wanted:
        """The choice; days are days of the factory."""
        since, until = self._span(now, zone)
        kind, id = self.kind.currentData() or "", ""
        if self._chosen is not None:
            kind, id = self._chosen.kind, self._chosen.id
        what, verdict = self.what.currentData() or "", self.verdict.currentData() or ""
        return Wanted(self.who.currentData() or "", "", what, verdict, since, until, kind, id)

    def choose_record(self, found: Found) -> None:
        """Show only what touched this record."""
        self._chosen = found
        self.record.blockSignals(True)
        self.record.setText(self._words(found))
        self.record.setCursorPosition(0)
        self.record.blockSignals(False)
        self.changed.emit()

    @property
    def record_chosen(self) -> Found | None:
        """The one record whose lines are wanted."""
        return self._chosen

    def name_record(self, found: Found) -> None:
        """Say what the chosen record is called."""
        if self._chosen is not None and (self._chosen.kind, self._chosen.id) == (found.kind, found.id):
            self._chosen = found
            self.record.setText(self._words(found))
            self.record.setCursorPosition(0)

    def reset(self) -> None:
        """Show everything again."""
        for choice in self._all:
            choice.take_back()
        self._empty()
        self.changed.emit()

    def choose_only(self, found: Found) -> None:
        """Show all that touched this record: another screen asks, and what is filtered here would hide a part of it."""
        for choice in self._all:
            with QSignalBlocker(choice):
                choice.setCurrentIndex(0)
        self._empty()
        self.choose_record(found)

    def _empty(self) -> None:
        self._chosen = None
        for entry in (self.record, self.since, self.until):
            entry.blockSignals(True)
            entry.clear()
            entry.blockSignals(False)
        self._show_days()

    def offer(self, choices: Choices) -> None:
        """Offer what the trail holds; what is chosen stays chosen."""
        self._choices = choices
        people = sorted(choices.people.items(), key=lambda item: (natural(item[1]), item[0]))
        everybody, console = self.tr("Everybody"), self.tr("The console")
        _fill(self.who, [("", everybody), (CONSOLE, console), *((id, plain(name, 60)) for id, name in people)])
        commands = sorted(((name, plain(command_words(name), 60)) for name in choices.commands), key=lambda one: one[1])
        _fill(self.what, [("", self.tr("Everything")), *commands])
        kinds = sorted(((kind, kind_word(kind)) for kind in choices.kinds), key=lambda one: one[1])
        _fill(self.kind, [("", self.tr("Any kind")), *kinds])

    def offer_records(self, found: Iterable[Found]) -> None:
        """Offer records under the line while somebody types."""
        self._offered = {self._words(one): one for one in found}
        self._list.setStringList(list(self._offered))
        if self.record.hasFocus() and self._offered:
            self._completer.complete()

    # How it is made

    def _span(self, now: float, zone: tzinfo | None) -> tuple[datetime | None, datetime | None]:
        today = datetime.fromtimestamp(now, UTC).astimezone(zone).date()
        match self.when.currentData():
            case "today":
                return _begin(today, zone), None
            case "yesterday":
                return _begin(today - timedelta(days=1), zone), _begin(today, zone)
            case "week":
                return _begin(today - timedelta(days=6), zone), None
            case "range":
                first, last = day_of(self.since.text()), day_of(self.until.text())
                after = _begin(last + timedelta(days=1), zone) if last else None
                return (_begin(first, zone) if first else None), after
        return None, None

    def _words(self, found: Found) -> str:
        return f"{kind_word(found.kind)}: {plain(found.label or found.id, 80)}"

    def _connect(self) -> None:
        for choice in (self.who, self.what, self.verdict):
            choice.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.kind.currentIndexChanged.connect(lambda _: self._kind_changed())
        self.when.currentIndexChanged.connect(lambda _: (self._show_days(), self.changed.emit()))
        for entry in (self.since, self.until):
            entry.editingFinished.connect(self.changed.emit)
        self._timer.timeout.connect(lambda: self.typed.emit(self.kind.currentData() or "", self.record.text().strip()))
        self.record.textEdited.connect(self._edited)
        self.record.returnPressed.connect(self._entered)
        self._completer = QCompleter(self._list, self.record)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.activated.connect(self._take)
        self.record.setCompleter(self._completer)

    def _kind_changed(self) -> None:
        self._chosen = None
        self.record.clear()
        self.changed.emit()

    def _edited(self, text: str) -> None:
        if self._chosen is not None:
            self._chosen = None
            self.changed.emit()
        if text.strip():
            self._timer.start()

    def _entered(self) -> None:
        if self._chosen is None and len(self._offered) == 1:
            self.choose_record(next(iter(self._offered.values())))

    def _take(self, words: str) -> None:
        found = self._offered.get(words)
        if found is not None:
            self.choose_record(found)

    def _show_days(self) -> None:
        ranged = self.when.currentData() == RANGE
        for part in (self.since, self.to, self.until):
            part.setVisible(ranged)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        days = QHBoxLayout()
        days.setSpacing(6)
        for part in (self.when, self.since, self.to, self.until):
            days.addWidget(part)
        days.addStretch(1)
        record = QHBoxLayout()
        record.setSpacing(6)
        record.addWidget(self.kind)
        record.addWidget(self.record, 1)
        for entry in (self.since, self.until):
            entry.setMaximumWidth(112)
            entry.setMaxLength(10)
        self.record.setMaxLength(120)
        self.record.setClearButtonEnabled(True)
        wide = {self.who: 130, self.what: 170, self.verdict: 142, self.kind: 112, self.when: 120}
        for choice, pixels in wide.items():
            choice.setFixedWidth(pixels)
        parts: list[tuple[Text, QWidget | QHBoxLayout, QWidget]] = [
            (self.labels[0], self.who, self.who),
            (self.labels[1], self.what, self.what),
            (self.labels[2], days, self.when),
            (self.labels[3], record, self.record),
            (self.labels[4], self.verdict, self.verdict),
        ]
        for column, (label, part, buddy) in enumerate(parts):
            label.setBuddy(buddy)
            grid.addWidget(label, 0, column)
            if isinstance(part, QHBoxLayout):
                grid.addLayout(part, 1, column)
            else:
                grid.addWidget(part, 1, column, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.clear, 1, len(parts))
        grid.setColumnStretch(3, 1)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        names = (self.tr("&Who"), self.tr("Wha&t"), self.tr("Whe&n"), self.tr("&Record"), self.tr("&Outcome"))
        for label, name in zip(self.labels, names, strict=True):
            label.setText(name)
        when = [(ALWAYS, self.tr("At any time")), (TODAY, self.tr("Today")), (YESTERDAY, self.tr("Yesterday"))]
        _fill(self.when, [*when, (WEEK, self.tr("Last 7 days")), (RANGE, self.tr("From … to …"))])
        _fill(self.verdict, [("", self.tr("Any outcome")), *((each.value, verdict_word(each)) for each in Verdict)])
        self.offer(self._choices)
        self.to.say(self.tr("to"))
        self.record.setPlaceholderText(self.tr("Name, number or id"))
        for entry, words in ((self.since, self.tr("First day")), (self.until, self.tr("Last day"))):
            entry.setPlaceholderText(self.tr("YYYY-MM-DD"))
            entry.setAccessibleName(words)
        self.kind.setAccessibleName(self.tr("Kind of record"))
        self.clear.name_silently(self.tr("Show everything again"))
        if self._chosen is not None:
            self.name_record(self._chosen)
        self._show_days()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def day_of(text: str) -> date | None:
    """The day that was typed; None for what is none."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def time_of(text: str, zone: tzinfo | None) -> datetime | None:
    """The time that was typed ("2026-11-21 14:30", or a day: its end); None for what is none."""
    try:
        told = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    if told.tzinfo is not None:
        return told
    at = told + timedelta(days=1) if day_of(text) is not None else told
    return (at.replace(tzinfo=zone) if zone is not None else at).astimezone(UTC)


def _begin(day: date, zone: tzinfo | None) -> datetime:
    """When a day of the factory begins."""
    at = datetime.combine(day, time())
    return (at.replace(tzinfo=zone) if zone is not None else at).astimezone(UTC)


def _fill(choice: Choice, entries: list[tuple[str, str]]) -> None:
    chosen = choice.currentData()
    choice.blockSignals(True)
    choice.clear()
    for key, words in entries:
        choice.addItem(words, key)
    choice.setCurrentIndex(max(0, choice.findData(chosen)))
    choice.blockSignals(False)
    choice.updateGeometry()
