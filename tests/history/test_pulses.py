"""That something was heard is told thinly: every silence that counts begins and ends exactly as it did."""

from __future__ import annotations

import random
from bisect import bisect_right
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from console.history.pulses import PARTS, thinned
from tests.history.readings import START, TAG, filled, give, open_history, reading

LIMIT = 60.0
OTHER = replace(TAG, place="L1/40", index=5)
SECOND = replace(TAG, name="force", index=6)


def silences(times: list[float], limit: float) -> list[tuple[float, float]]:
    return [(a, b) for a, b in zip(times, times[1:], strict=False) if b - a > limit]


@pytest.mark.parametrize("seed", range(6))
def test_whatever_is_left_out_no_silence_is_made_lost_or_moved(seed: int) -> None:
    chance = random.Random(seed)
    times, at = [], 0
    for _ in range(800):
        at += chance.choice([1000, 400_000, 900_000, 20_000_000, 61_000_000, 600_000_000])
        times.append(at)
    kept = thinned(np.array(times, np.int64), round(LIMIT * 1e6 / PARTS)).tolist()
    assert silences(kept, LIMIT * 1e6) == silences(times, LIMIT * 1e6)
    assert (kept[0], kept[-1]) == (times[0], times[-1])
    for moment in range(times[0], times[-1], 37_000_000):  # who looks at any time finds the same verdict
        last, found = (which[bisect_right(which, moment) - 1] for which in (times, kept))
        assert (moment - found > LIMIT * 1e6) == (moment - last > LIMIT * 1e6)


@pytest.mark.parametrize("sealed", [False, True])
def test_a_second_by_second_signal_costs_a_few_pulses_and_several_signals_are_one_voice(
    tmp_path: Path, sealed: bool
) -> None:
    heard = [reading(float(i), START + i) for i in range(0, 3000)]
    heard += [reading(1.0, START + i, SECOND) for i in range(3000, 4000)]
    heard += [reading(1.0, START + i, OTHER) for i in range(0, 8000, 500)]
    heard += [reading(9.0, START + 6000, retained=True)]
    heard.sort(key=lambda one: one.heard_at)
    with open_history(tmp_path) as history:
        give(history, heard)
        if sealed:
            assert history.seal(merge=True)
        groups = {"L1/30": ([TAG.id, SECOND.id], LIMIT), "L1/40": ([OTHER.id], LIMIT)}
        told = list(history.pulses(START, START + 9000, groups))
    assert told == sorted(told, key=lambda one: one[0])
    mine = [at for at, place in told if place == "L1/30"]
    assert len(mine) < 4000 / (LIMIT / PARTS) + 10
    assert silences(mine, LIMIT) == []
    assert mine[-1] == START + 3999, "a retained message proves nothing about now"
    assert [at for at, place in told if place == "L1/40"] == [START + i for i in range(0, 8000, 500)]


def test_only_what_was_heard_in_the_time_asked_for_is_told(tmp_path: Path) -> None:
    filled(tmp_path, [reading(float(i), START + 10 * i) for i in range(1000)])
    with open_history(tmp_path) as history:
        told = [at for at, _ in history.pulses(START + 100, START + 200, {"L1/30": ([TAG.id], 4.0)})]
        assert told == [START + 100 + 10 * i for i in range(10)]
        assert list(history.pulses(START, START + 9000, {"L1/30": (["L1/30/unknown"], 4.0)})) == []
        assert list(history.pulses(START, START + 9000, {})) == []
