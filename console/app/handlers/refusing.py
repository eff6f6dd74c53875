"""What handlers do about refusals of the domain: by whom it was, and when it is none because others did the same."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from console.domain.desk import Desk
from console.domain.errors import Refusal
from console.domain.people import Person


@contextmanager
def done_by_many(desk: Desk, over: tuple[type[Refusal], ...]) -> Iterator[None]:
    """What another console heard or did in its own name too is no refusal when it is shared: it happened before."""
    try:
        yield
    except over:
        if not desk.replaying:
            raise


@contextmanager
def named(desk: Desk) -> Iterator[None]:
    """A refusal that names somebody by id says what they are called."""
    try:
        yield
    except Refusal as refusal:
        who = refusal.facts.get("who")
        person = desk.get(Person, who) if isinstance(who, str) and who else None
        if person is not None:
            refusal.facts["name"] = person.name
        raise
