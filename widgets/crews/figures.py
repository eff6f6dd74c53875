"""How the chosen crew does: figures with sample sizes, and what differs clearly at the same line and product."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from console.app.crewlook import CrewSheet, Wanted, ask_figures
from console.domain.crew_figures import ENOUGH, Comparison, CrewFigures, Middle, Side, Verdict
from console.domain.errors import Refusal
from widgets.attachments.later import while_there
from widgets.cards import Card, Choice, OneLine, Text
from widgets.crews.lines import Line, LineGrid, Lines
from widgets.crews.words import measure_word, value_words, verdict_words
from widgets.numbers import UNKNOWN, percent, whole
from widgets.people.words import place_words
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.times import span

if TYPE_CHECKING:
    from console.app.console import Console

DAYS = (7, 30, 90)
ACROSS, NARROW = 5, 820  # tiles beside each other; pixels below which there are fewer
AGAIN = 300.0  # seconds after which the past is read again


class CrewTile(QWidget):
    """A name, a value, and what it rests on."""

    def __init__(self) -> None:
        super().__init__()
        self.name, self.value, self.note = (
            OneLine("text_faint", 12),
            OneLine("text", 18, 600),
            OneLine("text_muted", 12),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(1)
        for part in (self.name, self.value, self.note):
            column.addWidget(part)

    def say(self, name: str, value: str, note: str) -> None:
        """Show them."""
        self.name.say(name)
        self.value.say(value)
        self.value.paint_as("text_faint" if value == UNKNOWN else "text")
        self.note.say(note)
        self.setAccessibleName(f"{name}: {value}. {note}")


class CrewResults(Card):
    """Reads the period once for all crews; shows one of them."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self.sheet: CrewSheet | None = None
        self._crew = ""
        self._wanted: Wanted | None = None
        self._read_at = -1e18
        self.period = Choice()
        self.period.addItems([""] * len(DAYS))
        self.period.setCurrentIndex(1)
        self.period.setMinimumWidth(140)
        self.period.currentIndexChanged.connect(lambda _: self.read())
        self.tools.addWidget(self.period)
        self.tiles = [CrewTile() for _ in range(10)]
        self.said, self.fair = Text("text_muted", 13, wrap=True), Text("text_muted", 12, wrap=True)
        self.heading = Text("text", 13, 600)
        self.model = Lines(
            lambda: (
                self.tr("Line"),
                self.tr("Product"),
                self.tr("Figure"),
                self.tr("This crew"),
                self.tr("Other crews"),
                self.tr("What can be said"),
            )
        )
        self.list = LineGrid(self.model, (150, 100, 230, 150, 150, 160), stretch=5, most=12, spare=(4, 3))
        self._tiles = QGridLayout()
        self._tiles.setHorizontalSpacing(18)
        self._place(ACROSS)
        self.body.addWidget(self.said)
        self.body.addLayout(self._tiles)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.list)
        self.body.addWidget(self.fair)
        self.retranslate()

    def show_crew(self, crew: str) -> None:
        """Show another crew; the past is read again when what is known has become old."""
        self._crew = crew
        if self._console.now() - self._read_at > AGAIN:
            self.read()
        self._show()

    def read(self) -> None:
        """Read the chosen period."""
        if self._wanted is not None:
            self._wanted.stop()
        self._read_at = self._console.now()
        until = datetime.fromtimestamp(self._console.now(), UTC)
        since = until - timedelta(days=DAYS[max(0, self.period.currentIndex())])
        self.said.say(self.tr("Reading…"))
        self.said.show()
        later = while_there
        self._wanted = ask_figures(self._console, since, until, later(self, self._came), later(self, self._cannot))

    def forget(self) -> None:
        """What crews are has changed: read again when it is next shown."""
        self._read_at = -1e18

    def _came(self, sheet: CrewSheet) -> None:
        self.sheet, self._wanted = sheet, None
        self._show()

    def _cannot(self, refusal: Refusal) -> None:
        self._wanted = None
        self.said.say(words_of(refusal))
        self.said.show()

    # Showing

    def _show(self) -> None:
        if self.sheet is None:
            self._reveal(False)
            return
        mine = next((one for one in self.sheet.figures if one.crew == self._crew), None)
        self._reveal(mine is not None)
        if mine is None:
            self.said.say(self.tr("There are no figures of a crew that is not in use."))
            self.said.setVisible(bool(self._crew))
            return
        for tile, words in zip(self.tiles, self._words(mine), strict=True):
            tile.say(*words)
        lines = [line for one in self.sheet.comparisons if (line := self._line(one)) is not None]
        self.model.show_lines(lines)
        self.list.setVisible(bool(lines))
        self.heading.setVisible(True)
        self.fair.say(self._fair(bool(lines)))
        self.said.setVisible(not mine.shifts and self._wanted is None)
        if not mine.shifts and self._wanted is None:
            self.said.say(
                self.tr(
                    "No shift of this period belongs to this crew. A shift at a line is a crew's when more than half of"
                    " the people on duty there who are in a crew belong to it, by the roster."
                )
            )

    def _reveal(self, there: bool) -> None:
        for part in (*self.tiles, self.heading, self.list, self.fair):
            part.setVisible(there)

    def _words(self, mine: CrewFigures) -> list[tuple[str, str, str]]:
        shifts = self.tr("%n shift(s)", "", mine.shifts)
        no_takt = self.tr("no takt or ideal cycle in the plant file")
        unknown = self.tr("not known")
        plan = self.tr("{0} good, plan {1}").format(whole(mine.good), whole(mine.plan))
        return [
            (self.tr("Output against plan"), percent(mine.of_plan), plan if mine.plan else no_takt),
            (self.tr("Quality"), percent(mine.quality), shifts if mine.quality is not None else unknown),
            (self.tr("OEE"), percent(mine.oee), shifts if mine.oee is not None else unknown),
            (
                self.tr("Availability"),
                percent(mine.availability),
                shifts if mine.availability is not None else unknown,
            ),
            (
                self.tr("5S score"),
                percent(mine.score),
                self.tr("%n audit(s) of its places", "", mine.audits) if mine.audits else self.tr("no audit yet"),
            ),
            (self.tr("Calls answered, median"), *self._middle(mine.acknowledge)),
            (self.tr("Calls resolved, median"), *self._middle(mine.resolve)),
            (
                self.tr("Actions overdue"),
                whole(mine.overdue),
                self.tr("of {0} open now").format(whole(mine.actions)),
            ),
            (self.tr("Lessons written"), whole(mine.lessons), self.tr("into Knowledge")),
            (self.tr("Suggestions"), whole(mine.suggestions), self.tr("not known: no record is kept of them")),
        ]

    def _middle(self, told: Middle) -> tuple[str, str]:
        calls = self.tr("%n call(s)", "", told.n)
        if told.value is None:
            return UNKNOWN, self.tr("{0}, too few to tell").format(calls) if told.n else self.tr("no calls")
        return span(told.value), calls

    def _line(self, one: Comparison) -> Line | None:
        side = next((side for side in one.sides if side.crew == self._crew), None)
        if side is None or not side.n:
            return None
        others = [other for other in one.sides if other.crew != self._crew]
        clear = side.verdict in (Verdict.HIGHER, Verdict.LOWER)
        tones = ("text", "text", "text_muted", "text", "text", "text" if clear else "text_muted")
        cells = (
            place_words(one.line, self._console.floor.plant),
            plain(one.product, 40),
            measure_word(one.measure),
            self._side(one, [side]),
            self._side(one, others),
            verdict_words(side.verdict),
        )
        return Line(f"{one.line}/{one.product}/{one.measure}", cells, tones)

    def _side(self, one: Comparison, sides: Sequence[Side]) -> str:
        n = sum(side.n for side in sides)
        if not n:
            return UNKNOWN
        mean = sum((side.mean or 0.0) * side.n for side in sides) / n
        return self.tr("{0} · %n shift(s)", "", n).format(value_words(one.measure, mean))

    def _fair(self, lines: bool) -> str:
        assert self.sheet is not None
        if not lines:
            words = self.tr("Nothing to compare: no other crew made the same product at the same line in this time.")
        else:
            words = self.tr(
                "Same line and same product only. A difference is told where both sides have {0} shifts or more and it"
                " is larger than three standard errors; everything else lies within the spread."
            ).format(ENOUGH)
        if self.sheet.nobodys:
            words += " " + self.tr("%n shift(s) belong to no crew and are left out.", "", self.sheet.nobodys)
        return words

    # How it is made

    def _place(self, across: int) -> None:
        for at, tile in enumerate(self.tiles):
            self._tiles.addWidget(tile, at // across, at % across, Qt.AlignmentFlag.AlignTop)
        for column in range(ACROSS):
            self._tiles.setColumnStretch(column, 1 if column < across else 0)

    def resizeEvent(self, event: object) -> None:  # noqa: N802
        self._place(ACROSS if self.width() >= NARROW else 3 if self.width() >= NARROW * 2 // 3 else 2)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("How it goes"))
        self.period.setAccessibleName(self.tr("Period of the figures"))
        for at, days in enumerate(DAYS):
            self.period.setItemText(at, self.tr("Last %n day(s)", "", days))
        self.heading.say(self.tr("Beside other crews"))
        self.list.setAccessibleName(self.tr("This crew beside other crews"))
        self.model.retranslate()
        self._show()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
