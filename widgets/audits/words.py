"""What people read about rounds: purposes, where, when, how a round stands, what an item wants."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from console.app.queries.rounds import FindingShown
from console.domain.audit_plans import Stand, Standing
from console.domain.checklists import Answer, Asks, Evidence, Item, Purpose, Words
from console.domain.safety import Happened
from widgets.languages import chinese
from widgets.numbers import measured
from widgets.plain import plain
from widgets.times import short_day

translate = QCoreApplication.translate
DAY = 86400.0
PURPOSES: dict[Purpose, str] = {
    Purpose.FIVE_S: QT_TRANSLATE_NOOP("audits", "5S"),
    Purpose.SIX_S: QT_TRANSLATE_NOOP("audits", "6S"),
    Purpose.MAINTENANCE: QT_TRANSLATE_NOOP("audits", "Maintenance"),
    Purpose.START: QT_TRANSLATE_NOOP("audits", "Start of shift"),
    Purpose.PATROL: QT_TRANSLATE_NOOP("audits", "Patrol"),
    Purpose.LAYERED: QT_TRANSLATE_NOOP("audits", "Layered audit"),
    Purpose.BRIEFING: QT_TRANSLATE_NOOP("audits", "Briefing"),
    Purpose.OTHER: QT_TRANSLATE_NOOP("audits", "Other"),
}
HAPPENED: dict[Happened, str] = {
    Happened.HAZARD: QT_TRANSLATE_NOOP("audits", "Hazard"),
    Happened.NEAR_MISS: QT_TRANSLATE_NOOP("audits", "Near miss"),
    Happened.ENVIRONMENT: QT_TRANSLATE_NOOP("audits", "Environmental event"),
    Happened.FIRST_AID: QT_TRANSLATE_NOOP("audits", "First aid"),
    Happened.LOST_TIME: QT_TRANSLATE_NOOP("audits", "Lost time"),
}


class AuditCounts(QObject):
    """Words with a number in them."""

    def overdue(self, days: int) -> str:
        """How late something is."""
        return self.tr("overdue %n day(s)", "", days)

    def photos(self, count: int) -> str:
        """How many pictures a finding has."""
        return self.tr("%n photo(s)", "", count)


def said(words: Words, limit: int = 300) -> str:
    """A text of a checklist in the language of the moment."""
    return plain(words.said(chinese()), limit)


def purpose_word(purpose: Purpose) -> str:
    """What a checklist is for."""
    return translate("audits", PURPOSES[purpose])


def happened_word(what: Happened) -> str:
    """What was reported."""
    return translate("audits", HAPPENED[what])


def day_words(at: datetime, now: datetime, zone: tzinfo | None) -> str:
    """today 13:00, tomorrow 09:00, yesterday 14:00, else the date and the time."""
    there, today = at.astimezone(zone), now.astimezone(zone).date()
    time, days = there.strftime("%H:%M"), (there.date() - today).days
    if days == 0:
        return translate("audits", "today {0}").format(time)
    if days == 1:
        return translate("audits", "tomorrow {0}").format(time)
    if days == -1:
        return translate("audits", "yesterday {0}").format(time)
    return f"{short_day(there.date())} {time}" if there.year == today.year else there.strftime("%Y-%m-%d %H:%M")


def stand_words(one: Standing, now: datetime, zone: tzinfo | None) -> tuple[str, str]:
    """When a round is due and how late it is, with the colour role for it."""
    late = (now - one.due).total_seconds()
    if one.stand is Stand.MISSED:
        return translate("audits", "missed, due {0}").format(day_words(one.due, now, zone)), "bad"
    if one.stand is Stand.OVERDUE and late >= DAY:
        return AuditCounts().overdue(int(late // DAY)), "bad"
    if one.stand is Stand.OVERDUE:
        return translate("audits", "overdue since {0}").format(day_words(one.due, now, zone)), "warning"
    return day_words(one.due, now, zone), "text"


def finding_words(shown: FindingShown, pictures: int) -> str:
    """A finding in one line: what it is, its pictures, who answers for it until when."""
    parts = [translate("audits", "Finding: {0}").format(plain(shown.finding.text, 200))]
    if shown.finding.repeats:
        parts.append(translate("audits", "found again"))
    if pictures:
        parts.append(AuditCounts().photos(pictures))
    if shown.owner:
        parts.append(translate("audits", "owner {0}").format(plain(shown.owner, 40)))
    due = due_of(shown)
    if due is not None:
        parts.append(translate("audits", "due {0}").format(short_day(due)))
    return " · ".join(parts)


def due_of(shown: FindingShown, to_do: bool = False) -> date | None:
    """Until when a finding is to be put right; None where nobody answers for it, or (`to_do`) nothing is left to do."""
    return next((one.due for one in reversed(shown.actions) if (one.to_do if to_do else not one.stage.ended)), None)


def limits_words(item: Item) -> str:
    """The limits of a measure with its unit: 4.5 to 6 bar."""
    unit = f" {plain(item.unit, 20)}" if item.unit else ""
    if item.low is not None and item.high is not None:
        return translate("audits", "{0} to {1}").format(measured(item.low), measured(item.high)) + unit
    if item.low is not None:
        return translate("audits", "at least {0}").format(measured(item.low)) + unit
    if item.high is not None:
        return translate("audits", "at most {0}").format(measured(item.high)) + unit
    return unit.strip()


def wants_words(item: Item) -> list[str]:
    """What is asked of an item beyond an answer, in short words."""
    found = []
    if item.red_line:
        found.append(translate("audits", "red line"))
    if item.weight != 1.0:
        found.append(translate("audits", "weight {0}").format(measured(item.weight)))
    if item.evidence is Evidence.ALWAYS and item.asks is not Asks.PHOTO:
        found.append(translate("audits", "picture wanted"))
    elif item.evidence is Evidence.WEAK:
        found.append(translate("audits", "picture wanted where weak"))
    if item.asks is Asks.MEASURE and limits_words(item):
        found.append(limits_words(item))
    return found


def answer_words(item: Item, answer: Answer | None) -> str:
    """What was answered, for a screen reader and where it is only read."""
    if answer is None:
        return translate("audits", "not answered")
    if answer.skipped:
        return translate("audits", "does not apply")
    if item.asks is Asks.YES_NO:
        return translate("audits", "yes") if answer.value else translate("audits", "no")
    if item.asks is Asks.PHOTO:
        return translate("audits", "picture taken")
    if item.asks is Asks.TEXT:
        return plain(answer.text)
    number = measured(answer.value) if answer.value is not None else ""
    return f"{number} {plain(item.unit, 20)}".strip() if item.asks is Asks.MEASURE else number
