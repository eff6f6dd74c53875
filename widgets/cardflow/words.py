"""What the card board says: cards for tooltips and for who listens, and what a column takes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from console.domain.cardflow import Column
from widgets.cardflow.deck import Deck
from widgets.cardflow.faces import CardFace
from widgets.cardflow.paint import age_of, aged
from widgets.plain import plain


def card_lines(face: CardFace, now: float) -> list[str]:
    """Everything on a card, a line each."""
    translate = QCoreApplication.translate
    said = [" · ".join(plain(part) for part in (face.title, face.tag) if part)]
    for line in face.lines:
        parts = (aged(plain(line.text), line.since, now), aged(plain(line.right), line.right_since, now))
        said.append(" · ".join(part for part in parts if part))
    if face.counted:
        said.insert(min(2, len(said)), plain(face.counted))
    if face.blocked:
        age = age_of(face.blocked_at, now)
        blocked = translate("CardBoard", "Blocked: {reason}").format(reason=plain(face.blocked, 500))
        said.append(" · ".join(part for part in (blocked, age) if part))
    said += [plain(line, 500) for line in face.more]
    return [line for line in said if line]


def card_sentence(deck: Deck, titles: dict[str, str], id: str, now: float) -> str:
    """A card and its place, for who cannot see it."""
    ids = deck.order[deck.place_of(id)]
    place = QCoreApplication.translate("CardBoard", "{column}, card {at} of {all}").format(
        column=titles[deck.column_of(id)], at=ids.index(id) + 1, all=len(ids)
    )
    return ". ".join([*card_lines(deck.faces[id], now), place])


def count_words(column: Column, count: int) -> str:
    """How many cards it has of how many it may."""
    if not column.limit:
        return str(count)
    if column.per_lane:
        text = QCoreApplication.translate("CardBoard", "{count} · {limit} a lane")
        return text.format(count=count, limit=column.limit)
    return f"{count} / {column.limit}"


def column_words(column: Column, title: str, count: int, full: bool) -> str:
    """What a column is for, what it holds and when a card may come in."""
    translate = QCoreApplication.translate
    said = [f"{title}: {count_words(column, count)}"]
    if full:
        said.append(translate("CardBoard", "Full: finish a card here before another one comes in."))
    said.append(plain(column.policy, 500) if column.policy else translate("CardBoard", "No policy is written for it."))
    return "\n".join(said)
