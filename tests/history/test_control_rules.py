"""Nelson's eight rules on sequences made by hand: each fires where its definition says, not one point earlier."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.history.control_rules import broken


def fires(rule: int, z: list[float], breaks: tuple[int, ...] = ()) -> list[int]:
    """The points (from 1 on) at which a rule fires."""
    values = np.array(z, float)
    cut = np.zeros(len(z), bool)
    cut[list(breaks)] = True
    found = broken(values, values, cut, (rule,))
    assert not np.delete(found, rule - 1, axis=1).any(), "only the rule that was asked for"
    return [int(point) + 1 for point in np.flatnonzero(found[:, rule - 1])]


RISE = [-2.0, -1.1, -0.4, 0.3, 0.9, 1.4, 1.9]
ZIGZAG = [0.5, -0.5] * 8


@pytest.mark.parametrize(
    ("rule", "z", "at"),
    [
        (1, [0, 3.0, -3.0, 3.01, 0, -3.01], [4, 6]),
        (2, [0.1] * 8, []),
        (2, [0.1] * 10, [9, 10]),
        (2, [-0.1] * 9, [9]),
        (2, [0.1] * 4 + [0.0] + [0.1] * 8, []),  # a point on the center belongs to no side
        (2, [0.1] * 8 + [-0.1] + [0.1] * 9, [18]),
        (3, RISE[:5], []),
        (3, RISE[:6], [6]),
        (3, RISE, [6, 7]),
        (3, RISE[::-1], [6, 7]),
        (3, [*RISE[:3], RISE[2], *RISE[3:7]], []),  # two that are alike do not rise
        (4, ZIGZAG[:13], []),
        (4, ZIGZAG[:14], [14]),
        (4, ZIGZAG[:15], [14, 15]),
        (4, [*ZIGZAG[:7], ZIGZAG[6], *ZIGZAG[6:]], []),
        (5, [2.1, 0, 2.1], [3]),
        (5, [2.1, 2.1], [2]),
        (5, [2.1, 0, 0, 2.1], []),
        (5, [2.1, 0, -2.1], []),  # not on one side
        (5, [2.1, 2.1, 0], [2]),  # the third does not complete it
        (5, [2.0, 2.0, 2.0], []),
        (6, [1.1, 1.1, 1.1, 0, 1.1], [5]),
        (6, [1.1, 1.1, 0, 0, 1.1, 1.1], []),
        (6, [1.1, -1.1, 1.1, -1.1, 1.1], []),
        (6, [-1.1] * 5, [4, 5]),
        (7, [0.9, -0.9] * 7, []),
        (7, [*[0.9, -0.9] * 7, 0.5, 0.5], [15, 16]),
        (7, [0.9] * 14 + [1.0] + [0.9] * 2, []),
        (8, [1.1, -1.1] * 4, [8]),
        (8, [1.1, -1.1] * 3 + [1.1], []),
        (8, [1.1] * 12, []),  # all on one side: rule 6 has it
        (8, [1.1, -1.1, 1.0, -1.1] * 4, []),
    ],
)
def test_a_rule_fires_where_its_definition_says(rule: int, z: list[float], at: list[int]) -> None:
    assert fires(rule, z) == at


@pytest.mark.parametrize(
    ("rule", "z"),
    [(2, [0.1] * 12), (3, RISE), (4, ZIGZAG), (5, [2.1, 2.2]), (6, [1.1] * 5), (7, [0.5] * 18), (8, [1.1, -1.1] * 5)],
)
def test_no_pattern_reaches_over_a_break(rule: int, z: list[float]) -> None:
    assert fires(rule, z) != []
    assert fires(rule, z, breaks=(len(z) // 2,)) == []


def test_a_rule_that_is_switched_off_never_fires() -> None:
    z = np.array([4.0] * 20)
    assert not broken(z, z, np.zeros(20, bool), ()).any()


def slow(rule: int, z: list[float]) -> list[int]:
    """The definitions once more, point by point, as they are read aloud."""
    found = []
    for i in range(len(z)):

        def last(width: int, i: int = i) -> list[float]:
            return z[max(0, i + 1 - width) : i + 1]

        def one_side(width: int, limit: float, least: int, i: int = i) -> bool:
            near = z[max(0, i + 1 - width) : i + 1]
            high, low = [v for v in near if v > limit], [v for v in near if v < -limit]
            return (z[i] > limit and len(high) >= least) or (z[i] < -limit and len(low) >= least)

        def steps(width: int, i: int = i) -> list[float]:
            near = z[i + 1 - width : i + 1]
            return [b - a for a, b in zip(near, near[1:], strict=False)]

        enough = {2: 9, 3: 6, 4: 14, 7: 15, 8: 8}.get(rule, 1) <= i + 1
        if not enough:
            continue
        hit = {
            1: lambda: abs(z[i]) > 3,  # noqa: B023
            2: lambda: all(v > 0 for v in last(9)) or all(v < 0 for v in last(9)),  # noqa: B023
            3: lambda: all(s > 0 for s in steps(6)) or all(s < 0 for s in steps(6)),  # noqa: B023
            4: lambda: all(a * b < 0 for a, b in zip(steps(14), steps(14)[1:], strict=False)),  # noqa: B023
            5: lambda: one_side(3, 2, 2),  # noqa: B023
            6: lambda: one_side(5, 1, 4),  # noqa: B023
            7: lambda: all(abs(v) < 1 for v in last(15)),  # noqa: B023
            8: lambda: all(abs(v) > 1 for v in last(8)) and min(last(8)) < 0 < max(last(8)),  # noqa: B023
        }[rule]()
        if hit:
            found.append(i + 1)
    return found


Z = st.sampled_from([-3.2, -2.4, -1.5, -0.6, -0.2, 0.0, 0.2, 0.6, 1.5, 2.4, 3.2])
NEAR = st.sampled_from([-0.6, -0.2, 0.2, 0.6])
FAR = st.sampled_from([-1.5, 1.2, 1.5])


@settings(max_examples=150, deadline=None)
@given(st.lists(Z, max_size=40) | st.lists(NEAR, max_size=40) | st.lists(FAR, max_size=40))
def test_every_rule_agrees_with_its_definition_read_aloud(z: list[float]) -> None:
    for rule in range(1, 9):
        assert fires(rule, z) == slow(rule, z)
