"""What the demo keeps of trends: charts of measured values with limits, and a view that everybody may open."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from console.demo.plant_text import plant_text
from console.demo.trends import PENS, trend_commands
from console.domain.commands.control import AddControlChart
from console.domain.commands.trends import SaveTrendView, ShareTrendView
from console.domain.plant import Plant
from console.domain.readings import Role, Signal
from console.telemetry.plantfile import load_plant

SINCE = datetime(2026, 3, 4, 6, tzinfo=UTC)


def plant(tags: int) -> Plant:
    """The demo's plant after its third station was heard."""
    made = load_plant(plant_text(1, "UTC")).plant
    station = [*made.stations()][2].id
    heard = [Signal(station, Role.TAG, f"tag {n}", "A", 1.0, 2.0 if n else None) for n in range(tags)]
    return replace(made, signals=(*made.signals, *heard))


def test_two_charts_and_a_shared_view_of_the_first_station_that_measures_enough() -> None:
    given = list(trend_commands(plant(PENS), "anna", SINCE))
    assert [type(one) for one in given] == [AddControlChart, AddControlChart, SaveTrendView, ShareTrendView]
    charts = [one.chart for one in given if isinstance(one, AddControlChart)]
    assert all(chart.lower is not None and chart.upper is not None and chart.phases for chart in charts)
    view = next(one.view for one in given if isinstance(one, SaveTrendView))
    assert (len(view.pens), view.owner) == (PENS, "anna")
    assert list(trend_commands(plant(PENS), "anna", SINCE)) == given, "the same in every demo"


def test_a_plant_that_measures_little_gets_none() -> None:
    assert list(trend_commands(plant(PENS - 1), "anna", SINCE)) == []
