"""Beside the board: what the cursor is on, what the draft does, and what somebody else changed meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import tzinfo

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from console.app.planned import Effect, Planner
from console.domain.plan_draft import Differs
from console.domain.planning import Delay
from widgets.cards import Button, OneLine, Text
from widgets.numbers import percent
from widgets.plain import plain
from widgets.plan.words import NARROW, length, near, place_word, whole_when
from widgets.theme import color, themes

MOST = 12  # rows of a list
WIDE = 336


class Section(QWidget):
    """A title over lines that are made anew."""

    def __init__(self) -> None:
        super().__init__()
        self.title = Text("text", 14, 600)
        self._lines: list[Text] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addLayout(self._rows)

    def fill(self, rows: Iterable[QWidget]) -> None:
        """Show these rows instead of those before."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._lines = []
        for row in rows:
            self._rows.addWidget(row)
            row.show()

    def say(self, lines: Iterable[tuple[str, str]]) -> None:
        """Show lines of text with their colour role; labels that are there are used again."""
        wanted = list(lines)
        while len(self._lines) < len(wanted):
            self._lines.append(Text("text", 13, wrap=True))
            self._rows.addWidget(self._lines[-1])
        for i, line in enumerate(self._lines):
            if i < len(wanted):
                line.paint_as(wanted[i][1])
                line.say(wanted[i][0])
            line.setVisible(i < len(wanted))


class PlanPanel(QScrollArea):
    """Shows a planner; `take` and `keep` decide about an order that somebody else changed."""

    opened = Signal(str)  # the order
    take = Signal(str)
    keep = Signal(str)

    def __init__(self, planner: Planner) -> None:
        super().__init__()
        self._planner = planner
        self._names: Mapping[str, str] = {}
        self._zone: tzinfo | None = None
        self._order = ""
        self.here, self.differ, self.effect, self.rush = Section(), Section(), Section(), Section()
        self.open = Button("external-link", lambda: self.opened.emit(self._order))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(WIDE)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(18)
        for part in (self.differ, self.effect, self.here, self.rush):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addWidget(self.open)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.setWidget(inside)
        themes.changed.connect(self._dress)
        self._dress()
        self.retranslate()

    def show_names(self, names: Mapping[str, str], zone: tzinfo | None) -> None:
        """What lines are called, and the zone of times."""
        self._names, self._zone = names, zone

    def show_here(self, lines: list[str], order: str) -> None:
        """What the cursor is on: lines of text, and the order among them."""
        self._order = order
        head = self.tr("Nothing is chosen")
        self.here.title.say(plain(lines[0], 120) if lines else head)
        self.here.title.setWordWrap(True)
        hint = self.tr("Arrows move over the board; Ctrl with an arrow moves an order by a shift or to another line.")
        rest = [(line, "text_muted") for line in lines[1:]] if lines else [(hint, "text_faint")]
        self.here.say(rest)
        self.open.setVisible(bool(order))
        found = self._planner.rush_delays(order) if order else ()
        self.rush.setVisible(bool(found))
        if found:
            late = [one for one in found if one.becomes_late]
            later = [one for one in found if (one.seconds or 0.0) > 0 and not one.becomes_late]
            self.rush.say([*self._late(late), *self._later(later)])

    def show_draft(self) -> None:
        """What the draft does, and what differs."""
        planner = self._planner
        tries = bool(planner.draft.placed)
        self.effect.setVisible(tries)
        if tries:
            self.effect.say(self._effect(planner.effect))
        differs = planner.draft.differs(planner.known)
        self.differ.setVisible(bool(differs))
        self.differ.fill([self._differing(one) for one in differs[:MOST]])

    def _effect(self, effect: Effect) -> list[tuple[str, str]]:
        late, later = effect.late, [one for one in effect.delays if (one.seconds or 0.0) > 0 and not one.becomes_late]
        sooner = [one for one in effect.delays if (one.seconds or 0.0) < 0]
        found: list[tuple[str, str]] = []
        found += self._late(late)
        was, will = effect.changeover
        words = self.tr("Changeovers: {0} before, {1} after").format(length(was), length(will))
        found.append((words, "text" if will <= was + 1 else "warning"))
        found += self._loads(effect)
        found += self._later(later)
        if sooner:
            found.append((self.tr("Finishes %n order(s) earlier:", "", len(sooner)), "text"))
            found += self._delays(sooner[::-1], "text_muted")
        return found

    def _late(self, late: list[Delay]) -> list[tuple[str, str]]:
        if not late:
            return [(self.tr("No order becomes late that is in time."), "good")]
        return [(self.tr("Makes %n order(s) late:", "", len(late)), "bad"), *self._delays(late, "text")]

    def _later(self, later: list[Delay]) -> list[tuple[str, str]]:
        if not later:
            return []
        return [(self.tr("Delays %n order(s):", "", len(later)), "text"), *self._delays(later, "text_muted")]

    def _delays(self, delays: Iterable[Delay], role: str) -> list[tuple[str, str]]:
        delays = list(delays)
        found = []
        for one in delays[:MOST]:
            now, seconds = self._planner.now, one.seconds or 0.0
            number = plain(one.order.number, 60)
            first = self.tr("{0}: {1} later") if seconds > 0 else self.tr("{0}: {1} earlier")
            then = f"{near(one.before, now, self._zone)} → {near(one.after, now, self._zone)}"
            words = f"{first.format(number, length(seconds))}\n{then}"
            found.append((words, role))
        if len(delays) > MOST:
            found.append((self.tr("and %n more", "", len(delays) - MOST), "text_faint"))
        return found

    def _loads(self, effect: Effect) -> list[tuple[str, str]]:
        found = []
        for line, after in effect.after.items():
            before = effect.before[line]
            for key, cell in after.shifts.items():
                was = before.shifts.get(key)
                if was is None or abs(was.share - cell.share) < 0.005:
                    continue
                place = place_word(self._names.get(line, line), *key)
                words = self.tr("{0}: {1} → {2}").format(place, percent(was.share, 0), percent(cell.share, 0))
                words = words.replace(" %", f"{NARROW}%").replace(" → ", f"{NARROW}→{NARROW}")
                found.append((words, "bad" if cell.excess and not was.excess else "text_muted"))
        if found:
            found.insert(0, (self.tr("Loads:"), "text"))
        if len(found) > MOST + 1:
            rest = self.tr("and %n more", "", len(found) - MOST - 1)
            found = [*found[: MOST + 1], (rest, "text_faint")]
        return found

    def _differing(self, one: Differs) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        title, seen, now = OneLine("warning", 13, 600), Text("text_muted", 13, wrap=True), Text("text", 13, wrap=True)
        title.say(plain(one.seen.number, 60))
        seen.say(self.tr("You saw: {0}").format(self._said(one, seen=True)))
        now.say(self.tr("Now: {0}").format(self._said(one, seen=False)))
        for part in (title, seen, now):
            column.addWidget(part)
        buttons = QHBoxLayout()
        take = Button("check", lambda: self.take.emit(one.seen.id))
        take.name(self.tr("Take over theirs"), self.tr("Leave the order where it is now"))
        buttons.addWidget(take)
        if one.now is not None:
            keep = Button("pencil", lambda: self.keep.emit(one.seen.id))
            keep.name(self.tr("Keep mine"), self.tr("Try it all the same; saving puts it where the draft has it"))
            buttons.addWidget(keep)
        buttons.addStretch(1)
        column.addLayout(buttons)
        return row

    def _said(self, one: Differs, seen: bool) -> str:
        order = one.seen if seen else one.now
        if order is None:
            return self.tr("it has ended")
        place = place_word(self._names.get(order.line, order.line), order.planned_day, order.planned_shift)
        due = whole_when(order.due.timestamp() if order.due is not None else None, self._zone)
        return self.tr("{0} · {1} pieces · due {2}").format(place, order.quantity, due)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.setAccessibleName(self.tr("What the plan says"))
        self.effect.title.say(self.tr("What it does"))
        self.differ.title.say(self.tr("Changed by somebody else meanwhile"))
        self.rush.title.say(self.tr("What this rush order does"))
        self.open.name(self.tr("Open the order"))
        self.show_draft()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, color("surface"))
        palette.setColor(palette.ColorRole.Window, color("surface"))
        self.setPalette(palette)
        if self.widget() is not None:
            self.widget().setAutoFillBackground(True)
