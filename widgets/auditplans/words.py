"""What people read about planned rounds: rhythms, how a round stands, days of a calendar."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from console.domain.audit_plans import AuditPlan, Decided, Rhythm, Stand, Standing
from widgets.callsetup.setupwords import day_word
from widgets.numbers import percent
from widgets.plain import plain
from widgets.times import short_day, week_day

translate = QCoreApplication.translate
STANDS: dict[Stand, tuple[str, str, str]] = {  # word, icon, colour role
    Stand.AHEAD: (QT_TRANSLATE_NOOP("auditplans", "Ahead"), "calendar-clock", "text_faint"),
    Stand.OPEN: (QT_TRANSLATE_NOOP("auditplans", "Begun"), "play", "text"),
    Stand.OVERDUE: (QT_TRANSLATE_NOOP("auditplans", "Overdue"), "timer", "warning"),
    Stand.MISSED: (QT_TRANSLATE_NOOP("auditplans", "Missed"), "calendar-x", "bad"),
    Stand.DONE: (QT_TRANSLATE_NOOP("auditplans", "Done"), "circle-check", "text_muted"),
    Stand.LATE: (QT_TRANSLATE_NOOP("auditplans", "Done late"), "history", "text_muted"),
    Stand.APPROVED: (QT_TRANSLATE_NOOP("auditplans", "Miss approved"), "badge-check", "text_muted"),
}
RHYTHMS: dict[Rhythm, str] = {
    Rhythm.DAY: QT_TRANSLATE_NOOP("auditplans", "Days"),
    Rhythm.WEEK: QT_TRANSLATE_NOOP("auditplans", "Weeks"),
    Rhythm.MONTH: QT_TRANSLATE_NOOP("auditplans", "Months"),
}


def stand_word(stand: Stand) -> str:
    """How a round stands."""
    return translate("auditplans", STANDS[stand][0])


def stand_mark(stand: Stand) -> tuple[str, str]:
    """The icon of that, and its colour role."""
    return STANDS[stand][1], STANDS[stand][2]


def rhythm_word(rhythm: Rhythm) -> str:
    """What a plan counts in."""
    return translate("auditplans", RHYTHMS[rhythm])


def rhythm_words(plan: AuditPlan) -> str:
    """When a plan comes round: every 2 weeks on Mon, by 12:00."""
    by, every = minutes_written(plan.by), plan.every
    match plan.rhythm:
        case Rhythm.DAY if every == 1:
            return translate("auditplans", "every day, by {0}").format(by)
        case Rhythm.DAY:
            return translate("auditplans", "every {1} days, by {0}").format(by, every)
        case Rhythm.WEEK if every == 1:
            return translate("auditplans", "every {1}, by {0}").format(by, day_word(plan.weekday))
        case Rhythm.WEEK:
            words = translate("auditplans", "every {2} weeks on {1}, by {0}")
            return words.format(by, day_word(plan.weekday), every)
    if every == 1:
        return translate("auditplans", "every month on day {1}, by {0}").format(by, plan.since.day)
    return translate("auditplans", "every {2} months on day {1}, by {0}").format(by, plan.since.day, every)


def places_words(plan: AuditPlan) -> str:
    """How many places each time: 3 of 12, or 12."""
    count = len(plan.places)
    if 0 < plan.sample < count:
        return translate("auditplans", "{0} of {1}").format(plan.sample, count)
    return str(count)


def turn_words(plan: AuditPlan) -> str:
    """How a sample is drawn, in a sentence; "" where all places come each time."""
    count = len(plan.places)
    if not 0 < plan.sample < count:
        return ""
    times = -(-count // plan.sample)
    words = translate(
        "auditplans", "Drawn fairly: each of {0} places comes once before any comes twice, within {1} times."
    )
    return words.format(count, times)


def minutes_written(minutes: int) -> str:
    """Minutes after midnight as a clock shows them: 12:00."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def day_words(day: date, today: date) -> str:
    """The same, with the word for the days around today."""
    near = {
        -1: translate("auditplans", "yesterday"),
        0: translate("auditplans", "today"),
        1: translate("auditplans", "tomorrow"),
    }.get((day - today).days)
    if not near:
        return week_day(day)
    return f"{near} · {short_day(day)}"


def note_words(one: Standing, zone: tzinfo | None) -> str:
    """What was decided about a round, and what it came to."""
    parts: list[str] = []
    decision, run = one.decision, one.run
    if decision is not None and decision.what is Decided.MOVED:
        before = one.round.due.astimezone(zone)
        when = f"{week_day(before.date())} {before:%H:%M}"
        parts.append(translate("auditplans", "moved from {0}: {1}").format(when, plain(decision.why, 120)))
    elif decision is not None:
        parts.append(plain(decision.why, 160))
    if run is not None and run.points is not None and run.most:
        parts.append(percent(run.points / run.most))
    return " · ".join(parts)


def local_day(at: datetime, zone: tzinfo | None) -> date:
    """The day of a time on the plant's clock."""
    return at.astimezone(zone).date()
