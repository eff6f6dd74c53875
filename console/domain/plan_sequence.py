"""Fewest changeovers: another sequence of the orders of a shift in which no order becomes late that is in time.

A heuristic that is easy to explain: begin with the sequence as it is, and with the one that always takes the nearest
family next (nearest neighbour); improve each by turning stretches round (2-opt) and by putting single orders elsewhere,
as long as changeover time gets less and every order is finished until it is due, or no later than before where it was
late already. The better one is proposed. It is no proof of the least; with few orders it nearly always is (see tests).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import inf

ROUNDS = 200  # improvements at most
WORK = 300_000  # orders that are looked at in one search at most, each time anew: somebody waits for it
LEAST = 1.0  # seconds by which a sequence must be better


@dataclass(frozen=True, slots=True)
class Job:
    """An order as it is sequenced: what changeovers go by, seconds of work, and by when (seconds of planned time from
    the beginning of the first job) it must be finished; inf: whenever."""

    id: str
    family: str
    seconds: float
    until: float = inf


Change = Callable[[str, Job], float]  # seconds from a family to a job


def finishes(jobs: Sequence[Job], before: str, change: Change) -> list[float]:
    """When each is finished, in planned seconds from the beginning of the first changeover."""
    found, at, family = [], 0.0, before
    for job in jobs:
        at += (change(family, job) if family else 0.0) + job.seconds
        family = job.family
        found.append(at)
    return found


def changing(jobs: Sequence[Job], before: str, after: Job | None, change: Change) -> float:
    """Seconds of changeover from what is made before to what is made after; "" and None: nothing is."""
    total, family = 0.0, before
    for job in (*jobs, *([after] if after is not None else [])):
        total += change(family, job) if family else 0.0
        family = job.family
    return total


def fewest(jobs: Sequence[Job], before: str, after: Job | None, change: Change) -> tuple[Job, ...]:
    """A sequence with less changeover time, or the same one where none was found."""
    limits = {job.id: max(job.until, at) for job, at in zip(jobs, finishes(jobs, before, change), strict=True)}

    def kept(sequence: Sequence[Job]) -> bool:
        ends = finishes(sequence, before, change)
        return all(end <= limits[job.id] + 1e-6 for job, end in zip(sequence, ends, strict=True))

    def cost(sequence: Sequence[Job]) -> float:
        return changing(sequence, before, after, change)

    best = tuple(jobs)
    for first in (tuple(jobs), _nearest(jobs, before, change)):
        if kept(first) and cost(found := _improved(first, kept, cost)) < cost(best) - LEAST:
            best = found
    return best


def _nearest(jobs: Sequence[Job], before: str, change: Change) -> tuple[Job, ...]:
    """Always the job that is the shortest changeover away, of equal ones the one that must be finished first."""
    left, family, found = list(jobs), before, list[Job]()
    while left:
        job = min(left, key=lambda one: (change(family, one) if family else 0.0, one.until))
        left.remove(job)
        found.append(job)
        family = job.family
    return tuple(found)


def _improved(
    jobs: tuple[Job, ...], kept: Callable[[Sequence[Job]], bool], cost: Callable[[Sequence[Job]], float]
) -> tuple[Job, ...]:
    least, tries = cost(jobs), WORK // max(1, len(jobs))
    for _ in range(ROUNDS):
        found = None
        for one in islice(_neighbours(jobs), tries):
            tries -= 1
            if cost(one) < least - LEAST and kept(one):
                found = one
                break
        if found is None:
            break
        least, jobs = cost(found), found
    return jobs


def _neighbours(jobs: tuple[Job, ...]) -> Iterator[tuple[Job, ...]]:
    """A stretch turned round, or a stretch of up to three put elsewhere."""
    size = len(jobs)
    for i in range(size):
        for j in range(i + 2, size + 1):
            yield (*jobs[:i], *jobs[i:j][::-1], *jobs[j:])
    for long in (1, 2, 3):
        for i in range(size - long + 1):
            part, rest = jobs[i : i + long], (*jobs[:i], *jobs[i + long :])
            for j in range(len(rest) + 1):
                if j != i:
                    yield (*rest[:j], *part, *rest[j:])
