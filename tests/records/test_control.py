"""Rules of control charts in the records: values come back as they were, and two consoles have one chart's limits."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from console.domain.commands import CONSOLE
from console.domain.commands.control import AddControlChart, BeginPhase, ChangeControlChart, SettlePhase
from console.domain.control_charts import ChartKind, ControlChart, Grouping, Phase
from console.domain.desk import ChangedMeanwhile
from console.domain.ids import new_id
from tests.databases import PostgreSQL
from tests.records.plants import Site, assert_one_truth

T = datetime(2026, 5, 20, 14, 0, 0, 250_000, tzinfo=UTC)
ID = new_id()
CHART = ControlChart(
    ID,
    "焊接电流 🏭 <b>",
    ChartKind.XBAR_S,
    "plant-db:L1/30/电流",
    "L1/30",
    Grouping.TIME,
    0.1 + 60.2,
    (1, 2, 8),
    (Phase(T, "=1+1", T - timedelta(days=1), T),),
    -1e-7,
    1e300,
    0.30000000000000004,
    running_only=False,
    order=7,
)


def test_charts_and_phases_are_one_truth_of_two_consoles(tmp_path: Path, postgresql: PostgreSQL) -> None:
    address = postgresql.fresh()
    a, b = Site(tmp_path, "a"), Site(tmp_path, "b")
    try:
        for site in (a, b):
            site.join(address)
        a.do(AddControlChart(CHART), "anna")
        a.share(), b.share()
        assert b.get(ControlChart, ID) == a.get(ControlChart, ID) == CHART

        a.do(SettlePhase(ID, T, 182.1, 2.8, 25), CONSOLE)
        b.do(SettlePhase(ID, T, 181.9, 2.7, 25), CONSOLE)  # it heard a little less
        a.share(), b.share(), a.share(), b.share()
        assert_one_truth(address, a, b)
        found = b.get(ControlChart, ID)
        assert found is not None
        assert (found.phases[0].center, found.phases[0].sigma, found.phases[0].points) == (182.1, 2.8, 25)

        later = Phase(T + timedelta(hours=1), center=180.0, sigma=2.0, reason="New electrode")
        a.do(BeginPhase(ID, "L1/30", later, 2), "anna")
        with pytest.raises(ChangedMeanwhile):
            a.do(ChangeControlChart(replace(CHART, name="x"), 2), "anna")
        a.share(), b.share()
        assert_one_truth(address, a, b)
        found = b.get(ControlChart, ID)
        assert found is not None
        assert found.phases[1] == later
        for site in (a, b):
            site.verified()
    finally:
        a.close(), b.close()
