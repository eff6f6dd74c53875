"""Comments: what people say about a record, in a row, on the record itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from console.domain.errors import Refusal
from console.domain.text import TooLong

COMMENT_MOST = 2000  # characters
MENTIONS_MOST = 20


class CommentEmpty(Refusal):
    """There is nothing in it."""

    code = "comment_empty"


@dataclass(frozen=True, slots=True)
class Comment:
    """One thing that was said; never changed afterwards."""

    id: str
    kind: str  # of the record: "andon_call"
    record: str
    place: str  # where the record belongs, "" = nowhere in particular
    text: str
    at: datetime
    by: str  # person
    mentions: tuple[str, ...] = ()  # people who shall read it


def mentioned(text: str, names: Iterable[tuple[str, tuple[str, ...]]]) -> tuple[str, ...]:
    """Ids of the people that a text names with "@name", in the order of the text; `names`: what is said, and whom it
    means (a person, or everybody of a role). The longest name that fits is meant, capitals or not; each person once."""
    known = sorted(((name.casefold(), people) for name, people in names if name), key=lambda one: -len(one[0]))
    found: dict[str, None] = {}
    rest = text.casefold()
    while "@" in rest:
        rest = rest.partition("@")[2]
        for name, people in known:
            if rest.startswith(name) and not _goes_on(name, rest[len(name) :]):
                found.update(dict.fromkeys(people))
                rest = rest[len(name) :]
                break
    return tuple(found)[:MENTIONS_MOST]


def _goes_on(name: str, after: str) -> bool:
    """Whether a name is only the beginning of a longer word or number; Chinese has no spaces between words."""
    return bool(after) and name[-1].isascii() and name[-1].isalnum() and after[0].isascii() and after[0].isalnum()


def checked_comment(comment: Comment) -> Comment:
    """The comment; CommentEmpty, TooLong."""
    if not comment.text.strip():
        raise CommentEmpty
    if len(comment.text) > COMMENT_MOST:
        raise TooLong(field="text", most=COMMENT_MOST)
    if len(comment.mentions) > MENTIONS_MOST:
        raise TooLong(field="mentions", most=MENTIONS_MOST)
    return comment
