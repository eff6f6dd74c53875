"""The OEE account as a waterfall: planned time, each loss, and the good time that is left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import floor

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.domain.oee import Account
from console.domain.stations import LossKind
from widgets.cards import Text
from widgets.figures.definition import show_metric
from widgets.losses.barrow import BarRow
from widgets.losses.naming import ROLE, kind_title
from widgets.numbers import decimal, percent
from widgets.times import minutes
from widgets.words import flag_sentence, unknown_sentence

ORDER = (  # as time is lost: first what keeps the line from running, then pace, then pieces
    LossKind.NO_DATA,
    LossKind.STOP,
    LossKind.CHANGEOVER,
    LossKind.STARVED,
    LossKind.BLOCKED,
    LossKind.MICRO_STOP,
    LossKind.SPEED,
    LossKind.QUALITY,
)

WORDS = 136  # pixels for the name of a loss


def together(accounts: Iterable[Account]) -> Account | None:
    """Accounts of several lines as one: seconds and pieces add up, ratios do not and are left out; None for none."""
    given = list(accounts)
    if len(given) < 2:
        return given[0] if given else None
    losses: dict[LossKind, float] = {}
    for account in given:
        for kind, seconds in account.losses.items():
            losses[kind] = losses.get(kind, 0.0) + seconds
    planned, good = sum(a.planned for a in given), sum(a.good_time for a in given)
    return replace(
        given[0],
        planned=planned,
        run=sum(a.run for a in given),
        losses=losses,
        good_time=good,
        total=sum(a.total for a in given),
        good=sum(a.good for a in given),
        availability=None,
        performance=None,
        quality=None,
        oee=good / planned if planned > 0 else None,
        unknown=None if planned > 0 else given[0].unknown,
        flags=frozenset().union(*(a.flags for a in given)),
    )


def in_tenths(seconds: list[float]) -> list[int]:
    """The sum in tenths of minutes, then each part, rounded so that the parts still add up (largest remainder)."""
    exact = [part / 6 for part in seconds]
    whole = [floor(part) for part in exact]
    total = round(sum(exact))
    by_rest = sorted(range(len(exact)), key=lambda place: whole[place] - exact[place])
    for place in by_rest[: total - sum(whole)]:
        whole[place] += 1
    return [total, *whole]


class Waterfall(QWidget):
    """Rows that each open the definition of what they show, and the sum written out below."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = {kind: BarRow(WORDS) for kind in ORDER}
        self.first, self.last = BarRow(WORDS), BarRow(WORDS)
        self.identity, self.ratios = Text("text_muted", 12, wrap=True), Text("text", 13, wrap=True)
        self.doubts = Text("warning", 13, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        for row in (self.first, *self.rows.values(), self.last):
            row.clicked.connect(self._explain)
            column.addWidget(row)
        column.addSpacing(8)
        for text in (self.identity, self.ratios, self.doubts):
            column.addWidget(text)
        column.addStretch(1)

    def refresh(self, account: Account | None) -> None:
        """Show an account; without one only the words why."""
        usable = account is not None and account.planned > 0
        for row in (self.first, *self.rows.values(), self.last):
            row.setVisible(usable)
        self.identity.setVisible(usable)
        if account is None:
            self.ratios.say(self.tr("No shift is on, so no time is planned and none is lost."))
            self.doubts.say("")
            return
        if usable:
            self._bars(account)
        self._sentences(account)

    def _bars(self, account: Account) -> None:
        most = max(account.planned, account.planned - min(account.losses.get(LossKind.SPEED, 0.0), 0.0))
        self.first.say(
            self.tr("Planned time"), minutes(account.planned), (0.0, account.planned / most), "planned_stop", "", True
        )
        level = account.planned
        for kind, row in self.rows.items():
            seconds = account.losses.get(kind, 0.0)
            row.setVisible(abs(seconds) >= 0.5)
            below = level - seconds
            gained = seconds < 0
            words = self.tr("Faster than ideal") if gained else kind_title(kind)
            figure = f"+{minutes(-seconds)}" if gained else f"\u2212{minutes(seconds)}"
            span = (min(level, below) / most, max(level, below) / most)
            share = self.tr("{0} of planned time").format(percent(seconds / account.planned))
            row.say(words, figure, span, "good" if gained else ROLE.get(kind, "bar"), share)
            level = below
        good = max(account.good_time, 0.0)
        self.last.say(self.tr("Good time"), minutes(account.good_time), (0.0, good / most), "running", "", True)

    def _sentences(self, account: Account) -> None:
        parts = [account.good_time, *(account.losses.get(kind, 0.0) for kind in reversed(ORDER))]
        total, *told = (decimal(tenths / 10) for tenths in in_tenths(parts))
        sum_words = " + ".join(part if part[0].isdigit() else f"({part})" for part in told if part != decimal(0.0))
        self.identity.say(self.tr("{0} min = good time + losses = {1} min").format(total, sum_words))
        ratios = (account.availability, account.performance, account.quality)
        if account.oee is not None and None not in ratios:
            self.ratios.say(
                self.tr("Availability {0} × performance {1} × quality {2} = OEE {3}").format(
                    *(percent(ratio) for ratio in ratios), percent(account.oee)
                )
            )
        elif account.oee is not None:
            self.ratios.say(self.tr("Good time / planned time = OEE {0}").format(percent(account.oee)))
        else:
            self.ratios.say(unknown_sentence(account.unknown) if account.unknown else "")
        self.doubts.say(" ".join(flag_sentence(flag) for flag in sorted(account.flags)))
        self.doubts.setVisible(bool(account.flags))

    def _explain(self) -> None:
        row = self.sender()
        if isinstance(row, BarRow):
            code = "planned_time" if row is self.first else "loss_minutes"
            show_metric(self.window(), code, {row.words(): row.figure()})
