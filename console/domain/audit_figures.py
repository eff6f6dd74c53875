"""Figures of audits and what they found: scores by area and by section, rankings that say how sure they are, findings
and how they end, planned rounds that were kept.

    share of an audit  = its points / most, as it was signed
    mean of an area    = sum of the shares of its audits / their number; each audit counts alike
    deviation          = square root of (sum of (share - mean)^2 / (n - 1))
    days to close      = from the making of a finding to the last verification of its actions
An area with fewer than FEW audits is shown, and has no rank.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, tzinfo
from math import fsum, sqrt
from statistics import median

from console.domain.actions import Action, Stage, overdue
from console.domain.audit_plans import Stand, Standing, kept_share
from console.domain.checklist_scores import score, share_of
from console.domain.checklists import WEAK, Answer, Run, Version
from console.domain.findings import Closing, Finding, RedTag, by_item, closed_share, closing
from console.domain.findings import overdue as late_tags

FEW = 3  # audits from which an area is ranked
DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class Looked:
    """One signed audit in numbers; shares are 0..1, None where nothing is scored."""

    run: str
    template: str
    place: str
    at: datetime
    who: str
    share: float | None
    passed: bool | None
    broken: bool = False  # a red line
    sections: Mapping[str, float | None] = field(default_factory=dict)  # by section
    items: Mapping[str, float] = field(default_factory=dict)  # scored items


@dataclass(frozen=True, slots=True)
class Spread:
    """Some shares together; `deviation` is None where fewer than two are known."""

    n: int
    mean: float
    low: float
    high: float
    deviation: float | None = None


@dataclass(frozen=True, slots=True)
class Rank:
    """An area. `rank` is 1 for the best, the same for equals, 0 where there are too few audits to say."""

    place: str
    rank: int
    spread: Spread | None  # None: nothing is scored
    last: float | None  # of its youngest audit
    change: float | None  # of that against the one before
    runs: tuple[str, ...]  # the youngest first


@dataclass(frozen=True, slots=True)
class Bucket:
    """The audits of one week or month, or one audit."""

    at: datetime
    share: float
    runs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ItemFigure:
    """How an item stands over all audits that asked it."""

    template: str
    item: str
    found: int  # findings of it
    weak: int  # weak answers
    n: int  # scored answers
    mean: float | None
    runs: tuple[str, ...]  # of the weak answers
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FindingFigures:
    """Findings of a time by how they ended; each tuple holds ids."""

    made: tuple[str, ...]  # without those that were withdrawn
    closed: tuple[str, ...]
    late: tuple[str, ...]  # not closed, and an action of it is over its day
    bare: tuple[str, ...]  # nobody answers for it
    repeated: tuple[str, ...]  # found before
    share: float | None  # closed, of all
    days: float | None  # median, to close


@dataclass(frozen=True, slots=True)
class TagFigures:
    """Red tags; ids."""

    open: tuple[str, ...]
    late: tuple[str, ...]
    decided: tuple[str, ...]  # in the time


@dataclass(frozen=True, slots=True)
class RoundFigures:
    """Planned rounds that were due in a time."""

    due: int
    kept: int  # made in time
    late: int  # made after it
    waiting: tuple[str, ...]  # ids of rounds that are overdue or missed
    approved: int  # missed, and somebody approved it
    share: float | None


@dataclass(frozen=True, slots=True)
class Looker:
    """Somebody who looks."""

    person: str
    places: int
    last: datetime
    runs: tuple[str, ...]  # the youngest first


def looked(run: Run, version: Version, answers: Iterable[Answer], keys: Mapping[str, str] | None = None) -> Looked:
    """A signed run in numbers; `keys` call sections of several checklists by one name."""
    by = {answer.item: answer for answer in answers}
    sections = score(version.form, by.values()).sections
    shares = ((item.id, share_of(item, by.get(item.id))) for item in version.form.items)
    return Looked(
        run.id,
        run.template,
        run.place,
        run.ended or run.begun,
        run.ended_by,
        run.points / run.most if run.points is not None and run.most else None,
        run.passed,
        bool(run.broken),
        {(keys or {}).get(id, id): one.share for id, one in sections.items()},
        {id: share for id, share in shares if share is not None},
    )


def spread(shares: Iterable[float | None]) -> Spread | None:
    """Mean and spread of those that are known; None where none is."""
    known = [share for share in shares if share is not None]
    if not known:
        return None
    low, high, n = min(known), max(known), len(known)
    mean = min(high, max(low, fsum(known) / n))
    deviation = sqrt(fsum((share - mean) ** 2 for share in known) / (n - 1)) if n > 1 else None
    return Spread(n, mean, low, high, deviation)


def ranking(found: Iterable[Looked]) -> tuple[Rank, ...]:
    """The areas: those with audits enough from the best on, then those with few, by their mean too."""
    places: dict[str, list[Looked]] = {}
    for one in found:
        places.setdefault(one.place, []).append(one)
    rows = [_area(place, sorted(several, key=_age, reverse=True)) for place, several in places.items()]
    sure = sorted((row for row in rows if _n(row) >= FEW), key=_best)
    ranks = {row.place: 1 + sum(_mean(other) > _mean(row) for other in sure) for row in sure}
    few = sorted((row for row in rows if _n(row) < FEW), key=_best)
    ranked = (Rank(row.place, ranks[row.place], row.spread, row.last, row.change, row.runs) for row in sure)
    return (*ranked, *few)


def sections(found: Iterable[Looked]) -> dict[str, Spread]:
    """Each section over all audits, in the order in which they come."""
    shares: dict[str, list[float]] = {}
    for one in found:
        for key, share in one.sections.items():
            if share is not None:
                shares.setdefault(key, []).append(share)
    made = ((key, spread(several)) for key, several in shares.items())
    return {key: one for key, one in made if one is not None}


def trend(found: Iterable[Looked], section: str = "") -> tuple[Bucket, ...]:
    """Every audit with its share, or that of one section, the first first."""
    values = ((one, one.sections.get(section) if section else one.share) for one in sorted(found, key=_age))
    return tuple(Bucket(one.at, share, (one.run,)) for one, share in values if share is not None)


def buckets(points: Iterable[Bucket], zone: tzinfo, weekly: bool) -> tuple[Bucket, ...]:
    """Means by week or month of the plant's calendar, the first first; a time without audits has none."""
    grouped: dict[date, list[Bucket]] = {}
    for point in points:
        day = point.at.astimezone(zone).date()
        grouped.setdefault(day - timedelta(days=day.weekday()) if weekly else day.replace(day=1), []).append(point)
    return tuple(
        Bucket(
            datetime(day.year, day.month, day.day, tzinfo=zone),
            fsum(one.share for one in several) / len(several),
            tuple(run for one in several for run in one.runs),
        )
        for day, several in sorted(grouped.items())
    )


def items(found: Iterable[Looked], findings: Iterable[Finding]) -> tuple[ItemFigure, ...]:
    """Items that were found weak or have findings, the worst first: most findings, then the lowest mean."""
    shares: dict[tuple[str, str], list[tuple[float, str]]] = {}
    for one in found:
        for item, share in one.items.items():
            shares.setdefault((one.template, item), []).append((share, one.run))
    kept = [one for one in findings if one.item and one.withdrawn is None]
    counts = by_item(kept)
    rows = [_item(key, shares.get(key, []), counts, kept) for key in {**shares, **counts}]
    return tuple(sorted((row for row in rows if row.found or row.weak), key=_worst))


def finding_figures(
    found: Iterable[tuple[Finding, Sequence[Action]]], now: datetime, zone: tzinfo | None
) -> FindingFigures:
    """Findings, each with its actions, as they stand now."""
    standing = [(one, closing(one, actions), actions) for one, actions in found]
    counted = [row for row in standing if row[1] is not Closing.WITHDRAWN]

    def ids(passes: Callable[[Finding, Closing, Sequence[Action]], bool]) -> tuple[str, ...]:
        return tuple(row[0].id for row in counted if passes(*row))

    days = [
        (ended - one.made).total_seconds() / DAY
        for one, state, actions in counted
        if state is Closing.CLOSED and (ended := closed_at(actions)) is not None
    ]
    return FindingFigures(
        ids(lambda *_: True),
        ids(lambda _, state, __: state is Closing.CLOSED),
        ids(lambda _, state, acts: state is not Closing.CLOSED and any(overdue(one, now, zone) for one in acts)),
        ids(lambda _, state, __: state is Closing.BARE),
        ids(lambda one, _, __: bool(one.repeats)),
        closed_share([state for _, state, _ in counted]),
        median(days) if days else None,
    )


def closed_at(actions: Iterable[Action]) -> datetime | None:
    """When the last of the actions that were not dropped was verified; None where one was not."""
    times = [action.verified for action in actions if action.stage is not Stage.DROPPED]
    known = [at for at in times if at is not None]
    return max(known) if known and len(known) == len(times) else None


def tag_figures(tags: Iterable[RedTag], today: date, since: datetime, until: datetime) -> TagFigures:
    """Red tags that nobody decided about, and those that were decided in [since, until)."""
    listed = list(tags)
    return TagFigures(
        tuple(tag.id for tag in listed if tag.fate is None),
        tuple(tag.id for tag in late_tags(listed, today)),
        tuple(tag.id for tag in listed if tag.decided is not None and since <= tag.decided < until),
    )


def round_figures(found: Sequence[Standing]) -> RoundFigures:
    """Planned rounds by what became of them."""
    stands = [one.stand for one in found]
    late = tuple(one.round.id for one in found if one.stand in (Stand.OVERDUE, Stand.MISSED))
    return RoundFigures(
        sum(stand not in (Stand.AHEAD, Stand.OPEN) for stand in stands),
        stands.count(Stand.DONE),
        stands.count(Stand.LATE),
        late,
        stands.count(Stand.APPROVED),
        kept_share(found),
    )


def lookers(found: Iterable[Looked]) -> tuple[Looker, ...]:
    """Who looks how often, the most frequent first."""
    people: dict[str, list[Looked]] = {}
    for one in found:
        people.setdefault(one.who, []).append(one)
    rows = [
        Looker(
            who,
            len({one.place for one in several}),
            max(one.at for one in several),
            tuple(one.run for one in sorted(several, key=_age, reverse=True)),
        )
        for who, several in people.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-len(row.runs), row.person)))


def passed_share(found: Iterable[Looked]) -> float | None:
    """How many audits passed, of those that were judged; None: none was."""
    judged = [one.passed for one in found if one.passed is not None]
    return sum(judged) / len(judged) if judged else None


def _area(place: str, several: Sequence[Looked]) -> Rank:
    known = [one.share for one in several if one.share is not None]
    change = known[0] - known[1] if len(known) > 1 else None
    return Rank(place, 0, spread(known), known[0] if known else None, change, tuple(one.run for one in several))


def _item(
    key: tuple[str, str],
    shares: Sequence[tuple[float, str]],
    counts: Mapping[tuple[str, str], int],
    findings: Iterable[Finding],
) -> ItemFigure:
    together = spread(share for share, _ in shares)
    weak = tuple(run for share, run in shares if share <= WEAK)
    ids = tuple(one.id for one in findings if (one.template, one.item) == key) if key in counts else ()
    return ItemFigure(*key, counts.get(key, 0), len(weak), len(shares), together.mean if together else None, weak, ids)


def _age(one: Looked) -> tuple[datetime, str]:
    return one.at, one.run


def _n(row: Rank) -> int:
    return row.spread.n if row.spread is not None else 0


def _mean(row: Rank) -> float:
    return row.spread.mean if row.spread is not None else -1.0


def _best(row: Rank) -> tuple[float, str]:
    return -_mean(row), row.place


def _worst(row: ItemFigure) -> tuple[int, float, str, str]:
    return -row.found, row.mean if row.mean is not None else 1.0, row.template, row.item
