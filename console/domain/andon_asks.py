"""What a category asks about its calls, and what was answered: what fits, and what is still wanted before the end."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace

from console.domain.andon import Answers, Ask, AskKind, Call, Category
from console.domain.andon_refusals import AnswerNeeded, AnswerUnfit, NoSuchAsk
from console.domain.people import NAME_MOST

ASKS_MOST = 12
CHOICES_MOST = 50
ANSWER_MOST = 200  # characters

_NUMBER = re.compile(r"[+-]?(\d+([.,]\d+)?|[.,]\d+)", re.ASCII)


def asks_fit(asks: tuple[Ask, ...]) -> bool:
    """Few enough, each with an id of its own and a name; a choice has what can be chosen, each of it once."""
    ids = [ask.id for ask in asks]
    names = all(ask.name.strip() and len(ask.name) <= NAME_MOST for ask in asks)
    return len(ids) <= ASKS_MOST and all(ids) and len(set(ids)) == len(ids) and names and all(map(_choices_fit, asks))


def fit_answer(category: Category, ask: str, text: str) -> str:
    """The answer to an ask of the category as it is kept, "" for none; NoSuchAsk, AnswerUnfit. A number has a "."."""
    known = next((one for one in category.asks if one.id == ask), None)
    if known is None:
        raise NoSuchAsk(category=category.id, ask=ask)
    number = known.kind is AskKind.NUMBER
    told = one_answer(unicodedata.normalize("NFKC", text) if number else text)
    numeral = not number or bool(_NUMBER.fullmatch(told))
    listed = known.kind is not AskKind.CHOICE or told in known.choices
    if told and not (len(told) <= ANSWER_MOST and numeral and listed):
        facts: dict[str, object] = {"name": known.name, "kind": known.kind.value, "most": ANSWER_MOST}
        raise AnswerUnfit("", category=category.id, ask=known.id, **facts)
    return told.replace(",", ".") if number else told


def answered(call: Call, category: Category, given: Answers) -> Call:
    """The call with these answers in place of those to the same asks; an empty one takes back what was answered."""
    return with_answers(call, tuple((ask, fit_answer(category, ask, text)) for ask, text in given))


def with_answers(call: Call, fit: Answers) -> Call:
    """The same with answers that are known to fit. Those to asks that the category has no more stay."""
    told = dict(call.answers) | dict(fit)
    return replace(call, answers=tuple((ask, text) for ask, text in told.items() if text))


def untold(call: Call, given: Answers) -> Answers:
    """Of these answers those to asks that were not answered yet."""
    known = dict(call.answers)
    return tuple((ask, text) for ask, text in given if ask not in known)


def unanswered(call: Call, category: Category) -> Iterable[Ask]:
    """What has to be answered before the call is closed, and is not."""
    known = dict(call.answers)
    return (ask for ask in category.asks if ask.needed and not known.get(ask.id))


def all_answered(call: Call, category: Category) -> None:
    """AnswerNeeded for the first ask that still wants an answer."""
    for ask in unanswered(call, category):
        raise AnswerNeeded(call=call.id, category=category.id, ask=ask.id, name=ask.name)


def one_answer(text: str) -> str:
    """What somebody answered, in one line."""
    return " ".join(text.split())


def _choices_fit(ask: Ask) -> bool:
    choices = ask.choices
    plain = all(0 < len(one) <= ANSWER_MOST and one == one_answer(one) for one in choices)
    wanted = bool(choices) or ask.kind is not AskKind.CHOICE
    return wanted and plain and len(set(choices)) == len(choices) <= CHOICES_MOST
