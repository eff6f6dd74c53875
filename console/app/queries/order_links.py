"""What hangs on a work order: calls about it, actions from it, what was said about it; and the people for its steps."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from console.app.queries.actions import ActionShown, actions_of
from console.app.queries.andon import CallShown, CommentShown, calls_about, thread
from console.domain.desk import ReadDesk
from console.domain.people import Operation, Person, Skill, by_name

KIND = "work_order"
ABOUT = "order:"


@dataclass(frozen=True, slots=True)
class OrderLinks:
    """Calls youngest first, actions oldest first, words in the order of time."""

    calls: tuple[CallShown, ...] = ()
    actions: tuple[ActionShown, ...] = ()
    thread: tuple[CommentShown, ...] = ()


@dataclass(frozen=True, slots=True)
class Crew:
    """Active people by name, operations in the plant's order, and what was learnt of them."""

    people: tuple[Person, ...]
    operations: tuple[Operation, ...]
    skills: tuple[Skill, ...]


def about_order(id: str) -> str:
    """What a call about an order says that it is about."""
    return f"{ABOUT}{id}"


def order_of(about: str) -> str:
    """The id of the order that a call is about; "" for any other."""
    return about.removeprefix(ABOUT) if about.startswith(ABOUT) else ""


def links_of(id: str) -> Callable[[ReadDesk], OrderLinks]:
    """What hangs on an order."""

    def ask(desk: ReadDesk) -> OrderLinks:
        return OrderLinks(calls_about(about_order(id))(desk), actions_of(KIND, id)(desk), thread(KIND, id)(desk))

    return ask


def crew_of(desk: ReadDesk) -> Crew:
    """Everybody who could do a step, and what they have learnt."""
    people = tuple(sorted(desk.find(Person, active=True), key=by_name))
    return Crew(people, tuple(desk.find(Operation, active=True, order="order")), tuple(desk.find(Skill)))
