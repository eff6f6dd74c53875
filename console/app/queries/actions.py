"""What screens and the console itself ask about actions and reviews."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from console.app import sources
from console.app.queries.andon import CommentShown, Names, thread
from console.domain.actions import Action, ActionStep, Move, Stage
from console.domain.andon import Call, Category
from console.domain.commands.actions import NoteRepeat, WantReview
from console.domain.desk import Kept, ReadDesk, Test
from console.domain.people import Person
from console.domain.reviews import WITHIN, Review, repeats, review_id, wanted

ENDED_MOST = 300  # of those that ended lately


@dataclass(frozen=True, slots=True)
class ActionShown:
    """An action as a list shows it."""

    action: Action
    owner: str = ""  # what the owner is called
    source: str = ""  # what its source is called
    version: int = 0
    waiting: bool = False  # saved here, not yet shared


@dataclass(frozen=True, slots=True)
class StepShown:
    """One thing that happened to an action, with what people and records are called."""

    step: ActionStep
    who: str = ""
    people: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ActionFile:
    """Everything about one action; `again`: ids and titles of what happened again since it was done."""

    shown: ActionShown
    steps: tuple[StepShown, ...]
    thread: tuple[CommentShown, ...]
    names: Names
    again: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewShown:
    """A review with the actions that were made from it."""

    review: Review
    by: str = ""  # who did it
    source: str = ""
    actions: tuple[ActionShown, ...] = ()
    version: int = 0
    waiting: bool = False


def open_actions(desk: ReadDesk) -> tuple[Action, ...]:
    """Every action about which somebody still has to do something."""
    return tuple(desk.find(Action, ("stage", "in", [stage.value for stage in Stage if not stage.ended])))


def actions(desk: ReadDesk) -> tuple[ActionShown, ...]:
    """The open ones and those that ended lately; the nearest day first, what has ended last."""
    running = desk.kept(Action, ("stage", "in", [stage.value for stage in Stage if not stage.ended]))
    over = desk.kept(Action, ("ended", "!=", None), order="-ended", limit=ENDED_MOST)
    running.sort(key=lambda kept: (kept.value.due, -kept.value.priority.rank, kept.value.id))
    return tuple(_shown(desk, [*running, *over]))


def actions_of(kind: str, record: str) -> Callable[[ReadDesk], tuple[ActionShown, ...]]:
    """The actions that came from a record, and from the reviews of it; the oldest first."""

    def ask(desk: ReadDesk) -> tuple[ActionShown, ...]:
        found = desk.kept(Action, source=kind, record=record)
        for review in desk.find(Review, kind=kind, record=record):
            found += desk.kept(Action, source="review", record=review.id)
        return tuple(_shown(desk, sorted(found, key=lambda kept: (kept.value.made, kept.value.id))))

    return ask


def action_file(id: str) -> Callable[[ReadDesk], ActionFile | None]:
    """One action with all that happened; None where there is none."""

    def ask(desk: ReadDesk) -> ActionFile | None:
        kept = desk.kept(Action, id=id)
        if not kept:
            return None
        action = kept[0].value
        steps = sorted(desk.find(ActionStep, action=id), key=_in_order)
        people = {one for step in steps for one in (step.who, *step.people)}
        names = _names(desk, {*people, *_people_in(action)})
        told = tuple(_step(desk, step, action, names) for step in steps)
        since = action.done
        again = sources.repeats(desk, action.source, action.record, since) if since is not None else ()
        titles = tuple((one, _title(desk, action, one)) for one in again[:10])
        return ActionFile(_shown(desk, kept)[0], told, thread("action", id)(desk), names, titles)

    return ask


def reviews(desk: ReadDesk) -> tuple[ReviewShown, ...]:
    """The reviews that are wanted, the longest wanted first; then those that are done, the last first."""
    kept = desk.kept(Review)
    kept.sort(key=lambda one: (one.value.done is not None, _time(one.value), one.value.id))
    return tuple(_review(desk, one) for one in kept[:ENDED_MOST])


def review_file(id: str) -> Callable[[ReadDesk], ReviewShown | None]:
    """One review; None where there is none."""

    def ask(desk: ReadDesk) -> ReviewShown | None:
        kept = desk.kept(Review, id=id)
        return _review(desk, kept[0]) if kept else None

    return ask


def reviews_of(kind: str, record: str) -> Callable[[ReadDesk], tuple[Review, ...]]:
    """The reviews of a record, the last first."""
    return lambda desk: tuple(sorted(desk.find(Review, kind=kind, record=record), key=lambda one: one.wanted))[::-1]


def wanted_reviews(calls: Iterable[str] | None, now: datetime) -> Callable[[ReadDesk], tuple[WantReview, ...]]:
    """The reviews that these calls (None: all that were closed lately) want and that nobody has noted yet."""

    def ask(desk: ReadDesk) -> tuple[WantReview, ...]:
        if calls is None:
            closed = desk.find(Call, ("closed", ">=", now - WITHIN), rejected="")
        else:
            found = (desk.get(Call, id) for id in calls)
            closed = [call for call in found if call is not None and call.closed is not None]
        categories = {category.id: category for category in desk.find(Category)}
        made = (_wanted_by(desk, call, categories.get(call.category)) for call in closed)
        return tuple(one for one in made if one is not None)

    return ask


def seen_again(desk: ReadDesk) -> tuple[NoteRepeat, ...]:
    """The verified actions whose source happened again after they were done, with what shows it."""
    found = []
    for action in desk.find(Action, stage=Stage.VERIFIED):
        if action.done is not None and (refs := sources.repeats(desk, action.source, action.record, action.done)):
            found.append(NoteRepeat(action.id, action.place, refs[:20]))
    return tuple(found)


# Inside


def _wanted_by(desk: ReadDesk, call: Call, category: Category | None) -> WantReview | None:
    if category is None or call.closed is None:
        return None
    id = review_id("andon_call", call.id, call.reopened)
    since: list[Test] = [("raised", ">=", call.closed - WITHIN)]
    others = desk.find(Call, *since, place=call.place, category=call.category, about=call.about)
    because = wanted(call, category, others)
    if because is None or desk.get(Review, id) is not None:
        return None
    title = sources.title_of(desk, "andon_call", call.id)
    return WantReview(id, call.place, "andon_call", call.id, title, because, repeats(call, others))


def _shown(desk: ReadDesk, kept: Iterable[Kept[Action]]) -> list[ActionShown]:
    many = list(kept)
    names = _names(desk, {one.value.owner for one in many})
    titles: dict[tuple[str, str], str] = {}
    for one in many:
        source = (one.value.source, one.value.record)
        if source not in titles:
            titles[source] = sources.title_of(desk, *source)
    return [
        ActionShown(
            one.value,
            names.get(one.value.owner, ""),
            titles[one.value.source, one.value.record],
            one.version,
            one.waiting,
        )
        for one in many
    ]


def _step(desk: ReadDesk, step: ActionStep, action: Action, names: Names) -> StepShown:
    people = tuple(names.get(one, one) for one in step.people)
    refs = tuple(_title(desk, action, one) for one in step.refs[:10])
    return StepShown(step, names.get(step.who, ""), people, refs)


def _title(desk: ReadDesk, action: Action, record: str) -> str:
    """What a record is called that shows that an action's source happened again."""
    kind, seen = action.source, action.record
    while kind == "review":
        review = desk.get(Review, seen)
        kind, seen = (review.kind, review.record) if review else ("", "")
    return sources.title_of(desk, kind, record)


def _review(desk: ReadDesk, kept: Kept[Review]) -> ReviewShown:
    review = kept.value
    made = _shown(desk, desk.kept(Action, source="review", record=review.id, order="made"))
    source = sources.title_of(desk, review.kind, review.record)
    names = _names(desk, {review.done_by})
    return ReviewShown(review, names.get(review.done_by, ""), source, tuple(made), kept.version, kept.waiting)


def _time(review: Review) -> float:
    return review.wanted.timestamp() if review.done is None else -review.done.timestamp()


def _in_order(step: ActionStep) -> tuple[datetime, int, int, str]:
    return step.at, list(Move).index(step.move), step.level, step.id


def _people_in(action: Action) -> tuple[str, ...]:
    did = (action.made_by, action.begun_by, action.done_by, action.verified_by, action.checked_by)
    return (action.owner, *did, action.ended_by)


def _names(desk: ReadDesk, ids: Iterable[str]) -> dict[str, str]:
    looked_for = sorted({id for id in ids if id})
    return {person.id: person.name for person in desk.find(Person, ("id", "in", looked_for))} if looked_for else {}
