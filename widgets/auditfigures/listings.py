"""What stands behind each figure, as records in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from console.app.queries.audit_figures import Sheet
from console.app.queries.rounds import FindingShown
from console.domain.audit_figures import Looked
from console.domain.audit_plans import Stand, Standing
from console.domain.findings import RedTag
from widgets.auditfigures.behind import Listing, Record
from widgets.auditfigures.words import person_word
from widgets.audits.words import said
from widgets.findings.words import closing_word, decided_word
from widgets.numbers import percent
from widgets.plain import plain

translate = QCoreApplication.translate


class Listings:
    """Makes the records of one sheet; `place` says what a place is called."""

    def __init__(self, sheet: Sheet, place: Callable[[str], str]) -> None:
        self._sheet, self.place = sheet, place
        self._names = {one.id: said(one.name, 80) for one in sheet.templates}
        self._runs = sheet.by_run
        self._found = {one.finding.id: one for one in sheet.findings}

    def audits(self, title: str, runs: Iterable[str]) -> Listing:
        """Audits, the youngest first."""
        found = sorted((self._runs[run] for run in runs if run in self._runs), key=lambda one: one.at, reverse=True)
        return Listing(title, len(found), lambda: [self._audit(one) for one in found])

    def findings(self, title: str, ids: Iterable[str]) -> Listing:
        """Findings, the oldest first."""
        found = sorted((self._found[id] for id in ids if id in self._found), key=lambda one: one.finding.made)
        return Listing(title, len(found), lambda: [self._finding(one) for one in found])

    def item(self, title: str, runs: Iterable[str], findings: Iterable[str]) -> Listing:
        """Findings of an item, and the audits in which it was weak."""
        found, weak = self.findings(title, findings), self.audits(title, runs)
        return Listing(title, found.count + weak.count, lambda: [*found.records, *weak.records])

    def tags(self, title: str, ids: Iterable[str]) -> Listing:
        """Red tags, the most urgent first."""
        wanted = set(ids)
        found = sorted((tag for tag in self._sheet.tags if tag.id in wanted), key=lambda tag: (tag.decide_by, tag.id))
        return Listing(title, len(found), lambda: [self._tag(tag) for tag in found])

    def rounds(self, title: str) -> Listing:
        """Planned rounds that were due, those that wait first."""
        due = [one for one in self._sheet.standings if one.stand not in (Stand.AHEAD, Stand.OPEN)]
        due.sort(key=lambda one: (one.stand not in (Stand.OVERDUE, Stand.MISSED), -one.due.timestamp()))
        return Listing(title, len(due), lambda: [self._round(one) for one in due])

    def _audit(self, one: Looked) -> Record:
        what = f"{self._names.get(one.template, '')} · {person_word(self._sheet, one.who)}"
        what += " · " + translate("auditfigures", "red line broken") if one.broken else ""
        tone = "bad" if one.passed is False else "text"
        return Record("audits", one.run, self._at(one.at), self.place(one.place), what, percent(one.share, 0), tone)

    def _finding(self, one: FindingShown) -> Record:
        tone = "bad" if one.finding.id in self._sheet.finding_figures.late else "text_muted"
        value = closing_word(one.closing)
        at, place = self._at(one.finding.made), self.place(one.finding.place)
        return Record("findings", one.finding.id, at, place, plain(one.finding.text, 200), value, tone)

    def _tag(self, tag: RedTag) -> Record:
        late = tag.id in self._sheet.tag_figures.late
        value = decided_word(tag.fate) if tag.fate else tag.decide_by.isoformat()
        what = " · ".join(filter(None, (plain(tag.number, 40), plain(tag.thing, 160))))
        tone = "bad" if late else "text_muted"
        return Record("findings", tag.id, self._at(tag.made), self.place(tag.place), what, value, tone)

    def _round(self, one: Standing) -> Record:
        words = {
            Stand.DONE: translate("auditfigures", "in time"),
            Stand.LATE: translate("auditfigures", "late"),
            Stand.OVERDUE: translate("auditfigures", "overdue"),
            Stand.MISSED: translate("auditfigures", "missed"),
            Stand.APPROVED: translate("auditfigures", "missed, approved"),
        }
        signed = one.run is not None and one.stand in (Stand.DONE, Stand.LATE)
        page, subject = ("audits", one.run.id) if signed and one.run is not None else ("auditplans", one.round.id)
        tone = "bad" if one.stand in (Stand.OVERDUE, Stand.MISSED) else "text_muted"
        name = self._names.get(one.round.template, "")
        return Record(page, subject, self._at(one.due), self.place(one.round.place), name, words[one.stand], tone)

    def _at(self, at: datetime) -> str:
        return at.astimezone(self._sheet.wanted.zone).strftime("%Y-%m-%d %H:%M")
