"""The rules of early warning that are shipped, in both languages: what a plant begins with and then makes its own.

Those that need a number only the plant knows are switched off until somebody gives it. The others' numbers were chosen
by how often they are right on labelled signals (bench/signs.py).
"""

from __future__ import annotations

from console.domain.warning_rules import Sign, WarningRule, Way

Words = tuple[str, str]  # English, Chinese
MINUTE, HOUR = 60.0, 3600.0
_NAMES: dict[str, Words] = {
    "forecast": ("Will reach a limit", "将到达限值"),
    "drift": ("Differs from other days", "偏离往日水平"),
    "missing": ("Data is missing", "数据缺失"),
    "control": ("Out of control", "过程失控"),
    "material": ("Material runs low", "缺料预警"),
    "stuck": ("Value stands still", "数值不变"),
    "rate": ("Changes too fast", "变化过快"),
}


def shipped_warning_rules(chinese: bool) -> tuple[WarningRule, ...]:
    """One rule for each sign; levels of material are known by the usual names of such tags."""
    return (
        _rule("forecast", chinese, Sign.FORECAST, over=HOUR, horizon=HOUR, off_delay=15 * MINUTE),
        _rule("drift", chinese, Sign.DRIFT, limit=4.0, over=30 * MINUTE, days=14, off_delay=HOUR),
        _rule("missing", chinese, Sign.MISSING, limit=10.0, over=5 * MINUTE),
        _rule("control", chinese, Sign.CONTROL, off_delay=5 * MINUTE),
        _rule(
            "material", chinese, Sign.MATERIAL, signal="*material*", over=30 * MINUTE, horizon=30 * MINUTE, way=Way.DOWN
        ),
        _rule("stuck", chinese, Sign.STUCK, over=30 * MINUTE),
        _rule("rate", chinese, Sign.RATE, limit=1.0, over=5 * MINUTE, active=False),
    )


def _rule(id: str, chinese: bool, sign: Sign, **more: object) -> WarningRule:
    order = list(_NAMES).index(id)
    return WarningRule(id, _NAMES[id][chinese], sign, order=order, **more)  # type: ignore[arg-type]
