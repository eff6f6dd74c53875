"""What is encoded for many signals at once is what each of them would have become alone."""

from __future__ import annotations

import numpy as np
import pytest

from console.history.chunks import encode
from console.history.columns import EVEN, In, Out, get_ints, put_ints
from console.history.pieces import FEW, by_hour, by_signal, pieces
from console.history.rollups import HOUR
from console.history.samples import Samples


def samples(count: int, signals: int, odd: bool = False) -> Samples:
    """Of some signals over three hours, some of them out of order, in the order heard."""
    chance = np.random.default_rng(7)
    at = np.sort(chance.integers(0, 3 * HOUR, count)) + 1_700_000_000_000_000
    at[::97] -= 5_000_000  # heard late
    values = chance.normal(20, 3, count).round(2)
    kinds = values.astype(object)
    if odd:
        kinds[::50] = "stopped"
    return Samples(
        at,
        chance.integers(0, 40, count),
        np.where(chance.random(count) < 0.01, 2, 0).astype(np.uint8) if odd else np.zeros(count, np.uint8),
        kinds if odd else values,
        signal=chance.integers(1, signals + 1, count).astype(np.int32),
    )


@pytest.mark.parametrize("odd", [False, True])
def test_pieces_made_together_are_those_made_one_by_one(odd: bool) -> None:
    given = samples(30_000, 40, odd)
    made = [row for row in pieces(given) if row[0]]

    alone = [(signal, hour) for signal, part in by_signal(given) for hour in by_hour(part) if len(hour) >= FEW]
    assert len(made) == len(alone) > 100
    for row, (signal, part) in zip(made, alone, strict=True):
        heard = part.heard
        assert (np.diff(part.at) >= 0).all()
        assert row[:6] == (signal, part.at[0], part.at[-1], heard.min(), heard.max(), len(part))
        assert row[-1] == encode(part, quick=True)
        numbers = part.numbers()[part.usable(part.numbers())]
        assert row[6:9] == (len(numbers), numbers.min(), numbers.max())
        assert row[9] == pytest.approx(numbers.sum())


@pytest.mark.parametrize("values", [[5], [5, 5, 5], [0, 60, 120, 180], [9, 6, 3], [-(2**63), 2**63 - 1], [1, 2, 4, 7]])
def test_numbers_at_even_steps_take_a_few_bytes_and_come_back(values: list[int]) -> None:
    out = Out()
    put_ints(out, np.array(values, np.int64), (1, 2))

    back = get_ints(In(bytes(out.bytes)), len(values))
    assert back.tolist() == values
    if len(set(np.diff(np.array(values, object)))) == 1 and len(set(values)) > 1 and len(values) > 2:
        assert out.bytes[0] == EVEN
        assert len(out.bytes) <= 4
