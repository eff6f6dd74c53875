"""Comments: what people say about a record, in a row, on the record itself."""

from __future__ import annotations

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


def checked_comment(comment: Comment) -> Comment:
    """The comment; CommentEmpty, TooLong."""
    if not comment.text.strip():
        raise CommentEmpty
    if len(comment.text) > COMMENT_MOST:
        raise TooLong(field="text", most=COMMENT_MOST)
    if len(comment.mentions) > MENTIONS_MOST:
        raise TooLong(field="mentions", most=MENTIONS_MOST)
    return comment
