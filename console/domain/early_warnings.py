"""What is done with early warnings: told, told again, judged. Each returns what is to be kept, or says why not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice
from math import isfinite

from console.domain.andon_parts import ABOUT_MOST
from console.domain.errors import Refusal
from console.domain.ids import derived_id
from console.domain.text import TooLong
from console.domain.trail import moment
from console.domain.warning_rules import EarlyWarning, Fact, Judged, Sign, WarningRule

JITTER = timedelta(seconds=15)  # by so much two consoles may hear the edges of one warning apart
LONGEST = 60 * 86400.0  # seconds of any time of a rule
DAYS_MOST = 60  # other days that a drift is held against
SIGNAL_MOST, TEXT_MOST, NOTE_MOST = 100, 200, 1000  # characters
FACTS_MOST, FACT_MOST = 16, 120  # pieces of evidence, characters of one


class WarningRuleUnfit(Refusal):
    """The rule contradicts itself or says too little. facts: rule, field."""

    code = "warning_rule_unfit"


class WarningJudged(Refusal):
    """Somebody has said meanwhile what it was. facts: warning, judged, who, at."""

    code = "warning_judged"


@dataclass(frozen=True, slots=True)
class ToldWarning:
    """A warning as a console saw it."""

    rule: str
    sign: Sign
    place: str
    signal: str
    began: datetime
    ended: datetime | None = None
    line: str = ""
    area: str = ""
    facts: tuple[Fact, ...] = ()


def warning_id(rule: str, signal: str, began: datetime) -> str:
    """The id of a warning by what it is: rule, signal and second in which it began."""
    return derived_id("warning", rule, signal, moment(began.replace(microsecond=0)))


def about_of(rule: str, signal: str) -> str:
    """What the call of a warning is about, so that the next one of the same is told on the same open call."""
    about = f"{rule} {signal}"
    return about if len(about) <= ABOUT_MOST else derived_id("warning", rule, signal)


def hear(known: Iterable[EarlyWarning], told: ToldWarning) -> EarlyWarning | None:
    """What a warning that was seen makes of those known: a new one, a changed one, None for nothing new.

    One that overlaps a known warning of the same rule and signal is that warning: another console saw it too.
    """
    alike = [one for one in known if (one.rule, one.signal) == (told.rule, told.signal) and _touch(one, told)]
    if not alike:
        return _new(told)
    same = max(alike, key=lambda one: (one.began, one.id))
    changed = same
    if told.began < same.began - JITTER and len(alike) == 1:
        changed = replace(changed, began=told.began)
    if told.ended is not None and (same.ended is None or told.ended > same.ended + JITTER):
        changed = replace(changed, ended=max(told.ended, changed.began))
    return changed if changed != same else None


def judge(warning: EarlyWarning, judged: Judged, note: str, was: Judged, at: datetime, who: str) -> EarlyWarning:
    """Say afterwards whether it was right; NOT takes that back. `was`: what had been said when it was shown."""
    if warning.judged is not was and warning.judged_by != who:
        raise WarningJudged(
            warning=warning.id, judged=warning.judged.value, who=warning.judged_by, at=warning.judged_at
        )
    if len(note) > NOTE_MOST:
        raise TooLong(field="note", most=NOTE_MOST)
    if judged is Judged.NOT:
        return replace(warning, judged=judged, judged_by="", judged_at=None, note="")
    return replace(warning, judged=judged, judged_by=who, judged_at=at, note=note.strip())


def checked_warning_rule(rule: WarningRule) -> WarningRule:
    """The rule with its numbers as every database keeps them; WarningRuleUnfit names the field that cannot be so."""
    unfit = next((field for field, fits in _tests(rule) if not fits), "")
    if unfit:
        raise WarningRuleUnfit(rule=rule.id, field=unfit)
    return replace(
        rule,
        signal=rule.signal.strip(),
        places=tuple(dict.fromkeys(rule.places)),
        limit=float(rule.limit),
        over=float(rule.over),
        horizon=float(rule.horizon),
        per_piece=float(rule.per_piece),
        off_delay=float(rule.off_delay),
    )


def _tests(rule: WarningRule) -> tuple[tuple[str, bool], ...]:
    sign = rule.sign
    over = sign in (Sign.RATE, Sign.STUCK, Sign.DRIFT, Sign.FORECAST)
    numbers = (("limit", rule.limit, 1e300), ("per_piece", rule.per_piece, 1e300))
    times = tuple((name, getattr(rule, name), LONGEST) for name in ("over", "horizon", "off_delay"))
    return (
        ("name", bool(rule.name.strip())),
        ("signal", bool(rule.signal.strip()) and len(rule.signal) <= SIGNAL_MOST),
        *((field, isfinite(value) and 0 <= value <= most) for field, value, most in (*numbers, *times)),
        ("limit", rule.limit > 0 or sign not in (Sign.RATE, Sign.DRIFT)),
        ("over", rule.over > 0 or not (over or (sign is Sign.MISSING and rule.limit <= 0))),
        ("horizon", rule.horizon > 0 or sign is not Sign.FORECAST),
        ("days", (1 if sign is Sign.DRIFT else 0) <= rule.days <= DAYS_MOST),
        ("text", len(rule.text) <= TEXT_MOST),
    )


def _new(told: ToldWarning) -> EarlyWarning:
    return EarlyWarning(
        warning_id(told.rule, told.signal, told.began),
        told.rule,
        told.sign,
        told.place,
        told.signal,
        told.began,
        None if told.ended is None else max(told.began, told.ended),
        told.line,
        told.area,
        fit_facts(told.facts),
    )


def fit_facts(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Evidence as it can be kept: short texts on one line, no more than there is room for, no number that is none."""
    return tuple(_fact(one) for one in islice(facts, FACTS_MOST))


def _fact(fact: Fact) -> Fact:
    if isinstance(fact.value, str):
        return Fact(fact.code, " ".join(fact.value.split())[:FACT_MOST])
    value = float(fact.value)
    return Fact(fact.code, value if isfinite(value) else str(value))


def _touch(known: EarlyWarning, told: ToldWarning) -> bool:
    before = told.ended is None or known.began <= told.ended + JITTER
    return before and (known.ended is None or known.ended >= told.began - JITTER)
