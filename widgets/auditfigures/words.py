"""What people read in the figures of audits: spreads, changes, days, sections, and the size of a sample."""

from __future__ import annotations

from datetime import datetime, tzinfo

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from console.app.queries.audit_figures import Sheet
from console.domain.audit_figures import Bucket, Rank, Spread, buckets, trend
from console.domain.checklists import Purpose
from widgets.audits.words import purpose_word, said
from widgets.numbers import UNKNOWN, decimal, percent, whole
from widgets.plain import plain

translate = QCoreApplication.translate
MONTHS_FROM = 200  # days from which scores are shown by month
POINTS_MOST = 40  # audits of one area that are shown each
CHOICE = "purpose:"  # before a purpose, where a checklist can be chosen too
SPANS: dict[str, str] = {
    "30": QT_TRANSLATE_NOOP("auditfigures", "Last 30 days"),
    "90": QT_TRANSLATE_NOOP("auditfigures", "Last 90 days"),
    "182": QT_TRANSLATE_NOOP("auditfigures", "Last 6 months"),
    "365": QT_TRANSLATE_NOOP("auditfigures", "Last 12 months"),
    "1096": QT_TRANSLATE_NOOP("auditfigures", "Last 3 years"),
}


class Counts(QObject):
    """Words with a number in them; both languages have their plurals."""

    def audits(self, n: int) -> str:
        """How many audits."""
        return self.tr("%n audit(s)", "", n)

    def findings(self, n: int) -> str:
        """How many findings."""
        return self.tr("%n finding(s)", "", n)

    def unanswered(self, n: int) -> str:
        """How many items wait."""
        return self.tr("%n item(s) without an answer", "", n)

    def absent(self, n: int) -> str:
        """How many pictures are not here."""
        return self.tr("%n picture(s) not shown here", "", n)

    def fewer(self, n: int) -> str:
        """That too few audits are there for a rank."""
        return self.tr("Fewer than %n audits: shown, not ranked", "", n)


def span_word(key: str) -> str:
    """How long a time is looked at."""
    return translate("auditfigures", SPANS[key])


def change_words(now: float | None, before: float | None) -> str:
    """By how many points in a hundred a share changed; "" where one is not known."""
    if now is None or before is None:
        return ""
    points = round((now - before) * 100)
    number = f"+{points}" if points > 0 else f"−{-points}" if points < 0 else "±0"
    return translate("auditfigures", "{0} points").format(number)


def spread_words(spread: Spread | None) -> str:
    """From the lowest to the highest: 62–88 %."""
    if spread is None:
        return UNKNOWN
    return f"{whole(spread.low * 100)}–{percent(spread.high, 0)}"


def deviation_words(spread: Spread | None) -> str:
    """How far audits lie apart: ± 6."""
    if spread is None or spread.deviation is None:
        return UNKNOWN
    return f"± {decimal(spread.deviation * 100, 1)}"


def days_words(days: float | None) -> str:
    """Median days; a dash where nothing is closed."""
    return translate("auditfigures", "{0} d").format(decimal(days, 1)) if days is not None else UNKNOWN


def rank_words(row: Rank) -> str:
    """1, 2, 3; "few" where too few audits are there."""
    return str(row.rank) if row.rank else translate("auditfigures", "few")


def day_words(at: datetime, zone: tzinfo) -> str:
    """A day on the plant's calendar."""
    return at.astimezone(zone).date().isoformat()


def section_word(sheet: Sheet, key: str) -> str:
    """What a section is called."""
    return said(sheet.section_words[key], 60) if key in sheet.section_words else plain(key, 60)


def item_word(sheet: Sheet, template: str, item: str) -> str:
    """What is asked."""
    words = sheet.item_words.get((template, item))
    return said(words, 200) if words is not None else plain(item, 60)


def person_word(sheet: Sheet, person: str) -> str:
    """What somebody is called."""
    return plain(sheet.names.get(person, ""), 60) or UNKNOWN


def chosen_words(sheet: Sheet) -> str:
    """Which checklists the figures are of."""
    wanted = sheet.wanted
    named = next((said(one.name, 80) for one in sheet.templates if one.id == wanted.template), "")
    if named:
        return named
    if wanted.purpose:
        return purpose_word(Purpose(wanted.purpose))
    return translate("auditfigures", "Every checklist")


def points_of(sheet: Sheet, place: str = "", section: str = "") -> tuple[Bucket, ...]:
    """What a line shows: each audit of one area, else means by week or month."""
    found = [one for one in sheet.looked if place in ("", one.place)]
    points = trend(found, section)
    if place and len(points) <= POINTS_MOST:
        return points
    return buckets(points, sheet.wanted.zone, not by_month(sheet))


def by_month(sheet: Sheet) -> bool:
    """Whether the time is so long that months are shown."""
    return (sheet.wanted.until - sheet.wanted.since).days > MONTHS_FROM
