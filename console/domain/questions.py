"""Questions that are kept: asked again with one click, and answered in the reports of shifts, days and weeks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from console.domain.compare import By, Measure, Question, checked_question
from console.domain.errors import Refusal
from console.domain.people import NAME_MOST, plain_text

MOST = 200  # questions of a plant


class QuestionNameTaken(Refusal):
    """Another question has this name. facts: name."""

    code = "question_name_taken"


class TooManyQuestions(Refusal):
    """No more are kept. facts: most."""

    code = "too_many_questions"


class Every(StrEnum):
    """What a report is about."""

    SHIFT = "shift"
    DAY = "day"
    WEEK = "week"


@dataclass(frozen=True, slots=True)
class SavedQuestion:
    """A question with a name. `span`, `against`: keys of the screen's choices; `reports`: which of them answer it."""

    id: str
    name: str
    measure: Measure
    rows: By
    columns: By = By.NONE
    areas: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    shifts: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    crews: tuple[str, ...] = ()
    span: str = "7"
    against: str = ""
    reports: tuple[Every, ...] = ()
    by: str = ""
    at: datetime | None = None

    @property
    def question(self) -> Question:
        """What is asked."""
        filters = (self.areas, self.lines, self.shifts, self.products, self.crews)
        return Question(self.measure, self.rows, self.columns, *filters)


def saved(question: Question, id: str, name: str, span: str, against: str) -> SavedQuestion:
    """A question to be kept."""
    asked = (question.measure, question.rows, question.columns)
    filters = (question.areas, question.lines, question.shifts, question.products, question.crews)
    return SavedQuestion(id, name, *asked, *filters, span, against)


def checked_saved(given: SavedQuestion, others: Iterable[SavedQuestion]) -> SavedQuestion:
    """The question with its name as it is kept; QuestionUnfit, QuestionNameTaken, TooManyQuestions, or a bad name."""
    checked_question(given.question)
    name = plain_text(given.name, "title", NAME_MOST)
    rest = [other for other in others if other.id != given.id]
    if any(other.name.casefold() == name.casefold() for other in rest):
        raise QuestionNameTaken(name=name)
    if len(rest) >= MOST:
        raise TooManyQuestions(most=MOST)
    return replace(given, name=name, reports=tuple(dict.fromkeys(given.reports)))
