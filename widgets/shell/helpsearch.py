"""Looking for words in the help: every page of a language, read once, the best places first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

MOST = 30  # pages that are listed
AROUND = 60  # characters before and behind what was found
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
MARKS = re.compile(r"\*|`|^\s*(?:[-*]|\d+\.)\s+|^\|[-|: ]+\|$|^```\w*$", re.MULTILINE)
BARS = re.compile(r"\s*\|[\s|]*")  # between the cells and rows of a table
JOINED = re.compile(r"(?<=[\u3001-\u9fff\uff01-\uff5e]) (?=[\u3001-\u9fff])")  # Chinese over the end of a line
CHINESE = re.compile(r"[\u3400-\u9fff]{3,}")


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading of a page, as plain text."""

    page: str
    title: str  # of the page
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A page, and the place in it that has most of the words."""

    page: str
    title: str
    heading: str  # "" at the head of the page
    excerpt: str


@dataclass(frozen=True, slots=True)
class Found:
    """The pages, the best first; `whole` unless they have only most of the words, because none has all."""

    hits: tuple[Hit, ...] = ()
    whole: bool = True


def sections(page: str, markdown: str) -> list[Section]:
    """A page taken apart at its headings."""
    title, heading, lines = "", "", []
    found: list[Section] = []
    fenced = False
    for line in [*markdown.splitlines(), "# "]:
        fenced = fenced is not line.startswith("```")
        if not line.startswith("#") or fenced:
            lines.append(line)
            continue
        if title:
            found.append(Section(page, title, heading, plain_text("\n".join(lines))))
        words = plain_text(line.lstrip("#"))
        title, heading, lines = title or words, words if title else "", []
    return found


def plain_text(markdown: str) -> str:
    """The words of Markdown without its marks, in one line."""
    words = MARKS.sub("", LINK.sub(r"\1", markdown))
    words = BARS.sub(" · ", words.replace("\\", ""))
    return JOINED.sub("", " ".join(words.split())).strip("· ")


def terms_of(words: str) -> list[str]:
    """What is looked for."""
    return [word for word in words.casefold().split() if word][:8]


def search(words: str, shelf: Mapping[str, Sequence[Section]]) -> Found:
    """The pages of `shelf` (name and sections) that have all the words, else those that have two thirds of them.

    A longer Chinese expression that stands nowhere as it is written is looked for by its pairs of characters.
    """
    terms = terms_of(words)
    hits = _ranked(terms, shelf, len(terms)) if terms else []
    if hits or not terms:
        return Found(tuple(hits))
    parts = list(_pairs(terms))
    return Found(tuple(_ranked(parts, shelf, max(1, len(parts) * 2 // 3))), whole=False)


def _pairs(terms: Iterable[str]) -> Iterable[str]:
    for term in terms:
        if CHINESE.fullmatch(term):
            yield from (term[at : at + 2] for at in range(len(term) - 1))
        else:
            yield term


def _ranked(terms: Sequence[str], shelf: Mapping[str, Sequence[Section]], least: int) -> list[Hit]:
    ways = [_ways(term) for term in terms]
    scored = []
    for page in shelf.values():
        there = sum(any(_has(section, way) for section in page) for way in ways)
        if page and there >= least:
            best = max(page, key=lambda section: _score(section, ways))
            title = sum(8 for way in ways if any(form in page[0].title.casefold() for form in way))
            scored.append((9 * there + title + _score(best, ways), best))
    scored.sort(key=lambda one: (-one[0], one[1].title))
    return [Hit(one.page, one.title, one.heading, _excerpt(one.text, ways)) for _, one in scored[:MOST]]


def _ways(term: str) -> tuple[str, ...]:
    """A word, and without the s of a plural."""
    return (term, term[:-1]) if len(term) > 3 and term.isascii() and term.endswith("s") else (term,)


def _has(section: Section, way: Sequence[str]) -> bool:
    inside = f"{section.title}\n{section.heading}\n{section.text}".casefold()
    return any(form in inside for form in way)


def _score(section: Section, ways: Sequence[Sequence[str]]) -> int:
    heading, text = section.heading.casefold(), section.text.casefold()
    score = 0
    for way in ways:
        score += 4 if any(form in heading for form in way) else 0
        score += min(3, max(text.count(form) for form in way))
    return score


def _excerpt(text: str, ways: Sequence[Sequence[str]]) -> str:
    folded = text.casefold()
    places = [folded.find(form) for way in ways for form in way]
    first = min((place for place in places if place >= 0), default=0)
    around = AROUND // 2 if CHINESE.search(text) else AROUND
    begin, end = max(0, first - around), first + 2 * around
    if begin:
        begin = text.find(" ", begin, first) + 1 or begin
    if end < len(text):
        blank = text.rfind(" ", first, end)
        end = blank if blank > first + around else end
    return f"{'… ' if begin else ''}{text[begin:end]}{' …' if end < len(text) else ''}"
