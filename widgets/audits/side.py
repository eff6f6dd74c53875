"""Beside the items: the score by section, the score over time, what is open here, what happened here, what is next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QSizePolicy

from console.app.queries.rounds import FindingShown
from console.domain.audit_plans import Stand, Standing
from console.domain.checklist_scores import Scored
from console.domain.checklists import Form
from console.domain.findings import RedTag
from widgets.auditfigures.radar import Radar
from widgets.auditfigures.scoreline import ScoreLine
from widgets.audits.lists import Entry, Rows
from widgets.audits.places import Places
from widgets.audits.reading import Past
from widgets.audits.words import AuditCounts, day_words, due_of, happened_word, said, stand_words
from widgets.cards import Card
from widgets.numbers import percent
from widgets.plain import plain
from widgets.times import short_day, span

translate = QCoreApplication.translate
FINDINGS_MOST, NEXT_MOST, LATE_MOST, EACH_MOST = 8, 5, 2, 2


class ScoreCard(Card):
    """The radar: now, and the last time."""

    def __init__(self) -> None:
        super().__init__()
        self.radar = Radar()
        self.radar.setMinimumHeight(230)
        self.body.addWidget(self.radar, 1)

    def show_scores(self, form: Form, now: Scored, last: Scored | None) -> None:
        """Show the shares of a run's sections."""
        ids = [section.id for section in form.sections]
        names = [said(section.words, 40) for section in form.sections]
        before = [last.sections[id].share if id in last.sections else None for id in ids] if last else None
        self.radar.show_scores(names, [now.sections[id].share for id in ids], before)
        self.title.say(self.tr("Score by section"))
        words = self.tr("now {0}").format(percent(now.whole.share, 0))
        if last is not None:
            words += " · " + self.tr("last {0}").format(percent(last.whole.share, 0))
        self.note.say(words)


class HistoryCard(Card):
    """The scores of this checklist here, over time; `asked` carries the run of a point."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.line = ScoreLine()
        self._runs: list[str] = []
        self.body.addWidget(self.line, 1)
        self.line.chosen.connect(self._chosen)

    def show_points(self, past: Past, target: float | None, places: Places) -> None:
        """Show the audits that were signed here."""
        self._runs = [run for _, _, run in past.points]
        self.line.show_points([(at, share) for at, share, _ in past.points], target, places.zone())
        self.title.say(self.tr("Score over time"))
        words = self.tr("%n audit(s)", "", len(past.points))
        if target:
            words += " · " + self.tr("target {0}").format(percent(target, 0))
        self.note.say(words)

    def _chosen(self, index: int) -> None:
        if 0 <= index < len(self._runs):
            self.asked.emit(self._runs[index])


class ListCard(Card):
    """A titled list; `opened` carries another screen and its subject."""

    opened = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.list = Rows()
        self.body.addWidget(self.list)
        self.list.chosen.connect(self._open)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _open(self, key: str) -> None:
        screen, _, subject = key.partition("/")
        self.opened.emit(screen, subject)


class FindingsCard(ListCard):
    """Findings that are not closed and red tags that nobody decided about."""

    def show_open(self, findings: Sequence[FindingShown], tags: Sequence[RedTag], places: Places) -> None:
        """Show those of a place, the latest due first."""
        today = places.now().astimezone(places.zone()).date()
        entries = [_finding(one, places, today) for one in findings]
        entries += [_tag(one, places, today) for one in tags]
        worst = {"bad": 0, "warning": 1}
        entries.sort(key=lambda entry: worst.get(entry.mark, 2))
        self.title.say(self.tr("Findings and red tags"))
        self.note.say(self.tr("%n open", "", len(entries)))
        self.list.show_entries(entries[:FINDINGS_MOST], self.tr("Nothing is open here."))


def _finding(shown: FindingShown, places: Places, today: date) -> Entry:
    found, due = shown.finding, due_of(shown)
    detail, late = places.words(found.place), False
    if due is not None:
        late = due < today
        detail += " · " + due_detail(due, today)
    mark = "bad" if late or found.serious else "warning"
    return Entry(f"findings/{found.id}", plain(found.text, 120), detail, plain(shown.owner, 40), "text_muted", mark)


def _tag(tag: RedTag, places: Places, today: date) -> Entry:
    late = tag.decide_by < today
    title = translate("audits", "Red tag: {0}").format(plain(tag.thing, 100))
    detail = f"{places.words(tag.place)} · {due_detail(tag.decide_by, today)}"
    return Entry(
        f"findings/tag:{tag.id}", title, detail, places.who(tag.owner), "text_muted", "bad" if late else "warning"
    )


def due_detail(due: date, today: date) -> str:
    """due 22 Nov, or overdue 2 days."""
    days = (today - due).days
    if days > 0:
        return AuditCounts().overdue(days)
    return translate("audits", "due {0}").format(short_day(due))


class PastCard(ListCard):
    """The last score, and the last 30 days of stops, calls and reports of the area."""

    def show_past(self, past: Past, places: Places, now: datetime) -> None:
        """Show what the audit opens with."""
        area, zone = past.area, places.zone()
        self.title.say(self.tr("The last 30 days here"))
        self.note.say("")
        entries: list[Entry] = []
        if area.last is not None and area.last.ended is not None:
            share = (
                percent(area.last.points / area.last.most, 0)
                if area.last.most and area.last.points is not None
                else "–"
            )
            when = day_words(area.last.ended, now, zone)
            entries.append(
                Entry(f"audits/{area.last.id}", self.tr("Last audit: {0}").format(share), "", when, "text_muted")
            )
        for stop in area.stops[:EACH_MOST]:
            words = self.tr("Stop {0}").format(span(stop.seconds(now)))
            detail = places.words(stop.place)
            entries.append(Entry(f"stops/{stop.id}", words, detail, day_words(stop.since, now, zone), "text_muted"))
        for call in area.calls[:EACH_MOST]:
            words = self.tr("Call: {0}").format(plain(call.text, 80))
            detail = places.words(call.place)
            entries.append(Entry(f"calls/{call.id}", words, detail, day_words(call.raised, now, zone), "text_muted"))
        for event in area.events[:EACH_MOST]:
            words = f"{happened_word(event.what)}: {plain(event.text, 80)}"
            mark = "bad" if event.urgent and event.closed is None else ""
            when = day_words(event.at, now, zone)
            entries.append(Entry(f"safety/{event.id}", words, places.words(event.place), when, "text_muted", mark))
        self.note.say(self._counts(past))
        self.list.show_entries(entries, self.tr("No stop, no call and no report in 30 days."))

    def _counts(self, past: Past) -> str:
        parts = [
            self.tr("%n stop(s)", "", len(past.area.stops)),
            self.tr("%n call(s)", "", len(past.area.calls)),
            self.tr("%n report(s)", "", len(past.area.events)),
        ]
        return " · ".join(parts)


class NextCard(ListCard):
    """The planned rounds that come next, and those that are late."""

    def show_next(self, standings: Sequence[Standing], places: Places, name_of: Callable[[str], str]) -> None:
        """Show the next ones, of whichever place."""
        self.title.say(self.tr("Next rounds"))
        now, zone = places.now(), places.zone()
        late = [one for one in standings if one.stand in (Stand.OVERDUE, Stand.MISSED)]
        ahead = [one for one in standings if one.stand is Stand.AHEAD]
        entries = []
        for one in [*late[-LATE_MOST:], *ahead][:NEXT_MOST]:
            when, role = stand_words(one, now, zone)
            name = name_of(one.round.template)
            entries.append(
                Entry(f"auditplans/{one.round.id}", f"{places.words(one.round.place)} · {name}", "", when, role)
            )
        self.note.say(self.tr("%n late", "", len(late)) if late else "")
        self.list.show_entries(
            entries, self.tr("No round is planned. Planned rounds says which areas are looked at when.")
        )
