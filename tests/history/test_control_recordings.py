"""Control charts of what real machines said: NIST's Mazak days and an ORBIS session, where the recordings are there."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from console.app.trends import Past
from console.domain.control_charts import ChartKind, ControlChart, Grouping, Phase, Plan
from console.domain.readings import Reading, Role, Signal
from console.history.control_drawn import draw
from tests.history.readings import give, open_history
from tests.paths import SHARED

MAZAK = sorted((SHARED / "nist").glob("*.txt.gz"))
ORBIS = sorted((SHARED / "orbis").glob("*nok*.jsonl.gz"))
Said = list[tuple[float, float]]


def mazak(path: Path, item: str) -> Said:
    """What a machine said of an item; the first lines repeat what was known before and are left out."""
    with gzip.open(path, "rt", encoding="utf-8", errors="replace") as file:
        lines = [line.rstrip("\n").split("|") for line in file]
    told = [
        (_time(parts[0]), float(parts[2]))
        for parts in lines
        if len(parts) > 2 and parts[1] == item and _number(parts[2])
    ]
    first = max(at for at, _ in told) - 86_400
    return sorted(one for one in told if one[0] >= first)


def orbis(path: Path) -> Said:
    """Temperatures of the sensor board, as they were received."""
    found = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            told = json.loads(line)
            if "temperature/dht11" in told.get("topic", ""):
                value = json.loads(told["payload"]).get("temperature")
                found.append((_time(told["timestamp"]), float(value)))
    return sorted(found)


def _time(text: str) -> float:
    return datetime.fromisoformat(text.replace("Z", "+00:00")).replace(tzinfo=UTC).timestamp()


def _number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def cases() -> Iterator[tuple[str, Said]]:
    for path in MAZAK:
        for item in ("S2temp", "Xload"):
            yield f"{path.name[:7]} {item}", mazak(path, item)
    for path in ORBIS:
        yield "ORBIS temperature", orbis(path)


@pytest.mark.skipif(not MAZAK, reason="the recordings are not there")
def test_charts_of_real_machines_are_what_a_plain_reckoning_finds(tmp_path: Path) -> None:
    for name, said in cases():
        assert len(said) > 50, name
        signal = Signal("M/1", Role.TAG, "value")
        phase = Phase(datetime.fromtimestamp(said[0][0] - 1, UTC))
        chart = ControlChart("c", name, ChartKind.I_MR, signal.id, "M/1", phases=(phase,), running_only=False)
        (tmp_path / name).mkdir()
        with open_history(tmp_path / name) as history:
            history.listening(True, said[0][0] - 10)
            give(history, [Reading(signal, value, at, at) for at, value in said])
            drawn = draw(Past(history), Plan(chart), said[0][0] - 5, said[-1][0] + 5)
        values = np.array([value for _, value in said])
        ranges = np.abs(np.diff(values))[~drawn.points.breaks[1:]]
        assert drawn.points.values.tolist() == values.tolist(), name
        last = drawn.phases[-1]
        assert last.center == pytest.approx(values.mean()), name
        assert last.sigma == pytest.approx(ranges.mean() / 1.128), name
        print(f"{name}: {len(said)} values, {int(drawn.points.breaks.sum()) - 1} gaps, center {last.center:.3f}")


@pytest.mark.skipif(not MAZAK, reason="the recordings are not there")
def test_minutes_of_a_spindle_temperature_make_an_xbar_s_chart(tmp_path: Path) -> None:
    said = mazak(MAZAK[0], "S2temp")
    signal = Signal("M/1", Role.TAG, "value")
    start = said[0][0] - 1
    phase = Phase(datetime.fromtimestamp(start, UTC))
    chart = ControlChart("c", "T", ChartKind.XBAR_S, signal.id, "M/1", Grouping.TIME, 600.0, phases=(phase,))
    with open_history(tmp_path) as history:
        history.listening(True, start)
        give(history, [Reading(signal, value, at, at) for at, value in said])
        drawn = draw(Past(history), Plan(chart), start, said[-1][0] + 700)
    assert len(drawn.points) > 20
    assert (drawn.points.sizes >= 2).all()
    for i in (0, len(drawn.points) // 2):
        begin = drawn.points.starts[i] // 600 * 600
        inside = [value for at, value in said if begin <= at < begin + 600 and drawn.points.starts[i] - 1e-3 <= at]
        inside = inside[: int(drawn.points.sizes[i])]
        assert drawn.points.values[i] == pytest.approx(np.mean(inside))
        assert drawn.points.spreads[i] == pytest.approx(np.std(inside, ddof=1))
    assert not drawn.fired.any(), "a phase that learns breaks no rule"
