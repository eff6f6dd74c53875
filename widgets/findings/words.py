"""What people read about findings and red tags."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from console.app.queries.rounds import FindingShown
from console.domain.actions import Action
from console.domain.findings import Closing, Fate

translate = QCoreApplication.translate
CLOSING: dict[Closing, str] = {
    Closing.BARE: QT_TRANSLATE_NOOP("findingwords", "No owner yet"),
    Closing.OPEN: QT_TRANSLATE_NOOP("findingwords", "Open"),
    Closing.DONE: QT_TRANSLATE_NOOP("findingwords", "Wants a re-check"),
    Closing.CLOSED: QT_TRANSLATE_NOOP("findingwords", "Closed"),
    Closing.WITHDRAWN: QT_TRANSLATE_NOOP("findingwords", "Withdrawn"),
}
CLOSING_ICON = {
    Closing.BARE: "user-x",
    Closing.OPEN: "square",
    Closing.DONE: "eye",
    Closing.CLOSED: "circle-check",
    Closing.WITHDRAWN: "x",
}
FATES: dict[Fate, str] = {
    Fate.KEEP: QT_TRANSLATE_NOOP("findingwords", "Keep it here"),
    Fate.MOVE: QT_TRANSLATE_NOOP("findingwords", "Move it to…"),
    Fate.RETURN: QT_TRANSLATE_NOOP("findingwords", "Return it"),
    Fate.REPAIR: QT_TRANSLATE_NOOP("findingwords", "Repair it"),
    Fate.SELL: QT_TRANSLATE_NOOP("findingwords", "Sell it"),
    Fate.SCRAP: QT_TRANSLATE_NOOP("findingwords", "Scrap it"),
}
DECIDED: dict[Fate, str] = {
    Fate.KEEP: QT_TRANSLATE_NOOP("findingwords", "Kept here"),
    Fate.MOVE: QT_TRANSLATE_NOOP("findingwords", "Moved"),
    Fate.RETURN: QT_TRANSLATE_NOOP("findingwords", "Returned"),
    Fate.REPAIR: QT_TRANSLATE_NOOP("findingwords", "Repaired"),
    Fate.SELL: QT_TRANSLATE_NOOP("findingwords", "Sold"),
    Fate.SCRAP: QT_TRANSLATE_NOOP("findingwords", "Scrapped"),
}


class FindingCounts(QObject):
    """Words with a number in them; both languages have their plurals."""

    def age(self, days: int) -> str:
        """How old it is."""
        return self.tr("%n day(s)", "", days) if days else self.tr("today")

    def again(self, times: int) -> str:
        """How often the same was found before."""
        return self.tr("found %n time(s) before", "", times)

    def late(self, days: int) -> str:
        """How long its day is over."""
        return self.tr("%n day(s) overdue", "", days)


def closing_word(closing: Closing) -> str:
    """How far a finding is."""
    return translate("findingwords", CLOSING[closing])


def fate_word(fate: Fate) -> str:
    """What somebody can decide about a thing."""
    return translate("findingwords", FATES[fate])


def decided_word(fate: Fate) -> str:
    """What was decided about a thing."""
    return translate("findingwords", DECIDED[fate])


def waiting_action(shown: FindingShown) -> Action | None:
    """The action on which a finding waits: its youngest that is to be done or re-checked."""
    return _last(action for action in shown.actions if action.to_do) or _last(a for a in shown.actions if a.open)


def _last(actions: Iterable[Action]) -> Action | None:
    found = list(actions)
    return found[-1] if found else None
