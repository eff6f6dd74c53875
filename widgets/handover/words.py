"""What people read about a handover: how far it is, its facts, its open items, their age and risk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject

from console.app.queries.handovers import HandoverFile
from console.domain.handovers import Fact, Handover, OpenItem, Risk, Signature, Stage, Subject
from console.domain.people import Role
from console.domain.safety import Happened
from console.domain.stations import NoData
from widgets.earlywarnings.words import place_name, sign_word
from widgets.languages import chinese
from widgets.numbers import decimal, percent, whole
from widgets.people.words import role_word
from widgets.plain import plain
from widgets.times import clock, long_day, short_day
from widgets.words import no_data_word

if TYPE_CHECKING:
    from console.app.console import Console

translate = QCoreApplication.translate

RISKS: dict[str, str] = {
    Risk.PLAIN: QT_TRANSLATE_NOOP("handover", "Plain"),
    Risk.RAISED: QT_TRANSLATE_NOOP("handover", "Raised"),
    Risk.HIGH: QT_TRANSLATE_NOOP("handover", "High risk"),
}
RISK_ROLE = {Risk.PLAIN: "border_strong", Risk.RAISED: "warning", Risk.HIGH: "stopped"}
SUBJECTS: dict[str, str] = {
    Subject.CALL: QT_TRANSLATE_NOOP("handover", "Call"),
    Subject.STOP: QT_TRANSLATE_NOOP("handover", "Stop"),
    Subject.ORDER: QT_TRANSLATE_NOOP("handover", "Work order"),
    Subject.ACTION: QT_TRANSLATE_NOOP("handover", "Action"),
    Subject.AUDIT: QT_TRANSLATE_NOOP("handover", "Audit"),
    Subject.ALARM: QT_TRANSLATE_NOOP("handover", "Shelved alarm"),
    Subject.STATION: QT_TRANSLATE_NOOP("handover", "Station"),
    Subject.WARNING: QT_TRANSLATE_NOOP("handover", "Early warning"),
    Subject.SAFETY: QT_TRANSLATE_NOOP("handover", "Safety"),
    Subject.ABSENCE: QT_TRANSLATE_NOOP("handover", "Absence"),
    Subject.NOTE: QT_TRANSLATE_NOOP("handover", "Note"),
}
HAPPENED: dict[str, str] = {
    Happened.HAZARD: QT_TRANSLATE_NOOP("handover", "Hazard"),
    Happened.NEAR_MISS: QT_TRANSLATE_NOOP("handover", "Near miss"),
    Happened.ENVIRONMENT: QT_TRANSLATE_NOOP("handover", "Environmental event"),
    Happened.FIRST_AID: QT_TRANSLATE_NOOP("handover", "First aid"),
    Happened.LOST_TIME: QT_TRANSLATE_NOOP("handover", "Lost time"),
}
PAGES = {
    Subject.CALL: "calls",
    Subject.STOP: "stops",
    Subject.ORDER: "orders",
    Subject.ACTION: "actions",
    Subject.AUDIT: "auditplans",
    Subject.ALARM: "calls",
    Subject.STATION: "station",
    Subject.WARNING: "earlywarnings",
    Subject.SAFETY: "safety",
    Subject.ABSENCE: "crews",
}


@dataclass(frozen=True, slots=True)
class FactRow:
    """One line of a part: its name, its value, the colour role of the value; `page`: what is behind it."""

    name: str
    value: str
    role: str = "text"
    page: str = ""
    subject: str = ""


class HandoverCounts(QObject):
    """Sentences that count."""

    def carried(self, times: int, first: str) -> str:
        """How often something was handed over already."""
        if not first:
            return self.tr("carried %n time(s)", "", times)
        return self.tr("carried %n time(s) since {0}", "", times).format(first)

    def stops(self, count: int) -> str:
        """Stops that nobody explained."""
        return self.tr("%n stop(s) without a reason", "", count)

    def items(self, count: int) -> str:
        """Beside the title of the list."""
        return self.tr("%n item(s) · each must be accepted", "", count)

    def left(self, count: int) -> str:
        """Items that are not answered."""
        return self.tr("%n item(s) without an answer", "", count)

    def days(self, count: int) -> str:
        """How late an action is."""
        return self.tr("%n day(s) overdue", "", count)

    def silent(self, count: int) -> str:
        """Stations of which nothing is known."""
        return self.tr("%n station(s) without data", "", count)

    def missed(self, count: int) -> str:
        """Handovers that nobody made."""
        return self.tr("%n handover(s)", "", count)


def happened_word(code: str) -> str:
    """What kind of safety event it is; "" for a kind that this version does not know."""
    return translate("handover", HAPPENED[code]) if code in HAPPENED else ""


def minute(at: datetime, zone: tzinfo | None) -> str:
    """08:15 at the plant."""
    return clock(at.timestamp(), zone, seconds=False)


def shift_words(shift: str, following: str, day: date) -> str:
    """Day → Evening · 20 Nov 2026."""
    names = f"{plain(shift, 40)} → {plain(following, 40)}" if following else plain(shift, 40)
    return f"{names} · {long_day(day)}"


def subject_word(subject: Subject) -> str:
    """What kind of thing an item is about."""
    return translate("handover", SUBJECTS[subject])


def risk_word(risk: Risk) -> str:
    """How much it matters."""
    return translate("handover", RISKS[risk])


def state_words(handover: Handover | None, missed: bool, zone: tzinfo | None) -> tuple[str, str]:
    """How far it is, and the colour role of these words."""
    if handover is None or handover.stage is Stage.DRAFT:
        if missed:
            return translate("handover", "missed: the shift has ended and nobody has handed over"), "bad"
        if handover is None or handover.filled is None:
            return translate("handover", "not begun; shown as the record is now"), "text_faint"
        words = translate("handover", "draft, filled from the live record {0}")
        return words.format(minute(handover.filled, zone)), "text_faint"
    if handover.stage is Stage.HANDED and handover.outgoing is not None:
        words = translate("handover", "signed by {0}; waits for the incoming shift")
        return words.format(plain(handover.outgoing.name, 60)), "warning"
    return translate("handover", "sealed"), "good"


def signature_words(signature: Signature, zone: tzinfo | None) -> str:
    """Who signed, and when."""
    day = signature.at.astimezone(zone).date()
    return f"{plain(signature.name, 60)} · {short_day(day)} {minute(signature.at, zone)}"


class Naming:
    """Names of what a handover mentions by id."""

    def __init__(self, console: Console, names: Mapping[str, str]) -> None:
        self._console, self._names = console, names

    @staticmethod
    def of(console: Console, file: HandoverFile | None) -> Naming:
        """With the names that were read with it."""
        return Naming(console, file.names if file is not None else {})

    def person(self, id: str) -> str:
        """What somebody, or a role, is called."""
        if id in self._names:
            return plain(self._names[id], 60)
        known = self._console.session.rights.people.get(id)
        if known is not None:
            return plain(known.name, 60)
        return role_word(Role(id)) if id in set(Role) else plain(id, 60)

    def place(self, id: str) -> str:
        """Where, in short words."""
        plant = self._console.floor.plant
        wide = next((one for one in (*plant.sites, *plant.areas()) if one.id == id), None)
        return plain(wide.name, 60) if wide is not None else place_name(self._console, id)

    def line(self, id: str) -> str:
        """A line with its whole name: L1 Pump housing."""
        live = next((one for one in self._console.floor.lines if one.line.id == id), None)
        if live is None:
            return plain(id, 60)
        return plain(live.line.name if live.line.name.startswith(id) else f"{id} {live.line.name}", 80)

    def title(self, item: OpenItem) -> str:
        """Where, and what."""
        return " · ".join(filter(None, (self.place(item.place) if item.place else "", self._what(item))))

    def words(self, item: OpenItem, zone: tzinfo | None) -> str:
        """How it stands, what was said, since when and how often it was handed over."""
        since = translate("handover", "since {0} {1}").format(
            short_day(item.since.astimezone(zone).date()), minute(item.since, zone)
        )
        return " · ".join(filter(None, (self._stands(item), plain(item.text, 400), since, age_words(item))))

    def _what(self, item: OpenItem) -> str:
        if item.subject is Subject.AUDIT and self._console.rounds is not None:
            known = self._console.rounds.template(item.title)
            return plain(known.template.name.said(chinese()), 120) if known is not None else subject_word(item.subject)
        if item.subject is Subject.STOP:
            stops = HandoverCounts().stops(int(dict(item.figures).get("stops", 1)))
            return f"{stops} — {plain(item.title, 120)}" if item.title else stops
        if item.subject in (Subject.NOTE, Subject.CALL, Subject.ACTION):
            return plain(item.title, 200)
        if item.subject is Subject.STATION and item.code == "several":
            return HandoverCounts().silent(int(dict(item.figures).get("stations", 1)))
        if item.subject is Subject.STATION:  # its place is its name
            return no_data_word(NoData(item.code)) if item.code in set(NoData) else translate("handover", "No data")
        if item.subject is Subject.ORDER:
            return f"{subject_word(item.subject)} {plain(item.title, 200)}"
        return f"{subject_word(item.subject)} — {plain(item.title, 200)}"

    def _stands(self, item: OpenItem) -> str:
        figures = dict(item.figures)
        match item.subject, item.code:
            case Subject.STOP, _:
                return translate("handover", "{0} min lost").format(decimal(figures.get("minutes"), 0))
            case Subject.ORDER, code:
                made = f"{whole(figures.get('good'))} / {whole(figures.get('quantity'))}"
                return f"{ORDER_STANDS().get(code, '')} {made}".strip()
            case Subject.ACTION, _:
                return HandoverCounts().days(int(figures.get("days", 0)))
            case Subject.AUDIT, "missed":
                return translate("handover", "missed")
            case Subject.AUDIT, _:
                return translate("handover", "overdue")
            case Subject.ALARM, _:
                return translate("handover", "quiet for another {0} min").format(decimal(figures.get("minutes"), 0))
            case Subject.WARNING, code:
                return sign_word_of(code)
            case Subject.SAFETY, code:
                return happened_word(code)
        return ""


def ORDER_STANDS() -> Mapping[str, str]:  # noqa: N802 - read as a table
    """How an order stands, in the language of the moment."""
    return {
        "held": translate("handover", "on hold"),
        "blocked": translate("handover", "blocked"),
        "late": translate("handover", "late"),
    }


def sign_word_of(code: str) -> str:
    """What kind of warning it is; "" for a kind that this version does not know."""
    from console.domain.warning_rules import Sign

    return sign_word(Sign(code)) if code in set(Sign) else ""


def age_words(item: OpenItem) -> str:
    """How often it was handed over already; "" for what is new."""
    if not item.carried:
        return ""
    return HandoverCounts().carried(item.carried, short_day(item.first) if item.first is not None else "")


def tag_words(item: OpenItem) -> str:
    """Whether the record says it, or a person."""
    return translate("handover", "note") if item.subject is Subject.NOTE else translate("handover", "from record")


def where_to(item: OpenItem) -> tuple[str, str]:
    """The screen of its record and the subject; ("", "") for a note."""
    if item.subject is Subject.ALARM:
        return "calls", "shelved"
    if item.subject in (Subject.STOP, Subject.ABSENCE):  # about a station, not about one record
        return PAGES[item.subject], ""
    return PAGES.get(item.subject, ""), item.record


def share_words(fact: Fact) -> str:
    """86.0 %, and how it changed."""
    figures = dict(fact.figures)
    words = percent(figures.get("share"), 0)
    change = round(figures.get("change", 0.0) * 100)
    return f"{words} ({change:+d})".replace("-", "\u2212") if "change" in figures else words
