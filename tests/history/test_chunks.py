"""Chunks give back what was put into them, to the last bit, and notice what is not that."""

from __future__ import annotations

import math
from contextlib import suppress
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain.readings import AlarmText
from console.domain.stations import StationState
from console.history.chunks import Damaged, checksum, decode, encode
from console.history.columns import decimals
from console.history.samples import Samples, values_of
from tests.history.readings import plain

INT64 = st.integers(-(2**63), 2**63 - 1)
TEXTS = st.text(max_size=20) | st.sampled_from(["", "\x00", "\ud800", "运行", "\u202e"])
VALUES = (
    st.floats()
    | st.floats(width=32)
    | st.integers()
    | INT64
    | st.booleans()
    | st.none()
    | TEXTS
    | st.builds(AlarmText, TEXTS, TEXTS, TEXTS)
    | st.sampled_from(StationState)
)
COLUMNS = st.one_of(
    st.lists(VALUES, min_size=1, max_size=60),
    st.lists(st.floats(), min_size=1, max_size=60),
    st.lists(st.decimals(-9999, 9999, places=3).map(float), min_size=1, max_size=200),
    st.lists(st.integers(-5, 300), min_size=1, max_size=60),
    st.lists(st.sampled_from([0.0, -0.0, math.inf, -math.inf, math.nan, 1e308, 5e-324]), min_size=1, max_size=60),
)


def samples(values: list[object], times: list[int] | None = None) -> Samples:
    count = len(values)
    at = np.array(times if times is not None else range(count), np.int64)
    return Samples(at, np.zeros(count, np.int64), np.zeros(count, np.uint8), values_of(values))


@settings(max_examples=400, deadline=None)
@given(COLUMNS, st.booleans())
def test_any_values_come_back_to_the_last_bit_and_type(values: list[object], quick: bool) -> None:
    back = decode(encode(samples(values), quick))

    assert [plain(value) for value in back.values.tolist()] == [plain(value) for value in values]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(INT64, INT64, st.integers(0, 31), INT64, st.text(max_size=5)), min_size=1), st.booleans())
def test_any_times_flags_and_keys_come_back_also_backwards(rows: list[tuple], quick: bool) -> None:
    at, late, flags, odd, keys = zip(*rows, strict=True)
    given_ = replace(
        samples([1.5] * len(rows), list(at)),
        late=np.array(late, np.int64),
        flags=np.array(flags, np.uint8),
        odd=np.array(odd, np.int64),
        keys=np.array([*keys, None], object)[:-1],
        signal=np.arange(len(rows), dtype=np.int32),
    )

    back = decode(encode(given_, quick))

    for name in ("at", "late", "flags", "odd", "keys", "signal"):
        assert getattr(back, name).tolist() == getattr(given_, name).tolist(), name


def test_no_samples_are_a_chunk_too() -> None:
    assert len(decode(encode(samples([])))) == 0


def test_decimals_are_found_where_they_are_exact_and_only_there() -> None:
    assert decimals(np.array([1.25, 3.5, 100.0])) == 2
    assert decimals(np.array([0.1 + 0.2])) is None
    assert decimals(np.array([1.0, -0.0])) is None


def test_an_hour_of_a_steady_signal_takes_next_to_nothing() -> None:
    hour = samples([21.5] * 3600, [1_700_000_000_000_000 + i * 1_000_000 for i in range(3600)])

    assert len(encode(hour)) < 60


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_chunk_is_noticed_and_breaks_nothing(data: st.DataObject) -> None:
    whole = encode(samples([0.1 * i + 1 / 3 for i in range(200)] + ["text", None, 7]))
    at = data.draw(st.integers(0, len(whole) - 1))
    broken = bytearray(whole)
    broken[at] ^= data.draw(st.integers(1, 255))

    assert checksum(bytes(broken)) != checksum(whole)
    with suppress(Damaged):  # without its checksum it may be read, and never anything worse than Damaged
        decode(bytes(broken))


@pytest.mark.parametrize("cut", [0, 1, 5, 20])
def test_a_chunk_that_was_cut_off_is_damaged(cut: int) -> None:
    with pytest.raises(Damaged):
        decode(encode(samples([1.0, 2.0, 4.0]))[:cut])
