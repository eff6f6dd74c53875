"""What the call of a warning says, in the plant's language: who reads it later has only these words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from console.domain.warning_rules import Fact, Sign, WarningRule

Words = tuple[str, str]  # English, Chinese
_TEXTS: dict[Sign, Words] = {
    Sign.RATE: ("{signal}: {value}, changes by {rate}", "{signal}：{value}，变化 {rate}"),
    Sign.STUCK: ("{signal} has not moved from {value} for {still}", "{signal} 停在 {value} 已 {still}"),
    Sign.MISSING: ("Nothing heard of {signal} for {silent}", "{signal} 已 {silent} 没有数据"),
    Sign.DRIFT: (
        "{signal}: mean {mean}, usually {usual} at this hour",
        "{signal}：均值 {mean}，其他日同时段为 {usual}",
    ),
    Sign.FORECAST: ("{signal}: {value}, reaches {limit} in {left}", "{signal}：{value}，{left}后达到 {limit}"),
    Sign.CONTROL: ("{signal}: out of control, rule {rule}", "{signal}：失控，规则 {rule}"),
    Sign.MATERIAL: ("{signal}: {value} left, lasts for {left}", "{signal}：剩余 {value}，可用 {left}"),
}
_SHORT: Words = ("{signal}: {value} left, not enough for the order", "{signal}：剩余 {value}，不够本工单")
_MANY: Words = ("{rule}: {count} more signals", "{rule}：另有 {count} 个信号")
_UNITS = (("{0} s", "{0} 秒"), ("{0} min", "{0} 分钟"), ("{0} h", "{0} 小时"), ("{0} d", "{0} 天"))
SECONDS = frozenset({"left", "soonest", "latest", "still", "usual_still", "silent", "interval", "after", "over"})
A_MINUTE = frozenset({"rate", "limit_rate"})
MEASURED = frozenset({"value", "limit", "mean", "usual", "sigma", "needed"})


def call_text(rule: WarningRule, signal: str, unit: str, place: str, facts: Iterable[Fact], chinese: bool) -> str:
    """The rule's own text, or what its sign says, with its gaps filled; one that nothing is known for stays open.

    `signal`, `place`: what they are called, `unit`: in which the signal is measured.
    """
    told = {fact.code: _said(fact, unit, chinese) for fact in facts}
    told |= {"signal": signal, "place": place, "name": rule.name}
    text = rule.text or _TEXTS[rule.sign][chinese]
    if not rule.text and rule.sign is Sign.MATERIAL and "left" not in told:
        text = _SHORT[chinese]
    return re.sub(r"\{(\w+)\}", lambda found: told.get(found[1], found[0]), text)


def many_text(rule: WarningRule, count: int, chinese: bool) -> str:
    """What the one call says that stands for many signs of a rule at once."""
    return _MANY[chinese].replace("{rule}", rule.name).replace("{count}", str(count))


def short_time(seconds: float, chinese: bool) -> str:
    """A length of time in its largest unit: 45 s, 40 min, 1.5 h, 3 d."""
    size = abs(seconds)
    place = 0 if size < 90 else 1 if size < 5400 else 2 if size < 172_800 else 3
    value = size / (1, 60, 3600, 86400)[place]
    return _UNITS[place][chinese].format(f"{value:.0f}" if place < 2 else f"{value:.1f}".removesuffix(".0"))


def short_number(value: float) -> str:
    """A measured value with four digits that say something."""
    return f"{value:.0f}" if 1000 <= abs(value) < 1e7 else f"{value:.4g}"


def _said(fact: Fact, unit: str, chinese: bool) -> str:
    if isinstance(fact.value, str):
        return fact.value
    if fact.code in SECONDS:
        return short_time(fact.value, chinese)
    number = short_number(fact.value)
    if fact.code in A_MINUTE:
        return f"{number} {unit}/min".replace("  ", " ")
    return f"{number} {unit}".strip() if fact.code in MEASURED else number
