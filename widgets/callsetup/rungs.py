"""The steps of a ladder: after how many minutes whom to tell, unless the call has got far enough."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from console.domain.andon import Rung, Stage
from console.domain.andon_categories import RUNGS_MOST
from console.domain.people import Role
from widgets.calls.naming import stage_word
from widgets.callsetup.rowlist import ListRow, RowList
from widgets.cards import Choice, Entry, Text
from widgets.numbers import measured
from widgets.people.grants import RoleChoice

UNLESS = (Stage.ACKNOWLEDGED, Stage.ON_SITE, Stage.CONTAINED, Stage.RESOLVED)
NEXT = 300.0  # seconds after the rung before, for one that is added


def seconds_of(text: str) -> float | None:
    """Typed minutes as seconds; None for what is no number of minutes above nothing."""
    try:
        minutes = float(text.strip().replace(",", ".").replace("，", "."))
    except ValueError:
        return None
    return minutes * 60 if 0 < minutes < 1e6 else None


class RungRow(ListRow):
    """One step."""

    def __init__(self, rung: Rung) -> None:
        super().__init__()
        self.after, self.role, self.unless = Entry(measured(rung.after / 60)), RoleChoice(), Choice()
        self.unit, self.words = Text("text_muted", 12), Text("text_muted", 12)
        self.after.setMaximumWidth(58)
        self.role.choose(rung.role)
        for stage in UNLESS:
            self.unless.addItem("", stage.value)
        self.unless.setCurrentIndex(UNLESS.index(rung.unless) if rung.unless in UNLESS else 0)
        self.grid.addWidget(self.after, 0, 0)
        self.grid.addWidget(self.unit, 0, 1)
        self.grid.addWidget(self.role, 0, 2, 1, 2)
        self.grid.addWidget(self.words, 1, 0, 1, 2)
        self.grid.addWidget(self.unless, 1, 2)
        self.grid.addLayout(self.buttons, 1, 3)
        self.grid.setColumnStretch(2, 1)

    def first(self) -> Entry:
        """Where typing begins."""
        return self.after

    @property
    def rung(self) -> Rung | None:
        """What is chosen; None while the minutes are none."""
        seconds = seconds_of(self.after.text())
        if seconds is None:
            return None
        return Rung(seconds, self.role.role, UNLESS[max(0, self.unless.currentIndex())])

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        super().retranslate()
        self.unit.say(self.tr("min, tell"))
        self.words.say(self.tr("unless"))
        self.after.setAccessibleName(self.tr("After minutes"))
        self.unless.setAccessibleName(self.tr("Unless the call is"))
        for at, stage in enumerate(UNLESS):
            self.unless.setItemText(at, stage_word(stage))


class Rungs(RowList[RungRow]):
    """The ladder of a category."""

    def __init__(self) -> None:
        super().__init__(self._next)
        self.retranslate()

    @property
    def ladder(self) -> tuple[Rung, ...] | None:
        """What is chosen; None while some minutes are none."""
        rungs = [row.rung for row in self.rows]
        return None if None in rungs else tuple(rung for rung in rungs if rung is not None)

    def show_ladder(self, ladder: tuple[Rung, ...]) -> None:
        """Show one."""
        self.clear()
        for rung in ladder:
            self.append(RungRow(rung))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        super().retranslate()
        self.add.name(QCoreApplication.translate("Rungs", "Add a step"))

    def _settle(self) -> None:
        super()._settle()
        self.add.setEnabled(len(self.rows) < RUNGS_MOST)

    def _next(self) -> RungRow:
        last = self.rows[-1].rung if self.rows else None
        return RungRow(Rung((last.after if last else 0.0) + NEXT, Role.SUPERVISOR, last.unless if last else UNLESS[0]))
