"""What screens and the console itself ask about calls."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from console.domain.andon import Call, CallStep, Category, Move, Severity
from console.domain.comments import Comment
from console.domain.desk import Kept, ReadDesk, Test
from console.domain.people import Person
from console.domain.responses import Response, rounds

Names = Mapping[str, str]  # what people are called, by id
PAGE = 100


@dataclass(frozen=True, slots=True)
class CallShown:
    """A call as a list shows it."""

    call: Call
    category: Category | None
    owner: str = ""  # what the owner is called, "" = nobody has it
    told: tuple[str, ...] = ()  # what those are called who were told of it last
    told_level: int = -1  # of the ladder: 0 the owner's role, 1 the first rung; -1 = nobody was told yet
    comments: int = 0
    version: int = 0
    waiting: bool = False  # saved here, not yet shared

    @property
    def name(self) -> str:
        """What its category is called."""
        return self.category.name if self.category else self.call.category


@dataclass(frozen=True, slots=True)
class StepShown:
    """One thing that happened to a call, with what people are called."""

    step: CallStep
    who: str = ""  # "" = the console itself
    people: tuple[str, ...] = ()  # who was told, or who has it now


@dataclass(frozen=True, slots=True)
class CommentShown:
    """One thing that was said, with what people are called."""

    comment: Comment
    by: str = ""
    mentions: tuple[str, ...] = ()
    waiting: bool = False


@dataclass(frozen=True, slots=True)
class CallFile:
    """Everything about one call."""

    shown: CallShown
    steps: tuple[StepShown, ...]
    thread: tuple[CommentShown, ...]
    names: Names  # of everybody named in the call itself


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which calls of the past; what is empty does not matter. `places`: stations and lines, as the calls have them."""

    places: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    severities: tuple[Severity, ...] = ()
    owner: str = ""
    text: str = ""  # in what is wrong, in any case of letters
    since: datetime | None = None  # raised
    until: datetime | None = None
    open: bool | None = None
    rejected: bool | None = None
    ids: tuple[str, ...] = ()  # exactly these


@dataclass(frozen=True, slots=True)
class Page:
    """Some calls, the youngest first; the next page begins after the last of them."""

    calls: tuple[CallShown, ...]
    more: bool
    total: int  # that fit, on all pages


def open_calls(desk: ReadDesk) -> tuple[CallShown, ...]:
    """Every open call, the worst first and then the oldest."""
    kept = desk.kept(Call, closed=None)
    return tuple(sorted(_shown(desk, kept), key=lambda s: (-s.call.severity.rank, s.call.raised, s.call.id)))


def call_file(id: str) -> Callable[[ReadDesk], CallFile | None]:
    """One call with its steps and what was said about it; None where there is none."""

    def ask(desk: ReadDesk) -> CallFile | None:
        kept = desk.kept(Call, id=id)
        if not kept:
            return None
        steps = sorted(desk.find(CallStep, call=id), key=_in_order)
        names = _names(desk, {*_people_in(kept[0].value), *(one for step in steps for one in _people_of(step))})
        told = tuple(StepShown(step, names.get(step.who, ""), _called(_people_told(step), names)) for step in steps)
        return CallFile(_shown(desk, kept)[0], told, thread("andon_call", id)(desk), names)

    return ask


def history(wanted: Wanted, after: Call | None = None, limit: int = PAGE) -> Callable[[ReadDesk], Page]:
    """Calls that fit, the youngest first; the page after this call."""

    def ask(desk: ReadDesk) -> Page:
        tests, equals = _tests(wanted)
        total = desk.count(Call, *tests, **equals)
        before: list[Test] = [("raised", "<=", after.raised)] if after else []
        same = desk.count(Call, *tests, **{**equals, "raised": after.raised}) if after else 0
        found = desk.kept(Call, *tests, *before, order="-raised", limit=limit + same + 1, **equals)
        if after is not None:
            found = [kept for kept in found if kept.value.raised < after.raised or kept.value.id > after.id]
        return Page(tuple(_shown(desk, found[:limit])), len(found) > limit, total)

    return ask


def thread(kind: str, record: str) -> Callable[[ReadDesk], tuple[CommentShown, ...]]:
    """What was said about a record, the first first."""

    def ask(desk: ReadDesk) -> tuple[CommentShown, ...]:
        kept = sorted(desk.kept(Comment, kind=kind, record=record), key=lambda one: (one.value.at, one.value.id))
        said = [one.value for one in kept]
        names = _names(desk, {person for one in said for person in (one.by, *one.mentions)})
        return tuple(
            CommentShown(one.value, names.get(one.value.by, ""), _called(one.value.mentions, names), one.waiting)
            for one in kept
        )

    return ask


def mentions_of(person: str) -> Callable[[ReadDesk], tuple[CallShown, ...]]:
    """Open calls on which somebody named this person, who has said nothing there since; the worst first."""

    def ask(desk: ReadDesk) -> tuple[CallShown, ...]:
        return tuple(shown for shown in open_calls(desk) if _wants_answer(desk, shown.call.id, person))

    return ask


def _wants_answer(desk: ReadDesk, call: str, person: str) -> bool:
    said = sorted(desk.find(Comment, kind="andon_call", record=call), key=lambda one: (one.at, one.id))
    named = [at for at, one in enumerate(said) if person in one.mentions and one.by != person]
    return bool(named) and all(one.by != person for one in said[named[-1] :])


def responses(since: datetime, until: datetime) -> Callable[[ReadDesk], tuple[Response, ...]]:
    """Every round of the calls that were raised in [since, until): what response times are computed from."""

    def ask(desk: ReadDesk) -> tuple[Response, ...]:
        calls = desk.find(Call, ("raised", ">=", since), ("raised", "<", until), order="raised")
        again = [call.id for call in calls if call.reopened]
        steps: dict[str, list[CallStep]] = {}
        for step in desk.find(CallStep, ("call", "in", again)) if again else []:
            steps.setdefault(step.call, []).append(step)
        return tuple(one for call in calls for one in rounds(call, steps.get(call.id, ())))

    return ask


def calls_raised(since: datetime, until: datetime) -> Callable[[ReadDesk], tuple[Call, ...]]:
    """Calls that were raised in [since, until), the oldest first: what calls most is found in them."""
    return lambda desk: tuple(desk.find(Call, ("raised", ">=", since), ("raised", "<", until), order="raised"))


def calls_like(call: Call, limit: int = 10) -> Callable[[ReadDesk], tuple[CallShown, ...]]:
    """The last closed calls of the same kind about the same thing at the same place, the youngest first."""

    def ask(desk: ReadDesk) -> tuple[CallShown, ...]:
        alike = {"place": call.place, "category": call.category, "about": call.about, "rejected": ""}
        found = desk.kept(Call, ("closed", "!=", None), order="-raised", limit=limit + 1, **alike)
        return tuple(_shown(desk, [kept for kept in found if kept.value.id != call.id][:limit]))

    return ask


def calls_about(about: str) -> Callable[[ReadDesk], tuple[CallShown, ...]]:
    """Every call about this thing, wherever it is, the youngest first; those that were none are left out."""

    def ask(desk: ReadDesk) -> tuple[CallShown, ...]:
        return tuple(_shown(desk, desk.kept(Call, order="-raised", about=about, rejected="")))

    return ask


# Inside


def _shown(desk: ReadDesk, kept: Iterable[Kept[Call]]) -> list[CallShown]:
    many = list(kept)
    ids = [one.value.id for one in many]
    told = _told_last(desk, ids)
    said: dict[str, int] = {}
    for comment in desk.find(Comment, ("record", "in", ids), kind="andon_call") if ids else []:
        said[comment.record] = said.get(comment.record, 0) + 1
    categories = {category.id: category for category in desk.find(Category)}
    wanted = {*(one.value.owner for one in many), *(person for step in told.values() for person in _people_told(step))}
    names = _names(desk, wanted)
    return [
        CallShown(
            one.value,
            categories.get(one.value.category),
            names.get(one.value.owner, ""),
            _called(_people_told(told[one.value.id]), names) if one.value.id in told else (),
            told[one.value.id].level if one.value.id in told else -1,
            said.get(one.value.id, 0),
            one.version,
            one.waiting,
        )
        for one in many
    ]


def _told_last(desk: ReadDesk, ids: list[str]) -> dict[str, CallStep]:
    """By call: the step that tells who was told of it last."""
    moves = (Move.ESCALATE, Move.HAND_ON)
    steps = desk.find(CallStep, ("call", "in", ids), move=moves, order="at") if ids else []
    return {step.call: step for step in sorted(steps, key=lambda step: (step.at, step.level))}


def _in_order(step: CallStep) -> tuple[datetime, int, int, str]:
    return step.at, list(Move).index(step.move), step.level, step.id


def _people_told(step: CallStep) -> tuple[str, ...]:
    if step.move in (Move.ESCALATE, Move.HAND_ON):
        return tuple(step.note.split())
    return (step.to,) if step.to else ()


def _people_of(step: CallStep) -> tuple[str, ...]:
    return (step.who, *_people_told(step))


def _people_in(call: Call) -> tuple[str, ...]:
    did = (call.raised_by, call.acknowledged_by, call.arrived_by, call.contained_by, call.resolved_by)
    return (call.owner, *did, call.verified_by, call.closed_by)


def _names(desk: ReadDesk, ids: Iterable[str]) -> dict[str, str]:
    wanted = sorted({id for id in ids if id})
    return {person.id: person.name for person in desk.find(Person, ("id", "in", wanted))} if wanted else {}


def _called(ids: Iterable[str], names: Names) -> tuple[str, ...]:
    return tuple(names.get(id, id) for id in ids)


def _tests(wanted: Wanted) -> tuple[list[Test], dict[str, object]]:
    tests: list[Test] = []
    equals: dict[str, object] = {}
    for field, values in (
        ("id", wanted.ids),
        ("place", wanted.places),
        ("category", wanted.categories),
        ("severity", tuple(one.value for one in wanted.severities)),
    ):
        if values:
            tests.append((field, "in", list(values)))
    if wanted.owner:
        equals["owner"] = wanted.owner
    if wanted.text:
        tests.append(("text", "like", wanted.text))
    if wanted.since is not None:
        tests.append(("raised", ">=", wanted.since))
    if wanted.until is not None:
        tests.append(("raised", "<", wanted.until))
    if wanted.open is not None:
        tests.append(("stage", "!=" if wanted.open else "in", "closed" if wanted.open else ["closed"]))
    if wanted.rejected is not None:
        tests.append(("rejected", "!=" if wanted.rejected else "in", "" if wanted.rejected else [""]))
    return tests, equals


__all__ = [
    "PAGE",
    "CallFile",
    "CallShown",
    "CommentShown",
    "Page",
    "StepShown",
    "Wanted",
    "call_file",
    "calls_like",
    "calls_raised",
    "history",
    "open_calls",
    "responses",
    "thread",
]
