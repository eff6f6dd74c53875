"""Scores of a run: points by section and in all, and which red lines are broken.

    share of an answer = score / TOP; yes 1, no 0; a measure within its limits 1, outside 0; texts and pictures: none
    points             = sum of weight x share x TOP over the answered items that are scored
    most               = sum of weight x TOP over the same items
What does not apply counts neither way, so areas without a rack are compared fairly with those that have one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from console.domain.checklists import SCORED, TOP, WEAK, Answer, Asks, Form, Item, Section


@dataclass(frozen=True, slots=True)
class Score:
    """Points of a section or of all; `answered` of `asked` items have an answer, scored or not."""

    points: float
    most: float
    answered: int
    asked: int

    @property
    def share(self) -> float | None:
        """0..1; None where nothing is scored yet."""
        return self.points / self.most if self.most > 0 else None


@dataclass(frozen=True, slots=True)
class Scored:
    """How a run stands."""

    whole: Score
    sections: Mapping[str, Score]  # by section id
    weak: tuple[str, ...]  # items with a weak answer, in order
    broken: tuple[str, ...]  # of these, red lines
    passed: bool | None  # None: not judged


def share_of(item: Item, answer: Answer | None) -> float | None:
    """How good an answer is, 0..1; None where it is not scored, is missing, or does not apply."""
    if answer is None or answer.skipped or answer.value is None or item.asks not in SCORED:
        return None
    if item.asks is Asks.SCORE:
        return answer.value / TOP
    if item.asks is Asks.YES_NO:
        return 1.0 if answer.value else 0.0
    inside = (item.low is None or answer.value >= item.low) and (item.high is None or answer.value <= item.high)
    return 1.0 if inside else 0.0


def is_weak(item: Item, answer: Answer | None) -> bool:
    """Whether an answer calls for something to be done."""
    share = share_of(item, answer)
    return share is not None and share <= WEAK


def score(form: Form, answers: Iterable[Answer]) -> Scored:
    """The score of what is answered so far."""
    by_item = {answer.item: answer for answer in answers}
    sections = {section.id: _section(section, by_item) for section in form.sections}
    whole = Score(
        sum(one.points for one in sections.values()),
        sum(one.most for one in sections.values()),
        sum(one.answered for one in sections.values()),
        sum(one.asked for one in sections.values()),
    )
    weak = tuple(item.id for item in form.items if is_weak(item, by_item.get(item.id)))
    red = {item.id for item in form.items if item.red_line}
    broken = tuple(id for id in weak if id in red)
    return Scored(whole, sections, weak, broken, _passed(form, whole, broken))


def _section(section: Section, answers: Mapping[str, Answer]) -> Score:
    points = most = 0.0
    for item in section.items:
        share = share_of(item, answers.get(item.id))
        if share is not None:
            points += item.weight * share * TOP
            most += item.weight * TOP
    answered = sum(item.id in answers for item in section.items)
    return Score(points, most, answered, len(section.items))


def _passed(form: Form, whole: Score, broken: tuple[str, ...]) -> bool | None:
    if broken:
        return False
    if form.passes is None or whole.share is None:
        return None
    return whole.share >= form.passes - 1e-9
