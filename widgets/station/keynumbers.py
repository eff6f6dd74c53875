"""The row of numbers of one station, each with what it means one click away."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from console.domain.floor import LineLive, StationLive
from console.domain.progress import Pace, takt_status
from widgets.cards import Card
from widgets.figures.keynumber import KeyNumber
from widgets.numbers import UNKNOWN, decimal, percent, whole
from widgets.times import span


class KeyNumbers(Card):
    """Counts, checks, cycles, waiting pieces and the age of the data."""

    def __init__(self) -> None:
        super().__init__(titled=False)
        self.body.setContentsMargins(6, 4, 6, 4)
        codes = (
            "good",
            "scrap",
            "rework",
            "first_pass",
            "quality",
            "cycle_time",
            "cycle_vs_takt",
            "wip",
            "message_age",
        )
        self.by_code = {code: KeyNumber(code) for code in codes}
        row = QHBoxLayout()
        row.setSpacing(2)
        for number in self.by_code.values():
            row.addWidget(number, 1)
        self.body.addLayout(row)

    def refresh(self, live: StationLive, line: LineLive | None, now: float) -> None:
        """Show the numbers of this moment."""
        self._counts(live)
        self._checks(live)
        self._cycles(live, line.line.takt if line else None)
        wip = {self.tr("Waiting now"): whole(live.wip)}
        self.by_code["wip"].say(whole(live.wip), self.tr("pieces") if live.wip is not None else "", facts=wip)
        age = span(max(now - live.last_heard, 0.0)) if live.last_heard is not None else UNKNOWN
        due = self.tr("expected every {0}").format(span(live.station.expected_interval))
        late = live.last_heard is None or now - live.last_heard > live.station.expected_interval
        self.by_code["message_age"].say(age, due, "no_data_text" if late else "text", {self.tr("Age"): age})

    def retranslate(self) -> None:
        self.by_code["quality"].call_it(self.tr("Good share"))
        for number in self.by_code.values():
            number.retranslate()

    def _counts(self, live: StationLive) -> None:
        facts = {
            self.tr("Good"): whole(live.good),
            self.tr("Scrap"): whole(live.scrap),
            self.tr("Rework"): whole(live.rework),
        }
        shift = self.tr("this shift")
        self.by_code["good"].say(whole(live.good), shift, facts=facts)
        self.by_code["scrap"].say(whole(live.scrap), shift, facts=facts)
        self.by_code["rework"].say(whole(live.rework), shift, facts=facts)
        total = live.good + live.scrap
        share = percent(live.good / total if total > 0 else None)
        self.by_code["quality"].say(share, self.tr("of {0} pieces").format(whole(total)), facts=facts)

    def _checks(self, live: StationLive) -> None:
        checks = live.passed + live.failed
        share = percent(live.passed / checks if checks else None)
        told = self.tr("{0} passed, {1} failed").format(whole(live.passed), whole(live.failed))
        facts = {self.tr("Checks passed"): whole(live.passed), self.tr("Checks failed"): whole(live.failed)}
        self.by_code["first_pass"].say(share, told if checks else self.tr("no checks yet"), facts=facts)

    def _cycles(self, live: StationLive, takt: float | None) -> None:
        ideal, mean = live.station.ideal_cycle, live.cycle_mean
        facts = {
            self.tr("Last cycle"): _seconds(live.cycle),
            self.tr("Mean of the last 20"): _seconds(mean),
            self.tr("Ideal cycle"): _seconds(ideal),
            self.tr("Takt"): _seconds(takt),
        }
        note = self.tr("mean {0}, ideal {1}").format(_seconds(mean), _seconds(ideal))
        self.by_code["cycle_time"].say(_seconds(live.cycle), note, facts=facts)
        status = takt_status(mean, takt)
        told = self.tr("takt {0}").format(_seconds(takt)) if takt else self.tr("no takt set")
        tone = "warning" if status.pace is Pace.SLOW else "text"
        self.by_code["cycle_vs_takt"].say(percent(status.ratio, 0), told, tone, facts)


def _seconds(value: float | None) -> str:
    return UNKNOWN if value is None else QCoreApplication.translate("times", "{0} s").format(decimal(value))
