"""Factors of control charts by the size of a subgroup, rounded as the tables that quality engineers have at hand.

d2 and d3 are mean and standard deviation of the range of n values of a standard normal distribution (by quadrature of
Tippett's integrals, 1925); everything else follows from them and from c4 by definition. The roundings are those of the
tables of ASTM E2587 and of Montgomery, Introduction to Statistical Quality Control, appendix VI, so that limits equal
those that are reckoned by hand.
"""

from __future__ import annotations

from functools import cache
from math import exp, lgamma, sqrt
from typing import Final, NamedTuple

D2: Final = (
    (1.12838, 1.69257, 2.05875, 2.32593, 2.53441, 2.70436, 2.84720, 2.97003)
    + (3.07751, 3.17287, 3.25846, 3.33598, 3.40676, 3.47183, 3.53198, 3.58788)
    + (3.64006, 3.68896, 3.73495, 3.77834, 3.81938, 3.85832, 3.89535, 3.93063)
)  # of n = 2 … 25
D3: Final = (
    (0.85250, 0.88837, 0.87981, 0.86408, 0.84804, 0.83321, 0.81983, 0.80784)
    + (0.79705, 0.78732, 0.77848, 0.77042, 0.76303, 0.75621, 0.74991, 0.74405)
    + (0.73859, 0.73348, 0.72869, 0.72418, 0.71992, 0.71589, 0.71207, 0.70844)
)
LARGEST: Final = len(D2) + 1


class Factors(NamedTuple):
    """For one size of subgroup."""

    d2: float
    d3: float
    c4: float
    A2: float
    A3: float
    D3: float
    D4: float
    B3: float
    B4: float
    E2: float


@cache
def factors(n: int) -> Factors:
    """The factors for subgroups of n = 2 … 25; ValueError for others."""
    if not 2 <= n <= LARGEST:
        raise ValueError(f"no factors for subgroups of {n}")
    d2, d3, c4 = D2[n - 2], D3[n - 2], unbiased(n)
    wide, narrow = 3 * d3 / d2, 3 * sqrt(1 - c4 * c4) / c4
    exact = (3 / (d2 * sqrt(n)), 3 / (c4 * sqrt(n)), 1 - wide, 1 + wide, 1 - narrow, 1 + narrow, 3 / d2)
    return Factors(round(d2, 3), round(d3, 3), round(c4, 4), *(max(0.0, round(value, 3)) for value in exact))


def unbiased(n: float) -> float:
    """c4: by how much the standard deviation of n values of a normal distribution is too small on average."""
    return sqrt(2 / (n - 1)) * exp(lgamma(n / 2) - lgamma((n - 1) / 2))
