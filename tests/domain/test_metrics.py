"""The metric dictionary: every number of the board has one definition, complete and in step with the rules."""

from __future__ import annotations

import pytest

from console.domain.bottleneck import __doc__ as bottleneck_rule
from console.domain.metrics import METRICS, ROSER, Metric
from console.domain.stations import LossKind

ON_THE_BOARD = [
    *("oee", "availability", "performance", "quality", "good", "scrap", "plan_vs_actual", "forecast_finish", "takt"),
    *("cycle_time", "bottleneck", "loss_minutes", "stops", "wip", "first_pass", "message_age", "msg_rate"),
    *("claimed_oee", "clock_skew"),
]


@pytest.mark.parametrize("code", ON_THE_BOARD)
def test_every_number_on_the_board_has_a_definition(code: str) -> None:
    assert METRICS[code].code == code


@pytest.mark.parametrize("metric", METRICS.values(), ids=list(METRICS))
def test_a_definition_has_formula_source_unit_owner_and_version(metric: Metric) -> None:
    assert all((metric.formula, metric.source, metric.unit, metric.owner))
    assert metric.version >= 1
    assert metric.code.isidentifier()


def test_no_code_is_defined_twice() -> None:
    from console.domain import metrics

    assert len(metrics._ALL) == len(METRICS)


def test_the_loss_definition_names_every_kind_of_loss() -> None:
    formula = METRICS["loss_minutes"].formula.replace("micro-stops", "micro_stop").replace("no data", "no_data")
    assert [kind for kind in LossKind if kind not in formula] == []


def test_dictionary_and_rule_name_the_same_source() -> None:
    assert bottleneck_rule
    assert all(name in bottleneck_rule for name in ("Roser", "Nakano", "Tanaka"))
    assert "Roser" in ROSER
