"""What a briefing says, part by part, as lines with their icon and colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from console.app.briefings import Made, Post, Sheet
from console.app.queries.briefing import Change, Changed
from console.app.queries.safety import counted_since
from console.domain import handover_content
from console.domain.andon import Severity
from console.domain.checklists import Words
from console.domain.handover_content import ShiftRecord
from console.domain.handovers import OpenItem, Part, Reply, Risk
from console.domain.orders import HOLD, RELEASED, RUNNING, WorkOrder
from console.domain.safety import Happened, days_since
from widgets.callsetup.setupwords import shift_word
from widgets.crews.duty import cover_words
from widgets.earlywarnings.words import place_name
from widgets.languages import languages
from widgets.numbers import percent, whole
from widgets.people.words import place_words, role_word
from widgets.plain import plain
from widgets.safety.words import kind_word
from widgets.times import clock, minutes, short_day, span

if TYPE_CHECKING:
    from console.app.console import Console

translate = QCoreApplication.translate
MOST, TOP = 6, 3  # lines of a part before the rest is only counted; losses that are named
KEYS = ("safety", "handover", "last", "calls", "orders", "people", "changes")
COLUMNS = (("safety", "handover"), ("last", "calls", "orders"), ("people", "changes"))
PAGES = {  # where a part is looked at in whole
    "safety": "safety",
    "handover": "pasthandovers",
    "last": "compare",
    "calls": "calls",
    "orders": "orders",
    "people": "crews",
    "changes": "trail",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `loud` is set in a heavier type."""

    words: str
    tone: str = "text"
    icon: str = ""
    loud: bool = False


def title_of(key: str) -> str:
    """What a part is called."""
    match key:
        case "safety":
            return translate("briefing", "Safety")
        case "handover":
            return translate("briefing", "What was handed over")
        case "last":
            return translate("briefing", "The last shift and yesterday")
        case "calls":
            return translate("briefing", "Open calls")
        case "orders":
            return translate("briefing", "Plan of this shift")
        case "people":
            return translate("briefing", "Who is where")
        case _:
            return translate("briefing", "What is new")


def blocks(console: Console, sheet: Sheet, zone: tzinfo) -> dict[str, tuple[Line, ...]]:
    """Every part with its lines."""
    return {
        "safety": tuple(_safety(console, sheet, zone)),
        "handover": _cut(_handover(console, sheet, zone)),
        "last": tuple(_last(sheet, zone)),
        "calls": _cut(_calls(console, sheet)),
        "orders": _cut(_orders(console, sheet)),
        "people": tuple(_people(console, sheet)),
        "changes": _cut(_changes(sheet, zone)),
    }


def _cut(lines: Iterable[Line]) -> tuple[Line, ...]:
    found = tuple(lines)
    if len(found) <= MOST:
        return found
    more = translate("briefing", "and {0} more").format(len(found) - MOST + 1)
    return (*found[: MOST - 1], Line(more, "text_muted"))


def safety_counted(console: Console, sheet: Sheet, zone: tzinfo) -> date | None:
    """The day from which safe days are counted; None where nothing was ever reported."""
    told = console.safety.since if console.safety is not None else None
    if told is None and sheet.record.first is None:
        return None
    return counted_since(told, sheet.record.first, today_of(sheet, zone), zone)


def _safety(console: Console, sheet: Sheet, zone: tzinfo) -> Iterator[Line]:
    events = sheet.record.events
    today = today_of(sheet, zone)
    first = safety_counted(console, sheet, zone)
    if first is None:
        yield Line(translate("briefing", "Nothing was ever reported here."), "text_muted", "shield")
        return
    for what, words in (
        (Happened.LOST_TIME, translate("briefing", "{0} days without a lost-time accident")),
        (Happened.FIRST_AID, translate("briefing", "{0} days without an injury")),
    ):
        count = days_since(events, what, first, today, zone)
        yield Line(words.format(count), "text", "shield-check" if count else "shield", loud=True)
    fresh = sorted((one for one in events if one.reported >= sheet.record.since), key=lambda one: one.at, reverse=True)
    for event in fresh[:4]:
        text = plain(event.text.partition("\n")[0], 140)
        hurt = event.what in (Happened.FIRST_AID, Happened.LOST_TIME) or event.urgent
        words = f"{kind_word(event.what)} · {place_name(console, event.place)}: {text}"
        yield Line(words, "bad" if hurt else "warning", "triangle-alert")
    if not fresh:
        words = translate("briefing", "Nothing reported since {0}.").format(_when(sheet.record.since, zone))
        yield Line(words, "text_muted", "circle-check")
    waits = sum(one.closed is None for one in events) - sum(one.closed is None for one in fresh)
    if waits > 0:
        words = translate("briefing", "{0} older reports are not closed.").format(waits)
        yield Line(words, "text_muted", "clock")


def _last(sheet: Sheet, zone: tzinfo) -> Iterator[Line]:
    record = sheet.record
    for heading, made, stops in (
        (translate("briefing", "Last shift"), sheet.last, record.shift),
        (translate("briefing", "Yesterday"), sheet.day, record.day),
    ):
        if stops is None:
            continue
        times = f"{_when(stops.begins, zone)} – {clock(stops.ends.timestamp(), zone, seconds=False)}"
        yield Line(f"{heading} · {times}", "text_muted")
        yield Line(*_made_words(made))
        yield from _losses(stops)


def _made_words(made: Made | None) -> tuple[str, str, str, bool]:
    if made is None:
        return translate("briefing", "What was made is not known here."), "text_muted", "circle-help", False
    parts = []
    if made.plan:
        words = translate("briefing", "{0} good of {1} planned ({2})")
        parts.append(words.format(whole(made.good), whole(made.plan), percent((made.good or 0) / made.plan, 0)))
    else:
        parts.append(translate("briefing", "{0} good, no plan known").format(whole(made.good)))
    parts.append(translate("briefing", "quality {0}").format(percent(made.quality)))
    if made.oee is not None:
        parts.append(f"{translate('crews', 'OEE')} {percent(made.oee, 0)}")
    return " · ".join(parts).replace(" %", "\u00a0%"), "text", "chart-line", True


def _losses(shift: ShiftRecord) -> Iterator[Line]:
    facts = [one for one in handover_content.facts(shift) if one.part is Part.LOSSES and one.code != "stopped"]
    for fact in facts[:TOP]:
        texts, figures = dict(fact.texts), dict(fact.figures)
        name = plain(texts.get("reason", ""), 60) or translate("briefing", "Stops without a reason")
        yield Line(f"{name}: {minutes(60 * figures.get('minutes', 0.0))}", "text", "octagon-pause")
    if not facts:
        yield Line(translate("briefing", "No stops."), "text_muted", "circle-check")


def _calls(console: Console, sheet: Sheet) -> Iterator[Line]:
    order = [Severity.CRITICAL, Severity.MAJOR]
    now = sheet.record.shift.now
    open_now = [call for call in sheet.record.shift.calls if call.closed is None and not call.rejected]
    rank = {severity: at for at, severity in enumerate(order)}
    for call in sorted(open_now, key=lambda one: (rank.get(one.severity, len(order)), one.raised)):
        category = sheet.record.shift.categories.get(call.category)
        what = plain(call.text or call.code or (category.name if category is not None else ""), 100)
        age = span((now - call.raised).total_seconds())
        tone = "bad" if call.severity is Severity.CRITICAL else "text"
        words = f"{place_name(console, call.place)} · {what} · {age}"
        yield Line(words, tone, "siren")
    if not open_now:
        yield Line(translate("briefing", "No call is open."), "text_muted", "circle-check")


def _orders(console: Console, sheet: Sheet) -> Iterator[Line]:
    shift = sheet.shift
    held = [one for one in sheet.record.orders if one.column == HOLD or one.blocked]
    running = [one for one in sheet.record.orders if one.column == RUNNING and one not in held]
    planned = [
        one
        for one in sheet.record.orders
        if one.planned_day == shift.day
        and one.planned_shift in ("", shift.name)
        and one not in held
        and one not in running
    ]
    following = [one for one in sheet.record.orders if one.column == RELEASED and one not in (*held, *planned)]
    for order in sorted(held, key=_order_key):
        why = plain(order.blocked, 80)
        words = translate("briefing", "Held: {0}").format(_order_words(console, order))
        yield Line(f"{words} · {why}" if why else words, "warning", "pause")
    for order in sorted(running, key=_order_key):
        yield Line(translate("briefing", "Running: {0}").format(_order_words(console, order)), "text", "play")
    for order in sorted(planned, key=_order_key):
        yield Line(translate("briefing", "Planned: {0}").format(_order_words(console, order)), "text", "calendar-clock")
    for order in sorted(following, key=_order_key)[:TOP]:
        yield Line(translate("briefing", "Next: {0}").format(_order_words(console, order)), "text", "chevron-right")
    if not (held or running or planned or following):
        yield Line(translate("briefing", "No order is planned for this shift."), "text_muted", "info")


def _order_key(order: WorkOrder) -> tuple[str, str, str]:
    return order.line, order.rank, order.number


def _order_words(console: Console, order: WorkOrder) -> str:
    made = f"{whole(order.good)} / {whole(order.quantity)}"
    return f"{place_name(console, order.line)} · {plain(order.number, 40)} · {plain(order.product, 40)} · {made}"


def _people(console: Console, sheet: Sheet) -> Iterator[Line]:
    people, names = sheet.people, sheet.record.names
    plant = console.floor.plant
    if not people.known:
        words = translate("briefing", "Nobody is on the roster here for this shift.")
        yield Line(words, "text_muted", "info")
    by_place: dict[str, list[Post]] = {}
    for post in people.posts:
        by_place.setdefault(post.place, []).append(post)
    comma = translate("roles", ", ")
    for place, posts in by_place.items():
        told = [f"{plain(names.get(post.person, '–'), 60)} ({role_word(post.role)})" for post in posts]
        where = place_words(place, plant) if place else translate("briefing", "Everywhere")
        yield Line(f"{where}: {comma.join(told)}", "text", "map-pin")
    if people.others:
        told = comma.join(plain(names.get(one, "–"), 60) for one in people.others)
        yield Line(f"{plain(people.crew, 60)}: {told}", "text", "users")
    if people.away:
        away = comma.join(plain(names.get(one, "–"), 60) for one in people.away)
        yield Line(translate("briefing", "Absent: {0}").format(away), "warning", "user-x")
    for gap in people.gaps[:MOST]:
        words = translate("briefing", "Nobody here may do {0} alone. Could cover: {1}")
        cover = cover_words(gap.cover, names)
        yield Line(words.format(plain(gap.operation.name, 60), cover), "warning", "graduation-cap")
    if len(people.gaps) > MOST:
        words = translate("briefing", "and {0} more").format(len(people.gaps) - MOST)
        yield Line(words, "warning", "graduation-cap")


def _changes(sheet: Sheet, zone: tzinfo) -> Iterator[Line]:
    found = sorted(sheet.record.changes, key=lambda one: one.at, reverse=True)
    for change in found:
        yield Line(_change_words(change), "text", _CHANGED.get(change.what, "pencil"))
    if not found:
        words = translate("briefing", "Nothing has changed since {0}.").format(_when(sheet.record.since, zone))
        yield Line(words, "text_muted", "circle-check")


_CHANGED = {Changed.CHECKLIST: "list-checks", Changed.ARTICLE: "book-open", Changed.PLANT: "file-text"}


def _change_words(change: Change) -> str:
    name = change.name.said(languages.code.startswith("zh")) if isinstance(change.name, Words) else change.name
    name = plain(name, 80)
    match change.what:
        case Changed.CHECKLIST:
            words = translate("briefing", "New version of the checklist {0}").format(name)
            return f"{words}: {plain(change.note, 80)}" if change.note else words
        case Changed.ARTICLE:
            return translate("briefing", "Written in Knowledge: {0}").format(name)
        case Changed.REASON:
            return translate("briefing", "Reason for stops changed: {0}").format(name)
        case Changed.CATEGORY:
            return translate("briefing", "Category of calls changed: {0}").format(name)
        case Changed.RULE:
            return translate("briefing", "Rule for calls changed: {0}").format(name)
        case Changed.PLANT:
            return translate("briefing", "The plant file was changed")


def _handover(console: Console, sheet: Sheet, zone: tzinfo) -> Iterator[Line]:
    told = sheet.record.handover
    if told is None:
        yield Line(translate("briefing", "No handover of this place was sealed yet."), "text_muted", "info")
        return
    words = translate("briefing", "{0}, ended {1}")
    yield Line(words.format(shift_word(told.shift), _when(told.ends, zone)), "text_muted")
    if told.note:
        yield Line(plain(told.note, 400), "text", "message-square")
    accepted = [one for one in told.items if (reply := told.reply_to(one.id)) and reply.reply is Reply.ACCEPTED]
    rank = list(Risk)
    for item in sorted(accepted, key=lambda one: (-rank.index(one.risk), one.since)):
        reply = told.reply_to(item.id)
        said = plain(reply.words, 100) if reply is not None else ""
        yield Line(
            _item_words(console, item, said), "warning" if item.risk is Risk.HIGH else "text", "arrow-left-right"
        )
    if not told.note and not accepted:
        yield Line(translate("briefing", "Nothing was left open."), "text_muted", "circle-check")


def _item_words(console: Console, item: OpenItem, said: str) -> str:
    title = plain(item.title, 120)
    where = place_name(console, item.place) if item.place else ""
    words = " · ".join(part for part in (where, title) if part and part != "–")
    return f"{words} — {said}" if said else words


def _when(at: datetime, zone: tzinfo) -> str:
    local = at.astimezone(zone)
    return f"{short_day(local.date())} {local:%H:%M}"


def today_of(sheet: Sheet, zone: tzinfo) -> date:
    """The day at the plant."""
    return sheet.record.shift.now.astimezone(zone).date()
