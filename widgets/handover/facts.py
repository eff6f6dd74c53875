"""The facts of a handover as rows of a name and a value, part by part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from console.domain.handovers import Fact, Part
from widgets.handover.words import FactRow, HandoverCounts, Naming, share_words
from widgets.numbers import decimal, percent, unit_word, whole
from widgets.plain import plain
from widgets.times import short_day

translate = QCoreApplication.translate
NEARLY, BEHIND = 0.98, 0.95  # of the plan: below the first it is worth a look, below the second it is missed


def production(facts: Sequence[Fact], naming: Naming) -> list[FactRow]:
    """Pieces of each line beside the plan, OEE, scrap."""
    rows: list[FactRow] = []
    lines = sum(fact.code == "line" for fact in facts if fact.part is Part.PRODUCTION)
    for fact in facts:
        if fact.part is not Part.PRODUCTION:
            continue
        figures, texts = dict(fact.figures), dict(fact.texts)
        if fact.code == "line":
            rows.append(_line(figures, texts, naming))
        elif fact.code == "oee":
            rows.append(FactRow(_oee_name(lines), percent(figures.get("oee"))))
        elif fact.code == "scrap":
            pieces = f"{whole(figures.get('scrap'))} {unit_word('pcs')}"
            rows.append(FactRow(translate("handover", "Scrap"), f"{pieces} · {percent(figures.get('share'))}"))
    return rows


def people(facts: Sequence[Fact]) -> list[FactRow]:
    """Safety, who is there and who is not."""
    return [row for fact in facts if fact.part in (Part.SAFETY, Part.PEOPLE) for row in _person(fact)]


def audits(facts: Sequence[Fact], naming: Naming) -> list[FactRow]:
    """The latest 5S score, red tags; what is to be watched."""
    return [row for fact in facts if fact.part in (Part.AUDITS, Part.WATCH) for row in _audit(fact, naming)]


def calls(facts: Sequence[Fact]) -> list[FactRow]:
    """Calls of the shift, how fast they were answered, and how long the lines stood still."""
    return [row for fact in facts if fact.part in (Part.CALLS, Part.LOSSES) for row in _call(fact)]


def losses(facts: Sequence[Fact]) -> list[tuple[str, float]]:
    """Why the lines stood still, in minutes, the longest first."""
    found = []
    for fact in facts:
        if fact.part is Part.LOSSES and fact.code in ("reason", "no_reason"):
            name = plain(dict(fact.texts).get("reason", ""), 80) or translate("handover", "No reason yet")
            found.append((name, dict(fact.figures).get("minutes", 0.0)))
    return found


def _line(figures: dict[str, float], texts: dict[str, str], naming: Naming) -> FactRow:
    name = " · ".join(filter(None, (naming.line(texts.get("line", "")), plain(texts.get("order", ""), 40))))
    good, plan = figures.get("good"), figures.get("plan")
    if plan is None:
        return FactRow(name, f"{whole(good)} {unit_word('pcs')}", page="orderfigures")
    words = translate("handover", "{0} / {1} plan").format(whole(good), whole(plan))
    return FactRow(name, words, _met(good or 0.0, plan), "orderfigures")


def _met(good: float, plan: float) -> str:
    if plan <= 0 or good >= plan:
        return "good"
    met = good / plan
    return "text" if met >= NEARLY else "warning" if met >= BEHIND else "bad"


def _oee_name(lines: int) -> str:
    return translate("handover", "OEE, {0} lines").format(lines) if lines > 1 else translate("handover", "OEE")


def _person(fact: Fact) -> Iterator[FactRow]:
    figures, texts = dict(fact.figures), dict(fact.texts)
    if fact.code == "events":
        hurt, near = figures.get("incidents", 0.0), figures.get("near_misses", 0.0)
        role = "bad" if hurt else "text"
        yield FactRow(
            translate("handover", "Incidents / near misses"), f"{whole(hurt)} / {whole(near)}", role, "safety"
        )
        if figures.get("others"):
            yield FactRow(translate("handover", "Hazards and others"), whole(figures["others"]), "text", "safety")
    elif fact.code == "on_duty":
        yield FactRow(translate("handover", "On shift"), whole(figures.get("people")), "text", "crews")
    elif fact.code == "absent":
        yield FactRow(translate("handover", "Absent"), plain(texts.get("person", ""), 60), "text", "crews")


def _audit(fact: Fact, naming: Naming) -> Iterator[FactRow]:
    figures, texts = dict(fact.figures), dict(fact.texts)
    match fact.code:
        case "score":
            yield FactRow(translate("handover", "5S score, latest"), share_words(fact), "text", "auditfigures")
        case "red_tags":
            late = figures.get("late", 0.0)
            words = whole(figures.get("open"))
            if late:
                words = translate("handover", "{0} · {1} to be decided").format(words, whole(late))
            yield FactRow(
                translate("handover", "Red tags open"), words, "warning" if late else "text", "findings", "tags"
            )
        case "shelved":
            yield FactRow(
                translate("handover", "Alarms shelved"), whole(figures.get("alarms")), "text", "calls", "shelved"
            )
        case "silent":
            yield FactRow(translate("handover", "Stations without data"), whole(figures.get("stations")), "warning")
        case "missed_handover":
            day = _day(texts.get("day", ""))
            words = " ".join(filter(None, (plain(texts.get("shift", ""), 40), short_day(day) if day else "")))
            count = figures.get("handovers", 1.0)
            if count > 1:
                words = f"{HandoverCounts().missed(int(count))} · {words}"
            yield FactRow(translate("handover", "Not handed over before"), words, "bad", "pasthandovers")


def _call(fact: Fact) -> Iterator[FactRow]:
    figures = dict(fact.figures)
    match fact.code:
        case "calls":
            words = f"{whole(figures.get('raised'))} / {whole(figures.get('resolved'))}"
            yield FactRow(translate("handover", "Calls raised / resolved"), words, "text", "calls")
        case "mean_acknowledge":
            yield FactRow(translate("handover", "Mean time to acknowledge"), _span(figures), "text", "callfigures")
        case "mean_resolve":
            yield FactRow(translate("handover", "Mean time to resolve"), _span(figures), "text", "callfigures")
        case "stopped":
            words = translate("handover", "{0} min").format(decimal(figures.get("minutes"), 0))
            yield FactRow(translate("handover", "Downtime"), words, "text", "stops")


def _span(figures: dict[str, float]) -> str:
    seconds = round(figures.get("seconds", 0.0))
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60:02d}:{rest % 60:02d}"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
