"""Knowledge: what was learned, found again when something like it happens, and how often it helped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from console.domain.errors import Refusal
from console.domain.ids import derived_id
from console.domain.text import TooLong

TITLE_MOST, TEXT_MOST, LINK_MOST, LINKS_MOST = 200, 8000, 120, 50
CODE, ABOUT, CATEGORY_AND_PLACE, CATEGORY, WORDS = 5, 4, 3, 2, 1  # what an article is suggested for, the best first
ENOUGH = 2  # words in common where nothing else is

_SIGNS = r"\u3400-\u9fff\uf900-\ufaff"  # Chinese
_PARTS = re.compile(rf"[{_SIGNS}]+|[^\W_{_SIGNS}]+(?:[-.][^\W_{_SIGNS}]+)*")
_CHINESE = re.compile(f"[{_SIGNS}]")
_SMALL = frozenset({"and", "are", "but", "for", "from", "has", "have", "its", "not", "the", "was", "were", "with"})


class ArticleUnfit(Refusal):
    """An article cannot be so. facts: field."""

    code = "article_unfit"


@dataclass(frozen=True, slots=True)
class Article:
    """One thing that was learned. `places` are where it holds, the first is where it belongs; () = everywhere."""

    id: str
    title: str
    text: str
    made: datetime
    made_by: str
    places: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()  # the machine's own
    abouts: tuple[str, ...] = ()  # what such calls are about
    causes: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    kind: str = ""  # of the record that it was learned from
    record: str = ""
    changed: datetime | None = None
    changed_by: str = ""
    active: bool = True

    @property
    def place(self) -> str:
        """Where it belongs, "" = the whole plant."""
        return self.places[0] if self.places else ""


@dataclass(frozen=True, slots=True)
class ArticleUse:
    """An article helped with a record; `id` is derived from both."""

    id: str
    article: str
    kind: str
    record: str
    place: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What happened now. `way`: ids from the site down to the place."""

    category: str = ""
    way: tuple[str, ...] = ()
    code: str = ""
    what: str = ""  # it is about
    cause: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An article with why it was found (`rank`: CODE … WORDS) and the words it has in common with what is asked."""

    article: Article
    rank: int
    words: int
    cause: bool = False


def use_id(article: str, kind: str, record: str) -> str:
    """The id of the one use of an article for a record."""
    return derived_id("article_use", article, kind, record)


def checked(article: Article) -> Article:
    """The article with its words trimmed and links told once; ArticleUnfit, TooLong."""
    title, text = " ".join(article.title.split()), article.text.strip()
    for field, words, most in (("title", title, TITLE_MOST), ("text", text, TEXT_MOST)):
        if not words:
            raise ArticleUnfit(field=field)
        if len(words) > most:
            raise TooLong(field=field, most=most)
    links: dict[str, Any] = {name: _links(name, getattr(article, name)) for name in _LINKS}
    return replace(article, title=title, text=text, **links)


def words_of(text: str) -> frozenset[str]:
    """The words of a text by which it is found: no small ones; of Chinese, which has no spaces, each two characters
    that stand together, and a character that stands alone."""
    found: set[str] = set()
    for part in _PARTS.findall(text.casefold()):
        if _CHINESE.match(part):
            found.update(part[i : i + 2] for i in range(max(1, len(part) - 1)))
        elif part not in _SMALL and (len(part) > 2 or any(sign.isdigit() for sign in part)):
            found.add(part)
    return frozenset(found)


def match(article: Article, asked: Asked) -> Suggestion | None:
    """How well an article fits what happened; None where it does not."""
    told = " ".join((article.title, article.text, *article.keywords))
    wanted = words_of(asked.text)
    common = len(wanted & words_of(told))
    rank = _rank(article, asked)
    if not rank and common >= min(ENOUGH, len(wanted)) and common:
        rank = WORDS
    return Suggestion(article, rank, common, bool(asked.cause) and asked.cause in article.causes) if rank else None


def suggest(
    articles: Iterable[Article], asked: Asked, used: Mapping[str, int] | None = None, most: int = 5
) -> list[Suggestion]:
    """The articles that fit best: same code, then about the same, same category and place, same category, words in
    common; among equals the same cause, more words in common, and what has helped more often (`used`, by id)."""
    helped = used or {}
    found = [one for article in articles if article.active and (one := match(article, asked)) is not None]
    found.sort(key=lambda one: (-one.rank, not one.cause, -one.words, -helped.get(one.article.id, 0), one.article.id))
    return found[:most]


def search(articles: Iterable[Article], text: str) -> list[Article]:
    """Articles that hold every word that was typed, as part of any of theirs; those with it in the title first."""
    wanted = text.casefold().split()
    found = []
    for article in articles:
        title = article.title.casefold()
        whole = " ".join((title, article.text, *article.keywords, *article.codes)).casefold()
        if all(word in whole for word in wanted):
            found.append((not all(word in title for word in wanted), -_last(article), article.id, article))
    return [article for *_, article in sorted(found, key=lambda one: one[:3])]


_LINKS = ("places", "categories", "codes", "abouts", "causes", "keywords")


def _rank(article: Article, asked: Asked) -> int:
    if asked.code and asked.code in article.codes:
        return CODE
    if asked.what and asked.what in article.abouts:
        return ABOUT
    if asked.category and asked.category in article.categories:
        return CATEGORY_AND_PLACE if set(article.places) & set(asked.way) else CATEGORY
    return 0


def _links(field: str, values: tuple[str, ...]) -> tuple[str, ...]:
    told = tuple(dict.fromkeys(value.strip() for value in values if value.strip()))
    if len(told) > LINKS_MOST:
        raise TooLong(field=field, most=LINKS_MOST)
    if any(len(value) > LINK_MOST for value in told):
        raise TooLong(field=field, most=LINK_MOST)
    return told


def _last(article: Article) -> float:
    return (article.changed or article.made).timestamp()
