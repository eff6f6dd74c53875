"""What screens ask about what was learned, and the figures of improvement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from console.app import sources
from console.domain.actions import Action
from console.domain.andon import Call, Category
from console.domain.desk import ReadDesk
from console.domain.improvement import WINDOW, Measures, handling, repeated, reviewed
from console.domain.knowledge import Article, ArticleUse, Asked, Suggestion, suggest
from console.domain.people import Person
from console.domain.reviews import WITHIN, Review


@dataclass(frozen=True, slots=True)
class ArticleShown:
    """An article as a list shows it."""

    article: Article
    by: str = ""  # who wrote it
    helped: int = 0  # with how many records
    version: int = 0
    waiting: bool = False


@dataclass(frozen=True, slots=True)
class UseShown:
    """With what an article helped, and who said so."""

    use: ArticleUse
    title: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """One article with all that it helped with."""

    shown: ArticleShown
    uses: tuple[UseShown, ...]
    source: str = ""  # what the record is called that it was learned from


@dataclass(frozen=True, slots=True)
class Suggested:
    """What is suggested for a record, what of it helped, and what was learned from the record itself."""

    articles: tuple[tuple[Suggestion, int], ...]  # with how often each has helped
    helped: frozenset[str]  # ids of articles
    written: tuple[Article, ...]


def articles(desk: ReadDesk) -> tuple[ArticleShown, ...]:
    """Every article, the last written first."""
    kept = desk.kept(Article)
    counts = _uses(desk)
    names = {person.id: person.name for person in desk.find(Person)} if kept else {}
    kept.sort(key=lambda one: (one.value.changed or one.value.made, one.value.id), reverse=True)
    return tuple(
        ArticleShown(one.value, names.get(one.value.made_by, ""), counts.get(one.value.id, 0), one.version, one.waiting)
        for one in kept
    )


def article_file(id: str) -> Callable[[ReadDesk], ArticleFile | None]:
    """One article; None where there is none."""

    def ask(desk: ReadDesk) -> ArticleFile | None:
        kept = desk.kept(Article, id=id)
        if not kept:
            return None
        article = kept[0].value
        uses = desk.find(ArticleUse, article=id, order="-at")
        who = sorted({article.made_by, *(use.by for use in uses)})
        names = {person.id: person.name for person in desk.find(Person, ("id", "in", who))}
        told = tuple(UseShown(use, sources.title_of(desk, use.kind, use.record), names.get(use.by, "")) for use in uses)
        shown = ArticleShown(article, names.get(article.made_by, ""), len(uses), kept[0].version, kept[0].waiting)
        return ArticleFile(shown, told, sources.title_of(desk, article.kind, article.record))

    return ask


def suggested(kind: str, record: str, asked: Asked) -> Callable[[ReadDesk], Suggested]:
    """What could help with a record now."""

    def ask(desk: ReadDesk) -> Suggested:
        counts = _uses(desk)
        known = [article for article in desk.find(Article, active=True) if article.record != record]
        found = suggest(known, asked, counts)
        helped = frozenset(use.article for use in desk.find(ArticleUse, kind=kind, record=record))
        written = tuple(desk.find(Article, kind=kind, record=record))
        return Suggested(tuple((one, counts.get(one.article.id, 0)) for one in found), helped, written)

    return ask


def measures(now: datetime) -> Callable[[ReadDesk], Measures]:
    """The figures of the last 90 days."""

    def ask(desk: ReadDesk) -> Measures:
        since = now - WINDOW
        done = desk.find(Action, ("verified", ">=", since))
        calls = desk.find(Call, ("raised", ">=", since - 3 * WITHIN))
        categories = {category.id: category for category in desk.find(Category)}
        wanted = desk.find(Review, ("wanted", ">=", since))
        return Measures(
            *handling(done, since, now),
            reviewed(wanted, since, now),
            repeated(calls, categories, now),
            desk.count(ArticleUse, ("at", ">=", since)),
        )

    return ask


def _uses(desk: ReadDesk) -> dict[str, int]:
    counts: dict[str, int] = {}
    for use in desk.find(ArticleUse):
        counts[use.article] = counts.get(use.article, 0) + 1
    return counts
