"""What is done with a run: answers, until somebody signs it or says why it is dropped."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime
from math import isfinite

from console.domain.checklist_refusals import (
    AnswerUnfit,
    EvidenceMissing,
    FindingsMissing,
    RunOver,
    RunUnfinished,
    TemplateRetired,
)
from console.domain.checklist_scores import is_weak, score
from console.domain.checklists import (
    TEXT_MOST,
    TOP,
    Answer,
    Asks,
    Evidence,
    Form,
    Going,
    Item,
    Run,
    Template,
    Version,
)
from console.domain.text import passage

MEASURE_MOST = 1e12


def begin(template: Template, run: Run) -> Run:
    """A run of its version, 0: of the one that holds; TemplateRetired where there is none to run."""
    if template.retired or not template.published:
        raise TemplateRetired(template=template.id)
    return replace(run, template=template.id, version=run.version or template.published, going=Going.OPEN)


def answered(run: Run, version: Version, answer: Answer) -> Answer:
    """The answer as it is kept; RunOver, AnswerUnfit where it is none to this item."""
    open_run(run)
    item = next((item for item in version.form.items if item.id == answer.item), None)
    if item is None or not _fits(item, answer):
        raise AnswerUnfit(item=answer.item, asks=item.asks.value if item is not None else "")
    needed = answer.skipped or item.asks is Asks.TEXT
    text = passage(answer.text, "reason" if answer.skipped else "text", TEXT_MOST, needed=needed)
    value = None if answer.skipped or item.asks in (Asks.TEXT, Asks.PHOTO) else answer.value
    return replace(answer, text=text, value=value)


def sign(
    run: Run,
    version: Version,
    answers: Iterable[Answer],
    pictured: Collection[str],
    found: Collection[str],
    at: datetime,
    who: str,
    note: str = "",
) -> Run:
    """The run with its score. `pictured`: items with a picture; `found`: items with a finding.

    RunOver, RunUnfinished, EvidenceMissing; FindingsMissing where a weak answer has neither a finding nor words.
    """
    open_run(run)
    by_item = {answer.item: answer for answer in answers}
    items = version.form.items
    missing = tuple(item.id for item in items if item.id not in by_item)
    if missing:
        raise RunUnfinished(items=missing)
    bare = tuple(item.id for item in items if wants_picture(item, by_item[item.id]) and item.id not in pictured)
    if bare:
        raise EvidenceMissing(items=bare)
    silent = tuple(
        item.id
        for item in items
        if is_weak(item, by_item[item.id]) and item.id not in found and not by_item[item.id].text
    )
    if silent:
        raise FindingsMissing(items=silent)
    came_to = score(version.form, by_item.values())
    return replace(
        run,
        going=Going.SIGNED,
        ended=at,
        ended_by=who,
        points=came_to.whole.points,
        most=came_to.whole.most,
        passed=came_to.passed,
        broken=came_to.broken,
        note=passage(note, "note", TEXT_MOST, needed=False),
    )


def drop(run: Run, at: datetime, who: str, why: str) -> Run:
    """The run that is not finished, for a reason; what was answered stays."""
    open_run(run)
    return replace(run, going=Going.DROPPED, ended=at, ended_by=who, why=passage(why, "reason", TEXT_MOST))


def wants_picture(item: Item, answer: Answer | None) -> bool:
    """Whether the item needs a picture with this answer."""
    if answer is None or answer.skipped:
        return False
    if item.asks is Asks.PHOTO or item.evidence is Evidence.ALWAYS:
        return True
    return item.evidence is Evidence.WEAK and is_weak(item, answer)


def next_open(form: Form, answers: Iterable[Answer], after: str = "") -> str:
    """The next item without an answer, after one and then from the top; "" = all are answered."""
    known = {answer.item for answer in answers}
    ids = [item.id for item in form.items]
    at = ids.index(after) + 1 if after in ids else 0
    return next((id for id in [*ids[at:], *ids[:at]] if id not in known), "")


def open_run(run: Run) -> None:
    """RunOver where nothing more is taken."""
    if run.going is not Going.OPEN:
        raise RunOver(run=run.id, going=run.going.value)


def _fits(item: Item, answer: Answer) -> bool:
    if answer.skipped:
        return item.may_skip
    value = answer.value
    if item.asks is Asks.SCORE:
        return value is not None and value in range(TOP + 1)
    if item.asks is Asks.YES_NO:
        return value in (0, 1)
    if item.asks is Asks.MEASURE:
        return value is not None and isfinite(value) and abs(value) <= MEASURE_MOST
    return True
