"""What an order says as a card, all its words: from the record, what is known of it, and the time. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from console.app.queries.orders import CardShown
from console.domain.order_truth import Finding, Found, Truth
from console.domain.orders import DONE, HOLD, PLANNED, RUNNING, Ended, WorkOrder
from widgets.cardflow.faces import CardFace, CardLine, Mark
from widgets.numbers import whole
from widgets.orders.findings import finding_icon, finding_words
from widgets.plain import plain
from widgets.times import clock, span

translate = QCoreApplication.translate
MINUTE, DAY = 60.0, 86_400.0
CLOSE = 300.0  # seconds by which an order may differ from its plan and still be on it
LINES_MOST = 2  # findings that have a line of their own
NAMED_DAYS = 6  # days ahead that are called by their weekday
LAST = 10**15  # microseconds: what is done last comes first


@dataclass(frozen=True, slots=True)
class Around:
    """What a card says and its record does not know."""

    zone: tzinfo | None = None
    line: str = ""  # what its line is called
    changeover: float | None = None  # since when its line changes over, seconds UTC
    kit: bool = False  # all its parts are counted at the line: whether they suffice is known
    unit: str = ""  # of its product, "" = pieces
    shared: bool = False  # records go to a shared database: what has not reached it yet is marked
    line_of: Callable[[str], str] = str  # what another line is called


HERE = Around()


def face_of(shown: CardShown, truth: Truth | None, now: float, around: Around = HERE) -> CardFace:
    """The card of an order; `now` is seconds UTC, `truth` None while nothing else is known of it."""
    order = shown.order
    found = truth.found if truth is not None else ()
    status, said = _status(shown, truth, now, around)
    rest = [one for one in found if one.what not in said]
    findings = tuple(_finding(one, now, around) for one in rest[:LINES_MOST])
    counted = counted_of(order, truth)
    bar = order.quantity > 0 and (order.column not in (PLANNED, "released") or counted > 0)
    amount = () if bar else (CardLine(_amount(order, counted, around), "text"),)
    return CardFace(
        order.id,
        order.column,
        order.line,
        done_rank(order) if order.column == DONE else order.rank,
        plain(order.number, 60),
        plain(around.line, 60),
        (_product(shown, around), *amount, status, *findings),
        min(1.0, counted / order.quantity) if bar else None,
        f"{whole(counted)} / {whole(order.quantity)}" if bar else "",
        _mark(order, truth, now),
        plain(order.blocked, 500) if order.blocked and order.open else "",
        order.blocked_at if order.blocked and order.open else None,
        tuple(_more(shown, truth, now, around, rest[LINES_MOST:])),
    )


def lasts(order: WorkOrder, now: float, zone: tzinfo | None) -> float:
    """Until when the words of a card stay right by themselves: midnight, or when it is due (seconds UTC)."""
    today = datetime.fromtimestamp(now, UTC).astimezone(zone)
    midnight = datetime.combine(today.date() + timedelta(days=1), datetime.min.time(), today.tzinfo).timestamp()
    due = order.due.timestamp() if order.due is not None else 0.0
    return min(midnight, due) if due > now else midnight


def counted_of(order: WorkOrder, truth: Truth | None) -> int:
    """Good pieces: as the line counted them, else as they were confirmed."""
    return truth.good if truth is not None and truth.good is not None else order.good


def done_rank(order: WorkOrder) -> str:
    """The place of one that is done: the last one first."""
    at = order.finished or order.since or order.made
    return f"{LAST - round(at.timestamp()):016d}"


def due_words(due: datetime, now: float, zone: tzinfo | None) -> str:
    """When it is due: due today 18:00, due tomorrow 06:00, due Mon 14:00, due 28 Nov 14:00."""
    return translate("orderfaces", "due {0}").format(day_words(due, now, zone))


def day_words(at: datetime, now: float, zone: tzinfo | None) -> str:
    """Today 18:00, tomorrow 06:00, Mon 14:00, 28 Nov 14:00."""
    then, today = at.astimezone(zone), datetime.fromtimestamp(now, UTC).astimezone(zone)
    days = (then.date() - today.date()).days
    if days == 0:
        day = translate("orderfaces", "today")
    elif days == 1:
        day = translate("orderfaces", "tomorrow")
    elif 0 < days <= NAMED_DAYS:
        day = QLocale().dayName(then.isoweekday(), QLocale.FormatType.ShortFormat)
    else:
        day = QLocale().toString(QDate(then.year, then.month, then.day), translate("orderfaces", "d MMM"))
    return f"{day} {then:%H:%M}"


def _due_shorter(due: datetime | None, now: float, zone: tzinfo | None) -> tuple[str, ...]:
    """The same where there is less room; the hour alone where it can mean no other day."""
    if due is None:
        return ()
    whole_day, at = day_words(due, now, zone), due.timestamp()
    return (whole_day, clock(at, zone, False)) if _hour_says_it(at, now, zone) else (whole_day,)


def _hour_says_it(at: float, now: float, zone: tzinfo | None) -> bool:
    """Whether an hour without its day is understood: of today, or the next time that the clock shows it."""
    return _day(at, zone) == _day(now, zone) or 0.0 <= at - now < DAY


def hours_words(seconds: float) -> str:
    """00:10 of ten minutes, 26:05 of a day and two hours."""
    minutes = round(abs(seconds) / MINUTE)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def minutes_words(seconds: float) -> str:
    """40 min; from an hour on 3 h 12 min."""
    if seconds >= 3600:
        return span(seconds)
    return translate("times", "{0} min").format(round(seconds / MINUTE))


# The lines of a card


def _product(shown: CardShown, around: Around) -> CardLine:
    """The product, and at the right what makes this order unlike others."""
    order, marks = shown.order, []
    if order.rush and order.open:
        marks.append(("flag", translate("orderfaces", "Rush")))
    if order.changes and order.told:
        marks.append(("pencil", translate("orderfaces", "Changed")))
    if shown.waiting and around.shared:
        marks.append(("cloud-off", translate("orderfaces", "Not shared yet")))
    words = " · ".join(word for _, word in marks)
    loud = bool(marks) and marks[0][0] != "cloud-off"
    icon = marks[0][0] if marks else ""
    product = plain(order.product, 80) or translate("orderfaces", "No product yet")
    return CardLine(product, right=words, right_icon=icon, right_role="warning" if loud else "text_muted")


def _amount(order: WorkOrder, counted: int, around: Around) -> str:
    if not order.quantity:
        return translate("orderfaces", "{0} pcs, no target").format(whole(counted))
    if around.unit and around.unit not in ("pc", "pcs"):
        return f"{whole(order.quantity)} {plain(around.unit, 20)}"
    return translate("orderfaces", "{0} pcs").format(whole(order.quantity))


def _status(shown: CardShown, truth: Truth | None, now: float, around: Around) -> tuple[CardLine, frozenset[Finding]]:
    """The last line, and which findings it has said already."""
    match shown.order.column:
        case "done":
            return _done(shown.order, around)
        case "hold":
            return _held(shown)
        case "running":
            return _runs(shown.order, truth, now, around)
    return _waits(shown.order, truth, now, around)


def _waits(order: WorkOrder, truth: Truth | None, now: float, around: Around) -> tuple[CardLine, frozenset[Finding]]:
    """Planned or released: when it is due, and what keeps it from beginning."""
    late = _overdue(order, now)
    found = _first(truth, (Finding.SHORT, Finding.STARTS_LATE))
    words = due_words(order.due, now, around.zone) if order.due else translate("orderfaces", "no due time")
    short = _due_shorter(order.due, now, around.zone)
    said = {Finding.LATE} if late else set()
    role = "bad" if late else "warning" if _has(truth, Finding.STARTS_LATE, Finding.LATE) else "text_muted"
    if found is not None:
        beside = _finding(found, now, around)
        line = CardLine(words, role, right=beside.text, right_role=beside.role, right_icon=beside.icon, short=short)
        return line, frozenset(said | {found.what})
    if late:
        line = CardLine(words, role, right=_late(), right_role="bad", right_since=order.due, short=short)
        return line, frozenset(said)
    if order.column != PLANNED and around.kit:
        return CardLine(words, role, right=translate("orderfaces", "kit complete"), short=short), frozenset(said)
    return CardLine(words, role), frozenset(said)


def _runs(order: WorkOrder, truth: Truth | None, now: float, around: Around) -> tuple[CardLine, frozenset[Finding]]:
    """When it will be finished, and how it stands to its plan."""
    late = _lateness(order, truth, now)
    stands = _first(truth, (Finding.STANDS,))
    since = truth.stands_since if truth is not None else None
    said = {Finding.LATE} if late is not None else set()
    words = _finish_words(order, truth, now, around)
    short = _finish_shorter(order, truth, now, around)
    grave = stands is not None or _overdue(order, now) or _is_serious(truth)
    role = "text_muted" if late is None else "bad" if grave else "warning"
    if around.changeover is not None or since is not None:
        word = _stopped() if around.changeover is None else translate("orderfaces", "changeover")
        icon = "square-filled" if around.changeover is None else "refresh-cw"
        at = datetime.fromtimestamp(since if around.changeover is None else around.changeover, UTC)
        line = CardLine(words, role, right=word, right_icon=icon, right_since=at, short=short)
        return line, frozenset(said | {Finding.STANDS})
    pace = _pace(truth, late)
    icon = "play-filled" if pace else ""
    return CardLine(words, role, right=pace, right_icon=icon, short=short), frozenset(said)


def _held(shown: CardShown) -> tuple[CardLine, frozenset[Finding]]:
    order = shown.order
    word = translate("orderfaces", "held")
    return CardLine(word, "warning", since=order.since or order.made, right=plain(shown.why, 200)), frozenset()


def _done(order: WorkOrder, around: Around) -> tuple[CardLine, frozenset[Finding]]:
    """Whether it was in time, and whether all of it was made."""
    late = (order.finished - order.due).total_seconds() if order.finished and order.due else None
    if late is not None and late >= MINUTE:
        words = translate("orderfaces", "{0} late").format(minutes_words(late))
    elif late is not None:
        words = translate("orderfaces", "on time")
    elif order.finished is not None:
        words = translate("orderfaces", "finished {0}").format(clock(order.finished.timestamp(), around.zone, False))
    else:
        words = ""
    short = translate("orderfaces", "closed short") if order.ended is Ended.SHORT else ""
    return CardLine(words, right=short, right_role="warning"), frozenset({Finding.LATE})


def _finding(found: Found, now: float, around: Around) -> CardLine:
    role = "bad" if found.serious else "warning"
    seconds = found.facts.get("seconds")
    if found.what is Finding.STARTS_LATE and isinstance(seconds, int | float):
        words = translate("orderfaces", "starts {0} late").format(minutes_words(seconds))
        return CardLine(words, role, finding_icon(found))
    return CardLine(finding_words(found, now, around.line_of), role, finding_icon(found))


# How it stands


def _overdue(order: WorkOrder, now: float) -> bool:
    return order.open and order.due is not None and order.due.timestamp() < now


def _lateness(order: WorkOrder, truth: Truth | None, now: float) -> float | None:
    """Seconds by which it will be, or is, late; None: it is not, or nobody knows."""
    if order.due is None:
        return None
    finish = max(now, truth.finish) if truth is not None and truth.finish is not None else now
    late = finish - order.due.timestamp()
    return late if late >= MINUTE else None


def _finish_words(order: WorkOrder, truth: Truth | None, now: float, around: Around) -> str:
    due = due_words(order.due, now, around.zone) if order.due else ""
    finish = truth.finish if truth is not None else None
    if finish is None:
        return due
    at = _clock_or_day(finish, now, around.zone)
    words = translate("orderfaces", "finish {0}").format(at)
    if order.due is None:
        return words
    same = _day(order.due.timestamp(), around.zone) == _day(now, around.zone)
    if same:  # both today: the day need not be said twice
        due = translate("orderfaces", "due {0}").format(clock(order.due.timestamp(), around.zone, False))
    return f"{words} · {due}"


def _finish_shorter(order: WorkOrder, truth: Truth | None, now: float, around: Around) -> tuple[str, ...]:
    finish = truth.finish if truth is not None else None
    if finish is None:
        return _due_shorter(order.due, now, around.zone)
    at = _clock_or_day(finish, now, around.zone)
    hour = (clock(finish, around.zone, False),) if _hour_says_it(finish, now, around.zone) else ()
    return (translate("orderfaces", "finish {0}").format(at), *dict.fromkeys((at, *hour)))


def _clock_or_day(t: float, now: float, zone: tzinfo | None) -> str:
    then = clock(t, zone, False)
    day = _day(t, zone)
    if day == _day(now, zone):
        return then
    return f"{QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)} {then}"


def _day(t: float, zone: tzinfo | None) -> datetime:
    return datetime.fromtimestamp(t, UTC).astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)


def _pace(truth: Truth | None, late: float | None) -> str:
    """Late for its day, else ahead of or behind its plan."""
    if late is not None:
        return translate("orderfaces", "{0} late").format(hours_words(late))
    ahead = truth.progress.ahead_seconds if truth is not None and truth.progress is not None else None
    if ahead is None:
        return ""
    if ahead <= -CLOSE:
        return translate("orderfaces", "{0} behind").format(hours_words(ahead))
    if ahead >= CLOSE:
        return translate("orderfaces", "{0} ahead").format(hours_words(ahead))
    return translate("orderfaces", "on plan")


def _mark(order: WorkOrder, truth: Truth | None, now: float) -> Mark:
    """Grey is normal; green: on its way, amber: somebody should look, red: it is at risk."""
    if _is_serious(truth) or _overdue(order, now):
        return Mark.BAD
    if order.column == HOLD or (truth is not None and truth.found) or (order.changes and order.told):
        return Mark.WARNING
    if order.column == RUNNING and _lateness(order, truth, now) is not None:
        return Mark.WARNING
    return Mark.NONE if order.column in (PLANNED, DONE) else Mark.GOOD


def _is_serious(truth: Truth | None) -> bool:
    return truth is not None and truth.serious


def _first(truth: Truth | None, kinds: tuple[Finding, ...]) -> Found | None:
    return next((one for one in (truth.found if truth is not None else ()) if one.what in kinds), None)


def _has(truth: Truth | None, *kinds: Finding) -> bool:
    return _first(truth, kinds) is not None


def _stopped() -> str:
    return translate("orderfaces", "stopped")


def _late() -> str:
    return translate("orderfaces", "late")


# What only the tooltip says


def _more(shown: CardShown, truth: Truth | None, now: float, around: Around, rest: Sequence[Found]) -> list[str]:
    order, said = shown.order, []
    progress = truth.progress if truth is not None else None
    if progress is not None and progress.early is not None and progress.late is not None and order.open:
        words = translate("orderfaces", "Finish between {0} and {1}, two times in three")
        said.append(words.format(*(_clock_or_day(t, now, around.zone) for t in (progress.early, progress.late))))
    if truth is not None and truth.good is not None:
        words = translate("orderfaces", "Counted {0}, confirmed {1} of {2}")
        said.append(words.format(whole(truth.good), whole(order.good), whole(order.quantity)))
    elif order.good:
        said.append(translate("orderfaces", "Confirmed {0} of {1}").format(whole(order.good), whole(order.quantity)))
    said += [finding_words(one, now, around.line_of) for one in rest]
    if order.changes and order.told:
        said.append(translate("orderfaces", "Changed after the line knew of it; the line has not taken note yet"))
    if order.why:
        said.append(translate("orderfaces", "Closed short: {0}").format(plain(order.why, 300)))
    if order.blocked and order.open and shown.blocked_by:
        said.append(translate("orderfaces", "Blocked by {0}").format(plain(shown.blocked_by, 60)))
    if shown.waiting and around.shared:
        said.append(translate("orderfaces", "Saved here, not yet shared"))
    return said + ([plain(order.note, 300)] if order.note else [])
