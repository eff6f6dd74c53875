"""Material at the line: how much is left, how fast it goes, and how long it lasts."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from math import inf

from console.domain.signs_looks import POINTS_LEAST, Facts
from console.domain.signs_maths import Points, theil_sen
from console.domain.warning_rules import Fact, WarningRule

REFILLED = 0.1  # of the most that was seen: a rise by so much is a refill, a smaller one is noise of the scale
SURE = 2.0  # standard errors by which the consumption may be less than it looks
COUNTS_KEPT = 240


@dataclass(slots=True)
class Pieces:
    """Totals of pieces as they were counted at one place, thinned out to COUNTS_KEPT."""

    counted: deque[tuple[float, int]] = field(default_factory=lambda: deque(maxlen=COUNTS_KEPT))

    def count(self, total: int, at: float, apart: float) -> None:
        """So many by now; what came within `apart` seconds of the one before replaces it. Less: counting began anew."""
        if self.counted and total < self.counted[-1][1]:
            self.counted.clear()
        if len(self.counted) > 1 and at - self.counted[-2][0] < apart:
            self.counted[-1] = (at, total)
        else:
            self.counted.append((at, total))

    def rate(self, now: float, over: float) -> float | None:
        """Pieces a second in the `over` seconds before `now`; None while too little is known of them."""
        found = [(at, total) for at, total in self.counted if at > now - over]
        if len(found) < 2 or now - found[0][0] < over / 2:
            return None
        return (found[-1][1] - found[0][1]) / (now - found[0][0])


def consumption(points: Points) -> tuple[float, float] | None:
    """Units a second that go, and how uncertain that is, by the longest stretch between two refills; None: unknown."""
    if len(points) < POINTS_LEAST:
        return None
    longest = max(_stretches(points), key=len)
    if len(longest) < POINTS_LEAST:
        return None
    line = theil_sen(longest)
    return max(0.0, -line.slope), line.error


def material(
    rule: WarningRule, left: float, used: tuple[float, float] | None, made: float | None, remaining: float | None
) -> Facts | None:
    """Whether what is left does not last: not for `horizon` seconds, or (no horizon) not for the running order.

    `used`: units a second and its error as the level shows; `made`: pieces a second; `remaining`: pieces of the order.
    What lasts for the rest of the running order is enough, however soon that ends.
    """
    going, error = (rule.per_piece * made, 0.0) if rule.per_piece and made is not None else used or (0.0, 0.0)
    each = rule.per_piece or (going / made if made else 0.0)
    needed = each * remaining if remaining is not None and each else None
    if needed is not None and needed <= left:
        return None
    lasts = left / going if going > 0 else inf
    latest = left / (going - SURE * error) if going > SURE * error else inf
    if left <= 0:
        lasts = latest = 0.0
    short = latest < rule.horizon if rule.horizon else needed is not None
    if not short:
        return None
    facts = [Fact("value", left), Fact("rate", -going * 60), Fact("error", error * 60)]
    if lasts < inf:
        facts.append(Fact("left", lasts))
    if needed is not None and remaining is not None:
        facts += [Fact("needed", needed), Fact("order_left", remaining)]
    return tuple(facts)


def _stretches(points: Points) -> list[list[tuple[float, float]]]:
    rise = REFILLED * max(value for _, value in points)
    found: list[list[tuple[float, float]]] = [[points[0]]]
    for before, point in zip(points, points[1:], strict=False):
        if point[1] - before[1] > rise:
            found.append([])
        found[-1].append(point)
    return found
