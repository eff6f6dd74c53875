"""How often the shipped rules of early warning are right: on labelled signals, and on what real machines said.

The whole measurement is `python -m bench.signs`; here is a part of it with signals of another seed. The thresholds are
below what it measures by what so few signals may differ by chance.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from statistics import median

import pytest

from bench.signs import AHEAD, HOUR, measured, recorded, table
from console.domain.readings import Reading
from console.domain.warning_rules import Sign
from console.domain.warnings_shipped import shipped_warning_rules
from tests.paths import DATA, SHARED

ASKED = [  # sign, signals, precision and recall at least, false warnings in a day of 100 signals at most
    (Sign.RATE, 36, 0.85, 0.9, 20.0),
    (Sign.FORECAST, 72, 0.9, 0.5, 8.0),
    (Sign.STUCK, 36, 0.95, 0.95, 1.0),
    (Sign.MISSING, 12, 0.95, 0.95, 1.0),
    (Sign.MATERIAL, 24, 0.95, 0.95, 1.0),
    (Sign.DRIFT, 16, 0.7, 0.75, 15.0),
]
REAL = sorted((SHARED / "nist").glob("*.txt.gz")) + sorted((SHARED / "orbis").glob("*.jsonl.gz"))
MAZAK03 = [path for path in REAL if path.name.startswith("Mazak03")]
QUIET = [rule for rule in shipped_warning_rules(False) if rule.active]


@pytest.mark.parametrize(("sign", "count", "precision", "recall", "false"), ASKED, ids=[str(one[0]) for one in ASKED])
def test_shipped_rules_are_right_so_often_on_labelled_signals(
    sign: Sign, count: int, precision: float, recall: float, false: float
) -> None:
    score = measured(sign, count, seed=7)
    assert score.labels >= 3, table([score])
    assert score.precision >= precision, (table([score]), score.wrong)
    assert score.recall >= recall, (table([score]), score.missed)
    assert score.false_a_day <= false, (table([score]), score.wrong)
    if sign in AHEAD:
        assert median(score.leads) >= 900, "in time to do something"


@pytest.mark.parametrize("path", REAL, ids=[path.stem for path in REAL])
def test_shipped_rules_leave_days_without_trouble_of_that_kind_in_peace(path: Path) -> None:
    """Nothing on these days creeps, freezes or is lost: every warning would be false."""
    told = recorded(path, QUIET)
    assert Counter(one.sign for one in told.seen) == {}, told.seen


def test_shipped_rules_hear_the_excerpts_in_peace() -> None:
    for name in ("Mazak01-excerpt.txt", "orbis-nok-excerpt.jsonl"):
        assert recorded(DATA / name, QUIET).seen == ()


@pytest.mark.skipif(not MAZAK03, reason="the recordings are not here")
def test_faults_put_into_a_real_day_are_found_and_nothing_else() -> None:
    """Five hours into the day a temperature creeps to its limit of 60 in two hours, and a counter is lost for one."""
    begin = 1548850168.7 + 5 * HOUR
    met: list[float] = []

    def faulty(reading: Reading) -> Reading | None:
        passed, value = reading.heard_at - begin, reading.value
        if reading.signal.name == "power-on time" and 0 < passed < HOUR:
            return None
        if reading.signal.name == "temperature S2" and isinstance(value, int) and passed > 0:
            creeps = min(60.0, value + 30 * passed / (2 * HOUR))
            met.extend([reading.heard_at] if creeps == 60.0 else [])
            return reading._replace(value=creeps)
        return reading

    told = recorded(MAZAK03[0], QUIET, alter=faulty)
    found = {(one.sign, one.signal.rpartition("/")[2]): one for one in told.seen}
    assert set(found) == {(Sign.MISSING, "power-on time"), (Sign.FORECAST, "temperature S2")}
    assert found[Sign.MISSING, "power-on time"].at - begin == pytest.approx(300, abs=10)
    assert 900 < met[0] - found[Sign.FORECAST, "temperature S2"].at < 1.25 * HOUR, "as far ahead as a label allows"
